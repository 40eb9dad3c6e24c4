"""The records as a table: CSV or Parquet, one row per input."""

from __future__ import annotations

import csv
import importlib
import io
import json
from typing import IO, TYPE_CHECKING, Any

from cleannews.columns import Shape, arrow_schema, article_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_BEFORE: Mapping[str, Shape] = {
    "path": "string",
    "line": "int64",
    "id": "string",
    "site": "string",
    "outcome": "string",
    "reason": "string",
    "message": "string",
}
_BEHIND: Mapping[str, Shape] = {"duplicate_of": "string", "similarity": "float64"}

_GROUP_BYTES = 8 << 20
"""JSON gathered for one row group of Parquet: what is held in memory, and what a reader takes in one go."""

_LEFT_OUT_OF_CSV = ("paragraphs", "blocks")
"""A spreadsheet has no use for them, and ``text`` has the words."""


def columns(*, blocks: bool) -> dict[str, Shape]:
    """Return the columns of a record: what it says of the input, the article, what it is a copy of.

    Args:
        blocks: With the audit trail.
    """
    return {**_BEFORE, **article_columns(blocks=blocks), **_BEHIND}


def csv_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Write records as CSV (RFC 4180, UTF-8): a header and a row each.

    What is not known is empty; lists and objects are JSON, ``true`` and ``false`` too.
    """
    names = [name for name in columns(blocks=False) if name not in _LEFT_OUT_OF_CSV]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(names)
    for line in lines:
        record = json.loads(line)
        writer.writerow([_cell(record.get(name)) for name in names])
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
    yield text.getvalue().encode()


def write_parquet(lines: Iterable[bytes], stream: IO[bytes], *, blocks: bool) -> None:
    """Write records as Parquet, a few thousand rows at a time.

    Args:
        lines: The records.
        stream: Where to.
        blocks: With the audit trail.
    """
    pyarrow: Any = importlib.import_module("pyarrow")
    parquet: Any = importlib.import_module("pyarrow.parquet")
    schema = arrow_schema(columns(blocks=blocks))
    maps = [field.name for field in schema if pyarrow.types.is_map(field.type)]
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for group in _groups(lines):
            rows = [_row(json.loads(line), maps) for line in group]
            writer.write_table(pyarrow.Table.from_pylist(rows, schema))


def _groups(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    group: list[bytes] = []
    size = 0
    for line in lines:
        group.append(line)
        size += len(line)
        if size > _GROUP_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _row(record: dict[str, Any], maps: list[str]) -> dict[str, Any]:
    """Give maps the form that every version of pyarrow takes."""
    return record | {name: list(record[name].items()) for name in maps if name in record}


def _cell(value: object) -> object:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
