"""The language of a page: from its text, from what it declares, and what wins."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.label.language import detect_language
from cleannews.labels import Kind
from cleannews.read.containers import NO_CONTAINERS
from cleannews.read.page import Hints, Join, Meta, Page, Segment

_ROWS = Path(__file__).parents[1] / "fixtures" / "rows" / "languages.jsonl"
TEXTS = {row["lang"]: row["text"] for row in map(json.loads, _ROWS.read_text(encoding="utf-8").splitlines())}


def _page(text: str, hints: Hints | None = None, *, hidden: bool = False) -> Page:
    segment = Segment(text, text, None, None, "", -1, None, 0, None, hidden, 1, 0, Join.NONE, "")
    return Page(Kind.TEXT, text, (segment,), NO_CONTAINERS, hints or Hints())


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_language_of_a_text(language: str) -> None:
    assert detect_language(_page(TEXTS[language])) == language


@pytest.mark.parametrize("language", ["de", "fr", "ru", "ja", "tr"])
def test_the_text_outvotes_a_wrong_declaration(language: str) -> None:
    assert detect_language(_page(TEXTS[language], Hints(language="en-US"))) == language


def test_a_declaration_settles_near_languages() -> None:
    text = "Det er ikke bare en sak for alle som har det slik, men også for den som vil være med på det."
    assert detect_language(_page(text, Hints(language="nb-NO"))) == "no"


@pytest.mark.parametrize(
    ("hints", "expected"),
    [
        (Hints(language="pt-BR"), "pt"),
        (Hints(metas=(Meta("og:locale", "es_MX"),)), "es"),
        (Hints(metas=(Meta("content-language", "sv"),)), "sv"),
        (Hints(language=""), None),
        (Hints(language="x"), None),
    ],
)
def test_a_text_too_short_takes_the_declaration(hints: Hints, expected: str | None) -> None:
    assert detect_language(_page("12:30", hints)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Adadaki eski yağhane onarıldı. Çalışmalar 430 bin avroya mal oldu, yarısını ilçe ödedi."),
        (
            "hr",
            "Na otoku je obnovljena uljara, a prve masline prerađivat će se u studenom, kaže voditelj.",
        ),
        ("sr", "Na ostrvu je obnovljena uljara, a posle dve godine radova saopšteno je da će biti otvorena."),
        ("cs", "Přístav zůstává zavřený, sdělil úřad. Bouře utrhla dvě lodě."),
        (
            "en",
            "Mr Yıldız and Mrs Çağlar met the mayor of the town on Monday, and they spoke of the harbour.",
        ),
        (
            "de",
            "Der Verein um Ilić und Đorđe Đurić spielt am Samstag in der Halle der Schule gegen die Stadt.",
        ),
    ],
)
def test_short_texts_are_told_by_telling_words_and_letters(language: str, text: str) -> None:
    assert detect_language(_page(text)) == language


@pytest.mark.parametrize("text", ["Yıldız Çağlar", "Ilić 3, Đurić 5"])
def test_a_name_with_a_letter_tells_no_language(text: str) -> None:
    assert detect_language(_page(text)) is None


@pytest.mark.parametrize("text", ["", "12:30 - 14:00", "€ 5,00", "xkcd qwrt zzyzx plugh"])
def test_no_language_is_guessed_from_nothing(text: str) -> None:
    assert detect_language(_page(text)) is None


def test_filling_text_is_latin_and_outvotes_no_declaration() -> None:
    text = "Lorem ipsum dolor sit amet, sed do eiusmod et dolore. Ut enim ad minim, quis ex ea non sunt."
    assert detect_language(_page(text)) == "la"
    assert detect_language(_page(text, Hints(language="en-US"))) == "en"
    assert detect_language(_page(f"{TEXTS['en']} {text} {text} {text}")) == "en"


def test_hidden_text_does_not_count() -> None:
    assert detect_language(_page(TEXTS["de"], hidden=True)) is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_a_code_or_none(text: str) -> None:
    language = detect_language(_page(text))
    assert language is None or (language.islower() and len(language) in {2, 3})


_MENU = (
    "Startseite Hafen Fähren Fahrplan Preise Inseln Nordhafen Südhafen Wetter Karte Archiv Verein Bilder " * 9
)
_CODE = "fähre = harbour.ferry(stack=5, callback=add_time, kwargs={'name': 'anna'}, state=42, é=1) " * 9


@pytest.mark.parametrize(
    ("long", "sentences", "expected"),
    [
        (_MENU, "Die Fähre fuhr am Abend nicht mehr, weil es zu stürmisch war und die Wellen zu hoch.", "de"),
        (_CODE, "五月二十日清晨，渡轮公司与岛上的居民代表会面，讨论码头的维修费用由谁承担。", "zh"),
        (_CODE, "渡し船の会社は金曜日に島の人々と会い、港の修理費をだれが払うのかを話し合った。", "ja"),
        (
            _MENU,
            "Fahrplan, Preise, Wetter, Karte, Archiv, Verein, Bilder, Nordhafen, Südhafen, Fähren!",
            None,
        ),
        (_MENU, "", None),
    ],
)
def test_where_long_lines_tell_nothing_sentences_do(long: str, sentences: str, expected: str | None) -> None:
    page = _page(long.strip())
    lines = tuple(page.segments[0]._replace(text=text) for text in (long.strip(), sentences) if text)
    assert detect_language(replace(page, segments=lines)) == expected


def test_what_the_page_declares_goes_before_its_sentences() -> None:
    page = _page(_MENU.strip(), Hints(language="de"))
    line = page.segments[0]._replace(text=TEXTS["fr"])
    assert detect_language(replace(page, segments=(*page.segments, line))) == "de"
