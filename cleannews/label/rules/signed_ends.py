"""The author's name in a line of its own below the last paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.rules.lone_names import is_told_of, persons_in
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

NAME_BELOW_TEXT = "name_below_text"
"""Reason of such names."""

_SIGNED = Reason(NAME_BELOW_TEXT, Label.BYLINE, 0.995)
_CHARS = 60
_MOST = 3
"""Authors; more names are a list of people."""
_FEWEST = 3
"""Paragraphs above it: below one or two a name may sign a quotation or head a note."""
_SHORT = 2
"""Sentences of a few words that a text may end in, which are not counted as its paragraphs."""
_NEAR = 2
"""Lines below the name of which one is a known phrase."""
_FURNITURE = frozenset({Label.SHARE, Label.TAGS, Label.COMMENTS})
_TAGS = frozenset({"p", "div", ""})
_QUOTES = ('"', "“", "„", "«", "»", "‘", "「", "『", "–", "—")
"""Signs that open a quotation: the name below is that of who is quoted."""
_QUOTE_ENDS = ('"', "”", "“", "»", "«", "’", "」", "』")


def find_signed_ends(scene: Scene) -> Iterator[Verdict]:
    """Name the line directly below the last paragraph that holds nothing but names of persons.

    Each is known by a given name. In HTML it stands beside the paragraph, in a dump at the very end or above
    what sites put below a text. Not below a quotation, not the person whom the text is about, and no list of
    names.
    """
    if not scene.prose:
        return
    index = _behind(scene)
    if index < 0 or not _stands_below(scene, index):
        return
    inside = sum(scene.start <= at <= scene.end for at in scene.prose)
    names = _names(scene, index) if inside >= _FEWEST and not _is_quoted(scene.texts[index - 1]) else []
    if not 0 < len(names) <= _MOST or any(is_told_of(scene, name) for name in names):
        return
    if index + 1 < len(scene.texts) and _names(scene, index + 1):
        return
    yield _SIGNED.at(index, "a name below the last paragraph")


def _behind(scene: Scene) -> int:
    """The first block behind the last paragraph and the short sentences that may follow it; -1 if none is."""
    behind = range(scene.end + 1, min(scene.end + 2 + _SHORT, len(scene.texts)))
    return next((index for index in behind if not scene.measures.ended[index]), -1)


def _stands_below(scene: Scene, index: int) -> bool:
    """Tell whether a block stands in the same element as the last paragraph, or in one beside it."""
    here, above = scene.segments[index], scene.segments[index - 1]
    if scene.context.page.kind is not Kind.HTML:
        below = scene.lines[index + 1 : index + 1 + _NEAR]
        return index == len(scene.texts) - 1 or any(label in _FURNITURE for label in below)
    if here.hidden or here.href or here.tag not in _TAGS or above.tag not in _TAGS:
        return False
    parents = scene.context.page.containers.parents
    beside = here.tag == above.tag and parents[here.container] == parents[above.container]
    return here.container == above.container or beside


def _names(scene: Scene, index: int) -> list[list[str]]:
    text = scene.texts[index]
    if len(text) > _CHARS or scene.lines[index] is not None or scene.measures.ended[index]:
        return []
    if any(map(str.isdigit, text)):
        return []
    return persons_in(text, dated=True, language=scene.context.language)


def _is_quoted(text: str) -> bool:
    """Tell whether a paragraph is a quotation as a whole."""
    return text.startswith(_QUOTES) and text.rstrip(".!?…").endswith(_QUOTE_ENDS)


SIGNED_ENDS = Rule("signed_ends", find_signed_ends, (_SIGNED,))
