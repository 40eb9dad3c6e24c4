"""What came of a page as a whole: its status, how sure we are, whether it is an article at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cleannews.labels import Status

if TYPE_CHECKING:
    from cleannews.fields import Fields
    from cleannews.label.labelled import Labelled

ARTICLE_FLOOR = 0.5
"""``article_score`` under which a page is ``not_article``."""


class Judgement(NamedTuple):
    """Status, scores and what to warn of."""

    status: Status
    confidence: float
    article_score: float
    warnings: tuple[str, ...]


def judge(labelled: Labelled, fields: Fields, text: str) -> Judgement:
    """Judge a page by what was kept of it and what it says of itself."""
    score = _article_score(labelled)
    confidence = round(_certainty(labelled), 4)
    if not text:
        return Judgement(Status.EMPTY, confidence, 0.0, ())
    if score < ARTICLE_FLOOR:
        return Judgement(Status.NOT_ARTICLE, confidence, score, ())
    if labelled.page.truncated or _breaks_off(text, fields):
        return Judgement(Status.PARTIAL, confidence, score, ())
    return Judgement(Status.OK, confidence, score, ())


def _breaks_off(text: str, fields: Fields) -> bool:
    return text.rstrip().endswith(("…", "...")) or (fields.is_free is False and len(text) < 1500)  # noqa: PLR2004 - a stub shows three paragraphs at most


def _article_score(labelled: Labelled) -> float:
    """Share of the kept text that reads like prose, and how much of it there is."""
    measures = labelled.context.measures
    prose = total = 0
    for block in labelled.blocks:
        if block.label.in_text:
            total += measures.chars[block.index]
            prose += measures.chars[block.index] * measures.ended[block.index]
    if not total:
        return 0.0
    return round(min(1.0, prose / 600) * 0.5 + 0.5 * prose / total, 4)


def _certainty(labelled: Labelled) -> float:
    """Mean certainty of the decisions, weighted by characters."""
    chars = labelled.context.measures.chars
    total = sum(chars) or 1
    return sum(abs(2 * s - 1) * c for s, c in zip(labelled.scores, chars, strict=True)) / total
