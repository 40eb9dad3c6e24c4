r"""A dump kept in a record: an object of JSON, or a dictionary as Python prints it.

``{"url": "https://...", "title": "Rain", "text": "Home\nNews\n..."}``: so scrapers and reader services keep
pages. The text is read from its field; title, authors, dates and address from the others.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.escapes import escapes_of
from cleannews.read.front_matter import FRONT, field_key, said_hints, told_by_others
from cleannews.read.head import textless
from cleannews.read.labelled_head import folded_key
from cleannews.read.normal import normalise
from cleannews.read.record_strings import strings_of
from cleannews.read.rewriting import Change, restored, rewritten
from cleannews.read.tag_spans import tag_spans
from cleannews.read.told import DESCRIBING, LONGEST
from cleannews.read.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.read.page import Hints, Segment
    from cleannews.read.record_strings import String
    from cleannews.read.rewriting import Unescaped

_BREAK = re.compile(r"<br\s{0,3}(?:\\?/)?>", re.IGNORECASE)
_TAG = re.compile(r"<(?!br\b)\\?/?[a-zA-Z!]", re.IGNORECASE)
_PAGE_FIRST = 1.2
_PARTS = "\n\n"
_SHORT, _STORY, _STORY_SPACES = 80, 200, 20
"""Characters of a text that is none if another string tells a story: so long, and of so many words."""


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


def record_of(source: str) -> Record | None:
    r"""Read a dump that is a record.

    Args:
        source: The dump.

    Returns:
        ``None`` if it is anything else, or has no field that names a text. Of several such fields the one
        that says most is read; a list of paragraphs is one text.

    >>> found = record_of('{"title": "Rain", "text": "It rained.\\nAgain.", "pubDate": "2024-03-03"}')
    >>> found.read.text, found.hints.title, found.hints.metas
    ('It rained.\nAgain.', 'Rain', (Meta(name='article:published_time', content='2024-03-03'),))
    >>> record_of('{"rain": "It rained."}') is None
    True
    """
    strings = strings_of(source)
    fields: dict[object, list[String]] = {}
    for string in strings:
        group = _text_field(string)
        if group is not None:
            fields.setdefault(group, []).append(string)
    if not fields:
        return None
    text = max(fields.values(), key=lambda parts: sum(_said_by(source, part) for part in parts))
    if _is_beside_story(source, text, strings):
        return None
    said: dict[str, list[str]] = {}
    for key, value in _said(source, strings, text[0]):
        said.setdefault(key, []).append(value)
    return Record(text[0].start, text[-1].end, _joined(source, text), told_by_others(said_hints(said)))


def _text_field(string: String) -> object | None:
    """The field of a text to which a string belongs; ``None`` if it is another one's.

    Strings in a list that is named as a text is, or as its parts are, belong together.
    """
    if folded_key(string.key) not in _texts():
        named = [level for level in string.levels if level.name]
        if string.key != "rendered" or not named or folded_key(named[-1].name) not in _texts():
            return None
    lists = [level for level in string.levels if level.is_list and level.name]
    if not lists:
        return string.levels[-1].number, string.key
    if all(folded_key(level.name) in _texts() | _parts() for level in lists):
        return lists[0].number
    return None


def _said_by(source: str, string: String) -> int:
    """How many characters a string has without the tags and programs in it; a page goes before its text."""
    inside = source[string.start : string.end]
    if "<" not in inside or _TAG.search(inside) is None:
        return len(inside)
    return int(_PAGE_FIRST * (len(inside) - sum(end - begin for begin, end in tag_spans(inside))))


def _is_beside_story(source: str, text: Sequence[String], strings: Sequence[String]) -> bool:
    """Whether a text is hardly any, and another string tells much more: the text is kept elsewhere."""
    own = sum(_said_by(source, part) for part in text)
    if own >= _SHORT:
        return False
    others = (source[each.start : each.end] for each in strings if each not in text)
    return any(len(each) >= _STORY and each.count(" ") >= _STORY_SPACES for each in others)


def _joined(source: str, parts: Sequence[String]) -> Unescaped:
    """Read a text, its paragraphs parted by blank lines."""
    first, stop = parts[0].start, parts[-1].end
    changes = [Change(before.end, after.start, _PARTS) for before, after in pairwise(parts)]
    changes += [each for part in parts for each in _escapes(source, part)]
    moved = [Change(start - first, end - first, character) for start, end, character in sorted(changes)]
    return rewritten(source[first:stop], moved)


def _escapes(source: str, part: String) -> list[Change]:
    """The escapes of a part, and its line breaks if it has no other tags."""
    found = escapes_of(source, part.start, part.end)
    inside = source[part.start : part.end]
    if "<br" not in inside.lower() or _TAG.search(inside):
        return found
    breaks = [Change(*one.span(), "\n") for one in _BREAK.finditer(source, part.start, part.end)]
    within = {place for one in breaks for place in range(one.start, one.end)}
    return sorted([*breaks, *(one for one in found if one.start not in within)])


def _said(source: str, strings: Sequence[String], text: String) -> Iterator[tuple[str, str]]:
    """What the fields around the text say: of its own object, those around that, and what describes it."""
    around = {level.number for level in text.levels}
    for string in strings:
        name = folded_key(string.key)
        levels = list(string.levels)
        if name in ("name", "rendered") and len(levels) > 1:
            name = folded_key(levels[-1].name)
        key = field_key(name)
        while levels and folded_key(levels[-1].name) in (name, *DESCRIBING):
            levels.pop()
        if key and levels and levels[-1].number in around and string.end - string.start <= LONGEST:
            inside = source[string.start : string.end]
            yield key, normalise(unescape(rewritten(inside, escapes_of(inside)).text))


@lru_cache(maxsize=1)
def _texts() -> frozenset[str]:
    return load_words("head_text") | load_words("record_text")


@lru_cache(maxsize=1)
def _parts() -> frozenset[str]:
    return load_words("record_parts")
