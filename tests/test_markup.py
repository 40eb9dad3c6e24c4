from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.markup import FRONT_MATTER, escape, markdown


def record(*paragraphs: tuple[str, str], **values: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON value
    plain: dict[str, Any] = dict.fromkeys(FRONT_MATTER)
    pieces = [{"kind": kind, "text": text} for kind, text in paragraphs]
    return {**plain, "authors": [], "tags": [], "paragraphs": pieces, **values}


def body(*paragraphs: tuple[str, str], **values: Any) -> str:  # noqa: ANN401 - any JSON value
    return markdown(record(*paragraphs, **values)).partition("\n---\n\n")[2]


def test_paragraphs_are_written_by_their_kind() -> None:
    written = body(
        ("standfirst", "What the night left."),
        ("body", "It rained."),
        ("subheading", "At the bridge"),
        ("list_item", "Two boats"),
        ("list_item", "A barge"),
        ("quote", "We were lucky."),
        ("body", "So they say."),
        title="River rises",
    )
    assert written == (
        "# River rises\n\nWhat the night left.\n\nIt rained.\n\n## At the bridge\n\n"
        "- Two boats\n- A barge\n\n"
        "> We were lucky.\n\nSo they say.\n"
    )


def test_line_breaks_inside_a_paragraph_stay() -> None:
    assert body(("quote", "One\nTwo")) == "> One\\\n> Two\n"
    assert body(("list_item", "One\nTwo")) == "- One\\\n  Two\n"
    assert body(("table", "Town\tRain\nUlmen\t7")) == "Town\tRain\\\nUlmen\t7\n"
    assert body(("subheading", "One\nTwo")) == "## One Two\n"


def test_an_empty_article_is_front_matter_alone() -> None:
    assert markdown(record(status="empty")) == '---\nstatus: "empty"\n---\n'


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("# no heading", r"\# no heading"),
        ("###### deep", r"\###### deep"),
        ("#", r"\#"),
        ("> no quote", r"\> no quote"),
        ("- no bullet", r"\- no bullet"),
        ("+ no bullet", r"\+ no bullet"),
        ("* no bullet", r"\* no bullet"),
        ("-", r"\-"),
        ("---", r"\---"),
        ("- - -", r"\- - -"),
        ("***", r"\*\*\*"),
        ("___", r"\_\_\_"),
        ("===", r"\==="),
        ("1. no list", r"1\. no list"),
        ("12) no list", r"12\) no list"),
        ("--- | ---", r"\--- | ---"),
        ("|a|b|", r"\|a|b|"),
        ("[note]: http://a.example", r"\[note]: http://a.example"),
        ("```", r"\`\`\`"),
        ("~~~", r"\~\~\~"),
        ("    code", "code"),
        ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
        ("<!-- gone -->", r"\<!-- gone -->"),
        ("<http://a.example>", r"\<http://a.example>"),
        ("a [link](javascript:b)", r"a [link\](javascript:b)"),
        ("![x](y)", r"![x\](y)"),
        ("AT&amp;T", r"AT\&amp;T"),
        ("&#60;b&#62;", r"\&#60;b\&#62;"),
        ("*very* _much_ so", r"\*very\* \_much\_ so"),
        (r"a \* b", r"a \\\* b"),
        ("ends in \\", r"ends in \\"),
        ("~~gone~~", r"\~\~gone\~\~"),
    ],
)
def test_what_would_be_markup_is_escaped(line: str, written: str) -> None:
    assert escape(line) == written


@pytest.mark.parametrize(
    "line",
    [
        "#hashtag of the day",
        "-5 degrees at night",
        "–  a dash that is none",
        "1.5 metres in a night",
        "2031 was dry.",
        "1,000. That was the number",
        "snake_case_name stays",
        "AT&T and Q&A so it goes",
        "3 < 4 and 5 > 4, x <3",
        "He [the mayor] said so",
        r"C:\Users\mira",
        "a = b",
        "Straße, café, 東京, قطر",
        "a|b",
        "=5",
    ],
)
def test_what_is_no_markup_is_not_touched(line: str) -> None:
    assert escape(line) == line


def test_a_heading_that_ends_in_hashes_keeps_them() -> None:
    assert body(title="Learning C #") == "# Learning C \\#\n"
    assert body(("subheading", "F##")) == "## F#\\#\n"


def test_a_heading_escapes_only_what_counts_inside_a_line() -> None:
    assert (
        body(("subheading", "1. The *first* day"), title="- no list")
        == "# - no list\n\n## 1. The \\*first\\* day\n"
    )


def test_the_front_matter_says_what_is_known() -> None:
    written = markdown(
        record(
            title='He said: "no" # not yet\nnow',
            authors=["Mira Holt", "- Lena: Ort"],
            published="2031-05-04",
            image={"url": "https://news.example/a.jpg", "caption": None, "credit": None},
            tags=[],
            word_count=0,
            confidence=0.5,
            language="de",
        )
    )
    assert written.startswith(
        '---\ntitle: "He said: \\"no\\" # not yet\\nnow"\nauthors: ["Mira Holt", "- Lena: Ort"]\n'
        'published: "2031-05-04"\nlanguage: "de"\nimage: "https://news.example/a.jpg"\n'
        "word_count: 0\nconfidence: 0.5\n---\n"
    )


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_title_stays_one_line_of_front_matter(title: str) -> None:
    """Every value is JSON, which YAML contains; a page cannot end the front matter or add keys to it."""
    lines = markdown(record(title=title, status="ok")).split("\n---\n", 1)[0].split("\n")
    assert lines[0] == "---"
    values = dict(line.split(": ", 1) for line in lines[1:])
    assert set(values) <= {"title", "status"}
    assert json.loads(values.get("title", '""')) == title
    assert not any(mark in line for line in lines for mark in "\x7f\x85\u2028\u2029\ufeff")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_escaping_adds_backslashes_and_nothing_else(line: str) -> None:
    assert escape(line).replace("\\", "") == line.strip().replace("\\", "")


def test_long_lines_take_linear_time() -> None:
    for piece in ("- ", "[", "&", "<", "_", "\\", "#", "`", "|-"):
        assert len(escape(piece * 200_000)) >= 199_999
