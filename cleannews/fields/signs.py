"""The signs of Chinese, Japanese and Korean, and whether a line of them names a reporter."""

from __future__ import annotations

import re

from cleannews.read.letters import EAST_ASIAN

SIGNS = re.compile(f"[{EAST_ASIAN}]")
"""Kana, ideographs and Hangul."""


def names_reporter(line: str) -> bool:
    """Tell whether a name stands beside a word for reporter or author.

    >>> names_reporter("記者 山田太郎"), names_reporter("By Ann Lee")
    (True, False)
    """
    if not SIGNS.search(line):
        return False
    from cleannews.fields.east_asian import reporters  # noqa: PLC0415 - a tenth of all patterns, for few pages

    return bool(reporters(line))
