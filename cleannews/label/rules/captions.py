"""Captions and picture credits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_CREDIT = Reason("agency_credit", Label.CAPTION, 0.988)

_CREDIT_WORDS = 60
_TAIL_CHARS = 48
_LAST_PART = re.compile(r"[/|©(\[–—-]\s?(?P<name>[^/|©()\[\]–—]{2,30})[)\]]?\s*$")


def find_credits(scene: Scene) -> Iterator[Verdict]:
    """Name blocks that end in an agency's name behind a slash, a dash, a bracket or a copyright mark."""
    agencies = scene.lexicon.words["agency"]
    last_words = scene.lexicon.words["agency_last"]
    measures = scene.measures
    for index, key in enumerate(measures.keys):
        if key[key.rfind(" ") + 1 :].rpartition("/")[2] not in last_words or scene.lines[index] is not None:
            continue
        if measures.words[index] > _CREDIT_WORDS or measures.ended[index]:
            continue
        found = _LAST_PART.search(scene.segments[index].text[-_TAIL_CHARS:])
        if found and found["name"].strip().casefold() in agencies:
            yield _CREDIT.at(index, f"credit of {found['name'].strip()}")


CAPTIONS = Rule("credits", find_credits, (_CREDIT,))
