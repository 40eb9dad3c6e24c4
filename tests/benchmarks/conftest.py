"""Tiny corpora in the case format, invented."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

STORIES = {
    "weir": [
        "The weir at Ostermill was opened on Tuesday after a winter of repairs, the river board said.",
        "Its gates had been stuck since October, when a barge broke loose and struck the middle pier.",
        "Anglers had asked the board for years to build a pass for eels, which now runs along the left bank.",
    ],
    "loom": [
        "A loom that stood in a cellar for ninety years is weaving again in the old town of Halmsjo.",
        "Two retired engineers spent four winters on its gears and carved the missing shuttles by hand.",
    ],
    "bees": [
        "Beekeepers in the Orle valley counted fewer swarms this spring than in any year since the flood.",
        "They blame the late frost, which took the cherry blossom in the second week of April.",
    ],
}


HEADLINES = {
    "weir": "Ostermill weir opens again after a winter of repairs",
    "loom": "Loom weaves again after ninety years in a cellar",
    "bees": "Fewest swarms in the Orle valley since the flood",
}


def page(headline: str, paragraphs: list[str]) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    menu = "<nav><a href=/>Home</a> <a href=/sport>Sport</a></nav>"
    head = f"<head><title>{headline}</title></head>"
    return f"<html>{head}<body>{menu}<article><h1>{headline}</h1>{text}</article></body></html>"


def write_corpus(folder: Path, *, kind: str) -> Path:
    """Write a corpus of three cases; the first is packed."""
    folder.mkdir()
    records = []
    for number, (name, paragraphs) in enumerate(STORIES.items()):
        lines = ["Home", "Sport", HEADLINES[name], *paragraphs, "COMMENTS"]
        source = page(HEADLINES[name], paragraphs) if kind == "html" else "\n".join(lines)
        path = folder / (f"{name}.gz" if number == 0 else name)
        raw = source.encode()
        path.write_bytes(gzip.compress(raw) if number == 0 else raw)
        record = {
            "id": name,
            "html": path.name,
            "gold": paragraphs,
            "type": "article",
            "domain": f"{name}.example",
            "kind": kind,
            "language": "en",
        }
        records.append(record)
    text = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "cases.jsonl").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def html_corpus(tmp_path: Path) -> Path:
    """Return a folder with three pages."""
    return write_corpus(tmp_path / "pages", kind="html")


@pytest.fixture
def text_corpus(tmp_path: Path) -> Path:
    """Return a folder with three dumps."""
    return write_corpus(tmp_path / "dumps", kind="text")
