"""Marks of containers and lists of addresses are set aside; what an article shows is not."""

from __future__ import annotations

import pytest

import cleannews
from cleannews.read.leftovers import container_spans, link_list_span
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text
from tests.read.test_program import PROSE
from tests.read.test_text import assert_covers

VISIBLE = "References\n\n   Visible links:\n   1. https://example.com/\n"

LISTS = [
    f"{VISIBLE}   2. https://example.com/a\n  10. mailto:a@b.example",
    f"{VISIBLE}   2. javascript:void(0)\n\n   Hidden links:\n   4. file:///tmp/a.html#b\n   5. tel:+123",
    "Visible links:\n   https://example.com/\n   https://example.com/a\n   https://example.com/b",
    "References\n\n   1. https://example.com/\n   2. https://example.com/a\n   3. https://example.com/b",
]


@pytest.mark.parametrize("links", LISTS)
def test_the_list_of_addresses_at_the_end_is_one_block(links: str) -> None:
    dump = "\n\n".join(("Storm closes harbour", *PROSE, links)) + "\n"
    article = cleannews.clean(dump, kind="text")
    assert article.blocks[-1].raw == links
    assert (article.blocks[-1].label, article.blocks[-1].reason) == (cleannews.Label.OTHER, "link_list")
    assert article.text == "\n\n".join(PROSE)
    assert_covers(read_text(dump, DEFAULT_LIMITS))


@pytest.mark.parametrize(
    "end",
    [
        "References\n\n1. Field, M. (2019). Harbours of the north. Northport Press.\n2. https://example.com/a",
        f"{VISIBLE}   2. https://example.com/a\n   3. file:///b\n\nIt rained.",
        "Sources:\n\nhttps://example.com/a\nhttps://example.com/b\nhttps://example.com/c",
        "Visible links between the two harbours were never found.",
        "Hidden links\n\nThe two harbours have more in common than ferries.",
    ],
)
def test_what_an_article_lists_at_its_end_is_left_alone(end: str) -> None:
    assert link_list_span("\n\n".join((*PROSE, end))) is None


def test_marks_of_containers_are_set_aside() -> None:
    lead = f"::: {{.lead #a}}\n{PROSE[0]}\n:::"
    head = f'<div class="story">\n\n# Storm\n\n## Rain\n\n{lead}'
    page = read_text(f'{head}\n\n<span id="b">\n\n{PROSE[1]}\n\n### Wind\n\n</div>', DEFAULT_LIMITS)
    assert_covers(page)
    texts = [segment.text for segment in page.segments if segment.text]
    assert texts == ["Storm", "Rain", PROSE[0], PROSE[1], "Wind"]


@pytest.mark.parametrize(
    "dump",
    [
        "<div>\n<p>One</p>\n</div>\n<div>\n<p>Two</p>\n</div>\n\nText.",
        "Use <div> and\n\n<p>Rain.</p>\n\nMore <span> here",
        "<div class='a'>\n\nOnly one is chance.",
        "::: rain",
        "Yes:::no:::maybe:::",
    ],
)
def test_markup_that_an_article_shows_is_left_alone(dump: str) -> None:
    assert container_spans(dump) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (r"called them the “f\*\*\*\*\*\* grifters”", "called them the “f****** grifters”"),
        (r"5 \* 3 \_is\_ 15 \- 0", "5 * 3 _is_ 15 - 0"),
        (r"the file a\_b\_c and \[a note\]", "the file a_b_c and [a note]"),
        (r"1\. January", "1. January"),
        (r"C:\new\folder", r"C:\new\folder"),
    ],
)
def test_escaped_signs_of_markdown_are_read(line: str, text: str) -> None:
    page = read_text(f"# Storm\n\n## Rain\n\n### Wind\n\nThey {line}.", DEFAULT_LIMITS)
    assert_covers(page)
    assert page.segments[-1].text == f"They {text}."
