"""Clean very many pages in one process, and the same pages in threads: ``python -m benchmarks.soak CORPUS``.

Prints one JSON line: resident memory after the warm-up and at the end, and whether threads gave what one
thread gave. CORPUS is a folder with ``cases.jsonl`` and its pages.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

import cleannews
from training.corpus import load_cases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WARM_UP = 0.1
"""Share of the pages after which memory is taken for the first time: caches are full by then."""


def resident() -> int:
    """Return the bytes of memory this process holds now (Linux)."""
    for line in Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0


def soak(pages: Sequence[bytes], count: int) -> dict[str, float]:
    """Clean ``count`` pages one after the other, the given ones over and over.

    Returns:
        Pages, seconds, megabytes after the warm-up and at the end, and the growth between them.
    """
    start = time.process_time()
    warm = 0
    for number, page in enumerate(islice(cycle(pages), count)):
        if number == int(WARM_UP * count):
            gc.collect()
            warm = resident()
        cleannews.clean(page)
    gc.collect()
    end = resident()
    return {
        "pages": count,
        "cpu_seconds": round(time.process_time() - start, 1),
        "warm_mb": round(warm / 2**20, 1),
        "end_mb": round(end / 2**20, 1),
        "growth": round(end / warm - 1, 4) if warm else 0.0,
    }


def digests(pages: Iterable[bytes]) -> list[str]:
    """Clean pages and return a digest of each article with its blocks."""
    return [hashlib.sha256(cleannews.clean(page).to_json(blocks=True).encode()).hexdigest() for page in pages]


def differing(pages: Sequence[bytes], *, threads: int) -> int:
    """Count the pages of which any of so many threads, all at work at once, makes something else."""
    alone = digests(pages)
    turned = [list(range(first, len(pages))) + list(range(first)) for first in range(threads)]
    with ThreadPoolExecutor(threads) as pool:
        runs = list(pool.map(lambda order: digests(pages[place] for place in order), turned))
    wrong = {
        place
        for order, run in zip(turned, runs, strict=True)
        for place, digest in zip(order, run, strict=True)
        if digest != alone[place]
    }
    return len(wrong)


def main(argv: Sequence[str] | None = None) -> None:
    """Read the command line, measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with cases.jsonl")
    parser.add_argument("--pages", type=int, default=20_000, help="pages in one process")
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--each", type=int, default=1_000, help="pages a thread")
    options = parser.parse_args(argv)
    pages = [case.read() for case in load_cases(options.corpus)]
    told: dict[str, float] = soak(pages, options.pages) if options.pages else {}
    if options.each:
        told |= {"threads": options.threads, "each": options.each}
        told["differing"] = differing(list(islice(cycle(pages), options.each)), threads=options.threads)
    sys.stdout.write(f"{json.dumps(told)}\n")


if __name__ == "__main__":
    main()
