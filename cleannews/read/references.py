"""Character references that a crude scraper left in a text: ``What&#x27;s``, ``&amp;quot;``.

The text is read with the characters in their places; afterwards the blocks are put back to where they stand
in the input (:func:`~cleannews.read.rewriting.restored`).
"""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from cleannews.read.rewriting import Change, Unescaped, rewritten

_REFERENCE = re.compile(r"&(?:amp;){0,3}(#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});|[a-zA-Z][a-zA-Z0-9]{1,30};)")
"""Only with the semicolon: ``R&D``, ``?a=1&copy=2`` are none."""

_QUOTES = frozenset(("``", '""', "''", "“”", "‘’", "„“", "«»", "()", "「」"))
"""Around a reference alone they tell that the text speaks of it."""

_BRACKETS = frozenset(("lt;", "gt;", "#60;", "#62;"))

_BREAKS = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\u2028\u2029")


def unescaped(source: str) -> Unescaped | None:
    """Read the character references of a dump.

    Args:
        source: The dump.

    Returns:
        ``None`` if there are none.

    >>> found = unescaped("What&#x27;s on at AT&T; R&amp;D")
    >>> found.text, found.origin(4), found.origin(5)
    ("What's on at AT&T; R&D", 4, 10)
    """
    if "&" not in source or ";" not in source:
        return None
    changes = [
        Change(found.start(), found.end(), character)
        for found in _REFERENCE.finditer(source)
        if (character := _character(found))
    ]
    return rewritten(source, changes) if changes else None


def escaped_twice(text: str) -> str:
    """Resolve the references that the text of an HTML page still shows: its system escaped them twice.

    Those of angle brackets stay, which pages about HTML show on purpose.

    >>> escaped_twice("Salt &amp; Sons&#8217; &lt;br&gt;")
    'Salt & Sons’ &lt;br&gt;'
    """
    return _REFERENCE.sub(lambda found: (found[1] not in _BRACKETS and _character(found)) or found[0], text)


def _character(found: re.Match[str]) -> str:
    """Return the character that a reference stands for, ``""`` if it is to be left alone."""
    name = found[1]
    string = found.string
    around = string[max(0, found.start() - 1) : found.start()] + string[found.end() : found.end() + 1]
    if around in _QUOTES or (name[0] != "#" and name not in html5):
        return ""
    character = unescape(f"&{name}")
    if len(character) != 1 or character == "\ufffd":
        return ""
    return " " if character in _BREAKS else character
