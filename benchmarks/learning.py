"""What learning costs beside cleaning: ``python -m benchmarks.learning FOLDER`` (a folder of dumps).

Processor time of this process alone, the best of three: both rounds of a folder run's first pass as a worker
makes them, and cleaning the same pages by themselves.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cleannews.batch.learn import LEAST_ARTICLES
from cleannews.batch.messages import Task
from cleannews.batch.options import BatchOptions
from cleannews.batch.sketching import SKETCHED, Sketched, Sketcher
from cleannews.label.site.template import SAMPLE
from cleannews.pipeline import clean

if TYPE_CHECKING:
    from collections.abc import Callable

REPEATS = 3


class Cost(NamedTuple):
    """Seconds for all pages of a folder."""

    pages: int
    sampled: int
    first: float
    second: float
    cleaning: float

    def told(self) -> str:
        """The same in a line."""
        share = (self.first + self.second) / self.cleaning
        first, second = self.first / self.pages, self.second / max(1, self.sampled)
        return (
            f"{self.pages} pages asked for their site, {1000 * first:.2f} ms each; {self.sampled} sampled, "
            f"{1000 * second:.2f} ms each; cleaned in {1000 * self.cleaning / self.pages:.2f} ms each; "
            f"learning costs {share:.0%} of cleaning"
        )


def cost(folder: Path) -> Cost:
    """Measure a folder."""
    options = BatchOptions()
    told = {"root": str(folder), "templates": "", "timeout": options.timeout}
    sketcher = Sketcher(options.result_settings() | told)
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    pages: dict[str, Sketched] = {}

    def ask() -> None:
        for name in names:
            answer = sketcher.answer(Task(name, None))
            if answer.outcome == SKETCHED:
                pages[name] = Sketched.of(answer.record)

    first = _best(ask)
    wanted = _wanted(pages)
    second = _best(lambda: [sketcher.answer(Task(name, None, site=pages[name].group)) for name in wanted])
    cleaning = _best(lambda: [clean(folder / name) for name in names])
    return Cost(len(names), len(wanted), first, second, cleaning)


def _wanted(pages: dict[str, Sketched]) -> list[str]:
    """Choose the pages of the second round, as a folder run does."""
    sizes = Counter(page.group for page in pages.values())
    taken: Counter[str | None] = Counter()
    wanted = []
    for name, page in sorted(pages.items(), key=lambda item: item[1].key):
        taken[page.group] += 1
        enough = sizes[page.group] >= LEAST_ARTICLES["auto"]
        if not page.data and enough and taken[page.group] <= SAMPLE:
            wanted.append(name)
    return wanted


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    print(cost(Path(sys.argv[1])).told())
