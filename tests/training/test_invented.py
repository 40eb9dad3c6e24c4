"""The invented pages that training has beside the corpora: each is whole, and its gold stands in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cleannews.labels import Kind
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS
from training.corpus import load_cases, load_records

TRAINING = Path(__file__).parents[2] / "training"
FOLDER = TRAINING / "invented"
DOCS = TRAINING.parent / "docs"
RECORDS = load_records(FOLDER)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("record", RECORDS, ids=[record["id"] for record in RECORDS])
def test_every_paragraph_of_the_gold_is_in_its_page(record: dict[str, Any]) -> None:
    page, _ = read((FOLDER / record["html"]).read_bytes(), kind=Kind.HTML, limits=DEFAULT_LIMITS)
    shown = squeezed("".join(segment.raw for segment in page.segments))
    assert [text for text in record["gold"] if squeezed(text) not in shown] == []


def test_they_are_of_many_languages_and_sites() -> None:
    cases = load_cases(FOLDER)
    assert len(cases) == len(RECORDS) == len({case.domain for case in cases}) == 135
    assert len({case.language for case in cases}) >= 50


def test_no_page_is_left_over() -> None:
    assert {f"html/{path.name}" for path in (FOLDER / "html").iterdir()} == {
        json.loads(line)["html"] for line in (FOLDER / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    }


@pytest.mark.parametrize("folder", ["invented", "dumps"])
@pytest.mark.parametrize("document", ["training.md", "model-card.md"])
def test_the_documents_count_pages_and_languages(document: str, folder: str) -> None:
    records = load_records(TRAINING / folder)
    languages = len({record["language"] for record in records})
    told = (DOCS / document).read_text(encoding="utf-8")
    assert re.search(rf"\b{len(records)} (?:pages|dumps)[\w ]{{0,40}} in {languages} languages", told)
