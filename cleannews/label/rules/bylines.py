"""Bylines and what is said of the author at the end."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse
from typing import TYPE_CHECKING

from cleannews.label.departments import is_department
from cleannews.label.lexicon import load_lexicon
from cleannews.label.rules.date_lines import LETTERS, below_headline, holds_lapse, holds_whole_date, is_beside
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import PROSE_WORDS
from cleannews.label.uncased_names import is_uncased
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_BYLINE = Reason("byline", Label.BYLINE, 0.995)
_DATED_NAME = Reason("byline_below_headline", Label.BYLINE, 0.995)
_DATED_WORD = Reason("dated_below_headline", Label.DATELINE, 0.995)
"""Both set; .99 was measured (100 of 101), and the other is a byline that the gold counts as text."""
_UNCASED = Reason("uncased_byline", Label.BYLINE, 0.98)
_BIO = Reason("author_bio", Label.AUTHOR_BIO, 0.858)

_BYLINE_WORDS = 14
_UNCASED_WORDS = 5
_OFFICE_WORDS = 2
_NAME_WORDS, _BARE_NAME_WORDS = range(1, 7), range(1, 5)
"""Capitalised words beside a date that may be names, with a word for "by" and without."""
_WHOLE_NAME = range(2, 5)
_LETTER_BORDER = re.compile(r"(?<=[^\W\d_])(?=\d)")
"""Where a name ran into a number: "Ann Lee2 minutes ago"."""
_PARTED = re.compile(r"[|•·∙⋅●/–—]|(?<=\D),|(?<!\S)-|-(?!\S)|:\s")
"""What parts names from a date; not the comma before a year."""
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|\d{1,2}[:.h]\d\d(?:\s?(?:Uhr|uur|h|hrs)\b)?")
"""A time of day with what belongs to it."""
_CREDITS = re.compile(r"(?:[^\W\d_]{3,15}:\s[^:.]{3,60}\.\s?){1,4}")
"""Who wrote and who photographed, each with a full stop: "Words: Ann Lee. Photos: Bo Ek."."""
_PLACING = frozenset({"at", "for", "from", "für", "in", "mit", "of", "with"})
"""Small words that make a phrase of the names beside them."""
_BIO_REACH = 25
"""Blocks behind the article in which the author is presented."""

_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
_MAIL = re.compile(r"[\w.+-]{0,64}@[\w.-]{1,128}")
"""An address or the name of a user behind a sign."""
_PARTICLES = frozenset(
    [
        *("and", "und", "et", "y", "e", "en", "i", "ja", "och", "og", "&"),
        *(
            "de",
            "da",
            "do",
            "dos",
            "das",
            "del",
            "della",
            "di",
            "du",
            "la",
            "le",
            "van",
            "von",
            "vom",
            "zu",
            "zum",
        ),
        *("zur", "der", "den", "ter", "ten", "al", "el", "bin", "ibn", "ο", "η"),
        *("für", "for", "with", "from", "mit", "in", "at", "of", "avec", "con", "com", "med", "met"),
        *("agencies", "agences", "agencias", "agenzie", "agências", "wires"),
    ]
)
"""Lower-case words that may stand in a list of names, their offices and places."""


def find_bylines(scene: Scene) -> Iterator[Verdict]:
    """Name short lines that begin like a byline and hold nothing but capitalised names."""
    starts = _starts()
    words, keys = scene.measures.words, scene.measures.keys
    for index, first in enumerate(scene.firsts):
        if first not in starts or scene.lines[index] is not None:
            continue
        text, opener = scene.segments[index].text.strip(), _opener(scene, index)
        if not opener or not 1 < words[index] <= _BYLINE_WORDS:
            continue
        if scene.start < index < scene.end and any(character.isdigit() for character in keys[index]):
            continue
        if _is_name_list(text, scene, opener) or (index < scene.start and _is_office(text, scene)):
            yield _BYLINE.at(index, f"opens with {opener!r}")


@lru_cache(maxsize=1)
def _starts() -> frozenset[str]:
    """Collect the first words of what opens a byline, anywhere or only above the text."""
    words = load_lexicon().words
    return frozenset(text.partition(" ")[0].rstrip(":") for text in (*words["byline"], *words["desk"]))


def _opener(scene: Scene, index: int) -> str:
    """The words for "by" with which a line opens; those for "edited by" only above the text."""
    key, openers, desk = (
        scene.measures.keys[index],
        scene.lexicon.words["byline"],
        scene.lexicon.words["desk"],
    )
    pair, first = " ".join(key.replace(":", " ").split()[:2]), key.partition(" ")[0]
    above = scene.context.headline.block < index <= scene.start
    if pair in openers or (above and pair in desk):
        return pair
    return scene.firsts[index] if scene.firsts[index] in openers or (above and first in desk) else ""


def _is_name_list(text: str, scene: Scene, opener: str) -> bool:
    """Tell whether all words behind the opener are names, particles or roles, with at least two capitals."""
    behind = len(opener.split())
    words = _WORD.findall(_MAIL.sub(" ", text) if "@" in text else text)[behind:]
    names = sum(word[0].isupper() for word in words)
    known, dates = _beside_names(), scene.lexicon.words["date"]
    plain = [word for word in words if not word[0].isupper() and word.casefold().rstrip(".") not in known]
    ended = _is_sentence(text) and not _CREDITS.fullmatch(text)
    return names > 1 and not plain and not ended and _has_name(words, dates)


@lru_cache(maxsize=1)
def _beside_names() -> frozenset[str]:
    """Collect what stands beside names in a byline: particles, offices, agencies, words of dates."""
    words = load_lexicon().words
    return _PARTICLES | words["role"] | words["date"] | words["comment"] | words["agency"]


def _is_office(text: str, scene: Scene) -> bool:
    """Tell whether nothing stands behind the first word but one or two offices: "By Staff"."""
    words = [word.casefold() for word in _WORD.findall(text)[1:]]
    return (
        0 < len(words) <= _OFFICE_WORDS
        and not _is_sentence(text)
        and scene.lexicon.words["role"].issuperset(words)
    )


def names_only(text: str) -> bool:
    """Tell whether a line holds nothing but capitalised words, particles, offices and words of dates.

    >>> names_only("Von Jonas Reit Veröffentlicht am 21.02.2024"), names_only("It rained on 3 May 2024")
    (True, False)
    """
    lexicon = load_lexicon().words
    known, openers, dates = _beside_names(), lexicon["byline"], lexicon["date"]
    bare = text if text.isascii() else "".join(filterfalse(unicodedata.combining, text))
    words = [word.casefold().rstrip(".") for word in _WORD.findall(bare) if not word[0].isupper()]
    return all(word in known or word in openers or _is_uncased_date(word, dates) for word in words)


def _is_uncased_date(word: str, dates: frozenset[str]) -> bool:
    """Tell whether a word without spaces ends in one of dates, a name before it: ``高瀬由美公開日``."""
    ends = [word[-size:] for size in range(2, 5) if len(word) > size]
    return not word.isascii() and is_uncased(word) and any(end in dates for end in ends)


def _has_name(words: list[str], dates: frozenset[str]) -> bool:
    """Tell whether a capitalised word is something else than a month or a weekday."""
    return any(word[0].isupper() and word.casefold() not in dates for word in words)


def _is_sentence(text: str) -> bool:
    """Tell whether a text ends with a full stop after a whole word (initials and titles end names)."""
    last = text.rsplit(" ", 1)[-1]
    return text.endswith((".", "!", "?", "…")) and len(last) > len("Jr.") and not last[-2].isdigit()


def find_uncased_bylines(scene: Scene) -> Iterator[Verdict]:
    """Name bylines of scripts without capitals: an opener or an office and a name, above the prose."""
    for index in range(scene.context.headline.block + 1, min(scene.start, len(scene.segments))):
        if scene.lines[index] is None and _is_uncased_byline(scene, index):
            yield _UNCASED.at(index, f"opens with {scene.firsts[index]!r}")


def _is_uncased_byline(scene: Scene, index: int) -> bool:
    key, lexicon = scene.measures.keys[index], scene.lexicon
    if key.isascii() or scene.measures.ended[index] or scene.measures.words[index] > _BYLINE_WORDS:
        return False
    words = key.split()
    if not 1 < len(words) <= _UNCASED_WORDS or not is_uncased(key):
        return False
    return scene.firsts[index] in lexicon.words["byline"] or words[-1] in lexicon.words["profession"]


def find_author_bios(scene: Scene) -> Iterator[Verdict]:
    """Name blocks at the end that say who the author is."""
    behind = range(scene.end + 1, min(scene.end + 1 + _BIO_REACH, len(scene.segments)))
    for index in (*scene.prose[-3:], *behind):
        if index >= scene.end - 2 and scene.measures.ended[index] and _says_who(scene, index):
            yield _BIO.at(index, "says who the author is")


def _says_who(scene: Scene, index: int) -> bool:
    """Tell whether a block begins with a name, a copula and a profession of the newsroom."""
    roles, copulas = scene.lexicon.words["profession"], scene.lexicon.words["copula"]
    words = scene.segments[index].text.split()[: 2 * PROSE_WORDS]
    verb = next((place for place, word in enumerate(words[:6]) if word.casefold() in copulas), 0)
    if not verb or not all(word[0].isupper() for word in words[:verb]):
        return False
    return not roles.isdisjoint(LETTERS.findall(" ".join(words[verb : verb + 8]).casefold()))


def find_dated_names(scene: Scene) -> Iterator[Verdict]:
    """Name lines of names and a whole date between headline and text: ``3 May 2024 | Ann Lee``."""
    for index in below_headline(scene, _is_lapsed_name):
        yield _DATED_NAME.at(index, "a name and how long ago, between headline and text")
    for index in below_headline(scene, _is_dated_name):
        signed = len(names_in(scene.texts[index])) > 1 or _has_opener(scene, index) or is_beside(scene, index)
        reason = _DATED_NAME if signed else _DATED_WORD
        yield reason.at(index, "a date and nothing but names, between headline and text")


def _is_lapsed_name(scene: Scene, index: int) -> bool:
    """Tell whether a line is two to four capitalised words and how long ago: "Ann Lee2 minutes ago"."""
    if not holds_lapse(scene, index):
        return False
    text = _LETTER_BORDER.sub(" ", scene.texts[index])
    names = names_in(text) if names_only(text) else []
    return len(names) in _WHOLE_NAME and not is_department(" ".join(names))


def _is_dated_name(scene: Scene, index: int) -> bool:
    text = scene.segments[index].text
    if not holds_whole_date(scene, index) or _is_sentence(text):
        return False
    if is_uncased(text) and is_beside(scene, index):
        return len(LETTERS.findall(text)) <= _UNCASED_WORDS
    if not names_only(text):
        return False
    count = len(names_in(scene.texts[index]))
    if _has_opener(scene, index):
        return count in _NAME_WORDS
    return count in _BARE_NAME_WORDS and not _is_tied(scene, index)


def _is_tied(scene: Scene, index: int) -> bool:
    """Tell whether a small word ties the names to the date or to each other: "Harbour Fair on 3 May 2024"."""
    text, lexicon = _CLOCK.sub(" ", scene.segments[index].text), scene.lexicon
    found, months = _WORD.findall(text), lexicon.words["month"]
    small = [word for word in found if word.islower() and word.rstrip(".") not in months]
    if not small:
        return False
    told = any(word[0].isupper() and lexicon.lines.get(word.casefold()) is Label.DATELINE for word in found)
    return not told and (_PARTED.search(text) is None or not _PLACING.isdisjoint(small))


def _has_opener(scene: Scene, index: int) -> bool:
    return not scene.lexicon.words["byline"].isdisjoint(scene.measures.keys[index].split())


def names_in(text: str) -> list[str]:
    """Collect the capitalised words of a line that are no particles, offices, words of dates or for "by".

    >>> names_in("By Ann van der Lee, Reporter, 5 May"), names_in("Published")
    (['ann', 'lee'], [])
    """
    known, openers = _beside_names(), load_lexicon().words["byline"]
    capitals = [word for word in _WORD.findall(text) if word[0].isupper()]
    folded = [word.casefold().rstrip(".") for word in capitals]
    return [word for word in folded if word not in known and word not in openers]


BYLINES = (
    Rule("bylines", find_bylines, (_BYLINE,)),
    Rule("dated_names", find_dated_names, (_DATED_NAME, _DATED_WORD)),
    Rule("uncased_bylines", find_uncased_bylines, (_UNCASED,)),
    Rule("author_bios", find_author_bios, (_BIO,)),
)
