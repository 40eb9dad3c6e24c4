"""Where the beginning of a dump, its title, stands again."""

from __future__ import annotations

_MIN_TITLE, _MAX_TITLE, _MAX_ECHOES = 16, 200, 12


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
        size = common_beginning(head, source[place : place + _MAX_TITLE])
        if size >= _MIN_TITLE and (place == 0 or not source[place - 1].isalnum()):
            found.add(place)
            if size < len(head):  # a longer echo is no title: its end is not known
                found.update(_behind(source, border, end) for border in (start + size, place + size))
        place = source.find(seed, place + _MIN_TITLE, end)
    return {border for border in found if start < border < end and not source[border].isspace()}


def common_beginning(head: str, other: str) -> int:
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
