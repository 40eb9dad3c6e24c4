"""The lead of an article whose cut-off copy, an excerpt, stands above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEASERS = 12
"""Teasers that may stand between an excerpt and the text it was cut from."""

_EXCERPT_CHARS = 40
"""A shorter beginning in common may be chance ("The minister said on Monday")."""


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
        if len(key) >= _EXCERPT_CHARS:
            whole = latest.get(key[:_EXCERPT_CHARS], index)
            if index < prose and len(keys[whole]) > len(key) and keys[whole].startswith(key):
                return index, whole
            latest[key[:_EXCERPT_CHARS]] = index
    return -1, -1
