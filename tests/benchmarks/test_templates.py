"""What site templates gain, on a corpus of two small sites."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.templates import PAGES, chart, main, measure
from tests.label.site.newsroom import HARBOUR, VALLEY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    lines = []
    for name, site, count in (("harbour", HARBOUR, 3), ("valley", VALLEY, 1)):
        for number in range(count):
            (tmp_path / f"{name}{number}.txt").write_text(site.text(number), encoding="utf-8")
            case = {"id": f"{name}{number}", "html": f"{name}{number}.txt", "kind": "text", "type": "article"}
            lines.append(case | {"domain": f"{name}.example", "gold": list(site.body(number))})
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    (tmp_path / "cases.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def test_pages_of_a_site_with_several_are_cleaned_with_and_without(corpus: Path) -> None:
    found = measure(corpus, None)
    assert found.sites == ["harbour.example"] * 3
    assert {pages: len(each) for pages, each in found.f1.items()} == dict.fromkeys(PAGES, 3)
    assert found.gain(1) == 0
    assert 0 <= found.lost <= 1
    low, high = found.interval()
    assert round(low, 9) <= round(found.gain(PAGES[-1]), 9) <= round(high, 9)


def test_a_table_and_a_chart_come_out(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawing = corpus / "gains.svg"
    assert main([str(corpus), "--chart", str(drawing)]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 3
    assert rows[0].count("|") == rows[1].count("|") == rows[2].count("|")
    assert drawing.read_text(encoding="utf-8") == chart([measure(corpus, None)])
    assert drawing.read_text(encoding="utf-8").count("<polyline") == 1
