"""The figures as Markdown for people and as JSON for programs."""

from __future__ import annotations

import json
from collections import defaultdict
from statistics import mean
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from benchmarks.accuracy import gain
from benchmarks.extractors import LEADER
from training.calibration import calibration_bins, calibration_error
from training.judge import GOOD_F1

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.accuracy import Accuracy
    from benchmarks.measure import Speed
    from training.corpus import Case

FEW = 5
"""Languages with fewer documents are pooled."""

BY_CHARACTER = frozenset({"ja", "ko", "zh"})
"""Languages whose words are counted by character, so their figures stand apart."""

SHIPPED = (
    "The shipped weights of cleannews were fitted on its development corpora (docs/model-card.md). On one of "
    "those the row `cleannews` is a training figure; `--held-out` gives the cross-validated one."
)
HELD_OUT = (
    "The row `cleannews` is cross-validated: every page was cleaned with weights that had not seen its site."
)

NOTES = (
    f"Gain: word F1 less that of {LEADER}, paired by document. Intervals: 95 %, bootstrap over sites. Times "
    "are processor time on one core, each extractor warm in its own process, in turns on the same pages; "
    f"times as fast: median of {LEADER} over the row's. Flattened dumps are given to readers of HTML with "
    "each line as a paragraph. Peers have their defaults; trafilatura without comments, resiliparse with "
    "`main_content`."
)

HEAD = (
    "| extractor | P | R | F1 | 95 % | gain | 95 % | shingle F1 | exact | F1 < .5 | CPU ms median | mean "
    "| times as fast | MB/s | peak MB | failed |\n|---|" + "---:|" * 15
)


class Row(NamedTuple):
    """One line of the table."""

    name: str
    release: str
    accuracy: Accuracy
    speed: Speed | None
    peak_mb: float
    failures: Mapping[str, str]
    """Why there is no text, by the ids of cases."""
    confidence: tuple[float | None, ...]
    """Of each document, where the extractor states one."""


class Comparison(NamedTuple):
    """What came of one corpus."""

    corpus: str
    cases: Sequence[Case]
    rows: Sequence[Row]
    note: str
    """Whether cleannews knew the sites."""

    @property
    def leader(self) -> Row | None:
        """The row that others are held against."""
        return next((row for row in self.rows if row.name == LEADER), None)

    def row(self, name: str) -> Row | None:
        """Return the row of this name."""
        return next((row for row in self.rows if row.name == name), None)


def as_markdown(compared: Comparison) -> str:
    """Return the table, what it means, the figures by language and the calibration."""
    sites = len({case.domain for case in compared.cases})
    lines = [f"## {compared.corpus}: {len(compared.cases)} documents of {sites} sites", "", HEAD]
    lines += [_line(row, compared) for row in compared.rows]
    lines += ["", NOTES, "", compared.note]
    return "\n".join([*lines, *_languages(compared), *_calibration(compared), ""])


def _line(row: Row, compared: Comparison) -> str:
    found, leader = row.accuracy, compared.leader
    cells = [f"{row.name} {row.release}".strip(), *(f"{value:.3f}" for value in found[:3])]
    cells.append(f"{found.low:.3f} to {found.high:.3f}")
    if leader is None or leader is row:
        cells += ["", ""]
    else:
        more = gain(found, leader.accuracy, compared.cases)
        cells += [f"{more.mean:+.3f}", f"{more.low:+.3f} to {more.high:+.3f}"]
    cells += [f"{found.shingle_f1:.3f}", f"{found.exact:.3f}", f"{found.bad:.3f}"]
    if row.speed:
        faster = leader.speed.median_ms / row.speed.median_ms if leader and leader.speed else None
        cells += [f"{row.speed.median_ms:.1f}", f"{row.speed.mean_ms:.1f}"]
        cells += [f"{faster:.1f}" if faster else "", f"{row.speed.mb_per_s:.1f}"]
    else:
        cells += [""] * 4
    return f"| {' | '.join([*cells, f'{row.peak_mb:.0f}', str(len(row.failures))])} |"


def language_groups(cases: Sequence[Case]) -> dict[str, list[int]]:
    """Group documents by language: the few pooled, those counted by character apart.

    Returns:
        Name of the group -> places of its documents.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, case in enumerate(cases):
        places[case.language or "not named"].append(place)
    groups: dict[str, list[int]] = defaultdict(list)
    for language in sorted(places):
        by_character = language in BY_CHARACTER
        few = len(places[language]) < FEW and language != "not named"
        groups["ja, ko, zh" if by_character else "others" if few else language] += places[language]
    return dict(groups)


def by_language(row: Row, cases: Sequence[Case]) -> dict[str, float]:
    """Return mean word F1 by group of languages."""
    each = row.accuracy.each
    return {name: mean(each[place] for place in places) for name, places in language_groups(cases).items()}


def _languages(compared: Comparison) -> list[str]:
    groups = language_groups(compared.cases)
    if len(groups) < 2:  # noqa: PLR2004 - one group is the table above
        return []
    head = " | ".join(f"{name} ({len(places)})" for name, places in groups.items())
    lines = ["", "### Word F1 by language", "", f"| extractor | {head} |", "|---|" + "---:|" * len(groups)]
    for row in compared.rows:
        values = " | ".join(f"{value:.3f}" for value in by_language(row, compared.cases).values())
        lines.append(f"| {row.name} | {values} |")
    return lines


def _calibration(compared: Comparison) -> list[str]:
    lines: list[str] = []
    for row in compared.rows:
        figures = calibration(row)
        if figures:
            lines += ["", f"### Confidence of {row.name}: expected calibration error {figures['error']:.3f}"]
            lines += ["", f"| documents | confidence | with F1 >= {GOOD_F1} |", "|---:|---:|---:|"]
            lines += [
                f"| {each['documents']} | {each['confidence']:.3f} | {each['right']:.3f} |"
                for each in figures["bins"]
            ]
    return lines


def calibration(row: Row) -> dict[str, Any] | None:
    """Return error and bins of the documents that a confidence was stated for; ``None`` if for none."""
    pairs = [
        (stated, f1)
        for stated, f1 in zip(row.confidence, row.accuracy.each, strict=True)
        if stated is not None
    ]
    if not pairs:
        return None
    stated, right = np.array([pair[0] for pair in pairs]), np.array([pair[1] >= GOOD_F1 for pair in pairs])
    return {
        "error": calibration_error(stated, right),
        "bins": [each._asdict() for each in calibration_bins(stated, right)],
    }


def as_record(compared: Comparison) -> dict[str, Any]:
    """Return everything, the F1 of each document included, in the order of ``documents``."""
    return {
        "corpus": compared.corpus,
        "note": compared.note,
        "documents": [case.id for case in compared.cases],
        "rows": [_record(row, compared) for row in compared.rows],
    }


def _record(row: Row, compared: Comparison) -> dict[str, Any]:
    leader = compared.leader
    return {
        "name": row.name,
        "release": row.release,
        "accuracy": row.accuracy._asdict(),
        "gain": gain(row.accuracy, leader.accuracy, compared.cases)._asdict() if leader else None,
        "by_language": by_language(row, compared.cases),
        "speed": row.speed._asdict() if row.speed else None,
        "peak_mb": row.peak_mb,
        "failures": dict(row.failures),
        "calibration": calibration(row),
    }


def as_json(compared: Sequence[Comparison]) -> str:
    """Return the figures of all corpora."""
    return (
        json.dumps({"corpora": [as_record(each) for each in compared]}, ensure_ascii=False, indent=1) + "\n"
    )
