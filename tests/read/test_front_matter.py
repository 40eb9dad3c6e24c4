"""The front matter of a Markdown file is no text, and says what it says."""

from __future__ import annotations

from datetime import date

import pytest

import cleannews
from cleannews.read.front_matter import front_hints, front_span

STORY = (
    "The council of the island voted on Monday night to let the ferry sail after dark.",
    "Residents had argued about the noise for two years, and the vote was close.",
    "The first late crossing leaves the harbour on the first of May, the company said.",
)
TITLE = "Island council: night ferry"
PAGE = (
    f'<html lang="en"><head><title>{TITLE}</title>'
    '<meta name="author" content="Mara Field"><meta property="og:site_name" content="Harbour Post">'
    '<meta property="article:published_time" content="2024-05-01"></head>'
    f"<body><h1>{TITLE}</h1>{''.join(f'<p>{text}</p>' for text in STORY)}</body></html>"
)


def test_what_was_written_as_markdown_is_read_back() -> None:
    article = cleannews.clean(PAGE)
    again = cleannews.clean(article.to_markdown())
    assert (again.title, again.text, again.authors) == (TITLE, article.text, ("Mara Field",))
    assert (again.published, again.site_name) == (article.published, "Harbour Post")
    assert cleannews.clean(again.to_markdown()).text == article.text


@pytest.mark.parametrize(
    "front",
    [
        "title: Night ferry\ndate: 2024-05-01\nauthor: Mara Field",
        'layout: post\ntitle: "Night ferry"\ndate: 2024-05-01\nauthors:\n  - Mara Field',
        "# of the paper\ntitle: 'Night ferry'\ndate: 2024-05-01\nauthors: [Mara Field]",
        'title = "Night ferry"\ndate = 2024-05-01T10:00:00Z\nauthors = ["Mara Field"]\n[params]\nweight = 3',
    ],
)
@pytest.mark.parametrize("title", ["# Night ferry\n\n", ""])
def test_front_matter_of_other_programs(front: str, title: str) -> None:
    fence = "+++" if " = " in front else "---"
    dump = f"{fence}\n{front}\n{fence}\n\n{title}" + "\n\n".join(STORY)
    article = cleannews.clean(dump)
    assert (article.title, article.authors) == ("Night ferry", ("Mara Field",))
    assert str(article.published).startswith(str(date(2024, 5, 1)))
    assert article.text == "\n\n".join(STORY)
    assert article.blocks[0].reason == "front_matter"
    assert article.blocks[0].raw == dump[: article.blocks[0].end]


@pytest.mark.parametrize(
    "head",
    [
        "Title: Night ferry\nAuthor: Mara Field\nDate: 2024-05-01\nURL: https://post.example/a",
        "TITLE: Night ferry\n\nBYLINE: Mara Field\n\nPUBLISHED: 1 May 2024\n\nTEXT:",
        "Title: Night ferry\nURL Source: /a\nPublished Time: 2024-05-01\nBy: Mara Field\nMarkdown Content:",
        "  Headline : Night ferry\r\n  Authors : Mara Field\r\n  Published on : May 1, 2024\r\n  Words : 31",
        "Titel: Night ferry\nAutorin: Mara Field\nDatum: 1. Mai 2024\nQuelle: Harbour Post",
        "标题：Night ferry\n作者：Mara Field\n发布时间：2024-05-01",
        "शीर्षक: Night ferry\nलेखक: Mara Field\nतारीख: 2024-05-01",
    ],
)
def test_labelled_lines_at_the_top_are_front_matter(head: str) -> None:
    dump = f"{head}\n\n" + "\n\n".join(STORY)
    article = cleannews.clean(dump)
    assert (article.title, article.authors) == ("Night ferry", ("Mara Field",))
    assert str(article.published).startswith("2024-05-01")
    assert article.text == "\n\n".join(STORY)
    assert article.blocks[0].reason == "front_matter"


@pytest.mark.parametrize(
    "dump",
    [
        "Title: a word with a history\n\nIt comes from Latin.",
        "Title: Night ferry\nThe council voted.\nDate: 2024-05-01",
        "Author: Mara Field\nDate: 2024-05-01\n\nThe council voted.",
        "Night ferry\nAuthor: Mara Field\nDate: 2024-05-01",
        "Title: Night ferry\nTitle: Day ferry\nThe council voted.",
        "Title: Night ferry\nText: Mara Field\nThe council voted.",
        "Titles: none\nAuthors: none",
    ],
)
def test_text_that_begins_with_a_label_is_no_front_matter(dump: str) -> None:
    assert front_span(dump) is None
    assert not front_hints(dump).metas


@pytest.mark.parametrize(
    "dump",
    [
        "---\n\nIsland council backs night ferry\n\n---\n\nThe council voted.",
        "---\nNote: the ferry is late\n---\nThe council voted.",
        "---\nThe title: a story\nof the harbour\nand its ferry\n---\nThe council voted.",
        "title: Night ferry\n---\nThe council voted.",
        "---\ntitle: Night ferry\n\nThe council voted.",
        "---",
        "",
    ],
)
def test_a_rule_is_no_front_matter(dump: str) -> None:
    assert front_span(dump) is None
    assert not front_hints(dump).metas


READER = "Title: {}\n\nURL Source: https://www.harbourpost.example/a\n\nMarkdown Content:\n{}"


@pytest.mark.parametrize(
    ("declared", "shown"),
    [
        ("Night ferry sails after dark | Harbour Post", "Night ferry sails after dark"),
        ("Night ferry sails after dark - News - Harbour Post", "Night ferry sails after dark"),
        ("Night ferry sails after dark", "Night ferry sails after dark"),
    ],
)
def test_the_title_of_a_reader_service_is_that_of_the_page(declared: str, shown: str) -> None:
    menu = "* [Home](/)\n* [News](/news)\n* [Sport](/sport)"
    text = "\n\n".join([f"# {shown}", "By Mara Field", "May 1, 2024", *STORY])
    article = cleannews.clean(READER.format(declared, f"{menu}\n\n{text}"))
    assert (article.title, article.authors) == (shown, ("Mara Field",))
    assert str(article.published).startswith("2024-05-01")
    assert article.text == "\n\n".join(STORY)


def test_a_title_that_no_heading_shows_is_believed() -> None:
    article = cleannews.clean(READER.format(TITLE, "\n\n".join(STORY)))
    assert (article.title, article.text) == (TITLE, "\n\n".join(STORY))


def test_a_file_whose_text_is_one_of_the_values() -> None:
    front = '---\ntitle: "Island council: night ferry"\nauthor: Mara Field\ndate: 2024-05-01\nbody: |\n'
    article = cleannews.clean(front + "\n\n".join(f"  {text}" for text in STORY))
    assert (article.title, article.authors) == (TITLE, ("Mara Field",))
    assert article.text == "\n\n".join(STORY)


def test_the_head_that_a_database_writes() -> None:
    head = "Record: 1\nTitle: Night ferry\nAuthors: Field, Mara\nDocument Type: Article\nISSN: 2201-5639\n"
    article = cleannews.clean(f"{head}Database: Harbour Complete\n\n" + "\n\n".join(STORY))
    assert (article.title, article.text) == ("Night ferry", "\n\n".join(STORY))
