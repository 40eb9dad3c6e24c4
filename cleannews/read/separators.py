"""What stands for line breaks in a dump that has none: ``Home | News | Politics``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.read.lines import Line

_SEPARATORS = ("|", "\t", "¶", "⏎", "↵", "•", " · ", " / ", "###", " — ")
"""What programs put between text nodes; authors use the last ones too, but before small letters."""
_BEGINNING = 2_000
"""Characters in which one of them must stand: the rest of a dump is not searched for each."""
_MOST_SMALL = 0.45
"""Share of the separators that may stand before a small letter. Of text nodes, the pieces of paragraphs do:
7 % on 62 pages of fundus_dev, 40 % on one of them. Behind dashes in prose, most words do."""
_MIN_SEPARATORS, _CHARS_PER_SEPARATOR = 15, 120


def separator_of(source: str, lines: Sequence[Line]) -> str | None:
    """Return what stands for line breaks where there are none: ``|``, a tab or ``¶``.

    >>> separator_of("Home|News|Sport|" * 9, [])
    '|'
    """
    beginning = source[:_BEGINNING]
    for separator in _SEPARATORS:
        count = source.count(separator) if separator in beginning else 0
        if (
            count >= _MIN_SEPARATORS
            and count > 3 * len(lines)
            and count * _CHARS_PER_SEPARATOR >= len(source)
            and _parts_texts(source, separator, count)
        ):
            return separator
    return None


def _parts_texts(source: str, separator: str, count: int) -> bool:
    """Tell what parts texts from a sign inside sentences, which mostly stands before small letters."""
    if " " not in separator:
        return True
    small = sum(part[:1].islower() for part in source.split(separator)[1:])
    return small <= _MOST_SMALL * count
