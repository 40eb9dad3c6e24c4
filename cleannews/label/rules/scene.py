"""What all rules look at: known lines, and where the prose lies (:mod:`cleannews.label.rules.survey`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleannews.labels import Label
from cleannews.read.page import Join

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Context
    from cleannews.label.lexicon import Lexicon
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

CUT_MARKS = ("…", "..", "…]", "..]", "…)", "..)")
"""Marks of a text that was cut off: a teaser's, not an article's."""

_EDGE = 3
"""Paragraphs at the beginning and at the end of the text among which notes of the site stand."""
_BESIDE = 8
"""Blocks before and behind the text among which they do: those farther off are no text anyway."""

_BEHIND = 12
"""Blocks behind the text among which notes, posts and polls stand that are known by their words."""


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
