"""A page as it was read: its blocks in input order and what its head says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.labels import Kind
    from cleannews.read.containers import Containers


class Layout(str, Enum):
    """How a text dump was made, as far as its lines tell."""

    BLOCKS = "blocks"
    """Blank lines between blocks, a block on one line (browser ``innerText``, html-text, inscriptis)."""
    LINES = "lines"
    """One line for every text node: inline elements break paragraphs into pieces."""
    WRAPPED = "wrapped"
    """Lines are broken at a fixed width (lynx, w3m)."""
    MARKDOWN = "markdown"
    """Link and heading marks, usually wrapped (html2text)."""
    GLUED = "glued"
    """Text nodes run into each other without any separator (``get_text()``)."""
    ONE_LINE = "one_line"
    """Everything on one line."""


RUNNING = frozenset({Layout.GLUED, Layout.ONE_LINE})
"""Layouts without lines: what belongs to two blocks of the page may stand in one block of the dump."""


class Join(str, Enum):
    """How a block hangs on to the one before it."""

    NONE = "none"
    """A block of its own."""
    SENTENCE = "sentence"
    """The next sentence of the same line: kept neighbours form one paragraph."""
    GLUED = "glued"
    """Cut out of the same run of characters, without white space between."""


class Segment(NamedTuple):
    """One block as read, before anything is decided of it.

    A named tuple and not a dataclass because a page makes hundreds of them: building one costs a
    quarter of what a frozen dataclass costs.
    """

    text: str
    """Normalised: NFC, white space folded, control characters gone, wraps and list marks undone."""
    raw: str
    """Exactly as in the input; for text dumps ``source[start:end]``."""
    start: int | None
    """Offset of the first character in the decoded text; ``None`` for HTML."""
    end: int | None
    """Offset behind the last character in the decoded text; ``None`` for HTML."""
    tag: str
    """Nearest block element (``p h1 li td figcaption blockquote pre div ...``); for text dumps what
    the layout tells (``h1``-``h6`` for markdown headings, ``li`` for bullets), else ``""``."""
    container: int
    """Index of that element in :attr:`Page.containers`; -1 for text dumps."""
    link_chars: int | None
    """Non-space characters inside links; ``None`` where the layout does not tell."""
    strong_chars: int
    """Non-space characters in bold (``b strong``, markdown ``**``)."""
    href: str | None
    """Target of the first link, as written."""
    hidden: bool
    """Not shown to a reader (``hidden``, ``display:none``; not ``aria-hidden``)."""
    gap: int
    """Blank lines before it in a text dump; 0 for HTML."""
    indent: int
    """Columns of white space before it (text), list nesting included."""
    join: Join
    """How it hangs on to the block before it."""
    names: str
    """Lower-case class and id words of inline elements inside it; ``""`` for text dumps."""


make_segment = partial(tuple.__new__, Segment)
"""Makes a segment from a tuple of its fourteen fields in half the time that ``Segment(...)`` takes."""


class Columns(NamedTuple):
    """The fields of a page's segments (see :class:`Segment`), one tuple a field, in the same order."""

    text: tuple[str, ...]
    raw: tuple[str, ...]
    start: tuple[int | None, ...]
    end: tuple[int | None, ...]
    tag: tuple[str, ...]
    container: tuple[int, ...]
    link_chars: tuple[int | None, ...]
    strong_chars: tuple[int, ...]
    href: tuple[str | None, ...]
    hidden: tuple[bool, ...]
    gap: tuple[int, ...]
    indent: tuple[int, ...]
    join: tuple[Join, ...]
    names: tuple[str, ...]


def columns_of(segments: Sequence[Segment]) -> Columns:
    """Turn segments into columns, all at once: that costs less than to ask each for two of its fields."""
    return Columns(*zip(*segments, strict=True)) if segments else Columns(*[()] * len(Segment._fields))


class Meta(NamedTuple):
    """One ``<meta>``: its name, property, itemprop or http-equiv in lower case, and its content."""

    name: str
    content: str


class Mark(NamedTuple):
    """A machine-readable mark inside the body."""

    name: str
    """Lower case: ``time``, ``rel-author``, or the ``itemprop``/``property`` such as ``datepublished``."""
    value: str
    """``datetime``, ``content`` or ``href`` attribute, else the element's text."""
    text: str
    """The element's own visible text, white space folded."""
    segment: int
    """Index of the segment it stands in (or the next one), -1 if none follows."""


class Picture(NamedTuple):
    """An image of the body."""

    url: str
    segment: int
    """Index of the segment that follows it, where a caption would stand; -1 if none."""
    container: int = -1
    """Index in :attr:`Page.containers` of the block element that it stands in."""
    broken: bool = False
    """Whether a line break follows it in that element, and text only behind that."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What a page says about itself outside its visible text."""

    jsonld: tuple[str, ...] = ()
    """Contents of ``<script type="application/ld+json">``, unparsed."""
    metas: tuple[Meta, ...] = ()
    rels: tuple[tuple[str, str], ...] = ()
    """``<link>``: (rel in lower case, href as written)."""
    title: str | None = None
    """``<title>``, white space folded."""
    language: str | None = None
    """``<html lang>`` as written."""
    base: str | None = None
    """``<base href>`` as written."""
    marks: tuple[Mark, ...] = ()
    pictures: tuple[Picture, ...] = ()
    told: frozenset[str] = frozenset()
    """Names of metas, ``canonical`` and ``title``, of those that the page does not say itself but who gave it
    says of it."""

    def canonicals(self) -> list[str]:
        """List the addresses that the page gives as its own by ``<link rel="canonical">``, as written.

        >>> Hints(rels=(("canonical", "/rain"), ("icon", "/i.png"))).canonicals()
        ['/rain']
        """
        return [href for rel, href in self.rels if "canonical" in rel.split()]

    def with_more(self, others: Hints) -> Hints:
        """Add what an envelope says of the page, where the page does not say it itself.

        >>> both = Hints(language="en").with_more(Hints(title="Rain", language="de"))
        >>> both.title, both.language
        ('Rain', 'en')
        """
        named = {meta.name for meta in self.metas if meta.content}
        said = named.union(["title"] if self.title else (), ["canonical"] if self.canonicals() else ())
        return replace(
            self,
            metas=(*self.metas, *(meta for meta in others.metas if meta.name not in named)),
            rels=(*self.rels, *others.rels),
            title=self.title or others.title,
            language=self.language or others.language,
            told=self.told | (others.told - said),
        )


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text out of bytes, and how it was found.

    ``encoding_source`` is one of ``bom utf8 declared header detected text fallback``; ``repairs`` names
    what was mended (``cp1252_runs``, ``truncated_character``, ...).
    """

    text: str
    encoding: str | None
    encoding_source: str
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What reading makes of an input: every block of it, in order."""

    kind: Kind
    source: str
    """The decoded input; spans of text dumps point into it."""
    segments: tuple[Segment, ...]
    containers: Containers
    hints: Hints
    layout: Layout | None = None
    """How a text dump was made; ``None`` for HTML."""
    truncated: bool = False
    warnings: tuple[str, ...] = ()
    is_text: bool = True
    """False for what is neither HTML nor text (an image, an archive): it has no segments."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much input is worked on.

    ``input_bytes`` is hard (:class:`~cleannews.errors.TooLarge`); beyond the others the head of the page is
    cleaned, ``Article.truncated`` is set and ``warnings`` says so.

    Raises:
        TypeError: A limit is no whole number.
        ValueError: It is below 0.
    """

    input_bytes: int = 20_000_000
    elements: int = 200_000
    blocks: int = 100_000
    characters: int = 1_500_000
    """Of text: the dearest that was found, a dump of glued words, takes 5 microseconds a character, and no
    input shall take more than ten seconds."""

    def __post_init__(self) -> None:
        for name in ("input_bytes", "elements", "blocks", "characters"):
            value = getattr(self, name)
            if not isinstance(value, int) or isinstance(value, bool):
                raise TypeError(f"{name}={value!r} is no whole number")
            if value < 0:
                raise ValueError(f"{name}={value!r} is below 0")


DEFAULT_LIMITS = Limits()
