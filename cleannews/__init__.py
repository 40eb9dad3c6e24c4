"""Turns raw dumps of news pages, HTML or flattened text, into structured articles."""

from __future__ import annotations

__version__ = "0.1.0"
