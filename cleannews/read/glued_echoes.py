"""Where a title and its neighbours ran into each other: elsewhere the title stands without them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.read.echoes import LONGEST_WORD, MAX_ECHOES, MAX_TITLE, agreeing, is_word
from cleannews.read.letters import FIRST_CJK, STOPS, is_caseless
from cleannews.read.names import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.lines import Line

_HEADS = 3
"""First lines of a dump among which its title is looked for."""

_MIN_GLUED, _MIN_GLUED_CJK = 24, 10
"""Characters of a beginning that stands again inside another word: that many do not agree by chance. Han and
kana say more in each."""

_ENDS_TITLE = frozenset(["", *" \t\n\r\u3000-–—|｜·・:：_/／(（【[〔<＜"])
"""What stands behind a short title: white space, what parts it from the site's name, the end."""

_SITE_SIGN = re.compile(r"[-–—|·•]\s")
"""What parts a title from the site's name: behind the copy without it something else begins."""

_DOUBLED = re.compile(r"[^\w\s]?\s{0,3}[-–—|·:]\s{0,3}(?P<name>\S[^\n]{1,58}?\S)(?P=name)")
"""Behind a title the name of the site, and once more what its masthead says."""


def glued_echoes(source: str, lines: Sequence[Line]) -> list[int]:
    r"""Find where a title and its neighbours ran into each other, because it stands elsewhere without them.

    In scripts without capitals nothing else tells: ``நாளிதழ்முகப்பு``.

    Args:
        source: The dump.
        lines: Its lines.

    Returns:
        Places to cut at, in order.

    >>> from cleannews.read.lines import lines_of
    >>> source = "Ferry sinks in the old harbour - The Mail\nNewsFerry sinks in the old harbourBy Ann Lee"
    >>> [source[place:][:5] for place in glued_echoes(source, lines_of(source))]
    ['Ferry', 'By An']
    """
    found: set[int] = set()
    for line in lines[:_HEADS]:
        least = _MIN_GLUED_CJK if line[0][0] >= FIRST_CJK else _MIN_GLUED
        if len(line[0]) >= least:
            found.update(_glued(source, line, least))
    return sorted(found)


def _glued(source: str, line: Line, least: int) -> Iterator[int]:
    """Yield the borders that one line, if it begins with the title, tells."""
    seed = source[line.start : line.start + least]
    head = source[line.start : line.start + MAX_TITLE].partition("\n")[0].partition("\r")[0]
    place = line.start
    for _ in range(MAX_ECHOES):
        place = source.find(seed, place + least)
        if place < 0:
            return
        size = agreeing(head, source[place : place + MAX_TITLE])
        here = line.start + size
        if size < _MIN_GLUED and source[here : here + 1] not in _ENDS_TITLE:
            continue  # the text takes up a phrase of the title
        if is_word(source[place - 1]) or source[place - 1] in STOPS or _starts_line(source, place):
            yield place
        yield from _ends_of_copies(source, line, place, size)


def _ends_of_copies(source: str, line: Line, place: int, size: int) -> Iterator[int]:
    """Yield where the title at the beginning of a line ends, or its copy at a place, if a border is there."""
    here, there, end = line.start + size, place + size, len(source)
    parted = [at == end or source[at].isspace() for at in (here, there)]
    if parted[0] and not parted[1] and _begins(source[there]) and not _goes_on(source, place, there):
        yield there
    elif parted[1] and not parted[0] and _begins(source[here]):
        yield here
    elif not any(parted) and size >= _MIN_GLUED and _runs_on(source, here) and _runs_on(source, there):
        yield from (here, there)
    elif is_word(source[place - 1]) and source[here - 1].isspace() and _SITE_SIGN.match(source, here):
        yield from ([there] if _begins(source[there]) else [])
    if any(parted):
        doubled = _DOUBLED.match(source, here, line.end)
        if doubled:
            yield from (doubled.end("name"), doubled.end())


def _runs_on(source: str, place: int) -> bool:
    """Tell whether a capital stands behind a small letter, not in a name: words ran into a title's end."""
    word = source[max(0, place - LONGEST_WORD) : place].rpartition(" ")[2]
    return source[place].isupper() and source[place - 1].islower() and word not in PREFIXES


def _begins(char: str) -> bool:
    """Tell whether a character behind a title begins something new: a small letter does not."""
    return char.isalnum() and not char.islower()


def _goes_on(source: str, place: int, border: int) -> bool:
    """Tell whether a line that begins with another one is that one's whole: the other was cut off from it.

    A number goes on in figures; a paragraph in a script without capitals ends in a full stop. Inside of one
    a word that the title ends with takes its ending, as in Kannada ("ಪುನರಾರಂಭ", "ಪುನರಾರಂಭವಾಗಲಿದೆ").
    """
    if source[border].isdigit() and source[border - 1].isdigit():
        return True
    inside = source[place - 1] == " " and is_word(source[max(0, place - 2)])
    if not is_caseless(source[border]) or not (inside or _starts_line(source, place)):
        return False
    rest = source[border : border + _PARAGRAPH].partition("\n")[0]
    return any(stop in rest for stop in STOPS)


_PARAGRAPH = 300
"""Characters of a line in which its first sentence ends."""


def _starts_line(source: str, place: int) -> bool:
    """Tell whether a line begins at a place: a title is no end of the line before it, as in ``Log in``."""
    return source[max(0, place - _MOST_INDENT) : place].rstrip(" \t")[-1:] == "\n"


_MOST_INDENT = 100
"""Columns before a headline that a text browser has put in the middle."""
