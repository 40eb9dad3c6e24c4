from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleannews.batch.sketch import ALIKE, SKETCH_SIZE, pack, similarity, sketch, unpack

WORDS = [f"word{number}" for number in range(400)]


def text(words: list[str]) -> str:
    return " ".join(words)


@pytest.mark.parametrize(
    "edited",
    [
        text(["Another", "headline.", *WORDS]),
        text(WORDS).upper(),
        text(WORDS).replace(" ", ",\n"),
        text([*WORDS[:200], "one", "word", "more", *WORDS[200:]]),
        text(WORDS[:370]),
    ],
)
def test_edited_copies_are_alike(edited: str) -> None:
    assert similarity(sketch(text(WORDS)), sketch(edited)) >= ALIKE


@pytest.mark.parametrize(
    "other",
    [
        text(WORDS[:250]),
        text(WORDS[::-1]),
        text([f"other{number}" for number in range(400)]),
        text([*WORDS[:200], *(f"other{number}" for number in range(200))]),
    ],
)
def test_other_texts_are_not(other: str) -> None:
    assert similarity(sketch(text(WORDS)), sketch(other)) < ALIKE


def test_texts_without_spaces_are_compared_by_character() -> None:
    story = "".join(chr(0x4E00 + number) for number in range(300))
    assert similarity(sketch(story), sketch(f"{story}完")) > 0.9
    assert similarity(sketch(story), sketch(story[::-1])) == 0.0


def test_short_texts_have_no_sketch_and_resemble_nothing() -> None:
    assert sketch(text(WORDS[:50])) == ()
    assert similarity((), ()) == 0.0


@given(st.text(max_size=300))
def test_any_text_has_a_sketch_that_packs(content: str) -> None:
    hashes = sketch(content * 5)
    assert len(hashes) <= SKETCH_SIZE
    assert unpack(pack(hashes)) == hashes


@given(st.integers(min_value=150, max_value=400))
def test_the_estimate_is_near_the_truth(shared: int) -> None:
    one = text(WORDS)
    other = text([*WORDS[:shared], *(f"other{number}" for number in range(400 - shared))])
    truth = (shared - 3) / (794 - (shared - 3)) if shared < 400 else 1.0
    assert abs(similarity(sketch(one), sketch(other)) - truth) < 0.2
