"""Phrases of several parts with other words between them: "subscribe … to continue reading"."""

from __future__ import annotations

import re

PART = " … "
"""Between two parts of a phrase as it is stored."""
UNSPACED = re.compile(r"[\u0e00-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\ud7af]")
"""Letters of Thai and its like, Chinese, Japanese and Korean: their words are not told by spaces."""

Entry = tuple[str, tuple[str, ...]]
"""A phrase as it is stored, and its parts."""


def parted(phrase: str) -> Entry:
    """Take a stored phrase apart.

    >>> parted("subscribe … to read")
    ('subscribe … to read', ('subscribe', 'to read'))
    """
    return phrase, tuple(phrase.split(PART))


def holds_parts(line: str, parts: tuple[str, ...]) -> bool:
    """Tell whether a line holds the parts of a phrase one behind the other.

    >>> holds_parts("subscribe today to read on", ("subscribe", "to read"))
    True
    """
    place = 0
    for part in parts:
        found = line.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return True
