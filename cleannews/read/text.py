"""Reads a text dump: finds out how it was made and cuts it into blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.labels import Kind
from cleannews.read.layout import layout_of, wrap_width
from cleannews.read.lines import lines_of
from cleannews.read.normal import normalise
from cleannews.read.page import NO_CONTAINERS, Hints, Join, Layout, Page, Segment

if TYPE_CHECKING:
    from cleannews.read.page import Limits

_MARK = re.compile(r"(?:[*+#•□☆○◦▪\-–>]|\(BUTTON\))(?=\s|$)\s*")
_CUT = re.compile(r"(?<=[^\W\d_][.!?])(?=[A-ZÄÖÜÉ])|(?<=[a-zäöüßé)])(?=[A-ZÄÖÜÉ][a-zäöüéß]{2})|(?<=[^\W\d_]{2}[.!?])\s+(?=[A-ZÄÖÜÉ„“\"])|(?<=[。！？])")


def read_text(source: str, limits: Limits) -> Page:
    """Cut a text dump into blocks."""
    lines = lines_of(source)
    layout = layout_of(source, lines)
    segments: list[Segment] = []
    width = wrap_width(lines) if layout in {Layout.WRAPPED, Layout.MARKDOWN} else 0
    index = 0
    while index < len(lines):
        first = last = lines[index]
        texts = [first.text]
        index += 1
        while width and index < len(lines):
            line = lines[index]
            word = line.text.split(None, 1)[0]
            if line.gap or _MARK.match(line.text) or last.indent + len(last.text) + 1 + len(word) <= width:
                break
            texts.append(line.text)
            last = line
            index += 1
        text = " ".join(texts)
        mark = _MARK.match(text)
        if len(text) > 300 and layout in {Layout.GLUED, Layout.ONE_LINE}:
            segments.extend(_cuts(source, first.start, last.end, first.gap))
        else:
            segments.append(
                _segment(source, first.start, last.end, gap=first.gap, indent=first.indent,
                         text=text[mark.end():] if mark else text, tag="li" if mark else ""))
    return Page(
        kind=Kind.TEXT,
        source=source,
        segments=tuple(segments),
        containers=NO_CONTAINERS,
        hints=Hints(),
        layout=layout,
    )


def _cuts(source: str, start: int, end: int, gap: int) -> list[Segment]:
    borders = [start, *(m.end() for m in _CUT.finditer(source, start, end) if start < m.end() < end), end]
    out = []
    for a, b in zip(borders, borders[1:], strict=False):
        raw = source[a:b]
        b = a + len(raw.rstrip())
        a += len(raw) - len(raw.lstrip())
        if a < b:
            join = Join.NONE if a == start else Join.SENTENCE if source[a - 1].isspace() else Join.GLUED
            out.append(_segment(source, a, b, gap=gap, indent=0, text=source[a:b], tag="", join=join))
            gap = 0
    return out


def _segment(source: str, start: int, end: int, *, gap: int, indent: int, text: str, tag: str, join: Join = Join.NONE) -> Segment:
    return Segment(normalise(text), source[start:end], start, end, tag, -1, None, 0, None, False, gap, indent, join, "")
