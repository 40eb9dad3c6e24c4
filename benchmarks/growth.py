"""How time grows with the size of hostile input, beside other extractors: ``python -m benchmarks.growth``.

Every storm is cleaned at several sizes by every extractor, one after the other, each in a process of its
own that the system kills at the deadline: some extractors spend hours in one call that no signal handler
ends, and what one leaves in memory would slow the next. Printed is the time at the largest size and the
exponent ``e`` of ``time = size ** e`` between smallest and largest: 1 is linear, 2 quadratic. An extractor
that needs longer than the deadline for one size is not given a larger one.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import math
import os
import resource
import sys
import time
from typing import TYPE_CHECKING

import cleannews

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

LIMITS = cleannews.Limits(input_bytes=10**9, elements=10**9, blocks=10**9, characters=10**9)
"""Limits off: they would flatter."""

_PROSE = "It rained again on that day, and nobody went to the quay. "


def _page(inside: str) -> str:
    head = "<html><head><title>Rain without end</title></head><body><article><h1>Rain without end</h1>"
    return f"{head}<p>{_PROSE * 4}</p>{inside}</article></body></html>"


def _filled(unit: str, size: int) -> str:
    return unit * (size // len(unit))


def _days(size: int) -> str:
    """Prose of which no two sentences are the same: a block that says the same twice is no paragraph."""
    sentence = "It rained again on day {}, and nobody went to the quay. "
    return "".join(map(sentence.format, range(size // (len(sentence) + 3))))


def _attributes(count: int) -> str:
    return " ".join(f"a{place}=1" for place in range(count))


_TEASER = "Bakers mend the oven of the mill"

STORMS: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda size: _page(_filled(f"<p>{_PROSE}</p>", size)),
    "short paragraphs": lambda size: _page(_filled("<p>x</p>", size)),
    "links": lambda size: _page(_filled("<a href='/x'>Rain</a> ", size)),
    "nesting": lambda size: _page("<div>" * (size // 11) + "x" + "</div>" * (size // 11)),
    "attributes": lambda size: _page(f"<p {_attributes(size // 9)}>x</p>"),
    "text of one element": lambda size: _page(f"<p>{_days(size)}</p>"),
    "blank lines": lambda size: _page(_filled("\n", size)),
    "teasers": lambda size: _page(_filled(f"<li><a href='/x'>{_TEASER}</a></li>", size)),
    "dump: paragraphs": lambda size: _filled(f"{_PROSE}\n\n", size),
    "dump: one line": lambda size: _filled(_PROSE, size),
    "dump: blank lines": lambda size: _PROSE + _filled("\n", size) + _PROSE,
    "dump: teasers": lambda size: f"{_PROSE}\n\n" + _filled(f"{_TEASER}\n", size),
    "dump: glued": lambda size: _filled("HomeNewsPolitics", size),
}


ALONE: dict[str, Callable[[str], object]] = {"cleannews": lambda text: cleannews.clean(text, limits=LIMITS)}
"""What is measured without the others."""


def extractors() -> dict[str, Callable[[str], object]]:
    """cleannews, and those of trafilatura and resiliparse that are installed; the latter take no dumps."""
    found = dict(ALONE)
    with contextlib.suppress(ImportError):
        import trafilatura  # noqa: PLC0415 - need not be there

        found["trafilatura"] = trafilatura.extract
    with contextlib.suppress(ImportError):
        from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - the same

        found["resiliparse"] = lambda text: extract_plain_text(text, main_content=True)
    return found


def seconds(extract: Callable[[str], object], text: str) -> float:
    """Processor time of one run; a failure counts as one."""
    start = time.process_time()
    with contextlib.suppress(ValueError, RecursionError, AssertionError):
        extract(text)
    return time.process_time() - start


def seconds_within(deadline: float, extract: Callable[[str], object], text: str) -> float | None:
    """Processor time of one run in a child process, ``None`` if it was killed at the deadline."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        limit = math.ceil(time.process_time() + deadline)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        os.write(writer, repr(seconds(extract, text)).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told_by_child:
        answer = told_by_child.read()
    os.waitpid(child, 0)
    return float(answer) if answer else None


def measure(
    tools: Mapping[str, Callable[[str], object]],
    build: Callable[[int], str],
    sizes: Sequence[int],
    deadline: float,
) -> dict[str, list[float | None]]:
    """Times of every extractor at every size; ``None`` from where the deadline was over."""
    times: dict[str, list[float | None]] = {name: [] for name in tools}
    for size in sizes:
        text = build(size)
        for name, extract in tools.items():
            over = bool(times[name]) and times[name][-1] is None
            times[name].append(None if over else seconds_within(deadline, extract, text))
    return times


def told(times: Sequence[float | None], sizes: Sequence[int]) -> str:
    """Time at the largest size reached, and the exponent up to there."""
    reached = [(size, spent) for size, spent in zip(sizes, times, strict=True) if spent is not None]
    if len(reached) < 2:  # noqa: PLR2004 - two points make a line
        return "too slow"
    (small, first), (large, last) = reached[0], reached[-1]
    exponent = math.log(last / max(first, 1e-4)) / math.log(large / small)
    mark = "" if times[-1] is not None else f", stopped above {large / 1e6:g} MB"
    return f"{last:.2f} s, e {exponent:.2f}{mark}"


def main(argv: Sequence[str] | None = None) -> None:
    """Read the command line, measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000, 10_000_000])
    parser.add_argument("--deadline", type=float, default=60.0, help="seconds for one run")
    parser.add_argument("--only", nargs="+", choices=list(STORMS), default=list(STORMS))
    parser.add_argument("--alone", action="store_true", help="cleannews without the others")
    options = parser.parse_args(argv)
    tools = ALONE if options.alone else extractors()
    logging.disable(logging.CRITICAL)
    for extract in tools.values():
        extract(STORMS["paragraphs"](2_000))
    names = list(tools)
    sys.stdout.write(f"| storm | {' | '.join(names)} |\n|---{'|---' * len(names)}|\n")
    for storm in options.only:
        times = measure(tools, STORMS[storm], options.sizes, options.deadline)
        cells = " | ".join(told(times[name], options.sizes) for name in names)
        sys.stdout.write(f"| {storm} | {cells} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
