from __future__ import annotations

import pytest

from cleannews.read.lines import lines_of
from cleannews.read.marks import are_links_numbered, drop_link_numbers, unmark, without_marks


@pytest.mark.parametrize(
    ("source", "text", "tag"),
    [
        ("  * Home", "Home", "li"),
        ("          + Harbour", "Harbour", "li"),
        ("       o Ferry", "Ferry", "li"),
        ("  • Home", "Home", "li"),
        ("      □ Harbour", "Harbour", "li"),
        ("   1. First", "First", "li"),
        ("   28. April 2023", "28. April 2023", ""),
        ("   28. dubna 2023 10:15", "28. dubna 2023 10:15", ""),
        ("   28. 4. 2023", "28. 4. 2023", ""),
        ("   28. April: the bakers", "April: the bakers", "li"),
        ("   3. Ferries 2023 and later", "Ferries 2023 and later", "li"),
        ("   (BUTTON) Share", "Share", ""),
        ("[ferry.png] The ferry", "The ferry", ""),
        ("____________________ Search", "Search", ""),
        ("     *", "", "li"),
    ],
)
def test_marks_go(source: str, text: str, tag: str) -> None:
    line = unmark(lines_of(source)[0])
    assert (line.text, line.tag) == (text, tag)


@pytest.mark.parametrize(
    "source",
    [
        "o governo caiu",
        "- Nein, sagte sie.",
        "– Nie, powiedziała.",
        "1. FC Hafenau gewinnt",
        "#harbour is trending",
        "[sic] she wrote",
        "(Reuters) The ferry",
        "*footnote",
    ],
)
def test_text_that_looks_like_a_mark_stays(source: str) -> None:
    line = lines_of(source)[0]
    assert unmark(line) == line


def test_every_button_is_a_block() -> None:
    source = "(BUTTON) Share (BUTTON) Mail"
    assert [line.text for line in without_marks(source, lines_of(source))] == ["Share", "Mail"]


def test_link_numbers() -> None:
    numbered = " ".join(f"[{number}]Item" for number in range(1, 9))
    assert are_links_numbered(numbered)
    assert not are_links_numbered("as shown in [1]and [7]and [2]")
    assert drop_link_numbers("the [12]Office in [2023]") == "the Office in [2023]"
