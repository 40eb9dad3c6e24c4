"""What reading set aside: front matter, program text of the page, the list of addresses at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label
from cleannews.read.front_matter import FRONT
from cleannews.read.leftovers import LINKS, PROGRAM
from cleannews.read.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_PROGRAM = Reason("program_text", Label.OTHER, 0.998)
_LINKS = Reason("link_list", Label.OTHER, 0.998)
_FRONT = Reason("front_matter", Label.OTHER, 0.998)
_BY_TAG = {PROGRAM: _PROGRAM, LINKS: _LINKS, FRONT: _FRONT}

_OPENS = frozenset("{[")
_MARK = re.compile(
    r"\{(?:load(?:position|module|moduleid)|module(?:pos)?|jcomments|youtube|vimeo|gallery)\b[^{}\n]{0,80}\}"
    r"|\[[a-z][a-z_-]{2,30}(?:\s[a-z_]{2,20}=(?:\"[^\"\]\n]{0,200}\"|[\w-]{1,60})){1,12}\s?/?\]"
    r"|\[/[a-z][a-z_-]{2,30}\]"
)
"""What Joomla (``{loadposition ad1}``) and WordPress (``[gallery ids="1,2"]``) put something else for, where
they do not."""
_SHOWN = 80
"""Characters of it that are shown as evidence."""


def find_program_text(scene: Scene) -> Iterator[Verdict]:
    """Name the blocks that reading set aside, and those that are a content system's mark and nothing else."""
    columns = scene.measures.columns
    for index, text in enumerate(columns.text):
        if text[:1] in _OPENS and _MARK.fullmatch(text):
            yield _PROGRAM.at(index, text)
    if scene.context.page.kind is not Kind.TEXT:
        return
    for index, tag in enumerate(columns.tag):
        if tag in _BY_TAG:
            yield _BY_TAG[tag].at(index, normalise(columns.raw[index][: 2 * _SHOWN])[:_SHOWN])


PROGRAM_TEXT = Rule("program_text", find_program_text, (_PROGRAM, _LINKS, _FRONT))
