from __future__ import annotations

import pytest

import cleannews

FIRST = "The ferry came back to the north quay on Monday morning, with forty passengers and a dog on deck."
SECOND = "It had been away for six weeks, because a part of its engine had to be made anew in Lundby first."


def page(
    name: str, head: str, *, rights: str = "© 2004 The Harbour Post", before: str = "The Harbour Post"
) -> str:
    """A page as they were set in tables; most fonts mean nothing to a parser."""
    return (
        f"<html><head><title>{name}</title></head><body><table><tr><td><font size=5>{before}</font></td></tr>"
        f"<tr><td>{head}<br><br>{FIRST}<br><br>{SECOND}</td></tr><tr><td>{rights}</td></tr></table></body></html>"
    )


@pytest.mark.parametrize(
    ("name", "head", "title"),
    [
        (
            "The Harbour Post",
            "<b>Ferry returns to the north quay</b><br>3 May 2004",
            "Ferry returns to the north quay",
        ),
        (
            "The Harbour Post",
            "<font size=4><b>Ferry returns to the north quay</b></font><br>3 May 2004<br>By Ann Lee",
            "Ferry returns to the north quay",
        ),
        (
            "The Harbour Post",
            "3 May 2004<br><br>Ferry returns to the quay<br><br>",
            "Ferry returns to the quay",
        ),
        ("The Harbour Post", "<b>नाव घाट पर लौट आई है</b><br>३ मई २००४", "नाव घाट पर लौट आई है"),
    ],
)
def test_a_head_that_names_only_the_site_gives_way_to_the_line_beside_the_day(
    name: str, head: str, title: str
) -> None:
    assert cleannews.clean(page(name, head)).title == title


def test_without_a_notice_of_copyright_a_longer_bold_line_is_needed() -> None:
    bold = "<b>Ferry returns to the north quay</b><br>3 May 2004"
    assert cleannews.clean(page("Harbour Post", bold, rights="")).title == "Ferry returns to the north quay"
    plain = "Ferry returns to the north quay<br><br>3 May 2004"
    assert cleannews.clean(page("Harbour Post", plain, rights="")).title == "Harbour Post"


@pytest.mark.parametrize(
    ("name", "head", "title"),
    [
        ("Ferry returns at last", "<h1>Ferry returns at last</h1>3 May 2004", "Ferry returns at last"),
        (
            "Ferry returns to the north quay",
            "<b>By our own reporter</b><br>3 May 2004",
            "Ferry returns to the north quay",
        ),
        ("The Harbour Post", "<b>Quay</b><br>3 May 2004", "The Harbour Post"),
    ],
)
def test_other_titles_stay(name: str, head: str, title: str) -> None:
    found = cleannews.clean(page(name, head)).title
    assert found == title or (name == "The Harbour Post" and found is None)


SLOGAN = "The Harbour Post - news from the coast every day"
BOLD = "<b>Ferry returns to the north quay</b><br>3 May 2004, author: Ann Lee"


@pytest.mark.parametrize(
    "rights",
    [
        "© 2004 The Harbour Post",
        "(c) 1999-2004 The Harbour Post, Lundby",
        "Copyright (C) 2004 The Harbour Post",
        "The Harbour Post - registered in Lundby, no. 3 of 1999",
    ],
)
def test_a_name_and_a_slogan_give_way_to_the_bold_line_beside_the_day(rights: str) -> None:
    article = cleannews.clean(page(SLOGAN, BOLD.replace("3 May 2004", "3.5.2004"), rights=rights))
    assert article.title == "Ferry returns to the north quay"


@pytest.mark.parametrize(
    "head",
    [
        "<h2>Ferry returns to the north quay</h2>3 May 2004",
        "<a href=/>Home</a> &gt; <a href=/n>News</a><h3>Ferry returns to the north quay</h3>3 May 2004",
        "<b>Ferry returns to the north quay</b><br><br><i>Six weeks away</i><br><br>by Ann Lee - 3 May 2004",
    ],
)
def test_a_heading_beside_the_day_is_the_headline_too(head: str) -> None:
    assert cleannews.clean(page(SLOGAN, head)).title == "Ferry returns to the north quay"


def test_a_heading_that_leads_home_is_the_name_of_the_site() -> None:
    name = '<h2><a href="/">Harbour Times and Post</a></h2>'
    head = "Ferry returns to the north quay<br><br>3 May 2004"
    text = page("Ferry returns to the north quay | Harbour Times and Post", head, before=name, rights="")
    assert cleannews.clean(text).title == "Ferry returns to the north quay"


@pytest.mark.parametrize(
    ("head", "rights"),
    [
        (BOLD.replace("3 May 2004", "3.5.2004"), "(c) 2004 Lundby Press"),
        ("Ferry returns to the north quay<br><br>3 May 2004", "© 2004 The Harbour Post"),
    ],
    ids=["the name of another owner", "no bold line"],
)
def test_less_tells_no_slogan(head: str, rights: str) -> None:
    assert cleannews.clean(page(SLOGAN, head, rights=rights)).title != "Ferry returns to the north quay"


def test_what_the_page_shows_behind_the_name_is_its_headline() -> None:
    title, head = "Ferry returns at last", "<b>Ferry returns at last</b><br>3 May 2004"
    assert cleannews.clean(page(f"The Harbour Post - {title}", head)).title == title


def scrolled(first: str, second: str, paragraphs: int) -> str:
    """A page that scrolls on into the next article, with a head that names neither."""
    text = f"<p>{FIRST} {SECOND}</p>" * paragraphs
    return (
        "<html><head><title>You will not believe what sailed | The Post</title></head><body>"
        f"<div><h1>{first}</h1>{text}</div><div><h1>{second}</h1>{text}</div></body></html>"
    )


def test_of_two_headings_the_first_is_the_headline_if_its_article_stands_between() -> None:
    text = scrolled("Ferry returns to the north quay", "Bakers strike over night shifts", 3)
    assert cleannews.clean(text).title == "Ferry returns to the north quay"


def test_headings_of_teasers_do_not_tell_the_headline() -> None:
    text = scrolled("Ferry returns to the north quay", "Bakers strike over night shifts", 1)
    assert (cleannews.clean(text).title or "").startswith("You will not believe what sailed")
