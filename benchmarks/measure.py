"""Runs extractors over a corpus, interleaved page by page, and takes their times and their peak memory."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.extractors import as_html

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.extractors import Extract
    from training.corpus import Case


class Run(NamedTuple):
    """What one extractor made of one case."""

    text: str
    ms: float
    """Wall time."""
    cpu_ms: float
    size: int
    """Bytes of the input."""
    failed: bool
    """It raised; its text is empty."""


def run_once(extract: Extract, case: Case, raw: bytes) -> Run:
    """Extract one page, timed; an error counts as an empty text."""
    text, failed = "", False
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        text = extract(case, raw)
    except Exception:  # noqa: BLE001 - whatever a peer raises is its result
        failed = True
    spent, used = time.perf_counter() - wall, time.process_time() - cpu
    return Run(text, 1000 * spent, 1000 * used, len(raw), failed)


def run_all(extractors: Mapping[str, Extract], cases: Sequence[Case]) -> dict[str, list[Run]]:
    """Run every extractor on every case in one process.

    Extractors take turns page by page, and another one begins on each page, so that noise of the machine
    and warm caches fall on all alike. One page is run beforehand, untimed, to load data; garbage is
    collected between runs, outside the times.

    Returns:
        Name -> runs in the order of the cases.
    """
    runs: dict[str, list[Run]] = {name: [] for name in extractors}
    names = list(extractors)
    for number, case in enumerate(cases):
        raw = case.read()
        inputs = {name: raw if name == "cleannews" else as_html(case, raw) for name in names}
        if number == 0:
            for name in names:
                run_once(extractors[name], case, inputs[name])
            gc.collect()
            gc.freeze()
        first = number % len(names)
        for name in names[first:] + names[:first]:
            gc.collect()
            run = run_once(extractors[name], case, inputs[name])
            runs[name].append(run._replace(size=len(raw)))
    return runs


def peak_memory(name: str, cases: Sequence[Case]) -> float | None:
    """Return the peak memory in MB of a new process that runs one extractor on these cases."""
    listed = json.dumps([[str(case.path), case.kind, case.language] for case in cases])
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "benchmarks.memory", name],
        input=listed,
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent.parent,
    )
    return float(done.stdout.split()[-1]) if done.returncode == 0 and done.stdout.split() else None
