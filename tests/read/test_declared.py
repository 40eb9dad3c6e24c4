"""The text that JSON-LD declares is taken where the page shows no article, and only there."""

from __future__ import annotations

import json

import pytest

from cleannews import clean
from cleannews.read.declared import PATH
from cleannews.read.html import read_html
from cleannews.read.page import DEFAULT_LIMITS

PARAGRAPHS = (
    "The lock-keeper's cottage has stood empty since its last tenant moved out in the spring of 2009.",
    "More than nine hundred people gave money for it, among them the owners of boats from far away.",
    "Work on the roof is to begin in May, and a tea room should open by next Easter, the council said.",
)


PROSE = "The rain of day {} filled the river, and the two ferries stayed in the harbour for another night."


def _page(body: str = "<div id=root></div>", **node: object) -> str:
    text = "\n\n".join(PARAGRAPHS)
    data = {"@type": "NewsArticle", "headline": "Cottage saved", "articleBody": text, **node}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return f"<html><head><title>Cottage saved</title>{script}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(PARAGRAPHS),
        "\n".join(PARAGRAPHS),
        "".join(f"<p>{text}</p>" for text in PARAGRAPHS),
        "<br><br>".join(PARAGRAPHS),
        "\r\n\r\n".join(PARAGRAPHS).replace("the council", "<a href='/c'>the <b>council</b></a>"),
    ],
)
def test_a_page_that_shows_nothing_has_the_text_it_declares(text: str) -> None:
    article = clean(_page(articleBody=text))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.title == "Cottage saved"
    assert article.warnings == ("text_not_shown",)
    assert {block.path for block in article.blocks} == {PATH}
    assert str(article.status) == "ok"


def test_halves_of_surrogate_pairs_do_not_come_in() -> None:
    article = clean(_page(articleBody="\n\n".join(PARAGRAPHS) + " \ud83d"))
    assert article.text.endswith(" \ufffd")
    assert article.blocks[-1].raw.endswith(" \ufffd")


def test_a_text_on_one_line_is_one_paragraph() -> None:
    assert clean(_page(articleBody=" ".join(PARAGRAPHS))).text == " ".join(PARAGRAPHS)


def test_menus_and_notices_beside_it_change_nothing() -> None:
    shell = (
        "<nav><a href=/>Home</a><a href=/n>News</a></nav><div id=root></div>"
        "<p>We use cookies and similar techniques to show you what you like and to count our readers.</p>"
    )
    assert clean(_page(shell)).text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("body", "node"),
    [
        ("".join(f"<p>{text}</p>" for text in PARAGRAPHS), {}),
        (f"<h1>Cottage saved</h1><p>{PARAGRAPHS[0]}</p><p>Read on in the app.</p>", {}),
        ("<div id=root></div>", {"isAccessibleForFree": False}),
        ("<div id=root></div>", {"isAccessibleForFree": "False"}),
        ("".join(f"<p>{PROSE.format(n)}</p>" for n in range(12)), {}),
        ("".join(f"<p>{text}</p>" for text in PARAGRAPHS[0].replace(" ", "\n").split("\n\n")), {}),
        ("<div id=root></div>", {"articleBody": "A cottage was saved."}),
        ("<div id=root></div>", {"articleBody": ["a", "list"]}),
        ("<div id=root></div>", {"@type": "Product"}),
    ],
    ids=[
        "shown",
        "a part is shown",
        "not free",
        "not free in words",
        "other prose",
        "shown in one line",
        "a summary",
        "no text",
        "no article",
    ],
)
def test_other_pages_are_as_they_show(body: str, node: dict[str, object]) -> None:
    page = read_html(_page(body, **node), DEFAULT_LIMITS)
    assert PATH not in page.containers.paths
    assert not page.warnings


def test_a_page_without_any_element_has_the_text_too() -> None:
    script = _page().partition("<script")[2].partition("</head>")[0]
    assert len(read_html(f"<script{script}", DEFAULT_LIMITS).segments) == len(PARAGRAPHS)


def _hidden(paragraphs: tuple[str, ...], body: str = "<div id=root></div>") -> str:
    story = "".join(f"<p>{text}</p>" for text in paragraphs)
    head = "<head><title>Cottage saved</title></head>"
    return f"<html>{head}<body>{body}<noscript>{story}</noscript></body></html>"


def test_an_article_in_noscript_is_read() -> None:
    paragraphs = (*PARAGRAPHS, *(PROSE.format(day) for day in range(4)))
    article = clean(_hidden(paragraphs))
    assert [paragraph.text for paragraph in article.paragraphs] == list(paragraphs)


@pytest.mark.parametrize(
    ("paragraphs", "body"),
    [
        (("You need to enable JavaScript to run this app. Please reload the page when that is done.",), ""),
        (PARAGRAPHS * 2, "".join(f"<p>{PROSE.format(day)}</p>" for day in range(4))),
        (('<img src="/pixel.gif">',) * 40, ""),
    ],
    ids=["a notice", "beside an article", "pictures"],
)
def test_other_noscript_is_not(paragraphs: tuple[str, ...], body: str) -> None:
    page = read_html(_hidden(paragraphs, body), DEFAULT_LIMITS)
    assert all("rain of day" in segment.text for segment in page.segments)
