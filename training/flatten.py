"""Makes text dumps of pages in styles drawn at random: ``python -m training.flatten --out DIR CORPUS ...``.

The nine flatteners of the fixtures are programs that exist; users have others. So that the network learns
what dumps have in common and not what nine programs do, every page is also flattened in a style of its own:
what stands between blocks, how pieces of a line are put together, marks of lists, headings and links, width,
which furniture was left out. Folders are written in the case format; training takes them like any other.
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from cleannews.read.prescan import drop_prologue
from training.corpus import Derived, derive_corpus, write_copies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BLOCKS = frozenset(
    [
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
        ),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2"),
        *("h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav"),
        *("ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th"),
        *("thead", "tr", "ul"),
    ]
)
_DEAD = frozenset(
    [
        *("head", "script", "style", "template", "svg", "noscript", "iframe", "object", "canvas", "math"),
    ]
)
_FURNITURE = ("nav", "header", "footer", "aside", "form", "button", "figure")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CODE = frozenset(["head", "script", "style"])


@dataclass(frozen=True, slots=True)
class Style:
    """How a dump is written.

    Args:
        between: What stands between two blocks.
        inside: What stands between two text nodes of one block.
        line: What a ``<br>`` becomes.
        raw: Whether white space of the source stays as it is.
        bullet: What a list item begins with.
        heading: ``plain``, ``marks`` (Markdown), ``underline`` or ``capitals``.
        link: Pattern around a link, with ``{text}``, ``{href}`` and ``{number}``.
        image: Pattern of an image with an alternative text, or empty.
        width: Columns after which lines are wrapped; 0 for never.
        indent: Columns of white space before every line.
        title: Whether the page's title comes first.
        dropped: Elements that are left out.
        code: Whether scripts and styles were kept, as by scrapers that only strip tags.
        escaped: Whether character references were left as they are.
    """

    between: str
    inside: str
    line: str
    raw: bool
    bullet: str
    heading: str
    link: str
    image: str
    width: int
    indent: int
    title: bool
    dropped: frozenset[str]
    code: bool = False
    escaped: bool = False


def draw_style(rng: Random) -> Style:
    """Draw a style; the shares are guesses at what is common, with every combination possible."""
    between = rng.choices(
        ["\n", "\n\n", "\n\n\n", " ", "", " | ", "\r\n", "\n\t"], [26, 30, 5, 12, 6, 4, 4, 3]
    )[0]
    lined = "\n" in between
    link = rng.choices(["{text}", "[{text}]({href})", "[{number}]{text}", "{text} <{href}>"], [75, 12, 8, 5])[
        0
    ]
    return Style(
        between=between,
        inside=rng.choices(["", " ", "\n"], [60, 25, 15 if lined else 0])[0],
        line=rng.choices(["\n", " ", between, ""], [50, 20, 25, 5])[0],
        raw=rng.random() < 0.15,  # noqa: PLR2004 - a share, as all in this function
        bullet=rng.choices(["", "* ", "- ", "• ", "  * ", "\t- ", "+ "], [60, 12, 10, 8, 5, 3, 2])[0],
        heading=rng.choices(["plain", "marks", "underline", "capitals"], [74, 16, 5, 5])[0],
        link=link if lined else "{text}",
        image=rng.choices(["", "{alt}", "[{alt}]", "![{alt}]({src})"], [70, 12, 10, 8])[0],
        width=rng.choices([0, rng.randint(56, 140)], [72, 28])[0] if lined else 0,
        indent=rng.choices([0, 2, 3, 4], [80, 7, 8, 5])[0] if lined else 0,
        title=rng.random() < 0.5,  # noqa: PLR2004
        dropped=frozenset(name for name in _FURNITURE if rng.random() < 0.12),  # noqa: PLR2004
        code=rng.random() < 0.07,  # noqa: PLR2004
        escaped=rng.random() < 0.06,  # noqa: PLR2004
    )


class _Piece(NamedTuple):
    """A text node, or a border of a block (no text)."""

    text: str | None
    prefix: str = ""
    heading: int = 0


def flatten(page: str, style: Style) -> str:
    r"""Flatten a page.

    Args:
        page: HTML.
        style: How to write it.

    >>> plain = Style("\n", "", " ", False, "* ", "marks", "{text}", "", 0, 0, False, frozenset())
    >>> flatten("<h1>Rain</h1><ul><li>It <b>rained</b>.</li></ul>", plain)
    '# Rain\n* It rained.\n'
    """
    root = etree.HTML(drop_prologue(page))
    if root is None:
        return ""
    blocks = list(_blocks(_pieces(root, style), style))
    title = root.findtext(".//title")
    if style.title and title and title.strip():
        blocks.insert(0, " ".join(title.split()))
    text = style.between.join(block for block in blocks if block)
    if style.escaped:
        text = escape(text)
    if style.indent:
        text = textwrap.indent(text, " " * style.indent)
    return text + "\n"


def _pieces(root: etree._Element, style: Style) -> Iterator[_Piece]:
    """Yield text nodes and borders in document order."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    skipped = (_DEAD - _CODE if style.code else _DEAD) | style.dropped
    number = 0
    for event, element in walk:
        tag = element.tag
        if event == "start" and tag in skipped:
            walk.skip_subtree()
        elif event == "start":
            if tag in _BLOCKS:
                yield _Piece(None, style.bullet if tag == "li" else "", _HEADINGS.get(tag, 0))
            before, after = _around(element, style, number + 1)
            number += tag == "a"
            if before or after or element.text:
                yield _Piece(f"{before}{element.text or ''}{after if not len(element) else ''}")
        elif event == "end" and tag in _BLOCKS:
            yield _Piece(None)
        elif event == "end" and tag == "a" and len(element):
            yield _Piece(_around(element, style, number)[1])
        if event != "start" and element.tail and element is not root:
            yield _Piece(element.tail)


def _around(element: etree._Element, style: Style, number: int) -> tuple[str, str]:
    """Return what is written before and behind the text of an inline element."""
    if element.tag == "a" and element.get("href"):
        before, _, after = style.link.partition("{text}")
        return before.format(number=number), after.format(href=element.get("href"))
    if element.tag == "br":
        return style.line, ""
    if element.tag == "img" and element.get("alt"):
        return style.image.format(alt=element.get("alt"), src=element.get("src", "")), ""
    return "", ""


def _blocks(pieces: Iterator[_Piece], style: Style) -> Iterator[str]:
    """Put the pieces between two borders together."""
    texts: list[str] = []
    prefix, heading = "", 0
    for piece in (*pieces, _Piece(None)):
        if piece.text is not None:
            texts.append(piece.text if style.raw else _fold(piece.text))
            continue
        if any(text.strip() for text in texts):
            yield _written(texts, prefix, heading, style)
            prefix, heading = "", 0
        elif style.raw and texts:
            yield "".join(texts)
        texts = []
        prefix, heading = piece.prefix or prefix, piece.heading or heading


def _fold(text: str) -> str:
    return re.sub(r"[ \t\r\f]*\n[ \t\r\f]*|[ \t\r\f]+", lambda run: "\n" if run[0] == "\n" else " ", text)


def _written(texts: Sequence[str], prefix: str, heading: int, style: Style) -> str:
    if style.raw:
        return prefix + "".join(texts)
    pieces = [text for text in texts if text.strip() or not style.inside]
    text = style.inside.join(pieces) if style.inside != " " else re.sub(" +", " ", " ".join(pieces))
    text = text.strip()
    if "\n" not in (style.inside, style.line):
        text = " ".join(text.split())
    if heading and style.heading == "capitals":
        text = text.upper()
    if heading and style.heading == "marks":
        text = "#" * heading + " " + text
    if style.width:
        text = "\n".join(
            textwrap.fill(line, style.width, break_long_words=False, break_on_hyphens=False)
            for line in text.split("\n")
        )
    if heading and style.heading == "underline":
        text = f"{text}\n{'=' * min(len(text), style.width or 60)}"
    return prefix + text


def write_corpus(source: Path, out: Path, *, number: int, step: int = 1) -> int:
    """Flatten every article page of a corpus in a style of its own.

    Args:
        source: Folder with ``cases.jsonl``.
        out: Folder to write.
        number: Which of several copies; each page has another style in every copy.
        step: Take every ``step``-th article.

    Returns:
        How many dumps were written.
    """

    def dump(record: dict[str, Any], page: str) -> Derived:
        # the seed hangs on the page and the copy alone, so a corpus grows without changing what it held
        style = draw_style(Random(f"{record['id']}/{number}"))  # noqa: S311 - no secret
        return Derived(flatten(page, style).encode("utf-8", "replace"))

    return derive_corpus(source, out, dump, suffix=".txt", step=step)


def main(arguments: list[str] | None = None) -> int:
    """Write the corpora."""
    parser = argparse.ArgumentParser(prog="python -m training.flatten", description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, help="folders of HTML pages with cases.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="where the folders of dumps go")
    parser.add_argument("--copies", type=int, default=3, help="styles for each page")
    parser.add_argument("--step", type=int, default=1, help="take every so many articles")
    options = parser.parse_args(arguments)
    write_copies(
        options.corpora,
        options.out,
        options.copies,
        name="style",
        write=partial(write_corpus, step=options.step),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
