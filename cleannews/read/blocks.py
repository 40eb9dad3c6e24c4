"""Lines become blocks: wrapped lines and pieces of paragraphs are joined, everything else stays apart."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from cleannews.read.letters import columns, is_ended
from cleannews.read.marks import drop_link_numbers
from cleannews.read.normal import is_composed, normalise
from cleannews.read.page import Join, Layout, Segment, make_segment
from cleannews.read.rejoin import Joiner, is_apart, seam
from cleannews.read.unwrap import Speller, unwrapped
from cleannews.read.wrapping import first_word, is_full

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.lines import Line
    from cleannews.read.traits import Traits

_UNDERLINE = re.compile(r"(?:={3,200}|-{3,200}|~{3,200})$")
_LEVELS = {"=": "h1", "-": "h2", "~": "h3"}
_UNDERLINE_SLACK = 3
_UNDERLINED = 2
"""Lines of a heading and what underlines it."""
_RULE = 3
"""Characters of a line that is drawn."""
_ENDS = ".!?…"
"""What a sentence ends in, again and again too."""
_LYNX_INDENT = 3
_LYNX_SHARE = 0.3
_TAIL = 4
"""Pieces of a paragraph that are looked at to judge the next one."""

_FIRST_LINE_INDENT = 8
_OFF_CENTRE = 2
"""Twice the columns by which the middles of two centred lines may differ."""
_MARGINS = 10
"""Columns by which a centred line may be wider than the text: elinks leaves three at each side."""


def blocks_of(source: str, lines: Sequence[Line], traits: Traits) -> list[Segment]:
    """Join lines to blocks.

    Args:
        source: The dump.
        lines: Its lines, cut at glued borders, marks taken off.
        traits: How the dump was made.
    """
    speller = Speller(line.text for line in lines)
    heading_indent = _heading_indent(lines, traits)
    if traits.numbered or heading_indent >= 0:
        alone = partial(_marked, source, traits=traits, heading_indent=heading_indent)
    else:
        longest = max([len(line[0]) for line in lines], default=0)
        alone = partial(_plain, source, composed=is_composed(source, longest_line=longest))
    segments: list[Segment] = []
    done = 0
    for first, stop in _joined_lines(lines, traits):
        segments += alone(lines[done:first])
        segments.append(_block(source, lines[first:stop], speller, traits, heading_indent))
        done = stop
    return segments + alone(lines[done:])


def _plain(source: str, lines: Sequence[Line], *, composed: bool) -> list[Segment]:
    """Make a block of each line; of a dump in NFC most need no normalising."""
    none = Join.NONE
    return [
        make_segment(
            (
                text if composed and text.isprintable() and "  " not in text else normalise(text),
                source[start:end], start, end, tag,
                -1, None, 0, None, False, gap, indent, join or none, "",
            )
        )
        for text, start, end, gap, indent, tag, _, join in lines
    ]  # fmt: skip


def _marked(source: str, lines: Sequence[Line], *, traits: Traits, heading_indent: int) -> list[Segment]:
    """Make a block of each line of a dump whose indents tell headings, or whose links are numbered."""
    none, no_links = Join.NONE, 0 if traits.numbered else None
    segments: list[Segment] = []
    for text, start, end, gap, indent, mark, _, join in lines:
        tag, links, shown = mark, no_links, text
        if indent == heading_indent and gap and not mark and not is_ended(text):
            tag = "h2"
        if traits.numbered and "[" in text:
            links, shown = _links(text)
        segments.append(
            make_segment(
                (
                    normalise(shown), source[start:end], start, end, tag,
                    -1, links, 0, None, False, gap, indent, join or none, "",
                )
            )
        )  # fmt: skip
    return segments


def _joined_lines(lines: Sequence[Line], traits: Traits) -> Iterator[tuple[int, int]]:
    """Yield the lines that make one block together: the first, and the one behind the last."""
    joiner = Joiner([line.text for line in lines])
    base_gap, last = traits.base_gap, len(lines) - 1
    first = stop = 0
    for index in _suspects(lines, traits):
        if index != stop:  # the line before is no piece
            if stop:
                yield first, stop
            first, stop = index - 1, 0
        beyond = lines[index + 1].text if index < last and lines[index + 1].gap <= base_gap else ""
        if _continues(lines, first, index, beyond, traits, joiner):
            stop = index + 1
    if stop:
        yield first, stop


def _suspects(lines: Sequence[Line], traits: Traits) -> list[int]:
    """Return the lines that may go on with the one before, by a test that costs little."""
    base_gap = traits.base_gap
    near = [
        index
        for index, (text, _, _, gap, _, tag, _, join) in enumerate(lines)
        if gap <= base_gap and join is None and text and not tag and index
    ]
    texts = [line[0] for line in lines] + [""]
    if traits.width:
        return [
            index
            for index in near
            if texts[index - 1] and (traits.glued or _may_be_full(lines[index - 1], texts[index], traits))
        ]
    return [
        index
        for index in near
        if (before := texts[index - 1]) and not is_apart(before, texts[index], texts[index + 1])
    ]


def _may_be_full(before: Line, line: str, traits: Traits) -> bool:
    """Tell whether two lines together reach the width, or the second may underline the first."""
    size = len(before[0]) + len(line)
    return before[4] + before[6] + size * (1 + traits.wide) >= traits.width or line[0] in _LEVELS


def _continues(
    lines: Sequence[Line], first: int, index: int, beyond: str, traits: Traits, joiner: Joiner
) -> bool:
    """Tell whether a line goes on with the block that begins in the first line."""
    line, before = lines[index], lines[index - 1]
    single = first == index - 1
    if line.gap == 0:
        if single and line.text[0] in _LEVELS and _underlines(before, line):
            return True
        if is_rule(line.text) or is_rule(before.text):
            return False
        if traits.width and _goes_on_full(before, line, traits, single=single):
            return True
    if traits.layout is Layout.WRAPPED and not traits.glued:
        return False
    if single:
        return joiner.hangs(before.text, line.text, beyond)
    tail = lines[max(first, index - _TAIL) : index]
    return joiner.hangs(" ".join([part.text for part in tail]), line.text, beyond)


def _goes_on_full(before: Line, line: Line, traits: Traits, *, single: bool) -> bool:
    """Tell whether a line goes on where its words had no room: in the line below, or centred."""
    if is_full(before, line.text, traits) and _is_aligned(before, line, single=single):
        return True
    return traits.layout is Layout.WRAPPED and _goes_on_centred(before, line, traits)


def _is_aligned(before: Line, line: Line, *, single: bool) -> bool:
    """Tell whether a line stands where its block goes on: under it, or under a list item's text."""
    if before.hang:
        return abs(before.indent + before.hang - line.indent) <= 1
    if single and line.indent < before.indent <= line.indent + _FIRST_LINE_INDENT:
        return True
    return before.indent == line.indent


def _goes_on_centred(before: Line, line: Line, traits: Traits) -> bool:
    """Tell whether a line is the rest of a centred one that was full, as elinks and lynx set headlines.

    Both have the same middle. What is centred goes over the margins of the text, so it may be wider than
    the width by what the margins take.
    """
    if line.indent <= before.indent or before.tag or line.tag:
        return False
    measure = columns if traits.wide else len
    size, rest = measure(before.text), measure(line.text)
    if abs(2 * before.indent + size - 2 * line.indent - rest) > _OFF_CENTRE:
        return False
    full = before.indent + size + 1 + measure(first_word(line.text))
    return traits.width < full and before.indent + size <= traits.width + _MARGINS


def _underlines(before: Line, line: Line) -> bool:
    return (
        line.text[0] in _LEVELS
        and abs(len(line.text) - len(before.text)) <= _UNDERLINE_SLACK
        and _UNDERLINE.match(line.text) is not None
    )


def is_rule(text: str) -> bool:
    """Tell whether a line is drawn across the page, as w3m and mail programs do: one sign again and again.

    Most are as wide as the page, and whatever stands before or behind seems to go on in them.

    >>> is_rule("━" * 80), is_rule("* * *"), is_rule("--"), is_rule("..."), is_rule("aaa")
    (True, True, False, False, False)
    """
    sign = text[:1]
    if not sign or sign.isalnum() or sign != text[-1] or sign in _ENDS:
        return False
    return len(text) >= _RULE and not text.strip(f"{sign} ")


def _heading_indent(lines: Sequence[Line], traits: Traits) -> int:
    """Return the indent of headings: lynx sets text at column 3 and headings at column 0; -1 if none."""
    if traits.layout is not Layout.WRAPPED:
        return -1
    indents = Counter([line[4] for line in lines])
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
    if len(group) == _UNDERLINED and len(texts[-1]) >= _UNDERLINE_SLACK and _underlines(first, last):
        tag = _LEVELS[texts.pop()[0]]
    elif first.indent == heading_indent and not tag and first.gap and not is_ended(texts[-1]):
        tag = "h2"
    links = None
    if traits.numbered:
        links, _ = _links(" ".join(texts))
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


def _links(text: str) -> tuple[int, str]:
    """Estimate the characters inside links from lynx' numbers, which tell where a link starts, not its end.

    A block that starts with a link and is no sentence is one link; in running text a link has two words.

    Returns:
        The non-space characters inside links, and the text without the numbers.
    """
    shown, numbers = _NUMBER.subn("", text)
    if not numbers:
        return 0, text
    size = len("".join(shown.split()))
    if _NUMBER.match(text) and not is_ended(text):
        return size, shown
    return min(size, _LINK_SIZE * numbers), shown
