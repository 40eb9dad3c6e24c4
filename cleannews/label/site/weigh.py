"""What a template's evidence weighs against the score of the page alone."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.context import Verdict
from cleannews.label.site.slots import MUCH
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cleannews.label.site.evidence import Evidence
    from cleannews.label.site.slots import Places


class Weights(NamedTuple):
    """Log-odds that a block is part of the text, for a block whose words all other pages show."""

    share: float
    """For its share of the other pages."""
    depth: float
    """The same for each doubling of their number: one other page may quote this one, eight do not."""
    prose_share: float
    """Added to the first if it reads like prose."""
    prose_depth: float
    """Added to the second if it reads like prose."""
    whole: float
    """Added where there are two other pages or more and a fifth of them shows all of it: stories quote a
    sentence, and seldom as a block of its own."""


WEIGHTS = Weights(-0.3, -1.5, -2.0, -2.0, -2.0)
"""Rounded from logistic regressions with the page's own log-odds as offset, where a kept junk word costs one
and a lost word of the article two to three; cross-validated over 59 sites with 2 to 17 pages each, HTML and
nine layouts of text. A part of what is on one page of four moves nothing; prose that five pages share (-6.6)
outweighs a score of .998. The last was fitted likewise (-1.85) on text of 13 sites with three pages or more:
of what one of several other pages showed whole and was taken for text, one word in ten was right."""

_CERTAIN = 9.2
"""Log-odds of a score of .0001: scores have four decimals."""

_MOSTLY = 0.5
"""Share of a block's words that other pages must show for the block to be furniture: a set phrase in a
sentence says nothing of the sentence. The evidence grows from there to its full weight at 1."""

WHOLLY = 0.95
"""Share of its words from which all of a block is shown elsewhere."""

TEMPLATE = "template"
"""The reason of blocks that other pages of the site show as well."""

SLOT = "template_slot"
"""The reason of blocks that stand where the other pages have next to none of their text."""

MOST_CONFIDENT = 0.99
"""A template is strong evidence and no proof: it never counts as beyond doubt."""


def weigh(scores: Sequence[float], evidence: Evidence) -> tuple[float, ...]:
    """Add the template's evidence to the scores, in log-odds.

    Args:
        scores: Of the page alone, one a block.
        evidence: Of the same blocks; it may be shorter on very long pages.
    """
    found = list(scores)
    for index in (evidence.seen > _MOSTLY).nonzero()[0].tolist():
        share, depth = float(evidence.share[index]), float(evidence.depth[index])
        shift = WEIGHTS.share * share + WEIGHTS.depth * depth
        if evidence.prose[index]:
            shift += WEIGHTS.prose_share * share + WEIGHTS.prose_depth * depth
        shift *= 2.0 * float(evidence.seen[index]) - 1.0
        if evidence.seen[index] >= WHOLLY and _is_often(int(evidence.pages[index]), evidence.others):
            shift += WEIGHTS.whole
        found[index] = _shifted(scores[index], shift)
    return tuple(found)


OUTSIDE = -2.0
"""Log-odds for prose where other pages have less than :data:`LITTLE` of theirs, for each doubling of their
number up to :data:`MOST_PAGES`. Measured in five layouts of text on 13 sites with three pages or more, with
scores of weights that had not seen the site: eight words of junk go for a word of the article, and on 12 of
the 13 sites no more words are wrong than before."""

INSIDE = 1.0
"""Log-odds for prose where other pages have more of theirs than :data:`~cleannews.label.site.slots.MUCH`;
measured alike: two words of the article come back for one of junk."""

LITTLE = 0.1
MOST_PAGES = 4


def weigh_places(scores: Sequence[float], places: Places) -> tuple[float, ...]:
    """Add to the scores of prose how much of theirs other pages have in the same place.

    Prose that would still be more likely text than not keeps its score: the middle of an article that is much
    longer than the others stands where they have none. Six layouts of 30 pages lost .5 to 1.8 % of the
    articles' words otherwise, .3 % at most so.

    Args:
        scores: One a block.
        places: Of the same blocks.
    """
    found = list(scores)
    for index in places.pages.nonzero()[0].tolist():
        if places.share[index] < LITTLE:
            pages = min(int(places.pages[index]), MOST_PAGES)
            moved = _shifted(scores[index], OUTSIDE * math.log2(pages))
            found[index] = moved if moved < _MOSTLY else scores[index]
        elif places.share[index] > MUCH:
            found[index] = _shifted(scores[index], INSIDE)
    return tuple(found)


TEASED = 2.0
"""Log-odds for a block below the headline by which other pages tease this one: it is the standfirst or the
lead. Such a block is often taken for a copy of the teaser. Set by hand; any number from 1 to 4 gives the same
text on the development pages."""


STRANGE = -12.0
"""Log-odds for a passage that other pages show and that has nothing to do with the text: it goes."""


def moved(scores: Sequence[float], blocks: Collection[int], shift: float) -> tuple[float, ...]:
    """Move the scores of some blocks by log-odds: :data:`TEASED`, :data:`STRANGE`.

    >>> moved((0.5, 0.5), {1}, -2.0)
    (0.5, 0.1192)
    """
    return tuple([_shifted(score, shift) if at in blocks else score for at, score in enumerate(scores)])


def _is_often(pages: int, others: int) -> bool:
    """Tell whether these are a fifth of the other pages: of a hundred any one shows a short sentence again.

    >>> _is_often(1, 1), _is_often(1, 4), _is_often(1, 40), _is_often(8, 40)
    (False, True, False, True)
    """
    return others > 1 and 5 * pages >= others


def _shifted(score: float, shift: float) -> float:
    """Move a score by log-odds.

    >>> _shifted(0.5, -2.0)
    0.1192
    """
    inside = min(max(score, 1e-4), 1.0 - 1e-4)
    logit = math.log(inside / (1.0 - inside)) + shift
    return round(1.0 / (1.0 + math.exp(-min(max(logit, -_CERTAIN), _CERTAIN))), 4)


def template_verdicts(
    evidence: Evidence, spared: Collection[int], alone: Sequence[float], weighed: Sequence[float]
) -> list[Verdict]:
    """Name the blocks that are the site's.

    Most of their words stand on half of the other pages, or on some and the template moved them over the
    middle.

    Args:
        evidence: Of the page's blocks.
        spared: Blocks that are not named: the headline, the page's own byline and date.
        alone: Scores without the template.
        weighed: Scores with it.
    """
    found = []
    pages, seen = evidence.pages.tolist(), evidence.seen.tolist()
    for index, share in enumerate(seen):
        if share < _MOSTLY or index in spared:
            continue
        moved = alone[index] >= _MOSTLY > weighed[index]
        if moved or 2 * pages[index] >= evidence.others:
            count, total = max(pages[index], 1) + evidence.itself, evidence.others + evidence.itself
            sure = min(round(1.0 - weighed[index], 4), MOST_CONFIDENT)
            found.append(Verdict(index, Label.TEMPLATE, TEMPLATE, sure, f"on {count:,} of {total:,} pages"))
    return found


def slot_verdicts(
    places: Places, evidence: Evidence, alone: Sequence[float], weighed: Sequence[float]
) -> list[Verdict]:
    """Name the blocks that were taken for text but stand where other pages of the site have none.

    Args:
        places: Of the page's blocks.
        evidence: Of the same blocks.
        alone: Scores without the template.
        weighed: Scores with it.
    """
    found = []
    for index in places.pages.nonzero()[0].tolist():
        if places.share[index] < LITTLE and alone[index] >= _MOSTLY > weighed[index]:
            told = f"{places.pages[index]:,} of {evidence.others:,} other pages have next to no text here"
            found.append(Verdict(index, Label.TEMPLATE, SLOT, round(1.0 - weighed[index], 4), told))
    return found


def takes_most(alone: Sequence[Verdict], settled: Sequence[Verdict], words: Sequence[int]) -> bool:
    """Tell whether a template takes more than half of the words that the page alone would keep.

    Args:
        alone: The verdicts without it.
        settled: The verdicts with it.
        words: Of each block.
    """
    kept = sum(count for verdict, count in zip(alone, words, strict=True) if verdict.label.in_text)
    taken = sum(
        count
        for before, after, count in zip(alone, settled, words, strict=True)
        if before.label.in_text and not after.label.kept
    )
    return 2 * taken > kept
