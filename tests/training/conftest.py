"""The project's own pages and dumps as a corpus in the case format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

PAGES = Path(__file__).parent.parent / "fixtures" / "pages"


def write_corpus(folder: Path, *, names: list[str], kind: str) -> Path:
    """Write the fixtures of these names as cases, each of a site of its own."""
    folder.mkdir()
    records = []
    for name in names:
        source = next((PAGES / name).glob("source.*"))
        expected = json.loads((PAGES / name / "expected.json").read_text(encoding="utf-8"))
        (folder / name).write_bytes(source.read_bytes())
        record = {
            "id": name,
            "html": name,
            "gold": expected["paragraphs"],
            "type": "article" if expected["paragraphs"] else "listing",
            "domain": f"{name}.example",
            "kind": kind,
            "language": expected.get("language"),
        }
        records.append(record)
    text = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "cases.jsonl").write_text(text, encoding="utf-8")
    return folder


def fixtures(kind: str, count: int) -> list[str]:
    """Return the names of the first fixtures of a kind that are articles."""
    suffix = "html" if kind == "html" else "txt"
    found = []
    for folder in sorted(PAGES.iterdir()):
        expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        if (folder / f"source.{suffix}").exists() and expected.get("paragraphs"):
            found.append(folder.name)
    return found[:count]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a corpus of HTML pages."""
    return write_corpus(tmp_path_factory.mktemp("c") / "pages", names=fixtures("html", 12), kind="html")


@pytest.fixture(scope="session")
def dumps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a corpus of flattened dumps."""
    return write_corpus(tmp_path_factory.mktemp("c") / "dumps", names=fixtures("text", 8), kind="text")


@pytest.fixture(scope="session")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a corpus of dumps on one line, which are cut at phrases before they are learned from."""
    names = [name for name in fixtures("text", 999) if name.startswith("oneline-")]
    return write_corpus(tmp_path_factory.mktemp("c") / "lines", names=names, kind="text")
