"""The headline of an HTML page that marks none and whose head names nothing but the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.headline_declared import MAX_CHARS, Voted
from cleannews.label.headline_lesser import LESSER_HEADINGS
from cleannews.label.masthead import squeeze
from cleannews.read.broken_lines import is_day
from cleannews.read.letters import CLOSING, STOPS, columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.page import Page, Segment

_MAX_NAME = 40
"""Letters of a site's name; a longer ``<title>`` is a headline."""
_SHORT = 24
"""Columns of a ``<title>`` that is rather a name than a headline."""
_RIGHTS_CHARS = 200
"""Characters of a notice of copyright that holds a site's name and little else."""
_HEADLINE = range(15, 200)
"""Columns of a headline: shorter lines beside a date are names and places, longer ones paragraphs."""
_BESIDE = 2
"""Blocks between a headline and its date: the byline stands between, or a picture's text."""
_REACH = 6
"""Blocks behind a headline among which its text begins."""
_LONG = 80
"""Columns of a paragraph."""


def name_in_title(page: Page, declared: Sequence[Voted]) -> frozenset[str]:
    """Find the site's name in ``<title>``, where nothing else declares a title.

    Many pages of the years before social networks bear it alone in their head, all of them the same. It is
    the name if the notice of copyright gives it as the owner, or if it is short and a longer bold line stands
    beside a day above the text.

    Args:
        page: The page.
        declared: Its titles.

    Returns:
        The squeezed name, or nothing.
    """
    name = squeeze(declared[0].text) if len(declared) == 1 else ""
    if not name or declared[0].source != "title" or len(name) > _MAX_NAME:
        return frozenset()
    rights = (one.text for one in page.segments if "©" in one.text[:_RIGHTS_CHARS])
    if any(name in squeeze(text[:_RIGHTS_CHARS]) for text in rights):
        return frozenset({name})
    longer = unnamed_title(page, frozenset({name})) if columns(declared[0].text) <= _SHORT else None
    told = longer and page.segments[longer.segment].strong_chars and name not in squeeze(longer.text)
    return frozenset({name} if told and longer and len(squeeze(longer.text)) > len(name) else ())


def unnamed_title(page: Page, names: frozenset[str]) -> Voted | None:
    """Find the line that stands beside a day, above the text; a bold one goes before others.

    Args:
        page: A page without a heading that may be the headline, and without a declared title.
        names: Squeezed names of the site, which are none.
    """
    shown = [
        index
        for index, one in enumerate(page.segments)
        if not one.hidden and (len(one.text) > MAX_CHARS or squeeze(one.text) not in names)
    ]
    found = list(_beside_days(page.segments, shown))
    chosen = next((index for index in found if page.segments[index].strong_chars), found[0] if found else -1)
    return Voted(page.segments[chosen].text, "shape", chosen) if chosen >= 0 else None


def leading_heading(page: Page) -> Voted | None:
    """Find the lesser heading that a page opens with, above a paragraph: of feeds, mails and books.

    Args:
        page: A page without a heading that may be the headline, and without a declared title.
    """
    shown = [index for index, one in enumerate(page.segments) if not one.hidden][:_REACH]
    if not shown or page.segments[shown[0]].tag not in LESSER_HEADINGS:
        return None
    first = page.segments[shown[0]]
    follows = any(_is_paragraph(page.segments[index]) for index in shown[1:])
    return Voted(first.text, first.tag, shown[0]) if follows and _may_head(first) else None


def _beside_days(segments: Sequence[Segment], shown: Sequence[int]) -> Iterator[int]:
    days = {place for place, index in enumerate(shown) if is_day(segments[index].text[:MAX_CHARS])}
    for place in sorted({day + step for day in days for step in range(-_BESIDE, 2)} - days):
        index = shown[place] if 0 <= place < len(shown) else -1
        if index >= 0 and _may_head(segments[index]):
            below = shown[place + 1 : place + 1 + _REACH]
            if any(_is_paragraph(segments[other]) for other in below):
                yield index


def _may_head(segment: Segment) -> bool:
    if segment.text.rstrip(CLOSING)[-1:] in STOPS and _is_paragraph(segment):
        return False
    unlinked = 2 * (segment.link_chars or 0) < len(segment.text)
    return unlinked and columns(segment.text[:MAX_CHARS]) in _HEADLINE and "©" not in segment.text


def _is_paragraph(segment: Segment) -> bool:
    return columns(segment.text[:MAX_CHARS]) >= _LONG
