"""The figures as Markdown for people and as JSON for programs."""

from __future__ import annotations

import json
import shlex
from statistics import mean, median
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.accuracy import gain
from benchmarks.extractors import LEADER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.accuracy import Accuracy
    from benchmarks.measure import Run
    from training.corpus import Case

WORST = 15
"""Documents listed."""

CAVEAT = (
    "The shipped weights of cleannews were fitted on the development corpora. On one of those, the row "
    "`cleannews` is a training figure; compare the row of cross-validated predictions instead. On any other "
    "corpus the row `cleannews` is the one to read. Peers are run as they are."
)

HEAD = (
    "| extractor | P | R | F1 | 95 % | gain | 95 % | shingle F1 | exact | F1 < .5 | ms median | CPU ms "
    "| MB/s | peak MB | errors |\n|---|" + "---:|" * 14
)


class Speed(NamedTuple):
    """Times of one extractor over a corpus, one process."""

    median_ms: float
    cpu_ms: float
    """Mean CPU time of a page."""
    mb_per_s: float
    """All bytes over all wall time."""


class Row(NamedTuple):
    """One line of the table."""

    name: str
    accuracy: Accuracy
    speed: Speed | None
    peak_mb: float | None
    errors: int


def speed(runs: Sequence[Run]) -> Speed:
    """Sum up times."""
    seconds = sum(run.ms for run in runs) / 1000
    size = sum(run.size for run in runs) / 1e6
    return Speed(
        median(run.ms for run in runs), mean(run.cpu_ms for run in runs), size / seconds if seconds else 0.0
    )


def as_markdown(corpus: str, rows: Sequence[Row], cases: Sequence[Case]) -> str:
    """Return the table, its caveat and the documents that cleannews did worst on."""
    leader = next((row for row in rows if row.name == LEADER), None)
    lines = [f"# {corpus}: {len(cases)} documents of {len({case.domain for case in cases})} sites", "", HEAD]
    lines += [_line(row, leader, cases) for row in rows]
    return "\n".join(
        [*lines, "", f"Gain: F1 beside {LEADER}, paired by document.", "", CAVEAT, *_worst(rows, cases)]
    )


def _line(row: Row, leader: Row | None, cases: Sequence[Case]) -> str:
    found = row.accuracy
    cells = [row.name, *(f"{value:.3f}" for value in found[:3]), f"{found.low:.3f} to {found.high:.3f}"]
    if leader is None or leader is row:
        cells += ["", ""]
    else:
        more = gain(found, leader.accuracy, cases)
        cells += [f"{more.mean:+.3f}", f"{more.low:+.3f} to {more.high:+.3f}"]
    cells += [f"{found.shingle_f1:.3f}", f"{found.exact:.3f}", f"{found.bad:.3f}"]
    cells += [f"{value:.1f}" for value in row.speed] if row.speed else ["", "", ""]
    cells += [f"{row.peak_mb:.0f}" if row.peak_mb else "", str(row.errors)]
    return f"| {' | '.join(cells)} |"


def _worst(rows: Sequence[Row], cases: Sequence[Case]) -> list[str]:
    ours = next((row for row in rows if row.name == "cleannews"), None)
    if ours is None:
        return [""]
    order = sorted(zip(ours.accuracy.each, cases, strict=True), key=lambda pair: pair[0])[:WORST]
    listed = [f"{f1:.3f}  {explain_command(case)}" for f1, case in order]
    return ["", "## Worst documents of cleannews", "", "```sh", *listed, "```", ""]


def explain_command(case: Case) -> str:
    """Return the command that shows what became of each block of a case."""
    path = shlex.quote(str(case.path))
    if case.path.suffix == ".gz":
        return f"gzip -dc {path} | cleannews explain --kind {case.kind} -"
    return f"cleannews explain --kind {case.kind} {path}"


def as_json(corpus: str, rows: Sequence[Row], cases: Sequence[Case]) -> str:
    """Return everything, the F1 of each document included."""
    leader = next((row for row in rows if row.name == LEADER), None)
    return json.dumps(
        {
            "corpus": corpus,
            "documents": [case.id for case in cases],
            "caveat": CAVEAT,
            "rows": [_record(row, leader, cases) for row in rows],
        },
        ensure_ascii=False,
        indent=1,
    )


def _record(row: Row, leader: Row | None, cases: Sequence[Case]) -> dict[str, Any]:
    return {
        "name": row.name,
        "accuracy": row.accuracy._asdict(),
        "gain": gain(row.accuracy, leader.accuracy, cases)._asdict() if leader else None,
        "speed": row.speed._asdict() if row.speed else None,
        "peak_mb": row.peak_mb,
        "errors": row.errors,
    }
