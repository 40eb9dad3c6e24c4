"""The extractors that are compared, each as a function from a case's bytes to the article's text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import cleannews

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.corpus import Case

    Extract = Callable[[Case, bytes], str]

LEADER = "trafilatura"
"""The extractor that paired gains are counted against."""

STOPLISTS = {
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "id": "Indonesian",
    "it": "Italian",
    "no": "Norwegian_Bokmal",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
}
"""The list jusText is told to use, by the corpus's language; English where none is named."""


def as_html(case: Case, raw: bytes) -> bytes:
    """Return what readers of HTML are given: the page, or a flattened dump with each line as a paragraph."""
    if case.kind == "html":
        return raw
    lines = (f"<p>{escape(line)}</p>" for line in cleannews.decode(raw).text.splitlines() if line.strip())
    return "<html><body>{}</body></html>".format("\n".join(lines)).encode()


def _cleannews() -> Extract:
    return lambda case, raw: cleannews.clean(raw, kind="html" if case.kind == "html" else "text").text


def _trafilatura(**options: bool) -> Extract:
    from trafilatura import extract  # noqa: PLC0415 - a peer is imported only if it is asked for

    return lambda _, raw: extract(raw, include_comments=False, **options) or ""


def _readability() -> Extract:
    from lxml import html  # noqa: PLC0415 - belongs to this peer
    from readability import Document  # noqa: PLC0415 - a peer is imported only if it is asked for

    def run(_: Case, raw: bytes) -> str:
        tree = html.fromstring(Document(raw).summary())
        for element in tree.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4", "td", "blockquote"):
            element.tail = "\n" + (element.tail or "")
        return str(tree.text_content())

    return run


def _justext() -> Extract:
    import justext  # noqa: PLC0415 - a peer is imported only if it is asked for

    lists = {name: justext.get_stoplist(name) for name in {*STOPLISTS.values(), "English"}}

    def run(case: Case, raw: bytes) -> str:
        words = lists[STOPLISTS.get(case.language or "en", "English")]
        return "\n".join(each.text for each in justext.justext(raw, words) if not each.is_boilerplate)

    return run


def _resiliparse() -> Extract:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - only if asked for
    from resiliparse.parse.encoding import detect_encoding  # noqa: PLC0415 - the same
    from resiliparse.parse.html import HTMLTree  # noqa: PLC0415 - the same

    def run(_: Case, raw: bytes) -> str:
        tree = HTMLTree.parse_from_bytes(raw, detect_encoding(raw))
        return str(extract_plain_text(tree, main_content=True))

    return run


def _newspaper() -> Extract:
    from newspaper import Article  # noqa: PLC0415 - a peer is imported only if it is asked for

    def run(_: Case, raw: bytes) -> str:
        article = Article("https://news.example/article", fetch_images=False)
        article.download(input_html=cleannews.decode(raw).text)
        article.parse()
        return str(article.text)

    return run


def _goose() -> Extract:
    from goose3 import Goose  # noqa: PLC0415 - a peer is imported only if it is asked for

    goose = Goose({"enable_image_fetching": False})
    return lambda _, raw: str(goose.extract(raw_html=cleannews.decode(raw).text).cleaned_text)


BUILDERS: dict[str, Callable[[], Extract]] = {
    "cleannews": _cleannews,
    LEADER: _trafilatura,
    "trafilatura-fast": lambda: _trafilatura(fast=True),
    "trafilatura-precision": lambda: _trafilatura(favor_precision=True),
    "readability-lxml": _readability,
    "justext": _justext,
    "resiliparse": _resiliparse,
    "newspaper4k": _newspaper,
    "goose3": _goose,
}
"""Name -> what imports the library and returns its extractor."""


def build(names: list[str]) -> tuple[dict[str, Extract], list[str]]:
    """Import the extractors named.

    Returns:
        Those that are installed, and the names of those that are not.

    Raises:
        KeyError: A name is not among :data:`BUILDERS`.
    """
    ready: dict[str, Extract] = {}
    missing = []
    for name in names:
        try:
            ready[name] = BUILDERS[name]()
        except ImportError:  # noqa: PERF203 - each import may fail by itself
            missing.append(name)
    return ready, missing
