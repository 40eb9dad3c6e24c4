"""What a page says about itself beside its text: metas, links, titles, JSON-LD, marks and pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.normal import normalise
from cleannews.read.page import Hints, Mark, Meta, Picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MAX_METAS = 1_000
_MAX_MARKS = 2_000
_MAX_PICTURES = 500
_MAX_CONTENT = 20_000
"""Characters of one attribute value."""

_MAX_WORDS = 5
"""Names in one ``itemprop`` or ``property``."""

_MARKED = frozenset(("author", "creator", "headline", "datepublished", "datemodified", "datecreated"))
"""schema.org properties whose elements are marks; others, such as ``articlebody``, hold half of the page."""
_MAX_MARK_CHARS = 1_000

_META_KEYS = ("property", "name", "itemprop", "http-equiv")
_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-srcset", "srcset", "src")
_CANDIDATE = re.compile(r"([^\s,]\S{0,2000}[^\s,])(?:\s{1,20}(\d{1,6}(?:\.\d{1,3})?)[wx])?")
_SCHEMA = re.compile(r"^(?:schema:|https?://schema\.org/)")


class OpenMark(NamedTuple):
    """A marked element whose end is yet to come."""

    names: tuple[str, ...]
    value: str | None
    segment: int
    text: int
    """Where in the texts of the run its own text begins."""


class Collector:
    """Takes hints as the parser meets them."""

    def __init__(self) -> None:
        self.jsonld: list[str] = []
        self.metas: list[Meta] = []
        self.rels: list[tuple[str, str]] = []
        self.title: str | None = None
        self.language: str | None = None
        self.base: str | None = None
        self.marks: list[Mark] = []
        self.pictures: list[Picture] = []
        self.noscript_chars = 0

    def take_root(self, attrib: Mapping[str, str]) -> None:
        """Take ``<html>``."""
        if self.language is None:
            self.language = attrib.get("lang") or attrib.get("xml:lang")

    def take_meta(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Take ``<meta>``, ``<link>`` or ``<base>``."""
        if tag == "base":
            self.base = self.base or attrib.get("href")
        elif tag == "link":
            if "rel" in attrib and "href" in attrib and len(self.rels) < _MAX_METAS:
                self.rels.append((attrib["rel"].lower(), attrib["href"]))
        elif ("content" in attrib or "value" in attrib) and len(self.metas) < _MAX_METAS:
            content = (attrib.get("content") or attrib.get("value", ""))[:_MAX_CONTENT]  # some systems err
            for key in _META_KEYS:
                if key in attrib:
                    self.metas.append(Meta(_named(attrib[key]), content))
        elif "charset" in attrib and len(self.metas) < _MAX_METAS:
            self.metas.append(Meta("charset", attrib["charset"]))

    def take_skipped(self, tag: str, attrib: Mapping[str, str], text: str) -> None:
        """Take an element whose text is no text of the page."""
        if tag == "script":
            if "ld+json" in attrib.get("type", "").lower():
                self.jsonld.append(text)
        elif tag == "noscript":
            self.noscript_chars += len(text)
        elif tag == "title" and self.title is None:
            self.title = normalise(text) or None

    def take_image(
        self, attrib: Mapping[str, str], segments: int, texts: Iterable[str], container: int
    ) -> None:
        """Take ``<img>``.

        Args:
            attrib: Its attributes.
            segments: How many blocks are before it.
            container: The block element that it stands in.
            texts: Before it in its own run, which becomes another block unless they are blank; looked at only
                for pictures that are kept, since a run may hold a hundred thousand texts and images.
        """
        if len(self.pictures) == _MAX_PICTURES:
            return
        url = best_source(attrib)
        if url:
            place = segments + any(map(str.strip, texts))
            self.pictures.append(Picture(url, place, container))

    def take_break(self, segments: int, container: int) -> None:
        """Take a line break that no text stands before in its run."""
        last = self.pictures[-1]
        if last.segment == segments and last.container == container:
            self.pictures[-1] = last._replace(broken=True)

    def open_mark(self, tag: str, attrib: Mapping[str, str], segment: int, text: int) -> OpenMark | None:
        """Begin a marked element; ``None`` if its attributes mark nothing."""
        names = _mark_names(tag, attrib)
        if not names or len(self.marks) >= _MAX_MARKS:
            return None
        value = attrib.get("datetime") or attrib.get("content") or attrib.get("href")
        if tag == "abbr":  # hAtom and older blogs put the machine's form of a date there
            value = value or attrib.get("title")
        return OpenMark(names, value, segment, text)

    def close_mark(self, mark: OpenMark, text: str) -> None:
        """End a marked element that shows ``text``."""
        shown = " ".join(text[:_MAX_MARK_CHARS].split())
        self.marks += [Mark(name, mark.value or shown, shown, mark.segment) for name in mark.names]

    def finish(self, segments: int) -> Hints:
        """Give what was found.

        Args:
            segments: How many blocks the page has: places behind the last one become -1.
        """
        return Hints(
            tuple(self.jsonld),
            tuple(self.metas),
            tuple(self.rels),
            self.title,
            self.language,
            self.base,
            tuple(mark if mark.segment < segments else mark._replace(segment=-1) for mark in self.marks),
            tuple(each if each.segment < segments else each._replace(segment=-1) for each in self.pictures),
        )


def _named(name: str) -> str:
    r"""The name of a meta as it is compared and told as a source.

    >>> _named(" OG:\x00Title ")
    'og:title'
    """
    name = name.strip().lower()
    return name if name.isprintable() else "".join(filter(str.isprintable, name))


def _mark_names(tag: str, attrib: Mapping[str, str]) -> tuple[str, ...]:
    """What an element is marked as.

    >>> _mark_names("a", {"rel": "author nofollow", "itemprop": "https://schema.org/Author"})
    ('author', 'rel-author')
    """
    names = ["time"] if tag == "time" else []
    for key in ("itemprop", "property"):
        if key in attrib:
            words = [_SCHEMA.sub("", word) for word in attrib[key].lower().split()[:_MAX_WORDS]]
            names += [word for word in words if word in _MARKED or word == "time"]
    if "rel" in attrib and "author" in attrib["rel"].lower().split():
        names.append("rel-author")
    return tuple(names)


def best_source(attrib: Mapping[str, str]) -> str | None:
    """The address of an image: the lazy one before the placeholder, of a set the largest.

    >>> best_source({"src": "data:image/gif;base64,R0", "srcset": "a.jpg 320w, b.jpg 960w"})
    'b.jpg'
    """
    for key in _SOURCES:
        value = attrib.get(key)
        if not value or value.startswith("data:"):
            continue
        if not key.endswith("srcset"):
            return value.strip()
        sizes = [(float(size or 1), url) for url, size in _CANDIDATE.findall(value[:_MAX_CONTENT])]
        if sizes:
            return str(max(sizes, key=lambda pair: pair[0])[1])
    return None
