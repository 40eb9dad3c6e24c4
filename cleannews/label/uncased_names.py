"""Persons' names in scripts without capitals, told by known given names and family names.

Where capitals tell nothing, nothing but the words themselves does: each word of a name must be a known one,
and of two or three words one family name may be unknown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.departments import is_department
from cleannews.label.language import stop_words
from cleannews.label.lexicon import load_lexicon
from cleannews.label.stored import read_stored
from cleannews.lasting import lasting

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHARS = range(2, 41)
_WORDS = range(2, 5)
"""Words of a name; one word is a place or a section more often."""
_UNKNOWN_WORD = range(2, 21)
"""Letters and vowel signs of a word that may be a family name."""
_BURMESE_TITLES = ("ဒေါက်တာ", "ဒေါ်", "ဦး", "မောင်", "ကို", "မ")
_BURMESE_PARTS = range(3, 6)
_KHMER, _GEORGIAN, _ARABIC = ("\u1780", "\u17ff"), ("\u10d0", "\u10ff"), ("\u0620", "\u06d3")
_BURMESE, _IDEOGRAPHS = ("\u1000", "\u109f"), ("\u3400", "\u9fff")
_EAST_ASIAN = ("\u3005", "\ud7a3")
"""The first and the last letter of a script (Unicode 15 blocks). A pattern of wide ranges would take a
millisecond to compile, on all pages."""
_GEORGIAN_ENDS = ("შვილი", "ძე", "იანი", "ავა", "ია", "უა", "ელი", "ური", "ული", "ანი")
"""Ends of family names: in Georgian nearly all have one of a dozen."""
_ARABIC_FAMILY = re.compile(r"ال\w{2,14}|\w{2,12}ي")
"""With an article or as an adjective: other words behind a whole name are verbs as often."""
_INITIAL_LETTERS = range(1, 3)
"""Letters before the dot of an initial: of "எஸ்." two."""
_IDEOGRAPH_SIGNS, _HANGUL_SIGNS = range(2, 5), range(3, 5)
_SPACED_OUT = 3
"""Signs of a name of two, set as wide as one of three: "赵 明"."""
_PAIR, _LONE = 2, 1

_SERVANT = "عبد "
"""Begins given names, which are written in one word or in two."""

_FORMS = str.maketrans("یکہھۀةےأإآٱںۓ", "يكههههيااااني")
"""Letters of Persian and Urdu, and with marks above: names are written in either way."""
_MARKS = (*range(0x591, 0x5BE), 0x5BF, *range(0x5C0, 0x5C3), 0x5C4, 0x5C5, 0x5C7)
_MARKS += (*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, 0x640)
_MARKS += (*range(0x200C, 0x2010), 0x93C, 0x9BC, 0xA3C, 0xB3C)
"""Vowel points of Hebrew and Arabic, signs that join or part letters, dots below those of Indian scripts."""
_FOLDED: Mapping[int, int | None] = {**_FORMS, **dict.fromkeys(_MARKS)}


class _Names(NamedTuple):
    given: frozenset[str]
    soft: frozenset[str]
    """Given names that are words as well: they count beside a known family name."""
    family: frozenset[str]
    no_names: frozenset[str]
    """Words that no person bears, of offices, places and buildings."""
    between: frozenset[str]
    """Second and third words of names: "bin", "Kumar"."""
    before: frozenset[str]
    """Forms of address."""
    zh_family: frozenset[str]
    zh_given: frozenset[str]
    zh_not_last: frozenset[str]
    zh_words: frozenset[str]
    ko_family: frozenset[str]
    ko_given: frozenset[str]
    ko_words: frozenset[str]


def is_uncased(text: str) -> bool:
    """Tell whether no letter of a text has a capital form that is used; Georgian has one for whole headings.

    >>> is_uncased("أحمد سالم"), is_uncased("ნინო ბერიძე"), is_uncased("Ann Lee")
    (True, True, False)
    """
    cased = (sign for sign in text if sign.isalpha() and sign.upper() != sign)
    return all(_is_of(sign, _GEORGIAN) for sign in cased)


def _is_of(word: str, script: tuple[str, str]) -> bool:
    """Tell whether a word begins with a letter of a script."""
    first, last = script
    return first <= word[0] <= last


def _is_all_of(text: str, script: tuple[str, str]) -> bool:
    return all(_is_of(sign, script) for sign in text)


def is_uncased_name(text: str, *, language: str | None = None) -> bool:
    """Tell whether a phrase of a script without capitals is a person's name and nothing else.

    Args:
        text: The phrase.
        language: Of the page; in Japanese ones no Chinese names are looked for.

    >>> is_uncased_name("ليلى الحداد"), is_uncased_name("राकेश कुमार झा"), is_uncased_name("김서윤")
    (True, True, True)
    >>> is_uncased_name("رويترز"), is_uncased_name("राम मंदिर"), is_uncased_name("新华社")
    (False, False, False)
    """
    text = text.strip()
    if text.isascii() or len(text) not in _CHARS or not text[0].isalpha() or not is_uncased(text):
        return False
    if any(_is_of(sign, _EAST_ASIAN) for sign in text):
        return _is_korean(text) or (language != "ja" and _is_chinese(text))
    if _is_all_of(text.replace(" ", ""), _BURMESE):
        return _is_burmese(text)
    return _is_spaced(text.replace(_SERVANT, _SERVANT.rstrip()).split())


def _is_chinese(text: str) -> bool:
    """Tell a family name and signs of given names, which together are no known word."""
    names = _names()
    if len(text) == _SPACED_OUT and text[1] == " ":
        text = text[0] + text[-1]
    if len(text) not in _IDEOGRAPH_SIGNS or not _is_all_of(text, _IDEOGRAPHS):
        return False
    if text in names.zh_words or text[-1] in names.zh_not_last:
        return False
    size = _PAIR if text[:_PAIR] in names.zh_family else _LONE
    given = text[size:]
    return text[:size] in names.zh_family and 0 < len(given) <= _PAIR and names.zh_given.issuperset(given)


def _is_korean(text: str) -> bool:
    """Tell a family name and a known given name of two syllables, which together are no known word."""
    names, whole = _names(), text.replace(" ", "")
    family, given = whole[:-_PAIR], whole[-_PAIR:]
    if len(whole) not in _HANGUL_SIGNS or text not in (whole, f"{family} {given}"):
        return False
    return family in names.ko_family and given in names.ko_given and whole not in names.ko_words


def _is_burmese(text: str) -> bool:
    """Tell three to five parts of names, or two behind a form of address, with spaces or without."""
    text = text.replace(" ", "")
    title = next((title for title in _BURMESE_TITLES if text.startswith(title)), "")
    return any(
        _parts(text[len(head) :]) in range(_BURMESE_PARTS.start - bool(head), _BURMESE_PARTS.stop)
        for head in {"", title}
    )


def _parts(text: str) -> int:
    """Count the known parts that a Burmese name is made of, the longest first; 0 if it has an unknown one."""
    given, found, at = _names().given, 0, 0
    while at < len(text):
        size = next((size for size in range(8, 1, -1) if text[at : at + size] in given), 0)
        if not size:
            return 0
        at += size
        found += 1
    return found


def _is_spaced(tokens: list[str]) -> bool:
    """Tell a given name and what stands behind it: known names, or one family name at the end."""
    names = _names()
    words = [fold_name(token) for token in tokens if not _is_initial(token)]
    initials = len(tokens) - len(words)
    if words and words[0] in names.before:
        words = words[1:]
    if not words or len(words) + initials not in _WORDS or not all(map(_is_word, words)):
        return False
    first, others = words[0], words[1:]
    if _is_of(first, _KHMER) and first in names.family:
        return any(word in names.given or word in names.soft for word in others)
    unknown = [at for at, word in enumerate(others) if not _is_known(word)]
    if first in names.soft and first not in names.given:
        return not unknown and any(
            word in names.given or (word in names.family and word not in names.soft) for word in others
        )
    if first not in names.given or unknown not in ([], [len(others) - 1]):
        return False
    return not unknown or _may_be_family(others[-1], alone=len(others) + initials == 1)


def _is_initial(token: str) -> bool:
    """Tell whether a token is one letter with its vowel and a dot."""
    return token.endswith(".") and sum(map(str.isalpha, token)) in _INITIAL_LETTERS


def _is_known(word: str) -> bool:
    names = _names()
    return any(word in known for known in (names.given, names.soft, names.family, names.between))


def _may_be_family(word: str, *, alone: bool) -> bool:
    """Tell whether an unknown word may be a family name: behind one given name, or by its form."""
    if _is_of(word, _GEORGIAN):
        return word.endswith(_GEORGIAN_ENDS)
    if len(word) not in _UNKNOWN_WORD or _is_common(word):
        return False
    return alone or (_is_of(word, _ARABIC) and _ARABIC_FAMILY.fullmatch(word) is not None)


def _is_common(word: str) -> bool:
    """Tell whether a word is one of texts, dates, offices or departments."""
    lexicon = load_lexicon().words
    kinds = ("date", "month", "role", "profession", "byline", "agency", "home", "comment", "credit")
    return any(word in lexicon[kind] for kind in kinds) or word in _stop_words() or is_department(word)


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    return frozenset(fold_name(word) for words in stop_words().values() for word in words)


def _is_word(word: str) -> bool:
    """Tell whether a token is letters with their vowel signs, and no word that nobody bears."""
    letters = all(sign.isalpha() or sign in "'-" or unicodedata.category(sign)[0] == "M" for sign in word)
    return bool(word) and letters and word not in _names().no_names


def fold_name(word: str) -> str:
    """Fold the spellings of a name: no vowel points, Persian and Urdu letters as Arabic ones, one apostrophe.

    >>> fold_name("أحمد") == fold_name("احمد"), fold_name("علی") == fold_name("علي")
    (True, True)
    """
    word = unicodedata.normalize("NFKD", word.replace("׳", "'").replace("’", "'"))
    return word.translate(_FOLDED).strip(".,")


def _together(languages: Mapping[str, str]) -> frozenset[str]:
    """The names of all languages: those that share a script share names."""
    return frozenset(" ".join(languages.values()).split())


@lru_cache(maxsize=1)
def _names() -> _Names:
    with lasting():
        stored = read_stored("uncased_names")
        chinese, korean = stored["zh"], stored["ko"]
        return _Names(
            given=_together(stored["given"]),
            soft=_together(stored["words"]),
            family=_together(stored["family"]),
            no_names=frozenset(stored["not_in_names"].split()),
            between=frozenset(stored["between"].split()),
            before=frozenset(stored["before"].split()),
            zh_family=frozenset([*chinese["family"], *chinese["pairs"].split()]),
            zh_given=frozenset(chinese["given"]),
            zh_not_last=frozenset(chinese["not_last"]),
            zh_words=frozenset(chinese["words"].split()),
            ko_family=frozenset([*korean["family"], *korean["pairs"].split()]),
            ko_given=frozenset(korean["given"].split()),
            ko_words=frozenset(korean["words"].split()),
        )
