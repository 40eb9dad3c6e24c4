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
    CUSTOM,
    HOLDERS,
    IMAGE,
    INLINE,
    LEAVES_SVG,
    LINK,
    LIST,
    META,
    OPAQUE,
    ROLES,
    SKIP,
    STRONG,
    TIME,
    UNSHOWN,
    is_set_as_block,
    is_unshown,
)
from cleannews.read.prescan import MAX_DEPTH
from cleannews.read.run import Run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cleannews.read.hints import Collector, OpenMark

_TOO_DEEP = MAX_DEPTH + 50
"""Above the limit of flattening, whose count of open elements is not exactly the parser's."""

_WATCHED = 16
"""Added to the role of an open element at whose end more is to do than its role says."""

_SPECIAL = frozenset({"style", "hidden", "itemprop", "property", "datetime", "rel"})
_MARK_BLOCKS = 20
"""Blocks of a marked element whose text is looked at."""


class TooDeepError(Exception):
    """The page is nested so deep that it has to be flattened first."""


class _Watch(NamedTuple):
    """What is to do at the end of an open element."""

    mark: OpenMark | None
    hides: bool


_CAPTION = re.compile(r"caption(?![a-z])|img_desc", re.IGNORECASE)
"""Classes by which an inline element holds a caption, as Naver's and old pages' do: it is a block."""


class Walker(Run):
    """Collects blocks and containers from parser events.

    Args:
        collector: Takes what is a hint and no text.
    """

    def __init__(self, collector: Collector) -> None:
        super().__init__()
        self.data = self._texts.append
        self.parents: list[int] = []
        self.collector = collector
        self._stack: list[int] = []
        self._watches: list[_Watch] = []
        # the element whose text is left out, its depth and where its text begins
        self._skip = 0
        self._skip_mark = 0
        self._skipped = ""
        self._skipped_attrib: Mapping[str, str] = {}

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Take a start tag."""
        role = ROLES.get(tag, CUSTOM)
        stack = self._stack
        if len(stack) > _TOO_DEEP:
            raise TooDeepError
        if self._skip and self._passes_over(tag):
            stack.append(role)
            return
        if role == BLOCK:
            # half of all elements: self._open(), written out
            if self._texts:
                self._flush()
            self._classes.clear()
            parent, self._current = self._current, len(self.tags)
            self.parents.append(parent if parent >= 0 else self._root(tag, attrib))
            self.tags.append(tag)
            self.names.append(_names_of(attrib) if attrib else "")
        elif role == INLINE:
            if "class" in attrib:
                role = self._start_classed(tag, attrib)
        elif role == LINK:
            self._open_link(attrib)
        elif role == LIST:
            self._open(tag, attrib)
            self._lists += 1
        else:
            role = self._start_special(role, tag, attrib)
        if attrib and not _SPECIAL.isdisjoint(attrib):
            role = self._watch(role, tag, attrib)
        stack.append(role)

    def end(self, _tag: str) -> None:
        """Take an end tag; the parser gives one for every start tag."""
        role = self._stack.pop()
        if self._skip:
            if len(self._stack) < self._skip:
                self._end_skipped()
        elif role == BLOCK:
            self._shut()
        elif role == LINK:
            self._close_link()
        elif role != INLINE:
            self._end_special(role)

    def close(self) -> None:
        """Finish the last block."""
        if self._skip:
            self._end_skipped()
        if self._texts:
            self._flush()
        orphaned = self._place_orphans() if self._orphans else ""
        if orphaned and self.tags:
            self._current = 0
            self._hidden += 1
            self._add(orphaned, orphaned, 0, None)
            self.segments[-1] = self.segments[-1]._replace(text="")

    @property
    def swallowing(self) -> str:
        """The last element whose text was not taken as text or not as markup: it may lack its end tag."""
        last = self.segments[-1].tag if self.segments else ""
        return last if last in OPAQUE else self._skipped or "title"

    def _title(self) -> str | None:
        return self.collector.title

    def _end_special(self, role: int) -> None:
        """End what is watched, or neither a plain block nor plain inline nor a link."""
        if role >= _WATCHED:
            role -= _WATCHED
            self._end_watched(role)
        if role == BLOCK:
            self._shut()
        elif role == LIST:
            self._shut()
            self._lists -= 1
        elif role == LINK:
            self._close_link()
        elif role == STRONG:
            self._close_bold()

    def _shut(self) -> None:
        """Close a container."""
        if self._texts:
            self._flush()
        self._current = self.parents[self._current]

    def _open(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Open a container."""
        if self._texts:
            self._flush()
        self._classes.clear()
        parent, self._current = self._current, len(self.tags)
        self.parents.append(parent if parent >= 0 else self._root(tag, attrib))
        self.tags.append(tag)
        self.names.append(_names_of(attrib) if attrib else "")

    def _root(self, tag: str, attrib: Mapping[str, str]) -> int:
        """The parent of a root: of a second one (libxml2 closes the first at its end tag) it is the first."""
        if tag == "html":
            self.collector.take_root(attrib)
        return 0 if self.tags else -1

    def _start_classed(self, tag: str, attrib: Mapping[str, str]) -> int:
        """Start an inline element with a class; return the role that it takes."""
        if _CAPTION.search(attrib["class"]):
            self._open(tag, attrib)
            return BLOCK
        self._classes.append(attrib["class"])
        return INLINE

    def _start_special(self, role: int, tag: str, attrib: Mapping[str, str]) -> int:
        """Start what is neither a plain block nor plain inline nor a link; return the role that it takes."""
        if role == STRONG:
            self._open_bold()
        elif role == BREAK:
            if self.collector.pictures and not any(map(str.strip, self._texts)):
                self.collector.take_break(len(self.segments), self._current)
            self._line_break(attrib.get("clear"))
        elif role == IMAGE:
            self.collector.take_image(attrib, len(self.segments), self._texts, self._current)
        elif role == META:
            self.collector.take_meta(tag, attrib)
        elif role == SKIP:
            return self._start_skipped(tag, attrib)
        elif role == UNSHOWN:
            self._open(tag, attrib)
            self._hidden += 1
            self._watches.append(_Watch(None, hides=True))
            return BLOCK + _WATCHED
        elif role == TIME:
            return self._watch(INLINE, tag, attrib)
        elif role in (BUTTON, CUSTOM):
            return self._start_doubtful(role, tag, attrib)
        return role

    def _start_doubtful(self, role: int, tag: str, attrib: Mapping[str, str]) -> int:
        """Start a button, or an element of the page's own: a block, unless it stands inside a sentence."""
        if role == BUTTON:
            inside = bool(self._texts) and self.tags[self._current] == "p"
        else:
            inside = "-" not in tag or any(map(str.strip, self._texts)) or not self._may_part()
        if not inside:
            self._open(tag, attrib)
            if role == CUSTOM:  # its name says what classes say of others: <post-comments>
                self.names[-1] = f"{tag} {self.names[-1]}".rstrip()
            return BLOCK
        if role == CUSTOM and "class" in attrib:
            self._classes.append(attrib["class"])
        return INLINE

    def _may_part(self, also: tuple[str, ...] = ()) -> bool:
        """Tell whether an element that is inline by its name may be a block here."""
        if self._link >= 0 or self._bold >= 0 or self._current < 0:
            return False
        tag = self.tags[self._current]
        return tag in HOLDERS or tag in also or "-" in tag

    def _start_skipped(self, tag: str, attrib: Mapping[str, str]) -> int:
        if tag == "template" and ("shadowrootmode" in attrib or "shadowroot" in attrib):
            return INLINE  # declarative shadow roots are shown
        self._skip = len(self._stack) + 1
        self._skip_mark = len(self._texts)
        self._skipped = tag
        self._skipped_attrib = attrib
        return SKIP

    def _end_skipped(self) -> None:
        text = "".join(self._texts[self._skip_mark :])
        del self._texts[self._skip_mark :]
        self._skip = 0
        self.collector.take_skipped(self._skipped, self._skipped_attrib, text)

    def _passes_over(self, tag: str) -> bool:
        """Whether an element inside one that is left out is left out as well."""
        if self._skipped != "svg" or tag not in LEAVES_SVG:
            return True
        self._leave_svg()
        return False

    def _leave_svg(self) -> None:
        """A block inside ``<svg>``: its end tag was forgotten."""
        inner = len(self._stack) - self._skip + 1
        self._stack[-inner:] = [INLINE] * inner
        self._end_skipped()
        self._skipped = ""

    def _watch(self, role: int, tag: str, attrib: Mapping[str, str]) -> int:
        """Look at the attributes that few elements have; return the role, watched if its end matters."""
        if role in (META, SKIP) or role >= _WATCHED:
            return role
        mark = self.collector.open_mark(tag, attrib, len(self.segments), len(self._texts))
        if role == INLINE and "style" in attrib and is_set_as_block(attrib) and self._may_part(("p",)):
            self._open(tag, attrib)
            role = BLOCK
        hides = ("style" in attrib or "hidden" in attrib) and is_unshown(tag, attrib)
        if mark is None and not hides:
            return role
        if hides:
            if INLINE < role <= LIST:
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
        if watch.hides and INLINE < role <= LIST:
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


def _names_of(attrib: Mapping[str, str]) -> str:
    names = attrib.get("class", "")
    if "id" in attrib:
        names = f"{names} {attrib['id']}" if names else attrib["id"]
    if "role" in attrib:
        names = f"{names} {attrib['role']}" if names else attrib["role"]
    if "aria-label" in attrib and "crumb" in attrib["aria-label"].lower():
        names = f"{names} breadcrumb" if names else "breadcrumb"
    return names.lower()
