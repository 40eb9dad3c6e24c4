"""The headline of a dump on one line: its beginning, the page's ``<title>``, as far as it stands again."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.headline_survey import MIN_THEME_CHARS, tokens
from cleannews.label.masthead import SEPARATOR
from cleannews.label.measures import count_words
from cleannews.read.echoes import SHORT_CJK, common_beginning
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cleannews.read.page import Page, Segment


class Run(NamedTuple):
    """A headline that stands at the beginning of a dump and again."""

    text: str
    copies: tuple[tuple[int, ...], ...]
    """The blocks that each copy consists of, those of the beginning first; copies inside of longer blocks
    are left out."""


_MAX_CHARS = 300
_SEED = 12
"""Characters by which the beginning is looked for."""
_MAX_PLACES = 12
_MIN_WORDS, _MAX_WORDS = 3, 40
_SURE_WORDS, _SURE_THEME = 5, 0.25
"""Where no sign tells that the title ends, menus look like one that stand twice. Of so many words, a quarter
of which the text takes up, 48 of 70 were the headline on the development corpora."""
_CLOSE = 3
"""Characters by which the length of a title without its suffix and that of a copy may differ."""
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u00a0": " "}
)
"""Signs that ``<title>`` and heading set differently; each stands for one other, so places stay."""
_ENDED = re.compile(r"\s{0,3}(?:[|:·•~/>›｜_-]|::|\|\||--)\s|\s{0,3}[|｜]")
_BULLET = re.compile(r"(?:^|\s)[*+•·›|>](?:\s|$)")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)[\s\d,–-]{0,20}$", re.IGNORECASE)
_RIGHTS_CHARS = 30
"""Behind "© 2024" the name of the site stands again."""
_EDGES = " -|:–—·•/>("


def repeated_head(page: Page, theme: Collection[str]) -> Run | None:
    """Find the headline of a dump on one line by its repetition.

    Args:
        page: The dump.
        theme: Words of its prose.

    Returns:
        The beginning as far as a later place repeats it; ``None`` if none does, if it reads like a menu, or
        in another layout.
    """
    if page.layout is not Layout.ONE_LINE or not page.segments:
        return None
    first = page.segments[0].start or 0
    head = page.source[first : first + _MAX_CHARS].translate(_SAME)
    copies = {place: _copied(page.source, head, place) for place in _places(page.source, first)}
    longest = max(copies.values(), default=0)
    size = _without_suffix(head, longest, copies.values())
    text = " ".join(page.source[first : first + size].split()).strip(_EDGES)
    ended = size < longest or _ENDED.match(head, size) is not None
    if not _is_title(text, theme, ended=ended):
        return None
    starts = [first, *(place for place, copied in copies.items() if copied >= size)]
    return Run(text, tuple(filter(None, (_within(page.segments, start, start + size) for start in starts))))


def _places(source: str, first: int) -> Iterator[int]:
    """Where the beginning of a dump starts again."""
    short = SHORT_CJK.match(source, first)
    seed = short[0][:_SEED] if short else source[first : first + _SEED]
    place = source.find(seed, first + len(seed))
    for _ in range(_MAX_PLACES):
        if place < 0:
            return
        legal = _RIGHTS.search(source, max(0, place - _RIGHTS_CHARS), place)
        if not source[place - 1].isalnum() and legal is None:
            yield place
        place = source.find(seed, place + len(seed))


def _copied(source: str, head: str, place: int) -> int:
    return common_beginning(head, source[place : place + _MAX_CHARS].translate(_SAME))


def _without_suffix(head: str, longest: int, sizes: Collection[int]) -> int:
    """The length of the beginning, without what stands behind its last sign if a copy ends there as well."""
    if _ENDED.match(head, longest):
        return longest
    borders = [match.start() for match in SEPARATOR.finditer(head[:longest]) if ":" not in match[0]]
    if borders and any(abs(size - borders[-1]) <= _CLOSE for size in sizes):
        return borders[-1]
    return longest


def _is_title(text: str, theme: Collection[str], *, ended: bool) -> bool:
    """Whether the beginning of a dump is a headline rather than the beginning of a menu."""
    words = count_words(text)
    if not _MIN_WORDS <= words <= _MAX_WORDS or _BULLET.search(text):
        return False
    if ended:
        return True
    telling = [word for word in tokens(text.casefold()) if len(word) >= MIN_THEME_CHARS or not word.isascii()]
    taken_up = sum(word in theme for word in telling)
    return words >= _SURE_WORDS and taken_up >= _SURE_THEME * max(1, len(telling))


def _within(segments: Sequence[Segment], start: int, end: int) -> tuple[int, ...]:
    """The blocks that lie in a stretch of the dump, if one begins where it does."""
    first = bisect_left(segments, start, key=_start_of)
    if first == len(segments) or segments[first].start != start:
        return ()
    behind = bisect_left(segments, end, key=_start_of)
    return tuple(index for index in range(first, behind) if (segments[index].end or 0) <= end)


def _start_of(segment: Segment) -> int:
    return segment.start or 0
