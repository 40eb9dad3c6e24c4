"""Small words of many languages that tell whether a sentence goes on."""

from __future__ import annotations

from cleannews.read.word_lists import load_words

LEADING_WORDS = load_words("leading_words")
"""Articles, prepositions, conjunctions: a line that ends with one goes on.

Words that can end a German sentence (``an``, ``auf``, ``ein``, ``mit``) are left out.
"""

ABBREVIATIONS = load_words("abbreviations")
"""What a full stop does not end a sentence after."""
