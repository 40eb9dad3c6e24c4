"""The headline and its echoes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_TITLE = Reason("headline", Label.TITLE, 0.998)
_ECHO = Reason("headline_echo", Label.ECHO, 0.997)


def find_headlines(scene: Scene) -> Iterator[Verdict]:
    """Name the block of the headline, and every other block that shows it again."""
    headline = scene.context.headline
    if headline.block < 0:
        return
    yield _TITLE.at(headline.block, f"headline from {headline.source}")
    for index in headline.echoes:
        if index != headline.block:
            yield _ECHO.at(index, f"same words as block {headline.block}")


HEADLINES = Rule("headlines", find_headlines, (_TITLE, _ECHO))
