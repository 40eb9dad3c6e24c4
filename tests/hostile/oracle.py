"""What must hold of every article, whatever the input was."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import cleannews
from cleannews.labels import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
"""ASCII control characters but tab and line break: no reader wants them, XML 1.0 forbids most."""

_EXACT = frozenset({"raw", "url"})
"""Fields that hold what stood in the input, or what the caller gave: valid Unicode, but not cleaned."""


class BrokenPromiseError(AssertionError):
    """An article does not keep what is promised of every article."""


def hold(article: cleannews.Article, data: bytes | str) -> None:
    """Hold an article to what is promised of every article.

    Args:
        article: What :func:`cleannews.clean` gave.
        data: What it was given.

    Raises:
        BrokenPromiseError: A promise is broken; the message says which.
    """
    record = article.to_dict(blocks=True)
    _check_unicode(record)
    _check_round_trip(article)
    _check_blocks(article)
    if article.kind is Kind.TEXT and article.status is not Status.NOT_TEXT:
        _check_spans(article, cleannews.decode(data).text)


def _promise(*, kept: bool, what: str) -> None:
    if not kept:
        raise BrokenPromiseError(what)


def _strings(value: Any, name: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a JSON value
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield name, key
            yield from _strings(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, name)


def _check_unicode(record: dict[str, Any]) -> None:
    for name, value in _strings(record):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise BrokenPromiseError(f"{name} is no valid Unicode: {error}") from error
        _promise(kept=name in _EXACT or not _CONTROL.search(value), what=f"{name} holds a control character")


def _check_round_trip(article: cleannews.Article) -> None:
    again = cleannews.Article.from_dict(json.loads(article.to_json(blocks=True)))
    _promise(kept=again == article, what="JSON does not give the article back")
    article.to_markdown().encode("utf-8")
    json.dumps(article.to_schema_org(), allow_nan=False)


def _check_blocks(article: cleannews.Article) -> None:
    blocks = article.blocks
    _promise(kept=[each.index for each in blocks] == list(range(len(blocks))), what="indices have gaps")
    _promise(kept=all(each.reason for each in blocks), what="a block has no reason")
    joined = "\n\n".join(each.text for each in article.paragraphs)
    _promise(kept=article.text == joined, what="the text is not its paragraphs")
    sources = [blocks[index] for each in article.paragraphs for index in each.blocks]
    _promise(kept=all(each.kept for each in sources), what="a removed block is in the text")
    _promise(kept=0 <= article.confidence <= 1 and 0 <= article.article_score <= 1, what="a score is off")


def _check_spans(article: cleannews.Article, source: str) -> None:
    end = 0
    for block in article.blocks:
        start = block.start or 0
        _promise(kept=not source[end:start].strip(), what=f"text before block {block.index} is lost")
        _promise(kept=block.raw == source[start : block.end], what=f"block {block.index} is not its span")
        end = block.end or 0
    _promise(kept=not source[end:].strip(), what="the end of the text is lost")
