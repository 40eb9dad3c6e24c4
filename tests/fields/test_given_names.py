"""A line that begins with a given name closely below the headline names the author; other lines do not."""

from __future__ import annotations

import pytest

from cleannews import clean
from cleannews.label.given_names import is_given_name
from tests.fields.story import BODY, HEADLINE


def _authors(*lines: str, above: tuple[str, ...] = ("Home",)) -> tuple[str, ...]:
    return clean("\n\n".join([*above, HEADLINE, *lines, *BODY])).authors


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["Martha Quist"], ("Martha Quist",)),
        (["Martha Quist-Lund"], ("Martha Quist-Lund",)),
        (["Anne-Sofie Quist"], ("Anne-Sofie Quist",)),
        (["Martha Quist", "Photo: Harbour Post"], ("Martha Quist",)),
        (["Martha Quist", "Journalist"], ("Martha Quist",)),
        (["Martha Quist", "Oskar Holm"], ("Martha Quist", "Oskar Holm")),
        (["Martha Quist", "and", "Oskar Holm"], ("Martha Quist", "Oskar Holm")),
        (["Martha Quist | Oskar Holm"], ("Martha Quist", "Oskar Holm")),
        (["Martha Quist and Oskar Holm"], ("Martha Quist", "Oskar Holm")),
        (["Martha Quist5 hours ago"], ("Martha Quist",)),
        (["Martha Quist 7 hours"], ("Martha Quist",)),
        (["Martha Quist|Published 4 months ago"], ("Martha Quist",)),
        (["Martha Quist, 26.04.2024 10:00 Uhr"], ("Martha Quist",)),
        (["Photo: Harbour Post", "9 September 2025 / Martha Quist"], ("Martha Quist",)),
        (["Photo: Harbour Post", "Share", "Martha Quist, Harbour Expert"], ("Martha Quist",)),
        (["Piotr Kowal", "Reklama"], ("Piotr Kowal",)),
        (["Елена Воронцова"], ("Елена Воронцова",)),
        (["Written by", "Xylo Ferrant"], ("Xylo Ferrant",)),
        (["By", "Xylo Ferrant"], ("Xylo Ferrant",)),
    ],
)
def test_a_given_name_or_a_word_for_by_tells_the_author(lines: list[str], authors: tuple[str, ...]) -> None:
    assert _authors(*lines) == authors


@pytest.mark.parametrize(
    "lines",
    [
        ["Page Contents"],
        ["Job Search Tips"],
        ["Paris Match"],
        ["Virginia Beach"],
        ["Harbour Desk"],
        ["Xylo Ferrant"],
        ["Martha"],
        ["Edited by", "Martha Quist"],
        ["Photos by", "Martha Quist"],
        ["Fact checked by", "Martha Quist"],
        ["Martha asked the council for a ferry"],
        ["Table of contents", "Mark as read"],
    ],
)
def test_other_lines_are_no_authors(lines: list[str]) -> None:
    assert _authors(*lines) == ()


def test_a_person_written_about_is_no_author() -> None:
    story = ["Martha Quist, the mayor, said so.", "Quist has led the council since the spring.", *BODY]
    assert clean("\n\n".join(["Home", HEADLINE, "Martha Quist", *story])).authors == ()
    headline = "Martha Quist backs the night ferry to the outer islands"
    assert clean("\n\n".join(["Home", headline, "Martha Quist", *BODY])).authors == ()


def test_a_name_closely_above_the_text_is_found_below_a_menu() -> None:
    menu = [*(["Home", "News", "Sport", "Culture", "Weather", "Travel", "Jobs"] * 3), "Oskar Holm"]
    assert _authors(*menu, "Jobs", "Martha Quist") == ("Martha Quist",)


@pytest.mark.parametrize("word", ["Martha", "Chris", "ANNA", "Ольга", "Mark"])
def test_given_names(word: str) -> None:
    assert is_given_name(word)


@pytest.mark.parametrize("word", ["Page", "Will", "London", "May", "The", "", "Summer"])
def test_words_that_are_more_than_given_names(word: str) -> None:
    assert not is_given_name(word)


JAPANESE = (
    "港の渡し船は五月から夜も運航することになった。島の住民は六週間、船を待っていた。",
    "市議会は月曜日、夜の便に予算をつけると決めた。切符は四百円で、橋を渡るタクシーの半分になる。",
    "船長は「風が強い日もあるが、必ず渡る」と話した。新しい桟橋の工事は来月に始まる。",
)


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        ("【大庭 健吾】", ("大庭 健吾",)),
        ("（南支局・林さくら）", ("林さくら",)),
        ("（敬称略）", ()),
        ("（写真はイメージ）", ()),
        ("（南支局）", ()),
        ("【関連記事】", ()),
    ],
)
@pytest.mark.parametrize("sign", ["\n", ""])
def test_japanese_papers_name_the_reporter_in_brackets_at_the_end(
    end: str, sign: str, authors: tuple[str, ...]
) -> None:
    dump = "\n".join(("島の渡し船、夜も運航へ", "2024年5月3日", *JAPANESE)) + f"{sign}{end}"
    assert clean(dump).authors == authors
