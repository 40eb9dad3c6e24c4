"""A cell of a table as CSV writes it: in quotation marks, with those of the text doubled (RFC 4180, 2)."""

from __future__ import annotations

import re

from cleannews.read.rewriting import Change, Unescaped, rewritten

_DOUBLED = re.compile('""')
_QUOTE = '"'


def without_doubling(source: str) -> Unescaped | None:
    r"""Read a dump that is one cell.

    Args:
        source: The dump.

    Returns:
        ``None`` if it is written like any other text.

    >>> found = without_doubling('"It rained.\n""Again,"" she said."\n')
    >>> found.text, found.origin(0), found.origin(12)
    ('It rained.\n"Again," she said.\n', 0, 14)
    """
    if source[:1] != _QUOTE:
        return None
    end = len(source.rstrip()) - 1
    inside = source[1:end]
    if source[end] != _QUOTE or '""' not in inside or _QUOTE in inside.replace('""', ""):
        return None
    doubled = [Change(*found.span(), _QUOTE) for found in _DOUBLED.finditer(source, 1, end)]
    return rewritten(source, [Change(0, 1, ""), *doubled, Change(end, end + 1, "")])
