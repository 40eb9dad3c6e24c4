"""Elements that a line opens: what stands behind it there belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleannews.label.rules.scene import Scene


def opened_box(scene: Scene, line: int, *, blocks: int, chars: int) -> list[int]:
    """Return the blocks behind a line in the smallest element that it opens and that holds more (HTML).

    Args:
        scene: The page.
        line: Index of the block that is the first of the element.
        blocks: Most blocks behind it; an element that holds more is a part of the page.
        chars: Most characters of them together.

    Returns:
        The blocks; none if the element is larger, or holds the headline.
    """
    containers, places = scene.context.page.containers, scene.measures.columns.container
    before = set(containers.around(places[line - 1])) if line else set()
    behind = range(line + 1, min(line + blocks + 2, len(places)))
    for around in containers.around(containers.parents[places[line]]):
        if around in before:
            return []
        stands = [around in containers.around(places[index]) for index in behind]
        box = list(behind)[: [*stands, False].index(False)]
        if box:
            fits = len(box) <= blocks and sum(len(scene.texts[index]) for index in box) <= chars
            return box if fits and scene.context.headline.block not in box else []
    return []
