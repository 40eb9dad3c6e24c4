"""Program text of the page that a crude scraper left in the dump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label
from cleannews.read.program import TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_PROGRAM = Reason("program_text", Label.OTHER, 0.998)

_SHOWN = 80
"""Characters of it that are shown as evidence."""


def find_program_text(scene: Scene) -> Iterator[Verdict]:
    """Name the blocks that reading set aside as scripts, styles and data of the page."""
    if scene.context.page.kind is not Kind.TEXT:
        return
    for index, segment in enumerate(scene.segments):
        if segment.tag == TAG:
            yield _PROGRAM.at(index, " ".join(segment.raw[: 2 * _SHOWN].split())[:_SHOWN])


PROGRAM_TEXT = Rule("program_text", find_program_text, (_PROGRAM,))
