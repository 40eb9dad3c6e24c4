"""Passages amid the text that other pages show as well, and that have nothing to do with this one.

An appeal for support, or what the paper says of itself, stands amid the text of a few of a site's pages. So
does what stories on one subject repeat: what was known before, who gave no answer. These speak of what the
page speaks of, or are short.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.site.weigh import WHOLLY
from cleannews.read.letters import EAST_ASIAN, SOUTHEAST_ASIAN
from cleannews.read.page import Join

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.site.evidence import Evidence
    from cleannews.read.page import Segment

_HALF = 0.5
"""Score from which a block is text, and share of its words below which it is this page's own."""

_LEAST_OTHERS = 3
"""Other pages, of which one at least has none of it."""

_LEAST_TELLING, _MOST_SHARED = 9, 0.15
"""Telling words of a passage, and the share of them that the rest of the text may hold. Of 25 passages that
30 invented pages of five sites repeat one exceeds this share; sentences that their stories have in common
have four to seven telling words, or share more of them."""

_MOST_WORDS = 150
"""Words of a passage: a longer one is a part of another version of the article."""

_QUOTED = 0.5
"""Share of a passage between quotation marks from which it is what somebody said."""

_QUOTE = re.compile('[“„][^“”„]{1,600}[”“]|«[^«»]{1,600}»|"[^"]{1,600}"|[「『][^「」『』]{1,600}[」』]')

_TELLING = re.compile(
    rf"[^\W\d_{EAST_ASIAN}{SOUTHEAST_ASIAN}]{{5,}}|[\u30a0-\u30ff]{{3,}}|[\u4e00-\u9fff]{{2,}}"
)
"""Words that are long enough to say what a text is about; of Chinese signs each pair is one."""

_UNSPACED = re.compile(rf"[\uac00-\ud7af]{{2,}}|[{SOUTHEAST_ASIAN}]{{4}}")


def find_strangers(evidence: Evidence, segments: Sequence[Segment], alone: Sequence[float]) -> set[int]:
    """Find prose that other pages show whole and that shares next to no telling word with the page's text.

    Args:
        evidence: What the site says of the blocks.
        segments: The same blocks.
        alone: Scores of the page alone: text is what has more than a half.

    Returns:
        The blocks of such passages.
    """
    if evidence.others < _LEAST_OTHERS:
        return set()
    sought = [
        index
        for index in (evidence.seen >= WHOLLY).nonzero()[0].tolist()
        if evidence.prose[index] and 0 < evidence.pages[index] < evidence.others
    ]
    if not any(alone[index] >= _HALF for index in sought):
        return set()
    texts = [segment.text for segment in segments]
    own = _own_words(evidence, texts, alone)
    found: set[int] = set()
    for passage in _passages(sought, segments):
        text = " ".join(texts[index] for index in passage)
        telling = _telling(text)
        strange = len(telling) >= _LEAST_TELLING and len(telling & own) <= _MOST_SHARED * len(telling)
        if strange and len(text.split()) <= _MOST_WORDS and not _is_quoted(text):
            found.update(passage)
    return found


def _passages(blocks: Sequence[int], segments: Sequence[Segment]) -> Iterator[list[int]]:
    """Yield blocks, those that were one line of a dump together."""
    passage: list[int] = []
    for index in blocks:
        if passage and (index - passage[-1] > 1 or segments[index].join is Join.NONE):
            yield passage
            passage = []
        passage.append(index)
    if passage:
        yield passage


def _own_words(evidence: Evidence, texts: Sequence[str], alone: Sequence[float]) -> set[str]:
    """The telling words of the text that no other page shows."""
    seen = evidence.seen.tolist()
    return set().union(*(_telling(texts[at]) for at, share in enumerate(seen) if share < _HALF <= alone[at]))


def _telling(text: str) -> set[str]:
    """The words of a text that may say what it is about.

    >>> sorted(_telling("The Council met in 渡船会社"))
    ['council', '会社', '渡船', '船会']
    """
    found: set[str] = set()
    for word in _TELLING.findall(text.casefold()):
        pairs = "\u4e00" <= word[0] <= "\u9fff"
        found.update((word[at : at + 2] for at in range(len(word) - 1)) if pairs else (word,))
    return found.union(_UNSPACED.findall(text))


def _is_quoted(text: str) -> bool:
    """Tell whether most of a passage is quoted.

    >>> _is_quoted("“We can repair a road,” said Margaret Quill."), _is_quoted("«Faro» asks for support.")
    (True, False)
    """
    return sum(map(len, _QUOTE.findall(text))) >= _QUOTED * len(text)
