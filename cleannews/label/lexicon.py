"""Phrases that news sites use for everything but the news, in many languages.

The phrases are data: one file a language under ``label/data/phrases``, each with its provenance. All languages
are looked up at once, so that a page whose language was found wrongly, or that mixes two, is served as well.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_DIGITS = re.compile(r"\d+")
_COLONS = (":", "：")

EXACT_CHARS = 90
"""No phrase that stands for a whole line is longer; longer lines need not be looked up."""

SENTENCE_WORDS = range(4, 91)
"""Blocks of this many words are searched for sentences: shorter ones are left to whole-line phrases, and what is
longer is rather a paragraph that quotes such a sentence."""

_UNSPACED_LANGUAGES = frozenset({"ja", "zh"})


class Phrase(NamedTuple):
    """One entry of the lexicon that is not a whole line."""

    text: str
    """Folded as :func:`cleannews.label.measures.fold` does, runs of digits as ``#``."""
    label: Label


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases and words of all languages, keyed for look-up in constant time."""

    lines: Mapping[str, Label]
    """Phrases that are a whole line."""
    openers: Mapping[str, tuple[Phrase, ...]]
    """Phrases that a line begins with, by their first word, the longest first; one with a colon needs it."""
    unspaced_openers: Mapping[str, tuple[Phrase, ...]]
    """Those of scripts that do not space their words, by their first two characters."""
    sentences: Mapping[str, tuple[Phrase, ...]]
    """Phrases that stand anywhere in a short block, by their longest word."""
    unspaced_sentences: tuple[Phrase, ...]
    """Those of scripts that do not space their words."""
    words: Mapping[str, frozenset[str]]
    """Sets of single words by use: ``home date byline role network agency``."""

    def find_line(self, key: str) -> Label | None:
        """Find what a whole line is.

        >>> load_lexicon().find_line("12 comments").value
        'comments'
        """
        return self.lines.get(mask_digits(key)) if len(key) <= EXACT_CHARS else None

    def find_opener(self, key: str) -> Phrase | None:
        """Find the longest phrase that this line begins with.

        >>> load_lexicon().find_opener("lesen sie auch: wie es weitergeht").label.value
        'related'
        """
        first = key.split(" ", 1)[0].rstrip(":,")
        for phrase in self.openers.get(first, ()):
            if _begins(key, phrase.text):
                return phrase
        if not first.isascii():
            for phrase in self.unspaced_openers.get(key[:2], ()):
                if _begins(key, phrase.text):
                    return phrase
        return None

    def find_sentence(self, key: str) -> Phrase | None:
        """Find an unmistakable sentence inside a short block.

        >>> load_lexicon().find_sentence("on this site, we use cookies and the like").label.value
        'consent'
        """
        words = key.split()
        if len(words) in SENTENCE_WORDS and not self.sentences.keys().isdisjoint(words):
            line = mask_digits(key)
            for word in words:
                for phrase in self.sentences.get(word, ()):
                    if phrase.text in line:
                        return phrase
        elif len(words) < SENTENCE_WORDS.start and not key.isascii():
            for phrase in self.unspaced_sentences:
                if phrase.text in key:
                    return phrase
        return None


def mask_digits(key: str) -> str:
    """Put ``#`` for every run of digits.

    >>> mask_digits("12 min read")
    '# min read'
    """
    return _DIGITS.sub("#", key)


def _begins(key: str, phrase: str) -> bool:
    """Tell whether a line begins with a phrase, at a word's end; a colon may have a space before it."""
    if not phrase.endswith(":"):
        rest = key[len(phrase) : len(phrase) + 1]
        return key.startswith(phrase) and (not rest.isalnum() or not phrase[-1].isascii())
    stem = phrase[:-1]
    return key.startswith(stem) and key[len(stem) : len(stem) + 2].lstrip().startswith(_COLONS)


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Load the shipped phrases, once."""
    lines: dict[str, Label] = {}
    spaced: dict[str, list[Phrase]] = {"opener": [], "sentence": []}
    unspaced: dict[str, list[Phrase]] = {"opener": [], "sentence": []}
    words: dict[str, set[str]] = {}
    for document in _documents():
        lists = unspaced if document["language"] in _UNSPACED_LANGUAGES else spaced
        for name, kinds in document["phrases"].items():
            label = Label(name)
            lines.update(dict.fromkeys(kinds.get("exact", ()), label))
            for kind in lists:
                lists[kind].extend(Phrase(text, label) for text in kinds.get(kind, ()))
        for use, entries in document["words"].items():
            words.setdefault(use, set()).update(entries)
    return Lexicon(
        lines=lines,
        openers=_keyed((p.text.split(" ", 1)[0].rstrip(":,"), p) for p in spaced["opener"]),
        unspaced_openers=_keyed((p.text[:2], p) for p in unspaced["opener"]),
        sentences=_keyed((max(p.text.split(), key=len), p) for p in spaced["sentence"]),
        unspaced_sentences=tuple(unspaced["sentence"]),
        words={use: frozenset(entries) for use, entries in words.items()},
    )


def _documents() -> Iterator[dict[str, Any]]:
    folder = files("cleannews.label") / "data" / "phrases"
    entries = (entry for entry in folder.iterdir() if entry.name.endswith(".json"))
    for entry in sorted(entries, key=lambda entry: entry.name):
        yield json.loads(entry.read_bytes())


def _keyed(pairs: Iterable[tuple[str, Phrase]]) -> dict[str, tuple[Phrase, ...]]:
    lists: dict[str, list[Phrase]] = {}
    for key, phrase in pairs:
        lists.setdefault(key, []).append(phrase)
    return {key: tuple(sorted(found, key=lambda p: (-len(p.text), p.text))) for key, found in lists.items()}
