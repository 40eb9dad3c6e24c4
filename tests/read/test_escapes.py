"""Escapes of JSON and of programs are read in dumps whose line breaks are escaped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleannews.read.escapes import without_escapes
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text
from tests.read.test_text import assert_covers

PLAIN = 'Rain\n\nBy Mara Field\n\n"Never again," said the keeper of the café.\tIt rained.\n\nShare'


def _texts(dump: str) -> list[str]:
    page = read_text(dump, DEFAULT_LIMITS)
    assert_covers(page)
    return [segment.text for segment in page.segments]


@pytest.mark.parametrize(
    "dump",
    [
        r"Rain\n\nBy Mara Field\n\n\"Never again,\" said the keeper of the caf\u00e9.\tIt rained.\n\nShare",
        r'"Rain\n\nBy Mara Field\n\n\"Never again,\" said the keeper of the café. It rained.\n\nShare"',
        r"""'Rain\n\nBy Mara Field\n\n"Never again," said the keeper of the café.\xa0It rained.\n\nShare'""",
        r"""Rain\r\nBy Mara Field\r\n"Never again," said the keeper of the café. It rained.\r\nShare""",
        "Rain\\n\\nBy Mara Field\\n\\n“Never again,” said the keeper of the café. It rained.\\n\\nShare\n",
    ],
)
def test_a_text_with_escaped_line_breaks_is_read_like_the_text(dump: str) -> None:
    assert [text.replace("“", '"').replace("”", '"') for text in _texts(dump)] == _texts(PLAIN)


@pytest.mark.parametrize(
    ("escape", "character"),
    [(r"\u00fc", "ü"), (r"\ud83d\udea2", "🚢"), (r"\/", "/"), (r"\\", "\\"), (r"\'", "'"), (r"\u201c", "“")],
)
def test_escapes_are_read(escape: str, character: str) -> None:
    dump = rf"Rain\n\nThe ferry {escape} sailed.\nNobody saw it.\nIt sank."
    assert _texts(dump)[1] == f"The ferry {character} sailed."


@pytest.mark.parametrize(
    "dump",
    [
        r"The files lie under C:\new\notes\nina and C:\news\north\nine on every machine.",
        r"Write \n for a line break and \t for a tab, the manual says.",
        r'print("a\n"); print("b\n"); print("c\n"); print("d\n")',
        r"In TeX \nu and \nabla and \neq are signs of mathematics.",
        "A manual of nine lines\n\nIt says \\n here.\n\nAnd \\n there.\n\nAnd \\n again.\n\nThat was it.",
        "A path ends in \\",
    ],
)
def test_what_speaks_of_escapes_is_left_alone(dump: str) -> None:
    assert without_escapes(dump) is None
    assert "".join("".join(_texts(dump)).split()) == "".join(dump.split())


@given(st.text(alphabet="ab \"'\\nrtux0é\nR", max_size=60))
def test_no_character_is_lost(dump: str) -> None:
    assert_covers(read_text(dump, DEFAULT_LIMITS))
    found = without_escapes(dump + "\\n\\nRain\\n")
    assert found is None or found.origin(len(found.text)) == len(dump) + 10
