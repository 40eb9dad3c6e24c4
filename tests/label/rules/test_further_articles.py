"""Another article below this one."""

from __future__ import annotations

import pytest

from cleannews import clean

STORY = (
    "The council of the island voted on Monday night to let the ferry sail after dark, at last.",
    "Residents had argued about the noise for two years, and in the end the vote was close.",
    "The first late crossing leaves the harbour on the first of May, the company has said.",
)
OTHER = (
    "Engineers who opened the old masonry found that the sea had eaten far into the harbour wall.",
    "We would rather be late than be wrong, said the engineer, who has asked the county for money.",
)


def _article(headline: str, *paragraphs: str, level: int = 1) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<article><h{level}>{headline}</h{level}>{body}</article>"


def _text(*parts: str) -> str:
    head = "<title>Night ferry wins its vote</title>"
    return clean(f"<html><head>{head}</head><body>{''.join(parts)}</body></html>").text


def test_another_article_below_is_not_kept() -> None:
    text = _text(_article("Night ferry wins its vote", *STORY), _article("Repairs of the wall", *OTHER))
    assert STORY[2] in text
    assert OTHER[0] not in text


@pytest.mark.parametrize(
    "part",
    [
        _article("What the engineers found", *OTHER, level=2),
        f"<section><h1>What the engineers found</h1><p>{OTHER[0]}</p><p>{OTHER[1]}</p></section>",
        _article("Night ferry wins its vote", *OTHER),
    ],
    ids=["a part with a lesser heading", "no article", "the same headline again"],
)
def test_parts_of_the_article_are(part: str) -> None:
    assert OTHER[1] in _text(_article("Night ferry wins its vote", *STORY), part)
