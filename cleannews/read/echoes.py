"""Where the beginning of a dump, its title, stands again."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.letters import CJK

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from cleannews.read.lines import Line

_MIN_TITLE, MAX_TITLE, MAX_ECHOES = 16, 200, 12
"""Characters of a title, and how many of its echoes are looked at."""

_MIN_EXCERPT, _MAX_EXCERPT, _HEAD = 40, 600, 3_000
"""Characters of an excerpt of the lead, and of the dump within which both stand."""

SHORT_CJK = re.compile(rf"(?=[{CJK}])[^\s\uac00-\ud7af]{{5,15}}(?=\s)")
"""A shorter title in Han or kana, which have no spaces inside of words: between white space on both sides so
many do not agree by chance. Korean words have such spaces."""

_TAKEN_UP = 2
"""How much longer a title is than its first words, which the text takes up: behind them is no border."""

LONGEST_WORD, _SHORT_WORD = 40, 3
"""Characters in which the word before a place stands, and letters of articles and prepositions."""

_DOTS = re.compile(r"\s{0,3}[\[(]?(?:\.{2,4}|…)[\])]?")


class Echoes(NamedTuple):
    """Where the beginning of a dump stands again."""

    borders: frozenset[int]
    """Places where something begins or ends."""
    spans: tuple[tuple[int, int], ...]
    """From where to where the title and its echoes stand: inside of them is no border."""


def echo_borders(source: str, start: int, end: int) -> frozenset[int]:
    """Find where the beginning of a dump, its title, stands again: a headline starts and ends there.

    >>> dump = "Ferry sinks in the harbour - The Example Home News Ferry sinks in the harbour By Ann Lee"
    >>> sorted(dump[place:][:6] for place in echo_borders(dump, 0, len(dump)))
    ['- The ', 'By Ann', 'Ferry ']
    """
    return echoes_of(source, start, end).borders


def echoes_of(source: str, start: int, end: int) -> Echoes:
    """Find where the beginning of a dump, its title, stands again, and what stands around it.

    Args:
        source: The dump.
        start: Where its beginning stands.
        end: Where to look up to.
    """
    head = source[start : min(start + MAX_TITLE, end)]
    short = SHORT_CJK.match(head) if start <= MAX_TITLE else None
    if short:
        return Echoes(frozenset(_lone_borders(source, short[0], start, end)), ())
    if len(head) < 2 * _MIN_TITLE or start > MAX_TITLE:
        return Echoes(frozenset(), ())
    sizes = dict(_echo_sizes(source, head, start, end))
    longest = max([size for size in sizes.values() if size < len(head)], default=0)
    found = {place for place, size in sizes.items() if size * _TAKEN_UP >= longest}
    found.update(place for place in sizes.keys() - found if not is_inside(source, place))
    # of a longer echo than a title is, the end is not known
    titles = [(at, size) for at, size in sizes.items() if size < len(head) and size * _TAKEN_UP >= longest]
    behind = [behind_space(source, place + size, end) for place, size in titles]
    found.update(behind, (behind_space(source, start + size, end) for _, size in titles))
    # the text may take up the title, or what it begins with, before and behind the excerpt
    near = sorted(at for at in behind if at < start + _HEAD)
    places = (*near, *(place for at in near for place in _behind_byline(source, at, sizes)))
    excerpts = ((place, *_excerpt_borders(source, place, end)) for place in places)
    found.update(next((found for found in excerpts if len(found) > 1), ()))
    borders = frozenset({border for border in found if start < border < end and not source[border].isspace()})
    spans = [(at, at + size) for at, size in titles]
    return Echoes(borders, (*((start, start + size) for _, size in titles[:1]), *spans))


def is_inside(source: str, place: int) -> bool:
    """Tell whether a place is inside a sentence: behind a word in small letters, or a short one as "The"."""
    before = source[max(0, place - LONGEST_WORD) : place].rstrip().rpartition(" ")[2]
    return before.isalpha() and (before.islower() or len(before) <= _SHORT_WORD)


def _echo_sizes(source: str, head: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a beginning stands again, and how many characters of it do."""
    seed = head[:_MIN_TITLE]
    place = source.find(seed, start + _MIN_TITLE, end)
    for _ in range(MAX_ECHOES):
        if place < 0:
            return
        size = common_beginning(head, source[place : place + MAX_TITLE])
        if size >= _MIN_TITLE and (place == 0 or not source[place - 1].isalnum()):
            yield place, size
        place = source.find(seed, place + _MIN_TITLE, end)


def _lone_borders(source: str, title: str, start: int, end: int) -> Iterator[int]:
    """Yield where a short title in Han or kana stands again between white space, and where each copy ends."""
    size, found = len(title), False
    place = source.find(title, start + size, end)
    for _ in range(MAX_ECHOES):
        if place < 0:
            break
        if source[place - 1].isspace() and place + size < end and source[place + size].isspace():
            found = True
            yield from (place, behind_space(source, place + size, end))
        place = source.find(title, place + size, end)
    if found:
        yield behind_space(source, start + size, end)


def _excerpt_borders(source: str, start: int, end: int) -> Iterator[int]:
    """Yield where an excerpt that begins behind the title ends, and where the text it was cut from begins."""
    seed = source[start : start + _MIN_EXCERPT]
    place = source.find(seed, start + _MIN_EXCERPT, min(start + _HEAD, end))
    if len(seed) < _MIN_EXCERPT or place < 0:
        return
    whole = source[place : place + _MAX_EXCERPT]
    size = common_beginning(source[start : min(start + _MAX_EXCERPT, place)], whole)
    if _MIN_EXCERPT <= size < len(whole):
        dots = _DOTS.match(source, start + size)
        yield behind_space(source, dots.end() if dots else start + size, end)
        yield place


def _behind_byline(source: str, start: int, titles: Container[int]) -> Iterator[int]:
    """Yield where words begin closely behind a title: an excerpt may stand below a byline and a date."""
    for word in _NEXT_WORD.finditer(source, start, start + _BYLINE):
        if word.end() in titles:
            return
        yield word.end()


_NEXT_WORD = re.compile(r"\s+(?=\S)")
_BYLINE = 90
"""Characters of a byline and a date."""


def excerpt_borders(source: str, lines: Sequence[Line]) -> list[int]:
    r"""Find where an excerpt below the second title of a dump ends, and where the text it is of begins.

    Args:
        source: The dump, whose parts ran into each other.
        lines: What it was cut into so far.

    Returns:
        Places to cut at, in order.

    >>> from cleannews.read.lines import lines_of
    >>> lead = "The owner said on Sunday that nobody was hurt when the ship went down"
    >>> source = f"Ferry sinks\nFerry sinks\n{lead}...Keeper of the light's medal{lead} at night."
    >>> [source[place:][:9] for place in excerpt_borders(source, lines_of(source))]
    ['Keeper of', 'The owner']
    """
    for line in lines[1:_ABOVE]:
        if line.text.startswith(lines[0].text):
            behind = behind_space(source, line.start + len(lines[0].text), len(source))
            found = sorted(set(_excerpt_borders(source, behind, len(source))))
            if found:
                return found
    return []


_ABOVE = 20
"""First lines of a dump among which its title stands again."""


def common_beginning(head: str, other: str) -> int:
    """Return the length of the common beginning, back to the end of a word, be it that of one that ran on.

    >>> common_beginning("storm in Ulmen today", "storm in Ulma")
    8
    >>> common_beginning("in UlmenKeeper", "in Ulmen.")
    8
    """
    size = agreeing(head, other)
    inside = size and head[size - 1].isalnum() and not (_ends_word(head, size) and _ends_word(other, size))
    if inside and " " in head[:size]:
        size = head.rindex(" ", 0, size)
    return len(head[:size].rstrip())


def _ends_word(text: str, size: int) -> bool:
    """Tell whether a word ends at a place behind a letter or a digit, perhaps because another ran into it."""
    behind = text[size : size + 1]
    return not behind.isalnum() or (behind.isupper() and text[size - 1].islower())


def agreeing(head: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(head, other, strict=False))
    return next((size for size, (left, right) in pairs if left != right), min(len(head), len(other)))


def behind_space(source: str, place: int, end: int) -> int:
    """Return the first place from one on that is no white space."""
    while place < end and source[place].isspace():
        place += 1
    return place


def is_word(char: str) -> bool:
    """Tell whether a character is part of a word: a letter, a figure or a mark at a letter."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"
