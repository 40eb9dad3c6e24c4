"""Names on lines of their own beside the date of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.departments import is_department
from cleannews.label.rules.bylines import is_uncased, names_in, names_only
from cleannews.label.rules.date_lines import LETTERS, is_date_alone
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Label
from cleannews.read.elements import SUBHEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_LONE = Reason("name_beside_date", Label.BYLINE, 0.995)
"""Set; .93 was measured (110 of 118); the others are bylines and sections that the gold counts as text."""

_REACH = 6
"""Blocks behind the headline among which a name stands beside its date."""
_NAMES = range(2, 5)
"""Words of a name; one word is a place or a section more often."""
_CHARS = 40
_PROSE = 2
"""Blocks of prose from which the text has begun: the first may be a standfirst."""


def find_lone_names(scene: Scene) -> Iterator[Verdict]:
    """Name short lines of capitalised words, or of any in scripts without capitals, directly beside the date.

    Between the headline and the second paragraph, and where nothing like the date stands within the text.
    Not headings, items and cells, which head the parts of a text, and no line that holds a digit.
    """
    first = scene.context.headline.block + 1
    stop = min(scene.prose[min(_PROSE, len(scene.prose)) - 1], first + _REACH) if scene.prose else 0
    if not first:
        return
    for index in range(first, stop):
        if _may_name(scene, index) and any(
            first <= beside < stop and is_date_alone(scene, beside) for beside in (index - 1, index + 1)
        ):
            yield _LONE.at(index, "a name beside the date, between headline and text")


def _may_name(scene: Scene, index: int) -> bool:
    text, key = scene.texts[index], scene.measures.keys[index]
    if len(text) > _CHARS or scene.lines[index] is not None or scene.measures.ended[index]:
        return False
    if scene.segments[index].tag in SUBHEADINGS or any(map(str.isdigit, text)) or is_department(key):
        return False
    if is_uncased(text):
        return len(LETTERS.findall(text)) in _NAMES and text[-1] not in ":："
    return names_only(text) and len(names_in(scene, index)) in _NAMES


LONE_NAMES = Rule("lone_names", find_lone_names, (_LONE,))
