"""Lines at the end of an article that ask its readers for a comment, a gift, a hint or a visit."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.stored import read_stored
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_FAREWELL = Reason("farewell", Label.NEWSLETTER, 0.996)
"""Set: of 23 such lines on the pages of fundus and fundus-evaluation, and 58 of three kinds of dumps, none
is in the gold; of some 90 on the companies' pages of WCXB two. Of the 1,556 paragraphs of the gold of the two
that are as short none would be one at the end."""
_COPYRIGHT = Reason("copyright_line", Label.LEGAL, 0.996)
"""Set: one on all pages of WCXB is in the gold."""

_LAST = 3
"""Paragraphs at the end, and blocks behind it, among which such lines stand."""
_BEHIND = 12
_WORDS = range(2, 31)
_CHARS = 200
_QUOTES = frozenset("\"'“”„«»‘’「『")
"""Begin what somebody says."""

_OWNER = re.compile(r"(?:copyright )?(?:©|\(c\)) ?[^.!?]{0,60}(?:19|20)\d\d", re.IGNORECASE)
_CLAUSE = re.compile(r"[.!?؟;:,،。！？…।–—]\s*")
_QUESTION = re.compile(r"[^.!]{3,90}[?؟;？]\s*\S")
"""A short question and what follows it; the Greek sign of one looks like a semicolon."""
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_US = ("nos", "ci", "celo", "-nous", "-ne", "نا")
"""End verbs of Romance languages and of Arabic that say "us"."""
_PART = " … "
_SHORT = 4
"""Letters of a word for what is asked for that counts as a whole only."""


class _Words(NamedTuple):
    """The words of one language."""

    begins: frozenset[str]
    """Of clauses: verbs."""
    ends: frozenset[str]
    ours: frozenset[str]
    """Words for the site and for its readers."""
    objects: frozenset[str]
    stems: tuple[str, ...]
    """Those of the objects that words may begin with."""


def find_farewells(scene: Scene) -> Iterator[Verdict]:
    """Name the short last paragraphs that ask for something, and whose copyright the text is.

    A verb at a clause's beginning or end, what is asked for, and a word for the site or a question before it:
    all in words of one language. Or parts of such lines as they stand in a list.
    """
    for index in _ends(scene):
        text = scene.texts[index]
        if scene.measures.words[index] not in _WORDS or len(text) > _CHARS or text[0] in _QUOTES:
            continue
        if _OWNER.match(text):
            yield _COPYRIGHT.at(index, "whose copyright it is")
        else:
            found = _phrase(scene.measures.keys[index]) or _asked_for(text)
            if found:
                yield _FAREWELL.at(index, found)


def _ends(scene: Scene) -> Sequence[int]:
    """The last paragraphs of the text and the blocks behind it."""
    if scene.end < 0:
        return ()
    within = [index for index in scene.prose if index <= scene.end][-_LAST:]
    behind = range(scene.end + 1, min(scene.end + 1 + _BEHIND, len(scene.texts)))
    return [index for index in (*within, *behind) if index != scene.context.headline.block]


def _phrase(key: str) -> str:
    """The listed phrase that a line holds, its parts in order; nothing if it holds none."""
    for phrase, parts in _phrases():
        place = key.find(parts[0])
        for part in parts[1:]:
            place = key.find(part, place + 1) if place >= 0 else -1
        if place >= 0:
            return phrase
    return ""


def _asked_for(text: str) -> str:
    """What a line asks its readers for; nothing if it asks for nothing."""
    line = text.casefold()
    address = _ADDRESS.search(line)
    question = _QUESTION.match(line) is not None
    if question and address and address.end() >= len(line.rstrip(".")):
        return address[0]
    clauses = [clause.split() for clause in _CLAUSE.split(_ADDRESS.sub(" ", line)) if clause.strip()]
    words = [word.strip("()\"'") for clause in clauses for word in clause]
    firsts, lasts = {clause[0] for clause in clauses}, {clause[-1] for clause in clauses}
    for language in _languages():
        verbs = (language.begins & firsts) | (language.ends & lasts)
        if verbs and (
            question or not language.ours.isdisjoint(words) or any(verb.endswith(_US) for verb in verbs)
        ):
            found = next((word for word in words if _is_object(word, language)), "")
            if found or address:
                return found or "an address"
    return ""


def _is_object(word: str, language: _Words) -> bool:
    return word in language.objects or word.startswith(language.stems)


@lru_cache(maxsize=1)
def _languages() -> tuple[_Words, ...]:
    """Load the words of each language, with those of invitations to channels."""
    stored, invitations = read_stored("farewells")["languages"], read_stored("invitations")
    found = []
    for name, lists in stored.items():
        others = invitations["languages"].get(name, {})
        objects = (*lists.get("objects", ()), *others.get("channels", ()), *invitations["networks"])
        found.append(
            _Words(
                frozenset((*lists.get("verbs", ()), *others.get("begins", ()))),
                frozenset((*lists.get("ends", ()), *others.get("ends", ()))),
                frozenset(others.get("ours", ())),
                frozenset(objects),
                tuple(word for word in objects if len(word) > _SHORT),
            )
        )
    return tuple(found)


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, tuple[str, ...]], ...]:
    lists = read_stored("farewells")["languages"].values()
    return tuple((phrase, tuple(phrase.split(_PART))) for each in lists for phrase in each.get("phrases", ()))


FAREWELLS = Rule("farewells", find_farewells, (_FAREWELL, _COPYRIGHT))
