"""The HTML front end: a page's source in, its blocks and hints out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from cleannews.labels import Kind
from cleannews.read.hints import Collector
from cleannews.read.page import Containers, Page
from cleannews.read.walk import Walker

if TYPE_CHECKING:
    from cleannews.read.page import Limits


def read_html(source: str, limits: Limits) -> Page:
    """Read an HTML page.

    Args:
        source: The decoded page.
        limits: How much of it is worked on.

    Returns:
        The page; text nodes of its repaired tree that are no head, script, style or comment are in its
        segments, hidden ones included.
    """
    walker, collector = _walk(source)
    segments = tuple(walker.segments[: limits.blocks])
    containers = Containers(
        tuple(walker.parents), tuple(walker.tags), tuple(walker.names), paths(walker.parents, walker.tags)
    )
    return Page(Kind.HTML, source, segments, containers, collector.finish(len(segments)))


def _walk(source: str) -> tuple[Walker, Collector]:
    collector = Collector()
    walker = Walker(collector)
    parser = etree.HTMLParser(target=walker, huge_tree=True)
    if source and not source.isspace():
        etree.fromstring(source, parser=parser)
    return walker, collector


def paths(parents: list[int], tags: list[str]) -> tuple[str, ...]:
    """The path of each block element, counted among the block elements of the same name beside it.

    >>> paths([-1, 0, 1, 1], ["html", "body", "p", "p"])
    ('/html', '/html/body', '/html/body/p', '/html/body/p[2]')
    """
    found: list[str] = []
    counts: dict[tuple[int, str], int] = {}
    for parent, tag in zip(parents, tags, strict=True):
        key = (parent, tag)
        count = counts.get(key, 0) + 1
        counts[key] = count
        path = f"{found[parent]}/{tag}" if parent >= 0 else f"/{tag}"
        found.append(path if count == 1 else f"{path}[{count}]")
    return tuple(found)
