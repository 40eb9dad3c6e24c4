"""UTF-8 that was read as windows-1252 before it was written down: ``donâ€™t``, ``cafÃ©``, ``Ð¡ÐµÐ²ÐµÑ€``.

A dump is taken for one only if nearly all of its letters beyond ASCII are such sequences, from the first ones
on, or from its middle on, below a menu that was read rightly: no language writes so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.read.rewriting import Change, Unescaped, rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator

_HIGH = [bytes((code,)).decode("cp1252", "ignore") for code in range(0x80, 0xC0)]
_BYTES = {
    **{chr(code): code for code in range(0x80, 0x100)},
    **{char: code for code, char in enumerate(_HIGH, 0x80) if char},
}
_NEXT = "".join(map(re.escape, sorted({*map(chr, range(0x80, 0xC0)), *filter(None, _HIGH)})))
_LOST = "â€\ufffd?(?![^\\s.,;:!?)])"
"""A closing quotation mark: the last of its bytes is none in windows-1252."""
_SEQUENCE = re.compile(rf"[\xc2-\xdf][{_NEXT}]|[\xe0-\xef][{_NEXT}]{{2}}|[\xf0-\xf4][{_NEXT}]{{3}}|{_LOST}")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_GLANCE = 5
"""Runs of letters beyond ASCII that are looked at first."""
_MIN_SEQUENCES = 3
_NEARLY_ALL = 0.9
"""Share of the letters beyond ASCII that must be read so: what windows-1252 lacks may have been lost."""


def without_mojibake(source: str) -> Unescaped | None:
    """Read what was decoded wrongly.

    Args:
        source: The dump.

    Returns:
        ``None`` if it is written like any other text.

    >>> found = without_mojibake("It doesnâ€™t rain â€“ at the cafÃ©.")
    >>> found.text, found.origin(9)
    ('It doesn’t rain – at the café.', 11)
    """
    if source.isascii() or not (_may_be(source, 0) or _may_be(source, len(source) // 2)):
        return None
    changes = list(_changes(source))
    foreign = sum(len(run) for run in _FOREIGN.findall(source))
    read = sum(change.end - change.start for change in changes)
    if len(changes) < _MIN_SEQUENCES or read < _NEARLY_ALL * foreign:
        return None
    return rewritten(source, changes)


def _may_be(source: str, place: int) -> bool:
    """Tell by the first letters beyond ASCII from a place on: all but one begin like a character in UTF-8."""
    wrong = 0
    for _ in range(_GLANCE):
        run = _FOREIGN.search(source, place)
        if run is None:
            break
        wrong += _SEQUENCE.match(source, run.start()) is None
        if wrong > 1:
            return False
        place = run.end()
    return True


def _changes(source: str) -> Iterator[Change]:
    for found in _SEQUENCE.finditer(source):
        if found[0].startswith("â€") and found[0][2:] in ("", "\ufffd"):
            yield Change(*found.span(), "”")
            continue
        written = bytes([_BYTES[char] for char in found[0]])
        try:
            character = written.decode("utf-8")
        except UnicodeDecodeError:  # overlong, or half of a pair
            continue
        yield Change(*found.span(), character)
