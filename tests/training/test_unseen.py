from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("rapidfuzz", reason="the extra `train` is not installed")
pytest.importorskip("torch", reason="fitting needs torch, of the extra `train`")

from tests.training.conftest import fixtures, write_corpus
from training.unseen import layout_of, main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("corpus", "layout"), [("valley.inner", "inner"), ("a.b.lynx", "lynx"), ("valley", "")]
)
def test_the_layout_stands_behind_the_dot(corpus: str, layout: str) -> None:
    assert layout_of(corpus) == layout


def test_each_layout_is_left_out_in_turn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = fixtures("text", 10)
    folders = [
        write_corpus(tmp_path / f"valley.{layout}", names=names, kind="text")
        for layout in ("plain", "wrapped")
    ]
    assert main(["--fold", "1", *map(str, folders)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["plain", "wrapped"]
    figures = [[float(figure) for figure in re.findall(r"learned (\d\.\d+)", line)] for line in lines]
    assert all(len(pair) == 2 and 0.0 < min(pair) <= max(pair) <= 1.0 for pair in figures)


def test_only_the_layouts_asked_for_are_fitted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = fixtures("text", 10)
    folders = [write_corpus(tmp_path / f"valley.{layout}", names=names, kind="text") for layout in ("a", "b")]
    assert main([*map(str, folders), "--fold", "1", "--layouts", "b", "--general", "hill"]) == 0
    assert capsys.readouterr().out.startswith("b ")
