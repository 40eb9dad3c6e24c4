"""Breadcrumbs by their links: each leads below the one before, or the first to the front page."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from cleannews.label.headline_declared import leads_home
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label
from cleannews.read.letters import CRUMB_ARROWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

LINKED = "breadcrumb_linked"
"""Reason of crumbs that links tell."""
_CRUMB = Reason(LINKED, Label.BREADCRUMB, 0.999)
"""Set above what words of menus have: the first crumb is one."""

_REACH = 8
"""Blocks above the headline among which its path stands."""
_CRUMBS = range(2, 7)
_CRUMB_WORDS = 5
_ARROWS = frozenset(CRUMB_ARROWS)


def find_linked_trails(scene: Scene) -> Iterator[Verdict]:
    """Name two to six short links in one element above the headline that make a path (HTML)."""
    headline = scene.context.headline.block
    if scene.context.page.kind is not Kind.HTML or headline < 1:
        return
    places = scene.measures.columns.container
    above = range(max(0, headline - _REACH - _CRUMBS.stop), headline)
    for _, run in groupby(above, places.__getitem__):
        crumbs = list(run)
        if len(crumbs) in _CRUMBS and crumbs[-1] >= headline - _REACH and _is_path(scene, crumbs):
            for index in crumbs:
                yield _CRUMB.at(index, f"{len(crumbs)} links of a path")


def _is_path(scene: Scene, crumbs: Sequence[int]) -> bool:
    segments, words = scene.segments, scene.measures.words
    links = [segments[index].href for index in crumbs]
    if any(words[index] > _CRUMB_WORDS or segments[index].hidden for index in crumbs):
        return False
    if not all(links[:-1]):
        return False
    raw = "".join(segments[index].raw for index in crumbs)
    arrows = sum(map(raw.count, _ARROWS))
    if arrows >= len(crumbs) - 1 and leads_home(segments[crumbs[0]]):
        return True
    paths = [path for path in ((link or "").rstrip("/") for link in links) if path]
    return len(paths) > 1 and all(below.startswith(f"{above}/") for above, below in pairwise(paths))


LINKED_TRAILS = Rule("linked_trails", find_linked_trails, (_CRUMB,))
