"""Pages with furniture between their paragraphs: ``python -m training.boxes --out DIR CORPUS ...``.

Sites put newsletter forms, related stories and sharing bars into the middle of a text, and much news is
three paragraphs long; of the pages that are learned from few are either. So that the network does not take
the first box for the end of an article, each page is also shown with boxes of its own moved between its
paragraphs, and on request with some of its first paragraphs only. Folders are written in the case format,
with the gold cut accordingly; training takes them like any other.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections import defaultdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from cleannews.read.prescan import drop_prologue
from quality.score import tokens
from training.corpus import Derived, case_of, derive_corpus

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEVEL = 5
_FEWEST = 3
"""Paragraphs of the gold that a page must hold in one element to be of use."""

_LONG_ENOUGH = 30
"""Characters from which a paragraph is told by its words alone."""

_INNER = ("p", "div", "ul", "section")
_FURNITURE = ("div", "section", "aside", "ul", "form", "nav", "figure")
_BOX_WORDS = range(4, 61)
"""Words of what is moved: a sharing bar has few, a list of related stories many."""

_LENGTHS = (2, 3, 4, 5, 6, 8)
_LENGTH_WEIGHTS = (2, 3, 3, 2, 2, 2)
_BOXES = (0, 1, 2)
_BOX_WEIGHTS = (2, 5, 2)
_NEAR_END = 0.7
"""Rate at which places before the last paragraph grow rare: what is lost to a box is the end of a text."""


class _Paragraph(NamedTuple):
    """A paragraph of the gold on the page.

    Args:
        element: Where it stands.
        place: Which of the gold it is.
    """

    element: etree._Element
    place: int


class Boxed(NamedTuple):
    """A page with boxes in its text.

    Args:
        page: HTML, as repaired by the parser.
        gold: The paragraphs that it still holds.
        boxes: How many boxes were moved.
    """

    page: str
    gold: tuple[str, ...]
    boxes: int


def box(page: str, gold: Sequence[str], rng: Random, *, short: float) -> Boxed | None:
    """Move furniture of a page between its paragraphs.

    Args:
        page: HTML.
        gold: The article's paragraphs.
        rng: Chooses boxes, places and lengths.
        short: Chance that only some of the first paragraphs are left.

    Returns:
        The page, or ``None`` if it holds too few paragraphs of the gold side by side.

    >>> html = "<div><p>{}</p><p>{}</p><p>{}</p></div><ul><li><a>More on floods, rain and rivers</a></ul>"
    >>> gold = [f"The river rose by {count} metres on Monday night." for count in ("one", "two", "six")]
    >>> found = [box(html.format(*gold), gold, Random(seed), short=0) for seed in range(9)]
    >>> sorted({one.page.index("<ul>") > one.page.index("six") for one in found})
    [False, True]
    """
    root = etree.HTML(drop_prologue(page), etree.HTMLParser(huge_tree=True))
    found = _paragraphs(root, gold) if root is not None else []
    if root is None or len(found) < _FEWEST:
        return None
    left = list(gold)
    if rng.random() < short:
        found, left = _cut(found, left, rng.choices(_LENGTHS, _LENGTH_WEIGHTS)[0])
    boxes = _boxes(root, found, gold)
    rng.shuffle(boxes)
    moved = boxes[: rng.choices(_BOXES, _BOX_WEIGHTS)[0]]
    for element in moved:
        _take_out(element)
        back = min(int(rng.expovariate(_NEAR_END)), len(found) - 2)
        found[len(found) - 1 - back].element.addprevious(element)
    return Boxed(etree.tostring(root, method="html", encoding="unicode"), tuple(left), len(moved))


def _paragraphs(root: etree._Element, gold: Sequence[str]) -> list[_Paragraph]:
    """The paragraphs of the gold that stand in the element that holds most of them, in page order."""
    places = {_key(text): place for place, text in enumerate(gold)}
    held: dict[etree._Element | None, list[_Paragraph]] = defaultdict(list)
    for element in root.iter("p", "div"):
        if element.tag == "div" and any(child.tag in _INNER for child in element):
            continue
        key = _key(_text(element))
        if len(key) > _LONG_ENOUGH and key in places:
            held[element.getparent()].append(_Paragraph(element, places[key]))
    return max(held.values(), key=len, default=[])


def _cut(found: list[_Paragraph], gold: list[str], length: int) -> tuple[list[_Paragraph], list[str]]:
    """Leave some paragraphs of the page and of the gold, and nothing of what stood between the others."""
    if len(found) <= length or found[length - 1].place >= found[-1].place:
        return found, gold
    last, end = found[length - 1], found[-1]
    for element in list(last.element.itersiblings()):
        _take_out(element)
        if element is end.element:
            break
    return found[:length], gold[: last.place + 1] + gold[end.place + 1 :]


def _boxes(root: etree._Element, found: Sequence[_Paragraph], gold: Sequence[str]) -> list[etree._Element]:
    """Small elements with links or a form that hold nothing of the article, outermost only."""
    around = {one for each in found for one in (each.element, *each.element.iterancestors())}
    article = " ".join(map(_key, gold))
    boxes: list[etree._Element] = []
    inside: set[etree._Element] = set()
    for element in root.iter(*_FURNITURE):
        if element in around or not inside.isdisjoint(element.iterancestors()):
            continue
        key = _key(_text(element))
        linked = element.tag == "form" or element.find(".//a") is not None
        if linked and len(key.split()) in _BOX_WORDS and key not in article:
            boxes.append(element)
            inside.add(element)
    return boxes


def _take_out(element: etree._Element) -> None:
    """Remove an element, but not the text behind it."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail
    element.tail = None
    if parent is None:
        return
    parent.remove(element)
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail


def _text(element: etree._Element) -> str:
    return str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


def _key(text: str) -> str:
    return " ".join(tokens(text))


def write_corpus(source: Path, out: Path, *, number: int, short: float) -> int:
    """Write every article page of a corpus with boxes in its text.

    Args:
        source: Folder with ``cases.jsonl``.
        out: Folder to write.
        number: Which of several copies; each page has other boxes in every copy.
        short: Chance that a page is cut short.

    Returns:
        How many pages were written; those without paragraphs side by side are not.
    """

    def boxed(record: dict[str, Any], page: str) -> Derived | None:
        # the seed hangs on the page and the copy alone, so a corpus grows without changing what it held
        rng = Random(f"{record['id']}/boxes{number}")  # noqa: S311 - no secret
        made = box(page, case_of(source, record).gold, rng, short=short)
        if made is None:
            return None
        written = gzip.compress(made.page.encode("utf-8", "replace"), _LEVEL, mtime=0)
        return Derived(written, {"gold": made.gold})

    return derive_corpus(source, out, boxed, suffix=".html.gz")


def main(arguments: list[str] | None = None) -> int:
    """Write the corpora."""
    parser = argparse.ArgumentParser(prog="python -m training.boxes", description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, help="folders of HTML pages with cases.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="where the folders of pages go")
    parser.add_argument("--copies", type=int, default=1, help="how often each page is written")
    parser.add_argument("--short", type=float, default=0.0, help="share of the pages to cut short, 0 to 1")
    options = parser.parse_args(arguments)
    for corpus in options.corpora:
        for number in range(options.copies):
            folder = options.out / f"{corpus.name}.boxes{number}"
            count = write_corpus(corpus, folder, number=number, short=options.short)
            sys.stderr.write(f"{folder}: {count} pages\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
