"""All hostile inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hostile import binaries, content, dumps, encodings, markup, metadata

if TYPE_CHECKING:
    from tests.hostile.case import Case

CASES: dict[str, Case] = {
    each.name: each for room in (markup, content, encodings, metadata, dumps, binaries) for each in room.CASES
}
"""Name -> case, in a fixed order."""
