"""What the lines of a dump tell of its making."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cleannews.read.page import Layout


class Traits(NamedTuple):
    """What the lines of a dump tell of its making."""

    layout: Layout
    width: int
    """Column at which lines are wrapped; 0 if they are not."""
    wide: bool
    """Whether the wrapping counted columns: two for East Asian characters, none for marks over a letter."""
    glued: bool
    """Whether text nodes run into each other."""
    numbered: bool
    """Whether links carry lynx' numbers."""
    base_gap: int
    """Blank lines between two lines that may belong to one paragraph."""
    gap: int = 0
    """Spaces from which on white space inside a line parts blocks; 0 if none does."""
