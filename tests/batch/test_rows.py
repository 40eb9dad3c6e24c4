from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import pytest

from cleannews.batch.rows import pack_row, split_row

if TYPE_CHECKING:
    from pathlib import Path

    from tests.batch.shapes import Fill, Records, Run


def write(path: Path, columns: dict[str, list[Any]], **options: Any) -> None:  # noqa: ANN401 - passed on
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pyarrow.table(columns), path, **options)


@pytest.mark.parametrize(
    ("page", "back"), [("Rain", "Rain"), (b"\xff\n{", b"\xff\n{"), (None, None), (5, None), ("", "")]
)
def test_a_row_reads_back(page: object, back: object) -> None:
    known = {"url": "u", "id": 1.5, "others": {"n": 1}}
    assert split_row(pack_row(page, "u", 1.5, {"n": 1})) == (known, back)


def test_every_row_is_an_input(source: Path, run: Run, records: Records) -> None:
    columns: dict[str, list[Any]] = {
        "html": ["<p>one</p>", None, None],
        "text": [None, "two", None],
        "url": ["https://a.example/1", None, "https://a.example/3"],
        "id": [7, 8, 9],
        "other": [1.5, 2.5, 3.5],
    }
    write(source / "a.parquet", columns)
    run(id_field="id")
    assert [(r["line"], r.get("id"), r.get("text"), r.get("url"), r.get("reason")) for r in records()] == [
        (1, "7", "<p>one</p>", "https://a.example/1", None),
        (2, "8", "two", None, None),
        (3, None, None, None, "bad_line"),
    ]


def test_bytes_are_pages_too(source: Path, run: Run, records: Records) -> None:
    write(source / "a.parquet", {"raw": [b"one", b"two"], "link": ["https://a.example/1", None]})
    run(text_fields=("raw",), url_field="link")
    assert [(r["text"], r["url"]) for r in records()] == [("one", "https://a.example/1"), ("two", None)]


def test_row_groups_that_are_done_are_passed_over(
    source: Path, run: Run, records: Records, target: Path
) -> None:
    write(source / "a.parquet", {"text": [f"page {n}" for n in range(100)]}, row_group_size=10)
    run()
    whole = (target / "articles.jsonl").read_bytes()
    lines = whole.splitlines(keepends=True)
    (target / "articles.jsonl").write_bytes(b"".join(lines[:55]))
    report = run()
    assert (report.resumed, report.total) == (55, 100)
    assert (target / "articles.jsonl").read_bytes() == whole
    assert [r["line"] for r in records()] == list(range(1, 101))


def test_a_damaged_table_is_a_failed_input(fill: Fill, run: Run, records: Records) -> None:
    pytest.importorskip("pyarrow")
    fill({"a.parquet": b"PAR1 this is no table PAR1", "b.txt": "after"})
    run()
    assert [record.get("reason") for record in records()] == ["bad_archive", None]


def test_a_table_without_a_column_of_dumps_says_which_it_has(
    source: Path, run: Run, records: Records
) -> None:
    write(source / "a.parquet", {"story": ["one", "two"], "n": [1, 2], "x" * 99: [1, 2]})
    run()
    (record,) = records()
    assert record["reason"] == "bad_line"
    assert f"it has story, n, {'x' * 40}; name the one that holds the dumps with" in record["message"]
    assert "--text-field" in record["message"]


def test_without_pyarrow_a_table_is_a_failed_input_that_says_so(
    fill: Fill, run: Run, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    fill({"a.parquet": b"PAR1"})
    run()
    assert records()[0]["reason"] == "needs_extra"
    assert "pip install pyarrow" in records()[0]["message"]


def test_the_other_columns_tell_of_the_article(source: Path, run: Run, records: Records) -> None:
    columns: dict[str, list[Any]] = {
        "text": ["It rained all day in the valley, and the river rose by two metres.", None],
        "html": [None, "<p>It rained all day in the valley, and the river rose by two metres.</p>"],
        "title": ["Rain stops the ferry", None],
        "authors": [["Ann Lee", "Bo Ray"], []],
        "publish_date": [datetime(2024, 5, 3, tzinfo=timezone.utc), None],
        "metadata": [{"keywords": "rain;river"}, None],
        "image": [b"no address", None],
        "embedding": [[0.5], [0.5]],
    }
    write(source / "a.parquet", columns)
    run(cleaner="cleannews.pipeline:clean")
    first, second = records()
    assert (first["title"], first["authors"], first["published"], first["tags"], first["image"]) == (
        "Rain stops the ferry",
        ["Ann Lee", "Bo Ray"],
        "2024-05-03T00:00:00+00:00",
        ["rain", "river"],
        None,
    )
    assert (second["title"], second["authors"], second["text"]) == (None, [], first["text"])
