from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.__main__ import main
from benchmarks.extractors import EXTRACTORS, USUAL, as_html, as_text, held_out
from benchmarks.measure import run_all
from cleannews.labels import Kind
from training.corpus import FOLDS, load_cases

if TYPE_CHECKING:
    from pathlib import Path


def test_one_run_compares_on_pages_and_dumps(
    html_corpus: Path, text_corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    chosen = ["--extractors", "cleannews,trafilatura", "--out", str(out)]
    assert main([str(html_corpus), str(text_corpus), *chosen]) == 0
    record = json.loads((out / "benchmark.json").read_text(encoding="utf-8"))
    assert [each["corpus"] for each in record["corpora"]] == ["pages", "dumps"]
    for corpus in record["corpora"]:
        ours = corpus["rows"][0]
        assert ours["name"] == "cleannews"
        assert ours["accuracy"]["f1"] > 0.9
        assert ours["speed"]["median_ms"] > 0
        assert ours["peak_mb"] > 10
        assert not ours["failures"]
    printed = capsys.readouterr().out
    assert printed.strip() == (out / "benchmark.md").read_text(encoding="utf-8").strip()
    assert "<svg" in (out / "benchmark.svg").read_text(encoding="utf-8")


def test_a_limit_takes_the_first_cases(html_corpus: Path, tmp_path: Path) -> None:
    chosen = ["--extractors", "cleannews", "--limit", "2", "--out", str(tmp_path / "out")]
    main([str(html_corpus), *chosen])
    record = json.loads((tmp_path / "out" / "benchmark.json").read_text(encoding="utf-8"))
    assert record["corpora"][0]["documents"] == ["weir", "loom"]


def test_a_folder_without_cases_and_an_unknown_name_are_refused(html_corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"no cases\.jsonl"):
        main([str(tmp_path)])
    with pytest.raises(SystemExit, match="no case of type listing"):
        main([str(html_corpus), "--types", "listing"])
    with pytest.raises(SystemExit):
        main([str(html_corpus), "--extractors", "nobody"])


def test_peers_are_given_dumps_as_paragraphs(text_corpus: Path, html_corpus: Path) -> None:
    dump, page = load_cases(text_corpus)[0], load_cases(html_corpus)[0]
    assert as_html(dump, b"a < b\n\nc").decode() == "<html><body><p>a &lt; b</p>\n<p>c</p></body></html>"
    assert as_html(page, b"<p>a") == b"<p>a"
    assert as_text(page, "<p>über".encode()) == "<p>über"


def test_held_out_weights_are_those_of_the_fold(html_corpus: Path, tmp_path: Path) -> None:
    cases = load_cases(html_corpus)
    absent = {"cleannews": held_out(tmp_path)}
    failures = [run.failure for run in run_all(absent, cases)[0]["cleannews"].runs]
    assert all(f"model_{Kind.HTML}.{case.fold}.npz" in why for case, why in zip(cases, failures, strict=True))
    assert {case.fold for case in cases} <= set(range(FOLDS))


def test_the_usual_extractors_are_the_nine_of_the_documents() -> None:
    assert len(USUAL) == 9
    assert set(USUAL) <= set(EXTRACTORS)
