"""Colours and other sequences for terminals are no text."""

from __future__ import annotations

import pytest

import cleannews
from cleannews.read.terminal import without_sequences

STORY = "It rained all day in the valley, and the river rose by two metres."


@pytest.mark.parametrize(
    "dump",
    [
        f"\x1b[1mRain stops the ferry\x1b[0m\n\n\x1b[38;5;12m{STORY}\x1b[0m\n",
        f"Rain stops \x1b]8;;https://post.example\x07the ferry\x1b]8;;\x1b\\\n\n{STORY}\x1b[K",
        f"\x1b[2J\x1b[HRain stops the ferry\n\n{STORY}\x1b(B\x1b[m",
    ],
    ids=["colours", "a link", "cursor and character set"],
)
def test_sequences_are_cut_out(dump: str) -> None:
    article = cleannews.clean(dump)
    assert (article.title, article.text) == ("Rain stops the ferry", STORY)
    assert all(dump[block.start : block.end] == block.raw for block in article.blocks)
    assert "".join("".join(block.raw for block in article.blocks).split()) == "".join(dump.split())


@pytest.mark.parametrize("dump", [STORY, "[1mnot one[0m", "an escape \x1b alone", "\x1b$B ISO 2022"])
def test_other_text_stays(dump: str) -> None:
    assert without_sequences(dump) is None
