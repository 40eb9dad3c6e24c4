"""What furniture is made of in scripts without capitals: phrases, departments, labels, moments."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cleannews.label.departments import menu_names
from cleannews.label.lexicon import load_lexicon
from cleannews.read.menu_words import MENU_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

UNCASED = re.compile("[\u05d0-\u1c7f\u3040-\u318f\u3400-\u9fff\uac00-\ud7a3]")
"""Letters of scripts that have no capitals, from Hebrew on; few others stand between them."""
WEIGHT = 4
"""What the items of a run have to weigh: four departments, two long phrases, or a moment beside a phrase."""
MOMENT_WEIGHT = 3
"""Of a moment that sentences write so too."""

_LEAST_PHRASE, _LONG_PHRASE, _LEAST_NETWORK = 2, 4, 4
"""Characters of an item, of one that counts twice, and of a network in Latin letters."""

_YEAR = r"(?:19|20|25|۱[۳۴]|[१২]\d|٢٠)\d\d"
_TIME = r"\d{1,2}[:.]\d\d(?::\d\d)?"
_MOMENT = re.compile(
    rf"(?<!\d){_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}\.?\s{{0,3}}(?:[^\W\d]{{2}}\s)?{_TIME}"
    rf"|(?<!\d)\d{{1,2}}[-./]\d{{1,2}}[-./]{_YEAR}[,،]?\s{{0,3}}{_TIME}"
    rf"|(?<!\d)\d{{1,2}}\s[^\W\d_]{{1,12}}\.?(?:[^\W\d_]{{1,2}}\.)?[,،]?\s{_YEAR}[,،]?\s?[-–|/]?\s?(?:เวลา\s)?{_TIME}"
    rf"|(?<!\d){_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}$"
)
"""A day with its time, as pages write it beside the headline; without one at the end of a block."""
_EAST_ASIAN_MOMENT = re.compile(
    rf"(?<!\d){_YEAR}\s?[年년]\s?\d{{1,2}}\s?[月월]\s?\d{{1,2}}\s?[日일](?:\s?[（(].[)）])?\s?(?:[午上下오]..?\s?)?"
    r"(?:\d{1,2}[:：]\d\d(?::\d\d)?|\d{1,2}[時时시]\s?\d{1,2}[分분])"
)
"""Sentences write it so too: it needs a phrase beside it."""
_BEHIND_TIME = re.compile(r"\s?(?:น\.|[AaPp][Mm]\b|[مص](?![^\W\d_]{0,2}\s))")
_BEFORE_DAY = re.compile(r"[^\W\d_]{3,16}[,،]?\s$")
_COUNT = re.compile(r"\s?(\d[\d,.]{0,6})(?![\d:./-])")
_NUMBER = re.compile(r"(\d{1,6})(\s?)")
_DAY_CHARS = 16
"""Characters before a day in which its weekday stands."""
_LATIN = ("copy link", "copy url", "email", "print", "[pr]", "【pr】")
"""Items in Latin letters that stand among others in all scripts."""
_COLON = re.compile(r"\s?[:：]\s?")


Table: TypeAlias = "Mapping[str, Sequence[tuple[str, int]]]"
"""Phrases with their weights, by their first two characters, the longest first."""


class Item(NamedTuple):
    """Something that furniture is made of."""

    start: int
    end: int
    weight: int
    told: bool = False
    """Whether a colon stands behind it: what follows belongs to it."""
    led: bool = False
    """Whether an arrow leads to it: a step of a path."""
    lone: bool = False
    """Whether it is a moment, or a label: both mean something without others."""


def items(text: str) -> Iterator[Item]:
    """Yield what furniture is made of in a text, in order, the longest at each place.

    Args:
        text: A block of a dump in a script without capitals.

    >>> [text[one.start : one.end] for text in ["首页新闻老城区 2023-12-08 09:47"] for one in items(text)]
    ['首页', '新闻', '2023-12-08 09:47']
    """
    moments, table = dict(_moments(text)), _table()
    folded = text.casefold()
    folded = folded if len(folded) == len(text) else text
    place = 0
    while place < len(text):
        item = moments.get(place) or _phrase_at(folded, place, table) or _counter_at(folded, place, table)
        if item and not item.told:
            item = _with_count(folded, item, moments, table)
        if item:
            yield item
        place = item.end if item else place + 1


def _phrase_at(text: str, place: int, table: Table) -> Item | None:
    """The longest phrase at a place, with the colon behind it."""
    for phrase, weight in table.get(text[place : place + _LEAST_PHRASE], ()):
        if text.startswith(phrase, place):
            end = place + len(phrase)
            colon = _COLON.match(text, end)
            return Item(place, colon.end() if colon else end, weight, told=bool(colon), lone=bool(colon))
    return None


def _counter_at(text: str, place: int, table: Table) -> Item | None:
    """A number and the word for what is counted: "3 تعليقات"."""
    number = _NUMBER.match(text, place) if text[place].isdigit() else None
    if number is None:
        return None
    form = f"#{number[2]}"
    for phrase, weight in table.get(form + text[number.end() : number.end() + _LEAST_PHRASE - len(form)], ()):
        if text.startswith(phrase[len(form) :], number.end()):
            return Item(place, number.end() + len(phrase) - len(form), weight)
    return None


def _with_count(text: str, item: Item, moments: Mapping[int, Item], table: Table) -> Item:
    """Add the number behind an item, unless another item begins with it."""
    counted = _COUNT.match(text, item.end)
    if counted is None or item.weight >= WEIGHT:
        return item
    start = counted.start(1)
    return item if start in moments or _counter_at(text, start, table) else item._replace(end=counted.end())


def _moments(text: str) -> Iterator[tuple[int, Item]]:
    """Yield moments by their first character."""
    for found in _MOMENT.finditer(text):
        behind = _BEHIND_TIME.match(text, found.end())
        end = behind.end() if behind else found.end()
        for start in (found.start(), _day_start(text, found.start())):  # a phrase may hold the second
            yield start, Item(start, end, WEIGHT, lone=True)
    for found in _EAST_ASIAN_MOMENT.finditer(text):
        yield found.start(), Item(found.start(), found.end(), MOMENT_WEIGHT, lone=True)


def _day_start(text: str, place: int) -> int:
    """Where a day begins, the day of the week before it included."""
    before = _BEFORE_DAY.search(text, max(0, place - _DAY_CHARS), place)
    if before is None:
        return place
    word = before[0].rstrip(",، ")
    names = load_lexicon().words["date"]
    size = next((size for size in range(len(word), 2, -1) if word[-size:] in names), 0)
    return before.start() + len(word) - size if size else place


@lru_cache(maxsize=1)
def _table() -> dict[str, list[tuple[str, int]]]:
    """All phrases and departments in such scripts, by their first two characters, the longest first."""
    lexicon = load_lexicon()
    weights = dict.fromkeys(filter(_is_uncased, menu_names() | MENU_WORDS), 1)
    for line in filter(_is_uncased, lexicon.lines):
        if line not in lexicon.beside:
            weights.setdefault(line, 1 + (len(line) >= _LONG_PHRASE))
    weights.update({name: 2 for name in lexicon.words["network"] if len(name) >= _LEAST_NETWORK})
    weights.update(dict.fromkeys(_LATIN, 2))
    table: dict[str, list[tuple[str, int]]] = {}
    for phrase in sorted(weights, key=len, reverse=True):
        table.setdefault(phrase[:_LEAST_PHRASE], []).append((phrase, weights[phrase]))
    return table


def _is_uncased(line: str) -> bool:
    """Tell whether a phrase is in such a script; of numbers one at its beginning is looked for."""
    return len(line) >= _LEAST_PHRASE and "#" not in line[1:] and UNCASED.search(line) is not None
