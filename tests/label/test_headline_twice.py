"""The line that a dump begins with and shows again."""

from __future__ import annotations

import pytest

from cleannews.label.headline_survey import surveyed
from cleannews.label.headline_twice import repeated_apart, repeated_line
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


BODY = (
    "The ferry company said on Sunday that the wind was too strong. Its two older ships have to stay "
    "at the quay. "
    "The service to the islands would stop for a week, it said, until the storm has passed. Nobody was hurt. "
    "Bread and milk will last for three days more, says the keeper of the shop at the old quay. She "
    "has counted "
    "everything in it twice since the last of the ships came in. Children were told to stay at home "
    "until Thursday. "
    "The council meets tomorrow and wants to ask for a third ship, which has been promised for years."
)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (f"Home Opinion {TITLE} Share {TITLE} Ann Lee", TITLE),
        (f"Home Opinion {TITLE} {TITLE} Ann Lee 3 May 2024", TITLE),
        (f"Home Opinion {TITLE} Ann Lee 3 May 2024", None),
        ("Home Opinion Sign up and never miss a word Share Sign up and never miss a word Ann Lee", None),
    ],
)
def test_what_a_dump_on_one_line_shows_twice_below_its_menu(head: str, found: str | None) -> None:
    page = read_text(f"{head} {BODY}", DEFAULT_LIMITS)
    block = repeated_apart(surveyed(page, measure(page.segments)))
    assert (page.segments[block].text if block >= 0 else None) == found


def test_dumps_with_lines_are_looked_at_otherwise() -> None:
    page = read_text(f"Opinion\n\n{TITLE}\n\nShare\n\n{TITLE}\n\n{PROSE}", DEFAULT_LIMITS)
    assert repeated_apart(surveyed(page, measure(page.segments))) == -1
