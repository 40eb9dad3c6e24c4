"""A page whose every block has a label, a reason and a confidence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

from cleannews.article import make_block
from cleannews.label import model
from cleannews.label.context import examine
from cleannews.label.credit_cut import cut_at_credits
from cleannews.label.decide import decide
from cleannews.label.headline import declared_title
from cleannews.label.path_cut import cut_at_path
from cleannews.label.phrase_cut import cut_at_phrases
from cleannews.label.rules import apply_rules, comment_counts
from cleannews.label.title_cut import cut_at_title
from cleannews.label.uncased_runs import cut_at_runs

if TYPE_CHECKING:
    from cleannews.article import Block
    from cleannews.label.context import Context, Verdict
    from cleannews.labels import Mode
    from cleannews.read.page import Page


@dataclass(frozen=True, slots=True)
class Labelled:
    """What labelling makes of a page."""

    page: Page
    context: Context
    scores: tuple[float, ...]
    """For each segment the chance that it belongs to the text, before rules."""
    blocks: tuple[Block, ...]
    comment_counts: dict[str, int]
    """What comment counters in the page say, by their name in lower case."""
    template_id: str | None = None
    """Of the site template that had a say; ``None`` without one."""


def label_page(page: Page, *, mode: Mode) -> Labelled:
    """Label every block of a page.

    Args:
        page: The page as read.
        mode: Which error to avoid.

    Returns:
        The page with one public block for every segment.
    """
    return label_cut_page(part(page), mode=mode)


def part(page: Page) -> Page:
    """Cut a page where one of its blocks holds what is two: at its title, path, and phrases of furniture."""
    title = declared_title(page)
    return cut_at_phrases(cut_at_credits(cut_at_path(cut_at_title(cut_at_runs(page), title))))


def label_cut_page(page: Page, *, mode: Mode) -> Labelled:
    """Label every block of a page that :func:`part` has cut."""
    context, verdicts, scores = witnesses(page)
    settled = decide(context, verdicts, scores, mode=mode)
    counts = comment_counts(context, settled)
    return Labelled(page, context, scores, public_blocks(context, settled), counts)


def witnesses(page: Page) -> tuple[Context, list[Verdict], tuple[float, ...]]:
    """Hear the rules and the model."""
    context = examine(page)
    verdicts = apply_rules(context)
    return context, verdicts, model.score(context, verdicts)


def public_blocks(context: Context, verdicts: tuple[Verdict, ...]) -> tuple[Block, ...]:
    """Make the blocks that an article shows, one for each verdict."""
    if not verdicts:
        return ()
    columns, paths = context.measures.columns, context.page.containers.paths
    places, labels, reasons, confidences, evidences = zip(*verdicts, strict=True)
    fields = zip(
        places, columns.text, columns.raw, labels, reasons, evidences, confidences,
        columns.start, columns.end, map(paths.__getitem__, columns.container) if paths else repeat(None),
        strict=False,
    )  # fmt: skip
    return tuple(map(make_block, fields))
