"""The survey of a page, made once for all rules: what its lines are known as, and where its prose lies."""

from __future__ import annotations

from itertools import compress, repeat
from operator import ne
from typing import TYPE_CHECKING

from cleannews.label.departments import is_department
from cleannews.label.lexicon import EXACT_CHARS, load_lexicon, mask_digits
from cleannews.label.rules.counters import counters_start, lines_of_counters
from cleannews.label.rules.scene import CUT_MARKS, ITEM_WORDS, PROSE_WORDS, Scene, runs
from cleannews.labels import Kind, Label
from cleannews.read.letters import COLONS
from cleannews.read.page import Join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.label.context import Context
    from cleannews.label.lexicon import Lexicon
    from cleannews.label.measures import Measures

_PROSE_LINKS = 0.5
"""Blocks more than half of which are links are menus or teasers however long they are."""

_LISTS = frozenset({Label.RELATED, Label.TAGS})
"""What follows a heading that ends in a colon."""

_REACH = 14
"""Blocks without prose that may interrupt an article: galleries, teasers, adverts."""

_TAIL_SHARE = 0.25
"""Prose behind a longer gap still belongs to the article if it is at least this share of all prose."""


def survey(context: Context) -> Scene:
    """Find out once what all rules need."""
    lexicon, segments = load_lexicon(), context.page.segments
    keys = context.measures.keys
    masked = _masked(keys)
    firsts = tuple([key.partition(" ")[0].rstrip(":៖") for key in keys])
    columns = context.measures.columns
    lines = _lines(lexicon, columns.text, masked, firsts)
    prose = _prose(context, columns.text)
    start, end = _main_stretch(context.measures, prose, lines)
    numbered = tuple(compress(range(len(keys)), map(ne, masked, keys)))
    counters = lines_of_counters(columns.text, keys, numbered)
    return Scene(
        context=context,
        segments=segments,
        texts=columns.text,
        measures=context.measures,
        lexicon=lexicon,
        lines=lines,
        items=_items(context.measures, lines),
        firsts=firsts,
        numbered=numbered,
        counters=counters,
        glued=_glued_runs(columns.join),
        prose=prose,
        start=start,
        end=end,
        scraped=_scraped(context, lines, counters, start),
    )


def _scraped(context: Context, lines: Sequence[Label | None], counters: Sequence[int], start: int) -> int:
    """Where the counters begin that a dump ends in."""
    if context.page.kind is Kind.HTML or (Label.COMMENTS not in lines and not counters):
        return -1
    headings = [index for index, label in enumerate(lines) if label is Label.COMMENTS and index > start]
    behind = [index for index in counters if index > start]
    return counters_start(context.measures.columns.text, headings, behind)


def _lines(
    lexicon: Lexicon, texts: Sequence[str], masked: Sequence[str], firsts: Sequence[str]
) -> tuple[Label | None, ...]:
    """Look up all lines; "More from Sport", a department behind words for more, is found by its parts.

    A line that ends in a colon is also what is known to stand before a headline ("Read also:").
    """
    starts = lexicon.words["more_start"]
    found = list(map(lexicon.lines.get, masked))
    for index in [index for index, first in enumerate(firsts) if first in starts]:
        if found[index] is None and _offers_more(lexicon, masked[index]):
            found[index] = Label.RELATED
    for index in compress(range(len(texts)), map(str.endswith, texts, repeat(COLONS))):
        if found[index] is None:
            found[index] = _heading_of(lexicon, masked[index])
    return tuple(found)


def _heading_of(lexicon: Lexicon, key: str) -> Label | None:
    """What a line is that is nothing but an opener with its colon, if that is a heading of a list."""
    if len(key) > EXACT_CHARS:
        return None
    opener = lexicon.find_opener(f"{key}:")
    whole = opener is not None and opener.label in _LISTS and len(opener.text.rstrip(":")) == len(key)
    return opener.label if opener is not None and whole else None


def _offers_more(lexicon: Lexicon, key: str) -> bool:
    openers = [text for text in lexicon.words["more_from"] if key.startswith(f"{text} ")]
    return any(is_department(key[len(text) + 1 :]) for text in openers)


def _masked(keys: Sequence[str]) -> list[str]:
    """Mask the digits of all short keys in one go, which costs a tenth of one call a key; long ones stay."""
    short = [key if len(key) <= EXACT_CHARS and "\n" not in key else "" for key in keys]
    masked = mask_digits("\n".join(short)).split("\n")
    return [mask or key for mask, key in zip(masked, keys, strict=True)] if keys else []


def _items(measures: Measures, lines: Sequence[Label | None]) -> tuple[bool, ...]:
    navigation = Label.NAVIGATION  # looking a member up costs more than the comparison
    return tuple(
        [
            0 < words <= ITEM_WORDS and not ended and (label is None or label is navigation)
            for words, ended, label in zip(measures.words, measures.ended, lines, strict=True)
        ]
    )


def _prose(context: Context, texts: Sequence[str]) -> tuple[int, ...]:
    words, links = context.measures.words, context.measures.link_share
    first, echoes = context.headline.block + 1, context.headline.echoes
    return tuple(
        [
            index
            for index in compress(range(len(words)), context.measures.ended)
            if words[index] >= PROSE_WORDS
            and index >= first
            and index not in echoes
            and (links[index] or 0.0) < _PROSE_LINKS
            and not texts[index].endswith(CUT_MARKS)
        ]
    )


def _main_stretch(
    measures: Measures, prose: tuple[int, ...], lines: Sequence[Label | None]
) -> tuple[int, int]:
    """Cut off what follows the article: a little prose behind a long gap, excerpts of listed teasers."""
    if not prose:
        return len(measures.keys), -1
    rest = total = sum(measures.chars[index] for index in prose)
    end, excerpts = prose[0], _first_excerpt(measures, prose)
    for index in prose:
        if rest < _TAIL_SHARE * total:
            listed = excerpts <= index < prose[-1] and Label.RELATED in lines[end:index]
            if index - end > _REACH or listed:
                break
        end = index
        rest -= measures.chars[index]
    return prose[0], end


def _first_excerpt(measures: Measures, prose: tuple[int, ...]) -> int:
    """The block from which all prose may be excerpts of teasers: two or more short texts that stand apart."""
    first = len(prose)
    while first and measures.words[prose[first - 1]] <= _EXCERPT_WORDS:
        if first < len(prose) and prose[first] - prose[first - 1] == 1:
            break
        first -= 1
    return prose[first] if first < len(prose) - 1 else len(measures.keys)


_EXCERPT_WORDS = 40


def _glued_runs(joins: Sequence[Join]) -> list[range]:
    here = Join.GLUED  # looking a member up costs more than the comparison
    if here not in joins:
        return []
    glued = [join is here for join in joins]
    return [range(found.start - 1, found.stop) for found in runs(glued, least=1) if found.start]
