"""Parts of a block of a dump, as blocks of their own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cleannews.read.page import Join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleannews.read.page import Segment


def piece_of(segment: Segment, text: str, raw: str, start: int) -> Segment:
    """Make a block of a part of one.

    Args:
        segment: The block; what is known of it by characters is shared out.
        text: What the part shows.
        raw: How it stands in the dump.
        start: Where that is; only the part that the block begins with stays what the block was.
    """
    share = min(1.0, len(text) / len(segment.text))
    linked = segment.link_chars
    piece = segment._replace(
        text=text,
        raw=raw,
        start=start,
        end=start + len(raw),
        link_chars=None if linked is None else round(linked * share),
        strong_chars=round(segment.strong_chars * share),
    )
    return piece if start == segment.start else piece._replace(href=None, gap=0, indent=0, join=Join.SENTENCE)


def is_as_written(segment: Segment) -> bool:
    """Tell whether a block's text differs from the dump in nothing, or in line ends that became spaces."""
    text, raw = segment.text, segment.raw
    return text == raw or (len(text) == len(raw) and text.split() == raw.split())


def pieces_at(segment: Segment, places: Iterable[int]) -> list[Segment]:
    """Cut a block whose text is as it stands in the dump.

    Args:
        segment: The block, as :func:`is_as_written` wants it.
        places: Characters of its text at which pieces begin, in any order.

    Returns:
        The pieces that hold more than white space, in order.
    """
    pieces = []
    for low, high in pairwise(sorted({0, *places, len(segment.text)})):
        part = segment.text[low:high]
        text = part.strip()
        if text:
            begin = low + len(part) - len(part.lstrip())
            raw = segment.raw[begin : begin + len(text)]
            pieces.append(piece_of(segment, text, raw, (segment.start or 0) + begin))
    return pieces
