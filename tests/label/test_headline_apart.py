"""Lines that stand apart from the article: below its text, in a ticker, in an invitation."""

from __future__ import annotations

import pytest

from cleannews.label.headline_apart import set_apart
from cleannews.label.measures import measure
from cleannews.read.page import Join, Segment

_PROSE = "The harbour of Northport was closed on Friday after a storm tore two ferries from their moorings."


def _segment(text: str) -> Segment:
    return Segment(text, text, None, None, "", -1, None, 0, None, False, 1, 0, Join.NONE, "")  # noqa: FBT003


def _apart(*lines: str) -> list[str]:
    found = set_apart(measure(tuple(map(_segment, lines))), range(len(lines)))
    return [lines[index] for index in sorted(found)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Storm closes harbour", _PROSE, "12 Comments", "What a wind"], ["12 Comments", "What a wind"]),
        (["Storm closes harbour", _PROSE, "Tags", "Ferries"], ["Tags", "Ferries"]),
        (["Storm closes harbour", _PROSE, "Mehr zum Thema", "Fähren"], ["Mehr zum Thema", "Fähren"]),
        (["Storm closes harbour", "3 comments", _PROSE, "What a wind"], []),
        (["Menu", _PROSE, "Tags", "Storm closes harbour"], []),
        (["Notice", _PROSE, "Tags", "Storm closes harbour", _PROSE, _PROSE], []),
    ],
)
def test_what_stands_below_the_text(lines: list[str], expected: list[str]) -> None:
    assert _apart(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["14:20", "Rouble rises", "13:55", "Park opens", "Storm closes harbour"],
            ["Rouble rises", "Park opens"],
        ),
        (["News", "14.20", "Rouble rises", "13.55", "Park opens"], ["Rouble rises", "Park opens"]),
        (["Rouble rises", "14:20", "Storm closes harbour", "13:55", "Park opens"], []),
        (["14:20", "Storm closes harbour", _PROSE], []),
        (["14:20", "13:55", "Storm closes harbour"], []),
    ],
)
def test_lines_of_a_ticker(lines: list[str], expected: list[str]) -> None:
    assert _apart(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Newsletter: Northport at noon", "Subscribe", "Storm"], ["Newsletter: Northport at noon"]),
        (["Newsletter: Il mattino", "Iscriviti", "Storm"], ["Newsletter: Il mattino"]),
        (["Newsletter: how it is sold", "By Ann Lee", "Storm"], []),
        (["Storm: harbour closed", "Subscribe", "Storm"], []),
        (["Storm", _PROSE, "Baca juga: Nelayan Kecil", _PROSE], ["Baca juga: Nelayan Kecil"]),
        (["Storm", "Kirjoittaja: Aino Lehtola", _PROSE], ["Kirjoittaja: Aino Lehtola"]),
        (["Storm", "作者：王林", _PROSE], ["作者：王林"]),
        (["10:05 Rouble rises", "09:55 Park opens", "Storm"], ["10:05 Rouble rises", "09:55 Park opens"]),
        (["10:05 to Northport", "Storm"], []),
        (["Recommended: ten harbours", _PROSE], []),
    ],
)
def test_invitations_and_lines_that_lead_on(lines: list[str], expected: list[str]) -> None:
    assert _apart(*lines) == expected
