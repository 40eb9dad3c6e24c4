"""The short lines around the headline, where bylines and dates stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.article import Block
    from cleannews.label.headline import Headline
    from cleannews.read.page import Page

BEFORE, AFTER = 5, 16
"""Blocks looked at before and behind the headline (development corpora: 97 % of the bylines stand within)."""
ABOVE_TEXT = 5
"""Blocks closely above the first paragraph."""
_MAX_CHARS = 160
_PROSE_CHARS = 240
"""A block so long that ends a sentence is the body (or a standfirst of its length)."""
_MAX_PROSE = 2
"""Long blocks passed on the way: a standfirst, then the first paragraph."""
_MAX_PLACES = 4


def headline_places(page: Page, headline: Headline, *, body: int) -> tuple[int, ...]:
    """The blocks that show the headline, the one where the article begins first.

    In a dump the first copy is often the page's ``<title>``, far above the article: later copies go first,
    but those behind the first paragraph, in teasers and lists, last. Where none shows it, an HTML page's
    article begins before its first paragraph.

    Args:
        page: The page as read.
        headline: Its headline.
        body: Index of the first paragraph; -1 if there is none.
    """
    if headline.block < 0 < body and page.kind is Kind.HTML:
        return (body,)
    if page.kind is Kind.HTML or not headline.echoes:
        return (headline.block,)
    places = sorted({headline.block, *headline.echoes[:_MAX_PLACES]}, reverse=True)
    return tuple(sorted(places, key=lambda place: place > body >= 0))


def is_near(index: int, places: Sequence[int]) -> bool:
    """Whether a block stands close to the headline; without a headline's block all do.

    >>> is_near(12, (10,)), is_near(40, (10,)), is_near(40, (-1,))
    (True, False, True)
    """
    return tuple(places) == (-1,) or any(-BEFORE <= index - place <= AFTER for place in places)


def near_headline(
    page: Page, blocks: Sequence[Block], headline: Headline, places: Sequence[int], *, body: int
) -> Iterator[Block]:
    """Visible short blocks around the headline: first those behind it, then those just before it.

    Without a headline's block the first blocks of the page are taken. In a dump, where menus may stand
    between headline and text, those closely above the first paragraph come last, and bylines farther above.

    Args:
        page: The page as read.
        blocks: Its blocks.
        headline: Its headline.
        places: Where it stands.
        body: Index of the first paragraph; -1 if there is none.
    """
    seen: set[int] = set()
    for place in places:
        if place >= 0:
            yield from _behind_title(headline.text or "", blocks[place])
        for block in _around(page, blocks, place):
            if block.index not in seen:
                seen.add(block.index)
                yield block
    if page.kind is Kind.TEXT:
        last = max(body - ABOVE_TEXT, max(places) + 1, 0)
        for block in blocks[max(places) + 1 : max(body, 0)]:
            close = block.index >= last or block.label is Label.BYLINE
            if close and block.index not in seen and len(block.text) <= _MAX_CHARS:
                yield block


def _behind_title(title: str, block: Block) -> Iterator[Block]:
    """What stands behind the title in its own block: a byline or date that was run into it."""
    rest = block.text.removeprefix(title).strip()
    if title and rest and len(rest) < len(block.text) and len(rest) <= _MAX_CHARS:
        yield block._replace(text=rest, label=Label.OTHER)


def _around(page: Page, blocks: Sequence[Block], place: int) -> Iterator[Block]:
    segments = page.segments
    prose = 0
    for block in blocks[place + 1 : place + 1 + AFTER]:
        if segments[block.index].hidden:
            continue
        if len(block.text) <= _MAX_CHARS:
            yield block
        elif len(block.text) >= _PROSE_CHARS:
            prose += 1
            if prose == _MAX_PROSE:
                break
    for block in blocks[max(0, place - BEFORE) : max(0, place)]:
        if len(block.text) <= _MAX_CHARS and not segments[block.index].hidden:
            yield block
