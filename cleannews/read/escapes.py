r"""A text as a JSON column or a program's string shows it: ``\n`` for its line breaks, ``\"`` for its quotes.

The text is read with the characters in their places; afterwards the blocks are put back to where they stand
in the input (:func:`~cleannews.read.references.restored`).
"""

from __future__ import annotations

import re
from itertools import accumulate

from cleannews.read.references import Unescaped

_LINE_BREAK = re.compile(r"""\\n(?![a-z]|["'`][\s);,.\]]|["'`]\Z)""")
r"""A line break as it is escaped. Before a small letter it is a path (``C:\new``) or a command of TeX, before
a closing quote a program that prints it."""

_MIN_BREAKS = 3
_LINES_PER_BREAK = 3
"""Of three escaped breaks one may stand beside a real one: a file that ends in a line break, a manual's page
that names ``\\n`` here and there has more lines than escapes."""

_ESCAPE = re.compile(
    r"\\(?:(r\\n|[nrt])|([\"'/\\])|u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    r"|u([0-9a-fA-F]{4})|x(a0|ad))"
)
_SPOKEN = {"n": "\n", "r\\n": "\n", "r": "\n", "t": "\t"}
_QUOTES = ('"', "'")


def without_escapes(source: str) -> Unescaped | None:
    r"""Read the escapes of a dump that has its line breaks escaped.

    Args:
        source: The dump.

    Returns:
        ``None`` if it is written like any other text.

    >>> found = without_escapes('"Rain\\n\\nIt said \\"never\\".\\nCaf\\u00e9s shut."')
    >>> found.text, found.origin(1)
    (' Rain\n\nIt said "never".\nCafés shut. ', 1)
    """
    if "\\n" not in source or not _is_escaped(source):
        return None
    parts: list[str] = []
    places: list[int] = []
    sizes: list[int] = []
    done = size = 0
    for start, end, character in _read(source):
        parts += (source[done:start], character)
        size += start - done
        places.append(size)
        sizes.append(end - start - 1)
        size += 1
        done = end
    return Unescaped("".join((*parts, source[done:])), places, list(accumulate(sizes, initial=0)))


def _is_escaped(source: str) -> bool:
    """Tell whether a dump has its line breaks escaped: most of what looks like one is, and few are real."""
    looks = source.count("\\n")
    breaks = len(_LINE_BREAK.findall(source))
    enough = breaks >= _MIN_BREAKS or "\\n\\n" in source
    return enough and 3 * breaks >= 2 * looks and _LINES_PER_BREAK * source.strip().count("\n") <= breaks


def _read(source: str) -> list[tuple[int, int, str]]:
    """The escapes, and the quotes around the whole: where each stands, and the character it stands for."""
    found = [(each.start(), each.end(), _character(each)) for each in _ESCAPE.finditer(source)]
    start, end = len(source) - len(source.lstrip()), len(source.rstrip())
    if end - start > 1 and source[start] == source[end - 1] and source[start] in _QUOTES:
        escaped = {place for _, place, _ in found}
        quotes = source.count(source[start]) - sum(source[place - 1] == source[start] for place in escaped)
        if quotes == 2 and end not in escaped:  # noqa: PLR2004 - one at each end
            return [(start, start + 1, " "), *found, (end - 1, end, " ")]
    return found


def _character(found: re.Match[str]) -> str:
    sign, itself, high, low, code, blank = found.groups()
    if sign:
        return _SPOKEN[sign]
    if itself:
        return itself
    if high:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    character = chr(int(code or blank, 16))
    return "\ufffd" if "\ud800" <= character <= "\udfff" else character
