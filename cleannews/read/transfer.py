"""Quoted-printable, as mail writes a text: ``caf=C3=A9``, ``=`` at the end of a line that goes on.

RFC 2045, 6.7.
"""

from __future__ import annotations

import re

from cleannews.read.escapes import character_of
from cleannews.read.rewriting import Change, Unescaped, rewritten

_CODE = re.compile(
    r"=(?:\r?\n|[CD][0-9A-F]=(?:\r?\n=)?[89AB][0-9A-F]|E[0-9A-F](?:=(?:\r?\n=)?[89AB][0-9A-F]){2}"
    r"|F[0-4](?:=(?:\r?\n=)?[89AB][0-9A-F]){3}|[0-9A-F]{2})"
)
_SOFT_BREAK = re.compile(r"=\r?\n")
_MIN_SOFT_BREAKS = 3
_WIDTH = 76
"""Characters of the longest line; of a longer paragraph each line but the last ends in a soft break."""


def without_transfer(source: str) -> Unescaped | None:
    r"""Read a dump in quoted-printable.

    Args:
        source: The dump.

    Returns:
        ``None`` if it is written like any other text.

    >>> found = without_transfer("a =3D b\nIt rained in the caf=\n=C3=A9 and=\n on the quay, and it=\n fell.")
    >>> found.text
    'a = b\nIt rained in the café and on the quay, and it fell.'
    """
    if not source.isascii() or ("=\n" not in source and "=\r\n" not in source):
        return None
    if len(_SOFT_BREAK.findall(source)) < _MIN_SOFT_BREAKS or max(map(len, source.splitlines())) > _WIDTH:
        return None
    return rewritten(
        source, [Change(*found.span(), _character(found[0])) for found in _CODE.finditer(source)]
    )


def _character(code: str) -> str:
    """The character that a code stands for, nothing for a soft break."""
    written = bytes.fromhex("".join(code.replace("=", "").split()))
    return character_of(written, single="cp1252") if written else ""
