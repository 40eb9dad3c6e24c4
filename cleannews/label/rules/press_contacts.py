"""The end of a press release: whom the press may ask, and what the company is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.measures import fold
from cleannews.label.rules.closings import MAIL_ADDRESS
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.stored import read_stored
from cleannews.labels import Label
from cleannews.read.page import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_CONTACT = Reason("press_contact", Label.OTHER, 0.996)
"""Set: none of 35 such blocks on 13 pages of the development corpora is text, nor of 75 in dumps."""

_LEAST = 2
"""Paragraphs above such a heading."""
_REACH = 5
"""Blocks below it among which an address or a number stands, and the last of them."""
_ADDRESS_CHARS = 400
"""Characters of a block that holds one: a name, an office and how to reach them."""
_NUMBER = re.compile(r"(?:\+\d|\(0\)|\b0)[\d ()/.–-]{6,24}\d")
_ABOUT_REACH = 4
"""Blocks below the last address in which a paragraph about the company stands."""


class _Words(NamedTuple):
    """What such ends are made of."""

    headings: frozenset[str]
    about: tuple[str, ...]


def find_press_contacts(scene: Scene) -> Iterator[Verdict]:
    """Name a heading such as "Media contact:", the addresses below it and the paragraph about the company."""
    words = _words()
    if scene.context.page.layout in RUNNING or len(scene.prose) <= _LEAST:
        return
    for heading in range(scene.prose[_LEAST], len(scene.texts) - 1):
        if scene.measures.keys[heading].rstrip(" :：") in words.headings:
            last = _last_address(scene, heading)
            if last:
                yield from _told(scene, heading, last, words)
                return


def _told(scene: Scene, heading: int, last: int, words: _Words) -> Iterator[Verdict]:
    for index in range(heading, last + 1):
        yield _CONTACT.at(index, f"whom to ask, below {scene.texts[heading]!r}")
    for index in range(last + 1, min(last + 1 + _ABOUT_REACH, len(scene.texts))):
        text = scene.texts[index]
        word = next((word for word in words.about if fold(text[: len(word) + 1]) == word), "")
        if word and text[len(word) + 1 : len(word) + 2].isupper():
            yield _CONTACT.at(index, f"what the company is, behind {scene.texts[heading]!r}")


def _last_address(scene: Scene, heading: int) -> int:
    """The last block closely below a heading that holds an address or a number; 0 if none does."""
    last = 0
    for index in range(heading + 1, min(heading + 1 + _REACH, len(scene.texts))):
        text = scene.texts[index]
        reached = MAIL_ADDRESS.search(text[:_ADDRESS_CHARS]) or _NUMBER.search(text[:_ADDRESS_CHARS])
        if reached and len(text) <= _ADDRESS_CHARS:
            last = index
    return last


@lru_cache(maxsize=1)
def _words() -> _Words:
    stored = read_stored("press_contacts")
    headings = (fold(line) for lines in stored["headings"].values() for line in lines)
    about = {fold(word) for words in stored["about"].values() for word in words}
    return _Words(frozenset(headings), tuple(sorted(about, key=len, reverse=True)))


PRESS_CONTACTS = Rule("press_contacts", find_press_contacts, (_CONTACT,))
