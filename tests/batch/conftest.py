"""Input folders and runs over them with the cleaners of ``cleaners.py``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from cleannews.batch import BatchReport, clean_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.batch.shapes import Fill, Records, Run

CLEANER = "tests.batch.cleaners:troubled"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def fill(source: Path) -> Fill:
    """Write files into the input folder."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return source

    return write


@pytest.fixture
def run(source: Path, target: Path) -> Run:
    """Clean the input folder into the output folder."""

    def start(**options: Any) -> BatchReport:  # noqa: ANN401 - passed on
        settings: dict[str, Any] = {"cleaner": CLEANER, "workers": 1} | options
        return clean_folder(source, target, **settings)

    return start


@pytest.fixture
def records(target: Path) -> Records:
    """Read the records of the output folder."""

    def read() -> list[dict[str, Any]]:
        text = (target / "articles.jsonl").read_text(encoding="utf-8")
        return [json.loads(line) for line in text.split("\n")[:-1]]

    return read
