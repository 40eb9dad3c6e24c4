"""Where text nodes ran into each other: ``HomeNewsPolitics``, ``Tor.Nach``, ``2025Von``."""

from __future__ import annotations

import re
import sys
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from cleannews.read.borders import COUNT, COUNTED, Border, is_brand, is_quoted, judge, word_at, words_around
from cleannews.read.letters import LOWER, UPPER
from cleannews.read.page import Join
from cleannews.read.small_words import LEADING_WORDS
from cleannews.read.stamps import BEHIND_NUMBER

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

_YEAR_FIRST, _YEAR = re.compile(r"(?:19|20)\d\d\.\d{1,2}\.\s?\d"), len("2024.")
"""``2024.10.17.``: the month behind the year is no time of day."""

_CLOCK_COUNT = re.compile(rf"\d(?<=\d:\d\d.)(?=\d{{0,3}}\s(?i:{COUNTED}))")
"""``10:357 comments``: a number that ran into a time of day and counts what follows."""

_DIALOGUE = re.compile(rf"[–—](?<=[{LOWER}?!].)(?=\s[{UPPER}])")
"""``avganger– Jeg``: the dash before what somebody says, straight after a word."""

_BUTTON = re.compile(rf"[{UPPER}](?<=[▾▼▸►▶].)")
"""``More▾Home``: what stands behind the sign of a button."""

_PREFIXED = re.compile(rf".?[^\w](?=(?!i[PMO]|e[BM])([{LOWER}]{{1,2}}[{UPPER}][{LOWER}]{{2}}))", re.DOTALL)
_MIN_PREFIXED = 5
"""So many different words with a capital behind one or two small letters: a language that puts prefixes
before names (isiZulu ``eThekwini``, Irish ``bhFuil``), where a capital inside a word tells nothing."""

_NAME_REPEATS = 3
"""A glued menu stands on a page twice (wide and narrow screens); what is glued more often is written so."""


def borders_of(source: str) -> list[Border]:
    """Find where text nodes ran into each other, in input order.

    >>> source = "The end.New start of iPhone sales by McKinsey vonSüdtirol"
    >>> [source[border.place :][:3] for border in borders_of(source)]
    ['New', 'Süd']
    """
    places = [candidate.start() for candidate in _CANDIDATE.finditer(source)]
    judged = [border for place in places if (border := judge(source, place))]
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
        closes = bool(found["mark"]) and is_quoted(source, found.start("mark"))
        yield Border(found.end() if closes else found.start("mark"), Join.NONE, certain=True)


def _without_foreign(source: str, borders: Sequence[Border]) -> list[Border]:
    """Take back certainty where a small word that the dump never writes by itself is glued: ``CinemaCon``."""
    own: dict[str, bool] = {}
    found = []
    for border in borders:
        word = word_at(source, border.place) if border.certain and source[border.place - 1].islower() else ""
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
        if border.join is Join.GLUED and word_at(source, border.place) in words
        else border
        for border in borders
    ]


@lru_cache(maxsize=1)
def _small_words(source: str) -> frozenset[str]:
    """The words that a dump writes small, once for all of its lines."""
    return frozenset(word for word in source.split() if word.islower())


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
        if not is_brand(source, place, *words_around(source, place))
    ]
    patterns = (_FIGURE, COUNT, _CLOCK_COUNT, _DIALOGUE, _BUTTON)
    found = (each.start() for pattern in patterns for each in pattern.finditer(source, start, end))
    figures = [place for place in found if not _YEAR_FIRST.match(source, max(place - _YEAR, 0))]
    borders = {place: Border(place, Join.GLUED, certain=False) for place in acronyms}
    borders.update((place, Border(place, Join.NONE, certain=False)) for place in figures)
    return [borders[place] for place in sorted(borders)]
