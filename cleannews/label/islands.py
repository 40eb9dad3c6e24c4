"""Islands: what was removed beside kept blocks, and is given back (precedence, step 4)."""

from __future__ import annotations

from itertools import compress, groupby, takewhile
from typing import TYPE_CHECKING

from cleannews.label.alike import paragraphs_alike
from cleannews.label.box_headings import headings_apart_from_boxes, headings_below_boxes, marked_headings
from cleannews.label.context import make_verdict
from cleannews.label.lists import items_to_keep, summaries_to_keep
from cleannews.label.lone_article import missed_inside
from cleannews.label.naming import BY_SHAPE, kept_label
from cleannews.label.rules.paywalls import PAYWALL
from cleannews.label.signature import ends_signed
from cleannews.label.tables import cells_to_keep
from cleannews.label.uncased_names import is_uncased
from cleannews.labels import IN_TEXT, Kind, Label
from cleannews.read.elements import SUBHEADINGS
from cleannews.read.page import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Context, Verdict

_NARROWLY = 0.8
"""Share of the threshold that a sentence beside kept text needs (two thresholds: Canny 1986, section IV)."""


_MOSTLY = 0.5
"""More link than not."""

_HEADING = 0.7
"""Share that a lone line needs. Of those with .7 to .8, by weights that had not seen the site, 33 of 51 on
fundus, WCXB and invented pages are in the gold, of those with .6 to .7 eleven of 29."""

_PROSE_WORDS = 6
"""Shorter sentences between paragraphs are as often teasers as text."""


FAIRLY = 0.4
"""Share of the threshold a signed sentence needs: its mark stands for the full stop that the score misses.
Invented dumps of three short paragraphs in two languages have .33 to .43, teasers next to nothing. The same
for sentences set as the kept ones: F1 on wcxb_dev gains .0005 by them."""

_SIGNED_WORDS = 120
"""A longer paragraph is text by its score."""


def without_islands(context: Context, settled: Sequence[Verdict], threshold: float) -> list[Verdict]:
    """Give back sentences beside kept blocks: alone between two, or narrowly missed next to one.

    All but the last pass look only at what was settled, not at changes, so an island is one block.
    """
    revised = list(settled)
    for verdict in _sentences(context, settled, threshold):
        revised[verdict.index] = verdict
    for index in items_to_keep(context, settled, BY_SHAPE):
        label = kept_label(context, index, Label.LIST_ITEM)
        revised[index] = given_back(settled[index], label, "listed")
    for reason, found in (("beside_kept", _signed), ("beside_kept", _faded), ("set_alike", _alike)):
        for index in found(context, settled, FAIRLY * threshold):
            revised[index] = given_back(settled[index], Label.BODY, reason)
    for places, label, reason in (
        (_headings(context, settled, threshold), Label.SUBHEADING, "between_kept"),
        (_uncased_headings(context, settled), Label.SUBHEADING, "between_kept"),
        (headings_below_boxes(context, settled, BY_SHAPE), Label.SUBHEADING, "below_box"),
        (headings_apart_from_boxes(context, settled, BY_SHAPE), Label.SUBHEADING, "below_box"),
        (marked_headings(context, settled, BY_SHAPE), Label.SUBHEADING, "marked_heading"),
        (summaries_to_keep(context, settled, BY_SHAPE), Label.SUBHEADING, "beside_kept"),
        (cells_to_keep(context, settled, BY_SHAPE), Label.TABLE, "between_kept"),
        (_listings(context, settled), Label.BODY, "between_kept"),
    ):
        for index in places:
            revised[index] = given_back(settled[index], label, reason)
    for index in missed_inside(context, revised, BY_SHAPE):
        revised[index] = given_back(settled[index], kept_label(context, index), "between_kept")
    return revised


def _sentences(context: Context, settled: Sequence[Verdict], threshold: float) -> Iterator[Verdict]:
    """Give back what no rule named and what reads like prose."""
    for index in compress(range(len(settled)), context.measures.ended):
        here = settled[index]
        if here.reason not in BY_SHAPE or not _reads_like_prose(context, index):
            continue
        before = _is_text_beyond(settled, index, -1)
        after = _is_text_beyond(settled, index, 1)
        if (before and after) or ((before or after) and score_of(here) >= _NARROWLY * threshold):
            label = kept_label(context, index)
            yield given_back(here, label, "between_kept" if before and after else "beside_kept")


def _is_text_beyond(settled: Sequence[Verdict], index: int, step: int) -> bool:
    """Tell whether the next block on one side is of the text; the clock of a live blog may stand between."""
    place = index + step
    if 0 <= place < len(settled) and settled[place].label is Label.DATELINE:
        place += step
    return 0 <= place < len(settled) and settled[place].label.in_text


def _signed(context: Context, settled: Sequence[Verdict], least: float) -> Iterator[int]:
    """Find what no rule named behind the last kept block: a sentence with an agency's or a writer's mark."""
    kept = [verdict.label in IN_TEXT for verdict in settled]
    for index in compress(range(1, len(kept)), kept):  # what stands behind a kept block
        here = settled[index]
        if (
            not any(kept[index + 1 : index + 2])
            and here.reason in BY_SHAPE
            and 1.0 - here.confidence >= least
            and _is_signed_end(context, index)
        ):
            yield index


def _faded(context: Context, settled: Sequence[Verdict], least: float) -> Iterator[int]:
    """Find the paragraph in which a paywalled page breaks off: amid a sentence, directly above the offer."""
    for index in range(1, len(settled) - 1):
        if (
            settled[index + 1].reason == PAYWALL.id
            and settled[index].reason in BY_SHAPE
            and not context.measures.ended[index]
            and context.measures.words[index] >= _FADED_WORDS
            and (context.measures.link_share[index] or 0.0) < _MOSTLY
            and score_of(settled[index]) >= least
            and any(verdict.label.in_text for verdict in settled[max(index - 2, 0) : index])
        ):
            yield index


_FADED_WORDS = 12


def _alike(context: Context, settled: Sequence[Verdict], least: float) -> Iterator[int]:
    """Find paragraphs set as the kept ones that the score missed, but not by far."""
    ended = compress(settled, context.measures.ended)
    if any(verdict.reason in BY_SHAPE and 1.0 - verdict.confidence >= least for verdict in ended):
        for index in paragraphs_alike(context, settled, BY_SHAPE):
            if score_of(settled[index]) >= least:
                yield index


def _is_signed_end(context: Context, index: int) -> bool:
    segment = context.page.segments[index]
    fits = _PROSE_WORDS < context.measures.words[index] <= _SIGNED_WORDS and segment.tag != "figcaption"
    return fits and ends_signed(segment.text)


def _listings(context: Context, settled: Sequence[Verdict]) -> Iterator[int]:
    """Find what no rule named in a run of preformatted blocks (HTML) that stands between two kept ones.

    Blank lines cut a listing into blocks that read like nothing else on the page; a listing is the article's
    if what stands around it is.
    """
    segments = context.page.segments
    if "pre" not in context.page.containers.tags:
        return
    for listed, run in groupby(range(len(segments)), lambda index: segments[index].tag == "pre"):
        if listed:
            places = list(run)
            around = settled[max(places[0] - 1, 0)], settled[min(places[-1] + 1, len(settled) - 1)]
            if all(verdict.label.in_text for verdict in around):
                yield from (index for index in places if settled[index].reason in BY_SHAPE)


def _headings(context: Context, settled: Sequence[Verdict], threshold: float) -> Iterator[int]:
    """Find lone lines between two kept paragraphs that the score missed, but not by far (dumps).

    Those that read like headlines need less of it: elsewhere on a page they are teasers, here four of five
    are in the gold, of the others nearly three of four.
    """
    if context.page.kind is not Kind.TEXT or context.page.layout in RUNNING:
        return
    measures, labels = context.measures, [verdict.label for verdict in settled]
    for index in range(1, len(settled) - 1):
        here = settled[index]
        least = FAIRLY if here.label is Label.RELATED else _HEADING
        if (
            here.reason in BY_SHAPE
            and not measures.ended[index]
            and measures.words[index] <= _HEADING_WORDS
            and labels[index - 1] is labels[index + 1] is Label.BODY
            and measures.ended[index - 1]
            and measures.ended[index + 1]
            and measures.words[index + 1] > _PROSE_WORDS
            and score_of(here) >= least * threshold
        ):
            yield index


def _uncased_headings(context: Context, settled: Sequence[Verdict]) -> Iterator[int]:
    """Find headings without links between two kept paragraphs, in scripts without capitals (HTML).

    The score was fitted on few pages of these scripts. Among their headings on the development corpora none
    is missed; of 24 invented pages two in Thai and Hindi lost four of theirs.
    """
    segments, measures = context.page.segments, context.measures
    for index in range(1, len(settled) - 1) if context.page.kind is Kind.HTML else ():
        here = segments[index]
        if (
            here.tag in SUBHEADINGS
            and settled[index].reason in BY_SHAPE
            and settled[index - 1].label.in_text
            and settled[index + 1].label is Label.BODY
            and measures.words[index + 1] > _PROSE_WORDS
            and len(here.text) <= _HEADING_CHARS
            and not here.link_chars
            and not here.hidden
            and is_uncased(here.text)
        ):
            yield index


_HEADING_CHARS = 80
_HEADING_WORDS = 12
"""Of a subheading between two paragraphs."""


def _reads_like_prose(context: Context, index: int) -> bool:
    measures = context.measures
    links = measures.link_share[index]
    return measures.ended[index] and measures.words[index] >= _PROSE_WORDS and (links or 0.0) < _MOSTLY


def score_of(removed: Verdict) -> float:
    """Return the score of a block that was removed by it."""
    return round(1.0 - removed.confidence, 4)


def given_back(removed: Verdict, label: Label, reason: str) -> Verdict:
    """Return the verdict for a removed block that is kept after all."""
    return make_verdict((removed.index, label, reason, score_of(removed), ""))


_LOOSE_LINES, _LOOSE_WORDS = 3, 3
"""Lines at the end of a dump's text that are none of it, and words of each: a name, a button, a heading below
which nothing stands."""


def loose_ends(context: Context, settled: Sequence[Verdict]) -> Iterator[int]:
    """Find short lines without a full stop that a dump's text would end in, behind paragraphs (dumps).

    Results and parts of a list hold numbers or stand in longer rows; they stay.
    """
    kept = [verdict.index for verdict in settled if verdict.label in IN_TEXT]
    if context.page.kind is not Kind.TEXT or len(kept) <= _LOOSE_LINES:
        return
    texts, measures = context.measures.columns.text, context.measures
    loose = list(
        takewhile(
            lambda index: (
                not measures.ended[index]
                and measures.words[index] <= _LOOSE_WORDS
                and not any(map(str.isdigit, texts[index]))
            ),
            reversed(kept),
        )
    )
    if 0 < len(loose) <= _LOOSE_LINES and measures.ended[kept[-len(loose) - 1]]:
        yield from loose
