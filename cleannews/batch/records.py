"""One line of ``articles.jsonl``: an article or a failure, under the input's identity."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from cleannews.batch.messages import Answer
from cleannews.batch.names import spell
from cleannews.batch.sketch import pack, sketch
from cleannews.labels import Status

if TYPE_CHECKING:
    from cleannews.article import Article
    from cleannews.batch.reasons import Reason

DONE = "done"
FAILED = "failed"
DROPPED = "dropped"
"""A copy of an earlier article, if copies are not wanted."""

COPY = "copy"
"""The one reason for dropping an article."""

_NO_ARTICLE = {
    Status.EMPTY: "it holds no text, or a title alone",
    Status.NOT_TEXT: "it is neither HTML nor text; give the page, or its text",
}


class Identity(NamedTuple):
    """What an input is called in the records."""

    path: bytes
    """Relative to the input folder, parts joined by ``/``."""
    line: int | None = None
    """Line of a container, from 1; ``None`` for a file."""

    def fields(self) -> dict[str, Any]:
        """Return it as the first fields of a record."""
        name: dict[str, Any] = {"path": spell(self.path)}
        return name if self.line is None else name | {"line": self.line}


def article_answer(
    identity: Identity, article: Article, *, owner_id: str | None, site: str | None, blocks: bool
) -> Answer:
    """Return what to answer for a cleaned input; one without any text counts as failed.

    Args:
        identity: Of the input.
        article: What came of it.
        owner_id: What the input's container calls it, if it does.
        site: The site it was found to be of, if sites are learned from.
        blocks: Add the audit trail.
    """
    if article.status in _NO_ARTICLE:
        return failure_answer(identity, str(article.status), _NO_ARTICLE[article.status])
    told = {"id": owner_id, "site": site}
    name = identity.fields() | {key: value for key, value in told.items() if value is not None}
    record = name | {"outcome": DONE} | article.to_dict(blocks=blocks)
    return Answer(
        DONE,
        str(article.status),
        _line(record),
        confidence=article.confidence,
        fingerprint=article.fingerprint,
        sketch=pack(sketch(article.text)),
    )


def failure_answer(identity: Identity, reason: Reason | str, message: str) -> Answer:
    """Return what to answer for an input that failed."""
    record = identity.fields() | {"outcome": FAILED, "reason": str(reason), "message": message}
    return Answer(FAILED, str(reason), _line(record))


_COPY_KEY = b', "duplicate_of": '


def mark_copy(record: bytes, first: Identity | None, similarity: float | None) -> bytes:
    r"""Say in an article's record of which earlier input it is a copy, or that it is of none.

    Done by the one process that knows the order; whatever the record said of it before is replaced.

    Args:
        record: The line, line end included.
        first: The first input with the same or nearly the same text, if there is an earlier one.
        similarity: How alike they are, 0 to 1.

    >>> mark_copy(b'{"path": "b.html"}\n', Identity(b"a.html"), 0.9)
    b'{"path": "b.html", "duplicate_of": "a.html", "similarity": 0.9}\n'
    """
    end = record.rfind(_COPY_KEY)  # cannot stand inside a string, where its quotes would be escaped
    body = record[:end] if end >= 0 else record[:-2]
    name = None if first is None else spell(first.path) + (f"#{first.line}" if first.line else "")
    told = f'{json.dumps(name, ensure_ascii=False)}, "similarity": {json.dumps(similarity)}}}\n'
    return body + _COPY_KEY + told.encode()


def dropped_record(identity: Identity, first: Identity, similarity: float) -> bytes:
    """Return the line of an article that is dropped as a copy."""
    return mark_copy(_line(identity.fields() | {"outcome": DROPPED, "reason": COPY}), first, similarity)


def _line(record: dict[str, Any]) -> bytes:
    """Write a record as one line; half a surrogate pair, which no encoding has, becomes a question mark."""
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
