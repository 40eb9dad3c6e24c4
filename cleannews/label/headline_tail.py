"""Lines of a dump that end in another one: paths, copies with a kicker, the heading of the comments."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TAIL, _MIN_CHARS = 6, 10
"""Characters of the end by which lines are found; those of a line that a longer one next to it ends in."""
_ABOVE, _BELOW = 8, 3
"""Lines above and below a headline among which its path stands."""
COPIES = 4
"""Lines above a headline among which a copy, its last crumb, stands."""
_HELD = 2
"""Lines on both sides among which one stands that ends in a headline."""
_SIGNS = tuple(">›»/|→")
_MAX_CHARS = 220
_HEADING_CHARS = 36
"""Characters before the headline in the heading of its comments: "27 thoughts on"."""
_HEADING_LETTERS = 4
"""Letters of them; a time of day has fewer: "18h31"."""
_QUOTES = "“„«»\"'‘‚ ”’"


class Told(NamedTuple):
    """What other lines of a dump tell of one."""

    path: bool = False
    """A path near by ends in it: "Home / Tips / Rain stops the ferry"."""
    held: bool = False
    """A longer line beside it ends in it."""
    copied: bool = False
    """It stands directly above already."""
    commented: bool = False
    """The heading of the comments ends in it: "4 thoughts on “Rain stops the ferry”"."""


_NOTHING = Told()


class Tails(NamedTuple):
    """The lines of a dump by their ends."""

    repeated: frozenset[str]
    """Ends that two lines or more around the headline have in common."""
    counting: Mapping[str, Sequence[str]]
    """For an end the lines, wherever they stand, that begin with a number, as headings of comments do."""


def tails(keys: Sequence[str], reach: int) -> Tails:
    """Sort the lines of a dump by their ends.

    Args:
        keys: The folded lines.
        reach: Index behind the last line that may be the headline.
    """
    ends = Counter([key[-_TAIL:] for key in keys[: reach + _BELOW]])
    counting: dict[str, list[str]] = {}
    for key in [key for key in keys if key[:1].isdigit()]:
        if _MIN_CHARS < len(key) < _MAX_CHARS:
            counting.setdefault(key[-_TAIL:], []).append(key)
    return Tails(frozenset(end for end, times in ends.items() if times > 1), counting)


def told(keys: Sequence[str], ends: Tails, key: str, place: range) -> Told:
    """What other lines tell of a line.

    Args:
        keys: The folded lines.
        ends: What :func:`tails` found.
        key: The line, folded.
        place: Its blocks.

    >>> lines = ["home / tips / rain stops the ferry", "rain stops the ferry", "by ann lee"]
    >>> told(lines, tails(lines, 3), lines[1], range(1, 2))
    Told(path=True, held=True, copied=False, commented=False)
    """
    end = key[-_TAIL:]
    if not key or (end not in ends.repeated and end not in ends.counting):
        return _NOTHING
    commented = any(_heads_comments(other, key) for other in ends.counting.get(end, ()))
    path = held = copied = False
    for index in range(max(0, place.start - _ABOVE), min(len(keys), place.stop + _BELOW)):
        other = keys[index]
        if index in place or not other.endswith(key):
            continue
        if other == key:
            copied = copied or 0 < place.start - index <= COPIES
        else:
            path = path or other[: -len(key)].rstrip().endswith(_SIGNS)
            held = held or _is_beside(index, place, key)
    return Told(path, held, copied, commented)


def _is_beside(index: int, place: range, key: str) -> bool:
    return len(key) >= _MIN_CHARS and place.start - _HELD <= index < place.stop + _HELD


def _heads_comments(other: str, key: str) -> bool:
    """Whether a line is a number, a few words and another line: "4 thoughts on “...”"."""
    if not other.endswith(key) or not 1 < len(other) - len(key) <= _HEADING_CHARS:
        return False
    before = other[: -len(key)]
    return before[-1] in _QUOTES and sum(map(str.isalpha, before)) >= _HEADING_LETTERS
