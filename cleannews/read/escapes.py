r"""A text as a JSON column or a program's string shows it: ``\n`` for its line breaks, ``\"`` for its quotes.

The text is read with the characters in their places; afterwards the blocks are put back to where they stand
in the input (:func:`~cleannews.read.rewriting.restored`).
"""

from __future__ import annotations

import re

from cleannews.read.rewriting import Change, Unescaped, rewritten

_LINE_BREAK = re.compile(r"""\\n(?![a-z]|["'`][\s);,.\]]|["'`]\Z)""")
r"""A line break as it is escaped. Before a small letter it is a path (``C:\new``) or a command of TeX, before
a closing quote a program that prints it."""

_MIN_BREAKS = 3
_LINES_PER_BREAK = 3
"""Of three escaped breaks one may stand beside a real one: a file that ends in a line break, a manual's page
that names ``\\n`` here and there has more lines than escapes."""

_ESCAPE = re.compile(
    r"\\(?:(r\\n|[nrt])|([\"'/\\])|u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    r"|u([0-9a-fA-F]{4})|U000([01][0-9a-fA-F]{4})"
    r"|x([c-f][0-9a-f](?:\\x[89ab][0-9a-f]){1,3}(?!\\x[89ab])|[0-9a-f]{2}))"
)
_SPOKEN = {"n": "\n", "r\\n": "\n", "r": "\n", "t": "\t"}
_QUOTES = ('"', "'")
_PREFIXES = "bBuU"
"""Before the quotes of a program's string."""

_CODE = re.compile(r"\\(?:u(?!00[0-7])[0-9a-fA-F]{4}|x[89a-f][0-9a-f])")
_CODE_AT_LETTER = re.compile(rf"{_CODE.pattern}(?=[A-Za-z]|\\[ux])|(?<=[A-Za-z]){_CODE.pattern}")
_MIN_CODES = 6
"""Codes beside letters from which on a text without any other letter beyond ASCII is one that a program had
to write so."""


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
    if "\\" not in source:
        return None
    if "\\n" in source and _is_escaped(source):
        return rewritten(source, _quoted(source, escapes_of(source)))
    if ("\\u" in source or "\\x" in source) and _is_coded(source):
        return rewritten(source, [each for each in escapes_of(source) if not each.character.isascii()])
    return None


def escapes_of(source: str, start: int = 0, end: int | None = None) -> list[Change]:
    """Read the escapes of a stretch of a dump."""
    found = _ESCAPE.finditer(source, start, len(source) if end is None else end)
    return [Change(each.start(), each.end(), _character(each)) for each in found]


def _is_coded(source: str) -> bool:
    """Tell whether codes stand for all letters beyond ASCII, as where a program may write nothing else."""
    if not source.isascii():
        return False
    beside = len(_CODE_AT_LETTER.findall(source))
    return beside >= _MIN_CODES and 2 * beside >= len(_CODE.findall(source))


def _is_escaped(source: str) -> bool:
    """Tell whether a dump has its line breaks escaped: most of what looks like one is, and few are real."""
    looks = source.count("\\n")
    breaks = len(_LINE_BREAK.findall(source))
    enough = breaks >= _MIN_BREAKS or "\\n\\n" in source
    return enough and 3 * breaks >= 2 * looks and _LINES_PER_BREAK * source.strip().count("\n") <= breaks


def _quoted(source: str, found: list[Change]) -> list[Change]:
    """Add the quotes around the whole to its escapes."""
    start, end = len(source) - len(source.lstrip()), len(source.rstrip())
    opened = start + (source[start : start + 1] in _PREFIXES and source[start + 1 : start + 2] in _QUOTES)
    if end - opened < 2 or source[opened] != source[end - 1] or source[opened] not in _QUOTES:  # noqa: PLR2004
        return found
    escaped = {each.end for each in found}
    quotes = source.count(source[opened]) - sum(source[place - 1] == source[opened] for place in escaped)
    if quotes != 2 or end in escaped:  # noqa: PLR2004 - one at each end
        return found
    return [Change(start, opened + 1, " "), *found, Change(end - 1, end, " ")]


def _character(found: re.Match[str]) -> str:
    sign, itself, high, low, code, plane, bytes_ = found.groups()
    if sign:
        return _SPOKEN[sign]
    if itself:
        return itself
    if high:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    if bytes_:
        return character_of(bytes.fromhex(bytes_.replace("\\x", "")), single="latin-1")
    number = int(code or plane, 16)
    return "\ufffd" if 0xD800 <= number <= 0xDFFF else chr(number)  # noqa: PLR2004 - the surrogates


def character_of(written: bytes, *, single: str) -> str:
    r"""Return the character that several bytes are in UTF-8, or one byte in the encoding ``single``.

    >>> character_of(b"\xc3\xa9", single="latin-1"), character_of(b"\x80", single="cp1252")
    ('é', '€')
    """
    read = written.decode(single if len(written) == 1 else "utf-8", "replace")
    return read if len(read) == 1 else "\ufffd"
