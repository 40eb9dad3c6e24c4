"""Tables as text: a dump a row."""

from __future__ import annotations

import csv
import io
import json
import time
from typing import TYPE_CHECKING

import pytest

from cleannews.batch.inputs import Fields
from cleannews.batch.options import TEXT_FIELDS
from cleannews.batch.reasons import Reason, Unusable
from cleannews.batch.rows import split_row
from cleannews.batch.spreadsheet import csv_rows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.batch.shapes import Records, Run

FIELDS = Fields(TEXT_FIELDS, "url", "id", "")
STORY = (
    'Rain on Sunday\n\nIt rained all day in the "valley", said Mara Field, and the river rose; nobody slept.'
)


def _table(*rows: tuple[str, ...], delimiter: str = ",", encoding: str = "utf-8") -> io.BytesIO:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return io.BytesIO(text.getvalue().encode(encoding))


def _pages(stream: io.BytesIO, *, after: int = 0, limit: int = 10_000) -> list[object]:
    found = csv_rows(stream, after=after, limit=limit, fields=FIELDS)
    return [None if packed is None else split_row(packed)[1] for _, packed in found]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_cells_may_hold_line_breaks_and_quotation_marks(delimiter: str) -> None:
    rows = (("title", "text"), ("Rain", STORY), ("Sun", "It was dry."))
    assert _pages(_table(*rows, delimiter=delimiter)) == [STORY, "It was dry."]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_what_is_no_line_break_of_a_table_stays_inside_its_cell(sign: str) -> None:
    assert _pages(io.BytesIO(f"text,title\nRain{sign}fell,Sun\n".encode())) == [f"Rain{sign}fell"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_machine(end: str) -> None:
    assert _pages(io.BytesIO(end.join(("text", "Rain", "Sun", "")).encode())) == ["Rain", "Sun"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_told_by_the_beginning(encoding: str) -> None:
    story = "Der Fluß stieg über die Ufer, und die Brücke wurde geschlossen. " * 1_500
    assert _pages(_table(("text",), (story,), encoding=encoding), limit=200_000) == [story]


@pytest.mark.parametrize(
    ("encoding", "story"),
    [
        ("cp874", "น้ำท่วมถนนสายหลักในตัวเมือง โรงเรียนปิดสองวัน “ฝนตกหนักมาก” นายกเทศมนตรีกล่าว "),
        ("mac_cyrillic", "Вода затопила главную улицу города, и школы закрыли на два дня, заявил мэр. "),
        ("big5hkscs", "大雨令市中心多條街道水浸，兩間學校停課兩日，市長話「佢哋嘅屋企都浸晒」，咗晒。 "),
        ("cp932", "市の中心部は大雨で水につかり、髙橋市長は学校を休みにすると話した。①班が夕食を配った。 "),
        (
            "cp949",
            "폭우로 도심이 물에 잠겨 학교가 이틀 동안 문을 닫았다. 시장은 똠방각하 펲시콜라라고 말했다. ",
        ),
    ],
    ids=["cp874", "mac_cyrillic", "big5hkscs", "cp932", "cp949"],
)
def test_encodings_are_read_as_pages_in_them_are(encoding: str, story: str) -> None:
    story = (story * 40).strip()
    assert _pages(_table(("text",), (story,), encoding=encoding), limit=200_000) == [story]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_wide_encodings_are_read_with_a_mark_and_without(encoding: str) -> None:
    story = "The river rose by two metres in one night. " * 100
    assert _pages(_table(("text",), (story,), encoding=encoding)) == [story]


@pytest.mark.parametrize("place", range(8))
def test_a_nul_makes_no_other_encoding_and_is_left_out(place: int) -> None:
    story = "The ferry waited"
    table = f"id,text\n1,{story[:place]}\0{story[place:]}\n"
    assert _pages(io.BytesIO(table.encode())) == [story]


def test_a_file_is_read_piece_by_piece() -> None:
    stories = [f"Story {number}. " + "It rained. " * 3000 for number in range(12)]
    assert _pages(_table(("text",), *((story,) for story in stories)), limit=100_000) == stories


def test_rows_that_are_done_and_pages_over_the_limit_are_none() -> None:
    rows = (("text",), ("one",), ("two " * 50,), ("three",))
    assert _pages(_table(*rows), after=1, limit=100) == [None, None, "three"]


def test_short_and_long_rows_are_read_as_far_as_there_are_columns() -> None:
    stream = io.BytesIO(b"id,text,title\n1\n2,Rain,Sun,more\n,,\n")
    assert _pages(stream) == [None, "Rain", None]


def test_an_empty_table_holds_nothing() -> None:
    assert _pages(io.BytesIO(b"")) == []
    assert _pages(io.BytesIO(b"text\n")) == []


def test_a_table_without_a_column_of_dumps_says_so() -> None:
    with pytest.raises(
        Unusable, match=r"no column html, text.*; it has name, size; name the one .*--text-field"
    ):
        _pages(_table(("name", "size"), ("a", "7")))


def test_a_quotation_that_never_ends_is_damage() -> None:
    with pytest.raises(Unusable, match="damaged"):
        _pages(io.BytesIO(b'text\n"' + b"rain\n" * 300_000), limit=10)


@pytest.mark.parametrize("limit", [2**31, 2**63 - 1, 2**63, 10**30])
def test_the_limit_may_be_as_good_as_none(limit: int) -> None:
    assert _pages(_table(("text",), (STORY,)), limit=limit) == [STORY]


def test_the_limit_of_the_process_is_left_as_it_was() -> None:
    before = csv.field_size_limit()
    found = csv_rows(_table(("text",), (STORY,), ("x" * 1_000_000,)), after=0, limit=10_000, fields=FIELDS)
    next(found)
    assert csv.field_size_limit() == before
    assert list(found) == [(2, None)]
    with pytest.raises(Unusable):
        _pages(io.BytesIO(b"text\n" + b"rain " * 300_000), limit=10)
    assert csv.field_size_limit() == before


def test_a_header_is_read_as_any_row_is() -> None:
    assert _pages(io.BytesIO(b'"number\nof story",text\n7,Rain\n')) == ["Rain"]
    with pytest.raises(Unusable, match="damaged"):
        _pages(io.BytesIO(b"text" * 300_000 + b"\nRain\n"), limit=10)


@pytest.mark.parametrize("row", [b"a,", b'"a\n",', b'"a\r\n",'], ids=["one line", "many lines", "CR LF"])
def test_a_row_without_end_is_too_large_and_not_read_on(row: bytes) -> None:
    stream = io.BytesIO(b"text\nRain\n" + row * 3_000_000)
    found = csv_rows(stream, after=0, limit=10, fields=FIELDS)
    assert next(found)[0] == 1
    with pytest.raises(Unusable, match="line ends") as finding:
        next(found)
    assert finding.value.reason is Reason.TOO_LARGE
    assert stream.tell() < 3_000_000


def test_a_line_of_many_pieces_takes_time_in_proportion() -> None:
    """What was read of a line was gone through again with every piece: 16 MB took half a minute."""
    start = time.process_time()
    assert _pages(io.BytesIO(b"text\n" + b"rain " * 3_000_000), limit=20_000_000) == ["rain " * 3_000_000]
    assert time.process_time() - start < 5.0


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("more", [0, 1, 2])
def test_a_line_may_end_where_a_piece_does(end: str, more: int) -> None:
    first = "x" * ((1 << 16) - len("text") - len(end) - 1 - more)
    stream = io.BytesIO(end.join(("text", first, "Sun", "")).encode())
    assert _pages(stream, limit=1 << 20) == [first, "Sun"]


def test_a_table_that_is_named_is_read_and_one_in_a_folder_is_not(
    source: Path, run: Run, records: Records
) -> None:
    with (source / "a.csv").open("w", newline="") as stream:
        csv.writer(stream).writerows([("id", "text", "headline"), ("7", STORY, "Rain"), ("8", "", "Sun")])
    (source / "b.txt").write_text("It was dry.")
    run()
    assert [record["path"] for record in records()] == ["b.txt"]


def test_a_named_table_gives_a_record_a_row(tmp_path: Path) -> None:
    from cleannews import clean_folder  # noqa: PLC0415 - the others need no workers

    with (tmp_path / "a.csv").open("w", newline="") as stream:
        csv.writer(stream).writerows(
            [("id", "text", "author"), ("7", STORY, "Mara Field"), ("8", "", "Bo Carr")]
        )
    report = clean_folder([tmp_path / "a.csv"], tmp_path / "out", workers=1)
    lines = [json.loads(line) for line in (tmp_path / "out" / "articles.jsonl").read_text().splitlines()]
    assert (report.done, report.failed) == (1, 1)
    assert [(line["line"], line.get("id"), line["outcome"]) for line in lines] == [
        (1, "7", "done"),
        (2, None, "failed"),
    ]
    assert lines[0]["authors"] == ["Mara Field"]
