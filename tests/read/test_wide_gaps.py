"""Gaps that stand for tags part blocks; those of typists, of justified lines and of tables do not."""

from __future__ import annotations

import pytest

from cleannews.read.lines import lines_of
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text
from cleannews.read.wide_gaps import at_gaps, parting_gap

_MENU = "  Home    News    Politics    Law    Arts    Sport    Jobs    Shop    Help    FAQ    App    TV    Me"
_LEAD = "The mill stood empty for nine years before the village bought it."


def _parts(source: str) -> list[str]:
    lines = lines_of(source)
    gap = parting_gap(source, lines)
    return [line.text for line in (at_gaps(lines, gap) if gap else lines)]


def test_menu_whose_tags_became_spaces_comes_apart() -> None:
    """So does the caption that shares its line with the first paragraph."""
    parts = _parts(f"{_MENU}\n \n The mill in 1931. Photo: Jo Bell    {_LEAD}  \n")
    assert parts[:3] == ["Home", "News", "Politics"]
    assert parts[-2:] == ["The mill in 1931. Photo: Jo Bell", _LEAD]


def test_width_is_the_dumps_own() -> None:
    """Where two spaces stand around links inside sentences, only wider gaps part."""
    inside = "\n".join(f"The  council  voted on line {number} and went home." for number in range(9))
    parts = _parts(f"{_MENU}\n{inside}\n{_LEAD}  It reopens in May.\n")
    assert parts[-1] == f"{_LEAD}  It reopens in May."
    assert parts[1] == "News"


def test_two_spaces_part_where_nothing_else_does() -> None:
    """Blocks joined by two spaces each, as some programs write them."""
    head = (
        "Home  News  World  Sport  Jobs  Shop  Law  Mill reopens after nine years  By Jo Bell  3 May 2024  "
    )
    parts = _parts(head + f"{_LEAD}  It has a new wheel.  Related stories")
    assert parts[:2] == ["Home", "News"]
    assert parts[-3:] == [_LEAD, "It has a new wheel.", "Related stories"]


@pytest.mark.parametrize(
    "line",
    [
        "Prices rose, said    Ann Lee    of the harbour board.",
        "The river    (Old Tarn)    rose again.",
        "He told    “The Courier”    , which printed it.",
        "The mill (    Jo Bell    ) is open.",
        "村長の田中氏 （    たなか    ） は述べた。",
    ],
)
def test_inline_element_is_no_block(line: str) -> None:
    """What a wide gap parts from a sentence that goes on behind it stays in the sentence."""
    assert _parts(f"{_MENU}\n{line}\n")[-1] == line


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            "\n".join(f"It rained on day {day}.  The mill stood still.  Nobody came." for day in range(9)),
            id="two spaces behind a full stop",
        ),
        pytest.param(
            "\n".join("The  council voted  to let  the ferry sail  at night  from May." for _ in range(9)),
            id="justified lines",
        ),
        pytest.param(
            "\n".join(f"Team {place}      Tarn Holm      {place}3 points" for place in range(1, 10)),
            id="a table",
        ),
        pytest.param(f"{_LEAD}\nHome    News    Politics\n{_LEAD}", id="few gaps"),
        pytest.param("\n".join([_LEAD] * 9), id="no gaps"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_gaps_part_nothing(source: str) -> None:
    """Lines stay as they are."""
    assert _parts(source) == [line.text for line in lines_of(source)]


def test_spans_are_kept() -> None:
    """Blocks of a dump that was cut at its gaps are still what stands at their places."""
    source = f"{_MENU}\n{_LEAD}    Read more    Ferry sails at night    Share\n"
    page = read_text(source, DEFAULT_LIMITS)
    assert [source[each.start : each.end] for each in page.segments] == [each.raw for each in page.segments]
    assert "".join("".join(each.raw.split()) for each in page.segments) == "".join(source.split())
