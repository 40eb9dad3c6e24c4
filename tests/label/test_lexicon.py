"""The phrase files: their form, and that every phrase is found."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files
from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleannews.label.lexicon import EXACT_CHARS, load_lexicon, mask_digits
from cleannews.label.measures import fold, is_spaced
from cleannews.label.rules.openers import OPENER
from cleannews.label.rules.phrases import SENTENCE
from cleannews.labels import Label
from quality.lexicon import LEXICON, certain_phrases, documents, merged

FOLDER = files("cleannews.label") / "data" / "phrases"
DOCUMENTS: dict[str, dict[str, Any]] = {
    entry.name: json.loads(entry.read_text(encoding="utf-8")) for entry in FOLDER.iterdir()
}
LANGUAGES = [
    "af",
    "ar",
    "bg",
    "bn",
    "ca",
    "cs",
    "cy",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "eu",
    "fa",
    "fi",
    "fr",
    "ga",
    "gl",
    "gu",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "is",
    "it",
    "ja",
    "km",
    "kn",
    "ko",
    "lt",
    "lv",
    "mk",
    "ml",
    "mn",
    "mr",
    "ms",
    "my",
    "ne",
    "nl",
    "no",
    "pa",
    "pl",
    "pt",
    "ro",
    "ru",
    "si",
    "sk",
    "sl",
    "sr",
    "sv",
    "sw",
    "ta",
    "te",
    "th",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
]
KINDS = {"exact", "beside", "line", "opener", "sentence"}
WORDS = ("home", "date", "month", "byline", "role", "profession", "comment")


def _phrases(document: dict[str, Any], kind: str) -> list[tuple[str, str]]:
    return [(text, label) for label, kinds in document["phrases"].items() for text in kinds.get(kind, ())]


def test_what_is_loaded_is_made_of_the_phrase_lists() -> None:
    same = LEXICON.read_bytes() == merged(documents(), certain_phrases())
    assert same, "the phrase lists have changed: run python -m quality.lexicon"


def test_phrases_are_merged_by_label_and_weight() -> None:
    phrases = {
        "advert": {"exact": ["anzeige"], "beside": ["angebote"], "line": ["hier endet die anzeige."]},
        "newsletter": {"opener": ["jetzt unseren newsletter"], "sentence": ["in ihr postfach bekommen"]},
        "caption": {"opener": ["foto:"]},
    }
    uses = {"more_from": ["mehr aus"], "agency": ["ritzaus bureau"], "home": ["startseite"]}
    document = {"language": "de", "phrases": phrases, "words": uses}
    certain = {"languages": {"de": ["in ihr postfach bekommen"]}, "words": ["anzeige", "teilen"]}
    stored = json.loads(merged([document], certain))
    assert stored["lines"] == {"advert": ["hier endet die anzeige.", "anzeige", "angebote", ""]}
    assert stored["openers"] == {"texts": "foto:\njetzt unseren newsletter", "labels": "caption newsletter"}
    assert stored["sentences"] == {"texts": "in ihr postfach bekommen", "labels": "newsletter!"}
    assert stored["words"]["credit"] == "foto"
    assert stored["words"]["agency_last"] == "bureau"
    assert stored["words"]["certain"] == "teilen"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_rich_and_says_where_its_phrases_come_from(language: str) -> None:
    document = DOCUMENTS[f"{language}.json"]
    assert document["language"] == language
    assert document["provenance"]
    assert sum(len(_phrases(document, kind)) for kind in KINDS) >= 150
    assert len(document["phrases"]) >= 14
    assert all(document["words"][use] for use in WORDS)


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_phrases_are_stored_folded_and_masked(name: str) -> None:
    document = DOCUMENTS[name]
    for kind in KINDS:
        for text, label in _phrases(document, kind):
            bare = text.removesuffix(":") if kind == "opener" else text
            filled = bare.replace("#", "7")
            assert mask_digits(fold(filled)) == bare
            assert Label(label)
            assert len(text) <= EXACT_CHARS
    assert all({*kinds} <= KINDS for kinds in document["phrases"].values())


def test_no_line_has_two_labels() -> None:
    labels: dict[str, set[str]] = {}
    for document in DOCUMENTS.values():
        for text, label in (*_phrases(document, "exact"), *_phrases(document, "beside")):
            labels.setdefault(text, set()).add(label)
    assert not {text: found for text, found in labels.items() if len(found) > 1}


def test_no_file_holds_a_phrase_twice() -> None:
    for document in DOCUMENTS.values():
        for kind in KINDS:
            counts = Counter(text for text, _ in _phrases(document, kind))
            assert not [text for text, count in counts.items() if count > 1]


def test_one_word_opens_a_line_only_with_a_colon() -> None:
    """A single word without a colon begins sentences and headlines as well."""
    for name, document in DOCUMENTS.items():
        if name not in {"ja.json", "zh.json"}:
            assert not [
                text for text, _ in _phrases(document, "opener") if " " not in text and text[-1] != ":"
            ]


def test_a_phrase_of_less_weight_is_none_of_full_weight() -> None:
    whole = {
        text
        for document in DOCUMENTS.values()
        for kind in ("exact", "line")
        for text, _ in _phrases(document, kind)
    }
    assert not {text for document in DOCUMENTS.values() for text, _ in _phrases(document, "beside")} & whole


def test_openers_and_sentences_are_of_labels_that_their_rules_give() -> None:
    for name, document in DOCUMENTS.items():
        for kind, reasons in (("opener", OPENER), ("sentence", SENTENCE)):
            assert {label for _, label in _phrases(document, kind)} <= {*map(str, reasons)}, (name, kind)


def test_a_colon_of_khmer_parts_an_opener_from_what_follows() -> None:
    found = load_lexicon().find_opener("រូបថត៖ ចាន់ វិបុល")
    assert found is not None
    assert found.label is Label.CAPTION


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_every_phrase_is_found(name: str) -> None:
    lexicon, document = load_lexicon(), DOCUMENTS[name]
    for text, label in chain.from_iterable(_phrases(document, kind) for kind in ("exact", "beside", "line")):
        assert lexicon.find_line(text.replace("#", "31")) is Label(label)
    for text, _ in _phrases(document, "opener"):
        assert lexicon.find_opener(f"{text} xyz") is not None
    for text, _ in _phrases(document, "sentence"):
        assert lexicon.find_sentence(f"so auf {text.replace('#', '31')} wie da") is not None


def test_sentences_of_scripts_without_spaces_are_told_by_their_signs() -> None:
    assert [text for text, _ in load_lexicon().unspaced_sentences if is_spaced(text)] == []


def test_digits_of_any_script_are_masked() -> None:
    assert mask_digits("12 of ٣٤") == "# of #"


@given(st.text(max_size=200))
def test_looking_up_any_text_is_safe(text: str) -> None:
    lexicon, key = load_lexicon(), fold(text)
    opener = lexicon.find_opener(key)
    assert opener is None or key.startswith(opener.text.removesuffix(":"))
    lexicon.find_line(key)
    lexicon.find_sentence(key)


def _is_certain(phrase: str) -> bool:
    """Whether a phrase, or a shorter one that finds the same lines, is one that no article has."""
    words = phrase.split(" ")
    return any(" ".join(words[:count]) in load_lexicon().certain for count in range(1, len(words) + 1))


def test_a_phrase_that_a_shorter_one_of_its_label_finds_is_not_stored() -> None:
    openers = load_lexicon().openers["alle"]
    assert ("alle rechte", Label.LEGAL) in openers
    assert "alle rechte vorbehalten" not in {text for text, _ in openers}
    found = load_lexicon().find_opener("alle rechte vorbehalten")
    assert found is not None
    assert found.label is Label.LEGAL


def test_certain_phrases_are_openers_or_sentences_of_their_language() -> None:
    certain = json.loads((files("cleannews.label") / "data" / "certain_phrases.json").read_bytes())
    assert certain["provenance"]
    for language, phrases in certain["languages"].items():
        document = DOCUMENTS[f"{language}.json"]
        known = {text for kind in ("opener", "sentence") for text, _ in _phrases(document, kind)}
        assert set(phrases) <= known, language
        assert all(map(_is_certain, phrases)), language
        assert len(set(phrases)) == len(phrases)


def test_a_longer_sentence_of_a_script_without_spaces_is_found_first() -> None:
    found = load_lexicon().find_sentence("本文仅代表作者个人观点")
    assert found is not None
    assert found.text == "仅代表作者个人观点"


@pytest.mark.parametrize(
    ("name", "languages", "kinds"),
    [
        ("farewells", 39, {"verbs", "ends", "objects", "phrases"}),
        ("machine_notes", 38, {"begins", "verbs", "programs"}),
        ("affiliate_notes", 24, {"links", "pay", "ours"}),
        ("picture_places", 51, {"marks", "places", "wings", "politics"}),
    ],
)
def test_words_of_notes_and_farewells_are_stored_folded(name: str, languages: int, kinds: set[str]) -> None:
    stored = json.loads((files("cleannews.label") / "data" / f"{name}.json").read_bytes())
    assert stored["provenance"]
    assert len(stored["languages"]) == languages
    for language, lists in stored["languages"].items():
        assert {*lists} <= kinds, language
        for words in lists.values():
            assert words == sorted({word.casefold() for word in words}), language
