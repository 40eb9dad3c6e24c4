"""Numbers of a block by itself: its characters, words, shape and what the rules said of it."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cleannews.label.features.characters import CLASSES, count_classes
from cleannews.label.language import stop_words
from cleannews.label.lexicon import load_lexicon
from cleannews.labels import Label
from cleannews.read.page import Join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cleannews.label.context import Context, Verdict
    from cleannews.label.features.arrays import Arrays

Matrix = NDArray[np.float32]

_LABELS = {label: number for number, label in enumerate(Label)}

ELEMENTS = (
    ("p",), ("h1",), ("h2",), ("h3",), ("h4", "h5", "h6"), ("li", "dd", "dt"), ("td", "th", "tr"),
    ("blockquote", "q"), ("pre", "code"), ("figcaption", "caption"), ("a",), ("span",), ("div",),
    ("button", "select", "option", "label", "textarea", "input", "legend"), ("time",), ("address",),
    ("section", "article", "main", "body"),
)  # fmt: skip
"""Groups of a block's own element; a block of another element has none."""

_ELEMENT = {tag: number for number, tags in enumerate(ELEMENTS) for tag in tags}

SEEN = (
    Label.TITLE, Label.BYLINE, Label.DATELINE, Label.RELATED, Label.SHARE, Label.NEWSLETTER,
    Label.COMMENTS, Label.LEGAL,
    Label.CONSENT, Label.TAGS, Label.AUTHOR_BIO,
)  # fmt: skip
"""Labels that part a page: what follows a comment heading or a second byline is seldom the article."""

_SEEN_COLUMNS = [_LABELS[label] for label in SEEN]
_SEEN_FLOOR = 0.5
"""Confidence from which a verdict counts as given."""

NAMES = (
    "chars", "words", "stops", "ended", "link_share", "link_known", "strong_share", "hidden",
    "word_length", "stopword_share", "stopwords_known", "repeats", "headline_overlap", "in_description",
    "in_jsonld_body", "jsonld_body_known", "joined", "gap", "indent", "site_words", "cohesion",
    *(f"share_{name}" for name in CLASSES),
    *(f"first_{name}" for name in CLASSES),
    *(f"last_{name}" for name in CLASSES),
    *(f"element_{tags[0]}" for tags in ELEMENTS),
    *(f"rule_{label}" for label in Label),
    *(f"seen_{label}" for label in SEEN),
)  # fmt: skip
"""Columns of :func:`fill_own`."""

_SCALARS = NAMES.index(f"share_{CLASSES[0]}")
_BORDERS = np.cumsum([_SCALARS, *[len(CLASSES)] * 3, len(ELEMENTS), len(_LABELS)])
"""Where the groups of columns end: numbers, shares of characters, first and last, element, rules."""


def fill_own(context: Context, arrays: Arrays, verdicts: Iterable[Verdict], out: Matrix) -> None:
    """Measure every block by itself.

    Args:
        context: The page under labelling.
        arrays: Its measures.
        verdicts: What the rules said; their confidence becomes a column per label, and so does how
            often a label was given up to a block.
        out: Filled in place, all zeros before; shape (blocks, columns), columns as in :data:`NAMES`.
    """
    counts, first, last = count_classes([segment.text for segment in context.page.segments])
    rows = np.arange(len(first))
    scalars, shares, firsts, lasts, elements, spoken, seen = np.split(out, _BORDERS, axis=1)
    for place, column in enumerate(_scalars(context, arrays)):
        scalars[:, place] = column
    np.divide(counts, np.maximum(counts.sum(axis=1, keepdims=True), 1.0), out=shares)
    firsts[rows, first] = 1.0
    lasts[rows, last] = 1.0
    _mark_elements(context, elements)
    _mark_spoken(verdicts, spoken)
    given = np.cumsum(spoken[:, _SEEN_COLUMNS] > _SEEN_FLOOR, axis=0)
    seen[:] = np.log1p(np.arange(len(rows) + 1, dtype=np.float32))[given]


def _scalars(context: Context, arrays: Arrays) -> tuple[ArrayLike, ...]:
    segments, keys = context.page.segments, context.measures.keys
    words = [key[:_OPENING].split() for key in keys]
    stopwords, site_words, overlap = _known_words(context, words)
    counted = Counter(keys)
    strong = np.array([segment.strong_chars for segment in segments])
    return (
        np.log1p(arrays.chars) / 6.0,
        np.log1p(arrays.words) / 4.0,
        np.log1p(arrays.stops) / 2.0,
        arrays.ended,
        arrays.links,
        arrays.link_known,
        np.minimum(strong / np.maximum(arrays.chars, 1.0), 1.0),
        [segment.hidden for segment in segments],
        np.minimum(arrays.chars / arrays.words, 20.0) / 10.0,
        stopwords,
        any(stopwords),
        np.log([counted[key] for key in keys]) if len(counted) < len(keys) else 0.0,
        overlap,
        _in_description(context),
        *_in_jsonld(context, words),
        [segment.join is not Join.NONE for segment in segments],
        np.minimum([segment.gap for segment in segments], 6) / 3.0,
        np.minimum([segment.indent for segment in segments], 20) / 10.0,
        site_words,
        _cohesion(context, words),
    )


_OPENING = 200
"""Characters of a block in which its words are looked at: enough to tell prose."""


def _mark_elements(context: Context, table: Matrix) -> None:
    for row, segment in enumerate(context.page.segments):
        if segment.tag in _ELEMENT:
            table[row, _ELEMENT[segment.tag]] = 1.0


def _mark_spoken(verdicts: Iterable[Verdict], table: Matrix) -> None:
    strongest: dict[tuple[int, int], float] = {}
    for verdict in verdicts:
        place = (verdict.index, _LABELS[verdict.label])
        strongest[place] = max(verdict.confidence, strongest.get(place, 0.0))
    for place, confidence in strongest.items():
        table[place] = confidence


def _known_words(
    context: Context, words: Sequence[Sequence[str]]
) -> tuple[list[float], list[float], list[float]]:
    """Stop words, words of sites and words of the headline in each block.

    Returns:
        Different stop words by the root of the number of words (prose has them, menus and names do not), the
        same of words that sites use of themselves, and the share of the headline's words that a block has.
    """
    stops = stop_words().get(context.language or "", frozenset())
    site = load_lexicon().words["site"]
    headline = frozenset((context.headline.text or "").casefold().split())
    told = list(map((stops | site | headline).intersection, words))
    roots = [sqrt(len(block)) if some else 1.0 for some, block in zip(told, words, strict=True)]
    size = len(headline) or 1
    return (
        [len(stops.intersection(some)) / root for some, root in zip(told, roots, strict=True)],
        [len(site.intersection(some)) / root for some, root in zip(told, roots, strict=True)],
        [len(headline.intersection(some)) / size if some else 0.0 for some in told],
    )


_TOPICAL_CHARS = 5
"""Shorter words are mostly small words, in all scripts that space their words."""
_TOPICAL_WORDS = 6
"""Blocks of fewer words are furniture or headings; their words say little of the topic."""


def _cohesion(context: Context, words: Sequence[Sequence[str]]) -> list[float]:
    """Share of a block's long words that other long blocks have too.

    Paragraphs of one article share their names and terms, teasers and notices do not (lexical cohesion:
    Hearst 1997, "TextTiling", section 4).
    """
    counts = context.measures.words
    topics = [
        {word for word in block if len(word) >= _TOPICAL_CHARS} if count >= _TOPICAL_WORDS else _NOTHING
        for block, count in zip(words, counts, strict=True)
    ]
    blocks = Counter(chain.from_iterable(topics))
    shared = {word for word, count in blocks.items() if count > 1}
    return [len(topic & shared) / len(topic) if topic else 0.0 for topic in topics]


_NOTHING: frozenset[str] = frozenset()


_DESCRIPTIONS = ("description", "og:description", "twitter:description")


def _in_description(context: Context) -> list[bool] | float:
    """Whether a block begins like the page's own description."""
    described = "\n".join(
        " ".join(meta.content.casefold().split())
        for meta in context.page.hints.metas
        if meta.name in _DESCRIPTIONS
    )
    if not described:
        return 0.0
    return [len(key) > _SNIPPET and key[:_SNIPPET] in described for key in context.measures.keys]


_SNIPPET = 30
"""Characters that make a coincidence unlikely."""


def _in_jsonld(context: Context, words: Sequence[Sequence[str]]) -> tuple[list[float] | float, float]:
    """Whether a block's beginning stands in the ``articleBody`` that the page declares."""
    bodies = [text for text in context.page.hints.jsonld if '"articleBody"' in text]
    if not bodies:
        return 0.0, 0.0
    body = "".join(" ".join(bodies).casefold().split())
    found = []
    for block in words:
        start = "".join(block)[:_SNIPPET]
        found.append(float(len(start) == _SNIPPET and start in body))
    return found, 1.0
