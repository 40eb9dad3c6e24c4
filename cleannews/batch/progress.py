"""How far a run is, on standard error: a bar on a terminal, else a line now and then."""

from __future__ import annotations

import contextlib
import importlib
import sys
import time
from typing import Any, Protocol

LINE_SECONDS = 10.0
"""Seconds between two lines where there is no terminal: a log stays readable over hours."""

KINDS = ("auto", "bar", "lines", "off")


class Progress(Protocol):
    """Something that can be told how far a run is."""

    def start(self, what: str, total: int | None, done: int) -> None:
        """Begin a pass over the inputs.

        Args:
            what: What is done in it, as ``cleaning``.
            total: How many inputs there are; ``None``: not known before they are read.
            done: How many are done.
        """

    def step(self, *, failed: bool) -> None:
        """Count one more input."""

    def tell(self, what: str) -> None:
        """Say what is being done now, besides."""

    def close(self) -> None:
        """End."""


def progress_of(kind: str) -> Progress:
    """Return what shows the progress.

    Args:
        kind: ``bar`` (needs tqdm), ``lines``, ``off``, or ``auto``: a bar on a terminal if tqdm is there,
            else lines.
    """
    if kind not in KINDS:
        raise ValueError(f"progress={kind!r} is not known; use one of {', '.join(map(repr, KINDS))}")
    if kind == "off" or sys.stderr is None:  # None: a service without standard error
        return _Silence()
    if kind == "lines" or (kind == "auto" and not sys.stderr.isatty()):
        return _Lines()
    try:
        return _Bar(importlib.import_module("tqdm"))
    except ImportError:
        return _Lines()


class _Silence:
    def start(self, what: str, total: int | None, done: int) -> None:
        """Say nothing."""

    def step(self, *, failed: bool) -> None:
        """Say nothing."""

    def tell(self, what: str) -> None:
        """Say nothing."""

    def close(self) -> None:
        """Say nothing."""


class _Lines:
    """A line with the counts every few seconds."""

    def __init__(self) -> None:
        self._what = ""
        self._total: int | None = None
        self._done = 0
        self._failed = 0
        self._since = self._next = 0.0
        self._first = 0

    def start(self, what: str, total: int | None, done: int) -> None:
        self._what = what
        self._total, self._done, self._first, self._failed = total, done, done, 0
        self._since = time.monotonic()
        self._next = self._since + LINE_SECONDS

    def step(self, *, failed: bool) -> None:
        self._done += 1
        self._failed += failed
        now = time.monotonic()
        if now >= self._next:
            self._next = now + LINE_SECONDS
            rate = (self._done - self._first) / (now - self._since)
            of = "" if self._total is None else f" of {self._total:,}"
            counts = f"{self._done:,}{of} inputs, {self._failed:,} failed"
            _say(f"{self._what}: {counts}, {rate:,.0f} a second\n")

    def tell(self, what: str) -> None:
        _say(f"{what}\n")

    def close(self) -> None:
        """Nothing is open."""


class _Bar:
    """A tqdm bar with rate, remaining time and failures."""

    def __init__(self, module: Any) -> None:  # noqa: ANN401 - tqdm is optional and loaded by name
        self._make = module.tqdm
        self._bar: Any = None
        self._failed = 0

    def start(self, what: str, total: int | None, done: int) -> None:
        self._failed = 0
        self._bar = self._make(
            desc=what, total=total, initial=done, unit="page", file=sys.stderr, dynamic_ncols=True
        )

    def step(self, *, failed: bool) -> None:
        with contextlib.suppress(OSError):  # the terminal is gone; the run is not
            if failed:
                self._failed += 1
                self._bar.set_postfix_str(f"{self._failed:,} failed", refresh=False)
            self._bar.update()

    def tell(self, what: str) -> None:
        _say(f"{what}\n")

    def close(self) -> None:
        with contextlib.suppress(OSError):
            if self._bar is not None:
                self._bar.close()


def _say(line: str) -> None:
    """Write to standard error; that nobody reads it any more is no reason to stop cleaning."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(line)
        sys.stderr.flush()
