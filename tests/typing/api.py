"""The public surface as a type checker sees it: mypy reads this file, nothing runs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timezone
from pathlib import Path
from typing import Any

from typing_extensions import assert_type

import cleannews
from cleannews import Article, BatchReport, Block, CleanNewsError, Label, Limits, SiteTemplate, Status
from cleannews.labels import Kind, Mode


def functions() -> None:
    """What goes in, what comes out."""
    assert_type(cleannews.clean("text", url="https://news.example/a", kind="text", mode="recall"), Article)
    assert_type(cleannews.clean(b"<p>bytes</p>", limits=Limits(input_bytes=1_000)), Article)
    assert_type(cleannews.clean(bytearray(b"bytes"), kind=Kind.HTML, mode=Mode.RECALL), Article)
    assert_type(cleannews.clean(memoryview(b"bytes")), Article)
    assert_type(cleannews.clean(Path("page.html")), Article)
    assert_type(cleannews.clean(cleannews.fetch("https://news.example/a", timeout=5.0)), Article)
    assert_type(cleannews.clean_many(["a", b"b", Path("c")]), Iterator[Article])
    assert_type(cleannews.clean_many(["a"], kind="text", mode="recall", hints={"n": 1}), Iterator[Article])
    assert_type(cleannews.extract("text", mode="precision"), str)
    assert_type(cleannews.learn_site(["a", "b"], kind="html"), SiteTemplate)
    assert_type(cleannews.decode(b"bytes").text, str)
    assert_type(cleannews.clean_folder(Path("in"), Path("out")), BatchReport)
    assert_type(Article.from_dict({}), Article)
    cleannews.clean("text", mode="fast")  # type: ignore[arg-type] # a word that is none is seen
    cleannews.clean("text", kind="pdf")  # type: ignore[arg-type] # the same
    cleannews.extract("text", mode="fast")  # type: ignore[arg-type] # the same
    cleannews.clean_many(["text"], mode="fast")  # type: ignore[arg-type] # the same
    cleannews.clean_many(["text"], colour="red")  # type: ignore[call-arg] # and a name that is none
    cleannews.learn_site(["a", "b"], kind="pdf")  # type: ignore[arg-type] # the same
    cleannews.clean(12)  # type: ignore[arg-type] # no dump
    cleannews.purify("text")  # type: ignore[attr-defined] # a name that is not there is seen


def fields(article: Article) -> None:
    """What an article holds."""
    assert_type(article.title, str | None)
    assert_type(article.authors, tuple[str, ...])
    assert_type(article.published, date | datetime | None)
    assert_type(article.publish_date, date | datetime | None)
    assert_type(article.author, str)
    assert_type(article.status, Status)
    assert_type(article.comment_counts, Mapping[str, int])
    assert_type(article.blocks, tuple[Block, ...])
    assert_type(article.removed[0].label, Label)
    assert_type(article.removed[0].label.kept, bool)
    assert_type(article.to_dict(blocks=True), dict[str, Any])
    assert_type(article.to_json(), str)
    assert_type(article.to_markdown(), str)
    assert_type(article.to_schema_org(), dict[str, Any])


def moment(value: date | datetime | None) -> datetime:
    """Both kinds of dates in one order, as docs/fields.md has it."""
    if isinstance(value, datetime):
        return value
    return datetime.combine(value or date.min, time(), timezone.utc)


def order(articles: list[Article]) -> list[Article]:
    """A key of one type sorts them; a date that may be missing or a moment does not."""
    sorted(articles, key=lambda article: article.published)  # type: ignore[arg-type,return-value] # it may be None
    return sorted(articles, key=lambda article: moment(article.published))


def reason(error: CleanNewsError) -> str | None:
    """Every error says what it is about."""
    return error.subject
