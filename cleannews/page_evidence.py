"""The numbers of a page as a whole by which it is judged (:mod:`cleannews.judgement`)."""

from __future__ import annotations

import math
from itertools import compress
from operator import mul
from typing import TYPE_CHECKING

from cleannews.label.lone_lines import LONE_LINE
from cleannews.label.measures import count_words
from cleannews.label.rules.archive_frames import ARCHIVE_FRAME
from cleannews.labels import IN_TEXT, Kind, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.article import Block
    from cleannews.fields import Fields
    from cleannews.label.labelled import Labelled

EVIDENCE = (
    "kept_chars", "kept_blocks", "kept_share", "prose_share", "words_per_block", "longest_block",
    "prose_blocks", "links", "removed_prose", "headings", "list_items", "related_blocks", "promised_f1",
    "certainty", "headline",
    "headline_words", "published", "authors", "declared_article", "declared_other",
)  # fmt: skip
"""Numbers of a page that both regressions read."""

_ARTICLE_TYPES = ("NewsArticle", "BlogPosting", "ReportageNewsArticle", "OpinionNewsArticle", '"Article"')
_OTHER_TYPES = (
    '"Product"',
    "ItemList",
    "CollectionPage",
    "SearchResultsPage",
    "SoftwareApplication",
    '"Service"',
)

PROSE_WORDS = 12
"""Words from which on a block that ends like a sentence is prose, as when the regressions were fitted."""


def page_evidence(labelled: Labelled, fields: Fields) -> tuple[float, ...]:
    """Measure a page as a whole. Returns numbers as named by :data:`EVIDENCE`."""
    measures, blocks = labelled.context.measures, labelled.blocks
    chars, words = _of_the_page(blocks, measures.chars), _of_the_page(blocks, measures.words)
    labels = [block.label for block in blocks]
    kept = list(compress(range(len(labels)), map(IN_TEXT.__contains__, labels)))
    prose = {i for i in compress(range(len(words)), measures.ended) if words[i] >= PROSE_WORDS}
    kept_prose = [i for i in kept if i in prose]
    kept_chars = sum([chars[i] for i in kept])
    prose_chars = sum([chars[i] for i in kept_prose])
    all_prose = sum([chars[i] for i in prose])
    kept_words = [words[i] for i in kept]
    total = sum(chars) or 1
    count = len(kept) or 1
    return (
        math.log1p(kept_chars),
        math.log1p(len(kept)),
        kept_chars / total,
        prose_chars / (kept_chars or 1),
        math.log1p(sum(kept_words) / count),
        math.log1p(max(kept_words, default=0)),
        math.log1p(len(kept_prose)),
        _linked_chars(labelled, chars) / total,
        (all_prose - prose_chars) / (all_prose or 1),
        sum(1 for i in kept if labels[i] is Label.SUBHEADING and blocks[i].reason != LONE_LINE) / count,
        sum(1 for i in kept if labels[i] is Label.LIST_ITEM) / count,
        math.log1p(labels.count(Label.RELATED)),
        *_promised(labelled.scores, words, kept),
        *_found(labelled, fields),
        *_declared(labelled),
    )


def _linked_chars(labelled: Labelled, chars: Sequence[int]) -> float:
    """The characters inside links; of text dumps only Markdown has links, the ones fitted on had none."""
    if labelled.page.kind is not Kind.HTML:
        return 0.0
    shares = labelled.context.measures.link_share
    return sum([share * size for share, size in zip(shares, chars, strict=True) if share])


def _promised(scores: Sequence[float], words: Sequence[int], kept: Sequence[int]) -> tuple[float, float]:
    """The word F1 that the scores promise of what was kept, and the share of words that they leave open."""
    promised = sum(map(mul, scores, words))
    right = sum([scores[i] * words[i] for i in kept])
    taken = sum([words[i] for i in kept])
    doubts = [score if score < 0.5 else 1.0 - score for score in scores]  # noqa: PLR2004 - even chances
    both = (promised + taken) or 1.0
    return 2 * right / both, sum(map(mul, doubts, words)) / both


def _found(labelled: Labelled, fields: Fields) -> tuple[float, float, float, float]:
    """Whether the page shows its headline, the words of it, and whether it has a date and an author."""
    headline = labelled.context.headline
    return (
        float(headline.block >= 0),
        math.log1p(count_words(headline.text or "")),
        float(fields.published is not None),
        float(bool(fields.authors)),
    )


def _of_the_page(blocks: Sequence[Block], counts: Sequence[int]) -> Sequence[int]:
    """Count nothing of what a web archive put around the page."""
    if all(block.reason != ARCHIVE_FRAME for block in blocks):
        return counts
    return [
        0 if block.reason == ARCHIVE_FRAME else count for count, block in zip(counts, blocks, strict=True)
    ]


def _declared(labelled: Labelled) -> tuple[float, float]:
    """Whether the page declares itself an article, and whether something else."""
    hints = labelled.page.hints
    kinds = " ".join(meta.content.casefold() for meta in hints.metas if meta.name == "og:type")
    article = "article" in kinds or any(kind in script for script in hints.jsonld for kind in _ARTICLE_TYPES)
    other = "product" in kinds or any(kind in script for script in hints.jsonld for kind in _OTHER_TYPES)
    return float(article), float(other)
