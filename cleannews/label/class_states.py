"""Classes that tell what a page has or lacks (``no-ads has-comments``), not what an element holds."""

from __future__ import annotations

import re

_STATE = re.compile(
    r"(?<!\S)(?:(?:\S{0,60}[-_])?(?:no|non|has|without)[-_]\S+|with[-_]\S+"
    r"|\S{1,60}[-_](?:free|none|enabled|disabled))(?!\S)"
)
_PARTS = ("no", "has", "with", "free", "abled")


def without_states(names: str) -> str:
    """Drop the classes and ids that tell a state.

    Args:
        names: In lower case, parted by spaces.

    >>> without_states("entry-ad-free no-ads story__body has-comments")
    'story__body'
    >>> without_states("image-with-caption ad-slot")
    'image-with-caption ad-slot'
    """
    if not any(part in names for part in _PARTS):
        return names
    return " ".join(_STATE.sub("", names).split())
