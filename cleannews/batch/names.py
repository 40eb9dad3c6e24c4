"""File names as JSON strings and back: every name has one spelling, and every spelling one name."""

from __future__ import annotations

import re

_TO_ESCAPE = re.compile("[\udc80-\udcff]|\\\\(?=x)")
_ESCAPED = re.compile(rb"\\x([0-9a-f]{2})")


def spell(path: bytes) -> str:
    r"""Write a relative path as a string that any JSON reader takes.

    UTF-8 names stay as they are. A byte that is not UTF-8 is written ``\xff``; so that this can be undone, a
    backslash before an ``x`` is written ``\x5c``.

    >>> print(spell(b"2024/caf\xe9.html"), spell("café.html".encode()))
    2024/caf\xe9.html café.html
    """
    return _TO_ESCAPE.sub(_escape, path.decode("utf-8", "surrogateescape"))


def unspell(name: str) -> bytes:
    r"""Return the path that :func:`spell` wrote.

    >>> unspell(spell(b"caf\xe9.html"))
    b'caf\xe9.html'
    """
    return _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), name.encode("utf-8"))


def _escape(match: re.Match[str]) -> str:
    return f"\\x{ord(match[0]) & 0xFF:02x}"
