"""What stands twice in the head of a dump whose menu stands first: the title, and the lead as an excerpt."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.echoes import Echoes, agreeing, behind_space, is_inside, is_word
from cleannews.read.letters import FIRST_CJK, STOPS, UPPER, is_caseless
from cleannews.read.small_words import LEADING_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.lines import Line

HEAD = 4_000
"""Characters of a dump among which its title stands twice."""
_SEED, _SEED_CJK = 24, 10
"""Characters of which so many do not agree by chance; Han and kana say more in each."""
_LONGEST_TITLE, _LONGEST = 200, 1_200
"""Characters of a title, and of anything that stands twice."""
_SURE, _SENTENCE = 40, 100
"""Characters from which one copy that is inside of no sentence tells of the other, and from which what ends
in a full stop is a sentence of the text and no title."""
_LONGEST_WORD = 40
"""Characters in which the last word of a text stands."""
_CUT = re.compile(r"\s{0,3}(?:[\[(]\s?)?(?:\.{2,4}|…)(?:\s?[\])])?")
"""Marks of what was cut off."""
_BY = re.compile(rf"(?:by|von|par|por|di|da|de|af|av|door|od|przez|от)\s[{UPPER}]")
"""A byline that ran into a title: ``for your weekby Ann Lee``."""
_LATE = re.compile(r"\w*\W+")
"""Up to the next word."""
_CJK_SHARE, _SAMPLE = 4, 400
"""A fourth of the first characters are Han or kana where a dump is in them."""


class Twice(NamedTuple):
    """Two copies of the same: where they stand, and how many characters they have."""

    first: int
    second: int
    size: int


def repeats_of(source: str) -> Echoes:
    """Find where what stands twice in the head of a dump begins and ends.

    The title and the excerpt of a dump are known by standing twice, wherever they stand: no sign parts them
    from what they ran into.

    Args:
        source: The dump.

    >>> dump = "Home News Storm closes the old harbour Storm closes the old harbour By Ann Lee It blew."
    >>> [dump[place:][:5] for place in sorted(repeats_of(dump).borders)]
    ['Storm', 'Storm', 'By An']
    """
    return _in_head(source[:HEAD])


@lru_cache(maxsize=1)
def _in_head(head: str) -> Echoes:
    """Find it in the head of a dump, once for all lines that are cut."""
    least = _SEED_CJK if _is_cjk(head) else _SEED
    found: set[int] = set()
    spans: list[tuple[int, int]] = []
    for twice in _twice(head, least):
        borders, titles = _borders(head, twice, least)
        found.update(borders)
        spans += titles
    spaced = {behind_space(head, place, len(head)) for place in found}
    return Echoes(frozenset(place for place in spaced if 0 < place < len(head)), tuple(sorted(set(spans))))


def glued_repeats(source: str, lines: Sequence[Line]) -> list[int]:
    """Find where what stands twice ran into what stands around it, in a dump that has lines.

    A line of prose may say again what stood above it; one that holds two such places or more is no prose.

    Args:
        source: The dump.
        lines: Its lines.

    Returns:
        Places to cut at, in order.
    """
    near = lines[:_FIRST_LINES]
    if all(len(line.text) <= _LONG_LINE for line in near) or _begins_with_title(source, near[0].start):
        return []
    borders = sorted(repeats_of(source).borders)
    found = []
    for line in near:
        inside = borders[bisect_right(borders, line.start) : bisect_left(borders, line.end)]
        found += inside if len(inside) > 1 else []
    return found


def _begins_with_title(source: str, start: int) -> bool:
    """Tell whether the beginning of a dump stands again: :mod:`~cleannews.read.echoes` knows its borders."""
    return source.find(source[start : start + _SEED], start + _SEED, HEAD) >= 0


_FIRST_LINES, _LONG_LINE = 6, 90
"""Lines among which what ran together stands, and characters of the shortest."""


def _is_cjk(head: str) -> bool:
    sample = head[:_SAMPLE]
    return _CJK_SHARE * sum(char >= FIRST_CJK for char in sample) > len(sample)


def _twice(head: str, least: int) -> Iterator[Twice]:
    """Yield what stands twice, as far as it is the same."""
    keys = [head[place : place + least] for place in range(len(head) - least + 1)]
    if len(set(keys)) == len(keys):
        return
    seen: dict[str, int] = {}
    place = 0
    while place < len(keys):
        first = seen.setdefault(keys[place], place)
        if place - first < least:  # nothing before, or the same sign again and again
            place += 1
            continue
        size = min(agreeing(head[first : first + _LONGEST], head[place : place + _LONGEST]), place - first)
        yield Twice(first, place, size)
        place += size


def _borders(head: str, twice: Twice, least: int) -> tuple[list[int], list[tuple[int, int]]]:
    """Tell where two copies begin and end, and which are titles; nothing of parts of sentences."""
    late = _late(head, twice)
    first, second, size = twice.first + late, twice.second + late, twice.size - late
    if size < least or not _begins(head[first]) or {head[first - 1 : first], head[second - 1]} & _BRACKETS:
        return [], []
    ends = first + size, second + size
    close = behind_space(head, ends[0], len(head)) == second
    spaces = size - len(head[first : ends[0]].rstrip())
    named = _is_named(head, ends[0] - spaces)
    if not close and _inside(head, first) + _inside(head, second) > (named or size >= _SURE):
        return [], []
    goes_on = [not close and _goes_on(head, ends[0]), _goes_on(head, ends[1])]
    last = head[second - 1]
    if ends[0] == second and is_caseless(head[first]) and not last.isspace() and last not in STOPS:
        goes_on = [False, False]  # a copy ran into the other: where the first ends the second one does
    if named:
        goes_on = [False, goes_on[1] and not _is_unsure(head, ends[1] - spaces)]
    cut = _CUT.match(head, ends[0])
    if cut or (not goes_on[0] and goes_on[1] and size >= _SENTENCE):
        return [first, second, cut.end() if cut else ends[0]], []
    if any(goes_on) or size > _LONGEST_TITLE or _leads_on(head[first : ends[0]]):
        return [], []
    if size >= _SENTENCE and head[ends[0] - 1] in STOPS:
        return [first, second], []
    return [first, second, *ends], [(first, ends[0]), (second, ends[1])]


def _begins(char: str) -> bool:
    """Tell whether a text may begin with a character: not with a small letter, nor with a sign that parts."""
    return char in _OPENING or (char.isalnum() and not char.islower())


def _inside(head: str, place: int) -> bool:
    """Tell whether a copy stands inside a sentence, a bracket, a quotation or a word."""
    before = head[place - 1 : place]
    if _is_spaced_caseless(head[place]):
        near = before if not before.isspace() or before == "\n" else head[:place].rstrip()[-1:]
        return bool(near) and is_word(near)
    if head[place] >= FIRST_CJK:
        return before >= FIRST_CJK and before.isalnum()
    return before in _OPENING or head[:place].rstrip()[-1:] in _COMMAS or is_inside(head, place)


def _is_spaced_caseless(char: str) -> bool:
    """Tell whether a letter is of a script that spaces its words and has no capitals."""
    return is_caseless(char) and (char < FIRST_CJK or char >= _FIRST_HANGUL)


_FIRST_HANGUL = "\uac00"


_OPENING = frozenset("([{'\"“„«‘’»")
_BRACKETS = frozenset("([{")
_CLOSING = frozenset("'\"“”»«’%)]}")
_COMMAS = frozenset(",;")


def _late(head: str, twice: Twice) -> int:
    """How many characters behind their beginning two copies begin with a word."""
    first, second, size = twice
    both = [head[place - 1 : place].isalnum() and head[place].isalnum() for place in (first, second)]
    glued = head[first].isupper() or head[first] >= FIRST_CJK
    word = _LATE.match(head, first, first + size) if all(both) and not glued else None
    late = word.end() - first if word else 0
    return late + len(head[first + late : first + size]) - len(head[first + late : first + size].lstrip())


def _goes_on(head: str, place: int) -> bool:
    """Tell whether a text goes on at a place: in the same word, in small letters, in a closing sign."""
    near, behind = head[place : place + 1], head[behind_space(head, place, len(head)) :][:1]
    if near.islower() and head[place - 1].isalnum() and _BY.match(head, place):
        return False
    if behind.islower() or behind in _COMMAS or behind in {":", ")"} or near in _CLOSING:
        return True
    if behind and _is_spaced_caseless(behind):
        return "\n" not in head[place : behind_space(head, place, len(head))]
    if near >= FIRST_CJK:
        return near.isalnum() and head[place - 1] >= FIRST_CJK
    number = near.isdigit() and not head[place - 1].isdigit()
    return near.isalnum() and head[place - 1].isalnum() and not (near.isupper() or number)


def _is_named(head: str, place: int) -> bool:
    """Tell whether a sign stands at a place that parts a title from the site's name."""
    return head[place : place + _SIGN_CHARS] in _SIGNS


def _is_unsure(head: str, place: int) -> bool:
    """Tell whether a script without capitals goes on behind a space: no sign tells whether the text does."""
    behind = head[behind_space(head, place, len(head)) :][:1]
    return bool(behind) and head[place].isspace() and _is_spaced_caseless(behind)


_SIGNS = frozenset({" - ", " – ", " — ", " | ", " · "})
_SIGN_CHARS = 3
"""Of a sign between a title and the site's name, spaces included."""


def _leads_on(text: str) -> bool:
    """Tell whether a text ends in a word or a sign that something must follow.

    >>> _leads_on("The islands had bread with"), _leads_on("Range:"), _leads_on("The ferry waits")
    (True, True, False)
    """
    last = text[-_LONGEST_WORD:].rstrip().rpartition(" ")[2]
    return last in LEADING_WORDS or last.endswith(":")
