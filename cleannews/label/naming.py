"""What a removed block is that no rule named: by its shape, and in a dump by how it begins and ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.lexicon import load_lexicon, mask_digits
from cleannews.label.measures import fold
from cleannews.label.rules.bylines import names_only
from cleannews.label.rules.date_lines import names_day
from cleannews.label.rules.scene import CASE_BORDER, is_bordered
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cleannews.label.context import Context

_HEADLINE_WORDS = range(5, 25)
"""Length of a teaser headline in words; shorter links are menus."""

_MOSTLY = 0.5
"""More link than not."""

BY_SHAPE = frozenset({"not_article_text", "headline_outside", "link_outside", "phrase_start"})
"""Reasons of blocks that no rule named, and that an island may give back."""

_REACH = range(-3, 13)
"""Places around the headline where its byline, date and picture stand."""
_DATED_WORDS = 14
_CAPTION_WORDS = 45
_PHRASE_WORDS = range(2, 6)
_UNSPACED_PHRASE = range(2, 13)
"""Characters of phrases in scripts that do not space their words."""
_TELLING = 5
"""From so many on, one is enough: two short ones in a row are a bar of links, one begins a headline."""
_FURNITURE = frozenset({Label.NAVIGATION, Label.CONSENT, Label.SHARE, Label.NEWSLETTER, Label.LEGAL})

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./]\d\d(?!\d)|\d:\d\d")
_SIGNED = re.compile(r"[.!?…]\s(?P<name>[^\W\d_][^.,:;!?\d]{0,20}\.?(?:\s[^\s.,:;!?\d]{1,20}\.?){1,3})$")


_KEPT_TAGS = {
    "li": Label.LIST_ITEM,
    "dd": Label.LIST_ITEM,
    "dt": Label.LIST_ITEM,
    "blockquote": Label.QUOTE,
    "q": Label.QUOTE,
    "td": Label.TABLE,
    "th": Label.TABLE,
    "tr": Label.TABLE,
    "h1": Label.SUBHEADING,
    "h2": Label.SUBHEADING,
    "h3": Label.SUBHEADING,
    "h4": Label.SUBHEADING,
    "h5": Label.SUBHEADING,
    "h6": Label.SUBHEADING,
}


def kept_label(context: Context, index: int, otherwise: Label = Label.BODY) -> Label:
    """Return what a kept block is by its element; another label where the element does not tell."""
    return _KEPT_TAGS.get(context.page.segments[index].tag, otherwise)


def name_removed(context: Context, index: int) -> tuple[Label, str]:
    """Name a removed block that no rule named.

    Args:
        context: The page.
        index: The block.

    Returns:
        Its label and the reason.
    """
    measures = context.measures
    links, words = measures.link_share[index], measures.words[index]
    if words > 1 and context.page.kind is Kind.TEXT:
        told = _told_by_text(context, index)
        if told is not None:
            return told
    linked = links is None or links > _MOSTLY
    if words in _HEADLINE_WORDS and not measures.ended[index] and linked:
        return Label.RELATED, "headline_outside"
    if words < _HEADLINE_WORDS.start and links is not None and linked:
        return Label.NAVIGATION, "link_outside"
    return Label.OTHER, "not_article_text"


def _told_by_text(context: Context, index: int) -> tuple[Label, str] | None:
    """Name a block of two words or more of a dump, which has no elements to tell what it is."""
    words, ended = context.measures.words[index], context.measures.ended[index]
    if words <= _CAPTION_WORDS and not ended and index - context.headline.block in _REACH:
        if words <= _DATED_WORDS and _is_dated(context, index):
            opens = context.measures.keys[index].split(" ", 1)[0].rstrip(":") in _openers()
            return (Label.BYLINE, "dated_byline") if opens else (Label.DATELINE, "dated_line")
        if _is_signed(context.page.segments[index].text):
            return Label.CAPTION, "signed_caption"
    if words < _HEADLINE_WORDS.stop:
        label = _told_by_beginning(context, index)
        if label is not None:
            return label, "phrase_start"
    return None


def _openers() -> frozenset[str]:
    return load_lexicon().words["byline"]


def _is_dated(context: Context, index: int) -> bool:
    """Tell whether a line shows a day with its year or time, and beside it nothing but names and offices."""
    key = context.measures.keys[index]
    if not _YEAR.search(key) or not names_day(key, load_lexicon().words["month"]):
        return False
    return names_only(context.page.segments[index].text)


def _is_signed(text: str) -> bool:
    """Tell whether a sentence is followed by a name: ``The quay at noon. Ann Lee``."""
    found = _SIGNED.search(text)
    return found is not None and all(word[0].isupper() for word in found["name"].split())


def _told_by_beginning(context: Context, index: int) -> Label | None:
    """Find what the line would be whose phrase a block begins with: ``Skip to content Harbour Post``."""
    text, key = context.page.segments[index].text, context.measures.keys[index]
    if text.startswith("©") and _YEAR.search(text):  # without a year it is a picture's credit
        return Label.LEGAL
    if context.measures.ended[index]:
        return None
    if is_bordered(text):
        key = fold(CASE_BORDER.sub(" ", text))
    lexicon, first = load_lexicon(), key.partition(" ")[0]
    lines = lexicon.lines
    if first == key:
        return _two_phrases(key, lines)
    if mask_digits(first) not in lexicon.words["line_start"]:
        return None
    words = mask_digits(key).split(" ", _PHRASE_WORDS.stop)
    starts = [" ".join(words[:count]) for count in reversed(_PHRASE_WORDS)]
    found = next((lines[start] for start in starts if start in lines), None)
    return found if found in _FURNITURE else None


def _two_phrases(key: str, lines: Mapping[str, Label]) -> Label | None:
    """Find the label of the first of two phrases with which a line begins that has no spaces."""
    if key.isascii():
        return None
    first = next((count for count in reversed(_UNSPACED_PHRASE) if key[:count] in lines), 0)
    rest = key[first:]
    if not first or (first < _TELLING and not any(rest[:count] in lines for count in _UNSPACED_PHRASE)):
        return None
    return lines[key[:first]] if lines[key[:first]] in _FURNITURE else None
