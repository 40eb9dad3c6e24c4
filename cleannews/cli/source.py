"""Where input comes from: a file, standard input, an address."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cleannews.batch.inputs import is_input, packing
from cleannews.cli.channels import say
from cleannews.errors import ReadError, TooLarge
from cleannews.paths import is_folder, is_there
from cleannews.read.page import Limits
from cleannews.read.stream import read_within

if TYPE_CHECKING:
    import argparse

    from cleannews.article import Article
    from cleannews.download import Fetched
    from cleannews.label.site.template import SiteTemplate

STDIN = "-"

_HOST = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,9}\.[a-z]{2,63}(?=[:/?#]|$)", re.IGNORECASE)
"""The name of a host at the beginning of a word."""


def article_of(options: argparse.Namespace) -> Article:
    """Read the input that the options name, and clean it.

    Raises:
        CleanNewsError: It could not be read, downloaded, or is too large.
    """
    from cleannews.pipeline import clean  # noqa: PLC0415 - keeps --help and mistakes fast

    limits = limits_of(options)
    try:
        site = load_site(options.site)
        data = load(options)
        return clean(data, url=options.url, kind=options.kind, mode=options.mode, limits=limits, site=site)
    except TooLarge as error:
        raise TooLarge(
            f"{shown(options.source)} holds more than {options.max_bytes:,} bytes; "
            "give a higher --max-bytes if you trust it",
            subject=options.source,
        ) from error


def load_site(path: Path | None) -> SiteTemplate | None:
    """Read a template.

    Raises:
        ReadError: It cannot be read or is none.
    """
    if path is None:
        return None
    from cleannews.label.site.template import SiteTemplate  # noqa: PLC0415 - as above

    try:
        return SiteTemplate.load(path)
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}", subject=str(path)) from error
    except ValueError as error:
        raise ReadError(str(error), subject=str(path)) from error


def limits_of(options: argparse.Namespace) -> Limits:
    """How much of an input is worked on."""
    return Limits(options.max_bytes, options.max_elements, options.max_blocks, options.max_characters)


def shown(name: str) -> str:
    """What an input is called in messages."""
    return "standard input" if name == STDIN else name


def load(options: argparse.Namespace) -> bytes | Path | Fetched:
    """Take the input's name for what it looks like: ``-``, an address, a pipe of the shell's, else a path."""
    name: str = options.source
    if name == STDIN:
        return _standard_input(options.max_bytes)
    if "://" in name:
        from cleannews.download import fetch  # noqa: PLC0415 - only here is something downloaded

        return fetch(name, timeout=options.timeout, max_bytes=options.max_bytes, addresses=options.addresses)
    path = Path(name)
    if _is_opened(path):
        with path.open("rb") as stream:
            return read_within(stream, options.max_bytes)
    if is_folder(path):
        raise ReadError(f"{name} is a folder; clean a folder with: cleannews batch {name} OUT", subject=name)
    if not is_there(path) and _is_host(name):
        raise ReadError(f"{name} does not exist; for a web address write https://{name}", subject=name)
    if not is_there(path) and "*" in name:
        raise ReadError(
            f"{name} does not exist; patterns are for: cleannews batch '{name}' OUT", subject=name
        )
    if not is_there(path) and (len(name.split()) > _PATH_WORDS or name.lstrip().startswith("<")):
        start = " ".join(name.split())[:_SHOWN]
        raise ReadError(
            f"'{start}...' is no file; to clean a text or page, pipe it in: cleannews clean -", subject=name
        )
    return path


_PATH_WORDS, _SHOWN = 12, 40
"""Words from which what is no file is a text that was pasted (so is what begins with a tag), and characters
of it in the message."""


def _is_opened(path: Path) -> bool:
    """Tell whether a name is of a pipe that the shell has opened: ``<(curl ...)``, ``/dev/stdin``."""
    return str(path).startswith(_OPENED) and is_there(path) and path.is_fifo()


_OPENED = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")


def _is_host(name: str) -> bool:
    """Tell whether what is no file may be an address without its beginning."""
    host = _HOST.match(name)
    return host is not None and not is_input(host[0]) and not packing(host[0])


def _standard_input(max_bytes: int) -> bytes:
    if sys.stdin is None:
        raise ReadError("standard input is closed; give a file or an address")
    if sys.stdin.isatty():
        say("reading from the terminal; end with Ctrl-D")
    return read_within(sys.stdin.buffer, max_bytes)
