"""Breadcrumbs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews import clean
from cleannews.fields.section import clean_crumbs

_ROWS = Path(__file__).parents[1] / "fixtures" / "rows" / "breadcrumbs.jsonl"
ROWS = [json.loads(line) for line in _ROWS.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_breadcrumbs(row: dict[str, Any]) -> None:
    assert list(clean_crumbs(row["texts"], title=row["title"])) == row["expect"], row.get("note")


def test_rows_are_enough_and_some_give_nothing() -> None:
    assert len(ROWS) >= 80
    assert sum(not row["expect"] for row in ROWS) >= 10


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=30), st.text(max_size=80))
def test_any_lines_give_few_short_crumbs(texts: list[str], title: str) -> None:
    crumbs = clean_crumbs(texts, title=title)
    assert len(crumbs) <= 10
    assert all(0 < len(crumb) <= 60 for crumb in crumbs)


@pytest.mark.parametrize(
    ("trail", "section"),
    [
        ("首页 > 新闻 > 国内 > 正文", "国内"),
        ("홈 > 뉴스 > 사회 > 기사", "사회"),
        ("Home > News > Harbour > Article", "Harbour"),
        ("Home > News > Articles of faith", "Articles of faith"),
    ],
)
def test_a_crumb_that_says_but_that_this_is_an_article_is_no_section(trail: str, section: str) -> None:
    text = "The council of the island voted on Monday night to let the ferry sail after dark."
    crumbs = "".join(f"<a href=/s>{crumb}</a> &gt; " for crumb in trail.split(" > "))
    body = f"<h1>Night ferry wins its vote</h1><p>{text}</p><p>{text} Again.</p>"
    assert clean(f"<nav class=breadcrumb>{crumbs}</nav>{body}").section == section


PARAGRAPHS = tuple(
    f"On {day} the islands had bread and milk for three days more, said Mara Field, who runs the shop."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)


@pytest.mark.parametrize(
    ("above", "section"),
    [
        (("The Harbour Post", "BUSINESS"), "BUSINESS"),
        (("The Harbour Post", "Nyheter"), "Nyheter"),
        (("The Harbour Post", "Politics >"), "Politics"),
        (("Sport", "Business"), None),
        (("Home", "News", "Video", "Sport"), None),
        (("Home", "News", "Video", "Sign in", "Sport"), None),
        (("Home", "News", "The Harbour Post", "Sport"), "Sport"),
        (("The Harbour Post", "Weather | Storms"), "Weather"),
        (("The Harbour Post", "Environment"), "Environment"),
        (("The Harbour Post", "E-PAPER"), None),
        (("The Harbour Post", "Opinion", "Environment"), None),
        (("The Harbour Post", "Harbour"), None),
    ],
)
def test_a_department_alone_above_the_headline_of_a_dump_is_the_section(
    above: tuple[str, ...], section: str | None
) -> None:
    dump = "\n".join((*above, "Ferry to the islands stays in harbour for a week", "By Ann Lee", *PARAGRAPHS))
    assert clean(dump).section == section


@pytest.mark.parametrize("sign", ["\n", "", " "])
def test_the_last_entry_of_a_menu_above_the_headline_is_no_section(sign: str) -> None:
    menu = sign.join(("होम", "देश", "विदेश", "राजस्थान", "खेल"))
    title = "रेलवे ने मुंबई और पुणे के बीच नई रात की ट्रेन सेवा शुरू की"
    first = "अधिकारियों ने कहा कि ट्रेन हर दिन रात ग्यारह बजे चलेगी और सुबह चार बजे पहुंचेगी।"
    second = "यात्रियों ने इस कदम का स्वागत किया और कहा कि इससे उनका समय बचेगा।"
    assert clean(f"{menu}\n{title}\n3 मई 2024, 10:30\n{first}\n{second}").section is None


@pytest.mark.parametrize(
    ("path", "crumbs"),
    [
        ('<a href="/">Prima pagina</a> &gt; <a href="s.asp?S=7">Addii</a>', ("Prima pagina", "Addii")),
        ('<a href="/economia">Economia</a><i>/</i><a href="/economia/agro">Agro</a>', ("Economia", "Agro")),
        ('<a href="/region">Region</a> / <a href="/harbour">Harbour</a>', ()),
    ],
)
def test_breadcrumbs_are_told_by_their_links(path: str, crumbs: tuple[str, ...]) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = f"<body><div class=x1>{path}</div><h1>Ferry to the islands stays in harbour</h1>{text}</body>"
    assert clean(page).breadcrumbs == crumbs
