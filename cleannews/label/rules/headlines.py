"""The headline and its echoes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import PROSE_WORDS
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_TITLE = Reason("headline", Label.TITLE, 0.998)
_GUESS = Reason("headline_guess", Label.TITLE, 0.82)
_ECHO = Reason("headline_echo", Label.ECHO, 0.997)
"""Titles and echoes are set, not measured: a part of the gold counts the title as text."""


def find_headlines(scene: Scene) -> Iterator[Verdict]:
    """Name the block of the headline, and every other block that shows it again."""
    headline = scene.context.headline
    if headline.block < 0:
        return
    reason = _GUESS if headline.source == "shape" and _is_prose(scene, headline.block) else _TITLE
    yield reason.at(headline.block, f"headline from {headline.source}")
    for index in headline.echoes:
        if index != headline.block:
            yield _ECHO.at(index, f"same words as block {headline.block}")


def _is_prose(scene: Scene, index: int) -> bool:
    """Tell whether a line that only its shape makes the headline might be the article's first sentence."""
    return scene.measures.ended[index] and scene.measures.words[index] >= PROSE_WORDS


HEADLINES = Rule("headlines", find_headlines, (_TITLE, _GUESS, _ECHO))
