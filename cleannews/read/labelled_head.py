"""The labelled lines at the top of a dump: "Title: ...", "Author: ...", "Date: ...".

Reader services, exports of archives and data sets write them above the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cleannews.read.normal import normalise
from cleannews.read.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINE = re.compile(r"[ \t]{0,8}([^\W\d_][^\n:：]{0,30}?)[ \t]{0,3}[:：][ \t]{0,8}([^\n]{0,400})(?:\n|\Z)")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BLANK = re.compile(r"[ \t\r]{0,80}\n")
_MOST_LINES = 24
_BLOCK = frozenset(("|", ">", "|-", ">-"))
"""How YAML begins a text on the lines below."""
_TITLE, _TEXT = "title", "text"
_USES = {
    "head_title": _TITLE,
    "head_author": "author",
    "head_published": "date",
    "head_address": "canonical_url",
    "head_other": "",
    "head_text": _TEXT,
}
"""Lists of labels, and the key of a Markdown file's front matter that says the same."""


def labelled_head(source: str, start: int) -> tuple[int, Mapping[str, list[str]]] | None:
    r"""Read the labelled lines at the beginning of a dump: a title, and an author, a day or an address.

    Args:
        source: The dump.
        start: Where its first line begins.

    Returns:
        Where the lines end, and what they say; ``None`` if the dump begins with its text.

    >>> labelled_head("Title: Rain stops the ferry\nDate: 3 May 2024\n\nIt rained.", 0)
    (45, {'title': ['Rain stops the ferry'], 'date': ['3 May 2024']})
    >>> labelled_head("Title: a word with a history\nIt comes from Latin.", 0) is None
    True
    """
    said: dict[str, list[str]] = {}
    end = place = start
    for _ in range(_MOST_LINES):
        blank = _BLANK.match(source, place)
        line = None if blank else _LINE.match(source, place)
        key = labels().get(folded(line[1])) if line else None
        value = normalise(line[2]) if line else ""
        if blank:
            place = blank.end()
        elif line is None or key is None or key in said or (key == _TEXT and value and value not in _BLOCK):
            break
        else:
            end = place = line.end()
            if key and value:
                said[key] = [value]
            if key == _TEXT:
                break
    return (end, said) if _TITLE in said and len(said) > 1 else None


def folded_key(name: str) -> str:
    """The name of a field as the lists write it.

    >>> folded_key("datePublished"), folded_key("full_text")
    ('date-published', 'full-text')
    """
    return folded(_CAMEL.sub("-", name))


def folded(label: str) -> str:
    """A label as the lists write it: small letters, hyphens for spaces."""
    return "-".join(label.casefold().replace("_", " ").split())


@lru_cache(maxsize=1)
def labels() -> Mapping[str, str]:
    """What labels stand for: title, author, date, address; ``""`` for those of other things."""
    return {label: key for use, key in _USES.items() for label in load_words(use)}
