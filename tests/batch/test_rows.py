from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import pytest

from cleannews import Limits
from cleannews.batch.rows import pack_row, split_row

if TYPE_CHECKING:
    from pathlib import Path

    from tests.batch.shapes import Fill, Records, Run


def write(path: Path, columns: dict[str, Any], **options: Any) -> None:  # noqa: ANN401 - passed on
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


def at_moments(unit: str, *, zone: str | None = None) -> Any:  # noqa: ANN401 - pyarrow is optional
    pyarrow = pytest.importorskip("pyarrow")
    return pyarrow.array([1_700_000_000_123_456_789, None], pyarrow.timestamp(unit, zone))


@pytest.mark.parametrize(
    "moments",
    [("ns", None), ("ns", "Europe/Rome"), ("us", "No/Such"), ("ms", None)],
    ids=lambda moment: "-".join(map(str, moment)),
)
def test_moments_that_python_has_no_type_for_lose_no_row(
    source: Path, run: Run, records: Records, moments: tuple[str, str | None]
) -> None:
    published = at_moments(moments[0], zone=moments[1])
    write(source / "a.parquet", {"text": ["Rain fell.", "Snow fell."], "published": published})
    run()
    assert [record["text"] for record in records()] == ["Rain fell.", "Snow fell."]


def test_moments_in_nanoseconds_date_the_article(source: Path, run: Run, records: Records) -> None:
    write(source / "a.parquet", {"text": ["Rain fell.", "Snow fell."], "published": at_moments("ns")})
    run(cleaner="cleannews.pipeline:clean")
    assert [record["published"] and record["published"][:10] for record in records()] == ["2023-11-14", None]


def test_a_page_that_is_not_in_utf_8_is_read_as_bytes(source: Path, run: Run, records: Records) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    told = "Der Bürgermeister sagte, die Brücke bleibe für immer geschlossen.".encode("cp1252")
    ends = pyarrow.py_buffer(bytes(4) + len(told).to_bytes(4, "little"))
    text = pyarrow.Array.from_buffers(pyarrow.string(), 1, [None, ends, pyarrow.py_buffer(told)])
    write(source / "a.parquet", {"text": text, "author": ["Ann Lee"]})
    run(cleaner="cleannews.pipeline:clean")
    assert records()[0]["text"] == told.decode("cp1252")


def test_columns_of_one_name_are_no_error(source: Path, run: Run, records: Records) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    names = [pyarrow.array(["Ann"]), pyarrow.array(["Bo"])]
    author = pyarrow.StructArray.from_arrays(names, ["name", "name"])
    columns = [pyarrow.array([None], pyarrow.string()), pyarrow.array(["Rain fell."]), author]
    parquet.write_table(pyarrow.table(columns, names=["text", "text", "author"]), source / "a.parquet")
    run()
    assert records()[0]["text"] == "Rain fell."


def test_a_small_table_of_huge_rows_takes_no_memory_and_loses_no_row(
    source: Path, run: Run, records: Records
) -> None:
    huge = "Rain. " * 2_000_000
    columns = {"text": [huge, "Rain fell.", huge, huge], "tags": [["a"], [huge] * 3, ["b"], ["c"]]}
    write(source / "a.parquet", columns, compression="zstd", dictionary_pagesize_limit=1 << 30)
    run(limits=Limits(input_bytes=1_000_000))
    assert [record.get("reason") for record in records()] == ["too_large", None, "too_large", "too_large"]
    assert records()[1]["tags"] == []


def test_whatever_reading_a_table_raises_is_one_failed_input(
    source: Path, run: Run, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> object:
        raise RuntimeError("no such codec")

    write(source / "a.parquet", {"text": ["Rain fell."]})
    (source / "b.txt").write_text("Snow fell.", encoding="utf-8")
    monkeypatch.setattr("cleannews.batch.rows.row_of", breaks)
    run()
    assert [record.get("reason") for record in records()] == ["bad_archive", None]
    assert "RuntimeError: no such codec" in records()[0]["message"]
