"""The score from which blocks are kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.label.threshold import CLEAN_THRESHOLD, SHORT_THRESHOLD, THRESHOLDS, page_threshold
from cleannews.labels import Kind, Mode


def test_a_page_of_low_scores_keeps_its_best() -> None:
    assert page_threshold([0.4, 0.35, 0.02], [60, 50, 4], Kind.HTML, Mode.BALANCED) < 0.35


@pytest.mark.parametrize("kind", list(Kind))
def test_a_giant_block_of_next_to_no_score_promises_nothing(kind: Kind) -> None:
    wanted = THRESHOLDS[kind][Mode.BALANCED]
    assert page_threshold([0.99, 0.98, 0.003], [260, 250, 200_000], kind, Mode.BALANCED) == wanted


@pytest.mark.parametrize("kind", list(Kind))
def test_a_page_of_clear_scores_keeps_the_threshold_of_the_mode(kind: Kind) -> None:
    for mode in Mode:
        assert page_threshold([0.99, 0.98, 0.02], [260, 250, 140], kind, mode) == THRESHOLDS[kind][mode]


def test_a_short_dump_keeps_more() -> None:
    scores = [0.99, 0.98, 0.02]
    assert page_threshold(scores, [60, 50, 40], Kind.TEXT, Mode.BALANCED) == SHORT_THRESHOLD
    for kind, mode in ((Kind.TEXT, Mode.PRECISION), (Kind.TEXT, Mode.RECALL), (Kind.HTML, Mode.BALANCED)):
        assert page_threshold(scores, [60, 50, 40], kind, mode) == THRESHOLDS[kind][mode]


@pytest.mark.parametrize("words", [[60, 50, 4], [600, 500, 40]])
def test_a_dump_of_little_but_text_keeps_more(words: list[int]) -> None:
    scores = [0.99, 0.98, 0.4]
    assert page_threshold(scores, words, Kind.TEXT, Mode.BALANCED) == CLEAN_THRESHOLD
    for kind, mode in ((Kind.TEXT, Mode.PRECISION), (Kind.HTML, Mode.BALANCED)):
        assert page_threshold(scores, words, kind, mode) == THRESHOLDS[kind][mode]


def test_a_dump_with_a_fifth_of_furniture_is_not_read_as_clean() -> None:
    scores, words = [0.99, 0.98, 0.4, 0.01], [600, 500, 40, 280]
    assert page_threshold(scores, words, Kind.TEXT, Mode.BALANCED) == THRESHOLDS[Kind.TEXT][Mode.BALANCED]


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60)), max_size=8), st.sampled_from(list(Kind)))
@settings(deadline=None)
def test_precision_never_keeps_what_recall_would_not(pairs: list[tuple[float, int]], kind: Kind) -> None:
    scores, words = [score for score, _ in pairs], [count for _, count in pairs]
    strict, usual, mild = (page_threshold(scores, words, kind, mode) for mode in Mode)
    assert strict >= usual >= mild
