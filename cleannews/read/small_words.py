"""Small words of many languages that tell whether a sentence goes on, and names that follow its end."""

from __future__ import annotations

from cleannews.read.word_lists import any_of, load_spellings, load_words

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
