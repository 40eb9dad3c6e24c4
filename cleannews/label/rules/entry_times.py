"""Times above the entries of a live report: when each was written, and none of its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.rules.date_lines import is_date_line
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_TIME = Reason("entry_time", Label.DATELINE, 0.996)
"""Set: of 17 such lines on three pages of fundus and its dumps none is in the gold."""

_LEAST = 3
"""Times of a live report; a programme of two says what happens then."""
_WORDS = 4
"""Words of such a line: "Posted at 15:42"."""
_CLOCK = re.compile(r"(?<![\d:.])(?:[01]?\d|2[0-3])(?:[:h][0-5]\d|\.[0-5]\d(?=\s(?:uhr|uur)))(?![\d:])")
_CELLS = frozenset({"td", "th", "dt", "dd"})


def find_entry_times(scene: Scene) -> Iterator[Verdict]:
    """Name lines of nothing but a time inside of the text, where three or more of them stand apart."""
    first = scene.context.headline.block + 1
    times = [index for index in scene.numbered if first <= index <= scene.end and _is_time(scene, index)]
    apart = [index for index in times if index + 1 not in times]
    if len(apart) >= _LEAST:
        for index in apart:
            yield _TIME.at(index, f"one of {len(apart)} times above entries")


def _is_time(scene: Scene, index: int) -> bool:
    key = scene.measures.keys[index]
    return (
        scene.measures.words[index] <= _WORDS
        and scene.measures.columns.tag[index] not in _CELLS
        and _CLOCK.search(key) is not None
        and is_date_line(key, scene.lexicon.words["date"])
    )


ENTRY_TIMES = Rule("entry_times", find_entry_times, (_TIME,))
