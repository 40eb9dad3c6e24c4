"""How time grows with the size of hostile input, beside other extractors: ``python -m benchmarks.growth``.

Every storm is cleaned at several sizes by every extractor, one after the other, each in a process of its
own that the system kills at the deadline: some extractors spend hours in one call that no signal handler
ends, and what one leaves in memory would slow the next. Printed is the time at the largest size and the
exponent ``e`` of ``time = size ** e`` between smallest and largest: 1 is linear, 2 quadratic. An extractor
that needs longer than the deadline for one size is not given a larger one; ``no text`` is one that gave up.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import math
import os
import resource
import sys
import time
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

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


def _days(size: int, form: str = "{}") -> str:
    """Prose of which no two sentences are the same: a block that says the same twice is no paragraph."""
    sentence = form.format("It rained again on day {}, and nobody went to the quay. ")
    return "".join(map(sentence.format, range(size // (len(sentence) + 3))))


def _attributes(count: int) -> str:
    return " ".join(f"a{place}=1" for place in range(count))


_TEASER = "Bakers mend the oven of the mill"

STORMS: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda size: _page(_days(size, "<p>{}</p>")),
    "short paragraphs": lambda size: _page(_filled("<p>x</p>", size)),
    "links": lambda size: _page(_filled("<a href='/x'>Rain</a> ", size)),
    "nesting": lambda size: _page("<div>" * (size // 11) + "x" + "</div>" * (size // 11)),
    "attributes": lambda size: _page(f"<p {_attributes(size // 9)}>x</p>"),
    "text of one element": lambda size: _page(f"<p>{_days(size)}</p>"),
    "line breaks": lambda size: _page(f"<div>{_days(size, '{}<br>')}</div>"),
    "headings": lambda size: _page(_filled("<h1>Rain without end</h1>", size)),
    "blank lines": lambda size: _page(_filled("\n", size)),
    "teasers": lambda size: _page(_filled(f"<li><a href='/x'>{_TEASER}</a></li>", size)),
    "dump: paragraphs": lambda size: _days(size, "{}\n\n"),
    "dump: one line": _days,
    "dump: blank lines": lambda size: _PROSE + _filled("\n", size) + _PROSE,
    "dump: teasers": lambda size: f"{_PROSE}\n\n" + _filled(f"{_TEASER}\n", size),
    "dump: one line again and again": lambda size: _filled("rain falls\n", size),
    "dump: glued": lambda size: _filled("HomeNewsPolitics", size),
}


Extract: TypeAlias = "Callable[[str], str | None]"

ALONE: dict[str, Extract] = {"cleannews": lambda text: cleannews.clean(text, limits=LIMITS).text}
"""What is measured without the others."""


class Run(NamedTuple):
    """One run: its processor time, and how many characters of text came of it."""

    seconds: float
    characters: int


def extractors() -> dict[str, Extract]:
    """cleannews, and those of trafilatura and resiliparse that are installed."""
    found = dict(ALONE)
    with contextlib.suppress(ImportError):
        import trafilatura  # noqa: PLC0415 - need not be there

        found["trafilatura"] = trafilatura.extract
    with contextlib.suppress(ImportError):
        from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - the same

        found["resiliparse"] = lambda text: str(extract_plain_text(text, main_content=True))
    return found


def run(extract: Extract, text: str) -> Run:
    """Run an extractor; a failure counts as a run without text."""
    start, found = time.process_time(), None
    with contextlib.suppress(ValueError, RecursionError, AssertionError):
        found = extract(text)
    return Run(time.process_time() - start, len((found or "").strip()))


def run_within(deadline: float, extract: Extract, text: str) -> Run | None:
    """Run an extractor in a child process; ``None`` if it was killed at the deadline."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        limit = math.ceil(time.process_time() + deadline)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        os.write(writer, json.dumps(run(extract, text)).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told_by_child:
        answer = told_by_child.read()
    os.waitpid(child, 0)
    return Run(*json.loads(answer)) if answer else None


def measure(
    tools: Mapping[str, Extract], build: Callable[[int], str], sizes: Sequence[int], deadline: float
) -> dict[str, list[Run | None]]:
    """Runs of every extractor at every size; ``None`` from where the deadline was over."""
    runs: dict[str, list[Run | None]] = {name: [] for name in tools}
    for size in sizes:
        text = build(size)
        for name, extract in tools.items():
            over = bool(runs[name]) and runs[name][-1] is None
            runs[name].append(None if over else run_within(deadline, extract, text))
    return runs


def told(runs: Sequence[Run | None], sizes: Sequence[int]) -> str:
    """Time at the largest size reached, and the exponent up to there."""
    reached = [(size, one) for size, one in zip(sizes, runs, strict=True) if one is not None]
    if len(reached) < 2:  # noqa: PLR2004 - two points make a line
        return "too slow"
    (small, first), (large, last) = reached[0], reached[-1]
    exponent = math.log(last.seconds / max(first.seconds, 1e-4)) / math.log(large / small)
    mark = "" if last.characters else ", no text"
    mark += "" if runs[-1] is not None else f", stopped above {large / 1e6:g} MB"
    return f"{last.seconds:.2f} s, e {exponent:.2f}{mark}"


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
        runs = measure(tools, STORMS[storm], options.sizes, options.deadline)
        cells = " | ".join(told(runs[name], options.sizes) for name in names)
        sys.stdout.write(f"| {storm} | {cells} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
