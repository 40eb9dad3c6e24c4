"""``cleannews clean``: one page in, its article out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cleannews import formats, markup
from cleannews.cli.channels import emit, json_text, say, write_file
from cleannews.cli.source import article_of, shown
from cleannews.errors import CleanNewsError
from cleannews.labels import Status

if TYPE_CHECKING:
    import argparse

    from cleannews.article import Article


def run(options: argparse.Namespace) -> int:
    """Clean the input and write the article in the format that was asked for."""
    _check_output(options)
    article = article_of(options)
    text = _written(article, options)
    if options.output is None:
        emit(text)
    else:
        write_file(options.output, text)
    return report(article, options.source)


def report(article: Article, name: str) -> int:
    """Say what is to say about an article's status.

    Returns:
        The exit code: ``empty`` and ``not_text`` are failures.
    """
    name = shown(name)
    if article.status is Status.NOT_TEXT:
        say(f"{name}: this is binary data; give an HTML page or a text file")
    elif article.status is Status.EMPTY and not article.blocks:
        say(f"{name}: the input is empty; nothing was cleaned")
    elif article.status is Status.EMPTY:
        say(f"{name}: no article text was found; cleannews explain shows what was removed and why")
    elif article.status is Status.NOT_ARTICLE:
        say(f"{name}: note: this does not look like an article (score {article.article_score:.2f})")
    elif article.status is Status.PARTIAL:
        say(f"{name}: note: the text seems to break off; the page may hold only a part of it")
    return 1 if article.status in (Status.EMPTY, Status.NOT_TEXT) else 0


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
    if output.is_dir():
        raise CleanNewsError(f"{output} is a folder; give a file name to -o")
    if not output.absolute().parent.is_dir():
        raise CleanNewsError(f"the folder {output.parent} does not exist; make it first or give another -o")
    source = Path(options.source)
    if output.is_file() and source.is_file() and output.samefile(source):
        raise CleanNewsError(f"{output} is the input; give another name to -o")
