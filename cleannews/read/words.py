"""The words of a dump, and how it writes them.

Each word is noted as one letter, its shape, so that a regular expression over the shapes finds the few places
where a closer look is worth while.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from cleannews.read.letters import CJK_SIGN
from cleannews.read.sentences import bare, ends_sentence

SMALL, SMALL_LAST, SMALL_ODD = "slo"
"""Begins with a small letter: an ordinary word; one that can end a sentence; ``p.m.``, or with a bracket."""

LARGE, LARGE_OPENS, LARGE_ODD = "LSO"
"""Begins with another letter: an ordinary word, perhaps a comma behind it; one that is also written small, so
that it may open a sentence; in capitals, with other punctuation, or in a script without case."""

DIGITS, OTHER = "01"
"""Digits alone; anything else."""

CLOCK_WORDS = frozenset(
    """
    Uhr uhr AM PM am pm a.m. p.m. ET EST EDT PT PDT GMT BST CET CEST UTC IST h hrs Hrs MESZ MEZ SAST
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""What may stand behind a time of day."""

_NAMES = re.compile(f"[{SMALL}{SMALL_ODD}][{LARGE}{LARGE_OPENS}{LARGE_ODD}]")
_PAIRS = re.compile(f"(?<=[{LARGE}{LARGE_OPENS}{LARGE_ODD}])[{LARGE}{LARGE_OPENS}{LARGE_ODD}]")
_SMALL_ODDS = frozenset(word for word in CLOCK_WORDS if word.islower())
_SMALL_INSIDE = frozenset(SMALL + SMALL_ODD)
_NO_LETTERS = frozenset(DIGITS + OTHER)
_TWICE = 2
"""Once is chance; more often is a habit of the dump."""


class Words(NamedTuple):
    """Words in order, of a dump or of a line of it."""

    texts: list[str]
    """As written, with their punctuation."""
    starts: list[int]
    """Where each begins in the dump."""
    cores: list[str]
    """Without the punctuation around them."""
    shapes: str
    """A letter for each."""
    spaced: bool
    """Whether more than one white space may stand between two of them."""

    def between(self, start: int, end: int) -> Words:
        """Return the words that begin between two places of the dump."""
        first, stop = bisect_left(self.starts, start), bisect_left(self.starts, end)
        texts, starts, cores, shapes, spaced = self
        return Words(texts[first:stop], starts[first:stop], cores[first:stop], shapes[first:stop], spaced)


class Habits:
    """How a dump writes its words: what tells a sentence's first word from a name.

    Args:
        texts: The words of the dump.
        spaced: Whether more than one white space may stand between two of them.
        starts: Where each begins.

    >>> from cleannews.read.sentences import words_of
    >>> habits = Habits(*words_of("The sun, the rain. Then the moon"))
    >>> habits.words.shapes, habits.words.cores[1], habits.small["the"], habits.enders
    ('SsslLss', 'sun', 2, {'rain.'})
    """

    def __init__(self, texts: list[str], starts: list[int], spaced: bool) -> None:  # noqa: FBT001 - from words_of
        self.small: Counter[str] = Counter()
        """How often each word is written with a small first letter."""
        self.enders: set[str] = set()
        """Words, as written, that can end a sentence."""
        self._cores: dict[str, str] = {}
        shapes = self._shapes(Counter(texts))
        cores = list(map(self._cores.get, texts, texts))
        self.words = Words(texts, starts, cores, "".join(map(shapes.__getitem__, texts)), spaced)

    def _shapes(self, counts: Counter[str]) -> dict[str, str]:
        shapes: dict[str, str] = {}
        large: list[str] = []
        small = self.small
        for word, count in counts.items():
            core = word if word.isalnum() else self._bare(word)
            first = core[:1]
            if first.islower():
                small[core] = small.get(core, 0) + count
                shapes[word] = SMALL
            elif first.isalpha():
                large.append(word)
            else:
                shapes[word] = DIGITS if word.isdigit() else OTHER
        for word in large:
            shapes[word] = self._large(word)
        for word in _SMALL_ODDS.intersection(shapes):
            shapes[word] = SMALL_ODD
        for word in self._cores:
            if shapes[word] == SMALL and (word in self.enders or word[-1] == ")"):
                shapes[word] = SMALL_LAST if word in self.enders else SMALL_ODD
        return shapes

    def _bare(self, word: str) -> str:
        self._cores[word] = core = bare(word)
        if ends_sentence(word):
            self.enders.add(word)
        return core

    def _large(self, word: str) -> str:
        core = self._cores.get(word, word)
        if core.isupper() and len(core) > 1:
            return LARGE_ODD
        if core[0].isupper() and not core.isupper() and self.small.get(core.lower(), 0) >= _TWICE:
            return LARGE_OPENS
        plain = word.isalnum() or (word[-1] in ",;" and word[:-1] == core and core.isalnum())
        if not plain or word in CLOCK_WORDS or not (word.isascii() or CJK_SIGN.search(word) is None):
            return LARGE_ODD
        return LARGE

    @cached_property
    def names_count(self) -> int:
        """How many words have a capital behind a small word, so not because they start something."""
        return len(_NAMES.findall(self.words.shapes))

    @cached_property
    def _openers(self) -> tuple[Counter[str], frozenset[str]]:
        """How often each word that may open a sentence stands inside one; which of them do open one."""
        texts, _, cores, shapes, _ = self.words
        names: Counter[str] = Counter()
        firsts: set[str] = set()
        for found in re.finditer(LARGE_OPENS, shapes):
            index = found.start()
            before = index - 1
            while before >= 0 and shapes[before] in _NO_LETTERS and texts[before] not in self.enders:
                before -= 1
            if before < 0 or texts[before] in self.enders:
                firsts.add(cores[index])
            elif shapes[index - 1] in _SMALL_INSIDE:
                names[cores[index]] += 1
        return names, frozenset(firsts)

    def is_name(self, core: str) -> bool:
        """Tell whether a word that may open a sentence is written large inside one as often as small."""
        return self.small[core.lower()] <= self._openers[0][core]

    def is_first(self, core: str) -> bool:
        """Tell whether a word that may open a sentence does so behind a full stop."""
        return core in self._openers[1]

    def are_pair(self, first: str, second: str) -> bool:
        """Tell whether two capitalised words follow each other more than once: a person's name."""
        return first[:1].isupper() and self._pairs[first, second] > 1

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        texts, _, cores, shapes, _ = self.words
        places = [found.start() for found in _PAIRS.finditer(shapes)]
        return Counter(
            [(cores[place - 1], cores[place]) for place in places if texts[place - 1] not in self.enders]
        )
