from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

import pytest

from training.corpus import load_cases
from training.shorten import main, shorten

if TYPE_CHECKING:
    from pathlib import Path

GOLD = [
    f"The river rose by {count} metres in the night, and nobody had seen it before." for count in range(12)
]
PAGE = (
    "<title>Rain</title><nav><ul><li>News</li><li>Sport</li></ul></nav><h1>Rain</h1><div>"
    + "".join(f"<p>{one.replace('river', '<b>river</b>')}</p> " for one in GOLD)
    + "</div><aside><ul><li>Ferry company orders two ships</li></ul></aside>"
)


def _rng(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - no secret


def test_an_article_is_cut_to_its_first_paragraphs() -> None:
    sizes, thinned = set(), set()
    for seed in range(60):
        short = shorten(PAGE, GOLD, _rng(seed))
        assert short is not None
        page, gold = short
        text = page.replace("<b>", "").replace("</b>", "")
        assert gold == GOLD[: len(gold)]
        assert [one in text for one in GOLD] == [one in gold for one in GOLD]
        assert "<h1>Rain</h1>" in page
        sizes.add(len(gold))
        thinned.add("Ferry company" not in page)
    assert min(sizes) == 2, "two paragraphs make 25 words"
    assert max(sizes) == 9
    assert thinned == {True, False}


@pytest.mark.parametrize(
    ("page", "gold"),
    [
        ("", GOLD),
        (PAGE, GOLD[:1]),
        (PAGE, [*GOLD, "This was never on the page."]),
        (PAGE, [f"{GOLD[0]} {GOLD[1]}", *GOLD[2:]]),
    ],
)
def test_what_could_not_be_told_apart_is_left_alone(page: str, gold: list[str]) -> None:
    assert shorten(page, gold, _rng(1)) is None


def test_text_behind_what_is_taken_away_stays() -> None:
    page = f"<div><p>{GOLD[0]}</p><p>{GOLD[1]}</p><p>{GOLD[2]}</p>Ann Lee</div>"
    short = shorten(page, GOLD[:3], _rng(1))
    assert short is not None
    assert (short[1], "Ann Lee" in short[0], GOLD[2] in short[0]) == (GOLD[:2], True, False)


def test_a_paragraph_that_stands_twice_is_taken_away_once() -> None:
    twice = [*GOLD, GOLD[-1]]
    short = shorten(PAGE, twice, _rng(1))
    assert short is not None
    assert GOLD[-1] not in short[0]


def test_the_same_page_is_cut_alike_in_every_run(tmp_path: Path) -> None:
    corpus = tmp_path / "pages"
    corpus.mkdir()
    (corpus / "a.html").write_text(PAGE)
    record = {"id": "a", "html": "a.html", "gold": GOLD, "type": "article", "domain": "a.test"}
    other = {**record, "id": "b", "type": "listing"}
    (corpus / "cases.jsonl").write_text(json.dumps(record) + "\n" + json.dumps(other) + "\n")
    for run in ("one", "two"):
        assert main(["--out", str(tmp_path / run), "--copies", "2", str(corpus)]) == 0
    for copy in ("pages.short0", "pages.short1"):
        cases = [load_cases(tmp_path / run / copy) for run in ("one", "two")]
        assert cases[0][0].read() == cases[1][0].read()
        assert [(case.kind, case.domain, len(case.gold) < len(GOLD)) for case in cases[0]] == [
            ("text", "a.test", True)
        ]
