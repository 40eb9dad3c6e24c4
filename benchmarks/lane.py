"""One extractor in a process of its own, under a deadline, so that no peer can hang or end the comparison."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.extractors import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection

    from benchmarks.extractors import Extract, Extractor, Task

DEADLINE = 60.0
"""Seconds a page may take: a hundred times the slowest peer's mean page, so only what hangs meets it."""

STARTING = 120.0
"""Seconds a library may take to be imported."""


class Run(NamedTuple):
    """What one extractor made of one case."""

    answer: Answer
    cpu_ms: float
    failure: str = ""
    """Why there is no text; empty if it came to an end."""


class NotInstalledError(Exception):
    """The extractor's library cannot be imported."""


class Lane:
    """An extractor's process. It is started anew after a page that it did not survive."""

    def __init__(self, extractor: Extractor, warm_up: Task, *, deadline: float = DEADLINE) -> None:
        """Start the process and run one page, untimed, so that data is loaded.

        Raises:
            NotInstalledError: The library is not there.
        """
        self._extractor, self._warm_up, self._deadline = extractor, warm_up, deadline
        self._peaks = [0.0]
        self._start()
        self._warm()

    def run(self, tasks: Sequence[Task]) -> Iterator[Run]:
        """Run pages one after another in the warm process. Yields one run for each, in order."""
        for task in tasks:
            run = self._ask(task, self._deadline)
            yield run
            if not self._process.is_alive():
                self._start()
                self._warm()

    def close(self) -> float:
        """End the process. Returns its peak memory in MB, the largest if it had to be started anew."""
        if self._process.is_alive():
            self._connection.send(None)
            self._process.join(self._deadline)
        self._kill()
        return max(self._peaks)

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, far = context.Pipe()
        self._process = context.Process(target=serve, args=(far, self._extractor), daemon=True)
        self._process.start()
        far.close()
        greeting = self._connection.recv() if self._connection.poll(STARTING) else "no answer"
        if greeting:
            self._kill()
            raise NotInstalledError(greeting)

    def _warm(self) -> None:
        self._ask(self._warm_up, self._deadline)
        if not self._process.is_alive():
            self._start()

    def _ask(self, task: Task, deadline: float) -> Run:
        try:
            self._connection.send(task)
            if not self._connection.poll(deadline):
                self._kill()
                return Run(Answer(""), 1000 * deadline, f"no answer within {deadline:g} s")
            run, peak = self._connection.recv()
        except (EOFError, OSError):
            self._process.join(self._deadline)
            code = self._process.exitcode
            self._kill()
            return Run(Answer(""), 0.0, f"its process ended with exit code {code}")
        self._peaks.append(peak)
        found: Run = run
        return found

    def _kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()


def serve(connection: Connection, extractor: Extractor) -> None:
    """Run in the child: build the extractor, then answer every task with a run and the peak memory so far."""
    logging.disable(logging.CRITICAL)
    try:
        extract = extractor.build()
    except ImportError as error:
        connection.send(f"cannot be imported: {error}")
        return
    connection.send("")
    while (task := connection.recv()) is not None:
        gc.collect()
        gc.freeze()
        connection.send((run_once(extract, task), peak_mb()))


def run_once(extract: Extract, task: Task) -> Run:
    """Extract one page, timed by the processor's clock; an error is an empty text."""
    started = time.process_time()
    try:
        answer, failure = extract(task), ""
    except Exception as error:  # noqa: BLE001 - whatever a peer raises is its result
        answer, failure = Answer(""), f"{type(error).__name__}: {error}"[:200]
    return Run(answer, 1000 * (time.process_time() - started), failure)


def peak_mb() -> float:
    """Return this process's peak resident memory.

    Linux hands ``ru_maxrss`` of the parent on to its child; ``VmHWM`` is the process's own.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
