"""Text normalisation, the same for HTML and for text dumps."""

from __future__ import annotations

import re
from unicodedata import combining, is_normalized, normalize

_DROPPED = (
    *range(0x20),  # C0: tab and line breaks are folded before
    0x7F,
    0xAD,  # soft hyphen: a place to break, no character
    0x200B,  # zero width space
    0x2060,  # word joiner
    0xFEFF,  # byte order mark
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
    *range(0xFDD0, 0xFDF0),  # noncharacters
    *(plane + low for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)),
)
"""Invisible or not allowed in XML. Joiners (U+200C, U+200D) and direction marks stay: Persian, Hindi, emoji
and text of mixed direction need them."""

_MENDED: dict[int, str | None] = {
    **dict.fromkeys(_DROPPED),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    # C1 controls are what browsers make of these bytes (WHATWG Encoding, index windows-1252).
    **{code: bytes((code,)).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)},
}


_MOST_MARKS = 30
"""Marks on one letter: no script needs more (UAX #15, 13: stream-safe text)."""

_SHORT = 4_096
"""Characters in which composing cannot take long, whatever they are."""

_MARKS = re.compile(r"[^\w\s\x00-\u02ff]{31,}")
"""Runs that may be marks on one letter; most are not."""


def normalise(text: str) -> str:
    r"""Fold white space, drop what is invisible, compose to NFC.

    White space of any kind becomes one space, at the ends none. C1 control characters are read as the
    windows-1252 punctuation that they were meant to be; other control characters, soft hyphens, zero width
    spaces and noncharacters go; a lone surrogate becomes U+FFFD.

    Args:
        text: Any text.

    Returns:
        The normalised text; empty if nothing visible was in it.

    >>> normalise("a\u00a0 man\x00ifest\u00ado\n")
    'a manifesto'
    """
    folded = text.strip()
    printable = folded.isprintable()  # looks at every character, so it is asked once where it can be
    if not printable or "  " in folded:
        folded = " ".join(folded.split())
        printable = printable or folded.isprintable()
    if printable and folded.isascii():
        return folded
    if not printable:  # control, format, surrogate or unassigned characters
        folded = " ".join(folded.translate(_MENDED).split())
    if len(folded) > _SHORT:
        folded = _MARKS.sub(_stream_safe, folded)
    return folded if is_normalized("NFC", folded) else normalize("NFC", folded)


def is_composed(text: str, *, longest_line: int) -> bool:
    r"""Tell whether a text is in NFC and without runs of marks that would make composing slow.

    Args:
        text: Any text.
        longest_line: Characters of its longest line: there is no use in looking for long runs in short ones.

    >>> is_composed("été", longest_line=3), is_composed("e\u0301te\u0301", longest_line=5)
    (True, False)
    """
    if text.isascii():
        return True
    return (longest_line <= _SHORT or _MARKS.search(text) is None) and is_normalized("NFC", text)


def _stream_safe(found: re.Match[str]) -> str:
    """Part a run of marks, which composing would put in order in quadratic time (UAX #15, 13.4)."""
    parts: list[str] = []
    marks = 0
    for character in found[0]:
        marks = marks + 1 if combining(character) else 0
        if marks > _MOST_MARKS:
            parts.append("\u034f")  # combining grapheme joiner: invisible, and ends the run
            marks = 1
        parts.append(character)
    return "".join(parts)
