"""What counts as an input, and what is known of one before it is opened."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING, NamedTuple

from cleannews.batch.reasons import Reason

if TYPE_CHECKING:
    import os

_DUMPS = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".txt", ".text", ".md")
_CONTAINERS = {
    ".jsonl": "json",
    ".ndjson": "json",
    ".warc": "warc",
    ".wet": "warc",
    ".parquet": "rows",
}
"""Files that hold many dumps, and how: a JSON value a line, web archive records, rows of a table."""
_TABLES = {".csv": "csv", ".tsv": "csv"}
"""The same where they are named: in a folder of dumps a table tells of them, and holds none."""
_NAMED = {**_CONTAINERS, **_TABLES}

_PACKED = (".gz", ".zst")


class Signature(NamedTuple):
    """What tells cheaply that a file has not been touched: the change time cannot be set by programs."""

    size: int
    modified: int
    changed: int

    @classmethod
    def of(cls, status: os.stat_result) -> Signature:
        """Take it from a file's status; times in nanoseconds."""
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns)


NO_SIGNATURE = Signature(-1, -1, -1)


class Entry(NamedTuple):
    """One input of the folder."""

    path: bytes
    """Relative to the input folder, parts joined by ``/``; for listed inputs as it was written."""
    signature: Signature
    problem: str
    """A :class:`Reason` if it need not even be opened, else empty."""


class PassedOver(NamedTuple):
    """Something in the folder that is no input, and why: ``suffix``, ``pattern``, ``link`` or ``output``."""

    path: bytes
    why: str


class Fields(NamedTuple):
    """Under which names a line of JSON or a row of a table holds what."""

    texts: tuple[str, ...]
    """Names that may hold the dump; the first one there counts."""
    url: str
    """Name of its address."""
    id: str
    """Name of what its owner calls it."""
    site: str = ""
    """Name of what tells its site, if that is a field."""


def is_input(name: str) -> bool:
    """Tell by the name whether a file is one of the kinds that are cleaned.

    >>> is_input("a/Page.HTML.gz"), is_input("a/dumps.jsonl"), is_input("photo.jpg")
    (True, True, False)
    """
    return _unpacked(name).endswith((*_DUMPS, *_CONTAINERS))


def container_kind(name: str) -> str:
    """Tell by the name how a file holds many dumps: ``json``, ``warc``, ``rows``, ``csv``; empty for one.

    >>> container_kind("dumps.jsonl.gz"), container_kind("CC-MAIN.warc.wet.gz"), container_kind("a.html")
    ('json', 'warc', '')
    """
    name = _unpacked(name)
    return next((kind for suffix, kind in _NAMED.items() if name.endswith(suffix)), "")


def is_address(name: str) -> bool:
    """Tell a web address from the name of a file, also as a path is written, with one slash.

    >>> is_address("https://news.example/a"), is_address("https:/news.example/a"), is_address("http/a.html")
    (True, True, False)
    """
    return _ADDRESS.match(name) is not None


_ADDRESS = re.compile(r"(?:https?|ftp):/", re.IGNORECASE)


def packing(name: str) -> str:
    """Return how a file is compressed, by its name: ``.gz``, ``.zst`` or nothing."""
    return next((suffix for suffix in _PACKED if name.lower().endswith(suffix)), "")


def entry_of(path: bytes, status: os.stat_result) -> Entry:
    """Describe a file; a pipe, socket or device is told as a problem."""
    problem = "" if stat.S_ISREG(status.st_mode) else str(Reason.NOT_REGULAR)
    return Entry(path, Signature.of(status), problem)


def _unpacked(name: str) -> str:
    """Return a name in lower case and without the suffix of a compression."""
    lower = name.lower()
    return lower.removesuffix(packing(lower))
