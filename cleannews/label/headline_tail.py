"""Lines of a dump that end in another one: paths, copies with a kicker, the heading of the comments."""

from __future__ import annotations

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

    near: Mapping[str, Sequence[int]]
    """For the end of a folded line the blocks with such a line."""
    counting: Mapping[str, Sequence[str]]
    """The same for the lines that begin with a number, as headings of comments do, wherever they stand."""


def tails(keys: Sequence[str], reach: int) -> Tails:
    """Sort the lines of a dump by their ends, those that may stand around the headline.

    Args:
        keys: The folded lines.
        reach: Index behind the last line that may be the headline.
    """
    near: dict[str, list[int]] = {}
    for index, key in enumerate(keys[: reach + _BELOW]):
        if key:
            near.setdefault(key[-_TAIL:], []).append(index)
    counting: dict[str, list[str]] = {}
    for key in [key for key in keys if key[:1].isdigit()]:
        if _MIN_CHARS < len(key) < _MAX_CHARS:
            counting.setdefault(key[-_TAIL:], []).append(key)
    return Tails(near, counting)


def told(keys: Sequence[str], ends: Tails, key: str, place: range) -> Told:
    """What other lines tell of a line.

    Args:
        keys: The folded lines.
        ends: Where :func:`tails` found them.
        key: The line, folded.
        place: Its blocks.

    >>> lines = ["home / tips / rain stops the ferry", "rain stops the ferry", "by ann lee"]
    >>> told(lines, tails(lines, 3), lines[1], range(1, 2))
    Told(path=True, held=True, copied=False, commented=False)
    """
    if not key:
        return _NOTHING
    end = key[-_TAIL:]
    commented = any(_heads_comments(other, key) for other in ends.counting.get(end, ()))
    others = ends.near.get(end, ())
    if len(others) < 2 and not commented:  # noqa: PLR2004 - nobody but itself
        return _NOTHING
    path = held = copied = False
    for index in others:
        if index in place or not place.start - _ABOVE <= index < place.stop + _BELOW:
            continue
        other = keys[index]
        if other == key:
            copied = copied or 0 < place.start - index <= COPIES
        elif other.endswith(key):
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
