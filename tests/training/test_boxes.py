from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

import pytest

from training.boxes import Boxed, box, main
from training.corpus import load_cases

if TYPE_CHECKING:
    from pathlib import Path

GOLD = [f"The river rose by {count} metres in the night to Monday." for count in range(2, 9)]
BOX = '<aside>Read more: <a href="/r">Rain in the whole valley</a></aside>'
TEXT = "</p><figure>Map</figure><p>".join(GOLD)
PAGE = f"""<html><body><nav><a href="/">News</a></nav><main><p>{TEXT}</p></main>
{BOX} <footer><div><a href="/i">All about us and our work</a></div></footer></body></html>"""


def boxed(seed: int, *, short: float = 0, page: str = PAGE) -> Boxed:
    made = box(page, GOLD, Random(seed), short=short)  # noqa: S311 - no secret
    assert made is not None
    return made


def test_boxes_move_between_paragraphs_and_nothing_is_lost_or_doubled() -> None:
    made = [boxed(seed) for seed in range(60)]
    assert {one.boxes for one in made} == {0, 1, 2}
    for one in made:
        assert one.gold == tuple(GOLD)
        for text in (*GOLD, "Read more", "All about us", ">News<"):
            assert one.page.count(text) == 1, (text, one.page)
        assert one.page.index(GOLD[0]) < one.page.index("Read more")
        assert one.page.index(GOLD[0]) < one.page.index("All about us")
    places = {sum(one.page.index(text) < one.page.index("Read more") for text in GOLD) for one in made}
    assert places >= {4, 5, 6, 7}, "before the last ones, and behind all where it was not moved"


def test_a_page_is_cut_with_its_gold_and_what_stood_between() -> None:
    made = [boxed(seed, short=1) for seed in range(40)]
    assert {len(one.gold) for one in made} == {2, 3, 4, 5, 6, 7}
    for one in made:
        assert one.gold == tuple(GOLD[: len(one.gold)])
        assert [text in one.page for text in GOLD] == [text in one.gold for text in GOLD]
        # the figures between two cut paragraphs go, the one behind the last that is left as well
        assert one.page.count("Map") == len(one.gold) - 1


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<p>No paragraph of the gold at all, however long it is.</p>",
        f"<div><p>{GOLD[0]}</p><p>{GOLD[1]}</p></div><div><p>{GOLD[2]}</p></div>",
    ],
)
def test_a_page_without_paragraphs_side_by_side_is_left_out(page: str) -> None:
    assert box(page, GOLD, Random(1), short=0) is None  # noqa: S311 - no secret


@pytest.mark.parametrize(
    "kept",
    [
        "<aside>Read more about the rain in the whole valley</aside>",
        '<aside><a href="/r">Rain</a></aside>',
        f'<aside><a href="/r">{GOLD[3]}</a></aside>',
        f'<aside><a href="/r">{"Rain in the whole valley " * 13}</a></aside>',
    ],
)
def test_what_is_no_box_stays_where_it_is(kept: str) -> None:
    page = PAGE.replace(BOX, kept)
    for seed in range(20):
        made = boxed(seed, page=page)
        assert made.page.index("</main>") < made.page.rindex("<aside>")


def test_the_same_page_has_the_same_boxes_in_every_run(tmp_path: Path) -> None:
    corpus = tmp_path / "pages"
    corpus.mkdir()
    (corpus / "a.html").write_text(PAGE, encoding="utf-8")
    (corpus / "b.html").write_text("<p>Nothing", encoding="utf-8")
    records = [{"id": name, "html": f"{name}.html", "gold": GOLD, "domain": "a.example"} for name in "ab"]
    (corpus / "cases.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    for out in ("one", "two"):
        assert main([str(corpus), "--out", str(tmp_path / out), "--copies", "2", "--short", "1"]) == 0
    found = [
        load_cases(tmp_path / out / f"pages.boxes{number}") for number in range(2) for out in ("one", "two")
    ]
    assert [[case.id for case in cases] for cases in found] == [["a"]] * 4
    assert found[0][0].read() == found[1][0].read() != found[2][0].read()
    assert 1 < len(found[2][0].gold) < len(GOLD)
