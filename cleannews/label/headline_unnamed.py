"""The headline of an HTML page that marks none and whose head names nothing but the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.headline_declared import MAX_CHARS, Voted
from cleannews.label.headline_lesser import LESSER_HEADINGS
from cleannews.label.masthead import SEPARATOR, squeeze
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
    if not name or declared[0].source != "title":
        return frozenset()
    if len(name) > _MAX_NAME or SEPARATOR.search(declared[0].text):
        return _name_and_slogan(page, declared[0].text)
    if _owns(page, name):
        return frozenset({name})
    longer = unnamed_title(page, frozenset({name})) if columns(declared[0].text) <= _SHORT else None
    told = longer and page.segments[longer.segment].strong_chars and name not in squeeze(longer.text)
    return frozenset({name} if told and longer and len(squeeze(longer.text)) > len(name) else ())


def _name_and_slogan(page: Page, title: str) -> frozenset[str]:
    """The same where a slogan stands behind the name ("Harbour Post - news from the coast every day").

    The notice of copyright gives the name, or the description or the imprint begins with it, no block shows
    the slogan, and a bold line or a heading stands beside a day.
    """
    sign = SEPARATOR.search(title)
    name, slogan = (squeeze(title[: sign.start()]), squeeze(title[sign.end() :])) if sign else ("", "")
    if not name or not slogan or not (_owns(page, name) or _is_imprinted(page, name)):
        return frozenset()
    if any(slogan in squeeze(one.text[:MAX_CHARS]) for one in page.segments if not one.hidden):
        return frozenset()
    headline = unnamed_title(page, frozenset({name}))
    told = headline is not None and _is_set_apart(page.segments[headline.segment])
    return frozenset({name, slogan, squeeze(title)} if told else ())


def _owns(page: Page, name: str) -> bool:
    """Tell whether a notice of copyright gives a squeezed name."""
    notices = [one.text[:_RIGHTS_CHARS] for one in page.segments]
    return any(name in squeeze(text) for text in notices if "©" in text or "(c)" in text.lower())


def _is_imprinted(page: Page, name: str) -> bool:
    """Tell whether the page's description or an imprint at its end begins with a squeezed name and a sign."""
    notices = [one.text[:_RIGHTS_CHARS] for one in page.segments[-_IMPRINT:]]
    described = [meta.content for meta in page.hints.metas if meta.name == "description"]
    for text in (*described, *notices):
        sign = SEPARATOR.search(text)
        if sign and squeeze(text[: sign.start()]) == name:
            return True
    return False


_IMPRINT = 6
"""Last blocks of a page among which its imprint stands."""


def _is_set_apart(segment: Segment) -> bool:
    return segment.strong_chars > 0 or segment.tag in LESSER_HEADINGS


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
    chosen = next(
        (index for index in found if _is_set_apart(page.segments[index])), found[0] if found else -1
    )
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
    days = {place for place, index in enumerate(shown) if _shows_day(segments[index].text)}
    for place in sorted({day + step for day in days for step in range(-_BESIDE, 2)} - days):
        index = shown[place] if 0 <= place < len(shown) else -1
        if index >= 0 and _may_head(segments[index]):
            below = shown[place + 1 : place + 1 + _REACH]
            if any(_is_paragraph(segments[other]) for other in below):
                yield index


def _shows_day(text: str) -> bool:
    """Tell whether a line shows a day, alone or behind its author.

    >>> _shows_day("di Elvio Charbonnier - lunedì 3 marzo 2025")
    True
    >>> _shows_day("On 3 March 2025 the ferry sailed again, for the first time in six weeks.")
    False
    """
    return is_day(text[:MAX_CHARS]) or (len(text) <= _SIGNED_CHARS and is_day(text[-_DAY_CHARS:]))


_SIGNED_CHARS, _DAY_CHARS = 64, 28
"""Characters of a line that ends in its day, and of the day with its weekday."""


def _may_head(segment: Segment) -> bool:
    if segment.text.rstrip(CLOSING)[-1:] in STOPS and _is_paragraph(segment):
        return False
    unlinked = 2 * (segment.link_chars or 0) < len(segment.text)
    return unlinked and columns(segment.text[:MAX_CHARS]) in _HEADLINE and "©" not in segment.text


def _is_paragraph(segment: Segment) -> bool:
    return columns(segment.text[:MAX_CHARS]) >= _LONG
