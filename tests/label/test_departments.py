"""The shipped names of departments, and what two of them side by side tell."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from cleannews.label.departments import is_department, side_by_side
from cleannews.label.measures import fold

STORED: dict[str, Any] = json.loads((files("cleannews.label") / "data" / "departments.json").read_bytes())
LANGUAGES = {
    entry.name.removesuffix(".json") for entry in (files("cleannews.label") / "data" / "phrases").iterdir()
}


LISTS = [*STORED["departments"].values(), STORED["news"], STORED["beside"]]


@pytest.mark.parametrize(
    "lists", [lists for lists in LISTS if lists is not STORED["departments"]["domestic"]]
)
def test_every_language_has_names(lists: dict[str, list[str]]) -> None:
    assert set(lists) == LANGUAGES - {"mul"}


@pytest.mark.parametrize("lists", LISTS)
def test_names_are_as_they_are_compared(lists: dict[str, list[str]]) -> None:
    assert set(lists) < LANGUAGES
    assert all(names and all(fold(name) == name for name in names) for names in lists.values())


def test_what_stands_beside_departments_is_none() -> None:
    beside = {name for names in STORED["beside"].values() for name in names}
    assert not any(map(is_department, beside))


def test_no_name_is_that_of_two_departments() -> None:
    names = [
        {name for each in languages.values() for name in each} for languages in STORED["departments"].values()
    ]
    assert sum(map(len, names)) == len(set.union(*names))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["home", "news", "sport", "culture"], True),
        (["startseite", "politik", "sport"], True),
        (["главная", "экономика", "культура"], True),
        (["ホーム", "政治", "経済"], True),
        (["home", "world", "sport"], True),
        (["home", "news", "sport"], False),
        (["startseite", "politik", "ausland"], False),
        (["anasayfa", "gündem", "spor"], True),
        (["etusivu", "kotimaa", "politiikka"], False),
        (["etusivu", "kotimaa", "ulkomaat"], True),
        (["αρχικη", "πολιτικη", "αθλητικα"], True),
        (["home", "business", "economy"], False),
        (["home", "world", "us & canada", "science"], False),
        (["home", "sport", "sailing"], False),
        ([], False),
    ],
)
def test_departments_side_by_side(keys: list[str], expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert side_by_side(keys) is expected


def test_the_news_as_a_whole_count_as_a_department_where_more_of_it_is_offered() -> None:
    assert is_department("nachrichten")
    assert is_department("politics")
    assert not is_department("harbour")
