"""What fields beside a dump tell of the article."""

from __future__ import annotations

import json
import math
from datetime import date, datetime, timezone
from typing import Any

import numpy as np
import pytest

import cleannews
from cleannews.article import Image
from cleannews.read.told import LONGEST, told_hints

STORY = (
    "The council of the island voted on Monday night to let the ferry sail after dark.",
    "Residents had argued about the noise for two years, and the vote was close.",
)
TEXT = "\n\n".join(STORY)
DUMP = f"Home\nNews\nSport\n\nNight ferry sails\n\nBy Bo Ray\n\n4 May 2024\n\n{TEXT}"
READER_SERVICE = {
    "source": {"id": "ip", "name": "Island Post"},
    "author": "Mara Field",
    "title": "Night ferry sails - Island Post",
    "description": "Late crossings begin in May.",
    "url": "https://post.example/a",
    "urlToImage": "https://post.example/a.jpg",
    "publishedAt": "2024-05-01T10:00:00Z",
}


@pytest.mark.parametrize(
    ("hints", "field", "value"),
    [
        ({"title": "Night ferry sails"}, "title", "Night ferry sails"),
        ({"headline": "Rain &amp; wind"}, "title", "Rain & wind"),
        ({"title": {"rendered": "Night ferry sails"}}, "title", "Night ferry sails"),
        ({"metadata": {"title": "Night ferry sails"}}, "title", "Night ferry sails"),
        ({"authors": ["Mara Field", "Bo Ray"]}, "authors", ("Mara Field", "Bo Ray")),
        ({"authors": ({"name": "Mara Field"},)}, "authors", ("Mara Field",)),
        ({"author": "Mara Field; Bo Ray"}, "authors", ("Mara Field", "Bo Ray")),
        ({"publish_date": "2024-05-01"}, "published", date(2024, 5, 1)),
        ({"published": date(2024, 5, 1)}, "published", date(2024, 5, 1)),
        ({"date": 1714557600}, "published", datetime(2024, 5, 1, 10, tzinfo=timezone.utc)),
        ({"published": np.datetime64("2024-05-01")}, "published", date(2024, 5, 1)),
        ({"date": np.int64(1714557600)}, "published", datetime(2024, 5, 1, 10, tzinfo=timezone.utc)),
        ({"og:title": "Night ferry sails"}, "title", "Night ferry sails"),
        ({"article:published_time": "2024-05-01"}, "published", date(2024, 5, 1)),
        ({"dc.creator": "Mara Field"}, "authors", ("Mara Field",)),
        ({"metadata": {"og:site_name": "Island Post"}}, "site_name", "Island Post"),
        ({"tags": "ferry;island"}, "tags", ("ferry", "island")),
        ({"keywords": ["ferry", "island"]}, "tags", ("ferry", "island")),
        ({"categories": "Local;News"}, "section", "Local"),
        ({"excerpt": "Late crossings begin in May."}, "description", "Late crossings begin in May."),
        ({"source": "Island Post"}, "site_name", "Island Post"),
        ({"source": "https://post.example/a"}, "canonical_url", "https://post.example/a"),
        ({"image": "https://post.example/a.jpg"}, "image", Image("https://post.example/a.jpg")),
    ],
)
def test_fields_that_mean_something_are_read(hints: dict[str, Any], field: str, value: object) -> None:
    article = cleannews.clean(TEXT, hints=hints)
    assert getattr(article, field) == value
    assert article.text == TEXT
    assert article == cleannews.clean(TEXT, hints={"id": 5, **hints, "views": 7})


@pytest.mark.parametrize(
    "hints",
    [
        {"title": math.nan},
        {"title": None},
        {"title": True},
        {"title": b"Night ferry sails"},
        {"title": ""},
        {"title": "x" * (LONGEST + 1)},
        {"title": [["Night ferry sails"]]},
        {"title": {"en": "Night ferry sails"}},
        {"titles": "Night ferry sails"},
        {"": "Night ferry sails"},
        {"authors": [None, math.inf, {}]},
        {"source": "post.example"},
        {"source": "feeds/island"},
        {"source": "https://post.example"},
        {"publisher": "https://post.example/"},
        {"metadata": "Night ferry sails"},
        {"published": "soon"},
        {},
    ],
)
def test_what_says_nothing_changes_nothing(hints: dict[str, Any]) -> None:
    assert cleannews.clean(TEXT, hints=hints) == cleannews.clean(TEXT)


def test_the_same_record_tells_the_same_beside_its_text_and_around_it() -> None:
    beside = cleannews.clean(DUMP, hints=READER_SERVICE)
    around = cleannews.clean(json.dumps({**READER_SERVICE, "content": DUMP}))
    assert (beside.title, beside.site_name, beside.canonical_url) == (
        "Night ferry sails",
        "Island Post",
        "https://post.example/a",
    )
    for field in ("title", "authors", "published", "description", "canonical_url", "image", "text"):
        assert getattr(beside, field) == getattr(around, field), field


DECLARED = "<meta name=author content='Mara Field'><meta property=article:published_time content=2024-05-01>"
LINKED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-01", '
    '"author": {"@type": "Person", "name": "Mara Field"}}</script>'
)


@pytest.mark.parametrize("head", [DECLARED, LINKED])
def test_a_page_that_speaks_for_itself_goes_first(head: str) -> None:
    page = f"<html><head><title>Night ferry sails</title>{head}</head><h1>Night ferry sails</h1><p>{STORY[0]}"
    hints = {"title": "Rain", "author": "Cy Dow", "date": "2023-01-01", "section": "Island"}
    article = cleannews.clean(page, hints=hints)
    found = (article.title, article.authors, article.published, article.section)
    assert found == ("Night ferry sails", ("Mara Field",), date(2024, 5, 1), "Island")


def test_offsets_are_those_of_the_dump() -> None:
    for block in cleannews.clean(DUMP, hints=READER_SERVICE).blocks:
        assert DUMP[block.start : block.end].split() == block.text.split()


def test_long_lists_are_cut() -> None:
    hints = told_hints({"tags": (f"tag {number}" for number in range(10**9))})
    assert len(hints.metas) == 100


def test_hints_of_another_type_are_refused() -> None:
    with pytest.raises(TypeError, match="hints is str; give a dictionary"):
        cleannews.clean(TEXT, hints="Night ferry sails")  # type: ignore[arg-type]


def test_names_that_are_no_texts_are_passed_over() -> None:
    assert cleannews.clean(TEXT, hints={7: "Night ferry", "metadata": {7: 7}}) == cleannews.clean(TEXT)  # type: ignore[dict-item]


@pytest.mark.parametrize("told", ["2024-01-02", "2026-01-02", "2024-05-04"])
def test_a_day_that_the_page_shows_goes_first(told: str) -> None:
    shown = DUMP.replace("4 May 2024", "Published 4 May 2024, 18:12 GMT")
    article = cleannews.clean(shown, hints={"date": told})
    assert article.published == datetime(2024, 5, 4, 18, 12, tzinfo=timezone.utc)
    assert article.sources["published"].startswith("dateline:")
    assert ("published_sources_disagree" in article.warnings) is (told != "2024-05-04")


def test_an_author_that_the_page_names_goes_first() -> None:
    dump = (
        "Veerpont vaart weer na de storm\nDoor onze verslaggever Bo de Haan\n17-03-2025, 11:04\n"
        "De veerpont vaart sinds zaterdag weer. De schipper kon de hele week niet naar de overkant.\n"
        "De bewoners van het eiland moesten vanaf maandag omrijden, zeven kilometer verderop.\n"
    )
    assert cleannews.clean(dump, hints={"author": "Mara Field"}).authors == ("Bo de Haan",)


def test_what_is_told_has_a_source_of_its_own() -> None:
    told = {
        "title": "Night ferry sails",
        "date": "2024-05-01",
        "author": "Mara Field",
        "url": "https://p.example/a",
    }
    sources = cleannews.clean(TEXT, hints=told).sources
    assert {sources[name] for name in ("title", "published", "authors", "canonical_url")} == {"hints"}
    page = (
        f"<html><head><title>Night ferry sails</title>{DECLARED}</head><body><p>{STORY[0]}</p></body></html>"
    )
    assert "hints" not in cleannews.clean(page, hints=told | {"url": None}).sources.values()


def test_a_number_of_hundreds_of_digits_is_no_field() -> None:
    assert cleannews.clean(TEXT, hints={"title": 10**400, "section": "Harbour"}).section == "Harbour"
