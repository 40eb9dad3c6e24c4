"""``cleannews batch``: a folder in, one record for every input out."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from cleannews.batch import clean_folder
from cleannews.batch.forms import JSONL
from cleannews.batch.options import TEXT_FIELDS
from cleannews.batch.sources import LISTED, check_given
from cleannews.cli.channels import harmless, say
from cleannews.cli.source import limits_of
from cleannews.errors import FolderError, ReadError
from cleannews.paths import is_file

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from cleannews.batch import BatchReport

_REASONS, _LOOKED_AT = 3, 1000
"""Reasons that are explained by an input each, and failed inputs among which that is looked for."""
_HERE = {
    "text_fields (--text-field)": "--text-field NAME",
    "raise limits.input_bytes": "raise --max-bytes",
    "raise timeout": "raise --timeout",
    "raise memory_limit": "raise --memory-limit",
}
"""What options are called in the records, and what here."""

_PIECE = 1 << 16
"""Bytes read at a time. A list whose paths are closed by zero bytes shows one among the first of them: no
system takes a path as long as this."""


def run(options: argparse.Namespace) -> int:
    """Clean the folder; 1 if some input failed."""
    _check_target(options.target)
    try:
        report = clean_folder(
            _source(options.sources),
            options.target,
            workers=options.workers,
            mode=options.mode,
            kind=options.kind,
            blocks=options.blocks,
            copies=options.copies,
            formats=tuple(options.format or [JSONL]),
            timeout=options.timeout,
            memory_limit=options.memory_limit,
            resume=not options.no_resume,
            retry_failed=options.retry_failed,
            limits=limits_of(options),
            text_fields=tuple(options.text_field or TEXT_FIELDS),
            url_field=options.url_field,
            id_field=options.id_field,
            learn=options.learn,
            site_by=options.site_by,
            progress="off" if options.quiet else "auto",
        )
    except FolderError as error:
        raise FolderError(
            error.message.replace("resume=False", "--no-resume"), subject=error.subject
        ) from error
    if not options.quiet:
        _tell(report, listed=options.sources == [LISTED])
    return 1 if report.failed else 0


def _check_target(target: Path) -> None:
    """Refuse what no run can be written to: the last name is a file where somebody forgot the folder."""
    if is_file(target):
        raise FolderError(f"{target} is a file; the last name is that of the folder to write to")
    if str(target) == LISTED:
        raise FolderError("the last name is that of the folder to write to, and - is none; give a folder")


def _source(given: list[str]) -> str | list[str] | Iterator[PurePath]:
    """Return what was given as the library takes it: one place, a list of them, or one on standard input."""
    if given == [LISTED]:
        return listed()
    check_given(given)
    return given[0] if len(given) == 1 else given


def listed() -> Iterator[PurePath]:
    """Yield the paths on standard input: one a line, or closed by zero bytes, as ``find -print0`` does.

    They are no patterns: files that wget saves hold a question mark.

    Raises:
        ReadError: Standard input is closed.
    """
    if sys.stdin is None:
        raise ReadError("standard input is closed; give a folder or files")
    if sys.stdin.isatty():
        say("reading paths from the terminal, one a line; end with Ctrl-D")
    piece = sys.stdin.buffer.read(_PIECE)
    mark = b"\0" if b"\0" in piece else b"\n"
    rest = b""
    while piece:
        *names, rest = (rest + piece).split(mark)
        yield from _paths(names, mark)
        piece = sys.stdin.buffer.read(_PIECE)
    yield from _paths([rest], mark)


def _paths(names: list[bytes], mark: bytes) -> Iterator[PurePath]:
    for name in names:
        path = name if mark == b"\0" else name.rstrip(b"\r")
        if path:
            yield PurePath(os.fsdecode(path))


def _tell(report: BatchReport, *, listed: bool) -> None:
    """Write the summary to standard error, which may be gone after a long run."""
    if listed and not report.total and not report.skipped:
        say("standard input held no paths; give them one a line: find dumps -type f | cleannews batch - OUT")
        return
    lines = [*report.summary().split("\n"), *_why(report)]
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write("".join(f"{harmless(line)}\n" for line in lines))


def _why(report: BatchReport) -> Iterator[str]:
    """Yield for the most frequent reasons what the first input that failed for each says."""
    wanted = sorted(report.failures, key=lambda reason: -report.failures[reason])[:_REASONS]
    first: dict[str, dict[str, Any]] = {}
    with suppress(OSError, ValueError), report.failures_path.open(encoding="utf-8") as lines:
        for record in map(json.loads, islice(lines, _LOOKED_AT)):
            first.setdefault(record["reason"], record)
    for reason in wanted:
        if reason in first:
            told = first[reason]
            line = f"#{told['line']}" if "line" in told else ""
            message = str(told["message"])
            for name, here in _HERE.items():
                message = message.replace(name, here)
            yield f"  why     {told['path']}{line}: {message}"
