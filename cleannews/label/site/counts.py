"""A template ready for use: on how many pages each fingerprint stands, copies of one article counted once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from cleannews.label.site.sketch import PageSketch
    from cleannews.label.site.words import Hashes

_SIGNS = 64
"""Numbers of a signature; the likeness it tells is off by .05 (MinHash, Broder 1997)."""

ALIKE = 0.7
"""Pages whose prose shares so many of its runs are one article: other numbers, a paragraph more."""

_LEAST_PROSE = 20
"""Runs of prose by which pages are compared; of a page with less all runs count."""

_MULTIPLIERS = (np.arange(1, _SIGNS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)) | np.uint64(1)


class Table(NamedTuple):
    """On how many pages each fingerprint stands."""

    hashes: Hashes
    """Sorted."""
    counts: NDArray[np.int32]

    def look_up(self, wanted: Hashes) -> NDArray[np.int32]:
        """Return the count of each, 0 for one that is not there."""
        if not len(self.hashes):
            return np.zeros(len(wanted), dtype=np.int32)
        places = np.minimum(np.searchsorted(self.hashes, wanted), len(self.hashes) - 1)
        return np.where(self.hashes[places] == wanted, self.counts[places], 0).astype(np.int32)


class Places(NamedTuple):
    """Where on which articles' pages each run stands: columns in the order of the runs."""

    runs: Hashes
    """Sorted."""
    articles: NDArray[np.int32]
    words: NDArray[np.int32]
    """Words before it on its page."""

    def times(self, wanted: Hashes) -> NDArray[np.int64]:
        """Return how often each stands on all pages together."""
        found: NDArray[np.int64] = np.searchsorted(self.runs, wanted, "right") - np.searchsorted(
            self.runs, wanted
        )
        return found

    def of(self, run: int) -> list[tuple[int, int]]:
        """Return where a run stands: the article, and the words before it."""
        first, last = (int(np.searchsorted(self.runs, run, side)) for side in ("left", "right"))
        return list(zip(self.articles[first:last].tolist(), self.words[first:last].tolist(), strict=True))


class Article(NamedTuple):
    """Pages that show one article, and all that stands on them."""

    keys: frozenset[str]
    runs: Hashes
    """Sorted, each once."""
    lines: Hashes
    """Sorted, each once."""


class Counts(NamedTuple):
    """What a template knows, by article."""

    articles: tuple[Article, ...]
    signatures: Hashes
    """Of all pages: shape (pages, signs)."""
    owners: tuple[int, ...]
    """The article of each of these pages."""
    runs: Table
    lines: Table
    places: Places

    def own(self, sketch: PageSketch) -> int | None:
        """Return the number of the article that a page shows, if the template has learned from it."""
        for number, article in enumerate(self.articles):
            if sketch.key in article.keys:
                return number
        if not self.articles:
            return None
        alike = (self.signatures == signature(sketch)).mean(axis=1)
        closest = int(alike.argmax())
        return self.owners[closest] if alike[closest] >= ALIKE else None


def count(sketches: Sequence[PageSketch]) -> Counts:
    """Count on how many articles' pages each fingerprint stands.

    Args:
        sketches: Of different pages, in the order of their keys.
    """
    signatures = np.array([signature(sketch) for sketch in sketches], dtype=np.uint32).reshape(-1, _SIGNS)
    owners = _grouped(signatures)
    articles = tuple(
        _article([sketch for sketch, owner in zip(sketches, owners, strict=True) if owner == article])
        for article in range(len(set(owners)))
    )
    runs, lines = ([getattr(article, column) for article in articles] for column in ("runs", "lines"))
    return Counts(articles, signatures, owners, _table(runs), _table(lines), _places(sketches, owners))


def signature(sketch: PageSketch) -> Hashes:
    """Return the smallest hashes of a page's prose under 64 hash functions."""
    runs = sketch.runs
    edges = np.append(sketch.starts, len(runs)).astype(np.int64)
    sizes = edges[1:] - edges[:-1]
    prose = runs[np.repeat(sketch.prose, sizes)]
    if len(prose) >= _LEAST_PROSE:
        runs = prose
    if not len(runs):
        return np.full(_SIGNS, len(sketch.lines), dtype=np.uint32)
    mixed = np.multiply.outer(_MULTIPLIERS, runs.astype(np.uint64) + np.uint64(1))
    smallest: Hashes = (mixed >> np.uint64(32)).astype(np.uint32).min(axis=1)
    return smallest


def _grouped(signatures: Hashes) -> tuple[int, ...]:
    """Number the articles of pages: whoever is like one page of an article belongs to it."""
    owners = list(range(len(signatures)))
    for index in range(len(signatures)):
        alike = np.flatnonzero((signatures[:index] == signatures[index]).mean(axis=1) >= ALIKE)
        joined = {owners[other] for other in alike}
        if joined:
            first = min(joined)
            owners = [first if one in joined or at == index else one for at, one in enumerate(owners)]
    numbers = {owner: number for number, owner in enumerate(sorted(set(owners)))}
    return tuple(numbers[owner] for owner in owners)


def _article(group: Sequence[PageSketch]) -> Article:
    return Article(
        frozenset(sketch.key for sketch in group),
        _each_once([sketch.runs for sketch in group]),
        _each_once([sketch.lines for sketch in group]),
    )


def _each_once(columns: Sequence[Hashes]) -> Hashes:
    """Sort hashes, each once; 0 stands for none."""
    found: Hashes = np.unique(np.concatenate(columns))
    return found[1:] if len(found) and found[0] == 0 else found


def _table(columns: Sequence[Hashes]) -> Table:
    if not columns:
        return Table(np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.int32))
    hashes, counts = np.unique(np.concatenate(columns), return_counts=True)
    return Table(hashes, counts.astype(np.int32))


def _places(sketches: Sequence[PageSketch], owners: Sequence[int]) -> Places:
    if not sketches:
        nothing = np.zeros(0, dtype=np.int32)
        return Places(np.zeros(0, dtype=np.uint32), nothing, nothing)
    runs = np.concatenate([sketch.runs for sketch in sketches])
    order = np.argsort(runs, kind="stable")
    sizes = [len(sketch.runs) for sketch in sketches]
    articles = np.repeat(np.array(owners, dtype=np.int32), sizes)
    words = np.concatenate([np.arange(size, dtype=np.int32) for size in sizes])
    return Places(runs[order], articles[order], words[order])
