from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from cleannews.cli import main

if TYPE_CHECKING:
    from pathlib import Path

STORY = "The river rose by two metres in one night, and the ferry of Ulmen stayed at its pier on Sunday. "


@pytest.fixture
def dumps(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("b", "a", "c"):
        (folder / f"{name}.txt").write_text(f"River rises\n\n{STORY * 5}\n", encoding="utf-8")
    return folder


def run(dumps: Path, *options: str) -> int:
    return main(["batch", str(dumps), str(dumps.parent / "out"), "-j", "1", *options])


def test_every_input_gets_a_record_in_order(dumps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(dumps) == 0
    lines = (dumps.parent / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["a.txt", "b.txt", "c.txt"]
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "3 inputs" in captured.err


def test_a_failed_input_gives_exit_code_1_and_the_rest_completes(dumps: Path) -> None:
    (dumps / "empty.txt").write_bytes(b"")
    assert run(dumps, "--quiet") == 1
    lines = (dumps.parent / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["outcome"] == "failed" for line in lines] == [False, False, False, True]


def test_blocks_are_added_on_request(dumps: Path) -> None:
    assert run(dumps, "--quiet", "--blocks") == 0
    line = (dumps.parent / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()[0]
    assert json.loads(line)["blocks"]


def test_quiet_says_nothing(dumps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(dumps, "--quiet") == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_a_missing_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", str(tmp_path / "gone"), str(tmp_path / "out")]) == 2
    captured = capsys.readouterr()
    assert "gone does not exist" in captured.err
    assert captured.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_a_file_is_refused(dumps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = dumps.parent / "out"
    target.write_text("mine", encoding="utf-8")
    assert run(dumps) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert target.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_an_interrupt_ends_with_130_and_no_traceback(dumps: Path) -> None:
    for number in range(5_000):
        (dumps / f"{number}.txt").write_text(f"River rises\n\n{STORY * 40}\n", encoding="utf-8")
    command = [sys.executable, "-m", "cleannews", "batch", str(dumps), str(dumps.parent / "out"), "-q"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        records = dumps.parent / "out" / "articles.jsonl"
        while process.poll() is None and not (records.exists() and records.stat().st_size):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert b"Traceback" not in err
    assert err.startswith(b"cleannews: ")
