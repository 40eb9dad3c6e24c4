"""The inputs as a stream of jobs, from the place on where an earlier run stopped."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

from cleannews.batch.content import too_large
from cleannews.batch.inputs import container_kind, is_address
from cleannews.batch.messages import Task
from cleannews.batch.parts import parts
from cleannews.batch.pattern import is_pattern
from cleannews.batch.reasons import Reason, Unusable
from cleannews.batch.records import Identity, failure_answer
from cleannews.batch.supervisor import Job

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cleannews.batch.inputs import Entry
    from cleannews.batch.ledger import Ledger
    from cleannews.batch.messages import Answer
    from cleannews.batch.options import BatchOptions
    from cleannews.batch.resume import Standing
    from cleannews.batch.sites import Plan

_FROM = "paths of a list are taken from the working folder"
_NO_MATCH = f"no file matches this pattern; {_FROM}"
_ADDRESS = "it is a web address, and only files are read here; save the page first, and name its file"
_PROBLEMS = {
    Reason.NOT_REGULAR: "it is not a regular file but a folder, pipe, socket or device",
    Reason.DANGLING_LINK: "it is a symbolic link that leads nowhere",
    Reason.UNREADABLE: "it cannot be read: permission denied, a failing disk, or a path in a circle",
    Reason.MISSING: f"there is no file of this name; {_FROM}",
    Reason.VANISHED: "it was gone while the folder was listed",
}


class Earlier(Protocol):
    """Answers of earlier runs."""

    def find(
        self, identity: Identity, entry: Entry, *, source: Path, data: bytes | None, made_for: str
    ) -> Answer | None:
        """Return an earlier answer to the same input."""


class Jobs:
    """Makes jobs of listed inputs, one at a time.

    Args:
        ledger: Has the listing.
        earlier: Has earlier answers.
        root: The folder that the paths are relative to.
        options: How to read containers.
        plan: Knows the sites.
    """

    def __init__(
        self, ledger: Ledger, earlier: Earlier, root: Path, options: BatchOptions, plan: Plan
    ) -> None:
        self._ledger = ledger
        self._earlier = earlier
        self._plan = plan
        self._root = root
        self._limit = options.limits.input_bytes
        self._fields = options.fields()

    def stream(self, standing: Standing) -> Iterator[Job]:
        """Yield the jobs that are left, in the order of the records."""
        if standing.start is None:
            return
        for entry in self._ledger.inputs(start=standing.start):
            if entry.problem:
                yield _failed(entry, Reason(entry.problem))
            elif container_kind(os.fsdecode(entry.path)):
                after = standing.after_line if entry.path == standing.start else -1
                yield from self._container(entry, after)
            else:
                yield self._file(entry)

    def _file(self, entry: Entry) -> Job:
        name = os.fsdecode(entry.path)
        identity = Identity(entry.path)
        return self._job(identity, entry, Task(name, None), source=self._root / name)

    def _container(self, entry: Entry, after: int) -> Iterator[Job]:
        """Yield a job for each part behind the last that has its record, and one for the container's end."""
        path = self._root / os.fsdecode(entry.path)
        number = 0
        try:
            for number, data in parts(path, after=after, limit=self._limit, fields=self._fields):
                if number > after:
                    yield self._part(entry, number, data)
        except Unusable as finding:
            identity = Identity(entry.path, number + 1 if number else None)
            if (identity.line or 0) > after:
                yield Job(identity, entry, None, failure_answer(identity, finding.reason, finding.message))
        yield Job(Identity(entry.path), entry)

    def _part(self, entry: Entry, number: int, data: bytes | None) -> Job:
        identity = Identity(entry.path, number)
        if data is None:
            finding = too_large(self._limit)
            return Job(identity, entry, None, failure_answer(identity, finding.reason, finding.message))
        return self._job(identity, entry, Task(os.fsdecode(entry.path), number, data), source=self._root)

    def _job(self, identity: Identity, entry: Entry, task: Task, *, source: Path) -> Job:
        """Make the job of a page, with its site and what an earlier run answered."""
        place = self._plan.place(identity)
        data = None if task.line is None else task.data
        answer = self._earlier.find(identity, entry, source=source, data=data, made_for=place.told())
        task = task._replace(site=place.name, template=place.template)
        return Job(identity, entry, None if answer else task, answer, place.told())


def _failed(entry: Entry, reason: Reason) -> Job:
    """Make the job of something listed that need not even be opened."""
    identity = Identity(entry.path)
    return Job(identity, entry, None, failure_answer(identity, reason, _problem(entry, reason)))


def _problem(entry: Entry, reason: Reason) -> str:
    """Say what is wrong with something listed, and what to do."""
    name = os.fsdecode(entry.path)
    if reason is Reason.MISSING and is_address(name):
        return _ADDRESS
    return _NO_MATCH if reason is Reason.MISSING and is_pattern(name) else _PROBLEMS[reason]
