"""The strings of a record, an object of JSON or a printed dictionary, each with the keys above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

_OPENING = re.compile(r"\s{0,1000}(?:\[\s{0,100})?\{\s{0,100}[\"']")
_TOKEN = re.compile(
    r"\s*(?:[bu]?\"(?P<double>[^\"\\]*(?:\\.[^\"\\]*)*)\"|[bu]?'(?P<single>[^'\\]*(?:\\.[^'\\]*)*)'"
    r"|(?P<sign>[\[\]{}(),:])|[\w.+-]+)",
    re.DOTALL,
)
_CLOSES = {"}": "{", "]": "[", ")": "("}
_DEEPEST = 100


class Level(NamedTuple):
    """An object or a list."""

    number: int
    """Which of all it is."""
    name: str
    """The key under which it stands, that of the list around it if it stands in one."""
    is_list: bool


class String(NamedTuple):
    """A string that is a value."""

    key: str
    """The key before it, or the name of the list that holds it."""
    start: int
    end: int
    levels: tuple[Level, ...]
    """The objects and lists around it, the outermost first."""


@dataclass(slots=True)
class _Reader:
    """Reads a record token by token."""

    source: str
    strings: list[String] = field(default_factory=list)
    levels: list[Level] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    """The key that was read last, of each level."""
    awaited: list[bool] = field(default_factory=list)
    """Whether a key comes next, of each level; of the outermost list, whether its first object is to come."""
    opened: int = 0

    def read(self) -> bool:
        """Read the whole; ``False`` if it is no record."""
        end = len(self.source.rstrip())
        place = 0
        while place < end:
            found = _TOKEN.match(self.source, place)
            if found is None or (place and not self.levels) or len(self.levels) > _DEEPEST:
                return False
            place = found.end()
            sign = found["sign"]
            if sign is None:
                self._string(*found.span(found.lastgroup)) if found.lastgroup else None
            elif not (self._close(sign) if sign in _CLOSES else self._open(sign)):
                return False
        return not self.levels

    def _close(self, sign: str) -> bool:
        if not self.levels or self.levels[-1].is_list != (sign != "}"):
            return False
        for stack in (self.levels, self.keys, self.awaited):
            stack.pop()
        return True

    def _open(self, sign: str) -> bool:
        """Take what opens, a comma or a colon; ``False`` for a second object in the outermost list."""
        if sign in ":,":
            if self.levels:
                self.awaited[-1] = sign == "," and not self.levels[-1].is_list
            return True
        if len(self.levels) == 1 and self.levels[0].is_list:
            if not self.awaited[0]:  # many dumps
                return False
            self.awaited[0] = False
        self.opened += 1
        self.levels.append(Level(self.opened, self._key(), sign != "{"))
        self.keys.append("")
        self.awaited.append(True)
        return True

    def _key(self) -> str:
        """What a value that comes now is called."""
        if not self.levels:
            return ""
        return self.levels[-1].name if self.levels[-1].is_list else self.keys[-1]

    def _string(self, start: int, end: int) -> None:
        if self.levels and self.awaited[-1] and not self.levels[-1].is_list:
            self.keys[-1] = self.source[start:end]
        elif self.levels:
            self.strings.append(String(self._key(), start, end, tuple(self.levels)))


def strings_of(source: str) -> list[String]:
    r"""Read the strings of a dump that is a record and nothing else; none if it is anything else.

    >>> [(each.key, source[each.start : each.end]) for source in ['{"a": "b", "c": ["d"]}']
    ...  for each in strings_of(source)]
    [('a', 'b'), ('c', 'd')]
    """
    if source[:1] not in "{[ \n\r\t" or _OPENING.match(source) is None:
        return []
    reader = _Reader(source)
    return reader.strings if reader.read() else []
