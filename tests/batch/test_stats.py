from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cleannews.batch.difference import difference
from cleannews.batch.stats import folder_stats
from cleannews.errors import FolderError
from tests.batch.inline import InlineSupervisor

if TYPE_CHECKING:
    from pathlib import Path

    from tests.batch.shapes import Fill, Run

RICH = "tests.batch.cleaners:rich"


@pytest.fixture(autouse=True)
def _inline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleannews.batch.run.Supervisor", InlineSupervisor)


def test_the_numbers_are_those_of_the_records(fill: Fill, run: Run, target: Path) -> None:
    line = json.dumps({"text": "five words are in it", "url": "https://www.news.example/a"})
    fill(
        {"a.txt": "one two unsure", "b.txt": "", "c.txt": "raise", "d.jsonl": line, "e.txt": "status partial"}
    )
    run(cleaner=RICH)
    stats = folder_stats(target)
    assert (stats.inputs, stats.done, stats.failed, stats.dropped) == (5, 3, 2, 0)
    assert stats.failures == {"empty": 1, "error": 1}
    assert stats.statuses == {"ok": 2, "partial": 1}
    assert (stats.words, stats.words_each, stats.low_confidence) == (10, (2, 3, 5), 1)
    assert stats.sites == {"unknown": 2, "news.example": 1}
    assert stats.fields["authors"] == 3
    assert "section" in stats.fields
    assert "language" not in stats.fields
    assert stats.languages == {"unknown": 3}


def test_copies_count(fill: Fill, run: Run, target: Path) -> None:
    fill({"a.txt": "same", "b.txt": "same", "c.txt": "same"})
    run()
    assert (folder_stats(target).copies, folder_stats(target).dropped) == (2, 0)
    run(copies="drop", resume=False)
    assert (folder_stats(target).copies, folder_stats(target).dropped) == (0, 2)


@pytest.mark.parametrize("form", ["jsonl", "jsonl.gz"])
def test_packed_records_count_the_same(fill: Fill, run: Run, target: Path, form: str) -> None:
    fill({"a.txt": "one", "b.txt": "two"})
    run(formats=(form,))
    assert folder_stats(target).words_each == (0, 0, 0)
    assert folder_stats(target).done == 2


def test_an_empty_run_has_numbers_too(source: Path, run: Run, target: Path) -> None:
    assert source.is_dir()
    run()
    stats = folder_stats(target)
    assert (stats.inputs, stats.words_each, stats.confidence) == (0, (), ())
    assert json.loads(json.dumps(stats.to_dict()))["sites"] == {}


def test_what_is_no_output_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match=r"holds no articles\.jsonl"):
        folder_stats(tmp_path)
    with pytest.raises(FolderError, match="does not exist"):
        folder_stats(tmp_path / "gone")


@pytest.mark.parametrize("damage", ["{", '{"line": 1}', "5", '"text"', "\xff"])
def test_a_damaged_record_is_named(fill: Fill, run: Run, target: Path, damage: str) -> None:
    fill({"a.txt": "one"})
    run()
    with (target / "articles.jsonl").open("ab") as file:
        file.write(damage.encode("latin-1"))
    with pytest.raises(FolderError, match="line 2: this is no record"):
        folder_stats(target)


OLD = {
    "text": "Rain",
    "status": "ok",
    "confidence": 1.0,
    "article_score": 1.0,
    "kind": "text",
    "input_sha256": "",
}


@pytest.mark.parametrize(
    "record",
    [
        {"path": 1},
        {"path": "a.txt", "text": "Rain"},
        {"path": "a.txt", "outcome": "done", "text": "Rain"},
        {"path": "a.txt", "outcome": "done", **OLD, "text": 5},
        {"path": "a.txt", "outcome": "failed"},
        {"path": "a.txt", "outcome": "lost"},
        {"path": "a.txt", "outcome": ["done"]},
        {"outcome": "done", **OLD},
        ["path", "outcome"],
        "path",
        None,
    ],
)
def test_lines_of_another_kind_are_no_records(target: Path, record: object) -> None:
    target.mkdir()
    (target / "articles.jsonl").write_text(f"{json.dumps(record)}\n")
    words = r"articles\.jsonl, line 1: this is no record; give the OUT folder of a run$"
    with pytest.raises(FolderError, match=words):
        folder_stats(target)
    with pytest.raises(FolderError, match=words):
        difference(target, target, most=1)


def test_records_of_an_older_version_count_as_far_as_they_go(target: Path) -> None:
    target.mkdir()
    (target / "articles.jsonl").write_text(json.dumps({"path": "a.txt", "outcome": "done", **OLD}) + "\n")
    stats = folder_stats(target)
    assert (stats.done, stats.words, stats.languages) == (1, 0, {"unknown": 1})
    assert difference(target, target, most=1).same == 1
