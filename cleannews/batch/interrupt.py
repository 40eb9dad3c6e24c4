"""Being asked to stop: once winds down, twice stops at once."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Interrupted(KeyboardInterrupt):
    """A folder run was stopped by a signal; what it had done is kept, and the same call goes on from there.

    Args:
        message: How far it came, and how to go on.
        signum: The signal.
    """

    def __init__(self, message: str, *, signum: int) -> None:
        super().__init__(message)
        self.message = message
        self.signum = signum


class Stop:
    """Whether a signal has asked for an end, and which."""

    def __init__(self) -> None:
        self.signum = 0

    def asked(self) -> bool:
        """Tell whether to wind down."""
        return self.signum != 0

    def handle(self, signum: int, _frame: FrameType | None) -> None:
        """Note the first signal; give up at once on the second."""
        if self.signum:
            raise Interrupted("stopped at once; the same command goes on", signum=signum)
        self.signum = signum


@contextmanager
def stop_on_signals() -> Iterator[Stop]:
    """Note signals instead of dying of them, as far as the caller has not set handlers of their own.

    Outside the main thread Python allows no handlers; there a run can only be killed, which it survives.
    """
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    replaced: dict[int, Callable[..., object] | int | None] = {}
    for signum in (getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)):
        if signal.getsignal(signum) in (signal.SIG_DFL, signal.default_int_handler):
            replaced[signum] = signal.signal(signum, stop.handle)
    try:
        yield stop
    finally:
        for signum, handler in replaced.items():
            signal.signal(signum, handler)
