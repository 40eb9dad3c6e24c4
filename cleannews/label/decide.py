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

from typing import TYPE_CHECKING

from cleannews.label.context import Verdict
from cleannews.labels import Label, Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cleannews.label.context import Context
    from cleannews.read.page import Segment

VETO = 0.995
"""Measured precision from which a rule is beyond doubt (DESIGN: precedence)."""

THRESHOLDS = {Mode.PRECISION: 0.65, Mode.BALANCED: 0.5, Mode.RECALL: 0.3}
"""Score from which a block is kept, by mode."""

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

_HEADLINE_WORDS = range(5, 25)
"""Length of a teaser headline in words; shorter links are menus."""


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
    spoken = _by_block(verdicts)
    threshold = THRESHOLDS[mode]
    settled = [
        _settle(context, index, spoken.get(index, ()), scores[index], threshold)
        for index in range(len(context.page.segments))
    ]
    return tuple(_without_islands(context, settled, scores))


def _by_block(verdicts: Iterable[Verdict]) -> dict[int, list[Verdict]]:
    spoken: dict[int, list[Verdict]] = {}
    for verdict in verdicts:
        spoken.setdefault(verdict.index, []).append(verdict)
    return spoken


def _settle(
    context: Context, index: int, spoken: Sequence[Verdict], score: float, threshold: float
) -> Verdict:
    best = max(spoken, key=lambda verdict: verdict.confidence) if spoken else None
    if best is not None and best.confidence >= VETO:
        return best
    kept = score >= threshold
    named = [verdict for verdict in spoken if verdict.label.in_text == kept]
    if named:
        return max(named, key=lambda verdict: verdict.confidence)
    certainty = round(score if kept else 1.0 - score, 4)
    if kept:
        return Verdict(index, _kept_label(context.page.segments[index]), "article_text", certainty)
    label, reason = _removed_label(context, index)
    return Verdict(index, label, reason, certainty)


def _kept_label(segment: Segment) -> Label:
    return _KEPT_TAGS.get(segment.tag, Label.BODY)


def _removed_label(context: Context, index: int) -> tuple[Label, str]:
    """Name what no rule named, by its shape."""
    measures = context.measures
    links = measures.link_share[index]
    if measures.ended[index] and measures.words[index] > max(_HEADLINE_WORDS):
        return Label.OTHER, "not_article_text"
    if measures.words[index] in _HEADLINE_WORDS and not measures.ended[index]:
        if links is None or links > 0.5:  # noqa: PLR2004 - more link than not
            return Label.RELATED, "headline_outside"
        return Label.OTHER, "not_article_text"
    if links is not None and links > 0.5:  # noqa: PLR2004 - more link than not
        return Label.NAVIGATION, "link_outside"
    return Label.OTHER, "not_article_text"


def _without_islands(
    context: Context, settled: list[Verdict], scores: Sequence[float]
) -> list[Verdict]:
    """Take away islands; both passes look at what was settled, never at each other's changes."""
    revised = list(settled)
    for index in range(1, len(settled) - 1):
        here, before, after = settled[index], settled[index - 1], settled[index + 1]
        if here.reason in _BY_SCORE and before.label.in_text and after.label.in_text:
            if not here.label.in_text and _reads_like_prose(context, index):
                revised[index] = Verdict(
                    index, _kept_label(context.page.segments[index]), "between_kept", round(scores[index], 4)
                )
    return revised


_BY_SCORE = frozenset({"article_text", "not_article_text", "headline_outside", "link_outside"})


def _reads_like_prose(context: Context, index: int) -> bool:
    measures = context.measures
    links = measures.link_share[index]
    return measures.ended[index] and measures.words[index] >= 6 and (links is None or links < 0.5)  # noqa: PLR2004 - half a line of text, half of it link
