"""The head of a text dump that is too long to be worked on, and the rest that is not lost."""

from __future__ import annotations

from cleannews.read.page import Join, Segment

_REACH = 2_000
"""Characters before the limit in which a good place to cut is looked for."""


def head_of(source: str, limit: int) -> str:
    r"""Keep the first ``limit`` characters of a dump, cut where a line ends, else where a word ends.

    >>> head_of("Rain on Sunday\n\nIt rained", 20), head_of("Rain on Sunday", 20)
    ('Rain on Sunday\n\n', 'Rain on Sunday')
    """
    if len(source) <= limit or source[limit:].isspace():
        return source
    low = max(0, limit - _REACH)
    for border in ("\n\n", "\n", " "):
        place = source.rfind(border, low, limit)
        if place >= 0:
            return source[: place + len(border)]
    return source[:limit]


def unread(source: str, start: int) -> Segment:
    """What was not worked on, as one block without text: a dump's blocks cover all of it.

    Args:
        source: The dump.
        start: Where it begins; white space there and at the end is left out.
    """
    raw = source[start:].strip()
    place = source.index(raw, start)
    return textless(source, place, place + len(raw), tag="")


def textless(source: str, start: int, end: int, *, tag: str) -> Segment:
    """A stretch of a dump as one block without text: no measure of it would mean anything."""
    return Segment(
        text="",
        raw=source[start:end],
        start=start,
        end=end,
        tag=tag,
        container=-1,
        link_chars=None,
        strong_chars=0,
        href=None,
        hidden=False,
        gap=0,
        indent=0,
        join=Join.NONE,
        names="",
    )
