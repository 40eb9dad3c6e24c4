"""Draw the picture of the README: a dump, what became of each block, the article.

Run it as ``python -m quality.picture``.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

import cleannews

if TYPE_CHECKING:
    from cleannews.article import Article, Block

ROOT = Path(__file__).parent.parent
DUMP = ROOT / "examples" / "dumps" / "harrowcourier" / "night-ferry.txt"
PICTURE = ROOT / "docs" / "before-after.svg"

LINE = 19
LEFT, MIDDLE, RIGHT, WIDTH = 24, 556, 880, 1340
DUMP_COLUMNS = 66
PROSE_COLUMNS = 62
BODY_LINES = 2
"""Lines that a long block gets on the left."""
BODY_BLOCKS = 3
"""Paragraphs shown; the others are told by their number."""

STYLE = """
text { font: 13px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328 }
.head { font: 600 15px system-ui, "DejaVu Sans", sans-serif }
.prose { font: 13.5px Georgia, "DejaVu Serif", serif }
.title { font: bold 17px Georgia, "DejaVu Serif", serif }
.name { fill: #59636e }
.kept { fill: #dafbe1 }
.removed { fill: #ffebe9 }
.why-kept { fill: #116329 }
.why-removed { fill: #a40e26 }
"""


class Drawing:
    """Lines of an SVG, and how far down they reach."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.lowest = 0

    def text(self, x: int, y: int, text: str, *, css: str = "") -> None:
        """Write one line of text."""
        self.lines.append(f'<text x="{x}" y="{y}" class="{css}">{escape(text, quote=False)}</text>')
        self.lowest = max(self.lowest, y)

    def box(self, y: int, height: int, *, css: str) -> None:
        """Draw the ground of a block, from the dump to the reason."""
        width = RIGHT - LEFT - 40
        self.lines.append(
            f'<rect x="{LEFT - 8}" y="{y}" width="{width}" height="{height}" rx="4" class="{css}"/>'
        )

    def svg(self) -> str:
        """Return the whole picture."""
        height = self.lowest + 24
        size = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        ground = f'<rect width="{WIDTH}" height="{height}" rx="8" fill="#ffffff"/>'
        return "\n".join([head, f"<style>{STYLE}</style>", ground, *self.lines, "</svg>", ""])


class Row(NamedTuple):
    """One block of the left side."""

    texts: list[str]
    blocks: tuple[Block, ...]


def runs(article: Article) -> list[tuple[Block, ...]]:
    """Put blocks that were cut out of one run of characters together again, as they stand in the dump."""
    found: list[tuple[Block, ...]] = []
    for block in article.blocks:
        if found and found[-1][-1].end == block.start and found[-1][-1].label == block.label:
            found[-1] += (block,)
        else:
            found.append((block,))
    return found


def rows(article: Article) -> list[Row]:
    """Choose what is shown of the dump: everything but most of the body."""
    shown = []
    body = [block for block in article.blocks if block.label.in_text]
    for run in runs(article):
        if run[0] in body[BODY_BLOCKS:]:
            if run[0] is body[BODY_BLOCKS]:
                shown.append(Row([f"... {len(body) - BODY_BLOCKS} more paragraphs"], ()))
            continue
        texts = wrap("".join(block.raw for block in run), DUMP_COLUMNS)
        if len(texts) > BODY_LINES:
            texts = [*texts[: BODY_LINES - 1], f"{texts[BODY_LINES - 1][: DUMP_COLUMNS - 4]} ..."]
        shown.append(Row(texts, run))
    return shown


def draw_dump(drawing: Drawing, article: Article) -> None:
    """Draw the left side and the reasons."""
    drawing.text(LEFT, 36, "The dump, as it was scraped", css="head")
    drawing.text(MIDDLE, 36, "what, and why", css="head")
    y = 56
    for texts, blocks in rows(article):
        height = LINE * len(texts) + 4
        kept = not blocks or blocks[0].kept
        drawing.box(y, height, css="kept" if kept else "removed")
        for number, text in enumerate(texts):
            drawing.text(LEFT, y + 15 + LINE * number, text)
        if blocks:
            mark, css = ("+", "why-kept") if kept else ("-", "why-removed")
            drawing.text(MIDDLE, y + 15, f"{mark} {blocks[0].label}", css=css)
            drawing.text(MIDDLE + 116, y + 15, blocks[0].reason, css=css)
        y += height + 5


def draw_article(drawing: Drawing, article: Article) -> None:
    """Draw the right side."""
    drawing.text(RIGHT, 36, "The article", css="head")
    y = 72
    for text in wrap(article.title or "", 48):
        drawing.text(RIGHT, y, text, css="title")
        y += 23
    counts = ", ".join(f"{name} {count}" for name, count in article.comment_counts.items())
    facts = {
        "breadcrumbs": " > ".join(article.breadcrumbs),
        "section": article.section or "",
        "language": article.language or "",
        "comment_counts": counts,
        "status": f"{article.status}, confidence {article.confidence:.2f}",
    }
    y += 4
    for name, value in facts.items():
        drawing.text(RIGHT, y, name, css="name")
        drawing.text(RIGHT + 130, y, value)
        y += LINE
    y += 10
    for paragraph in article.paragraphs[:BODY_BLOCKS]:
        for text in wrap(paragraph.text, PROSE_COLUMNS):
            drawing.text(RIGHT, y, text, css="prose")
            y += LINE
        y += 9
    drawing.text(RIGHT, y, f"... {len(article.paragraphs) - BODY_BLOCKS} more paragraphs", css="name")
    drawing.text(RIGHT, y + 32, "related", css="name")
    for number, link in enumerate(article.related):
        drawing.text(RIGHT, y + 32 + LINE * (number + 1), link.text, css="prose")


if __name__ == "__main__":
    picture, result = Drawing(), cleannews.clean(DUMP)
    draw_dump(picture, result)
    draw_article(picture, result)
    PICTURE.write_text(picture.svg(), encoding="utf-8")
