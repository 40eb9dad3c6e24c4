from __future__ import annotations

import pytest

from cleannews.read.unwrap import Speller, unwrapped


@pytest.mark.parametrize(
    ("lines", "others", "expected"),
    [
        (["The river", "rose."], [], "The river rose."),
        (["the govern-", "ment fell"], ["The government said"], "the government fell"),
        (["a long-", "term plan"], ["a long-term view"], "a long-term plan"),
        (["a long-", "term plan"], ["the long way", "the term ends"], "a long-term plan"),
        (["die Donau-", "Brücke"], [], "die Donau-Brücke"),
        (["it ended -", "and then"], [], "it ended - and then"),
        (["soft\u00ad", "ware"], [], "software"),
        (["雨が", "降った。"], [], "雨が降った。"),
        (["the years 2020-", "2024 were"], [], "the years 2020-2024 were"),
    ],
)
def test_lines_are_joined(lines: list[str], others: list[str], expected: str) -> None:
    assert unwrapped(lines, Speller([*others, *lines])) == expected


def test_a_dump_that_hyphenates_loses_unknown_hyphens() -> None:
    lines = ["the har-", "bour of the is-", "land was clo-", "sed in win-", "ter"]
    assert unwrapped(lines, Speller(lines)) == "the harbour of the island was closed in winter"


def test_one_that_does_not_keeps_them() -> None:
    lines = ["the harbour of the tea-", "coloured sea", *["was quiet"] * 80]
    assert unwrapped(lines[:2], Speller(lines)) == "the harbour of the tea-coloured sea"
