"""Where the tags and programs of markup stand, for those who only want to know what is left without them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENS = re.compile(r"<(?:(script|style)\b|[^<>]{0,5000}>)", re.IGNORECASE)
_CLOSES = {
    "script": re.compile(r"</script", re.IGNORECASE),
    "style": re.compile(r"</style", re.IGNORECASE),
}


def tag_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each tag or program begins and ends, in order.

    What opens a program that nothing closes is a tag. The time is linear: where one is not closed none behind
    it is, and no other is looked for.

    Args:
        text: Markup, or anything else.

    >>> text = "<p>Rain</p><script>rain()</script>"
    >>> [text[begin:end] for begin, end in tag_spans(text)]
    ['<p>', '</p>', '<script>rain()</script']
    >>> sum(end - begin for begin, end in tag_spans("<script>" * 3))
    21
    """
    end = 0
    unclosed: set[str] = set()
    for found in _OPENS.finditer(text):
        if found.start() < end:
            continue
        end, name = found.end(), (found[1] or "").lower()
        if name and name not in unclosed:
            closed = _CLOSES[name].search(text, end)
            if closed is None:
                unclosed.add(name)
            else:
                end = closed.end()
        yield found.start(), end


def without_tags(data: bytes) -> bytes:
    r"""The bytes of a page, a space for each tag and program.

    Args:
        data: In an encoding of which ASCII is a part.

    >>> without_tags(b"<p>caf\xe9</p><style>p {}</style>")
    b' caf\xe9  >'
    """
    text = data.decode("latin-1")
    parts, done = [], 0
    for begin, end in tag_spans(text):
        parts += [text[done:begin], " "]
        done = end
    return "".join([*parts, text[done:]]).encode("latin-1")


def without_comments(data: bytes) -> bytes:
    """The bytes of a page, a space for each comment that is closed.

    >>> without_comments(b"a<!-- b -->c<!-- d")
    b'a c<!-- d'
    """
    parts, done = [], 0
    while (begin := data.find(b"<!--", done)) >= 0 and (end := data.find(b"-->", begin)) >= 0:
        parts += [data[done:begin], b" "]
        done = end + 3
    return b"".join([*parts, data[done:]])
