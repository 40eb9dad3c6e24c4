"""The lead of an article whose cut-off copy, an excerpt, stands above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.read.letters import FIRST_CJK

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEASERS = 12
"""Teasers that may stand between an excerpt and the text it was cut from."""

_EXCERPT_CHARS, _EXCERPT_CJK = 36, 14
"""A shorter beginning in common may be chance ("The minister said on Monday"); Han and kana say more each."""


def cut_lead(keys: Sequence[str], begin: int, prose: int) -> tuple[int, int]:
    """Find the last block above the prose that is the beginning of one below it.

    Args:
        keys: Of all blocks; see :class:`~cleannews.label.measures.Measures`.
        begin: First block behind the headline.
        prose: First block that reads like prose. The text that the excerpt was cut from may stand behind a
            few teasers that do, too.

    Returns:
        That block and the one it was cut from; -1 twice if there is none.

    >>> lead = "the ferry waited for the tide until evening"
    >>> cut_lead(("ferry is late", lead, "storm closes harbour", f"{lead} came"), 1, 3)
    (1, 3)
    """
    latest: dict[str, int] = {}
    for index in range(min(prose + _TEASERS, len(keys) - 1), begin - 1, -1):
        key = keys[index]
        least = _EXCERPT_CJK if key[:1] >= FIRST_CJK else _EXCERPT_CHARS
        if len(key) >= least:
            whole = latest.get(key[:least], index)
            if index < prose and len(keys[whole]) > len(key) and keys[whole].startswith(key):
                return index, whole
            latest[key[:least]] = index
    return -1, -1
