"""The forms in which programs write a dump down, undone one after the other before all else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.cells import without_doubling
from cleannews.read.embedded import without_files
from cleannews.read.escapes import without_escapes
from cleannews.read.kept_tags import without_tags
from cleannews.read.line_marks import without_line_marks
from cleannews.read.mojibake import without_mojibake
from cleannews.read.printed import without_running_heads
from cleannews.read.rewriting import Unescaped, restored
from cleannews.read.spelled import without_attributes
from cleannews.read.string_lists import without_strings
from cleannews.read.terminal import without_sequences
from cleannews.read.transfer import without_transfer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cleannews.read.page import Segment

_FORMS: tuple[Callable[[str], Unescaped | None], ...] = (
    without_sequences,
    without_transfer,
    without_doubling,
    without_strings,
    without_escapes,
    without_running_heads,
    without_line_marks,
    without_mojibake,
    without_files,
    without_tags,
    without_attributes,
)
"""In the order in which they are undone: a list is read with the escapes of its strings, and what is read may
be numbered. A file may stand in a tag."""
_LAYERS: dict[Callable[[str], Unescaped | None], int] = {without_mojibake: 2}
"""How often a form may lie over itself: two programs read wrongly, one after the other."""


class Written(NamedTuple):
    """A text in some form, and what it says."""

    source: str
    read: Unescaped


def undone(source: str) -> list[Written]:
    r"""Undo the forms of a dump, the outermost first.

    >>> [written.read.text for written in undone('["caf\\u00e9", "Home", "News"]')]
    [' café\nHome\nNews\n']
    """
    steps: list[Written] = []
    for form in _FORMS:
        for _ in range(_LAYERS.get(form, 1)):
            text = steps[-1].read.text if steps else source
            read = form(text)
            if not read:
                break
            steps.append(Written(text, read))
    return steps


def redone(segments: list[Segment], steps: Sequence[Written]) -> list[Segment]:
    """Put the blocks of what a dump says back to where they stand in it."""
    for source, read in reversed(steps):
        segments = restored(source, segments, read)
    return segments
