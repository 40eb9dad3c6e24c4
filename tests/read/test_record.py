"""A dump in one field of a record is read from it; what only looks like a record stays a text."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleannews
from cleannews.labels import Kind
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.record import record_of
from cleannews.read.text import read_text
from tests.read.test_text import assert_covers

STORY = (
    "The council of the island voted on Monday night to let the ferry sail after dark.",
    "Residents had argued about the “noise” for two years, and the vote was close.",
    "The first late crossing leaves the harbour on the first of May, the company said.",
)
MENU = ["Home", "News", "Sport", "Night ferry"]
DUMP = "Home\nNews\nSport\n\nNight ferry\n\n" + "\n\n".join(STORY)
PAGE = "<html><body><h1>Night ferry</h1>" + "".join(f"<p>{text}</p>" for text in STORY) + "</body></html>"
FIELDS = {
    "url": "https://post.example/a",
    "title": "Night ferry",
    "author": "Mara Field",
    "date": "2024-05-01",
}
NESTED = {
    "success": True,
    "data": {"markdown": DUMP, "metadata": {**FIELDS, "statusCode": 200, "keywords": ["ferry", "island"]}},
}
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Night ferry",
    "author": [{"@type": "Person", "name": "Mara Field"}],
    "datePublished": "2024-05-01",
    "articleBody": "\n\n".join(STORY),
    "related": [{"headline": "Rain", "text": "It rained all day in the valley. " * 40}],
}


@pytest.mark.parametrize(
    "record",
    [
        {**FIELDS, "text": DUMP},
        {"text": DUMP, **FIELDS},
        {**FIELDS, "summary": "The ferry sails.", "full_text": DUMP, "html": "", "images": [], "n": -1.5e3},
        {**FIELDS, "content": {"body": DUMP}},
        {**FIELDS, "text": [*MENU, *STORY]},
        {"paragraphs": [*MENU, *STORY], **FIELDS, "summary": "The ferry sails."},
        NESTED,
        LINKED,
    ],
)
@pytest.mark.parametrize(
    "written",
    [
        json.dumps,
        lambda record: json.dumps(record, ensure_ascii=False),
        lambda record: "\n " + json.dumps(record, indent=2) + "\n",
        lambda record: json.dumps([record]),
        repr,
    ],
)
def test_the_text_is_read_from_its_field(record: dict[str, Any], written: Any) -> None:  # noqa: ANN401 - any of them
    source = written(record)
    page = read_text(source, DEFAULT_LIMITS)
    assert_covers(page)
    article = cleannews.clean(source)
    assert (article.kind, article.title, article.authors) == (Kind.TEXT, "Night ferry", ("Mara Field",))
    assert str(article.published).startswith("2024-05-01")
    assert article.text == "\n\n".join(STORY)
    assert article.blocks[0].reason == article.blocks[-1].reason == "front_matter"


@pytest.mark.parametrize(
    "source",
    [
        '{"title": "Night ferry", "text": "It rained."',
        '{"title": "Night ferry", "text": "It rained."} and more',
        '{"title": "Night ferry"}',
        '{"text"}}',
        "{'It rained', she said. 'Again.'}",
        '[{"text": "It rained."}, {"text": "It snowed."}]',
        '["text", "It rained all day."]',
        '{"a": [{"text": "It rained."}]}',
        "{{ text }}",
        "",
    ],
)
def test_what_is_no_record_stays_a_text(source: str) -> None:
    assert record_of(source) is None
    assert_covers(read_text(source, DEFAULT_LIMITS))


def test_a_page_in_a_record_is_read_as_a_page() -> None:
    record = {"link": "https://post.example/a", "content": PAGE, "byline": "Ann"}
    article = cleannews.clean(json.dumps(record))
    assert (article.kind, article.title, article.authors) == (Kind.HTML, "Night ferry", ("Ann",))
    assert article.text == "\n\n".join(STORY)
    assert article.canonical_url == "https://post.example/a"


def test_an_empty_field_is_an_empty_dump() -> None:
    article = cleannews.clean('{"title": "Night ferry", "text": ""}')
    assert article.text == ""
    assert article.status == "empty"


def test_a_deep_or_long_record_is_read_in_time() -> None:
    assert record_of('{"a": ' * 50_000 + "1" + "}" * 50_000) is None
    assert record_of('{"text": "' + "\\n" * 200_000 + '"}') is not None
    assert record_of('{"text": "' + "a" * 200_000) is None


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=30), max_size=4), st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_the_blocks_of_any_record_cover_it(others: dict[str, str], text: str) -> None:
    for written in (json.dumps({**others, "text": text}), repr({**others, "text": text})):
        assert_covers(read_text(written, DEFAULT_LIMITS))
