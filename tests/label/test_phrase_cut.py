"""Furniture's phrases inside of the pieces of a dump on one line."""

from __future__ import annotations

import pytest

import cleannews
from cleannews.label.phrase_cut import cut_at_phrases
from cleannews.labels import Kind
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS, Layout

TITLE = "Ferry to the islands stops for a week"
BODY = " ".join(
    f"On {day} the islands had bread and milk for three days more, said Mara Field, who runs the shop at the "
    "old quay and had counted everything in it twice."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
)
MENU = " ".join(f"Department {number}" for number in range(30))
HINDI = (
    "नौका एक सप्ताह के लिए बंद रहेगी। सोमवार को द्वीप पर तीन दिन की रोटी और दूध बचा था, दुकानदार ने कहा। "
    "मंगलवार को दूसरी नौका भी नहीं आई और लोग घाट पर इंतजार करते रहे।"
)


def _pieces(dump: str) -> list[str]:
    page, _ = read(dump, kind=Kind.TEXT, limits=DEFAULT_LIMITS)
    assert page.layout is Layout.ONE_LINE
    return [segment.text for segment in cut_at_phrases(page).segments]


@pytest.mark.parametrize(
    ("tail", "phrase"),
    [
        ("Keeper of the light wins Leave a comment Name Email", "Leave a comment"),
        ("storm over the quay All rights reserved Ulmen Press", "All rights reserved"),
        ("light and wind Advertisement Harbour dues rise", "Advertisement"),
    ],
)
def test_a_phrase_becomes_a_block(tail: str, phrase: str) -> None:
    assert phrase in _pieces(f"{TITLE} {MENU} {BODY} {tail}")


def test_what_opens_a_piece_begins_one() -> None:
    pieces = _pieces(f"{TITLE} {MENU} {BODY} light and wind Read also: Keeper of the light wins")
    assert any(piece.startswith("Read also:") for piece in pieces)


@pytest.mark.parametrize("inside", ["they leave a comment on it", "all rights reserved by it were sold"])
def test_a_sentence_that_holds_the_words_stays_whole(inside: str) -> None:
    sentence = f"The guild said that {inside} in May."
    assert any(sentence in piece for piece in _pieces(f"{TITLE} {MENU} {BODY} {sentence} {BODY}"))


def test_scripts_without_capitals_are_cut_by_phrases_alone() -> None:
    dump = f"{HINDI * 4} नाविक को पदक मिला यह भी पढ़ें पुल पर मतदान टला"
    assert "यह भी पढ़ें" in _pieces(dump)


def test_the_text_of_a_crude_dump_is_left_alone() -> None:
    text = f"{BODY} The board said Leave a comment Please. {BODY} {BODY}"
    pieces = _pieces(f"{TITLE} HomeNewsIslands {TITLE} {text}")
    assert "Leave a comment" not in pieces


def test_every_character_stays_in_one_block() -> None:
    dump = f"{TITLE} {MENU} {BODY} Keeper wins Leave a comment Name Advertisement Read also: Storm  ends"
    article = cleannews.clean(dump)
    shown = "".join(dump[block.start : block.end] for block in article.blocks)
    assert "".join(shown.split()) == "".join(dump.split())


@pytest.mark.parametrize("dump", ["", "Ferry", "Ferry. Ferry.\n\nFerry stays.", f"{TITLE}\n\n{BODY}"])
def test_other_pages_are_given_back_as_they_are(dump: str) -> None:
    page, _ = read(dump, kind=Kind.TEXT, limits=DEFAULT_LIMITS)
    if page.layout is not Layout.ONE_LINE:
        assert cut_at_phrases(page) is page
