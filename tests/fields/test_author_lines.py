"""Lines of a page that name its authors, and lines that only look so."""

from __future__ import annotations

import pytest

from cleannews import clean
from cleannews.fields.backed_names import names_before_date
from tests.fields.story import BODY, HEADLINE


def _authors(*lines: str, above: str = "Home") -> tuple[str, ...]:
    return clean("\n\n".join([above, HEADLINE, *lines, *BODY])).authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Lee Friday, 3 May 2024", ("Ann Lee",)),
        ("By Ann Lee, Friday 3 May 2024", ("Ann Lee",)),
        ("By Gustav Freitag 3 May 2024", ("Gustav Freitag",)),
        ("By Ann Lee Twitter 3 May 2024", ("Ann Lee",)),
        ("Author Ann Lee", ("Ann Lee",)),
        ("By Ann Lee, who has written about the islands and ferries for this paper since 2009, 3 May 2024.",
         ("Ann Lee",)),
    ],
)  # fmt: skip
def test_the_line_below_the_headline_names_the_author(line: str, authors: tuple[str, ...]) -> None:
    assert _authors(line) == authors


@pytest.mark.parametrize(
    "line",
    [
        "Author Ann Lee, from Kensington, said she began to write about ferries while still at school there.",
        "Founder, Zenith Digital",
        "By Friday 3 May 2024",
    ],
)
def test_sentences_employers_and_days_are_no_authors(line: str) -> None:
    assert _authors(line) == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Skrevet af Mette Holm", ("Mette Holm",)),
        ("Skrevet av Kari Nes", ("Kari Nes",)),
        ("Skriven av Bo Ek", ("Bo Ek",)),
        ("Skrev av Bo Ek", ()),
        ("Skrevet i Lundby", ()),
        ("Skrevet avis Kari", ()),
    ],
)
def test_a_line_below_the_text_that_says_who_wrote_it(line: str, authors: tuple[str, ...]) -> None:
    assert clean("\n\n".join(["Home", HEADLINE, *BODY, line, "Contact"])).authors == authors


def test_a_job_alone_tells_a_name_below_the_headline_only() -> None:
    assert _authors(above="Expert Safety Tips") == ()
    assert _authors("Reporter Ann Lee") == ("Ann Lee",)


PAGE = """<html lang="en"><head><title>{headline}</title></head>
<body><h1>{headline}</h1>{lines}{body}</body></html>"""


def _authors_of_page(lines: str) -> tuple[str, ...]:
    body = "".join(f"<p>{text}</p>" for text in BODY)
    return clean(PAGE.format(headline=HEADLINE, lines=lines, body=body)).authors


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ('<div class="firma">Eva Sanz | Madrid</div><div>Updated 3 May 2024</div>', ("Eva Sanz",)),
        ('<div class="byline">Ann Lee</div><div>3 May 2024</div>', ("Ann Lee",)),
        (
            '<div class="share-bar"><div class="author">王大明</div><div>2024-05-03 10:20</div></div>',
            ("王大明",),
        ),
        ("<div>3 May 2024</div><div>By Ann Lee, Bo Ek, and Cy Moe</div>", ("Ann Lee", "Bo Ek", "Cy Moe")),
        ("<div>Bo Marsh</div><div>3 May 2024</div><div>By Ann Lee</div>", ("Ann Lee",)),
    ],
)
def test_a_class_a_place_and_a_word_for_by_tell_the_author(lines: str, authors: tuple[str, ...]) -> None:
    assert _authors_of_page(lines) == authors


@pytest.mark.parametrize(
    "lines",
    [
        "<div>3 May 2024</div><div>Text Size</div>",
        "<div>3 May 2024</div><div>Social Sharing</div>",
        '<div class="author"><a href="/u/login">Register Login</a></div><div>3 May 2024</div>',
        "<div>Lundby Thursday, May 30, 2024</div>",
    ],
)
def test_buttons_and_days_are_no_authors(lines: str) -> None:
    assert _authors_of_page(lines) == ()


def test_the_site_that_a_line_names_behind_the_author_is_left_out() -> None:
    page = PAGE.replace("<head>", '<head><meta property="og:site_name" content="Lundby Herald">')
    body = "".join(f"<p>{text}</p>" for text in BODY)
    line = "<div>Ann Lee, Lundby Herald 3:53 p.m. EST May 3, 2024</div>"
    assert clean(page.format(headline=HEADLINE, lines=line, body=body)).authors == ("Ann Lee",)


def test_a_declared_name_of_the_site_is_one_whatever_signs_it_holds() -> None:
    metas = '<meta property="og:site_name" content="Quay & Sea"><meta name="author" content="Quay & Sea">'
    body = "".join(f"<p>{text}</p>" for text in BODY)
    page = PAGE.replace("<head>", f"<head>{metas}").format(headline=HEADLINE, lines="", body=body)
    assert clean(page).authors == ("Quay & Sea",)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["Jo Field Senior features writer", "3 August 2025"], ("Jo Field",)),
        (["Jo Field", "Reporting from Lundby"], ("Jo Field",)),
        (["Jo Field, Reuters | 12.11.2024 18:04"], ("Jo Field", "Reuters")),
        (["von Peter Hansen | 19.08.2024"], ("Peter Hansen",)),
        (
            ["Curated By: Arjun Nair", "Edited By: Meera Das", "Last Updated: August 19, 2024"],
            ("Arjun Nair",),
        ),
        (["Edited By: Meera Das", "19 August 2024"], ()),
    ],
)
def test_lines_beside_dates_jobs_and_places_name_authors(lines: list[str], authors: tuple[str, ...]) -> None:
    assert _authors(*lines) == authors


DUMP_BODY = tuple(
    f"On {day} the islands had bread and milk for three days more, said Mara Field, who runs the shop."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("By Ann Lee", "Correspondent", "By Bo Marsh", "Reporter"), ("Ann Lee", "Bo Marsh")),
        (("Penulis: Ann Lee", "Editor: Bo Marsh"), ("Ann Lee",)),
        (("By CLARA ROHDE", "5 March 2026"), ("Clara Rohde",)),
        (("By Clara ROHDE", "5 March 2026"), ("Clara Rohde",)),
        (("5 March 2026", "Lindiwe Mabaso and Clara Rohde", "Share"), ("Lindiwe Mabaso", "Clara Rohde")),
        (("Reporting by Ann Lee;", "Editing by Bo Marsh 2 minute read 5 March 2026"), ("Ann Lee",)),
        (("Home affairs / 5 May 2026 / by Ann Lee, reporter / 4 min read",), ("Ann Lee",)),
    ],
)
def test_the_authors_of_a_dump(lines: tuple[str, ...], authors: tuple[str, ...]) -> None:
    article = clean("\n".join(("Ferry to the islands stays in harbour for a week", *lines, *DUMP_BODY)))
    assert article.authors == authors


def test_the_day_of_the_week_behind_a_name_is_none() -> None:
    assert names_before_date("Por Marta Ribera martes", "es") == ("Marta Ribera",)
    assert names_before_date("Von Gustav Freitag", "de") == ("Gustav Freitag",)
