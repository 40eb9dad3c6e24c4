"""The worker process: reads tasks from its standard input, cleans, answers on its standard output.

It keeps no state between tasks, so it may be killed at any moment. What the code it runs prints goes nowhere.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import hashlib
import os
import signal
import sys
import time
import traceback
from collections import OrderedDict
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from cleannews.batch.cleaner import load_cleaner
from cleannews.batch.content import read_content
from cleannews.batch.dump import dump_of
from cleannews.batch.inputs import NO_SIGNATURE, Fields, Signature
from cleannews.batch.messages import (
    Answer,
    Task,
    receive_settings,
    receive_task,
    send_answer,
    send_settings,
)
from cleannews.batch.reasons import OUT_OF_MEMORY, Reason, Unusable
from cleannews.batch.records import Identity, article_answer, failure_answer
from cleannews.errors import CleanNewsError, TooLarge
from cleannews.read.page import Limits

if TYPE_CHECKING:
    from cleannews.batch.dump import Dump
    from cleannews.label.site.template import SiteTemplate

TEMPLATES_AT_HAND = 16
"""Templates a worker keeps: 6 MB each at most, made ready in 0.1 s."""

ALARM_GRACE = 30.0
"""Seconds beyond the time limit after which the kernel ends a worker whose parent did not."""

_PR_SET_PDEATHSIG = 1
_LONGEST = 10**9
"""Seconds beyond which a limit is none (30 years): the kernel refuses times that are much longer."""

_ADDRESS_SPACE_SLACK = 512 << 20
"""What the address space may exceed the memory limit by: thread stacks and allocator reserves are counted
in it though they hold nothing. The parent watches the memory really held; this only stops giant requests."""


def main() -> None:
    """Serve tasks until the parent closes the pipe."""
    parent = os.getppid()
    tasks, answers = _claim_streams()
    try:
        settings = receive_settings(tasks)
        _protect(settings, parent)
        cleaner = load_cleaner(settings["work"])(settings)
    except EOFError:
        return
    except Exception:  # noqa: BLE001 - whatever keeps a worker from starting is for the parent to tell
        send_settings(answers, {"error": traceback.format_exc()})
        return
    send_settings(answers, {})
    gc.disable()
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            task = receive_task(tasks)
            _alarm(settings["timeout"] + ALARM_GRACE)
            answer = cleaner.answer(task)
            _alarm(0.0)
            send_answer(answers, answer)
            # between pages only, when all that a page made and nothing else is young: next to no work is left
            gc.collect(0)


class Cleaner:
    """Cleans tasks with one set of settings."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.root = Path(settings["root"])
        self.limits = Limits(**settings["limits"])
        self.blocks: bool = settings["blocks"]
        self.fields = Fields(tuple(settings["text_fields"]), settings["url_field"], settings["id_field"])
        self.options = {"kind": settings["kind"], "mode": settings["mode"], "limits": self.limits}
        self.clean = load_cleaner(settings["cleaner"])
        self.templates = Templates(Path(settings["templates"]))

    def answer(self, task: Task) -> Answer:
        """Clean one task; whatever happens, there is an answer."""
        identity = Identity(os.fsencode(task.path), task.line)
        start = time.perf_counter()
        signature, sha256 = NO_SIGNATURE, ""
        try:
            data, signature = self._data(task)
            sha256 = hashlib.sha256(data).hexdigest()
            limit = self.limits.input_bytes
            dump = dump_of(data, path=task.path, line=task.line, fields=self.fields, limit=limit)
            answer = self.make(identity, task, dump, sha256)
        except Unusable as finding:
            answer = failure_answer(identity, finding.reason, finding.message)
        except TooLarge as error:
            answer = failure_answer(identity, Reason.TOO_LARGE, error.message)
        except CleanNewsError as error:
            answer = failure_answer(identity, Reason.ERROR, error.message)
        except MemoryError:
            answer = failure_answer(identity, Reason.MEMORY, OUT_OF_MEMORY)._replace(spent=True)
        except Exception as error:  # noqa: BLE001 - a bug in cleaning one page must not cost the others
            message = f"cleaning failed with {type(error).__name__}: {error}; please report it with the page"
            answer = failure_answer(identity, Reason.ERROR, message)._replace(detail=_traceback())
        return answer._replace(
            seconds=time.perf_counter() - start,
            sha256=sha256,
            signature=None if signature is NO_SIGNATURE else tuple(signature),
        )

    def make(self, identity: Identity, task: Task, dump: Dump, sha256: str) -> Answer:
        """Clean one dump; the digest is that of its file or line."""
        del sha256
        options = self.options | ({"site": self.templates.load(task.template)} if task.template else {})
        options |= {"hints": dump.hints} if dump.hints else {}
        article = self.clean(dump.content, url=dump.url, **options)
        return article_answer(identity, article, owner_id=dump.id, site=task.site, blocks=self.blocks)

    def _data(self, task: Task) -> tuple[bytes, Signature]:
        if task.line is not None:
            return task.data, NO_SIGNATURE
        content = read_content(self.root / task.path, limit=self.limits.input_bytes)
        return content.data, content.signature


class Templates:
    """The templates of a run, the last ones used kept at hand.

    Args:
        folder: Where their files are.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: OrderedDict[str, SiteTemplate] = OrderedDict()

    def load(self, name: str) -> SiteTemplate:
        """Return the template with an id."""
        if name not in self._loaded:
            from cleannews.label.site.template import SiteTemplate  # noqa: PLC0415 - as heavy as a cleaner

            self._loaded[name] = SiteTemplate.load(self._folder / f"{name}.json")
            if len(self._loaded) > TEMPLATES_AT_HAND:
                self._loaded.popitem(last=False)
        self._loaded.move_to_end(name)
        return self._loaded[name]


def _traceback() -> str:
    """Return the traceback of what was raised; half a surrogate pair, which cannot be stored, becomes "?"."""
    return traceback.format_exc().encode("utf-8", "replace").decode()


def _claim_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Take the pipes for ourselves, so that nothing else can read or print on them."""
    tasks, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    return tasks, answers


def _protect(settings: dict[str, Any], parent: int) -> None:
    """Make sure that this process cannot outlive its parent, eat the machine or leave a core dump."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            raise EOFError("the parent is gone")
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        import resource  # noqa: PLC0415 - not there on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        ceiling = settings["memory_limit"] + _ADDRESS_SPACE_SLACK
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if ceiling < (sys.maxsize if hard == resource.RLIM_INFINITY else hard):
            resource.setrlimit(resource.RLIMIT_AS, (ceiling, hard))


def _alarm(seconds: float) -> None:
    """Let the kernel end this process after so many seconds, even if C code never returns; 0 calls it off."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, min(seconds, _LONGEST))
