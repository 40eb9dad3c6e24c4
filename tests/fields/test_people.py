"""Names in bylines and author declarations."""

from __future__ import annotations

import json
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.fields.bylines import openers
from cleannews.fields.people import read_author, read_byline

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROWS = Path(__file__).parents[1] / "fixtures" / "rows" / "bylines.jsonl"
ROWS = [json.loads(line) for line in _ROWS.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']}-{row['lang']}")
def test_byline(row: dict[str, Any]) -> None:
    assert list(read_byline(row["text"], language=row["lang"])) == row["expect"]


def test_rows_are_enough_and_many_give_nothing() -> None:
    assert len(ROWS) >= 300
    assert sum(not row["expect"] for row in ROWS) >= 100
    assert len({row["lang"] for row in ROWS}) >= 25


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee", ["Ann Lee"]),
        ("by Ann Lee", ["Ann Lee"]),
        ("Ann Lee, Bo Marsh", ["Ann Lee", "Bo Marsh"]),
        ("Ann Lee and Bo Marsh", ["Ann Lee", "Bo Marsh"]),
        ("Ann Lee; Bo Marsh", ["Ann Lee", "Bo Marsh"]),
        ("Ann Lee, MD, PhD", ["Ann Lee"]),
        ("Ann Lee, Berlin", ["Ann Lee"]),
        ("Ann Lee, Health Editor", ["Ann Lee"]),
        ("Ann Lee &amp; Bo Marsh", ["Ann Lee", "Bo Marsh"]),
        ("desk@example.com (Ann Lee)", ["Ann Lee"]),
        ("chunky64", ["chunky64"]),
        ("Lundby Herald", ["Lundby Herald"]),
        ("Gear Team", ["Gear Team"]),
        ("dpa", ["dpa"]),
        ("AFP, MANILA", ["AFP"]),
        ("Ann Lee, ANN LEE", ["Ann Lee"]),
        ("山田 太郎", ["山田 太郎"]),
        ("张伟、李娜", ["张伟", "李娜"]),
        ("Ann Lee, Bo Marsh, and Cy Moe", ["Ann Lee", "Bo Marsh", "Cy Moe"]),
        ("Ann Lee <ann@example.com>", ["Ann Lee"]),
        ("Ann Lee < >", ["Ann Lee"]),
        ("홍길동 나무 칼럼니스트", ["홍길동"]),
        ("대한민국 정부", ["대한민국 정부"]),
    ],
)
def test_declared_authors(text: str, names: list[str]) -> None:
    assert list(read_author(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "admin",
        "Staff",
        "Staff Writer",
        "Redaktion",
        "La rédaction",
        "editor@example.com",
        "https://example.com/authors/ann-lee",
        "https://www.facebook.com/lundbyherald",
        "Senior Political Correspondent",
        "12345",
        "---",
        "@lundbyherald",
        "View all posts",
        "name",
        "User Admin",
        "未知",
        "网络整理",
    ],
)
def test_what_names_nobody_gives_nothing(text: str) -> None:
    assert read_author(text) == ()


@pytest.mark.parametrize(
    "line", ["Haber Türk Gazetesi", "Haber Global Televizyonu", "Kaynak Holding", "Haber Merkezi"]
)
def test_a_noun_opens_a_byline_before_a_colon_alone(line: str) -> None:
    noun, _, name = line.partition(" ")
    assert openers("tr").begin(line) is None
    assert openers("tr").begin(f"{noun}: {name}") is not None
    assert openers("tr").begin(f"Yazan {name}") is not None


def test_the_page_language_opens_a_byline() -> None:
    assert read_byline("Af Mette Holm", language="da") == ("Mette Holm",)
    assert read_byline("De Ioana Balan", language="ro") == ("Ioana Balan",)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.sampled_from([None, "en", "de", "ja", "xx"]))
def test_any_text_gives_names_without_digits_at_most_its_length(text: str, language: str | None) -> None:
    for name in read_byline(text, language=language):
        assert name.strip() == name
        assert not any(map(str.isdecimal, name))
    assert all(map(str.strip, read_author(text, language=language)))


def test_a_megabyte_on_one_line_takes_linear_time() -> None:
    for text in ("By " + "Ann " * 250_000, "(" * 1_000_000, "By Ann Lee, " * 90_000, "a@" * 500_000):
        assert len(read_byline(text)) < 100
        assert len(read_author(text)) < 100


def _word_lists() -> Iterator[tuple[str, list[str]]]:
    stored = json.loads(files("cleannews.fields").joinpath("data/bylines.json").read_text(encoding="utf-8"))
    for name, entries in stored.items():
        yield from [(name, entries)] if isinstance(entries, list) else entries.items()


def test_no_word_stands_twice_in_a_list_however_it_is_written() -> None:
    for name, entries in _word_lists():
        folded = Counter(map(str.casefold, entries))
        assert [word for word, count in folded.items() if count > 1] == [], name


def test_no_word_holds_a_sign_that_nobody_sees() -> None:
    for name, entries in _word_lists():
        hidden = [word for word in entries if _UNSEEN.search(word) or word != word.strip()]
        assert hidden == [], name


_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")


@pytest.mark.parametrize(
    ("written", "agency"),
    [("sid", "SID"), ("Sda", "SDA"), ("lusa", "LUSA"), ("Hina", "HINA"), ("dpa", "dpa")],
)
def test_an_agency_is_given_as_it_writes_itself(written: str, agency: str) -> None:
    assert read_byline(f"By {written}") == (agency,)
    assert read_author(written) == (agency,)
