"""The run of text between two block borders, and the blocks it makes."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cleannews.read.broken_lines import PARTED, Line, borders, borders_inside
from cleannews.read.elements import HEADINGS, PREFORMATTED
from cleannews.read.menu import count_chars, entries, is_listed, is_menu, parted
from cleannews.read.normal import normalise
from cleannews.read.page import Join, make_segment
from cleannews.read.references import escaped_twice
from cleannews.read.seams import SEAMLESS, shown_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cleannews.read.menu import Entry, Link
    from cleannews.read.page import Segment

_MAX_NAMES = 200
"""Characters of class names kept for one block."""

_MOST_MARKS = 50
"""Links, and stretches of bold, of a run whose lines are looked at: each is held against each line."""

_CLEARING = frozenset({"all", "both", "left", "right"})

_BLANK_LINE = re.compile(r"\n[ \t\r]{0,500}\n")
_ALONE = Join.NONE


def _without_blanks(texts: list[str], low: int, high: int) -> tuple[int, int]:
    """Where the texts of a line begin and end, less the white space around them."""
    while low < high and not texts[low].strip():
        low += 1
    while low < high and not texts[high - 1].strip():
        high -= 1
    return low, high


class Run:
    """Collects text nodes, links, bold and unshown text, and makes blocks of them at every border.

    The base of :class:`~cleannews.read.walk.Walker`, which knows the elements: one object
    instead of two halves the cost of a block.
    """

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.tags: list[str] = []
        self.names: list[str] = []
        self._current = -1
        self._hidden = 0
        self._lists = 0
        self._texts: list[str] = []
        self._classes: list[str] = []
        self._links: list[Link] = []
        self._unshown: list[str] = []
        # where in the texts something open began; -1 where nothing is open
        self._link = self._bold = self._cut = self._break = -1
        self._href: str | None = None
        self._bold_chars = 0
        self._marked = False
        # of the run: the places of its line breaks, and from where to where it is bold
        self._breaks: list[int] = []
        self._bolds: list[tuple[int, int]] = []
        # text of zero width, which waits for a block to go with: one after the other would be quadratic
        self._orphans: list[str] = []

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
                self._add(part, normalise(part), 0, None)
        else:
            self._add(raw, normalise(self._shown(raw) if len(texts) > 1 else raw), 0, None)
        texts.clear()
        self._break = -1

    def _flush_lines(self) -> bool:
        """End a run whose line breaks part blocks; tell whether they do."""
        places, self._breaks = self._breaks, []
        if not self._is_whole():
            return False
        texts, links, bolds = self._texts.copy(), self._links, self._bolds.copy()
        spans = [_without_blanks(texts, low, high) for low, high in pairwise((0, *places, len(texts)))]
        lines = [
            Line(
                normalise("".join(texts[low:high])),
                any(a <= low and high <= b for a, b in bolds),
                any(low == a and b == high for a, b, _ in links),
            )
            for low, high in spans
        ]
        found = borders_inside(lines) if self.tags[self._current] == "p" else borders(lines, self._title())
        starts = (0, *places)
        cuts = [starts[line] for line in found]
        cuts = [cut for cut in cuts if not any(low < cut < high for low, high, _ in links)]
        for low, high in pairwise((0, *cuts, len(texts))) if cuts else ():
            self._texts[:] = texts[low:high]
            self._links = [(a - low, b - low, href) for a, b, href in links if low <= a and b <= high]
            self._bold_chars = sum(count_chars(texts[max(a, low) : min(b, high)]) for a, b in bolds)
            self._marked = bool(self._links or self._bold_chars)
            self._flush()
            self._bolds.clear()
        return bool(cuts)

    def _is_whole(self) -> bool:
        """Tell whether nothing that is open, and nothing unshown, is part of a run, and few links are."""
        few = len(self._links) <= _MOST_MARKS and len(self._bolds) <= _MOST_MARKS
        return few and self._link < 0 and self._bold < 0 and self._cut < 0 and not self._unshown

    def _title(self) -> str | None:
        """The title that the page's head says, if any."""
        return None

    def _shown(self, raw: str) -> str:
        """The text of a run as a reader sees it, parted where its elements meet."""
        return raw if self.tags[self._current] in SEAMLESS else shown_text(self._texts, raw)

    def _flush_marked(self, raw: str) -> None:
        """End a run that holds links, bold or unshown text; what is open goes on in the next run."""
        if self._breaks and self._flush_lines():
            return
        texts, links = self._texts, self._links
        if 0 <= self._link < len(texts):
            links.append((self._link, len(texts), self._href))
        if self._bold >= 0:
            self._bold_chars += count_chars(texts[self._bold :])
        unshown = self._take_unshown() if self._unshown or self._cut >= 0 else ""
        if unshown:
            raw = "".join(texts)
        if raw and not raw.isspace():
            self._add_linked(raw)
        links.clear()
        self._bolds.clear()
        self._bold_chars = 0
        if unshown:
            self._hidden += 1
            self._add(unshown, normalise(unshown), 0, None)
            self._hidden -= 1
        self._marked = False
        if self._link >= 0 or self._bold >= 0 or self._cut >= 0:
            self._reopen()

    def _reopen(self) -> None:
        """What is open goes on from the first text of the next run."""
        if self._link >= 0:
            self._link, self._marked = 0, True
        if self._bold >= 0:
            self._bold, self._marked = 0, True
        if self._cut >= 0:
            self._cut, self._marked = 0, True

    def _add_linked(self, raw: str) -> None:
        """Add a run that may hold links; one of links alone becomes one block a link."""
        texts, links = self._texts, self._links
        if len(links) <= 1:
            low, high, href = links[0] if links else (0, 0, None)
            text = normalise(self._shown(raw) if len(texts) > 1 else raw)
            self._add(raw, text, count_chars(texts[low:high]), href)
            return
        if self.tags[self._current] not in HEADINGS:
            found = self._entries()
            for entry in found:
                text = normalise(entry.shown)
                linked = len(text) - text.count(" ") if entry.href is not None else 0
                self._add(entry.raw, text, linked, entry.href)
            if found:
                return
        link_chars = 0
        for low, high, _ in links:
            link_chars += count_chars(texts[low:high])
        self._add(raw, normalise(self._shown(raw)), link_chars, links[0][2])

    def _entries(self) -> Sequence[Entry]:
        """The links of a run that is a list of them; none of other runs."""
        texts, links = self._texts, self._links
        if is_menu(texts, links):
            return tuple(entries(texts, links))
        return tuple(parted(texts, links)) if is_listed(self.names[self._current], texts, links) else ()

    def _add(self, raw: str, text: str, link_chars: int, href: str | None) -> None:
        """Add a block; zero width characters alone go with the block before them, or the first one."""
        if not text:
            if raw and not raw.isspace():
                self._orphans.append(raw)
            return
        if "&" in text and ";" in text and self.tags[self._current] not in PREFORMATTED:
            text = normalise(escaped_twice(text))
        if self._orphans:
            raw = self._place_orphans() + raw
        current, classes = self._current, self._classes
        names = " ".join(classes)[:_MAX_NAMES].lower() if classes else ""
        tag, bold, hidden, indent = self.tags[current], self._bold_chars, self._hidden > 0, self._lists
        made = (text, raw, None, None, tag, current, link_chars, bold, href, hidden, 0, indent, _ALONE, names)
        self.segments.append(make_segment(made))

    def _place_orphans(self) -> str:
        """Let the last block take the waiting text; give it back if there is no block yet."""
        raw = "".join(self._orphans)
        self._orphans.clear()
        if not self.segments:
            return raw
        self.segments[-1] = self.segments[-1]._replace(raw=self.segments[-1].raw + raw)
        return ""

    def _take_unshown(self) -> str:
        """Give the text of the run that no reader sees."""
        if self._cut >= 0:
            self._hide(self._cut)
        text = "".join(self._unshown)
        self._unshown.clear()
        return text

    def _hide(self, mark: int) -> None:
        """Take what no reader sees out of the run; it becomes a block behind it."""
        self._unshown += self._texts[mark:]
        self._texts[mark:] = ("",)  # a run without any text would not be ended
        while self._links and self._links[-1][1] > mark:
            self._links.pop()

    def _open_link(self, attrib: Mapping[str, str]) -> None:
        """Begin a link; a link inside a link ends the outer one, as in browsers."""
        if self._link >= 0:
            self._close_link()
        self._link = len(self._texts)
        self._marked = True
        self._href = attrib.get("href")
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
            self._bolds.append((self._bold, len(self._texts)))
        self._bold = -1

    def _line_break(self, clear: str | None) -> None:
        """Add a line break; the second in a row is a block border, as is one that goes below a picture."""
        texts = self._texts
        again = 0 <= self._break <= len(texts) and not "".join(texts[self._break :]).strip()
        if again or (clear is not None and clear.lower() in _CLEARING and texts):
            self._flush()
        else:
            texts.append("\n")
            self._break = len(texts)
            if self.tags[self._current] in PARTED:
                self._breaks.append(self._break)
                self._marked = True
