"""Corrections: what a paper says of its own article, below the text or above it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.stored import read_stored
from cleannews.labels import Label
from cleannews.read.word_lists import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_NOTE = Reason("correction_note", Label.BODY, 0.996)
"""Set: two stand below articles of the development corpora; one is in the gold, the other page has none."""

_WORDS = range(5, 121)
"""Words of a note; shorter lines are headings and links to the desk. Only texts in ASCII are counted."""
_CHARS = range(16, 800)
_SIGNS = r"[\W_]{0,3}"
_ENDS = frozenset(".!?。！？।؟)）")


def find_corrections(scene: Scene) -> Iterator[Verdict]:
    """Keep the paragraphs with which a paper corrects its article: they are of the desk, not of the site.

    From the headline up to the readers' comments and closely behind the last paragraph.
    """
    first, stop = scene.context.headline.block + 1, min(scene.behind().stop, scene.comments)
    for index in range(max(first, 0), stop):
        text = scene.texts[index]
        if len(text) in _CHARS and text[-1] in _ENDS and _is_counted(scene, index):
            found = _pattern().match(text.casefold())
            if found:
                yield _NOTE.at(index, f"begins with {found[0]!r}")


def _is_counted(scene: Scene, index: int) -> bool:
    return scene.measures.words[index] in _WORDS or not scene.texts[index].isascii()


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    stored = read_stored("corrections")
    headings, sentences = (
        any_of(word for words in stored[kind].values() for word in words)
        for kind in ("headings", "sentences")
    )
    return re.compile(rf"{_SIGNS}(?:(?:{headings})\s?[:：＞>】\])）]|(?:{sentences})\b)")


CORRECTIONS = Rule("corrections", find_corrections, (_NOTE,))
