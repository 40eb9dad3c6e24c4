r"""Pages of print: what a browser or a paper sets at the head and foot of each, and the breaks between them.

Programs that turn PDF into text end each page with a form feed. Chrome and Firefox print the day, the page's
title, its address and ``1/4`` around it; papers their name and a number.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.letters import is_ended
from cleannews.read.rewriting import Change, Unescaped, rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BREAK = "\f"
_LINE = re.compile(r"[^\n\r\f]+")
_DIGITS = re.compile(r"\d+")
_EDGE = 4
"""Lines at the head and at the foot of a page that may run through all of them."""
_MIN_PAGES, _MOST_PAGES = 2, 0.6
"""Pages through which a line runs: so many, and so large a share of them."""
_STAMP = re.compile(
    r"\s*(?:https?://\S+(?:\s+\d{1,3}\s?/\s?\d{1,3})?|\d{1,3}\s?(?:/|of|von|de|sur|di|van|z|из)\s?\d{1,3}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:,?\s+\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?)?(?:\s{2,}\S.*)?)\s*"
)
"""An address, the number of the page, the moment of the print with or without the title behind it."""


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    key: str
    """The line with its numbers masked, white space single."""


def without_running_heads(source: str) -> Unescaped | None:
    r"""Take off what runs through the pages of a print, and join what the break of a page parted.

    Args:
        source: The dump.

    Returns:
        ``None`` if it has no pages, or nothing runs through them.

    >>> pages = ["3/5/24\nRain | Post\n\nIt rained all\n\n1/2\n", "3/5/24\nRain | Post\n\nday long.\n\n2/2\n"]
    >>> without_running_heads("\f".join(pages)).text
    'Rain | Post\n\nIt rained all\nday long.'
    """
    if source.count(_BREAK) < _MIN_PAGES - 1:
        return _without_numbered_heads(source)
    pages = [lines for lines in _pages(source) if lines]
    running = _running(pages)
    if len(pages) < _MIN_PAGES or not running:
        return None
    bodies = [_body(lines, running, first=place == 0) for place, lines in enumerate(pages)]
    kept = [lines for lines in bodies if lines]
    if not kept:
        return None
    changes = [Change(0, kept[0][0].start, "")]
    for before, after in pairwise(kept):
        last, following = before[-1], after[0]
        changes.append(Change(last.end, following.start, _joint(last, following)))
    changes.append(Change(kept[-1][-1].end, len(source), ""))
    return rewritten(source, [change for change in changes if change.start < change.end])


def _pages(source: str) -> Iterator[list[_Line]]:
    """Yield the lines of each page that are not blank."""
    start = 0
    for page in source.split(_BREAK):
        found = (line for line in _LINE.finditer(source, start, start + len(page)) if not line[0].isspace())
        yield [_Line(*line.span(), line[0], " ".join(_DIGITS.sub("#", line[0]).split())) for line in found]
        start += len(page) + 1


def _running(pages: Sequence[Sequence[_Line]]) -> frozenset[str]:
    """What stands at the heads, or at the feet, of most pages: the same lines, stamps with any numbers."""
    heads = Counter(key for lines in pages for key in {_key(line) for line in lines[:_EDGE]})
    feet = Counter(key for lines in pages for key in {_key(line) for line in lines[-_EDGE:]})
    least = max(_MIN_PAGES, _MOST_PAGES * len(pages))
    return frozenset(key for counts in (heads, feet) for key, count in counts.items() if count >= least)


def _key(line: _Line) -> str:
    """What a line is known by; a heading that counts ("Day 3") is another one on each page."""
    return line.key if _is_stamp(line) else line.text.strip()


def _body(lines: Sequence[_Line], running: frozenset[str], *, first: bool) -> Sequence[_Line]:
    """The lines of a page between its head and its foot; the title over the first page stays."""
    start, stop = 0, len(lines)
    while start < min(_EDGE, stop) and _key(lines[start]) in running:
        if first and not _is_stamp(lines[start]):
            break
        start += 1
    while stop > max(start + first, len(lines) - _EDGE) and _key(lines[stop - 1]) in running:
        stop -= 1
    return lines[start:stop]


def _is_stamp(line: _Line) -> bool:
    return _STAMP.fullmatch(line.text) is not None or _NUMBERED.match(line.text) is not None


def _joint(last: _Line, following: _Line) -> str:
    """One line end where a sentence goes on over the break, else a blank line."""
    goes_on = not is_ended(last.text.rstrip()) and following.text.lstrip()[:1].islower()
    return "\n" if goes_on or following.start - last.end < len("\n\n") else "\n\n"


def _without_numbered_heads(source: str) -> Unescaped | None:
    r"""The same where no form feed parts the pages: a long line that stands again and counts them.

    >>> page = "The Harbour Post - 9 March 2024     Page {}\n\n{}\n"
    >>> _without_numbered_heads(page.format(1, "It rained all") + page.format(2, "day long.")).text
    'It rained all\nday long.\n'
    """
    if _NUMBERED.search(source) is None:
        return None
    heads = [_Line(*line.span(), line[0], line[1]) for line in _NUMBERED.finditer(source)]
    numbers = [int(_PAGE.search(line.text)[1]) for line in heads]  # type: ignore[index]
    counted = len(heads) >= _MIN_PAGES and numbers == list(range(numbers[0], numbers[0] + len(heads)))
    if not counted or len({line.key for line in heads}) > 1:
        return None
    changes = []
    for line in heads:
        before, behind = source[: line.start].rstrip(), source[line.end :].lstrip()
        start, stop = len(before), len(source) - len(behind)
        goes_on = bool(before) and not is_ended(before) and behind[:1].islower()
        changes.append(Change(start, stop, "\n" if goes_on else "\n\n" if before else ""))
    return rewritten(source, changes)


_PAGE = re.compile(r"(\d{1,3})(?:\s?/\s?\d{1,3})?\s*$")
_NUMBERED = re.compile(
    r"^[ \t]*([^\s\d][^\n]{11,120}?)(?:\s{2,80}|\s[-–—|]\s)(?:Page |Seite |page |Página |Pagina |Strona )?"
    r"\d{1,3}(?:\s?/\s?\d{1,3})?[ \t]*$",
    re.MULTILINE,
)
"""The paper's name and the day, and at the end of the line, apart from them, the number of the page."""
