"""What is set aside before a dump is read, and put back as blocks afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.read.leftovers import Span, container_spans, link_list_span
from cleannews.read.normal import normalise
from cleannews.read.page import Join, Segment
from cleannews.read.program import program_spans

if TYPE_CHECKING:
    from collections.abc import Sequence


def spans_of(source: str) -> list[Span]:
    """Find what is no text of the page: program text, marks of containers, the list of addresses at the end.

    Args:
        source: The dump.

    Returns:
        The stretches, in order and apart.
    """
    links = link_list_span(source)
    found = [*([links] if links else []), *program_spans(source), *container_spans(source)]
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
            found += [part for part in (before, _block(source, span)) if part]
            span = next(ahead, None)
        found += [rest] if rest else []
    while span is not None:
        found.append(_block(source, span))
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


def _block(source: str, span: Span) -> Segment:
    """What was set aside as one block; without text, as no measure of it would mean anything."""
    return Segment(
        text="",
        raw=source[span.start : span.end],
        start=span.start,
        end=span.end,
        tag=span.tag,
        container=-1,
        link_chars=None,
        strong_chars=0,
        href=None,
        hidden=False,
        gap=0,
        indent=0,
        join=Join.NONE,
        names="",
    )
