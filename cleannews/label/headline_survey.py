"""A dump surveyed once for all of its lines: its prose, its dates, the line that may be its ``<title>``."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, compress
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.headline_dates import dated_and_stamped
from cleannews.label.headline_declared import TOKEN
from cleannews.label.headline_furniture import is_furniture, is_masthead
from cleannews.label.headline_tail import Tails, tails
from cleannews.label.masthead import SEPARATOR, squeeze
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cleannews.label.measures import Measures
    from cleannews.read.page import Page

MIN_WORDS, MAX_WORDS = 2, 40
"""Words of a headline; longer ones are paragraphs, a single one is a section's name."""
SHORT = 4
"""Words up to which a line is short."""
_TITLE_LINES = 3
"""Lines at the top of a dump that may be the page's ``<title>``."""
_ALIKE, ROW = (4, 24), 4
"""Words of a line that has the shape of a headline; lines before and behind one that are looked at."""
_BODY_WORDS = 25
"""A block of so many words that ends like a sentence is body text."""
_THEME_CHARS = 5_000
"""Characters of prose whose words are compared with a line's."""
_TITLE_CHARS, _FEED_CHARS = 500, 2_000

DATE_REACH = 5
"""Blocks behind a headline in which its byline and date stand."""
_MAX_PROSE_BEFORE = 0.4
"""Share of the page's prose before which the headline is looked for: consent notices stand there too."""
MIN_THEME_CHARS = 4
"""Shorter words are function words in most languages."""
_WORD = re.compile(r"\w+", re.ASCII)


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
    tails: Tails
    """The lines by their ends."""


def surveyed(page: Page, measures: Measures) -> Dump:
    """Survey a dump; of its first lines, the first one of two words or more may be the page's ``<title>``.

    A paragraph may not: it stands there if the headline is a single word. Nor may furniture, an item of a
    menu, or the paper's name above another line.
    """
    first = next((i for i, words in enumerate(measures.words[:_TITLE_LINES]) if words >= MIN_WORDS), -1)
    if first >= 0 and not _may_be_title(page, measures, first):
        first = -1
    return survey(page, measures, title_line=first)


def _may_be_title(page: Page, measures: Measures, index: int) -> bool:
    text, key, words = page.segments[index].text, measures.keys[index], measures.words
    if (index == 0 and names_feeds(page)) or page.segments[index].tag == "li":
        return False
    if is_prose(words[index], ended=measures.ended[index]) or is_furniture(text, key):
        return False
    below = words[index + 1 : index + 2]
    return not below or below[0] < MIN_WORDS or not is_masthead(text, key)


def survey(page: Page, measures: Measures, *, title_line: int) -> Dump:
    """Survey a dump once for all of its lines."""
    keys, prose = measures.keys, _prose(page, measures)
    reach = bisect_right(prose.before, _MAX_PROSE_BEFORE)
    places = range(len(keys))
    last = dict(zip(keys, places, strict=True))
    first = dict(zip(reversed(keys), reversed(places), strict=True))
    for found in (first, last):
        found.pop("", None)
    dated, stamped = dated_and_stamped(keys[: max(reach, title_line + 1) + DATE_REACH])
    return Dump(
        page=page,
        measures=measures,
        prose=prose,
        title=_title_line(page, title_line),
        reach=reach,
        dated=dated,
        stamped=stamped,
        short=[count <= SHORT for count in measures.words],
        alike=_alike(page, measures, len(dated)),
        first=first,
        last=last,
        tails=tails(keys, reach),
    )


def tokens(text: str) -> frozenset[str]:
    """The words of a text; in Chinese, Japanese and Korean its signs."""
    return frozenset((_WORD if text.isascii() else TOKEN).findall(text))


def is_prose(words: int, *, ended: bool) -> bool:
    """Whether a block of so many words is body text."""
    return words >= _BODY_WORDS and ended


def _prose(page: Page, measures: Measures) -> Prose:
    good = _words_of_prose(page, measures)
    places = list(compress(range(len(good)), good))
    total, blocks = max(1, sum(good)), max(1, len(places))
    before = [seen / total for seen in accumulate(good, initial=0)]
    behind = [(len(places) - seen) / blocks for seen in accumulate(map(bool, good))]
    following: list[int] = []
    for place in (*places, len(good)):
        following += [place] * (place + 1 - len(following))
    theme = tokens(" ".join([measures.keys[place] for place in places])[:_THEME_CHARS])
    return Prose(tuple(before[:-1]), tuple(behind), tuple(following[:-1]), theme)


def _words_of_prose(page: Page, measures: Measures) -> list[int]:
    """Count the words of the blocks of prose, of others none.

    Where a dump on one line is cut into sentences, a row of them is as good as a paragraph.
    """
    words = [count if ended else 0 for count, ended in zip(measures.words, measures.ended, strict=True)]
    good = [count if count >= _BODY_WORDS else 0 for count in words]
    if page.layout is not Layout.ONE_LINE:
        return good
    begin = 1  # the first one may be a headline that asks
    for index in range(1, len(words) + 1):
        if index == len(words) or words[index] < _SENTENCE_WORDS:
            if index - begin >= _SENTENCES and sum(words[begin:index]) >= _BODY_WORDS:
                good[begin:index] = words[begin:index]
            begin = index + 1
    return good


_SENTENCES, _SENTENCE_WORDS = 3, 5
"""Sentences in a row that are text, and words of the shortest."""


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
