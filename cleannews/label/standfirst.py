"""The standfirst: which of the blocks below the headline sums the article up."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from cleannews.label.stored import read_stored
from cleannews.labels import Kind, Label
from cleannews.read.elements import SUBHEADINGS
from cleannews.read.page import RUNNING, Join

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Context, Verdict

_REACH = 40
"""Blocks behind the headline: share bars and pictures may stand between it and the text."""

_WORDS = range(4, 81)
"""Of a standfirst that is called so; longest of those on fundus and snippets_dev: 83."""

_SHORT_WORDS = range(4, 46)
"""Of one that only its place tells; above, what stands before a date were paragraphs (WCXB)."""

_MOST = 2
"""Some sites set a summary and a deck."""

_LEVELS = 4
"""Names that speak for a block: of what is inside it, its own, and of two elements around it."""

_NEXT = 3
"""Blocks of the text behind it that must not stand in what names it."""

_DESCRIPTIONS = frozenset({"description", "og:description"})
_SAME_CHARS = 60
"""Characters that a block and the page's description have in common at the beginning; either may be cut."""

_HEADING_WORDS = 6
"""Of a heading that only its place tells; a shorter one is the first of the text ("About this guide")."""

_CANDIDATES = frozenset({Label.BODY, Label.SUBHEADING})


def standfirsts(context: Context, settled: Sequence[Verdict]) -> Iterator[Verdict]:
    """Find the standfirst among the kept blocks, before which the headline and behind which text must stand.

    Named by a class or id, else by its place: alone between headline and byline, or with the page's
    description in an element of its own. All of the 76 found on fundus were one, read by eye; its gold counts
    them as text.

    Args:
        context: The page.
        settled: What was settled of its blocks.

    Yields:
        What is to stand in the place of a block's verdict.
    """
    head = context.headline.block
    if head < 0 or context.page.layout in RUNNING:
        return
    texts = [verdict.index for verdict in settled[head + 1 : head + 1 + _REACH] if verdict.label.in_text]
    places = [place for place in texts[:_MOST] if settled[place].label in _CANDIDATES]
    if len(texts) < 2 or places[:1] != texts[:1]:  # noqa: PLR2004 - itself and what follows
        return
    named = list(_named(context, texts, places))
    for place, word in named:
        yield _told(settled[place], "standfirst_class", f"class {word!r}")
    evidence = None if named else _told_by_place(context, settled, texts)
    if evidence is not None:
        yield _told(settled[places[0]], "standfirst_place", evidence)


def _told(kept: Verdict, reason: str, evidence: str) -> Verdict:
    return kept._replace(label=Label.STANDFIRST, reason=reason, evidence=evidence)


def _named(context: Context, texts: Sequence[int], places: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The first kept blocks, each with the word for it, as long as a class or id names it.

    Nothing that follows may stand in what is called so.
    """
    others = {
        name for index in texts[_MOST : _MOST + _NEXT] or texts[1:] for name in names_around(context, index)
    }
    for place, behind in zip(places, texts[1:], strict=False):
        if not _may_be(context, place) or _is_joined(context, behind):
            return
        own = [name for name in islice(names_around(context, place), _LEVELS) if name not in others]
        word = next(filter(None, map(name_word, own)), None)
        if word is None or _is_heading_of(context, place, word):
            return
        yield place, word


def _may_be(context: Context, place: int) -> bool:
    """Tell whether a block is as long as one, and no heading over a list ("In brief:")."""
    return context.measures.words[place] in _WORDS and not context.page.segments[place].text.endswith(":")


def names_around(context: Context, index: int) -> Iterator[str]:
    """The classes and ids of a block and of all that it stands in, from the inside."""
    segment, containers = context.page.segments[index], context.page.containers
    yield segment.names
    yield from (containers.names[level] for level in containers.around(segment.container))


def _is_heading_of(context: Context, place: int, word: str) -> bool:
    """Tell whether a word is one of the heading itself: ids are made of headings."""
    return context.page.segments[place].tag in SUBHEADINGS and word in context.measures.keys[place]


def _is_joined(context: Context, index: int) -> bool:
    """Tell whether a block is a part of the paragraph before it."""
    return context.page.segments[index].join is not Join.NONE


_NAME = re.compile(r"[a-z]+")


@lru_cache(maxsize=4096)
def name_word(names: str) -> str | None:
    """Find the word among classes and ids that means a standfirst.

    >>> name_word("c-article__subtitle"), name_word("contentheaderdek-x1"), name_word("image-description")
    ('subtitle', 'contentheaderdek', None)
    """
    words, stems, foreign = _vocabulary()
    if not names or any(part in names for part in foreign):
        return None
    return next((word for word in _NAME.findall(names) if word in words or word.endswith(stems)), None)


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    stored = read_stored("standfirsts")
    return frozenset(stored["words"]), tuple(stored["stems"]), tuple(stored["foreign"])


def _told_by_place(context: Context, settled: Sequence[Verdict], texts: Sequence[int]) -> str | None:
    """What tells by its place that the first kept block is one."""
    place, behind = texts[:2]
    words, heads = context.measures.words[place], context.page.segments[place].tag in SUBHEADINGS
    if words not in _SHORT_WORDS or (heads and words < _HEADING_WORDS) or _is_joined(context, behind):
        return None
    if context.page.segments[place].text[0].islower():  # the rest of a line that was wrapped
        return None
    sign = _sign_behind(settled, context.headline.block, place, behind)
    apart = context.page.kind is Kind.TEXT or _is_apart(context, place, behind)
    if sign is not None and (apart or is_described(context, place)):
        return f"stands alone above the {sign.value}"
    if context.page.kind is Kind.HTML and apart and is_described(context, place):
        return "the page's description, in an element of its own"
    return None


def _sign_behind(settled: Sequence[Verdict], head: int, place: int, behind: int) -> Label | None:
    """The byline or date between a block and the text, if none stands between it and the headline."""
    before = {verdict.label for verdict in settled[head + 1 : place]}
    after = {verdict.label for verdict in settled[place + 1 : behind]}
    if Label.BYLINE in before:
        return None
    if Label.BYLINE in after:
        return Label.BYLINE
    return Label.DATELINE if Label.DATELINE in after - before else None


def _is_apart(context: Context, place: int, behind: int) -> bool:
    """Tell whether a block of an HTML page is of another kind than what follows, or stands elsewhere."""
    segments, (parents, _, names, _) = context.page.segments, context.page.containers
    here, there = segments[place].container, segments[behind].container
    if parents[here] == parents[there]:
        return segments[place].tag in SUBHEADINGS
    return (segments[place].tag, names[here]) != (segments[behind].tag, names[there])


def is_described(context: Context, place: int) -> bool:
    """Tell whether a block says what the page's description says."""
    start = context.page.segments[place].text[:_SAME_CHARS]
    metas = context.page.hints.metas
    return any(meta.name in _DESCRIPTIONS and meta.content.strip().startswith(start) for meta in metas)
