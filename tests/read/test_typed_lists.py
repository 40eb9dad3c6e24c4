"""Lists that somebody typed into a dump."""

from __future__ import annotations

import pytest

from cleannews.read.lines import lines_of
from cleannews.read.marks import without_marks
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text


def _listed(source: str) -> list[tuple[str, str]]:
    return [(line.text, line.tag) for line in without_marks(source, lines_of(source))]


ITEMS = ("a lamp", "warm clothes", "drinking water")
MARKS = [
    *(
        "- ",
        "– ",
        "— ",
        "• ",
        "* ",
        "•",
        "▪ ",
        "■ ",
        "● ",
        "►",
        "➤ ",
        "✓ ",
        "✔ ",
        "☐ ",
        "→ ",
        "+ ",
        "・",
        "·\u00a0",
    ),
    *("1. ", "1) ", "(1) ", "a) ", "①"),
]


def _marked(mark: str, items: tuple[str, ...] = ITEMS) -> list[str]:
    """Put a mark before every item; one that counts goes on."""
    counted = {"1": "1234", "a": "abcd", "①": "①②③④"}
    sign = next((sign for sign in counted if sign in mark), "")
    return [
        mark.replace(sign, counted[sign][n]) + item if sign else mark + item for n, item in enumerate(items)
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", MARKS)
def test_the_marks_of_three_lines_in_a_row_go(mark: str, between: str) -> None:
    source = between.join(["They took with them", *_marked(mark), "and went"])
    assert _listed(source)[1:-1] == [(item, "li") for item in ITEMS]


@pytest.mark.parametrize("mark", MARKS)
def test_two_are_enough_behind_a_colon(mark: str) -> None:
    source = "\n".join(["They took with them:", *_marked(mark, ITEMS[:2])])
    assert _listed(source)[1:] == [(item, "li") for item in ITEMS[:2]]


def test_sentences_behind_dashes_are_a_list_where_a_colon_announces_them() -> None:
    source = "The council decided:\n\n- The quay is closed.\n\n- The ferry stays away."
    assert [tag for _, tag in _listed(source)] == ["", "li", "li"]


def test_an_item_may_be_wrapped() -> None:
    source = "It decided:\n- the quay is\n  closed\n- the ferry stays\n- and so on"
    assert [text for text, tag in _listed(source) if tag] == ["the quay is", "the ferry stays", "and so on"]


@pytest.mark.parametrize(
    "source",
    [
        "- Nein, sagte sie.\n- Doch, sagte er.\n- Na gut.",
        "— Кто там?\n— Никто.\n— А всё-таки?",
        "– Nie wiem – powiedziała.\n– A kto wie?\n– Rada.",
        "1. FC Hafenau gewinnt\n\nDer Sturm blieb aus.",
        "1. FC Hafenau gewinnt\n3. Liga beginnt\n2. Bundesliga pausiert",
        "3. März\n4. März\n5. März",
        "1. März\n2. März\n3. März",
        "2. Liga\n3. Liga",
        "- one\n- two",
        "• ",
        "a. m. it rained\nb. m. it did not\nno more",
        "(1 of 3) The quay\n(2 of 3) The light",
    ],
)
def test_what_is_no_list_stays_as_it_is(source: str) -> None:
    if source != "• ":
        assert [text for text, _ in _listed(source)] == [line for line in source.split("\n") if line]
    assert not any(tag for text, tag in _listed(source) if text)


def test_marks_stay_in_the_raw_text() -> None:
    source = "They took:\n- a lamp\n- a rope"
    segments = read_text(source, DEFAULT_LIMITS).segments
    assert [(segment.text, segment.raw, segment.tag) for segment in segments[1:]] == [
        ("a lamp", "- a lamp", "li"),
        ("a rope", "- a rope", "li"),
    ]


@pytest.mark.parametrize(
    ("marks", "first"),
    [
        ("（一） （二） （三）", "甲"),
        ("一、 二、 三、", "甲"),
        ("1、 2、 3、", "甲"),
        ("（1） （2） （3）", "甲"),
        ("а)  б)  в) ", "вода"),
    ],
)
def test_lists_are_counted_in_other_scripts(marks: str, first: str) -> None:
    sep = " " if "а" in marks else ""
    lines = [f"{mark}{sep}{first}{number}" for number, mark in enumerate(marks.split())]
    assert _listed("\n".join(lines)) == [(f"{first}{number}", "li") for number in range(3)]


@pytest.mark.parametrize(
    "source",
    ["三、甲\n四、乙\n五、丙", "一月\n二月\n三月", "一九八三年\n二〇〇一年\n三年", "а город\nб он\nв нём"],
)
def test_words_that_begin_with_such_a_sign_are_no_list(source: str) -> None:
    assert not any(tag for _, tag in _listed(source))
