"""Heads of pages that ran together on a line, in dumps whose paragraphs have lines of their own."""

from __future__ import annotations

import pytest

from cleannews import clean
from cleannews.labels import Kind, Label
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS

PARAGRAPHS = tuple(
    f"On {day} the islands had bread and milk for three days more, said Mara Field, who runs the shop."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)


def blocks(line: str) -> list[str]:
    """The blocks that a line above some paragraphs is cut into."""
    page, _ = read("\n".join((line, *PARAGRAPHS)), kind=Kind.TEXT, limits=DEFAULT_LIMITS)
    return [segment.text for segment in page.segments if segment.text not in PARAGRAPHS]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Ferry stays in harbour for a weekPádraig LenihanSun, 02 Oct, 2022 - 18:05Share",
            ["Ferry stays in harbour for a week", "Pádraig Lenihan", "Sun, 02 Oct, 2022 - 18:05", "Share"],
        ),
        (
            "Why the ferry stays in harbour47CommentsBy Becky Thornley, 9 MAR 2022Bookmark",
            ["Why the ferry stays in harbour", "47Comments", "By Becky Thornley, 9 MAR 2022", "Bookmark"],
        ),
        (
            "Abena Serwaa23rd November 2021 2 340Some ferries stay in harbourCedi falls again",
            ["Abena Serwaa", "23rd November 2021 2 340", "Some ferries stay in harbour", "Cedi falls again"],
        ),
        (
            "Ferry stays in harbour - The Old Mail HomeNewsHarbour Watch",
            ["Ferry stays in harbour - The Old Mail", "Home", "News", "Harbour Watch"],
        ),
    ],
)
def test_a_line_that_ran_together_comes_apart(line: str, expected: list[str]) -> None:
    assert blocks(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "KabarLereng writes that the ferry of SuaraPesisir stays in harbour",
        'const data = @import("std"); pub fn getData(num: []u8) DataError3 { return std.fmt; }',
        "Trains of McKinsey and 3Blue1Brown ran on time because the rails are new and the bridge is old",
    ],
)
def test_names_and_program_text_stay_whole(line: str) -> None:
    assert blocks(line) == [line]


def test_a_name_that_stands_often_stays_whole_in_a_line_that_ran_together() -> None:
    line = (
        "SuaraPesisir writes that the ferry stays in harbour for a week, as SuaraPesisir has it from the "
        "owner of the shop at the old quay SuaraPesisirMonday, 4 December 2023Share this with SuaraPesisir"
    )
    assert all("Suara" not in block or "SuaraPesisir" in block for block in blocks(line))


def test_a_stamp_comes_apart_in_scripts_without_capitals() -> None:
    head = "청연시 심야 마을버스 여섯 개 노선 시범 운행 요금 천오백원입력2023-11-02 14:05박지훈 기자"
    lead = "청연시는 이달부터 마을버스 여섯 개 노선을 다음 날 오전 두 시까지 연장 운행한다고 밝혔다"
    texts = blocks(f"{head} {lead} 시는 노선을 늘린다")
    assert any(text.endswith("천오백원") for text in texts)
    assert any(text == "입력2023-11-02 14:05" for text in texts)


def test_the_head_of_such_a_dump_is_read() -> None:
    head = (
        "Harbour PostNewsSportHome > News > IslandsFerry stays in harbour for a week"
        "Pádraig LenihanSun, 02 Oct, 2022 - 18:05Share"
    )
    article = clean("\n".join((head, *PARAGRAPHS)))
    assert article.title == "Ferry stays in harbour for a week"
    assert article.authors == ("Pádraig Lenihan",)
    assert str(article.published)[:10] == "2022-10-02"
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


def test_a_title_below_the_name_of_the_site_is_found_on_one_line() -> None:
    title = "Ferry to the islands stays in harbour for a week"
    site = "Portal of the Coast"
    head = f"{site} | News of the coast Home » Islands » {title} {title} By Ann Lee"
    assert clean(f"{head} {' '.join(PARAGRAPHS)} © 2024 {site}.").title == title


def test_chinese_sentences_on_one_line_are_joined_without_a_space() -> None:
    title = "青石县老旧小区加装电梯突破二百部"
    text = (
        "家住河东街道的李桂芳今年七十六岁，住在六楼。上个月电梯正式投入使用。"
        "“以前买一趟菜要歇三次，现在一分钟就到家门口了。”李桂芳笑着说。"
    )
    more = (
        "据介绍，该单元加装电梯总费用为五十二万元，其中政府补贴二十万元，"
        "其余由十二户居民按楼层分摊。下一步计划年内再开工六十部。"
    )
    article = clean(f"{title} 首页 新闻 {title} 2023-09-19 {text} {more}")
    assert text in article.text
    assert more in article.text


def test_headings_that_the_layout_sets_apart_from_a_box_are_of_the_text() -> None:
    first, second, *others = PARAGRAPHS
    box = ("Read also", "Bridge opens in May after years", "Keeper of the light wins a medal")
    heading = "Help is on its way"
    title = "Ferry stays in harbour for a week"
    article = clean("\n\n".join((title, first, second, "\n".join(box), heading, *others)))
    assert [block.label for block in article.blocks if block.text == heading] == [Label.SUBHEADING]
    assert "Keeper" not in article.text
