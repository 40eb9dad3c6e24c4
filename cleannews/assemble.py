"""Fourth stage: labelled blocks and resolved fields become the :class:`~cleannews.article.Article`."""

from __future__ import annotations

import hashlib
import math
import re
from typing import TYPE_CHECKING

from cleannews.article import Article, FrozenMap, Link, Paragraph
from cleannews.fields.urls import absolute
from cleannews.judgement import judge
from cleannews.label.measures import fold_line, weigh_words
from cleannews.labels import IN_TEXT, Kind, Label
from cleannews.read.letters import FIRST_CJK
from cleannews.read.page import Join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.article import Block
    from cleannews.fields import Fields
    from cleannews.label.labelled import Labelled
    from cleannews.read.page import Decoded, Page, Segment


def assemble(
    labelled: Labelled, fields: Fields, *, decoded: Decoded, url: str | None, input_sha256: str
) -> Article:
    """Put an article together; nothing is decided here that a block does not already say.

    Args:
        labelled: The page with a label for every block.
        fields: Title, authors, dates and the other resolved values.
        decoded: The input as text, and how it was decoded.
        url: The address the caller gave, or the download's.
        input_sha256: Digest of the input bytes (of the UTF-8 form if it was a string).
    """
    page = labelled.page
    paragraphs = join_paragraphs(page, labelled.blocks)
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    judgement = judge(labelled, fields, text)
    return Article(
        text=text,
        status=judgement.status,
        confidence=judgement.confidence,
        article_score=judgement.article_score,
        kind=page.kind,
        input_sha256=input_sha256,
        title=fields.title,
        paragraphs=paragraphs,
        description=fields.description,
        subtitle=fields.subtitle,
        authors=fields.authors,
        published=fields.published,
        modified=fields.modified,
        language=labelled.context.language,
        site_name=fields.site_name,
        url=url,
        canonical_url=fields.canonical_url,
        section=fields.section,
        breadcrumbs=fields.breadcrumbs,
        tags=fields.tags,
        dateline=fields.dateline,
        image=fields.image,
        images=fields.images,
        related=_related(page, labelled.blocks, base=fields.base),
        comment_counts=FrozenMap(labelled.comment_counts),
        is_free=fields.is_free,
        word_count=weigh_words(text, text.count(" ") + len(paragraphs)),
        warnings=tuple(map(str, (*page.warnings, *fields.warnings))),
        sources=FrozenMap(fields.sources),
        encoding=decoded.encoding,
        encoding_source=decoded.encoding_source,
        truncated=page.truncated,
        template_id=labelled.template_id,
        fingerprint=_fingerprint(text),
        blocks=labelled.blocks,
    )


def _fingerprint(text: str) -> str:
    """Digest the folded text; its white space is single spaces and the blank lines between paragraphs."""
    if not text:
        return ""
    folded = fold_line(text.replace("\n\n", " "))
    return hashlib.sha256(folded.encode("utf-8", "replace")).hexdigest()[:16]


def join_paragraphs(page: Page, blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """Join the blocks that are part of the text into paragraphs.

    A block that was cut from the one before it (a sentence of a one-line dump, a piece of a glued run)
    continues its paragraph if both are kept under the same label. So does a cell that of the one before it in
    the same row of a table.
    """
    groups: list[list[int]] = []
    kept = [block for block in blocks if block.label in IN_TEXT and block.text]
    rows = (
        page.containers.nearest("tr", inside="table") if any(block.label is _CELL for block in kept) else ()
    )
    for block in kept:
        last = blocks[groups[-1][-1]] if groups else block
        if groups and (
            _continues(page.segments[block.index], block, last) or _is_beside(page, rows, block, last)
        ):
            groups[-1].append(block.index)
        else:
            groups.append([block.index])
    return tuple([_paragraph(page, blocks, group) for group in groups])


_ALONE, _CELL = Join.NONE, Label.TABLE  # looked up once: a member costs as much as a comparison
_CELL_CHARS = 100
"""A longer cell is a paragraph: old pages set their columns with tables."""


def _is_beside(page: Page, rows: Sequence[int], block: Block, last: Block) -> bool:
    """Tell whether two blocks are cells of one row (HTML)."""
    if not rows or block.label is not _CELL or last.label is not _CELL:
        return False
    cell = page.segments[block.index].container
    if max(len(block.text), len(last.text)) > _CELL_CHARS or cell == page.segments[last.index].container:
        return False  # two lines of one cell
    row = rows[cell]
    return row >= 0 and row == rows[page.segments[last.index].container]


def _continues(segment: Segment, block: Block, last: Block) -> bool:
    return (
        segment.join is not _ALONE
        and last.index == block.index - 1
        and last.label is block.label
        and block.label is not Label.SUBHEADING
    )


def _paragraph(page: Page, blocks: Sequence[Block], group: Sequence[int]) -> Paragraph:
    first, last = blocks[group[0]], blocks[group[-1]]
    if len(group) == 1:
        return Paragraph(first.label, first.text, tuple(group), first.start, first.end)
    pieces = [first.text]
    for index in group[1:]:
        glued = page.segments[index].join is Join.GLUED or _is_unspaced(blocks[index - 1], blocks[index])
        pieces.append(blocks[index].text if glued else f" {blocks[index].text}")
    return Paragraph(first.label, "".join(pieces), tuple(group), first.start, last.end)


def _is_unspaced(last: Block, block: Block) -> bool:
    """Tell whether nothing stands between two sentences of a script that writes no space there."""
    touching = block.start is not None and block.start == last.end
    return touching and any(char >= FIRST_CJK for char in last.text[-_STOP_CHARS:])


_STOP_CHARS = 3
"""Characters of a full stop and the marks that close a quotation behind it."""


def _related(page: Page, blocks: Sequence[Block], *, base: str | None) -> tuple[Link, ...]:
    """List the removed teaser headlines, each once; an address stays as written if nothing makes it whole."""
    related = Label.RELATED  # looking a member up costs more than the comparison
    found = [block for block in blocks if block.label is related and block.reason not in _NOT_HEADLINES]
    if page.kind is Kind.TEXT:
        found = _in_company(found, blocks)
    seen: dict[str, Link] = {}
    for block, text in zip(found, _without_ranks(list(map(_headline, found))), strict=True):
        if text and text not in seen:
            href = page.segments[block.index].href
            seen[text] = Link(text, (absolute(href, base=base) or href) if href else href)
    return tuple(seen.values())


def _without_ranks(texts: list[str]) -> list[str]:
    """Headlines without the numbers that count them from one on, as lists of what is read most do.

    >>> _without_ranks(["1. Mayor resigns", "2 Ferry sails", "3 ships collide", "10 walks by the sea"])
    ['Mayor resigns', 'Ferry sails', 'ships collide', '10 walks by the sea']
    >>> _without_ranks(["1 ship sinks", "Ferry sails"])
    ['1 ship sinks', 'Ferry sails']
    """
    ranks = [int(found[1]) if (found := _RANK.match(text)) else 0 for text in texts]
    counted = {at for at in range(1, len(ranks)) if ranks[at] > 1 and ranks[at - 1] == ranks[at] - 1}
    counted |= {at - 1 for at in counted if ranks[at - 1] == 1}
    return [_RANK.sub("", text) if at in counted else text for at, text in enumerate(texts)]


_RANK = re.compile(r"([1-9]|1\d|20)[.)]?\s{1,4}(?=\S)")


def _in_company(found: Sequence[Block], blocks: Sequence[Block]) -> list[Block]:
    """Leave out what its shape alone makes a headline, and that stands by itself: bylines, menus, forms.

    Directly behind the text a headline may stand alone.
    """
    end = max((block.index for block in blocks if block.label.in_text), default=-1)
    places = [-math.inf, *(block.index for block in found), math.inf]
    kept = []
    for block, before, behind in zip(found, places, places[2:], strict=False):
        near = min(block.index - before, behind - block.index) <= _NEAR_BY or block.index == end + 1
        if block.reason != "headline_outside" or (near and _SIGNS.isdisjoint(block.text)):
            kept.append(block)
    return kept


_NEAR_BY = 3
"""Blocks between headlines of a list of teasers: departments, times and excerpts stand there."""
_SIGNS = frozenset("@|©")

_NOT_HEADLINES = frozenset({"related_phrase", "related_word"})
"""Reasons that name the heading over a list of teasers, not a teaser."""

_OPENERS = re.compile(r"[:：»›>|→►▶]\s{0,9}")
"""What stands between "Read more" and the headline (:mod:`cleannews.label.lexicon`)."""
_OPENER_CHARS = 60


def _headline(block: Block) -> str:
    """The headline of a teaser, without the "Read more:" before it."""
    if block.reason != "inline_teaser":
        return block.text
    text = block.text.lstrip(_BULLETS)
    found = _OPENERS.search(text, 0, _OPENER_CHARS)
    headline = (text[found.end() :] if found else "") or text
    opened = sum(map(headline.count, "([")) >= sum(map(headline.count, ")]"))
    return headline if opened else headline.rstrip(")]")


_BULLETS = " >»›→►▶*•-–(["
