"""What reads like a person's name, a role, an agency or nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

from cleannews.fields.bylines import words
from cleannews.label.lexicon import load_lexicon
from cleannews.label.uncased_names import is_uncased_name
from cleannews.read.letters import SOUTHEAST_ASIAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_NAME_CHARS, MAX_NAME_WORDS = 60, 6
_FEWEST_WORDS = 2
"""In a visible byline a single word is a place or a section more often than a name."""
_INITIALLED = re.compile(r"[А-ЯЁӨҮ][а-яёөү]?\.[А-ЯЁӨҮ][А-ЯЁӨҮа-яёөү]{2,20}")
"""A name as Mongolian papers sign, its initial close before it ("Б.Болормаа"): one word for two."""
_WEEKDAY_CHARS = 4
_ALSO_NAMES = frozenset({"An", "My"})
"""Words of headlines that are given names behind a family name in Vietnamese."""
_INSIDE = frozenset(".'’`´-‐‘ʼ׳״་・")
"""Signs that names bear."""
_JOINED = frozenset(("Mn", "Mc", "Me", "Cf"))
"""Kinds of signs that are parts of letters, or join them (Unicode's general categories)."""

_GEORGIAN = frozenset(map(chr, range(0x10D0, 0x1100)))
"""Small letters by Unicode's book, but texts are written in nothing else."""
_UNSPACED = re.compile(f"[{SOUTHEAST_ASIAN}]")
"""Thai, Lao, Burmese and Khmer, which write no spaces between words: what a space parts is a name or a
phrase."""
_UNSPACED_WORDS, _UNSPACED_CHARS = 3, 22
"""Parts of a name there and signs of each; phrases are longer."""
_CREDENTIAL = re.compile(r"(?:[A-Z][a-z]?\.?){1,6}|Ph\.?\s?D\.?|[A-Z]{2,6}(?:-[A-Z]{1,4})?")
_ADDRESS = re.compile(r"[\w-]{2,40}(?:\.[\w-]{2,40}){0,2}\.(?:com|net|org|info|[a-z]{2})", re.IGNORECASE)
_SURE_AGENCIES = frozenset({"Reuters", "Bloomberg", "Xinhua", "Interfax", "Ukrinform"})
"""Agencies in small letters whose name nobody bears."""
_HEADS = ("d’", "d'", "al-", "el-", "ʿ", "o'", "l'")
"""Small beginnings of family names."""


def is_name(tokens: Sequence[str], *, led: bool = False) -> bool:
    """Whether words read like a person's name: capitals, particles, initials; no headline words.

    Args:
        tokens: The words.
        led: A word for "by" stands before them: one of them may be a headline's that people bear too.

    >>> is_name(["Ursula", "von", "der", "Aue"]), is_name(["What", "We", "Know"]), is_name(["Ann"])
    (True, False, False)
    >>> is_name(["Kezdőlap", "›", "Belföld"]), is_name(["Ann→", "Lee"])
    (False, False)
    >>> is_name(["สมชาย", "ใจดี"]), is_name(["Thứ", "Năm"]), is_name(["Б.Болормаа"])
    (True, False, True)
    >>> is_name(["George", "Best"]), is_name(["George", "Best"], led=True)
    (False, True)
    """
    lists = words()
    if len(tokens) > MAX_NAME_WORDS or sum(map(len, tokens)) > MAX_NAME_CHARS:
        return False
    if any(map(_MIXED.search, tokens)):
        return False
    also = lists.also_borne(tokens) if led else -1
    judged = [
        token for place, token in enumerate(tokens) if place != also and not (place and token in _ALSO_NAMES)
    ]
    if tokens[-1] in lists.particles or not all(map(_is_name_word, judged)):
        return False
    borne = [token for token in tokens if token not in lists.particles]
    few = sum(token.casefold().strip(".") not in lists.titles for token in borne) < _FEWEST_WORDS
    if few and not _is_name_in_a_word(borne):
        return False
    return "By" not in tokens and not tokens[-1].endswith(("'s", "’s")) and not _is_foreign(tokens)


_MIXED = re.compile(r"[A-Za-z][\u0600-\u0dff]|[\u0600-\u0dff][A-Za-z]")
"""Letters of Latin script beside those of scripts without capitals: words that ran together."""


def _is_foreign(tokens: Sequence[str]) -> bool:
    """Whether words are a phrase of a script without spaces between words, or all of dates ("Thứ Năm").

    In ASCII words of dates are names as well ("Jan de Wit").
    """
    whole = "".join(tokens)
    if whole.isascii():
        return False
    if _UNSPACED.search(whole):
        return len(tokens) > _UNSPACED_WORDS or any(len(token) > _UNSPACED_CHARS for token in tokens)
    dates = load_lexicon().words["date"]
    return all(token.casefold() in dates for token in tokens)


def _is_name_in_a_word(borne: Sequence[str]) -> bool:
    """Whether one word is a whole name: Burmese ones are written so, and Mongolian ones behind an initial."""
    return is_uncased_name(" ".join(borne)) or (
        len(borne) == 1 and _INITIALLED.fullmatch(borne[0]) is not None
    )


def _is_name_word(token: str) -> bool:
    lists = words()
    if token in lists.particles:
        return True
    bare = token.strip(".'’`´-‘")
    if not bare or bare.casefold() in lists.not_in_names:
        return False
    if not bare.isalpha() and not all(map(_is_name_sign, bare)):
        return False
    head = next((head for head in _HEADS if bare.startswith(head)), "")
    first = bare.removeprefix(head)[:1]
    return not first.islower() or first in _GEORGIAN


def _is_name_sign(sign: str) -> bool:
    return sign.isalpha() or sign in _INSIDE or category(sign) in _JOINED


def has_capitals(name: str) -> bool:
    """Whether a name holds a capital, in whichever of its words; those of many scripts never do.

    >>> has_capitals("Ann Lee"), has_capitals("ann Lee"), has_capitals("أحمد سالم")
    (True, True, False)
    """
    return any(map(str.isupper, name))


def once(tokens: list[str]) -> list[str]:
    """Cut the repetitions off a name: the texts of pictures run into it.

    >>> once("Ann Lee Ann Lee".split()), once("Ann LeeAnn Lee".split())
    (['Ann', 'Lee'], ['Ann', 'Lee'])
    """
    size = len(tokens)
    whole = " ".join(tokens)
    half = len(whole) // 2
    if size % 2 and whole[:half] == whole[half:]:
        return [*tokens[: size // 2], whole[:half].rpartition(" ")[2]]
    periods = (period for period in range(1, size // 2 + 1) if size % period == 0)
    return next(
        (tokens[:period] for period in periods if tokens[:period] * (size // period) == tokens), tokens
    )


def without_role(tokens: Sequence[str]) -> list[str]:
    """Cut the job title before or behind a name; a title alone gives nothing.

    >>> without_role(["Senior", "Reporter", "Ann", "Lee"]), without_role(["Political", "Editor"])
    (['Ann', 'Lee'], [])
    """
    lists = words()
    folded = [token.casefold().strip(".,") for token in tokens]
    if lists.roles.isdisjoint(folded):
        return list(tokens)
    titles = [word in lists.roles or word in lists.modifiers for word in folded]
    first = 0
    while first < len(tokens) and titles[first]:
        first += 1
    last = first
    while last < len(tokens) and not titles[last]:
        last += 1
    return list(tokens[first:last])


def without_employer(tokens: Sequence[str]) -> list[str]:
    """Cut an address or an agency off behind a name that is whole without it.

    An agency counts as it writes itself, and only if no person bears the word: of one word in small letters
    those alone whose name is no family name.

    >>> without_employer(["Ann", "Lee", "Herald.com", "Archive"]), without_employer(["Bo", "Ek", "AFP"])
    (['Ann', 'Lee'], ['Bo', 'Ek'])
    >>> without_employer(["ANA", "SOFIA", "LUSA"]), without_employer(["Ann", "Reuters"])
    (['ANA', 'SOFIA', 'LUSA'], ['Ann', 'Reuters'])
    """
    for cut in range(_FEWEST_WORDS, len(tokens)):
        if _ADDRESS.fullmatch(tokens[cut]) or _is_agency(tokens[cut:], tokens[:cut]):
            return list(tokens[:cut])
    return list(tokens)


def _is_agency(behind: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words behind a name are an agency, told from a family name by how they are written."""
    phrase = " ".join(behind)
    if words().agencies.get(phrase.casefold()) != phrase:
        return False
    return len(behind) > 1 or phrase in _SURE_AGENCIES or (phrase.isupper() and not "".join(name).isupper())


def is_role(phrase: str) -> bool:
    """Whether a phrase holds a word for a job."""
    return not words().roles.isdisjoint([word.strip(".,") for word in phrase.casefold().split()])


def is_weekday(word: str) -> bool:
    """Whether a word is a day of the week; its shorter forms are family names as well.

    >>> is_weekday("Friday"), is_weekday("May"), is_weekday("Mon")
    (True, False, False)
    """
    folded, lexicon = word.casefold(), load_lexicon().words
    return len(word) >= _WEEKDAY_CHARS and folded in lexicon["date"] and folded not in lexicon["month"]


def is_day(word: str) -> bool:
    """Whether a word is one of dates, a month aside: where a date stands behind it, no part of a name.

    >>> is_day("Thu"), is_day("May"), is_day("Lee")
    (True, False, False)
    """
    folded, lexicon = word.casefold().strip("."), load_lexicon().words
    return folded in lexicon["date"] and folded not in lexicon["month"]


def is_collective(phrase: str) -> bool:
    """Whether a phrase names a group that signs as such: "Gear Team"."""
    return phrase.casefold().rpartition(" ")[2].strip(".") in words().collectives


def is_addition(phrase: str) -> bool:
    """Whether a phrase behind a first name is a credential, a place or a job, not one more author.

    >>> is_addition("PhD"), is_addition("Berlin"), is_addition("Bo Marsh")
    (True, True, False)
    """
    lists = words()
    folded = phrase.casefold()
    if folded in lists.agencies:
        return False
    if _CREDENTIAL.fullmatch(phrase) or folded in lists.places:
        return True
    return (is_role(phrase) and not is_collective(phrase)) or any(
        word in lists.not_in_names and word not in {"the", "and", "to"} for word in phrase.split()
    )


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, however it is written.

    >>> unique(["Ann Lee", "ANN LEE"])
    ('Ann Lee',)
    """
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(" ".join(name.casefold().split()), name)
    return tuple(seen.values())
