"""What is known of each line of a dump that may be its headline, and how much it weighs."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from itertools import accumulate
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.masthead import SEPARATOR, squeeze
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cleannews.label.measures import Measures
    from cleannews.read.page import Page

GLANCED = {
    "short": -0.92,
    "three_words": -1.04,
    "long": -0.63,
    "very_long": -0.93,
    "bullet": 0.07,
    "heading": 2.75,
    "outdented": 1.57,
    "full_stop": -2.46,
    "sizeable": 0.51,
    "colon": 0.89,
    "distance": -0.11,
    "prose_before": -1.21,
    "prose_first": 2.47,
    "dated_next": -0.19,
    "dated_soon": 1.84,
    "dated": 0.44,
    "seen_later": 0.23,
    "seen_before": 0.61,
    "title_line": 1.32,
    "lone": 2.24,
    "standfirst_next": 0.48,
    "menu_before": 2.73,
}
"""What a glance tells of a line."""

READ = {
    "numbered": -0.14,
    "credit": -1.04,
    "pure_credit": -0.42,
    "digits": -0.49,
    "crumbs": -0.94,
    "theme": 2.28,
    "of_title_line": 1.67,
    "like_title_line": 2.73,
    "theme_high": 0.53,
}
"""What its words tell."""

WEIGHTS = GLANCED | READ
"""What is known of a line, and how much it weighs.

A conditional logit (McFadden 1974: which line of a page is chosen, given all of them) fitted on 1,484
dumps of three development corpora in seven layouts, L2 0.003. On held-out sites the right line comes
first in 0.85 of the dumps that begin with the page's ``<title>`` (oracle 0.97) and in 0.76 of those that do
not (inscriptis, lynx; oracle 0.95). Where it does not, the gold title is often another than the shown one.
"""


MIN_WORDS, MAX_WORDS = 2, 40
"""Words of a headline; longer ones are paragraphs, a single one is a section's name."""
_SHORT, _THREE, _LONG, _VERY_LONG = 4, 3, 18, 26
"""Words at which the features of length change."""
_SIZEABLE = (6, 15)
"""Words of most headlines."""
_HIGH_THEME = 0.75
"""Share of a headline's words that the text below takes up in most articles."""
_MENU_REACH = 6
"""Lines before a headline, which mostly belong to a menu, breadcrumbs and buttons."""
_STANDFIRST = 12
"""Words from which the block behind a headline may be its standfirst."""
_BODY_WORDS = 25
"""A block of so many words that ends like a sentence is body text."""
_THEME_CHARS = 5_000
"""Characters of prose whose words are compared with a line's."""
_LIKE = 0.4
"""Share of words below which a line is no other form of the ``<title>`` line."""
_TITLE_CHARS = 500
_DATE_CHARS = 120
_DATE_REACH = 5
"""Blocks behind a headline in which its byline and date stand."""
_MAX_PROSE_BEFORE = 0.4
"""Share of the page's prose before which the headline is looked for: consent notices stand there too."""
_MIN_THEME_CHARS = 4
"""Shorter words are function words in most languages."""

_WORD = re.compile(r"\w+", re.ASCII)
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
_DATED = re.compile(r"(?:19|20)\d\d\b|\d[.:h]\d\d\b|年\d|\b(?:ago|hace|vor|il y a)\b")
_DIGIT = re.compile(r"\d")
_BY = re.compile(r"(?:by|von|par|por|di|door|av|af|autor|text|автор|oleh|yazan|文|記者)\b")
_NUMBERED = re.compile(r"(?:#\s?)?\d{1,3}[.):]\s|[A-D][.)]\s|[•▪▶►–—-]\s")
_SIGN = re.compile(r"[>›»/|]")
_CRUMBS = re.compile(r"\s[>›»/|]\s[^>›»/|]{1,60}\s[>›»/|]\s|\S>\S")
_CREDITS = (
    "foto|photo|photograph|picture|image|bild|quelle|credit|crédit|getty|reuters|afp|dpa|archiv|symbolbild"
)
_CREDIT = re.compile(rf"©|(?:{_CREDITS})\b", re.IGNORECASE)
_CREDIT_WORDS = frozenset(_CREDITS.split("|"))


class Prose(NamedTuple):
    """Where the sentences of a page stand."""

    before: tuple[float, ...]
    """For each block the share of the page's prose that stands before it."""
    following: tuple[int, ...]
    """For each block the index of the next block of prose, itself included; else the block count."""
    theme: frozenset[str]
    """Words of the prose."""


class TitleLine(NamedTuple):
    """The line at the top of a dump that may be the page's ``<title>``."""

    block: int
    """-1 if there is none."""
    words: frozenset[str]
    stems: frozenset[str]
    """What is left of it, squeezed, if a part before or behind a sign is cut."""


class Dump(NamedTuple):
    """One dump with all that its lines are judged by."""

    page: Page
    measures: Measures
    prose: Prose
    title: TitleLine
    reach: int
    """Index behind the last line that may be the headline: much prose stands before all others."""
    dated: Sequence[bool]
    """For each block within reach, and for those behind it that are looked at, whether it reads like a byline
    or a date."""
    short: Sequence[bool]
    """For each block whether it has few words."""
    first: Mapping[str, int]
    """Folded line -> its first place."""
    last: Mapping[str, int]


def survey(page: Page, measures: Measures, *, title_line: int) -> Dump:
    """Survey a dump once for all of its lines."""
    keys, prose = measures.keys, _prose(measures)
    reach = bisect_right(prose.before, _MAX_PROSE_BEFORE)
    last = {key: index for index, key in enumerate(keys) if key}
    first = {
        key: index for index, key in zip(range(len(keys) - 1, -1, -1), reversed(keys), strict=True) if key
    }
    return Dump(
        page=page,
        measures=measures,
        prose=prose,
        title=_title_line(page, title_line),
        reach=reach,
        dated=[_is_dated(key) for key in keys[: max(reach, title_line + 1) + _DATE_REACH]],
        short=[count <= _SHORT for count in measures.words],
        first=first,
        last=last,
    )


def weigh(features: Sequence[float]) -> float:
    """The weight of the features known; rounded so that ties do not hang on the machine."""
    return round(float(sum(map(mul, _WEIGHTS, features))), 6)


_WEIGHTS = tuple(WEIGHTS.values())
MOST_READ = sum(max(0.0, weight) for weight in READ.values())
"""Weight that the words of a line can add at most."""


def glance(dump: Dump, index: int, text: str) -> tuple[float, ...]:
    """What a glance tells of a line, in the order of :data:`GLANCED`.

    Args:
        dump: The surveyed dump.
        index: The block in which the line begins.
        text: The line, put together again if the width of the dump broke it.
    """
    count, segment = dump.measures.words[index], dump.page.segments[index]
    return (
        float(count <= _SHORT),
        float(count <= _THREE),
        float(count > _LONG),
        float(count > _VERY_LONG),
        float(segment.tag == "li"),
        float(segment.tag == "h1"),
        float(dump.page.layout is Layout.WRAPPED and segment.indent == 0),
        float(text.endswith((".", "。", ":", "…", ","))),
        float(_SIZEABLE[0] <= count <= _SIZEABLE[1]),
        float(":" in text[:-1]),
        *_by_place(dump, index),
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
        float(True in dump.dated[after : after + _DATE_REACH]),
        float(dump.dated[index]),
        float(dump.last.get(key, index) > index),
        float(first < index and first != dump.title.block),
        float(index == dump.title.block),
        float(segments[index].gap > 0 and (last or segments[after].gap != 0)),
        float(not last and counts[after] > max(_STANDFIRST, counts[index])),
        sum(dump.short[max(0, index - _MENU_REACH) : index]) / _MENU_REACH,
    )


def read(dump: Dump, index: int, text: str) -> tuple[float, ...]:
    """What the words of a line tell, in the order of :data:`READ`; arguments as for :func:`glance`."""
    title, key, words = dump.title, dump.measures.keys[index], tokens(text.casefold())
    credited = "©" in text or not words.isdisjoint(_CREDIT_WORDS)
    telling = [word for word in words if len(word) >= _MIN_THEME_CHARS or not word.isascii()]
    taken_up = len(dump.prose.theme.intersection(telling))
    echo = dump.first.get(key, index) == title.block != index
    likeness = 0.0
    if title.block not in {-1, index}:
        likeness = 2 * len(words & title.words) / max(1, len(words) + len(title.words))
    return (
        float(_NUMBERED.match(text) is not None),
        float(credited),
        float(credited and _CREDIT.match(text) is not None),
        len(_DIGIT.findall(key)) / max(1, len(key)),
        float(_SIGN.search(text) is not None and _CRUMBS.search(text) is not None),
        taken_up / max(1, len(telling)),
        float(echo or (bool(title.stems) and squeeze(text) in title.stems)),
        likeness if likeness > _LIKE else 0.0,
        float(taken_up >= _HIGH_THEME * len(telling) > 2 * _HIGH_THEME),
    )


def tokens(text: str) -> frozenset[str]:
    """The words of a text; in Chinese, Japanese and Korean its signs."""
    return frozenset((_WORD if text.isascii() else _TOKEN).findall(text))


def _prose(measures: Measures) -> Prose:
    good = [
        count if count >= _BODY_WORDS and ended else 0
        for count, ended in zip(measures.words, measures.ended, strict=True)
    ]
    total = max(1, sum(good))
    before = [seen / total for seen in accumulate(good, initial=0)]
    following, place = [], len(good)
    for index in range(len(good) - 1, -1, -1):
        place = index if good[index] else place
        following.append(place)
    text = " ".join([key for key, count in zip(measures.keys, good, strict=True) if count])
    return Prose(tuple(before[:-1]), tuple(reversed(following)), tokens(text[:_THEME_CHARS]))


def _title_line(page: Page, index: int) -> TitleLine:
    if index < 0:
        return TitleLine(-1, frozenset(), frozenset())
    text = page.segments[index].text[:_TITLE_CHARS]
    borders = [match.span() for match in SEPARATOR.finditer(text)]
    stems = {squeeze(stem) for start, end in borders for stem in (text[:start], text[end:])}
    return TitleLine(index, tokens(text.casefold()), frozenset(stems - {""}))


def _is_dated(key: str) -> bool:
    """Whether a short line tells a year, a time of day, or opens like a byline."""
    if len(key) >= _DATE_CHARS:
        return False
    if _DIGIT.search(key) is None:
        return _BY.match(key) is not None
    return _DATED.search(key) is not None or _BY.match(key) is not None
