"""A sketcher that notes what it reads; workers import it by its name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from cleannews.batch.sketching import SKETCHED, Sketched, Sketcher

if TYPE_CHECKING:
    from cleannews.batch.dump import Dump
    from cleannews.batch.messages import Answer, Task
    from cleannews.batch.records import Identity


class NotingSketcher(Sketcher):
    """Notes the paths of pages that were read whole."""

    def make(self, identity: Identity, task: Task, dump: Dump, sha256: str) -> Answer:
        """Sketch one page."""
        answer = super().make(identity, task, dump, sha256)
        if answer.outcome == SKETCHED and Sketched.of(answer.record).data:
            with Path(os.environ["CLEANNEWS_TEST_LOG"]).open("a") as log:
                log.write(f"{task.path}\n")
        return answer
