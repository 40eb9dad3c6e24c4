from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.accuracy import accuracy, gain, interval, shingle_rates
from training.corpus import Case


def case(number: int, gold: str, *, domain: str = "") -> Case:
    return Case("c", str(number), Path(), "text", (gold,), "article", domain or f"{number}.example", None)


CASES = [case(0, "a b c d e"), case(1, "f g h i j")]


def test_the_gold_itself_is_perfect() -> None:
    found = accuracy(["a b c d e", "f g h i j"], CASES)
    assert found[:6] == (1.0,) * 6
    assert (found.exact, found.bad) == (1.0, 0.0)


def test_figures_are_means_over_documents() -> None:
    found = accuracy(["a b c d e", ""], CASES)
    assert (found.precision, found.recall, found.f1, found.exact, found.bad) == (0.5,) * 5
    assert found.each == (1.0, 0.0)


def test_the_same_words_in_another_order_are_not_exact_and_share_no_shingles() -> None:
    found = accuracy(["e d c b a", "j i h g f"], CASES)
    assert (found.f1, found.exact, found.shingle_f1) == (1.0, 0.0, 0.0)


def test_shingles_count_how_often() -> None:
    assert shingle_rates(["a", "a", "a", "a", "a"], ["a", "a", "a", "a"]) == (0.5, 1.0)


def test_a_gain_is_paired_by_document() -> None:
    better, worse = accuracy(["a b c d e", "f g h i j"], CASES), accuracy(["a b c d e", ""], CASES)
    assert gain(better, worse, CASES).mean == 0.5
    assert gain(worse, better, CASES).mean == -0.5
    assert gain(better, better, CASES) == (0.0, 0.0, 0.0)


def test_pages_of_one_site_are_drawn_together() -> None:
    values = [0.0, 1.0] * 20
    apart = interval(values, [str(place) for place in range(40)])
    assert interval(values, ["one"] * 40) == (0.5, 0.5)
    assert apart[1] - apart[0] > 0.2


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_an_interval_lies_among_the_values(values: list[float]) -> None:
    low, high = interval(values, [str(place // 2) for place in range(len(values))])
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9
    assert interval(values, [str(place // 2) for place in range(len(values))]) == (low, high)


def test_texts_and_cases_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="argument 2 is longer"):
        accuracy(["a"], CASES)
