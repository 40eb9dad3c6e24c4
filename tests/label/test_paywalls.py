from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

import cleannews
from cleannews.label.measures import fold, is_spaced
from cleannews.label.paywalls import LONGEST_LINE, may_hold_phrases, paywall_phrase

STORED: dict[str, Any] = json.loads((files("cleannews.label") / "data" / "paywalls.json").read_bytes())
STORY = (
    "The council of the island voted on Monday night to let the ferry sail after dark.",
    "Residents had argued about the noise for two years, and the vote was close.",
    "The first late crossing leaves the harbour on the first of May, the company said.",
)
TITLE = "Island council backs night ferry"
WALLS = (
    "Subscribe to continue reading",
    "This article is for subscribers only.",
    "To continue reading this article, please subscribe.",
    "Continue reading with a subscription",
    "To read the full story, subscribe or log in.",
    "Il vous reste 70 % de cet article à lire. La suite est réservée aux abonnés.",
    "Article réservé aux abonnés",
    "Weiterlesen mit dem Monatsabo",
    "Weiterlesen mit Plus",
    "Чтобы продолжить чтение, оформите подписку",
    "この記事は有料会員限定です。残り1234文字",
    "订阅后继续阅读",
)


def test_phrases_are_folded_and_found_in_themselves() -> None:
    assert STORED["provenance"]
    for language, phrases in STORED["phrases"].items():
        for phrase in phrases:
            assert all(part == fold(part) and part for part in phrase.split(" … ")), (language, phrase)
            assert paywall_phrase(phrase.replace(" … ", " ")) is not None, (language, phrase)


def test_a_long_line_is_not_looked_at() -> None:
    assert paywall_phrase(f"subscribe to continue reading {'a' * LONGEST_LINE}") is None


@pytest.mark.parametrize("wall", WALLS)
def test_a_short_page_that_ends_at_a_wall_is_partial(wall: str) -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    for dump in (
        "\n\n".join([TITLE, *STORY, wall]),
        "\n\n".join(["Home", "News", TITLE, *STORY, wall, "About us", "Terms of use"]),
        f"<html><body><h1>{TITLE}</h1>{story}<div>{wall}</div><footer>Terms of use</footer></body></html>",
    ):
        article = cleannews.clean(dump)
        assert article.status == "partial"
        whole = "\n\n".join(STORY)
        # of a story in another script than the wall below it the last sentence may be taken for furniture
        assert article.text == whole or (wall[0] > "\u3000" and whole.startswith(article.text))


@pytest.mark.parametrize("line", ["Subscribe to our newsletter", "Subscribers met on Friday.", "Read on"])
def test_a_short_page_that_ends_otherwise_is_not(line: str) -> None:
    assert cleannews.clean("\n\n".join([TITLE, *STORY, line])).status == "ok"


def test_a_wall_below_a_whole_article_says_nothing_of_it() -> None:
    story = [f"{text} It was said on day {day}." for day in range(8) for text in STORY]
    article = cleannews.clean("\n\n".join([TITLE, *story, WALLS[0]]))
    assert article.status == "ok"
    assert WALLS[0] not in article.text


def test_a_wall_that_is_not_shown_says_nothing() -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    page = f"<html><body><h1>{TITLE}</h1>{story}<div style='display:none'>{WALLS[0]}</div></body></html>"
    assert cleannews.clean(page).status == "ok"


def test_an_article_that_goes_on_behind_the_words_keeps_them() -> None:
    quoted = "The screen said to all of them: Subscribe to continue reading."
    longer = [f"{text} It was said so by those who had been there since the morning." for text in STORY]
    article = cleannews.clean("\n\n".join([TITLE, longer[0], quoted, *longer[1:]]))
    assert article.status == "ok"
    assert quoted in article.text


def test_a_look_at_all_lines_finds_every_phrase() -> None:
    phrases = [phrase for each in STORED["phrases"].values() for phrase in each]
    keys = [fold(phrase.replace(" … ", " ").replace("'", "’")) for phrase in phrases]
    assert [key for key in keys if list(may_hold_phrases([key], spaced=is_spaced(key))) != [0]] == []
    assert [key for key in keys if paywall_phrase(key) is None] == []
    others = ["", "rain", "the council met on friday", "“no”, she said"]
    assert list(may_hold_phrases([*others, keys[0], *others], spaced=True)) == [len(others)]
