"""``cleannews batch``: a folder in, one record for every input out."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from cleannews.batch import clean_folder
from cleannews.errors import CleanNewsError
from cleannews.read.page import Limits

if TYPE_CHECKING:
    import argparse

    from cleannews.batch import BatchReport


def run(options: argparse.Namespace) -> int:
    """Clean the folder; 1 if some input failed."""
    if not options.source.exists():
        raise CleanNewsError(f"{options.source} does not exist; give a folder of HTML or text files")
    report = clean_folder(
        options.source,
        options.target,
        workers=options.workers,
        mode=options.mode,
        kind=options.kind,
        blocks=options.blocks,
        timeout=options.timeout,
        resume=not options.no_resume,
        retry_failed=options.retry_failed,
        limits=Limits(input_bytes=options.max_bytes),
        progress="off" if options.quiet else "auto",
    )
    if not options.quiet:
        _tell(report)
    return 1 if report.failed else 0


def _tell(report: BatchReport) -> None:
    """Write the summary to standard error, which may be gone after a long run."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{report.summary()}\n")
