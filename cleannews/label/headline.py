"""The page's headline: which text is the title, and in which block it stands.

Labelling needs it first: the title's block, its echoes and the place where the article begins hang on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cleannews.label.measures import Measures
    from cleannews.read.page import Page


class Headline(NamedTuple):
    """The resolved title and where it stands."""

    text: str | None
    """The title, ``None`` if none was found."""
    source: str
    """Where it came from: ``h1 jsonld og:title title repeated_line first_line ...``; ``""`` if none."""
    block: int
    """Index of the first block that shows it; -1 if no block does."""
    echoes: tuple[int, ...]
    """Later (or earlier) blocks that show it again, with or without the site's name."""


def find_headline(page: Page, measures: Measures) -> Headline:
    """Find the headline of a page."""
    raise NotImplementedError
