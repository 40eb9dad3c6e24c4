"""From parser events to blocks: which texts belong together, and in which element they stand.

The walker is a target of lxml's parser (the events of libxml2's repaired tree) and no walk over a finished
tree: events cost half of what tree proxies cost, libxml2's limits on depth and on the size of a text do not
apply, and tags with very many attributes stay linear (measured on lxml 6.1 with libxml2 2.14).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.read.elements import (
    BLOCK,
    BREAK,
    BUTTON,
    IMAGE,
    INLINE,
    LEAVES_SVG,
    LINK,
    LISTS,
    META,
    ROLES,
    SKIP,
    STRONG,
    UNSHOWN,
    is_read_aloud,
    is_unshown,
)
from cleannews.read.run import Place, Run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cleannews.read.hints import Collector, OpenMark
    from cleannews.read.page import Segment

MAX_DEPTH = 250
"""Deeper pages are flattened before they are parsed: at an end tag that has no start tag libxml2 looks through
all open elements, which is quadratic. The deepest page of the development corpora has 70 levels."""

_WATCHED = 16
"""Added to the role of an open element at whose end more is to do than its role says."""

_SPECIAL = frozenset({"style", "hidden", "itemprop", "property", "rel", "datetime"})

_MARK_CHARS = 1_000
"""Longest text of a marked element that is looked at."""


class TooDeepError(Exception):
    """The page is nested deeper than :data:`MAX_DEPTH`."""


class _Watch:
    """What is to do at the end of an open element."""

    __slots__ = ("block", "inline", "mark")

    def __init__(self) -> None:
        self.mark: OpenMark | None = None
        self.block = False
        self.inline = False


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
        self._collector = collector
        self._run = Run(self.segments)
        self._texts = self._run.texts
        self.data = self._texts.append
        self._stack: list[int] = []
        self._current = -1
        self._skip = 0
        self._skip_mark = 0
        self._skipped = ""
        self._skipped_attrib: Mapping[str, str] = {}
        self._hidden = 0
        self._lists = 0
        self._watches: list[_Watch] = []

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Take a start tag."""
        role = ROLES.get(tag, INLINE)
        stack = self._stack
        if self._skip:
            if self._skipped != "svg" or tag not in LEAVES_SVG:
                stack.append(role)
                return
            self._leave_svg()
        if len(stack) > MAX_DEPTH:
            raise TooDeepError
        if role == BLOCK:
            if self._texts:
                self._flush()
            self._open(tag, attrib)
        elif role == INLINE:
            if attrib and "class" in attrib:
                self._run.names.append(attrib["class"])
        else:
            role = self._start_special(role, tag, attrib)
        if attrib and not _SPECIAL.isdisjoint(attrib) and self._watch(role, tag, attrib):
            role += _WATCHED
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
        if not role:
            return
        if role >= _WATCHED:
            role -= _WATCHED
            self._end_watched()
        if role == BLOCK:
            if self._texts:
                self._flush()
            self._current = self.parents[self._current]
            if tag in LISTS:
                self._lists -= 1
        elif role == LINK:
            self._run.close_link()
        elif role == STRONG:
            self._run.close_bold()

    def close(self) -> None:
        """Finish the last block."""
        if self._skip:
            self._end_skipped()
        self._run.close(self._place())

    def _place(self) -> Place:
        current = self._current
        return Place(self.tags[current] if current >= 0 else "", current, self._lists, self._hidden > 0)

    def _flush(self) -> None:
        self._run.flush(self._place())

    def _open(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Open a container."""
        self.parents.append(self._current)
        self._current = len(self.tags)
        self.tags.append(tag)
        if tag in LISTS:
            self._lists += 1
        if not attrib:
            self.names.append("")
            return
        names = [attrib[key] for key in ("class", "id", "role") if key in attrib]
        self.names.append(" ".join(names).lower())
        if tag == "html":
            self._collector.take_root(attrib)

    def _start_special(self, role: int, tag: str, attrib: Mapping[str, str]) -> int:
        """Start an element that is neither a plain block nor plain inline; return the role it takes."""
        run = self._run
        if role == LINK:
            run.open_link(attrib.get("href"))
            if "class" in attrib:
                run.names.append(attrib["class"])
        elif role == STRONG:
            run.open_bold()
        elif role == BREAK:
            if run.line_break():
                self._flush()
        elif role == IMAGE:
            pending = bool(self._texts) and not "".join(self._texts).isspace()
            self._collector.take_image(attrib, len(self.segments) + pending)
        elif role == META:
            self._collector.take_meta(tag, attrib)
        elif role == SKIP:
            return self._start_skipped(tag, attrib)
        elif role in (BUTTON, UNSHOWN):
            return self._start_replaced(role, tag, attrib)
        return role

    def _start_replaced(self, role: int, tag: str, attrib: Mapping[str, str]) -> int:
        if role == BUTTON and self._texts and self.tags[self._current] == "p":
            return INLINE
        if self._texts:
            self._flush()
        self._open(tag, attrib)
        return BLOCK

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
        self._collector.take_skipped(self._skipped, self._skipped_attrib, text)

    def _leave_svg(self) -> None:
        """A block inside ``<svg>``: its end tag was forgotten."""
        self._stack[self._skip - 1 :] = [INLINE] * (len(self._stack) - self._skip + 1)
        self._end_skipped()

    def _watch(self, role: int, tag: str, attrib: Mapping[str, str]) -> bool:
        """Look at the attributes that few elements have; tell whether the element's end is to be watched."""
        watch = _Watch()
        if role not in (META, SKIP):
            watch.mark = self._collector.open_mark(tag, attrib, len(self.segments), len(self._texts))
        if ("style" in attrib or "hidden" in attrib) and is_unshown(tag, attrib):
            watch.block = role == BLOCK
            watch.inline = role in (INLINE, LINK, STRONG)
            if watch.block:
                self._hidden += 1
            elif watch.inline:
                self._run.open_unshown()
        if watch.mark is None and not watch.block and not watch.inline:
            return False
        self._watches.append(watch)
        return True

    def _end_watched(self) -> None:
        watch = self._watches.pop()
        mark = watch.mark
        if mark is not None:
            self._collector.close_mark(mark, self._text_since(mark.segment, mark.text))
        if watch.inline:
            self._run.close_unshown()
        elif watch.block:
            if self._texts:
                self._flush()
            self._hidden -= 1

    def _text_since(self, segment: int, text: int) -> str:
        """The text of a marked element that began before ``segment``, at ``text`` of the run."""
        if segment == len(self.segments):
            return "".join(self._texts[text:])
        shown = " ".join(each.text for each in self.segments[segment : segment + 20])
        return f"{shown} {''.join(self._texts)}"[:_MARK_CHARS]
