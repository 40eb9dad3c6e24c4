"""The nine ways in which crude scrapers make text of a page; used by ``quality.make`` alone.

Needs the extra ``fixtures`` and the programs lynx and w3m.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import bs4
import html2text
import html_text
import inscriptis
from bs4.element import NavigableString

if TYPE_CHECKING:
    from collections.abc import Callable

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
        "br",
        "td",
    ]
)
DEAD = ("script", "style", "noscript", "template", "svg")


def parse(page: str) -> bs4.BeautifulSoup:
    """Parse a page and drop what is never shown."""
    tree = bs4.BeautifulSoup(page, "lxml")
    for element in tree(DEAD):
        element.decompose()
    return tree


def inner(page: str) -> str:
    """Do as a browser's ``innerText`` does: a blank line between blocks, the page's title first."""
    tree = parse(page)
    pieces: list[str] = []

    def walk(node: bs4.Tag) -> None:
        for child in node.children:
            if isinstance(child, bs4.Tag):
                gap = "\n\n" if child.name in BLOCKS else ""
                pieces.append(gap)
                walk(child)
                pieces.append(gap)
            elif type(child) is NavigableString:
                pieces.append(re.sub(r"\s+", " ", child))

    walk(tree.body or tree)
    text = re.sub(r" ?\n ?", "\n", re.sub(r"[ \t]+", " ", "".join(pieces)))
    title = tree.title.get_text(strip=True) if tree.title else ""
    return title + "\n\n" + re.sub(r"\n{2,}", "\n\n", text).strip() + "\n"


def markdown(page: str) -> str:
    """Do as html2text does: Markdown, wrapped."""
    writer = html2text.HTML2Text()
    writer.ignore_images = True
    return str(writer.handle(page))


def browser(program: str, *options: str) -> Callable[[str], str]:
    """Return a flattener that pipes the page through a terminal browser."""

    def run(page: str) -> str:
        path = shutil.which(program)
        if path is None:
            raise SystemExit(f"{program} is not installed")
        command = [path, *options]
        done = subprocess.run(command, input=page.encode(), capture_output=True, check=True, timeout=60)  # noqa: S603 - a fixed program
        return done.stdout.decode("utf-8", "replace")

    return run


FLATTENERS: dict[str, Callable[[str], str]] = {
    "gettext": lambda page: parse(page).get_text(),
    "lines": lambda page: "\n".join(parse(page).stripped_strings),
    "inner": inner,
    "inscriptis": lambda page: str(inscriptis.get_text(page)),
    "html2text": markdown,
    "htmltext": lambda page: str(html_text.extract_text(page)),
    "lynx": browser("lynx", "-dump", "-nolist", "-stdin", "-display_charset=utf-8", "-assume_charset=utf-8"),
    "w3m": browser("w3m", "-dump", "-T", "text/html", "-I", "utf-8", "-O", "utf-8", "-cols", "100"),
    "oneline": lambda page: " ".join(parse(page).stripped_strings),
}
"""By the name of the layout."""
