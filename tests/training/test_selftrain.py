from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import cleannews
from cleannews.labels import Kind
from training.corpus import FOLDS, case_of, load_cases, load_records
from training.predict import fold_weights
from training.selftrain import is_vouched_for, main, read_by_all

if TYPE_CHECKING:
    from cleannews.article import Article

PARAGRAPHS = tuple(
    f"The council of the valley spoke about {what} on Monday night, and it will decide in spring. "
    f"Those who live beside {what} were asked first, the mayor said, and most of them agreed."
    for what in ("the bridge", "the ferry", "the old school", "the mill", "a new road to the harbour")
)
PAGE = f"""<html lang="en"><head><title>Bridge</title></head>
<body><nav><a href="/">Home</a><a href="/n">News</a></nav>
<article><h1>Council speaks about the bridge</h1>{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}</article>
<footer>All rights reserved by the Valley Post</footer></body></html>"""


@pytest.fixture
def article() -> Article:
    return cleannews.clean(PAGE)


@pytest.mark.parametrize(
    ("record", "vouched"),
    [
        ({}, True),
        ({"with": ["beside the ferry  were"], "without": ["rights reserved"]}, True),
        ({"with": ["the ferry", "a snippet that is not there"]}, False),
        ({"without": ["the ferry"]}, False),
    ],
)
def test_a_page_is_vouched_for_by_its_snippets(
    article: Article, record: dict[str, list[str]], *, vouched: bool
) -> None:
    assert is_vouched_for(article, record) is vouched


@pytest.mark.parametrize(
    "page",
    [
        "<p>Rain fell in the valley on Monday, and the river rose by two metres.</p>",
        "",
        "<ul>" + "<li><a href='/x'>A headline of another page</a></li>" * 40 + "</ul>",
    ],
)
def test_a_short_or_doubtful_page_is_not_vouched_for(page: str) -> None:
    assert not is_vouched_for(cleannews.clean(page), {})


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "valley"
    folder.mkdir()
    (folder / "a.html").write_text(PAGE, encoding="utf-8")
    records = [
        {"id": "a", "html": "a.html", "domain": "valley.example", "with": ["the ferry"]},
        {"id": "b", "html": "a.html", "domain": "valley.example", "with": ["the airport"]},
    ]
    text = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "cases.jsonl").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    folder = tmp_path / "weights"
    folder.mkdir()
    shipped = Path(cleannews.__file__).parent / "label" / "data" / "model_html.npz"
    for fold in range(FOLDS):
        shutil.copy(shipped, fold_weights(folder, Kind.HTML, fold))
    return folder


def test_the_folds_that_are_one_agree(corpus: Path, weights: Path) -> None:
    case = case_of(corpus, load_records(corpus)[0])
    ours, agreement = read_by_all(case, weights)
    assert agreement == 1
    assert ours.title == "Council speaks about the bridge"


def test_the_command_writes_what_is_vouched_for(corpus: Path, weights: Path, tmp_path: Path) -> None:
    assert main([str(corpus), "--weights", str(weights), "--out", str(tmp_path / "out")]) == 0
    (case,) = load_cases(tmp_path / "out" / "self-valley")
    assert case.id == "a"
    assert case.domain == "valley.example"
    assert case.gold == PARAGRAPHS
    assert case.read() == PAGE.encode()
