"""Numbers of a block by itself: its characters, words, shape and what the rules said of it."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import accumulate, repeat
from operator import add
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cleannews.label.features.arrays import parted
from cleannews.label.features.characters import CLASSES, count_classes
from cleannews.label.language import stop_words
from cleannews.label.lexicon import load_lexicon
from cleannews.labels import Label
from cleannews.read.page import Join

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cleannews.label.context import Context, Verdict
    from cleannews.label.features.arrays import Arrays

Matrix = NDArray[np.float32]
Column = NDArray[np.float64]
Indices = NDArray[np.int64]
Octets = NDArray[np.uint8]
Flags = NDArray[np.bool_]

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
_BORDERS = tuple(accumulate((_SCALARS, *[len(CLASSES)] * 3, len(ELEMENTS), len(_LABELS))))
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
    counts, first, last = count_classes(context.measures.columns.text)
    rows = np.arange(len(first))
    scalars, shares, firsts, lasts, elements, spoken, seen = parted(out, _BORDERS)
    for place, column in enumerate(_scalars(context, arrays)):
        scalars[:, place] = column
    np.divide(counts, np.maximum(counts.sum(axis=1, keepdims=True), 1.0), out=shares)
    firsts[rows, first] = 1.0
    lasts[rows, last] = 1.0
    _mark_elements(context, elements)
    _mark_spoken(verdicts, spoken)
    given = np.cumsum(spoken.T[_SEEN_COLUMNS] > _SEEN_FLOOR, axis=1)
    seen.T[:] = np.log1p(np.arange(len(rows) + 1, dtype=np.float32))[given]


_ALONE = Join.NONE  # looked up once: a member costs as much as a comparison


def _scalars(context: Context, arrays: Arrays) -> tuple[ArrayLike, ...]:
    columns, keys = context.measures.columns, context.measures.keys
    openings = [key[:_OPENING].rstrip() for key in keys]
    stopwords, site_words, overlap, cohesion = _word_columns(context, openings)
    counted = Counter(keys)
    strong, hidden, gap, indent = (
        np.array(column, np.float32) if any(column) else np.zeros(len(column), np.float32)
        for column in (columns.strong_chars, columns.hidden, columns.gap, columns.indent)
    )
    return (
        np.log1p(arrays.chars) / 6.0,
        np.log1p(arrays.words) / 4.0,
        np.log1p(arrays.stops) / 2.0,
        arrays.ended,
        arrays.links,
        arrays.link_known,
        np.minimum(strong / np.maximum(arrays.chars, 1.0), 1.0),
        hidden,
        np.minimum(arrays.chars / arrays.words, 20.0) / 10.0,
        stopwords,
        stopwords.any(),
        np.log([counted[key] for key in keys]) if len(counted) < len(keys) else 0.0,
        overlap,
        _in_description(context),
        *_in_jsonld(context, openings),
        [join is not _ALONE for join in columns.join],
        np.minimum(gap, 6) / 3.0,
        np.minimum(indent, 20) / 10.0,
        site_words,
        cohesion,
    )


_OPENING = 200
"""Characters of a block in which its words are looked at: enough to tell prose."""


def _mark_elements(context: Context, table: Matrix) -> None:
    tags = context.measures.columns.tag
    numbers = np.fromiter(map(_ELEMENT.get, tags, repeat(-1)), np.int64, len(tags))
    rows = np.flatnonzero(numbers >= 0)
    table[rows, numbers[rows]] = 1.0


def _mark_spoken(verdicts: Iterable[Verdict], table: Matrix) -> None:
    width = len(_LABELS)
    strongest: dict[int, float] = {}
    for index, label, _, confidence, _ in verdicts:
        place = index * width + _LABELS[label]
        if confidence > strongest.get(place, 0.0):
            strongest[place] = confidence
    places = np.fromiter(strongest, np.int64, len(strongest))
    table[places // width, places % width] = np.fromiter(strongest.values(), np.float32, len(strongest))


_STOP, _SITE, _HEADLINE = 1, 2, 4
"""Bits of what a word may be: a stop word, a word that sites use of themselves, one of the headline."""

_TOPICAL_CHARS = 5
"""Shorter words are mostly small words, in all scripts that space their words."""
_TOPICAL_WORDS = 6
"""Blocks of fewer words are furniture or headings; their words say little of the topic."""


@lru_cache(maxsize=64)
def _known_words(language: str) -> Mapping[str, int]:
    """Load what the shipped lists know of the words of a language, as bits."""
    stops = stop_words().get(language, frozenset())
    site = load_lexicon().words["site"]
    return {word: _STOP * (word in stops) | _SITE * (word in site) for word in stops | site}


def _word_columns(context: Context, openings: Sequence[str]) -> tuple[Column, Column, Column, Column]:
    """Measure the words of each block, a word that stands twice in one counted once.

    All words of the page are numbered and counted as arrays, since pages have thousands.

    Args:
        context: The page under labelling.
        openings: The words of each block that are looked at, single spaces between them.

    Returns:
        Stop words by the root of the number of words (prose has them, menus and names do not), the same of
        words that sites use of themselves, the share of the headline's words that a block has, and its
        cohesion: the share of its long words that other long blocks have too. Paragraphs of one article share
        their names and terms, teasers and notices do not (Hearst 1997, "TextTiling", section 4).
    """
    words = " ".join(openings).split()
    spaces = map(str.count, openings, repeat(" "))
    sizes = np.fromiter(map(add, spaces, map(bool, openings)), np.int64, len(openings))
    places: dict[str, int] = {}
    numbers = np.fromiter(map(places.setdefault, words, range(len(words))), np.int64, len(words))
    rows, numbers = _distinct(np.repeat(np.arange(len(sizes)), sizes), numbers)
    headline = frozenset((context.headline.text or "").casefold().split())
    uses, is_long = _looked_up(places, headline, context.language or "")
    used = uses[numbers]
    stops, site, named = (_count(rows[(used & bit) > 0], sizes) for bit in (_STOP, _SITE, _HEADLINE))
    roots = np.sqrt(np.maximum(sizes, 1))
    topical = is_long[numbers] & (np.array(context.measures.words) >= _TOPICAL_WORDS)[rows]
    rows, numbers = rows[topical], numbers[topical]
    shared = rows[np.bincount(numbers)[numbers] > 1]
    cohesion = _count(shared, sizes) / np.maximum(_count(rows, sizes), 1)
    return stops / roots, site / roots, named / (len(headline) or 1), cohesion


def _distinct(rows: Indices, numbers: Indices) -> tuple[Indices, Indices]:
    """Keep one of equal pairs; ``np.unique`` takes four times as long for it."""
    base = len(numbers) + 1
    pairs = np.sort(rows * base + numbers)
    first = np.ones(len(pairs), dtype=np.bool_)
    np.not_equal(pairs[1:], pairs[:-1], out=first[1:])
    rows, numbers = np.divmod(pairs[first], base)
    return rows, numbers


def _count(rows: Indices, blocks: Indices) -> Indices:
    """Count how often each block occurs."""
    return np.bincount(rows, minlength=len(blocks))


def _looked_up(places: Mapping[str, int], headline: frozenset[str], language: str) -> tuple[Octets, Flags]:
    """Tell what the words of a page are, as bits, and which of them are long.

    Args:
        places: The first place of every word, in order.
        headline: The words of the headline.
        language: ISO 639-1 code, empty if not known.

    Returns:
        One entry a place; those where a word stands again are 0.
    """
    count = len(places)
    firsts = np.fromiter(places.values(), np.int64, count)
    sizes = np.fromiter(map(len, places), np.int64, count)
    uses = np.zeros((int(firsts[-1]) if count else 0) + 1, dtype=np.uint8)
    is_long = np.zeros(len(uses), dtype=np.bool_)
    is_long[firsts] = sizes >= _TOPICAL_CHARS
    known = _known_words(language)
    told = list(known.keys() & places.keys())
    uses[[places[word] for word in told]] = [known[word] for word in told]
    uses[[places[word] for word in headline if word in places]] |= _HEADLINE
    return uses, is_long


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


def _in_jsonld(context: Context, openings: Sequence[str]) -> tuple[list[bool] | float, float]:
    """Whether a block's beginning stands in the ``articleBody`` that the page declares."""
    bodies = [text for text in context.page.hints.jsonld if '"articleBody"' in text]
    if not bodies:
        return 0.0, 0.0
    written = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), " ".join(bodies))
    body = "".join(written.casefold().split())
    return [_stands_in(body, opening) for opening in openings], 1.0


_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
"""How programs write letters beyond ASCII into JSON."""


def _stands_in(body: str, opening: str) -> bool:
    """Tell whether the first characters of a block stand in a text without spaces."""
    start = opening[: 2 * _SNIPPET].replace(" ", "")[:_SNIPPET]  # no two spaces stand in a row
    return len(start) == _SNIPPET and start in body
