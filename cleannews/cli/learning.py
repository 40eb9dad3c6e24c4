"""``cleannews learn``: pages of one site in, its template out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cleannews.batch.content import read_content
from cleannews.batch.inputs import Entry, container_kind, is_input
from cleannews.batch.reasons import Unusable
from cleannews.batch.sources import check_given, sources_of
from cleannews.cli.channels import check_file, say, write_file
from cleannews.cli.source import limits_of
from cleannews.errors import CleanNewsError
from cleannews.labels import Kind
from cleannews.paths import is_file, real

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from cleannews.label.site.template import SiteTemplate
    from cleannews.read.page import Page


class Tally:
    """Counts pages on their way into a template."""

    def __init__(self) -> None:
        self.digests: set[str] = set()
        """Of the pages that were taken."""
        self.again = 0
        """Pages that are the same as one of those, byte for byte."""
        self.failed = 0


def run(options: argparse.Namespace) -> int:
    """Learn from the pages and write the template; 1 if some page could not be used."""
    from cleannews.learn import template_of_many  # noqa: PLC0415 - keeps --help and mistakes fast

    output: Path = options.output
    if str(output) == "-":
        raise CleanNewsError("-o - is no file; a template is read back by the name of its file")
    check_file(output)
    check_given(options.sources)
    if is_file(output) and _is_page(output, options.sources):
        raise CleanNewsError(f"{output} is a page; give another name to -o")
    tally = Tally()
    try:
        template = template_of_many(_pages(options, tally))
    except ValueError as error:
        raise CleanNewsError(str(error)) from None
    write_file(output, template.to_json())
    say(f"{output}: learned from {len(tally.digests):,} pages{_shown(template, tally)}")
    return 1 if tally.failed else 0


def _is_page(output: Path, sources: Sequence[str]) -> bool:
    """Tell whether what would be overwritten is a page: one that was named, or a file that is called so."""
    if any(is_file(name) and output.samefile(name) for name in sources):
        return True
    if not is_input(output.name):
        return False
    try:
        with output.open("rb") as stream:
            return not stream.read(_TEMPLATE_HEAD).startswith(b'{"format": ')
    except OSError:
        return True


_TEMPLATE_HEAD = 20
"""Bytes in which a template shows itself: whatever it is called, it may be replaced by a newer one."""


def _shown(template: SiteTemplate, tally: Tally) -> str:
    """Tell what the pages show; of many the template keeps a sample."""
    kept, articles = len(template.entries), len(template.counts.articles)
    sample = f"; {kept:,} of them are kept," if kept < len(tally.digests) else ""
    told = f"{sample} that show {articles:,} article{'' if articles == 1 else 's'}"
    if articles == 1:
        told += "; add pages of others: what one article alone shows teaches nothing"
    return told + (f"; {tally.again:,} more came twice and count once" if tally.again else "")


def _pages(options: argparse.Namespace, tally: Tally) -> Iterator[tuple[Page, str]]:
    """Read the pages one by one; what cannot be used is told and passed over."""
    from cleannews.learn import read_page  # noqa: PLC0415 - as above

    limits = limits_of(options)
    kind = None if options.kind == "auto" else Kind(options.kind)
    for path in _paths(options):
        if container_kind(path.name):
            say(f"{path}: it holds many pages; learn from such files with: cleannews batch")
            continue
        try:
            page, digest = read_page(read_content(path, limit=limits.input_bytes).data, kind, limits)
        except Unusable as finding:
            say(f"{path}: passed over: {finding.message}")
            tally.failed += 1
            continue
        if page.segments:
            tally.again += digest in tally.digests
            tally.digests.add(digest)
            yield page, digest
        else:
            what = "holds no text" if page.is_text else "is binary data"
            say(f"{path}: passed over: it {what}; a site is learned from HTML pages or text files")
            tally.failed += 1


def _paths(options: argparse.Namespace) -> Iterator[Path]:
    given = options.sources
    sources = sources_of(given[0] if len(given) == 1 else given)
    entries = [found for found in sources.scan(output=options.output.absolute()) if isinstance(found, Entry)]
    output = real(options.output)
    for entry in sorted(entries):
        path = sources.root / Path(entry.path.decode(errors="surrogateescape"))
        if real(path) != output:  # the template of an earlier time is no page
            yield path
