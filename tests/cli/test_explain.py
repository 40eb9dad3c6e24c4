from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

import pytest

from cleannews.cli import main
from cleannews.cli.explaining import palette
from cleannews.explain import ANSI, PLAIN

if TYPE_CHECKING:
    from pathlib import Path

DUMP = """Home
News
Weather

Ferry stays at its pier

The river rose by two metres in one night, and the ferry of Ulmen stayed at its pier on Sunday.

The harbour master said that nobody had seen the water as high since the bridge was built there.

Share on Facebook
Comments (0)
"""


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "dump.txt"
    path.write_text(DUMP, encoding="utf-8")
    return path


def test_every_block_has_its_line(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(dump)]) == 0
    shown = capsys.readouterr().out
    assert re.search(r"^ +[0-9]+ \+ body +[01]\.[0-9]{2} [a-z_0-9]+ +The river rose", shown, re.MULTILINE)
    assert re.search(
        r"^ +[0-9]+ - [a-z_]+ +[01]\.[0-9]{2} [a-z_0-9]+ +Share on Facebook", shown, re.MULTILINE
    )
    assert re.search(r"^kept [0-9]+ of [0-9]+ blocks: ", shown, re.MULTILINE)
    assert "\x1b" not in shown


def test_json_holds_the_whole_input(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(dump), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    raw = "".join(block["raw"] for block in record["blocks"])
    assert "".join(raw.split()) == "".join(DUMP.split())


def test_colour_is_had_by_asking(dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(dump), "--color=always"]) == 0
    assert "\x1b[32m+" in capsys.readouterr().out


def test_an_empty_input_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    assert main(["explain", str(tmp_path / "a.txt")]) == 1
    assert "the input is empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("color", "terminal", "environment", "expected"),
    [
        ("auto", True, {}, ANSI),
        ("auto", False, {}, PLAIN),
        ("auto", True, {"NO_COLOR": "1"}, PLAIN),
        ("auto", True, {"NO_COLOR": ""}, ANSI),
        ("auto", True, {"TERM": "dumb"}, PLAIN),
        ("always", False, {"NO_COLOR": "1"}, ANSI),
        ("never", True, {}, PLAIN),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    color: str,
    *,
    terminal: bool,
    environment: dict[str, str],
    expected: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert palette(color) is expected
