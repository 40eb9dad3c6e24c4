"""The authors that a source names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.masthead import is_site_name, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.fields.evidence import Evidence


class Authors(NamedTuple):
    """The authors and the source that named them."""

    names: tuple[str, ...]
    origin: str
    persons: bool = True
    """The source does not say that they are organisations."""

    @property
    def block(self) -> int:
        """The block that names them; -1 for a declaration."""
        number = self.origin.partition(":block ")[2]
        return int(number) if number else -1


_BETWEEN = re.compile(r"(\s?[,|•·]\s?)")


def apart_from_site(evidence: Evidence, line: str) -> str:
    """Leave the site's name out of a line of names: "Ann Lee, Daily Herald | 3 May"."""
    if not evidence.names or not any(map(line.__contains__, ",|•·")):
        return line
    pieces = _BETWEEN.split(line)
    for at in range(2, len(pieces), 2):
        if is_site_name(pieces[at], evidence.names):
            pieces[at - 1 : at + 1] = ["", ""]
    return "".join(pieces)


def without_site(evidence: Evidence, names: Sequence[str]) -> tuple[str, ...]:
    """Cut the site's name off a person's: "Ann Lee Daily Herald"."""
    found = []
    for name in names:
        words = name.split()
        cuts = range(2, len(words))
        cut = next((at for at in cuts if squeeze(" ".join(words[at:])) in evidence.names), len(words))
        found.append(" ".join(words[:cut]))
    return tuple(found)
