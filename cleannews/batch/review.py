"""What a person looks at after a run: counts, failures by reason, articles with the least sure ones first."""

from __future__ import annotations

import heapq
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from cleannews.batch.records import DONE, FAILED
from cleannews.batch.stats import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleannews.batch.stats import FolderStats

MOST_ARTICLES = 200
"""Articles that are shown; a folder with fewer is shown whole."""

MOST_FAILURES = 50
"""Failed inputs that are named for each reason."""

BINS = 10


class Review(NamedTuple):
    """What is shown of a run."""

    stats: FolderStats
    bins: tuple[int, ...]
    """Articles by confidence: below .1, below .2, ..."""
    failures: dict[str, list[dict[str, Any]]]
    """The first failed records of each reason, the most frequent reason first."""
    articles: list[dict[str, Any]]
    """The articles of the least confidence, the least first."""


def review_of(lines: Iterable[bytes]) -> Review:
    """Go through the records once.

    Args:
        lines: The records, one line each. What is kept of them does not grow with their number, but for two
            numbers of each article.
    """
    tally = Tally()
    failures: dict[str, list[dict[str, Any]]] = {}
    shown: list[tuple[float, int, dict[str, Any]]] = []
    for place, line in enumerate(lines):
        record = json.loads(line)
        tally.add(record)
        if record["outcome"] == FAILED:
            named = failures.setdefault(record["reason"], [])
            if len(named) < MOST_FAILURES:
                named.append(record)
        elif record["outcome"] == DONE:
            # A heap gives its smallest: of those shown the one that is the surest, the latest among equals.
            entry = (-record["confidence"], -place, record)
            if len(shown) < MOST_ARTICLES:
                heapq.heappush(shown, entry)
            elif entry > shown[0]:
                heapq.heapreplace(shown, entry)
    stats = tally.stats()
    return Review(
        stats=stats,
        bins=_bins(tally.confidence),
        failures={reason: failures[reason] for reason in stats.failures},
        articles=[record for _, _, record in sorted(shown, reverse=True)],
    )


def _bins(confidence: Iterable[float]) -> tuple[int, ...]:
    counts = Counter(min(int(value * BINS), BINS - 1) for value in confidence)
    return tuple(counts[place] for place in range(BINS))
