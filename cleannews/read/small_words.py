"""Small words of many languages that tell whether a sentence goes on, and names that follow its end."""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING

from cleannews.read.word_lists import any_of, load_spellings, load_words

if TYPE_CHECKING:
    from collections.abc import Iterable

LEADING_WORDS = load_words("leading_words")
"""Articles, prepositions, conjunctions: a line that ends with one goes on.

Words that can end a German sentence (``an``, ``auf``, ``ein``, ``mit``, ``um``) are left out.
"""

ABBREVIATIONS = load_words("abbreviations")
"""What a full stop does not end a sentence after."""

COMMENT_HOST_SPELLINGS = load_spellings("comment_host_spellings")
"""What such systems are called for their names in other scripts."""

COMMENT_HOSTS = load_words("comment_hosts").union(COMMENT_HOST_SPELLINGS)
"""Systems that host readers' comments, by which scrapers name their counters: ``DISQUS: 0``."""

ANY_COMMENT_HOST = any_of(COMMENT_HOSTS)
"""The same as the alternatives of a pattern."""

LONGEST_SMALL_WORD = 4
_FREQUENT = 4
"""Letters of a small word, and how often it stands in a dump."""
_DOZEN, _MOST_COMMON = 12, 60
_LEAST_WORDS = 400


def small_words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the most frequent short words of a dump that never stand before a full stop or a comma in it.

    The first dozen are articles, prepositions and conjunctions in every language of the corpora; from the
    twentieth on come adverbs and verbs, which a headline may end with. A dump of few words teaches nothing:
    what it is about is among its most frequent words.
    """
    longest = LONGEST_SMALL_WORD + 1
    words = " ".join(texts).split()
    if len(words) < _LEAST_WORDS:
        return frozenset()
    counts = Counter([word for word in words if len(word) <= longest])
    frequent = [item for item in counts.items() if item[1] >= _FREQUENT]
    frequent.sort(key=itemgetter(1), reverse=True)
    small = [
        word
        for word, _ in frequent[:_MOST_COMMON]
        if word.isalpha() and word.islower() and len(word) <= LONGEST_SMALL_WORD
    ]
    return frozenset(word for word in small[:_DOZEN] if not counts[f"{word}."] and not counts[f"{word},"])
