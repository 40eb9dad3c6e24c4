"""Lines of a page that name its authors, and lines that only look so."""

from __future__ import annotations

import pytest

from cleannews import clean

HEADLINE = "Council backs the night ferry to the outer islands"
BODY = """\
The council of Lundby voted on Monday to pay for two late crossings a day; the first ship is to leave in May.
The islands have waited for the ferry since the old ship was sold, and many had given up hope for its return.
A ticket is going to cost four crowns, half of what the night taxi takes for the way across the bridge.
The opposition voted against the plan because it fears that the ship will sail empty for most of the winter.
""".splitlines()


def _authors(*lines: str, above: str = "Home") -> tuple[str, ...]:
    return clean("\n\n".join([above, HEADLINE, *lines, *BODY])).authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Lee Friday, 3 May 2024", ("Ann Lee",)),
        ("By Ann Lee, Friday 3 May 2024", ("Ann Lee",)),
        ("By Gustav Freitag 3 May 2024", ("Gustav Freitag",)),
        ("By Ann Lee Twitter 3 May 2024", ("Ann Lee",)),
        ("Author Ann Lee", ("Ann Lee",)),
        ("By Ann Lee, who has written about the islands and ferries for this paper since 2009, 3 May 2024.",
         ("Ann Lee",)),
    ],
)  # fmt: skip
def test_the_line_below_the_headline_names_the_author(line: str, authors: tuple[str, ...]) -> None:
    assert _authors(line) == authors


@pytest.mark.parametrize(
    "line",
    [
        "Author Ann Lee, from Kensington, said she began to write about ferries while still at school there.",
        "Founder, Zenith Digital",
        "By Friday 3 May 2024",
    ],
)
def test_sentences_employers_and_days_are_no_authors(line: str) -> None:
    assert _authors(line) == ()


def test_a_job_alone_tells_a_name_below_the_headline_only() -> None:
    assert _authors(above="Expert Safety Tips") == ()
    assert _authors("Reporter Ann Lee") == ("Ann Lee",)
