"""The site's template as a witness: what it makes of the scores, and which blocks it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.site.evidence import evidence_of
from cleannews.label.site.own import own_lines, teased_blocks
from cleannews.label.site.sketch import KEY_SIZE, sketch_page
from cleannews.label.site.slots import no_places, places_of
from cleannews.label.site.strangers import find_strangers
from cleannews.label.site.weigh import (
    STRANGE,
    TEASED,
    moved,
    slot_verdicts,
    template_verdicts,
    weigh,
    weigh_places,
)
from cleannews.labels import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.label.context import Context, Verdict
    from cleannews.label.site.evidence import Evidence
    from cleannews.label.site.sketch import PageSketch
    from cleannews.label.site.template import SiteTemplate
    from cleannews.read.page import Page


class Comparison(NamedTuple):
    """A page held against the template of its site."""

    template: SiteTemplate
    sketch: PageSketch
    evidence: Evidence


class Testimony(NamedTuple):
    """What a template says of a page."""

    scores: tuple[float, ...]
    """Those of the page alone, with the template's evidence added."""
    verdicts: tuple[Verdict, ...]


def compare(page: Page, template: SiteTemplate, digest: str) -> Comparison:
    """Hold a page against a template.

    Args:
        page: As read, or as cut.
        template: Of its site. The page itself, if it was learned from, has no say.
        digest: SHA-256 of the input.
    """
    sketch = sketch_page(page.segments, key=digest[:KEY_SIZE])
    return Comparison(template, sketch, evidence_of(sketch, template.counts))


def hear_template(
    comparison: Comparison, context: Context, verdicts: Sequence[Verdict], alone: Sequence[float]
) -> Testimony:
    """Hear what the template says.

    Args:
        comparison: Of the page under labelling.
        context: The same page.
        verdicts: What the rules said.
        alone: Scores of the page alone.
    """
    template, sketch, evidence = comparison
    teased = teased_blocks(context.headline, sketch, evidence, template.counts)
    evidence = evidence.without(teased)
    dump = context.page.kind is Kind.TEXT
    places = places_of(sketch, evidence, template.slots) if dump else no_places(evidence)
    strangers = find_strangers(evidence, context.page.segments, alone)
    scores = weigh_places(weigh(moved(alone, teased, TEASED), evidence), places)
    scores = moved(scores, strangers, STRANGE)
    spared = {context.headline.block, *own_lines(context, verdicts, evidence)}
    named = template_verdicts(evidence, spared, alone, scores)
    return Testimony(scores, (*named, *slot_verdicts(places, evidence, alone, scores)))
