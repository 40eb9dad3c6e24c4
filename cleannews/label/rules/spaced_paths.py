"""Paths that nothing but spaces part: ``Home News Politics`` beside the headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.departments import is_department, path_of
from cleannews.label.measures import fold
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_SPACED = Reason("breadcrumb_spaced", Label.BREADCRUMB, 0.998)
"""Set to what paths in lines have: no dump of the development corpora has one."""
_COPIES = 4
"""Copies of the headline beside which a path is looked for."""


def find_spaced_paths(scene: Scene) -> Iterator[Verdict]:
    """Name the line directly above or below the headline or a copy of it that is such a path (dumps)."""
    headline = scene.context.headline
    if scene.context.page.kind is Kind.HTML or headline.block < 0:
        return
    places = (headline.block, *headline.echoes[:_COPIES])
    for index in sorted({near for place in places for near in (place - 1, place + 1)} - {*places}):
        if not 0 <= index < min(scene.start, len(scene.segments)):
            continue
        crumbs = path_of(scene.texts[index])
        if any(is_department(fold(crumb)) for crumb in crumbs[1:]):
            yield _SPACED.at(index, f"{len(crumbs)} crumbs from {crumbs[0]}")


SPACED_PATHS = (Rule("spaced_paths", find_spaced_paths, (_SPACED,)),)
