"""``cleannews learn``: pages of one site in, its template out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cleannews.batch.content import read_content
from cleannews.batch.inputs import Entry, container_kind
from cleannews.batch.reasons import Unusable
from cleannews.batch.sources import sources_of
from cleannews.cli.channels import say, write_file
from cleannews.cli.source import limits_of
from cleannews.errors import CleanNewsError, ReadError, TooLarge

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator


def run(options: argparse.Namespace) -> int:
    """Learn from the pages and write the template."""
    from cleannews.learn import learn_site  # noqa: PLC0415 - keeps --help and mistakes fast

    output: Path = options.output
    if output.is_dir():
        raise CleanNewsError(f"{output} is a folder; give a file name to -o")
    try:
        template = learn_site(_pages(options), kind=options.kind, limits=limits_of(options))
    except ValueError as error:
        raise CleanNewsError(str(error)) from None
    write_file(output, template.to_json())
    articles = len(template.counts.articles)
    say(f"{output}: learned from {template.pages:,} pages that show {articles:,} articles")
    return 0


def _pages(options: argparse.Namespace) -> Iterator[bytes]:
    """Read the pages one by one; what cannot be read is told and passed over."""
    limits = limits_of(options)
    given = options.sources
    sources = sources_of(given[0] if len(given) == 1 else given)
    entries = [found for found in sources.scan(output=options.output.absolute()) if isinstance(found, Entry)]
    for entry in sorted(entries):
        path = sources.root / Path(entry.path.decode(errors="surrogateescape"))
        if container_kind(path.name):
            say(f"{path}: it holds many pages; learn from such files with: cleannews batch")
            continue
        try:
            yield read_content(path, limit=limits.input_bytes).data
        except (Unusable, TooLarge, ReadError) as finding:
            say(f"{path}: {finding.message}")
