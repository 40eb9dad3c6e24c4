"""Entries of lists and the names of feeds, which stand above headlines of dumps."""

from __future__ import annotations

import pytest

from cleannews import clean

_HEADLINE = "Council brings the night ferry back"
_BODY = """   The council of Lundby voted on Monday to pay for two late crossings a day, and
   the first ship is to leave the quay in the middle of May, a spokesman said.

   The islands have waited for the ferry since the old one was sold five years ago,
   and many of those who live there had given up hope that it would come back.

   A ticket is going to cost four crowns, half of what the night taxi takes for the
   way across the bridge, and the opposition fears that the ship will sail empty."""


def _lynx(*lines: str, body: str = _BODY) -> str:
    return "\n\n".join([*lines, body])


@pytest.mark.parametrize(
    "entries",
    [
        ["The night ferry", "What the council of Lundby decided", "Tickets and crossings"],
        ["Ferry", "Night taxi", "The islands"],
    ],
)
def test_entries_of_a_table_of_contents_are_no_headlines(entries: list[str]) -> None:
    contents = "\n".join(f"     * {entry}" for entry in entries)
    dump = _lynx("   Lundby Herald", f"   {_HEADLINE}", "   By Ann Lee", "   3 May 2024", contents)
    assert clean(dump, kind="text").title == _HEADLINE


def test_the_last_entry_of_a_path_may_be_the_headline() -> None:
    path = f"     * Home\n     * Politics\n     * {_HEADLINE}"
    assert clean(_lynx(path, "   By Ann Lee", "   3 May 2024"), kind="text").title == _HEADLINE


def test_a_headline_with_a_bullet_that_stands_alone_is_one() -> None:
    dump = _lynx("   Lundby Herald", f"     * {_HEADLINE}", "   By Ann Lee", "   3 May 2024")
    assert clean(dump, kind="text").title == _HEADLINE


@pytest.mark.parametrize("behind", ["Comments Feed", "Kommentar-Feed", "Flux des commentaires"])
def test_the_feed_of_an_article_names_its_headline(behind: str) -> None:
    links = f"   #Lundby Herald » Feed Lundby Herald » {_HEADLINE} {behind} JSON"
    teaser = "Night ferry: what the islands of Lundby ask of the council on Monday"
    dump = _lynx(links, "   Lundby Herald", teaser, f"   {_HEADLINE}", "   Share", "   Print")
    assert clean(dump, kind="text").title == _HEADLINE


@pytest.mark.parametrize(
    "links", ["#Lundby Herald » Feed Lundby Herald » Comments Feed", "#Lundby Herald » Feed alternate JSON"]
)
def test_the_site_that_links_name_is_no_headline(links: str) -> None:
    dump = _lynx(f"   {links}", "   Lundby Herald", _HEADLINE, "   By Ann Lee", "   3 May 2024")
    assert clean(dump, kind="text").title == _HEADLINE


@pytest.mark.parametrize("line", ["# Ferry", "#ferry"])
def test_a_sign_before_the_first_line_of_another_layout_names_no_feeds(line: str) -> None:
    body = _BODY.replace("\n   ", " ").replace("  ", " ").strip()
    title = clean(f"{line} comes back to the islands\n\nBy Ann Lee\n\n{body}", kind="text").title
    assert title is not None
    assert title.lstrip("# ").casefold() == "ferry comes back to the islands"


@pytest.mark.parametrize("indent", [22, 3])
def test_lynx_sets_the_headline_in_the_middle(indent: int) -> None:
    other = "The night ferry and what the council of Lundby says of the islands"
    menu = "\n".join(f"   {entry}" for entry in ("Home", "News", "Sport", "Culture", "Search", "Log in"))
    dump = _lynx(
        menu, f"   {other}", f"{' ' * indent}{_HEADLINE}", "   Share", "   Print", body=f"{_BODY}\n\n{_BODY}"
    )
    assert (clean(dump, kind="text").title == _HEADLINE) is (indent == 22)


_SHORT = (
    "The noon ferry left Tarrow an hour late on Saturday because a wedding cake was not on board.",
    "Its captain, Rolf Amery, said that there was no question of sailing without it.",
    "The passengers clapped when it came, and the bride gave each a slice on Sunday.",
)


@pytest.mark.parametrize("byline", [(), ("By Jane Roe", "3 May 2024")])
@pytest.mark.parametrize(
    "menu",
    [
        "Home Parish Farms Ferry Letters Notices",
        "Startseite Rathaus Vereine Leserbriefe Termine",
        "Accueil Mairie Fermes Courrier Agenda",
        "Inicio Comarca Campo Cartas Agenda",
    ],
)
def test_a_menu_of_names_of_its_own_is_no_headline(menu: str, byline: tuple[str, ...]) -> None:
    headline = "Ferry waits an hour for a wedding cake"
    assert clean("\n\n".join((menu, headline, *byline, *_SHORT))).title == headline


def test_a_headline_that_begins_with_the_name_of_the_front_page_is_one() -> None:
    headline = "Home Prices Fall Again"
    assert clean("\n\n".join((headline, "By Jane Roe", *_SHORT))).title == headline
    assert clean("\n\n".join((headline, *_SHORT))).title == headline


@pytest.mark.parametrize(
    "line",
    [
        "Printed in Tarrow by Amery and Sons since 1911",
        "Download our app for Android and iPhone",
        "The weekly paper of the Tarrow valley",
    ],
)
@pytest.mark.parametrize("around", [("Follow us", "Terms of use"), ("About us", "Privacy policy")])
def test_a_line_below_a_short_text_is_no_headline(line: str, around: tuple[str, str]) -> None:
    headline = "Ferry waits an hour for a wedding cake"
    dump = "\n\n".join(("Home | News | Farms", headline, *_SHORT, around[0], line, around[1]))
    assert clean(dump).title == headline


@pytest.mark.parametrize(
    ("headline", "excerpt", "lead"),
    [
        (
            "老茶馆里的修伞匠：一把伞修了四十年",
            "[摘要] 每逢下雨天，柳堤街的老茶馆里总要多摆一张小方桌。六十八岁的匠人骆启年……[详细]",
            "每逢下雨天，柳堤街的老茶馆里总要多摆一张小方桌。六十八岁的匠人骆启年坐在桌后，面前是一盏台灯、一只针线盒和十几把等着修的伞。",
        ),
        (
            "Two late crossings a day from May",
            "The council of Lundby voted on Monday to pay for two late [...]",
            "The council of Lundby voted on Monday to pay for two late crossings a day, from May, it said.",
        ),
    ],
)
def test_a_cut_off_beginning_of_the_text_is_no_headline(headline: str, excerpt: str, lead: str) -> None:
    dump = "\n".join((headline, "2024-05-03 08:16", excerpt, lead, *_SHORT))
    assert clean(dump).title == headline
