from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import time
from typing import TYPE_CHECKING, Any

import pytest

from cleannews.batch import process
from cleannews.errors import FolderError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.batch.shapes import Fill, Records, Run

FINE = {f"fine{number}.txt": f"page {number}" for number in range(6)}


@pytest.mark.parametrize(
    ("word", "message"), [("segv", "SIGSEGV"), ("quit", "exit code 0"), ("leave", "exit code 3")]
)
def test_a_crash_costs_one_input(fill: Fill, run: Run, records: Records, word: str, message: str) -> None:
    fill(FINE | {"bad.txt": word})
    report = run()
    assert (report.done, report.failures) == (6, {"crash": 1})
    assert message in records()[0]["message"]


def test_a_crash_is_tried_once_more(fill: Fill, run: Run, tmp_path: Path) -> None:
    fill(FINE | {"bad.txt": f"once {tmp_path / 'mark'}"})
    assert run().done == 7


@pytest.mark.parametrize("word", ["hang", "spin"])
def test_a_hang_is_ended_at_the_limit_even_in_c_code(fill: Fill, run: Run, word: str) -> None:
    fill(FINE | {"bad.txt": word})
    start = time.monotonic()
    report = run(timeout=0.7, workers=2)
    assert (report.done, report.failures) == (6, {"timeout": 1})
    assert time.monotonic() - start < 20.0


def test_time_in_which_the_run_itself_stood_still_costs_no_input(
    fill: Fill, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after Ctrl-Z and ``fg``: by the clock all workers are overdue."""
    real = time.monotonic
    start = real()

    def clock() -> float:
        return real() + 1000.0 * int((real() - start) / 0.25)

    monkeypatch.setattr(time, "monotonic", clock)
    fill({f"{number:02}.txt": f"nap {number}" for number in range(40)})
    report = run(timeout=30.0, workers=2)
    assert (report.done, dict(report.failures)) == (40, {})


@pytest.mark.parametrize("word", ["allocate", "giant"])
def test_too_much_memory_costs_one_input(fill: Fill, run: Run, word: str) -> None:
    fill(FINE | {"bad.txt": word})
    report = run(memory_limit=200 << 20)
    assert (report.done, report.failures) == (6, {"memory": 1})


NONSENSE = """
import sys, time
from cleannews.batch import messages

tasks, answers = sys.stdin.buffer, sys.stdout.buffer
messages.receive_settings(tasks)
messages.send_settings(answers, {})
messages.receive_task(tasks)
answers.write(eval(sys.argv[2]))
answers.flush()
time.sleep(60)
"""
"""A worker that answers with other bytes than it should, and lives on."""


@pytest.mark.parametrize(
    "answer",
    [
        r"b'\0\0\0\2\0\0\0\0{}'",
        r"b'\0\0\0\2\0\0\0\0[]'",
        r"b'\0\1\0\0\0\0\0\0' + b'[' * 65536",
    ],
    ids=["no fields", "a list", "deep"],
)
def test_a_worker_that_talks_nonsense_costs_one_input(
    fill: Fill, run: Run, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    boot = f"import json, sys; sys.path[:] = json.loads(sys.argv[1]); sys.argv.append({answer!r})\n{NONSENSE}"
    monkeypatch.setattr(process, "_BOOT", boot)
    fill({"a.txt": "one"})
    start = time.monotonic()
    assert run(timeout=20.0).failures == {"crash": 1}
    assert time.monotonic() - start < 15.0


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("error", [MemoryError, AttributeError])
def test_a_conversation_that_fails_in_any_way_counts_as_a_crash(
    fill: Fill, run: Run, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fail(_stream: object) -> None:
        raise error

    monkeypatch.setattr(process, "receive_answer", fail)
    fill({"a.txt": "one"})
    assert run(timeout=20.0).failures == {"crash": 1}


def test_an_error_that_tells_half_a_surrogate_pair_is_stored(fill: Fill, run: Run, target: Path) -> None:
    fill(FINE | {"bad.txt": "half"})
    report = run()
    assert (report.done, report.failures) == (6, {"error": 1})
    with contextlib.closing(sqlite3.connect(target / "ledger.sqlite")) as ledger:
        ((detail,),) = ledger.execute("SELECT detail FROM records WHERE detail != ''").fetchall()
    assert "half a pair: ?" in detail


def test_what_a_worker_prints_goes_nowhere(fill: Fill, run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    fill({"a.txt": "print"})
    assert run().done == 1
    assert capfd.readouterr() == ("", "")


def test_every_input_may_be_trouble(fill: Fill, run: Run) -> None:
    troubles = ("segv", "quit", "hang", "raise", "")
    fill({f"{number}.txt": troubles[number % 5] for number in range(10)})
    report = run(timeout=0.5, workers=3)
    assert report.failures == {"crash": 4, "timeout": 2, "error": 2, "empty": 2}


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started so far."""
    processes: list[subprocess.Popen[bytes]] = []

    class Counted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - passed on
            super().__init__(*arguments, **options)
            processes.append(self)

    monkeypatch.setattr(subprocess, "Popen", Counted)
    return processes


def test_no_more_workers_are_started_than_there_are_inputs(
    fill: Fill, run: Run, started: list[subprocess.Popen[bytes]]
) -> None:
    fill({"a.txt": "one", "b.txt": "two"})
    assert run(workers=10**6).done == 2
    assert len(started) <= 2


def test_workers_are_replaced_after_their_share(
    fill: Fill, run: Run, started: list[subprocess.Popen[bytes]]
) -> None:
    fill(FINE)
    assert run(inputs_per_worker=2).done == 6
    assert len(started) == 3


def test_a_machine_where_no_worker_starts_is_told(
    fill: Fill, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(FINE)
    monkeypatch.setattr(process, "_BOOT", "raise SystemExit(7)")
    with pytest.raises(FolderError, match="exit code 7"):
        run()
