from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import pytest

from cleannews.cli import main
from cleannews.cli.channels import json_text, say, write_file
from cleannews.errors import CleanNewsError

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_on_the_way_leaves_the_older_file_and_nothing_else(
    tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync" if step == "fsync" else "pathlib.Path.replace", fail)
    with pytest.raises(CleanNewsError, match=r"a\.txt cannot be written: no space left"):
        write_file(target, "new")
    assert target.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    write_file(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(os.name == "nt", reason="POSIX devices")
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    link = tmp_path / "null"
    link.symlink_to(os.devnull)
    write_file(link, "new")
    assert names(tmp_path) == ["null"]
    assert not link.is_file()


def test_a_long_name_is_no_problem(tmp_path: Path) -> None:
    target = tmp_path / ("a" * 250)
    write_file(target, "new")
    assert target.read_text(encoding="utf-8") == "new"


def test_what_is_written_is_valid_utf8(tmp_path: Path) -> None:
    write_file(tmp_path / "a", "caf\u00e9 \ud800")
    assert (tmp_path / "a").read_bytes() == "café ?".encode()


def test_a_message_is_one_line_without_commands_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\nb\x1b[2Jc\x9bd\u2028e")
    assert capsys.readouterr().err == "cleannews: a b [2Jc d e\n"


def test_json_holds_nothing_that_a_terminal_obeys() -> None:
    value = {"raw": "a\x1b[2J\x9b31m\u202e\u2028 é 語"}
    written = json_text(value)
    assert json.loads(written) == value
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", written)
    assert "é 語" in written


@pytest.mark.parametrize("name", ["a\x1b[2J.html", "a\nb.html", "a\x9b31m.html", "a\u202egpj.html"])
def test_an_odd_file_name_does_not_reach_the_terminal_raw(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / name)]) == 2
    shown = capsys.readouterr().err
    assert shown.count("\n") == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
