"""What is clean already stays as it is: articles alone, without anything around them."""

from __future__ import annotations

from html import escape

import pytest

import cleannews
from quality.gate import Page, pages

STORIES = list({tuple(page.expected.get("paragraphs", ())): page for page in pages()}.values())
TEXTS = [page for page in STORIES if page.expected.get("paragraphs") and "table" not in page.name]
"""One page a story; rows of a table are nothing that a text without its table shows."""


def _titled(page: Page) -> list[str]:
    return [page.expected["title"], *page.expected["paragraphs"]]


@pytest.mark.parametrize("page", TEXTS, ids=[page.name for page in TEXTS])
def test_an_article_below_its_title_stays_whole(page: Page) -> None:
    article = cleannews.clean("\n\n".join(_titled(page)))
    assert article.text.split("\n\n") == page.expected["paragraphs"]
    assert article.title == page.expected["title"]


@pytest.mark.parametrize("page", TEXTS, ids=[page.name for page in TEXTS])
def test_an_article_without_its_title_stays_whole_and_gets_none(page: Page) -> None:
    article = cleannews.clean("\n\n".join(page.expected["paragraphs"]))
    assert article.text.split("\n\n") == page.expected["paragraphs"]


@pytest.mark.parametrize("page", TEXTS, ids=[page.name for page in TEXTS])
def test_paragraphs_of_a_feed_stay_whole(page: Page) -> None:
    article = cleannews.clean("\n".join(f"<p>{escape(one)}</p>" for one in page.expected["paragraphs"]))
    assert article.text.split("\n\n") == page.expected["paragraphs"]


@pytest.mark.parametrize("page", STORIES, ids=[page.name for page in STORIES])
def test_what_was_cleaned_and_is_written_down_is_read_back(page: Page) -> None:
    article = cleannews.clean(page.source)
    if article.status is cleannews.Status.OK and "liveblog" not in page.name:  # its elements tell its clocks
        again = cleannews.clean(article.to_markdown())
        assert (again.text, again.title, again.authors) == (article.text, article.title, article.authors)


@pytest.mark.parametrize(
    "line",
    [
        ", the old quay at noon. Fot. Jan Lis",
        ", Autor: Jan Lis Foto: Jan Lis",
        "_" * 30,
        "[x-y.png]",
        "“",
        "*",
        "|",
    ],
)
def test_lines_without_words_before_a_sign_stop_nothing(line: str) -> None:
    paragraph = (
        "On {} the islands had bread and milk for three days more, said Mara Field, who runs the shop."
    )
    days = [
        paragraph.format(day) for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
    ]
    dump = "\n\n".join(("The islands wait for the ferry", *days[:3], line, *days[3:]))
    assert set(days) <= set(cleannews.clean(dump).text.split("\n\n"))
