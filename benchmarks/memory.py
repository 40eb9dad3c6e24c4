"""Child process: runs one extractor on cases from standard input and prints its peak memory in MB."""

from __future__ import annotations

import json
import logging
import resource
import sys
from pathlib import Path

from benchmarks.extractors import as_html, build
from benchmarks.measure import run_once
from training.corpus import Case


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


def main(name: str) -> None:
    """Run the cases and print the peak."""
    logging.disable(logging.CRITICAL)
    extractors, _ = build([name])
    for path, kind, language in json.load(sys.stdin):
        case = Case("", "", Path(path).resolve(), kind, (), "article", "", language)
        raw = case.read()
        run_once(extractors[name], case, raw if name == "cleannews" else as_html(case, raw))
    print(f"{peak_mb():.1f}")


if __name__ == "__main__":
    main(sys.argv[1])
