from __future__ import annotations

import textwrap

import pytest

from cleannews.read.layout import traits_of
from cleannews.read.letters import columns
from cleannews.read.lines import lines_of
from cleannews.read.page import DEFAULT_LIMITS, Layout
from cleannews.read.text import read_text
from cleannews.read.unglue import borders_of
from cleannews.read.wrapping import is_full, wrapping

_MENU = ("Home", "News", "Sport", "Weather", "Culture", "Travel")
_BODY = (
    "The ferry Anna sank in the harbour on Monday, on the way to the island, when the storm came up.",
    "No one was hurt, the harbour master said, but the crew had to swim for an hour before help came.",
    "The owner of the ferry, a company from the island, had put off the repairs of engine and bow gate.",
    "The council meets next week to talk about the bridge that was planned before the ferry came.",
)
_BLOCKS = (*_MENU, "Ferry sinks in the harbour", *_BODY, "More on this story", "Comments", "0")


def wrapped(width: int, indent: str = "") -> str:
    fill = (textwrap.fill(block, width, initial_indent=indent, subsequent_indent=indent) for block in _BLOCKS)
    return "\n\n".join(fill)


_PIECES = "The ferry\nAnna\nsank in the harbour\n, the master of the\nHarbour Board\nsaid on Monday.\n"
_DUMPS = [
    (Layout.BLOCKS, "\n\n".join(_BLOCKS)),
    (Layout.BLOCKS, "\n\n\n\n".join(_BLOCKS)),
    (Layout.BLOCKS, "\n\n".join(f"    {block}" for block in _BLOCKS)),
    (Layout.LINES, "\n".join(_BLOCKS)),
    (Layout.LINES, "\r\n".join(_BLOCKS)),
    (Layout.LINES, "|".join(_BLOCKS * 2)),
    (Layout.LINES, "\\n".join(_BLOCKS * 2)),
    (Layout.WRAPPED, wrapped(72)),
    (Layout.WRAPPED, wrapped(50)),
    (Layout.WRAPPED, wrapped(79, "   ")),
    (Layout.GLUED, "".join(_BLOCKS * 4)),
    (Layout.ONE_LINE, " ".join(_BLOCKS * 4)),
    (Layout.MARKDOWN, "\n\n".join(("* [Home](/)", "* [News](/n)", "## Ferry sinks", *_BODY))),
]


@pytest.mark.parametrize(("layout", "source"), _DUMPS)
def test_the_layout_is_found_and_undone(layout: Layout, source: str) -> None:
    page = read_text(source, DEFAULT_LIMITS)
    texts = [segment.text for segment in page.segments]
    assert page.layout is layout
    assert [block for block in _BODY if block not in texts] == []


@pytest.mark.parametrize("layout", [Layout.BLOCKS, Layout.LINES, Layout.WRAPPED, Layout.GLUED])
def test_menus_stay_one_block_a_crumb(layout: Layout) -> None:
    source = next(source for found, source in _DUMPS if found is layout)
    texts = [segment.text for segment in read_text(source, DEFAULT_LIMITS).segments]
    assert texts[:6] == list(_MENU)


def test_pieces_of_paragraphs_are_joined_at_any_distance() -> None:
    for gap in ("\n", "\n\n"):
        source = "\n".join(_MENU) + "\n" + _PIECES * 6
        page = read_text(source.replace("\n", gap), DEFAULT_LIMITS)
        assert page.segments[-1].text.endswith("the harbour, the master of the Harbour Board said on Monday.")


def test_a_dump_on_one_line_that_was_wrapped_afterwards_is_cut() -> None:
    texts = [
        segment.text
        for segment in read_text(textwrap.fill(" ".join(_BLOCKS * 6), 72), DEFAULT_LIMITS).segments
    ]
    assert sum(block in texts for block in _BODY) >= 3


def test_wrapping_finds_the_width() -> None:
    lines = lines_of(wrapped(60))
    width, wide = wrapping(lines)
    assert 57 <= width <= 60
    assert not wide
    assert wrapping(lines_of("\n".join(_BLOCKS))) == (0, False)


_MARKED = (
    "قالَ حارسُ المنارةِ إنّ السفينةَ رستْ في الميناءِ قبلَ العاصفةِ بساعتينِ وإنّ أحداً لم يُصَبْ بأذى",
    "ويقول الصيادون إن الرصيف القديم لم يعد يتسع لكل القوارب التي تعود إليه كل مساء من البحر البعيد",
    "وقرّرَ المجلسُ أن يبنيَ جسراً جديداً بين الجزيرتينِ قبلَ أن يأتيَ شتاءٌ آخرُ بأمواجهِ العاليةِ جدّاً",
    "أما المدرسة الصغيرة عند الشاطئ فقد فتحت أبوابها من جديد بعد أن أصلح الأهالي سقفها بأيديهم كلها",
)


def _wrapped_in_columns(text: str, width: int) -> str:
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        rows = [*rows[:-1], longer] if columns(longer) <= width else [*rows, word]
    return "\n".join(rows)


def test_a_terminal_that_counts_no_vowel_signs_is_told() -> None:
    lines = lines_of("\n\n".join(_wrapped_in_columns(text, 40) for text in _MARKED))
    width, wide = wrapping(lines)
    assert 37 <= width <= 40
    assert wide


def test_a_full_line_has_no_room_for_the_next_word() -> None:
    source = wrapped(60)
    lines = lines_of(source)
    traits = traits_of(source, lines, borders_of(source))
    assert not is_full(lines[0], "News", traits)


@pytest.mark.parametrize(
    ("source", "layout"),
    [
        (f"Ferry sinks in harbour HomeNews Ferry sinks in harbour {_BODY[0]}", Layout.ONE_LINE),
        (f"{_BODY[0][:20]} at night. {_BODY[0]} {_BODY[1]}", Layout.LINES),
        (_BODY[0], Layout.LINES),
    ],
)
def test_a_short_line_that_has_its_title_twice_is_a_dump_on_one_line(source: str, layout: Layout) -> None:
    assert read_text(source, DEFAULT_LIMITS).layout is layout


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width)


SHORT = {
    "hi": (
        "नदी के पार जाने वाली नौका तीस साल बाद फिर चलने लगी है और पहले ही दिन आठ सौ लोगों ने उससे सफर किया।",
        "नगर पालिका ने बताया कि चार नौकाएं सुबह छह बजे से शाम सात बजे तक चलेंगी और किराया दस रुपये रखा गया है।",
    ),
    "ar": (
        "عاد الصيادون إلى الميناء فجر اليوم بعد أربعة أشهر من توقف العمل بسبب أعمال التوسعة في الرصيف.",
        "وقالت البلدية إن كلفة التوسعة بلغت ثمانية ملايين دينار وإن الرصيف الجديد سيفتح أمام السفن في الصيف.",
    ),
}


@pytest.mark.parametrize("language", SHORT)
def test_a_short_dump_is_wrapped_where_its_longest_line_explains_the_ends_of_two(language: str) -> None:
    paragraphs = SHORT[language]
    dump = "\n\n".join("\n".join(_wrapped(paragraph, 60)) for paragraph in paragraphs)
    page = read_text(dump, DEFAULT_LIMITS)
    assert (page.layout, [segment.text for segment in page.segments]) == (Layout.WRAPPED, list(paragraphs))


def test_short_lines_beside_a_longer_one_are_not_wrapped() -> None:
    first, second = SHORT["ar"]
    lines = ["قوارب الصيد في الميناء القديم", "سوق السمك في المدينة القديمة", "مدرسة صناعة القوارب الخشبية"]
    page = read_text("\n".join([*lines, "", first, "", second]), DEFAULT_LIMITS)
    assert [segment.text for segment in page.segments] == [*lines, first, second]
