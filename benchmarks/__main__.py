"""Compare cleannews with other extractors: ``python -m benchmarks CORPUS``.

CORPUS is a folder with ``cases.jsonl`` and its pages. Peers that are not installed are skipped.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.accuracy import accuracy
from benchmarks.chart import chart
from benchmarks.extractors import BUILDERS, build
from benchmarks.measure import peak_memory, run_all
from benchmarks.report import Row, as_json, as_markdown, speed
from training.corpus import load_cases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.corpus import Case

LARGEST = 40
"""Peak memory is taken on this many of the largest pages."""


def arguments(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with cases.jsonl")
    parser.add_argument("--limit", type=int, help="only the first N cases")
    parser.add_argument("--out", type=Path, default=Path("out"), help="where benchmark.md/.json/.svg go")
    parser.add_argument("--extractors", default=",".join(BUILDERS), help="names with commas between")
    parser.add_argument("--types", default="article", help="page types with commas between")
    parser.add_argument(
        "--predictions",
        action="append",
        default=[],
        metavar="[NAME=]FILE",
        help="JSON lines with id and text: one more row, for instance cross-validated",
    )
    parsed = parser.parse_args(argv)
    unknown = sorted(set(parsed.extractors.split(",")) - set(BUILDERS))
    if unknown:
        parser.error(f"unknown extractors: {', '.join(unknown)}; there are {', '.join(BUILDERS)}")
    return parsed


def read_predictions(option: str, cases: Sequence[Case]) -> tuple[str, list[str]]:
    """Read a file of predictions.

    Args:
        option: A path, or a name for the row, ``=`` and a path.
        cases: Those wanted; a case without a prediction counts as an empty text.

    Returns:
        The row's name and its texts in the order of the cases.
    """
    name, _, path = option.rpartition("=")
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    texts = {record["id"]: record.get("text") or "" for record in map(json.loads, filter(None, lines))}
    absent = sum(case.id not in texts for case in cases)
    if absent:
        print(f"{path}: {absent} cases have no prediction and count as empty", file=sys.stderr)
    return name or Path(path).stem, [texts.get(case.id, "") for case in cases]


def compare(
    cases: Sequence[Case], names: list[str], predictions: Sequence[str]
) -> tuple[list[Row], list[str]]:
    """Run and measure everything.

    Returns:
        A row for each extractor and file of predictions, and the names of peers that are not installed.
    """
    extractors, missing = build(names)
    rows = []
    largest = sorted(cases, key=lambda case: case.path.stat().st_size, reverse=True)[:LARGEST]
    for name, runs in run_all(extractors, cases).items():
        found = accuracy([run.text for run in runs], cases)
        rows.append(
            Row(name, found, speed(runs), peak_memory(name, largest), sum(run.failed for run in runs))
        )
    for option in predictions:
        name, texts = read_predictions(option, cases)
        rows.append(Row(f"{name} (predictions)", accuracy(texts, cases), None, None, 0))
    return rows, missing


def main(argv: Sequence[str] | None = None) -> int:
    """Compare, print the table, write it as Markdown, JSON and SVG."""
    options = arguments(argv)
    logging.disable(logging.CRITICAL)
    if not (options.corpus / "cases.jsonl").is_file():
        print(f"{options.corpus}: no cases.jsonl in this folder", file=sys.stderr)
        return 2
    cases = load_cases(options.corpus, types=frozenset(options.types.split(",")))[: options.limit]
    if not cases:
        print(f"{options.corpus}: no case of type {options.types} has gold text", file=sys.stderr)
        return 2
    rows, missing = compare(cases, options.extractors.split(","), options.predictions)
    for name in missing:
        print(f"{name} is not installed and was skipped: pip install 'cleannews[peers]'", file=sys.stderr)
    options.out.mkdir(parents=True, exist_ok=True)
    table = as_markdown(options.corpus.name, rows, cases)
    (options.out / "benchmark.md").write_text(table, encoding="utf-8")
    (options.out / "benchmark.json").write_text(as_json(options.corpus.name, rows, cases), encoding="utf-8")
    (options.out / "benchmark.svg").write_text(chart(rows), encoding="utf-8")
    print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
