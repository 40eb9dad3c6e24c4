"""A page that is labelled with what its site's other pages show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cleannews.label.decide import decide
from cleannews.label.labelled import Labelled, label_cut_page, part, public_blocks, witnesses
from cleannews.label.rules import comment_counts
from cleannews.label.site.cut import cut_page
from cleannews.label.site.weigh import takes_most
from cleannews.label.site.witness import compare, hear_template
from cleannews.labels import WarningId

if TYPE_CHECKING:
    from cleannews.label.site.template import SiteTemplate
    from cleannews.labels import Mode
    from cleannews.read.page import Page


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
        The page, as cut, with one public block for every segment.
    """
    page = part(page)
    compared = compare(page, template, digest)
    if not compared.evidence.others:
        return label_cut_page(page, mode=mode)
    cut = cut_page(page, compared.evidence)
    if cut is not page:
        compared = compare(cut, template, digest)
    context, verdicts, scores = witnesses(cut)
    alone = decide(context, verdicts, scores, mode=mode)
    weighed, named = hear_template(compared, context, verdicts, scores)
    settled = decide(context, [*verdicts, *named], weighed, mode=mode)
    if takes_most(alone, settled, context.measures.words):
        page = replace(page, warnings=(*page.warnings, WarningId.TEMPLATE_NOT_USED))
        return label_cut_page(page, mode=mode)
    counts = comment_counts(context, settled)
    spoke = cut is not page or bool(named) or tuple(weighed) != tuple(scores)
    blocks = public_blocks(context, settled)
    return Labelled(cut, context, weighed, blocks, counts, template.id if spoke else None)
