"""Names with a capital inside, which are no accident of glued text."""

from __future__ import annotations

import re

from cleannews.read.word_lists import load_words

BRANDS = load_words("names")
"""Names with a capital inside that news writes often."""

_PARTS = re.compile(r"[A-Z][a-z]+")
LONG_BRANDS = tuple(sorted(brand for brand in BRANDS if len(_PARTS.findall(brand)) >= 3))  # noqa: PLR2004 - parts
"""Those of three parts and more, with a border that no two parts tell."""

PREFIXES = load_words("name_prefixes")
"""Beginnings of names that go on with a capital: ``McKinsey``, ``DeSantis``, ``LaGuardia``."""
