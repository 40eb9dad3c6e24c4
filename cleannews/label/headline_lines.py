"""What is known of each line of a dump that may be its headline: a glance, and what its words tell."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from cleannews.label.headline_survey import DATE_REACH, MAX_WORDS, MIN_THEME_CHARS, ROW, SHORT, tokens
from cleannews.label.headline_tail import COPIES, told
from cleannews.label.masthead import squeeze
from cleannews.label.measures import fold, likeness
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.label.headline_survey import Dump
    from cleannews.read.page import Page, Segment

_MOST_TAKEN = math.log1p(MAX_WORDS)
_THREE, _LONG, _VERY_LONG = 3, 18, 26
"""Words at which the features of length change."""
_SIZEABLE = (6, 15)
"""Words of most headlines."""
_HIGH_THEME = 0.75
"""Share of a headline's words that the text below takes up in most articles."""
_MENU_REACH = 6
"""Lines before a headline, which mostly belong to a menu, breadcrumbs and buttons."""
_STANDFIRST = 12
"""Words from which the block behind a headline may be its standfirst."""
_STAMP_REACH = 12
"""Lines between a headline below its date and the text; further above stands the day of the visit."""
_LIKE = 0.4
"""Share of words below which a line is no other form of the ``<title>`` line."""
_MIN_BEGUN, _BEGUN_REACH = 24, 3
"""Characters of a cut-off copy of a headline, and the lines above it among which one stands."""
_LYNX_WIDTH, _OFF_CENTRE, _MARGIN = 79, 2, 3
"""Columns of a lynx dump, twice those by which a centred line may be off its middle, and its left margin."""
_FEED_WORDS = 3
"""Words of a headline that the name of a feed begins with; fewer may be a section's name."""
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"https?:|www\.|@")
_NUMBERED = re.compile(r"(?:#\s?)?\d{1,3}[.):]\s|[A-D][.)]\s|[•▪▶►–—-]\s")
_DASHES = ("- ", "– ", "— ")
_SIGN = re.compile(r"[>›»/|]")
_CRUMBS = re.compile(r"\s[>›»/|]\s[^>›»/|]{1,60}\s[>›»/|]\s|\S>\S")
_CREDITS = (
    "foto|photo|photograph|picture|image|bild|quelle|credit|crédit|getty|reuters|afp|dpa|archiv|symbolbild"
)
_CREDIT = re.compile(rf"©|(?:{_CREDITS})\b", re.IGNORECASE)
_CJK_MENU = re.compile(r"(?:[\u3400-\u9fff]{1,7} ){4,30}[\u3400-\u9fff]{1,7}")
_CREDIT_WORDS = frozenset(_CREDITS.split("|"))


def glance(dump: Dump, index: int, text: str, stop: int) -> tuple[float, ...]:
    """What a glance tells of a line, in the order of :data:`~cleannews.label.headline_weights.GLANCED`.

    Args:
        dump: The surveyed dump.
        index: The block in which the line begins.
        text: The line, put together again if the width of the dump broke it.
        stop: Index behind its last block.
    """
    count, segment = dump.measures.words[index], dump.page.segments[index]
    whole = count if stop == index + 1 else len(text.split())
    return (
        float(count <= SHORT),
        float(count <= _THREE),
        float(count > _LONG),
        float(whole > _VERY_LONG),
        float(segment.tag == "li"),
        float(segment.tag == "h1"),
        float(dump.page.layout is Layout.WRAPPED and segment.indent == 0),
        float(text.endswith((".", "。", ":", "…", ","))),
        float(_SIZEABLE[0] <= count <= _SIZEABLE[1]),
        float(":" in text[:-1]),
        *_by_place(dump, index),
        float(_is_centred(dump.page, segment)),
        *_by_others(dump, index, text, stop),
    )


def _by_others(dump: Dump, index: int, text: str, stop: int) -> tuple[float, ...]:
    """What lines that end in a line tell of it, and the one above it.

    A few words are a section as often as a headline, and what no prose stands behind is a teaser.
    """
    keys = dump.measures.keys
    key = keys[index] if stop == index + 1 else fold(text)
    known, above = told(keys, dump.tails, key, range(index, stop)), dump.prose.behind[index] > 0
    enough = above and dump.measures.words[index] > _THREE
    return (
        float(enough and known.path),
        float(enough and known.held),
        float(above and known.copied and dump.title.block not in range(index - COPIES, index)),
        float(known.commented),
        float(above and _is_below_stamp(dump, index)),
        float(not text.isascii() and _CJK_MENU.fullmatch(text) is not None),
    )


def _is_below_stamp(dump: Dump, index: int) -> bool:
    """Whether a date stands above a line, and no headline above that: the line may be its standfirst."""
    if not index or not dump.stamped[index - 1] or dump.prose.following[index] - index > _STAMP_REACH:
        return False
    above, words = range(max(0, index - ROW), index - 1), dump.measures.words
    return not any(dump.alike[place] for place in above) and all(
        words[place] < _THREE for place in above[-2:]
    )


def _by_place(dump: Dump, index: int) -> tuple[float, ...]:
    prose, counts, segments = dump.prose, dump.measures.words, dump.page.segments
    key, after = dump.measures.keys[index], index + 1
    first, last = dump.first.get(key, index), after == len(counts)
    return (
        math.log1p(prose.following[index] - index),
        prose.before[index],
        float(prose.before[index] == 0),
        float(True in dump.dated[after : after + 1]),
        float(True in dump.dated[after : after + DATE_REACH]),
        float(dump.dated[index]),
        float(dump.last.get(key, index) > index),
        float((first < index and first != dump.title.block) or _is_begun(dump.measures.keys, index)),
        float(index == dump.title.block),
        float(segments[index].gap > 0 and (last or segments[after].gap != 0)),
        float(not last and counts[after] > max(_STANDFIRST, counts[index])),
        sum(dump.short[max(0, index - _MENU_REACH) : index]) / _MENU_REACH,
        float(dump.stamped[index]),
        float(True in dump.stamped[after : after + DATE_REACH]),
        float(segments[index].text[:1].islower()),
        float(_ADDRESS.search(key) is not None),
        prose.behind[index],
        sum(dump.alike[after : after + ROW]) / ROW,
        sum(dump.alike[max(0, index - ROW) : index]) / ROW,
    )


def _is_begun(keys: Sequence[str], index: int) -> bool:
    """Whether a line directly above is the cut-off beginning of a line: the end of its path, wrapped."""
    key = keys[index]
    if len(key) <= _MIN_BEGUN:
        return False
    above = keys[max(0, index - _BEGUN_REACH) : index]
    return any(_MIN_BEGUN <= len(other) < len(key) and key.startswith(other) for other in above)


def _is_centred(page: Page, segment: Segment) -> bool:
    """Whether a line stands in the middle of the page, as lynx sets headlines of the first level."""
    if segment.indent <= _MARGIN or page.layout is not Layout.WRAPPED or segment.tag:
        return False
    first = segment.raw.partition("\n")[0]
    return abs(2 * segment.indent + len(first) - _LYNX_WIDTH) <= _OFF_CENTRE


def read(dump: Dump, index: int, text: str) -> tuple[float, ...]:
    """What the words of a line tell, in the order of :data:`~cleannews.label.headline_weights.READ`.

    Arguments as for :func:`glance`.
    """
    title, key, words = dump.title, dump.measures.keys[index], tokens(text.casefold())
    credited = "©" in text or not words.isdisjoint(_CREDIT_WORDS)
    telling = [word for word in words if len(word) >= MIN_THEME_CHARS or not word.isascii()]
    taken_up = len(dump.prose.theme.intersection(telling))
    echo = dump.first.get(key, index) == title.block != index
    alike = 0.0
    if title.block not in {-1, index}:
        alike = likeness(words, title.words)
    return (
        float(_NUMBERED.match(text) is not None and not _is_lone_dash(dump, index, text)),
        float(credited),
        float(credited and _CREDIT.match(text) is not None),
        len(_DIGIT.findall(key)) / max(1, len(key)),
        float(_SIGN.search(text) is not None and _CRUMBS.search(text) is not None),
        taken_up / max(1, len(telling)),
        float(echo or _is_declared(dump, text) or opens_title(dump, index, text)),
        alike if alike > _LIKE else 0.0,
        float(taken_up >= _HIGH_THEME * len(telling) > 2 * _HIGH_THEME),
        math.log1p(taken_up) / _MOST_TAKEN,
    )


def _is_lone_dash(dump: Dump, index: int, text: str) -> bool:
    """Whether a line opens with a dash and its neighbours do not: it quotes, as Nordic headlines do."""
    segments, dash = dump.page.segments, text[:2]
    around = (*segments[max(0, index - 1) : index], *segments[index + 1 : index + 2])
    return dash in _DASHES and not any(segment.text.startswith(dash) for segment in around)


def _is_declared(dump: Dump, text: str) -> bool:
    """Whether a line is the ``<title>`` line without a part, or what a feed is of."""
    title = dump.title
    bare = squeeze(text) if title.stems or title.feeds else ""
    if bare in title.stems:
        return bool(bare)
    return any(feed.startswith(bare) for feed in title.feeds) and len(text.split()) >= _FEED_WORDS


def opens_title(dump: Dump, index: int, text: str) -> bool:
    """Whether the ``<title>`` line opens with the short line before a line, its kicker, and with the line."""
    if not 0 <= dump.title.block < index - 1 or not dump.short[index - 1]:
        return False
    kicker = squeeze(dump.page.segments[index - 1].text)
    return (
        bool(kicker)
        and dump.title.bare.startswith(kicker)
        and dump.title.bare.startswith(kicker + squeeze(text))
    )
