"""What came of a page as a whole: its status, how sure we are, whether it is an article at all.

Logistic regressions over the same few numbers of a page. ``article_score`` is the chance that the page is an
article and no listing, product, collection or service page; ``confidence`` is the chance that the text's word
F1 is at least .95, by a regression of its own for dumps of few blocks, which have next to nothing of what a
whole page has. ``training/judge.py`` fits them on pages that the labelling model had not seen; the
coefficients lie in ``judgement.json``.
"""

from __future__ import annotations

import json
import math
from functools import lru_cache
from importlib.resources import files
from itertools import compress
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from cleannews.ending import breaks_off
from cleannews.label.cut_lead import FEW_BLOCKS
from cleannews.label.error_pages import is_error_page
from cleannews.label.measures import count_words
from cleannews.label.signature import ends_signed
from cleannews.labels import Kind, Label, Status
from cleannews.page_evidence import EVIDENCE, PROSE_WORDS, page_evidence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cleannews.fields import Fields
    from cleannews.label.labelled import Labelled

ARTICLE_FLOORS = {Kind.HTML: 0.3, Kind.TEXT: 0.3}
"""``article_score`` under which a page is ``not_article``: of held-out pages, 4 % of the articles and 76 % of
listings, products, collections and services lie below it in HTML; 5 % and 76 % in text dumps."""

TINY_FLOOR = 0.0004
TINY_WORDS = 120
"""A dump of a title and so few words that nothing had to be removed from says little either way: below this
floor lie 3 % of such dumps made of articles' titles and first paragraphs (538 of WCXB and fundus), and four
of five made of the first lines of listings, products, collections and services that hold text."""

_BARE_PROSE = 2
"""Paragraphs from which a page without any furniture is judged by :data:`TINY_FLOOR`: the regression, fitted
on whole pages, looks for what stands around an article. Of the 915 HTML pages of wcxb_dev and fundus_dev none
is so bare."""

SMALL_FLOOR = 0.1
"""Floor of a small dump that is text for the most part. The regression, fitted on whole pages, gave fourteen
of 24 invented dumps less than .3, each three paragraphs and three teasers in another language; an address and
opening hours have .07."""
_SMALL_WORDS, _FIRST_LINES = 300, 8
"""Words of such a dump, and lines among which its headline stands. Whole pages have more."""
_TINY_BLOCKS = 3
"""Blocks of a title, a sentence and a button."""

_COPIES = frozenset({Label.ECHO, Label.EXCERPT, Label.BREADCRUMB, Label.COMMENTS})
"""What a scraper adds to an article."""

_SENTENCES = 3
"""Sentences of a paragraph: a block of six and more, as where nobody marked any, counts as several."""

_FRAGMENT_SHARE = 0.7
"""Share of the characters that is kept of a page without a head, which is judged so as well: share buttons,
captions and the footer of a feed are the rest. Listings keep less."""

_LEAST_WORDS = 5
"""Words of a text dump without any full stop from which it may be an article: ``null``, ``Hello``,
``{"a":"b"}`` are answers of programs. Set: a paragraph has more, or a full stop."""

BARE_CONFIDENCE = 0.94
"""Of a dump of a title and text from which nothing was removed. The regression, fitted on whole pages, says
next to 0. Measured on 4,040 dumps of title and first paragraphs of WCXB and fundus, as many with one, two,
three lines of furniture as without: of the 723 of which all was kept 94 % have a word F1 of .95 or more, 97 %
of those below 30 words, 94 % from 60 to 120, 88 % above 250."""


class Judgement(NamedTuple):
    """Status and scores."""

    status: Status
    confidence: float
    article_score: float


class Logistic(NamedTuple):
    """One fitted regression; inputs are standardised by ``mean`` and ``scale``."""

    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float

    def probability(self, evidence: Sequence[float]) -> float:
        """Return the probability, 0-1, rounded to four decimals."""
        logit = self.bias
        for value, mean, scale, weight in zip(evidence, self.mean, self.scale, self.weights, strict=True):
            logit += weight * (value - mean) / scale
        return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit)))), 4)


def judge(labelled: Labelled, fields: Fields, text: str) -> Judgement:
    """Judge a page by what was kept of it and what it says of itself.

    Args:
        labelled: The page with its blocks.
        fields: Its resolved fields.
        text: The article's text.

    Returns:
        The status, from the worst that holds: ``not_text``, ``empty``, ``not_article``, ``partial``, ``ok``.
    """
    page = labelled.page
    if not page.is_text:
        return Judgement(Status.NOT_TEXT, 0.0, 0.0)
    if not text:
        return Judgement(Status.PARTIAL if page.truncated else Status.EMPTY, 0.0, 0.0)
    fitted = load_regressions()[page.kind]
    evidence = page_evidence(labelled, fields)
    score, small = fitted["article"].probability(evidence), is_small(labelled)
    confidence = fitted["small" if small else "confidence"].probability(evidence)
    if _says_nothing(labelled, text) or is_error_page(fields.title or labelled.blocks[0].text, text):
        return Judgement(Status.NOT_ARTICLE, 0.0 if small else confidence, 0.0)
    bare, prose = _is_bare(labelled), _is_bare_prose(labelled)
    tiny = prose or (bare and count_words(text) <= TINY_WORDS)
    floor = TINY_FLOOR if tiny else _small_floor(labelled) or ARTICLE_FLOORS[page.kind]
    if score < floor:  # how sure a text is was counted on articles; lists of a few lines lie far from these
        return Judgement(Status.NOT_ARTICLE, round(confidence * score, 4) if small else confidence, score)
    if prose or (bare and _tells_itself(labelled)):
        confidence = max(confidence, BARE_CONFIDENCE)
    if page.truncated or breaks_off(labelled, fields, text):
        return Judgement(Status.PARTIAL, confidence, score)
    return Judgement(Status.OK, confidence, score)


def is_small(labelled: Labelled) -> bool:
    """Tell whether a text dump has so few blocks that it is no whole page: a scraper's, or a short text's."""
    return labelled.page.kind is Kind.TEXT and len(labelled.blocks) <= FEW_BLOCKS


def _says_nothing(labelled: Labelled, text: str) -> bool:
    """Tell whether a text dump is a word or two and no sentence."""
    return (
        labelled.page.kind is Kind.TEXT
        and count_words(text) < _LEAST_WORDS
        and not any(labelled.context.measures.ended)
    )


def _is_bare(labelled: Labelled) -> bool:
    """Tell whether a text dump holds a title or none, and text, and nothing else."""
    if labelled.page.kind is not Kind.TEXT:
        return False
    labels = [block.label for block in labelled.blocks]
    return (labels[0] is Label.TITLE or labels[0].in_text) and all(label.in_text for label in labels[1:])


def _tells_itself(labelled: Labelled) -> bool:
    """Tell whether nothing of a bare dump can be furniture: it has several blocks, or a headline."""
    return len(labelled.blocks) > 1 or labelled.context.headline.block >= 0


def _small_floor(labelled: Labelled) -> float | None:
    """The floor of a dump of few words that begins with its headline and is mostly text, else none.

    A dump that shows its headline twice is a scraper's.
    """
    measures = labelled.context.measures
    if labelled.page.kind is not Kind.TEXT or sum(measures.words) > _SMALL_WORDS:
        return None
    kept = [block.label.in_text for block in labelled.blocks]
    sentences = sum(map(mul, kept, measures.ended))
    fresh = [block.label not in _COPIES for block in labelled.blocks]
    headline = labelled.context.headline
    if not 0 <= headline.block < _FIRST_LINES or sentences < (_BARE_PROSE if len(kept) > _TINY_BLOCKS else 1):
        return None
    mostly = 2 * sum(compress(measures.chars, kept)) >= sum(compress(measures.chars, fresh))
    tiny = headline.echoes or len(kept) <= _TINY_BLOCKS
    return (TINY_FLOOR if tiny else SMALL_FLOOR) if mostly else None


def _is_bare_prose(labelled: Labelled) -> bool:
    """Tell whether an HTML page holds paragraphs of prose and, but for its first block, nothing else.

    Or little else where it has no head: the content of a post as feeds and interfaces give it.
    """
    if labelled.page.kind is not Kind.HTML:
        return False
    if not all(block.label.in_text for block in labelled.blocks[1:]) and not _is_fragment(labelled):
        return False
    measures = labelled.context.measures
    last = measures.ended[-1] or ends_signed(labelled.blocks[-1].text)
    prose = compress(zip(measures.words, measures.stops, strict=True), (*measures.ended[:-1], last))
    return (
        sum(min(words // PROSE_WORDS, max(stops // _SENTENCES, 1)) for words, stops in prose) >= _BARE_PROSE
    )


def _is_fragment(labelled: Labelled) -> bool:
    """Tell whether a page has no head, and most of its text is kept."""
    hints = labelled.page.hints
    if hints.title or hints.metas or hints.jsonld:
        return False
    chars = labelled.context.measures.chars
    kept = sum(size for size, block in zip(chars, labelled.blocks, strict=True) if block.label.kept)
    return kept >= _FRAGMENT_SHARE * sum(chars)


@lru_cache(maxsize=1)
def load_regressions() -> Mapping[Kind, Mapping[str, Logistic]]:
    """Load the shipped coefficients.

    Raises:
        ValueError: They were fitted for other evidence than this code computes.
    """
    stored = json.loads((files("cleannews") / "judgement.json").read_text(encoding="utf-8"))
    if tuple(stored["evidence"]) != EVIDENCE:
        raise ValueError(
            "judgement.json was fitted for other evidence; reinstall cleannews, or run the training"
        )
    return {
        kind: {
            name: Logistic(tuple(one["mean"]), tuple(one["scale"]), tuple(one["weights"]), one["bias"])
            for name, one in stored[kind.value].items()
        }
        for kind in Kind
    }
