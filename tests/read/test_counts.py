"""Counts that programs put behind a text."""

from __future__ import annotations

from itertools import pairwise

import pytest

import cleannews
from cleannews.read.counts import count_borders

BODY = (
    "The ferry to the islands stopped on Monday for a week, the company said. Bread and milk will "
    "last for three "
    "days more, said Mara Field, who runs the shop at the old quay and had counted everything in it twice."
)


@pytest.mark.parametrize(
    ("dump", "expected"),
    [
        ("It rained. COMMENTS / WORDPRESS: 0 / DISQUS: 0", ["COMMENTS / WORDPRESS: 0 / DISQUS: 0"]),
        ("It rained. KOMMENTE DISQUS: 0 VK: 1 About us", ["KOMMENTE DISQUS: 0 VK: 1", "About us"]),
        ("It rained.COMMENTSFACEBOOK: 36DISQUS: 4\n© 2021", ["COMMENTSFACEBOOK: 36DISQUS: 4", "© 2021"]),
        ("Det regnet.KOMMENTARER: 2 FACEBOOK: 148Redaktør", ["KOMMENTARER: 2 FACEBOOK: 148", "Redaktør"]),
        ("COMENTARIOS: 3 FACEBOOK: 12 Aviso", ["COMENTARIOS: 3 FACEBOOK: 12", "Aviso"]),
        ("Stage 6DISQUS: 0Latest", ["DISQUS: 0", "Latest"]),
        ("It rained.WORDPRESS: 1,204DISQUS: 10News", ["WORDPRESS: 1,204DISQUS: 10", "News"]),
        ("It rained… [+123 chars]", ["[+123 chars]"]),
    ],
)  # fmt: skip
def test_counts_come_apart(dump: str, expected: list[str]) -> None:
    places = [place for place in (*count_borders(dump), len(dump)) if place or dump.startswith(expected[0])]
    pieces = [dump[low:high].strip() for low, high in pairwise(places)]
    assert [piece for piece in pieces if piece] == expected


@pytest.mark.parametrize(
    "dump",
    [
        "",
        "It rained.",
        "The plugin WordPress: 5 reasons to leave it",
        "Facebook: 12 billion dollars",
        "He wrote 123 chars.",
        "It rained. The plugin DISQUS: 1.5 stars",
        f"{BODY * 30} COMMENTS WORDPRESS: 0 DISQUS: 0 {BODY * 30}",
    ],
)
def test_other_text_stays_whole(dump: str) -> None:
    assert count_borders(dump) == []


def test_counters_before_links_and_rights_are_read() -> None:
    dump = f"Ferry stops for a week\n\n{BODY}\n\nCOMMENTSWORDPRESS: 1DISQUS: 4About us © 2024 Island Post"
    assert cleannews.clean(dump).comment_counts == {"wordpress": 1, "disqus": 4}


@pytest.mark.parametrize("line", ["KOMMENTARER: 2 FACEBOOK: 148", "COMENTARIOS: 2 / FACEBOOK: 148"])
def test_the_heading_may_bear_the_site_s_own_count(line: str) -> None:
    article = cleannews.clean(f"Ferry stops for a week\n\n{BODY}\n\n{line}")
    assert article.comment_counts == {"comments": 2, "facebook": 148}


def test_counters_above_the_text_are_cut_off_too() -> None:
    dump = f"Home > News KOMMENTARER: 0 DISQUS: 0 FACEBOOK: 14 {BODY * 30}"
    places = count_borders(dump)
    assert [dump[place:][:11] for place in places[:2]] == ["KOMMENTARER", (BODY * 30)[:11]]
