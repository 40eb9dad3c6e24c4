"""Phrases that no article has, and the reasons they give."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from cleannews.label.rules.reason import reasons
from cleannews.label.stored import read_stored
from cleannews.labels import Label

CERTAIN = reasons(
    "notice",
    dict.fromkeys(
        (
            Label.NEWSLETTER,
            Label.COMMENTS,
            Label.RELATED,
            Label.LEGAL,
            Label.CONSENT,
            Label.MEDIA_CONTROL,
            Label.AUTHOR_BIO,
        ),
        0.996,
    ),
)
"""The block begins with or holds a phrase that no article has (``data/certain_phrases.json``). Set: too few
such blocks are kept by their score."""


@lru_cache(maxsize=1)
def certain_phrases() -> frozenset[str]:
    """Load the phrases that no article has."""
    return frozenset(chain.from_iterable(read_stored("certain_phrases")["languages"].values()))


@lru_cache(maxsize=1)
def certain_words() -> frozenset[str]:
    """Load what sites set between paragraphs: words for adverts, sharing and signing in; questions."""
    return frozenset(read_stored("certain_phrases")["words"])
