"""Writes a fitted network as the weights file that ``cleannews.label.model`` reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from cleannews.label.features.matrix import FEATURES
from cleannews.label.model import DILATIONS, SCHEMA

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from cleannews.labels import Kind
    from training.fit import Fitted


def export(fitted: Fitted, kind: Kind, path: Path) -> None:
    """Write weights as half-precision arrays, without pickle."""
    state = {name: tensor.numpy() for name, tensor in fitted.network.state_dict().items()}
    arrays: dict[str, NDArray[np.float32]] = {
        "mean": fitted.mean,
        "scale": fitted.scale,
    }
    for layer in ("enter", "summary", "leave"):
        arrays[f"{layer}_weight"] = state[f"{layer}.weight"].T
        arrays[f"{layer}_bias"] = state[f"{layer}.bias"]
    for number, dilation in enumerate(DILATIONS):
        kernel = state[f"steps.{number}.weight"]
        arrays[f"step{dilation}_weight"] = np.concatenate([kernel[:, :, tap].T for tap in range(3)])
        arrays[f"step{dilation}_bias"] = state[f"steps.{number}.bias"]
    halves = {
        name: array.astype(np.float32 if name in {"mean", "scale"} else np.float16)
        for name, array in arrays.items()
    }
    stored: dict[str, Any] = {"schema": np.array(SCHEMA), "features": np.array(FEATURES[kind]), **halves}
    np.savez_compressed(path, **stored)
