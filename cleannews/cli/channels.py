"""Where output goes: data to standard output or a file, messages to standard error."""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
from pathlib import Path

from cleannews.errors import CleanNewsError
from cleannews.paths import absence, is_folder
from cleannews.whole import write_whole

COULD_NOT_RUN = 2
"""The exit code of what went wrong on the way."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
"""What would break a message into lines, turn it around or be obeyed by a terminal."""

_OBEYED = re.compile(r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""The same as far as JSON does not escape it by itself."""


def harmless(line: str) -> str:
    r"""A line without what a terminal would obey.

    >>> harmless("a name\x1b[2J.html")
    'a name [2J.html'
    """
    return _CONTROL.sub(" ", line)


def json_text(value: object) -> str:
    """A value as indented JSON in which nothing is left that a terminal would obey."""
    written = json.dumps(value, ensure_ascii=False, indent=2)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n"


def say(message: str) -> None:
    """Write one line to standard error."""
    line = harmless(f"cleannews: {message}")
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def emit(text: str) -> None:
    """Write text to standard output, in UTF-8 whatever the locale says.

    Raises:
        BrokenPipeError: The reader has gone.
        CleanNewsError: Standard output is closed or full.
    """
    if sys.stdout is None:
        raise CleanNewsError("standard output is closed; give -o FILE")
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CleanNewsError(f"standard output: {error.strerror or error}") from error


def finish(code: int) -> int:
    """Empty the output buffers, quietly if nobody reads any more, and pass the exit code on."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError) as error:
        code = code or (0 if isinstance(error, BrokenPipeError) else COULD_NOT_RUN)
        # What is left in the buffer would be tried again at exit, with a complaint.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def check_file(path: Path) -> None:
    """Refuse before the work what could not be written after it.

    Raises:
        CleanNewsError: It is a folder, or in none that is there.
    """
    if is_folder(path):
        raise CleanNewsError(f"{path} is a folder; give a file name to -o")
    if not is_folder(path.parent):
        raise CleanNewsError(
            f"the folder {path.parent} {absence(path.parent)}; make it first or give another -o"
        )


def write_file(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all.

    Raises:
        CleanNewsError: It cannot be written, with the reason.
    """
    try:
        write_whole(path, text.encode("utf-8", "replace"))
    except OSError as error:
        reason = _reason(error, Path(os.path.realpath(path)))
        raise CleanNewsError(f"{path} cannot be written: {reason}", subject=str(path)) from error


def _reason(error: OSError, target: Path) -> str:
    if is_folder(target):
        return "it is a folder; give a file name"
    if not is_folder(target.parent):
        return f"the folder {target.parent} {absence(target.parent)}; make it first"
    return (error.strerror or str(error)).lower()
