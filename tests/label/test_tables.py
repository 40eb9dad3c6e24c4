"""Cells of the article's tables, and questions above their answers, are kept; layout and offers are not."""

from __future__ import annotations

import pytest

import cleannews
from cleannews.label.tables import may_be_entry

STORY = (
    "The council of the island voted on Monday night to let the ferry sail after dark.",
    "Residents had argued about the noise for two years, and the vote was close.",
    "The first late crossing leaves the harbour on the first of May, the company said.",
)
STANDINGS = (("الفريق", "لعب", "نقاط"), ("الوادي", "8", "19"), ("الساحل", "8", "15"))
VOTES = (("Party", "Votes", "Share"), ("Harbour", "12,301", "41.2%"), ("Hill", "10,001", "31.2%"))
TEAMS = (("Team", "P", "Pts"), ("Tolland", "8", "19"), ("Carrow", "8", "15"), ("Aldwick", "7", "3"))


def _table(rows: tuple[tuple[str, ...], ...], cell: str = "{}") -> str:
    lines = ["".join(f"<td>{cell.format(each)}</td>" for each in row) for row in rows]
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


ANSWERS = (
    "The ferry opens its doors an hour before the first crossing, and the last one leaves before midnight.",
    "The islands pay a third of it, and the council the rest, as it did until the old ship was sold.",
    "Nothing changes for those who have a card, and the others pay four crowns at the quay.",
)


def _text(inside: str, behind: str = STORY[2]) -> str:
    page = f"<h1>Night ferry</h1><p>{STORY[0]}</p><p>{STORY[1]}</p>{inside}<p>{behind}</p>"
    return cleannews.clean(f"<html><body>{page}</body></html>").text


@pytest.mark.parametrize("rows", [STANDINGS, TEAMS, VOTES])
def test_a_table_between_paragraphs_is_kept_whole(rows: tuple[tuple[str, ...], ...]) -> None:
    text = _text(_table(rows))
    assert [row for row in rows if " ".join(row) not in text] == []


@pytest.mark.parametrize(
    "inside",
    [
        _table((("Tolland", "Book now"), ("Carrow", "Book now")), '<a href="/book">{}</a>'),
        _table((("Photo: Ann Lee",),)),
        _table((("Share on Facebook", "Copy link"), ("Print", "E-mail"))),
    ],
    ids=["links", "a picture's credit", "phrases"],
)
def test_a_table_of_links_credits_or_buttons_is_not(inside: str) -> None:
    text = _text(inside)
    assert not any(word in text for word in ("Book now", "Ann Lee", "Copy link"))


def test_a_reason_of_another_kind_is_no_word_by_itself() -> None:
    assert not may_be_entry("hidden")


def test_the_question_of_details_stays_with_its_answer() -> None:
    questions = ("¿Cuándo abre?", "¿Quién lo paga?", "¿Qué cambia?")
    details = "".join(
        f"<details open><summary>{question}</summary><div>{answer}</div></details>"
        for question, answer in zip(questions, ANSWERS, strict=True)
    )
    text = _text(details)
    assert [question for question in questions if question not in text] == []


def test_the_summary_of_details_that_hold_no_text_is_not_kept() -> None:
    details = "<details><summary>Show the menu</summary><ul><li><a href=/a>News</a></li></ul></details>"
    assert "menu" not in _text(details)


MARKDOWN = f"# Night ferry\n\n{STORY[0]}\n\n{{rows}}\n\n{STORY[1]}\n\n{STORY[2]}\n"
ROWS = "| Day | Pier |\n|---|---|\n| Monday | North |\n| Tuesday | South |"


def _in_markdown(rows: str) -> str:
    return cleannews.clean(MARKDOWN.format(rows=rows)).text


def test_a_table_in_markdown_is_kept_whole() -> None:
    text = _in_markdown(ROWS)
    assert [row for row in ("Day Pier", "Monday North", "Tuesday South") if row not in text] == []


def test_rows_below_the_text_in_markdown_are_not() -> None:
    rows = "| Tides | Ships |\n|---|---|\n| Lights | Buoys |"
    text = cleannews.clean(f"# Night ferry\n\n{STORY[0]}\n\n{STORY[1]}\n\n{STORY[2]}\n\n{rows}\n").text
    assert "Buoys" not in text
