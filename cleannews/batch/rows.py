"""Rows of a Parquet file as dumps."""

from __future__ import annotations

import importlib
import json
from typing import IO, TYPE_CHECKING, Any

from cleannews.batch.unpack import damaged, needs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.batch.inputs import Fields

_ROWS = 32
"""Rows read at a time: pages may be large, and no more than these are held."""


def rows(stream: IO[bytes], *, after: int, limit: int, fields: Fields) -> Iterator[tuple[int, bytes | None]]:
    """Yield the rows of a table, each as :func:`pack_row` writes it.

    Args:
        stream: The file.
        after: Rows up to this number are done: groups of them are not read.
        limit: Most bytes of a page; of a larger one ``None`` is given.
        fields: Which columns hold what; of several for the page the first that the row has counts.

    Raises:
        Unusable: The file is damaged, or pyarrow is not installed.
    """
    try:
        pyarrow: Any = importlib.import_module("pyarrow")
        parquet: Any = importlib.import_module("pyarrow.parquet")
    except ImportError:
        raise needs("pyarrow", "a .parquet file") from None
    try:
        table = parquet.ParquetFile(stream, pre_buffer=False)
        names = [name for name in (*fields.texts, fields.url, fields.id) if name in table.schema_arrow.names]
        yield from _numbered(table, names, after, limit, fields)
    except (pyarrow.ArrowException, OSError) as error:
        raise damaged(error) from error


def pack_row(page: object, url: object, identity: object) -> bytes:
    """Write a row as a line of JSON with what is known of the page, and behind it the page itself.

    >>> split_row(pack_row("Rain", None, 7))
    ({'url': None, 'id': 7}, 'Rain')
    """
    kind = "text" if isinstance(page, str) else "bytes" if isinstance(page, bytes) else ""
    body = page.encode("utf-8", "replace") if isinstance(page, str) else page
    head = json.dumps({"url": url, "id": identity, "kind": kind}, default=str)
    return head.encode() + b"\n" + (body if isinstance(body, bytes) else b"")


def split_row(data: bytes) -> tuple[dict[str, Any], str | bytes | None]:
    """Read what :func:`pack_row` wrote: what is known of the page, and the page (``None``: there is none)."""
    head, _, body = data.partition(b"\n")
    known: dict[str, Any] = json.loads(head)
    kind = known.pop("kind")
    return known, body.decode("utf-8", "replace") if kind == "text" else body if kind else None


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
                yield number, _row(row, limit, fields)


def _row(row: dict[str, Any], limit: int, fields: Fields) -> bytes | None:
    text = next((row[name] for name in fields.texts if row.get(name) is not None), None)
    if isinstance(text, (str, bytes)) and len(text) > limit:
        return None
    return pack_row(text, row.get(fields.url), row.get(fields.id))
