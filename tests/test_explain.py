from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.article import Article, Block
from cleannews.explain import ANSI, columns_of, explanation, explanation_record, shorten
from cleannews.labels import Kind, Label, Status

LONG = "The river rose by two metres in one night, and the ferry stayed at its pier. " * 5


def block(index: int, label: Label, text: str, evidence: str = "") -> Block:
    return Block(index, text, text, label, "some_rule", evidence, 0.87, None, None, "/html/body")


def article(*blocks: Block, warnings: tuple[str, ...] = ()) -> Article:
    return Article(
        text="",
        status=Status.OK,
        confidence=0.91,
        article_score=0.75,
        kind=Kind.HTML,
        input_sha256="0" * 64,
        word_count=12,
        warnings=warnings,
        blocks=blocks,
    )


PAGE = article(
    block(0, Label.NAVIGATION, "Home News Weather", "3 menu words of 3"),
    block(1, Label.TITLE, "River rises"),
    block(2, Label.BODY, LONG),
    block(3, Label.RELATED, "Ferry stays at its pier"),
    block(4, Label.RELATED, "Ten bridges, ten stories"),
    warnings=("mixed encodings",),
)


def test_each_block_says_what_became_of_it_and_why() -> None:
    lines = list(explanation(PAGE, width=80))
    assert lines[:4] == [
        "  0 - navigation    0.87 some_rule Home News Weather",
        "                    3 menu words of 3",
        "  1 + title         0.87 some_rule River rises",
        "  2 + body          0.87 some_rule The river rose by two metres in one night, a…",
    ]


def test_a_warning_is_told_in_words() -> None:
    told = list(explanation(article(warnings=("blocks_over_limit", "another"))))
    assert told[-2:] == [
        "warning: blocks_over_limit: only the first blocks were looked at, as many as the limit allows",
        "warning: another",
    ]


def test_texts_begin_in_the_same_column() -> None:
    odd = [block(0, Label.BODY, "text")._replace(reason=reason) for reason in ("a", "abc", "a" * 40)]
    lines = list(explanation(article(*odd)))
    assert [line.index("text") for line in lines[:3]] == [52, 52, 66]


def test_the_end_sums_up() -> None:
    assert list(explanation(PAGE))[-5:] == [
        "",
        "kept 2 of 5 blocks: body 1, title 1",
        "removed 3: related 2, navigation 1",
        "status ok, confidence 0.91, article score 0.75, read as html, 12 words",
        "warning: mixed encodings",
    ]


def test_a_page_without_blocks_is_its_summary() -> None:
    assert list(explanation(article()))[:2] == ["kept 0 of 0 blocks: none", "removed 0: none"]


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_lines_stay_within_the_width(width: int) -> None:
    wide = article(
        block(0, Label.MEDIA_CONTROL, "東京で雨が降った。" * 40, "語" * 200), block(1, Label.BODY, LONG)
    )
    for line in list(explanation(wide, width=width))[:3]:
        taken = sum(2 if unicodedata.east_asian_width(each) == "W" else 1 for each in line)
        assert width - 3 < taken <= width or "語" not in line


def test_a_very_narrow_terminal_still_shows_text() -> None:
    assert "The river rose" in next(iter(explanation(article(block(0, Label.BODY, LONG)), width=10)))


def test_colour_changes_nothing_but_the_colour() -> None:
    coloured = list(explanation(PAGE, palette=ANSI))
    assert [re.sub("\x1b\\[[0-9]+m", "", line) for line in coloured] == list(explanation(PAGE))
    assert "\x1b[31m-" in coloured[0]
    assert "\x1b[32m+" in coloured[2]
    assert all(line.count("\x1b") % 2 == 0 for line in coloured)


def test_a_page_cannot_send_commands_to_the_terminal() -> None:
    hostile = article(block(0, Label.BODY, "a\x1b[2Jb\x9bc\rd\u202ee", "\x1b]0;x\x07"), warnings=("\x1b[0m",))
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e]", "".join(explanation(hostile)))


def test_the_record_holds_every_block_in_full() -> None:
    record = explanation_record(PAGE)
    assert json.loads(json.dumps(record)) == record
    assert record["kept"] == {"body": 1, "title": 1}
    assert record["removed"] == {"related": 2, "navigation": 1}
    assert [each["kept"] for each in record["blocks"]] == [False, True, True, False, False]
    assert record["blocks"][2]["text"] == LONG
    assert (record["status"], record["confidence"]) == ("ok", 0.91)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("  two \n lines\t", 20, "two lines"),
        ("語語語", 6, "語語語"),
        ("語語語", 5, "語語…"),
        ("e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301"),
        ("", 5, ""),
    ],
)
def test_texts_are_cut_by_columns(text: str, width: int, shown: str) -> None:
    assert shorten(text, width) == shown


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.integers(2, 40))
def test_a_shortened_text_fits(text: str, width: int) -> None:
    shown = shorten(text, width)
    assert sum(map(columns_of, shown)) <= width
    assert shown.endswith("…") or "".join(shown.split()) in "".join(text.split()) or not text.isprintable()


def test_a_long_text_costs_no_more_than_it_shows() -> None:
    assert shorten("a" * 10_000_000, 40) == "a" * 39 + "…"
