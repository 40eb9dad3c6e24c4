"""One run over a folder: list, compare with what stands, clean the rest, report."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

import cleannews
from cleannews.article import FrozenMap
from cleannews.batch.database import RUNNING
from cleannews.batch.inputs import Entry, PassedOver, container_kind
from cleannews.batch.interrupt import Interrupted, Stop
from cleannews.batch.jobs import Jobs
from cleannews.batch.journal import Journal
from cleannews.batch.learn import FirstPass
from cleannews.batch.ledger import LEDGER_NAME, Ledger
from cleannews.batch.output import Output, sync_folder, write_whole
from cleannews.batch.records import DONE, DROPPED, FAILED
from cleannews.batch.report import ARTICLES_NAME, FAILURES_NAME, LOW_CONFIDENCE, BatchReport
from cleannews.batch.resume import Comparison, Standing
from cleannews.batch.salvage import Salvage
from cleannews.batch.sites import TEMPLATES_NAME, NoPlan, remove_templates
from cleannews.batch.supervisor import Supervisor
from cleannews.batch.views import Views
from cleannews.errors import FolderError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cleannews.batch.options import BatchOptions
    from cleannews.batch.progress import Progress
    from cleannews.batch.records import Identity
    from cleannews.batch.sites import Plan
    from cleannews.batch.sources import Sources

_IN_COMMON = 10
"""One in so many records must be of an input that is there: `index.html` may be in any folder."""


class Run:
    """One run, with the output folder locked.

    Args:
        sources: Where the inputs come from.
        target: The output folder.
        options: The settings.
        stop: Tells whether a signal has asked for an end.

    Raises:
        FolderError: The ledger in the output folder is not ours.
    """

    def __init__(self, sources: Sources, target: Path, options: BatchOptions, stop: Stop) -> None:
        self._started = time.monotonic()
        self._sources = sources
        self._root = sources.root
        self._target = target
        self._options = options
        self._stop = stop
        self._skipped: Counter[str] = Counter()
        self._has_containers = False
        self._gone = 0
        self._ledger = Ledger(target / LEDGER_NAME)
        self._views = Views(target, sources.root, self._ledger, options.formats)
        self._views.restore()
        self._output = Output(target / ARTICLES_NAME)
        self._salvage = Salvage(target, self._ledger, retry_failed=options.retry_failed)
        self._sites = self._ledger.sites(target) if options.learns() else None

    def close(self) -> None:
        """Close the files."""
        self._salvage.close()
        self._output.close()
        self._ledger.close()

    def go(self, progress: Progress) -> BatchReport:
        """Do what is left to do, and report."""
        standing = self._prepare(progress)
        sync_folder(self._target)
        journal = Journal(self._output, self._ledger, standing, self._options)
        progress.start("cleaning", self._total(), standing.records)
        try:
            self._work(journal, standing, progress)
        finally:
            journal.undo()
            progress.close()
        if self._stop.asked():
            raise self._interrupted(journal.records)
        self._finish(progress)
        return self._report(standing)

    def _total(self) -> int | None:
        """How many records there will be; not known where files hold many inputs."""
        return None if self._has_containers else self._ledger.count_inputs()

    def _prepare(self, progress: Progress) -> Standing:
        """List the inputs, learn from them, and cut the output back to what stands."""
        with self._ledger.transaction():
            self._agree()
            self._ledger.note(RUNNING, "yes")
            self._ledger.list_inputs(self._listing())
            self._check_listing()
        self._learn(progress)
        with self._ledger.transaction():
            comparison = Comparison(
                self._ledger, self._output, self._root, self._plan, retry_failed=self._options.retry_failed
            )
            standing = comparison.standing()
            self._salvage.save(self._output, start=standing.records)
            fewer = self._ledger.cut(standing.records)
            if fewer or standing.start is not None:
                self._views.distrust()
        self._output.cut(standing.length)
        self._views.clear()
        return standing

    def _learn(self, progress: Progress) -> None:
        """Make the first pass, if there is to be one."""
        if self._sites is None:
            return
        first = FirstPass(
            self._ledger, self._sites, self._root, self._options, self._settings(), self._stop.asked
        )
        if not first.learn(progress, total=self._total()):
            raise self._interrupted(0)

    @property
    def _plan(self) -> Plan:
        return self._sites or NoPlan()

    def _settings(self) -> dict[str, Any]:
        """What each worker is told."""
        return self._options.result_settings() | {
            "work": "cleannews.batch.worker:Cleaner",
            "root": os.fspath(self._root.resolve()),
            "templates": os.fspath((self._target / TEMPLATES_NAME).resolve()),
            "timeout": self._options.timeout,
            "memory_limit": self._options.memory_limit,
        }

    def _agree(self) -> None:
        """See to it that all records are made with the same version and options."""
        made_with = {"cleannews": cleannews.__version__} | self._options.result_settings()
        told = json.dumps(made_with)
        earlier = self._ledger.fact("made_with")
        if not self._options.resume:
            self._ledger.clear()
            self._salvage.drop()
            self._views.distrust()
        elif earlier not in (None, told) and next(self._ledger.rows(), None) is not None:
            before, now = _differences(json.loads(earlier or "{}"), made_with)
            raise FolderError(
                f"{self._target} holds records made with {before}; this run has {now}. Give a new output "
                "folder, or start over with resume=False",
                subject=str(self._target),
            )
        self._ledger.note("made_with", told)

    def _check_listing(self) -> None:
        """Refuse a folder that has next to nothing in common with the records: they would be dropped."""
        known = self._ledger.count_known()
        least = max(1, known // _IN_COMMON)
        listed = self._ledger.count_listed(most=least)
        if known and listed < least:
            told = self._sources.told
            found = f"inputs of {listed:,} of them are" if listed else "none of their inputs is"
            raise FolderError(
                f"{self._target} holds {known:,} records, and {found} in {told}; if that "
                "is the right one, give a new output folder, or start over with resume=False",
                subject=told,
            )

    def _listing(self) -> Iterator[Entry]:
        for found in self._sources.scan(output=self._target):
            if self._stop.asked():
                raise self._interrupted(0)
            if isinstance(found, PassedOver):
                self._skipped[found.why] += 1
            else:
                self._has_containers |= bool(container_kind(os.fsdecode(found.path)))
                yield found

    def _work(self, journal: Journal, standing: Standing, progress: Progress) -> None:
        jobs = Jobs(self._ledger, self._salvage, self._root, self._options, self._plan)
        supervisor = Supervisor(self._options, self._settings(), self._stop.asked)
        try:
            for job in supervisor.results(jobs.stream(standing)):
                if job is not None:
                    journal.write(job)
                    if job.answer is not None:
                        progress.step(failed=job.answer.outcome == FAILED)
                journal.commit_if_due()
        finally:
            supervisor.close()
        journal.commit()

    def _finish(self, progress: Progress) -> None:
        """Write the view of the failures, and let go of what only an unfinished run needs."""
        write_whole(
            self._target / FAILURES_NAME,
            (self._output.read(row.finish - row.length, row.length) for row in self._ledger.failures()),
        )
        self._views.write(self._records, progress.tell, blocks=self._options.blocks)
        self._gone = self._salvage.count_gone()
        with self._ledger.transaction():
            self._salvage.drop()
            self._ledger.note(RUNNING, "")
        self._salvage.remove()
        self._tidy_sites()
        self._output.close()
        self._views.pack()

    def _tidy_sites(self) -> None:
        if self._sites is None:
            remove_templates(self._target / TEMPLATES_NAME)
        else:
            self._sites.tidy()

    def _records(self) -> Iterator[tuple[Identity, bytes]]:
        """Yield every record, unless a signal asks for an end."""
        for row in self._ledger.rows():
            if self._stop.asked():
                raise self._interrupted(row.place)
            yield row.identity, self._output.read(row.finish - row.length, row.length)

    def _report(self, standing: Standing) -> BatchReport:
        counts = self._ledger.count_outcomes()
        done = {reason: count for (outcome, reason), count in counts.items() if outcome == DONE}
        failures = {reason: count for (outcome, reason), count in counts.items() if outcome == FAILED}
        return BatchReport(
            folder=self._target,
            done=sum(done.values()),
            failed=sum(failures.values()),
            dropped=sum(count for (outcome, _), count in counts.items() if outcome == DROPPED),
            failures=FrozenMap(failures),
            statuses=FrozenMap(done),
            skipped=FrozenMap(self._skipped),
            resumed=standing.records + self._salvage.used,
            gone=self._gone,
            copies=self._ledger.count_copies(),
            low_confidence=self._ledger.count_below(LOW_CONFIDENCE),
            seconds=time.monotonic() - self._started,
            outputs=tuple(self._views.path(form) for form in self._options.formats),
        )

    def _interrupted(self, records: int) -> Interrupted:
        return Interrupted(
            f"stopped after {records:,} records in {self._target}; the same command goes on from there",
            signum=self._stop.signum,
        )


def _differences(before: dict[str, Any], now: dict[str, Any]) -> tuple[str, str]:
    """Tell apart what records were made with and what a run has, by the settings that differ.

    >>> _differences({"cleannews": "1.0", "mode": "recall"}, {"cleannews": "1.0", "mode": "balanced"})
    ("mode='recall'", "mode='balanced'")
    """
    names = [name for name in {**before, **now} if before.get(name) != now.get(name)]
    first, second = (", ".join(f"{name}={made.get(name)!r}" for name in names) for made in (before, now))
    return first, second
