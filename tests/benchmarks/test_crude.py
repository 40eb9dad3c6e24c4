"""Crude dumps written out of a corpus."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.crude import main, right
from cleannews import clean
from training.crude import SHAPES, crude_dump

if TYPE_CHECKING:
    from pathlib import Path

TITLES = ("Storm closes the old bridge for a week", "Keeper of the light wins a medal")
LEAD = (
    "The ferry company said on Sunday that the wind was too strong for its two older ships, and that the "
    "service to the islands would stop for a week."
)
MORE = (
    "On {day} the islands had bread and milk for three days more, said Mara Field, who runs the shop there."
)


def _record(name: str) -> dict[str, Any]:
    body = [LEAD, *(MORE.format(day=day) for day in ("Monday", "Tuesday", "Wednesday", "Thursday"))]
    return {
        "id": name,
        "title": "Ferry to the islands stops",
        "gold": body,
        "language": "en",
        "type": "article",
    }


@pytest.mark.parametrize("shape", SHAPES[:3])
@pytest.mark.parametrize("draw", range(6))
def test_a_dump_comes_out_as_it_was_written(shape: str, draw: int) -> None:
    wanted = crude_dump(_record("a"), TITLES, shape, draw)
    assert set(right(clean(wanted.dump, kind="text"), wanted).values()) == {1.0}


def test_every_run_draws_the_same() -> None:
    assert crude_dump(_record("a"), TITLES, "above", 1) == crude_dump(_record("a"), TITLES, "above", 1)
    dumps = {crude_dump(_record(name), TITLES, "above", draw).dump for name in "abc" for draw in range(3)}
    assert len(dumps) > 3


def test_the_table_has_a_row_for_every_shape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    titles = [{**_record(f"t{place}"), "title": title} for place, title in enumerate(TITLES)]
    lines = [{**each, "html": "none.html", "domain": "a.example"} for each in (_record("a"), *titles)]
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    (tmp_path / "cases.jsonl").write_text(text, encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 2 + len(SHAPES)
    assert rows[2].startswith("| 9 above | ")
