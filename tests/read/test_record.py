"""A dump in one field of a record is read from it; what only looks like a record stays a text."""

from __future__ import annotations

import json
import time
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


MORE = [f"{text} Part {number}." for number, text in enumerate(STORY)]


@pytest.mark.parametrize(
    "record",
    [
        {"title": "Night ferry", "content": "Sign up", "paragraphs": [{"text": text} for text in STORY]},
        {"title": "Night ferry", "html": "", "body": [{"type": "p", "content": text} for text in STORY]},
        {"title": "Night ferry", "text": [[text] for text in STORY]},
        {"title": "Night ferry", "content": [STORY[0], {"type": "quote", "text": STORY[1]}, STORY[2]]},
        {"title": "Night ferry", "text": "<br>\n".join(STORY)},
        {"title": "Night ferry", "text": "<br/>".join(STORY)},
        {"title": {"rendered": "Night ferry"}, "content": {"rendered": f"<p>{'</p><p>'.join(STORY)}</p>"}},
        {"title": "Night ferry", "text": "\n\n".join(STORY), "html": "<html><script>var a=1;</script>" * 90},
        {"title": "Night ferry", "text": "\n\n".join(STORY), "comments": [{"text": "Good! " * 500}]},
    ],
)
def test_no_part_of_the_text_is_lost(record: dict[str, Any]) -> None:
    source = json.dumps(record)
    assert_covers(read_text(source, DEFAULT_LIMITS))
    article = cleannews.clean(source)
    assert (article.title, article.text) == ("Night ferry", "\n\n".join(STORY))


def test_a_short_text_beside_a_story_is_none() -> None:
    story = " ".join(MORE)
    assert record_of(json.dumps({"title": "Night ferry", "text": "Read more", "description": story})) is None


def test_fields_of_other_things_are_none_of_the_article() -> None:
    other = {"title": "Rain", "url": "https://h.example/other", "date": "2020-01-01", "author": "Bob Other"}
    record = {
        "related": other,
        **FIELDS,
        "title": "Rain &amp; wind: ferry&#8217;s crew stays",
        "publisher": {"name": "Harbour Post", "url": "https://h.example/"},
        "comments": [{"author": {"name": "Bob Troll"}, "text": "Good!"}],
        "text": "\n\n".join(STORY),
    }
    article = cleannews.clean(json.dumps(record))
    assert (article.title, article.authors) == ("Rain & wind: ferry’s crew stays", ("Mara Field",))
    assert article.canonical_url == FIELDS["url"]
    assert str(article.published).startswith("2024-05-01")


def test_front_matter_in_a_record_is_read_too() -> None:
    front = "---\ntitle: Night ferry\nauthor: Mara Field\ndate: 2024-05-01\n---\n\n"
    article = cleannews.clean(
        json.dumps({"url": "https://h.example/a", "markdown": front + "\n\n".join(STORY)})
    )
    assert (article.title, article.authors) == ("Night ferry", ("Mara Field",))
    assert article.text == "\n\n".join(STORY)


def test_a_record_full_of_programs_that_nothing_closes_is_read_in_time() -> None:
    page = "<script " * 20_000
    started = time.process_time()
    record_of(json.dumps({"title": "Night ferry", "content": page}))
    assert time.process_time() - started < 1.0
