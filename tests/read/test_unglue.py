from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from cleannews.read.page import Join
from cleannews.read.unglue import borders_of, figure_borders, settled

if TYPE_CHECKING:
    from cleannews.read.borders import Border


def pieces(source: str, borders: list[Border]) -> list[str]:
    edges = [0, *(border.place for border in borders), len(source)]
    return [source[begin:end] for begin, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("HomeNewsPolitics", ["Home", "News", "Politics"]),
        ("WorldUS & CanadaMiddle East", ["World", "US & Canada", "Middle East"]),
        ("präsentiert vonSüdtirol", ["präsentiert von", "Südtirol"]),
        ("The gate is closed.Next week it opens.", ["The gate is closed.", "Next week it opens."]),
        ("Why does it matter?The harbour is old.", ["Why does it matter?", "The harbour is old."]),
        ("“It will sink.”The mayor left.", ["“It will sink.”", "The mayor left."]),
        ("Es bleibt kalt.„Wir frieren“, sagte sie.", ["Es bleibt kalt.", "„Wir frieren“, sagte sie."]),
        ("Er sagte: „Nein.“Danach ging er.", ["Er sagte: „Nein.“", "Danach ging er."]),
        ("(Foto: Anna Berg)Der Hafen", ["(Foto: Anna Berg)", "Der Hafen"]),
        ("12. März 2025Von Anna Berg", ["12. März 2025", "Von Anna Berg"]),
        ("Новости портаСпорт", ["Новости порта", "Спорт"]),
        ("Loď se potopilaNávrh na změnu", ["Loď se potopila", "Návrh na změnu"]),
        ("quatro horas para retirá-loThaís Bonfim", ["quatro horas para retirá-lo", "Thaís Bonfim"]),
        ("Que dit-onJeanne Martin", ["Que dit-on", "Jeanne Martin"]),
    ],
)
def test_glued_text_nodes_come_apart(source: str, expected: list[str]) -> None:
    assert pieces(source, borders_of(source)) == expected


@pytest.mark.parametrize(
    "source",
    [
        "McKinsey and YouTube hired an iPhone fan at PricewaterhouseCoopers",
        "DeSantis met LeBron in LaGuardia",
        "the U.S.Army and J.R.Smith",
        "l’Europe et l’Asie",
        "GmbH, PhD, kWh and MHz",
        "JAKARTA, KABARPESISIR.ID - The mill and ASP.NET at HARBOUR.COM",
        "write to Ann.Lee@example.com or see www.Example.Com/News.Html",
        "a 5G mast, a 4K screen and B2B",
        "call getElementById and addEventListener( twice",
        "He said “Stop” and (CDU) went",
        "uMnyango wezokuThuthukiswa eLower noShevu kaMandela iSizwe oThathe",
        "An all lower case line, with 3.5 per cent and 10:30.",
        "the co-opUS, an e-eBay and the pre-iPhone years",
        "Then CinemaCon began, and BookCon closed on FilmLA's lot.",
    ],
)
def test_names_and_abbreviations_stay_whole(source: str) -> None:
    assert [border for border in borders_of(source) if border.certain] == []


def test_a_pair_that_comes_again_and_again_is_a_name() -> None:
    source = "with smallTalker here. " * 3
    assert not any(border.certain for border in borders_of(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Kommentar12.03.2024", ["Kommentar", "12.03.2024"]),
        ("in the harbour?14 hours ago", ["in the harbour?", "14 hours ago"]),
        ("Walker BBCThe ferry", ["Walker BBC", "The ferry"]),
        ("Covid19 and H5N1 and A4", ["Covid19 and H5N1 and A4"]),
        ("More▾Home page", ["More▾", "Home page"]),
        ("Frissítve: 2024.10.17. 14:01", ["Frissítve: 2024.10.17. 14:01"]),
        ("sailed in 2024.3 May 2024", ["sailed in 2024.", "3 May 2024"]),
    ],
)
def test_figures_and_acronyms_come_apart_where_a_dump_is_glued(source: str, expected: list[str]) -> None:
    assert pieces(source, figure_borders(source)) == expected


def test_a_word_that_the_dump_also_writes_small_starts_a_block() -> None:
    source = "DorfBei gutem Wetter. Er war bei uns. HomeNews"
    assert [border.join for border in settled(source, borders_of(source))] == [Join.NONE, Join.GLUED]


@pytest.mark.parametrize(
    ("source", "cuts"),
    [
        ("kuttes fra fem til tre– Jeg kokte kaffe.", ["– Jeg"]),
        ("Who was it?— Nobody knows.", ["— Nob"]),
        ("from Monday–Friday", []),
        ("three– or four", []),
        ("the year – The year", []),
    ],
)
def test_what_somebody_says_behind_a_word(source: str, cuts: list[str]) -> None:
    assert [source[border.place :][:5] for border in figure_borders(source)] == cuts


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Envoyer par mail5 commentaires", ["Envoyer par mail", "5 commentaires"]),
        ("21 ноември 2022, 10:357 коментара", ["21 ноември 2022, 10:35", "7 коментара"]),
        ("Десислава Тонева21 ноември 2022", ["Десислава Тонева", "21 ноември 2022"]),
        ("»Vi opdagede det for sent«11. mar. 2022", ["»Vi opdagede det for sent«", "11. mar. 2022"]),
        ("Mit Windows10 arbeiten", ["Mit Windows10 arbeiten"]),
    ],
)
def test_figures_of_a_glued_dump_come_apart(source: str, expected: list[str]) -> None:
    assert pieces(source, figure_borders(source)) == expected


@pytest.mark.parametrize("source", ["\nXALAPA, Ver.- El mercado abre", "\nValle, Nvo. León.- Elementos"])
def test_a_dateline_with_a_hyphen_stays_whole(source: str) -> None:
    assert pieces(source, borders_of(source)) == [source]
