"""Extractors that behave badly, for lanes to survive; importable by the child process."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from benchmarks.extractors import Answer, Extractor, as_given

if TYPE_CHECKING:
    from benchmarks.extractors import Extract, Task


def text_of(task: Task) -> str:
    return task.payload.decode() if isinstance(task.payload, bytes) else task.payload


def _odd() -> Extract:
    """Do what the page says: hang, die, raise, or give it back."""

    def run(task: Task) -> Answer:
        text = text_of(task)
        if text == "hang":
            time.sleep(600)
        if text == "die":
            os._exit(7)
        if text == "raise":
            raise ValueError("no such page")
        if text == "work":
            until = time.process_time() + 0.05
            while time.process_time() < until:
                pass
        return Answer(text.upper(), 0.5)

    return run


def _absent() -> Extract:
    raise ImportError("no module named absent")


ODD = Extractor(as_given, _odd, "odd")
ABSENT = Extractor(as_given, _absent, "absent")
