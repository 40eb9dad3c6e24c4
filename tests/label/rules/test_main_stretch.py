"""Where the prose of the article ends, and that of listed teasers begins."""

from __future__ import annotations

import pytest

from cleannews.label.context import examine
from cleannews.label.rules.survey import survey
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text

STORY = (
    "The council of Carrow voted on Monday night to let the ferry sail after dark, by nine votes to four.",
    "Residents had argued about the noise for two years, and the vote was close until the very end.",
    "The first boat leaves the quay at half past ten on the second of May, if the ramp is ready.",
    "Shopkeepers on the island said they had lost a third of their trade in the weeks without a ship.",
    "The repair cost two million pounds, of which the insurer pays half, the mayor told the hall.",
    "Nobody knows who pays the rest of it, and the next meeting is to be held in the autumn.",
)
TEASERS = (
    "Bakers mend the oven of the mill",
    "They had baked without it for a year and a half, and the bread was better.",
    "Keeper of the light wins a medal",
    "He says that he only did what everybody else would have done in such a night.",
)
TITLE = "Ferry to the islands sails at night"


def _end(*lines: str) -> int:
    return survey(examine(read_text("\n\n".join((TITLE, *lines)), DEFAULT_LIMITS))).end


def test_excerpts_below_a_heading_for_other_articles_are_no_part_of_it() -> None:
    assert _end(*STORY, "Most read", *TEASERS) == len(STORY)


@pytest.mark.parametrize(
    "below",
    [
        TEASERS,
        ("Read also", TEASERS[0], STORY[0], STORY[1]),
        ("Read also", TEASERS[0], STORY[0]),
    ],
    ids=["no heading", "paragraphs that follow each other", "one paragraph"],
)
def test_other_prose_is_a_part_of_it(below: tuple[str, ...]) -> None:
    prose = [place for place, line in enumerate((TITLE, *STORY, *below)) if line.endswith(".")]
    assert _end(*STORY, *below) == prose[-1]
