"""The first pass of a folder run: pages are told apart by site, and those of each site teach a template.

In two rounds: every page is asked for its site, and sketched at once if its head does not tell; then pages of
the sites that have enough of them are sketched.
"""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING, NamedTuple

from cleannews.batch.jobs import Jobs
from cleannews.batch.messages import Answer
from cleannews.batch.records import FAILED, Identity
from cleannews.batch.resume import Standing
from cleannews.batch.sites import NoPlan, Place
from cleannews.batch.supervisor import Supervisor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

    from cleannews.batch.inputs import Entry
    from cleannews.batch.ledger import Ledger
    from cleannews.batch.options import BatchOptions
    from cleannews.batch.progress import Progress
    from cleannews.batch.sites import Sites
    from cleannews.batch.supervisor import Job

WORK = "cleannews.batch.sketching:Sketcher"
"""What workers do in the first pass."""

LEAST_ARTICLES = {"auto": 4, "always": 2}
"""Articles a site must show until it is learned from: two teach something, but what one other page shows may
be a quotation; with three others next to nothing is lost (measured on 59 sites, docs/site-templates.md)."""


_UNWANTED = Answer("unwanted", "", b"")
"""What stands for the answer of a page that nobody is asked for."""


class _NothingEarlier:
    """Stands for the answers of earlier runs, of which the first round uses none."""

    def find(
        self, identity: Identity, entry: Entry, *, source: Path, data: bytes | None, made_for: str
    ) -> Answer | None:
        """Nothing is found."""
        del identity, entry, source, data, made_for
        return None


class _Wanted(NamedTuple):
    """The pages of the second round: the plan gives them their sites, all others have their answers."""

    sites: Sites

    def place(self, identity: Identity) -> Place:
        """Return the site of a page that is to be sketched."""
        return Place(self.sites.wanted(identity), "")

    def find(
        self, identity: Identity, entry: Entry, *, source: Path, data: bytes | None, made_for: str
    ) -> Answer | None:
        """Answer for a page that is not wanted."""
        del identity, entry, source, data
        return None if made_for else _UNWANTED


class FirstPass(NamedTuple):
    """What the first pass works with.

    Args:
        ledger: Has the listing.
        sites: Takes what is learned.
        root: The folder that the paths are relative to.
        options: Of the run.
        settings: What each worker is told.
        stop: Tells whether to wind down.
    """

    ledger: Ledger
    sites: Sites
    root: Path
    options: BatchOptions
    settings: dict[str, Any]
    stop: Callable[[], bool]

    def learn(self, progress: Progress, *, total: int | None) -> bool:
        """Learn from all inputs, or go on where an earlier run was stopped.

        Args:
            progress: Is told of every page.
            total: How many pages there are, if that is known.

        Returns:
            False if a stop was asked for before the end.
        """
        listing = self._listing()
        last = self.sites.begin(listing)
        if last is True:
            return True
        supervisor = Supervisor(self.options, self.settings | {"work": WORK}, self.stop)
        try:
            done = self._rounds(supervisor, last if isinstance(last, Identity) else None, progress, total)
        finally:
            supervisor.close()
        if not done:
            self.sites.commit()
            return False
        self.sites.finish(listing, least=LEAST_ARTICLES[self.options.learn])
        return True

    def _rounds(
        self, supervisor: Supervisor, last: Identity | None, progress: Progress, total: int | None
    ) -> bool:
        """Make both rounds, with the same workers."""
        progress.start("learning", total, self.sites.count_pages())
        first = Jobs(self.ledger, _NothingEarlier(), self.root, self.options, NoPlan())
        if not self._take_all(supervisor.results(first.stream(_standing(last))), progress):
            return False
        self.sites.choose(least=LEAST_ARTICLES[self.options.learn])
        self.sites.commit()
        wanted = self.sites.count_wanted()
        if not wanted:
            return True
        progress.start("sampling", wanted, 0)
        plan = _Wanted(self.sites)
        second = Jobs(self.ledger, plan, self.root, self.options, plan)
        results = supervisor.results(second.stream(_standing(None)))
        return self._take_all((job if job and job.made_for else None for job in results), progress)

    def _listing(self) -> str:
        """Digest what is learned from: the inputs as they are now, and how they are read."""
        digest = hashlib.sha256(repr(sorted(self.options.result_settings().items())).encode())
        for entry in self.ledger.inputs():
            digest.update(repr((entry.path, tuple(entry.signature))).encode())
        return digest.hexdigest()

    def _take_all(self, results: Iterator[Job | None], progress: Progress) -> bool:
        """Make one round; False if a stop was asked for before its end."""
        due = time.monotonic() + self.options.commit_seconds
        try:
            for job in results:
                if job is not None and job.answer is not None:
                    self._take(job, job.answer)
                    progress.step(failed=job.answer.outcome == FAILED)
                if time.monotonic() >= due:
                    self.sites.commit()
                    due = time.monotonic() + self.options.commit_seconds
        finally:
            progress.close()
        return not self.stop()

    def _take(self, job: Job, answer: Answer) -> None:
        from cleannews.batch.sketching import SKETCHED, Sketched  # noqa: PLC0415 - loads what workers need

        page = Sketched.of(answer.record) if answer.outcome == SKETCHED else None
        self.sites.take(job.identity, page)


def _standing(last: Identity | None) -> Standing:
    """Where to go on behind a page."""
    if last is None:
        return Standing(0, 0, b"")
    if last.line is None:
        return Standing(0, 0, last.path + b"\0")
    return Standing(0, 0, last.path, last.line)
