"""What a layout costs that was never learned from: ``python -m training.unseen CORPUS [CORPUS ...]``.

For every layout, which is what stands behind the dot in a folder's name, two networks are fitted without the
pages of a fold: one on all layouts, one on all but this. Prints the word F1 of both on the held-out pages in
this layout.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from cleannews.labels import Kind
from training.corpus import FOLDS, load_cases
from training.examples import Example, make_examples
from training.fit import Fitted, fit, weighted
from training.recipes import recipe
from training.validate import kept_blocks, page_f1

if TYPE_CHECKING:
    from collections.abc import Sequence

_THRESHOLD = 0.5


def layout_of(corpus: str) -> str:
    """Return the layout that a corpus is named after, empty if none.

    >>> layout_of("valley.lynx"), layout_of("valley")
    ('lynx', '')
    """
    return corpus.rpartition(".")[2] if "." in corpus else ""


def mean_f1(fitted: Fitted, examples: Sequence[Example]) -> float:
    """Mean word F1 of pages by counts of aligned tokens."""
    return float(
        np.mean(
            [page_f1(one, kept_blocks(one, fitted.predict(one.features), _THRESHOLD)) for one in examples]
        )
    )


def main(arguments: list[str] | None = None) -> int:
    """Print a line for every layout."""
    parser = argparse.ArgumentParser(prog="python -m training.unseen", description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, help="folders of dumps named CORPUS.LAYOUT")
    parser.add_argument("--fold", type=int, default=0, choices=range(FOLDS), help="the fold that is held out")
    parser.add_argument("--layouts", nargs="+", help="only these layouts; else all")
    parser.add_argument(
        "--general", nargs="+", default=["wcxb", "self"], help="corpora whose names begin so count once"
    )
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    examples = list(make_examples(case for folder in options.corpora for case in load_cases(folder)))
    layouts = options.layouts or sorted({layout_of(one.case.corpus) for one in examples})
    others = [one for one in examples if one.case.fold != options.fold]
    learned = weighted(others, recipe(Kind.TEXT), tuple(options.general))
    full = fit(learned, recipe(Kind.TEXT))
    for layout in layouts:
        held = [
            one for one in examples if one.case.fold == options.fold and layout_of(one.case.corpus) == layout
        ]
        rest = [one for one in learned if layout_of(one.case.corpus) != layout]
        seen, unseen = mean_f1(full, held), mean_f1(fit(rest, recipe(Kind.TEXT)), held)
        line = f"{layout:12} learned {seen:.4f}, not learned {unseen:.4f} ({unseen - seen:+.4f})"
        sys.stdout.write(f"{line}, {len(held)} pages\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
