"""The words around names in bylines, loaded once from ``data/bylines.json``."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Words(NamedTuple):
    """Closed word lists, case-folded."""

    roles: frozenset[str]
    """A word of these makes a phrase a job title."""
    modifiers: frozenset[str]
    """Stand before a role: "senior", "political"."""
    agencies: dict[str, str]
    """Folded name of a news agency -> as it writes itself."""
    nobody: frozenset[str]
    """Stand where a name should: "admin", "staff", "Redaktion"."""
    places: frozenset[str]
    """Cities that correspondents sign from."""
    no_places: frozenset[str]
    """Stand in capitals before a dash where a city would: openings of letters, kinds of texts."""
    particles: frozenset[str]
    """Small words inside names: "van", "de la"."""
    not_in_names: frozenset[str]
    """Words that no person bears: with one of them a phrase is a headline or a button."""
    also_given: frozenset[str]
    """Those of them that are given names all the same: "Or", "Said"."""
    also_family: frozenset[str]
    """Those of them that are family names: "Best", "Read"."""
    reporting: tuple[str, ...]
    """Chinese words for what reporters do or are told, which follow the word for reporter in prose."""
    buttons: tuple[str, ...]
    """Words of buttons in scripts without spaces between words: a phrase with one of them is no name."""
    titles: frozenset[str]
    """Forms of address, which do not count as one of the words that a name needs."""
    other_parts: tuple[str, ...]
    """What stands before the names of those who did not write a text but helped: "edited by", "photos"."""
    collectives: frozenset[str]
    """Last words of groups that sign as such."""
    ends: re.Pattern[str]
    """Words behind the last name of a byline: "updated", "photo", "follow"."""
    end_words: frozenset[str]
    """First words of these: most lines hold none of them, which their words tell ten times as fast."""

    def also_borne(self, tokens: Sequence[str]) -> int:
        """The place of the first or last word, if it has a capital and people bear it all the same; else -1.

        >>> words().also_borne(["George", "Best"]), words().also_borne(["best", "Lee"])
        (1, -1)
        """
        for place, borne in ((0, self.also_given), (len(tokens) - 1, self.also_family)):
            if tokens[place][:1].isupper() and tokens[place].casefold() in borne:
                return place
        return -1

    def find_end(self, line: str) -> re.Match[str] | None:
        """Find what ends a byline.

        >>> words().find_end("Ann Lee, updated on Monday").start()
        9
        """
        if line.isascii() and self.end_words.isdisjoint(_WORD.findall(line.lower())):
            return None
        return self.ends.search(line)


class Openers(NamedTuple):
    """How bylines of one language begin and join names."""

    start: re.Pattern[str]
    """Words for "by" at the start of a line."""
    start_plain: re.Pattern[str]
    """Those of them that need no colon behind them."""
    inside: re.Pattern[str]
    """The same behind a sign or a date."""
    anywhere: re.Pattern[str]
    """The same anywhere, in small letters too: for lines that are known to be bylines."""
    joiners: re.Pattern[str]
    """Signs and words between two names."""
    words: frozenset[str]
    """The words that :attr:`anywhere` finds: most lines hold none of them."""

    def begin(self, line: str) -> re.Match[str] | None:
        """Match a word for "by" at the start of a line; the many that need a colon only where one stands.

        >>> openers("en").begin("By Ann Lee").end()
        3
        """
        return (self.start if ":" in line or "：" in line or "៖" in line else self.start_plain).match(line)

    def leads(self, line: str) -> bool:
        """Tell whether a word for "by" stands anywhere in a line of ASCII."""
        return not self.words.isdisjoint(line.lower().split()) and self.anywhere.search(line) is not None


_WORD = re.compile(r"\w+")

_ANYWHERE = ("by", "von", "par", "por", "door", "автор", "oleh", "szerző")
"""Openers taken for such where the language is not known: none is a common first word of anything else."""


@lru_cache(maxsize=1)
def words() -> Words:
    """The word lists that hold for every language."""
    lists = _lists()
    return Words(
        roles=frozenset(map(str.casefold, lists["roles"])),
        modifiers=frozenset(map(str.casefold, lists["role_modifiers"])),
        agencies={name.casefold(): name for name in lists["agencies"]},
        nobody=frozenset(map(str.casefold, lists["nobody"])),
        places=frozenset(map(str.casefold, lists["places"])),
        no_places=frozenset(lists["no_places"]),
        particles=frozenset(lists["particles"]),
        not_in_names=frozenset(lists["not_in_names"]),
        also_given=frozenset(lists["also_given"]),
        also_family=frozenset(lists["also_family"]),
        reporting=tuple(lists["reporting"]),
        buttons=tuple(lists["buttons"]),
        titles=frozenset(lists["titles"]),
        other_parts=tuple(lists["other_parts"]),
        collectives=frozenset(lists["collectives"]),
        ends=re.compile(rf"(?<!\w)(?:{_either(lists['ends'])})(?!\w)", re.IGNORECASE),
        # patterns that ignore case take a dotless i for an i
        end_words=frozenset(_WORD.findall(end.lower().replace("ı", "i"))[0] for end in lists["ends"]),
    )


@lru_cache(maxsize=128)
def openers(language: str | None) -> Openers:
    """The openers and joiners of a language; English ones always count, any opener before a colon does.

    Some count before a colon only: nouns and prepositions of scripts without capitals, in which what follows
    does not tell a name ("كتب" begins bylines, and headlines about books).
    """
    lists = _lists()
    by: dict[str, list[str]] = lists["by"]
    known = by.get(language or "", list(_ANYWHERE)) + by["en"]
    groups = (*by.values(), *lists["by_before_colon"].values())
    every = [opener for group in groups for opener in group]
    joiners: dict[str, list[str]] = lists["joiners"]
    between = _either(joiners.get(language or "", []) + joiners["en"])
    signs = r"[\s|•·⋅●–—-]{0,4}"
    plain = rf"(?:{_either(known)})(?:\s{{1,3}}|\s?[/|]\s?)"
    return Openers(
        start=re.compile(rf"{signs}(?:(?:{_either(every)})\s?[:：៖]\s{{0,3}}|{plain})", re.IGNORECASE),
        start_plain=re.compile(f"{signs}{plain}", re.IGNORECASE),
        inside=re.compile(
            rf"(?:^|[\d|•·–—:.,)-]\s{{0,3}}|\s)(?:{_either(_capitals(known))})\s{{1,3}}(?=[^\W\d_a-z])"
        ),
        anywhere=re.compile(
            rf"(?:^|\s)(?:{_either(_words(known))})(?:\s?[:：]\s{{0,3}}|\s{{1,3}})", re.IGNORECASE
        ),
        words=frozenset(word.lower().replace("ı", "i") for word in _words(known)),
        joiners=re.compile(
            rf"\s?[,،;/|•·⋅●∙▪&+]\s?(?:(?:{between})\s{{1,3}})?|\s(?:-{{1,2}}\s|[–—]{{1,2}}\s?)"
            rf"|\s{{1,3}}(?:{between})\s{{1,3}}",
            re.IGNORECASE,
        ),
    )


def _capitals(known: list[str]) -> list[str]:
    """One-word openers with a capital: inside a line a small "by" or "von" is part of a sentence."""
    return [opener.capitalize() for opener in _words(known)]


def _words(known: list[str]) -> list[str]:
    return [opener for opener in known if opener.isalpha()]


def _either(phrases: list[str]) -> str:
    return "|".join(
        re.escape(phrase) for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    )


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    text = files("cleannews.fields").joinpath("data/bylines.json").read_text(encoding="utf-8")
    lists: dict[str, Any] = json.loads(text)
    return lists
