from __future__ import annotations

from pathlib import Path

import pytest

from cleannews.article import FrozenMap
from cleannews.batch import BatchReport


def test_a_report_adds_up() -> None:
    report = BatchReport(Path("out"), done=90, failed=10, resumed=40, seconds=3.0)
    assert report.total == 100
    assert report.pages_per_second == 20.0
    assert report.articles_path == Path("out/articles.jsonl")
    assert report.failures_path == Path("out/failures.jsonl")


def test_a_run_that_took_no_time_has_no_rate() -> None:
    assert BatchReport(Path("out"), done=0, failed=0).pages_per_second == 0.0


def test_the_summary_tells_what_a_person_needs_to_know() -> None:
    report = BatchReport(
        Path("out"),
        done=1200,
        failed=4,
        failures=FrozenMap({"crash": 1, "empty": 3}),
        statuses=FrozenMap({"ok": 1190, "partial": 10}),
        skipped=FrozenMap({"suffix": 2}),
        resumed=4,
        gone=2,
        copies=3,
        low_confidence=7,
        seconds=10.0,
    )
    assert report.summary().splitlines() == [
        "1,204 inputs in 10.0 s (120 pages/s)",
        "  done    1,200 (10 partial)",
        "  failed  4 (3 empty, 1 crash): see out/failures.jsonl",
        "  skipped 2 (2 by their suffix): they are no dumps",
        "  resumed 4: finished by an earlier run",
        "  gone    2: records of inputs that are no longer there were dropped",
        "  copies  3: the text of an earlier input, see duplicate_of",
        "  check   7 articles of low confidence (below 0.5)",
        "  records out/articles.jsonl",
    ]


@pytest.mark.parametrize(
    ("report", "head"),
    [
        (BatchReport(Path("out"), done=1, failed=0, seconds=4.0), "1 input in 4.0 s (0.2 pages/s)"),
        (BatchReport(Path("out"), done=19, failed=0, seconds=2.0), "19 inputs in 2.0 s (9.5 pages/s)"),
        (BatchReport(Path("out"), done=25, failed=0, seconds=2.0), "25 inputs in 2.0 s (12 pages/s)"),
        (BatchReport(Path("out"), done=25, failed=0, resumed=25, seconds=0.1), "25 inputs in 0.1 s"),
        (BatchReport(Path("out"), done=0, failed=0, seconds=0.1), "0 inputs in 0.1 s"),
    ],
)
def test_a_rate_is_told_where_there_is_one(report: BatchReport, head: str) -> None:
    assert report.summary().splitlines()[0] == head


def test_the_summary_counts_one_as_one() -> None:
    summary = BatchReport(Path("out"), done=1, failed=0, low_confidence=1).summary()
    assert "  check   1 article of low confidence (below 0.5)" in summary


def test_the_summary_of_a_clean_run_is_short() -> None:
    summary = BatchReport(Path("out"), done=2, failed=0, seconds=1.0).summary()
    assert "skipped" not in summary
    assert "check" not in summary
    assert "gone" not in summary
