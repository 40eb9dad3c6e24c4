"""Names of removed blocks of dumps that no rule named."""

from __future__ import annotations

import pytest

from cleannews.label.context import make_context
from cleannews.label.headline import Headline
from cleannews.label.measures import measure
from cleannews.label.naming import name_removed
from cleannews.read.html import read_html
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text


def _named(line: str, *, behind: int = 0) -> tuple[str, str]:
    """Name a line below a headline, or so many lines further down."""
    lines = ["Storm closes the harbour", *(["The keeper saw it coming."] * behind), line, "It rained."]
    page = read_text("\n\n".join(lines), DEFAULT_LIMITS)
    place = next(index for index, segment in enumerate(page.segments) if segment.raw.startswith(line[:6]))
    context = make_context(
        page, measure(page.segments), Headline("Storm closes the harbour", "shape", 0, ()), "en"
    )
    label, reason = name_removed(context, place)
    return str(label), reason


@pytest.mark.parametrize(
    "line",
    [
        "By Mara Field Published 3 May 2024",
        "Por Inés Vera, Manuel Otero Publicado el 08/09/2023",
        "Von Jonas Reit Veröffentlicht am 21.02.2024",
        "Par Maëlle Gourin Publié le 16/01/2024",
        "Автор: Марина Осина Опубликовано 11.12.2023",
        "Door Marieke van Aal Gepubliceerd op 09-04-2024 10:15",
    ],
)
def test_a_byline_with_its_date(line: str) -> None:
    assert _named(line) == ("byline", "dated_byline")


@pytest.mark.parametrize(
    "line", ["Mara Field 3 May 2024, 10:15", "نُشر في 29/01/2024", "高田由美公開日:2024年11月05日"]
)
def test_a_date_with_a_name_or_a_word_for_published(line: str) -> None:
    assert _named(line) == ("dateline", "dated_line")


@pytest.mark.parametrize(
    "line",
    [
        "What the tide tables say about 3 May 2024",
        "By the sea it rained on 3 May 2024",
        "Von 2019 bis 2024 fuhr die Fähre",
    ],
)
def test_headlines_with_a_date_are_headlines(line: str) -> None:
    assert _named(line) == ("related", "headline_outside")


def test_far_from_the_headline_a_dated_name_is_none_of_its_bylines() -> None:
    assert _named("By Mara Field Published 3 May 2024", behind=20) == ("related", "headline_outside")


@pytest.mark.parametrize(
    "line",
    [
        "The quay on Friday morning. Ann Lee",
        "Le quai, vendredi matin. Y. Le Bihan",
        "Der Kai am Morgen. Jan Weber",
    ],
)
def test_a_sentence_with_a_name_behind_it_is_a_caption(line: str) -> None:
    assert _named(line) == ("caption", "signed_caption")


@pytest.mark.parametrize(
    "line",
    [
        "The ferry is back. What it means",
        "Ferry is back. keeper says so",
        "The quay is closed on Friday. 3 questions",
    ],
)
def test_two_parts_of_a_headline_are_no_caption(line: str) -> None:
    assert _named(line) == ("related", "headline_outside")


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Skip to content Northport Herald", "navigation"),
        ("Zum Inhalt springen Hafener Rundschau", "navigation"),
        ("Aller au contenu Le Phare du Nord", "navigation"),
        ("Alles accepteren Instellingen De Havenbode Regio Sport", "consent"),
        ("検索ログイン購読申し込み", "navigation"),
        ("本文へスキップ港北新報", "navigation"),
        ("© 2024 Northport Herald", "legal"),
    ],
)
def test_a_line_that_begins_with_a_phrase_of_furniture(line: str, label: str) -> None:
    assert _named(line) == (label, "phrase_start")


@pytest.mark.parametrize(
    "line",
    [
        "Search parties leave the harbour at night",
        "検索エンジンの父が町を訪れた",
        "Home is where the ferry lands",
        "© Mara Field of Harbour Post",
    ],
)
def test_a_headline_that_begins_with_one_word_of_it(line: str) -> None:
    assert _named(line) == ("related", "headline_outside")


def test_html_pages_have_elements_that_tell() -> None:
    page = read_html("<html><body><p>By Mara Field Published 3 May 2024</p></body></html>", DEFAULT_LIMITS)
    context = make_context(page, measure(page.segments), Headline(None, "", -1, ()), "en")
    assert name_removed(context, 0)[1] == "not_article_text"
