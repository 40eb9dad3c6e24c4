"""From parser events to blocks: which texts belong together, and in which element they stand.

The walker is a target of lxml's parser (the events of libxml2's repaired tree) and no walk over a finished
tree: events cost half of what tree proxies cost, libxml2's limits on depth and on the size of a text do not
apply, and tags with very many attributes stay linear (measured on lxml 6.1 with libxml2 2.14).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.elements import (
    BLOCK,
    BREAK,
    BUTTON,
    HEADINGS,
    IMAGE,
    INLINE,
    LEAVES_SVG,
    LINK,
    LISTS,
    META,
    OPAQUE,
    PREFORMATTED,
    ROLES,
    SKIP,
    STRONG,
    UNSHOWN,
    is_unshown,
)
from cleannews.read.menu import count_chars, entries, is_menu
from cleannews.read.normal import normalise
from cleannews.read.page import Join, Segment
from cleannews.read.prescan import MAX_DEPTH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cleannews.read.hints import Collector, OpenMark
    from cleannews.read.menu import Link

_TOO_DEEP = MAX_DEPTH + 50
"""Above the limit of flattening, whose count of open elements is not exactly the parser's."""

_WATCHED = 16
"""Added to the role of an open element at whose end more is to do than its role says."""

_SPECIAL = frozenset({"style", "hidden", "itemprop", "property", "datetime", "rel"})
_MAX_NAMES = 200
"""Characters of class names kept for one block."""

_MARK_BLOCKS = 20
"""Blocks of a marked element whose text is looked at."""

_BLANK_LINE = re.compile(r"\n[ \t\r]{0,500}\n")
_ALONE = Join.NONE


class TooDeepError(Exception):
    """The page is nested so deep that it has to be flattened first."""


class _Watch(NamedTuple):
    """What is to do at the end of an open element."""

    mark: OpenMark | None
    hides: bool


class Walker:
    """Collects blocks and containers from parser events.

    Args:
        collector: Takes what is a hint and no text.
    """

    def __init__(self, collector: Collector) -> None:
        self.segments: list[Segment] = []
        self.parents: list[int] = []
        self.tags: list[str] = []
        self.names: list[str] = []
        self.collector = collector
        self._stack: list[int] = []
        self._current = -1
        self._hidden = 0
        self._lists = 0
        self._watches: list[_Watch] = []
        # the run since the last block border; -1 where nothing is open
        self._texts: list[str] = []
        self.data = self._texts.append
        self._classes: list[str] = []
        self._links: list[Link] = []
        self._unshown: list[str] = []
        self._link = self._bold = self._cut = self._break = -1
        self._href: str | None = None
        self._bold_chars = 0
        self._marked = False
        self._orphan = ""
        # the element whose text is left out, its depth and where its text begins
        self._skip = 0
        self._skip_mark = 0
        self._skipped = ""
        self._skipped_attrib: Mapping[str, str] = {}

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Take a start tag."""
        role = ROLES.get(tag, INLINE)
        stack = self._stack
        if self._skip:
            if self._skipped != "svg" or tag not in LEAVES_SVG:
                stack.append(role)
                return
            self._leave_svg()
        if len(stack) > _TOO_DEEP:
            raise TooDeepError
        if role == BLOCK:
            self._open(tag, attrib)
        elif role == INLINE:
            if attrib and "class" in attrib:
                self._classes.append(attrib["class"])
        elif role == LINK:
            self._open_link(attrib)
        else:
            role = self._start_special(role, tag, attrib)
        if attrib and not _SPECIAL.isdisjoint(attrib):
            role = self._watch(role, tag, attrib)
        stack.append(role)
        if role == SKIP:
            self._skip = len(stack)

    def end(self, tag: str) -> None:
        """Take an end tag; the parser gives one for every start tag."""
        stack = self._stack
        role = stack.pop()
        if self._skip:
            if len(stack) < self._skip:
                self._end_skipped()
            return
        if role >= _WATCHED:
            role -= _WATCHED
            self._end_watched(role)
        if role == BLOCK:
            if self._texts:
                self._flush()
            self._current = self.parents[self._current]
            if tag in LISTS:
                self._lists -= 1
        elif role == LINK:
            self._close_link()
        elif role == STRONG:
            self._close_bold()

    def close(self) -> None:
        """Finish the last block."""
        if self._skip:
            self._end_skipped()
        if self._texts:
            self._flush()
        if self._orphan:
            raw, self._orphan = self._orphan, ""
            self._append(raw, "", hidden=True)

    @property
    def swallowing(self) -> str:
        """The last element whose text was not taken as text or not as markup: it may lack its end tag."""
        last = self.segments[-1].tag if self.segments else ""
        return last if last in OPAQUE else self._skipped or "title"

    def _open(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Open a container."""
        if self._texts:
            self._flush()
        if self._classes:
            self._classes.clear()
        # a second root (libxml2 closes the first at its end tag) hangs under the first
        self.parents.append(self._current if self._current >= 0 or not self.tags else 0)
        self._current = len(self.tags)
        self.tags.append(tag)
        if tag in LISTS:
            self._lists += 1
        if not attrib:
            self.names.append("")
            return
        names = attrib["class"] if "class" in attrib else ""
        if "id" in attrib:
            names = f"{names} {attrib['id']}" if names else attrib["id"]
        if "role" in attrib:
            names = f"{names} {attrib['role']}" if names else attrib["role"]
        self.names.append(names.lower())
        if tag == "html":
            self.collector.take_root(attrib)

    def _flush(self) -> None:
        """End the run: its text becomes a block, or several; white space alone becomes none."""
        texts = self._texts
        raw = texts[0] if len(texts) == 1 else "".join(texts)
        if self._marked:
            self._flush_marked(raw)
        elif raw.isspace():
            pass
        elif self.tags[self._current] in PREFORMATTED:
            for part in _BLANK_LINE.split(raw):
                self._add(part, normalise(part))
        else:
            self._add(raw, normalise(raw))
        texts.clear()
        self._break = -1

    def _flush_marked(self, raw: str) -> None:
        """End a run that holds links, bold or unshown text; what is open goes on in the next run."""
        texts, links = self._texts, self._links
        if 0 <= self._link < len(texts):
            links.append((self._link, len(texts), self._href))
        if self._bold >= 0:
            self._bold_chars += count_chars(texts[self._bold :])
        unshown = ""
        if self._unshown or self._cut >= 0:
            if self._cut >= 0:
                self._hide(self._cut)
            unshown, raw = "".join(self._unshown), "".join(texts)
            self._unshown.clear()
        if not raw.isspace():
            self._add_linked(raw)
        links.clear()
        self._bold_chars = 0
        if unshown:
            self._add(unshown, normalise(unshown), hidden=True)
        self._reopen()

    def _reopen(self) -> None:
        """What is open goes on from the first text of the next run."""
        self._link = min(self._link, 0)
        self._bold = min(self._bold, 0)
        self._cut = min(self._cut, 0)
        self._marked = self._link == 0 or self._bold == 0 or self._cut == 0

    def _add_linked(self, raw: str) -> None:
        """Add a run that may hold links; one of links alone becomes one block a link."""
        texts, links = self._texts, self._links
        if len(links) > 1 and self.tags[self._current] not in HEADINGS and is_menu(texts, links):
            for entry in entries(texts, links):
                text = normalise(entry.shown)
                self._add(entry.raw, text, len(text) - text.count(" "), entry.href)
            return
        link_chars = 0
        for low, high, _ in links:
            link_chars += count_chars(texts[low:high])
        self._add(raw, normalise(raw), link_chars, links[0][2] if links else None)

    def _add(
        self, raw: str, text: str, link_chars: int = 0, href: str | None = None, *, hidden: bool = False
    ) -> None:
        """Add a block; zero width characters alone go with the block before them, or the first one."""
        if text:
            if self._orphan:
                raw, self._orphan = self._orphan + raw, ""
            self._append(raw, text, link_chars, href, hidden=hidden)
        elif not raw or raw.isspace():
            pass
        elif self.segments:
            self.segments[-1] = self.segments[-1]._replace(raw=self.segments[-1].raw + raw)
        else:
            self._orphan += raw

    def _append(
        self, raw: str, text: str, link_chars: int = 0, href: str | None = None, *, hidden: bool = False
    ) -> None:
        current = self._current
        names = " ".join(self._classes)[:_MAX_NAMES].lower() if self._classes else ""
        hidden = hidden or self._hidden > 0
        tag, indent, bold = self.tags[current], self._lists, self._bold_chars
        self.segments.append(
            Segment(text, raw, None, None, tag, current, link_chars, bold, href, hidden, 0, indent, _ALONE, names)
        )

    def _hide(self, mark: int) -> None:
        """Take what no reader sees out of the run; it becomes a block behind it."""
        self._unshown += self._texts[mark:]
        del self._texts[mark:]
        while self._links and self._links[-1][1] > mark:
            self._links.pop()

    def _start_special(self, role: int, tag: str, attrib: Mapping[str, str]) -> int:
        """Start what is neither a plain block nor plain inline nor a link; return the role that it takes."""
        if role == STRONG:
            self._open_bold()
        elif role == BREAK:
            self._line_break()
        elif role == IMAGE:
            pending = bool(self._texts) and not "".join(self._texts).isspace()
            self.collector.take_image(attrib, len(self.segments) + pending)
        elif role == META:
            self.collector.take_meta(tag, attrib)
        elif role == SKIP:
            return self._start_skipped(tag, attrib)
        elif role == UNSHOWN:
            self._open(tag, attrib)
            self._hidden += 1
            self._watches.append(_Watch(None, hides=True))
            return BLOCK + _WATCHED
        elif role == BUTTON:
            if self._texts and self.tags[self._current] == "p":
                return INLINE
            self._open(tag, attrib)
            return BLOCK
        return role

    def _open_link(self, attrib: Mapping[str, str]) -> None:
        """Begin a link; a link inside a link ends the outer one, as in browsers."""
        if self._link >= 0:
            self._close_link()
        self._link = len(self._texts)
        self._marked = True
        if attrib:
            self._href = attrib["href"] if "href" in attrib else None
            if "class" in attrib:
                self._classes.append(attrib["class"])

    def _close_link(self) -> None:
        if 0 <= self._link < len(self._texts):
            self._links.append((self._link, len(self._texts), self._href))
        self._link = -1

    def _open_bold(self) -> None:
        if self._bold < 0:
            self._bold = len(self._texts)
            self._marked = True

    def _close_bold(self) -> None:
        if self._bold >= 0:
            self._bold_chars += count_chars(self._texts[self._bold :])
        self._bold = -1

    def _line_break(self) -> None:
        """Add a line break; the second in a row is a block border."""
        texts = self._texts
        if 0 <= self._break <= len(texts) and not "".join(texts[self._break :]).strip():
            self._flush()
        else:
            texts.append("\n")
            self._break = len(texts)

    def _start_skipped(self, tag: str, attrib: Mapping[str, str]) -> int:
        if tag == "template" and ("shadowrootmode" in attrib or "shadowroot" in attrib):
            return INLINE  # declarative shadow roots are shown
        self._skip_mark = len(self._texts)
        self._skipped = tag
        self._skipped_attrib = attrib
        return SKIP

    def _end_skipped(self) -> None:
        text = "".join(self._texts[self._skip_mark :])
        del self._texts[self._skip_mark :]
        self._skip = 0
        self.collector.take_skipped(self._skipped, self._skipped_attrib, text)

    def _leave_svg(self) -> None:
        """A block inside ``<svg>``: its end tag was forgotten."""
        inner = len(self._stack) - self._skip + 1
        self._stack[-inner:] = [INLINE] * inner
        self._end_skipped()

    def _watch(self, role: int, tag: str, attrib: Mapping[str, str]) -> int:
        """Look at the attributes that few elements have; return the role, watched if its end matters."""
        if role in (META, SKIP) or role >= _WATCHED:
            return role
        mark = self.collector.open_mark(tag, attrib, len(self.segments), len(self._texts))
        hides = ("style" in attrib or "hidden" in attrib) and is_unshown(tag, attrib)
        if mark is None and not hides:
            return role
        if hides:
            if role == BLOCK:
                self._hidden += 1
            elif self._cut < 0:
                self._cut = len(self._texts)
                self._marked = True
            else:
                hides = False
        self._watches.append(_Watch(mark, hides))
        return role + _WATCHED

    def _end_watched(self, role: int) -> None:
        watch = self._watches.pop()
        if watch.mark is not None:
            self.collector.close_mark(watch.mark, self._text_since(watch.mark))
        if watch.hides and role == BLOCK:
            if self._texts:
                self._flush()
            self._hidden -= 1
        elif watch.hides:
            self._hide(self._cut)
            self._cut = -1

    def _text_since(self, mark: OpenMark) -> str:
        """The text of a marked element."""
        if mark.segment == len(self.segments):
            return "".join(self._texts[mark.text :])
        shown = [each.text for each in self.segments[mark.segment : mark.segment + _MARK_BLOCKS]]
        return " ".join((*shown, *self._texts))
