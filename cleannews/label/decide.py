"""The arbiter: the only place where it is settled which witness wins.

Precedence, from the strongest:

1. a rule whose measured precision is at least :data:`VETO` names the block, kept or removed;
2. else the score, against the threshold of the mode, decides kept or removed;
3. the strongest verdict of a weaker rule on that side gives the name and the reason, else the block's
   shape does (its tag, its links, its place);
4. a pass over neighbours takes islands away: a removed sentence alone between kept ones comes back, a short
   line in which a dump's text would end goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.context import make_verdict
from cleannews.label.crude import crude_text
from cleannews.label.hidden_strays import hidden_strays
from cleannews.label.islands import FAIRLY, given_back, loose_ends, without_islands
from cleannews.label.lone_lines import with_subheadings
from cleannews.label.naming import BY_SHAPE, kept_label, name_removed
from cleannews.label.numbered import parts_to_keep
from cleannews.label.quotations import quoted
from cleannews.label.rules.notices import NOTICES
from cleannews.label.standfirst import standfirsts
from cleannews.label.standfirst_missed import missed_standfirst
from cleannews.label.threshold import page_threshold
from cleannews.label.tickers import entries_to_keep
from cleannews.labels import IN_TEXT, Label, Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cleannews.label.context import Context, Verdict

VETO = 0.995
"""Measured precision from which a rule is beyond doubt: see the precedence above."""

_DESCRIBED = 0.25
"""Share of the threshold that a missed standfirst needs: below, on WCXB, stand summaries of lists and shops.
F1 on fundus gains .0006 by it, and five of 124 pages more are exact; WCXB loses .0001."""


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
    revised = _without_strays(context, revised, remove)
    revised = _with_missed(context, revised, threshold)
    for verdict in standfirsts(context, revised):
        revised[verdict.index] = verdict
    return with_subheadings(context, revised)


def _without_islands(context: Context, settled: Sequence[Verdict], threshold: float) -> list[Verdict]:
    """Give back what stands alone between kept blocks, in entries of a ticker, in a row of numbered parts."""
    revised = without_islands(context, settled, threshold)
    for index, label in entries_to_keep(context, settled, BY_SHAPE):
        revised[index] = given_back(settled[index], label, "ticker_entry")
    for index, label in parts_to_keep(context, revised, BY_SHAPE):
        revised[index] = given_back(settled[index], label, "numbered_part")
    return revised


def _without_strays(
    context: Context, settled: Sequence[Verdict], remove: Mapping[int, Verdict]
) -> list[Verdict]:
    """Remove notices at the edges of the text, lines that it would end in, and what no reader sees."""
    revised = list(settled)
    for index in _notices_at_edges(revised, remove):
        revised[index] = remove[index]
    for index in loose_ends(context, revised):
        told = _by_score(context, index, revised[index].confidence, kept=False)
        revised[index] = remove.get(index, told)
    for index in hidden_strays(context, revised):
        doubt = round(1.0 - revised[index].confidence, 4)
        told = make_verdict((index, Label.OTHER, "hidden_stray", doubt, "not shown"))
        revised[index] = remove.get(index, told)
    return revised


def _with_missed(context: Context, settled: Sequence[Verdict], threshold: float) -> list[Verdict]:
    """Name quotations, and give back the text of a crude dump and the standfirst that scores had missed."""
    revised = list(settled)
    for index in quoted(context, revised):
        revised[index] = revised[index]._replace(label=Label.QUOTE)
    for index, label in crude_text(context, revised, BY_SHAPE, FAIRLY * threshold):
        revised[index] = given_back(revised[index], label, "crude_dump")
    missed = missed_standfirst(context, revised, BY_SHAPE, least=_DESCRIBED * threshold)
    if missed is not None:
        back = given_back(revised[missed.place], Label.STANDFIRST, missed.reason)
        revised[missed.place] = back._replace(evidence=missed.evidence)
    return revised


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
        return make_verdict((index, kept_label(context, index), "article_text", score, ""))
    label, reason = name_removed(context, index)
    return make_verdict((index, label, reason, round(1.0 - score, 4), ""))


def _notices_at_edges(settled: Sequence[Verdict], remove: Mapping[int, Verdict]) -> Iterator[int]:
    """Find kept blocks at the beginning and the end of the text that a rule takes for a notice of the site.

    Inside of the text an article may quote such a sentence; at its edges nobody does.
    """
    kept = [verdict.index for verdict in settled if verdict.label in IN_TEXT]
    for order in (kept, kept[::-1]):
        for index in order:
            told = remove.get(index)
            if told is None or told.reason not in NOTICES:
                break
            yield index
