"""The headline of a text dump, where nothing is marked: found by repetition, place and shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.masthead import SEPARATOR, squeeze
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.label.measures import Measures
    from cleannews.read.page import Page


class Found(NamedTuple):
    """A title, the evidence for it, and the block that shows it (-1: only a longer line does)."""

    text: str
    source: str
    block: int


_HEAD_LINES = 4
"""Lines of a dump among which the page's ``<title>`` stands."""
_MIN_WORDS, _MAX_WORDS = 3, 40
"""Words of a headline; longer ones are sentences, shorter ones section names."""
_BODY_WORDS = 25
"""A block of so many words that ends like a sentence is body text."""
_LOOK_BACK = 60
"""Lines before the body in which the headline is looked for."""
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[.:h]\d\d\b")


def dump_title(page: Page, measures: Measures) -> Found | None:
    """Find the headline of a dump.

    Tried in this order: the ``<title>`` line that is shown again (whole or without its suffix), a heading
    mark, the line most like the ``<title>`` line, the best-shaped line before the body, the first line.

    Returns:
        The title, or ``None`` for a dump that has no line of a headline's shape.
    """
    if not page.segments:
        return None
    heads = [i for i, key in enumerate(measures.keys[: 3 * _HEAD_LINES]) if key][:_HEAD_LINES]
    body = _body_start(measures)
    return (
        _repeated(page, measures, heads)
        or _marked(page, measures)
        or _similar(page, measures, heads[:1])
        or _shaped(page, measures, body)
        or _first(page, measures, heads)
    )


def _body_start(measures: Measures) -> int:
    """Index of the first block of the densest stretch of sentences; the number of blocks if there is none."""
    words, ended = measures.words, measures.ended
    long = [i for i, count in enumerate(words) if count >= _BODY_WORDS and ended[i]]
    if not long:
        return len(words)
    best, best_words = long[0], 0
    group_start, group_words, last = long[0], 0, long[0]
    for index in long:
        if index - last > 8:  # noqa: PLR2004 - more short lines than that between paragraphs is another part of the page
            group_start, group_words = index, 0
        group_words += words[index]
        last = index
        if group_words > best_words:
            best, best_words = group_start, group_words
    return best


def _repeated(page: Page, measures: Measures, heads: Sequence[int]) -> Found | None:
    """The head line that a later line repeats, whole or without its suffix."""
    places: dict[str, int] = {}
    for index in range(len(measures.keys) - 1, -1, -1):
        places[squeeze(measures.keys[index])] = index
    later = {key: index for key, index in places.items() if key}
    counts: dict[str, int] = {}
    for key in measures.keys:
        counts[key] = counts.get(key, 0) + 1
    for head in heads:
        text = page.segments[head].text
        if not _MIN_WORDS <= measures.words[head] <= _MAX_WORDS:
            continue
        if counts[measures.keys[head]] > 1:
            return Found(text, "repeated_line", head)
        for match in reversed(list(SEPARATOR.finditer(text))):
            for stem in (text[: match.start()], text[match.end() :]):
                place = later.get(squeeze(stem), -1)
                if place > head and measures.words[place] >= _MIN_WORDS:
                    return Found(page.segments[place].text, "repeated_line", place)
    return None


def _marked(page: Page, measures: Measures) -> Found | None:
    """The first heading of the first level, if the layout shows heading marks."""
    for index, segment in enumerate(page.segments):
        if segment.tag == "h1" and 2 <= measures.words[index] <= _MAX_WORDS:  # noqa: PLR2004 - two words make a title
            return Found(segment.text, "heading_mark", index)
    return None


def _similar(page: Page, measures: Measures, heads: Sequence[int]) -> Found | None:
    """The line that shares most words with the ``<title>`` line."""
    if not heads or measures.words[heads[0]] < _MIN_WORDS:
        return None
    title = frozenset(_TOKEN.findall(measures.keys[heads[0]]))
    best: tuple[float, int] = (0.6, -1)
    for index in range(heads[0] + 1, len(measures.keys)):
        if not _MIN_WORDS <= measures.words[index] <= _MAX_WORDS:
            continue
        words = frozenset(_TOKEN.findall(measures.keys[index]))
        likeness = 2 * len(words & title) / max(1, len(words) + len(title))
        if likeness > best[0]:
            best = (likeness, index)
    return Found(page.segments[best[1]].text, "like_first_line", best[1]) if best[1] >= 0 else None


def _shaped(page: Page, measures: Measures, body: int) -> Found | None:
    """The line before the body that looks most like a headline."""
    if body == len(measures.keys):
        return None
    after = " ".join(measures.keys[body : body + 12])
    theme = frozenset(word for word in _TOKEN.findall(after[:6000]) if len(word) > 3)  # noqa: PLR2004 - no function words
    outdented = page.layout is Layout.WRAPPED
    best: tuple[float, int] = (1.0, -1)
    for index in range(max(0, body - _LOOK_BACK), body):
        count = measures.words[index]
        if not _MIN_WORDS <= count <= _MAX_WORDS:
            continue
        words = frozenset(word for word in _TOKEN.findall(measures.keys[index]) if len(word) > 3)  # noqa: PLR2004
        share = len(words & theme) / max(1, len(words))
        score = min(count, 8) / 8 + 1.5 * share - 0.02 * (body - index)
        score += 0.8 * (outdented and page.segments[index].indent == 0)
        score -= 0.7 * measures.ended[index] + 0.5 * bool(_DATED.search(measures.keys[index]))
        score -= 0.5 * (page.segments[index].tag == "li")
        if score > best[0]:
            best = (score, index)
    return Found(page.segments[best[1]].text, "shape", best[1]) if best[1] >= 0 else None


def _first(page: Page, measures: Measures, heads: Sequence[int]) -> Found | None:
    for head in heads:
        if _MIN_WORDS <= measures.words[head] <= _MAX_WORDS and not measures.ended[head]:
            return Found(page.segments[head].text, "first_line", head)
    return None
