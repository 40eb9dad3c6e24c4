"""How the headline of a dump reads in full: with its kicker, without the site's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.departments import is_department, is_front_page, menu_names
from cleannews.label.headline_survey import MIN_WORDS
from cleannews.label.masthead import SEPARATOR, squeeze
from cleannews.label.measures import fold
from cleannews.read.letters import CRUMB_ARROWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.label.headline_candidate import Candidate
    from cleannews.label.headline_survey import Dump


_KICKER_REACH = 2
"""Lines before the headline in which its kicker stands."""
_KICKER_WORDS = 6
_ENDS = tuple(".!?:>/|")
"""What no kicker ends in."""
_MARKED = re.compile(r"([*_~]{1,2})(\S(?:[^*_~]{0,300}\S)?)\1")
_PICTURES = "".join(map(chr, (*range(0x1F300, 0x1FB00), *range(0x2600, 0x27C0), 0x2B50, 0xFE0F, 0x20)))
_CLOSING = "\"'”’“»«›)]!?…。！？」』）"
"""Signs behind a headline's last letter that belong to it."""
_LOOSE = " :|/›»>"
"""Signs that stood between a kicker or a path and the headline."""
_MAX_SUFFIX_CHARS, _MAX_SUFFIX_WORDS = 40, 5
_MIN_CJK, _MAX_CJK_NAME = 8, 12
"""Characters of a headline and of what stands behind a low line in a title that is not in Latin letters."""


def whole_title(dump: Dump, best: Candidate) -> str:
    """The headline with its kicker, where the ``<title>`` line says that both are one; without a loose sign.

    That is: the ``<title>`` line begins with the best line and the one before or behind it. If it is the best
    line itself, the site's name is cut off it.
    """
    segments, first = dump.page.segments, dump.title.block
    if best.text[0] == ":" and best.block:
        text = _with_kicker(segments[best.block - 1].text, best.text)
    elif best.block == first:
        return without_suffix(best.text)
    else:
        text = best.text.lstrip(_LOOSE)
        text = _without_crumb(text) if best.text[0] in _PATH_SIGNS else text
        text = text or best.text
    around = range(max(first + 1, best.block - _KICKER_REACH), best.block + 2)
    for index in around if first >= 0 else ():
        if index != best.block and index < len(segments):
            pair = (segments[index].text, text) if index < best.block else (text, segments[index].text)
            bare, behind = squeeze("".join(pair)), segments[best.block + 1 : best.block + 2]
            full = _opening(segments[first].text, bare)
            if full:  # the headline itself may be broken into two lines
                rest = squeeze(behind[0].text) if behind and index < best.block else ""
                return (_opening(segments[first].text, bare + rest) if rest else "") or full
    return text


def _without_crumb(text: str) -> str:
    """What stands behind the sign of a path, without the department that the path ends in.

    >>> _without_crumb("Sport The ferry wins the cup"), _without_crumb("The ferry wins the cup")
    ('The ferry wins the cup', 'The ferry wins the cup')
    """
    first, _, rest = text.partition(" ")
    return rest if is_department(fold(first)) and _is_headline(rest.split()) else text


_PATH_SIGNS = frozenset("/›»>")


def without_menu(title: str) -> str:
    """A headline without the menu or path that ran on into it: the front page's name and departments.

    >>> without_menu("Home News Mining blasts shatter homes"), without_menu("Home News editor resigns")
    ('Mining blasts shatter homes', 'Home News editor resigns')
    >>> without_menu("Sport > GAA > Football Late goal sends town into final")
    'Football Late goal sends town into final'
    >>> without_menu("Home Secretary Meets Ferry Owners"), without_menu("Startseite Sport Der Hafen ist zu")
    ('Home Secretary Meets Ferry Owners', 'Der Hafen ist zu')
    """
    steps = _STEP.split(title)
    if len(steps) > _LEAST_STEPS and len(steps[-1]) >= _LEAST_CHARS:
        return steps[-1]
    words = title.split()
    if len(words) < _LEAST_TITLED or not is_front_page(fold(words[0])):
        return title
    stop = next((at for at, word in enumerate(words[1:], 1) if fold(word) not in menu_names()), len(words))
    behind_more = stop > 1  # the front page's name alone may open a headline
    return " ".join(words[stop:]) if behind_more and _is_headline(words[stop:]) else title


def without_department(title: str, source: str) -> str:
    """A headline without the department that ran on into it: "Politics", in a line that is written small.

    Two words that stand together elsewhere in the dump are a name or a term: "World Bank".

    >>> without_department("Sport Northport lose the cup on penalties", "")
    'Northport lose the cup on penalties'
    >>> without_department("World Bank lends the harbour money", "The World Bank said so. The World Bank")
    'World Bank lends the harbour money'
    """
    words = title.split()
    stop = next((at for at, word in enumerate(words) if not _is_entry(word)), 0)
    rest = words[stop:]
    if not stop or not _is_headline(rest) or not _is_written_small(rest):
        return title
    named = source.casefold().count(f"{words[stop - 1]} {rest[0]}".casefold()) > 1
    return title if named else " ".join(rest)


def _is_headline(words: Sequence[str]) -> bool:
    """Whether what stands behind a path or a menu is long enough for a headline, and does not begin small."""
    return len(words) >= _LEAST_REST and not words[0][0].islower()


def _is_entry(word: str) -> bool:
    """Whether a word is a department, the front page or the sign of a path; capitals are an abbreviation."""
    if word in _CRUMB_SIGNS:
        return True
    key = fold(word)
    return word.isalpha() and not word.isupper() and (is_department(key) or is_front_page(key))


def _is_written_small(words: Sequence[str]) -> bool:
    """Whether words are a headline of which only the first and names have capitals, and no kicker."""
    if words[0].endswith(":") or not any(map(str.isalnum, words[0])):
        return False
    long = [word for word in words[1:] if len(word) >= _LONG_WORD]
    return sum(word[0].islower() for word in long) * _SMALL_SHARE >= len(long)


_CRUMB_SIGNS = frozenset(CRUMB_ARROWS) | {"|", "/"}
_LONG_WORD, _SMALL_SHARE = 4, 3
"""Letters of a word that has a capital in headlines written so; in others one in so many is small."""
_LEAST_TITLED, _LEAST_REST = 6, 4
"""Words of a headline with a menu before it, and of what is left."""
_STEP = re.compile(rf"\s[{CRUMB_ARROWS}]\s")
_LEAST_STEPS, _LEAST_CHARS = 2, 16
"""Arrows of a path before a headline, and characters of what is left."""


def without_decoration(title: str) -> str:
    """A headline without the signs that messengers make bold letters of, and pictures around it.

    >>> without_decoration("*Ferry sinks*"), without_decoration("⚡️ Ferry sinks 🚢"), without_decoration("*")
    ('Ferry sinks', 'Ferry sinks', '*')
    """
    bare = title.strip(_PICTURES) if not title.isascii() else title
    found = _MARKED.fullmatch(bare)
    return (found[2] if found else bare).strip() or title


def _with_kicker(kicker: str, text: str) -> str:
    """A headline behind the kicker from which a line break parted it, and its colon with it."""
    if len(kicker.split()) > _KICKER_WORDS or any(map(str.isdecimal, kicker)) or kicker.endswith(_ENDS):
        return text.lstrip(_LOOSE) or text
    return f"{kicker}: {text.lstrip(_LOOSE)}"


def _opening(title: str, bare: str) -> str:
    """The beginning of a title that holds the letters of two lines, if a word ends there; else nothing."""
    if len(bare) > len(title) or not squeeze(title).startswith(bare):
        return ""
    end, seen = 0, 0
    while seen < len(bare) and end < len(title):
        seen += len(squeeze(title[end]))
        end += 1
    if title[end : end + 1].isalnum():
        return ""
    return title[: end + len(title[end:]) - len(title[end:].lstrip(_CLOSING))]


def without_suffix(title: str) -> str:
    """A ``<title>`` line without the short name behind its last sign; what a colon parts belongs together.

    Before the name a department goes as well. Chinese titles bear department and name behind low lines.
    """
    parts = [part.strip() for part in title.split("_")] if "_" in title and not title.isascii() else []
    if len(parts) > 1 and len(parts[0]) >= _MIN_CJK and max(map(len, parts[1:])) <= _MAX_CJK_NAME:
        return parts[0]
    borders = [match for match in SEPARATOR.finditer(title) if ":" not in match[0]]
    if not borders:
        return title
    stem, rest = title[: borders[-1].start()].strip(), title[borders[-1].end() :]
    short = len(rest) <= _MAX_SUFFIX_CHARS and len(rest.split()) <= _MAX_SUFFIX_WORDS
    if not short or len(stem.split()) <= MIN_WORDS:
        return title
    if len(borders) > 1 and is_department(fold(stem[borders[-2].end() :])):
        return stem[: borders[-2].start()].strip()
    return stem
