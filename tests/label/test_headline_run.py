"""The headline of a dump that stands on one line."""

from __future__ import annotations

import pytest

from cleannews import clean
from cleannews.label.headline_run import repeated_head
from cleannews.labels import Kind, Label
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS

_MENU = "Skip to content Home News Sport Culture Weather Search Log in"
_BODY = (
    "The council of Lundby voted on Monday to pay for two late crossings a day, and the first ship is"
    " to leave the quay in the middle of May, a spokesman said after the vote. The islands have "
    "waited for the ferry since the old one was sold five years ago, and many had given up hope that "
    "it would come back. A ticket is going to cost four crowns, half of what the night taxi takes for"
    " the way across the bridge. The opposition voted against the plan because it fears that the ship"
    " will sail empty for most of the winter."
)
_FOOT = "About us Contact Privacy All rights reserved Lundby Herald"


def _one_line(title: str, headline: str, menu: str = _MENU) -> str:
    return f"{title} {menu} {headline} By Ann Lee 3 May 2024 {_BODY} {_FOOT}"


@pytest.mark.parametrize(
    ("title", "headline", "expected"),
    [
        (
            "Night Ferry: Council of Lundby Says Yes | Lundby Herald",
            "Night Ferry: Council of Lundby Says Yes",
            "Night Ferry: Council of Lundby Says Yes",
        ),
        (
            "The night ferry comes back. Who pays for it? - Lundby Herald",
            "The night ferry comes back. Who pays for it?",
            "The night ferry comes back. Who pays for it?",
        ),
        (
            "Council backs ‘night ferry’ to the islands – Lundby Herald",
            "Council backs 'night ferry' to the islands",
            "Council backs ‘night ferry’ to the islands",
        ),
        (
            "Council backs the ferry - and Lundby pays | Lundby Herald",
            "Council backs the ferry - and Lundby pays",
            "Council backs the ferry - and Lundby pays",
        ),
        (
            "Council pays for the ferry at night",
            "Council pays for the ferry at night",
            "Council pays for the ferry at night",
        ),
    ],
    ids=["colon", "two-sentences", "quotes", "dash", "no-site"],
)
def test_the_beginning_that_stands_again_is_the_headline(title: str, headline: str, expected: str) -> None:
    assert clean(_one_line(title, headline), kind="text").title == expected


def test_no_piece_of_the_headline_is_kept() -> None:
    headline = "Night Ferry: Council of Lundby Says Yes"
    article = clean(_one_line(f"{headline} | Lundby Herald", headline), kind="text")
    assert headline not in article.text
    assert sum(block.label is Label.TITLE for block in article.blocks) == 1


@pytest.mark.parametrize(
    "beginning",
    [
        "Home News Sport Culture Weather",  # a menu that the foot of the page repeats
        "* Home * News * Sport *",
        "Lundby Herald",
        "Night Ferry",
    ],
)
def test_other_beginnings_that_stand_again_are_no_headline(beginning: str) -> None:
    dump = f"{beginning} Search {_BODY} {beginning} {_FOOT}"
    page, _ = read(dump, kind=Kind.TEXT, limits=DEFAULT_LIMITS)
    assert repeated_head(page, theme=frozenset(_BODY.casefold().split())) is None


def test_a_beginning_that_stands_once_is_left_to_the_lines() -> None:
    article = clean(_one_line("Lundby Herald: all the news", "Council backs the ferry"), kind="text")
    assert article.title != "Lundby Herald: all the news Skip"


def test_a_hundred_thousand_repetitions_take_linear_time() -> None:
    assert clean("Rain stops the ferry | " * 100_000, kind="text").title is not None
