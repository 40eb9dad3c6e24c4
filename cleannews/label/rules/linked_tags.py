"""Tags by their addresses: ``/tag/sea``, ``/thema/meer``."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label
from cleannews.read.menu import leads_to_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

LINKED_TAG = "linked_tag"
"""Reason of links that lead to tags."""
_TAG = Reason(LINKED_TAG, Label.TAGS, 0.998)

_TAG_WORDS = 5
_RUN = range(2, 21)
"""Tags of an article; more are a cloud of all that the site has."""
_REACH = 30
"""Blocks behind the text among which its tags stand; below are those of other articles."""


def find_linked_tags(scene: Scene) -> Iterator[Verdict]:
    """Name the first short blocks in a row behind the beginning of the text that lead to tags (HTML)."""
    if scene.context.page.kind is not Kind.HTML:
        return
    segments, words = scene.segments, scene.measures.words
    stop = min(scene.end + 1 + _REACH, len(segments))
    behind = range(max(scene.start, scene.context.headline.block + 1), stop)
    for tagged, run in groupby(
        behind, lambda index: words[index] <= _TAG_WORDS and leads_to_tag(segments[index].href)
    ):
        places = list(run) if tagged else []
        if len(places) in _RUN:
            for index in places:
                yield _TAG.at(index, segments[index].href or "")
            return


LINKED_TAGS = Rule("linked_tags", find_linked_tags, (_TAG,))
