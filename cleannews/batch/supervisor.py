"""Jobs in, answers out, in the order of the jobs, whatever becomes of the workers."""

from __future__ import annotations

import queue
import signal
import sys
import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from cleannews.batch.process import Event, WorkerProcess
from cleannews.batch.reasons import OUT_OF_MEMORY, Reason
from cleannews.batch.records import Identity, failure_answer
from cleannews.errors import FolderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cleannews.batch.inputs import Entry
    from cleannews.batch.messages import Answer, Task
    from cleannews.batch.options import BatchOptions

TICK = 0.1
"""Seconds between looks at deadlines and memory."""

STANDSTILL = 1.0
"""Seconds between two looks from which on the run itself stood still: stopped by Ctrl-Z, its machine busy."""

WINDOW = 4000
"""Jobs that may be finished or under way beyond the first unfinished one: how far the others get ahead of an
input that hangs. It bounds the results held back, which keep the order of the records."""

WINDOW_BYTES = 64 << 20
"""The same in bytes of finished records."""

START_TIMEOUT = 120.0
"""Seconds a worker may take to start: importing from a cold network disk can take long."""

WIND_DOWN = 1.5
"""Seconds that inputs under way may still take after a stop was asked for."""

_FAILED_STARTS = 3
"""Workers that may die in a row before they are ready, until the run gives up."""

_TRIES = 2
"""A crash may be another's fault (the system's memory killer, an administrator), so there is one more try."""


class Job(NamedTuple):
    """One step of a run: an input on its way, or the end of a container."""

    identity: Identity
    entry: Entry
    """The file it is, or is a line of."""
    task: Task | None = None
    """What a worker is to do; ``None`` if nothing is left to do."""
    answer: Answer | None = None
    """What came of it; ``None`` as long as a worker has it, and for the end of a container."""
    made_for: str = ""
    """The site and template that it is to be cleaned with."""


@dataclass(slots=True)
class _Turn:
    """A job, its place in the order, and how often it was tried."""

    place: int
    job: Job
    tries: int = 0


@dataclass(slots=True)
class _Waiting:
    """Answered jobs that wait for an earlier one."""

    next_place: int = 0
    held: dict[int, Job] = field(default_factory=dict)
    size: int = 0

    def put(self, turn: _Turn, answer: Answer | None) -> None:
        self.held[turn.place] = turn.job._replace(task=None, answer=answer)
        self.size += len(answer.record) if answer else 0

    def take(self) -> Iterator[Job]:
        while (job := self.held.pop(self.next_place, None)) is not None:
            self.next_place += 1
            self.size -= len(job.answer.record) if job.answer else 0
            yield job

    def has_room(self, place: int) -> bool:
        return place == self.next_place or (place < self.next_place + WINDOW and self.size < WINDOW_BYTES)


class Supervisor:
    """Runs worker processes and keeps them honest.

    Args:
        options: Workers, limits and what the workers need to know.
        settings: What each worker is told first.
        stop: Tells whether to wind down.
    """

    def __init__(self, options: BatchOptions, settings: dict[str, Any], stop: Callable[[], bool]) -> None:
        self._options = options
        self._settings = settings
        self._stop = stop
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._starting: set[WorkerProcess] = set()
        self._idle: list[WorkerProcess] = []
        self._busy: dict[WorkerProcess, _Turn] = {}
        self._again: deque[_Turn] = deque()
        self._waiting = _Waiting()
        self._place = 0
        self._next_look = time.monotonic()
        self._failed_starts = 0
        self._drained = False

    def results(self, jobs: Iterator[Job]) -> Iterator[Job | None]:
        """Yield every job with its answer, in order, and ``None`` whenever some time has passed without one.

        May be called again when all are answered: the workers stay.

        Raises:
            FolderError: Workers cannot be started.
        """
        stopped_at = 0.0
        self._drained = False
        while True:
            if self._stop():
                stopped_at = stopped_at or time.monotonic()
                if not self._busy or time.monotonic() > stopped_at + WIND_DOWN:
                    return
            else:
                self._hand_out(jobs)
            yield from self._waiting.take()
            if self._busy or (self._starting and self._again):
                self._await_event()
            elif self._drained and not self._again:
                return
            yield None

    def close(self) -> None:
        """End all workers."""
        for worker in [*self._starting, *self._idle, *self._busy]:
            worker.close()
        self._starting.clear()
        self._idle.clear()
        self._busy.clear()

    def _hand_out(self, jobs: Iterator[Job]) -> None:
        """Give work to every worker that is free, and start one for every slot that is empty and has work.

        Work is given to workers that have started only: a turn that waited for one to start would hold up the
        results of all others.
        """
        ahead: list[_Turn] = []
        while self._idle or len(self._busy) + len(self._starting) < self._options.slots():
            turn = self._next_turn(jobs)
            if turn is None:
                break
            if self._idle:
                self._give(self._idle.pop(), turn)
            else:
                ahead.append(turn)
                if len(ahead) > len(self._starting):
                    self._start()
        self._again.extendleft(reversed(ahead))

    def _next_turn(self, jobs: Iterator[Job]) -> _Turn | None:
        """Return the next job that needs a worker; the others go straight to the results."""
        if self._again:
            return self._again.popleft()
        while not self._drained and self._waiting.has_room(self._place):
            job = next(jobs, None)
            if job is None:
                self._drained = True
                return None
            turn = _Turn(self._place, job)
            self._place += 1
            if job.task is not None:
                return turn
            self._waiting.put(turn, job.answer)
        return None

    def _start(self) -> None:
        worker = WorkerProcess(self._settings, self._events)
        worker.allow(START_TIMEOUT)
        self._starting.add(worker)

    def _give(self, worker: WorkerProcess, turn: _Turn) -> None:
        worker.allow(self._options.timeout)
        worker.ask(cast("Task", turn.job.task))
        self._busy[worker] = turn

    def _await_event(self) -> None:
        """Wait for a worker to report, take what has come, and look after the others now and then."""
        try:
            event = self._events.get(timeout=TICK)
            while True:
                self._take(event)
                event = self._events.get_nowait()
        except queue.Empty:
            pass
        now = time.monotonic()
        if now >= self._next_look:
            self._forgive(now - self._next_look)
            self._next_look = now + TICK
            self._look(now)

    def _forgive(self, late: float) -> None:
        """Add to all deadlines the time the run itself stood still: answers may be there, not taken yet."""
        if late > STANDSTILL:
            for worker in (*self._starting, *self._busy):
                worker.deadline += late

    def _look(self, now: float) -> None:
        """End who is overdue or too big."""
        for worker in self._starting:
            if now > worker.deadline:
                worker.kill(Reason.TIMEOUT)
        for worker in self._busy:
            if now > worker.deadline:
                worker.kill(Reason.TIMEOUT)
            elif worker.measure() > self._options.memory_limit:
                worker.kill(Reason.MEMORY)

    def _take(self, event: Event) -> None:
        worker = event.worker
        if worker in self._starting:
            self._starting.remove(worker)
            self._welcome(worker, started=event.started)
        elif worker in self._busy:
            turn = self._busy.pop(worker)
            if event.answer is None:
                self._bury(worker, turn)
            else:
                self._waiting.put(turn, event.answer)
                self._release(worker, event.answer)

    def _welcome(self, worker: WorkerProcess, *, started: bool) -> None:
        """Take a worker that has started into service."""
        if not started:
            self._mourn(worker)
            return
        self._failed_starts = 0
        self._idle.append(worker)

    def _release(self, worker: WorkerProcess, answer: Answer) -> None:
        """Keep a worker for the next job, or end it if it has done its share or holds much."""
        swollen = worker.memory > self._options.memory_limit // 2
        if answer.spent or swollen or worker.sentence or worker.given >= self._options.inputs_per_worker:
            worker.close()
        else:
            self._idle.append(worker)

    def _bury(self, worker: WorkerProcess, turn: _Turn) -> None:
        """Decide what a dead worker's job comes to."""
        code = worker.close()
        turn.tries += 1
        if worker.sentence is None and turn.tries < _TRIES:
            self._again.append(turn)
            return
        self._waiting.put(turn, self._verdict(turn.job.identity, worker.sentence, code))

    def _mourn(self, worker: WorkerProcess) -> None:
        """Count a worker that never started; when none does, the run cannot go on."""
        code = worker.close()
        self._failed_starts += 1
        if worker.start_error:
            *_, told = worker.start_error.rstrip().splitlines()
            raise FolderError(f"the workers cannot start: {told}") from RuntimeError(worker.start_error)
        if self._failed_starts >= _FAILED_STARTS:
            raise FolderError(f"the workers die while they start: {sys.executable} {_end(code)}")

    def _verdict(self, identity: Identity, sentence: Reason | None, code: int) -> Answer:
        if sentence is Reason.TIMEOUT:
            message = (
                f"it took longer than {self._options.timeout:g} seconds; raise timeout if it is worth waiting"
            )
            return failure_answer(identity, Reason.TIMEOUT, message)
        if sentence is Reason.MEMORY:
            return failure_answer(identity, Reason.MEMORY, OUT_OF_MEMORY)
        return failure_answer(identity, Reason.CRASH, f"cleaning it {_end(code)}, twice")


def _end(code: int) -> str:
    """Say how a process ended."""
    if code >= 0:
        return f"ended the worker with exit code {code}"
    try:
        return f"killed the worker with {signal.Signals(-code).name}"
    except ValueError:
        return f"killed the worker with signal {-code}"
