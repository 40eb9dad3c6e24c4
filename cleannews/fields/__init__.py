"""Third stage: title, authors, dates and the other fields, each with its source."""

from __future__ import annotations

from cleannews.fields.resolve import Fields, resolve

__all__ = ["Fields", "resolve"]
