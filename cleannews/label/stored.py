"""The word lists that labelling ships as data files."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def read_stored(name: str) -> Any:  # noqa: ANN401 - a JSON value
    """Read a file of ``label/data``; who asks keeps what is made of it.

    Args:
        name: Of the file, without its suffix.

    >>> sorted(read_stored("error_pages"))
    ['phrases', 'provenance', 'whole_lines']
    """
    return json.loads((files("cleannews.label") / "data" / f"{name}.json").read_bytes())
