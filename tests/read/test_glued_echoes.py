"""Where a title stands again, in another word: it ends and begins there."""

from __future__ import annotations

import pytest

from cleannews.read.glued_echoes import glued_echoes
from cleannews.read.lines import lines_of
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text

PHRASE = (
    "旧製糸工場の再開発案、市議会が可決\n\n"
    "市議会は十四日夜、十五年以上使われていない旧製糸工場の再開発案を賛成多数で可決した。\n"
)
_BODY = "\n\nIt rained on Sunday, and the ferry stayed in the harbour until the wind had turned."


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        pytest.param(
            "Ferry stays in the harbour again\nSport\nNewsFerry stays in the harbour again\n",
            ["Ferry stays in the harbour again", "Sport", "News", "Ferry stays in the harbour again"],
            id="glued before",
        ),
        pytest.param(
            "Ferry stays in the harbour again - The Mail\nFerry stays in the harbour againBy Ann Lee\n",
            ["Ferry stays in the harbour again - The Mail", "Ferry stays in the harbour again", "By Ann Lee"],
            id="glued behind",
        ),
        pytest.param(
            "Ferry stays in the harbour again8 May\nFerry stays in the harbour again\n",
            ["Ferry stays in the harbour again", "8 May", "Ferry stays in the harbour again"],
            id="glued behind the first",
        ),
        pytest.param(
            "बाढ़ के बाद गांव वालों ने बनाया पुल - दैनिक संगमदैनिक संगमहोमदेश\nबाढ़ के बाद गांव वालों ने बनाया पुल\n",
            [
                "बाढ़ के बाद गांव वालों ने बनाया पुल - दैनिक संगम",
                "दैनिक संगम",
                "होमदेश",
                "बाढ़ के बाद गांव वालों ने बनाया पुल",
            ],
            id="the name of the site twice",
        ),
        pytest.param(
            "百年冰店熄燈前最後一夜 - 東岸報\n社會百年冰店熄燈前最後一夜\n",
            ["百年冰店熄燈前最後一夜 - 東岸報", "社會", "百年冰店熄燈前最後一夜"],
            id="Chinese",
        ),
    ],
)
def test_title_comes_off_what_it_ran_into(source: str, parts: list[str]) -> None:
    """Where it stands by itself elsewhere."""
    page = read_text(source + _BODY, DEFAULT_LIMITS)
    assert [segment.raw for segment in page.segments][:-1] == parts
    for segment in page.segments:
        assert (source + _BODY)[segment.start : segment.end] == segment.raw


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("Ferry stays in the harbour\nTwo ferry stays in the harbour\n", id="another case"),
        pytest.param("Ferry stays in the harbour\nThe Ferry stays in the harbour now\n", id="in a sentence"),
        pytest.param("Ferry in port\nNewsFerry in port\n", id="too short to be told"),
        pytest.param("Ferry stays in the harbour\n“Ferry stays in the harbour”, she said.\n", id="quoted"),
        pytest.param(
            "Home\nNews\nSport\nFerry stays in the harbour\nNewsFerry stays in the harbour", id="no head"
        ),
        pytest.param(
            "ದ್ವೀಪದ ದೋಣಿ ಸೇವೆ ಸೋಮವಾರದಿಂದ ಪುನರಾರಂಭ\n"
            "ಕಳೆದ ವಾರದ ದ್ವೀಪದ ದೋಣಿ ಸೇವೆ ಸೋಮವಾರದಿಂದ ಪುನರಾರಂಭವಾಗಲಿದೆ ಎಂದು ಅಧಿಕಾರಿಗಳು ತಿಳಿಸಿದ್ದಾರೆ.\n",
            id="an ending in a sentence",
        ),
        pytest.param("", id="nothing"),
    ],
)
def test_other_repetitions_cut_nothing(source: str) -> None:
    """A headline that is repeated, or goes on, has not run into anything."""
    assert glued_echoes(source, lines_of(source)) == []


def test_title_is_no_end_of_the_line_before() -> None:
    """``Log in`` waits for a word, and ``Ferry`` would be one."""
    title = "Ferry stays in the harbour again"
    page = read_text(
        f"{title} - The Mail\nHome\nLog in\n{title}\nBy Ann Lee\n4 May 2024{_BODY}", DEFAULT_LIMITS
    )
    assert [segment.text for segment in page.segments][2:4] == ["Log in", title]


def test_borders_at_the_start_of_a_line_lose_and_double_nothing() -> None:
    """The same place may be found by its letters too: ``NewsFerry``."""
    title = "Ferry stays in the harbour again"
    source = f"{title} - The MailThe MailHomeNews\nNewsSport{title}By Ann Lee4 May 2024{title}{_BODY}"
    page = read_text(source, DEFAULT_LIMITS)
    assert "".join("".join(each.raw.split()) for each in page.segments) == "".join(source.split())


def test_other_words_run_into_both_ends_of_a_title() -> None:
    """No word is before the border in ``zuStartseite``: two letters may begin a name."""
    title = "Kuh im Supermarkt: Die Filiale bleibt zu"
    page = read_text(f"{title}StartseiteBlaulicht{title}Eine Kuh lief am Freitag{_BODY}", DEFAULT_LIMITS)
    texts = [segment.text for segment in page.segments]
    assert texts[0] == title
    assert texts.count(title) == 2


def test_a_name_that_a_text_continues_otherwise_is_not_cut() -> None:
    title = "Council of Northport votes for the McDonald bridge"
    page = read_text(f"{title}\n\nCouncil of Northport votes for the McAdam bridge{_BODY}", DEFAULT_LIMITS)
    assert page.segments[0].text == title


def test_a_phrase_of_the_title_within_a_sentence_is_no_echo() -> None:
    texts = [segment.text for segment in read_text(PHRASE, DEFAULT_LIMITS).segments]
    assert texts == PHRASE.strip().split("\n\n")
