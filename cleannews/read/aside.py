"""What is set aside before a dump is read, and put back as blocks afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.read.front_matter import front_span
from cleannews.read.head import textless
from cleannews.read.leftovers import Span, link_list_span
from cleannews.read.normal import normalise
from cleannews.read.program import program_spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.read.page import Segment


def spans_of(source: str) -> list[Span]:
    """Find what is no text of the page: front matter, program text, the list of addresses at the end.

    Args:
        source: The dump.

    Returns:
        The stretches, in order and apart.
    """
    ends = [span for span in (front_span(source), link_list_span(source)) if span]
    found = [*ends, *program_spans(source)]
    spans: list[Span] = []
    for span in sorted(found):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
        elif span.end > spans[-1].end:
            spans[-1] = spans[-1]._replace(end=span.end)
    return spans


def blanked(source: str, spans: Sequence[Span]) -> str:
    r"""Put white space in the place of program text, line ends around it; everything else keeps its place.

    >>> blanked("Rain {a:b} fell", [Span(5, 10, "script")])
    'Rain \n   \n fell'
    """
    parts: list[str] = []
    done = 0
    for start, end, _ in spans:
        parts += (source[done:start], "\n", " " * (end - start - 2), "\n")
        done = end
    return "".join((*parts, source[done:]))


def woven(source: str, segments: Sequence[Segment], spans: Sequence[Span]) -> list[Segment]:
    """Put program text between the blocks of the rest, cutting a block that was joined across it.

    Args:
        source: The dump.
        segments: The blocks of the blanked dump.
        spans: Its program text, in order.
    """
    ahead = iter(spans)
    span = next(ahead, None)
    found: list[Segment] = []
    for segment in segments:
        rest: Segment | None = segment
        while rest is not None and span is not None and span.start < (rest.end or 0):
            before, rest = _parted(source, rest, span)
            found += [before] if before else []
            found.append(textless(source, span.start, span.end, tag=span.tag))
            span = next(ahead, None)
        found += [rest] if rest else []
    while span is not None:
        found.append(textless(source, span.start, span.end, tag=span.tag))
        span = next(ahead, None)
    return found


def _parted(source: str, segment: Segment, span: Span) -> tuple[Segment | None, Segment | None]:
    """Part a block into what stands before a span and what stands behind it."""
    start, end = segment.start or 0, segment.end or 0
    if start >= span.end:
        return None, segment
    return _part(source, segment, start, span.start), _part(source, segment, span.end, end)


def _part(source: str, segment: Segment, start: int, end: int) -> Segment | None:
    raw = source[start:end]
    inner = raw.strip()
    if not inner:
        return None
    start += len(raw) - len(raw.lstrip())
    return segment._replace(text=normalise(inner), raw=inner, start=start, end=start + len(inner))
