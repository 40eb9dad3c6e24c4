"""Phrases that no article has, and the reasons they give."""

from __future__ import annotations

from cleannews.label.rules.reason import reasons
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
"""The block begins with or holds a phrase that no article has (``Lexicon.certain``). Set: too few such
blocks are kept by their score."""
