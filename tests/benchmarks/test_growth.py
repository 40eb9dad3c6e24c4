from __future__ import annotations

import pytest

from benchmarks.growth import STORMS, Extract, Run, measure, told


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        ([Run(1.0, 500), Run(10.0, 500)], "10.00 s, e 1.00"),
        ([Run(1.0, 500), Run(100.0, 500)], "100.00 s, e 2.00"),
        ([Run(1.0, 500), Run(1.0, 0)], "1.00 s, e 0.00, no text"),
        ([Run(1.0, 500), None], "too slow"),
    ],
)
def test_the_exponent_is_that_of_time_over_size(runs: list[Run | None], words: str) -> None:
    assert told(runs, [100, 1000]) == words


@pytest.mark.parametrize("name", STORMS)
def test_a_storm_has_about_the_size_that_is_asked_for(name: str) -> None:
    assert 0.6 * 20_000 < len(STORMS[name](20_000)) < 1.4 * 20_000


def _endless(_: str) -> str:
    while True:
        pass


def _none(_: str) -> None:
    return None


def test_a_run_is_killed_at_the_deadline_and_given_no_larger_size() -> None:
    tools: dict[str, Extract] = {"quick": str.upper, "slow": _endless, "none": _none}
    runs = measure(tools, STORMS["links"], [1000, 2000], deadline=0.5)
    assert [one is not None and one.characters > 0 for one in runs["quick"]] == [True, True]
    assert [one is not None and one.characters > 0 for one in runs["none"]] == [False, False]
    assert runs["slow"] == [None, None]
