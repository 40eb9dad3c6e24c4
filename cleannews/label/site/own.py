"""What is this page's own although other pages of the site show it as well.

Many sites carry a front page in small on each of their pages: headlines of the day with their standfirsts.
The page that such a teaser leads to shows the same words below its headline, as its own. The line that says
when a page was published is another case: with its numbers masked it is the same on all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cleannews.label.site.sketch import RUN
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleannews.label.context import Context, Verdict
    from cleannews.label.headline import Headline
    from cleannews.label.site.counts import Counts
    from cleannews.label.site.evidence import Evidence
    from cleannews.label.site.sketch import PageSketch

BEFORE, AFTER = 5, 16
"""Blocks before and behind the headline where the fields look for byline and date."""

_REACH = 40
"""Words that may stand between a teaser's headline and its standfirst: a credit, an author, a day."""

_BEHIND = 60
"""Words behind a standfirst, a third of which must be the page's own: a box, then the first paragraph."""

_MAX_ECHOES = 4
"""Copies of the headline that are looked at, as for the fields."""

_OFTEN = 8
"""Times a page on the average that a text may stand on it to be looked for; more is no teaser."""

_MOSTLY = 0.5


def teased_blocks(headline: Headline, sketch: PageSketch, evidence: Evidence, counts: Counts) -> set[int]:
    """Find the blocks behind the headline that the other pages show behind this headline too.

    What stands below the headline on this page alone is not touched: a box that all pages have there stands
    below another headline on each of them.

    Args:
        headline: Of the page.
        sketch: Of its blocks.
        evidence: Of its blocks.
        counts: Of the site.
    """
    found: set[int] = set()
    for title in _titles(headline):
        heads = _elsewhere(title, sketch, evidence, counts)
        if heads:
            size = int(evidence.starts[title + 1] - evidence.starts[title])
            for index in range(title + 1, min(title + 1 + AFTER, len(evidence.seen))):
                texts = _elsewhere(index, sketch, evidence, counts)
                if _opens_text(index, evidence) and _mostly_behind(texts, heads, reach=size + _REACH):
                    found.add(index)
    return found


def _titles(headline: Headline) -> tuple[int, ...]:
    """The blocks that show the headline; in a dump the first is often the page's ``<title>``."""
    return (headline.block, *headline.echoes[:_MAX_ECHOES])


def _elsewhere(index: int, sketch: PageSketch, evidence: Evidence, counts: Counts) -> dict[int, list[int]]:
    """Where on the pages of other articles the text of a block begins, by article.

    It is looked for by the run of its words that most articles show, and by the rarest one of these. A text
    whose words stand everywhere is not looked for.
    """
    if not 0 <= index < len(evidence.seen) or evidence.seen[index] <= _MOSTLY:
        return {}
    start, end = (int(evidence.starts[place]) for place in (index, index + 1))
    inside = sketch.runs[start : end - RUN + 1]
    if end - start < RUN:
        return {}
    articles, times = counts.runs.look_up(inside), counts.places.times(inside)
    chosen = int(np.lexsort((times, -articles))[0])
    found: dict[int, list[int]] = {}
    if times[chosen] <= _OFTEN * articles[chosen]:
        for article, word in counts.places.of(int(inside[chosen])):
            if article != evidence.article:
                found.setdefault(article, []).append(word - chosen)
    return found


def _opens_text(index: int, evidence: Evidence) -> bool:
    """Tell whether words that only this page has follow soon: in a list of teasers they do not."""
    end = int(evidence.starts[index + 1])
    behind = evidence.words[end : end + _BEHIND]
    return bool(3 * (behind == 0).sum() >= _BEHIND)


def _mostly_behind(texts: dict[int, list[int]], heads: dict[int, list[int]], *, reach: int) -> bool:
    """Tell whether a text stands close behind a headline on most of the pages that show it."""
    behind = sum(
        any(0 < word - head <= reach for word in words for head in heads.get(article, ()))
        for article, words in texts.items()
    )
    return bool(texts) and 2 * behind >= len(texts)


def own_lines(context: Context, verdicts: Iterable[Verdict], evidence: Evidence) -> set[int]:
    """Find the bylines and datelines that are this page's, whatever other pages show.

    Those near the headline, and those among words that only this page has; the dates in a list of teasers
    that all pages carry are neither.

    Args:
        context: The page under labelling.
        verdicts: What the rules said.
        evidence: Of its blocks.
    """
    strongest: dict[int, Verdict] = {}
    for verdict in verdicts:
        best = strongest.get(verdict.index)
        if best is None or verdict.confidence > best.confidence:
            strongest[verdict.index] = verdict
    heads = [_head(title, evidence) for title in _titles(context.headline)]
    return {
        index
        for index, verdict in strongest.items()
        if verdict.label in (Label.BYLINE, Label.DATELINE)
        and index < len(evidence.seen)
        and (any(index in head for head in heads) or evidence.around(index) <= _MOSTLY)
    }


def _head(title: int, evidence: Evidence) -> range:
    """The blocks around a headline, up to the first paragraph behind it that only this page has."""
    if title < 0:
        return range(0)
    last = min(title + AFTER, len(evidence.seen) - 1)
    own = (at for at in range(title + 1, last) if evidence.prose[at] and evidence.seen[at] <= _MOSTLY)
    return range(max(title - BEFORE, 0), next(own, last) + 1)
