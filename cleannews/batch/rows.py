"""Rows of a Parquet file as dumps."""

from __future__ import annotations

import importlib
import json
from typing import IO, TYPE_CHECKING, Any

from cleannews.batch.reasons import Reason, Unusable
from cleannews.batch.unpack import damaged, needs
from cleannews.read.told import is_telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cleannews.batch.inputs import Fields

_ROWS = 32
"""Rows read at a time: pages may be large, and no more than these are held."""

_MOST_NAMES, _LONGEST_NAME = 10, 40
"""Columns that a message lists, and characters of each."""


def rows(stream: IO[bytes], *, after: int, limit: int, fields: Fields) -> Iterator[tuple[int, bytes | None]]:
    """Yield the rows of a table, each as :func:`pack_row` writes it.

    Args:
        stream: The file.
        after: Rows up to this number are done: groups of them are not read.
        limit: Most bytes of a page; of a larger one ``None`` is given.
        fields: Which columns hold what; of several for the page the first that the row has counts.

    Raises:
        Unusable: The file is damaged, pyarrow is not installed, or no column may hold a dump.
    """
    try:
        pyarrow: Any = importlib.import_module("pyarrow")
        parquet: Any = importlib.import_module("pyarrow.parquet")
    except ImportError:
        raise needs("pyarrow", "a .parquet file") from None
    try:
        table = parquet.ParquetFile(stream, pre_buffer=False)
        check_columns(table.schema_arrow.names, fields)
        yield from _numbered(table, _wanted(table.schema_arrow, pyarrow.types, fields), after, limit, fields)
    except (pyarrow.ArrowException, OSError) as error:
        raise damaged(error) from error


def check_columns(names: Sequence[str], fields: Fields) -> None:
    """Refuse a table without any column that may hold a dump.

    Raises:
        Unusable: There is none; it says which there are.
    """
    if not set(names).intersection(fields.texts):
        shown = ", ".join(name[:_LONGEST_NAME] for name in names[:_MOST_NAMES]) or "none at all"
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
    fields: Fields,
) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    for group in range(table.num_row_groups):
        size = table.metadata.row_group(group).num_rows
        if number + size <= after:
            yield from ((done, None) for done in range(number + 1, number + size + 1))
            number += size
            continue
        for batch in table.iter_batches(_ROWS, row_groups=[group], columns=names, use_threads=False):
            for row in batch.to_pylist() or [{}] * batch.num_rows:
                number += 1
                yield number, row_of(row, limit, fields)


def row_of(row: Mapping[str, Any], limit: int, fields: Fields) -> bytes | None:
    """Pack a row of a table; ``None`` if its page is over the limit."""
    text = filled(row, fields.texts, object)
    if isinstance(text, (str, bytes)) and len(text) > limit:
        return None
    named = (*fields.texts, fields.url, fields.id)
    others = {name: value for name, value in row.items() if name not in named and value is not None}
    return pack_row(text, row.get(fields.url), row.get(fields.id), others)
