"""One worker process as the parent sees it: asked, watched, killed."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast

from cleannews.batch.messages import Answer, Task, receive_answer, receive_settings, send_settings, send_task

if TYPE_CHECKING:
    from cleannews.batch.reasons import Reason

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from cleannews.batch.worker import main; main()"
)
"""A fresh interpreter, not a fork: no locks or threads are inherited, and the caller's script needs no
``if __name__ == "__main__"``. It gets the caller's module path, so it finds the same code."""

_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_PAGE_SIZE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class Event(NamedTuple):
    """What a worker reports: that it has started, an answer, or (neither) that it is dead."""

    worker: WorkerProcess
    answer: Answer | None = None
    started: bool = False


class WorkerProcess:
    """A worker and the thread that talks to it.

    The thread only writes a task, reads the answer and puts it into the events; every decision is made by the
    one thread that owns this object.

    Args:
        settings: What the worker is told first; see :mod:`cleannews.batch.worker`.
        events: Where its answers go.
    """

    def __init__(self, settings: dict[str, Any], events: queue.SimpleQueue[Event]) -> None:
        self.given = 0
        """Tasks it was given so far."""
        self.deadline = 0.0
        """Monotonic time by which it must have started or answered."""
        self.sentence: Reason | None = None
        """Why it was killed, if it was."""
        self.start_error = ""
        """Why it could not start, if it could tell."""
        self.memory = 0
        """Bytes it held when it was last measured."""
        self._events = events
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-c", _BOOT, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | _ONE_THREAD,
            start_new_session=True,  # Ctrl-C on the terminal is for the parent alone
        )
        self._thread = threading.Thread(target=self._converse, args=(settings,), daemon=True)
        self._thread.start()

    def ask(self, task: Task) -> None:
        """Give it a task; the answer, or its death, will be an event."""
        self.given += 1
        self._tasks.put(task)

    def allow(self, seconds: float) -> None:
        """Set the time by which it must have started or answered, from now."""
        self.deadline = time.monotonic() + seconds

    def kill(self, sentence: Reason) -> None:
        """End it at once, whatever it does; its death will be an event."""
        self.sentence = sentence
        self._process.kill()

    def close(self) -> int:
        """End it, free what it held, and return its exit code; negative: the signal that ended it."""
        self._process.kill()
        self._tasks.put(None)
        code = self._process.wait()
        self._thread.join(timeout=1.0)
        return code

    def measure(self) -> int:
        """Return the bytes of memory it holds now; 0 where the system does not tell."""
        try:
            fields = Path(f"/proc/{self._process.pid}/statm").read_bytes().split()
            self.memory = int(fields[1]) * _PAGE_SIZE
        except (OSError, IndexError):
            self.memory = 0
        return self.memory

    def _converse(self, settings: dict[str, Any]) -> None:
        """Talk to the worker until it dies or is closed; runs in a thread, which owns the pipes."""
        closed = False
        try:
            with self._process as process:
                self._serve(process, settings)
            closed = True
        except (OSError, EOFError, ValueError, MemoryError):
            pass  # dead, or talking nonsense
        finally:  # whatever else it was: without an event the run would wait for ever
            if not closed:
                self._process.kill()
                self._events.put(Event(self))

    def _serve(self, process: subprocess.Popen[bytes], settings: dict[str, Any]) -> None:
        """Pass settings, tasks and answers until it is closed."""
        tasks, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        send_settings(tasks, settings)
        self.start_error = str(receive_settings(answers).get("error", ""))
        self._events.put(Event(self, started=not self.start_error))
        while not self.start_error and (task := self._tasks.get()):
            send_task(tasks, task)
            try:
                answer = receive_answer(answers)
            except ValueError:
                process.kill()  # one that talks nonsense may not end by itself
                raise
            self._events.put(Event(self, answer))
