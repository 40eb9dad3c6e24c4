"""Heads of pages on the first line of a dump, with spaces between their parts."""

from __future__ import annotations

import pytest

from cleannews import clean
from cleannews.labels import Kind
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS

PARAGRAPHS = tuple(
    f"On {day} the islands had bread and milk for three days more, said Mara Field, who runs the shop."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)
TITLE = "Ferry to the islands stays in harbour until the wind drops"


def texts(head: str) -> list[str]:
    """The blocks that a first line above some paragraphs is cut into."""
    page, _ = read("\n".join((head, *PARAGRAPHS)), kind=Kind.TEXT, limits=DEFAULT_LIMITS)
    return [segment.text for segment in page.segments if segment.text not in PARAGRAPHS]


@pytest.mark.parametrize(
    ("day", "more"),
    [
        ("March 14, 2023 09:12 am IST", "By Ann Lee"),
        ("14 March 2023", "By Ann Lee"),
        ("14. März 2023 um 9:12 Uhr", "Von Ann Lee"),
        ("14/03/2023", "Por Ann Lee"),
        ("2023-03-14 09:12", "Ann Lee"),
        ("2022. április 07. 10:35", "Kerekes Zsófia"),
        ("14 de marzo de 2023", "Por Ann Lee"),
    ],
)
def test_the_day_comes_off_what_stands_around_it(day: str, more: str) -> None:
    found = texts(f"Home / Regions / Coast {TITLE} {day} {more} and some more words of the head of the page")
    assert day in found
    assert any(text.endswith("wind drops") for text in found)


@pytest.mark.parametrize(
    "line",
    [
        f"{TITLE} on March 14, 2023 at 09:12 am, when the islands had no bread and the shop was closed",
        f"Home / Regions / Coast {TITLE} and some more words of the head of the page that tell no day",
        "Home is where the harbour is, said the owner of the shop on March 14, 2023, as he opened it again.",
    ],
)
def test_a_paragraph_and_a_head_without_a_day_stay_whole(line: str) -> None:
    assert line in texts(line)


def test_day_author_and_counter_of_such_a_head_are_read() -> None:
    head = f"Home / Regions / Sport {TITLE} March 14, 2023 09:12 am By Ann Lee SHARE 12 comments READ LATER"
    article = clean("\n".join((head, *PARAGRAPHS)))
    assert article.title == TITLE
    assert str(article.published)[:10] == "2023-03-14"
    assert article.authors == ("Ann Lee",)
    assert article.comment_counts == {"comments": 12}
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


BODY = " ".join(PARAGRAPHS * 4)


@pytest.mark.parametrize(
    "moment",
    ["March 14, 2023 09:12 am", "14. März 2023 um 9:12 Uhr", "14/03/2023 - 09:12", "2023-03-14, 9:12"],
)
def test_a_moment_comes_off_what_stands_around_it_on_one_line(moment: str) -> None:
    page, _ = read(f"News Sport {TITLE} {moment} Ann Lee {BODY}", kind=Kind.TEXT, limits=DEFAULT_LIMITS)
    assert moment in [segment.text for segment in page.segments]


@pytest.mark.parametrize(
    "told",
    [
        "It sailed again on March 14, 2023 at 9:12 am and came back.",
        "The ship of 14/03/2023 was late.",
        "It sailed March 14, 2023 at 9:12 am and came back.",
    ],
)
def test_a_moment_that_a_sentence_tells_stays_in_it_on_one_line(told: str) -> None:
    page, _ = read(f"{BODY} {told} {BODY}", kind=Kind.TEXT, limits=DEFAULT_LIMITS)
    assert told in [segment.text for segment in page.segments]


@pytest.mark.parametrize("moment", ["18 juil. 2024 à 08:01", "3. 5. 2024 v 17:12", "12. nov. 2024 kl. 9:30"])
def test_no_sentence_ends_inside_a_moment_on_one_line(moment: str) -> None:
    page, _ = read(f"News Sport {TITLE} {moment} Ann Lee {BODY}", kind=Kind.TEXT, limits=DEFAULT_LIMITS)
    assert moment in [segment.text for segment in page.segments]
