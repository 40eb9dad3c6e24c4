"""``cleannews clean``: one page in, its article out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cleannews import formats, markup
from cleannews.batch.inputs import container_kind, packing
from cleannews.cli.channels import check_file, emit, json_text, say, write_file
from cleannews.cli.source import article_of, shown
from cleannews.errors import CleanNewsError
from cleannews.labels import Kind, Status, WarningId
from cleannews.paths import is_file

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from cleannews.article import Article


_ADVICE = {
    WarningId.LOOKS_LIKE_A_PATH: "give the path as an argument",
    WarningId.LOOKS_LIKE_AN_ADDRESS: "give the address as an argument",
    WarningId.LOOKS_LIKE_A_FEED: "clean the pages that it links to",
    WarningId.LOOKS_LIKE_A_MAIL: "save its HTML or text part and clean that",
    WarningId.LOOKS_LIKE_ROWS: "make a .jsonl or .csv file of them and give that to cleannews batch",
    WarningId.ELEMENTS_OVER_LIMIT: "--max-elements takes more",
    WarningId.BLOCKS_OVER_LIMIT: "--max-blocks takes more",
    WarningId.CHARACTERS_OVER_LIMIT: "--max-characters takes more",
    WarningId.TEMPLATE_NOT_USED: "is --site that of this site?",
}
"""What to do about warnings that a person at the command line can do something about."""

_NO_TEXT = (
    "the page holds no text, only markup, programs or pictures; if a browser shows text there, save it from "
    "the browser"
)


def run(options: argparse.Namespace) -> int:
    """Clean the input and write the article in the format that was asked for."""
    _check_output(options)
    article = article_of(options)
    text = _written(article, options)
    if options.output is None:
        emit(text)
    else:
        write_file(options.output, text)
    return report(article, options)


def report(article: Article, options: argparse.Namespace) -> int:
    """Say what is to say about an article's status.

    Returns:
        The exit code: ``empty`` and ``not_text`` are failures.
    """
    name: str = options.source
    told = options.kind == "auto"  # else somebody has said what it is
    for remark in (tuple(_hints(article, name)) if told else ()) or _remarks(article):
        say(f"{shown(name)}: {remark}")
    return 1 if article.status in (Status.EMPTY, Status.NOT_TEXT) else 0


def _remarks(article: Article) -> Iterator[str]:
    if article.status is Status.NOT_TEXT:
        yield "this is binary data; give an HTML page or a text file"
    elif article.status is Status.EMPTY and not article.blocks:
        yield _NO_TEXT if article.kind is Kind.HTML else "the input is empty; nothing was cleaned"
    elif article.status is Status.EMPTY:
        yield "no article text was found; cleannews explain shows what was removed and why"
    elif article.status is Status.NOT_ARTICLE:
        yield f"note: this does not look like an article (score {article.article_score:.2f})"
    elif article.status is Status.PARTIAL and not article.truncated:
        yield "note: the text seems to break off; the page may hold only a part of it"
    for warning, advice in _ADVICE.items():
        if warning in article.warnings:
            yield f"note: {warning.told}; {advice}"


def _hints(article: Article, name: str) -> Iterator[str]:
    """Send files that only folder runs take there, whatever came of them here."""
    where = f"with: cleannews batch {name} OUT"
    if container_kind(name):
        yield f"by its name it holds many pages; clean each {where}"
    elif packing(name) and article.status is Status.NOT_TEXT:
        yield f"it is packed; unpack it, or clean it {where}"


def _written(article: Article, options: argparse.Namespace) -> str:
    record = article.to_dict(blocks=options.blocks)
    if options.format == "json":
        return json_text(record)
    return markup.markdown(record) if options.format == "md" else formats.text(record)


def _check_output(options: argparse.Namespace) -> None:
    """Refuse before the work what would fail or do harm after it."""
    if options.blocks and options.format != "json":
        raise CleanNewsError("--blocks goes with -f json; to read them use: cleannews explain")
    output: Path | None = options.output
    if output is None:
        return
    check_file(output)
    source = Path(options.source)
    if is_file(output) and is_file(source) and output.samefile(source):
        raise CleanNewsError(f"{output} is the input; give another name to -o")
