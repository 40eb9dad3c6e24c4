"""The arbiter: the only place where it is settled which witness wins.

Precedence, from the strongest:

1. a rule whose measured precision is at least :data:`VETO` names the block, kept or removed;
2. else the score, against the threshold of the mode, decides kept or removed;
3. the strongest verdict of a weaker rule on that side gives the name and the reason, else the block's
   shape does (its tag, its links, its place);
4. a pass over neighbours takes islands away: a short kept line alone among removed ones, a removed
   sentence alone between kept ones.
"""

from __future__ import annotations

from itertools import compress, groupby
from operator import mul
from typing import TYPE_CHECKING

from cleannews.label.alike import paragraphs_alike
from cleannews.label.context import make_verdict
from cleannews.label.crude import crude_text
from cleannews.label.lists import items_to_keep, summaries_to_keep
from cleannews.label.naming import BY_SHAPE, name_removed
from cleannews.label.quotations import quoted
from cleannews.label.signature import ends_signed
from cleannews.label.standfirst import missed_standfirst, standfirsts
from cleannews.label.tables import cells_to_keep
from cleannews.labels import IN_TEXT, Kind, Label, Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cleannews.label.context import Context, Verdict

VETO = 0.995
"""Measured precision from which a rule is beyond doubt (DESIGN: precedence)."""

THRESHOLDS = {
    Kind.HTML: {Mode.PRECISION: 0.98, Mode.BALANCED: 0.65, Mode.RECALL: 0.3},
    Kind.TEXT: {Mode.PRECISION: 0.9, Mode.BALANCED: 0.65, Mode.RECALL: 0.3},
}
"""Score from which a block is kept, by kind of page and mode. Read from the curves of pages whose sites the
weights had not seen (``python -m training.variants``; docs/training.md has them)."""

SHORT_TEXT = 250
SHORT_THRESHOLD = 0.5
"""What ``balanced`` holds a dump against whose scores promise fewer words: each paragraph counts there. At .6
short dumps made for this project lost paragraphs in Korean and Polish."""

_BODY = Label.BODY
"""Bound once: looking a member up costs more than all else here."""

_KEPT_TAGS = {
    "li": Label.LIST_ITEM,
    "dd": Label.LIST_ITEM,
    "dt": Label.LIST_ITEM,
    "blockquote": Label.QUOTE,
    "q": Label.QUOTE,
    "td": Label.TABLE,
    "th": Label.TABLE,
    "tr": Label.TABLE,
    "h1": Label.SUBHEADING,
    "h2": Label.SUBHEADING,
    "h3": Label.SUBHEADING,
    "h4": Label.SUBHEADING,
    "h5": Label.SUBHEADING,
    "h6": Label.SUBHEADING,
}


def decide(
    context: Context, verdicts: Iterable[Verdict], scores: Sequence[float], *, mode: Mode
) -> tuple[Verdict, ...]:
    """Settle every block of a page.

    Args:
        context: The page under labelling.
        verdicts: What the rules said, any number per block.
        scores: For each block the chance, 0-1, that it belongs to the article's text.
        mode: Which threshold to hold the scores against.

    Returns:
        One verdict per block, in order.
    """
    sure, keep, remove = _strongest(verdicts)
    open_scores = [
        0.0 if index in sure and sure[index].label not in IN_TEXT else score
        for index, score in enumerate(scores)
    ]
    threshold = page_threshold(open_scores, context.measures.words, context.page.kind, mode)
    settled = []
    for index, score in enumerate(scores):
        kept = score >= threshold
        spoken = sure.get(index) or (keep if kept else remove).get(index)
        settled.append(spoken or _by_score(context, index, score, kept=kept))
    revised = _without_islands(context, settled, threshold)
    for index in _notices_at_edges(revised, remove):
        revised[index] = remove[index]
    for index in quoted(context, revised):
        revised[index] = revised[index]._replace(label=Label.QUOTE)
    for index, label in crude_text(context, revised, BY_SHAPE, _FAIRLY * threshold):
        revised[index] = _given_back(revised[index], label, "crude_dump")
    missed = missed_standfirst(context, revised, BY_SHAPE)
    if missed is not None and _score_of(revised[missed]) >= _DESCRIBED * threshold:
        revised[missed] = _given_back(revised[missed], Label.STANDFIRST, "standfirst_described")
    for verdict in standfirsts(context, revised):
        revised[verdict.index] = verdict
    return tuple(revised)


_MOST_WORDS = 1_000
"""Words of a block that count: one of a megabyte with a score next to nothing would promise more than the
article has. Of the training pages one block in thirty thousand has more."""


def page_threshold(scores: Sequence[float], words: Sequence[int], kind: Kind, mode: Mode) -> float:
    """Return the score from which blocks of a page are kept.

    The mode's threshold, unless it would keep less than half of the words that the scores promise: then the
    scores are low all over the page, and ``precision`` gives way to ``balanced``, which gives way to half of
    the best F1 that the scores promise, the threshold that maximises it (Lipton, Elkan and Naryanaswamy 2014,
    "Optimal Thresholding of Classifiers to Maximize F1 Measure"). ``recall`` is never above ``balanced``.
    For short dumps ``balanced`` is :data:`SHORT_THRESHOLD`.

    >>> page_threshold([0.45, 0.4, 0.02], [50, 40, 3], Kind.HTML, Mode.BALANCED)
    0.299
    """
    wanted = THRESHOLDS[kind]
    if max(words, default=0) > _MOST_WORDS:
        words = [min(count, _MOST_WORDS) for count in words]
    promised = sum(map(mul, scores, words))

    def keeps_enough(threshold: float) -> bool:
        kept = sum(count for score, count in zip(scores, words, strict=True) if score >= threshold)
        return bool(2 * kept >= promised)

    if mode is Mode.PRECISION and keeps_enough(wanted[mode]):
        return wanted[mode]
    usual = wanted[Mode.BALANCED]
    if kind is Kind.TEXT and promised < SHORT_TEXT:
        usual = SHORT_THRESHOLD
    if not keeps_enough(usual):
        usual = min(usual, _best_threshold(scores, words, promised))
    return min(usual, wanted[mode])


def _best_threshold(scores: Sequence[float], words: Sequence[int], promised: float) -> float:
    best = right = taken = 0.0
    for score, count in sorted(zip(scores, words, strict=True), reverse=True):
        right += score * count
        taken += count
        best = max(best, 2 * right / ((taken + promised) or 1.0))
    return round(best / 2, 3)


def _strongest(verdicts: Iterable[Verdict]) -> tuple[dict[int, Verdict], ...]:
    """Return the strongest verdict by block: beyond doubt, for what is kept, for what is removed."""
    sure: dict[int, Verdict] = {}
    keep: dict[int, Verdict] = {}
    remove: dict[int, Verdict] = {}
    for verdict in verdicts:
        index, label, _, confidence, _ = verdict
        found = sure if confidence >= VETO else keep if label in IN_TEXT else remove
        before = found.get(index)
        if before is None or confidence > before[3]:
            found[index] = verdict
    return sure, keep, remove


def _by_score(context: Context, index: int, score: float, *, kept: bool) -> Verdict:
    if kept:
        label = _KEPT_TAGS.get(context.page.segments[index].tag, _BODY)
        return make_verdict((index, label, "article_text", score, ""))
    label, reason = name_removed(context, index)
    return make_verdict((index, label, reason, round(1.0 - score, 4), ""))


def _without_islands(context: Context, settled: Sequence[Verdict], threshold: float) -> list[Verdict]:
    """Give back sentences beside kept blocks: alone between two, or narrowly missed next to one.

    Looks only at what was settled, never at its own changes, so an island is one block.
    """
    revised = list(settled)
    for index in compress(range(len(settled)), context.measures.ended):
        here = settled[index]
        if here.reason not in BY_SHAPE or not _reads_like_prose(context, index):
            continue
        before = _is_text_beyond(settled, index, -1)
        after = _is_text_beyond(settled, index, 1)
        if (before and after) or ((before or after) and _score_of(here) >= _NARROWLY * threshold):
            label = _KEPT_TAGS.get(context.page.segments[index].tag, Label.BODY)
            reason = "between_kept" if before and after else "beside_kept"
            revised[index] = _given_back(here, label, reason)
    for index in items_to_keep(context, settled, BY_SHAPE):
        label = _KEPT_TAGS.get(context.page.segments[index].tag, Label.LIST_ITEM)
        revised[index] = _given_back(settled[index], label, "listed")
    for reason, found in (("beside_kept", _signed), ("set_alike", _alike)):
        for index in found(context, settled, _FAIRLY * threshold):
            revised[index] = _given_back(settled[index], Label.BODY, reason)
    for index in summaries_to_keep(context, settled, BY_SHAPE):
        revised[index] = _given_back(settled[index], Label.SUBHEADING, "beside_kept")
    for index in cells_to_keep(context, settled, BY_SHAPE):
        revised[index] = _given_back(settled[index], Label.TABLE, "between_kept")
    for index in _listings(context, settled):
        revised[index] = _given_back(settled[index], Label.BODY, "between_kept")
    return revised


def _is_text_beyond(settled: Sequence[Verdict], index: int, step: int) -> bool:
    """Tell whether the next block on one side is of the text; the clock of a live blog may stand between."""
    place = index + step
    if 0 <= place < len(settled) and settled[place].label is Label.DATELINE:
        place += step
    return 0 <= place < len(settled) and settled[place].label.in_text


def _notices_at_edges(settled: Sequence[Verdict], remove: Mapping[int, Verdict]) -> Iterator[int]:
    """Find kept blocks at the beginning and the end of the text that a rule takes for a notice of the site.

    Inside of the text an article may quote such a sentence; at its edges nobody does.
    """
    kept = [verdict.index for verdict in settled if verdict.label in IN_TEXT]
    for order in (kept, kept[::-1]):
        for index in order:
            told = remove.get(index)
            if told is None or told.label not in _NOTICES or not told.reason.endswith(_TOLD):
                break
            yield index


_NOTICES = frozenset({Label.CONSENT, Label.NEWSLETTER, Label.COMMENTS, Label.SHARE})
_TOLD = ("_opener", "_sentence")
"""Reasons that rest on what a block says: of 1,652 of these labels, 9 are in the gold."""


def _score_of(removed: Verdict) -> float:
    """The score of a block that was removed by it."""
    return round(1.0 - removed.confidence, 4)


def _given_back(removed: Verdict, label: Label, reason: str) -> Verdict:
    return make_verdict((removed.index, label, reason, _score_of(removed), ""))


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


def _alike(context: Context, settled: Sequence[Verdict], least: float) -> Iterator[int]:
    """Find paragraphs set as the kept ones that the score missed, but not by far."""
    ended = compress(settled, context.measures.ended)
    if any(verdict.reason in BY_SHAPE and 1.0 - verdict.confidence >= least for verdict in ended):
        for index in paragraphs_alike(context, settled, BY_SHAPE):
            if _score_of(settled[index]) >= least:
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


_NARROWLY = 0.8
"""Share of the threshold that a sentence beside kept text needs (two thresholds: Canny 1986, section IV)."""


_MOSTLY = 0.5
"""More link than not."""

_PROSE_WORDS = 6
"""Shorter sentences between paragraphs are as often teasers as text."""


_FAIRLY = 0.4
"""Share of the threshold a signed sentence needs: its mark stands for the full stop that the score misses.
Invented dumps of three short paragraphs in two languages have .33 to .43, teasers next to nothing. The same
for sentences set as the kept ones: F1 on wcxb_dev gains .0005 by them."""

_DESCRIBED = 0.25
"""Share of the threshold that a missed standfirst needs: below, on WCXB, stand summaries of lists and shops.
F1 on fundus gains .0006 by it, and five of 124 pages more are exact; WCXB loses .0001."""

_SIGNED_WORDS = 120
"""A longer paragraph is text by its score."""


def _reads_like_prose(context: Context, index: int) -> bool:
    measures = context.measures
    links = measures.link_share[index]
    return measures.ended[index] and measures.words[index] >= _PROSE_WORDS and (links or 0.0) < _MOSTLY
