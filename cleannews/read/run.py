"""A run of text between two block borders, on its way to become a block."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleannews.read.elements import HEADINGS, PREFORMATTED
from cleannews.read.normal import normalise
from cleannews.read.page import Join, Segment

_MAX_NAMES = 200
"""Characters of class names kept for one block."""

_BLANK_LINE = re.compile(r"\n[ \t\r]{0,500}\n")


class Place(NamedTuple):
    """Where a run stands."""

    tag: str
    container: int
    indent: int
    hidden: bool


class _Link(NamedTuple):
    """A link of the run: its texts from ``low`` up to ``high``."""

    low: int
    high: int
    href: str | None


class Run:
    """The text nodes since the last block border, and what stands on them.

    Args:
        segments: Where finished blocks go.
    """

    def __init__(self, segments: list[Segment]) -> None:
        self.texts: list[str] = []
        self.names: list[str] = []
        self._segments = segments
        self._links: list[_Link] = []
        self._link = -1
        self._href: str | None = None
        self._bold = -1
        self._bold_chars = 0
        self._cut = -1
        self._unshown: list[str] = []
        self._break = -1
        self._orphan = ""

    def open_link(self, href: str | None) -> None:
        """Begin a link; a link inside a link ends the outer one, as in browsers."""
        self.close_link()
        self._link = len(self.texts)
        self._href = href

    def close_link(self) -> None:
        """End the link."""
        if 0 <= self._link < len(self.texts):
            self._links.append(_Link(self._link, len(self.texts), self._href))
        self._link = -1

    def open_bold(self) -> None:
        """Begin bold text."""
        if self._bold < 0:
            self._bold = len(self.texts)

    def close_bold(self) -> None:
        """End bold text."""
        if self._bold >= 0:
            self._bold_chars += _chars("".join(self.texts[self._bold :]))
            self._bold = -1

    def open_unshown(self) -> None:
        """Begin text inside the line that no reader sees."""
        if self._cut < 0:
            self._cut = len(self.texts)

    def close_unshown(self) -> None:
        """Take what no reader sees out of the line; it becomes a block behind it."""
        if self._cut >= 0:
            self._unshown += self.texts[self._cut :]
            self.forget(self._cut)
            self._cut = -1

    def forget(self, mark: int) -> None:
        """Drop the texts from a mark on."""
        del self.texts[mark:]
        while self._links and self._links[-1].high > mark:
            self._links.pop()

    def line_break(self) -> bool:
        """Add a line break; tell whether it is the second in a row, which is a block border."""
        mark = self._break
        self.texts.append("\n")
        self._break = len(self.texts)
        return 0 <= mark and not "".join(self.texts[mark:]).strip()

    def flush(self, place: Place) -> None:
        """End the run: its text becomes a block, or several; white space alone becomes none."""
        texts = self.texts
        if 0 <= self._link < len(texts):
            self._links.append(_Link(self._link, len(texts), self._href))
        if self._bold >= 0:
            self._bold_chars += _chars("".join(texts[self._bold :]))
        if self._cut >= 0:
            self._unshown += texts[self._cut :]
            self.forget(self._cut)
        raw = "".join(texts)
        if raw and not raw.isspace():
            self._emit(raw, place)
        if self._unshown:
            self._emit_unshown(place)
        self._reset()

    def _reset(self) -> None:
        """Start anew; what is open stays open, from the first text of the next run on."""
        self.texts.clear()
        self.names.clear()
        self._links.clear()
        self._link = min(self._link, 0)
        self._bold = min(self._bold, 0)
        self._cut = min(self._cut, 0)
        self._bold_chars = 0
        self._break = -1

    def _emit(self, raw: str, place: Place) -> None:
        links = self._links
        if not links:
            if place.tag in PREFORMATTED:
                self._emit_lines(raw, place)
            else:
                self._add(raw, place, 0, None, self._bold_chars)
        elif len(links) > 1 and place.tag not in HEADINGS and self._only_links():
            self._emit_links(place)
        else:
            chars = sum(_chars("".join(self.texts[low:high])) for low, high, _ in links)
            self._add(raw, place, chars, links[0].href, self._bold_chars)

    def _only_links(self) -> bool:
        """Tell whether nothing but punctuation stands between the links: a menu, crumbs, tags."""
        place = 0
        for low, high, _ in self._links:
            if any(map(_has_word, self.texts[place:low])):
                return False
            place = high
        return not any(map(_has_word, self.texts[place:]))

    def _emit_links(self, place: Place) -> None:
        """One block a link, the separator with the link before it."""
        bounds = [0, *(link.low for link in self._links[1:]), len(self.texts)]
        for link, low, high in zip(self._links, bounds, bounds[1:], strict=False):
            raw = "".join(self.texts[low:high])
            chars = _chars("".join(self.texts[link.low : link.high]))
            if not raw.isspace():
                self._add(raw, place, chars, link.href, 0)

    def _emit_lines(self, raw: str, place: Place) -> None:
        """Preformatted text: blank lines part its blocks."""
        for part in _BLANK_LINE.split(raw):
            if part and not part.isspace():
                self._add(part, place, 0, None, 0)

    def _emit_unshown(self, place: Place) -> None:
        raw = "".join(self._unshown)
        self._unshown.clear()
        if not raw.isspace():
            self._add(raw, place._replace(hidden=True), 0, None, 0)

    def _add(self, raw: str, place: Place, link_chars: int, href: str | None, bold_chars: int) -> None:
        text = normalise(raw)
        if not text:  # zero width characters alone: they go with the block before them, or the next one
            self._keep_invisible(raw)
            return
        tag, container, indent, hidden = place
        if self._orphan:
            raw, self._orphan = self._orphan + raw, ""
        names = " ".join(self.names)[:_MAX_NAMES].lower() if self.names else ""
        self._segments.append(
            Segment(
                text, raw, None, None, tag, container, link_chars, bold_chars, href, hidden, 0, indent, Join.NONE, names
            )
        )

    def _keep_invisible(self, raw: str) -> None:
        if self._segments:
            last = self._segments[-1]
            self._segments[-1] = last._replace(raw=last.raw + raw)
        else:
            self._orphan += raw

    def close(self, place: Place) -> None:
        """End the page."""
        self.flush(place)
        if self._orphan:
            raw, self._orphan = self._orphan, ""
            self._segments.append(
                Segment("", raw, None, None, place.tag, place.container, 0, 0, None, True, 0, 0, Join.NONE, "")
            )


def _chars(text: str) -> int:
    """Count the characters that are not white space."""
    return sum(map(len, text.split()))


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))
