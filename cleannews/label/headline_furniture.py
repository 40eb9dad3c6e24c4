"""Lines at the top of a dump that are no headline: paths, menus, days, credits, mastheads, known phrases."""

from __future__ import annotations

import re
from functools import lru_cache

from cleannews.label.departments import is_department
from cleannews.label.headline_dates import without_stamp
from cleannews.label.lexicon import load_lexicon
from cleannews.label.stored import read_stored

_SIGN = re.compile("[>›»/|·•]")
_SIGNS = re.compile(rf" ?{_SIGN.pattern} ?")
_MENU_WORDS = 3
"""Words of an entry of a path or menu."""
_LONGEST = 80
"""Characters of a line of furniture."""
_DAY_WORDS = 3
"""Words beside a day: the paper's name, the day of the week."""
_CREDIT = re.compile(
    r"(?:foto|photo|photograph|picture|image|bild|quelle|fotograf|fotografía|imagen|immagine|imagem|zdjęcie|фото|kuva"
    r"|fotó|foto's|fotoğraf|写真|사진|صورة|תמונה)\s?[:：©/]\s?\S",
    re.IGNORECASE,
)
_MASTHEAD_WORDS = 4


def is_furniture(text: str, key: str) -> bool:
    """Tell whether a line of a dump can be no headline by what it says.

    Args:
        text: The line.
        key: The line, folded.

    >>> is_furniture("Home > Business > Labour", "home > business > labour")
    True
    >>> is_furniture("Harbour > town: why it pays", "harbour > town: why it pays")
    False
    """
    if len(key) > _LONGEST:
        return False
    return (
        _is_trail(key)
        or load_lexicon().find_line(key) is not None
        or _CREDIT.match(text) is not None
        or _is_day(key)
    )


def is_masthead(text: str, key: str) -> bool:
    """Tell whether a line is made like a newspaper's name: a few words with capitals, ``Post`` among them.

    >>> is_masthead("The Harbour Post", "the harbour post"), is_masthead("Times change", "times change")
    (True, False)
    """
    words = key.split()
    if not 1 < len(words) <= _MASTHEAD_WORDS or _masthead_words().isdisjoint(words):
        return False
    return all(word[:1].isupper() or len(word) <= _MENU_WORDS for word in text.split())


def _is_trail(key: str) -> bool:
    """Whether a line is a path or a menu: it begins at the front page, or several entries are departments."""
    parts = [part for part in _SIGNS.split(key) if part] if _SIGN.search(key) else [key]
    if len(parts) == 1:
        words = key.split()
        return len(words) > _MENU_WORDS and all(map(_is_entry, words))
    if not parts or any(len(part.split()) > _MENU_WORDS for part in parts):
        return False
    return _is_home(parts[0]) or (len(parts) > _MENU_WORDS - 1 and sum(map(_is_entry, parts)) > 1)


def _is_home(key: str) -> bool:
    return key in load_lexicon().words["home"]


def _is_entry(key: str) -> bool:
    return _is_home(key) or is_department(key)


def _is_day(key: str) -> bool:
    rest = without_stamp(key)
    return rest != key and len([word for word in rest.split() if word[0].isalpha()]) <= _DAY_WORDS


@lru_cache(maxsize=1)
def _masthead_words() -> frozenset[str]:
    return frozenset(word for words in read_stored("mastheads")["words"].values() for word in words)
