"""Numbers of a block by itself: its characters, words, shape and what the rules said of it."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cleannews.label.features.characters import CLASSES, count_classes
from cleannews.labels import Label
from cleannews.read.page import Join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleannews.label.context import Context, Verdict

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

NAMES = (
    "chars", "words", "stops", "ended", "link_share", "link_known", "strong_share", "hidden",
    "word_length", "stopword_share", "stopwords_known", "repeats", "headline_overlap", "in_description",
    "in_jsonld_body", "jsonld_body_known", "joined", "gap", "indent",
    *(f"share_{name}" for name in CLASSES),
    *(f"first_{name}" for name in CLASSES),
    *(f"last_{name}" for name in CLASSES),
    *(f"element_{tags[0]}" for tags in ELEMENTS),
    *(f"rule_{label}" for label in Label),
)  # fmt: skip
"""Columns of :func:`own_columns`."""


def own_columns(context: Context, verdicts: Iterable[Verdict]) -> Matrix:
    """Measure every block by itself.

    Args:
        context: The page under labelling.
        verdicts: What the rules said; their confidence becomes a column per label.

    Returns:
        Shape (blocks, columns), columns as in :data:`NAMES`.
    """
    segments = context.page.segments
    counts, first, last = count_classes([segment.text for segment in segments])
    width = len(CLASSES)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1.0)
    return np.hstack(
        [
            _scalars(context),
            shares,
            _one_hot(first, width),
            _one_hot(last, width),
            _elements(context),
            _spoken(verdicts, len(segments)),
        ]
    ).astype(np.float32)


def _scalars(context: Context) -> Matrix:
    segments, measures = context.page.segments, context.measures
    chars = np.array(measures.chars, dtype=np.float32)
    words = np.maximum(np.array(measures.words, dtype=np.float32), 1.0)
    links = [-1.0 if share is None else share for share in measures.link_share]
    strong = np.array([segment.strong_chars for segment in segments]) / np.maximum(chars, 1.0)
    stopwords = _stopword_shares(context)
    counted: dict[str, int] = {}
    for key in measures.keys:
        counted[key] = counted.get(key, 0) + 1
    columns = [
        np.log1p(chars) / 6.0,
        np.log1p(words) / 4.0,
        np.log1p(np.array(measures.stops)) / 2.0,
        np.array(measures.ended),
        np.maximum(links, 0.0),
        np.array(links) >= 0.0,
        np.minimum(strong, 1.0),
        np.array([segment.hidden for segment in segments]),
        np.minimum(chars / words, 20.0) / 10.0,
        stopwords,
        np.full(len(chars), bool(stopwords.any())),
        np.log(np.array([counted[key] for key in measures.keys])),
        _overlap(context),
        _in_description(context),
        *_in_jsonld(context),
        np.array([segment.join is not Join.NONE for segment in segments]),
        np.minimum(np.array([segment.gap for segment in segments]), 6) / 3.0,
        np.minimum(np.array([segment.indent for segment in segments]), 20) / 10.0,
    ]
    return np.column_stack(columns).astype(np.float32)


def _one_hot(values: NDArray[np.int64], width: int) -> Matrix:
    return np.asarray(values[:, None] == np.arange(width), dtype=np.float32)


def _elements(context: Context) -> Matrix:
    numbers = [_ELEMENT.get(segment.tag, len(ELEMENTS)) for segment in context.page.segments]
    return _one_hot(np.array(numbers, dtype=np.int64), len(ELEMENTS))


def _spoken(verdicts: Iterable[Verdict], count: int) -> Matrix:
    table = np.zeros((count, len(_LABELS)), dtype=np.float32)
    for verdict in verdicts:
        column = _LABELS[verdict.label]
        table[verdict.index, column] = max(table[verdict.index, column], verdict.confidence)
    return table


@lru_cache(maxsize=1)
def _stopwords() -> dict[str, frozenset[str]]:
    text = (files("cleannews.label") / "data" / "stopwords.json").read_text(encoding="utf-8")
    return {language: frozenset(words.split()) for language, words in json.loads(text).items()}


def _stopword_shares(context: Context) -> Matrix:
    """Different stop words per word: prose has them, menus and names do not."""
    known = _stopwords().get(context.language or "", frozenset())
    measures = context.measures
    if not known:
        return np.zeros(len(measures.keys), dtype=np.float32)
    found = [len(known.intersection(key.split())) for key in measures.keys]
    return np.array(found, dtype=np.float32) / np.sqrt(np.maximum(measures.words, 1.0)).astype(np.float32)


def _overlap(context: Context) -> list[float]:
    """Share of the headline's words that a block has."""
    headline = set((context.headline.text or "").casefold().split())
    if not headline:
        return [0.0] * len(context.measures.keys)
    return [len(headline.intersection(key.split())) / len(headline) for key in context.measures.keys]


_DESCRIPTIONS = ("description", "og:description", "twitter:description")


def _in_description(context: Context) -> list[bool]:
    """Whether a block begins like the page's own description."""
    described = [" ".join(meta.content.casefold().split()) for meta in context.page.hints.metas if meta.name in _DESCRIPTIONS]
    if not described:
        return [False] * len(context.measures.keys)
    return [len(key) > _SNIPPET and any(key[:_SNIPPET] in text for text in described) for key in context.measures.keys]


_SNIPPET = 30
"""Characters that make a coincidence unlikely."""


def _in_jsonld(context: Context) -> tuple[list[float], list[bool]]:
    """Whether a block's beginning stands in the ``articleBody`` that the page declares."""
    keys = context.measures.keys
    bodies = [text for text in context.page.hints.jsonld if '"articleBody"' in text]
    if not bodies:
        return [0.0] * len(keys), [False] * len(keys)
    body = "".join(" ".join(bodies).casefold().split())
    found = []
    for key in keys:
        start = "".join(key.split())[:_SNIPPET]
        found.append(float(start in body) if len(start) == _SNIPPET else 0.0)
    return found, [True] * len(keys)
