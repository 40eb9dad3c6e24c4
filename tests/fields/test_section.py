"""Breadcrumbs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.fields.section import clean_crumbs

_ROWS = Path(__file__).parents[1] / "fixtures" / "rows" / "breadcrumbs.jsonl"
ROWS = [json.loads(line) for line in _ROWS.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_breadcrumbs(row: dict[str, Any]) -> None:
    assert list(clean_crumbs(row["texts"], title=row["title"])) == row["expect"], row.get("note")


def test_rows_are_enough_and_some_give_nothing() -> None:
    assert len(ROWS) >= 80
    assert sum(not row["expect"] for row in ROWS) >= 10


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=30), st.text(max_size=80))
def test_any_lines_give_few_short_crumbs(texts: list[str], title: str) -> None:
    crumbs = clean_crumbs(texts, title=title)
    assert len(crumbs) <= 10
    assert all(0 < len(crumb) <= 60 for crumb in crumbs)
