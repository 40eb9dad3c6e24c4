"""The article of a page that a program draws: its text stands in the JSON-LD alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cleannews.labels import WarningId
from cleannews.read.containers import Containers
from cleannews.read.decode import decode
from cleannews.read.jsonld import read_jsonld

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.read.page import Limits, Page, Segment

PATH = "articleBody"
"""Stands for the node path of a block that the page does not show."""

_SHARE = 3
"""Prose shown may be a third of what is declared: a notice of cookies, what the newspaper says of itself. Of
the 48 pages of fundus_dev and wcxb_dev that declare a text none shows so little."""

_PROSE_CHARS = 80
_LEAST_CHARS = 200
"""A shorter text is a summary in the wrong place."""

_OPENING = 30
"""Characters that make a coincidence unlikely."""

_TAGS = re.compile(r"</?([a-z][a-z0-9]{0,9})\b[^<>]{0,500}>", re.IGNORECASE)
_INLINE = frozenset(
    ("a", "abbr", "b", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u")
)
_NOT_FREE = frozenset({"false", "no"})


def with_declared(page: Page, limits: Limits) -> Page:
    """Add the text that a page declares, if it shows no article.

    Args:
        page: An HTML page as read.
        limits: How much of the text is worked on.

    Returns:
        The page itself if it shows a part of that text or much other prose, or if the text is not free; else
        the page with one more block for each paragraph, behind what it shows, and a warning.
    """
    scripts = [len(script) for script in page.hints.jsonld if '"articleBody"' in script]
    if not scripts:
        return page
    shown = [segment.text for segment in page.segments if not segment.hidden]
    least = max(_LEAST_CHARS, _SHARE * sum(size for size in map(len, shown) if size >= _PROSE_CHARS))
    if max(scripts) < least:  # most pages: nothing has to be parsed
        return page
    node = read_jsonld(page.hints).article or {}
    body = node.get("articleBody")
    if not isinstance(body, str) or str(node.get("isAccessibleForFree")).lower() in _NOT_FREE:
        return page
    body = decode(body).text  # escapes of JSON can name half a surrogate pair
    plain = _TAGS.sub(_spoken, body) if "<" in body else body
    if len(plain) < least or _is_shown(plain, shown):
        return page
    from cleannews.read.text import read_text  # noqa: PLC0415 - as in cleannews.read: for few pages

    found = read_text(plain, limits)
    return _added(page, found.segments)


def _spoken(tag: re.Match[str]) -> str:
    """What a tag inside a declared text is to a reader: nothing, a line break or a border of blocks."""
    name = tag[1].lower()
    return "" if name in _INLINE else "\n" if name == "br" else "\n\n"


def _is_shown(body: str, texts: Sequence[str]) -> bool:
    """Tell whether a declared text stands on the page, if only a paragraph of it."""
    folded = "".join(body.split()).casefold()
    openings = ("".join(text[: 2 * _OPENING].split()).casefold()[:_OPENING] for text in texts)
    return any(len(opening) == _OPENING and opening in folded for opening in openings)


def _added(page: Page, segments: Sequence[Segment]) -> Page:
    """Put the paragraphs of a text behind the blocks of a page, in an element of their own."""
    shown = page.containers
    first = len(shown.parents)
    around = ("html", "article") if not first else ("article",)
    root = first + len(around) - 1
    count = len(segments)
    containers = Containers(
        (*shown.parents, *((-1, 0) if not first else (0,)), *(root,) * count),
        (*shown.tags, *around, *("p",) * count),
        (*shown.names, *("",) * (len(around) + count)),
        (*shown.paths, *(PATH,) * (len(around) + count)),
    )
    added = [
        segment._replace(start=None, end=None, tag="p", container=root + place, link_chars=0, gap=0, indent=0)
        for place, segment in enumerate(segments, start=1)
    ]
    return replace(
        page,
        segments=(*page.segments, *added),
        containers=containers,
        warnings=(*page.warnings, WarningId.TEXT_NOT_SHOWN),
    )
