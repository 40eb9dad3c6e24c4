"""Which article is a copy of an earlier one: the same text, or nearly."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cleannews.batch.sketch import ALIKE, MARKS, similarity, unpack

if TYPE_CHECKING:
    from cleannews.batch.ledger import Ledger
    from cleannews.batch.messages import Answer
    from cleannews.batch.records import Identity

_MOST_CANDIDATES = 20
"""Earlier articles looked at for each mark: a run of words that very many share tells nothing."""


class Copied(NamedTuple):
    """The first article that another is a copy of."""

    first: Identity
    similarity: float
    """Share of word runs in common, 0 to 1; 1 for the same words."""


def find_original(answer: Answer, ledger: Ledger) -> Copied | None:
    """Return the first article with the same text, else the first with nearly the same.

    Args:
        answer: The article.
        ledger: Knows the articles before it.
    """
    same = ledger.first_with(answer.fingerprint) if answer.fingerprint else None
    if same is not None:
        return Copied(same, 1.0)
    hashes = unpack(answer.sketch)
    places: set[int] = set()
    for mark in hashes[:MARKS]:
        places.update(ledger.places_with(mark, most=_MOST_CANDIDATES))
    for place in sorted(places):
        identity, packed = ledger.sketch_at(place)
        alike = similarity(hashes, unpack(packed))
        if alike >= ALIKE:
            return Copied(identity, round(alike, 2))
    return None
