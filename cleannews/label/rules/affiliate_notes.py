"""Notes that the site is paid where readers buy through its links."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.parted import UNSPACED
from cleannews.label.rules.appeals import QUOTES
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.stored import read_stored
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_NOTE = Reason("affiliate_note", Label.LEGAL, 0.996)
"""Set: on pages of WCXB and fundus some twenty have one, the gold of two of them counts it as text."""

_WORDS = range(4, 61)


class _Words(NamedTuple):
    """Words of one language."""

    pay: re.Pattern[str]
    links: re.Pattern[str]
    ours: re.Pattern[str]


def find_affiliate_notes(scene: Scene) -> Iterator[Verdict]:
    """Name the blocks at the edges of the text that speak of links, of what is paid for them and of the site.

    "When you buy through our links, we may earn a commission", all in words of one language.
    """
    for index in scene.edges(_WORDS):
        if scene.texts[index][0] not in QUOTES:
            found = _pay(scene.measures.keys[index])
            if found:
                yield _NOTE.at(index, found)


def _pay(key: str) -> str:
    """What a line says is paid for links of the site; nothing if it does not."""
    spaced, unspaced = _paid()
    if spaced.isdisjoint(key.split()) and (key.isascii() or not any(word in key for word in unspaced)):
        return ""
    for words in _languages():
        paid = words.pay.search(key)
        if paid and words.links.search(key) and words.ours.search(key):
            return paid[0]
    return ""


@lru_cache(maxsize=1)
def _languages() -> tuple[_Words, ...]:
    return tuple(_Words(_one(x["pay"]), _one(x["links"]), _one(x["ours"])) for x in _stored())


@lru_cache(maxsize=1)
def _paid() -> tuple[frozenset[str], tuple[str, ...]]:
    """Load words for what is paid, also before a point, and those of scripts without spaces."""
    every = [word for lists in _stored() for word in lists["pay"]]
    whole = frozenset(word + point for word in every for point in ("", *".,;:)"))
    return whole, tuple(filter(UNSPACED.search, every))


def _stored() -> list[dict[str, list[str]]]:
    return list(read_stored("affiliate_notes")["languages"].values())


def _one(words: Sequence[str]) -> re.Pattern[str]:
    """Make a pattern of any of some words, whole ones where spaces tell words."""
    edge = "" if any(map(UNSPACED.search, words)) else r"\b"
    return re.compile(f"{edge}(?:{'|'.join(map(re.escape, words))}){edge}")


AFFILIATE_NOTES = Rule("affiliate_notes", find_affiliate_notes, (_NOTE,))
