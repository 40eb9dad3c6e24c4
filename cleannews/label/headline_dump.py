"""The headline of a text dump, where nothing is marked: every line is weighed by place, shape and repetition."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.masthead import SEPARATOR, squeeze
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cleannews.label.measures import Measures
    from cleannews.read.page import Page


class Found(NamedTuple):
    """A title, the evidence for it, and the block that shows it."""

    text: str
    source: str
    block: int


class Candidate(NamedTuple):
    """A line (or wrapped lines) that may be the headline."""

    text: str
    block: int
    features: tuple[float, ...]
    """In the order of :data:`FEATURES`."""


WEIGHTS = {
    "short": -1.51,
    "long": -1.22,
    "very_long": -0.88,
    "theme": 2.62,
    "distance": -0.04,
    "prose_before": -1.65,
    "prose_first": 3.07,
    "numbered": -0.34,
    "dated_next": -0.15,
    "dated_soon": 2.08,
    "bullet": 0.06,
    "heading": 2.96,
    "outdented": 1.69,
    "full_stop": -2.65,
    "dated": 0.48,
    "credit": -1.05,
    "seen_later": 0.2,
    "seen_before": 0.81,
    "of_title_line": 1.6,
    "like_title_line": 3.1,
    "title_line": -0.01,
    "lone": 2.23,
    "standfirst_next": 0.49,
    "digits": -0.6,
    "crumbs": -0.87,
    "three_words": -1.12,
    "pure_credit": -0.33,
}
"""What is known of a line, and how much it weighs.

A conditional logit (McFadden 1974: which line of a page is chosen, given all of them) fitted on 1,484 dumps of
three development corpora in seven layouts, L2 0.003. Held-out sites, the right line first: 0.85 where the dump
begins with the page's ``<title>`` (oracle 0.97), 0.70-0.73 where it does not (inscriptis, lynx; oracle 0.95).
"""

FEATURES = tuple(WEIGHTS)

_MIN_WORDS, _MAX_WORDS = 2, 40
"""Words of a headline; longer ones are paragraphs, a single one is a section name."""
_BODY_WORDS = 25
"""A block of so many words that ends like a sentence is body text."""
_MAX_PROSE_BEFORE = 0.4
"""Share of the page's prose before which the headline is looked for: consent notices and teasers stand there."""
_MAX_LINES = 100
"""Candidates that are weighed: the last ones of them."""
_THEME_CHARS = 8_000
_TITLE_LINES = 3
"""Lines at the top of a dump that may be the page's ``<title>``."""
_WRAPPED_CHARS = 55
"""A heading at least so long that the dump's width may have broken it."""
_MIN_THEME_CHARS = 4
"""Shorter words are function words in most languages."""

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
_LIKE = 0.4
"""Share of words below which a line is no other form of the ``<title>`` line."""
_DATE_CHARS = 120
_DATED = re.compile(r"(?:19|20)\d\d\b|\d[.:h]\d\d\b|年\d|\b(?:ago|hace|vor|il y a)\b")
_BY = re.compile(r"(?:by|von|par|por|di|door|av|af|autor|text|автор|oleh|yazan|文|記者)\b")
_NUMBERED = re.compile(r"(?:#\s?)?\d{1,3}[.):]\s|[A-D][.)]\s|[•▪▶►–—-]\s")
_CRUMBS = re.compile(r"\s[>›»/|]\s.{1,60}\s[>›»/|]\s|\S>\S")
_CREDIT = re.compile(
    r"©|\b(?:foto|photo|photograph|picture|image|bild|quelle|credit|crédit|getty|reuters|afp|dpa|archiv|symbolbild)\b",
    re.IGNORECASE,
)


def dump_title(page: Page, measures: Measures) -> Found | None:
    """Find the headline of a dump: the line with the greatest weight.

    Returns:
        The title, or ``None`` for a dump that has no line of a headline's shape.
    """
    lines = candidates(page, measures)
    if not lines:
        return None
    best = max(lines, key=lambda line: (_weigh(line.features), -line.block))
    return Found(best.text, _source(best), best.block)


def _weigh(features: Sequence[float]) -> float:
    return round(sum(weight * value for weight, value in zip(WEIGHTS.values(), features, strict=True)), 6)


def _source(line: Candidate) -> str:
    told = dict(zip(FEATURES, line.features, strict=True))
    if told["of_title_line"] or (told["title_line"] and told["seen_later"]):
        return "repeated_line"
    if told["title_line"]:
        return "first_line"
    return "heading_mark" if told["heading"] else "shape"


def candidates(page: Page, measures: Measures) -> list[Candidate]:
    """All lines that may be the headline, with what is known of them."""
    prose = _Prose.of(measures)
    places = _places(measures.keys)
    title_lines = [i for i, words in enumerate(measures.words[:_TITLE_LINES]) if words >= _MIN_WORDS][:1]
    titles = _Titles.of(page, title_lines)
    wanted = [i for i, before in enumerate(prose.before) if before <= _MAX_PROSE_BEFORE][-_MAX_LINES:]
    lines = []
    for index in sorted({*title_lines, *wanted}):
        if _MIN_WORDS <= measures.words[index] <= _MAX_WORDS and not page.segments[index].hidden:
            text = _unwrapped(page, index)
            features = _features(page, measures, index, text, prose=prose, titles=titles, places=places)
            lines.append(Candidate(text, index, features))
    return lines


class _Prose(NamedTuple):
    """Where the sentences of a page stand."""

    before: tuple[float, ...]
    """For each block the share of the page's prose that stands before it."""
    following: tuple[int, ...]
    """For each block the index of the next block of prose, itself included; the number of blocks if none follows."""
    theme: frozenset[str]
    """Words of the prose."""
    dated: tuple[bool, ...]
    """For each block whether it reads like a byline or a date."""

    @classmethod
    def of(cls, measures: Measures) -> _Prose:
        words = measures.words
        good = [n if n >= _BODY_WORDS and done else 0 for n, done in zip(words, measures.ended, strict=True)]
        total, seen = max(1, sum(good)), 0
        before = []
        for count in good:
            before.append(seen / total)
            seen += count
        following, place = [], len(good)
        for index in range(len(good) - 1, -1, -1):
            place = index if good[index] else place
            following.append(place)
        text = " ".join(key for key, count in zip(measures.keys, good, strict=True) if count)[:_THEME_CHARS]
        return cls(
            tuple(before), tuple(reversed(following)), _tokens(text), tuple(map(_is_dated, measures.keys))
        )


class _Titles(NamedTuple):
    """The ``<title>`` line of a dump and its parts."""

    line: int
    words: frozenset[str]
    parts: frozenset[str]
    """Squeezed stems that are left if a part of it is cut."""

    @classmethod
    def of(cls, page: Page, title_lines: Sequence[int]) -> _Titles:
        if not title_lines:
            return cls(-1, frozenset(), frozenset())
        text = page.segments[title_lines[0]].text
        stems = [
            stem
            for match in SEPARATOR.finditer(text)
            for stem in (text[: match.start()], text[match.end() :])
        ]
        return cls(title_lines[0], _tokens(text.casefold()), frozenset(map(squeeze, stems)) - {""})


def _places(keys: Sequence[str]) -> Mapping[str, tuple[int, int]]:
    """Folded line -> its first and last place."""
    places: dict[str, tuple[int, int]] = {}
    for index, key in enumerate(keys):
        if key:
            places[key] = (places[key][0] if key in places else index, index)
    return places


def _features(
    page: Page,
    measures: Measures,
    index: int,
    text: str,
    *,
    prose: _Prose,
    titles: _Titles,
    places: Mapping[str, tuple[int, int]],
) -> tuple[float, ...]:
    segment, count = page.segments[index], measures.words[index]
    bare = squeeze(text)
    words = _tokens(text.casefold())
    telling = [word for word in words if len(word) >= _MIN_THEME_CHARS or not word.isascii()]
    first, last = places.get(measures.keys[index], (index, index))
    dated = [
        len(key) < _DATE_CHARS and _DATED.search(key) is not None
        for key in measures.keys[index + 1 : index + 6]
    ]
    wrapped = page.layout is Layout.WRAPPED
    both = len(words & titles.words)
    likeness = 2 * both / max(1, len(words) + len(titles.words)) if titles.line not in {-1, index} else 0.0
    return (
        float(count <= 4),
        float(count > 18),
        float(count > 26),
        sum(word in prose.theme for word in telling) / max(1, len(telling)),
        math.log1p(prose.following[index] - index),
        prose.before[index],
        float(prose.before[index] == 0),
        float(bool(_NUMBERED.match(text))),
        float(any(dated[:1])),
        float(any(dated)),
        float(segment.tag == "li"),
        float(segment.tag == "h1"),
        float(wrapped and segment.indent == 0),
        float(text.endswith((".", "。", ":", "…", ","))),
        float(prose.dated[index]),
        float(bool(_CREDIT.search(text))),
        float(last > index),
        float(first < index and first != titles.line),
        float(bare in titles.parts or (first == titles.line != index)),
        likeness if likeness > _LIKE else 0.0,
        float(index == titles.line),
        float(segment.gap > 0 and (index + 1 == len(page.segments) or page.segments[index + 1].gap > 0)),
        float(index + 1 < len(measures.words) and measures.words[index + 1] > max(12, count)),
        sum(map(str.isdigit, bare)) / max(1, len(bare)),
        float(bool(_CRUMBS.search(text))),
        float(count < 4),
        float(bool(_CREDIT.match(text))),
    )


def _unwrapped(page: Page, index: int) -> str:
    """A heading that the width of a wrapped dump broke: it starts at the margin, and so do the lines it goes on in."""
    text = page.segments[index].text
    if page.layout is not Layout.WRAPPED or page.segments[index].indent:
        return text
    last = text
    for segment in page.segments[index + 1 : index + 4]:
        if segment.gap or segment.indent or len(last) < _WRAPPED_CHARS:
            break
        last = segment.text
        text = f"{text} {last}"
    return text


def _is_dated(key: str) -> bool:
    """Whether a short line tells a year, a time of day, or opens like a byline."""
    if len(key) >= _DATE_CHARS:
        return False
    return _BY.match(key) is not None or (not key.isalpha() and _DATED.search(key) is not None)


def _tokens(text: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(text))
