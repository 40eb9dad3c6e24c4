"""Where text nodes ran into each other: ``HomeNewsPolitics``, ``Tor.Nach``, ``2025Von``."""

from __future__ import annotations

import re
import sys
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.letters import LOWER, UPPER
from cleannews.read.names import BRANDS, LONG_BRANDS, PREFIXES
from cleannews.read.page import Join
from cleannews.read.small_words import ABBREVIATIONS, LEADING_WORDS
from cleannews.read.stamps import BEHIND_NUMBER
from cleannews.read.word_lists import any_of, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CANDIDATE = re.compile(
    rf"[{UPPER}„“«‚»\"–—-](?<=[{LOWER}\d)\].!?…»”’\"%“].)(?:(?<=[{LOWER}\d)\].!?…»”’\"%“][{UPPER}])|(?<=[.!?…][»”’\"“][„“«‚])"
    rf"|(?<=[{LOWER}][.!?…][„“«»\"])(?=[{UPPER}])|(?<=[{LOWER}][.!?…][–—-])(?=\s?[{UPPER}])"
    rf"|(?<=[{LOWER}]{{2}}„)(?=[{UPPER}]))"
)
"""A capital straight after a small letter, a digit, a closing mark or a full stop; or an opening quotation
mark or a dash straight after a full stop. The rare class comes first, so that the search skips to it; then
what may stand before any of them, so that most capitals are done with at the space before them."""

_CASELESS = re.compile(
    r"[.!?؟۔।](?<=[\u05d0-\u05ea\u0621-\u064a\u066e-\u06d3\u0900-\u0963\u0980-\u09ff]{2}.)(?P<mark>[\"”»«“]?)"
    r"(?=[\"“«„]?[\u05d0-\u05ea\u0621-\u064a\u066e-\u06d3\u0904-\u0939\u0985-\u09b9]{2})"
)
"""A full stop behind two letters and before two of a script without capitals; a quotation mark may close or
open there."""

_ACRONYM = re.compile(rf"[{UPPER}](?<=[{UPPER}]{{3}})(?=[{LOWER}]{{2}})")
"""``BBCThe``: an acronym before a capitalised word. Only looked for where a dump is known to be glued."""

_UNITS = (
    r"min|hour|hr|day|week|month|year|Stunde|Tag|Minute|Woche|Monat|heure|jour|semaine|mois|hora|día|dia|ora|ore|giorn"
    r"|uur|dag|tim|godz|dni|hodin|dn|час|дн|мин|Jan|Feb|M[aä]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz]"
)
_FIGURE = re.compile(
    rf"\d(?:(?<=[{LOWER}{UPPER}]{{3}}.)|(?<=[{LOWER}{UPPER}\d)][.!?].)|(?<=[{LOWER}.!?][\"”»“«].))"
    rf"(?=\d?(?:{BEHIND_NUMBER}|-\d{{1,2}}-(?:19|20)\d\d|[./]\s?\d{{1,2}}[./]|[.:]\d\d\s|(?:\.|st|nd|rd|th)?\s?(?:{_UNITS})))",
    re.IGNORECASE,
)
"""``Kommentar12.03.2024``, ``read5 min``: a date, a time or a duration straight after a word."""

_COUNTED = any_of(load_words("counted_words"))
_COUNT = re.compile(rf"\d(?<=[{LOWER}]{{3}}.)(?=\d{{0,4}}(?:{_COUNTED}|\s(?i:{_COUNTED})))")
"""``roof47Comments``, ``mail5 commentaires``: a number that ran into a word and counts what follows."""
_COUNT_CHARS = 5
_CLOCK_COUNT = re.compile(rf"\d(?<=\d:\d\d.)(?=\d{{0,3}}\s(?i:{_COUNTED}))")
"""``10:357 comments``: the same behind a time of day."""

_DIALOGUE = re.compile(rf"[–—](?<=[{LOWER}?!].)(?=\s[{UPPER}])")
"""``avganger– Jeg``: the dash before what somebody says, straight after a word."""

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

_PREFIXED = re.compile(rf".?[^\w](?=(?!i[PMO]|e[BM])([{LOWER}]{{1,2}}[{UPPER}][{LOWER}]{{2}}))", re.DOTALL)
_MIN_PREFIXED = 5
"""So many different words with a capital behind one or two small letters: a language that puts prefixes
before names (isiZulu ``eThekwini``, Irish ``bhFuil``), where a capital inside a word tells nothing."""

_NAME_REPEATS = 3
"""A glued menu stands on a page twice (wide and narrow screens); what is glued more often is written so."""

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


def borders_of(source: str) -> list[Border]:
    """Find where text nodes ran into each other, in input order.

    >>> source = "The end.New start of iPhone sales by McKinsey vonSüdtirol"
    >>> [source[border.place :][:3] for border in borders_of(source)]
    ['New', 'Süd']
    """
    places = [candidate.start() for candidate in _CANDIDATE.finditer(source)]
    judged = [border for place in places if (border := _judge(source, place))]
    found = _without_names(source, _without_foreign(source, judged))
    if len(places) >= _MIN_PREFIXED and _puts_prefixes_before_names(source, places):
        found = [border for border in found if not source[border.place - 1].islower()]
    return found if source.isascii() else sorted({*found, *_caseless_borders(source)})


def _caseless_borders(source: str) -> Iterator[Border]:
    """Find full stops without white space behind them in scripts without capitals: ``קווים.לדברי``.

    >>> [border.place for border in borders_of('אמר לא."הבחור הלך.אבא קם')]
    [7, 18]
    """
    for found in _CASELESS.finditer(source):
        closes = bool(found["mark"]) and _is_quoted(source, found.start("mark"))
        yield Border(found.end() if closes else found.start("mark"), Join.NONE, certain=True)


def _is_quoted(source: str, place: int) -> bool:
    """Tell whether a quotation is open at a place: its line has an odd number of marks outside of words."""
    line = source[max(source.rfind("\n", 0, place) + 1, place - _QUOTATION) : place]
    return len(_MARK.findall(line)) % 2 == 1


def _without_foreign(source: str, borders: Sequence[Border]) -> list[Border]:
    """Take back certainty where a small word that the dump never writes by itself is glued: ``CinemaCon``."""
    own: dict[str, bool] = {}
    found = []
    for border in borders:
        word = _word_at(source, border.place) if border.certain and source[border.place - 1].islower() else ""
        if word in LEADING_WORDS and word not in own:
            own[word] = f" {word} " in source or f" {word}\n" in source or f"\n{word} " in source
        foreign = not own.get(word, True)
        found.append(border._replace(join=Join.GLUED, certain=False) if foreign else border)
    return found


def _without_names(source: str, borders: Sequence[Border]) -> list[Border]:
    """Take back certainty where the same two words are glued again and again: a name, not an accident."""
    pairs = Counter(
        source[max(0, border.place - 3) : border.place + 4]
        for border in borders
        if source[border.place - 1].islower()
    )
    return [
        border._replace(join=Join.GLUED, certain=False)
        if pairs[source[max(0, border.place - 3) : border.place + 4]] >= _NAME_REPEATS
        else border
        for border in borders
    ]


def _puts_prefixes_before_names(source: str, places: Sequence[int]) -> bool:
    words = (_PREFIXED.match(source, max(0, place - 3)) for place in places if source[place - 1].islower())
    return len({word.group(1) for word in words if word}) >= _MIN_PREFIXED


def settled(source: str, borders: Sequence[Border]) -> list[Border]:
    """Make borders between letters block borders where the word behind is an ordinary one of the dump.

    ``DorfBei``: a word that the dump also writes small starts a sentence. The rest stay glued: crumbs, or a
    name with a capital inside.
    """
    words = _small_words(source)
    return [
        border._replace(join=Join.NONE)
        if border.join is Join.GLUED and _word_at(source, border.place) in words
        else border
        for border in borders
    ]


@lru_cache(maxsize=1)
def _small_words(source: str) -> frozenset[str]:
    """The words that a dump writes small, once for all of its lines."""
    return frozenset(word for word in source.split() if word.islower())


def _word_at(source: str, place: int) -> str:
    found = _AFTER.match(source, place, place + _CHUNK)
    return found.group().lower() if found else ""


def figure_borders(source: str, start: int = 0, end: int = sys.maxsize) -> list[Border]:
    """Find acronyms, dates, times and what somebody says glued to a word, in a dump known to be glued.

    Args:
        source: The dump.
        start: Where the part of it that is glued begins.
        end: Where it ends.
    """
    acronyms = [
        place
        for place in (found.start() for found in _ACRONYM.finditer(source, start, end))
        if not _is_brand(source, place, *_around(source, place))
    ]
    patterns = (_FIGURE, _COUNT, _CLOCK_COUNT, _DIALOGUE)
    figures = [found.start() for pattern in patterns for found in pattern.finditer(source, start, end)]
    borders = {place: Border(place, Join.GLUED, certain=False) for place in acronyms}
    borders.update((place, Border(place, Join.NONE, certain=False)) for place in figures)
    return [borders[place] for place in sorted(borders)]


def _judge(source: str, place: int) -> Border | None:
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
    head, tail = _around(source, place)
    if not head or not tail or _is_brand(source, place, head, tail):
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


def _around(source: str, place: int) -> tuple[str, str]:
    """Return the words on either side of a border, ``""`` where there is none."""
    left = _BEFORE.match(source[max(0, place - _CHUNK) : place][::-1])
    right = _AFTER.match(source, place, place + _CHUNK)
    return source[place - left.end() : place] if left else "", right.group() if right else ""


def _is_lone_word(source: str, place: int) -> bool:
    """Tell whether a capital is a word by itself: ``the endA boat sank``."""
    return source[place] in _LONE_WORDS and source[place + 1 : place + 2] == " "


def _is_brand(source: str, place: int, head: str, tail: str) -> bool:
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
    counted = _COUNT.search(source, max(0, place - _COUNT_CHARS), place + _CHUNK) is not None
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


def _after_bracket(source: str, place: int) -> Border | None:
    right = _AFTER.match(source, place, place + _CHUNK)
    if not right or source[place - 1] == "]":
        return None
    if len(right.group()) < _LETTERS and source[place + 1 : place + 2] != " ":  # a formula, a citation
        return None
    return Border(place, Join.NONE, certain=False)
