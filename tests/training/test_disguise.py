from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from training.corpus import load_cases
from training.disguise import Disguise, disguise, draw_disguise, main

if TYPE_CHECKING:
    from pathlib import Path

OPEN = Disguise("kept", frozenset(), metas=True, jsonld=True, head=True, part=1.0)
PAGE = """<html lang="en"><head><meta name="author" content="Ada"><title>Rain</title>
<script type="application/ld+json">{"headline": "Rain"}</script></head><body>
<article class="story wide" id="a1" role="main" data-x="1"><h2 class="story">Rain in the valley</h2>
<p aria-hidden="false">The river rose by two metres. class="story" is written so.</p></article>
<nav><a class="wide" href="/n">News</a></nav></body></html>"""


@pytest.mark.parametrize(
    ("style", "there", "gone"),
    [
        (OPEN, ('class="story wide"', "Ada", "headline", '<html lang="en">'), ()),
        (replace(OPEN, names="dropped"), ('href="/n"', 'class="story" is'), ("data-x", "aria-", '"a1"')),
        (replace(OPEN, names="renamed"), ('class="x0 x1"', 'class="x0"', 'class="x1"', '"main"'), ('"a1"',)),
        (replace(OPEN, plain=frozenset({"article", "nav"})), ("<div class", "<h2"), ("<article", "<nav")),
        (replace(OPEN, metas=False), ("headline", "<title>"), ("Ada",)),
        (replace(OPEN, jsonld=False), ("Ada", "<title>"), ("headline",)),
        (replace(OPEN, head=False), ("<body>", "rose"), ("Ada", "<title>", "headline")),
        (replace(OPEN, part=0.5), ("<title>",), ("News",)),
    ],
)  # fmt: skip
def test_a_page_hides_what_its_disguise_says(
    style: Disguise, there: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    page = disguise(PAGE, style)
    assert [text for text in there if text not in page] == []
    assert [text for text in gone if text in page] == []


def test_no_disguise_loses_a_word_of_the_text() -> None:
    drawn = [draw_disguise(Random(seed)) for seed in range(300)]  # noqa: S311 - no secret
    for style in drawn:
        page = disguise(PAGE, replace(style, part=1.0))
        for text in ("Rain in the valley", "rose by two metres", ">News<"):
            assert page.count(text) == 1, (text, style)
    assert {style.names for style in drawn} == {"kept", "dropped", "renamed"}
    assert {style.part < 1 for style in drawn} == {True, False}


def test_a_page_without_elements_stays_as_it_is() -> None:
    assert disguise("", OPEN) == ""


def test_the_same_page_has_the_same_disguise_in_every_run(tmp_path: Path) -> None:
    corpus = tmp_path / "pages"
    corpus.mkdir()
    (corpus / "a.html").write_text(PAGE)
    record = {"id": "a", "html": "a.html", "gold": ["The river rose"], "type": "article", "domain": "a.test"}
    (corpus / "cases.jsonl").write_text(json.dumps(record) + "\n")
    for run in ("one", "two"):
        assert main(["--out", str(tmp_path / run), "--copies", "2", str(corpus)]) == 0
    for copy in ("pages.disguise0", "pages.disguise1"):
        cases = [load_cases(tmp_path / run / copy)[0] for run in ("one", "two")]
        assert cases[0].read() == cases[1].read()
        assert (cases[0].kind, cases[0].domain) == ("html", "a.test")
