"""Draws word F1 as bars, with intervals."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.report import Row

HEIGHT, LEFT, BAR, WIDTH = 26, 230, 400, 700


def chart(rows: Sequence[Row]) -> str:
    """Return an SVG with a bar from 0 to F1 for each row, and a line over its 95 % interval."""
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT * len(rows) + 10}"'
            ' font-family="system-ui, sans-serif" font-size="13">'
        ),
        '<rect width="100%" height="100%" fill="#ffffff"/>',
    ]
    for number, row in enumerate(sorted(rows, key=lambda each: -each.accuracy.f1)):
        y, found = 8 + HEIGHT * number, row.accuracy
        colour = "#1f6f43" if row.name.startswith("cleannews") or "(predictions)" in row.name else "#9aa4ae"
        lines += [
            f'<text x="{LEFT - 8}" y="{y + 14}" text-anchor="end">{escape(row.name)}</text>',
            f'<rect x="{LEFT}" y="{y}" width="{found.f1 * BAR:.1f}" height="18" fill="{colour}"/>',
            (
                f'<line x1="{LEFT + found.low * BAR:.1f}" x2="{LEFT + found.high * BAR:.1f}" y1="{y + 9}"'
                f' y2="{y + 9}" stroke="#1f2328"/>'
            ),
            f'<text x="{LEFT + BAR + 10}" y="{y + 14}">{found.f1:.3f}</text>',
        ]
    return "\n".join([*lines, "</svg>", ""])
