"""What the menus of news sites are made of in scripts without capitals."""

from __future__ import annotations

from cleannews.read.word_lists import load_words

FRONT_PAGES = load_words("front_pages")
"""The first entry."""

PLAIN_FRONT_PAGES = FRONT_PAGES - load_words("ambiguous_front_pages")
"""Those that open no other word: ``トップニュース`` is top news, ``홈런`` a home run."""

MENU_WORDS = FRONT_PAGES | load_words("menu_words")
"""Sections and what stands beside them, two letters or more."""
