from __future__ import annotations

import os
from pathlib import Path

import pytest

from cleannews.batch.inputs import Entry, PassedOver, container_kind, is_input
from cleannews.batch.reasons import Reason
from cleannews.batch.sources import sources_of


def inputs(source: Path, output: Path | None = None) -> dict[str, str]:
    """Return what is to be cleaned, with its problem."""
    found = sources_of(source).scan(output=output or source / "no such folder")
    return {os.fsdecode(entry.path): entry.problem for entry in found if isinstance(entry, Entry)}


def passed_over(source: Path, output: Path | None = None) -> dict[str, str]:
    found = sources_of(source).scan(output=output or source / "no such folder")
    return {os.fsdecode(item.path): item.why for item in found if isinstance(item, PassedOver)}


@pytest.mark.parametrize(
    "name",
    ["a.html", "a.HTM", "a.xhtml", "a.txt", "a.text", "a.md", "a.html.gz", "a.txt.ZST", "a.jsonl", "a.b.txt"],
)
def test_dumps_are_known_by_their_suffix(name: str) -> None:
    assert is_input(name)


@pytest.mark.parametrize(
    "name", ["a", "a.jpg", "html", "a.html.jpg", "a.gz", "a.json", "a.tar.gz", "a.html~"]
)
def test_other_files_are_not_inputs(name: str) -> None:
    assert not is_input(name)


def test_containers_are_jsonl_packed_or_not() -> None:
    assert container_kind("a.jsonl")
    assert container_kind("a.ndjson.gz")
    assert not container_kind("a.html.gz")


def test_folders_below_are_walked_and_other_files_passed_over(tmp_path: Path) -> None:
    (tmp_path / "2031" / "05").mkdir(parents=True)
    (tmp_path / "2031" / "05" / "a.html").touch()
    (tmp_path / "b.txt").touch()
    (tmp_path / "photo.jpg").touch()
    assert inputs(tmp_path) == {"2031/05/a.html": "", "b.txt": ""}
    assert passed_over(tmp_path) == {"photo.jpg": "suffix"}


def test_one_file_is_an_input_folder_of_one(tmp_path: Path) -> None:
    (tmp_path / "a.html").touch()
    (tmp_path / "b.html").touch()
    assert inputs(tmp_path / "a.html") == {"a.html": ""}


def test_a_folder_named_like_a_dump_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.html").mkdir()
    (tmp_path / "x.html" / "y.html").touch()
    assert inputs(tmp_path) == {"x.html/y.html": ""}


def test_the_output_folder_inside_is_never_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").touch()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "articles.jsonl").touch()
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "out" / "articles.jsonl")
    assert inputs(tmp_path, tmp_path / "out") == {"a.html": ""}
    assert passed_over(tmp_path, tmp_path / "out") == {"out": "output", "link.jsonl": "link"}


def test_the_output_folder_of_another_run_is_never_read(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    for name in ("ledger.sqlite", "articles.jsonl", "page.html"):
        (tmp_path / "old" / name).touch()
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "articles.jsonl").touch()
    assert inputs(tmp_path, tmp_path / "out") == {"pages/articles.jsonl": ""}
    assert passed_over(tmp_path, tmp_path / "out") == {"old": "output"}


def test_the_output_folder_of_another_run_is_not_read_when_it_is_named(tmp_path: Path) -> None:
    for name in ("ledger.sqlite", "articles.jsonl", "page.html"):
        (tmp_path / name).touch()
    assert inputs(tmp_path, tmp_path / "out") == {}
    assert passed_over(tmp_path, tmp_path / "out") == {"": "output"}


def test_loops_of_links_are_not_walked(tmp_path: Path) -> None:
    (tmp_path / "a.html").touch()
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "round.html").symlink_to("round.html")
    assert inputs(tmp_path) == {"a.html": "", "round.html": Reason.DANGLING_LINK}
    assert passed_over(tmp_path) == {"loop": "link"}


def test_a_file_counts_once_however_many_links_lead_to_it(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.html").touch()
    (folder / "again.html").symlink_to("a.html")
    assert inputs(folder) == {"a.html": ""}
    assert passed_over(folder) == {"again.html": "link"}


def test_a_link_to_a_file_that_is_no_input_itself_is_one(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "outside.html").touch()
    (folder / "page.dump").touch()
    (folder / "a.html").symlink_to(tmp_path / "outside.html")
    (folder / "b.html").symlink_to("page.dump")
    assert inputs(folder) == {"a.html": "", "b.html": ""}


def test_what_is_no_regular_file_is_told_without_opening_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "gone.html").symlink_to("nowhere")
    assert inputs(tmp_path) == {
        "pipe.html": Reason.NOT_REGULAR,
        "zero.txt": Reason.NOT_REGULAR,
        "gone.html": Reason.DANGLING_LINK,
    }


def test_a_folder_that_cannot_be_listed_is_a_failed_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.html").touch()
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert inputs(tmp_path) == {"a.html": "", "closed": Reason.UNREADABLE}


def test_odd_names_are_taken_as_they_are(tmp_path: Path) -> None:
    names = [b"new\nline.html", b"caf\xe9.html", b"-rf.html", b"A.html", b"a.html", b"x" * 250 + b".html"]
    names += ["é.html".encode(), "e\u0301.html".encode()]
    for name in names:
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).touch()  # noqa: PTH118 - names are bytes
    found = sources_of(tmp_path).scan(output=tmp_path / "out")
    assert sorted(item.path for item in found) == sorted(names)
