"""What rules and scorers see: the page, its measures and what was found out about it as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.headline import find_headline
from cleannews.label.language import detect_language
from cleannews.label.measures import measure

if TYPE_CHECKING:
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


def examine(page: Page) -> Context:
    """Find out what rules and scorers need to know of a page, in use and in training alike."""
    measures = measure(page.segments)
    return Context(page, measures, find_headline(page, measures), detect_language(page))


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
