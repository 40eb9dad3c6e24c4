"""Lines at the top of a dump that are no headline."""

from __future__ import annotations

import pytest

import cleannews
from cleannews.label.headline_dates import is_signed
from cleannews.label.headline_furniture import is_furniture, is_masthead
from cleannews.label.measures import fold

BAKERS = (
    "More than two hundred bakers in Tolland walked out on Thursday, leaving eleven shops without bread.",
    "The union says that night shifts have grown by a third since last autumn while pay has stood still.",
    "Shops in the neighbouring towns reported long queues, and a bakery sold out of loaves before seven.",
)
HEADLINE = "Bakers strike over night shifts"


@pytest.mark.parametrize(
    "line",
    [
        "Home > Business > Labour",
        "Home › News › Politics",
        "Home | News | Sport | Culture",
        "Home News Sport Culture",
        "Startseite > Lokales",
        "Accueil / Culture",
        "Skip to main content",
        "Zum Inhalt springen",
        "HARBOUR POST - Friday, 5 March 2026",
        "5 March 2026",
        "Montag, 12.03.2026",
        "Photo: Lena Wirth",
        "Foto: Jonas Berg",
        "写真:村井健",
        "← Previous post Next post →",
        "« Zurück zu den Terminen",
        "Older stories →",
        "来源：潮报 作者：林青",
        "本文原标题：《渡轮停航，岛民等船》",
        "当前位置：首页 > 新闻",
        "首页 - 新闻动态",
        ">发展改革工作 >投资管理 >投资运行",
        "> News > Harbour",
        "Harbour Post > The week",
        "Montag, 12. März 2026, von Dr. Jonas Berg",
        "Date of last change: March 5, 2026",
        "2004-2026 Harbour Post, All Rights Reserved",
        "(c) Harbour Post 2026",
        "Share Print",
        "Tags: bread, bakers, Tolland, night shifts",
        "[Logo of the Harbour Post]",
        "(Corrects the second paragraph to show that the mill is old)",
        "（原标题：渡轮停航，岛民等船）",
        "Log in / Share",
        "Newsletter [ ] daily [ ] weekly",
        "POST POST",
        "Topics: bread, bakers, Tolland, night shifts",
        "Sign up to our Daily Digest newsletter",
        "Laden Sie unsere App herunter",
        "We use cookies to improve this site for you",
        "DAX 18.042,11 +0,31% MDAX 25.190,40 -0,92% TecDAX 3.301,87 -0,12% Gold 2.641,30 Brent 78,12",
        "Hoy: 28º / 19º Embalse al 12%",
        "Menu News Sport Puzzles Log in REPORT",
        "Ann Roe (text) and Li Wei (photos)",
    ],
)
def test_what_is_no_headline(line: str) -> None:
    assert is_furniture(line, fold(line))
    for rest in (f"{HEADLINE}\n\nBy Jo Marchetti", HEADLINE):
        dump = "\n\n".join([line, rest, *BAKERS])
        assert cleannews.clean(dump).title == HEADLINE
        assert cleannews.clean(dump.replace("\n\n", "\n")).title == HEADLINE


@pytest.mark.parametrize(
    "line",
    [
        HEADLINE,
        "Ferry sinks",
        "Harbour > town: why the quay pays more",
        "Best ferries of 2024",
        "What we know of the storm of 5 March 2026",
        "News from the harbour",
        "Home at last: the ferry is back",
        "Photo shows the ferry minutes before it sank",
        "Sport and culture share the old mill",
        "›",
        "« On reste au quai », dit le gardien",
        "«Vi blir på kaia»",
        "«Мы остаёмся», говорит смотритель",
        "> we stay",
        "来源不明的船停在港口",
        "作者与渡轮的四十年",
        "Harbour law, 5. Auflage 2014",
        "18.05.2026: Nairobi von unten (Harbour Post)",
        "How ferries came to Tolland > a look back",
        "All rights for the bakers",
        "Video shows bakers",
        "Video: rain, storm, snow",
        "Bread: flour, water, salt, time",
        "[Update] Bakers strike over night shifts",
        "Bakers strike [with pictures]",
        "(Un)happy bakers (and others)",
        "（视频）渡轮停航，岛民等船",
        "Bakers / owners: who is right",
        "Bakers strike bakers",
        "Sign of the times in Tolland",
        "We use less bread than ever",
        "Bread up 4.5% as flour hits 2.10, says the guild",
        "From -4º to 31º in a day: what happened to March?",
        "Menu of the day is back in sport bars",
        "Bakers strike over night shifts (photos)",
    ],
)
def test_what_may_be_a_headline(line: str) -> None:
    assert not is_furniture(line, fold(line))


@pytest.mark.parametrize("line", ["Ferry sinks", "Best ferries of 2024", "Post office closes", HEADLINE])
@pytest.mark.parametrize("byline", ["", "By Ann Roe\n\n"])
def test_a_headline_above_the_text_is_the_title(line: str, byline: str) -> None:
    dump = f"{line}\n\n{byline}" + "\n\n".join(BAKERS)
    assert cleannews.clean(dump).title == line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Harbour Post", True),
        ("The Daily Herald", True),
        ("Lindtaler Rundschau", True),
        ("La Gaceta del Sur", True),
        ("Times change", False),
        ("Post office closes", False),
        ("News", False),
        ("Herald of spring seen in the valley", False),
    ],
)
def test_a_masthead_is_made_of_names(line: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_masthead(line, fold(line)) is expected
    if expected:
        assert cleannews.clean("\n\n".join([line, HEADLINE, *BAKERS])).title == HEADLINE


@pytest.mark.parametrize("line", ["Strike!", "Rain", "Why?"])
@pytest.mark.parametrize("below", ["By Ann Roe", "5 March 2026"])
def test_one_word_above_byline_or_day_and_short_paragraphs(line: str, below: str) -> None:
    assert cleannews.clean("\n\n".join([line, below, *BAKERS])).title == line


def test_the_last_line_of_a_short_dump_is_no_headline() -> None:
    dump = "\n\n".join([*BAKERS, "Reporting by Jo Marchetti; Editing by Li Wei"])
    assert cleannews.clean(dump).title is None


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee, BBC News, Northport",
        "Von Anna Lehr, Nordport",
        "Por Ana López, El Faro, Vigo",
        "By Ann Lee",
    ],
)
def test_a_byline_with_paper_and_place_is_no_headline(line: str) -> None:
    assert is_signed(line, line.casefold())


@pytest.mark.parametrize(
    "line",
    [
        "By George, They Did It",
        "Par Hasard, Paris",
        "By the sea, a town waits for its ferry",
        "Di Maria, Messi Goals Sink City",
        "Reviews, Tests, Prices",
        "By Land, Sea And Air They Came To See The Night Ferry",
        "Von der Alm ins Tal",
    ],
)
def test_a_headline_that_begins_like_a_byline_is_none(line: str) -> None:
    assert not is_signed(line, line.casefold())


@pytest.mark.parametrize(
    ("first", "headline"),
    [
        ("Document 14 of 62", "Clinic closure leaves 3,100 without a family doctor"),
        ("BitHarbour | Open Source", "Mail server drops support for 32-bit machines"),
    ],
)
def test_a_short_first_line_gives_way_to_the_headline_above_the_date(first: str, headline: str) -> None:
    assert cleannews.clean("\n\n".join((first, headline, "5 March 2026", *BAKERS))).title == headline


def test_a_headline_may_tell_how_long_something_takes() -> None:
    headline = "Fury as leisure centre pool to shut for 18 months"
    deck = "Parents say children will miss out on learning to swim while the council repairs the roof"
    head = ("Home", "News", headline, deck, "47 Comments", "By Ann Lee")
    article = cleannews.clean("\n".join((*head, *BAKERS)))
    assert article.title == headline
    assert article.comment_counts == {"comments": 47}


@pytest.mark.parametrize("line", ["Email Reddit Pinterest LinkedIn Tumblr", "Subscribe Sign in", "/ Regions"])
def test_phrases_and_steps_of_a_path_are_no_headline(line: str) -> None:
    assert is_furniture(line, fold(line))
