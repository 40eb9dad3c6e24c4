"""Folders of dumps: inputs, workers, records, report."""

from __future__ import annotations

from cleannews.batch.folder import clean_folder
from cleannews.batch.interrupt import Interrupted
from cleannews.batch.options import BatchOptions
from cleannews.batch.report import BatchReport

__all__ = ["BatchOptions", "BatchReport", "Interrupted", "clean_folder"]
