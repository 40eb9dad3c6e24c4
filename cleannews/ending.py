"""How a text ends: as a whole article does, at a paywall, or where somebody cut it off."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cleannews.label.measures import count_words, ends_sentence
from cleannews.label.rules.paywalls import PAYWALL
from cleannews.labels import Kind, Label
from cleannews.read.small_words import LEADING_WORDS

if TYPE_CHECKING:
    from cleannews.fields import Fields
    from cleannews.label.labelled import Labelled

STUB_WORDS = 250
"""A page that is not free and shows fewer words than this is a stub: teasers of paywalled articles end after
two or three paragraphs."""

_PROSE_WORDS = 12

_WALL_TIMES = 2
"""What stands more often is the badge of teasers: fourteen times on a page of fundus_dev."""

_WALL_REACH = 8
"""Blocks behind the last paragraph within which a line stands that is said of it, and not of a teaser."""

_CUT_WORDS, _CUT_AT_WORD, _CUT_SOURCE = 20, 8, 8
"""Words of a paragraph from which on a missing full stop tells: by itself; with a last word that no sentence
ends with; where the source itself breaks off. Of texts made of the first paragraphs of fundus_dev (2,711) and
wcxb_dev (46,195, many of them lists) 6 and 49 end in such a paragraph that is whole, of the whole articles
none of 124 and 4 of 791; of texts cut at random 68 % do."""

_LOST = frozenset({"headline_outside", "not_article_text"})
"""Reasons of a cut sentence that was removed behind the text since it has no full stop."""

_FRAGMENT_WORDS = 4
"""Words behind the last stop, colon or quotation: fewer are a name, a source, an abbreviation."""

_STOP = re.compile(r"[.!?…:;)\]\"”“»«]\s")
_TAIL = 2_000
"""Characters at the end of a source in which a closed page closes."""


def breaks_off(labelled: Labelled, fields: Fields, text: str) -> bool:
    """Tell whether a text is the beginning of an article only.

    Args:
        labelled: The page with its blocks.
        fields: Its resolved fields.
        text: The article's text; not empty.

    Returns:
        Whether it ends in dots or in the midst of a sentence with nothing behind it, or is a paywalled stub.
    """
    if text.rstrip(" \"'”’»)]").endswith(("…", "...")):
        return True
    if fields.is_free is False and count_words(text) < STUB_WORDS:
        return True
    return _is_walled(labelled, text) or _is_cut(labelled, text)


def _is_walled(labelled: Labelled, text: str) -> bool:
    """Tell whether a short text ends at a line that says it goes on for who pays."""
    blocks, segments = labelled.blocks, labelled.page.segments
    noted = [block for block in blocks if block.reason == PAYWALL.id and not segments[block.index].hidden]
    if not noted or count_words(text) >= STUB_WORDS:
        return False
    times = Counter(block.text for block in noted)
    walls = [block.index for block in noted if times[block.text] <= _WALL_TIMES]
    words = labelled.context.measures.words
    kept = [block.index for block in blocks if block.label.in_text and words[block.index] >= _PROSE_WORDS]
    last = max(kept, default=-1)
    return any(0 < wall - last <= _WALL_REACH for wall in walls)


def _is_cut(labelled: Labelled, text: str) -> bool:
    """Tell whether a text stops in the midst of a sentence because the input does."""
    page = labelled.page
    last = next(block for block in reversed(labelled.blocks) if block.text or block.raw.strip())
    lost = last.reason in _LOST and last.index > 0 and labelled.blocks[last.index - 1].label.in_text
    if not (lost or last.label is Label.BODY) or (page.kind is Kind.HTML and not _is_open(page.source)):
        return False
    paragraphs = text.split("\n\n")
    before, end = (paragraphs, last.text) if lost else (paragraphs[:-1], paragraphs[-1])
    if 3 * sum(map(ends_sentence, before)) < 2 * len(before):
        return False
    if not end or (lost and not _hangs(end)):
        return False
    return stops_midway(end, _CUT_SOURCE if page.kind is Kind.HTML else _CUT_WORDS)


def _hangs(paragraph: str) -> bool:
    return paragraph.rsplit(maxsplit=1)[-1].casefold() in LEADING_WORDS


def _is_open(source: str) -> bool:
    """Tell whether the source of a page ends inside a text or a tag."""
    tail = source[-_TAIL:].rstrip()
    return not tail.endswith(">") and "</html" not in tail.lower() and "</body" not in tail.lower()


def stops_midway(paragraph: str, words: int) -> bool:
    """Tell whether a paragraph of a cased script stops in the midst of a sentence.

    Args:
        paragraph: The last one of a text.
        words: So many it has at least; fewer do if the last is one that no sentence ends with.

    >>> stops_midway("It rained. The river rose by two metres in the", 20)
    True
    >>> stops_midway("The council of the island, by Mara Field", 20)
    False
    """
    if not (paragraph[-1].islower() or paragraph[-1] == ","):
        return False
    found = paragraph.split()
    least = min(words, _CUT_AT_WORD) if _hangs(paragraph) else words
    fragment = _STOP.split(paragraph)[-1].split()
    return len(found) >= least and len(fragment) >= _FRAGMENT_WORDS
