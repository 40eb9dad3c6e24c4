"""Records of an earlier run that may be used again, though an input before them has changed.

When an input is added, changed or removed, the output is cut off there, for its order is that of the inputs.
The lines behind the cut are moved to a file of their own first and taken from it as their turn comes.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from cleannews.batch.content import digest
from cleannews.batch.messages import Answer
from cleannews.batch.output import Output
from cleannews.batch.records import DROPPED

if TYPE_CHECKING:
    from pathlib import Path

    from cleannews.batch.inputs import Entry, Signature
    from cleannews.batch.ledger import Ledger, Row
    from cleannews.batch.records import Identity

SALVAGE_NAME = "salvage.jsonl"
_LENGTH = "salvage_length"


class Salvage:
    """The salvage file and its part of the ledger.

    Args:
        folder: The output folder.
        ledger: The ledger in it.
        retry_failed: Whether failures are to be tried again rather than used.
    """

    def __init__(self, folder: Path, ledger: Ledger, *, retry_failed: bool) -> None:
        self._path = folder / SALVAGE_NAME
        self._ledger = ledger
        self._retry_failed = retry_failed
        self._length = int(ledger.fact(_LENGTH) or 0)
        self._file: Output | None = None
        self.used = 0
        """Answers that were found and given."""

    def save(self, output: Output, *, start: int) -> None:
        """Move the records from a place on out of the output; inside a transaction of the ledger."""
        if next(self._ledger.rows(start=start), None) is None:
            return
        file = self._open()
        for row in self._ledger.rows(start=start):
            start_of_line = row.finish - row.length
            if output.holds(start_of_line, row.length, row.crc):
                line = output.read(start_of_line, row.length)
                self._ledger.put_aside(row._replace(finish=file.append(line)))
        file.sync()
        self._note_length(file.length)

    def find(
        self, identity: Identity, entry: Entry, *, source: Path, data: bytes | None, made_for: str
    ) -> Answer | None:
        """Return an earlier answer to the same input, if its bytes are still the same.

        Args:
            identity: Of the input.
            entry: Its file, as listed now.
            source: The file itself.
            data: The line, for a line of a container.
            made_for: The site and template that the answer must have been made with.
        """
        row = self._ledger.set_aside(identity) if self._length else None
        if row is None or row.outcome == DROPPED or row.made_for != made_for:
            return None
        if row.failed and self._retry_failed:
            return None
        if data is not None:
            same = bool(row.sha256) and hashlib.sha256(data).hexdigest() == row.sha256
        else:
            same = is_unchanged(row, entry, source)
        file, start = self._open(), row.finish - row.length
        if not same or not file.holds(start, row.length, row.crc):
            return None
        self.used += 1
        return _answer(row, file.read(start, row.length), entry.signature)

    def count_gone(self) -> int:
        """Count the records of inputs that are no longer there; all that are have theirs again."""
        return self._ledger.count_gone() if self._length else 0

    def drop(self) -> None:
        """Forget it all; inside a transaction of the ledger. The file goes with :meth:`remove`."""
        self._ledger.forget_salvage()
        self._note_length(0)

    def remove(self) -> None:
        """Remove the file, which is no longer told of in the ledger."""
        self.close()
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _note_length(self, length: int) -> None:
        self._length = length
        self._ledger.note(_LENGTH, str(length))

    def _open(self) -> Output:
        """Open the file at its committed length: what a killed run wrote beyond it does not count."""
        if self._file is None:
            self._file = Output(self._path)
            self._file.cut(self._length)
        return self._file


def is_unchanged(row: Row, entry: Entry, source: Path) -> bool:
    """Tell whether a file is the one that a record was made of: untouched, or touched with the same bytes."""
    if row.signature == entry.signature:
        return True
    same_size = row.size == entry.signature.size >= 0
    return same_size and bool(row.sha256) and digest(source) == row.sha256


def _answer(row: Row, record: bytes, signature: Signature) -> Answer:
    return Answer(
        outcome=row.outcome,
        reason=row.reason,
        record=record,
        confidence=row.confidence,
        fingerprint=row.fingerprint,
        sketch=row.sketch,
        sha256=row.sha256,
        signature=signature,
        seconds=row.seconds,
        detail=row.detail,
    )
