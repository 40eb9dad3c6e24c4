from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from benchmarks.accuracy import accuracy
from benchmarks.chart import axis_start, chart
from benchmarks.extractors import LEADER
from benchmarks.measure import Speed
from benchmarks.report import Comparison, Row, as_json, as_markdown, by_language, calibration, language_groups
from benchmarks.worst import explained, worst_cases, write_worst
from training.corpus import Case

if TYPE_CHECKING:
    from pathlib import Path

GOLD = "The weir was opened on Tuesday after a winter of repairs."


def case(folder: Path, number: int, language: str | None) -> Case:
    path = folder / f"{number}.txt"
    path.write_text(f"Home\n\n{GOLD}\n\nCOMMENTS", encoding="utf-8")
    return Case("c", f"case {number}<b>", path, "text", (GOLD,), "article", f"{number}.example", language)


def row(name: str, texts: list[str], cases: list[Case], *, ms: float = 2.0) -> Row:
    stated = 0.75 if name == "cleannews" else None
    return Row(
        name,
        "1.0",
        accuracy(texts, cases),
        Speed(ms, ms, 1.0),
        50.0,
        {cases[0].id: "died"} if name == LEADER else {},
        (stated,) * len(cases),
    )


@pytest.fixture
def compared(tmp_path: Path) -> Comparison:
    languages = ["de"] * 5 + ["ja", "fr", None]
    cases = [case(tmp_path, number, language) for number, language in enumerate(languages)]
    ours, theirs = [GOLD] * 7 + [""], [""] * 4 + [GOLD] * 4
    rows = [row("cleannews", ours, cases), row(LEADER, theirs, cases, ms=10.0)]
    return Comparison("news & <pages>", cases, rows, "A note.")


def test_the_table_holds_gain_ratio_and_failures(compared: Comparison) -> None:
    lines = as_markdown(compared).splitlines()
    ours = next(line for line in lines if line.startswith("| cleannews 1.0"))
    cells = [cell.strip() for cell in ours.strip("|").split("|")]
    assert cells[3] == "0.875"
    assert cells[5] == "+0.375"
    assert cells[12] == "5.0"
    theirs = next(line for line in lines if line.startswith(f"| {LEADER} 1.0"))
    assert theirs.rstrip("| ").endswith("| 1")
    assert "A note." in lines


def test_without_the_leader_there_is_no_gain(compared: Comparison) -> None:
    alone = compared._replace(rows=compared.rows[:1])
    assert "+0" not in as_markdown(alone)
    assert json.loads(as_json([alone]))["corpora"][0]["rows"][0]["gain"] is None


def test_few_documents_of_a_language_are_pooled_and_characters_stand_apart(compared: Comparison) -> None:
    groups = language_groups(compared.cases)
    assert groups == {"de": [0, 1, 2, 3, 4], "others": [6], "ja, ko, zh": [5], "not named": [7]}
    assert by_language(compared.rows[1], compared.cases)["de"] == pytest.approx(0.2)


def test_calibration_is_told_of_those_that_state_a_confidence(compared: Comparison) -> None:
    figures = calibration(compared.rows[0])
    assert figures is not None
    assert figures["error"] == pytest.approx(0.3125)  # eight bins of one document: 7 * .25 + .75, over 8
    assert calibration(compared.rows[1]) is None


def test_the_record_has_f1_of_each_document_in_their_order(compared: Comparison) -> None:
    record = json.loads(as_json([compared]))["corpora"][0]
    assert record["documents"] == [case.id for case in compared.cases]
    assert record["rows"][1]["accuracy"]["each"] == [0.0] * 4 + [1.0] * 4
    assert record["rows"][1]["failures"] == {compared.cases[0].id: "died"}


def test_the_chart_is_a_picture_with_a_dot_for_each_row(compared: Comparison) -> None:
    root = ET.fromstring(chart([compared, compared]))  # noqa: S314 - made by us
    dots = root.findall("{http://www.w3.org/2000/svg}circle")
    assert len(dots) == 4
    places = [float(dot.attrib["cx"]) for dot in dots]
    assert places[0] > places[1], "the better extractor is on top and further right"
    assert any("news & <pages>" in (each.text or "") for each in root)


def test_the_axis_begins_below_every_interval(compared: Comparison) -> None:
    assert axis_start(compared.rows) <= min(each.accuracy.low for each in compared.rows)


def test_the_worst_come_first_with_a_page_each(compared: Comparison, tmp_path: Path) -> None:
    assert worst_cases(compared)[0][1] is compared.cases[7]
    listed = write_worst(compared, tmp_path / "out").splitlines()
    links = [line.split("](")[1].rstrip(")") for line in listed if line.startswith("- ")]
    assert len(links) == len(set(links)) == 8
    assert all((tmp_path / "out" / link).is_file() for link in links)


def test_a_worst_page_shows_every_block_and_what_is_missing(compared: Comparison) -> None:
    lost = replace(compared.cases[0], gold=(f"{GOLD} Eels rejoice.",))
    page = explained(lost)
    assert "eels 1" in page
    assert "COMMENTS" in page
    assert "case 0&lt;b&gt;" in page
