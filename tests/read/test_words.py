from __future__ import annotations

import pytest

from cleannews.read.sentences import words_of
from cleannews.read.words import Habits


def _habits(source: str) -> Habits:
    return Habits(*words_of(source))


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("rain", "s"),
        ("rain,", "s"),
        ("rain.", "l"),
        ("rain)", "o"),
        ("p.m.", "o"),
        ("Ferry", "L"),
        ("Ferry,", "L"),
        ("Ferry:", "O"),
        ("“Ferry", "O"),
        ("NATO", "O"),
        ("A", "L"),
        ("AM", "O"),
        ("港", "O"),
        ("12", "0"),
        ("12:30", "1"),
        ("|", "1"),
        ("-", "1"),
    ],
)
def test_shape_of_a_word(word: str, shape: str) -> None:
    assert _habits(word).words.shapes == shape


def test_a_word_that_is_written_small_twice_may_open_a_sentence() -> None:
    habits = _habits("The ferry sank. The crew of the ferry and the captain swam. Ferry Ferry")
    assert dict(zip(habits.words.texts, habits.words.shapes, strict=True))["The"] == "S"
    assert habits.is_first("The")
    assert not habits.is_name("The")
    assert _habits("The rain of the day").words.shapes[0] == "L"  # once is chance


def test_names_are_told_from_first_words() -> None:
    habits = _habits("the lee and a lee met Lee and Lee in town. Ann Lee left. Then Ann Lee came back")
    assert habits.is_name("Lee")
    assert not habits.is_first("Lee")
    assert habits.are_pair("Ann", "Lee")
    assert not habits.are_pair("Then", "Ann")


@pytest.mark.parametrize(
    ("source", "starts", "spaced"),
    [("", [], True), (" one two ", [1, 5], False), ("one  two", [0, 5], True), ("one\ttwo", [0, 4], False)],
)
def test_places_of_words(source: str, starts: list[int], *, spaced: bool) -> None:
    assert words_of(source)[1:] == (starts, spaced)


def test_words_of_a_line() -> None:
    line = _habits("Home News. The river rose").words.between(5, 14)
    assert (line.texts, line.starts, line.cores, line.shapes) == (
        ["News.", "The"],
        [5, 11],
        ["News", "The"],
        "OL",
    )
