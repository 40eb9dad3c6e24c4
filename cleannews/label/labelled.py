"""A page whose every block has a label, a reason and a confidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleannews.article import Block
from cleannews.label import model
from cleannews.label.context import examine
from cleannews.label.decide import decide
from cleannews.label.rules import apply_rules, comment_counts

if TYPE_CHECKING:
    from cleannews.label.context import Context, Verdict
    from cleannews.labels import Mode
    from cleannews.read.page import Page


@dataclass(frozen=True, slots=True)
class Labelled:
    """What labelling makes of a page."""

    page: Page
    context: Context
    verdicts: tuple[Verdict, ...]
    """One for each segment, in order."""
    scores: tuple[float, ...]
    """For each segment the chance that it belongs to the text, before rules."""
    blocks: tuple[Block, ...]
    comment_counts: dict[str, int]
    """What comment counters in the page say, by their name in lower case."""


def label_page(page: Page, *, mode: Mode) -> Labelled:
    """Label every block of a page.

    Args:
        page: The page as read.
        mode: Which error to avoid.

    Returns:
        The page with one verdict and one public block for every segment.
    """
    context = examine(page)
    verdicts = apply_rules(context)
    scores = model.score(context, verdicts)
    settled = decide(context, verdicts, scores, mode=mode)
    counts = comment_counts(context, settled)
    return Labelled(page, context, settled, scores, _blocks(page, settled), counts)


def _blocks(page: Page, verdicts: tuple[Verdict, ...]) -> tuple[Block, ...]:
    paths = page.containers.paths
    return tuple(
        Block(
            verdict.index,
            segment.text,
            segment.raw,
            verdict.label,
            verdict.reason,
            verdict.evidence,
            verdict.confidence,
            segment.start,
            segment.end,
            paths[segment.container] if paths else None,
        )
        for segment, verdict in zip(page.segments, verdicts, strict=True)
    )
