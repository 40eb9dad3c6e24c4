from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cleannews.batch import clean_folder
from cleannews.batch.difference import Difference, difference
from tests.batch.inline import InlineSupervisor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.batch.shapes import Fill

    Compare = Callable[[Mapping[str, str], Mapping[str, str]], Difference]

LONG = "Rain fell on the valley.\n\nThe river rose by two metres.\n\nThe ferry stayed at its pier all day."


@pytest.fixture
def compare(tmp_path: Path, source: Path, fill: Fill, monkeypatch: pytest.MonkeyPatch) -> Compare:
    """Clean two states of a folder, and compare what came of them."""
    monkeypatch.setattr("cleannews.batch.run.Supervisor", InlineSupervisor)

    def both(before: Mapping[str, str], after: Mapping[str, str]) -> Difference:
        for name, files in (("one", before), ("two", after)):
            for path in source.iterdir():
                path.unlink()
            fill(files)
            clean_folder(source, tmp_path / name, cleaner="tests.batch.cleaners:troubled")
        return difference(tmp_path / "one", tmp_path / "two", most=3)

    return both


def test_equal_folders_differ_in_nothing(compare: Compare) -> None:
    files = {"a.txt": LONG, "b.txt": "", "c.jsonl": '"one"\n"two"\n'}
    found = compare(files, files)
    assert (found.same, found.changed, found.worst) == (4, 0, [])


def test_the_worst_comes_first(compare: Compare) -> None:
    before = {
        "a.txt": LONG,
        "b.txt": LONG + " x",
        "c.txt": "fine",
        "d.txt": "",
        "gone.txt": "x",
        "s.txt": "s",
    }
    after = {
        "a.txt": LONG.replace("by two metres", "again"),
        "b.txt": LONG.split("\n\n", maxsplit=1)[0],
        "c.txt": "raise",
        "d.txt": "now there",
        "new.txt": "x",
        "s.txt": "s",
    }
    found = compare(before, after)
    assert (found.same, found.changed) == (1, 6)
    assert [change.path for change in found.worst] == ["c.txt", "gone.txt", "b.txt"]
    assert (found.worst[0].before, found.worst[0].after) == ("done", "failed (error)")
    assert found.outcomes == {
        "done -> failed (error)": 1,
        "done -> not there": 1,
        "failed (empty) -> done": 1,
        "not there -> done": 1,
    }
    assert found.texts == 2


def test_a_change_says_what_went_and_what_came(compare: Compare) -> None:
    found = compare({"a.txt": LONG}, {"a.txt": LONG.replace("two metres", "a foot in one night")})
    (change,) = found.worst
    assert change.lost == round(2 / 19, 4)
    assert change.gained == round(5 / 22, 4)
    assert change.lost_text == "The river rose by two metres."
    assert change.gained_text == "The river rose by a foot in one night."
    assert change.other_input
    assert change.fields == ()


def test_fields_are_compared_by_name(compare: Compare) -> None:
    found = compare({"a.txt": "Rain\n\nfell"}, {"a.txt": "Snow\n\nfell"})
    assert found.fields == {"title": 1}
    assert found.worst[0].fields == (("title", "Rain", "Snow"),)
    assert json.loads(json.dumps(found.to_dict()))["worst"][0]["fields"] == {
        "title": {"before": "Rain", "after": "Snow"}
    }


def test_lines_of_containers_are_told_apart(compare: Compare) -> None:
    found = compare(
        {"a.jsonl": '"one"\n"two"\n', "a.txt": "x"}, {"a.jsonl": '"one"\n"2"\n"three"\n', "a.txt": "x"}
    )
    assert (found.same, found.changed) == (2, 2)
    assert {(change.path, change.line) for change in found.worst} == {("a.jsonl", 2), ("a.jsonl", 3)}


def test_another_reason_is_a_small_change(compare: Compare) -> None:
    found = compare({"a.txt": "", "b.txt": "raise"}, {"a.txt": "raise", "b.txt": "raise"})
    assert found.same == 1
    assert 0 < found.worst[0].weight < 0.1
