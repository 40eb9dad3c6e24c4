from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quality.score import tokens
from training.align import align

BODY = "The weir at Ostermill was opened on Tuesday after a winter of repairs, the river board said."
MORE = "Anglers had asked the board for years to build a pass for eels along the left bank."
MENU = ["Home", "The latest on the board", "Sport", "Subscribe"]

words = st.sampled_from(["the", "weir", "of", "a", "river", "board", "and", "eels", "home", "sport", "on"])
texts = st.lists(words, max_size=12).map(" ".join)


def test_paragraphs_of_the_gold_are_found_and_menus_are_not() -> None:
    shares = align([*MENU, BODY, "Read more", MORE, "Contact"], [BODY, MORE])
    assert shares == pytest.approx([0, 0, 0, 0, 1, 0, 1, 0], abs=0.2), "a menu may take a first 'the'"


def test_a_block_half_in_the_gold_has_half_a_share() -> None:
    glued = f"{BODY} Share this story with your friends on every network that there is, or print it out now"
    share = align([glued], [BODY])[0]
    assert share == pytest.approx(len(tokens(BODY)) / len(tokens(glued)))


def test_a_stray_word_far_from_the_article_is_not_the_articles() -> None:
    page = ["The", *["One more teaser of six words"] * 20, BODY]
    assert align(page, [BODY])[0] == 0.0


def test_a_short_line_of_the_gold_counts_beside_its_neighbours() -> None:
    assert align([BODY, "Eels first", MORE], [BODY, "Eels first", MORE]) == [1, 1, 1]
    assert align(["Eels first", *["nothing of it here"] * 30], [BODY, "Eels first", MORE])[0] == 0.0


def test_an_article_repeated_as_a_teaser_is_counted_once() -> None:
    assert align([BODY, "x", BODY], [BODY]).count(1.0) == 1


def test_blocks_without_words_have_no_share() -> None:
    assert align(["", "***", BODY], [BODY]) == [0, 0, 1]
    assert align([], [BODY]) == []
    assert align([BODY], []) == [0]


@settings(deadline=None)
@given(st.lists(texts, max_size=8), st.lists(texts, max_size=4))
def test_shares_lie_between_nothing_and_all_and_never_exceed_the_gold(
    page: list[str], gold: list[str]
) -> None:
    shares = align(page, gold)
    assert len(shares) == len(page)
    assert all(0 <= share <= 1 for share in shares)
    found = sum(share * len(tokens(text)) for share, text in zip(shares, page, strict=True))
    assert found <= len(tokens("\n".join(gold))) + 1e-6
