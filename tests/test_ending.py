"""How a text ends."""

from __future__ import annotations

import pytest

import cleannews
from cleannews.ending import stops_midway

TITLE = "Island council backs night ferry"
STORY = (
    "The council of the island voted on Monday night to let the ferry sail after dark.",
    "Residents had argued about the noise for two years, and the vote was close.",
    "The first late crossing leaves the harbour on the first of May, the company said.",
    "Until then it sails from seven in the morning, and the last passengers are back before dark.",
    "The mayor called it a good day for everybody who works on the other side of the strait.",
    "A round trip costs four pounds, and children under six sail free of charge.",
)
CUT = (
    (
        "The company said. On Friday the first passengers will be given coffee and cake by the council, and "
        "those who come from the other islands will find them in the"
    ),
    "It rained. The river rose by two metres in the",
    "Die Fähre soll ab Mai auch nachts fahren, sagte der Bürgermeister am Montag vor dem Rat, und die",
    "Le ferry partira le premier mai, a dit le maire. Les habitants avaient longtemps discuté de la",
    "Паром будет ходить и ночью, сказал мэр острова в понедельник на заседании, где собрались жители и",
)
WHOLE = (
    "Reporting by Mara Field in Northport and Ann Lee in Southport",
    "Mara Field is the harbour correspondent",
    "How the ferry came to sail at night, and who paid for it",
    (
        "»Wir fahren auch nachts, wenn es sein muss, und wir fahren bei jedem Wetter, das haben wir immer so "
        "gehalten und bleiben dabei.«"
    ),
    "The crossing takes an hour. (Harbour Post, wire services)",
    "渡し船は五月から夜も運航すると市長が月曜日に述べた",
)


def _page(paragraphs: tuple[str, ...], end: str) -> str:
    story = "".join(f"<p>{text}</p>" for text in paragraphs[:-1])
    return f"<html><body><h1>{TITLE}</h1>{story}<p>{paragraphs[-1]}{end}"


@pytest.mark.parametrize("end", CUT)
def test_a_text_that_stops_in_the_midst_of_a_sentence_is_partial(end: str) -> None:
    assert cleannews.clean("\n\n".join([TITLE, *STORY, end])).status == "partial"
    assert cleannews.clean(_page((*STORY, end), "")).status == "partial"


@pytest.mark.parametrize("end", WHOLE)
def test_a_text_whose_last_line_needs_no_full_stop_is_not(end: str) -> None:
    assert cleannews.clean("\n\n".join([TITLE, *STORY, end])).status == "ok"


@pytest.mark.parametrize("end", CUT)
def test_neither_is_one_that_something_follows(end: str) -> None:
    assert cleannews.clean("\n\n".join([TITLE, *STORY, end, "Terms of use"])).status == "ok"
    for close in ("</p></body></html>", "</p>", "</p></body></html>\nserved in 3 ms by node 4"):
        assert cleannews.clean(_page((*STORY, end), close)).status == "ok"


def test_neither_is_a_page_cut_off_behind_its_article() -> None:
    page = _page(STORY, "</p><footer><p>Terms of use and the pri")
    assert cleannews.clean(page).status == "ok"


def test_neither_is_one_below_which_furniture_ends_so() -> None:
    foot = ["Thank you for registering", "Please refresh your browser and wait until you are logged in"]
    assert cleannews.clean("\n\n".join([TITLE, *STORY, "About us", *foot])).status == "ok"


def test_a_text_that_never_uses_full_stops_says_nothing_by_leaving_one_out() -> None:
    assert not stops_midway("the ferry sails", 20)
    verses = [line.removesuffix(".").replace(",", "") for line in (*STORY, *STORY)]
    assert cleannews.clean("\n\n".join([TITLE, *verses, f"{verses[0]} and {verses[1]}"])).status != "partial"
