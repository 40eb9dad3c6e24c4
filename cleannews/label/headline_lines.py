"""What is known of each line of a dump that may be its headline, and how much it weighs."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from itertools import accumulate, compress
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.headline_dates import dated_and_stamped
from cleannews.label.masthead import SEPARATOR, squeeze
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cleannews.label.measures import Measures
    from cleannews.read.page import Page, Segment

GLANCED = {
    "short": -0.55,
    "three_words": -0.39,
    "long": -1.38,
    "very_long": -1.33,
    "bullet": -0.19,
    "heading": 4.58,
    "outdented": 2.58,
    "full_stop": -2.33,
    "sizeable": 0.41,
    "colon": 0.38,
    "distance": -0.09,
    "prose_before": -5.85,
    "prose_first": 1.12,
    "dated_next": 0.5,
    "dated_soon": 0.67,
    "dated": 0.75,
    "seen_later": 0.43,
    "seen_before": 0.63,
    "title_line": 2.29,
    "lone": 1.77,
    "standfirst_next": 0.46,
    "menu_before": 1.89,
    "stamped": -1.82,
    "stamped_soon": 1.11,
    "small_letter": -0.95,
    "address": -1.87,
    "prose_behind": 5.11,
    "alike_behind": -0.82,
    "alike_before": -0.8,
    "centred": 2.9,
}
"""What a glance tells of a line."""

READ = {
    "numbered": -1.34,
    "credit": -2.29,
    "pure_credit": -1.04,
    "digits": -1.62,
    "crumbs": -4.1,
    "theme": 1.9,
    "of_title_line": 2.24,
    "like_title_line": 2.12,
    "theme_high": -0.05,
    "theme_words": 3.45,
}
"""What its words tell."""

WEIGHTS = GLANCED | READ
"""What is known of a line, and how much it weighs.

A conditional logit (McFadden 1974: which line of a page is chosen, given all of them) fitted on 5,315
dumps of three development corpora in nine layouts, L2 0.003; where no line shows the gold title, the one that
the page's HTML gives counts as right. ``centred`` was added to the others as they were: fitted with them all
it is 2.9. On held-out sites the right line comes first in 0.75 to 0.79 of the
dumps in blocks or lines that begin with the page's ``<title>`` (oracle 0.93) and in 0.66 to 0.77 of those
that do not (inscriptis, lynx; oracle 0.90). Where it does not, the gold title is often another than the one
that is shown.
"""


MIN_WORDS, MAX_WORDS = 2, 40
"""Words of a headline; longer ones are paragraphs, a single one is a section's name."""
_MOST_TAKEN = math.log1p(MAX_WORDS)
_SHORT, _THREE, _LONG, _VERY_LONG = 4, 3, 18, 26
"""Words at which the features of length change."""
_SIZEABLE = (6, 15)
"""Words of most headlines."""
_HIGH_THEME = 0.75
"""Share of a headline's words that the text below takes up in most articles."""
_ALIKE, _ROW = (4, 24), 4
"""Words of a line that has the shape of a headline; lines before and behind one that are looked at."""
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
_TITLE_CHARS, _FEED_CHARS = 500, 2_000
_MIN_BEGUN, _BEGUN_REACH = 24, 3
"""Characters of a cut-off copy of a headline, and the lines above it among which one stands."""
_LYNX_WIDTH, _OFF_CENTRE, _MARGIN = 79, 2, 3
"""Columns of a lynx dump, twice those by which a centred line may be off its middle, and its left margin."""
_FEED_WORDS = 3
"""Words of a headline that the name of a feed begins with; fewer may be a section's name."""
_DATE_REACH = 5
"""Blocks behind a headline in which its byline and date stand."""
_MAX_PROSE_BEFORE = 0.4
"""Share of the page's prose before which the headline is looked for: consent notices stand there too."""
MIN_THEME_CHARS = 4
"""Shorter words are function words in most languages."""

_WORD = re.compile(r"\w+", re.ASCII)
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"https?:|www\.|@")
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
    behind: tuple[float, ...]
    """For each block the share of the page's blocks of prose that stand behind it."""
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
    bare: str = ""
    """All of it, squeezed."""
    feeds: tuple[str, ...] = ()
    """What the page's feeds are of, squeezed: sections, or the article with "Comments Feed" behind it."""


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
    stamped: Sequence[bool]
    """The same, whether it tells a whole day, a time of day or a lapse of time."""
    short: Sequence[bool]
    """For each block whether it has few words."""
    alike: Sequence[bool]
    """For each block that is looked at, whether it has the shape of a headline: teasers have it in a row."""
    first: Mapping[str, int]
    """Folded line -> its first place."""
    last: Mapping[str, int]


def survey(page: Page, measures: Measures, *, title_line: int) -> Dump:
    """Survey a dump once for all of its lines."""
    keys, prose = measures.keys, _prose(measures)
    reach = bisect_right(prose.before, _MAX_PROSE_BEFORE)
    places = range(len(keys))
    last = dict(zip(keys, places, strict=True))
    first = dict(zip(reversed(keys), reversed(places), strict=True))
    for found in (first, last):
        found.pop("", None)
    dated, stamped = dated_and_stamped(keys[: max(reach, title_line + 1) + _DATE_REACH])
    return Dump(
        page=page,
        measures=measures,
        prose=prose,
        title=_title_line(page, title_line),
        reach=reach,
        dated=dated,
        stamped=stamped,
        short=[count <= _SHORT for count in measures.words],
        alike=_alike(page, measures, len(dated)),
        first=first,
        last=last,
    )


def weigh(features: Sequence[float]) -> float:
    """The weight of the features known; rounded so that ties do not hang on the machine."""
    return round(float(sum(map(mul, _WEIGHTS, features))), 6)


_WEIGHTS = tuple(WEIGHTS.values())
MOST_READ = sum(max(0.0, weight) for weight in READ.values())
"""Weight that the words of a line can add at most."""


def glance(dump: Dump, index: int, text: str, stop: int) -> tuple[float, ...]:
    """What a glance tells of a line, in the order of :data:`GLANCED`.

    Args:
        dump: The surveyed dump.
        index: The block in which the line begins.
        text: The line, put together again if the width of the dump broke it.
        stop: Index behind its last block.
    """
    count, segment = dump.measures.words[index], dump.page.segments[index]
    whole = count if stop == index + 1 else len(text.split())
    return (
        float(count <= _SHORT),
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
        float((first < index and first != dump.title.block) or _is_begun(dump.measures.keys, index)),
        float(index == dump.title.block),
        float(segments[index].gap > 0 and (last or segments[after].gap != 0)),
        float(not last and counts[after] > max(_STANDFIRST, counts[index])),
        sum(dump.short[max(0, index - _MENU_REACH) : index]) / _MENU_REACH,
        float(dump.stamped[index]),
        float(True in dump.stamped[after : after + _DATE_REACH]),
        float(segments[index].text[:1].islower()),
        float(_ADDRESS.search(key) is not None),
        prose.behind[index],
        sum(dump.alike[after : after + _ROW]) / _ROW,
        sum(dump.alike[max(0, index - _ROW) : index]) / _ROW,
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
    """What the words of a line tell, in the order of :data:`READ`; arguments as for :func:`glance`."""
    title, key, words = dump.title, dump.measures.keys[index], tokens(text.casefold())
    credited = "©" in text or not words.isdisjoint(_CREDIT_WORDS)
    telling = [word for word in words if len(word) >= MIN_THEME_CHARS or not word.isascii()]
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
        float(echo or _is_declared(dump, text) or opens_title(dump, index, text)),
        likeness if likeness > _LIKE else 0.0,
        float(taken_up >= _HIGH_THEME * len(telling) > 2 * _HIGH_THEME),
        math.log1p(taken_up) / _MOST_TAKEN,
    )


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


def tokens(text: str) -> frozenset[str]:
    """The words of a text; in Chinese, Japanese and Korean its signs."""
    return frozenset((_WORD if text.isascii() else _TOKEN).findall(text))


def is_prose(words: int, *, ended: bool) -> bool:
    """Whether a block of so many words is body text."""
    return words >= _BODY_WORDS and ended


def _prose(measures: Measures) -> Prose:
    good = [
        count if ended and count >= _BODY_WORDS else 0
        for count, ended in zip(measures.words, measures.ended, strict=True)
    ]
    places = list(compress(range(len(good)), good))
    total, blocks = max(1, sum(good)), max(1, len(places))
    before = [seen / total for seen in accumulate(good, initial=0)]
    behind = [(len(places) - seen) / blocks for seen in accumulate(map(bool, good))]
    following: list[int] = []
    for place in (*places, len(good)):
        following += [place] * (place + 1 - len(following))
    theme = tokens(" ".join([measures.keys[place] for place in places])[:_THEME_CHARS])
    return Prose(tuple(before[:-1]), tuple(behind), tuple(following[:-1]), theme)


def _alike(page: Page, measures: Measures, size: int) -> list[bool]:
    """Which of the first blocks have the shape of a headline: some words, no sentence."""
    return [
        _ALIKE[0] <= count <= _ALIKE[1] and not ended and not segment.text.endswith((".", "…", "。"))
        for count, ended, segment in zip(
            measures.words[:size], measures.ended[:size], page.segments[:size], strict=True
        )
    ]


def names_feeds(page: Page) -> bool:
    """Whether a dump opens with the line in which lynx names what the page links to: its feeds, its site.

    The line is indented as paragraphs are; a headline that begins with a hashtag is not, nor is "»" in it.
    """
    if not page.segments or not page.segments[0].text.startswith("#"):
        return False
    first = page.segments[0]
    return " » " in first.text or (page.layout is Layout.WRAPPED and first.indent > 0)


def _feeds(page: Page) -> tuple[str, ...]:
    """What the feeds of a lynx dump are of: "#Post » Feed Post » Rain stops the ferry Comments Feed".

    On 26 of 28 such dumps of the development corpora that name a line that may be the headline it was it.
    """
    if not names_feeds(page):
        return ()
    return tuple(map(squeeze, page.segments[0].text[:_FEED_CHARS].split("»")[1:]))


def _title_line(page: Page, index: int) -> TitleLine:
    if index < 0:
        return TitleLine(-1, frozenset(), frozenset(), feeds=_feeds(page))
    text = page.segments[index].text[:_TITLE_CHARS]
    borders = [match.span() for match in SEPARATOR.finditer(text)]
    stems = {squeeze(stem) for start, end in borders for stem in (text[:start], text[end:])}
    return TitleLine(index, tokens(text.casefold()), frozenset(stems - {""}), squeeze(text), _feeds(page))
