from __future__ import annotations

import pytest

from cleannews.read.sentences import bare, can_start, ends_sentence, words_of


@pytest.mark.parametrize(
    "word", ["rain.", "2023.", "rose”.", "why?", "no!«", "“Yes.”", "etc…", "。", "हुआ।", "."]
)
def test_ends(word: str) -> None:
    assert ends_sentence(word)


@pytest.mark.parametrize(
    "word",
    ["5.", "25.", "Dr.", "U.S.", "z.B.", "J.", "Mio.", "т.е.", "rain", "rain,", "3.5", "“", "e.g.", "vs."],
)
def test_does_not_end(word: str) -> None:
    assert not ends_sentence(word)


@pytest.mark.parametrize(
    ("word", "expected"), [("Rain", True), ("„Regen", True), ("5", True), ("rain", False)]
)
def test_can_start(word: str, *, expected: bool) -> None:
    assert can_start(word) is expected


def test_words_of_unspaced_scripts_end_at_full_stops() -> None:
    source = "雨が降った。「風も。」晴れ today"
    assert words_of(source)[0] == [
        "雨が降った。",
        "「風も。」",
        "晴れ",
        "today",
    ]
    assert bare("(“Rain.”)") == "Rain"
