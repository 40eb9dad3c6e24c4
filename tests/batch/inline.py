"""A stand-in for the supervisor that cleans in this process: what is tested then is the run around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cleannews.batch.cleaner import load_cleaner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cleannews.batch.options import BatchOptions
    from cleannews.batch.supervisor import Job


class InlineSupervisor:
    """Answers every job at once, with the same code as a worker."""

    def __init__(self, options: BatchOptions, settings: dict[str, Any], stop: Callable[[], bool]) -> None:
        del options
        self._cleaner = load_cleaner(settings["work"])(settings)
        self._stop = stop

    def results(self, jobs: Iterator[Job]) -> Iterator[Job | None]:
        """Yield every job with its answer, in order."""
        for job in jobs:
            if self._stop():
                return
            answer = job.answer if job.task is None else self._cleaner.answer(job.task)
            yield job._replace(task=None, answer=answer)

    def close(self) -> None:
        """Nothing is open."""
