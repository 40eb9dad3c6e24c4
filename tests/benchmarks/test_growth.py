from __future__ import annotations

import pytest

from benchmarks.growth import STORMS, measure, told


@pytest.mark.parametrize(
    ("times", "words"),
    [
        ([1.0, 10.0], "10.00 s, e 1.00"),
        ([1.0, 100.0], "100.00 s, e 2.00"),
        ([1.0, None], "too slow"),
    ],
)
def test_the_exponent_is_that_of_time_over_size(times: list[float | None], words: str) -> None:
    assert told(times, [100, 1000]) == words


@pytest.mark.parametrize("name", STORMS)
def test_a_storm_has_about_the_size_that_is_asked_for(name: str) -> None:
    assert 0.6 * 20_000 < len(STORMS[name](20_000)) < 1.4 * 20_000


def _endless(_: str) -> None:
    while True:
        pass


def test_a_run_is_killed_at_the_deadline_and_given_no_larger_size() -> None:
    tools = {"quick": len, "slow": _endless}
    times = measure(tools, STORMS["links"], [1000, 2000], deadline=0.5)
    assert [spent is not None for spent in times["quick"]] == [True, True]
    assert times["slow"] == [None, None]
