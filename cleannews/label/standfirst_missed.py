"""The standfirst that the score missed: it has no full stop, or stands where teasers do."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.headline_dates import names_author
from cleannews.label.islands import score_of
from cleannews.label.lexicon import load_lexicon
from cleannews.label.standfirst import is_described, name_word, names_around
from cleannews.labels import Kind, Label
from cleannews.read.elements import SUBHEADINGS
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cleannews.label.context import Context, Verdict

_REACH, _BELOW = 8, 3
"""Blocks before the text (author, date, share bar and picture stand between), and below the headline."""
_DESCRIBED_WORDS = range(8, 81)
_TAKEN_UP = 40
"""Characters with which the text takes up an excerpt of itself."""

_CALLED_WORDS, _PLACED_WORDS = range(5, 81), range(6, 46)
_LEVELS = 3
"""Names that speak for a block: of what is inside it, its own, and of the element around it."""
_UNCERTAIN = frozenset({"description", "excerpt"})
"""Also what pages call what sellers, authors and offers are described by."""
_LINKED = 0.3
"""Share of a line's characters in links from which it leads elsewhere."""
_SMALL_WORDS = 2
"""Words in small letters that tell a sentence from a row of names."""
_OUTSIDE = frozenset({"aside", "figcaption", "figure", "footer", "form", "li", "nav", "table"})
_TEASER = "class_related"
"""Reason of what stands in an element that is called a teaser, as TYPO3 calls the standfirst."""
_YEAR = re.compile(r"\b20\d\d\b(?!\s?[–-])")
_WORD = re.compile(r"[^\W\d_]+")


class Missed(NamedTuple):
    """A block that is a standfirst after all."""

    place: int
    reason: str
    evidence: str


def missed_standfirst(
    context: Context, settled: Sequence[Verdict], by_shape: Collection[str], *, least: float
) -> Missed | None:
    """Find the standfirst among what was removed between headline and text.

    It begins as the page's description does (of 16 such blocks on fundus and fundus-evaluation 15 are in the
    gold; WCXB's leaves out three of four); or a class calls it so (6 of 6 on fundus and sites_dev, 5 of 24
    on WCXB, whose gold leaves out standfirsts of other kinds as often); or it is the next line below the
    headline, without a full stop, and byline or date stand between it and the text (5 of 6, and 2 of 14; in
    block-aware dumps of fundus and sites_dev 20 of 26, of WCXB, whose gold has few, 4 of 21).

    Args:
        context: The page.
        settled: What was settled of its blocks.
        by_shape: Reasons of blocks that no rule named.
        least: Score of one that only the description tells.
    """
    head = context.headline.block
    first = next((place for place in range(head + 1, len(settled)) if settled[place].label.in_text), -1)
    if head < 0 or first < 0:
        return None
    if context.page.kind is not Kind.HTML:
        return _missed_in_dump(context, settled, range(head + 1, first), by_shape)
    near = {*range(max(head + 1, first - _REACH), first), *range(head + 1, min(head + 1 + _BELOW, first))}
    shown = [place for place in sorted(near) if _is_shown(context, place)]
    unnamed = [place for place in shown if settled[place].reason in by_shape]
    for place in unnamed:
        if score_of(settled[place]) >= least and _is_described_anew(context, place, first):
            return Missed(place, "standfirst_described", "the page's description")
    for place in shown:
        word = _called(context, place, first)
        if word and (place in unnamed or (settled[place].reason == _TEASER and word.startswith("teaser"))):
            return Missed(place, "standfirst_class", f"class {word!r}")
    if unnamed and _is_placed(context, settled, range(head + 1, first), unnamed[0]):
        return Missed(unnamed[0], "standfirst_place", _WHERE)
    return None


def _missed_in_dump(
    context: Context, settled: Sequence[Verdict], above: range, by_shape: Collection[str]
) -> Missed | None:
    """The same in a dump that has lines; below the headline of a crude one stand teasers."""
    place = next((index for index in above if settled[index].label is not Label.ECHO), above.stop)
    keys, headline = context.measures.keys, context.headline
    crude = place < _BARE and any(keys[echo] == keys[headline.block] for echo in headline.echoes)
    if place == above.stop or len(above) > _FAR or crude or context.page.layout is Layout.ONE_LINE:
        return None
    measures, text = context.measures, context.page.segments[place].text
    behind = {settled[index].label for index in range(place + 1, above.stop)}
    placed = (
        (settled[place].reason in by_shape or settled[place].reason == _BEFORE)
        and measures.words[place] in _PLACED_WORDS
        and not measures.ended[place]
        and not behind.isdisjoint((Label.BYLINE, Label.DATELINE))
        and not text.endswith(":")
        and not names_author(text)
        and " ".join(text.casefold().split()[:2]) not in load_lexicon().words["byline"]
        and text[0] != "("
        and _is_told(text)
    )
    return Missed(place, "standfirst_place", _WHERE) if placed else None


_BARE, _FAR = 12, 20
"""Blocks above a crude dump's teasers, and between headline and text at most."""
_BEFORE = "teasers_before"
"""Reason of headlines in a row: a standfirst and a caption look like two."""
_WHERE = "below the headline, above the byline or date"


def _is_shown(context: Context, place: int) -> bool:
    """Tell whether a block is shown, once only, and leads nowhere."""
    segment, measures = context.page.segments[place], context.measures
    linked = measures.link_share[place] or 0
    return not segment.hidden and linked < _LINKED and measures.keys.count(measures.keys[place]) == 1


def _is_described_anew(context: Context, place: int, first: int) -> bool:
    """Tell whether a block says what the page's description says, and the text does not begin with it."""
    keys = context.measures.keys
    return (
        context.measures.words[place] in _DESCRIBED_WORDS
        and is_described(context, place)
        and not keys[first].startswith(keys[place][:_TAKEN_UP])
    )


def _called(context: Context, place: int, first: int) -> str | None:
    """The word among the classes around a block that means a standfirst, if nothing else stands in that."""
    if context.measures.words[place] not in _CALLED_WORDS or not _may_be(context, place):
        return None
    beside = {name for other in (place - 1, place + 1, first) for name in names_around(context, other)}
    own = (name for name in islice(names_around(context, place), _LEVELS) if name not in beside)
    word = next(filter(None, map(name_word, own)), None)
    return None if word in _UNCERTAIN else word


def _is_placed(context: Context, settled: Sequence[Verdict], above: range, place: int) -> bool:
    """Tell whether a line without a full stop stands between the headline and byline or date."""
    measures, text = context.measures, context.page.segments[place].text
    between = (settled[index].label for index in range(above.start, place) if _is_shown(context, index))
    behind = {settled[index].label for index in range(place + 1, above.stop)}
    return (
        measures.words[place] in _PLACED_WORDS
        and not measures.ended[place]
        and _may_be(context, place)
        and all(label is Label.ECHO for label in between)
        and not behind.isdisjoint((Label.BYLINE, Label.DATELINE))
        and _is_told(text)
    )


def _may_be(context: Context, place: int) -> bool:
    """Tell whether a block is of the article itself, and opens nothing."""
    segment, containers = context.page.segments[place], context.page.containers
    around = {containers.tags[level] for level in containers.around(segment.container)}
    inside = segment.tag in {"p", "div", "span", *SUBHEADINGS} and around.isdisjoint(_OUTSIDE)
    return inside and not segment.text.endswith(":") and segment.text[0] != "("


def _is_told(text: str) -> bool:
    """Tell whether a line tells something: it is no row of names, and has no date in figures.

    >>> _is_told("Late crossings begin in May"), _is_told("Naftali Tishby, William Bialek")
    (True, False)
    >>> _is_told("by whova | Apr 21, 2025"), _is_told("밤 배는 오월에 다닌다")
    (False, True)
    """
    small = sum(not word[0].isupper() for word in _WORD.findall(text))
    return small >= _SMALL_WORDS and "|" not in text and not _YEAR.search(text)
