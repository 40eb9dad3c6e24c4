"""Cuts a dump that stands on one line: menus, headlines and sentences that nothing but a space parts."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.letters import CJK
from cleannews.read.page import Join
from cleannews.read.rejoin import Joiner
from cleannews.read.sentences import Word, bare, can_start, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Cut(NamedTuple):
    """Where a piece of a line starts, and how it hangs on to the piece before."""

    place: int
    join: Join


class Habits(NamedTuple):
    """How a dump writes its words: what tells a sentence's first word from a name."""

    small: Counter[str]
    """How often a word is written with a small first letter."""
    names: Counter[str]
    """How often a word has a capital after a word with a small letter, so not because it starts something."""
    firsts: Counter[str]
    """How often a word stands behind a full stop."""
    pairs: Counter[tuple[str, str]]
    """How often two capitalised words follow each other: names of people."""


_SEPARATORS = frozenset(["|", "•", "·", "›", "»", ">", "→", "/", "◆", "■", "▪", "●", "★", "∙", "‣", "▸", "►"])
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?$")
_CLOCK_WORDS = frozenset(
    [
        "Uhr",
        "uhr",
        "AM",
        "PM",
        "am",
        "pm",
        "a.m.",
        "p.m.",
        "ET",
        "EST",
        "EDT",
        "PT",
        "PDT",
        "GMT",
        "BST",
        "CET",
        "CEST",
        "UTC",
        "IST",
        "h",
        "hrs",
        "Hrs",
        "MESZ",
        "MEZ",
        "SAST",
    ]
)
_CREDIT_START = re.compile(
    r"©|📷|(?:Foto|Photo|Bild|Image|Credit|Crédit|Photograph|Quelle|Symbolbild|Фото|Zdjęcie|Kuva)s?:$"
)
_CREDIT_END = re.compile(
    r"[/|][^()]{1,40}\)$|(?:AP|AFP|dpa|Reuters|Getty|EPA|Images|APA|ANSA|TT|NTB|Ritzau|EFE)\)$"
)
_MENU_RUN = 6
_NOUN_CAPITALS = 0.12
_MENU_RUN_NOUNS = 9
_CAPS_LETTERS = 8
_MIN_TITLE, _MAX_TITLE, _MAX_ECHOES = 16, 200, 12
_SHORT = 4
_TWICE = 2
"""Once is chance; more often is a habit of the dump."""


def habits_of(words: Sequence[Word]) -> Habits:
    """Count how a dump writes its words."""
    small: Counter[str] = Counter()
    names: Counter[str] = Counter()
    firsts: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    before, ended = "", True
    for word in words:
        core = bare(word.text)
        if not core or not core[0].isalpha():
            ended = ended or ends_sentence(word.text)
            before = core
            continue
        if core[0].islower():
            small[core] += 1
        elif ended:
            firsts[core] += 1
        elif before and before[0].islower():
            names[core] += 1
        elif before and before[0].isupper():
            pairs[before, core] += 1
        ended = ends_sentence(word.text)
        before = core
    return Habits(small, names, firsts, pairs)


def cuts_of(source: str, words: Sequence[Word], habits: Habits) -> list[Cut]:
    """Cut one line into menus, headlines and sentences.

    Args:
        source: The dump.
        words: The words of the line, one at least.
        habits: How the dump writes its words.

    Returns:
        The start of every piece after the first, in order.
    """
    start, end = words[0].start, words[-1].end
    scan = _Scan(source, words, habits)
    found: dict[int, Join] = {}
    for place in echo_borders(source, start, end):
        found[place] = Join.NONE
    for index, join in scan.borders():
        place = words[index].start
        if found.get(place) is not Join.NONE:
            found[place] = join
    found.pop(start, None)
    return [Cut(place, found[place]) for place in sorted(found)]


def echo_borders(source: str, start: int, end: int) -> set[int]:
    """Find where the beginning of a dump, its title, stands again: a headline starts and ends there.

    >>> dump = "Ferry sinks in the harbour - The Example Home News Ferry sinks in the harbour By Ann Lee"
    >>> sorted(dump[place:][:6] for place in echo_borders(dump, 0, len(dump)))
    ['- The ', 'By Ann', 'Ferry ']
    """
    head = source[start : min(start + _MAX_TITLE, end)]
    seed = head[:_MIN_TITLE]
    if len(head) < 2 * _MIN_TITLE or start > _MAX_TITLE:
        return set()
    found: set[int] = set()
    place = source.find(seed, start + _MIN_TITLE, end)
    for _ in range(_MAX_ECHOES):
        if place < 0:
            break
        size = _common(head, source[place : place + _MAX_TITLE])
        if size >= _MIN_TITLE and (place == 0 or not source[place - 1].isalnum()):
            found.add(place)
            if size < len(head):  # a longer echo is no title: its end is not known
                found.update(_behind(source, border, end) for border in (start + size, place + size))
        place = source.find(seed, place + _MIN_TITLE, end)
    return {border for border in found if start < border < end and not source[border].isspace()}


def _common(head: str, other: str) -> int:
    """Return the length of the common beginning, back to the end of a word."""
    size = 0
    for left, right in zip(head, other, strict=False):
        if left != right:
            break
        size += 1
    inside = (
        size
        and head[size - 1].isalnum()
        and (head[size : size + 1].isalnum() or other[size : size + 1].isalnum())
    )
    if inside and " " in head[:size]:
        size = head.rindex(" ", 0, size)
    return len(head[:size].rstrip())


def _behind(source: str, place: int, end: int) -> int:
    while place < end and source[place].isspace():
        place += 1
    return place


class _Scan:
    """One pass over the words of a line."""

    def __init__(self, source: str, words: Sequence[Word], habits: Habits) -> None:
        self._source = source
        self._words = words
        self._habits = habits
        self._joiner = Joiner(())
        self._cores = [bare(word.text) for word in words]
        self._ends = [ends_sentence(word.text) for word in words]
        letters = [core for core in self._cores if core and core[0].isalpha()]
        nouns = sum(habits.names.values()) / max(1, len(letters))
        self._menu_run = _MENU_RUN_NOUNS if nouns > _NOUN_CAPITALS else _MENU_RUN
        self._spaced = self._is_spaced()

    def _is_spaced(self) -> bool:
        """Tell whether runs of white space part the text nodes: one in twenty gaps or more."""
        wide = sum(
            after.start - before.end > 1 for before, after in zip(self._words, self._words[1:], strict=False)
        )
        return wide * 20 > len(self._words)

    def borders(self) -> Iterator[tuple[int, Join]]:
        """Yield the index of each word that starts a piece."""
        run_start, run = 0, 0  # words without a small first letter up to here
        pending = False  # a sentence has ended; closing marks may follow
        for index in range(1, len(self._words)):
            before = index - 1
            pending = self._ends[before] or (pending and not self._cores[before])
            core = self._cores[index]
            join = None if core and core[0].islower() else self._border(index, ended=pending)
            if join is not None:
                yield index, join
            if join is not None or (core and core[0].islower()):
                if join is None and run >= self._menu_run:
                    yield from self._menu(run_start, index)
                run_start, run = index, 0
            if core and not core[0].islower():
                if not run:
                    run_start = index
                run += 1

    def _menu(self, run_start: int, index: int) -> Iterator[tuple[int, Join]]:
        """Yield the borders of a run of capitalised words: its start, and the first word of what follows."""
        if run_start and not self._is_function(run_start - 1):
            yield run_start, Join.NONE
        first = index - 1
        if (self._cores[first - 1], self._cores[first]) in self._habits.pairs and self._habits.pairs[
            self._cores[first - 1], self._cores[first]
        ] > 1:
            first -= 1
        if first > run_start:
            yield first, Join.NONE

    def _border(self, index: int, *, ended: bool) -> Join | None:
        word, before = self._words[index], self._words[index - 1]
        if not self._cores[index] and word.text not in _SEPARATORS and not _CREDIT_START.match(word.text):
            return None
        if word.text in _SEPARATORS:
            return Join.NONE
        if _is_cjk(word.text) and _is_cjk(before.text):
            return self._without_case(index, ended=ended)
        if ended and can_start(word.text):
            return Join.NONE if self._starts_block(index) else Join.SENTENCE
        return Join.NONE if self._starts_block(index) or self._opens(index) else None

    def _without_case(self, index: int, *, ended: bool) -> Join | None:
        """Chinese and Japanese: every space parts two text nodes, and a full stop two sentences."""
        before, word = self._words[index - 1], self._words[index]
        beyond = self._words[index + 1].text if index + 1 < len(self._words) else ""
        if before.end == word.start:
            return Join.SENTENCE if ended else None
        if ended:
            return Join.NONE
        return None if self._joiner.hangs(before.text, word.text, beyond) else Join.NONE

    def _starts_block(self, index: int) -> bool:
        """Tell whether a block starts here by its look: a credit, capitals, a gap, after a time."""
        word, before = self._words[index], self._words[index - 1]
        if _CREDIT_START.match(word.text):
            return True
        if not can_start(word.text):
            return False
        if self._spaced and word.start - before.end > 1 and not self._is_function(index - 1):
            return True
        if _CREDIT_END.search(before.text) and before.text[-1] == ")":
            return True
        if _CLOCK.match(before.text) or (
            before.text in _CLOCK_WORDS and index > 1 and _CLOCK.match(self._words[index - 2].text)
        ):
            return word.text not in _CLOCK_WORDS
        return self._caps(index)

    def _caps(self, index: int) -> bool:
        """Tell whether a run of words in capitals starts or ends here."""
        here, there = _in_capitals(self._cores[index]), _in_capitals(self._cores[index - 1])
        if here == there:
            return False
        step = 1 if here else -1
        place = index if here else index - 1
        letters = words = 0
        while 0 <= place < len(self._cores) and words < _SHORT and _in_capitals(self._cores[place]):
            letters += len(self._cores[place])
            words += 1
            place += step
        return words > 1 and letters >= _CAPS_LETTERS

    def _opens(self, index: int) -> bool:
        """Tell whether a capitalised function word starts a sentence without a full stop before it."""
        core = self._cores[index]
        if not core or not core[0].isupper() or core.isupper():
            return False
        small = self._habits.small[core.lower()]
        if small < _TWICE or small <= self._habits.names[core] or self._is_function(index - 1):
            return False
        if self._words[index - 1].text[-1] in ",;:–—-/&":
            return False
        after = self._cores[index + 1 : index + 4]
        if not any(other and other[0].islower() for other in after):
            return False
        follows_small = bool(after[0]) and after[0][0].islower()
        return self._habits.firsts[core] > 0 or (follows_small and not self._between_names(index))

    def _between_names(self, index: int) -> bool:
        before = self._cores[index - 1]
        return bool(before) and before[0].isupper() and index > 1 and self._cores[index - 2][:1].isupper()

    def _is_function(self, index: int) -> bool:
        """Tell whether a word is one of the small ones that something must follow: ``of``, ``der``, ``à``."""
        core = self._cores[index]
        if not core or not core[0].islower() or self._ends[index]:
            return False
        return len(core) <= _SHORT and self._habits.small[core] > _TWICE


def _in_capitals(core: str) -> bool:
    return len(core) > 1 and core.isupper()


_CJK = re.compile(rf"[{CJK}]")


def _is_cjk(text: str) -> bool:
    return bool(_CJK.search(text))
