"""Files that stand inside of a dump: the ``data:`` addresses of pictures, letters and scripts."""

from __future__ import annotations

import re

from cleannews.read.rewriting import Change, Unescaped, rewritten

_OPENS = re.compile(r"data:(?:image|font|application|text|audio|video)/[\w.+-]{1,40}(?:;[\w=.-]{1,40}){0,3},")
_ENDS = re.compile(r"[\s()<>\[\]\"'|]")
_LEAST = 60
"""Characters of an address that are a file: an article about such addresses shows short ones."""


def without_files(source: str) -> Unescaped | None:
    """Cut the files out of the addresses that hold one.

    Args:
        source: The dump.

    Returns:
        ``None`` if there are none.

    >>> found = without_files("![Ferry](data:image/png;base64," + "iVBORw0KGgo" * 9 + ") It rained.")
    >>> found.text if found else None
    '![Ferry](data:image/png;base64,) It rained.'
    """
    if "data:" not in source:
        return None
    changes: list[Change] = []
    for opens in _OPENS.finditer(source):
        if changes and opens.start() < changes[-1].end:
            continue
        ends = _ENDS.search(source, opens.end())
        end = ends.start() if ends else len(source)
        if end - opens.end() >= _LEAST:
            changes.append(Change(opens.end(), end, ""))
    return rewritten(source, changes) if changes else None
