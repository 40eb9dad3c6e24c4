"""What runs through the pages of a print is taken off; a text with form feeds alone stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleannews
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.printed import without_running_heads
from cleannews.read.text import read_text
from tests.read.test_text import assert_covers

TITLE = "Council backs the night ferry to the outer islands"
TEXT = (
    "The council of Lundby voted on Monday to pay for two late crossings a day; the ship leaves in May.",
    "The islands have waited for the ferry since the old ship was sold, and many had given up all hope for",
    "its return. A ticket is going to cost four crowns, half of what the night taxi takes across the bridge.",
    "The opposition voted against the plan because it fears that the ship will sail empty in the winter.",
)
ADDRESS = "https://www.harbourpost.example/news/ferry"


def printed(head: str, foot: str, *, pages: int = 2) -> str:
    """Two pages of a print, or three, broken within the second paragraph."""
    bodies = [
        f"{TITLE}\n\nBy Mara Field\n\n1 May 2024\n\n{TEXT[0]}\n\n{TEXT[1]}",
        f"{TEXT[2]}\n\n{TEXT[3]}",
        "Harbour Post",
    ]
    parts = [
        f"{head}\n\n{body}\n\n{foot.format(n=place, of=pages)}\n\f"
        for place, body in enumerate(bodies[:pages], 1)
    ]
    return "".join(parts)


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (f"5/2/24, 9:05 PM\n\n{TITLE} | Harbour Post", f"{ADDRESS}\n\n{{n}}/{{of}}"),
        (f"2.5.2024, 21:05\n{TITLE} | Harbour Post", f"{ADDRESS}    {{n}}/{{of}}"),
        (f"5/2/24, 9:05 PM      {TITLE} | Harbour Post", f"{ADDRESS}   {{n}}/{{of}}"),
        (f"{TITLE} | Harbour Post\n\n{ADDRESS}", "{n} of {of}\n\n02/05/2024, 21:05"),
        (f"{TITLE} - Harbour Post", "{n} von {of}"),
    ],
)
@pytest.mark.parametrize("pages", [2, 3])
def test_heads_and_feet_of_pages_go(head: str, foot: str, pages: int) -> None:
    source = printed(head, foot, pages=pages)
    assert_covers(read_text(source, DEFAULT_LIMITS))
    article = cleannews.clean(source)
    assert (article.title, article.authors) == (TITLE, ("Mara Field",))
    assert str(article.published).startswith("2024-05-01")
    assert article.text == "\n\n".join([TEXT[0], f"{TEXT[1]} {TEXT[2]}", TEXT[3]])


@pytest.mark.parametrize(
    "source",
    [
        "It rained.\n\fIt rained again.\n\fIt stopped.",
        "\f",
        "\f\f\f",
        "Rain\n\n1/2\n",
        f"{TITLE}\n\n{TEXT[0]}\n\f\n{TEXT[1]}",
    ],
)
def test_form_feeds_alone_tell_nothing(source: str) -> None:
    assert without_running_heads(source) is None
    assert_covers(read_text(source, DEFAULT_LIMITS))


@given(st.lists(st.text("ab1/ \n", max_size=40), min_size=2, max_size=5))
@settings(max_examples=150, deadline=None)
def test_the_blocks_of_any_pages_cover_them(pages: list[str]) -> None:
    assert_covers(read_text("\f".join(f"Rain {page}\n1/3\n" for page in pages), DEFAULT_LIMITS))


def test_headings_that_count_and_the_title_of_the_first_page_stay() -> None:
    days = "\f".join(f"Day {day}\n\n{TEXT[0]}\n\n{TEXT[3]}\n\n{day}/4\n" for day in range(1, 5))
    texts = [segment.text for segment in read_text(days, DEFAULT_LIMITS).segments]
    assert [text for text in texts if text.startswith("Day")] == ["Day 1", "Day 2", "Day 3", "Day 4"]
    cover = f"{TITLE}\n1/3\n\f{TITLE}\n{TEXT[0]}\n2/3\n\f{TITLE}\n{TEXT[3]}\n3/3\n"
    assert read_text(cover, DEFAULT_LIMITS).segments[0].text == TITLE


HEAD = "The Harbour Post - Saturday 9 March 2024{}Page {}"


@pytest.mark.parametrize("gap", [" " * 30, " | "])
@pytest.mark.parametrize("break_", ["\f", ""])
def test_a_head_that_counts_the_pages_is_taken_off_with_or_without_form_feeds(gap: str, break_: str) -> None:
    bodies = ("Storm\n\nThe ferry stays in port, and nobody\n", "sails before Monday, the keeper said.\n")
    pages = [f"{HEAD.format(gap, number)}\n\n{body}" for number, body in enumerate(bodies, start=1)]
    read = without_running_heads(break_.join(pages))
    assert read is not None
    assert "Harbour Post" not in read.text
    assert "nobody\nsails before Monday" in read.text


def test_lines_that_do_not_count_pages_stay() -> None:
    table = "Tolland Rovers against Carrow      3\n\nTolland Rovers against Carrow      1\n"
    assert without_running_heads(table) is None
    assert without_running_heads("The years of the harbour - 1998\n\nIt rained - 2\n") is None
