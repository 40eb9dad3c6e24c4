"""Lines become blocks: wrapped lines and pieces of paragraphs are joined, everything else stays apart."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from cleannews.read.layout import Traits, is_full
from cleannews.read.marks import drop_link_numbers
from cleannews.read.normal import normalise
from cleannews.read.page import Join, Layout, Segment
from cleannews.read.rejoin import Joiner, is_ended, seam
from cleannews.read.unwrap import Speller, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.lines import Line

_UNDERLINE = re.compile(r"(?:={3,200}|-{3,200}|~{3,200})$")
_LEVELS = {"=": "h1", "-": "h2", "~": "h3"}
_UNDERLINE_SLACK = 3
_LYNX_INDENT = 3
_LYNX_SHARE = 0.3
_TAIL = 4
"""Pieces of a paragraph that are looked at to judge the next one."""

_FIRST_LINE_INDENT = 8


def blocks_of(source: str, lines: Sequence[Line], traits: Traits) -> Iterator[Segment]:
    """Join lines to blocks.

    Args:
        source: The dump.
        lines: Its lines, cut at glued borders, marks taken off.
        traits: How the dump was made.
    """
    speller = Speller(line.text for line in lines)
    heading_indent = _heading_indent(lines, traits)
    plain = heading_indent < 0 and not traits.numbered
    for group in _groups(lines, traits):
        if plain and len(group) == 1:
            text, start, end, gap, indent, tag, _, join = group[0]
            yield _segment(
                (
                    normalise(text),
                    source[start:end],
                    start,
                    end,
                    tag,
                    *_NO_LINKS,
                    gap,
                    indent,
                    join or Join.NONE,
                    "",
                )
            )
        else:
            yield _block(source, group, speller, traits, heading_indent)


_segment = partial(tuple.__new__, Segment)
"""Makes a segment from its fourteen fields in half the time that ``Segment(...)`` takes."""

_NO_LINKS = (-1, None, 0, None, False)
"""``container``, ``link_chars``, ``strong_chars``, ``href``, ``hidden`` of a text dump without link marks."""


def _groups(lines: Sequence[Line], traits: Traits) -> Iterator[list[Line]]:
    group: list[Line] = []
    joiner = Joiner(line.text for line in lines)
    base_gap = traits.base_gap
    last = len(lines) - 1
    for index, line in enumerate(lines):
        if group:
            if line.gap <= base_gap and line.join is None and line.text and not line.tag and group[-1].text:
                beyond = lines[index + 1].text if index < last and lines[index + 1].gap <= base_gap else ""
                if _continues(group, line, beyond, traits, joiner):
                    group.append(line)
                    continue
            yield group
        group = [line]
    if group:
        yield group


def _continues(group: Sequence[Line], line: Line, beyond: str, traits: Traits, joiner: Joiner) -> bool:
    before = group[-1]
    if line.gap == 0 and line.text[0] in _LEVELS and _underlines(group, line):
        return True
    if traits.width and line.gap == 0 and _is_aligned(group, line) and is_full(before, line.text, traits):
        return True
    if traits.layout is Layout.WRAPPED and not traits.glued:
        return False
    if len(group) == 1:
        return joiner.hangs(before.text, line.text, beyond)
    return joiner.hangs(" ".join(part.text for part in group[-_TAIL:]), line.text, beyond)


def _is_aligned(group: Sequence[Line], line: Line) -> bool:
    """Tell whether a line stands where its block goes on: under it, or under a list item's text."""
    before = group[-1]
    if before.hang:
        return abs(before.indent + before.hang - line.indent) <= 1
    if len(group) == 1 and line.indent < before.indent <= line.indent + _FIRST_LINE_INDENT:
        return True
    return before.indent == line.indent


def _underlines(group: Sequence[Line], line: Line) -> bool:
    return (
        len(group) == 1
        and line.text[0] in _LEVELS
        and abs(len(line.text) - len(group[0].text)) <= _UNDERLINE_SLACK
        and _UNDERLINE.match(line.text) is not None
    )


def _heading_indent(lines: Sequence[Line], traits: Traits) -> int:
    """Return the indent of headings: lynx sets text at column 3 and headings at column 0; -1 if none."""
    if traits.layout is not Layout.WRAPPED:
        return -1
    indents = Counter(line.indent for line in lines)
    return (
        0
        if indents[_LYNX_INDENT] > _LYNX_SHARE * len(lines) and indents[0] < indents[_LYNX_INDENT] / 2
        else -1
    )


def _block(
    source: str, group: Sequence[Line], speller: Speller, traits: Traits, heading_indent: int
) -> Segment:
    first, last = group[0], group[-1]
    tag = first.tag
    texts = [line.text for line in group]
    if len(group) > 1 and len(texts[-1]) >= _UNDERLINE_SLACK and _underlines(group[:-1], last):
        tag = _LEVELS[texts.pop()[0]]
    elif first.indent == heading_indent and not tag and first.gap and not is_ended(texts[-1]):
        tag = "h2"
    links = None
    if traits.numbered:
        links = _links(texts)
        texts = [drop_link_numbers(text) for text in texts]
    text = texts[0] if len(texts) == 1 else _joined(texts, speller, traits)
    return Segment(
        normalise(text),
        source[first.start : last.end],
        first.start,
        last.end,
        tag,
        -1,
        links,
        0,
        None,
        False,  # noqa: FBT003 - a text dump hides nothing
        first.gap,
        first.indent,
        first.join or Join.NONE,
        "",
    )


def _joined(texts: Sequence[str], speller: Speller, traits: Traits) -> str:
    if traits.width:
        return unwrapped(texts, speller)
    parts = [texts[0]]
    for text in texts[1:]:
        parts.extend((seam(parts[-1], text), text) if parts[-1] else (text,))
    return "".join(parts)


_NUMBER = re.compile(r"\[\d{1,4}\](?=\S)")
_LINK_SIZE = 12


def _links(texts: Sequence[str]) -> int:
    """Estimate the characters inside links from lynx' numbers, which tell where a link starts, not its end.

    A block that starts with a link and is no sentence is one link; in running text a link has two words.
    """
    text = " ".join(texts)
    numbers = len(_NUMBER.findall(text))
    if not numbers:
        return 0
    size = len("".join(_NUMBER.sub("", text).split()))
    if _NUMBER.match(text) and not is_ended(text):
        return size
    return min(size, _LINK_SIZE * numbers)
