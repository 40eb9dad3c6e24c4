"""Types of the fixtures in ``conftest.py``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from cleannews.batch import BatchReport

Fill = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., BatchReport]
Again = Callable[..., tuple[list[str], bytes]]
Fresh = Callable[[], bytes]
Cleaned = Callable[[], list[str]]
Records = Callable[[], list[dict[str, Any]]]
