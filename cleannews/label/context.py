"""What rules and scorers see: the page, its measures and what was found out about it as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.cut_lead import FEW_BLOCKS, lead_run
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
    copies = {headline.block, *headline.echoes}
    begins = sorted({copy + 1 for copy in copies} - copies, reverse=True)
    looked_at = begins[: _COPIES if len(measures.keys) <= FEW_BLOCKS else 1]
    runs = ((begin, lead_run(measures.keys, begin)) for begin in looked_at)
    found = next((run for begin, run in runs if run is not None and _is_text(measures, begin, run)), None)
    several = found is not None and len(found.lead) > 1
    return found if several or page.layout in RUNNING else None


def _is_text(measures: Measures, begin: int, run: LeadRun) -> bool:
    """Tell whether a row that stands twice is text, which menus are not, and the first that a dump shows."""
    above = range(begin, run.excerpt.start)
    text = True in measures.ended[run.lead.start : run.lead.stop + 1]
    return text and not any(
        measures.ended[index] and measures.words[index] >= _SENTENCE_WORDS for index in above
    )


_SENTENCE_WORDS = 6
"""Words of a sentence of a text; shorter ones stand on buttons."""

_COPIES = 3
"""Last copies of a headline in a dump of few blocks, behind each of which the excerpt may stand."""


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
