"""Headlines that the width of a dump broke."""

from __future__ import annotations

import textwrap

import pytest

from cleannews import clean

_LONG = (
    "Council of Lundby backs two late crossings a day to the outer islands after five years without a"
    " ferry, and promises that children ride free of charge until autumn"
)
_BODY = [
    (
        "The council of Lundby voted on Monday to pay for two late crossings a day, and the first ship is"
        " to leave the quay in the middle of May, a spokesman said after the vote."
    ),
    (
        "The islands have waited for the ferry since the old one was sold five years ago, and many of "
        "those who live there had given up hope that it would come back."
    ),
    (
        "A ticket is going to cost four crowns, half of what the night taxi takes for the way across the "
        "bridge, and the opposition fears that the ship will sail empty for most of the winter."
    ),
]


def _markdown(heading: str, *behind: str, width: int = 78) -> str:
    paragraphs = [textwrap.fill(text, width) for text in _BODY]
    menu = "[Home](/) [News](/news)\n\n  * [Sport](/sport)\n  * [Culture](/culture)"
    return "\n\n".join([menu, "\n".join([heading, *behind]), "By Ann Lee", "3 May 2024", *paragraphs])


def _lynx(heading: str, *behind: str) -> str:
    paragraphs = [
        textwrap.fill(text, 76, initial_indent=" " * 3, subsequent_indent=" " * 3) for text in _BODY
    ]
    menu = "   Lundby Herald\n\n     * Home\n     * News\n     * Sport"
    return "\n\n".join([menu, "\n".join([heading, *behind]), "   By Ann Lee", "   3 May 2024", *paragraphs])


@pytest.mark.parametrize("width", [60, 78, 100])
def test_a_markdown_heading_goes_on_in_the_next_line(width: int) -> None:
    lines = textwrap.wrap(f"# {_LONG}", width)
    article = clean(_markdown(*lines, width=width), kind="text")
    assert article.title == _LONG
    assert lines[-1] not in article.text


@pytest.mark.parametrize(
    ("heading", "behind"),
    [
        ("# Council backs the ferry", "Two late crossings a day from May on."),  # there was room for "Two"
        ("# Council backs the ferry", "[All about ferries](/ferries)"),
        ("# Council backs the ferry", "  * Ferries"),
    ],
)
def test_what_had_room_behind_a_markdown_heading_is_no_part_of_it(heading: str, behind: str) -> None:
    assert clean(_markdown(heading, behind), kind="text").title == "Council backs the ferry"


def test_a_heading_at_the_margin_goes_on_at_the_margin() -> None:
    assert clean(_lynx(*textwrap.wrap(_LONG, 79)), kind="text").title == _LONG


def test_centred_lines_belong_together() -> None:
    first = "Council of Lundby backs two late crossings a day to the outer islands and pays"
    second = "for them all by itself"
    dump = _lynx(" " * ((80 - len(first)) // 2) + first, " " * ((80 - len(second)) // 2) + second)
    assert clean(dump, kind="text").title == f"{first} {second}"


def _middle(text: str, *, columns: int = 80) -> str:
    return " " * ((columns - len(text)) // 2) + text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Council of Lundby backs two late crossings a day to the outer islands and pays", "for them"),
        (
            "Council of Lundby backs two late crossings a day to the outer islands, pays for",
            "both of them by itself and lets children ride free of charge until the autumn",
        ),
    ],
)
def test_a_centred_line_wider_than_the_text_goes_on_in_the_middle(first: str, second: str) -> None:
    article = clean(_lynx(_middle(first), _middle(second)), kind="text")
    assert article.title == f"{first} {second}"
    assert [block.text for block in article.blocks if second in block.text] == [f"{first} {second}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Council of Lundby backs two late crossings", "for them all"),  # there was room
        ("Council of Lundby backs two late crossings a day to the outer islands and pays", "x" * 76),
    ],
)
def test_centred_lines_stay_apart_that_had_room_or_another_middle(first: str, second: str) -> None:
    blocks = clean(_lynx(_middle(first), "    " + second), kind="text").blocks
    assert [block.text for block in blocks if second in block.text] == [second]


@pytest.mark.parametrize("behind", ["   Two late crossings a day", "     * Ferries", "   By Eva Berg"])
def test_what_had_room_behind_a_heading_at_the_margin_is_no_part_of_it(behind: str) -> None:
    assert clean(_lynx("Council backs the ferry", behind), kind="text").title == "Council backs the ferry"


def test_unwrapped_markdown_has_no_width() -> None:
    assert clean(_markdown(f"# {_LONG}", "Lundby, 3 May 2024", width=1_000), kind="text").title == _LONG


@pytest.mark.parametrize("rule", ["━" * 80, "─" * 80, "═" * 78])
def test_a_line_drawn_across_the_page_is_no_headline_and_no_part_of_one(rule: str) -> None:
    first = "Council of Lundby backs two late crossings a day to the outer islands and pays"
    assert clean(_lynx(first, rule), kind="text").title == first
    assert clean(_lynx(rule, first), kind="text").title == first
