"""Lists that somebody typed: lines in a row that begin with the same sign, or with numbers that go on.

One line tells nothing: ``- No, she said.`` is a reply, ``1. FC Northport wins`` a club. Several in a row do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.letters import CLOSING, COLONS
from cleannews.read.lines import make_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.lines import Line

_SPACE = "[ \t\u00a0]"
_DASHES = "-\u2013\u2014"
_SIGNS = "+\u203b\u2192\u2610\u2611\u2612\u2713\u2714\u2715\u2716\u2717\u2718\u27a4"
_BULLETS = "\u2022\u2023\u25a0\u25aa\u25b6\u25ba\u25c6\u25cf\u30fb"
"""Behind these no white space is needed."""
_RINGS = "".join(map(chr, range(0x2460, 0x2474)))
"""One to twenty in a ring."""
_SIGN = re.compile(rf"[{_DASHES}{_SIGNS}]{_SPACE}+(?=\S)|[{_BULLETS}]{_SPACE}*(?=\S)")
_HAN = "一二三四五六七八九十"
"""One to ten in Chinese and Japanese, as ``（一）`` and ``一、``."""
_CYRILLIC = "абвгдежзиклмнопр"
"""Letters that count in Russian, without those that are left out."""
_COUNT = re.compile(
    rf"(?P<open>\(?)(?:(?P<number>\d{{1,2}})|(?P<letter>[a-z])|(?P<cyrillic>[{_CYRILLIC}]))"
    rf"(?P<close>[.)]){_SPACE}+(?=\S)"
    rf"|(?P<ring>[{_RINGS}]){_SPACE}*(?=\S)"
    rf"|(?P<before>（?)(?P<han>[{_HAN}]|\d{{1,2}})(?P<behind>[）、．])\s*(?=\S)"
)
_STARTS = frozenset(_DASHES + _SIGNS + _BULLETS + _RINGS + _HAN + "(（0123456789")

_CLOSES = frozenset(".)")
"""Behind a letter that counts."""

_ITEMS = 3
"""Items of a list at least; two where a colon announces them."""
_SPOKEN_ENDS = ".!?…。！？؟"
"""A row of lines behind dashes that end so is a dialogue."""


class _Mark(NamedTuple):
    """What a line begins with."""

    kind: str
    """The sign, or how numbers are written."""
    number: int
    """Which number; 0 for a sign."""
    size: int
    """Characters of the mark and the white space behind it."""


def listed(lines: list[Line]) -> list[Line]:
    r"""Take the marks off lists that were typed; their lines become list items.

    >>> from cleannews.read.lines import lines_of
    >>> [(line.text, line.tag) for line in listed(lines_of("Bring:\n- a lamp\n- a rope"))]
    [('Bring:', ''), ('a lamp', 'li'), ('a rope', 'li')]
    """
    suspects = [  # few lines, and told without a call
        (index, line) for index, line in enumerate(lines) if line[0][:1] in _STARTS or line[0][1:2] in _CLOSES
    ]
    marks = {index: mark for index, line in suspects if (mark := _mark_of(line))}
    if len(marks) < 2:  # noqa: PLR2004 - one is no list
        return lines
    items: dict[int, _Mark] = {}
    for run in _runs(lines, marks):
        if _is_list(lines, run, marks):
            items.update((index, marks[index]) for index in run)
    if not items:
        return lines
    return [_item(line, items[index]) if index in items else line for index, line in enumerate(lines)]


def _item(line: Line, mark: _Mark) -> Line:
    return make_line((line.text[mark.size :], *line[1:5], "li", mark.size, line[7]))


def _mark_of(line: Line) -> _Mark | None:
    text = line.text
    if line.tag or line.join is not None:
        return None
    if found := _SIGN.match(text):
        return _Mark(text[0], 0, found.end())
    found = _COUNT.match(text)
    return _count(found) if found else None


def _count(found: re.Match[str]) -> _Mark:
    """Read a number, a letter or a number in a ring, with what it is written between."""
    if found["ring"]:
        return _Mark("ring", _RINGS.index(found["ring"]) + 1, found.end())
    if found["han"]:
        number = _HAN.find(found["han"]) + 1 or int(found["han"])
        return _Mark(f"{found['before']}{_HAN[0]}{found['behind']}", number, found.end())
    if found["cyrillic"]:
        return _Mark(f"{found['open']}а{found['close']}", _CYRILLIC.index(found["cyrillic"]) + 1, found.end())
    if found["letter"]:
        return _Mark(f"{found['open']}a{found['close']}", ord(found["letter"]) - ord("a") + 1, found.end())
    return _Mark(f"{found['open']}1{found['close']}", int(found["number"]), found.end())


def _runs(lines: Sequence[Line], marks: dict[int, _Mark]) -> Iterator[list[int]]:
    """Yield items that follow each other: same mark and distance, numbers that go on."""
    run: list[int] = []
    for index, mark in marks.items():
        if run and _goes_on(lines, run, index, marks):
            run.append(index)
            continue
        yield run
        run = [index] if mark.number <= 1 else []
    yield run


def _goes_on(lines: Sequence[Line], run: list[int], index: int, marks: dict[int, _Mark]) -> bool:
    last, mark, line = marks[run[-1]], marks[index], lines[index]
    before = lines[run[-1]]
    if (
        mark.kind != last.kind
        or line.indent != before.indent
        or mark.number != last.number + bool(mark.number)
    ):
        return False
    if len(run) > 1 and line.gap != before.gap:
        return False
    between = lines[run[-1] + 1 : index]
    return all(rest.indent > before.indent and not rest.gap for rest in between)


def _is_list(lines: Sequence[Line], run: list[int], marks: dict[int, _Mark]) -> bool:
    if not run:
        return False
    announced = run[0] > 0 and lines[run[0] - 1].text.endswith(COLONS)
    if len(run) < _ITEMS - announced:
        return False
    bare = [lines[index].text.rstrip(CLOSING) for index in run]
    if (
        marks[run[0]].kind in _DASHES
        and not announced
        and any(text[-1:] in _SPOKEN_ENDS for text in bare[:-1])
    ):
        return False
    firsts = {text[marks[index].size :].split(" ", 1)[0] for index, text in zip(run, bare, strict=True)}
    return not marks[run[0]].number or len(firsts) > 1
