"""Which of the dates that a page shows is that of publication."""

from __future__ import annotations

from datetime import date

import pytest

from cleannews import clean
from tests.fields.story import BODY, HEADLINE

MENU = ["Home", "News", "Sport", "Weather", "Culture", "Opinion", "Jobs", "Cars", "Homes", "Games", "Shop"]


def _published(*lines: str) -> str | None:
    """The day that an HTML page and a dump of the same lines agree on."""
    head, *rest = lines
    html = (
        f"<html lang=en><body><h1>{head}</h1>"
        + "".join(f"<div><p>{line}</p></div>" for line in rest)
        + "</body>"
    )
    days = {clean(page).published for page in (html, "\n\n".join(lines))}
    assert len(days) == 1
    day = days.pop()
    return day.isoformat()[:10] if day else None


@pytest.mark.parametrize(
    "line",
    [
        "March 12, 2026 - Updated April 9, 2026",
        "12 March 2026 – Last updated 9 April 2026",
        "By Ann Lee and Bo Marsh of the island newsroom in Lundby, 12 March 2026",
        "Lundby, 12 March 2026",
        "Release date: 12 March 2026",
        "Erscheinungsdatum 12. März 2026",
        "12-Mar-26",
        "12 March 2026 10:30 am (Updated 11:54 am) cancel email link share Share bookmark Save share cancel",
        "Lundby - 12 Mar 2026 - 08:22Updated: 13 Mar 2026 - 17:38 for all who wait for the ferry at the quay",
    ],
)
def test_a_line_below_the_headline_tells_the_day(line: str) -> None:
    assert _published(HEADLINE, line, *BODY) == "2026-03-12"


@pytest.mark.parametrize(
    "line",
    [
        "12 March 2026 – 9 April 2026",
        "March 12, 2026 - April 9, 2026",
        "Passengers wait for the last boat at the old quay, 12 March 2026",
        "The old ship on its way to the breakers, March 12, 2026.",
        "Deadline: 12 March 2026",
        "Bewerbungsschluss: 12. März 2026",
        "2 hours ago",
        "yesterday at 14:05",
        "12/03/26",
        "Updated 12 March 2026",
        "Updated 12 March 2026, updated again 13 March 2026",
    ],
)
def test_days_of_events_of_pictures_and_of_changes_are_not_taken(line: str) -> None:
    assert _published(HEADLINE, line, *BODY) is None


def test_the_day_below_the_headline_goes_before_that_of_a_teaser_that_repeats_it() -> None:
    teasers = ["Most read", HEADLINE, "Bakers strike over their night shifts", "1 April 2026"]
    top = [f"Home » {HEADLINE}", "Featured", HEADLINE, "By Ann", "12 March 2026"]
    assert str(clean("\n\n".join([*top, *BODY, *teasers])).published) == "2026-03-12"


def test_the_day_of_the_visit_below_the_title_line_of_a_dump_is_not_taken() -> None:
    top = [f"{HEADLINE} | Harbour Post", "Thursday, 12 March 2026", *MENU, *MENU, HEADLINE, "By Ann Lee"]
    assert clean("\n".join([*top, *BODY])).published is None
    assert str(clean("\n".join([*top, "9 March 2026", *BODY])).published) == "2026-03-09"


def test_a_day_before_that_of_the_change_is_found_anywhere() -> None:
    lines = [HEADLINE, *BODY, *BODY, "12 March 2026 (modified on 13 March 2026 at 15:24)"]
    article = clean("\n\n".join(lines))
    assert (str(article.published), str(article.modified)) == ("2026-03-12", "2026-03-13")


@pytest.mark.parametrize(
    ("label", "day"), [("Erscheinungsdatum: ", "2026-04-09"), ("Published: ", "2026-03-12")]
)
def test_the_first_day_of_a_product_does_not_overrule_the_declared_one(label: str, day: str) -> None:
    page = (
        '<html lang="de"><head><meta property="article:published_time" content="2026-04-09"></head><body>'
        f"<h1>{HEADLINE}</h1><p>{label}12 March 2026</p>"
        + "".join(f"<p>{line}</p>" for line in BODY)
        + "</body>"
    )
    assert str(clean(page).published) == day


@pytest.mark.parametrize("opening", ["(12 March 2026) ", "[12 March 2026] ", "12 March 2026. "])
def test_a_day_that_opens_the_text_apart_from_its_sentence_is_the_articles(opening: str) -> None:
    assert _published(HEADLINE, f"{opening}{BODY[0]}", *BODY[1:]) == "2026-03-12"


@pytest.mark.parametrize(
    "opening", ["(Since 12 March 2026) ", "((12 March 2026)) ", "12 March 2026 is when "]
)
def test_other_days_at_the_beginning_of_the_text_are_prose(opening: str) -> None:
    assert _published(HEADLINE, f"{opening}{BODY[0]}", *BODY[1:]) is None


def _page_with_last_line(line: str) -> str:
    body = "".join(f"<p>{text}</p>" for text in BODY * 5)
    return f"<html lang=en><body><h1>{HEADLINE}</h1>{body}<div>{line}</div></body></html>"


def test_a_date_line_far_below_tells_the_last_change() -> None:
    article = clean(_page_with_last_line("Last updated: 12 March 2026"))
    assert (str(article.modified), article.published) == ("2026-03-12", None)


def test_a_line_with_an_author_and_the_word_published_is_no_caption() -> None:
    line = "Autor: kimo | Artikel veröffentlicht am 16.03.2026"
    assert str(clean(_page_with_last_line(line)).published) == "2026-03-16"


def test_last_lines_of_two_days_tell_no_change() -> None:
    lines = "Last updated: 12 March 2026</div><div>Updated: 13 April 2026"
    assert clean(_page_with_last_line(lines)).modified is None


COMMENTS = ["Ruth", "September 13, 2026 at 8:10 am", "lol no", "Tom", "September 14, 2026 at 9:10 am", "yes"]


def test_the_time_of_a_readers_comment_is_not_the_articles() -> None:
    assert clean("\n".join([HEADLINE, *BODY, *COMMENTS])).published is None


def test_a_name_above_a_day_before_the_text_stays() -> None:
    lines = [HEADLINE, BODY[0], BODY[1], "Ruth Vale", "September 13, 2026 at 8:10 am", *BODY, *BODY]
    assert str(clean("\n".join(lines)).published) == "2026-09-13"


def test_who_edited_is_no_word_for_a_change() -> None:
    article = clean("\n".join([HEADLINE, "Edited by Ann Lee", "19 August 2026", *BODY]))
    assert (str(article.published), article.modified) == ("2026-08-19", None)


def test_last_edited_is_one() -> None:
    article = clean("\n".join([HEADLINE, "Last edited 19 August 2026", *BODY]))
    assert (article.published, str(article.modified)) == (None, "2026-08-19")


@pytest.mark.parametrize(
    ("headline", "day"),
    [
        ("City updates the map of its buses", "12 March 2024"),
        ("La ciudad actualiza el mapa", "12 de marzo de 2024"),
        ("Карта метро обновлена", "12 марта 2024"),
        ("渡し船最終便に住民二百人", "2024年3月12日"),
    ],
)
def test_the_headline_is_no_label_of_the_day_below_it(headline: str, day: str) -> None:
    article = clean("\n\n".join([headline, day, *BODY]))
    assert (str(article.published), article.modified) == ("2024-03-12", None)


def test_of_days_above_the_headline_the_nearest_counts() -> None:
    lines = [
        "Home",
        "Cover of December 25, 2023, Issue",
        "Politics / January 11, 2024",
        HEADLINE,
        "By Ann Lee",
    ]
    assert str(clean("\n\n".join([*lines, *BODY])).published) == "2024-01-11"


def test_two_days_beside_each_other_below_a_standfirst_are_no_chronology() -> None:
    standfirst = "The night ferry is to come back after five years, and the islands have waited for it."
    lines = (HEADLINE, standfirst, "Published", "18 January 2025", "Updated", "19 January 2025", *BODY)
    assert clean("\n\n".join(lines)).published == date(2025, 1, 18)


def test_the_day_of_a_teaser_makes_no_chronology() -> None:
    teaser = ("Read also", "Fewer seals are born on the ice", "2 March 2024")
    standfirst = "The night ferry is to come back after five years, and the islands have waited for it."
    lines = (HEADLINE, standfirst, "By Mara Field", "17 March 2024", *BODY[:2], *teaser, *BODY[2:])
    assert clean("\n\n".join(lines)).published == date(2024, 3, 17)
