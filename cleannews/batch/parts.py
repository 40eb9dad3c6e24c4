"""The dumps in a file that holds many: lines of JSON, records of a web archive, rows of a table."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING

from cleannews.batch.content import open_content
from cleannews.batch.inputs import container_kind
from cleannews.batch.reasons import Reason, Unusable
from cleannews.batch.rows import rows
from cleannews.batch.spreadsheet import csv_rows
from cleannews.batch.unpack import damaged
from cleannews.batch.warc import pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cleannews.batch.inputs import Fields


def parts(path: Path, *, after: int, limit: int, fields: Fields) -> Iterator[tuple[int, bytes | None]]:
    """Yield the parts of a container, numbered from 1, without holding the file.

    Args:
        path: The file.
        after: Parts up to this number are done: their bytes need not be read.
        limit: Most bytes of a part; of a larger one ``None`` is given.
        fields: Which columns of a table are wanted.

    Raises:
        Unusable: The file cannot be opened or is damaged; what was given before stands.
    """
    try:
        yield from _parts(path, after, limit, fields)
    except Unusable:
        raise
    except MemoryError as error:
        raise Unusable(Reason.MEMORY, "unpacking it took more memory than the machine has") from error
    except Exception as error:  # pyarrow and the unpackers raise what their documents do not name
        raise damaged(f"{type(error).__name__}: {error}") from error


def _parts(path: Path, after: int, limit: int, fields: Fields) -> Iterator[tuple[int, bytes | None]]:
    kind = container_kind(path.name)
    with open_content(path) as (stream, _):
        if kind == "rows":
            yield from rows(stream, after=after, limit=limit, fields=fields)
        elif kind == "csv":
            yield from csv_rows(stream, after=after, limit=limit, fields=fields)
        elif kind == "warc":
            yield from pages(stream, limit=limit)
        else:
            yield from lines(stream, limit=limit)


def lines(stream: IO[bytes], *, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines that are not blank; of one over the limit ``None``."""
    number = 0
    while line := stream.readline(min(limit + 2, sys.maxsize)):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip():
            yield number, line
