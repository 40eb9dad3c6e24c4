"""Compare cleannews with other extractors: ``python -m benchmarks CORPUS [CORPUS ...]``.

CORPUS is a folder with ``cases.jsonl`` and its pages, HTML or flattened. Peers that are not installed are
skipped.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.accuracy import accuracy
from benchmarks.chart import chart
from benchmarks.extractors import EXTRACTORS, USUAL, held_out, release
from benchmarks.measure import run_all, speed
from benchmarks.report import HELD_OUT, SHIPPED, Comparison, Row, as_json, as_markdown
from benchmarks.worst import write_worst
from training.corpus import load_cases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.extractors import Extractor
    from benchmarks.measure import Runs
    from training.corpus import Case


def arguments(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS", help="folder with cases.jsonl")
    parser.add_argument("--limit", type=int, help="only the first N cases of each corpus")
    parser.add_argument("--out", type=Path, default=Path("out"), help="where benchmark.md/.json/.svg go")
    parser.add_argument("--extractors", default=",".join(USUAL), help="names with commas between")
    parser.add_argument("--types", default="article", help="page types with commas between")
    parser.add_argument(
        "--held-out",
        type=Path,
        metavar="DIR",
        help="run cleannews with the weights of each fold in DIR, as `python -m training` writes them",
    )
    parsed = parser.parse_args(argv)
    unknown = sorted(set(parsed.extractors.split(",")) - set(EXTRACTORS))
    if unknown:
        parser.error(f"unknown extractors: {', '.join(unknown)}; there are {', '.join(EXTRACTORS)}")
    return parsed


def wanted(options: argparse.Namespace) -> dict[str, Extractor]:
    """Return the extractors asked for, cleannews with the weights asked for."""
    named = {name: EXTRACTORS[name] for name in options.extractors.split(",")}
    if options.held_out and "cleannews" in named:
        named["cleannews"] = held_out(options.held_out)
    return named


def compare(
    corpus: str, cases: Sequence[Case], extractors: Mapping[str, Extractor], note: str
) -> tuple[Comparison, Mapping[str, str]]:
    """Run and measure every extractor on one corpus.

    Returns:
        The rows, and why by the names of peers whose library cannot be imported.
    """
    found, missing = run_all(extractors, cases, progress=sys.stdout.isatty())
    rows = [_row(name, extractors[name], runs, cases) for name, runs in found.items()]
    return Comparison(corpus, cases, rows, note), missing


def _row(name: str, extractor: Extractor, found: Runs, cases: Sequence[Case]) -> Row:
    return Row(
        name,
        release(extractor),
        accuracy([run.answer.text for run in found.runs], cases),
        speed(found),
        found.peak_mb,
        {case.id: run.failure for case, run in zip(cases, found.runs, strict=True) if run.failure},
        tuple(run.answer.confidence for run in found.runs),
    )


def read_corpora(options: argparse.Namespace) -> dict[str, list[Case]]:
    """Read the cases of every corpus.

    Raises:
        SystemExit: A folder holds none.
    """
    found = {}
    for folder in options.corpora:
        if not (folder / "cases.jsonl").is_file():
            raise SystemExit(f"{folder}: no cases.jsonl in this folder; give a folder with cases")
        cases = load_cases(folder, types=frozenset(options.types.split(",")))[: options.limit]
        if not cases:
            raise SystemExit(f"{folder}: no case of type {options.types} has gold text; choose --types")
        found[folder.resolve().name] = cases
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Compare, print the tables, write them as Markdown, JSON and SVG."""
    options = arguments(argv)
    corpora = read_corpora(options)
    options.out.mkdir(parents=True, exist_ok=True)
    note = HELD_OUT if options.held_out else SHIPPED
    compared, text = [], "# Benchmark\n"
    for corpus, cases in corpora.items():
        one, missing = compare(corpus, cases, wanted(options), note)
        for name, why in missing.items():
            print(f"{name} was skipped, it {why}: pip install 'cleannews[peers]'", file=sys.stderr)
        compared.append(one)
        text = "\n".join([text, as_markdown(one), write_worst(one, options.out)])
        # After each corpus: a run over several takes long, and what is measured should not be lost.
        _write(options.out, text, compared)
    print(text)
    return 0


def _write(out: Path, text: str, compared: Sequence[Comparison]) -> None:
    (out / "benchmark.md").write_text(text, encoding="utf-8")
    (out / "benchmark.json").write_text(as_json(compared), encoding="utf-8")
    (out / "benchmark.svg").write_text(chart(compared), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
