from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from cleannews.batch import clean_folder, progress
from cleannews.batch.progress import progress_of
from tests.label.site.newsroom import HARBOUR

if TYPE_CHECKING:
    from pathlib import Path


class Clock:
    """A clock that is set by hand."""

    now = 1000.0
    step = 0.0
    """Seconds that pass whenever somebody looks."""

    def monotonic(self) -> float:
        """Return the time that was set."""
        self.now += self.step
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    return clock


def test_a_line_comes_now_and_then(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    shown = progress_of("lines")
    shown.start("cleaning", 200, 100)
    for number in range(40):
        clock.now += 0.5
        shown.step(failed=number % 10 == 0)
    shown.close()
    assert capsys.readouterr().err.splitlines() == [
        "cleaning: 120 of 200 inputs, 2 failed, 2 a second",
        "cleaning: 140 of 200 inputs, 4 failed, 2 a second",
    ]


def test_without_a_terminal_there_are_lines(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    shown = progress_of("auto")
    shown.start("cleaning", 2, 0)
    clock.now += 60
    shown.step(failed=False)
    assert "1 of 2 inputs" in capsys.readouterr().err


def test_off_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    shown = progress_of("off")
    shown.start("cleaning", 1, 0)
    shown.step(failed=True)
    shown.close()
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("kind", "said"), [("lines", "writing articles.csv\n"), ("off", "")])
def test_what_is_done_besides_is_told(kind: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    progress_of(kind).tell("writing articles.csv")
    assert capsys.readouterr().err == said


def test_a_bar_counts_failures(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm")
    shown = progress_of("bar")
    shown.start("cleaning", 10, 4)
    for _ in range(6):
        shown.step(failed=True)
    shown.close()
    said = capsys.readouterr().err
    assert "10/10" in said
    assert "6 failed" in said


def test_a_bar_without_its_package_is_lines(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    progress_of("bar").start("cleaning", 1, 0)
    assert clock.now == 1000.0


def test_a_closed_channel_is_no_reason_to_stop(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed:
        def write(self, _text: str) -> None:
            raise BrokenPipeError

        def isatty(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stderr", Closed())
    shown = progress_of("auto")
    shown.start("cleaning", 1, 0)
    clock.now += 60
    shown.step(failed=False)
    shown.close()


def test_both_passes_are_shown(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(clock, "step", 6.0)
    (tmp_path / "in").mkdir()
    for number in range(4):
        (tmp_path / "in" / f"{number}.txt").write_text(HARBOUR.text(number))
    clean_folder(tmp_path / "in", tmp_path / "out", workers=1, progress="lines")
    said = capsys.readouterr().err
    assert said.index("learning: 2 of 4 inputs, 0 failed") < said.index("cleaning: 2 of 4 inputs, 0 failed")
    clean_folder(tmp_path / "in", tmp_path / "out", workers=1, progress="lines")
    assert "learning" not in capsys.readouterr().err


def test_where_files_hold_many_inputs_their_number_is_not_known(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(clock, "step", 6.0)
    (tmp_path / "pages.jsonl").write_text("".join(json.dumps(HARBOUR.text(n)) + "\n" for n in range(4)))
    clean_folder(tmp_path / "pages.jsonl", tmp_path / "out", workers=1, progress="lines", learn="never")
    assert "cleaning: 2 inputs, 0 failed" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["auto", "lines", "bar"])
def test_without_standard_error_nothing_is_said(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    shown = progress_of(kind)
    shown.start("cleaning", 2, 0)
    shown.tell("writing")
    shown.step(failed=True)
    shown.close()
