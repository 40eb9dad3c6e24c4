"""A page whose every block has a label, a reason and a confidence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import repeat
from typing import TYPE_CHECKING

from cleannews.article import make_block
from cleannews.label import model
from cleannews.label.context import examine
from cleannews.label.decide import decide
from cleannews.label.headline import declared_title
from cleannews.label.rules import apply_rules, comment_counts
from cleannews.label.site.cut import cut_page
from cleannews.label.site.weigh import takes_most
from cleannews.label.site.witness import compare, hear_template
from cleannews.label.title_cut import cut_at_title
from cleannews.labels import WarningId

if TYPE_CHECKING:
    from cleannews.article import Block
    from cleannews.label.context import Context, Verdict
    from cleannews.label.site.template import SiteTemplate
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
    template_id: str | None = None
    """Of the site template that had a say; ``None`` without one."""


def label_page(page: Page, *, mode: Mode) -> Labelled:
    """Label every block of a page.

    Args:
        page: The page as read.
        mode: Which error to avoid.

    Returns:
        The page with one verdict and one public block for every segment.
    """
    return _by_itself(cut_at_title(page, declared_title(page)), mode)


def _by_itself(page: Page, mode: Mode) -> Labelled:
    """Label a page that is cut at its title."""
    context, verdicts, scores = _heard(page)
    settled = decide(context, verdicts, scores, mode=mode)
    counts = comment_counts(context, settled)
    return Labelled(page, context, settled, scores, _blocks(context, settled), counts)


def label_site_page(page: Page, template: SiteTemplate, *, mode: Mode, digest: str) -> Labelled:
    """Label every block of a page with what its site's other pages show.

    Where the template would take most of the text, it is no template of this page: the page is labelled by
    itself, with a warning.

    Args:
        page: The page as read; text dumps are cut further.
        template: Of its site. The page itself, if it was learned from, has no say.
        mode: Which error to avoid.
        digest: SHA-256 of the input.

    Returns:
        The page, as cut, with one verdict and one public block for every segment.
    """
    page = cut_at_title(page, declared_title(page))
    compared = compare(page, template, digest)
    if not compared.evidence.others:
        return _by_itself(page, mode)
    cut = cut_page(page, compared.evidence)
    if cut is not page:
        compared = compare(cut, template, digest)
    context, verdicts, scores = _heard(cut)
    alone = decide(context, verdicts, scores, mode=mode)
    weighed, named = hear_template(compared, context, verdicts, scores)
    settled = decide(context, [*verdicts, *named], weighed, mode=mode)
    if takes_most(alone, settled, context.measures.words):
        return _by_itself(replace(page, warnings=(*page.warnings, WarningId.TEMPLATE_NOT_USED)), mode)
    counts = comment_counts(context, settled)
    return Labelled(cut, context, settled, weighed, _blocks(context, settled), counts, template.id)


def _heard(page: Page) -> tuple[Context, list[Verdict], tuple[float, ...]]:
    """Hear the rules and the model."""
    context = examine(page)
    verdicts = apply_rules(context)
    return context, verdicts, model.score(context, verdicts)


def _blocks(context: Context, verdicts: tuple[Verdict, ...]) -> tuple[Block, ...]:
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
