"""Files in ``data:`` addresses are cut out; short addresses that a text speaks of stay."""

from __future__ import annotations

import pytest

from cleannews import clean
from cleannews.read.embedded import without_files
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text
from tests.read.test_text import assert_covers

FILE = "iVBORw0KGgoAAAANSUhEUgAAAHgAAAB4CAYAAAA5ZDbSAAAJ1ElEQVR4Xu2d23brMAhE2///" * 60


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (f"![Code](data:image/png;base64,{FILE}) It rained.", "![Code](data:image/png;base64,) It rained."),
        (
            f"![](data:image/svg+xml;charset=utf-8,%3Csvg{FILE}) Rain",
            "![](data:image/svg+xml;charset=utf-8,) Rain",
        ),
        (f'<img src="data:image/gif;base64,{FILE}" /> Rain', '<img src="data:image/gif;base64,"/> Rain'),
        (f"url(data:font/woff2;base64,{FILE}) Rain", "url(data:font/woff2;base64,) Rain"),
        (f"Rain data:image/png;base64,{FILE}", "Rain data:image/png;base64,"),
    ],
)
def test_files_are_cut_out(source: str, shown: str) -> None:
    found = without_files(source)
    assert found is not None
    assert found.text.replace(" />", "/>") == shown
    assert_covers(read_text(source, DEFAULT_LIMITS))


@pytest.mark.parametrize(
    "source",
    [
        "A page may hold data:image/png;base64,iVBORw0KGgo= and show a dot.",
        "The council gave out its data: image, sound and text.",
        "data:image/png;base64 is how such an address begins.",
        "Rain data:, fog data: " + "and snow " * 40,
    ],
)
def test_what_only_speaks_of_them_stays(source: str) -> None:
    assert without_files(source) is None


def test_a_picture_inside_does_not_hide_the_language() -> None:
    menu = "".join(f"  * [{name}](/{place})\n" for place, name in enumerate(("首页", "新闻", "体育", "财经")))
    story = "五月二十日清晨，渡轮公司与岛上的居民代表会面，讨论码头的维修费用由谁承担。\n\n" * 3
    article = clean(f"# 渡轮公司与居民会面\n\n![扫一扫](data:image/png;base64,{FILE})\n\n{menu}\n{story}")
    assert article.language == "zh"
    assert "iVBORw0" not in article.text
