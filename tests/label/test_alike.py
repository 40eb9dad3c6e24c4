"""Paragraphs that the score missed, set as the kept ones are."""

from __future__ import annotations

import pytest

from cleannews.label.alike import paragraphs_alike
from cleannews.label.context import Verdict, examine
from cleannews.labels import Label
from cleannews.read.html import read_html
from cleannews.read.page import DEFAULT_LIMITS

KEPT = "The council of the island voted on Monday night to let the ferry sail after dark."
MISSED = "Residents had argued about the noise for two years, and the vote was close."
BOX = (
    "<div class=box><h3>Newsletter</h3><p>All the news of the island in your inbox, every morning.</p></div>"
)


def _found(body: str, missed: str = MISSED) -> list[str]:
    context = examine(read_html(f"<h1>Night ferry</h1><main>{body}</main>", DEFAULT_LIMITS))
    texts = [segment.text for segment in context.page.segments]
    settled = [
        Verdict(index, Label.BODY, "article_text", 0.9)
        if text == KEPT
        else Verdict(index, Label.OTHER, "not_article_text" if text == missed else "listed_menu", 0.6)
        for index, text in enumerate(texts)
    ]
    return [texts[index] for index in paragraphs_alike(context, settled, {"not_article_text"})]


def _section(text: str, name: str = "k7") -> str:
    return f"<section class={name}><div><p>{text}</p></div></section>"


@pytest.mark.parametrize(
    "body",
    [
        _section(KEPT) + _section(KEPT) + BOX + _section(MISSED),
        _section(KEPT) + BOX + _section(MISSED) + _section(KEPT),
        f"<div class=a>{KEPT}</div><div class=a>{KEPT}</div>{BOX}<div class=a>{MISSED}</div>",
    ],
)
def test_a_paragraph_set_as_the_kept_ones_is_found(body: str) -> None:
    assert _found(body) == [MISSED]


@pytest.mark.parametrize(
    "body",
    [
        _section(KEPT) + BOX + _section(MISSED),  # one kept paragraph is no setting
        _section(KEPT) + _section(KEPT) + _section(MISSED, "k8"),
        _section(KEPT) + _section(KEPT) + f"<aside>{_section(MISSED)}</aside>".replace("section", "div"),
        _section(KEPT) * 2 + BOX * 4 + _section(MISSED),  # too far off
        _section(KEPT) * 2 + _section(MISSED) * 3,  # more missed than kept
        _section(KEPT) * 2 + _section(f"<a href=/x>{MISSED}</a>"),
    ],
)
def test_others_are_not(body: str) -> None:
    assert _found(body) == []


def test_headlines_and_named_blocks_are_not() -> None:
    assert _found(_section(KEPT) * 2 + _section("Ferry company orders two new ships"), "Ferry company") == []
    assert _found(_section(KEPT) * 2 + _section(MISSED), "nothing") == []
