from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleannews.read.normal import is_composed, normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \t\r\n\u00a0\u2003\u3000 ", ""),
        ("two  words\n", "two words"),
        ("thin\u2009space", "thin space"),
        ("line\u2028separator", "line separator"),
        ("group\x1dseparator", "group separator"),
        ("nul\x00 and bell\x07", "nul and bell"),
        ("soft\u00adhyphen", "softhyphen"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("cafe\u0301", "caf\u00e9"),
        ("\x93so\x94 he said\x97", "“so” he said—"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("annotation\ufff9 mark", "annotation mark"),
        ("\u200b\u00ad", ""),
    ],
)
def test_what_is_invisible_or_broken_goes(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "plain ASCII text.",
        "Já řekl: „Ne“ — prý",
        "می\u200cخواهم",  # the joiner is part of the spelling
        "क्\u200dष",
        "👩\u200d🔬 family",
        "שלום \u200fabc\u200f",
        "東京都、晴れ。",
        "100 €",
        "\ue000 private use",
        "\ufffd stays",
    ],
)
def test_what_belongs_to_the_text_stays(text: str) -> None:
    assert normalise(text) == text


@given(st.text(st.characters(), max_size=60))
def test_the_result_is_clean_and_stable(text: str) -> None:
    clean = normalise(text)
    assert normalise(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    assert clean == " ".join(clean.split())
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in clean)
    json.dumps(clean, ensure_ascii=False).encode()


def test_very_many_marks_on_one_letter_are_parted_and_none_is_lost() -> None:
    text = normalise("e" + "\u0316\u0301" * 100_000)
    assert text.count("\u0316") == 100_000
    assert max(len(run) for run in text.split("\u034f")) <= 32
    dashes = "—" * 5_000 + "\u0301"
    assert normalise(dashes) == dashes


@pytest.mark.parametrize(
    ("text", "longest_line", "expected"),
    [
        ("plain", 5, True),
        ("caf\u00e9", 4, True),
        ("cafe\u0301", 5, False),
        ("q" + "\u0301" * 40, 41, True),
        ("q" + "\u0301" * 40, 5_000, False),
    ],
)
def test_composed_text_needs_no_composing(text: str, longest_line: int, *, expected: bool) -> None:
    assert is_composed(text, longest_line=longest_line) is expected
