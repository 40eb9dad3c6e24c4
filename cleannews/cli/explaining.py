"""``cleannews explain``: every block of a page, kept or removed, and why."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from cleannews.cli.channels import emit, json_text
from cleannews.cli.cleaning import report
from cleannews.cli.source import article_of
from cleannews.explain import ANSI, PLAIN, Palette, explanation, explanation_record

if TYPE_CHECKING:
    import argparse

PIPE_WIDTH = 120
"""Columns where there is no terminal to ask: fits a full screen's pager."""


def run(options: argparse.Namespace) -> int:
    """Clean the input and show what became of each block."""
    article = article_of(options)
    if options.json:
        emit(json_text(explanation_record(article)))
    else:
        width = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
        lines = explanation(article, width=width, palette=palette(options.color))
        emit("".join(f"{line}\n" for line in lines))
    return report(article, options)


def palette(color: str) -> Palette:
    """The colours for standard output; ``NO_COLOR`` (https://no-color.org) and dumb terminals get none."""
    if color == "auto":
        capable = sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
        return ANSI if capable and not os.environ.get("NO_COLOR") else PLAIN
    return ANSI if color == "always" else PLAIN
