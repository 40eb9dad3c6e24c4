"""Subheadings of dumps, which no element names."""

from __future__ import annotations

import pytest

import cleannews
from cleannews.label.context import Verdict, make_context, make_verdict
from cleannews.label.headline import Headline
from cleannews.label.lone_lines import subheadings
from cleannews.label.measures import measure
from cleannews.labels import Kind, Label
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS

PARAGRAPH = "On {} the islands had bread and milk for three days more, said Mara Field, who runs the shop."
FIRST, SECOND, THIRD = (PARAGRAPH.format(day) for day in ("Monday", "Tuesday", "Wednesday"))


def _found(source: str, *, kind: Kind = Kind.TEXT, removed: str = "") -> list[str]:
    page, _ = read(source, kind=kind, limits=DEFAULT_LIMITS)
    context = make_context(page, measure(page.segments), Headline(None, "", -1, ()), "en")
    settled: list[Verdict] = [
        make_verdict((index, Label.CAPTION if segment.text == removed else Label.BODY, "said", 0.9, ""))
        for index, segment in enumerate(page.segments)
    ]
    return [page.segments[index].text for index in subheadings(context, settled)]


@pytest.mark.parametrize(
    "line",
    ["Where to get water", "Where do they get water?", "Три дня без света", "8h35 - The ferry sails again"],
)
def test_a_lone_line_between_paragraphs_is_a_subheading(line: str) -> None:
    assert _found(f"{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}") == [line]


def test_a_caption_may_stand_beside_it() -> None:
    caption = "The old quay, on a morning in May"
    source = f"{FIRST}\n\n{caption}\n\nWhere to get water\n\n{SECOND}"
    assert _found(source, removed=caption) == ["Where to get water"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Water is sold at the old quay.",),
        ("They ask for:",),
        ("where to get water",),
        ("“Where to get water”",),
        ("- Where to get water",),
        ("__________________",),
        ("Bread and milk", "Water and oil"),
        ("Water, bread, milk, oil, salt, soap, rope and lamps for all the islands off this coast",),
    ],
    ids=[
        "a sentence",
        "announces",
        "goes on",
        "a quotation",
        "an item",
        "a rule",
        "two lines",
        "a long line",
    ],
)
def test_other_lines_are_none(lines: tuple[str, ...]) -> None:
    assert _found("\n\n".join((FIRST, *lines, SECOND))) == []


def test_neither_above_nor_below_the_text() -> None:
    assert _found(f"Where to get water\n\n{FIRST}\n\n{SECOND}\n\nWhere to get bread") == []


def test_elements_tell_what_is_a_heading() -> None:
    assert _found(f"<p>{FIRST}</p><p>Where to get water</p><p>{SECOND}</p>", kind=Kind.HTML) == []


def test_markdown_keeps_the_subheading_of_a_dump() -> None:
    dump = "\n\n".join(
        ("The islands wait for the ferry", FIRST, SECOND, "Where to get water", THIRD, FIRST[:-1] + ", too.")
    )
    article = cleannews.clean(dump)
    assert "## Where to get water" in article.to_markdown()
    assert "Where to get water" in article.text
