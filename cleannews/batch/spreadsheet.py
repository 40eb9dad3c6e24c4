"""Rows of a CSV file as dumps."""

from __future__ import annotations

import codecs
import csv
import io
import re
from itertools import chain
from typing import IO, TYPE_CHECKING

from cleannews.batch.reasons import Reason, Unusable
from cleannews.batch.rows import check_columns, row_of
from cleannews.batch.unpack import damaged
from cleannews.read.charsets import codec_of
from cleannews.read.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.batch.inputs import Fields

_PIECE = 1 << 16
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
"""What :meth:`str.splitlines` takes for the end of a line besides stands inside of cells."""
_DELIMITERS = ",;\t|"
"""The one that the header holds most often parts the cells."""
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16: it begins like it
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_LEAST_LIMIT = 1 << 20
"""Characters of a cell that are read at least: more than :mod:`csv` takes by itself."""
_MOST_LIMIT = (1 << 31) - 1
"""What :mod:`csv` takes as its limit on every system: a ``long`` of C."""
_CELLS = 2
"""Longest cells that a row may add up to: a page as HTML and as text. More is a file without line ends."""


def csv_rows(
    stream: IO[bytes], *, after: int, limit: int, fields: Fields
) -> Iterator[tuple[int, bytes | None]]:
    """Yield the rows of a table whose first line names its columns, each as :func:`row_of` packs it.

    Cells may hold line breaks between quotation marks (RFC 4180). The encoding is told by the first 64 KiB.

    Args:
        stream: The file.
        after: Rows up to this number are done.
        limit: Most characters of a page; of a larger one ``None`` is given.
        fields: Which columns hold what.

    Raises:
        Unusable: No column may hold a dump, or a cell or row never ends.
    """
    most = min(max(2 * limit, _LEAST_LIMIT), _MOST_LIMIT)
    lines = _lines(stream, _CELLS * most)
    header = next(lines, "")
    delimiter = max(_DELIMITERS, key=header.count)
    table = _rows(chain([header], lines), delimiter, most)
    names = [name.strip() for name in next(table, [])]
    if names:
        check_columns(names, fields)
    for number, cells in enumerate(table, start=1):
        row = {name: cell for name, cell in zip(names, cells, strict=False) if cell.strip()}
        yield number, None if number <= after else row_of(row, limit, fields)


def _rows(lines: Iterator[str], delimiter: str, most: int) -> Iterator[list[str]]:
    """Yield the cells of each row, none of them longer than a limit."""
    while True:
        reader = csv.reader(_within(lines, _CELLS * most), delimiter=delimiter)
        before = csv.field_size_limit(most)  # of the whole process, so it holds for this one row only
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise damaged(error) from error
        finally:
            csv.field_size_limit(before)
        if cells is None:
            return
        yield cells


def _within(lines: Iterator[str], most: int) -> Iterator[str]:
    """Pass on the lines of one row, which a quotation mark without its other may make as long as the file."""
    size = 0
    for line in lines:
        size += len(line)
        if size > most:
            raise _too_long(most)
        yield line


def _lines(stream: IO[bytes], most: int) -> Iterator[str]:
    """Yield the lines of a file, decoded, without holding more of it than one line, which has a limit."""
    parts: list[str] = []
    size = 0
    for part in chain.from_iterable(map(_LINE.findall, _texts(stream))):
        parts.append(part)
        size += len(part)
        if size > most:
            raise _too_long(most)
        if part[-1] in "\r\n":
            yield "".join(parts)
            parts, size = [], 0
    if parts:
        yield "".join(parts)


def _texts(stream: IO[bytes]) -> Iterator[str]:
    """Yield a file piece by piece, decoded; no piece ends between the two signs of a line's end."""
    piece = stream.read(_PIECE)
    plain = codecs.getincrementaldecoder(_encoding(piece))(errors="replace")
    decoder = io.IncrementalNewlineDecoder(plain, translate=False)
    while piece:
        # Nobody means a zero byte, and csv before Python 3.11 refuses it.
        yield decoder.decode(piece).replace("\0", "")
        piece = stream.read(_PIECE)
    yield decoder.decode(b"", final=True)


def _too_long(most: int) -> Unusable:
    return Unusable(
        Reason.TOO_LARGE,
        f"a row holds more than {most:,} characters; if it has its line ends and quotation marks, raise "
        "limits.input_bytes",
    )


def _encoding(sample: bytes) -> str:
    told = next((name for mark, name in _BOMS.items() if sample.startswith(mark)), None)
    if told:
        return told
    name = decode(sample).encoding or "utf-8"
    return codec_of(name) or name  # by the same table: Python knows some names not, others as narrower codecs
