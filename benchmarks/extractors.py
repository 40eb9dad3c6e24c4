"""The extractors that are compared, each in two steps: what is made ready for it, and what is timed."""

from __future__ import annotations

from functools import cache, partial
from html import escape
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

import cleannews
from cleannews.labels import Kind, Mode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from training.corpus import Case

    Extract = Callable[["Task"], "Answer"]

LEADER = "trafilatura"
"""The extractor that paired gains and speeds are counted against."""

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


class Task(NamedTuple):
    """What an extractor is given for one case."""

    payload: bytes | str
    """The dump, in the form that the extractor takes."""
    kind: str
    language: str | None
    fold: int


class Answer(NamedTuple):
    """What an extractor gives back for one case."""

    text: str
    confidence: float | None = None
    """0-1, of those that state one."""


class Extractor(NamedTuple):
    """How one extractor is fed and built."""

    prepare: Callable[[Case, bytes], bytes | str]
    """From the bytes of a case to the payload; not timed, and run outside the extractor's process."""
    build: Callable[[], Extract]
    """Imports the library; raises ``ImportError`` if it is not installed."""
    package: str
    """Its name on the Python package index."""


def as_given(_: Case, raw: bytes) -> bytes:
    """Return the dump as it is."""
    return raw


def as_html(case: Case, raw: bytes) -> bytes:
    """Return what readers of HTML are given: the page, or a flattened dump with each line as a paragraph.

    Given the dump itself most peers return nothing; as paragraphs they have their best chance.
    """
    if case.kind == "html":
        return raw
    lines = (f"<p>{escape(line)}</p>" for line in cleannews.decode(raw).text.splitlines() if line.strip())
    return "<html><body>{}</body></html>".format("\n".join(lines)).encode()


def as_text(case: Case, raw: bytes) -> str:
    """Return the same decoded, for peers that take no bytes: finding the encoding is not their time."""
    return cleannews.decode(as_html(case, raw)).text


def _cleannews(mode: str = "balanced") -> Extract:
    def run(task: Task) -> Answer:
        article = cleannews.clean(task.payload, kind=Kind(task.kind), mode=Mode(mode))
        return Answer(article.text, article.confidence)

    return run


def _held_out(folder: Path) -> Extract:
    from cleannews.label import model  # noqa: PLC0415 - peers' processes do without
    from training.predict import fold_weights  # noqa: PLC0415 - the same

    @cache
    def weights(kind: Kind, fold: int) -> model.Weights:
        return model.read_weights(fold_weights(folder, kind, fold), kind)

    run = _cleannews()

    def run_held_out(task: Task) -> Answer:
        with patch.object(model, "load_weights", lambda kind: weights(kind, task.fold)):
            return run(task)

    return run_held_out


def held_out(folder: Path) -> Extractor:
    """Return cleannews with weights that have not seen the case's domain.

    Args:
        folder: The weights of every fold, as ``python -m training`` writes them.
    """
    return Extractor(as_given, partial(_held_out, folder), "cleannews")


def _trafilatura(**options: Any) -> Extract:  # noqa: ANN401 - handed on as they are
    from trafilatura import extract  # noqa: PLC0415 - a peer is imported only if it is asked for

    return lambda task: Answer(extract(task.payload, include_comments=False, **options) or "")


def _readability() -> Extract:
    from lxml import html  # noqa: PLC0415 - belongs to this peer
    from readability import Document  # noqa: PLC0415 - a peer is imported only if it is asked for

    def run(task: Task) -> Answer:
        tree = html.fromstring(Document(task.payload).summary())
        for element in tree.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4", "td", "blockquote"):
            element.tail = "\n" + (element.tail or "")
        return Answer("".join(map(str, tree.itertext())))

    return run


def _justext() -> Extract:
    import justext  # noqa: PLC0415 - a peer is imported only if it is asked for

    lists = {name: justext.get_stoplist(name) for name in {*STOPLISTS.values(), "English"}}

    def run(task: Task) -> Answer:
        words = lists[STOPLISTS.get(task.language or "en", "English")]
        found = justext.justext(task.payload, words)
        return Answer("\n".join(each.text for each in found if not each.is_boilerplate))

    return run


def _resiliparse() -> Extract:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - only if asked for
    from resiliparse.parse.encoding import detect_encoding  # noqa: PLC0415 - the same
    from resiliparse.parse.html import HTMLTree  # noqa: PLC0415 - the same

    def run(task: Task) -> Answer:
        tree = HTMLTree.parse_from_bytes(task.payload, detect_encoding(task.payload))
        return Answer(str(extract_plain_text(tree, main_content=True)))

    return run


def _newspaper() -> Extract:
    from newspaper import Article  # noqa: PLC0415 - a peer is imported only if it is asked for

    def run(task: Task) -> Answer:
        article = Article("https://news.example/article", fetch_images=False)
        article.download(input_html=task.payload)
        article.parse()
        return Answer(str(article.text))

    return run


def _goose() -> Extract:
    from goose3 import Goose  # noqa: PLC0415 - a peer is imported only if it is asked for

    goose = Goose({"enable_image_fetching": False})
    return lambda task: Answer(str(goose.extract(raw_html=task.payload).cleaned_text))


EXTRACTORS: dict[str, Extractor] = {
    "cleannews": Extractor(as_given, _cleannews, "cleannews"),
    LEADER: Extractor(as_html, _trafilatura, "trafilatura"),
    "trafilatura-fast": Extractor(as_html, partial(_trafilatura, fast=True), "trafilatura"),
    "trafilatura-precision": Extractor(as_html, partial(_trafilatura, favor_precision=True), "trafilatura"),
    "readability-lxml": Extractor(as_html, _readability, "readability-lxml"),
    "justext": Extractor(as_html, _justext, "jusText"),
    "resiliparse": Extractor(as_html, _resiliparse, "resiliparse"),
    "newspaper4k": Extractor(as_text, _newspaper, "newspaper4k"),
    "goose3": Extractor(as_text, _goose, "goose3"),
    "cleannews-precision": Extractor(as_given, partial(_cleannews, "precision"), "cleannews"),
    "cleannews-recall": Extractor(as_given, partial(_cleannews, "recall"), "cleannews"),
}
"""Every extractor by its name in the table."""

USUAL = tuple(name for name in EXTRACTORS if not name.startswith("cleannews-"))
"""Those that are compared unless others are named: the modes of cleannews are left out."""


def release(extractor: Extractor) -> str:
    """Return the installed version of an extractor's package, empty if it cannot be told."""
    try:
        return version(extractor.package)
    except PackageNotFoundError:
        return ""
