"""Readers' names and days are not the article's."""

from __future__ import annotations

import pytest

import cleannews

ARTICLE = """Ferry to sail at night

The council of Pell Bay voted on Tuesday to let the ferry sail at night, ending a dispute of two years.

The vote follows a trial last autumn in which the boat sailed at nine and at half past eleven for six weeks.

An average of 64 passengers took the later boat, according to the company that runs it.
"""


@pytest.mark.parametrize(
    "comment",
    [
        "Comments\n\nBy Pat Rooney on 4 March 2025\nMe too. Shameful really.\nReply",
        "2 comments\n\nPosted by Tarrow Tim on 4 March 2025\nShameful really.\nReply",
        "Kommentare\n\nVon Leseratte am 4. März 2025 um 10:21 Uhr\nSehr schön.\nAntworten",
    ],
)
def test_an_article_without_author_and_date_gets_none_from_its_comments(comment: str) -> None:
    article = cleannews.clean(f"{ARTICLE}\n{comment}\n")
    assert (article.authors, article.published) == ((), None)
    assert article.word_count < 70


def test_a_byline_above_the_text_counts_although_comments_follow() -> None:
    title, rest = ARTICLE.split("\n", 1)
    article = cleannews.clean(f"{title}\n\nBy Ann Lee\n{rest}\nComments\n\nBy Pat Rooney\nShameful really.\n")
    assert article.authors == ("Ann Lee",)


def test_days_that_head_the_parts_of_a_chronology_are_none_of_publication() -> None:
    title, lead, *rest = ARTICLE.strip().split("\n\n")
    parts = [
        title,
        lead,
        "12 May 2023",
        rest[0],
        "3 October 2024",
        rest[1],
        lead.replace("Tuesday", "Monday"),
    ]
    assert cleannews.clean("\n\n".join(parts)).published is None
    dated = cleannews.clean("\n\n".join([title, "5 May 2025", *parts[1:]]))
    assert str(dated.published) == "2025-05-05"
