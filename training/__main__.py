"""Fits, validates and exports the model: ``python -m training --out DIR CORPUS [CORPUS ...]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch

from cleannews.labels import Kind
from training.corpus import FOLDS, load_cases
from training.examples import Example, make_examples
from training.export import export
from training.fit import fit, weighted
from training.predict import fold_weights, write_predictions
from training.recipes import recipe
from training.validate import summary


def main(arguments: list[str] | None = None) -> int:
    """Run the whole training: weights of every fold, their figures, predictions, the weights to ship."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, help="folders with cases.jsonl, HTML or flattened")
    parser.add_argument("--out", type=Path, required=True, help="where weights and predictions go")
    parser.add_argument(
        "--general", nargs="+", default=["wcxb", "self"], help="corpora whose names begin so count once"
    )
    options = parser.parse_args(arguments)
    # One thread, so that sums are taken in the same order on every machine.
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    for kind in Kind:
        folders = [folder for folder in options.corpora if _kind_of(folder) is kind]
        examples = list(make_examples(case for folder in folders for case in load_cases(folder)))
        if examples:
            _fit_all(kind, examples, options.out, tuple(options.general))
            for folder in folders:
                write_predictions(load_cases(folder), options.out, options.out / f"{folder.name}.jsonl")
    return 0


def _kind_of(folder: Path) -> Kind:
    cases = load_cases(folder)
    if not cases:
        raise SystemExit(f"{folder} has no case of an article with gold text; give a folder with cases.jsonl")
    return Kind(cases[0].kind)


def _fit_all(kind: Kind, examples: list[Example], out: Path, general: tuple[str, ...]) -> None:
    learned = weighted(examples, recipe(kind), general)
    predicted = []
    for fold in range(FOLDS):
        fitted = fit([one for one in learned if one.case.fold != fold], recipe(kind))
        export(fitted, kind, fold_weights(out, kind, fold))
        held = [one for one in examples if one.case.fold == fold]
        predicted += [(one, fitted.predict(one.features)) for one in held]
    for corpus, (ruled, plain, pages) in summary(predicted).items():
        line = f"{corpus:24} F1 {ruled:.4f} (without rules {plain:.4f}) on {pages} pages\n"
        sys.stderr.write(line)
    export(fit(learned, recipe(kind)), kind, out / f"model_{kind}.npz")


if __name__ == "__main__":
    sys.exit(main())
