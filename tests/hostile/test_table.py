"""Every hostile input: an article or a documented error, in time, within memory, and nothing reached for.

The normal suite makes each storm 4000 characters long; ``pytest -m slow tests/hostile`` a million.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import cleannews
from tests.hostile.child import CPU_SECONDS, MEMORY
from tests.hostile.table import CASES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs fork and /proc")

SMALL, LARGE = 4_000, 1_000_000
CHILDREN = 2
LEAST_KEPT = 0.98
"""Share of the cases with an intact article whose first sentence has to be in the text. What was cut at a limit
and says so holds none: the article stood behind it."""

Outcome = dict[str, Any]


def run(names: list[str], size: int, folder: Path) -> list[Outcome]:
    """Run cases in forks of one child process."""
    root = Path(cleannews.__file__).parent.parent
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.child", str(size), str(folder)],
        input="\n".join(names),
        capture_output=True,
        text=True,
        check=False,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "OPENBLAS_NUM_THREADS": "1"},
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def run_all(size: int, folder: Path) -> dict[str, Outcome]:
    """Run all cases in a few child processes side by side."""
    names = list(CASES)
    with ThreadPoolExecutor(CHILDREN) as pool:
        runs = pool.map(
            lambda part: run(names[part::CHILDREN], size, folder / str(part)),
            range(CHILDREN),
        )
        return {outcome["name"]: outcome for outcomes in runs for outcome in outcomes}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    return run_all(SMALL, tmp_path_factory.mktemp("small"))


def check(outcome: Outcome) -> None:
    assert "died" not in outcome, f"killed by signal {-outcome['died']}: crash, time or memory"
    assert "raised" not in outcome, outcome["raised"]
    assert outcome.get("broken") is None, outcome["broken"]
    assert outcome["peak"] < MEMORY
    assert outcome.get("seconds", 0) <= CPU_SECONDS


def lost(outcomes: dict[str, Outcome]) -> list[str]:
    """The cases that hold an intact article whose first sentence is not in the text."""
    return [
        name
        for name, outcome in outcomes.items()
        if CASES[name].first and not outcome.get("kept") and not outcome.get("truncated")
    ]


def check_kept(outcomes: dict[str, Outcome]) -> None:
    intact = sum(
        case.first is not None and not outcomes[name].get("truncated") for name, case in CASES.items()
    )
    missing = lost(outcomes)
    assert len(missing) <= (1 - LEAST_KEPT) * intact, f"{len(missing)} of {intact}: {missing}"


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_input_is_survived(name: str, small: dict[str, Outcome]) -> None:
    check(small[name])


def test_intact_articles_come_through(small: dict[str, Outcome]) -> None:
    check_kept(small)


def test_what_is_over_no_limit_is_not_called_cut(small: dict[str, Outcome]) -> None:
    assert not [name for name, outcome in small.items() if outcome.get("truncated")]


def test_the_names_are_used_once_and_the_table_is_whole() -> None:
    assert len(CASES) > 600
    assert sum(case.first is not None for case in CASES.values()) > 500


@pytest.mark.slow
def test_large_hostile_inputs_are_survived(tmp_path: Path) -> None:
    outcomes = run_all(LARGE, tmp_path)
    for outcome in outcomes.values():
        check(outcome)
    check_kept(outcomes)
