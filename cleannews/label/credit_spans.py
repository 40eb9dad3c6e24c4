"""Where credits of pictures begin and end amid a dump on one line.

``... on the quay. Photo: Mara Field The guild met``: nothing but a space stands behind the name, and the next
sentence begins with a capital too. Where the name ends is told by agencies, slashes, given names, and by
a name that stands behind several pictures.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.credits import PICTURE_WORDS
from cleannews.label.given_names import is_given_name
from cleannews.read.sentences import can_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.lexicon import Lexicon

_WORD = re.compile(r"[^\s/|]+|[/|]")
_JOINS = frozenset({"/", "|", "via"})
"""What parts of one credit stand between: ``Mara Field / AFP via Getty Images``."""
_BY = frozenset({"by", "von", "di", "de", "par", "av", "af", "door", "van", "per", "por"})
_PARTICLES = _BY | {"der", "den", "del", "della", "da", "du", "le", "la", "el", "al", "bin", "ter", "of"}
"""Words inside of names that are written small."""
_ALONE = frozenset(
    [
        "privat",
        "private",
        "privato",
        "privado",
        "privé",
        "privée",
        "prywatne",
        "privát",
        "приватне",
        "archiv",
        "archivo",
        "archivio",
        "arkiv",
        "archives",
        "archief",
        "arhiva",
        "archiwum",
        "архив",
        "архів",
    ]
)
"""What stands in the place of a name; the next word begins a sentence."""
_PICTURE = re.compile(
    rf"[(\[]?(?P<word>[^\W\d_]{{0,12}}(?:{PICTURE_WORDS}|credits?|crédits?|créditos?))(?P<sign>[:：]?)"
)
_MARKS = frozenset({"©", "(c)"})
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_MOST_WORDS = 5
_BRACKET_WORDS = 9
_LEAST_TIMES = 2
_PERSON_WORDS = 2


class CreditSpan(NamedTuple):
    """A credit by its characters in a piece: ``Photo: Mara Field``."""

    start: int
    end: int


class _Words(NamedTuple):
    """A piece cut into words; slashes are words of their own."""

    texts: list[str]
    starts: list[int]
    ends: list[int]


def credit_spans(texts: Sequence[str], lexicon: Lexicon) -> list[list[CreditSpan]]:
    """Find the credits in every piece of a dump on one line.

    Of 199 such credits of fundus and sites_dev on one line that follow a sentence of four words or more, the
    sentence is a caption, not the gold's, in 173; 10 of the rest are headings on one page.

    Args:
        texts: The pieces of the dump, in order.
        lexicon: Knows agencies, and what pictures are called.

    Returns:
        For each piece its credits, in order.
    """
    pieces = [_words_of(text) if _may_hold(text) else None for text in texts]
    reader = _Reader(lexicon, _repeated(piece for piece in pieces if piece))
    return [list(reader.spans(piece)) if piece else [] for piece in pieces]


def _may_hold(text: str) -> bool:
    return any(sign in text for sign in (":", "：", "©", ")", "/", " by ", " von ", " di "))


def _words_of(text: str) -> _Words:
    words = list(_WORD.finditer(text))
    return _Words([w[0] for w in words], [w.start() for w in words], [w.end() for w in words])


def _opening(texts: Sequence[str], place: int, lexicon: Lexicon) -> int:
    """Words that open a credit at a place, the name not among them; 0 if none do."""
    word = texts[place].casefold()
    if word in _MARKS:
        return 1
    found = _PICTURE.fullmatch(word)
    if found is None or (found["word"] not in lexicon.words["credit"] and found["word"] != "photograph"):
        return 0
    if found["sign"]:
        return 1
    said = place + 2 < len(texts) and texts[place + 1].casefold() in _BY and _is_capital(texts[place + 2])
    return 2 if said and _is_capital(texts[place].lstrip("([")) else 0


def _repeated(pieces: Iterator[_Words]) -> frozenset[tuple[str, ...]]:
    """What stands behind the sign of a picture more than once: two words and more of its beginning."""
    counts: Counter[tuple[str, ...]] = Counter()
    for texts, _, _ in pieces:
        for place, word in enumerate(texts):
            if word in _MARKS or (word[-1] in ":：" and _PICTURE.fullmatch(word.casefold())):
                behind = texts[place + 1 : place + _MOST_WORDS]
                counts.update(tuple(behind[:size]) for size in range(1, len(behind) + 1))
    return frozenset(key for key, count in counts.items() if count >= _LEAST_TIMES)


def _is_capital(word: str) -> bool:
    return word.lstrip("\"'“„‘’")[:1].isupper()


class _Reader(NamedTuple):
    """Reads credits by what is known of agencies and of the dump."""

    lexicon: Lexicon
    repeated: frozenset[tuple[str, ...]]

    def spans(self, piece: _Words) -> Iterator[CreditSpan]:
        """Yield the credits of a piece, in order."""
        place = 0
        while place < len(piece.texts):
            end = self._end(piece.texts, place)
            if end:
                yield CreditSpan(piece.starts[place], piece.ends[end - 1])
            place = end or place + 1

    def _end(self, texts: Sequence[str], place: int) -> int:
        """The word behind the credit that begins at a place; 0 if none does."""
        size = _opening(texts, place, self.lexicon)
        if size and texts[place][0] in "([":
            inside = texts[place + size : place + _BRACKET_WORDS]
            return next((place + size + n for n, w in enumerate(inside, 1) if w.rstrip(".,")[-1:] in ")]"), 0)
        if not size and place:
            return 0
        end, is_signed = self._names(texts, place + size)
        if end == place + size or not (size or is_signed):
            return 0
        if end == len(texts) or can_start(texts[end]):
            return end
        # the last word of the name is the sentence's first
        shorter = end - 1
        named = is_given_name(texts[shorter - 1]) or texts[shorter - 1] in _JOINS
        return shorter if shorter > place + max(size, 1) and not named else 0

    def _names(self, texts: Sequence[str], place: int) -> tuple[int, bool]:
        """The word behind the names from a place on, and whether one of several is an agency's."""
        is_agency = is_joined = False
        while place < len(texts):
            size, known = self._name(texts, place)
            if not size:
                break
            is_agency |= known
            place += size
            bracket = self._bracket(texts, place)
            if bracket:
                return bracket, True
            if place == len(texts):
                break
            if texts[place].casefold() in _JOINS:
                is_joined = True
                place += 1
            elif texts[place - 1][-1] != ",":
                break
        return place - (is_joined and texts[place - 1] in "/|"), is_agency and is_joined

    def _bracket(self, texts: Sequence[str], place: int) -> int:
        """The word behind an agency in brackets, ``(REUTERS)``; 0 if there is none at a place."""
        if place == len(texts) or texts[place][0] != "(":
            return 0
        for end in range(place + 1, min(place + _MOST_WORDS, len(texts) + 1)):
            if texts[end - 1].endswith(")"):
                name = " ".join(texts[place:end])[1:-1].casefold()
                return end if name in self.lexicon.words["agency"] else 0
        return 0

    def _name(self, texts: Sequence[str], place: int) -> tuple[int, bool]:
        """Words of the name at a place, and whether it is an agency's."""
        for size in range(_MOST_WORDS, 0, -1):
            said = " ".join(texts[place : place + size]).casefold().rstrip(".,;")
            if said in self.lexicon.words["agency"]:
                return min(size, len(texts) - place), True
        run = _run(texts, place)
        behind = texts[place + run : place + run + 1]
        return (run if not behind or behind[0] in _JOINS else self._person(texts[place : place + run])), False

    def _person(self, run: Sequence[str]) -> int:
        """Words of the name that a run of capitals begins with, behind which a sentence begins."""
        if len(run) <= 1 or run[0].strip(".,;").casefold() in _ALONE:
            return min(len(run), 1)
        known = next((size for size in range(len(run), 1, -1) if tuple(run[:size]) in self.repeated), 0)
        if known:
            return known
        if not is_given_name(run[0]) and (tuple(run[:1]) in self.repeated or _is_shout(run[0], run[1])):
            return 1
        inner = takewhile(lambda word: word.endswith(".") or word.casefold() in _PARTICLES, run[1:])
        return min(len(run), _PERSON_WORDS + sum(1 for _ in inner))


def _is_shout(word: str, behind: str) -> bool:
    """Tell whether a word is in capitals and the next is not: ``HA Viele``."""
    return word.isupper() and len(word) > 1 and word.isalpha() and not behind.isupper()


def _run(texts: Sequence[str], place: int) -> int:
    """Words from a place on that are written with a capital, or stand small inside of names."""
    size = 0
    for word in texts[place : place + _MOST_WORDS]:
        if word in _JOINS or not (_is_capital(word) or (size and word.casefold() in _PARTICLES)):
            break
        size += 1
        if word[-1] in ",;:!?)" or (word[-1] == "." and not _INITIALS.fullmatch(word)):
            break
    while size and not _is_capital(texts[place + size - 1]):
        size -= 1
    return size
