from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cleannews.batch import clean_folder
from cleannews.batch.inputs import Entry, PassedOver
from cleannews.batch.pattern import Pattern, split_pattern
from cleannews.batch.sources import sources_of
from cleannews.errors import FolderError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.batch.sources import Source


@pytest.fixture
def _tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of dumps as the working folder."""
    for name in ("in/a.html", "in/b.txt", "in/x.php", "in/2031/a.html", "in/2031/05/c.html", "other/d.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    monkeypatch.chdir(tmp_path)


def found(given: Source) -> dict[str, str]:
    entries = sources_of(given).scan(output=Path("out"))
    return {os.fsdecode(entry.path): entry.problem for entry in entries if isinstance(entry, Entry)}


@pytest.mark.parametrize(
    ("given", "paths"),
    [
        ("in/*.html", {"a.html"}),
        ("in/**/*.html", {"a.html", "2031/a.html", "2031/05/c.html"}),
        ("in/**/05/*", {"2031/05/c.html"}),
        ("in/*.php", {"x.php"}),
        ("in/[ab].*", {"a.html", "b.txt"}),
        ("in/20??", {"2031/a.html", "2031/05/c.html"}),
        ("*/d.md", {"other/d.md"}),
        ("./in/?.txt", {"b.txt"}),
        ("in/**", {"a.html", "b.txt", "x.php", "2031/a.html", "2031/05/c.html"}),
    ],
)
@pytest.mark.usefixtures("_tree")
def test_a_pattern_names_files_relative_to_its_fixed_part(given: str, paths: set[str]) -> None:
    assert found(given) == dict.fromkeys(paths, "")


@pytest.mark.usefixtures("_tree")
def test_an_absolute_pattern_works_too(tmp_path: Path) -> None:
    assert found(f"{tmp_path}/in/*.txt") == {"b.txt": ""}


@pytest.mark.usefixtures("_tree")
def test_a_file_with_a_wildcard_in_its_name_is_that_file() -> None:
    Path("in/[a].html").write_text("x")
    assert found("in/[a].html") == {"[a].html": ""}


@pytest.mark.parametrize("given", ["in/*.jpg", "gone/*.html", "gone", "in/gone.html"])
@pytest.mark.usefixtures("_tree")
def test_what_leads_to_nothing_is_refused(given: str) -> None:
    with pytest.raises(FolderError, match=r"no file matches|does not exist"):
        found(given)


@pytest.mark.usefixtures("_tree")
def test_a_list_keeps_the_paths_as_they_were_written(tmp_path: Path) -> None:
    given: list[str | Path] = [
        "in/a.html",
        "./in//b.txt",
        Path("other"),
        f"{tmp_path}/in/x.php",
        "in/2031/*.html",
    ]
    assert found(given) == dict.fromkeys(
        ["in/a.html", "in/b.txt", "other/d.md", f"{tmp_path}/in/x.php", "in/2031/a.html"], ""
    )


@pytest.mark.usefixtures("_tree")
def test_what_a_list_names_in_vain_is_a_failed_input() -> None:
    os.mkfifo("in/pipe")
    Path("in/link").symlink_to("nowhere")
    Path("in/round").symlink_to("round")
    long = "x" * 300
    given = [
        "in/gone.html",
        "in/*.jpg",
        "in/pipe",
        "in/link",
        long,
        "in/a.html/b",
        "in/round",
        "in/round/a",
        "a\0b",
    ]
    assert found(given) == {
        long: "missing",
        "in/a.html/b": "missing",
        "in/round": "dangling_link",
        "in/round/a": "unreadable",
        "a\0b": "missing",
        "in/gone.html": "missing",
        "in/*.jpg": "missing",
        "in/pipe": "not_regular",
        "in/link": "dangling_link",
    }


@pytest.mark.usefixtures("_tree")
def test_the_output_is_no_input_even_if_it_is_named() -> None:
    Path("out").mkdir()
    Path("out/articles.jsonl").touch()
    items = list(sources_of(["out", "out/articles.jsonl", "in/../out"]).scan(output=Path("out")))
    assert all(isinstance(item, PassedOver) and item.why == "output" for item in items)
    assert len(items) == 3


@pytest.mark.usefixtures("_tree")
def test_the_working_folder_can_be_listed() -> None:
    assert "in/a.html" in found(["."])


@pytest.mark.usefixtures("_tree")
def test_loops_of_links_cannot_trap_a_pattern() -> None:
    Path("in/2031/up").symlink_to("..")
    Path("in/again.html").symlink_to("a.html")
    assert found("in/**/*.html") == dict.fromkeys(["a.html", "2031/a.html", "2031/05/c.html"], "")


@pytest.mark.usefixtures("_tree")
def test_a_list_is_taken_one_by_one_and_named_twice_counts_once() -> None:
    def names() -> Iterator[str]:
        yield from ("in/a.html", "in/b.txt", "./in/a.html")

    report = clean_folder(names(), "out", cleaner="tests.batch.cleaners:plain", workers=1)
    assert report.total == 2


@pytest.mark.usefixtures("_tree")
def test_a_folder_without_any_input_of_the_records_is_refused() -> None:
    options: dict[str, Any] = {"cleaner": "tests.batch.cleaners:plain", "workers": 1}
    clean_folder("in", "out", **options)
    before = Path("out/articles.jsonl").read_bytes()
    with pytest.raises(FolderError, match="4 records, and none of their inputs is in other"):
        clean_folder("other", "out", **options)
    assert Path("out/articles.jsonl").read_bytes() == before
    assert clean_folder("other", "out", resume=False, **options).total == 1


def test_a_folder_with_hardly_any_input_of_the_records_is_refused(tmp_path: Path) -> None:
    options: dict[str, Any] = {"cleaner": "tests.batch.cleaners:plain", "workers": 1}
    first, other, out = tmp_path / "first", tmp_path / "other", tmp_path / "out"
    for folder, count in ((first, 40), (other, 3)):
        folder.mkdir()
        for number in range(count):
            (folder / f"{number}.txt").write_text("It rained.")
    clean_folder(first, out, **options)
    with pytest.raises(FolderError, match="40 records, and inputs of 3 of them are in"):
        clean_folder(other, out, **options)
    for number in range(3, 40, 9):
        (other / f"{number}.txt").write_text("It rained.")
    report = clean_folder(other, out, **options)
    assert (report.total, report.gone) == (8, 32)


@pytest.mark.parametrize(
    ("folder", "expected"),
    [("a", True), ("a/b", False), ("b", False), ("a/2031", True), ("a/2031/x/y", True)],
)
def test_folders_that_cannot_hold_a_match_are_not_entered(folder: str, expected: bool) -> None:  # noqa: FBT001 - a row
    assert Pattern("a/20*/**/*.html").enters(folder) is expected


@pytest.mark.parametrize("depth", [30, 3_000])
def test_many_wildcards_over_deep_folders_take_no_time(depth: int) -> None:
    pattern = Pattern("/".join(["**", "a"] * 12 + ["b.html"]))
    assert not pattern.wants("/".join(["a"] * depth) + "/c.html")
    assert pattern.wants("/".join(["a"] * depth) + "/b.html")
    assert pattern.enters("/".join(["a"] * depth))


def test_a_pattern_is_split_before_its_first_wildcard() -> None:
    assert split_pattern("/*.html") == ("/", "*.html")
    assert split_pattern("*.html") == ("", "*.html")
    assert split_pattern("/a/b/c*/d") == ("/a/b", "c*/d")
