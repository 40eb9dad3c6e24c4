"""How crude dumps of a corpus' articles come out: ``python -m benchmarks.crude CORPUS [--held-out WEIGHTS]``.

The dumps are those that :mod:`training.crude` writes, of other draws than are learned from.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from cleannews.pipeline import clean
from cleannews.read.normal import normalise
from quality.score import score
from training.corpus import case_of, load_records
from training.crude import SHAPES, crude_dump, other_titles, titled
from training.predict import weights_without

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.article import Article
    from training.crude import Crude

DRAWS = 3
"""Dumps of each article."""


def right(article: Article, wanted: Crude) -> dict[str, float]:
    """Hold an article against what was to come: measure -> 0 to 1."""
    found = score(article.text, "\n".join(map(normalise, wanted.body)))
    return {
        "F1": found.f1,
        "exact": float(found.exact),
        "title": float(article.title == normalise(wanted.title)),
        "breadcrumbs": float(article.breadcrumbs == wanted.crumbs),
        "related": float([link.text for link in article.related] == [*map(normalise, wanted.related)]),
        "counters": float(article.comment_counts == wanted.counts),
    }


def measure(corpus: Path, held_out: Path | None) -> dict[str, list[dict[str, float]]]:
    """Measure all shapes: shape -> one line a dump."""
    records = titled(load_records(corpus))
    found: dict[str, list[dict[str, float]]] = {shape: [] for shape in SHAPES}
    for record in records:
        titles = other_titles(records, record)
        with weights_without(case_of(corpus, record).fold, held_out):
            for shape in SHAPES:
                dumps = [crude_dump(record, titles, shape, draw) for draw in range(DRAWS)]
                found[shape] += [right(clean(each.dump, kind="text"), each) for each in dumps]
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Print how crude dumps of a corpus' articles come out."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crude", description=main.__doc__)
    parser.add_argument("corpus", type=Path, help="a corpus folder in the case format")
    parser.add_argument("--held-out", type=Path, help="weights of every fold; default: those shipped")
    options = parser.parse_args(argv)
    found = measure(options.corpus, options.held_out)
    names = list(next(iter(found.values()))[0])
    sys.stdout.write(f"| dumps | {' | '.join(names)} |\n|---|{'---|' * len(names)}\n")
    for shape, lines in found.items():
        figures = " | ".join(f"{mean(line[name] for line in lines):.3f}" for name in names)
        sys.stdout.write(f"| {len(lines)} {shape} | {figures} |\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
