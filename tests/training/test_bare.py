from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from training.bare import Form, bare_page, bare_text, draw_form, main
from training.corpus import load_cases

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = Form(
    titled=False, signed=False, between="\n\n", width=0, paragraph="p", short="p", headline="h1", around=()
)
RECORD = {
    "id": "a",
    "html": "a.html",
    "title": "Rain & wind",
    "authors": ["Ann Lee", "Bo Ek"],
    "date": "2024-05-03T10:00:00",
    "gold": ["The river rose by two metres.", "What comes next", "", "It <rained> on."],
    "type": "article",
    "domain": "a.test",
}


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (PLAIN, "The river rose by two metres.\n\nWhat comes next\n\nIt <rained> on."),
        (replace(PLAIN, between=" "), "The river rose by two metres. What comes next It <rained> on."),
        (replace(PLAIN, width=12), "The river\nrose by two\nmetres.\n\nWhat comes\nnext\n\nIt <rained>\non."),
        (
            replace(PLAIN, titled=True, signed=True, between="\n"),
            (
                "Rain & wind\nAnn Lee, Bo Ek\n2024-05-03\n"
                "The river rose by two metres.\nWhat comes next\nIt <rained> on."
            ),
        ),
    ],
)
def test_a_text_is_the_article_in_its_form(form: Form, text: str) -> None:
    assert bare_text(RECORD, form) == text


@pytest.mark.parametrize(
    ("form", "there"),
    [
        (PLAIN, ("<p>The river rose by two metres.</p>\n<p>What comes next</p>", "&lt;rained&gt;")),
        (replace(PLAIN, short="h2"), ("<h2>What comes next</h2>\n<p>It",)),
        (replace(PLAIN, short="strong"), ("<p><strong>What comes next</strong></p>",)),
        (replace(PLAIN, paragraph="br"), ("metres.<br><br>\n<p>What",)),
        (replace(PLAIN, titled=True, headline="title"), ("<title>Rain &amp; wind</title>\n<p>The",)),
        (replace(PLAIN, titled=True, signed=True), ("<h1>Rain &amp; wind</h1>\n<div>Ann Lee, Bo Ek</div>",)),
        (replace(PLAIN, around=("html", "body")), ("<html><body><p>The", "on.</p></body></html>")),
    ],
)
def test_a_page_is_the_article_in_its_form(form: Form, there: tuple[str, ...]) -> None:
    page = bare_page(RECORD, form)
    assert [part for part in there if part not in page] == []


def test_what_a_corpus_does_not_have_is_left_out() -> None:
    form = replace(PLAIN, titled=True, signed=True)
    assert bare_text({"title": None, "authors": None, "date": None, "gold": ["Rain."]}, form) == "Rain."
    assert bare_page({"gold": ["Rain."]}, form) == "<p>Rain.</p>"


def test_every_form_is_drawn() -> None:
    drawn = [draw_form(Random(seed)) for seed in range(300)]  # noqa: S311 - no secret
    assert {form.between for form in drawn} == {"\n\n", "\n", " "}
    assert {form.paragraph for form in drawn} == {"p", "div", "br"}
    assert all(form.between == "\n\n" for form in drawn if form.width)


def test_the_same_article_has_the_same_form_in_every_run(tmp_path: Path) -> None:
    corpus = tmp_path / "pages"
    corpus.mkdir()
    (corpus / "a.html").write_text("<p>The river rose.")
    (corpus / "cases.jsonl").write_text(json.dumps(RECORD) + "\n")
    for run in ("one", "two"):
        assert main(["--out", str(tmp_path / run), str(corpus)]) == 0
    for folder, kind in (("pages.bare.txt0", "text"), ("pages.bare.html0", "html")):
        cases = [load_cases(tmp_path / run / folder)[0] for run in ("one", "two")]
        assert cases[0].read() == cases[1].read()
        assert (cases[0].kind, cases[0].domain) == (kind, "a.test")
