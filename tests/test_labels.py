"""The ids that users meet are all written down, and languages are counted."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from cleannews.batch import BatchReport
from cleannews.batch.reasons import Reason
from cleannews.errors import FetchError
from cleannews.labels import WarningId

DOCS = Path(__file__).parents[1] / "docs"
LABELS = (DOCS / "labels.md").read_text(encoding="utf-8")
DATA = files("cleannews") / "label" / "data"


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


def test_every_reason_of_a_download_that_failed_is_documented() -> None:
    folder = Path(str(files("cleannews"))) / "download"
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    # as an argument, and behind the sentence in the table of what libraries raise
    used = {*re.findall(r'reason="(\w+)"', code), *re.findall(r'what, reason = .*, "(\w+)"', code)}
    document = (DOCS / "errors.md").read_text(encoding="utf-8")
    assert (
        set(re.findall(r"^\| `([a-z_]+)` \| \D", document.split("`FetchError.reason`")[1], re.MULTILINE))
        == used
    )
    described = " ".join((FetchError.__doc__ or "").split())
    assert set(described.split("``")[1].split()) == used


def test_what_a_report_tells_is_documented() -> None:
    below = (
        (DOCS / "batch.md").read_text(encoding="utf-8").split("\n## What it returns\n")[1].split("\n## ")[0]
    )
    told = {
        name
        for cell in re.findall(r"^\| (`.+?) \|", below, re.MULTILINE)
        for name in re.findall(r"\w+", cell)
    }
    assert told == {name for name in dir(BatchReport) if not name.startswith("_")}


def row_of(reason: str) -> str:
    """The row of the tables of reasons that describes one."""
    row = re.search(rf"^\| `{reason}` \| \w+ \| [\d.]+ \|.*", LABELS, re.MULTILINE)
    assert row, reason
    return row[0]


def languages() -> set[str]:
    """The codes of the languages that have a file of phrases; ``mul`` is none."""
    return {entry.name.removesuffix(".json") for entry in (DATA / "phrases").iterdir()} - {"mul"}


def test_the_languages_of_the_phrases_are_counted_and_listed() -> None:
    below = LABELS.split("\n### By phrases: the whole line\n", 1)[1].split("\n\n| ", 1)[0]
    assert f"Phrases of {len(languages())} languages," in below
    listed = re.findall(r"`(\w+)` [A-Z]", below)
    assert listed == sorted(languages())
    told = f"phrase lists in {len(languages())} languages"
    assert told in (DOCS / "how-it-works.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("reason", "file", "key"),
    [
        ("affiliate_note", "affiliate_notes", "languages"),
        ("correction_note", "corrections", "headings"),
        ("embedded_post", "embedded_posts", "languages"),
        ("farewell", "farewells", "languages"),
        ("machine_note", "machine_notes", "languages"),
        ("paywall_line", "paywalls", "phrases"),
        ("picture_place", "picture_places", "languages"),
        ("poll", "polls", "languages"),
    ],
)
def test_the_languages_of_a_reason_are_counted(reason: str, file: str, key: str) -> None:
    row = row_of(reason)
    count = len(json.loads((DATA / f"{file}.json").read_text(encoding="utf-8"))[key])
    assert re.search(rf"\b{count} languages|of its language \({count}\)", row), f"{count}: {row}"


def test_the_languages_of_notices_and_footers_are_counted() -> None:
    count = len(json.loads((DATA / "certain_phrases.json").read_text(encoding="utf-8"))["languages"])
    assert f"certain_phrases.json`, {count} languages)" in LABELS
    read = [
        json.loads((DATA / "phrases" / f"{code}.json").read_text(encoding="utf-8")) for code in languages()
    ]
    footers = sum("feed" in entry["words"] for entry in read)
    assert f"in {footers} languages" in row_of("feed_footer")


def test_confidences_set_by_hand_are_those_of_reasons() -> None:
    below = LABELS.split("\n### Confidences set by hand\n", 1)[1].split("\n### ", 1)[0]
    named = re.findall(r"`(\w+)`", "".join(row.split("|")[1] for row in below.splitlines() if row[:1] == "|"))
    known = set(re.findall(r"^\| `(\w+)` \| \w+ \| [\d.]+ \|", LABELS, re.MULTILINE))
    assert len(named) == len(set(named)) > 40
    assert set(named) <= known


def test_no_row_says_that_it_is_like_the_row_above() -> None:
    """Rows are moved: what they refer to has to be named."""
    said = re.findall(r"^\| `\w+` \| \w+ \| [\d.]+ \| (?:\(\w+\) )?the same\b.*", LABELS, re.MULTILINE)
    assert said == []
