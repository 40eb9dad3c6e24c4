"""Where to go on: how much of an earlier run's output still stands, compared with the folder as it is now."""

from __future__ import annotations

from os import fsdecode
from typing import TYPE_CHECKING, NamedTuple

from cleannews.batch.inputs import container_kind
from cleannews.batch.salvage import is_unchanged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cleannews.batch.inputs import Entry
    from cleannews.batch.ledger import Ledger, Row
    from cleannews.batch.output import Output
    from cleannews.batch.sites import Plan


class Standing(NamedTuple):
    """The part of the output that stands."""

    records: int
    """How many records stand."""
    length: int
    """Their bytes."""
    start: bytes | None
    """Path of the first input that is not finished; ``None`` if all are."""
    after_line: int = -1
    """Last line of it that has its record, if it is a container; -1 for none."""


class _Cut(Exception):  # noqa: N818 - leaves two nested loops; never seen outside
    """Nothing stands from here on."""

    def __init__(self, path: bytes, after_line: int = -1) -> None:
        super().__init__(path)
        self.path = path
        self.after_line = after_line


class Comparison:
    """Walks records and inputs side by side.

    Args:
        ledger: Tells of both.
        output: The records themselves, which are checked against their sums.
        source: The input folder.
        plan: Knows the site and template of each input: a record made with another one does not stand.
        retry_failed: Whether a failure does not stand.
    """

    def __init__(
        self, ledger: Ledger, output: Output, source: Path, plan: Plan, *, retry_failed: bool
    ) -> None:
        self._ledger = ledger
        self._output = output
        self._source = source
        self._plan = plan
        self._retry_failed = retry_failed
        self._rows: Iterator[Row] = ledger.rows()
        self._head: Row | None = next(self._rows, None)
        self._records = 0
        self._length = 0

    def standing(self) -> Standing:
        """Return what stands: the records up to the first that is missing, damaged, or not of this folder."""
        try:
            for entry in self._ledger.inputs():
                if container_kind(fsdecode(entry.path)):
                    self._container(entry)
                elif self._take(entry) is None:
                    return Standing(self._records, self._length, entry.path)
        except _Cut as cut:
            return Standing(self._records, self._length, cut.path, cut.after_line)
        return Standing(self._records, self._length, None)

    def _container(self, entry: Entry) -> None:
        last = -1
        while (row := self._take(entry)) is not None:
            last = row.line
        # A record of this container that does not stand, or of an input before it that is no longer there:
        # then the records of this one, though finished, are behind it and do not stand either.
        blocked = self._head is not None and self._head.path <= entry.path
        if blocked or not self._ledger.is_finished(entry):
            raise _Cut(entry.path, last)

    def _take(self, entry: Entry) -> Row | None:
        """Go past the next record if it is of this input and stands."""
        row = self._head
        if row is None or row.path != entry.path or not self._stands(row, entry):
            return None
        self._records += 1
        self._length = row.finish
        self._head = next(self._rows, None)
        return row

    def _stands(self, row: Row, entry: Entry) -> bool:
        if (row.failed and self._retry_failed) or self._plan.place(row.identity).told() != row.made_for:
            return False
        if row.signature != entry.signature:
            if row.line or not is_unchanged(row, entry, self._source / fsdecode(entry.path)):
                return False
            self._ledger.mark_unchanged(row.place, entry.signature)
        return self._output.holds(row.finish - row.length, row.length, row.crc)
