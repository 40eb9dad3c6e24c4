"""Runs extractors over a corpus, in turns, each in a process of its own."""

from __future__ import annotations

from statistics import mean, median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.extractors import Task
from benchmarks.lane import Lane, NotInstalledError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.extractors import Extractor
    from benchmarks.lane import Run
    from training.corpus import Case

TURN = 10
"""Pages that one extractor works on before the next has its turn: few, so that noise of the machine falls on
all alike, and more than one, so that each works with warm processor caches, as in real use."""


class Runs(NamedTuple):
    """What one extractor made of a corpus."""

    runs: tuple[Run, ...]
    """In the order of the cases."""
    sizes: tuple[int, ...]
    """Bytes of each dump."""
    peak_mb: float
    """Peak memory of its process, the interpreter included."""


class Speed(NamedTuple):
    """Processor times of one extractor over a corpus, one core."""

    median_ms: float
    mean_ms: float
    mb_per_s: float
    """All bytes over all time."""


def run_all(
    extractors: Mapping[str, Extractor], cases: Sequence[Case], *, progress: bool = False
) -> tuple[dict[str, Runs], dict[str, str]]:
    """Run every extractor on every case.

    Extractors take turns of :data:`TURN` pages, and another one begins each time. What they are given is
    made ready outside their processes, so decoding and wrapping are in nobody's time or memory.

    Args:
        extractors: By name.
        cases: At least one.
        progress: Whether to say on the terminal how far it is.

    Returns:
        Runs by name, and why by the names of those whose library cannot be imported.
    """
    lanes, missing = _open(extractors, cases[0])
    found: dict[str, list[Run]] = {name: [] for name in lanes}
    sizes = []
    for number, start in enumerate(range(0, len(cases), TURN)):
        turn = [(case, case.read()) for case in cases[start : start + TURN]]
        sizes += [len(raw) for _, raw in turn]
        names = list(lanes)
        first = number % len(names) if names else 0
        for name in names[first:] + names[:first]:
            found[name] += lanes[name].run([task(extractors[name], case, raw) for case, raw in turn])
        if progress:
            print(f"\r{start + len(turn)} of {len(cases)}", end="", flush=True)
    if progress:
        print()
    return {
        name: Runs(tuple(runs), tuple(sizes), lanes[name].close()) for name, runs in found.items()
    }, missing


def _open(extractors: Mapping[str, Extractor], case: Case) -> tuple[dict[str, Lane], dict[str, str]]:
    lanes, missing = {}, {}
    raw = case.read()
    for name, extractor in extractors.items():
        try:
            lanes[name] = Lane(extractor, task(extractor, case, raw))
        except NotInstalledError as error:  # noqa: PERF203 - each import may fail by itself
            missing[name] = str(error)
    return lanes, missing


def task(extractor: Extractor, case: Case, raw: bytes) -> Task:
    """Make ready what an extractor is given for a case."""
    return Task(extractor.prepare(case, raw), case.kind, case.language, case.fold)


def speed(found: Runs) -> Speed | None:
    """Sum up the times of the pages that came to an end; ``None`` if none did."""
    ended = [(run.cpu_ms, size) for run, size in zip(found.runs, found.sizes, strict=True) if not run.failure]
    if not ended:
        return None
    times = [ms for ms, _ in ended]
    return Speed(
        median(times), mean(times), sum(size for _, size in ended) / 1e6 / max(sum(times) / 1000, 1e-9)
    )
