"""What ends a sentence in the scripts that news is written in."""

from __future__ import annotations

import pytest

from cleannews.label.lexicon import load_lexicon
from cleannews.label.measures import count_stops, ends_sentence, fold
from cleannews.labels import Label


@pytest.mark.parametrize(
    "text",
    [
        "The river rose.",
        "नदी बढ़ गई।",
        "دریا چڑھ گیا۔",
        "川が増水した。",
        "ድልድዩ ተከፈተ።",
        "ស្ពានបានបើក។",
        "តំណាលចប់៕",
        "တံတားဖွင့်သည်။",
        "Գետը բարձրացավ։",
    ],
)
def test_a_sentence_ends_in_the_full_stop_of_its_script(text: str) -> None:
    assert ends_sentence(text)
    assert ends_sentence(f"“{text}”")
    assert count_stops(text) == 1


@pytest.mark.parametrize("text", ["The river", "नदी", "ស្ពាន", "တံတား", "ដូច្នេះ ៖", "10%", "a,"])
def test_other_signs_end_none(text: str) -> None:
    assert not ends_sentence(text)


def test_sentences_inside_a_text_are_counted() -> None:
    assert count_stops("ស្ពានបានបើក។ ទឹកឡើង។") == count_stops("တံတားဖွင့်သည်။ ရေတက်သည်။") == 2


@pytest.mark.parametrize(
    "line", ["İlgili Haberler", "İLGİLİ HABERLER", "ilgili haberler", "» İlgili haberler:"]
)
def test_a_phrase_is_found_however_its_i_is_written(line: str) -> None:
    assert load_lexicon().lines.get(fold(line)) is Label.RELATED


@pytest.mark.parametrize(
    ("line", "key"), [("Iğdır", "iğdır"), ("Straße", "strasse"), ("ΟΔΟΣ", "οδοσ"), ("ï", "ï")]
)
def test_other_letters_are_folded_as_unicode_does(line: str, key: str) -> None:
    assert fold(line) == key
