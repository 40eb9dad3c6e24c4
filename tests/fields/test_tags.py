"""Keywords of dumps: under headings of topics, and behind them in one line."""

from __future__ import annotations

import pytest

from cleannews import clean

BODY = """\
Night ferry for the islands
The council of Lundby voted on Monday to pay for two late crossings a day; the first ship is to leave in May.
The islands have waited for the ferry since the old ship was sold, and many had given up hope for its return.
A ticket is going to cost four crowns, half of what the night taxi takes for the way across the bridge.
""".splitlines()


@pytest.mark.parametrize(
    "lines",
    [
        ["Related topics", "Storm", "Harbour"],
        ["Meer over dit onderwerp", "Storm", "Harbour"],
        ["Ämnen i artikeln", "Storm", "Harbour"],
        ["More on:", "Storm", "Harbour"],
        ["In this article:", "Storm", "Harbour"],
        ["See more on: Storm, Harbour"],
        ["Keywords: Storm; Harbour"],
        ["Tagged Storm, Harbour"],
    ],
)
def test_short_lines_under_a_heading_of_topics_are_tags(lines: list[str]) -> None:
    assert clean("\n".join([*BODY, *lines])).tags == ("Storm", "Harbour")


@pytest.mark.parametrize(
    "lines",
    [
        ["Related topics", "Ferry returns after the storm", "Harbour fair put off until summer"],
        ["More on:", "Storm", "Harbour", "Ferry returns after the storm of Monday"],
        ["More on: Ferry returns after the storm"],
    ],
)
def test_headlines_under_such_a_heading_are_no_tags(lines: list[str]) -> None:
    assert clean("\n".join([*BODY, *lines])).tags == ()
