"""The line that a dump begins with and shows again."""

from __future__ import annotations

import pytest

from cleannews.label.headline_survey import surveyed
from cleannews.label.headline_twice import repeated_line
from cleannews.label.measures import measure
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text

PROSE = (
    "The ferry company said on Sunday that the wind was too strong for its two older ships, and that the "
    "service to the islands would stop for a week."
)
TITLE = "Storm stops the ferry to the islands"


def _repeated(*lines: str) -> int:
    page = read_text("\n\n".join((*lines, PROSE, f"{PROSE} Again.")), DEFAULT_LIMITS)
    return repeated_line(surveyed(page, measure(page.segments)))


@pytest.mark.parametrize(
    ("lines", "block"),
    [
        ((TITLE, TITLE), 1),
        ((f"{TITLE} | Lundby Herald", "By Ann Lee", TITLE), 2),
        ((TITLE, f"{TITLE} - Lundby Herald"), 0),
        (("Home > News > Islands", TITLE, TITLE), 2),
        (("Who stops the ferry to us? | Lundby Herald", "Who stops the ferry to us?"), 1),
        (("Storm", "HomeNewsIslands", "Storm"), 0),
        (
            (
                "Lundby Herald",
                "HomeNewsIslands",
                "Lundby Herald",
                "Storm stops ferry",
                "By Ann Lee, 3 May 2024",
            ),
            -1,
        ),
        ((TITLE, "Council votes on the old bridge"), -1),
        (("All news fit for print", "Menu", "All news fit for print", TITLE), -1),
        (("The Ferry Company", "The Ferry Company", TITLE), -1),
        (("#Storm stops the ferry", "#Storm stops the ferry", TITLE), -1),
        (("Home", *[f"Islands number {number}" for number in range(30)], TITLE, TITLE), -1),
        ((TITLE, *["Council votes on the old bridge"] * 12, TITLE), -1),
    ],
)
def test_what_a_dump_begins_with_and_shows_again(lines: tuple[str, ...], block: int) -> None:
    assert _repeated(*lines) == block


def test_a_dump_without_prose_or_blocks_has_none() -> None:
    page = read_text(f"{TITLE}\n\n{TITLE}", DEFAULT_LIMITS)
    assert repeated_line(surveyed(page, measure(page.segments))) == -1
