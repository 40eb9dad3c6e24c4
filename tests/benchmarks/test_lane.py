from __future__ import annotations

import pytest

from benchmarks.extractors import Task
from benchmarks.lane import Lane, NotInstalledError
from tests.benchmarks.peers import ABSENT, ODD


def task(text: str) -> Task:
    return Task(text, "text", None, 0)


def test_a_lane_gives_every_page_back_in_order() -> None:
    lane = Lane(ODD, task("warm"))
    runs = list(lane.run([task("a"), task("b")]))
    assert [run.answer.text for run in runs] == ["A", "B"]
    assert [run.answer.confidence for run in runs] == [0.5, 0.5]
    assert lane.close() > 1.0


def test_a_lane_takes_processor_time_of_the_page_alone() -> None:
    lane = Lane(ODD, task("warm"))
    busy, idle = lane.run([task("work"), task("a")])
    lane.close()
    assert busy.cpu_ms >= 50
    assert idle.cpu_ms < 25


@pytest.mark.parametrize(
    ("page", "why"),
    [("die", "exit code 7"), ("hang", "no answer within 2 s"), ("raise", "ValueError: no such page")],
)
def test_a_page_that_a_peer_does_not_survive_costs_that_page_only(page: str, why: str) -> None:
    lane = Lane(ODD, task("warm"), deadline=2.0)
    before, bad, after = lane.run([task("a"), task(page), task("b")])
    lane.close()
    assert (before.answer.text, bad.answer.text, after.answer.text) == ("A", "", "B")
    assert why in bad.failure
    assert not before.failure
    assert not after.failure


def test_a_peer_that_dies_of_the_first_page_still_runs_the_others() -> None:
    lane = Lane(ODD, task("die"))
    runs = list(lane.run([task("a")]))
    lane.close()
    assert [run.answer.text for run in runs] == ["A"]


def test_a_peer_that_is_not_installed_says_so() -> None:
    with pytest.raises(NotInstalledError, match="no module named absent"):
        Lane(ABSENT, task("warm"))
