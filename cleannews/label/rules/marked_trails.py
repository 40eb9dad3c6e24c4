"""Breadcrumbs that classes or labels for screen readers call so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

MARKED = "breadcrumb_marked"
"""Reason of crumbs that the page itself calls so."""
_MARKED = Reason(MARKED, Label.BREADCRUMB, 0.998)
"""Set to what other paths have: of 511 blocks on fundus and WCXB those in the gold are words that stand in
its text besides."""

_STEMS = (
    *("crumb", "migas", "migajas", "ariane", "rootline", "briciole", "kruimelpad", "brodsmula", "okruszki"),
    "drobecky",
)
"""One of them is in each of the names: most pages have none, and the pattern is six times slower to tell."""
_NAME = re.compile(
    r"(?<![a-z])(?:(?:bread)?crumbs?|migas|migajas|(?:fil)?ariane|rootline|briciole|kruimelpad|brodsmula"
    r"|okruszki|drobecky)(?![a-z])"
)
_MOST_BLOCKS, _MOST_CHARS = 10, 300
"""Blocks and characters of such an element; the last crumb may be the headline."""
_CRUMB_WORDS = 6
_REACH = 30
"""Blocks above and below the headline among which it stands."""


def find_marked_trails(scene: Scene) -> Iterator[Verdict]:
    """Name the crumbs in an element so called, near the headline or above the text (HTML)."""
    if scene.context.page.kind is not Kind.HTML:
        return
    containers, headline = scene.context.page.containers, scene.context.headline.block
    joined = "\n".join(containers.names)
    stems = [stem for stem in _STEMS if stem in joined]
    named = [place for place, names in enumerate(containers.names) if any(map(names.__contains__, stems))]
    called = {place for place in named if _NAME.search(containers.names[place])}
    trails: dict[int, list[int]] = {}
    places = scene.measures.columns.container
    for index in range(min(max(scene.start, headline + _REACH), len(places)) if called else 0):
        outer = [place for place in containers.around(places[index]) if place in called]
        if outer:
            trails.setdefault(outer[-1], []).append(index)
    for trail in trails.values():
        if len(trail) <= _MOST_BLOCKS and sum(len(scene.texts[index]) for index in trail) <= _MOST_CHARS:
            for index in trail:
                short = scene.measures.words[index] <= _CRUMB_WORDS
                if index != headline and short and scene.lines[index] is not Label.SHARE:
                    yield _MARKED.at(index, f"{len(trail)} blocks in an element called so")


MARKED_TRAILS = Rule("marked_trails", find_marked_trails, (_MARKED,))
