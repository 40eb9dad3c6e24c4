"""What a web archive puts around the pages that it keeps: a toolbar, the source of the copy, its makers."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.rules.date_lines import is_span
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.stored import read_stored
from cleannews.labels import Kind, Label
from cleannews.read.page import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

ARCHIVE_FRAME = "archive_frame"
"""Blocks with this reason are no part of the page."""
_FRAME = Reason(ARCHIVE_FRAME, Label.OTHER, 0.998)
"""Set: no page of the development corpora has one. Of three pages with the Wayback Machine's toolbar, and of
their dumps in nine layouts, it took the toolbar and nothing else."""

_MARKERS = ("wm-", "cache")
"""One of them is in the name of each element of an archive."""
_REACH = 80
"""Blocks of a panel, its description of two collections with it; those seen have up to 26."""
_ABOVE = 14
"""Blocks between the count of captures and the panel: first and last day, three months, days and years."""
_CAPTURES = re.compile(r"\d[\d,.]{0,11} captures?")
_RUNNING_WORDS = 60
"""Words of a block that may be the frame's alone: without lines, more than it may stand in one."""


class _Frames(NamedTuple):
    """What tells a frame."""

    elements: frozenset[str]
    firsts: frozenset[str]
    """First words of the lines."""
    begins: tuple[str, ...]
    whole: frozenset[str]
    opens: str
    closes: str


def find_archive_frames(scene: Scene) -> Iterator[Verdict]:
    """Name what stands in an archive's elements (HTML), its lines, and its panel from first to last line."""
    places = dict.fromkeys(_framed(scene) if scene.context.page.kind is Kind.HTML else ())
    places.update(dict.fromkeys(chain(_lines(scene), _panel(scene))))
    for index in places:
        yield _FRAME.at(index, "a web archive's, not the page's")


def _framed(scene: Scene) -> Iterator[int]:
    """Yield the blocks inside elements of an archive."""
    parents, _, names, _ = scene.context.page.containers
    elements = _frames().elements
    if not any(map(" ".join(names).__contains__, _MARKERS)):
        return
    own = {each for each in set(names) if any(map(each.__contains__, _MARKERS)) and _is_of(each, elements)}
    if not own:
        return
    framed: list[bool] = []
    for parent, name in zip(parents, names, strict=True):
        framed.append(name in own or (parent >= 0 and framed[parent]))
    for index, container in enumerate(scene.measures.columns.container):
        if framed[container]:
            yield index


def _is_of(names: str, elements: frozenset[str]) -> bool:
    """Tell whether classes and ids hold one of an archive's; Google puts a code before its own."""
    return any(name.rpartition("__")[2] in elements for name in names.split())


def _lines(scene: Scene) -> Iterator[int]:
    """Yield the lines that say which page is kept, and the count of captures with its span of days."""
    frames, keys, words = _frames(), scene.measures.keys, scene.measures.words
    firsts = () if frames.firsts.isdisjoint(scene.firsts) else scene.firsts
    for index in [index for index, first in enumerate(firsts) if first in frames.firsts]:
        key = keys[index]
        if key in frames.whole or (key.startswith(frames.begins) and words[index] <= _RUNNING_WORDS):
            yield index
    for index in [index for index in scene.numbered[:-1] if _CAPTURES.fullmatch(keys[index])]:
        if is_span(scene.texts[index + 1]):
            yield from (index, index + 1)


def _panel(scene: Scene) -> Iterator[int]:
    """Yield the blocks from the count of captures, or the panel's first line, to its last line."""
    frames, keys = _frames(), scene.measures.keys
    first = _place(scene, frames.opens, range(len(keys)))
    if first < 0:
        return
    last = _place(scene, frames.closes, range(first + 1, min(first + _REACH, len(keys))))
    above = range(max(first - _ABOVE, 0), first)
    begin = next((index for index in above if _CAPTURES.fullmatch(keys[index])), first)
    for index in range(begin, last + 1):
        if first < index < last or scene.measures.words[index] <= _RUNNING_WORDS:
            yield index


def _place(scene: Scene, line: str, places: range) -> int:
    """Find a line, or, where a dump has none, the block that holds it; -1 if there is none."""
    keys = scene.measures.keys
    if scene.context.page.layout in RUNNING:
        return next((index for index in places if line in keys[index]), -1)
    try:
        return keys.index(line, places.start, places.stop)
    except ValueError:
        return -1


@lru_cache(maxsize=1)
def _frames() -> _Frames:
    stored = read_stored("archive_frames")
    begins, whole, (opens, closes) = stored["begins"], stored["whole"], stored["panel"]
    firsts = frozenset(line.split(" ", 1)[0] for line in (*begins, *whole))
    return _Frames(frozenset(stored["elements"]), firsts, tuple(begins), frozenset(whole), opens, closes)


ARCHIVE_FRAMES = Rule("archive_frames", find_archive_frames, (_FRAME,))
