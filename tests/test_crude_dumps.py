"""Crude dumps come out perfect: nothing lost, nothing left over, all of it named.

Their shape: headline twice, a menu whose words ran together, a cut-off copy of the lead, teasers of other
stories, the body, comment counters. The variations are those of ``quality/make.py``.
"""

from __future__ import annotations

import pytest

import cleannews
from quality import gate

DUMPS = {page.name: page for page in gate.pages() if page.name.startswith("crude-")}


@pytest.fixture(params=sorted(DUMPS), scope="module")
def cleaned(request: pytest.FixtureRequest) -> tuple[gate.Page, cleannews.Article]:
    page = DUMPS[request.param]
    return page, cleannews.clean(page.source)


def test_the_body_is_whole_and_nothing_else_is_in_it(cleaned: tuple[gate.Page, cleannews.Article]) -> None:
    page, article = cleaned
    assert [paragraph.text for paragraph in article.paragraphs] == page.expected["paragraphs"]


def test_the_headline_stands_once(cleaned: tuple[gate.Page, cleannews.Article]) -> None:
    page, article = cleaned
    labels = [block.label for block in article.blocks if block.text == page.expected["title"]]
    assert article.title == page.expected["title"]
    assert labels == [cleannews.Label.TITLE, cleannews.Label.ECHO]


def test_the_menu_gives_the_section(cleaned: tuple[gate.Page, cleannews.Article]) -> None:
    page, article = cleaned
    assert list(article.breadcrumbs) == page.expected["breadcrumbs"]
    assert article.section == page.expected["section"]


def test_teasers_are_removed_and_listed(cleaned: tuple[gate.Page, cleannews.Article]) -> None:
    page, article = cleaned
    assert [link.text for link in article.related] == page.expected["related"]


def test_counters_are_removed_and_counted(cleaned: tuple[gate.Page, cleannews.Article]) -> None:
    page, article = cleaned
    assert article.comment_counts == page.expected["comment_counts"]


def test_a_cut_off_lead_is_an_excerpt_with_its_reason(cleaned: tuple[gate.Page, cleannews.Article]) -> None:
    page, article = cleaned
    excerpts = [block for block in article.removed if block.label is cleannews.Label.EXCERPT]
    cut_off = page.name != "crude-no-excerpt"
    assert len(excerpts) == int(cut_off)
    assert all(block.reason == "excerpt" and block.evidence for block in excerpts)


def test_the_status_is_ok(cleaned: tuple[gate.Page, cleannews.Article]) -> None:
    assert cleaned[1].status is cleannews.Status.OK
