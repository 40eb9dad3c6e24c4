"""Dumps of short articles: ``python -m training.shorten --out DIR CORPUS ...``.

The corpora's articles are long; many of a paper's are a few paragraphs, and a dump of one is menu and teasers
for the greater part. So that the network does not take the last paragraphs of a short article for teasers,
articles are also shown cut to their first paragraphs, the page around them whole or thinned out, flattened in
a style drawn at random. Folders are written in the case format; training takes them like any other.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from cleannews.read.prescan import drop_prologue
from training.corpus import Derived, derive_corpus, write_copies
from training.flatten import draw_style, flatten

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 9
"""Paragraphs of a short article at most."""
_LEAST_WORDS = 25
"""Words of one at least."""
_NEVER = frozenset({"script", "style", "html", "body", "head"})
_THINNED = 0.5
"""Share of the pages from which parts that hold no paragraph are dropped at random."""


def shorten(page: str, gold: Sequence[str], rng: Random) -> tuple[str, list[str]] | None:
    """Cut the article of a page to its first paragraphs.

    Args:
        page: HTML.
        gold: The article's paragraphs.
        rng: Draws how many stay, and what of the page around them.

    Returns:
        The page and the paragraphs that stay; ``None`` if a paragraph is no element's whole text, so that
        it could not be told what to take away.
    """
    root = etree.HTML(drop_prologue(page), HTMLParser(huge_tree=True))
    if root is None:
        return None
    wanted = [" ".join(one.split()) for one in gold if one.strip()]
    found = _elements(root, wanted)
    if any(one not in found for one in wanted) or len(wanted) < 2:  # noqa: PLR2004 - one cannot be cut
        return None
    keep = _drawn(wanted, rng)
    stay = [element for one in wanted[:keep] for element in found[one]]
    for one in dict.fromkeys(wanted[keep:]):
        for element in found[one]:
            if element not in stay:
                element.drop_tree()
    if rng.random() < _THINNED:
        _thin(root, stay, rng)
    return etree.tostring(root, method="html", encoding="unicode"), wanted[:keep]


def _drawn(paragraphs: Sequence[str], rng: Random) -> int:
    """Draw how many paragraphs stay; more, if they would hold hardly any words."""
    keep = rng.randint(1, min(_MOST, len(paragraphs) - 1))
    while keep < len(paragraphs) and len(" ".join(paragraphs[:keep]).split()) < _LEAST_WORDS:
        keep += 1
    return keep


def _elements(root: HtmlElement, wanted: Sequence[str]) -> dict[str, list[HtmlElement]]:
    """Find the innermost elements whose whole text is a paragraph."""
    found: dict[str, list[HtmlElement]] = {}
    names = set(wanted)
    for element in root.iter(etree.Element):
        if element.tag in _NEVER:
            continue
        text = " ".join("".join(map(str, element.itertext())).split())
        if text in names:
            outer = found.setdefault(text, [])
            if outer and outer[-1] in element.iterancestors():
                outer[-1] = element
            else:
                outer.append(element)
    return found


def _thin(root: HtmlElement, paragraphs: Sequence[HtmlElement], rng: Random) -> None:
    """Drop lists, asides and their like that hold no paragraph, each with the same chance."""
    chance = rng.uniform(0.2, 0.9)
    held = {above for one in paragraphs for above in (one, *one.iterancestors())}
    for element in list(root.iter("ul", "ol", "nav", "aside", "section", "footer", "header", "form", "li")):
        if element not in held and rng.random() < chance:
            element.drop_tree()


def write_corpus(source: Path, out: Path, *, number: int) -> int:
    """Write the pages of a corpus whose article can be cut, each cut and flattened in a way of its own.

    Args:
        source: Folder with ``cases.jsonl``.
        out: Folder to write.
        number: Which of several copies; each article is cut otherwise in every copy.

    Returns:
        How many were written.
    """

    def short(record: dict[str, Any], page: str) -> Derived | None:
        # the seed hangs on the page and the copy alone, so a corpus grows without changing what it held
        rng = Random(f"{record['id']}/{number}/short")  # noqa: S311 - no secret
        cut = shorten(page, record.get("gold") or (), rng)
        return cut and Derived(flatten(cut[0], draw_style(rng)).encode("utf-8", "replace"), cut[1])

    return derive_corpus(source, out, short, suffix=".txt")


def main(arguments: list[str] | None = None) -> int:
    """Write the corpora."""
    parser = argparse.ArgumentParser(prog="python -m training.shorten", description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, help="folders of HTML pages with cases.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="where the folders of dumps go")
    parser.add_argument("--copies", type=int, default=1, help="cuts of each article")
    options = parser.parse_args(arguments)
    write_copies(options.corpora, options.out, options.copies, name="short", write=write_corpus)
    return 0


if __name__ == "__main__":
    sys.exit(main())
