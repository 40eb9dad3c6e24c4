from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cleannews import formats
from cleannews.article import Article, Image
from cleannews.labels import Kind, Status


def article(**values: Any) -> Article:  # noqa: ANN401 - any field of an article
    return Article(
        text="The river rose.",
        status=Status.OK,
        confidence=0.9,
        article_score=0.8,
        kind=Kind.HTML,
        input_sha256="0" * 64,
        word_count=3,
        **values,
    )


def test_schema_org_says_what_is_known_under_its_names() -> None:
    found = article(
        title="River rises",
        subtitle="What the night left",
        description="A night of rain",
        authors=("Mira Holt", "Reuters", "The Ulmen Post"),
        published=date(2031, 5, 4),
        language="en",
        site_name="The Ulmen Post",
        section="Weather",
        tags=("rain", "river"),
        dateline="ULMEN",
        is_free=False,
        url="https://post.example/a?b",
        canonical_url="https://post.example/a",
        image=Image("https://post.example/1.jpg", "The bridge", "M. Holt"),
        images=(Image("https://post.example/1.jpg"), Image("https://post.example/2.jpg")),
    ).to_schema_org()
    assert found == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "River rises",
        "alternativeHeadline": "What the night left",
        "description": "A night of rain",
        "author": [
            {"@type": "Person", "name": "Mira Holt"},
            {"@type": "Organization", "name": "Reuters"},
            {"@type": "Organization", "name": "The Ulmen Post"},
        ],
        "datePublished": "2031-05-04",
        "articleSection": "Weather",
        "dateline": "ULMEN",
        "keywords": ["rain", "river"],
        "inLanguage": "en",
        "image": [
            {
                "@type": "ImageObject",
                "url": "https://post.example/1.jpg",
                "caption": "The bridge",
                "creditText": "M. Holt",
            },
            {"@type": "ImageObject", "url": "https://post.example/2.jpg"},
        ],
        "publisher": {"@type": "Organization", "name": "The Ulmen Post"},
        "isAccessibleForFree": False,
        "url": "https://post.example/a",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://post.example/a"},
        "wordCount": 3,
        "articleBody": "The river rose.",
    }


def test_schema_org_leaves_out_what_is_not_known() -> None:
    assert set(article().to_schema_org()) == {"@context", "@type", "wordCount", "articleBody"}


@pytest.mark.parametrize(
    "name",
    [
        *("Reuters", "dpa", "News desk", "Redaktion", "Редакция", "BBC Sport", "AFP staff"),
        *("AP", "ap", "EFE", "Agencia EFE", "Staff", "PRESS", "desk"),
        *("The Press", "Die Presse", "La Presse", "The Desk", "Le Bureau"),
        *("Lundby Free Press", "Night City Desk", "Ulmen Post Staff", "Board of the Post"),
        *("Sports Desk", "Web desk", "Canadian Press", "Europa Press", "Press Association", "Staff writer"),
        *("Press Trust of India", "Post AP"),
    ],
)
def test_newsrooms_and_agencies_are_organisations(name: str) -> None:
    assert article(authors=(name,)).to_schema_org()["author"] == [{"@type": "Organization", "name": name}]


@pytest.mark.parametrize(
    "name",
    [
        *("Mira Holt", "Stafford Apley", "Ana Presser", "José Tveit", "Newsom Dpar", "李娜"),
        *("Eyal Press", "Bill Press", "Lisa Staff", "Anna Desk", "Ann J. Press", "LISA STAFF", "Lisa STAFF"),
        *(
            "Mark Board",
            "Jérôme Bureau",
            "Dafydd ap Gwilym",
            "Rhys Ap Owen",
            "Efe Kaya",
            "Can Efe",
            "Efe Can Kaya",
        ),
        *("Anna Ansa", "ANSA AHO"),
    ],
)
def test_people_are_people(name: str) -> None:
    assert article(authors=(name,)).to_schema_org()["author"] == [{"@type": "Person", "name": name}]


def test_plain_text_is_the_text_and_a_newline() -> None:
    record = article().to_dict()
    assert formats.text(record) == "The river rose.\n"
    assert formats.text({**record, "text": ""}) == ""
