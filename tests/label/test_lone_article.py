"""Dumps that are an article by themselves."""

from __future__ import annotations

import cleannews

TITLE = "Harbour List wins the election on the islands"
PARAGRAPHS = (
    "The Harbour List will be the largest group on the council, after winning nine of the twenty-one seats.",
    "The Crofters lost three seats. Their leader conceded shortly before midnight and blamed the drains.",
    "The new council meets on 20 May, when it elects its leader by secret ballot, and nobody says yet whom.",
    "The ferry company has asked all of the groups to meet it before then, to speak about the old ships.",
)
ROWS = (
    "Party Seats Change Share of vote",
    "Harbour List 9 +2 38.4%",
    "Crofters 4 -3 19.2%",
    "Others 0 0 6.5%",
)


def _texts(*blocks: str) -> list[str]:
    return [paragraph.text for paragraph in cleannews.clean("\n\n".join(blocks)).paragraphs]


def test_rows_between_paragraphs_of_a_lone_article_are_kept() -> None:
    assert _texts(TITLE, PARAGRAPHS[0], *ROWS, *PARAGRAPHS[1:]) == [PARAGRAPHS[0], *ROWS, *PARAGRAPHS[1:]]


def test_where_anything_is_furniture_short_lines_are_judged_by_their_score() -> None:
    menu = ("Home", "News", "Sport", "Culture", "Weather", "Opinion", "Contact", "Subscribe", "Sign in")
    notices = ("Subscribe to our newsletter", "Most read", "Leave a comment")
    kept = _texts(*menu, TITLE, PARAGRAPHS[0], *notices, *PARAGRAPHS[1:], "All rights reserved")
    assert kept == list(PARAGRAPHS)


def test_what_stands_behind_the_last_paragraph_is_not_given_back() -> None:
    kept = _texts(
        TITLE, *PARAGRAPHS, "Ferry company orders two new ships", "Keeper of the light wins a medal"
    )
    assert kept == list(PARAGRAPHS)
