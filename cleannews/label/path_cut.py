"""Cuts a dump where a path from the front page begins behind a menu that ran on into it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from cleannews.label.departments import menu_names
from cleannews.label.lexicon import load_lexicon
from cleannews.label.measures import fold
from cleannews.label.pieces import pieces_at
from cleannews.labels import Kind
from cleannews.read.letters import CRUMB_ARROWS
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleannews.read.page import Page

_MOST_BLOCKS, _NAME_WORDS = 60, 3
"""Blocks of a dump among which its path stands, and words of the longest name of a front page."""
_NAME_CHARS = 80
_STEP_WORDS = 3
"""Words of the longest step that is looked for."""
_WORD = re.compile(r"\S+")
_STEP = re.compile(rf"[{CRUMB_ARROWS}/]\s")


def cut_at_path(page: Page) -> Page:
    """Make a block of its own of a path that does not begin its block: "Opinion Contact Home > News > Town".

    Args:
        page: As read; HTML pages are given back as they are.
    """
    if page.kind is Kind.HTML:
        return page
    page = _cut_behind_steps(page) if page.layout is Layout.ONE_LINE else page
    near = page.segments[: _MOST_BLOCKS + 1]
    steps = [_STEP.search(segment.text) for segment in near]
    for index, segment in enumerate(near[:-1]):
        step, following = steps[index], steps[index + 1]
        begun = following is not None and following.start() == 0
        before = segment.text[: step.start()] if step else segment.text if begun else ""
        place = _home_at(before, load_lexicon().words["home"]) if before else 0
        if place and segment.text == segment.raw:
            pieces = pieces_at(segment, [place])
            return replace(page, segments=(*page.segments[:index], *pieces, *page.segments[index + 1 :]))
    return page


def _cut_behind_steps(page: Page) -> Page:
    """Cut a dump on one line where the headline ran on behind the last step of its path."""
    for index, segment in enumerate(page.segments[:_MOST_BLOCKS]):
        above = page.source[: segment.start or 0]
        place = _step_end(segment.text, above) if index and segment.text == segment.raw else 0
        if place:
            pieces = pieces_at(segment, [place])
            return replace(page, segments=(*page.segments[:index], *pieces, *page.segments[index + 1 :]))
    return page


def _step_end(text: str, above: str) -> int:
    """Where the step ends with which a text begins; 0 if it does not, or nothing else is behind it.

    Args:
        text: A block.
        above: What stands before it: a name of its menu may be a step.

    >>> _step_end("/ Sport Goat lives on a roof", ""), _step_end("/ Sport as usual", "")
    (8, 0)
    >>> _step_end("/ Harbour Goat lives on a roof", "Town Harbour Hills")
    10
    """
    sign = _STEP.match(text)
    words = list(islice(_WORD.finditer(text, sign.end()), _STEP_WORDS + 1)) if sign else []
    for size in range(len(words) - 1, 0, -1):
        name = text[words[0].start() : words[size - 1].end()]
        if name[0].islower() or words[size][0][0].islower():
            continue
        if fold(name) in menu_names() or f" {name} " in above:
            return words[size].start()
    return 0


def _home_at(text: str, home: Iterable[str]) -> int:
    """Where the front page's name begins that a text ends with; 0 if there is none, or nothing before it.

    >>> _home_at("Opinion Contact Home ", {"home"}), _home_at("At home ", {"home"})
    (16, 0)
    """
    words = list(_WORD.finditer(text, max(0, len(text) - _NAME_CHARS)))[-_NAME_WORDS - 1 :]
    for word in words[1:]:
        name = text[word.start() :].rstrip()
        if not name[0].islower() and fold(name) in home:
            return word.start()
    return 0
