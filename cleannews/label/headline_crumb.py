"""A headline made for search engines that ends the breadcrumbs, and the one over the article below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.headline_dates import is_dated, is_signed
from cleannews.label.headline_survey import tokens
from cleannews.label.masthead import squeeze
from cleannews.label.measures import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleannews.label.measures import Measures
    from cleannews.read.page import Page

_CRUMB_WORDS, _CRUMBS = 2, 2
"""Words of a crumb; lines before the last one that are crumbs too."""
_KICKER_WORDS, _LONG_KICKER = 4, 8
"""Words of a kicker; the second where both headlines have much in common."""
_HEADLINE_WORDS = range(4, 25)
_SENTENCE_WORDS = 12
_NAME_CHARS, _NAMING_WORDS = 7, 16
"""Letters of a word that is enough to have in common, what both are about, and the most words then."""
_MIN_LIKENESS, _LIKENESS = 0.2, 0.4
"""Share of words that both headlines have; teasers and lists below a crumb have fewer. From the second on
they have much in common."""


def below_crumb(page: Page, measures: Measures, title: str, places: Iterable[int]) -> int:
    """Find the headline that stands behind a kicker below the last crumb, if that is what was taken for it.

    Readers see "Home / Politics / Ferry: Council votes for the ferry", then the kicker "Vote in Lundby", then
    "Council wants the ferry back": the last is the headline. On dumps of the development corpora it was
    wherever the text begins below it and neither of both only shortens the other.

    Args:
        page: The dump.
        measures: Its columns.
        title: What was taken for the headline.
        places: The blocks that show it.

    Returns:
        The block of the headline below; -1 if there is none.
    """
    bare = squeeze(title)
    for place in places:
        if squeeze(page.segments[place].text) != bare:
            continue
        for crumb in (place, place - 1):
            if crumb >= 0 and _ends_crumbs(page, measures, crumb) and _is_named(page, measures, crumb, place):
                return crumb + 2
    return -1


def _is_named(page: Page, measures: Measures, crumb: int, place: int) -> bool:
    """Whether a crumb is another form of the headline behind the kicker below it.

    Where the kicker was taken for the headline, both must have much in common.
    """
    headline = crumb + 2
    if headline >= len(page.segments):
        return False
    words, below = (tokens(page.segments[index].text.casefold()) for index in (crumb, headline))
    alike = likeness(words, below)
    shared = crumb == place and measures.words[headline] <= _NAMING_WORDS
    named = shared and any(len(word) >= _NAME_CHARS for word in words & below)
    if not named and alike < (_MIN_LIKENESS if crumb == place else _LIKENESS):
        return False
    if words < below or below < words:
        return False
    most = _LONG_KICKER if alike >= _LIKENESS else _KICKER_WORDS
    return 0 < measures.words[crumb + 1] <= most and _is_headline(page, measures, headline)


def _ends_crumbs(page: Page, measures: Measures, index: int) -> bool:
    before = measures.words[max(0, index - _CRUMBS) : index]
    return page.segments[index].tag == "li" or (
        len(before) == _CRUMBS and all(0 < count <= _CRUMB_WORDS for count in before)
    )


def _is_headline(page: Page, measures: Measures, index: int) -> bool:
    """Whether a line reads like a headline, the one before it like its kicker, and the text begins below."""
    segment, key, kicker = page.segments[index], measures.keys[index], measures.keys[index - 1]
    if is_dated(kicker) or segment.tag == "li":
        return False
    if measures.words[index] not in _HEADLINE_WORDS or segment.text.endswith(".") or is_dated(key):
        return False
    return not is_signed(segment.text, key) and _begins_text(measures, index + 1)


def _begins_text(measures: Measures, index: int) -> bool:
    """Whether a sentence stands at a place or behind it, or a byline at it: rows of questions do not."""
    if index < len(measures.keys) and is_dated(measures.keys[index]):
        return True
    near = zip(measures.words[index : index + 2], measures.ended[index : index + 2], strict=True)
    return any(count >= _SENTENCE_WORDS and ended for count, ended in near)
