"""Faults of the disk and sudden ends, at every point where a run changes the disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
HANGS = 3_000
"""Seconds after which a campaign over all points is taken to hang. It takes 40 of processor time, which on a
machine with eight processes for each core was ten minutes."""

MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - a test's own folder in it; syncing costs nothing there


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    if not os.access(MEMORY_DISK, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY_DISK) as made:
        yield Path(made)


def campaign(kind: str, folder: Path, *, stride: int = 1) -> Any:  # noqa: ANN401 - JSON
    command = [sys.executable, "-m", "tests.batch.faults", kind, str(folder), str(stride)]
    limit = HANGS // stride
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=limit)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def check(result: dict[str, Any], *, least: int) -> None:
    assert result["bad"] == []
    assert result["struck"] >= least, "the faults did not strike: the test tests nothing"


def test_a_kill_at_any_point_costs_nothing(folder: Path) -> None:
    check(campaign("kill", folder, stride=3), least=50)


def test_lost_writes_cost_nothing(folder: Path) -> None:
    check(campaign("power", folder, stride=5), least=30)


def test_a_full_disk_stops_the_run_and_costs_nothing(folder: Path) -> None:
    check(campaign("full", folder, stride=5), least=30)


def test_a_failing_disk_stops_the_run_and_costs_nothing(folder: Path) -> None:
    check(campaign("error", folder, stride=5), least=30)


def test_a_full_disk_inside_the_ledger_costs_nothing(folder: Path) -> None:
    check(campaign("limit", folder), least=20)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["kill", "power", "full", "error"])
def test_no_point_at_all_is_weak(folder: Path, kind: str) -> None:
    check(campaign(kind, folder), least=150)


def test_lines_are_on_the_disk_before_the_ledger_tells_of_them(folder: Path) -> None:
    trace = campaign("trace", folder)
    unsynced = False
    commits = 0
    for operation, name in trace:
        if name == "articles.jsonl":
            unsynced = operation == "write" or (unsynced and operation != "fsync")
        elif operation == "COMMIT":
            commits += 1
            assert not unsynced
    assert commits > 5


def test_a_file_is_on_the_disk_before_it_gets_its_name_and_then_its_name_is(folder: Path) -> None:
    trace = [tuple(step) for step in campaign("trace", folder)]
    at = trace.index(("rename", "failures.jsonl"))
    drafts = [step for step in trace[:at] if step[1] == "failures.jsonl.tmp"]
    assert drafts[-1][0] == "fsync"
    assert trace[at + 1] == ("fsync", "finished")
