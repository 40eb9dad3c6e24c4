"""The language of a page, from its text and what it declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleannews.read.page import Page


def detect_language(page: Page) -> str | None:
    """Tell the language of a page as a lower-case ISO 639-1 code; ``None`` if unsure."""
    raise NotImplementedError
