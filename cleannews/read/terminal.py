"""What a program wrote for a terminal: colours, cursor moves, links (ECMA-48, control sequences)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.read.rewriting import Change, rewritten

if TYPE_CHECKING:
    from cleannews.read.rewriting import Unescaped

_SEQUENCE = re.compile(
    r"\x1b(?:\[[0-9:;<=>?]{0,40}[ -/]{0,4}[@-~]|\][^\x07\x1b]{0,2000}(?:\x07|\x1b\\)|[()][0-9A-B])"
)


def without_sequences(source: str) -> Unescaped | None:
    r"""Cut out what terminals obey and nobody reads.

    Args:
        source: The dump.

    Returns:
        ``None`` if there is nothing of the kind.

    >>> without_sequences("\x1b[1mIt rained\x1b[0m all day.").text
    'It rained all day.'
    """
    if "\x1b" not in source:
        return None
    changes = [Change(*found.span(), "") for found in _SEQUENCE.finditer(source)]
    return rewritten(source, changes) if changes else None
