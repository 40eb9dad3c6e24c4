"""The authors that a source names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.masthead import squeeze

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


def without_site(evidence: Evidence, names: Sequence[str]) -> tuple[str, ...]:
    """Cut the site's name off a person's: "Ann Lee Daily Herald"."""
    found = []
    for name in names:
        words = name.split()
        cuts = range(2, len(words))
        cut = next((at for at in cuts if squeeze(" ".join(words[at:])) in evidence.names), len(words))
        found.append(" ".join(words[:cut]))
    return tuple(found)
