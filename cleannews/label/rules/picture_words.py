"""Captions known by their words: who stands where, and what the text of the picture says as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.credits import has_credit, has_ended_credit
from cleannews.label.picture_places import placed_lines
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import is_bordered, is_whole
from cleannews.labels import Kind, Label
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_PICTURE_TEXT = Reason("picture_text", Label.CAPTION, 0.996)
"""Set: of 20 such blocks in wrapped dumps of news none is in the gold."""
_LEAST_WORDS, _ADDED_CHARS = 5, 90
"""Words of such a text, and characters that a credit adds to it."""
_STOPS = " .…([–—-"
"""Stand between the two."""

_PLACED = Reason("picture_place", Label.CAPTION, 0.996)
"""Set: of 41 such blocks on pages of the corpora and in two layouts of their dumps none is in the gold."""
_PLACED_WORDS = range(4, 61)


def find_picture_texts(scene: Scene) -> Iterator[Verdict]:
    """Name the text of a picture in a dump: the caption below says it again, and adds a credit."""
    if scene.context.page.kind is Kind.HTML or scene.context.page.layout is Layout.ONE_LINE:
        return
    texts, words = scene.texts, scene.measures.words
    for index in range(len(texts) - 1):
        text, below = texts[index], texts[index + 1]
        if words[index] < _LEAST_WORDS or not 0 < len(below) - len(text) <= _ADDED_CHARS:
            continue
        if below.startswith(text.rstrip(_STOPS)) and _adds_credit(scene, index + 1, below[len(text) :]):
            yield _PICTURE_TEXT.at(index, f"said again by the caption, block {index + 1}")


def _adds_credit(scene: Scene, index: int, added: str) -> bool:
    """Tell whether what a caption adds to the text of its picture is a credit."""
    if "©" in added or has_credit(scene.texts[index]) or has_ended_credit(scene.texts[index]):
        return True
    words = scene.lexicon.words
    last = re.split(r"[\s/(\[]", scene.measures.keys[index])[-1]
    opener = added.partition(":")[0].strip(_STOPS).casefold()
    return last in words["agency_last"] or (":" in added and opener in words["credit"])


def find_placed_captions(scene: Scene) -> Iterator[Verdict]:
    """Name captions that say who stands where: ``Mara Field (left) at the quay``."""
    layout = scene.context.page.layout
    if layout is Layout.ONE_LINE:
        return
    for index in placed_lines(scene.measures.keys, scene.context.language):
        if scene.measures.words[index] not in _PLACED_WORDS or not is_whole(scene, index):
            continue
        if not (layout is Layout.GLUED and is_bordered(scene.texts[index])):
            yield _PLACED.at(index, "says who stands where")


PICTURE_WORDS = (
    Rule("picture_texts", find_picture_texts, (_PICTURE_TEXT,)),
    Rule("placed_captions", find_placed_captions, (_PLACED,)),
)
