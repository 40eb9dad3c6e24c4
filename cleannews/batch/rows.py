"""Rows of a Parquet file as dumps."""

from __future__ import annotations

import importlib
import json
from typing import IO, TYPE_CHECKING, Any

from cleannews.batch.cells import TOO_LARGE, cell
from cleannews.batch.reasons import Reason, Unusable
from cleannews.batch.unpack import damaged, needs
from cleannews.read.told import is_telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cleannews.batch.inputs import Fields

_MOST_READ = 1 << 30
"""Bytes of a column that are read even if its rows are over the limit on average: some may be small."""

MOST_NAMES, LONGEST_NAME = 10, 40
"""Columns that a message lists, and characters of each."""


def rows(stream: IO[bytes], *, after: int, limit: int, fields: Fields) -> Iterator[tuple[int, bytes | None]]:
    """Yield the rows of a table, each as :func:`pack_row` writes it.

    Args:
        stream: The file.
        after: Rows up to this number are done: groups of them are not read.
        limit: Most bytes of a page; of a larger one ``None`` is given.
        fields: Which columns hold what; of several for the page the first that the row has counts.

    Raises:
        Unusable: The file is damaged or has no column for the page, or pyarrow is not installed.
    """
    try:
        pyarrow: Any = importlib.import_module("pyarrow")
        parquet: Any = importlib.import_module("pyarrow.parquet")
    except ImportError:
        raise needs("pyarrow", "a .parquet file") from None
    try:
        table = parquet.ParquetFile(stream, pre_buffer=False)
        check_columns(table.schema_arrow.names, fields)
        names = _wanted(table.schema_arrow, pyarrow.types, fields)
        for number, row in _numbered(table, names, after, limit, pyarrow):
            yield number, None if row is None else row_of(row, limit, fields)
    except (pyarrow.ArrowException, OSError) as error:
        raise damaged(error) from error


def check_columns(names: Sequence[str], fields: Fields) -> None:
    """Refuse a table without any column that may hold a dump.

    Raises:
        Unusable: There is none; it says which there are.
    """
    if not set(names).intersection(fields.texts):
        shown = ", ".join(name[:LONGEST_NAME] for name in names[:MOST_NAMES]) or "none at all"
        raise Unusable(
            Reason.BAD_LINE,
            f"the table has no column {', '.join(fields.texts)}; it has {shown}; name "
            "the one that holds the dumps with text_fields (--text-field)",
        )


def filled(row: Mapping[str, Any], names: Iterable[str], of: type) -> Any:  # noqa: ANN401 - a value of the row
    """Return the first value that is of a type and not blank, else the first that is of it.

    >>> filled({"html": " ", "text": "Rain"}, ("html", "text"), str), filled({"html": ""}, ("html",), str)
    ('Rain', '')
    """
    found = [row[name] for name in names if row.get(name) is not None and isinstance(row[name], of)]
    told = [each for each in found if not isinstance(each, (str, bytes)) or each.strip()]
    return next(iter(told or found), None)


def pack_row(page: object, url: object, identity: object, others: Mapping[str, object]) -> bytes:
    """Write a row as a line of JSON with what is known of the page, and behind it the page itself.

    >>> split_row(pack_row("Rain", None, 7, {"title": "Rain stops"}))
    ({'url': None, 'id': 7, 'others': {'title': 'Rain stops'}}, 'Rain')
    """
    kind = "text" if isinstance(page, str) else "bytes" if isinstance(page, bytes) else ""
    body = page.encode("utf-8", "replace") if isinstance(page, str) else page
    head = json.dumps({"url": url, "id": identity, "kind": kind, "others": others}, default=str)
    return head.encode() + b"\n" + (body if isinstance(body, bytes) else b"")


def split_row(data: bytes) -> tuple[dict[str, Any], str | bytes | None]:
    """Read what :func:`pack_row` wrote: what is known of the page, and the page (``None``: there is none)."""
    head, _, body = data.partition(b"\n")
    known: dict[str, Any] = json.loads(head)
    kind = known.pop("kind")
    return known, body.decode("utf-8", "replace") if kind == "text" else body if kind else None


def _wanted(schema: Any, types: Any, fields: Fields) -> list[str]:  # noqa: ANN401 - pyarrow's
    """The columns that are read: those named for it, and those that may tell something of the page."""
    named = (*fields.texts, fields.url, fields.id, fields.site)
    binary = (types.is_binary, types.is_large_binary, types.is_fixed_size_binary)
    return [
        column.name
        for column in schema
        if column.name in named
        or (is_telling(column.name) and not any(is_such(column.type) for is_such in binary))
    ]


def _numbered(
    table: Any,  # noqa: ANN401 - pyarrow is optional and loaded by name
    names: list[str],
    after: int,
    limit: int,
    pyarrow: Any,  # noqa: ANN401 - the same
) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Yield the rows with their numbers; ``None`` for one that is done or is over the limit."""
    number = 0
    for group in range(table.num_row_groups):
        told = table.metadata.row_group(group)
        if number + told.num_rows <= after or _least(told, names) > max(limit * told.num_rows, _MOST_READ):
            yield from ((passed, None) for passed in range(number + 1, number + told.num_rows + 1))
            number += told.num_rows
            continue
        # One at a time: a file of 2 kB may hold the same 60 MB in each row.
        for batch in table.iter_batches(1, row_groups=[group], columns=names, use_threads=False):
            number += 1
            yield number, _row(batch, limit, pyarrow)


def _least(group: Any, names: list[str]) -> int:  # noqa: ANN401 - pyarrow's
    """Return the bytes of the largest of the columns that are read: rows have at least these on average."""
    columns = map(group.column, range(group.num_columns))
    read = (column for column in columns if column.path_in_schema.split(".")[0] in names)
    return max((column.total_uncompressed_size for column in read), default=0)


def _row(batch: Any, limit: int, pyarrow: Any) -> dict[str, Any]:  # noqa: ANN401 - pyarrow's
    """Return the cells of a row by name; of columns of one name the first that has something."""
    row: dict[str, Any] = {}
    for name, array in zip(batch.schema.names, batch.columns, strict=True):
        if row.get(name) is None:
            row[name] = cell(array, pyarrow, limit)
    return row


def row_of(row: Mapping[str, Any], limit: int, fields: Fields) -> bytes | None:
    """Pack a row of a table; ``None`` if its page is over the limit."""
    text = filled(row, fields.texts, object)
    if text is TOO_LARGE or (isinstance(text, (str, bytes)) and len(text) > limit):
        return None
    known = {name: value for name, value in row.items() if value is not None and value is not TOO_LARGE}
    named = (*fields.texts, fields.url, fields.id)
    others = {name: value for name, value in known.items() if name not in named}
    return pack_row(text, known.get(fields.url), known.get(fields.id), others)
