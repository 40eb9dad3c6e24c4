"""Which field of a line or row is the dump."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cleannews import clean
from cleannews.batch.dump import dump_of
from cleannews.batch.inputs import Fields
from cleannews.batch.options import TEXT_FIELDS
from cleannews.batch.reasons import Reason, Unusable
from cleannews.batch.rows import pack_row

FIELDS = Fields(TEXT_FIELDS, "url", "id", "")
STORY = "The bridge over the Werre was closed on Monday, and two men were hurt."


def content(row: dict[str, Any]) -> object:
    return dump_of(json.dumps(row).encode(), path="a.jsonl", line=1, fields=FIELDS, limit=10_000).content


@pytest.mark.parametrize("html", ["", "  \n", None, 7])
def test_a_field_that_is_blank_gives_way_to_the_next(html: object) -> None:
    assert content({"html": html, "text": STORY}) == STORY


def test_a_line_of_blank_fields_is_a_blank_dump() -> None:
    assert content({"html": "", "text": " "}) == ""


@pytest.mark.parametrize(
    "row",
    [
        {"Text": STORY},
        {"headline": "Bridge closed", "article_body": STORY},
        {"data": {"text": STORY}},
        {"text": [STORY, STORY]},
        {"raw": STORY},
    ],
    ids=["capitals", "another name", "inside an object", "a list of paragraphs", "raw"],
)
def test_a_text_that_one_dump_is_read_from_is_found_in_a_line_too(row: dict[str, Any]) -> None:
    assert content(row) == json.dumps(row)


@pytest.mark.parametrize("row", [{}, {"title": "Bridge closed"}, {"text": 7}, {"rain": STORY}])
def test_a_line_without_a_text_says_so(row: dict[str, Any]) -> None:
    with pytest.raises(Unusable, match="has no text under any of html, text"):
        content(row)


def _of(line: bytes) -> object:
    return dump_of(line, path="a.jsonl", line=1, fields=FIELDS, limit=10_000).content


def test_halves_of_surrogate_pairs_in_the_bytes_of_a_line_are_no_error_of_the_program() -> None:
    with pytest.raises(Unusable, match="has no text under any of html, text") as finding:
        _of(b'{"title":"\xed\xa0\x80"}')
    assert finding.value.reason is Reason.BAD_LINE
    line = b'{"headline": "Bridge \xed\xa0\x80 closed", "article_body": "%s"}' % STORY.encode()
    assert clean(_of(line)).text == STORY  # type: ignore[arg-type] # a text


@pytest.mark.parametrize("line", [b'{"text": "\xff"}', b'{"title": "\xe4"}', b'"\xc3'])
def test_a_line_in_another_encoding_says_so(line: bytes) -> None:
    with pytest.raises(Unusable, match="not JSON in UTF-8") as finding:
        _of(line)
    assert finding.value.reason is Reason.BAD_LINE


def test_a_mark_of_utf_8_before_the_first_line_is_passed_over() -> None:
    assert _of(b'\xef\xbb\xbf{"text": "%s"}' % STORY.encode()) == STORY
    line = json.dumps({"article_body": STORY, "headline": "Bridge closed"})
    assert _of(b"\xef\xbb\xbf" + line.encode()) == line


def test_a_line_nested_beyond_measure_is_a_bad_line_whatever_stands_before() -> None:
    for before in (b"7", b"7" * 5_000):
        with pytest.raises(Unusable, match="not JSON") as finding:
            _of(b'{"size": %s, "text": ' % before + b"[" * 200_000)
        assert finding.value.reason is Reason.BAD_LINE


def test_a_number_of_any_length_is_no_hindrance() -> None:
    assert _of(b'{"size": %s, "text": "Rain"}' % (b"7" * 5_000)) == "Rain"


def test_a_field_that_was_named_is_the_only_one() -> None:
    named = FIELDS._replace(texts=("dump",))
    with pytest.raises(Unusable, match="has no text under any of dump; it has text"):
        dump_of(json.dumps({"text": STORY}).encode(), path="a.jsonl", line=1, fields=named, limit=9999)


def test_the_cells_of_a_row_that_are_blank_give_way_too() -> None:
    assert dump_of(pack_row(STORY, None, None, {}), path="a.parquet", line=1, fields=FIELDS, limit=99).content
