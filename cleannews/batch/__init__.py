"""Folders of dumps: inputs, workers, records, report.

The names are imported when first used: a worker process, which starts often, needs none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleannews.batch.folder import clean_folder
    from cleannews.batch.interrupt import Interrupted
    from cleannews.batch.options import BatchOptions
    from cleannews.batch.report import BatchReport

__all__ = ["BatchOptions", "BatchReport", "Interrupted", "clean_folder"]

_HOMES = {
    "BatchOptions": "cleannews.batch.options",
    "BatchReport": "cleannews.batch.report",
    "Interrupted": "cleannews.batch.interrupt",
    "clean_folder": "cleannews.batch.folder",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
