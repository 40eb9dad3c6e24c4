"""Classes that tell what a page has or lacks (``no-ads has-comments``), not what an element holds."""

from __future__ import annotations

import re

_STATE = re.compile(
    r"(?<!\S)(?:(?:\S{0,60}[-_])?(?:no|non|has|without)[-_]\S+|with[-_]\S+"
    r"|\S{1,60}[-_](?:free|none|enabled|disabled))(?!\S)"
)


def without_states(names: str) -> str:
    """Drop the classes and ids that tell a state.

    Args:
        names: In lower case, parted by spaces.

    >>> without_states("entry-ad-free no-ads story__body has-comments")
    'story__body'
    >>> without_states("ad_free non_ad ads_none has-x")
    ''
    >>> without_states("image-with-caption ad-slot")
    'image-with-caption ad-slot'
    """
    # most elements have none of these, and to look for them one by one costs least
    if (
        "no-" in names
        or "has-" in names
        or "with" in names
        or "non-" in names
        or "abled" in names
        or "-free" in names
        or "-none" in names
        or "no_" in names
        or "has_" in names
        or "non_" in names
        or "_free" in names
        or "_none" in names
    ):
        return " ".join(_STATE.sub("", names).split())
    return names
