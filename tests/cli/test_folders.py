"""``cleannews stats`` and ``cleannews diff``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from cleannews.cli import main

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE: dict[str, Any] = {
    "schema_version": "1.0",
    **dict.fromkeys(("description", "subtitle", "modified", "dateline", "image", "is_free", "canonical_url")),
    **{name: [] for name in ("breadcrumbs", "tags", "images", "related", "warnings")},
    "outcome": "done",
    "title": "Rain",
    "text": "It rained.\n\nThe river rose.",
    "authors": ["Ann Lee"],
    "published": "2031-05-04",
    "language": "en",
    "site_name": "Courier",
    "url": "https://news.example/a",
    "section": "News",
    "comment_counts": {},
    "word_count": 5,
    "status": "ok",
    "confidence": 0.9,
    "article_score": 0.9,
    "kind": "html",
    "input_sha256": "",
    "duplicate_of": None,
}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[str, str]:
    """Two output folders that differ."""
    first = [
        {"path": "a.html"} | ARTICLE,
        {"path": "b.html"} | ARTICLE | {"title": "\x1b[31mRed\nalert"},
        {
            "path": "c.html",
            "outcome": "failed",
            "reason": "empty",
            "message": "it holds no text, or a title alone",
        },
        {"path": "d.html"} | ARTICLE,
    ]
    second = [
        first[0],
        {"path": "b.html"} | ARTICLE | {"text": "It rained.", "authors": []},
        first[2],
        {"path": "d.html", "outcome": "failed", "reason": "timeout", "message": "too long"},
    ]
    for name, records in (("one", first), ("two", second)):
        (tmp_path / name).mkdir()
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (tmp_path / name / "articles.jsonl").write_text(lines, encoding="utf-8")
    return str(tmp_path / "one"), str(tmp_path / "two")


def test_stats_tells_counts(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", folders[0]]) == 0
    said = capsys.readouterr().out
    assert "inputs      4\ndone        3 (3 ok)\nfailed      1 (1 empty)\n" in said
    assert "words       15; 5 / 5 / 5 (5 % / half / 95 %) an article\n" in said
    assert "          3 100.0%  authors\n" in said
    assert "          3 100.0%  news.example\n" in said
    assert "modified" not in said


def test_stats_for_programs(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", folders[0], "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["inputs"], told["fields"]["title"], told["words_each"]) == (4, 3, [5, 5, 5])


def test_diff_shows_the_worst_first(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *folders]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "4 inputs: 2 the same, 2 changed"
    assert lines[1] == "outcomes  1 done -> failed (timeout)"
    assert lines[5] == "3.00      d.html"
    assert lines[6:8] == ["          - done", "          + failed (timeout)"]
    assert lines[9].startswith("1.10      b.html  (-60% of the words)")
    assert "          - The river rose." in lines
    assert "          - title: [31mRed alert" in lines
    assert "          + authors: []" in lines


def test_diff_of_the_same_says_so(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", folders[0], folders[0]]) == 0
    assert capsys.readouterr().out == "4 inputs: 4 the same, 0 changed\n"


def test_diff_can_be_cut(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *folders, "-n", "1"]) == 1
    said = capsys.readouterr().out
    assert "b.html" not in said
    assert said.endswith("and 1 that weigh less; --limit shows more\n")


def test_diff_for_programs(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *folders, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [change["path"] for change in told["worst"]] == ["d.html", "b.html"]
    assert told["worst"][1]["fields"]["authors"] == {"before": ["Ann Lee"], "after": []}


def test_diff_has_colours(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *folders, "--color", "always"]) == 1
    assert "\x1b[31m- The river rose.\x1b[0m" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["stats"], ["diff"]])
def test_a_folder_without_records_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    folder = str(tmp_path)
    assert main([*command, folder, *([folder] if command == ["diff"] else [])]) == 2
    said = capsys.readouterr().err
    assert said == f"cleannews: {folder} holds no articles.jsonl; give the OUT folder of a run\n"


def test_a_file_of_records_is_sent_to_its_folder(
    folders: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stats", f"{folders[0]}/articles.jsonl"]) == 2
    said = capsys.readouterr().err
    assert (
        said == f"cleannews: {folders[0]}/articles.jsonl is a file; give the folder it is in: {folders[0]}\n"
    )
