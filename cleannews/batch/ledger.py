"""The ledger: what each input was, what came of it, and how much of the output is known to be good.

A SQLite file in the output folder, written by the parent only. The lines of ``articles.jsonl`` are on the
disk *before* the transaction that tells of them is committed, so what the ledger says is there, is there;
whatever lies beyond is cut off when a run goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cleannews.batch.database import open_database, transaction
from cleannews.batch.inputs import Entry, Signature
from cleannews.batch.records import FAILED, Identity
from cleannews.batch.sites import Sites
from cleannews.batch.sketch import MARKS, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

LEDGER_NAME = "ledger.sqlite"

_PAGE = 1000
"""Rows read at a time: no cursor stays open across a commit, and no list grows with the folder."""

_FILE = 0
"""Stands in the column ``line`` for a file, which has none."""


class Row(NamedTuple):
    """One record of the output, as the ledger knows it; the columns of its table."""

    place: int
    """Its number in the output, from 0."""
    path: bytes
    line: int
    size: int
    modified: int
    changed: int
    sha256: str
    outcome: str
    reason: str
    confidence: float
    fingerprint: str
    sketch: str
    is_copy: bool
    seconds: float
    detail: str
    made_for: str
    """The site and template that it was cleaned with."""
    length: int
    """Bytes of its line."""
    crc: int
    """CRC-32 of its line."""
    finish: int
    """Length of the output file up to the end of its line."""

    @property
    def identity(self) -> Identity:
        """What the input is called."""
        return Identity(self.path, self.line or None)

    @property
    def signature(self) -> Signature:
        """State of the file when it was read."""
        return Signature(self.size, self.modified, self.changed)

    @property
    def failed(self) -> bool:
        """Whether it tells of a failure."""
        return self.outcome == FAILED


class Ledger:
    """An open ledger.

    Args:
        path: The file; made if it is not there.

    Raises:
        FolderError: The file is no ledger of ours.
    """

    def __init__(self, path: Path) -> None:
        self._connection = open_database(path)
        self._run = self._connection.execute

    def sites(self, folder: Path) -> Sites:
        """Return what it knows of sites.

        Args:
            folder: The output folder.
        """
        return Sites(self._connection, folder)

    def close(self) -> None:
        """Close it; what was not committed is undone."""
        self._connection.close()

    def transaction(self) -> AbstractContextManager[None]:
        """Everything inside happens, or nothing."""
        return transaction(self._connection)

    def begin(self) -> None:
        """Open a transaction, unless one is."""
        if not self._connection.in_transaction:
            self._run("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Make the open transaction durable, if there is one."""
        if self._connection.in_transaction:
            self._run("COMMIT")

    def roll_back(self) -> None:
        """Undo the open transaction, if there is one."""
        if self._connection.in_transaction:
            self._run("ROLLBACK")

    def fact(self, name: str) -> str | None:
        """Return something noted of the run as a whole."""
        row = self._run("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def note(self, name: str, value: str) -> None:
        """Note something of the run as a whole."""
        self._run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def list_inputs(self, entries: Iterable[Entry]) -> None:
        """Replace the listing, in whatever order it comes."""
        self._run("DELETE FROM inputs")
        self._connection.executemany(
            "INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?, ?)",
            ((entry.path, *entry.signature, entry.problem) for entry in entries),
        )

    def inputs(self, *, start: bytes = b"") -> Iterator[Entry]:
        """Yield the listing from a path on, sorted by the paths' bytes."""
        query = "SELECT * FROM inputs WHERE path >= ? ORDER BY path LIMIT ?"
        while True:
            rows = self._run(query, (start, _PAGE)).fetchall()
            for path, size, modified, changed, problem in rows:
                yield Entry(path, Signature(size, modified, changed), problem)
            if len(rows) < _PAGE:
                return
            start = rows[-1][0] + b"\0"  # the next path there can be

    def count_inputs(self) -> int:
        """Return how many inputs are listed."""
        return int(self._run("SELECT count(*) FROM inputs").fetchone()[0])

    def count_known(self) -> int:
        """Return how many records there are, those put aside included."""
        return int(
            self._run("SELECT (SELECT count(*) FROM records) + (SELECT count(*) FROM salvage)").fetchone()[0]
        )

    def count_listed(self, *, most: int) -> int:
        """Return how many records are of inputs that are listed now, counted up to a number."""
        query = """SELECT count(*) FROM (SELECT 1 FROM records JOIN inputs USING (path)
                UNION ALL SELECT 1 FROM salvage JOIN inputs USING (path) LIMIT ?)"""
        return int(self._run(query, (most,)).fetchone()[0])

    def add(self, row: Row) -> None:
        """Note a record, in the open transaction."""
        self._run(f"INSERT INTO records VALUES ({','.join('?' * len(Row._fields))})", row)  # noqa: S608 - marks only
        self._connection.executemany(
            "INSERT INTO marks VALUES (?, ?)", ((mark, row.place) for mark in unpack(row.sketch)[:MARKS])
        )

    def rows(self, *, start: int = 0) -> Iterator[Row]:
        """Yield the records from a place on, in order."""
        yield from self._paged("SELECT * FROM records WHERE place >= ? ORDER BY place LIMIT ?", start)

    def failures(self) -> Iterator[Row]:
        """Yield the failed records, in order."""
        yield from self._paged(
            "SELECT * FROM records WHERE outcome = 'failed' AND place >= ? ORDER BY place LIMIT ?", 0
        )

    def _paged(self, query: str, start: int) -> Iterator[Row]:
        while True:
            rows = self._run(query, (start, _PAGE)).fetchall()
            for values in rows:
                yield Row(*values)
            if len(rows) < _PAGE:
                return
            start = rows[-1][0] + 1

    def cut(self, place: int) -> bool:
        """Forget the records from a place on, and which containers they finished; tell if there were any."""
        self._run("DELETE FROM containers WHERE path >= (SELECT path FROM records WHERE place = ?)", (place,))
        self._run("DELETE FROM marks WHERE place >= ?", (place,))
        return self._run("DELETE FROM records WHERE place >= ?", (place,)).rowcount > 0

    def mark_unchanged(self, place: int, signature: Signature) -> None:
        """Note the new state of a file whose bytes are the old."""
        self._run(
            "UPDATE records SET size = ?, modified = ?, changed = ? WHERE place = ?", (*signature, place)
        )

    def finish_container(self, entry: Entry) -> None:
        """Note that every line of a container has its record, in the open transaction."""
        self._run("INSERT OR REPLACE INTO containers VALUES (?, ?, ?, ?)", (entry.path, *entry.signature))

    def is_finished(self, container: Entry) -> bool:
        """Tell whether every line of a container, as it is now, has its record."""
        query = "SELECT size, modified, changed FROM containers WHERE path = ?"
        found: object = self._run(query, (container.path,)).fetchone()
        return found == container.signature

    def first_with(self, fingerprint: str) -> Identity | None:
        """Return the first article with this text."""
        query = (
            "SELECT path, line FROM records WHERE outcome = 'done' AND fingerprint = ? ORDER BY place LIMIT 1"
        )
        row = self._run(query, (fingerprint,)).fetchone()
        return Identity(row[0], row[1] or None) if row else None

    def places_with(self, mark: int, *, most: int) -> list[int]:
        """Return the first articles whose sketch begins with this mark among others."""
        query = "SELECT place FROM marks WHERE mark = ? ORDER BY place LIMIT ?"
        return [place for (place,) in self._run(query, (mark, most))]

    def sketch_at(self, place: int) -> tuple[Identity, str]:
        """Return which article stands at a place, and its sketch."""
        query = "SELECT path, line, sketch FROM records WHERE place = ?"
        path, line, packed = self._run(query, (place,)).fetchone()
        return Identity(path, line or None), packed

    def count_copies(self) -> int:
        """Return how many articles are copies of an earlier one."""
        return int(self._run("SELECT count(*) FROM records WHERE is_copy").fetchone()[0])

    def count_outcomes(self) -> dict[tuple[str, str], int]:
        """Return how many records have which outcome and reason."""
        rows = self._run("SELECT outcome, reason, count(*) FROM records GROUP BY 1, 2 ORDER BY 1, 2")
        return {(outcome, reason): count for outcome, reason, count in rows}

    def count_below(self, confidence: float) -> int:
        """Return how many articles have less than this confidence."""
        query = "SELECT count(*) FROM records WHERE outcome = 'done' AND confidence < ?"
        return int(self._run(query, (confidence,)).fetchone()[0])

    def put_aside(self, row: Row) -> None:
        """Note a record that was moved to the salvage file; ``finish`` is its end there."""
        marks = ",".join("?" * len(Row._fields))
        self._run(f"INSERT OR REPLACE INTO salvage VALUES ({marks})", row)  # noqa: S608 - marks only

    def set_aside(self, identity: Identity) -> Row | None:
        """Return what the salvage file holds of an input."""
        query = "SELECT * FROM salvage WHERE path = ? AND line = ?"
        values = self._run(query, (identity.path, identity.line or _FILE)).fetchone()
        return Row(*values) if values else None

    def count_gone(self) -> int:
        """Return how many records were put aside that no input has asked for."""
        query = """SELECT count(*) FROM
            (SELECT path, line FROM salvage EXCEPT SELECT path, line FROM records)"""
        return int(self._run(query).fetchone()[0])

    def forget_salvage(self) -> None:
        """Forget the records in the salvage file."""
        self._run("DELETE FROM salvage")

    def clear(self) -> None:
        """Forget every record."""
        for table in ("records", "marks", "containers", "salvage"):
            self._run(f"DELETE FROM {table}")  # noqa: S608 - names from the line above
