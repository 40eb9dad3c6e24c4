from __future__ import annotations

import pytest

from cleannews.read.markdown_signs import is_markdown


def test_markdown_needs_more_than_a_bracket() -> None:
    assert is_markdown("[a](/b)\n[c](/d)\n[e](http://example.com)")
    assert not is_markdown("see [1](2) and f[x](y) or [z](w)")
    assert not is_markdown("[Schwerpunkt][Schwerpunkt] [mehr][mehr] [x][y]")


@pytest.mark.parametrize(
    "sign", ["", "## What they want\n\n", "* A bonus\n* A day off\n\n", "1. A bonus\n\n", "> So be it.\n\n"]
)
def test_a_dump_that_begins_with_a_heading_is_markdown_without_any_link(sign: str) -> None:
    assert is_markdown(f"# Bakers strike\n\nThe ovens are cold.\n\n{sign}Nobody came.")
    assert is_markdown(f"\n# Bakers strike\nThe **ovens** are cold.\n\n{sign}Nobody came.")


@pytest.mark.parametrize(
    "dump",
    [
        "#bakers #strike\n\nThe ovens are cold.",
        "# Bakers strike",
        "# a comment\nprint(1)\nprint(2)",
        "Bakers strike\n\n# 3 of 7\n\nThe ovens are cold.",
        "Bakers strike\n\n* A bonus\n* A day off\n\nThe **ovens** are cold.",
        "#\n\nThe ovens are cold.",
    ],
)
def test_one_that_begins_otherwise_is_not(dump: str) -> None:
    assert not is_markdown(dump)
