"""Crude dumps that are learned from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from training.corpus import load_cases, load_records
from training.crude import LEARNED_DRAW, SHAPES, crude_dump, main, titled

DUMPS = Path(__file__).parents[2] / "training" / "dumps"
RECORDS = load_records(DUMPS)


def _record(name: str, *, size: int = 500) -> dict[str, Any]:
    return {
        "id": name,
        "domain": f"{name}.example",
        "html": f"{name}.html",
        "title": f"The ferry to {name} stops for a week",
        "gold": ["The ferry company said so on Sunday. " * (size // 36)],
        "language": "en",
    }


def test_every_article_is_written_in_several_shapes(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    records = [*map(_record, "abc"), _record("short", size=100), {**_record("list"), "type": "listing"}]
    text = "".join(f"{json.dumps(record)}\n" for record in records)
    (corpus / "cases.jsonl").write_text(text, encoding="utf-8")
    assert main(["--out", str(tmp_path), "--shapes", "3", str(corpus)]) == 0
    cases = load_cases(tmp_path / "corpus.crude")
    assert len(cases) == len({case.id for case in cases}) == 9
    assert {case.domain for case in cases} == {"a.example", "b.example", "c.example"}
    for case in cases:
        dump = "".join(case.read().decode().split())
        assert all("".join(paragraph.split()) in dump for paragraph in case.gold)


def test_what_is_learned_from_is_not_what_is_measured() -> None:
    record, titles = _record("a"), ["Storm closes the old bridge", "Keeper of the light wins a medal"]
    learned = {crude_dump(record, titles, shape, LEARNED_DRAW).dump for shape in SHAPES}
    assert learned.isdisjoint(
        crude_dump(record, titles, shape, draw).dump for shape in SHAPES for draw in range(3)
    )


def test_a_number_of_shapes_that_there_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--out", str(tmp_path), "--shapes", "9", str(tmp_path)])
    assert "--shapes is a number from 1 to 6" in capsys.readouterr().err


def test_articles_without_a_title_are_left_out() -> None:
    assert titled([{**_record("a"), "title": ""}]) == []


@pytest.mark.parametrize("record", RECORDS, ids=[record["id"] for record in RECORDS])
def test_every_paragraph_of_the_gold_is_in_its_dump(record: dict[str, Any]) -> None:
    dump = "".join((DUMPS / record["html"]).read_text(encoding="utf-8").split())
    assert [text for text in record["gold"] if "".join(text.split()) not in dump] == []


def test_the_dumps_are_of_many_languages() -> None:
    assert len(RECORDS) == 112
    assert len({record["language"] for record in RECORDS}) >= 35
    assert {f"txt/{path.name}" for path in (DUMPS / "txt").iterdir()} == {each["html"] for each in RECORDS}
