"""The lead of an article whose cut-off copy, an excerpt, stands above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.echoes import agreeing
from cleannews.read.letters import FIRST_CJK

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEASERS = 12
"""Teasers that may stand between an excerpt and the text it was cut from."""

_EXCERPT_CHARS, _LEAST_LETTERS, _EXCERPT_CJK = 36, 30, 14
"""A shorter beginning in common may be chance ("The minister said on Monday"); Han and kana say more each."""
_WHOLE_SHARE = 2
_PARAGRAPH_SHARE = 4
"""Of so many times as many characters a block that stands twice is a sentence, and of so many a paragraph."""


def cut_lead(keys: Sequence[str], begin: int, prose: int) -> tuple[int, int]:
    """Find the last block above the prose that is the beginning of one below it.

    Args:
        keys: Of all blocks; see :class:`~cleannews.label.measures.Measures`.
        begin: First block behind the headline.
        prose: First block that reads like prose. The text that the excerpt was cut from may stand behind a
            few teasers that do, too.

    Returns:
        That block and the one it was cut from, or is a copy of; -1 twice if there is none.

    >>> lead = "the ferry waited for the tide until evening"
    >>> cut_lead(("ferry is late", lead, "storm closes harbour", f"{lead} came"), 1, 3)
    (1, 3)
    """
    latest: dict[str, int] = {}
    for index in range(min(prose + _TEASERS, len(keys) - 1), begin - 1, -1):
        key = keys[index]
        least = _EXCERPT_CJK if key[:1] >= FIRST_CJK else _EXCERPT_CHARS
        if len(key) >= least:
            whole = latest.get(key[:least], index)
            longer = len(keys[whole]) > len(key)
            if (
                index < prose
                and keys[whole].startswith(key)
                and (longer or _is_copy(keys, index, whole, least))
            ):
                return index, whole
            latest[key[:least]] = index
    return -1, -1


def _is_copy(keys: Sequence[str], index: int, whole: int, least: int) -> bool:
    """Tell whether a block stands again, a sentence and no heading, with nothing but short lines between."""
    short = all(len(key) < _PARAGRAPH_SHARE * least for key in keys[index + 1 : whole])
    return whole > index and len(keys[index]) >= _WHOLE_SHARE * least and short


class LeadRun(NamedTuple):
    """An excerpt that stands in several blocks, and the lead that it was cut from, in as many."""

    excerpt: range
    lead: range


_RUN_BEGINS, _ABOVE, _SENTENCES = 3, 12, 8
"""Blocks behind the headline among which an excerpt of several sentences begins, blocks of a dump above it
(whole pages have more, and standfirsts there that the text takes up), and blocks that it may stand in."""

FEW_BLOCKS, _FEW_BEGINS, _FEW_ABOVE = 80, 8, 40
"""The same for dumps of few blocks, which are no whole pages: a glued menu stands above, a byline, a date and
buttons between."""

_AGREED, _BUTTON = 40, 16
"""Letters of a block that are the lead's, where others follow, and of those: "Read more", "Weiterlesen"."""

_BEGINNING = 6
"""Letters that two texts that begin alike are looked up by."""


def lead_run(keys: Sequence[str], begin: int) -> LeadRun | None:
    """Find a row of blocks behind the headline that says what a later row says, cut off or whole.

    So stand the sentences of an excerpt and of the lead in a dump without lines. The two need not be cut into
    blocks alike: letters and digits count.

    Args:
        keys: Of all blocks; see :class:`~cleannews.label.measures.Measures`.
        begin: First block behind the headline and its echoes.

    Returns:
        Both rows; ``None`` if there are none, or too short ones.

    >>> ferry = ("riad", "the ferry waited for the tide", "it came at ni", "storm closes harbour")
    >>> lead_run((*ferry, "riad: the ferry waited for the tide", "it came at night"), 0)
    LeadRun(excerpt=range(0, 3), lead=range(4, 6))
    """
    begins, above = (_RUN_BEGINS, _ABOVE) if len(keys) > FEW_BLOCKS else (_FEW_BEGINS, _FEW_ABOVE)
    plain = ["".join(filter(str.isalnum, key)) for key in keys[: above + 3 * _SENTENCES + _TEASERS]]
    for first in range(begin, min(begin + begins, above, len(plain))):
        head = plain[first][:_BEGINNING]
        for other in range(first + 1, min(first + _SENTENCES + _TEASERS, len(plain))):
            if head and (plain[other].startswith(head) or head.startswith(plain[other] or " ")):
                found = _run(plain, first, other)
                if found is not None:
                    return found
    return None


def _run(plain: Sequence[str], first: int, other: int) -> LeadRun | None:
    """Compare two rows of blocks."""
    whole = "".join(plain[other : other + 2 * _SENTENCES])
    said, stop = "", first
    while stop < min(other, first + _SENTENCES) and whole.startswith(said + plain[stop]):
        said += plain[stop]
        stop += 1
    if stop < min(other, first + _SENTENCES):
        more = agreeing(whole[len(said) :], plain[stop])
        if more >= _AGREED and len(plain[stop]) - more <= _BUTTON:
            said += plain[stop][:more]
            stop += 1
    if len(said) < (_EXCERPT_CJK if said[:1] >= FIRST_CJK else _LEAST_LETTERS) or other - stop > _TEASERS:
        return None
    lead = other
    while len(said) > sum(map(len, plain[other:lead])):
        lead += 1
    return LeadRun(range(first, stop), range(other, lead))
