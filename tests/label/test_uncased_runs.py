"""Furniture that ran into the text in scripts without capitals comes apart; sentences stay whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.label.uncased_items import items
from cleannews.label.uncased_runs import cut_at_runs
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text

_ROWS = Path(__file__).parents[1] / "fixtures" / "rows" / "uncased_runs.jsonl"
ROWS = [json.loads(line) for line in _ROWS.read_text(encoding="utf-8").splitlines()]
"""A line of a dump and its pieces; none where it stays whole."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_what_ran_together_comes_apart_and_sentences_stay_whole(row: dict[str, Any]) -> None:
    page = read_text(row["text"], DEFAULT_LIMITS)
    cut = cut_at_runs(page)
    if row["pieces"] is None:
        assert cut is page
    else:
        assert [segment.text for segment in cut.segments] == row["pieces"]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="首页新闻体育分享到微信：> 2023-12:0847ه كتب・[]", max_size=80))
def test_pieces_hold_all_of_a_dump(text: str) -> None:
    page = read_text(text, DEFAULT_LIMITS)
    cut = cut_at_runs(page)
    assert "".join("".join(segment.raw for segment in cut.segments).split()) == "".join(
        "".join(segment.raw for segment in page.segments).split()
    )
    for before, behind in zip(cut.segments, cut.segments[1:], strict=False):
        assert (before.end or 0) <= (behind.start or 0)


@given(st.text(alphabet="首页新闻体育 2023-12:0847[]3条评论", max_size=60))
def test_items_follow_each_other(text: str) -> None:
    end = 0
    for item in items(text):
        assert end <= item.start < item.end <= len(text)
        end = item.end
