"""Cuts dumps in scripts without capitals at runs of furniture that ran into the text.

``首页新闻体育老街修表匠2023-12-08 09:47分享到微信``: where a small letter meets a capital two texts have
run together; Chinese, Japanese, Thai, Arabic, Hindi have no such border. There the words themselves tell:
several of what menus, share bars and bylines are made of, close behind each other, and days with a time.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import compress, pairwise
from typing import TYPE_CHECKING

from cleannews.label.departments import is_news
from cleannews.label.pieces import is_as_written, pieces_at
from cleannews.label.uncased_items import MOMENT_WEIGHT, UNCASED, WEIGHT, items
from cleannews.labels import Kind
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.uncased_items import Item
    from cleannews.read.page import Page, Segment

_NEAR, _LEAST_CHARS = 40, 16
"""Characters of a block in which one is looked for, and of a block that may hold two texts."""

_PLAIN_WEIGHT = 6
"""The same inside of a text of nothing but departments and short words, which sentences enumerate too."""
_CLOSE = 40
"""Characters between a moment and a run that it belongs to: a byline stands between them."""

_DOTS = ("・", "·")
_NAME_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,4}$")
_NAME_CHARS = 6
"""Characters in which such a name is looked for, with the sign before it."""
_WORD_BEHIND = re.compile(r"\s[^\W\d_]")
_SPACED = re.compile("[\u0590-\u0dff\u10a0-\u1248\uac00-\ud7a3]")
"""Letters of scripts whose words are parted by spaces."""
_CLOSED = frozenset("”’」』》】）»")
"""What ends a headline as a letter does."""
_BETWEEN = re.compile(r"[\s|｜•/／\[(（【［]{0,3}[xX]?")
"""Signs between two items; and the network of one letter."""
_LEADING = re.compile(r"\s?[>»›＞→・·]{1,2}\s?")
"""Arrows between the steps of a path, dots inside of a name: what follows is not cut off."""


def cut_at_runs(page: Page) -> Page:
    """Make blocks of their own of furniture that ran into the text, in scripts without capitals.

    Args:
        page: As read; HTML pages, Markdown and dumps in other scripts are given back as they are.
    """
    if page.kind is Kind.HTML or page.layout is Layout.MARKDOWN:
        return page
    segments: list[Segment] = []
    for segment in page.segments:
        text = segment.text
        if len(text) >= _LEAST_CHARS and is_as_written(segment) and UNCASED.search(text, 0, _NEAR):
            segments += pieces_at(segment, _borders(text))
        else:
            segments.append(segment)
    return replace(page, segments=tuple(segments)) if len(segments) > len(page.segments) else page


def _borders(text: str) -> Iterator[int]:
    """Yield the characters at which the items of runs begin, and where runs end."""
    for run in _sure_runs(text):
        yield from (item.start for item in run if not item.led)
        if not run[-1].told:
            yield run[-1].end


def _sure_runs(text: str) -> list[list[Item]]:
    """Choose the runs that weigh enough, and labels and moments close to them or to each other."""
    runs = [run for run in map(partial(_without_parts, text), _runs(text)) if run]
    sure = [_is_sure(text, run) for run in runs]
    order = [*range(len(runs)), *reversed(range(len(runs)))]
    for index in order:
        run = runs[index]
        if not sure[index] and run[0].lone:
            sure[index] = any(
                sure[other] and _distance(runs[min(index, other)], runs[max(index, other)]) <= _CLOSE
                for other in (index - 1, index + 1)
                if 0 <= other < len(runs)
            )
    return list(compress(runs, sure))


def _without_parts(text: str, run: list[Item]) -> list[Item]:
    """Drop what is a part of something longer at the ends of a run.

    Behind the last word of a phrase words go on ("عودة" goes back, and is a return), or a dot holds it to its
    neighbour ("事件・疑惑"). What a few letters stand before is the end of a name ("産経ニュース"): no cut.
    """
    if text[max(0, run[0].start - 1) : run[0].start] in _DOTS:
        run = run[1:]
    if (
        run
        and is_news(text[run[0].start : run[0].end])
        and _NAME_BEFORE.search(text, max(0, run[0].start - _NAME_CHARS), run[0].start)
    ):
        run = [run[0]._replace(led=True), *run[1:]]
    if not run or run[-1].lone or len(run) == 1:
        return run
    end = run[-1].end
    goes_on = _WORD_BEHIND.match(text, end) is not None and _SPACED.match(text, end - 1) is not None
    return run[:-1] if goes_on or text[end : end + 1] in _DOTS else run


def _distance(before: Sequence[Item], behind: Sequence[Item]) -> int:
    return behind[0].start - before[-1].end


def _is_sure(text: str, run: Sequence[Item]) -> bool:
    """Tell whether a run weighs enough, and it or what stands around it touches."""
    led = any(item.led for item in run)
    opens = run[0].start == 0 and len(run) > 1
    start, end = run[0].start, run[-1].end
    touching = any(before.end == behind.start for before, behind in pairwise(run))
    before = text[max(0, start - 1) : start]
    glued = touching or before.isalpha() or before in _CLOSED or text[end : end + 1].isalpha()
    plain = start > 0 and not led and all(item.weight == 1 for item in run)
    return glued and sum(item.weight for item in run) + led + opens >= (_PLAIN_WEIGHT if plain else WEIGHT)


def _runs(text: str) -> Iterator[list[Item]]:
    run: list[Item] = []
    for item in items(text):
        led = bool(run) and _leads(text, run[-1], item)
        if run and not led and (run[-1].told or not _BETWEEN.fullmatch(text, run[-1].end, item.start)):
            yield run
            run = []
        run.append(item._replace(led=led))
    if run:
        yield run


def _leads(text: str, before: Item, item: Item) -> bool:
    """Tell whether an arrow stands between two items, or a label right before a moment."""
    labelled = before.told and before.end == item.start and item.weight >= MOMENT_WEIGHT
    return labelled or _LEADING.fullmatch(text, before.end, item.start) is not None
