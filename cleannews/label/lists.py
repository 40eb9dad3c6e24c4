"""Lists of the article: their items are short and read like a menu's, what stands around them tells."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from cleannews.label.rules.scene import runs
from cleannews.label.tables import may_be_entry
from cleannews.labels import Kind, Label
from cleannews.read.elements import SUBHEADINGS
from cleannews.read.letters import COLONS
from cleannews.read.page import RUNNING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from cleannews.label.context import Context, Verdict

_MOST_ITEMS = 20
"""Behind a colon; of those given back in lynx dumps of a sixth of wcxb_dev nine in ten stand in the gold."""
_PROSE_WORDS = 12
_DOUBTFUL = 0.8
"""How sure it may be at most that an item of such a list is none of the article's."""

_POINTS = range(2, 13)
_POINT_WORDS = 3
"""Words of each point, and a word more on average: names, tags and buttons have fewer. Two such lists were
removed on the pages of fundus_dev and wcxb_dev, cross-validated; their six points stand in the gold."""
_UNSURE = 0.97
"""How sure it may be at most that one of them is none of the article's."""

_LASTS = re.compile(r"\d:\d\d\W{0,2}$")
"""How long a film lasts, behind its title."""
_LEAST_BESIDE = 2
"""Kept paragraphs in the element of a list that ends the text."""
_LEAST_ITEMS = 3
_BELOW = 6
"""Items of a list of which some are kept, and blocks below it among which the text goes on."""
_BETWEEN = 2
"""Removed items in a row between two kept ones that are items as they are."""


def items_to_keep(context: Context, settled: Sequence[Verdict], by_shape: Container[str]) -> Iterator[int]:
    """Find the removed items of lists that are the article's.

    A list is, if a kept block that ends in a colon announces it; or if it holds no link, its scores leave it
    open, and it stands between a kept block and a kept paragraph; so is then the heading above it. So are the
    points of an article, statements without links between the headline and the first paragraph. What
    stands between two kept items of a list is an item as they are, and so is each sentence of a list without
    links whose first item is a kept one: the last items of an article stand before its furniture.

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named: others stay removed.
    """
    yield from _lines_below(context, settled, by_shape)
    for run in runs([tag == "li" for tag in context.measures.columns.tag], least=1):
        yield from _of_list(context, settled, run, by_shape)


def _of_list(
    context: Context, settled: Sequence[Verdict], run: range, by_shape: Container[str]
) -> Iterable[int]:
    """Find the removed items of one list that are the article's, its heading among them."""
    places = list(run)
    if _is_headed(context, settled, places[0] - 1, by_shape):
        places.insert(0, places[0] - 1)
    if _announces(context, settled, places[0] - 1):
        return _announced(context, settled, places, by_shape)
    if _is_introduced(context, settled, run, by_shape):
        return [index for index in (run[0] - 1, *run) if settled[index].reason in by_shape]
    removed = [index for index in places if settled[index].reason in by_shape]
    if not removed:
        return ()
    if places[0] and (
        _stands_inside(context, settled, places, removed)
        or _leads_in(context, settled, run, removed)
        or _ends_text(context, settled, run, removed)
    ):
        return removed
    kept = [index for index in places if settled[index].label.in_text]
    if _goes_on(context, places, kept) or _is_mostly_kept(context, settled, run, kept):
        return removed
    gaps = [range(above + 1, below) for above, below in pairwise(kept) if below - above <= _BETWEEN + 1]
    return [index for gap in gaps for index in gap if settled[index].reason in by_shape]


def _lines_below(context: Context, settled: Sequence[Verdict], by_shape: Container[str]) -> Iterator[int]:
    """Find the removed lines of a list without marks, in a dump: below a colon, above a kept sentence."""
    page, words, ended = context.page, context.measures.words, context.measures.ended
    keys = context.measures.keys
    if page.kind is Kind.HTML or page.layout in RUNNING:
        return
    announcing = [index for index, text in enumerate(context.measures.columns.text) if text.endswith(COLONS)]
    for index in announcing:
        if words[index] < _ANNOUNCING_WORDS or not settled[index].label.in_text:
            continue
        rows = list(
            takewhile(
                lambda row: words[row] in _LINE_WORDS and not (settled[row].label.in_text and ended[row]),
                range(index + 1, min(index + 1 + _MOST_ITEMS, len(settled))),
            )
        )
        below = index + 1 + len(rows)
        if len(rows) < _LEAST_LINES or below == len(settled):
            continue
        closed = settled[below].label.in_text and ended[below]
        removed = [row for row in rows if not settled[row].label.in_text]
        if closed and all(settled[row].reason in by_shape for row in removed):
            yield from (row for row in removed if keys.count(keys[row]) <= _MOST_COPIES)


_ANNOUNCING_WORDS, _LEAST_LINES = 3, 2
_LINE_WORDS = range(1, 21)
"""Words of a line of such a list."""
_MOST_COPIES = 2
"""What stands more often on a page is a button."""


def _goes_on(context: Context, places: Sequence[int], kept: Sequence[int]) -> bool:
    """Tell whether a list begins with a kept item, and holds nothing but sentences and no link."""
    return (
        kept[:1] == [places[0]]
        and all(context.measures.ended[index] for index in places)
        and not any(context.page.segments[index].link_chars for index in places)
    )


def _is_mostly_kept(
    context: Context, settled: Sequence[Verdict], places: Sequence[int], kept: Sequence[int]
) -> bool:
    """Tell whether a list without links above a kept paragraph has half of its items kept.

    Of 20 such lists on the pages of WCXB 14 stand in the gold as a whole, most others have two items.
    """
    behind = range(places[-1] + 1, min(places[-1] + 1 + _BELOW, len(settled)))
    return (
        len(places) >= _LEAST_ITEMS
        and 2 * len(kept) >= len(places)
        and not any(context.page.segments[index].link_chars for index in places)
        and any(_is_paragraph(context, settled, index) for index in behind)
    )


def _is_headed(context: Context, settled: Sequence[Verdict], above: int, by_shape: Container[str]) -> bool:
    """Tell whether the block above a list is a heading that no rule named and that was removed."""
    return above > 0 and context.page.segments[above].tag in SUBHEADINGS and settled[above].reason in by_shape


def _announced(
    context: Context, settled: Sequence[Verdict], places: Sequence[int], by_shape: Container[str]
) -> Iterator[int]:
    """Find the removed items behind a colon; of a list without links also words of share bars."""
    plain = not any(context.page.segments[index].link_chars for index in places)
    for index in [index for index in places if not settled[index].label.in_text]:
        named = plain and settled[index].label is Label.SHARE and may_be_entry(settled[index].reason)
        if named or settled[index].reason in by_shape:
            yield index


def _announces(context: Context, settled: Sequence[Verdict], index: int) -> bool:
    return index >= 0 and settled[index].label.in_text and context.page.segments[index].text.endswith(COLONS)


def _is_introduced(
    context: Context, settled: Sequence[Verdict], places: Sequence[int], by_shape: Container[str]
) -> bool:
    """Tell whether a removed line with a colon and a list without links stand amid kept paragraphs (HTML).

    The line, the list, the next block and a kept paragraph above are children of one element.
    """
    above, behind = places[0] - 1, places[-1] + 1
    parents, segments = context.page.containers.parents, context.page.segments
    if not parents or above < 1 or behind == len(segments) or len(places) > _MOST_ITEMS:
        return False
    if not segments[above].text.endswith(COLONS) or settled[above].reason not in by_shape:
        return False
    around = parents[segments[above].container]
    beside = [
        index
        for index in (*range(max(0, above - _ABOVE), above), behind)
        if parents[segments[index].container] == around and _is_paragraph(context, settled, index)
    ]
    lists = {parents[parents[segments[index].container]] for index in places}
    plain = all(segments[index].link_chars == 0 for index in (above, *places))
    return lists == {around} and plain and beside[-1:] == [behind] and len(beside) > 1


_ABOVE = 8
"""Blocks above such a line among which a paragraph of the text stands: boxes come between."""


def _stands_inside(
    context: Context, settled: Sequence[Verdict], places: Sequence[int], removed: Sequence[int]
) -> bool:
    """Tell whether a list without links stands between a kept block and a kept paragraph, and may be kept.

    Below a kept heading a list of which nothing was kept is, whatever its scores are: on the pages and dumps
    of the development corpora no such list was left, so nothing is known of what that costs.
    """
    segments, behind = context.page.segments, places[-1] + 1
    headed = segments[places[0] - 1].tag in SUBHEADINGS and 1 < len(removed) == len(places)
    return (
        behind < len(segments)
        and len(places) <= _MOST_ITEMS
        and settled[places[0] - 1].label.in_text
        and _is_paragraph(context, settled, behind)
        and all(segments[index].link_chars == 0 for index in places)
        and (headed or all(settled[index].confidence <= _DOUBTFUL for index in removed))
    )


def _leads_in(
    context: Context, settled: Sequence[Verdict], places: Sequence[int], removed: Sequence[int]
) -> bool:
    """Tell whether a list holds the points of the article: above its first paragraph but for a standfirst."""
    headline, behind = context.headline.block, places[-1] + 1
    if not (0 <= headline < places[0] and behind < len(settled) and settled[behind].label.in_text):
        return False
    words = [context.measures.words[index] for index in places]
    return (
        len(places) in _POINTS
        and min(words) >= _POINT_WORDS
        and sum(words) > _POINT_WORDS * len(words)
        and all(context.page.segments[index].link_chars == 0 for index in places)
        and all(settled[index].confidence <= _UNSURE for index in removed)
        and 2 * sum(_LASTS.search(context.page.segments[index].text) is not None for index in places)
        < len(places)
        and _is_paragraph(context, settled, behind)
        and sum(_is_paragraph(context, settled, index) for index in range(headline + 1, places[0])) <= 1
    )


def _ends_text(
    context: Context, settled: Sequence[Verdict], places: Sequence[int], removed: Sequence[int]
) -> bool:
    """Tell whether a list without links stands below kept text, in the element of its paragraphs (HTML).

    So results, ingredients and sources end an article: below a heading, or with numbers; menus stand in
    elements of their own.
    """
    parents, segments = context.page.containers.parents, context.page.segments
    if not parents or len(places) > _MOST_ITEMS or not settled[places[0] - 1].label.in_text:
        return False
    numbers = sum(any(map(str.isdigit, segments[index].text)) for index in places)
    if segments[places[0] - 1].tag not in SUBHEADINGS and 2 * numbers < len(places):
        return False
    around = parents[parents[segments[places[0]].container]]
    beside = [
        index
        for index in range(places[0])
        if parents[segments[index].container] == around and _is_paragraph(context, settled, index)
    ]
    return (
        len(beside) >= _LEAST_BESIDE
        and all(segments[index].link_chars == 0 for index in places)
        and all(settled[index].confidence <= _UNSURE for index in removed)
    )


def _is_paragraph(context: Context, settled: Sequence[Verdict], index: int) -> bool:
    measures = context.measures
    return settled[index].label.in_text and measures.words[index] >= _PROSE_WORDS and measures.ended[index]


def summaries_to_keep(
    context: Context, settled: Sequence[Verdict], by_shape: Container[str]
) -> Iterator[int]:
    """Find the removed ``<summary>`` of ``<details>`` whose text is kept: a question above its answer.

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named: others stay removed.
    """
    tags = context.measures.columns.tag
    if "summary" in tags:
        for index in range(len(tags) - 1):
            asked = tags[index] == "summary" and settled[index].reason in by_shape
            if asked and _is_paragraph(context, settled, index + 1) and tags[index + 1] != "summary":
                yield index
