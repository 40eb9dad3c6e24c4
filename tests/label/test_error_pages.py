from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

import cleannews
from cleannews.label.error_pages import LONGEST, is_error_page
from cleannews.label.measures import fold

STORED: dict[str, Any] = json.loads((files("cleannews.label") / "data" / "error_pages.json").read_bytes())


def test_phrases_are_folded_and_long_enough_to_stand_for_themselves() -> None:
    assert STORED["provenance"]
    assert all(line == fold(line) for line in STORED["whole_lines"])
    for language, phrases in STORED["phrases"].items():
        for phrase in phrases:
            assert phrase == fold(phrase), (language, phrase)
            assert len(phrase) > 5 or language in {"zh", "ja", "ko"}, (language, phrase)


@pytest.mark.parametrize(
    "line",
    [
        "Page not found - The Harrow Courier",
        "Sorry, this page doesn’t exist.",
        "Error 404",
        "404",
        "Seite nicht gefunden | Hafenblatt",
        "Page introuvable",
        "Página no encontrada",
        "ページが見つかりません",
        "الصفحة غير موجودة",
        "Страница не найдена",
        "Just a moment: checking your browser",
        "Just a moment...",
        "Attention Required! | Cloudflare",
        "Sorry, you have been blocked",
        "Please verify you are a human",
        "Access to this page has been denied",
        "Pardon Our Interruption...",
        "Robot Check",
    ],
)
def test_a_page_says_that_it_is_missing(line: str) -> None:
    assert is_error_page(line, "It may have been moved or deleted.")
    for dump in (
        f"{line}\n\nIt may have been moved or deleted.",
        f"<h1>{line}</h1><p>It may have been moved.</p>",
    ):
        article = cleannews.clean(dump)
        assert article.status in {"not_article", "empty"}
        assert article.article_score == 0.0


@pytest.mark.parametrize(
    "line",
    [
        "Council finds the lost page of the harbour's first book",
        "404 houses to be built at the quay",
        "Service of the ferry available again",
        "Access to the beach denied by the council for years, now a court has opened it again to everybody",
        "Seite an Seite: Nachbarn gefunden",
        "Robot checks in at the harbour's hotel",
        "Just a moment of silence at the lock",
        "Library gets too many requests for a book about bees",
        "Human or not: a court verifies who wrote the letters",
        "La page se tourne au port",
        "見つかった古い地図",
    ],
)
def test_a_headline_is_none(line: str) -> None:
    assert not is_error_page(line, "The council met on Friday.")


def test_an_article_on_error_pages_is_an_article() -> None:
    assert not is_error_page(
        "Page not found: the art of the error page", "The first one was shown in 1990. " * 30
    )
    assert len("The first one was shown in 1990. " * 30) > LONGEST
