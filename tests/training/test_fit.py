from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("rapidfuzz", reason="the extra `train` is not installed")
pytest.importorskip("torch", reason="fitting needs torch, of the extra `train`")

import torch

from cleannews.label import model
from cleannews.labels import Kind
from training.corpus import FOLDS, load_cases
from training.examples import Example, make_example
from training.export import export
from training.fit import Recipe, fit
from training.predict import clean_held_out, fold_weights
from training.recipes import recipe
from training.validate import kept_blocks, page_f1, summary

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def examples(pages: Path) -> list[Example]:
    return [make_example(case) for case in load_cases(pages)]


def mean_f1(examples: list[Example], scores: list[model.Matrix]) -> float:
    kept = [kept_blocks(one, found, 0.5) for one, found in zip(examples, scores, strict=True)]
    return float(np.mean([page_f1(one, these) for one, these in zip(examples, kept, strict=True)]))


def test_a_network_learns_its_pages(examples: list[Example]) -> None:
    little, much = (fit(examples, Recipe(epochs=epochs, batch_blocks=400)) for epochs in (1, 12))
    learned = mean_f1(examples, [much.predict(one.features) for one in examples])
    assert learned > 0.95
    assert learned > mean_f1(examples, [little.predict(one.features) for one in examples])


def test_the_same_recipe_gives_the_same_network(examples: list[Example]) -> None:
    first, again, other = (
        fit(examples, Recipe(epochs=2, batch_blocks=400, seed=seed)).predict(examples[0].features)
        for seed in (1, 1, 2)
    )
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_the_library_computes_what_was_fitted(examples: list[Example], tmp_path: Path) -> None:
    fitted = fit(examples, recipe(Kind.HTML))
    export(fitted, Kind.HTML, tmp_path / "weights.npz")
    weights = model.read_weights(tmp_path / "weights.npz", Kind.HTML)
    for example in examples:
        ours = model.forward(weights, example.features.astype(np.float32))
        assert ours == pytest.approx(fitted.predict(example.features), abs=0.01), "but for half precision"


def test_held_out_figures_are_told_by_corpus(examples: list[Example]) -> None:
    perfect = [(one, (one.share > 0.5).astype(np.float32)) for one in examples]
    (ruled, plain, count) = summary(perfect)["pages"]
    assert count == len(examples)
    assert plain > 0.97
    assert abs(ruled - plain) < 0.03


def run(*arguments: str) -> str:
    """Run a command of the training in a process of its own: it starts workers."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", *arguments], capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_one_command_fits_predicts_and_judges(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("training", str(pages), "--out", str(out))
    cases = load_cases(pages)
    lines = (out / "pages.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [case.id for case in cases]
    assert all(fold_weights(out, Kind.HTML, fold).is_file() for fold in range(FOLDS))
    assert model.read_weights(out / "model_html.npz", Kind.HTML)
    assert json.loads(lines[0])["text"] == clean_held_out(cases[0], out).text

    run("training.judge", str(pages), "--weights", str(out), "--out", str(out / "judgement.json"))
    judged = json.loads((out / "judgement.json").read_text(encoding="utf-8"))
    shipped = json.loads((ROOT / "cleannews" / "judgement.json").read_text(encoding="utf-8"))
    assert judged["evidence"] == shipped["evidence"]
    assert judged["text"] == shipped["text"], "there were no dumps: what is shipped stays"
    assert judged["html"]["confidence"] != shipped["html"]["confidence"]

    table = run("training.variants", str(pages), "--weights", str(out))
    figures = [line.split("|") for line in table.splitlines() if line.startswith("| threshold")]
    recalls = [float(cells[3]) for cells in figures]
    assert len(recalls) > 5
    assert recalls[0] >= recalls[-1]
    assert "| rules and network |" in table
