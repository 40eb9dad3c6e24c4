"""Repairs of an HTML source that the parser cannot make or makes at too high a price.

Each repair is one linear pass and runs only where a cheap look or a first parse showed that it is needed:
a normal page is parsed as it came.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from cleannews.read.elements import VOID

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 200
"""Deeper pages are flattened: at an end tag without a start tag libxml2 looks through all open elements,
which is quadratic, and paths would grow without bounds. Browsers stop nesting at 512."""

_DECLARATION = re.compile(r"\s{0,100}<\?xml[^>]{0,1000}>", re.IGNORECASE)
_SUBSET = re.compile(r"\s{0,100}<!doctype[^>\[]{0,1000}\[", re.IGNORECASE)
_OPENED = {name: re.compile(rf"(</?){name}(?=[\s>])", re.IGNORECASE) for name in ("noframes", "noscript")}
_TAG = re.compile(r"<(?:!--|(/?)([a-zA-Z][^\s/<>]{0,60}))")
_CLOSED_BY_NEXT = frozenset({"p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot"})
_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content the parser takes as text up to their end tag (HTML 13.2.5, libxml2 2.14)."""

_CODE = frozenset({"script", "style"})
_END = {name: re.compile(f"</{name}", re.IGNORECASE) for name in _RAW}
_OPEN_COMMENT = re.compile(r"<!--([^<>]*)>?")
_COMMENT_END = re.compile("--!?>")
_MARKUP = re.compile(
    r"<(?:/?(?:head|body|main|article|section|header|footer|nav|div|table|ul|ol)|p|h[1-6]|meta|title|link)[\s>]",
    re.IGNORECASE,
)
_NESTING_TAG = re.compile(rf"</?(?!(?:{'|'.join(sorted(_RAW))})[\s>/])[a-zA-Z][^\s/>]{{0,60}}", re.IGNORECASE)
_NEXT_TAG = re.compile(r"<[a-zA-Z/!]")


def drop_prologue(source: str) -> str:
    """Cut an XML declaration and a doctype with definitions in it.

    The parser refuses decoded text that declares an encoding, and shows the end of definitions as text.

    >>> drop_prologue('<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY a "b">]><html>')
    '<html>'
    """
    declaration = _DECLARATION.match(source)
    if declaration:
        source = source[declaration.end() :]
    subset = _SUBSET.match(source)
    end = source.find("]", subset.end()) if subset else -1
    close = source.find(">", end) if end >= 0 else -1
    return source[close + 1 :] if close >= 0 else source


def open_element(source: str, name: str) -> str:
    """Make elements a ``div`` that browsers show only where frames or programs are not.

    Args:
        source: The page.
        name: ``noframes``, whose content the parser takes as bare text, tags and all, or ``noscript``, which
            the walker leaves out.

    >>> open_element("<noscript><p>Rain</p></noscript>", "noscript")
    '<div><p>Rain</p></div>'
    """
    return _OPENED[name].sub(r"\1div", source)


def close_comments(source: str) -> str:
    """End comments that nothing ends at their first ``>``, or before the next tag.

    The parser would take the rest of the page for comment.

    >>> close_comments("<p>a<!-- b --><p>c<!-- d ><p>e<!-- f <p>g")
    '<p>a<!-- b --><p>c<!-- d --><p>e<!-- f --><p>g'
    """
    last = source.rfind("<!--")
    if last < 0 or source.find("-->", last) >= 0:
        return source
    rest = max(source.rfind("-->"), source.rfind("--!>"), 0)
    return source[:rest] + _OPEN_COMMENT.sub(r"<!--\1-->", source[rest:])


_LONG_TAG = 65_536
"""Characters without the end of a tag from which on a look is taken."""

_TAG_NAME = re.compile(r"<[a-zA-Z][^\s/<>]{0,60}")
_ATTRIBUTES = re.compile(
    r"(?:\s{1,100}[^\s=<>\"'/]{1,200}=(?:\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'|[^\s<>\"']{0,2000})){0,1000}"
)
"""So many attributes of a tag are kept; the parser's time for a million grows faster than their number
(measured: exponent 1.25 from 100 kB to 10 MB)."""


def cut_attributes(source: str) -> str:
    """Cut what a giant tag has beyond its first thousand attributes.

    >>> tag = "<p " + " ".join(f"a{number}=1" for number in range(20_000)) + ">"
    >>> cut_attributes(f"<div>Rain{tag}Sun").count("=")
    1000
    """
    pieces: list[str] = []
    done = 0
    for place in range(0, len(source), _LONG_TAG):
        if place < done or source.find(">", place, place + _LONG_TAG) >= 0:
            continue
        tag = _TAG_NAME.match(source, max(source.rfind("<", max(done, place - _LONG_TAG), place), 0))
        if not tag:
            continue
        kept = end = _attributes_end(source, tag.end())
        while (following := _attributes_end(source, end)) > end:
            end = following
        if end > kept:
            pieces.append(source[done:kept])
            done = end
    return "".join((*pieces, source[done:])) if pieces else source


def _attributes_end(source: str, place: int) -> int:
    found = _ATTRIBUTES.match(source, place)
    return found.end() if found else place


def cut_elements(source: str, limit: int) -> str | None:
    """Keep the head of a page with more than ``limit`` start tags; ``None`` if it has no more.

    What looks like a tag inside a comment, a script or a text field is none.

    >>> cut_elements("<p>Rain<!-- <p> --><script>'<p>'</script><p>Sun<p>Wind", 3)
    "<p>Rain<!-- <p> --><script>'<p>'</script><p>Sun"
    """
    if len(source) <= 2 * limit or source.count("<") <= limit:
        return None
    found = next(islice(_starts(source), limit, None), None)
    return None if found is None else source[:found]


def _starts(source: str) -> Iterator[int]:
    """Yield where start tags begin."""
    endings = {"": _COMMENT_END, **_END}
    place = 0
    while found := _TAG.search(source, place):
        place = found.end()
        name = (found[2] or "").lower()
        if found[1]:
            continue
        if name:
            yield found.start()
        if name in endings:
            end = endings[name].search(source, place - 2)
            if end:
                place = end.end()
            else:
                del endings[name]  # nothing ends the next one either: looking again would be quadratic


def close_element(source: str, tag: str) -> str | None:
    """End an element that nothing ends, so that it does not swallow the rest of the page.

    A title or a text field ends before the next tag; a script or style sheet before the next piece of page
    structure; ``noscript``, ``template`` and ``svg`` right behind their start tag.

    Args:
        source: The page.
        tag: The element, in lower case.

    Returns:
        The mended page; ``None`` if the element's last start tag has an end tag.

    >>> close_element("<title>Rain<p>It rains", "title")
    '<title>Rain</title><p>It rains'
    """
    if source.rfind(f"</{tag}") > source.rfind(f"<{tag}"):
        return None
    start = -1
    for found in re.finditer(rf"<(/?){tag}[\s/>]", source, re.IGNORECASE):
        if found[1]:
            start = -1
        elif start < 0:
            start = found.end() - 1
    if start < 0:
        return None
    behind = source.find(">", start) + 1 or len(source)
    place = behind
    if tag in _RAW:
        following = (_MARKUP if tag in _CODE else _NEXT_TAG).search(source, behind)
        if not following:
            return None
        place = following.start()
    return f"{source[:place]}</{tag}>{source[place:]}"


def flatten(source: str) -> str:
    """Turn tags that stand too deep into ``<hr>``: their text stays, parted as before.

    Only the names of tags are replaced; scripts, style sheets and comments are passed over. What looks like a
    comment inside an attribute can deceive this; :func:`flatten_all` cannot be deceived.

    >>> flatten("<div>" * 300 + "deep" + "</div>" * 300).count("<hr>")
    200
    """
    nesting = _Nesting()
    pieces: list[str] = []
    done = place = 0
    while found := _TAG.search(source, place):
        place = found.end()
        name = (found[2] or "").lower()
        if not name:
            end = _COMMENT_END.search(source, place - 2)
            place = end.end() if end else len(source)
        elif nesting.replaces(name, end=bool(found[1])):
            pieces += (source[done : found.start()], "<hr")
            done = place
        elif name in _CODE and not found[1]:
            end = _END[name].search(source, place)
            place = end.end() if end else len(source)
    return "".join(pieces) + source[done:]


def flatten_all(source: str) -> str:
    """Turn all tags into ``<hr>`` but those of elements that hold no markup, wherever they stand.

    >>> flatten_all("<div><b>Rain</b><script>x</script></div>")
    '<hr><hr>Rain<hr><script>x</script><hr>'
    """
    return _NESTING_TAG.sub("<hr", source)


_PRIORITIES = {
    "div": 150,
    "td": 160,
    "th": 160,
    "tr": 170,
    "thead": 180,
    "tbody": 180,
    "tfoot": 180,
    "table": 190,
    "head": 200,
    "body": 200,
    "html": 220,
}
"""An end tag closes nothing behind an open element of a higher priority (libxml2, ``htmlEndPriorities``)."""

_PLAIN = 100


class _Nesting:
    """Follows which elements the parser has open."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()
        self._excess: list[str] = []

    def replaces(self, name: str, *, end: bool) -> bool:
        """Take a tag; tell whether it stands too deep."""
        if name in VOID or (name in _CODE and not end):
            return False
        if end:
            return self._end(name)
        if len(self._open) >= MAX_DEPTH:
            self._excess.append(name)
            return True
        if name not in _CLOSED_BY_NEXT or not self._open or self._open[-1] != name:
            self._open.append(name)
            self._counts[name] += 1
        return False

    def _end(self, name: str) -> bool:
        if self._excess:
            if self._excess[-1] == name:
                self._excess.pop()
            return True
        if self._counts[name]:
            self._close(name)
        return False

    def _close(self, name: str) -> None:
        priority = _PRIORITIES.get(name, _PLAIN)
        for place in range(len(self._open) - 1, -1, -1):
            inner = self._open[place]
            if inner == name:
                self._counts.subtract(self._open[place:])
                del self._open[place:]
                return
            if _PRIORITIES.get(inner, _PLAIN) > priority:
                return
