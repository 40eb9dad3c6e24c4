"""What other thresholds, or fewer witnesses, would have kept: ``python -m training.variants``.

Every page is scored by weights that have not seen its site. Prints the precision-recall curve that the modes'
thresholds are read from, and what rules and network are worth alone.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

from cleannews.label import model
from cleannews.label import threshold as shipped_threshold
from cleannews.label.decide import decide
from cleannews.label.labelled import label_page
from cleannews.label.rules import apply_rules
from cleannews.labels import Kind, Mode
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS
from quality.score import Score, score
from training.corpus import load_cases
from training.predict import fold_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cleannews.label.context import Context, Verdict
    from training.corpus import Case

THRESHOLDS = (
    0.1,
    0.15,
    0.2,
    0.25,
    0.3,
    0.35,
    0.4,
    0.5,
    0.6,
    0.65,
    0.7,
    0.75,
    0.8,
    0.85,
    0.9,
    0.95,
    0.97,
    0.98,
    0.99,
)

PROSE_WORDS = 6
"""Words of a block that ends like a sentence, from which rules alone take it for prose."""


class Figures(NamedTuple):
    """Means over the pages of a corpus, 0 to 1."""

    precision: float
    recall: float
    f1: float
    exact: float


def variants(case: Case, folder: Path) -> dict[str, Score]:
    """Score what every variant keeps of one page.

    Args:
        case: The page with its gold.
        folder: The weights of every fold.

    Returns:
        Name of the variant -> how near its text is to the gold.
    """
    kind = Kind(case.kind)
    weights = model.read_weights(fold_weights(folder, kind, case.fold), kind)
    page, _ = read(case.read(), kind=kind, limits=DEFAULT_LIMITS)
    with patch.object(model, "load_weights", lambda _: weights):
        labelled = label_page(page, mode=Mode.BALANCED)
        context, scores = labelled.context, labelled.scores
        verdicts = tuple(apply_rules(context))
        unaided = model.score(context, ())
    wanted = "\n".join(case.gold)
    kept = partial(_text, context)
    texts = {f"threshold {t:.2f}": kept(verdicts, scores, threshold=t) for t in THRESHOLDS}
    texts["rules and network"] = kept(verdicts, scores)
    texts["network, which sees the rules' verdicts"] = kept((), scores)
    texts["network, which does not see them"] = kept((), unaided)
    texts["rules, unnamed blocks kept"] = kept(verdicts, rule_scores(context, verdicts, prose=False))
    texts["rules, unnamed prose kept"] = kept(verdicts, rule_scores(context, verdicts, prose=True))
    return {name: score(text, wanted) for name, text in texts.items()}


def _text(
    context: Context, verdicts: Sequence[Verdict], scores: Sequence[float], *, threshold: float | None = None
) -> str:
    kind = context.page.kind
    shipped = shipped_threshold.THRESHOLDS[kind]
    wanted = shipped if threshold is None else {**shipped, Mode.BALANCED: threshold}
    with patch.dict(shipped_threshold.THRESHOLDS, {kind: wanted}):
        settled = decide(context, verdicts, scores, mode=Mode.BALANCED)
    return "\n".join(context.page.segments[one.index].text for one in settled if one.label.in_text)


def rule_scores(context: Context, verdicts: Sequence[Verdict], *, prose: bool) -> list[float]:
    """Return 1 or 0 for each block, as its strongest rule says.

    Args:
        context: The page under labelling.
        verdicts: What the rules said.
        prose: Whether of the blocks that no rule names only those are kept that end like a sentence.
    """
    measures = context.measures
    strongest: dict[int, Verdict] = {}
    for verdict in verdicts:
        if verdict.index not in strongest or verdict.confidence > strongest[verdict.index].confidence:
            strongest[verdict.index] = verdict
    return [
        float(strongest[index].label.in_text)
        if index in strongest
        else float(not prose or (measures.ended[index] and words >= PROSE_WORDS))
        for index, words in enumerate(measures.words)
    ]


def summary(scored: Sequence[Mapping[str, Score]]) -> dict[str, Figures]:
    """Take means over pages."""
    return {
        name: Figures(
            mean(one[name].precision for one in scored),
            mean(one[name].recall for one in scored),
            mean(one[name].f1 for one in scored),
            mean(one[name].exact for one in scored),
        )
        for name in scored[0]
    }


def as_markdown(corpus: str, pages: int, figures: Mapping[str, Figures]) -> str:
    """Return a table of the variants."""
    lines = [f"{corpus}, {pages} pages", "", "| variant | P | R | F1 | exact |", "|---|---:|---:|---:|---:|"]
    lines += [
        f"| {name} | {' | '.join(f'{value:.3f}' for value in values)} |" for name, values in figures.items()
    ]
    return "\n".join([*lines, ""])


def main(arguments: list[str] | None = None) -> int:
    """Print the variants' figures for each corpus."""
    parser = argparse.ArgumentParser(prog="python -m training.variants", description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, help="folders with cases.jsonl")
    parser.add_argument("--weights", type=Path, required=True, help="folder with the weights of every fold")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args(arguments)
    for folder in options.corpora:
        cases = load_cases(folder)
        with ProcessPoolExecutor(options.workers) as pool:
            scored = list(pool.map(partial(variants, folder=options.weights), cases, chunksize=8))
        sys.stdout.write(as_markdown(folder.name, len(cases), summary(scored)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
