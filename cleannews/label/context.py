"""What rules and scorers see: the page, its measures and what was found out about it as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.cut_lead import lead_run
from cleannews.label.headline import find_headline
from cleannews.label.language import detect_language
from cleannews.label.measures import measure
from cleannews.labels import Kind
from cleannews.read.page import RUNNING

if TYPE_CHECKING:
    from cleannews.label.cut_lead import LeadRun
    from cleannews.label.headline import Headline
    from cleannews.label.measures import Measures
    from cleannews.labels import Label
    from cleannews.read.page import Page


@dataclass(frozen=True, slots=True)
class Context:
    """One page under labelling."""

    page: Page
    measures: Measures
    headline: Headline
    language: str | None
    """Lower-case ISO 639-1 code found from the text and the declared value; ``None`` if unsure."""
    opening: LeadRun | None
    """The excerpt behind the headline of a crude dump, and the lead, where they stand in several blocks."""


def examine(page: Page) -> Context:
    """Find out what rules and scorers need to know of a page, in use and in training alike."""
    measures = measure(page.segments)
    return make_context(page, measures, find_headline(page, measures), detect_language(page))


def make_context(page: Page, measures: Measures, headline: Headline, language: str | None) -> Context:
    """Put together what was found out of a page, and the excerpt that stands behind its headline."""
    return Context(page, measures, headline, language, _opening(page, measures, headline))


def _opening(page: Page, measures: Measures, headline: Headline) -> LeadRun | None:
    """Find the excerpt behind a headline that a dump shows twice, and the lead.

    Programs that make excerpts take the first words of the text, of several paragraphs if they are short, and
    without their borders. Where it is of one paragraph, in a dump that has lines, its beginning tells.
    """
    if page.kind is not Kind.TEXT or not headline.echoes:
        return None
    found = lead_run(measures.keys, max(headline.block, *headline.echoes) + 1)
    several = found is not None and len(found.lead) > 1
    return found if several or page.layout in RUNNING else None


class Verdict(NamedTuple):
    """What one witness says of one block."""

    index: int  # type: ignore[assignment]  # a field of this name hides tuple.index, which nobody wants here
    """The segment it speaks of."""
    label: Label
    reason: str
    """Snake-case id of the rule, stable and documented in ``docs/labels.md``."""
    confidence: float
    """0-1: the measured precision of the rule, or the score."""
    evidence: str = ""
    """What it rests on, for people; may be empty."""


make_verdict = partial(tuple.__new__, Verdict)
"""Makes a verdict from a tuple of its five fields in half the time that ``Verdict(...)`` takes."""
