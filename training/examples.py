"""Pages as training examples: feature matrix, gold share and weight of every block."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cleannews.label.context import examine
from cleannews.label.decide import VETO
from cleannews.label.features.matrix import feature_matrix
from cleannews.label.labelled import part
from cleannews.label.rules import apply_rules
from cleannews.labels import Kind
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS
from quality.score import tokens
from training.align import align

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from training.corpus import Case

REACHABLE = 0.6
"""A page whose blocks hold less of the gold than this share was not the page the gold was made from."""


@dataclass(frozen=True, slots=True)
class Example:
    """One page, ready to be learned from.

    Args:
        case: Where it came from.
        features: Shape (blocks, features).
        share: For each block the share of its tokens that is in the gold.
        sizes: For each block its number of tokens.
        gold_size: Tokens of the gold.
        forced: For each block 1 or 0 where a rule beyond doubt keeps it in or out of the text, -1 elsewhere.
    """

    case: Case
    features: NDArray[np.float16]
    share: NDArray[np.float32]
    sizes: NDArray[np.float32]
    gold_size: int
    forced: NDArray[np.int8]

    @property
    def reachable(self) -> float:
        """Share of the gold tokens that stand in the page's blocks."""
        return float((self.share * self.sizes).sum() / max(self.gold_size, 1))


def make_example(case: Case) -> Example:
    """Read a page exactly as the library does and align it with its gold."""
    page, _ = read(case.read(), kind=Kind(case.kind), limits=DEFAULT_LIMITS)
    page = part(page)
    context = examine(page)
    verdicts = apply_rules(context)
    texts = [segment.text for segment in page.segments]
    forced = np.full(len(texts), -1, dtype=np.int8)
    strongest = np.zeros(len(texts))
    for verdict in verdicts:
        if verdict.confidence >= VETO and verdict.confidence > strongest[verdict.index]:
            forced[verdict.index] = verdict.label.in_text
            strongest[verdict.index] = verdict.confidence
    return Example(
        case,
        feature_matrix(context, verdicts).astype(np.float16),
        np.array(align(texts, case.gold), dtype=np.float32),
        np.array([len(tokens(text)) for text in texts], dtype=np.float32),
        len(tokens("\n".join(case.gold))),
        forced,
    )


def make_examples(cases: Iterable[Case], *, workers: int = 2) -> Iterator[Example]:
    """Make examples in parallel, in order."""
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(make_example, cases, chunksize=16)
