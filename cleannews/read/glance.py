"""What the head of a page says of itself, without reading the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.labels import Kind
from cleannews.read.decode import decode
from cleannews.read.html import read_html
from cleannews.read.page import DEFAULT_LIMITS, Hints
from cleannews.read.sniff import sniff

if TYPE_CHECKING:
    from collections.abc import Iterator

_BODY = re.compile(r"<body[\s>]", re.IGNORECASE)

_BODY_BYTES = re.compile(_BODY.pattern.encode(), re.IGNORECASE)

_PIECE = re.compile(
    r"<(?:!--|(?P<raw>script|style|noscript|template|textarea|title|svg|iframe)\b"
    r"|(?:meta|link)\b(?:[^<>\"']|\"[^\"]{0,3000}\"|'[^']{0,3000}'){0,3000}>)",
    re.IGNORECASE,
)
"""A tag that says something, or the beginning of what may hold tags that say nothing."""

_TELLING = re.compile(r"canonical|og:url|og:site_name", re.IGNORECASE)
"""What sites are told by."""

_MOST_TAGS = 1_000


def glance(data: bytes | str, *, kind: Kind | None, header_charset: str | None = None) -> Hints:
    """Take the metas and links of a page's head that name its site: a fifteenth of the time of reading it.

    On 2,110 of the 2,114 pages of four corpora they tell the site that the whole page tells, or none if that
    tells none; on the others they told nothing, and the whole page does.

    Args:
        data: The page as it came.
        kind: What it is; ``None`` to find out.
        header_charset: The encoding that an HTTP header declared.

    Returns:
        Hints with such metas and links alone; none of what is no HTML.
    """
    head = data[: _end_of_head(data)]
    if not head:
        return Hints()
    text = decode(head, header_charset=header_charset).text
    if (kind or sniff(text)) is not Kind.HTML:
        return Hints()
    tags = "".join(_tags(text))
    return read_html(f"<head>{tags}</head>", DEFAULT_LIMITS).hints if tags else Hints()


def _end_of_head(data: bytes | str) -> int:
    """Find where the body begins, else the end; 0 for what holds no tag."""
    if isinstance(data, bytes):
        begin = _BODY_BYTES.search(data)
        return begin.start() if begin else len(data) if b"<" in data else 0
    found = _BODY.search(data)
    return found.start() if found else len(data) if "<" in data else 0


def _tags(text: str) -> Iterator[str]:
    """Yield the metas and links of a head, but for those in comments, scripts and the like."""
    place = 0
    for _ in range(_MOST_TAGS):
        found = _PIECE.search(text, place)
        if found is None:
            return
        place = found.end()
        if found[0] == "<!--":
            place = text.find("-->", place)
        elif found["raw"]:
            place = _closed(text, found["raw"], place)
        elif _TELLING.search(found[0]):
            yield found[0]
        if place < 0:
            return


def _closed(text: str, name: str, start: int) -> int:
    """Find where an element ends whose content is passed over; -1 if it does not."""
    for written in (name, name.lower(), name.upper()):
        place = text.find(f"</{written}", start)
        if place >= 0:
            return place
    return -1
