"""Dates as pages declare and show them."""

from __future__ import annotations

import json
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.fields.dates import Locale, find_shown, read_declared

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROWS = Path(__file__).parents[1] / "fixtures" / "rows" / "dates.jsonl"
ROWS = [json.loads(line) for line in _ROWS.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']}-{row.get('lang')}")
def test_shown_date(row: dict[str, Any]) -> None:
    found = find_shown(row.get("text", ""), Locale(row.get("lang"), row.get("region")))
    assert [moment.value.isoformat() for moment in found] == row["expect"], row.get("note")
    assert any(moment.unzoned for moment in found) == row.get("unzoned", False)


def _names() -> Iterator[tuple[str, int, str]]:
    stored = files("cleannews.fields").joinpath("data/months.json").read_text(encoding="utf-8")
    for language, months in json.loads(stored).items():
        for number, names in enumerate(months, start=1):
            for name in names.split("|"):
                yield language, number, name


def test_every_name_of_a_month_is_read() -> None:
    for language, number, name in _names():
        year = "năm 2024" if name == "tháng năm" else "2024"  # "5 tháng năm 2024" tells five months of a year
        for written in (name, name.title()):
            found = find_shown(f"5 {written} {year}", Locale(language))
            assert [moment.value for moment in found] == [date(2024, number, 5)], (language, written)


def test_rows_are_enough_and_many_give_nothing() -> None:
    assert len(ROWS) >= 300
    assert sum(not row["expect"] for row in ROWS) >= 50
    assert len({row.get("lang") for row in ROWS}) >= 25


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-02T10:30:00Z", "2024-05-02T10:30:00+00:00"),
        ("2024-05-02T10:30:00.000-04:00", "2024-05-02T10:30:00-04:00"),
        ("20240502T101500Z", "2024-05-02T10:15:00+00:00"),
        ("20240502", "2024-05-02"),
        ("1714644000", "2024-05-02T10:00:00+00:00"),
        ("1714644000123", "2024-05-02T10:00:00+00:00"),
        ("Thu May 02 10:00:00 UTC 2024", "2024-05-02T10:00:00+00:00"),
        ("Thu, 2 May 2024 10:00:00 GMT", "2024-05-02T10:00:00+00:00"),
        ("2. Mai 2024", "2024-05-02"),
        ("1912-04-15", "1912-04-15"),
        ("2024-05-02 00:00:00", "2024-05-02"),
        ("2024-05-02T24:00:00Z", "2024-05-03T00:00:00+00:00"),
        ("2024-05-02T24:00:00", "2024-05-02"),
        ("2024-05-02T24:00:01Z", "2024-05-02"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00"),
        ("2024-05-02T25:10:00Z", "2024-05-02"),
        ("2024-05-02T10:61:00Z", "2024-05-02"),
        ("20240502103000Z", "2024-05-02T10:30:00+00:00"),
        ("20240502987654", None),
        ("202405022561", None),
    ],
)
def test_declared_date(text: str, expected: str | None) -> None:
    found = read_declared(text, Locale("de"))
    assert (found.value.isoformat() if found else None) == expected


@pytest.mark.parametrize(
    "text", ["", "today", "0001-01-01T00:00:00", "2024-02-30", "{{date}}", "99999999", "12", "null", "2024"]
)
def test_no_date_is_made_up(text: str) -> None:
    assert read_declared(text, Locale()) is None


@pytest.mark.parametrize("text", ["5555555555", "9999999999999", "0000000000", "0000000000000", "0000086400"])
def test_unix_time_outside_the_years_of_the_web_is_a_number(text: str) -> None:
    assert read_declared(text, Locale()) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0946684800", "2000-01-01T00:00:00+00:00"),
        ("1000000000", "2001-09-09T01:46:40+00:00"),
        ("1714644000.25", "2024-05-02T10:00:00+00:00"),
        ("4102444799", "2099-12-31T23:59:59+00:00"),
    ],
)
def test_unix_time_in_the_years_of_the_web_is_a_moment(text: str, expected: str) -> None:
    found = read_declared(text, Locale())
    assert found is not None
    assert found.value.isoformat() == expected


def test_a_time_without_a_zone_gives_the_day_and_says_so() -> None:
    found = read_declared("2024-05-02T10:30:00", Locale())
    assert found is not None
    assert (found.value, found.unzoned) == (date(2024, 5, 2), True)


def test_an_unknown_zone_is_not_guessed() -> None:
    (found,) = find_shown("2 May 2024 10:30 IST", Locale("en"))
    assert not isinstance(found.value, datetime)


@settings(max_examples=100, deadline=None)
@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for text in (day.isoformat(), f"{day.day}.{day.month}.{day.year}", day.strftime("%Y/%m/%d")):
        (found,) = find_shown(text, Locale("de"))
        assert found.value == day
        assert text[found.start : found.end] == text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_survived_and_spans_lie_inside(text: str) -> None:
    for found in find_shown(text, Locale("en")):
        assert 0 <= found.start < found.end <= len(text)
    read_declared(text, Locale())


def test_a_megabyte_on_one_line_takes_linear_time() -> None:
    for text in ("1 " * 500_000, "March " * 160_000, "2024-05-02 " * 90_000, "1.1." * 250_000):
        find_shown(text, Locale("en"))
