"""Cleans every case with the weights that were fitted without its domain."""

from __future__ import annotations

import json
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from cleannews.label import model
from cleannews.labels import Kind, Mode
from cleannews.pipeline import clean
from training.corpus import FOLDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from cleannews.article import Article
    from training.corpus import Case


def fold_weights(folder: Path, kind: Kind, fold: int) -> Path:
    """Return where the weights fitted without a fold are kept."""
    return folder / f"model_{kind}.{fold}.npz"


def clean_held_out(case: Case, folder: Path, *, mode: str = "balanced") -> Article:
    """Clean one case with weights that have not seen its domain.

    Args:
        case: The page.
        folder: Holds the weights of every fold.
        mode: As for :func:`cleannews.clean`.
    """
    return clean_without(case.fold, case, folder, mode=mode)


def clean_without(fold: int, case: Case, folder: Path, *, mode: str = "balanced") -> Article:
    """Clean one case with the weights that were fitted without a fold, be it the case's own or another."""
    with weights_without(fold, folder):
        return clean(case.read(), kind=Kind(case.kind), mode=Mode(mode))


@contextmanager
def weights_without(fold: int, folder: Path | None) -> Iterator[None]:
    """Let what is cleaned inside be cleaned with the weights that were fitted without a fold.

    Args:
        fold: Number of the fold.
        folder: Holds the weights of every fold; ``None`` leaves those that are shipped.
    """
    if folder is None:
        yield
        return
    with patch.object(model, "load_weights", lambda kind: _weights(folder, kind, fold)):
        yield


@lru_cache(maxsize=2 * FOLDS)
def _weights(folder: Path, kind: Kind, fold: int) -> model.Weights:
    return model.read_weights(fold_weights(folder, kind, fold), kind)


def prediction(case: Case, folder: Path, mode: str = "balanced") -> dict[str, Any]:
    """Clean one case and return the line that scorers read."""
    started = time.perf_counter()
    article = clean_held_out(case, folder, mode=mode)
    return {
        "id": case.id,
        "text": article.text,
        "ms": (time.perf_counter() - started) * 1000.0,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "status": str(article.status),
        "confidence": article.confidence,
        "article_score": article.article_score,
    }


def write_predictions(
    cases: Sequence[Case], folder: Path, out: Path, *, mode: str = "balanced", workers: int = 2
) -> None:
    """Write one line of JSON for every case, in order."""
    with ProcessPoolExecutor(workers) as pool, out.open("w", encoding="utf-8") as lines:
        for record in pool.map(prediction, cases, _same(folder), _same(mode), chunksize=8):
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")


def _same(value: Any) -> Iterable[Any]:  # noqa: ANN401 - repeats whatever it is given
    while True:
        yield value
