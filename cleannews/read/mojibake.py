"""UTF-8 that was read in an older encoding before it was written down: ``donâ€™t``, ``cafÃ©``, ``РќР°``.

A dump is taken for one only if nearly all of its letters beyond ASCII are such sequences, from the first ones
on, or from its middle on, below a menu that was read rightly: no language writes so.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.rewriting import Change, Unescaped, rewritten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENCODINGS = ("cp1252", "cp1251", "cp1250", "iso8859_2")
"""What browsers and scrapers took UTF-8 for: Windows' encodings of western, Russian and central European, and
the standard's of the last, in which control characters (C1) stand between the letters."""
_CONTROLS = re.compile("[\x80-\x9f]")
_HIGH = range(0x80, 0x100)
_FOREIGN = re.compile("[^\x00-\x7f\xa0\xad\u200b-\u200f\u2060\ufeff]+")
"""All beyond ASCII but spaces that do not break, soft hyphens and what has no width."""
_GLANCE = 5
"""Runs of letters beyond ASCII that are looked at first."""
_MIN_SEQUENCES = 3
_NEARLY_ALL = 0.9
"""Share of the letters beyond ASCII that must be read so: what the encoding lacks may have been lost."""


class _Reading(NamedTuple):
    """How UTF-8 looks in an encoding."""

    codes: dict[str, int]
    head: re.Pattern[str]
    """What such sequences begin with; most texts have none, which is quick to see."""
    sequence: re.Pattern[str]
    """A character of UTF-8, or what is left of one."""
    left: dict[str, str]
    """What is left of characters one of whose bytes the encoding lacks, and the characters."""


def without_mojibake(source: str) -> Unescaped | None:
    """Read what was decoded wrongly.

    Args:
        source: The dump.

    Returns:
        ``None`` if it is written like any other text.

    >>> found = without_mojibake("It doesnâ€™t rain â€“ at the cafÃ©.")
    >>> found.text, found.origin(9)
    ('It doesn’t rain – at the café.', 11)
    >>> without_mojibake("РќР° СЂРµРєРµ Р±С‹Р» РґРѕР¶РґСЊ").text
    'На реке был дождь'
    """
    if source.isascii():
        return None
    foreign = 0
    controlled = _CONTROLS.search(source) is not None
    central = _ENCODINGS[:1:-1] if controlled else _ENCODINGS[2:]
    for reading in map(_reading, _ENCODINGS[:2] + central):
        if not reading.head.search(source):
            continue
        if not (_may_be(source, 0, reading) or _may_be(source, len(source) // 2, reading)):
            continue
        changes = list(_changes(source, reading))
        foreign = foreign or _count_letters(_FOREIGN.findall(source))
        sequences = [source[change.start : change.end] for change in changes]
        read, others = sum(map(len, sequences)), foreign - _count_letters(sequences)
        if len(changes) >= _MIN_SEQUENCES and read >= _NEARLY_ALL * (read + others):
            return rewritten(source, changes)
    return None


def _count_letters(runs: Iterable[str]) -> int:
    return sum(map(str.isalpha, "".join(runs)))


@lru_cache(maxsize=len(_ENCODINGS))
def _reading(encoding: str) -> _Reading:
    """Find out how UTF-8 looks in an encoding; bytes that it lacks stand for themselves."""
    codes = {chr(code): code for code in _HIGH}
    shown = {code: bytes((code,)).decode(encoding, "ignore") or chr(code) for code in _HIGH}
    codes |= {char: code for code, char in shown.items()}
    back = _class(char for char, code in codes.items() if code < 0xC0)  # noqa: PLR2004 - UTF-8's second bytes
    heads = [
        _class(shown[code] for code in led)
        for led in (range(0xC2, 0xE0), range(0xE0, 0xF0), range(0xF0, 0xF5))
    ]
    head = re.compile(_class(shown[code] for code in range(0xC2, 0xF5)))
    left, lost = _lost(encoding, back)
    whole = "|".join(f"{led}{back}{{{count}}}" for count, led in enumerate(heads, 1))
    return _Reading(codes, head, re.compile(f"{whole}|{lost}" if lost else whole), left)


def _lost(encoding: str, back: str) -> tuple[dict[str, str], str]:
    """What is left of characters that the encoding has no whole sequence for, and a pattern for it.

    The closing quotation mark in windows-1252, a space that does not break, and the first sign of what was
    read wrongly twice (its second, a control character, may be gone); in windows-1251 the Russian ``И``, and
    ``Р``, whose second byte reads as a space that does not break.
    """
    if encoding == "cp1252":
        return {"â€": "”", "Â": " ", "Ã": "Ã"}, "â€\ufffd?(?![^\\s.,;:!?)])|Â(?!\\S)|Ã(?=Â)"
    if encoding == "cp1251":
        return {"Р": "И", "Р ": "Р"}, f"Р (?=[РС]{back})|Р\ufffd?(?!{back})"
    return {}, ""


def _class(chars: Iterator[str]) -> str:
    return f"[{''.join(map(re.escape, sorted({*chars})))}]"


def _may_be(source: str, place: int, reading: _Reading) -> bool:
    """Tell by the first letters beyond ASCII from a place on: all but one begin like a character in UTF-8."""
    wrong = 0
    for _ in range(_GLANCE):
        run = _FOREIGN.search(source, place)
        if run is None:
            break
        told = any(map(str.isalpha, run[0]))  # signs and pictures say nothing
        wrong += told and reading.sequence.match(source, run.start()) is None
        if wrong > 1:
            return False
        place = run.end()
    return True


def _changes(source: str, reading: _Reading) -> Iterator[Change]:
    for found in reading.sequence.finditer(source):
        left = reading.left.get(found[0].rstrip("\ufffd"))
        if left is not None:
            yield Change(*found.span(), left)
            continue
        written = bytes([reading.codes[char] for char in found[0]])
        try:
            character = written.decode("utf-8")
        except UnicodeDecodeError:  # overlong, or half of a pair
            continue
        yield Change(*found.span(), character)
