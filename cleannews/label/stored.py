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
    folder = files("cleannews.label") / "data"
    written = folder / f"{name}.json"
    if written.is_file():
        return json.loads(written.read_bytes())
    import lzma  # noqa: PLC0415 - few lists are packed, and in wheels alone (hatch_build.py)

    return json.loads(lzma.decompress((folder / f"{name}.json.xz").read_bytes()))
