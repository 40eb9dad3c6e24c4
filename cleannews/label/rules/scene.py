"""What all rules look at, found out once per page: known lines, and where the prose lies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import compress, repeat
from operator import ne
from typing import TYPE_CHECKING

from cleannews.label.departments import is_department
from cleannews.label.lexicon import EXACT_CHARS, Lexicon, load_lexicon, mask_digits
from cleannews.label.rules.counters import counters_start, lines_of_counters
from cleannews.labels import Kind, Label
from cleannews.read.letters import COLONS
from cleannews.read.page import Join

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Context
    from cleannews.label.measures import Measures
    from cleannews.read.page import Segment

_CAPITAL = "[A-ZÀ-ÞА-ЯІЇЄҐĂÂÎȘȚĄĆĘŁŃÓŚŹŻČĎĚŇŘŠŤŮŽŐŰİĞŞ]"
CASE_BORDER = re.compile(rf"(?<=[^\W\d_A-ZÀ-ÞА-Я])(?={_CAPITAL})|(?<=[A-Z])(?=[A-Z][a-z])")
"""Where a capital follows a small letter, or begins a word behind capitals: words ran together there."""

_BORDERED = re.compile(rf"{_CAPITAL}(?:(?<=[^\W\d_A-ZÀ-ÞА-Я].)|(?<=[A-Z]{{2}})(?=[a-z]))")
"""The same, for a search: it skips from capital to capital."""

PROSE_WORDS = 12
"""From this many words on, a block that ends like a sentence is seldom furniture."""

ITEM_WORDS = 4
"""Menu items and crumbs are short; from five words on headlines begin."""

_PROSE_LINKS = 0.5
"""Blocks more than half of which are links are menus or teasers however long they are."""

CUT_MARKS = ("…", "..", "…]", "..]", "…)", "..)")
"""Marks of a text that was cut off: a teaser's, not an article's."""

_LISTS = frozenset({Label.RELATED, Label.TAGS})
"""What follows a heading that ends in a colon."""

_REACH = 14
"""Blocks without prose that may interrupt an article: galleries, teasers, adverts."""

_EDGE = 3
"""Paragraphs at the beginning and at the end of the text among which notes of the site stand."""
_BESIDE = 8
"""Blocks before and behind the text among which they do: those farther off are no text anyway."""

_BEHIND = 12
"""Blocks behind the text among which notes, posts and polls stand that are known by their words."""

_TAIL_SHARE = 0.25
"""Prose behind a longer gap still belongs to the article if it is at least this share of all prose."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One page as the rules see it."""

    context: Context
    segments: Sequence[Segment]
    """The blocks of the page."""
    texts: Sequence[str]
    """Their texts."""
    measures: Measures
    """The measures of the blocks."""
    lexicon: Lexicon
    lines: tuple[Label | None, ...]
    """For each block what its whole line is by the lexicon."""
    firsts: tuple[str, ...]
    """For each block the first word of its key, a colon behind it cut off."""
    items: tuple[bool, ...]
    """Whether a block may be an item of a menu: a few words, no sentence, no phrase of another label."""
    numbered: tuple[int, ...]
    """Short blocks with a digit."""
    glued: Sequence[range]
    """The runs of blocks that were cut out of one run of characters."""
    prose: tuple[int, ...]
    """Blocks that read like an article's sentences, behind the headline, in order."""
    counters: tuple[int, ...]
    """Blocks of nothing but counters of comment systems."""
    start: int
    """First block of the main prose; the number of blocks if there is none."""
    end: int
    """Last block of the main prose; -1 if there is none."""
    scraped: int
    """First block of the counters of comment systems that a dump ends in; -1 if there are none."""

    @property
    def crude(self) -> bool:
        """Whether a dump shows its headline again and ends in a scraper's counters."""
        return self.scraped >= 0 and bool(self.context.headline.echoes)

    def is_lead(self, index: int) -> bool:
        """Tell whether a block is of the lead of a crude dump that an excerpt stands above."""
        opening = self.context.opening
        return opening is not None and index in opening.lead

    @property
    def comments(self) -> int:
        """First heading of readers' comments behind the main prose; the number of blocks if there is none."""
        return next((at for at in self.places(Label.COMMENTS) if at > self.end), len(self.lines))

    def places(self, label: Label) -> list[int]:
        """Return the blocks whose whole line is of a label."""
        return (
            [index for index, found in enumerate(self.lines) if found is label] if label in self.lines else []
        )

    def outside(self, index: int) -> bool:
        """Tell whether a block lies before or behind the main prose."""
        return index < self.start or index > self.end

    def behind(self) -> range:
        """Return the blocks closely behind the main prose."""
        return range(self.end + 1, min(self.end + 1 + _BEHIND, len(self.texts)))

    def reach(self) -> range:
        """Return the blocks of the main prose, those between them, and those closely behind."""
        return range(max(self.start, 0), min(self.end + _BEHIND, len(self.texts)))

    def inside(self, place: int, index: int, most: int) -> range:
        """Return the blocks behind one that stand in an element with it, so many at most."""
        containers, columns = self.context.page.containers, self.measures.columns.container
        stop = index + 1
        while stop < min(index + 1 + most, len(columns)) and place in containers.around(columns[stop]):
            stop += 1
        return range(index + 1, stop)

    def edges(self, words: range) -> Iterator[int]:
        """Yield the blocks of so many words around the first and last paragraphs, and beside the prose.

        The headline is none.
        """
        inside = [index for index in self.prose if self.start <= index <= self.end]
        if inside:
            first, last = inside[: _EDGE + 1][-1], inside[-_EDGE - 1 :][0]
            above = range(max(self.start - _BESIDE, 0), min(first, last))
            below = range(last, min(self.end + 1 + _BESIDE, len(self.texts)))
            for index in (*above, *below):
                if self.measures.words[index] in words and index != self.context.headline.block:
                    yield index


def survey(context: Context) -> Scene:
    """Find out once what all rules need."""
    lexicon, segments = load_lexicon(), context.page.segments
    keys = context.measures.keys
    masked = _masked(keys)
    firsts = tuple([key.partition(" ")[0].rstrip(":៖") for key in keys])
    columns = context.measures.columns
    lines = _lines(lexicon, columns.text, masked, firsts)
    prose = _prose(context, columns.text)
    start, end = _main_stretch(context.measures, prose, lines)
    numbered = tuple(compress(range(len(keys)), map(ne, masked, keys)))
    counters = lines_of_counters(columns.text, keys, numbered)
    return Scene(
        context=context,
        segments=segments,
        texts=columns.text,
        measures=context.measures,
        lexicon=lexicon,
        lines=lines,
        items=_items(context.measures, lines),
        firsts=firsts,
        numbered=numbered,
        counters=counters,
        glued=_glued_runs(columns.join),
        prose=prose,
        start=start,
        end=end,
        scraped=_scraped(context, lines, counters, start),
    )


def _scraped(context: Context, lines: Sequence[Label | None], counters: Sequence[int], start: int) -> int:
    """Where the counters begin that a dump ends in."""
    if context.page.kind is Kind.HTML or (Label.COMMENTS not in lines and not counters):
        return -1
    headings = [index for index, label in enumerate(lines) if label is Label.COMMENTS and index > start]
    behind = [index for index in counters if index > start]
    return counters_start(context.measures.columns.text, headings, behind)


def _lines(
    lexicon: Lexicon, texts: Sequence[str], masked: Sequence[str], firsts: Sequence[str]
) -> tuple[Label | None, ...]:
    """Look up all lines; "More from Sport", a department behind words for more, is found by its parts.

    A line that ends in a colon is also what is known to stand before a headline ("Read also:").
    """
    starts = lexicon.words["more_start"]
    found = list(map(lexicon.lines.get, masked))
    for index in [index for index, first in enumerate(firsts) if first in starts]:
        if found[index] is None and _offers_more(lexicon, masked[index]):
            found[index] = Label.RELATED
    for index in compress(range(len(texts)), map(str.endswith, texts, repeat(COLONS))):
        if found[index] is None:
            found[index] = _heading_of(lexicon, masked[index])
    return tuple(found)


def _heading_of(lexicon: Lexicon, key: str) -> Label | None:
    """What a line is that is nothing but an opener with its colon, if that is a heading of a list."""
    if len(key) > EXACT_CHARS:
        return None
    opener = lexicon.find_opener(f"{key}:")
    whole = opener is not None and opener.label in _LISTS and len(opener.text.rstrip(":")) == len(key)
    return opener.label if opener is not None and whole else None


def _offers_more(lexicon: Lexicon, key: str) -> bool:
    openers = [text for text in lexicon.words["more_from"] if key.startswith(f"{text} ")]
    return any(is_department(key[len(text) + 1 :]) for text in openers)


def _masked(keys: Sequence[str]) -> list[str]:
    """Mask the digits of all short keys in one go, which costs a tenth of one call a key; long ones stay."""
    short = [key if len(key) <= EXACT_CHARS and "\n" not in key else "" for key in keys]
    masked = mask_digits("\n".join(short)).split("\n")
    return [mask or key for mask, key in zip(masked, keys, strict=True)] if keys else []


def _items(measures: Measures, lines: Sequence[Label | None]) -> tuple[bool, ...]:
    navigation = Label.NAVIGATION  # looking a member up costs more than the comparison
    return tuple(
        [
            0 < words <= ITEM_WORDS and not ended and (label is None or label is navigation)
            for words, ended, label in zip(measures.words, measures.ended, lines, strict=True)
        ]
    )


def _prose(context: Context, texts: Sequence[str]) -> tuple[int, ...]:
    words, links = context.measures.words, context.measures.link_share
    first, echoes = context.headline.block + 1, context.headline.echoes
    return tuple(
        [
            index
            for index in compress(range(len(words)), context.measures.ended)
            if words[index] >= PROSE_WORDS
            and index >= first
            and index not in echoes
            and (links[index] or 0.0) < _PROSE_LINKS
            and not texts[index].endswith(CUT_MARKS)
        ]
    )


def _main_stretch(
    measures: Measures, prose: tuple[int, ...], lines: Sequence[Label | None]
) -> tuple[int, int]:
    """Cut off what follows the article: a little prose behind a long gap, excerpts of listed teasers."""
    if not prose:
        return len(measures.keys), -1
    rest = total = sum(measures.chars[index] for index in prose)
    end, excerpts = prose[0], _first_excerpt(measures, prose)
    for index in prose:
        if rest < _TAIL_SHARE * total:
            listed = excerpts <= index < prose[-1] and Label.RELATED in lines[end:index]
            if index - end > _REACH or listed:
                break
        end = index
        rest -= measures.chars[index]
    return prose[0], end


def _first_excerpt(measures: Measures, prose: tuple[int, ...]) -> int:
    """The block from which all prose may be excerpts of teasers: two or more short texts that stand apart."""
    first = len(prose)
    while first and measures.words[prose[first - 1]] <= _EXCERPT_WORDS:
        if first < len(prose) and prose[first] - prose[first - 1] == 1:
            break
        first -= 1
    return prose[first] if first < len(prose) - 1 else len(measures.keys)


_EXCERPT_WORDS = 40


def is_bordered(text: str) -> bool:
    """Tell whether words ran together in a text.

    >>> is_bordered("HomeNews"), is_bordered("BBCNews"), is_bordered("Home News")
    (True, True, False)
    """
    return _BORDERED.search(text) is not None


def runs(members: Sequence[bool], *, least: int) -> list[range]:
    """Find the stretches of at least ``least`` neighbours that are all members.

    >>> runs([True, True, False, True], least=2)
    [range(0, 2)]
    """
    found = []
    row = bytes((*members, False))  # bytes find the next border without a step a block
    begin = row.find(1)
    while begin >= 0:
        end = row.find(0, begin)
        if end - begin >= least:
            found.append(range(begin, end))
        begin = row.find(1, end)
    return found


def is_whole(scene: Scene, index: int) -> bool:
    """Tell whether a block was not cut out of a run of characters, where text may stand before a credit."""
    return all(segment.join is Join.NONE for segment in scene.segments[index : index + 2])


def _glued_runs(joins: Sequence[Join]) -> list[range]:
    here = Join.GLUED  # looking a member up costs more than the comparison
    if here not in joins:
        return []
    glued = [join is here for join in joins]
    return [range(found.start - 1, found.stop) for found in runs(glued, least=1) if found.start]
