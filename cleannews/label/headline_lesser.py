"""The lesser headings of an HTML page, ``h2`` to ``h4``: what they show of a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.headline_declared import leads_home, tokens
from cleannews.label.masthead import first_separators, squeeze
from cleannews.label.measures import likeness
from cleannews.read.elements import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.headline_declared import Voted
    from cleannews.read.page import Page

LESSER_HEADINGS = frozenset(("h2", "h3", "h4"))
_BEGUN_CHARS = 8
"""Letters of a heading that begins a title; shorter ones are sections."""
_SAME_NAME, _OTHER_NAME = 0.6, 0.3
"""Share of words that two forms of a site's name have in common at least, a name and a headline at most."""
_SIGNS = 8
"""Signs and spaces by which two forms of a title may differ."""
_UNSPACED = re.compile(r"[\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]")


def lesser_headings(page: Page, *, without: range) -> dict[str, int]:
    """Squeezed text of each visible ``h2`` to ``h4`` -> its first segment, a range of segments left out.

    One that leads to the front page is the site's name.
    """
    return {
        squeeze(segment.text): index
        for index, segment in reversed(list(enumerate(page.segments)))
        if segment.tag in LESSER_HEADINGS
        and not segment.hidden
        and index not in without
        and not leads_home(segment)
    }


def in_article(page: Page, index: int) -> bool:
    """Whether a segment stands in an ``article`` or in ``main``."""
    containers = page.containers
    around = containers.around(page.segments[index].container) if index < len(page.segments) else ()
    return any(containers.tags[place] in ARTICLE for place in around)


def begun(page: Page, headings: dict[str, int], title: str) -> Iterator[str]:
    """The headings that a title begins with, up to a sign that parts what it says of the site."""
    for index in headings.values():
        text = page.segments[index].text
        if _BEGUN_CHARS <= len(text) < len(title) and _begins(title, text):
            yield text


def _begins(title: str, text: str) -> bool:
    """Whether a title begins with a text and goes on with a sign, or in scripts without spaces with a space.

    >>> _begins("Rain stops play-Lundby Herald", "Rain stops play")
    True
    >>> _begins("Rain stops play in Lundby", "Rain stops play"), _begins("Rain stops", "Rain stop")
    (False, False)
    """
    behind = title[len(text) :]
    if not title.startswith(text) or behind[:1].isalnum():
        return False
    sign = behind.lstrip()[:1]
    return not sign.isalnum() or _UNSPACED.match(text[-1:]) is not None


def ends_title(page: Page, heading: Voted, declared: list[Voted]) -> bool:
    """Whether an ``h1`` is another form of the site's name that ends ``<title>``, a lesser heading its begin.

    "Government of Lundby" beside "New ferry opened - The Government of Lundby Portal".
    """
    words = tokens(heading.text)
    for voted in declared:
        borders = list(first_separators(voted.text)) if voted.source == "title" else ()
        if not borders:
            continue
        begin, end = voted.text[: borders[0].start()].strip(), voted.text[borders[-1].end() :]
        alike = likeness(words, tokens(end)) >= _SAME_NAME and squeeze(end) != squeeze(heading.text)
        if alike and likeness(words, tokens(begin)) <= _OTHER_NAME:
            return _is_headed(page, begin)
    return False


def _is_headed(page: Page, title: str) -> bool:
    """Whether a visible lesser heading shows a title; others of its length alone are squeezed."""
    bare, longest = squeeze(title), len(title) + _SIGNS
    return any(
        squeeze(segment.text) == bare
        for segment in page.segments
        if segment.tag in LESSER_HEADINGS and len(segment.text) <= longest and not segment.hidden
    )
