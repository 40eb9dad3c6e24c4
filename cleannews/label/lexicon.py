"""Phrases that news sites use for everything but the news, in many languages.

The phrases are data: one file a language under ``label/data/phrases``, each with its provenance. What is
loaded is ``label/data/lexicon.json``, which ``python -m quality.lexicon`` makes of them: it loads in .10 s
where they took .17. All languages are looked up at once, so that a page whose language was found wrongly, or
that mixes two, is served as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress, repeat
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cleannews.label.stored import read_stored
from cleannews.labels import Label
from cleannews.lasting import lasting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_DIGITS = re.compile(r"\d\d*")
"""Not with a plus: what begins with one sign is looked for in half the time."""
_ASCII_DIGITS = b"0123456789"
_COLONS = (":", "：", "៖", "»", "›", ">", "|", "→", "►", "▶")
"""Signs that part "Read more" from the headline behind it as a colon does."""

EXACT_CHARS = 90
"""No phrase that stands for a whole line is longer; longer lines need not be looked up."""

SENTENCE_WORDS = range(4, 91)
"""Blocks of this many words are searched for sentences: shorter ones are left to whole-line phrases, and
what is longer is rather a paragraph that quotes such a sentence."""

_PHRASE_WORDS = 6
"""Words of the longest phrase that is looked for among others of a line."""
_UNSPACED_CHARS = 200
"""The same bound in scripts that do not space their words, two characters a word."""

_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\U0010ffff]")
"""Thai; from kana on Chinese characters and Korean syllables follow."""

_HANGUL = re.compile("[\uac00-\ud7a3]")


class Phrase(NamedTuple):
    """A phrase that was found in a line."""

    text: str
    """Folded as :func:`cleannews.label.measures.fold` does, runs of digits as ``#``."""
    label: Label


Entry: TypeAlias = tuple[str, Label]
"""A phrase as it is kept: plain tuples load faster."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases and words of all languages, keyed for look-up in constant time."""

    lines: Mapping[str, Label]
    """Phrases that are a whole line."""
    beside: frozenset[str]
    """Those of them that an article may have as a line, too: inside of it they prove nothing."""
    openers: Mapping[str, Sequence[Entry]]
    """Phrases that a line begins with, by their first word, the longest first; one with a colon needs it."""
    opener_stems: Mapping[str, tuple[str, ...]]
    """The same without colons: most lines begin with none of them, which one call tells."""
    unspaced_openers: Mapping[str, Sequence[Entry]]
    """Those of scripts that do not space their words, by their first two characters."""
    sentences: Mapping[str, Sequence[Entry]]
    """Phrases that stand anywhere in a short block, by their longest word."""
    unspaced_sentences: tuple[Entry, ...]
    """Those of scripts that do not space their words, the longest first."""
    certain: frozenset[str]
    """Openers and sentences that no article has."""
    words: Mapping[str, frozenset[str]]
    """Sets of words and lines by use, as the phrase files name them (``home date month byline network agency
    site topics`` ...); ``certain``, ``line_start`` and ``line_pair`` are made of the lines."""

    def find_line(self, key: str) -> Label | None:
        """Find what a whole line is.

        >>> load_lexicon().find_line("12 comments").value
        'comments'
        """
        return self.lines.get(mask_digits(key)) if len(key) <= EXACT_CHARS else None

    def find_run(self, words: Sequence[str]) -> tuple[Label, ...]:
        """Find what a line is that phrases and nothing else make: one label each, the longest taken first.

        >>> [label.value for label in load_lexicon().find_run("share on facebook print".split())]
        ['share', 'share']
        >>> load_lexicon().find_run("share the news".split())
        ()
        """
        labels: list[Label] = []
        begin, starts = 0, self.words["line_start"]
        while begin < len(words) and words[begin] in starts:
            for stop in range(min(begin + _PHRASE_WORDS, len(words)), begin, -1):
                found = self.lines.get(" ".join(words[begin:stop]))
                if found is not None:
                    labels.append(found)
                    begin = stop
                    break
            else:
                return ()
        return tuple(labels) if begin == len(words) else ()

    def find_opener(self, key: str) -> Phrase | None:
        """Find the longest phrase that this line begins with.

        >>> load_lexicon().find_opener("lesen sie auch: wie es weitergeht").label.value
        'related'
        """
        first = _first_word(key)
        if key.startswith(self.opener_stems.get(first, ())):
            for text, label in self.openers[first]:
                if _begins(key, text):
                    return Phrase(text, label)
        if not first.isascii():
            for text, label in self.unspaced_openers.get(_first_characters(key), ()):
                if _begins(key, text):
                    return Phrase(text, label)
        return None

    def find_sentence(self, key: str) -> Phrase | None:
        """Find an unmistakable sentence inside a short block.

        >>> load_lexicon().find_sentence("on this site, we use cookies and the like").label.value
        'consent'
        """
        words = key.split()
        if len(words) in SENTENCE_WORDS and not self.sentences.keys().isdisjoint(words):
            for word in filter(self.sentences.__contains__, words):
                for text, label in self.sentences[word]:
                    if text in (mask_digits(key) if "#" in text else key):
                        return Phrase(text, label)
        if not key.isascii() and len(key) <= _UNSPACED_CHARS and _UNSPACED.search(key):
            line = mask_digits(key)
            for text, label in self.unspaced_sentences:
                if text in line:
                    return Phrase(text, label)
        return None


def is_unspaced(text: str) -> bool:
    """Tell whether a text is of a script that does not space its words.

    >>> is_unspaced("写真"), is_unspaced("фото")
    (True, False)
    """
    return _UNSPACED.search(text) is not None and not _HANGUL.search(text)


def mask_digits(key: str) -> str:
    """Put ``#`` for every run of digits.

    >>> mask_digits("12 min read")
    '# min read'
    """
    if key.isascii() and len(key.encode().translate(None, _ASCII_DIGITS)) == len(key):
        return key  # most lines have none; bytes tell that five times as fast as a pattern
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
    with lasting():
        return _loaded()


def _loaded() -> Lexicon:
    stored = read_stored("lexicon")
    labels = {form: label for label in Label for form in (str(label), f"{label}!")}
    lines, beside, certain = _whole_lines(stored["lines"], labels)
    words = {use: frozenset(texts.splitlines()) for use, texts in stored["words"].items()}
    words["certain"] = words["certain"].union(certain)
    words["line_start"], words["line_pair"] = _beginnings(lines)
    openers = _keyed(_entries(stored["openers"], labels), _first_word)
    phrases = [stored[name] for name in ("openers", "unspaced_openers", "sentences", "unspaced_sentences")]
    return Lexicon(
        lines=lines,
        beside=beside,
        openers=openers,
        opener_stems={
            first: tuple([text.removesuffix(":") for text, _ in found]) for first, found in openers.items()
        },
        unspaced_openers=_keyed(_entries(stored["unspaced_openers"], labels), _first_characters),
        sentences=_with_marks(_keyed(_entries(stored["sentences"], labels), _longest_word)),
        unspaced_sentences=tuple(
            sorted(_entries(stored["unspaced_sentences"], labels), key=_length, reverse=True)
        ),
        certain=frozenset(chain.from_iterable(map(_certain, phrases))),
        words=words,
    )


def _whole_lines(
    stored: Mapping[str, Sequence[str]], labels: Mapping[str, Label]
) -> tuple[dict[str, Label], frozenset[str], frozenset[str]]:
    """The labels of whole lines, those that are only told beside others, and those that no article has."""
    lines: dict[str, Label] = {}
    beside: list[str] = []
    certain: list[str] = []
    for name, groups in stored.items():
        whole, sure, less, sure_less = map(str.splitlines, groups)
        lines.update(zip(chain(whole, sure, less, sure_less), repeat(labels[name])))
        beside += less + sure_less
        certain += sure + sure_less
    return lines, frozenset(beside), frozenset(certain)


def _certain(stored: Mapping[str, str]) -> Iterable[str]:
    """Choose the phrases that no article has."""
    marks = [label[-1] == "!" for label in stored["labels"].split()]
    return compress(stored["texts"].splitlines(), marks)


def _entries(stored: Mapping[str, str], labels: Mapping[str, Label]) -> Iterable[Entry]:
    """Pair phrases with their labels."""
    return zip(stored["texts"].splitlines(), map(labels.__getitem__, stored["labels"].split()), strict=True)


def _beginnings(lines: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Collect the first word of every line, and the first two of those that have two."""
    starts: set[str] = set()
    pairs: set[str] = set()
    for line in lines:  # looked for, not split: a list for each of 70,000 lines takes half as long again
        first = line.find(" ")
        if first < 0:
            starts.add(line)
        else:
            starts.add(line[:first])
            second = line.find(" ", first + 1)
            pairs.add(line if second < 0 else line[:second])
    return frozenset(starts), frozenset(pairs)


def _keyed(entries: Iterable[Entry], key_of: Callable[[str], str]) -> dict[str, list[Entry]]:
    """Group entries by a key, the longest first."""
    lists: dict[str, list[Entry]] = {}
    for entry in _longest_first(entries):
        lists.setdefault(key_of(entry[0]), []).append(entry)
    return lists


def _with_marks(sentences: dict[str, list[Entry]]) -> dict[str, list[Entry]]:
    """Add the words that end a phrase with the marks that stand behind it where the text goes on."""
    marked: dict[str, list[Entry]] = {}
    for word, entries in sentences.items():
        ending = [entry for entry in entries if entry[0].endswith(word)]
        if ending:
            marked.update((word + mark, ending) for mark in ".,!")
    return {**marked, **sentences}


def _longest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=_length, reverse=True))


def _length(entry: Entry) -> int:
    return len(entry[0])


def _first_word(text: str) -> str:
    return text.partition(" ")[0].rstrip(":,៖")


def _first_characters(text: str) -> str:
    return text[:2]


def _longest_word(text: str) -> str:
    return max(text.split(), key=len)


_ACCENTS = str.maketrans("άέήίόύώΐΰ", "αεηιουωϊϋ")


def with_capitals(texts: Sequence[str]) -> tuple[str, ...]:
    """Add what is left of Greek phrases in capitals, which have no accents: ``ΣΧΟΛΙΑ`` for ``σχόλια``.

    >>> with_capitals(["σχόλια", "comments"])
    ('σχόλια', 'comments', 'σχολια')
    """
    bare = [(text, text.translate(_ACCENTS)) for text in texts]
    return (*texts, *(capitals for text, capitals in bare if capitals != text))
