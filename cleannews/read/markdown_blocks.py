"""Lines of markdown become blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.read.markdown import Inline, Mark, mark_of, reduce, without_bars
from cleannews.read.normal import normalise
from cleannews.read.page import Join, Segment
from cleannews.read.rejoin import Joiner
from cleannews.read.unwrap import Speller, unwrapped
from cleannews.read.wrapping import is_full

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.lines import Line
    from cleannews.read.traits import Traits

_ALONE = frozenset({"hr", "table", "definition"})
_HARD_BREAK = "  "
_TITLES = frozenset({"h1", "h2"})
"""Headings that may be the page's; lower ones are teasers as often as not, and the weights know those in two
blocks: joined as well, fundus html2text falls by .0003."""
_UNDERLINE = re.compile(r"([=-])\1{2,300}")
_LEVELS = {"=": "h1", "-": "h2"}
_LINES_OF_HEADING, _HEADING_CHARS = 3, 300
"""What is underlined is a heading (CommonMark 0.31, 4.3); a long paragraph is not, whatever is meant."""
_LINES_OF_LINK = 6
"""Lines over which a link in a heading goes at most: a headline, its address, and a text for the pointer."""
_LINK_REACH = 16
"""Blocks that one link may enclose (teasers: picture, kicker, headline, summary)."""


def markdown_blocks(source: str, lines: Sequence[Line], traits: Traits) -> list[Segment]:
    """Join lines to blocks and take the marks off.

    Args:
        source: The dump.
        lines: Its lines, uncut.
        traits: How the dump was made.
    """
    speller = Speller(line.text for line in lines)
    blocks = [_block(source, group, mark, speller) for group, mark in _groups(source, lines, traits)]
    return _with_open_links(blocks)


def _groups(source: str, lines: Sequence[Line], traits: Traits) -> Iterator[tuple[list[Line], Mark]]:
    marked = bool(traits.width) and ("  \n" in source or "  \r\n" in source)
    joiner = Joiner([line.text for line in lines])
    group: list[Line] = []
    mark = Mark("", 0)
    for index, line in enumerate(lines):
        here = mark_of(line.text)
        underlined = _underlined(group, mark, line) if group and not line.gap else ""
        if underlined:
            yield [*group, line], Mark(underlined, 0)
            group, mark = [], Mark("", 0)
            continue
        if group and not line.gap and (_is_open(group, mark) or _is_wrapped(group, mark, line, traits)):
            group.append(line)
            continue
        if group and not line.gap and _continues(source, group, mark, line, here):
            beyond = lines[index + 1].text if index + 1 < len(lines) and not lines[index + 1].gap else ""
            if marked or _flows(group[-1], line, beyond, traits, joiner):
                group.append(line)
                continue
        if group:
            yield group, mark
        group, mark = [line], here
    if group:
        yield group, mark


def _is_open(group: Sequence[Line], mark: Mark) -> bool:
    """Tell whether a heading ends inside a link, as converters write it that wrap headings too."""
    if mark.tag not in _TITLES or len(group) > _LINES_OF_LINK:
        return False
    text = " ".join([line.text for line in group])
    label, target = text.rfind("["), text.rfind("](")
    return label > text.rfind("]") or (target >= 0 and target > text.rfind(")"))


def _is_wrapped(group: Sequence[Line], mark: Mark, line: Line, traits: Traits) -> bool:
    """Tell whether a heading that fills its line goes on in the next one, in small letters."""
    wrapped = mark.tag in _TITLES and bool(traits.width) and len(group) < _LINES_OF_HEADING
    return wrapped and line.text[0].islower() and is_full(group[-1], line.text, traits)


def _underlined(group: Sequence[Line], mark: Mark, line: Line) -> str:
    """Tell which heading a line of ``===`` or ``---`` makes of the lines above it; ``""`` if none."""
    if mark.tag or len(group) > _LINES_OF_HEADING or sum(len(one.text) for one in group) > _HEADING_CHARS:
        return ""
    found = _UNDERLINE.fullmatch(line.text)
    return _LEVELS[found[1]] if found else ""


def _continues(source: str, group: Sequence[Line], mark: Mark, line: Line, here: Mark) -> bool:
    """Tell whether markdown lets a line belong to the block before it."""
    if mark.tag in _ALONE or (mark.tag[:1] == "h" and len(mark.tag) > 1):
        return False
    if here.tag == "blockquote":
        return mark.tag == "blockquote"
    if here.tag:
        return (
            here.tag == "li" and line.text[0].isdigit() and not mark.tag and line.indent == group[-1].indent
        )
    end = group[-1].end
    return source[end : end + 2] != _HARD_BREAK


def _flows(before: Line, line: Line, beyond: str, traits: Traits, joiner: Joiner) -> bool:
    """Tell whether a line goes on with the one before where breaks are not marked."""
    if traits.width and is_full(before, line.text, traits):
        return True
    return joiner.hangs(_unquoted(before.text), _unquoted(line.text), _unquoted(beyond))


def _unquoted(text: str) -> str:
    return (text[mark_of(text).size :] or text) if text[:1] == ">" else text


def _block(source: str, group: Sequence[Line], mark: Mark, speller: Speller) -> tuple[Segment, Inline]:
    first, last = group[0], group[-1]
    texts = [line.text for line in group]
    if len(texts) > 1 and mark.tag in _TITLES and not mark.size:
        texts.pop()  # what underlines it
    if mark.tag == "blockquote":
        texts = [text[mark_of(text).size :] if text[0] == ">" else text for text in texts]
    else:
        texts[0] = texts[0][mark.size :]
    tag = mark.tag
    texts = [text for text in texts if text]
    if tag == "blockquote" and texts:
        inner = mark_of(texts[0])
        texts[0] = texts[0][inner.size :]
        tag = inner.tag or tag
    inline = reduce(_joined([text for text in texts if text], speller))
    text = normalise(without_bars(inline.text) if tag == "table" else inline.text)
    segment = Segment(
        text,
        source[first.start : last.end],
        first.start,
        last.end,
        "" if tag in _ALONE else tag,
        -1,
        inline.link_chars,
        inline.strong_chars,
        inline.href,
        False,  # noqa: FBT003 - a text dump hides nothing
        first.gap,
        first.indent,
        Join.NONE,
        "",
    )
    return segment, inline


def _joined(texts: Sequence[str], speller: Speller) -> str:
    """Join wrapped lines; inside a link target a break stands for nothing at all."""
    if not texts:
        return ""
    parts = [texts[0]]
    for text in texts[1:]:
        before = parts[-1]
        if _in_target(before):
            parts[-1] = before + text
        else:
            parts[-1:] = (
                [unwrapped([before, text], speller)] if before[-1] in "-‐\u00ad" else [before, " ", text]
            )
    return "".join(parts)


def _in_target(text: str) -> bool:
    """Tell whether a line ends inside the target of a link, before any title."""
    start = text.rfind("](") if text[-1] == "-" else -1
    return start >= 0 and not any(char in ' )"' for char in text[start + 2 :])


def _with_open_links(blocks: Sequence[tuple[Segment, Inline]]) -> list[Segment]:
    """Mark the blocks that lie inside one link which starts and ends in others."""
    segments = [segment for segment, _ in blocks]
    opened = -1
    for index, (_, inline) in enumerate(blocks):
        if inline.closes and opened >= 0 and index - opened <= _LINK_REACH:
            for inside in range(opened, index + 1):
                size = len("".join(segments[inside].text.split()))
                href = segments[inside].href or inline.href
                segments[inside] = segments[inside]._replace(link_chars=size, href=href)
        if inline.closes:
            opened = -1
        if inline.opens:
            opened = index
    return segments
