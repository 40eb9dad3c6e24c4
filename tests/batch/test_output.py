from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cleannews.batch import clean_folder
from cleannews.batch.output import write_whole
from cleannews.errors import FolderError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.batch.shapes import Fill, Run


def test_what_cannot_take_its_name_is_named_and_leaves_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "failures.jsonl"
    (path / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match=r"failures\.jsonl'$") as told:
        write_whole(path, [b"one"])
    assert told.value.filename == str(path)
    assert [item.name for item in tmp_path.iterdir()] == ["failures.jsonl"]


def test_what_is_written_is_there_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "failures.jsonl"
    path.write_bytes(b"old")
    write_whole(path, [b"one", b"two"])
    assert path.read_bytes() == b"onetwo"
    assert [item.name for item in tmp_path.iterdir()] == ["failures.jsonl"]


@pytest.mark.parametrize("name", ["articles.jsonl", "failures.jsonl", "ledger.sqlite"])
def test_a_folder_in_the_place_of_a_file_is_told_before_anything_is_done(
    fill: Fill, run: Run, target: Path, name: str
) -> None:
    fill({"a.txt": "one"})
    run()
    (target / name).unlink()
    (target / name).mkdir()
    before = sorted(item.name for item in target.iterdir())
    with pytest.raises(FolderError, match=f"{name} is a folder; remove it or give another output folder"):
        run()
    assert sorted(item.name for item in target.iterdir()) == before


def test_a_folder_that_comes_amid_a_run_is_told_by_its_name(
    fill: Fill, source: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill({"a.txt": "one"})
    monkeypatch.setattr("cleannews.batch.folder._check_target", lambda *_: None)
    (target / "failures.jsonl").mkdir(parents=True)
    with pytest.raises(FolderError, match=r"cannot go on: .* \([^ ]*failures\.jsonl\); what was finished"):
        clean_folder(source, target, workers=1, cleaner="tests.batch.cleaners:plain")
    assert not (target / "failures.jsonl.tmp").exists()


def test_a_folder_that_takes_no_file_is_told(fill: Fill, run: Run, target: Path) -> None:
    fill({"a.txt": "one"})
    (target / "run.lock").mkdir(parents=True)
    with pytest.raises(FolderError, match=r"run\.lock cannot be written: .*; give another output folder$"):
        run()
