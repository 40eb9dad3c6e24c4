"""The front matter of a dump: what it says of the article, and that it is no text.

YAML or TOML between fences at the top of a Markdown file, or labelled lines at the top of another dump.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from cleannews.read.labelled_head import folded_key, labelled_head, labels
from cleannews.read.leftovers import Span
from cleannews.read.normal import normalise
from cleannews.read.page import Hints, Meta
from cleannews.read.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FRONT = "front_matter"
"""Tag of what is set aside."""

_LONGEST = 20_000
_FENCE = re.compile(r"(?:---|\+\+\+)[ \t]{0,80}\r?\n")
_END = re.compile(r"\n(?:---|\.\.\.|\+\+\+)[ \t]{0,80}(?=\r?\n|\Z)")
_KEY = re.compile(r"([A-Za-z_][\w-]{0,40})(?::(?:[ \t]+|$)|[ \t]{0,20}=[ \t]{0,20})(.*)$")
"""YAML: ``title: "Rain"``; TOML: ``title = "Rain"``."""
_DOT = re.compile(r"[^\s.]\.[^\s.]")
"""Inside of a host's name."""
_GOES_ON = (" ", "\t", "- ", "#", "[", "]")
"""Begin lines that belong to the key above, comments, and tables of TOML."""

_METAS = {
    "authors": "author",
    "author": "author",
    "published": "article:published_time",
    "date": "article:published_time",
    "modified": "article:modified_time",
    "lastmod": "article:modified_time",
    "date_modified": "article:modified_time",
    "description": "description",
    "site_name": "og:site_name",
    "section": "article:section",
    "tags": "article:tag",
    "image": "og:image",
}
"""Keys that :func:`cleannews.markup.markdown`, Jekyll and Hugo write, and the metas that say the same."""

KEYS = frozenset({*_METAS, "title", "language", "lang", "url", "canonical_url", "layout", "status"})
"""What tells a front matter from other fenced lines."""


def front_span(source: str) -> Span | None:
    r"""Find the front matter at the beginning of a dump.

    >>> front_span('---\ntitle: "Rain"\n---\n\n# Rain\n')
    Span(start=0, end=21, tag='front_matter')
    """
    start = len(source) - len(source.lstrip()) if source[:1].isspace() else 0
    fence = _FENCE.match(source, start)
    end = _END.search(source, fence.end() - 1, start + _LONGEST) if fence else None
    if fence is None or end is None:
        head = _unfenced(source, start)
        return Span(start, head[0], FRONT) if head else None
    lines = [line for line in source[fence.end() : end.start()].splitlines() if line.strip()]
    keys = [found[1] for line in lines if (found := _KEY.match(line))]
    others = sum(not line.startswith(_GOES_ON) for line in lines)
    if not KEYS.intersection(keys) or len(keys) < others:
        return None
    return Span(start, end.end(), FRONT)


def front_hints(source: str) -> Hints:
    """Read what the front matter says of the article.

    Args:
        source: The dump.

    Returns:
        Hints as the head of an HTML page would give them; none where there is no front matter.
    """
    span = front_span(source)
    if span is None:
        return Hints()
    head = _unfenced(source, span.start)
    return said_hints(head[1] if head else _values(source[span.start : span.end].splitlines()[1:-1]))


def _unfenced(source: str, start: int) -> tuple[int, Mapping[str, Sequence[str]]] | None:
    """Read the labelled lines at the top of a dump, or of a YAML file whose text is one of the values."""
    fence = _FENCE.match(source, start)
    if fence is None:
        return labelled_head(source, start)
    if _END.search(source, fence.end() - 1, start + _LONGEST):
        return None
    head = labelled_head(source, fence.end())
    return (head[0], {key: _scalars(texts[0]) for key, texts in head[1].items()}) if head else None


_PAGE = re.compile(r"https?://[^/?#]{1,253}/[^/?#]")
"""The address of a page, where a source is asked for; that of a site or its front page tells no article's."""


def said_hints(said: Mapping[str, Sequence[str]]) -> Hints:
    """Return what fields say of the article, as the head of an HTML page would.

    Args:
        said: The values of each key; those that say nothing are left out.
    """
    metas = tuple(_metas(said))
    named = [text for text in said.get("site_name", ()) if _PAGE.match(text)]
    address = (said.get("canonical_url") or named or ("",))[0]
    return Hints(
        metas=metas,
        rels=(("canonical", address),) if address else (),
        title=next(iter(said.get("title", ())), None),
        language=next(iter(said.get("language") or said.get("lang") or ()), None),
    )


def told_by_others(hints: Hints) -> Hints:
    """Note of hints that they are told beside the text, and not by the page itself."""
    names = {meta.name for meta in hints.metas}
    names.update(["title"] if hints.title else (), ["canonical"] if hints.rels else ())
    return replace(hints, told=frozenset(names))


def _metas(said: Mapping[str, Sequence[str]]) -> Iterator[Meta]:
    for key, texts in said.items():
        for text in texts if key in _METAS else ():
            if key == "section":
                yield Meta(_METAS[key], text.partition(";")[0])
            elif key != "site_name" or not _is_address(text):
                yield Meta(_METAS[key], text)


def _is_address(text: str) -> bool:
    """Tell whether an address stands where the name of a source is asked for.

    >>> _is_address("post.example"), _is_address("feeds/island"), _is_address("U.S. News")
    (True, True, False)
    """
    return " " not in text and ("/" in text or _DOT.search(text) is not None)


def field_key(name: str) -> str:
    """What a field of a record is: a key of a front matter; ``""`` if it is another thing.

    >>> field_key("headline"), field_key("datePublished"), field_key("urlToImage"), field_key("views")
    ('title', 'date', 'image', '')
    """
    label = folded_key(name)
    return labels().get(label) or _fields().get(label, "")


_FIELDS = {
    "field_site": "site_name",
    "field_section": "section",
    "field_tags": "tags",
    "field_description": "description",
    "field_image": "image",
    "field_modified": "modified",
    "field_language": "language",
}
"""Lists of names that fields have, beside those of labelled lines."""


@lru_cache(maxsize=1)
def _fields() -> Mapping[str, str]:
    return {name: key for use, key in _FIELDS.items() for name in load_words(use)}


def _values(lines: Sequence[str]) -> Mapping[str, list[str]]:
    """The values of each key: written behind it, as a list in brackets, or as items below it."""
    said: dict[str, list[str]] = {}
    here: list[str] = []
    for line in lines:
        found = _KEY.match(line)
        if found:
            here = said.setdefault(found[1], [])
            here += _scalars(found[2] or "")
        elif line.lstrip().startswith("- "):
            here += _scalars(line.lstrip()[2:])
    return said


def _scalars(written: str) -> list[str]:
    """Read a value on one line; JSON is YAML, all else is taken as it stands.

    >>> _scalars('["Ann Lee", "Mara Field"]'), _scalars("2024-05-01"), _scalars("'Rain'"), _scalars("[a, b]")
    (['Ann Lee', 'Mara Field'], ['2024-05-01'], ['Rain'], ['a', 'b'])
    """
    written = written.strip()
    try:
        value = json.loads(written)
    except (ValueError, RecursionError):
        inner = written[1:-1].split(",") if written[:1] == "[" and written[-1:] == "]" else [written]
        value = [item.strip().strip("'\"") for item in inner]
    values = value if isinstance(value, list) else [value]
    texts = [normalise(each) for each in values if isinstance(each, str)]
    numbers = [written] if isinstance(value, (int, float)) else []
    return [text for text in (*texts, *numbers) if text]
