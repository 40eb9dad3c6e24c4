"""Entries of live tickers are kept whole; latest news and comments below their times are not."""

from __future__ import annotations

import pytest

import cleannews

TIMES = ("21:45", "20:58", "19:40", "18:05", "15:32")
HEADINGS = ("Brücke gesperrt", "Pegel steigt", "Schule wird Notlager", "Strom ist weg", "Regen seit Freitag")
ENTRIES = (
    "Die Feuerwehr hat die Brücke über die Werre gesperrt, auch Fußgänger müssen über Lohfeld gehen.",
    "Am Pegel Renn stehen 396 Zentimeter, in der letzten Stunde sind sieben dazugekommen.",
    "In der Turnhalle der Grundschule übernachten 84 Menschen. Helfer bitten um Decken und Windeln.",
    "In vier Straßen ist der Strom ausgefallen, der Versorger rechnet mit Stunden und nicht mit Minuten.",
    "Wir beginnen mit unserem Bericht aus dem Tal, in dem es seit Freitag ohne Unterbrechung regnet.",
)
LEAD = "Im Tal der Werre steigt das Wasser, die ersten Häuser sind geräumt."


HEAD = (
    "Das Wasser steigt weiter - Talpost",
    *("Home", "Politik", "Sport", "Kultur"),
    *("Das Wasser steigt weiter", "Von Ann Lee", "14. September 2026"),
)


def _dump(entries: list[str], lead: str = LEAD) -> str:
    return "\n\n".join((*HEAD, lead, *entries, "Impressum", "Datenschutz"))


def _ticker(times: tuple[str, ...], behind: str = "Eintrag teilen") -> list[str]:
    rows = zip(times, HEADINGS, ENTRIES, strict=True)
    return [line for time, heading, entry in rows for line in (time, heading, entry, behind)]


@pytest.mark.parametrize("times", [TIMES, TIMES[::-1], tuple(f"{time} Uhr" for time in TIMES)])
def test_a_ticker_is_kept_whole(times: tuple[str, ...]) -> None:
    article = cleannews.clean(_dump(_ticker(times)))
    assert [entry for entry in (*HEADINGS, *ENTRIES) if entry not in article.text] == []
    assert "teilen" not in article.text
    assert not any(time in article.text for time in times)


def test_a_ticker_of_elements_is_kept_whole() -> None:
    posts = "".join(
        f"<div class=post><span>{time}</span><h3>{heading}</h3><p>{entry}</p><a href=#>Teilen</a></div>"
        for time, heading, entry in zip(TIMES, HEADINGS, ENTRIES, strict=True)
    )
    page = (
        f"<html lang=de><body><h1>Das Wasser steigt weiter</h1><p>{LEAD}</p><div>{posts}</div></body></html>"
    )
    text = cleannews.clean(page).text
    assert [entry for entry in (*HEADINGS, *ENTRIES) if entry not in text] == []


def test_a_list_in_an_entry_is_part_of_it() -> None:
    entries = _ticker(TIMES)
    entries[2:3] = ["Kantonsstrasse ab Renn", "Passstrasse bis Brenac", "Furt bei Lohfeld", ENTRIES[0]]
    text = cleannews.clean(_dump(entries)).text
    assert "Kantonsstrasse ab Renn\n\nPassstrasse bis Brenac\n\nFurt bei Lohfeld" in text


STORY = "\n\n".join(
    f"Der Rat der Insel hat am Montag zum {number}. Mal über die Nachtfähre beraten, und wieder saßen "
    "mehr Leute auf den Bänken als je zuvor, denn alle wollten wissen, wann das Schiff wieder fährt."
    for number in range(1, 9)
)


def test_latest_news_below_an_article_are_not() -> None:
    text = cleannews.clean(_dump(["Neueste Nachrichten", *_ticker(TIMES, "Mehr")], STORY)).text
    assert [entry for entry in ENTRIES if entry in text] == []


def test_times_without_an_order_are_no_ticker() -> None:
    mixed = ("5:59", "16:53", "6:52", "17:10", "9:18")
    blocks = cleannews.clean(_dump(_ticker(mixed))).blocks
    assert not [block for block in blocks if block.reason == "ticker_entry"]


def test_comments_are_none() -> None:
    blocks = cleannews.clean(_dump(_ticker(TIMES[::-1], "Antworten"))).blocks
    assert not [block for block in blocks if block.reason == "ticker_entry"]


def test_three_entries_are_none() -> None:
    blocks = cleannews.clean(_dump(_ticker(TIMES)[:12])).blocks
    assert not [block for block in blocks if block.reason == "ticker_entry"]
