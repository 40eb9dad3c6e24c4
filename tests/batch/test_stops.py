"""Runs in a process of their own, ended in every way there is."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cleannews.batch import clean_folder
from cleannews.errors import FolderError

if TYPE_CHECKING:
    from tests.batch.shapes import Fill

ROOT = Path(__file__).parents[2]
FILES = {"articles.jsonl", "failures.jsonl", "ledger.sqlite"}
SLOW: dict[str, Any] = {"cleaner": "tests.batch.cleaners:slow", "workers": 2, "commit_seconds": 0.1}
PAGES = {f"{number:03}.txt": f"page {number}" for number in range(100)}


class Command:
    """A run in a process group of its own.

    Args:
        nap: Seconds that cleaning an input takes; with long ones the run still goes on when the signal comes.
    """

    def __init__(self, source: Path, target: Path, *, nap: float = 0.015, **options: Any) -> None:  # noqa: ANN401 - passed on
        self.target = target
        command = [sys.executable, "-m", "tests.batch.driver", str(source), str(target)]
        # Under nohup SIGHUP is ignored, and children inherit that.
        before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
        self.process = subprocess.Popen(
            [*command, json.dumps(SLOW | options)],
            cwd=ROOT,
            env=os.environ | {"NAP": str(nap)},
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        signal.signal(signal.SIGHUP, before)

    def until_records(self, count: int = 1) -> Command:
        """Wait until so many records are there."""
        articles = self.target / "articles.jsonl"
        deadline = time.monotonic() + 30
        while not (articles.exists() and articles.read_bytes().count(b"\n") >= count):
            assert self.process.poll() is None, self.process.communicate()
            assert time.monotonic() < deadline
            time.sleep(0.01)  # between two looks, under the deadline above
        return self

    def workers(self) -> list[int]:
        """Return the process ids of its workers."""
        task = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in task.read_text().split()]

    def end(self) -> tuple[int, str]:
        """Wait for its end; return the exit code and what it said. It must have said it on standard error."""
        out, said = self.process.communicate(timeout=60)
        assert out == ""
        return self.process.returncode, said


@pytest.fixture
def source(fill: Fill) -> Path:
    return fill(PAGES)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("undisturbed")
    (folder / "in").mkdir()
    for name, text in PAGES.items():
        (folder / "in" / name).write_text(text)
    clean_folder(folder / "in", folder / "out", cleaner="tests.batch.cleaners:plain")
    return (folder / "out" / "articles.jsonl").read_bytes()


def finish(source: Path, target: Path) -> bytes:
    """Run to the end; return the records' bytes."""
    clean_folder(source, target, **SLOW)
    assert {path.name for path in target.iterdir()} == FILES
    return (target / "articles.jsonl").read_bytes()


def assert_gone(pids: list[int]) -> None:
    deadline = time.monotonic() + 20.0
    while any(is_alive(pid) for pid in pids):
        assert time.monotonic() < deadline, "a worker outlived its parent"
        time.sleep(0.02)


def is_alive(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False


def kill_at_random(source: Path, target: Path, chance: random.Random) -> bool:
    """Start the run, kill it some time later; tell whether it was still at work."""
    command = Command(source, target)
    time.sleep(chance.uniform(0.05, 1.2))
    workers = command.workers() if command.process.poll() is None else []
    command.process.kill()
    code, _ = command.end()
    assert_gone(workers)
    return code == -signal.SIGKILL


def test_kills_at_random_cost_nothing(source: Path, target: Path, undisturbed: bytes) -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    assert sum(kill_at_random(source, target, chance) for _ in range(4)) >= 2
    assert finish(source, target) == undisturbed


@pytest.mark.slow
def test_fifty_kills_at_random_cost_nothing(source: Path, tmp_path: Path, undisturbed: bytes) -> None:
    chance = random.Random(8)  # noqa: S311 - no secret
    for number in range(50):
        target = tmp_path / f"out{number // 5}"
        kill_at_random(source, target, chance)
    for number in range(10):
        assert finish(source, tmp_path / f"out{number}") == undisturbed


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_winds_the_run_down(
    source: Path, target: Path, undisturbed: bytes, signum: signal.Signals
) -> None:
    command = Command(source, target, nap=0.2).until_records()
    workers = command.workers()
    os.killpg(command.process.pid, signum)
    start = time.monotonic()
    code, said = command.end()
    assert time.monotonic() - start < 10.0
    assert code == 130
    assert "the same command goes on" in said
    assert "Traceback" not in said
    assert_gone(workers)
    assert not (target / "run.lock").exists()
    lines = (target / "articles.jsonl").read_bytes()
    assert lines.endswith(b"}\n")
    assert undisturbed.startswith(lines)
    assert finish(source, target) == undisturbed


def test_a_second_signal_stops_at_once(source: Path, target: Path) -> None:
    (source / "000.txt").write_text("page 0")
    (source / "001.txt").write_text("hang")
    command = Command(source, target, cleaner="tests.batch.cleaners:troubled").until_records()
    workers = command.workers()
    for _ in range(2):
        os.kill(command.process.pid, signal.SIGINT)
        time.sleep(0.2)
    start = time.monotonic()
    code, said = command.end()
    assert (code, time.monotonic() - start < 5.0) == (130, True)
    assert "Traceback" not in said
    assert_gone(workers)


def test_a_worker_in_a_loop_of_c_code_does_not_outlive_its_parent(source: Path, target: Path) -> None:
    (source / "001.txt").write_text("spin")
    command = Command(source, target, cleaner="tests.batch.cleaners:troubled").until_records()
    workers = command.workers()
    assert workers
    command.process.kill()
    command.end()
    assert_gone(workers)


def test_a_killed_worker_costs_nothing(source: Path, target: Path, undisturbed: bytes) -> None:
    command = Command(source, target)
    for count in (1, 21, 41):  # a second kill at one input would be the end of it: the first is to be done
        os.kill(command.until_records(count).workers()[0], signal.SIGKILL)
    code, said = command.end()
    assert code == 0, said
    assert (target / "articles.jsonl").read_bytes() == undisturbed


def test_a_second_run_is_refused_and_told_which_process_is_at_work(source: Path, target: Path) -> None:
    command = Command(source, target, nap=0.2).until_records()
    try:
        with pytest.raises(FolderError, match=f"process {command.process.pid}"):
            finish(source, target)
    finally:
        command.process.terminate()
        command.end()


def test_the_lock_of_a_dead_run_holds_nobody_up(source: Path, target: Path, undisturbed: bytes) -> None:
    target.mkdir()
    (target / "run.lock").write_text("1\n")
    assert finish(source, target) == undisturbed


def test_nobody_reading_the_progress_is_no_reason_to_stop(source: Path, target: Path) -> None:
    command = Command(source, target, progress="lines")
    for stream in (command.process.stdout, command.process.stderr):
        assert stream is not None
        stream.close()
    assert command.process.wait(timeout=60) in (
        0,
        1,
        120,
    )  # the driver itself may have failed to say how it went
    assert len((target / "articles.jsonl").read_bytes().splitlines()) == len(PAGES)


def test_a_program_given_on_the_command_line_may_run_it(
    source: Path, target: Path, undisturbed: bytes
) -> None:
    program = "import sys; from cleannews.batch import clean_folder; clean_folder(*sys.argv[1:], "
    program += "cleaner='tests.batch.cleaners:slow', workers=2)"
    subprocess.run(
        [sys.executable, "-c", program, str(source), str(target)], cwd=ROOT, check=True, timeout=60
    )
    assert (target / "articles.jsonl").read_bytes() == undisturbed


def test_a_thread_may_run_it(source: Path, target: Path, undisturbed: bytes) -> None:
    thread = threading.Thread(target=finish, args=(source, target))
    thread.start()
    thread.join(timeout=60)
    assert (target / "articles.jsonl").read_bytes() == undisturbed


@pytest.fixture
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another locale, time zone and hash seed than the undisturbed run had."""
    for name, value in {"TZ": "Pacific/Chatham", "LC_ALL": "C", "PYTHONHASHSEED": "12345"}.items():
        monkeypatch.setenv(name, value)


@pytest.mark.usefixtures("_surroundings")
def test_locale_time_zone_and_hash_seed_change_no_byte(
    source: Path, target: Path, undisturbed: bytes
) -> None:
    code, said = Command(source, target).end()
    assert code == 0, said
    assert (target / "articles.jsonl").read_bytes() == undisturbed
