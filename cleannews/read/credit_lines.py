"""Who wrote a text or took a picture, as lines and ends of lines of a dump say it."""

from __future__ import annotations

import re

from cleannews.read.letters import UPPER
from cleannews.read.word_lists import load_words

_CREDIT_WORDS = "|".join(sorted(load_words("picture_credits")))
CREDIT = re.compile(rf"\((?:[^()]{{0,80}}\W)?(?:{_CREDIT_WORDS})(?:\W[^()]{{0,80}})?\)$")
LED_CREDIT = re.compile(rf"\((?:{_CREDIT_WORDS})\W[^()]{{1,60}}\)$")
"""Who took a picture, in brackets behind the word for it: ``(Foto: Ann Lee)``."""
CREDIT_LINE = re.compile(rf"(?:{_CREDIT_WORDS})(?:\s?[:/©]|\.\s?[^\W\d_])")
"""``fot. Ann Lee``: who took a picture, on a line of its own although it starts with a small letter."""

_NAME = rf"[{UPPER}][^\s,|:()]{{0,30}}(?:\s[{UPPER}][^\s,|:()]{{0,30}}){{0,4}}"
BYLINE = re.compile(
    r"(?:by|von|vom|de|par|por|di|da|av|af|door|od|przez|text|fra|from|via|in|on|at|vor|hace|há|il y a|fa"
    rf"|and|und|et|y|e)\s(?:\d{{1,2}}\s\S{{1,12}}|[{UPPER}\d]\S{{0,30}}(?:\s[{UPPER}\d]\S{{0,30}}){{0,4}})$"
    rf"|(?:by|von|par|por|di|av|af|door|de)\s?:?\s{_NAME}(?:\s(?:and|und|et|y|e|og|och|en|și)\s{_NAME}){{0,3}}"
    r"(?:\s?[|•·]|\s\([^()]{1,40}\)$|,?\s(?:[-–—]\s)?\d{1,4}|$)"
)
"""``by Ann Lee``, ``vor 3 Stunden``: a line of its own although it starts with a small letter. Behind the
name may stand another, an agency in brackets, or a date."""
