"""The HTML front end: a page's source in, its blocks and hints out."""

from __future__ import annotations

from contextlib import suppress
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from lxml import etree

from cleannews.labels import Kind, WarningId
from cleannews.read import prescan
from cleannews.read.containers import Containers
from cleannews.read.declared import with_declared
from cleannews.read.hints import Collector
from cleannews.read.layout_tables import laid_out
from cleannews.read.page import Page
from cleannews.read.walk import TooDeepError, Walker
from cleannews.read.wrappers import thin_wrappers

if TYPE_CHECKING:
    from cleannews.read.page import Limits, Segment

_REPAIRS = 3
"""Elements without an end that are mended on one page."""

_LEAST_CHARS, _SHARE, _PROSE_CHARS = 500, 3, 80
"""Characters of ``noscript`` that may be an article, how much of the prose shown that has to be, and what is
prose: a notice that a program has to run is shorter. Of the 1,600 pages of fundus_dev and wcxb_dev twenty are
so: nineteen forums whose posts stand there alone, and a shop."""

_CHUNK = 65_536
"""Characters or bytes given to the parser at a time: it cannot be stopped within a chunk when the page turns
out to be nested too deep, and the quadratic cost of end tags that close nothing stays under 0.2 s in one.
Chunks also cost less than a whole text at once, which lxml hands over as UTF-16 where it is not ASCII."""


def read_html(source: str, limits: Limits, *, raw: bytes = b"") -> Page:
    """Read an HTML page.

    Args:
        source: The decoded page.
        limits: How much of it is worked on.
        raw: The same in UTF-8, if it came so: of a page that needs no mending the parser takes these bytes,
            and nothing has to be encoded anew.

    Returns:
        The page. All text nodes of its repaired tree are in its segments, hidden ones included, but for those
        of head, scripts, styles, comments, ``svg``, ``template``, ``noscript`` unless that is the article.
    """
    warnings = []
    cut = prescan.cut_elements(source, limits.elements)
    if cut is not None:
        warnings.append(WarningId.ELEMENTS_OVER_LIMIT)
    mended = prescan.drop_prologue(source if cut is None else cut)
    mended = prescan.cut_attributes(prescan.close_comments(mended))
    walked = _walk_mended(mended, raw if mended is source else b"")
    segments = tuple(walked.segments[: limits.blocks])
    if len(segments) < len(walked.segments):
        warnings.append(WarningId.BLOCKS_OVER_LIMIT)
    if len(source) > limits.characters:
        head = _headed(segments, limits.characters)
        if len(head) < len(segments):
            segments = head
            warnings.append(WarningId.CHARACTERS_OVER_LIMIT)
    containers, segments = _without_layout(walked, segments)
    page = Page(
        Kind.HTML,
        source,
        segments,
        containers,
        walked.collector.finish(len(segments)),
        truncated=bool(warnings),
        warnings=tuple(warnings),
    )
    return with_declared(page, limits)


def _without_layout(walked: _Walked, segments: tuple[Segment, ...]) -> tuple[Containers, tuple[Segment, ...]]:
    """Take tables that lay the page out for what they would be today; their paths stay as written."""
    parts = laid_out(walked.parents, walked.tags, segments)
    tags = walked.tags
    if parts:
        tags = ["div" if place in parts else tag for place, tag in enumerate(tags)]
        segments = tuple(
            segment._replace(tag="div") if segment.container in parts else segment for segment in segments
        )
    places = paths(walked.parents, walked.tags)
    return Containers(tuple(walked.parents), tuple(tags), tuple(walked.names), places), segments


def _headed(segments: tuple[Segment, ...], limit: int) -> tuple[Segment, ...]:
    """Keep the first segments, up to the one that brings their text to ``limit`` characters."""
    for place, length in enumerate(accumulate(len(segment.text) for segment in segments), start=1):
        if length >= limit:
            return segments[:place]
    return segments


class _Walked(NamedTuple):
    """What a walk found; see :class:`~cleannews.read.walk.Walker`."""

    segments: list[Segment]
    parents: list[int]
    tags: list[str]
    names: list[str]
    collector: Collector
    swallowing: str


def _walk_mended(source: str, raw: bytes) -> _Walked:
    """Parse a page, and once more for every element that swallowed its end."""
    walked = _walk_flat(source, raw)
    if "noframes" in walked.tags:
        source = prescan.open_element(source, "noframes")
        walked = _walk_flat(source)
    if walked.collector.noscript_chars >= _LEAST_CHARS and _shows_little(walked):
        source = prescan.open_element(source, "noscript")
        walked = _walk_flat(source)
    for _ in range(_REPAIRS):
        mended = prescan.close_element(source, walked.swallowing)
        if mended is None:
            break
        source = mended
        walked = _walk_flat(source)
    return walked


def _shows_little(walked: _Walked) -> bool:
    """Tell whether a page shows much less prose than its ``noscript`` holds, as one that a program draws."""
    shown = (len(each.text) for each in walked.segments if not each.hidden)
    return walked.collector.noscript_chars > _SHARE * sum(size for size in shown if size >= _PROSE_CHARS)


def _walk_flat(source: str, raw: bytes = b"") -> _Walked:
    """Parse a page; flatten it first where it is nested too deep."""
    with suppress(TooDeepError):
        return _walk(raw or source)
    for mend in (thin_wrappers, prescan.flatten):
        source = mend(source)
        with suppress(TooDeepError):
            return _walk(source)
    return _walk(prescan.flatten_all(source))


def _walk(source: str | bytes) -> _Walked:
    walker = Walker(Collector())
    try:
        if source and not source.isspace():
            # the size and depth limits of libxml2 protect a tree that is not built here
            encoding = "utf-8" if isinstance(source, bytes) else None
            parser = etree.HTMLParser(target=cast("Any", walker), huge_tree=True, encoding=encoding)
            for place in range(0, len(source), _CHUNK):
                parser.feed(source[place : place + _CHUNK])
            parser.close()
        return _Walked(
            walker.segments, walker.parents, walker.tags, walker.names, walker.collector, walker.swallowing
        )
    finally:
        # lxml holds parser and target in a circle: what waits for the garbage collector is to be small
        vars(walker).clear()


def paths(parents: list[int], tags: list[str]) -> tuple[str, ...]:
    """The path of each block element, counted among the block elements of the same name beside it.

    >>> paths([-1, 0, 1, 1], ["html", "body", "p", "p"])
    ('/html', '/html/body', '/html/body/p', '/html/body/p[2]')
    """
    found: list[str] = []
    counts: dict[str, int] = {}
    for parent, tag in zip(parents, tags, strict=True):
        path = f"{found[parent]}/{tag}" if parent >= 0 else f"/{tag}"
        if path in counts:
            counts[path] += 1
            found.append(f"{path}[{counts[path]}]")
        else:
            counts[path] = 1
            found.append(path)
    return tuple(found)
