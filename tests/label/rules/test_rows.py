"""Every rule against its rows: what it must catch, and as many that it must not touch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cleannews.label.context import Context, Verdict, make_context
from cleannews.label.headline import Headline
from cleannews.label.measures import measure
from cleannews.label.rules import RULES, Rule
from cleannews.label.rules.survey import survey
from cleannews.labels import Kind
from cleannews.read.containers import NO_CONTAINERS, Containers
from cleannews.read.page import Hints, Join, Layout, Meta, Page, Picture, Segment

FOLDER = Path(__file__).parents[2] / "fixtures" / "rows" / "rules"
BY_ID = {rule.id: rule for rule in RULES}
ROWS = [
    (path.stem, json.loads(line))
    for path in sorted(FOLDER.glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]

PROSE = (
    "The keeper of the light on rock number {n} told the council that nobody had been hurt in the night, "
    "although the wind took roofs and boats with it."
)


def _segment(line: str | dict[str, Any], place: int) -> Segment:
    block: dict[str, Any] = line if isinstance(line, dict) else {"text": line}
    text = block["text"]
    join = Join.GLUED if text.startswith("+") else Join.NONE
    text = PROSE.format(n=place) if text == "¶" else text.removeprefix("+")
    size = len(text.replace(" ", ""))
    return Segment(
        text=text,
        raw=text,
        start=block.get("start"),
        end=block.get("end"),
        tag=block.get("tag", ""),
        container=block.get("in", -1),
        link_chars=round(block["links"] * size) if "links" in block else None,
        strong_chars=0,
        href=block.get("href"),
        hidden=block.get("hidden", False),
        gap=0,
        indent=0,
        join=join,
        names="",
    )


def page_of(row: dict[str, Any]) -> Page:
    segments = tuple(_segment(line, place) for place, line in enumerate(row["lines"]))
    hints = Hints(
        metas=tuple(Meta("author", name) for name in row.get("authors", ())),
        pictures=tuple(Picture("a.jpg", *place) for place in row.get("pictures", ())),
    )
    if "containers" not in row:
        layout = Layout(row.get("layout", "blocks"))
        return Page(Kind.TEXT, "", segments, NO_CONTAINERS, hints, layout)
    parents, tags, names = zip(*row["containers"], strict=True)
    return Page(Kind.HTML, "", segments, Containers(parents, tags, names, ("",) * len(parents)), hints)


def context_of(row: dict[str, Any]) -> Context:
    page = page_of(row)
    block = row.get("headline", -1)
    title = page.segments[block].text if block >= 0 else None
    source, echoes = row.get("source", "h1") if title else "", tuple(row.get("echoes", ()))
    headline = Headline(title, source, block, echoes, names=frozenset(row.get("names", ())))
    return make_context(page, measure(page.segments), headline, row["lang"])


def verdicts_at(rule: Rule, row: dict[str, Any]) -> list[Verdict]:
    return [verdict for verdict in rule.find(survey(context_of(row))) if verdict.index == row["at"]]


@pytest.mark.parametrize(("rule", "row"), ROWS, ids=[row["id"] for _, row in ROWS])
def test_a_rule_says_of_a_row_what_the_row_expects(rule: str, row: dict[str, Any]) -> None:
    found = [(verdict.label.value, verdict.reason) for verdict in verdicts_at(BY_ID[rule], row)]
    expect = row["expect"]
    assert found == ([(expect["label"], expect["reason"])] if expect else []), row["note"]


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_rule_has_rows_to_catch_and_rows_not_to_touch(rule: Rule) -> None:
    rows = [row for name, row in ROWS if name == rule.id]
    assert sum(row["expect"] is not None for row in rows) >= 2
    assert sum(row["expect"] is None for row in rows) >= 2


def test_rows_are_of_rules_that_exist_and_have_ids_of_their_own() -> None:
    assert {name for name, _ in ROWS} == set(BY_ID)
    assert len({row["id"] for _, row in ROWS}) == len(ROWS)
