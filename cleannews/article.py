"""The result: one cleaned page, with every block of the input accounted for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any, NamedTuple, NoReturn, get_args, get_type_hints

from cleannews import formats, markup
from cleannews.labels import Kind, Label, Status

SCHEMA_VERSION = "1.0"
"""Version of the records that :meth:`Article.to_dict` writes; the shipped JSON schema bears it."""

REQUIRED = ("text", "status", "confidence", "article_score", "kind", "input_sha256")
"""What :meth:`Article.from_dict` cannot do without: the fields that have no default."""


class FrozenMap(dict[str, Any]):
    """A small dictionary that cannot be changed; it hashes, pickles and goes into JSON as it is.

    >>> FrozenMap({"disqus": 0}) == {"disqus": 0}
    True
    """

    __slots__ = ()

    def __init__(self, items: Mapping[str, Any] | Iterable[tuple[str, Any]] | None = None) -> None:
        super().__init__(items or {})

    def __hash__(self) -> int:  # type: ignore[override]  # dict has none
        return hash(frozenset(self.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and super().__eq__(dict(other))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __repr__(self) -> str:
        return f"FrozenMap({super().__repr__()})"

    def __reduce__(self) -> tuple[type[FrozenMap], tuple[dict[str, Any]]]:
        return FrozenMap, (dict(self),)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("this mapping cannot be changed; change a copy: dict(...)")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


class Block(NamedTuple):
    """One block of the input, kept or removed, and why.

    A named tuple and not a dataclass because a page has hundreds of them: building one costs a
    quarter of what a frozen dataclass costs.

    Args:
        index: Place among the blocks, from 0.
        text: Normalised text.
        raw: Exactly as in the input; for text dumps ``source[start:end]``.
        label: What it is; :attr:`kept` follows from it.
        reason: Id of the rule or score that decided, documented in ``docs/labels.md``.
        evidence: What the reason rests on, for people ("same words as block 14"); may be empty.
        confidence: 0-1, how sure the label is.
        start: Offset in the decoded text, in code points; ``None`` for HTML.
        end: Offset behind the last code point; ``None`` for HTML.
        path: Node path in the repaired tree; ``None`` for text dumps.
    """

    index: int  # type: ignore[assignment]  # a field of this name hides tuple.index, which nobody wants here
    text: str
    raw: str
    label: Label
    reason: str
    evidence: str
    confidence: float
    start: int | None
    end: int | None
    path: str | None

    @property
    def kept(self) -> bool:
        """Whether the block stays in the article."""
        return self.label.kept


make_block = partial(tuple.__new__, Block)
"""Makes a block from a tuple of its ten fields in half the time that ``Block(...)`` takes."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article.

    Args:
        kind: A label that is part of the text: body, subheading, list_item, quote, table or standfirst.
        text: Normalised text.
        blocks: Indices of the blocks it was joined from.
        start: Offset of its first block in the decoded text; ``None`` for HTML.
        end: Offset behind its last block; ``None`` for HTML.
    """

    kind: Label
    text: str
    blocks: tuple[int, ...]
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Image:
    """An image of the article."""

    url: str
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A related headline that was removed; ``url`` is ``None`` in text dumps."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Article:
    """What a page says, cleaned. Every field is described in ``docs/fields.md``.

    Tuples are never ``None``: ``()`` means none found. Scalars: ``None`` is not known.
    """

    text: str
    status: Status
    confidence: float
    article_score: float
    kind: Kind
    input_sha256: str
    title: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    description: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    published: date | datetime | None = None
    modified: date | datetime | None = None
    language: str | None = None
    site_name: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    section: str | None = None
    breadcrumbs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    dateline: str | None = None
    image: Image | None = None
    images: tuple[Image, ...] = ()
    related: tuple[Link, ...] = ()
    comment_counts: Mapping[str, int] = field(default_factory=FrozenMap)
    is_free: bool | None = None
    word_count: int = 0
    warnings: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=FrozenMap)
    encoding: str | None = None
    encoding_source: str | None = None
    truncated: bool = False
    template_id: str | None = None
    fingerprint: str = ""
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        # A caller may give plain dicts; frozen ones keep the article hashable and unchangeable.
        for name in ("comment_counts", "sources"):
            value = getattr(self, name)
            if not isinstance(value, FrozenMap):
                object.__setattr__(self, name, FrozenMap(value))

    def __repr__(self) -> str:
        """The article in a line, for the prompt and for logs: all of it is in :meth:`to_dict`."""
        title, url = (value and _shortened(value) for value in (self.title, self.url))
        status = str(self.status)
        return f"Article(title={title!r}, status={status!r}, word_count={self.word_count}, url={url!r})"

    @property
    def removed(self) -> tuple[Block, ...]:
        """The blocks that were not kept, in input order."""
        return tuple(block for block in self.blocks if not block.kept)

    @property
    def publish_date(self) -> date | datetime | None:
        """The same as :attr:`published`, under the name that other libraries use."""
        return self.published

    @property
    def author(self) -> str:
        """:attr:`authors` in one string, as other libraries give them."""
        return "; ".join(self.authors)

    def to_dict(self, *, blocks: bool = False) -> dict[str, Any]:
        """The article as plain JSON values.

        Args:
            blocks: Add the audit trail: every block of the input with label and reason.

        Returns:
            A dict of ``str``, numbers, lists and dicts; dates as ISO 8601; ``schema_version`` first.
        """
        return formats.record(self, schema_version=SCHEMA_VERSION, leave_out=() if blocks else ("blocks",))

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Article:
        """Build an article from what :meth:`to_dict` gave.

        Args:
            record: A record, with or without blocks. Keys of later minor versions are passed over.

        Raises:
            TypeError: ``record`` is no dictionary.
            ValueError: The record is of another major schema version, lacks a required field or
                holds a value of another type.
        """
        if not isinstance(record, Mapping):
            raise TypeError(f"record is {type(record).__name__}; give the dictionary that to_dict() gave")
        return _from_record(record)

    def to_json(self, *, blocks: bool = False) -> str:
        """:meth:`to_dict` as one line of JSON, non-ASCII characters as themselves."""
        return json.dumps(self.to_dict(blocks=blocks), ensure_ascii=False)

    def to_markdown(self) -> str:
        """The article as Markdown with a YAML front matter."""
        return markup.markdown(self.to_dict())

    def to_schema_org(self) -> dict[str, Any]:
        """The article as a schema.org ``NewsArticle`` (JSON-LD)."""
        return formats.schema_org(self.to_dict())


def _shortened(value: str) -> str:
    """A title or an address of any length as it fits into a line."""
    return value if len(value) <= SHOWN else f"{value[: SHOWN - 1]}…"


SHOWN = 100
"""Characters of a title or an address that are shown: nearly all headlines are shorter."""


def _from_record(record: Mapping[str, Any]) -> Article:
    """:meth:`Article.from_dict`: every key that is there goes through its reader."""
    if record.get("outcome") == "failed":
        raise ValueError(f"this is the record of a failed input ({record.get('reason')}): it has no article")
    version = str(record.get("schema_version"))
    major = SCHEMA_VERSION.partition(".")[0]
    if version.partition(".")[0] != major:
        raise ValueError(f"this record has schema_version {version}, this cleannews reads {major}.x")
    missing = [key for key in REQUIRED if key not in record]
    if missing:
        raise ValueError(f"this record lacks {', '.join(missing)}: it is no article record")
    values: dict[str, Any] = {}
    for key in formats.KEYS:
        if key in record:
            try:
                reader = _READERS.get(key)
                value = record[key]
                values[key] = reader(value) if reader else _scalar(value, _hints(Article)[key])
            except (TypeError, ValueError, AttributeError, KeyError) as error:
                raise ValueError(f"field {key!r} of this record cannot be read: {error}") from error
    return Article(**values)


@lru_cache(maxsize=8)
def _hints(kind: type) -> Mapping[str, tuple[type, ...]]:
    """The types that each field of a class takes: ``(str, NoneType)`` for ``str | None``."""
    return {name: get_args(hint) or (hint,) for name, hint in get_type_hints(kind).items()}


def _scalar(value: Any, types: tuple[type, ...]) -> Any:  # noqa: ANN401 - text, number, truth value or None
    """Let a value pass that is of one of these types; whole numbers are numbers, truth values are not."""
    if type(value) in types or (type(value) is int and float in types):
        return value
    wanted = _WANTED.get(types[0], types[0].__name__)
    raise TypeError(f"{wanted} expected, not {type(value).__name__}")


_WANTED = {str: "a text", float: "a number", int: "a whole number", bool: "true or false"}


def _map_of(kind: type) -> Callable[[Any], FrozenMap]:
    """A reader of objects that hold one type of value."""

    def read(value: Any) -> FrozenMap:  # noqa: ANN401 - a JSON value
        if not isinstance(value, Mapping):
            raise TypeError("an object expected")
        return FrozenMap({name: _scalar(entry, (kind,)) for name, entry in value.items()})

    return read


def _texts(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - a JSON value
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise TypeError("a list of texts expected")
    return tuple(value)


def _date(value: str | None) -> date | datetime | None:
    """ISO 8601 as :meth:`Article.to_dict` writes it; ``Z`` for UTC is understood too.

    >>> _date("2031-05-04"), _date(None)
    (datetime.date(2031, 5, 4), None)
    """
    if value is None:
        return None
    if "T" in value:
        return datetime.fromisoformat(f"{value[:-1]}+00:00" if value.endswith("Z") else value)
    return date.fromisoformat(value)


def _values_of(kind: type) -> Callable[[list[dict[str, Any]]], tuple[Any, ...]]:
    """A reader of lists of one of the classes above."""
    names = formats.names_of(kind)

    def read(entries: list[dict[str, Any]]) -> tuple[Any, ...]:
        if not isinstance(entries, list):
            raise TypeError("a list expected")
        hints = _hints(kind)
        return tuple(
            kind(**{name: _part(name, entry[name], hints[name]) for name in names}) for entry in entries
        )

    return read


def _part(name: str, value: Any, types: tuple[type, ...]) -> Any:  # noqa: ANN401 - a JSON value
    if name in ("label", "kind"):
        return Label(value)
    if name == "blocks":
        return tuple(_scalar(index, (int,)) for index in value)
    return _scalar(value, types)


_images = _values_of(Image)

_READERS: Mapping[str, Callable[[Any], Any]] = {
    "paragraphs": _values_of(Paragraph),
    "authors": _texts,
    "published": _date,
    "modified": _date,
    "breadcrumbs": _texts,
    "tags": _texts,
    "image": lambda image: None if image is None else _images([image])[0],
    "images": _images,
    "related": _values_of(Link),
    "comment_counts": _map_of(int),
    "status": Status,
    "warnings": _texts,
    "sources": _map_of(str),
    "kind": Kind,
    "blocks": _values_of(Block),
}
"""How a field is read back where it is more than one JSON value; :data:`formats.KEYS` tells the names."""
