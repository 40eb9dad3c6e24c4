"""The language of a page, from its text and what it declares.

Stop words tell languages apart that share a script (Grefenstette 1995, "Comparing two language
identification schemes"); where a script belongs to one language of the news, the script alone tells. Words
that near languages write otherwise vote with them, and where a short text has too few, letters that one
language has to itself tell.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from cleannews.label.stored import read_stored
from cleannews.labels import Kind
from cleannews.read.letters import CLOSING, STOP_SIGNS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cleannews.read.page import Page, Segment

SAMPLE_CHARS = 3_000
"""Characters of the longest blocks that are read: enough for some 150 stop words."""
_SHORT, _FEW = 60, 100
"""Blocks of up to so many characters are menus and counters: of them so many are read, and only where
nothing is longer."""
_PIECE_CHARS = 1_200
"""At most from one block, so that one long legal notice does not decide."""
_MIN_VOTES, _MIN_VOTES_UNDECLARED, _MIN_SHARE = 2.5, 1.5, 0.04
"""Fewer votes than that, in all and by the word, do not outvote a declaration: English prose has 0.2 a word,
and a language that has no list here picks up strays."""
_MIN_MARGIN = 1.12
"""The best language must have so many times the votes of the second, or the declaration decides between
them: near languages (Norwegian and Danish, Indonesian and Malay) share most of their stop words."""

_SCRIPTS: Sequence[tuple[str, str]] = (
    ("ja", r"\u3040-\u30ff"),
    ("ko", r"\u1100-\u11ff\uac00-\ud7af"),
    ("zh", r"\u4e00-\u9fff"),
    ("th", r"\u0e00-\u0e7f"),
    ("ka", r"\u10a0-\u10ff"),
    ("hy", r"\u0530-\u058f"),
    ("ta", r"\u0b80-\u0bff"),
    ("te", r"\u0c00-\u0c7f"),
    ("kn", r"\u0c80-\u0cff"),
    ("ml", r"\u0d00-\u0d7f"),
    ("gu", r"\u0a80-\u0aff"),
    ("pa", r"\u0a00-\u0a7f"),
    ("si", r"\u0d80-\u0dff"),
    ("km", r"\u1780-\u17ff"),
    ("lo", r"\u0e80-\u0eff"),
    ("my", r"\u1000-\u109f"),
    ("am", r"\u1200-\u137f"),
    ("bn", r"\u0980-\u09ff"),
    ("el", r"\u0370-\u03ff"),
    ("he", r"\u0590-\u05ff"),
)
"""Scripts that one language of the news uses (Unicode 15 blocks). Kana tell Japanese from Chinese."""

_SCRIPT_PATTERNS = tuple((language, re.compile(f"[{characters}]")) for language, characters in _SCRIPTS)
_OTHER_SCRIPT = re.compile("[" + "".join(characters for _, characters in _SCRIPTS) + "]")
_MIN_LETTERED, _MIN_LETTERED_SHARE = 3, 0.08
"""Words with letters of one language by which it is told, in all and of all words: names of people and places
bring a few into any text."""
_SCRIPT_CHARS = 1_500
_MIN_SCRIPT_SHARE = 0.3
_MIN_KANA_SHARE = 0.1
_TAG = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
_SAME = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "sh": "sr",
    "fil": "tl",
    "cmn": "zh",
    "mo": "ro",
}
"""Codes that the news uses for what the stop-word lists hold under another code."""
_FILLER = "la"
"""Latin, in which layouts are filled ("Lorem ipsum"): what else a page is written in or declares counts."""
_LANGUAGE_METAS = frozenset({"og:locale", "content-language", "dc.language", "language", "inlanguage"})


def detect_language(page: Page) -> str | None:
    """Tell the language of a page as a lower-case ISO 639-1 code; ``None`` if unsure.

    The text decides; what the page declares settles near ties and speaks for texts too short to judge. Where
    the longest blocks of a dump tell nothing, those that end like sentences are asked.
    """
    declared = _declared(page)
    found = _told(_sample(page.segments), declared)
    if found is None and not declared and page.kind is Kind.TEXT:
        return _told(_sample([segment for segment in page.segments if _is_sentence(segment)]), declared)
    return found


def _told(sample: str, declared: Sequence[str]) -> str | None:
    by_script = _by_script(sample)
    if by_script:
        return by_script
    words = Counter(sample.lower().split())
    found = _by_words(words, declared) or _by_letters(words)
    if found != _FILLER:
        return found
    filling = stop_words()[_FILLER]
    others = Counter({word: count for word, count in words.items() if word not in filling})
    return _by_words(others, declared) or found


def _by_words(words: Counter[str], declared: Sequence[str]) -> str | None:
    """Tell the language by its stop words; what is declared settles near ties."""
    votes = _votes(words)
    best = max(votes, key=lambda language: votes[language], default="")
    least = _MIN_VOTES if declared else _MIN_VOTES_UNDECLARED
    if not best or votes[best] < max(least, _MIN_SHARE * sum(words.values())):
        return declared[0] if declared else None
    for language in declared:
        if votes.get(language, 0.0) * _MIN_MARGIN >= votes[best]:
            return language
    return best


def _by_letters(words: Counter[str]) -> str | None:
    """Tell the language by the words that hold letters of its own; endings leave some few stop words."""
    lettered: Counter[str] = Counter()
    for word in [word for word in words if not word.isascii()]:
        owners = [language for language, own in _letters().items() if not own.isdisjoint(word)]
        lettered.update(dict.fromkeys(owners, words[word]))
    best, count = max(lettered.items(), key=itemgetter(1), default=("", 0))
    return best if count >= max(_MIN_LETTERED, _MIN_LETTERED_SHARE * sum(words.values())) else None


def _is_sentence(segment: Segment) -> bool:
    """Whether a block ends like a sentence: menus written on one line are longer than any paragraph."""
    return segment.text.rstrip(CLOSING)[-1:] in STOP_SIGNS


def _declared(page: Page) -> list[str]:
    """The languages that the page declares, ``<html lang>`` first."""
    values = [page.hints.language or ""]
    values += [meta.content for meta in page.hints.metas if meta.name in _LANGUAGE_METAS]
    codes = [match[0].lower() for match in map(_TAG.match, (value.strip() for value in values)) if match]
    return [_SAME.get(code, code) for code in codes]


def _sample(segments: Sequence[Segment]) -> str:
    """Text of the longest visible blocks."""
    sizes = [(len(s.text), -i) for i, s in enumerate(segments) if len(s.text) > _SHORT and not s.hidden]
    if not sizes:
        sizes = [(len(s.text), -i) for i, s in enumerate(segments[:_FEW]) if not s.hidden]
    sizes.sort(reverse=True)
    pieces: list[str] = []
    room = SAMPLE_CHARS
    for size, place in sizes:
        if room <= 0:
            break
        piece = segments[-place].text[: min(_PIECE_CHARS, room)]
        pieces.append(piece)
        room -= min(size, len(piece))
    return " ".join(pieces)


def _by_script(sample: str) -> str | None:
    if sample.isascii():
        return None
    head = sample[:_SCRIPT_CHARS]
    if not _OTHER_SCRIPT.search(head):
        return None
    letters = sum(map(str.isalpha, head))
    for language, pattern in _SCRIPT_PATTERNS:
        least = _MIN_KANA_SHARE if language == "ja" else _MIN_SCRIPT_SHARE
        if len(pattern.findall(head)) > least * letters:
            return language
    return None


def _votes(words: Counter[str]) -> dict[str, float]:
    """For every language the stop words seen; a word that several share counts less for each."""
    weights = _owners()
    votes: defaultdict[str, float] = defaultdict(float)
    for word, count in words.items():
        for language, weight in weights.get(word, ()):
            votes[language] += weight * count
    return votes


@lru_cache(maxsize=1)
def stop_words() -> Mapping[str, frozenset[str]]:
    """Load the shipped stop words: language code -> its most frequent small words, lower case."""
    return {language: frozenset(words.split()) for language, words in read_stored("stopwords").items()}


@lru_cache(maxsize=1)
def _owners() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Stop word or telling word -> the languages that have it, each with its weight."""
    owners: dict[str, list[str]] = {}
    telling: Mapping[str, str] = read_stored("telling")["words"]
    for language, words in stop_words().items():
        told = telling.get(language, "").split()
        for word in words.union(told, (word + point for word in told for point in ".,")):
            owners.setdefault(word, []).append(language)
    return {word: tuple((one, 1.0 / len(all_) ** 0.5) for one in all_) for word, all_ in owners.items()}


@lru_cache(maxsize=1)
def _letters() -> Mapping[str, frozenset[str]]:
    """Language -> letters that it has to itself."""
    return {language: frozenset(letters) for language, letters in read_stored("telling")["letters"].items()}
