"""Output and ledger as one: a record is in both or in neither."""

from __future__ import annotations

import contextlib
import sqlite3
import time
import zlib
from typing import TYPE_CHECKING

from cleannews.batch.copies import find_original
from cleannews.batch.ledger import Row
from cleannews.batch.records import COPY, DONE, DROPPED, dropped_record, mark_copy

if TYPE_CHECKING:
    from cleannews.batch.copies import Copied
    from cleannews.batch.ledger import Ledger
    from cleannews.batch.messages import Answer
    from cleannews.batch.options import BatchOptions
    from cleannews.batch.output import Output
    from cleannews.batch.resume import Standing
    from cleannews.batch.supervisor import Job

COMMIT_RECORDS = 1000
"""Records after which a commit is made before its time has come: it bounds what a stop costs."""


class Journal:
    """Writes finished jobs down, and makes them durable now and then.

    Args:
        output: The lines.
        ledger: What they are about.
        standing: What is in both already.
        options: How often to commit, and what becomes of copies.
    """

    def __init__(self, output: Output, ledger: Ledger, standing: Standing, options: BatchOptions) -> None:
        self._output = output
        self._ledger = ledger
        self._commit_seconds = options.commit_seconds
        self._drop_copies = options.copies == "drop"
        self._next_commit = 0.0
        self._good_length = standing.length
        self._good_records = standing.records
        self.records = standing.records
        """Records written, durable or not."""

    def write(self, job: Job) -> None:
        """Write a finished job down."""
        self._ledger.begin()
        if job.answer is None:
            self._ledger.finish_container(job.entry)
            return
        copied = find_original(job.answer, self._ledger)
        answer = job.answer
        if copied is not None and self._drop_copies:
            answer = _dropped(job, answer, copied)
        line = _line(answer, copied)
        row = _row(job, answer, line)
        finish = self._output.append(line)
        self._ledger.add(row._replace(place=self.records, finish=finish, is_copy=copied is not None))
        self.records += 1

    def commit_if_due(self) -> None:
        """Commit if the time has come, or if much has gathered."""
        if time.monotonic() >= self._next_commit or self.records >= self._good_records + COMMIT_RECORDS:
            self.commit()

    def commit(self) -> None:
        """Make what was written durable: first the lines, then the ledger that tells of them."""
        if self.records > self._good_records:
            self._output.sync()
        self._ledger.commit()
        self._good_length = self._output.length
        self._good_records = self.records
        self._next_commit = time.monotonic() + self._commit_seconds

    def undo(self) -> None:
        """Take back what was not committed, as far as the disk lets us."""
        with contextlib.suppress(OSError, sqlite3.Error):
            self._ledger.roll_back()
            self._output.cut(self._good_length)
        self.records = self._good_records


def _line(answer: Answer, copied: Copied | None) -> bytes:
    if answer.outcome != DONE:
        return answer.record
    return mark_copy(answer.record, *(copied or (None, None)))


def _dropped(job: Job, answer: Answer, copied: Copied) -> Answer:
    """Leave of a copy no more than what it is a copy of; later copies are compared with the first alone."""
    record = dropped_record(job.identity, copied.first, copied.similarity)
    return answer._replace(outcome=DROPPED, reason=COPY, record=record, fingerprint="", sketch="")


def _row(job: Job, answer: Answer, line: bytes) -> Row:
    """Describe a line; where it stands is told later."""
    size, modified, changed = answer.signature or job.entry.signature
    return Row(
        place=-1,
        path=job.identity.path,
        line=job.identity.line or 0,
        size=size,
        modified=modified,
        changed=changed,
        sha256=answer.sha256,
        outcome=answer.outcome,
        reason=answer.reason,
        confidence=answer.confidence,
        fingerprint=answer.fingerprint,
        sketch=answer.sketch,
        is_copy=False,
        seconds=answer.seconds,
        detail=answer.detail,
        made_for=job.made_for,
        length=len(line),
        crc=zlib.crc32(line),
        finish=-1,
    )
