"""Lines of a dump that stand apart from its article: below its text, in a ticker, invitations, bylines."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from cleannews.label.headline_dates import names_author
from cleannews.label.lexicon import EXACT_CHARS, load_lexicon
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.measures import Measures

_BELOW = frozenset({Label.COMMENTS, Label.RELATED, Label.TAGS})
"""What headings over the readers' comments, teasers and tags are."""
_SENTENCE = 8
"""Words of a sentence of the article; shorter ones are captions and buttons."""
_MIN_SHARE = 0.6
"""Share of the words in sentences that stand above a heading at the end of an article. Of a page whose text
is yet to come it is that of a consent notice or a standfirst."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m)?")
_TIMED = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d\s[^\W\d_]{2}")
_JOIN = frozenset({Label.NEWSLETTER, Label.NAVIGATION})
"""What the button below an invitation is: "Subscribe", "Log in"."""


def set_apart(measures: Measures, reach: range) -> frozenset[int]:
    """Find the lines within reach that are no headline where another line may be.

    Args:
        measures: Of the dump.
        reach: The blocks that are looked at.
    """
    keys = measures.keys
    lines = [load_lexicon().find_line(key) for key in keys[: reach.stop]]
    found = {*_ticked(keys[: reach.stop]), *_timed(keys[: reach.stop])}
    found.update(_invited(keys, lines))
    colons = [index for index, key in enumerate(keys[: reach.stop]) if ":" in key or "：" in key]
    texts = measures.columns.text
    found.update(index for index in colons if _leads_on(keys[index]) or names_author(texts[index]))
    foot = _foot(measures, lines)
    if foot >= 0:
        found.update(range(foot, reach.stop))
    return frozenset(found)


def _foot(measures: Measures, lines: Sequence[Label | None]) -> int:
    """The first heading over what stands below the text; -1 if there is none.

    That is one behind most of the sentences, if a line above the first of them is no furniture.
    """
    if _BELOW.isdisjoint(lines):
        return -1
    words = [
        count if ended and count >= _SENTENCE else 0
        for count, ended in zip(measures.words, measures.ended, strict=True)
    ]
    first = next((index for index, count in enumerate(words) if count), len(words))
    if all(lines[:first]):
        return -1
    total = sum(words)
    seen = accumulate(words[: len(lines)], initial=0)
    headings = (
        index
        for index, (label, above) in enumerate(zip(lines, seen, strict=False))
        if label in _BELOW and above >= _MIN_SHARE * total > 0
    )
    return next(headings, -1)


def _leads_on(key: str) -> bool:
    """Whether a line is a phrase that leads to another article, a colon and that one's headline.

    A single word says less: "Recommended: ten harbours" is a headline.
    """
    head = key.partition(":")[0]
    if len(head) == len(key) or len(head) > EXACT_CHARS or " " not in head.strip():
        return False
    opener = load_lexicon().find_opener(key)
    return opener is not None and opener.label is Label.RELATED and opener.text.rstrip(":") == head.rstrip()


def _ticked(keys: Sequence[str]) -> Iterator[int]:
    """Yield the lines of a ticker: each stands behind a time of day, and no other line before the first.

    Where a line stands before the first time, that is the time of the line, and the last one may be the
    article's.
    """
    clocks = [key[:1].isdigit() and _CLOCK.fullmatch(key) is not None for key in keys]
    if not any(clocks):
        return
    place = 0
    while place < len(clocks):
        stop = place
        while stop + 1 < len(clocks) and clocks[stop] and not clocks[stop + 1]:
            stop += 2
        if stop - place > 2 and not _has_line(keys, place - 1):  # noqa: PLR2004 - two lines make a ticker
            yield from range(place + 1, stop, 2)
        place = max(stop, place + 1)


def _timed(keys: Sequence[str]) -> Iterator[int]:
    """Yield the lines of a ticker that begin with a time of day, if another one stands beside them."""
    timed = [key[:1].isdigit() and _TIMED.match(key) is not None for key in keys]
    if not any(timed):
        return
    for index, (here, beside) in enumerate(zip(timed, [*timed[1:], False], strict=True)):
        if here and (beside or (index and timed[index - 1])):
            yield index


def _has_line(keys: Sequence[str], index: int) -> bool:
    """Whether a block may be a line of a ticker: several words that are no furniture."""
    return index >= 0 and " " in keys[index] and load_lexicon().find_line(keys[index]) is None


def _invited(keys: Sequence[str], lines: Sequence[Label | None]) -> Iterator[int]:
    """Yield the lines that invite to a newsletter: "Newsletter: Northport at noon" above "Subscribe"."""
    for index, below in enumerate(lines[1:]):
        label, colon, _ = keys[index].partition(":")
        if below in _JOIN and colon and load_lexicon().find_line(label.strip()) is Label.NEWSLETTER:
            yield index
