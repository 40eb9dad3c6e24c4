"""Words as hashes: found as a pattern finds them, numbers and months masked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleannews.label.site.sketch import TOKEN
from cleannews.label.site.words import MOST_WORDS, hash_words


def found(texts: list[str]) -> list[list[str]]:
    """The words of each text as a pattern finds them."""
    written = [TOKEN.findall(re.sub(r"\d+", "0", text)) for text in texts]
    return [[word.casefold() for word in words] for words in written]


@given(st.lists(st.text(alphabet="aBß İz1９٣²_-. \u0301東京한グ\n\ud800😀𠀋", max_size=30), max_size=6))
def test_words_are_those_that_the_pattern_finds(texts: list[str]) -> None:
    words, starts = hash_words(texts)
    wanted = found(texts)
    assert len(words) == sum(map(len, wanted))
    assert starts.tolist() == [sum(map(len, wanted[:place])) for place in range(len(texts))]
    names = dict(zip([word for line in wanted for word in line], words.tolist(), strict=True))
    assert [names[word] for line in wanted for word in line] == words.tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Updated 14:02", "UPDATED 9:45"),
        ("3 March 2024", "12 October 1999"),
        ("5. März, 7 Uhr", "17. Mai, 23 Uhr"),
        ("3月4日", "12月31日"),
    ],
)
def test_numbers_and_months_are_the_same(one: str, other: str) -> None:
    assert hash_words([one])[0].tolist() == hash_words([other])[0].tolist()


@pytest.mark.parametrize(
    ("one", "other"), [("ab", "ba"), ("a b", "ab"), ("東京", "京東"), ("a", "aa"), ("x1", "x")]
)
def test_other_words_are_others(one: str, other: str) -> None:
    assert hash_words([one])[0].tolist() != hash_words([other])[0].tolist()


def test_what_is_looked_at_is_bounded() -> None:
    words, starts = hash_words(["word " * MOST_WORDS, "x" * 3_000_000, "end"])
    assert len(words) == MOST_WORDS
    assert starts.tolist() == [0, MOST_WORDS, MOST_WORDS]
