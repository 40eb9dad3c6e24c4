"""Cuts a dump that stands on one line: menus, headlines and sentences that nothing but a space parts."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.credit_lines import LED_CREDIT
from cleannews.read.echoes import Echoes, echoes_of
from cleannews.read.letters import CJK, CJK_SIGN, FIRST_CJK
from cleannews.read.page import Join
from cleannews.read.rejoin import Joiner
from cleannews.read.repeats import HEAD, repeats_of
from cleannews.read.sentences import can_start
from cleannews.read.small_words import LEADING_WORDS
from cleannews.read.words import (
    CLOCK_WORDS,
    DIGITS,
    LARGE,
    LARGE_ODD,
    LARGE_OPENS,
    OTHER,
    SMALL,
    SMALL_LAST,
    SMALL_ODD,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.read.words import Habits, Words


class Cut(NamedTuple):
    """Where a piece of a line starts, and how it hangs on to the piece before."""

    place: int
    join: Join


_NAME_CHARS = 24
"""Characters of a title; what a dump begins with and is shorter may be the site's name."""
_SEPARATORS = frozenset(["|", "•", "·", "›", "»", ">", "→", "/", "◆", "■", "▪", "●", "★", "∙", "‣", "▸", "►"])
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?$")
_CREDIT_START = re.compile(
    r"©|📷|(?:Foto|Photo|Bild|Image|Credit|Crédit|Photograph|Quelle|Symbolbild|Фото|Zdjęcie|Kuva)s?:$"
)
_CREDIT_END = re.compile(
    r"[/|][^()]{1,40}\)$|(?:AP|AFP|dpa|Reuters|Getty|EPA|Images|APA|ANSA|TT|NTB|Ritzau|EFE)\)$"
)
_CREDIT_WORDS = 8
"""Words of a credit in brackets."""
_DASHES = frozenset("-–—")
_OPENING = frozenset(LARGE + LARGE_OPENS)
_SMALL = frozenset(SMALL + SMALL_LAST + SMALL_ODD)
_MAY_BE_CAPITALS = frozenset(LARGE_ODD + OTHER)
_LARGE_WORDS = re.compile(f"[^{''.join(sorted(_SMALL))}]")
_SUSPECTS = re.compile(f"[{LARGE_OPENS}{LARGE_ODD}{OTHER}]|[{LARGE}{DIGITS}](?<![{SMALL}{LARGE}{DIGITS}].)")
"""Words that may start a piece; an ordinary one, or a number, does not behind another or a small one."""

_MENU_RUN = 6
_MENUS = re.compile(f"{_LARGE_WORDS.pattern}{{{_MENU_RUN},}}")
_NOUN_CAPITALS = 0.12
_MENU_RUN_NOUNS = 9
_CAPS_LETTERS = 8
_SHORT = 4
_LONGEST_INLINE = 8
"""Words of a link or of emphasis inside a sentence; a longer one is more likely a block of its own."""
_TWICE = 2
"""Once is chance; more often is a habit of the dump."""


def cuts_of(source: str, words: Words, habits: Habits, gap: int) -> list[Cut]:
    """Cut one line into menus, headlines and sentences.

    Args:
        source: The dump.
        words: The words of the line, one at least.
        habits: How the dump writes its words.
        gap: Spaces from which on white space parts blocks in this dump; 0 if that is not known.

    Returns:
        The start of every piece after the first, in order.
    """
    start, end = words.starts[0], words.starts[-1] + len(words.texts[-1])
    scan = _Scan(words, habits, gap)
    found: dict[int, Join] = {}
    echoes = echoes_of(source, start, end)
    named = bool(echoes.spans) and all(high - low < _NAME_CHARS for low, high in echoes.spans)
    if start < HEAD and (named or not echoes.borders):
        twice = repeats_of(source)  # the name of the site may stand first, and again at the end
        if twice.spans or not echoes.borders:
            echoes = Echoes(echoes.borders | twice.borders, (*echoes.spans, *twice.spans))
    for place in echoes.borders:
        if start < place < end:
            found[place] = Join.NONE
    for index, join in scan.borders():
        place = words.starts[index]
        inside = any(low < place < high for low, high in echoes.spans) or _in_bracket(source, place)
        if not inside and found.get(place) is not Join.NONE:
            found[place] = join
    found.pop(start, None)
    return [Cut(place, found[place]) for place in sorted(found)]


class _Scan:
    """One pass over the words of a line."""

    def __init__(self, words: Words, habits: Habits, gap: int) -> None:
        self._texts, self._starts, self._cores, self._shapes, self._spaced = words
        self._habits = habits
        self._joiner = Joiner(())
        letters = len(self._shapes) - self._shapes.count(DIGITS) - self._shapes.count(OTHER)
        nouns = habits.names_count / max(1, letters)
        self._menu_run = _MENU_RUN_NOUNS if nouns > _NOUN_CAPITALS else _MENU_RUN
        self._spaced = self._spaced and (gap > 0 or self._is_spaced())

    def _is_spaced(self) -> bool:
        """Tell whether runs of white space part the text nodes: one in twenty gaps or more."""
        ends = map(int.__add__, self._starts, map(len, self._texts))
        gaps = list(map(int.__sub__, self._starts[1:], ends))
        return (len(gaps) - gaps.count(1) - gaps.count(0)) * 20 > len(self._texts)

    def borders(self) -> Iterator[tuple[int, Join]]:
        """Yield the index of each word that starts a piece."""
        suspects = _LARGE_WORDS if self._spaced else _SUSPECTS
        found = [0]
        ended = False  # a sentence has; closing marks, suspects all of them, may follow its end
        for suspect in suspects.finditer(self._shapes, 1):
            index = suspect.start()
            ended = self._texts[index - 1] in self._habits.enders or (ended and not self._cores[index - 1])
            join = self._border(index, ended=ended)
            if join is not None:
                found.append(index)
                yield index, join
        for menu in _MENUS.finditer(self._shapes, 1):
            begin, index = menu.span()
            if index == len(self._shapes):
                break
            begin = max(begin, found[bisect_left(found, index) - 1])
            run = [place for place in range(begin, index) if self._cores[place]]
            if len(run) >= self._menu_run:
                yield from self._menu(run[0], index)

    def _menu(self, run_start: int, index: int) -> Iterator[tuple[int, Join]]:
        """Yield the borders of a run of capitalised words: its start, and the first word of what follows."""
        if run_start and not self._is_function(run_start - 1):
            yield run_start, Join.NONE
        first = index - 1
        if self._habits.are_pair(self._cores[first - 1], self._cores[first]) or self._leads(first - 1):
            first -= 1
        if first > run_start and self._texts[first - 1] not in _DASHES:  # behind a dateline the text begins
            yield first, Join.NONE

    def _leads(self, index: int) -> bool:
        """Tell whether a small word with a capital begins what stands behind a menu: "Sport On Monday"."""
        return self._shapes[index] in _OPENING and self._cores[index].lower() in LEADING_WORDS

    def _border(self, index: int, *, ended: bool) -> Join | None:
        word, before = self._texts[index], self._texts[index - 1]
        if not word.isalnum():
            if word in _SEPARATORS:
                return Join.NONE
            if not self._cores[index] and not _CREDIT_START.match(word):
                return None
        if not (word.isascii() or before.isascii()) and _is_cjk(word) and _is_cjk(before):
            return self._without_case(index, ended=ended)
        if self._starts_block(index):
            return Join.NONE
        if ended and self._can_start(index):
            return Join.SENTENCE
        return Join.NONE if self._opens(index) else None

    def _can_start(self, index: int) -> bool:
        word = self._texts[index]
        return self._shapes[index] == LARGE or can_start(word)

    def _without_case(self, index: int, *, ended: bool) -> Join | None:
        """Chinese and Japanese: every space parts two text nodes, and a full stop two sentences."""
        before, word = self._texts[index - 1], self._texts[index]
        beyond = self._texts[index + 1] if index + 1 < len(self._texts) else ""
        if self._gap(index) == 0:
            return Join.SENTENCE if ended else None
        if ended:
            return Join.NONE
        return None if self._joiner.hangs(before, word, beyond) else Join.NONE

    def _gap(self, index: int) -> int:
        """Return the characters of white space before a word."""
        return self._starts[index] - self._starts[index - 1] - len(self._texts[index - 1])

    def _starts_block(self, index: int) -> bool:
        """Tell whether a block starts here by its look: a credit, capitals, a gap, after a time."""
        word, before = self._texts[index], self._texts[index - 1]
        if not word.isalnum() and _CREDIT_START.match(word):
            return True
        if not self._can_start(index):
            return False
        if self._spaced and self._gap(index) > 1 and not self._is_function(index - 1):
            return not self._is_inline(index)
        if before[-1] == ")" and (_CREDIT_END.search(before) or self._behind_credit(index)):
            return True
        if _is_clock(before) or (before in CLOCK_WORDS and index > 1 and _is_clock(self._texts[index - 2])):
            return word not in CLOCK_WORDS
        return self._caps(index)

    def _behind_credit(self, index: int) -> bool:
        """Tell whether a bracket that says who took a picture ends before a word."""
        return LED_CREDIT.search(" ".join(self._texts[max(0, index - _CREDIT_WORDS) : index])) is not None

    def _is_inline(self, index: int) -> bool:
        """Tell whether a word stands in an inline element: the sentence goes on behind the next gap."""
        if self._texts[index - 1] in self._habits.enders:
            return False
        stop = min(index + _LONGEST_INLINE, len(self._texts))
        behind = next((place for place in range(index + 1, stop) if self._gap(place) > 1), None)
        return behind is not None and (self._texts[behind][0].islower() or self._texts[behind][0] in ",.;:")

    def _caps(self, index: int) -> bool:
        """Tell whether a run of words in capitals starts or ends here."""
        if _MAY_BE_CAPITALS.isdisjoint(self._shapes[index - 1 : index + 1]):
            return False
        here, there = _in_capitals(self._cores[index]), _in_capitals(self._cores[index - 1])
        if here == there or (there and self._texts[index - 1][-1] == ","):  # "PORT ALAMO, April 3"
            return False
        step = 1 if here else -1
        place = index if here else index - 1
        letters = words = 0
        while 0 <= place < len(self._texts) and words < _SHORT and _in_capitals(self._cores[place]):
            letters += len(self._cores[place])
            words += 1
            place += step
        return words > 1 and letters >= _CAPS_LETTERS

    def _opens(self, index: int) -> bool:
        """Tell whether a capitalised function word starts a sentence without a full stop before it."""
        core = self._cores[index]
        if self._shapes[index] != LARGE_OPENS or self._habits.is_name(core) or self._is_function(index - 1):
            return False
        if self._texts[index - 1][-1] in ",;:–—-/&":
            return False
        after = [shape in _SMALL for shape in self._shapes[index + 1 : index + 4]]
        if not any(after):
            return False
        return self._habits.is_first(core) or (after[0] and not self._between_names(index))

    def _between_names(self, index: int) -> bool:
        return self._cores[index - 1][:1].isupper() and index > 1 and self._cores[index - 2][:1].isupper()

    def _is_function(self, index: int) -> bool:
        """Tell whether a word is one of the small ones that something must follow: ``of``, ``der``, ``à``."""
        if self._shapes[index] not in _SMALL or self._shapes[index] == SMALL_LAST:
            return False
        core = self._cores[index]
        return len(core) <= _SHORT and self._habits.small[core] > _TWICE


def _in_capitals(core: str) -> bool:
    return len(core) > 1 and core.isupper()


def _is_clock(word: str) -> bool:
    return word[0].isdigit() and _CLOCK.match(word) is not None


_BRACKET_OPEN = re.compile(rf"[（(][{CJK}][^）)]{{0,16}}$")
_BRACKET_CLOSED = re.compile(rf"[{CJK}][^（(]{{0,15}}[）)]")
_BRACKET_CHARS = 18
"""A space between an office and names parts nothing inside of brackets: ``（记者 周晓岚 文/图）``."""


def _in_bracket(source: str, place: int) -> bool:
    """Tell whether a place lies in a Chinese or Japanese bracket."""
    if source[place] < FIRST_CJK:
        return False
    opened = _BRACKET_OPEN.search(source, max(0, place - _BRACKET_CHARS), place)
    return opened is not None and _BRACKET_CLOSED.match(source, place) is not None


def _is_cjk(text: str) -> bool:
    return bool(CJK_SIGN.search(text))
