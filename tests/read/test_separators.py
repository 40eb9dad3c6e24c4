"""Signs that stand for line breaks are told from those of sentences and menus."""

from __future__ import annotations

import pytest

from cleannews.read.lines import lines_of
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.separators import separator_of
from cleannews.read.text import read_text
from tests.read.test_text import assert_covers

MENU = ["Home", "News", "Politics", "Sport", "Weather", "Culture", "Travel", "Letters", "Jobs", "Shop"]
STORY = [
    "Ferry company meets island council",
    "By Mara Field",
    "The ferry company met with the island council on Friday.",
    "No one had expected the talk.",
    "Share",
    "Bridge plan goes back to the start",
]


@pytest.mark.parametrize(
    "sign", ["|", " | ", "\t", "¶", " ⏎ ", "↵", "•", " • ", " · ", " / ", " ### ", " — "]
)
def test_what_parts_text_nodes_on_one_line_parts_blocks(sign: str) -> None:
    page = read_text(sign.join(MENU + STORY), DEFAULT_LIMITS)
    assert_covers(page)
    assert [segment.text for segment in page.segments] == MENU + STORY


_PROSE = "It rained — so the keeper said — and the ferry — an old one — stayed at the quay — or under it. "


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | Sport and a long text without any bars at all " * 2,
        _PROSE * 6,
        "Wind and/or rain, he said and / or wrote, and / or thought, in the morning and / or at night. " * 9,
        " • ".join(MENU) + " The ferry company met with the island council on Friday." * 40,
        "The col·laboració of the island and its al·legat stood in the long letter of the town. " * 20,
        "\n".join(f"Northport — Southport — Eastport {count}:0" for count in range(20)),
    ],
)
def test_signs_of_sentences_and_menus_part_nothing(text: str) -> None:
    assert separator_of(text, lines_of(text)) is None
