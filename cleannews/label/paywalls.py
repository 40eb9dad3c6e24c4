"""What sites say where the text of a page ends for who has not paid."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cleannews.label.parted import UNSPACED, Entry, holds_parts, parted
from cleannews.label.stored import read_stored

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LONGEST_LINE = 200
"""Characters of the line that says so: a sentence or two, no paragraph."""


def may_hold_phrases(keys: Sequence[str], *, spaced: bool) -> Iterator[int]:
    """Yield the places of lines that may hold a phrase: on most pages one look at all lines finds none.

    Args:
        keys: Folded lines.
        spaced: As :func:`cleannews.label.measures.is_spaced` tells of all of them.
    """
    by_word, unspaced = _phrases()
    page = "\n".join(keys).replace("’", "'")
    words = by_word.keys() & page.replace(",", " ").replace(".", " ").split()
    entries = [entry for word in words for entry in by_word[word]]
    if not spaced:
        entries += unspaced
    begins = {parts[0] for _, parts in entries if parts[0] in page and all(part in page for part in parts)}
    if begins:
        lines = enumerate(page.split("\n"))
        yield from (index for index, line in lines if any(begin in line for begin in begins))


def paywall_phrase(key: str) -> str | None:
    """Find the phrase by which a line says that the text goes on for who pays.

    Args:
        key: The line, folded as :func:`cleannews.label.measures.fold` does.

    Returns:
        The phrase as it is stored, dots where other words may stand; ``None`` for any other line.

    >>> paywall_phrase("subscribe today to continue reading")
    'subscribe … to continue reading'
    """
    if len(key) > LONGEST_LINE:
        return None
    by_word, unspaced = _phrases()
    line = key.replace("’", "'")
    for word in filter(by_word.__contains__, line.replace(",", " ").replace(".", " ").split()):
        for phrase, parts in by_word[word]:
            if holds_parts(line, parts):
                return phrase
    if key.isascii() or UNSPACED.search(key) is None:
        return None
    return next((phrase for phrase, parts in unspaced if holds_parts(line, parts)), None)


@lru_cache(maxsize=1)
def _phrases() -> tuple[Mapping[str, list[Entry]], list[Entry]]:
    """Load the phrases: by the longest word of the first part, and those of scripts without spaces."""
    spaced: dict[str, list[Entry]] = {}
    unspaced: list[Entry] = []
    for phrases in read_stored("paywalls")["phrases"].values():
        for phrase in phrases:
            entry = parted(phrase)
            if UNSPACED.match(phrase) is None:
                spaced.setdefault(max(entry[1][0].split(), key=len), []).append(entry)
            else:
                unspaced.append(entry)
    return spaced, unspaced
