from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from training.corpus import FOLDS, Case, load_cases


def case(domain: str, *, corpus: str = "a") -> Case:
    return Case(corpus, "x", Path("x"), "html", ("gold",), "article", domain, None)


def write(folder: Path, *records: dict[str, object]) -> Path:
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "cases.jsonl").write_text(lines, encoding="utf-8")
    return folder


def test_a_site_is_in_one_fold_in_every_corpus() -> None:
    assert case("news.example", corpus="a").fold == case("news.example", corpus="b").fold


def test_folds_are_of_like_size_and_all_used() -> None:
    counts = Counter(case(f"site{number}.example").fold for number in range(1000))
    assert set(counts) == set(range(FOLDS))
    assert max(counts.values()) < 1.3 * min(counts.values())


def test_folds_stay_what_they_were() -> None:
    """Weights of a fold that were fitted yesterday must not have seen its sites."""
    assert [case(f"site{number}.example").fold for number in range(8)] == [4, 0, 4, 3, 2, 2, 4, 0]


def test_only_cases_of_the_type_with_gold_are_loaded(tmp_path: Path) -> None:
    corpus = write(
        tmp_path,
        {"id": "a", "html": "a", "gold": ["x"], "domain": "a.example"},
        {"id": "no gold", "html": "b", "gold": []},
        {"id": "empty gold", "html": "b", "gold": ["", ""]},
        {"id": "a list", "html": "c", "gold": ["x"], "type": "listing"},
    )
    assert [one.id for one in load_cases(corpus)] == ["a"]
    assert [one.id for one in load_cases(corpus, types=frozenset({"listing"}))] == ["a list"]


@pytest.mark.parametrize(
    ("record", "domain"),
    [
        ({"domain": "b.example", "site": "www.b.example"}, "b.example"),
        ({"site": "www.b.example"}, "www.b.example"),
        ({}, "a"),
    ],
)
def test_the_key_of_the_folds_is_the_domain_else_the_site_else_the_case(
    tmp_path: Path, record: dict[str, object], domain: str
) -> None:
    corpus = write(tmp_path, {"id": "a", "html": "a", "gold": ["x"], **record})
    assert load_cases(corpus)[0].domain == domain


def test_packed_and_plain_dumps_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>a"))
    (tmp_path / "b.txt").write_bytes(b"b")
    corpus = write(
        tmp_path,
        {"id": "a", "html": "a.html.gz", "gold": ["a"]},
        {"id": "b", "html": "b.txt", "gold": ["b"], "kind": "text"},
    )
    assert [(one.kind, one.read()) for one in load_cases(corpus)] == [("html", b"<p>a"), ("text", b"b")]
