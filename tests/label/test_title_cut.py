"""A title that is known is found inside longer lines of a dump."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleannews
from cleannews.label.title_cut import cut_at_title
from cleannews.labels import Label
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text
from tests.read.test_text import assert_covers

TITLE = "Rain stops the old ferry"
STORY = (
    "It rained all day in the valley, and the river rose by two metres. "
    "The ferry was stopped at noon, and a hundred people waited on the quay until the evening."
)


@pytest.mark.parametrize(
    ("dump", "blocks"),
    [
        (f"Home News Sport {TITLE} {STORY}", ["Home News Sport", TITLE]),
        (f"Home News Sport {TITLE} By Ann Lee {STORY}", ["Home News Sport", TITLE]),
        (f"Home News Sport\n{TITLE} 3 May 2024\n\n{STORY}", ["Home News Sport", TITLE, "3 May 2024"]),
        (f"HomeNewsSport{TITLE}3 May 2024\n\n{STORY}", [TITLE, "3 May 2024"]),
        (f"{TITLE}. {STORY}", [f"{TITLE}."]),
        (f"{TITLE} {STORY} {TITLE} Share this", [TITLE, TITLE, "Share this"]),
        (f"Home\nRain stops\nthe old ferry 3 May\n\n{STORY}", ["Home", TITLE, "3 May"]),
    ],
)
def test_a_title_becomes_a_block_of_its_own(dump: str, blocks: list[str]) -> None:
    cut = cut_at_title(read_text(dump, DEFAULT_LIMITS), TITLE)
    found = [segment.text for segment in cut.segments]
    assert [text for text in found if text in blocks] == blocks
    assert_covers(cut)


@pytest.mark.parametrize(
    ("title", "dump"),
    [
        (TITLE, STORY),
        (TITLE, f"“{TITLE}” was the news. {STORY}"),
        (TITLE, f"In the report ({TITLE}) it says so. {STORY}"),
        (TITLE, f"{TITLE} on Sunday, too. {STORY}"),
        (TITLE, f"It said, {TITLE}. {STORY}"),
        (f"{TITLE} - Valley Post", f"The {TITLE} of yore. {STORY}"),
        (TITLE, f"{TITLE}man. {STORY}"),
        ("The ferry", f"The ferry Home News {STORY}"),
        ("Ferry", f"Ferry Home News {STORY}"),
        ("", STORY),
    ],
)
def test_a_sentence_that_says_the_same_is_left(title: str, dump: str) -> None:
    page = read_text(dump, DEFAULT_LIMITS)
    assert cut_at_title(page, title) == page


def test_the_menu_and_the_title_go_and_the_text_stays() -> None:
    article = cleannews.clean(f"Home News Sport {TITLE} {STORY}", hints={"title": f"{TITLE} - Valley Post"})
    assert (article.title, article.text) == (TITLE, STORY)
    assert [block.label for block in article.blocks if block.text == TITLE] == [Label.TITLE]


def test_a_title_in_other_words_marks_where_the_article_begins() -> None:
    dump = f"Home\nNews\nSport\n\nOld ferry stopped by the rain\n\nBy Ann Lee\n\n{STORY}"
    article = cleannews.clean(dump, hints={"title": "Old ferry is stopped for a day"})
    assert article.title == "Old ferry is stopped for a day"
    assert (article.text, article.authors) == (STORY, ("Ann Lee",))
    assert [block.label for block in article.blocks if block.text.startswith("Old ferry")] == [Label.TITLE]


def test_without_a_common_word_the_first_line_is_no_title() -> None:
    dump = f"A hundred people waited\n\n{STORY}"
    shown = cleannews.clean(dump, hints={"title": "Heavy weather in spring"})
    assert not [block for block in shown.blocks if block.label is Label.TITLE]


@given(
    st.lists(
        st.sampled_from([TITLE, "Home", "Rain stops", "\n", "the old ferry", "It rained. ", " ", "3 May"])
    )
)
def test_nothing_is_lost_by_cutting(parts: list[str]) -> None:
    assert_covers(cut_at_title(read_text(" ".join(parts), DEFAULT_LIMITS), TITLE))
    assert_covers(cut_at_title(read_text("".join(parts), DEFAULT_LIMITS), TITLE))
