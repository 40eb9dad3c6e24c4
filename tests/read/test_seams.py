"""Texts that a style sheet sets apart are parted where letters tell; other words stay whole."""

from __future__ import annotations

import pytest

from cleannews import clean
from cleannews.read.html import read_html
from cleannews.read.page import DEFAULT_LIMITS


def _texts(source: str) -> list[str]:
    return [segment.text for segment in read_html(source, DEFAULT_LIMITS).segments]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<div><span>By Ann Lee</span><span>3 May 2024</span></div>", "By Ann Lee 3 May 2024"),
        ("<div><span>Ann Lee</span><span>Sports reporter</span></div>", "Ann Lee Sports reporter"),
        ("<div><a href=/a>Ann Lee</a><time>Mar 6</time></div>", "Ann Lee Mar 6"),
        ("<li><b>3 May 2024</b><span>Updated 4 May</span></li>", "3 May 2024 Updated 4 May"),
        ("<div><span>Елена Маркова</span><span>18 марта</span></div>", "Елена Маркова 18 марта"),
        ("<div><span>文・高瀬由美</span><span>2024年3月1日</span></div>", "文・高瀬由美 2024年3月1日"),
        ("<div><span>लेखक: नीलिमा रावती</span><span>05/02/2024</span></div>", "लेखक: नीलिमा रावती 05/02/2024"),
        ("<div><span>بقلم ليلى الحداد</span><span>29/01/2024</span></div>", "بقلم ليلى الحداد 29/01/2024"),
        (
            "<div><a href=/a>Home</a> <span>The ferry</span><a href=/b>Sails again</a></div>",
            "Home The ferry Sails again",
        ),
    ],
)
def test_what_elements_part_is_parted(source: str, text: str) -> None:
    assert _texts(source) == [text]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p><span>The</span>Ferry sailed.</p>", "TheFerry sailed."),
        ("<h1><span>Ferry</span><span>Line</span></h1>", "FerryLine"),
        ("<div>H<sub>2</sub>O</div>", "H2O"),
        ("<div>40 km<sup>2</sup></div>", "40 km2"),
        ("<div>ProjectBud<sup>SM</sup></div>", "ProjectBudSM"),
        ("<div><b>W</b>orld news</div>", "World news"),
        ("<div><span>東京都庁</span><span>2024号室</span></div>", "東京都庁2024号室"),
        ("<div><span>第三回</span><b>1200人</b></div>", "第三回1200人"),
        ("<div><b>מטוס בואינג</b><span>737 800</span></div>", "מטוס בואינג737 800"),
        ("<div><b>NEW</b>York</div>", "NEWYork"),
        ("<div>the <b>ferry</b>man</div>", "the ferryman"),
        (f"<div><b>ferry</b>Sailed {'on and on ' * 30}</div>", f"ferrySailed {'on and on ' * 30}".strip()),
    ],
)
def test_a_word_with_an_element_inside_stays_whole(source: str, text: str) -> None:
    assert _texts(source) == [text]


def test_what_stands_in_the_input_has_no_space_more() -> None:
    page = read_html("<div><span>By Ann Lee</span><span>3 May 2024</span></div>", DEFAULT_LIMITS)
    assert page.segments[0].raw == "By Ann Lee3 May 2024"


def test_author_and_date_of_a_page_without_spaces_between_them_are_read() -> None:
    story = "".join(
        f"<p>It rained on day {n} in the valley, and the river rose by two metres.</p>" for n in range(4)
    )
    line = "<div><span>Oleh: Ratna Wulandari</span><span>Rabu, 17 Juli 2024 13:40 WIB</span></div>"
    article = clean(f"<html lang=id><h1>Rain without end</h1>{line}{story}")
    assert article.authors == ("Ratna Wulandari",)
    assert str(article.published).startswith("2024-07-17")
