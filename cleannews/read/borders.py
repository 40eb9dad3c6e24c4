"""A border: a place where text nodes may have run into each other, judged by what stands around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleannews.read.letters import LOWER, UPPER
from cleannews.read.names import BRANDS, LONG_BRANDS, PREFIXES
from cleannews.read.page import Join
from cleannews.read.small_words import ABBREVIATIONS, LEADING_WORDS
from cleannews.read.word_lists import any_of, load_words

COUNTED = any_of(load_words("counted_words"))
"""What numbers on pages count (comments, views), as the alternatives of a pattern."""
COUNT = re.compile(rf"\d(?<=[{LOWER}]{{3}}.)(?=\d{{0,4}}(?:{COUNTED}|\s(?i:{COUNTED})))")
"""``roof47Comments``, ``mail5 commentaires``: a number that ran into a word and counts what follows."""
_COUNT_CHARS = 5

_BEFORE = re.compile(rf"[{LOWER}]+[{UPPER}]*|[{UPPER}]+")
"""The word before a border, read backwards."""

_AFTER = re.compile(rf"[{UPPER}]+(?![{LOWER}])|[{UPPER}][{LOWER}]*")
_ADDRESS = re.compile(r"[@/\\_=]|www\.|https?:")
_DOMAIN_END = frozenset({"Com", "Net", "Org", "Js", "Tv", "Uk", "Eu"})
_CAPITALS_END = re.compile(rf"(?:^|\W)[{UPPER}]{{2,}}$")
_CAPITALS = re.compile(rf"[{UPPER}]{{2,5}}(?![{LOWER}{UPPER}])")
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+$")

_CHUNK = 24
"""Characters looked at on either side of a border: longer than any brand."""

_IDENTIFIERS = frozenset("._/#@$:&=(")

_DATELINE = 60
"""Characters of a line in which the place stands that a hyphen parts from the text, as in Latin America."""

_LETTERS, _WORD = 2, 3
"""Shorter pieces are no words: ``kWh``, ``GmbH``, ``eBay``, ``PhD``."""

_LONE_WORDS = "AIOÀÉYEVKSZUИВКСОУЯ"
"""Capitals that are words by themselves in the languages of Europe."""

_MARK = re.compile(r"(?<![^\W\d_])[\"”“«»]|[\"”“«»](?![^\W\d_])")
"""A quotation mark, not one inside a Hebrew abbreviation."""

_QUOTATION = 600
"""Characters that a quotation is followed back for."""


class Border(NamedTuple):
    """A place where the input is cut although there is no white space."""

    place: int
    join: Join
    certain: bool
    """Certain in any dump; the others only in one that is known to be glued."""


def judge(source: str, place: int) -> Border | None:
    """Judge a place by the character before it; ``None`` if no text nodes met there."""
    before = source[place - 1]
    if before.islower():  # the low quotation mark only opens
        low = source[place] == "„"
        return Border(place, Join.NONE, certain=True) if low else _between_letters(source, place)
    if before.isdigit():
        return _after_digit(source, place)
    if before in ".!?…":
        return _after_stop(source, place, place - 1)
    if before in '»”’"“':
        return _after_quote(source, place)
    if before in ")]":
        return _after_bracket(source, place)
    return None


def _between_letters(source: str, place: int) -> Border | None:
    head, tail = words_around(source, place)
    if not head or not tail or is_brand(source, place, head, tail):
        return None
    if len(head) < _WORD and not (len(head) == _LETTERS and _ends_compound(source, place - len(head))):
        return None
    if len(tail) < _LETTERS and not _is_lone_word(source, place):
        return None
    begin, end = place - len(head), place + len(tail)
    whole = begin == 0 or not (source[begin - 1].isalnum() or source[begin - 1] in _IDENTIFIERS)
    named = source[end : end + 1].isalnum() or source[end : end + 1] in {"_", "("}  # getElementById, addText(
    small = whole and head[0].islower() and not named
    if tail.lower() in LEADING_WORDS:
        return Border(place, Join.NONE, certain=whole and not named and (small or len(head) > _WORD))
    certain = small and tail[1:2].islower() and len(tail) > _WORD
    return Border(place, Join.NONE if certain else Join.GLUED, certain)


def _ends_compound(source: str, place: int) -> bool:
    """Tell whether a hyphen parts a short piece from the word that it belongs to: ``retirá-loThaís``."""
    return source[place - 1 : place] == "-" and source[max(0, place - 3) : place - 1].islower()


def words_around(source: str, place: int) -> tuple[str, str]:
    """Return the words on either side of a border, ``""`` where there is none."""
    left = _BEFORE.match(source[max(0, place - _CHUNK) : place][::-1])
    right = _AFTER.match(source, place, place + _CHUNK)
    return source[place - left.end() : place] if left else "", right.group() if right else ""


def word_at(source: str, place: int) -> str:
    """Return the word behind a border in small letters, ``""`` where there is none."""
    found = _AFTER.match(source, place, place + _CHUNK)
    return found.group().lower() if found else ""


def _is_lone_word(source: str, place: int) -> bool:
    """Tell whether a capital is a word by itself: ``the endA boat sank``."""
    return source[place] in _LONE_WORDS and source[place + 1 : place + 2] == " "


def is_brand(source: str, place: int, head: str, tail: str) -> bool:
    """Tell whether a border lies inside a name, given the words on either side."""
    begin = place - len(head)
    if head in PREFIXES and (begin == 0 or not source[begin - 1].isalpha()):
        return True
    both = head + tail
    if both in BRANDS:
        return True
    if both not in _LONG_BRANDS:
        return False
    around = source[max(0, place - _CHUNK) : place + _CHUNK]
    return any(both in brand and brand in around for brand in LONG_BRANDS)


_LONG_BRANDS = "\n".join(LONG_BRANDS)


def _after_digit(source: str, place: int) -> Border | None:
    right = _AFTER.match(source, place, place + _CHUNK)
    if not right or len(right.group()) < _WORD or not right.group()[1:].islower():  # "4K", "5G", "3D"
        return None
    counted = COUNT.search(source, max(0, place - _COUNT_CHARS), place + _CHUNK) is not None
    return None if counted else Border(place, Join.NONE, certain=False)


def _after_stop(source: str, place: int, stop: int) -> Border | None:
    """Judge ``word.Word``: a paragraph's end and the next one's start, or an address, or initials."""
    left = "".join(source[max(0, stop - _CHUNK) : stop].rsplit(None, 1)[-1:])
    right = "".join(source[place : place + _CHUNK].split(None, 1)[:1])
    if not left or (source[place] in '“"»' and _closes(source, place)):
        return None
    if source[place] == "-" and source.rfind("\n", max(0, place - _DATELINE), place) >= 0:
        return None  # "XALAPA, Ver.- The market"
    if source[stop] != ".":
        return Border(place, Join.NONE, certain=len(left) > 1)
    if _ADDRESS.search(left) or _ADDRESS.search(right) or right.rstrip(".,;:)") in _DOMAIN_END:
        return None
    if _CAPITALS_END.search(left) and _CAPITALS.match(right):  # HARBOUR.COM, ASP.NET
        return None
    return _after_full_stop(left, place)


def _after_full_stop(left: str, place: int) -> Border | None:
    """Judge the word before a full stop: no ``U.S``, ``z.B``, ``St``, ``Dr``."""
    last = left[-1]
    if last.isdigit():
        return Border(place, Join.NONE, certain=False)
    if left.endswith(".."):  # the mark of a text that was cut off, and somebody's way of writing
        return Border(place, Join.NONE, certain=False)
    if not last.isalpha():
        return Border(place, Join.NONE, certain=True) if last in ')]%»”’"“…' else None
    word = _LAST_WORD.search(left)
    size = len(word.group()) if word else 0
    tail = left[-size:]
    if "." in left[:-size] or size < _LETTERS or tail.casefold() in ABBREVIATIONS or _ends_in_initial(tail):
        return None
    if size == _LETTERS and tail.istitle():
        return None
    return Border(place, Join.NONE, certain=size >= _WORD or tail.islower())


def _ends_in_initial(word: str) -> bool:
    """Tell whether a word runs on into the first letter of an abbreviation: ``HomeU.S.``."""
    return word[-1].isupper() and word[-2].islower()


def _after_quote(source: str, place: int) -> Border | None:
    """Judge a quotation mark before a capital: closing one paragraph, or opening a quotation."""
    before = source[place - 2] if place > 1 else " "
    if before.isspace() or before in "([{-–—/=:" or not _closes(source, place - 1):
        return None
    if before in ".!?…":
        return Border(place, Join.NONE, certain=True)
    if before.isalnum() and source[place - 1] != "’":  # an elision: "l’Europe"
        return Border(place, Join.GLUED, certain=False)
    return None


def _closes(source: str, place: int) -> bool:
    """Tell whether the quotation mark at a place closes a quotation: the mark before it opened one."""
    mark = source[place]
    since = max(0, place - _QUOTATION)
    if mark == "“":
        return source.rfind("„", since, place) > source.rfind("“", since, place)
    if mark == '"':
        opened = source.rfind('"', since, place)
        return opened == 0 or (
            opened > 0 and not source[opened - 1].isalnum() and source[opened - 1] not in ".!?,…"
        )
    return mark in "”»’"


def is_quoted(source: str, place: int) -> bool:
    """Tell whether a quotation is open at a place: its line has an odd number of marks outside of words."""
    line = source[max(source.rfind("\n", 0, place) + 1, place - _QUOTATION) : place]
    return len(_MARK.findall(line)) % 2 == 1


def _after_bracket(source: str, place: int) -> Border | None:
    right = _AFTER.match(source, place, place + _CHUNK)
    if not right or source[place - 1] == "]":
        return None
    if len(right.group()) < _LETTERS and source[place + 1 : place + 2] != " ":  # a formula, a citation
        return None
    return Border(place, Join.NONE, certain=False)
