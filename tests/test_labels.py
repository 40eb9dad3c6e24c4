"""The ids that users meet are all written down."""

from __future__ import annotations

import re
from pathlib import Path

from cleannews.batch.reasons import Reason
from cleannews.labels import WarningId

DOCS = Path(__file__).parents[1] / "docs"


def rows(document: str, heading: str) -> set[str]:
    """The ids in the first column of the first table below a heading."""
    below = (DOCS / document).read_text(encoding="utf-8").split(f"\n## {heading}\n", 1)[1]
    table = re.search(r"(?:^\|.*\n)+", below, re.MULTILINE)
    assert table
    return set(re.findall(r"^\| `(\w+)` \|", table[0], re.MULTILINE))


def test_every_warning_is_documented_and_told_in_words() -> None:
    assert rows("fields.md", "Warnings") == {str(warning) for warning in WarningId}
    assert all(warning.told and not warning.told.endswith(".") for warning in WarningId)
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)+", warning) for warning in WarningId)


def test_every_reason_of_a_failure_is_documented() -> None:
    assert rows("batch.md", "What can fail") == {str(reason) for reason in Reason}
