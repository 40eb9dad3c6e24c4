"""Pages as other programs would have saved them: ``python -m training.disguise --out DIR CORPUS ...``.

Sites name their classes as they like, programs that save or clean pages drop them, and pages written by
hand have neither ``<article>`` nor ``<p>``. So that the network does not lean on what a page may lack, every
page is also shown in a disguise drawn at random. Folders are written in the case format; training takes them
like any other.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from lxml import etree

from cleannews.read.prescan import drop_prologue
from training.corpus import Derived, derive_corpus, write_copies

_NAMES = ("class", "id")
_STRIPPED = frozenset({"class", "id", "role", "itemprop", "itemtype", "itemscope"})
_SECTIONS = frozenset(
    {"article", "main", "section", "aside", "nav", "header", "footer", "figure", "figcaption"}
)
_LEVEL = 5
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Disguise:
    """What of a page is hidden.

    Args:
        names: ``kept``, ``dropped`` (with ``role``, ``data-`` and ``aria-`` attributes) or ``renamed``: the
            same everywhere on the page, but telling nothing.
        plain: Elements that become a ``div``.
        metas: Whether the page's ``<meta>`` elements are kept.
        jsonld: Whether its JSON-LD is kept.
        head: Whether there is a head at all.
        part: Share of the source that is left, from its beginning.
    """

    names: str
    plain: frozenset[str]
    metas: bool
    jsonld: bool
    head: bool
    part: float


def draw_disguise(rng: Random) -> Disguise:
    """Draw a disguise; the shares are guesses at what is common, with every combination possible."""
    plain: set[str] = set()
    for group, share in ((_SECTIONS, 0.35), (_HEADINGS, 0.15), (frozenset({"p"}), 0.15)):
        if rng.random() < share:
            plain |= group
    return Disguise(
        names=rng.choices(["kept", "dropped", "renamed"], [25, 40, 35])[0],
        plain=frozenset(plain),
        metas=rng.random() < 0.65,  # noqa: PLR2004 - a share, as all in this function
        jsonld=rng.random() < 0.5,  # noqa: PLR2004
        head=rng.random() < 0.9,  # noqa: PLR2004
        part=rng.uniform(0.5, 0.9) if rng.random() < 0.08 else 1.0,  # noqa: PLR2004
    )


def disguise(page: str, style: Disguise) -> str:
    """Write a page in a disguise.

    Args:
        page: HTML.
        style: What to hide.

    Returns:
        The page as repaired by the parser; all its text is there, up to the share asked for.

    >>> bare = Disguise("dropped", frozenset({"h2"}), True, True, False, 1.0)
    >>> disguise('<div id="top"><h2 class="x">Rain</h2><p>It <b>rained</b>.', bare)
    '<html><body><div><div>Rain</div><p>It <b>rained</b>.</p></div></body></html>'
    """
    root = etree.HTML(drop_prologue(page), etree.HTMLParser(huge_tree=True))
    if root is None:
        return page
    renamed: dict[str, str] = {}
    for element in list(root.iter(etree.Element)):
        if not style.jsonld and element.get("type", "").strip().lower() == "application/ld+json":
            element.text = None
        if element.tag in style.plain:
            element.tag = "div"
        if style.names == "dropped":
            _drop_names(element.attrib)
        elif style.names == "renamed":
            _rename(element.attrib, renamed)
    _drop_head(root, style)
    written = etree.tostring(root, method="html", encoding="unicode")
    return written[: int(style.part * len(written))] if style.part < 1 else written


def _drop_head(root: etree._Element, style: Disguise) -> None:
    if not style.head:
        etree.strip_elements(root, "head", with_tail=False)
    elif not style.metas:
        etree.strip_elements(root, "meta", with_tail=False)


def _drop_names(attributes: Any) -> None:  # noqa: ANN401 - lxml's own type has no name in its stubs
    for name in attributes.keys():  # noqa: SIM118 - the attributes change meanwhile
        if name in _STRIPPED or name.startswith(("data-", "aria-")):
            del attributes[name]


def _rename(attributes: Any, renamed: dict[str, str]) -> None:  # noqa: ANN401 - as above
    for name in _NAMES:
        words = attributes.get(name, "").split()
        if words:
            attributes[name] = " ".join([renamed.setdefault(word, f"x{len(renamed)}") for word in words])


def write_corpus(source: Path, out: Path, *, number: int) -> int:
    """Write every article page of a corpus in a disguise of its own.

    Args:
        source: Folder with ``cases.jsonl``.
        out: Folder to write.
        number: Which of several copies; each page has another disguise in every copy.

    Returns:
        How many pages were written.
    """

    def disguised(record: dict[str, Any], page: str) -> Derived:
        # the seed hangs on the page and the copy alone, so a corpus grows without changing what it held
        style = draw_disguise(Random(f"{record['id']}/{number}"))  # noqa: S311 - no secret
        return Derived(gzip.compress(disguise(page, style).encode("utf-8", "replace"), _LEVEL, mtime=0))

    return derive_corpus(source, out, disguised, suffix=".html.gz")


def main(arguments: list[str] | None = None) -> int:
    """Write the corpora."""
    parser = argparse.ArgumentParser(prog="python -m training.disguise", description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, help="folders of HTML pages with cases.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="where the folders of pages go")
    parser.add_argument("--copies", type=int, default=2, help="disguises for each page")
    options = parser.parse_args(arguments)
    write_copies(options.corpora, options.out, options.copies, name="disguise", write=write_corpus)
    return 0


if __name__ == "__main__":
    sys.exit(main())
