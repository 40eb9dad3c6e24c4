"""Draws word F1 as dots with their intervals, a panel for each corpus."""

from __future__ import annotations

from html import escape
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from benchmarks.report import Comparison, Row

WIDTH, LEFT, RIGHT = 760, 190, 70
ROW, HEAD, FOOT = 24, 34, 34

OURS, OTHERS, INK, FAINT = "#1f6f43", "#6e7781", "#1f2328", "#d0d7de"


def chart(compared: Sequence[Comparison]) -> str:
    """Return an SVG: for each corpus its extractors, the best on top, F1 as a dot, the interval as a line."""
    heights = [HEAD + ROW * len(each.rows) + FOOT for each in compared]
    lines = [
        _opening(sum(heights)),
        "<title>Word F1 of the article's text, with 95 % intervals</title>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
    ]
    top = 0
    for each, height in zip(compared, heights, strict=True):
        lines += _panel(each, top)
        top += height
    return "\n".join([*lines, "</svg>", ""])


def _opening(height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"'
        f' height="{height}" font-family="system-ui, sans-serif" font-size="13" fill="{INK}">'
    )


def axis_start(rows: Sequence[Row]) -> float:
    """Return the tenth below the lowest interval, at most .9: dots need no axis that begins at 0."""
    return min(0.9, floor(10 * min((row.accuracy.low for row in rows), default=0.0)) / 10)


def _panel(compared: Comparison, top: int) -> Iterator[str]:
    start = axis_start(compared.rows)
    bottom = top + HEAD + ROW * len(compared.rows)

    def x(value: float) -> float:
        return round(LEFT + (value - start) / (1.0 - start) * (WIDTH - LEFT - RIGHT), 1)

    title = f"{compared.corpus}: {len(compared.cases)} documents, word F1"
    yield f'<text x="{LEFT}" y="{top + 22}" font-weight="600">{escape(title)}</text>'
    for tenth in range(round(10 * start), 11):
        place = x(tenth / 10)
        yield f'<line x1="{place}" x2="{place}" y1="{top + HEAD}" y2="{bottom}" stroke="{FAINT}"/>'
        label = f"{tenth / 10:.1f}"
        yield f'<text x="{place}" y="{bottom + 15}" text-anchor="middle" font-size="11">{label}</text>'
    for number, row in enumerate(sorted(compared.rows, key=lambda row: -row.accuracy.f1)):
        yield from _dot(row, top + HEAD + ROW * number + ROW // 2, x(row.accuracy.f1), _span(row, x))


def _span(row: Row, x: Callable[[float], float]) -> tuple[float, float]:
    return x(row.accuracy.low), x(row.accuracy.high)


def _dot(row: Row, y: int, place: float, span: tuple[float, float]) -> Iterator[str]:
    ours = row.name.startswith("cleannews")
    colour, weight = (OURS, ' font-weight="600"') if ours else (OTHERS, "")
    yield f'<text x="{LEFT - 12}" y="{y + 4}" text-anchor="end"{weight}>{escape(row.name)}</text>'
    yield f'<line x1="{span[0]}" x2="{span[1]}" y1="{y}" y2="{y}" stroke="{colour}" stroke-width="2"/>'
    yield f'<circle cx="{place}" cy="{y}" r="5" fill="{colour}"/>'
    yield f'<text x="{WIDTH - RIGHT + 14}" y="{y + 4}"{weight}>{row.accuracy.f1:.3f}</text>'
