r"""A dump kept in a record: an object of JSON, or a dictionary as Python prints it.

``{"url": "https://...", "title": "Rain", "text": "Home\nNews\n..."}``: so scrapers and reader services keep
pages. The text is read from its field; title, authors, dates and address from the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.escapes import escapes_of
from cleannews.read.front_matter import FRONT, KEYS, said_hints
from cleannews.read.head import textless
from cleannews.read.labelled_head import folded, labels
from cleannews.read.normal import normalise
from cleannews.read.rewriting import Change, restored, rewritten
from cleannews.read.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.page import Hints, Segment
    from cleannews.read.rewriting import Unescaped

_OPENING = re.compile(r"\s{0,1000}(?:\[\s{0,100})?\{\s{0,100}[\"']")
_TOKEN = re.compile(
    r"\s*(?:[bu]?\"(?P<double>[^\"\\]*(?:\\.[^\"\\]*)*)\"|[bu]?'(?P<single>[^'\\]*(?:\\.[^'\\]*)*)'"
    r"|(?P<sign>[\[\]{}(),:])|[\w.+-]+)",
    re.DOTALL,
)
_CLOSES = {"}": "{", "]": "[", ")": "("}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = "\n\n"
_LONGEST = 2_000
"""Characters of a value that is no text."""
_DEEPEST = 100


class Record(NamedTuple):
    """Where the text of a record stands, and what the other fields say."""

    start: int
    end: int
    read: Unescaped
    """The text, its escapes read."""
    hints: Hints

    def placed(self, source: str, segments: Sequence[Segment]) -> list[Segment]:
        """Put the blocks of the text where they stand in the input, between the other fields."""
        first, stop = len(source) - len(source.lstrip()), len(source.rstrip())
        moved = restored(source[self.start : self.end], segments, self.read)
        return [
            textless(source, first, self.start, tag=FRONT),
            *(
                one._replace(start=(one.start or 0) + self.start, end=(one.end or 0) + self.start)
                for one in moved
            ),
            textless(source, self.end, stop, tag=FRONT),
        ]


@dataclass(slots=True)
class _Level:
    """An object or a list that is open."""

    sign: str
    name: str
    """The key under which it stands."""
    listed: bool
    """Whether it is one of many objects in a list, or inside of one."""
    number: int
    """Which of all objects and lists it is."""
    key: str = ""
    """The key that was read last."""
    awaited: bool = True
    """Whether a key comes next; of a list, whether its first object is still to come."""


class _Value(NamedTuple):
    key: str
    start: int
    end: int
    listed: bool
    group: int
    """Which object or list holds it."""


@dataclass(slots=True)
class _Reader:
    """Reads the strings of a record, each with the key under which it stands."""

    source: str
    levels: list[_Level] = field(default_factory=list)
    values: list[_Value] = field(default_factory=list)
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
            if found["sign"]:
                if not self._sign(found["sign"]):
                    return False
            elif found.lastgroup:
                self._string(*found.span(found.lastgroup))
        return not self.levels

    def _sign(self, sign: str) -> bool:
        if sign in _CLOSES:
            return bool(self.levels) and self.levels.pop().sign == _CLOSES[sign]
        top = self.levels[-1] if self.levels else None
        if sign == ":" and top:
            top.awaited = False
        elif sign == "," and top:
            top.awaited = top.sign == "{"
        elif sign not in ":,":
            if len(self.levels) == 1 and top and top.sign == "[":
                if not top.awaited:  # a second object: many dumps
                    return False
                top.awaited = False
            name = "" if top is None else top.key if top.sign == "{" else top.name
            many = top is not None and top.sign == "[" and len(self.levels) > 1 and sign == "{"
            inside = many or (top is not None and top.listed)
            self.opened += 1
            self.levels.append(_Level(sign, name, inside, self.opened))
        return True

    def _string(self, start: int, end: int) -> None:
        if not self.levels:
            return
        top = self.levels[-1]
        if top.sign == "{" and top.awaited:
            top.key = self.source[start:end]
        elif top.sign == "{" and top.key == "name" and top.name:  # {"author": {"name": "Ann Lee"}}
            self.values.append(_Value(top.name, start, end, listed=False, group=top.number))
        else:
            key = top.key if top.sign == "{" else top.name
            self.values.append(_Value(key, start, end, top.listed, top.number))


def record_of(source: str) -> Record | None:
    r"""Read a dump that is a record.

    Args:
        source: The dump.

    Returns:
        ``None`` if it is anything else, or has no field that names a text. Of several such fields the longest
        is read.

    >>> found = record_of('{"title": "Rain", "text": "It rained.\\nAgain.", "pubDate": "2024-03-03"}')
    >>> found.read.text, found.hints.title, found.hints.metas
    ('It rained.\nAgain.', 'Rain', (Meta(name='article:published_time', content='2024-03-03'),))
    >>> record_of('{"rain": "It rained."}') is None
    True
    """
    if source[:1] not in "{[ \n\r\t" or _OPENING.match(source) is None:
        return None
    reader = _Reader(source)
    if not reader.read():
        return None
    texts = [value for value in reader.values if not value.listed and _folded(value.key) in _texts()]
    if not texts:
        return None
    text = _longest(texts)
    said: dict[str, list[str]] = {}
    for key, value in _said(source, reader.values):
        said.setdefault(key, []).append(value)
    return Record(text[0].start, text[-1].end, _joined(source, text), said_hints(said))


def _longest(texts: Sequence[_Value]) -> list[_Value]:
    """The value that holds most; of a list of paragraphs all, which are one text."""
    fields: dict[tuple[int, str], list[_Value]] = {}
    for value in texts:
        fields.setdefault((value.group, value.key), []).append(value)
    return max(fields.values(), key=lambda values: sum(value.end - value.start for value in values))


def _joined(source: str, values: Sequence[_Value]) -> Unescaped:
    """Read a text, its paragraphs parted by blank lines."""
    first = values[0].start
    changes: list[Change] = []
    for before, value in zip((None, *values), values, strict=False):
        if before is not None:
            changes.append(Change(before.end - first, value.start - first, _PARTS))
        found = escapes_of(source, value.start, value.end)
        changes += [Change(each.start - first, each.end - first, each.character) for each in found]
    return rewritten(source[first : values[-1].end], changes)


def _said(source: str, values: Sequence[_Value]) -> Iterator[tuple[str, str]]:
    for value in values:
        name = _folded(value.key)
        key = labels().get(name) or (name if (name := name.replace("-", "_")) in KEYS else "")
        if key and not value.listed and value.end - value.start <= _LONGEST:
            yield key, normalise(_unescaped(source, value).text)


def _unescaped(source: str, value: _Value) -> Unescaped:
    inside = source[value.start : value.end]
    return rewritten(inside, escapes_of(inside))


def _folded(key: str) -> str:
    """A key as the lists write it.

    >>> _folded("datePublished"), _folded("full_text")
    ('date-published', 'full-text')
    """
    return folded(_CAMEL.sub("-", key))


@lru_cache(maxsize=1)
def _texts() -> frozenset[str]:
    return load_words("head_text") | load_words("record_text")
