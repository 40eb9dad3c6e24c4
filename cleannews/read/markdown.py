"""Markdown marks: what a line is, and its text without link, heading and emphasis marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleannews.read.marks import WRITTEN_DAY

_LABEL = r"\[((?:[^\[\]]|\[[^\[\]]{0,100}\]){0,600})\]"
_TARGET = (
    r"\(\s{0,3}<?([^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500}){0,3})>?"
    r"(?:\s{1,3}(?:\"[^\"]{0,600}\"|'[^']{0,600}'))?\s{0,3}\)"
)
_LINK = re.compile(rf"(!?){_LABEL}(?:{_TARGET}|\[([^\[\]]{{0,60}})\])")
_STRAY_END = re.compile(rf"\]{_TARGET}")
_STRAY_START = re.compile(r"!?\[(?![^\[\]]{0,600}\])")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,1000})>")
_UNDERSCORE = re.compile(r"(?<![\w])_(?=\S)([^_\n]{1,400})(?<=\S)_(?!\w)")
_STAR = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,400})(?<=\S)\*(?![\w*])")
_CODE = re.compile(r"`{1,3}([^`\n]{1,400})`{1,3}")
_ESCAPABLE = "\\`*_{}[]()#+.!<>~|-\"'$^&@"
_ESCAPE = re.compile(rf"\\([{re.escape(_ESCAPABLE)}])")
_STAND_INS = {char: chr(0xFDD0 + place) for place, char in enumerate(_ESCAPABLE)}
_STOOD_FOR = str.maketrans({stand_in: char for char, stand_in in _STAND_INS.items()})
"""Noncharacters stand in for escaped signs while marks are taken out; one in a dump is dropped anyway."""

_INLINE = (("<", _AUTOLINK), ("_", _UNDERSCORE), ("*", _STAR), ("`", _CODE))
_HASHES = re.compile(r"(?:^|(?<=\s))#{1,6}\s+|\s#{1,6}$")

_HEADING = re.compile(r"(#{1,6})(?:\s+|$)")
_BULLET = re.compile(r"(?:[*+-](?:\s+|$))+")
_ORDERED = re.compile(r"\d{1,3}[.)]\s+")
_QUOTE = re.compile(r"(?:>\s?)+")
_RULE = re.compile(r"(?:[*_-]\s?){3,200}$|[|:\s-]{3,400}$")
_DEFINITION = re.compile(r"\[[^\[\]]{1,60}\]:\s+(\S{1,2000})")
_TABLE_BARS = re.compile(r"\s?\|\s?")


class Mark(NamedTuple):
    """What a line of markdown starts with."""

    tag: str
    """``h1``-``h6``, ``li``, ``blockquote``, ``hr``, ``table``, ``definition`` or ``""``."""
    size: int
    """Characters of the mark."""


class Inline(NamedTuple):
    """A block's text without marks, and what the marks told."""

    text: str
    link_chars: int
    strong_chars: int
    href: str | None
    opens: bool
    """Holds the beginning of a link that ends in a later block."""
    closes: bool
    """Holds the end of a link that began in an earlier block."""


def mark_of(text: str) -> Mark:
    """Tell what a line starts with.

    >>> [mark_of(line) for line in ("## Rain", "* Home", "It rained.")]
    [Mark(tag='h2', size=3), Mark(tag='li', size=2), Mark(tag='', size=0)]
    """
    first = text[0]
    if first not in _FIRSTS:
        return _NO_MARK
    if first == "#":
        heading = _HEADING.match(text)
        return Mark(f"h{len(heading.group(1))}", heading.end()) if heading else _NO_MARK
    if _RULE.match(text):
        return Mark("hr", len(text))
    if first == ">":
        quote = _QUOTE.match(text)
        return Mark("blockquote", quote.end() if quote else 0)
    if first in "|[":
        found = Mark("table" if first == "|" else "definition", 0)
        return found if first == "|" or _DEFINITION.match(text) else _NO_MARK
    item = _BULLET.match(text) or (None if WRITTEN_DAY.match(text) else _ORDERED.match(text))
    return Mark("li", item.end()) if item else _NO_MARK


_NO_MARK = Mark("", 0)
_FIRSTS = frozenset("#>|[*+-_0123456789:")


def reduce(text: str) -> Inline:
    """Reduce a block to its text.

    >>> reduce("the [river](https://example.com/r) _rose_ by **two** metres")[:4]
    ('the river rose by two metres', 5, 3, 'https://example.com/r')
    """
    if not _MARKS.search(text):
        return Inline(text, 0, 0, None, opens=False, closes=False)
    definition = _DEFINITION.match(text)
    if definition:
        return Inline("", 0, 0, definition.group(1), opens=False, closes=False)
    escaped = "\\" in text
    if escaped:
        text = _ESCAPE.sub(_stand_in, text)
    state = _Links()
    if "[" in text or "]" in text:
        text = _LINK.sub(state.label, text)
        text, ends = _STRAY_END.subn(state.stray_end, text)
        text, starts = _STRAY_START.subn(" ", text)
    else:
        starts = ends = 0
    text, strong = _without_strong(text)
    if "#" in text:
        text = _HASHES.sub("", text)
    for sign, pattern in _INLINE:
        if sign in text:
            text = pattern.sub(r"\1", text)
    if escaped:
        text = text.translate(_STOOD_FOR)
    return Inline(text, state.chars, strong, state.href, opens=starts > 0, closes=ends > 0)


_MARKS = re.compile(r"[\[\]*_`\\<#]")


def _stand_in(found: re.Match[str]) -> str:
    return _STAND_INS[found[1]]


class _Links:
    """Collects what the link marks of one block tell while they are taken out."""

    def __init__(self) -> None:
        self.chars = 0
        self.href: str | None = None

    def label(self, found: re.Match[str]) -> str:
        image, label, target, _ = found.groups()
        if image:
            return " "
        inner = (
            _LINK.sub(lambda inside: " " if inside.group(1) else inside.group(2), label)
            if "[" in label
            else label
        )
        bare = _HASHES.sub("", inner) if "#" in inner else inner
        self.chars += len("".join(bare.replace("**", "").replace("_", "").split()))
        self.href = self.href or target or None
        return inner

    def stray_end(self, found: re.Match[str]) -> str:
        self.href = self.href or found.group(1) or None
        return " "


def _without_strong(text: str) -> tuple[str, int]:
    """Take ``**`` out and count the non-space characters between pairs of them."""
    if "**" not in text:
        return text, 0
    parts = text.split("**")
    inside = parts[1::2] if len(parts) % 2 else parts[1:-1:2]
    return "".join(parts), sum(len("".join(part.split())) for part in inside)


def without_bars(text: str) -> str:
    """Take the bars of a table row out.

    >>> without_bars("| Goals | 3 |")
    'Goals 3'
    """
    return _TABLE_BARS.sub(" ", text).strip()
