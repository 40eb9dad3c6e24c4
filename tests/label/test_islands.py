"""Short lines in which the text of a dump would end are none of it."""

from __future__ import annotations

import pytest

from cleannews.label.context import Verdict, examine
from cleannews.label.islands import loose_ends
from cleannews.labels import Kind, Label
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS

STORY = [
    f"The council met for the {number}th time on Monday night and spoke about the ferry for two hours."
    for number in range(4, 8)
]


def _loose(lines: list[str], kind: Kind = Kind.TEXT) -> list[str]:
    source = "\n\n".join(lines) if kind is Kind.TEXT else "".join(f"<p>{line}</p>" for line in lines)
    page, _ = read(source, kind=kind, limits=DEFAULT_LIMITS)
    kept = [Verdict(index, Label.BODY, "article_text", 0.9) for index in range(len(page.segments))]
    return sorted(page.segments[index].text for index in loose_ends(examine(page), kept))


@pytest.mark.parametrize("tail", [["Harbour Post"], ["Weather station", "Tide table"]])
def test_names_and_buttons_behind_the_last_paragraph_go(tail: list[str]) -> None:
    assert _loose([*STORY, *tail]) == sorted(tail)


@pytest.mark.parametrize(
    "tail",
    [
        ["It rained."],
        ["Tolland 3", "Carrow 1"],
        ["Mara Field of Northport"],
        ["Oars", "Ropes", "Lamps", "Nets"],
    ],
    ids=["a sentence", "results", "more words", "a longer row"],
)
def test_other_ends_stay(tail: list[str]) -> None:
    assert _loose([*STORY, *tail]) == []


def test_pages_of_html_tell_it_otherwise() -> None:
    assert _loose([*STORY, "Harbour Post"], Kind.HTML) == []


def test_a_dump_of_few_lines_keeps_them() -> None:
    assert _loose([*STORY[:2], "Harbour Post"]) == []
