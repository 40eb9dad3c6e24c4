"""The records in other forms: every form says the same, and none ever says what the records do not."""

from __future__ import annotations

import csv
import gzip
import importlib
import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from cleannews import formats, markup
from cleannews.article import Article
from cleannews.batch import forms, tree
from cleannews.batch.forms import FORMS
from cleannews.columns import arrow_schema, article_columns
from cleannews.errors import FolderError
from tests.batch.inline import InlineSupervisor

if TYPE_CHECKING:
    from pathlib import Path

    from tests.batch.shapes import Fill, Records, Run

RICH = "tests.batch.cleaners:rich"
INPUTS = {
    "a.html": "one",
    "a.txt": 'two, "quoted"\nand more',
    "b/c.txt": "three",
    "b/d.jsonl": '"four"\n5\n{"text": "six", "id": 6}\n',
    "e.txt": "",
    "f.txt": "raise",
    "g.txt": "one",
}
ALL = tuple(FORMS)


@pytest.fixture(autouse=True)
def _inline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No processes, and no waiting for the whole machine's disks."""
    monkeypatch.setattr("cleannews.batch.run.Supervisor", InlineSupervisor)
    monkeypatch.setattr("os.sync", lambda: None, raising=False)


def needed(form: str) -> None:
    if FORMS[form].package:
        pytest.importorskip(FORMS[form].package)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def state(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, but for the ledger."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.suffix != ".sqlite"
    }


def parquet_rows(path: Path) -> list[dict[str, Any]]:
    table = importlib.import_module("pyarrow.parquet").read_table(path)
    maps = [name for name, shape in article_columns(blocks=True).items() if shape[0] == "map"]
    rows: list[dict[str, Any]] = table.to_pylist()
    return [row | {name: dict(row[name]) for name in maps if row[name] is not None} for row in rows]


def without_none(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if value is not None}


@pytest.mark.parametrize("blocks", [False, True])
def test_parquet_says_what_the_records_say(
    fill: Fill, run: Run, records: Records, target: Path, *, blocks: bool
) -> None:
    needed("parquet")
    fill(INPUTS)
    run(cleaner=RICH, formats=("parquet",), blocks=blocks)
    rows = parquet_rows(target / "articles.parquet")
    assert [without_none(row) for row in rows] == [without_none(record) for record in records()]
    assert Article.from_dict(rows[0]) == Article.from_dict(records()[0])
    assert set(rows[0]) >= {"path", "line", "id", "site", "outcome", "reason", "message", "duplicate_of"}


def test_every_field_of_an_article_has_its_type() -> None:
    pytest.importorskip("pyarrow")
    kinds = {field.name: str(field.type) for field in arrow_schema(article_columns(blocks=True))}
    assert list(kinds) == ["schema_version", *formats.KEYS]
    assert (kinds["word_count"], kinds["confidence"], kinds["is_free"]) == ("int64", "double", "bool")
    assert kinds["authors"].startswith("list<")
    assert kinds["comment_counts"] == "map<string, int64>"
    assert "end: int64" in kinds["paragraphs"]
    for name in formats.BLOCK_KEYS:
        assert f"{name}: " in kinds["blocks"]


def test_parquet_is_written_a_group_at_a_time(
    fill: Fill, run: Run, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed("parquet")
    monkeypatch.setattr("cleannews.batch.tables._GROUP_BYTES", 3000)
    fill({f"{number}.txt": f"page {number}" for number in range(9)})
    run(formats=("parquet",))
    parquet = importlib.import_module("pyarrow.parquet").ParquetFile(target / "articles.parquet")
    assert parquet.num_row_groups > 2
    assert parquet.metadata.num_rows == 9


def test_csv_says_what_the_records_say(fill: Fill, run: Run, records: Records, target: Path) -> None:
    fill(INPUTS)
    run(cleaner=RICH, formats=("csv",))
    rows = list(csv.DictReader(io.StringIO((target / "articles.csv").read_text("utf-8"), newline="")))
    assert len(rows) == len(records()) == 9
    for row, record in zip(rows, records(), strict=True):
        for name, cell in row.items():
            value = record.get(name)
            assert cell == (
                ""
                if value is None
                else value
                if isinstance(value, str)
                else json.dumps(value, ensure_ascii=False)
            )
    assert set(rows[0]) >= set(formats.KEYS) - {"paragraphs", "blocks"}


def test_packed_records_are_the_records(fill: Fill, run: Run, target: Path) -> None:
    fill(INPUTS)
    run()
    plain = (target / "articles.jsonl").read_bytes()
    run(formats=("jsonl.gz",))
    assert names(target) == {"articles.jsonl.gz", "failures.jsonl", "ledger.sqlite"}
    assert gzip.decompress((target / "articles.jsonl.gz").read_bytes()) == plain


def test_zstandard_too(fill: Fill, run: Run, target: Path) -> None:
    codec = pytest.importorskip("zstandard")
    fill(INPUTS)
    report = run(formats=("jsonl.zst", "jsonl"))
    plain = (target / "articles.jsonl").read_bytes()
    assert (
        codec.ZstdDecompressor().decompressobj().decompress((target / "articles.jsonl.zst").read_bytes())
        == plain
    )
    assert report.outputs == (target / "articles.jsonl.zst", target / "articles.jsonl")


@pytest.mark.parametrize("form", ["txt", "md", "json"])
def test_each_article_has_a_file_under_its_input_s_path(
    fill: Fill, run: Run, records: Records, target: Path, form: str
) -> None:
    fill(INPUTS)
    run(cleaner=RICH, formats=(form,))
    done = {
        f"{r['path']}/{r['line']}.{form}" if "line" in r else f"{r['path']}.{form}": r
        for r in records()
        if r["outcome"] == "done"
    }
    files = state(target / form)
    assert set(files) == set(done)
    assert len(files) == 6
    for name, record in done.items():
        written = files[name].decode()
        if form == "json":
            assert json.loads(written) == record
        else:
            assert written == (formats.text(record) if form == "txt" else markup.markdown(record))


def test_a_file_system_that_takes_two_names_for_one_costs_no_article(
    fill: Fill, run: Run, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = tree._write_new  # noqa: SLF001 - what stands for the file system

    def folding(path: Path, data: bytes) -> None:
        write(path.with_name(path.name.lower()), data)

    monkeypatch.setattr(tree, "_write_new", folding)
    fill({"a.txt": "small", "A.TXT": "large"})
    run(formats=("txt",))
    assert sorted(state(target / "txt").values()) == [b"large\n", b"small\n"]


@pytest.mark.parametrize("form", ALL)
def test_a_finished_run_writes_nothing_anew(fill: Fill, run: Run, target: Path, form: str) -> None:
    needed(form)
    fill(INPUTS)
    first = run(formats=(form,))
    before = state(target)
    path = first.outputs[0]
    stamp = path.stat().st_mtime_ns
    again = run(formats=(form,))
    assert again.resumed == again.total
    assert state(target) == before
    assert path.stat().st_mtime_ns == stamp


@pytest.mark.parametrize("form", ALL)
def test_a_form_can_be_asked_for_later(fill: Fill, run: Run, target: Path, form: str) -> None:
    needed(form)
    fill(INPUTS)
    run()
    report = run(formats=(form,))
    assert report.resumed == report.total
    assert report.outputs[0].exists()
    assert str(report.outputs[0]) in report.summary()
    assert target / "ledger.sqlite" not in report.outputs


@pytest.mark.parametrize("form", ALL)
@pytest.mark.parametrize("change", ["edit", "add", "remove"])
def test_after_a_change_every_form_is_that_of_a_fresh_run(
    fill: Fill, run: Run, source: Path, target: Path, form: str, change: str
) -> None:
    needed(form)
    fill(INPUTS)
    run(formats=(form,))
    if change == "remove":
        (source / "b" / "c.txt").unlink()
    else:
        fill({"a.html" if change == "edit" else "b/a.txt": "changed"})
    run(formats=(form,))
    resumed = state(target)
    run(formats=(form,), resume=False)
    assert resumed == state(target)
    assert not list(target.rglob("*.tmp"))


def test_a_form_that_is_no_longer_true_is_taken_away(fill: Fill, run: Run, target: Path) -> None:
    fill(INPUTS)
    run(formats=("csv", "md"))
    assert names(target) >= {"articles.csv", "md"}
    run()
    assert names(target) >= {"articles.csv", "md"}
    fill({"a.html": "changed"})
    run()
    assert names(target) == {"articles.jsonl", "failures.jsonl", "ledger.sqlite"}


def test_starting_over_takes_the_other_forms_away(fill: Fill, run: Run, target: Path, source: Path) -> None:
    fill({"a.txt": "one"})
    run(formats=("csv",))
    (source / "a.txt").unlink()
    run(resume=False)
    assert names(target) == {"articles.jsonl", "failures.jsonl", "ledger.sqlite"}


@pytest.mark.parametrize("form", ["csv", "jsonl.gz", "txt"])
def test_a_lost_or_cut_form_is_made_again(fill: Fill, run: Run, target: Path, form: str) -> None:
    fill(INPUTS)
    path = run(formats=(form, "jsonl")).outputs[0]
    before = state(target)
    if path.is_dir():
        tree.remove_tree(path)
    else:
        path.write_bytes(path.read_bytes()[:-1])
    run(formats=(form, "jsonl"))
    assert state(target) == before


def test_damaged_packed_records_are_made_again(fill: Fill, run: Run, target: Path) -> None:
    fill(INPUTS)
    run(formats=("jsonl.gz",))
    before = state(target)
    path = target / "articles.jsonl.gz"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    assert run(formats=("jsonl.gz",)).resumed < 9
    assert state(target) == before


@pytest.mark.parametrize("form", ["parquet", "jsonl.zst"])
def test_a_form_whose_package_is_missing_is_refused_before_anything_is_done(
    fill: Fill, run: Run, target: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setitem(sys.modules, FORMS[form].package, None)
    fill(INPUTS)
    with pytest.raises(FolderError, match=r"pip install (pyarrow|zstandard)"):
        run(formats=(form,))
    assert not target.exists()


def test_an_unknown_form_is_refused(fill: Fill, run: Run) -> None:
    fill(INPUTS)
    with pytest.raises(ValueError, match="'xml' is not known"):
        run(formats=("xml",))
    with pytest.raises(TypeError, match="no tuple"):
        run(formats="csv")


def test_the_checks_see_all_forms() -> None:
    assert set(FORMS) == {"jsonl", "jsonl.gz", "jsonl.zst", "parquet", "csv", "txt", "md", "json", "report"}
    assert set(forms.TREES) | set(forms.PACKED) < set(FORMS)


def test_a_file_that_was_lost_or_cut_is_written_anew(fill: Fill, run: Run, target: Path) -> None:
    fill({"a.txt": "one", "b/c.txt": "two", "d.txt": "three"})
    run(formats=("md",))
    whole = {path: path.read_bytes() for path in (target / "md").rglob("*.md")}
    lost, cut = sorted(whole)[:2]
    lost.unlink()
    run(formats=("md",))
    cut.write_bytes(whole[cut][:-1])
    run(formats=("md",))
    assert {path: path.read_bytes() for path in (target / "md").rglob("*.md")} == whole
