"""Values of arguments: words of a list with a suggestion for others, numbers above 0."""

from __future__ import annotations

import argparse
import difflib
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


_BYTES = re.compile(r"(\d{1,30}(?:\.\d{1,3})?) ?([KMG]?)(?:i?B)?", re.IGNORECASE)


def one_of(words: Sequence[str]) -> Callable[[str], str]:
    """A type of argument: one of these words, with a suggestion for others."""

    def read(value: str) -> str:
        if value in words:
            return value
        if _are_several(value, words):
            raise argparse.ArgumentTypeError(f"{value!r} is more than one, use {_or(words)}")
        raise argparse.ArgumentTypeError(
            f"{value!r} is not known{suggestion(value, words)}, use {_or(words)}"
        )

    return read


def each_of(words: Sequence[str], option: str) -> Callable[[str], str]:
    """A type of argument: one of these words, of an option that may be repeated."""
    one = one_of(words)

    def read(value: str) -> str:
        if _are_several(value, words):
            repeated = " ".join(f"{option} {part}" for part in _parts(value))
            raise argparse.ArgumentTypeError(f"{value!r} is more than one, write {repeated}")
        return one(value)

    return read


def _are_several(value: str, words: Sequence[str]) -> bool:
    """Tell whether somebody wrote several words of a list as one argument."""
    parts = _parts(value)
    return len(parts) > 1 and all(part in words for part in parts)


def _parts(value: str) -> list[str]:
    return value.replace(",", " ").split()


def positive(kind: type[int | float]) -> Callable[[str], float]:
    """A type of argument: a whole number above 0, or a number of seconds."""

    def read(value: str) -> float:
        try:
            number = kind(value)
        except ValueError:
            number = 0
        if not 0 < number < float("inf"):
            what = "whole number" if kind is int else "number of seconds"
            raise argparse.ArgumentTypeError(f"{value!r} is no {what} above 0")
        return number

    return read


def site_by(value: str) -> str:
    """A type of argument: ``auto``, ``folder`` or ``field:NAME``."""
    if value in ("auto", "folder") or (value.startswith("field:") and value != "field:"):
        return value
    words = ("auto", "folder", "field:NAME")
    raise argparse.ArgumentTypeError(f"{value!r} is not known{suggestion(value, words)}, use {_or(words)}")


def file_or_output(value: str) -> Path | None:
    """A type of argument: a file, or ``None`` for ``-``, which is standard output."""
    return None if value == "-" else Path(value)


def memory(least: int) -> Callable[[str], int]:
    """A type of argument: the memory that a worker may take, this much at least."""

    def read(value: str) -> int:
        size = byte_count(value)
        if size < least:
            bare = f" ({size} bytes)" if value.strip().isdecimal() else ""
            raise argparse.ArgumentTypeError(
                f"{value!r}{bare} is less than the {least >> 20}M that a worker needs; write 800M or 2G"
            )
        return size

    return read


def byte_count(value: str) -> int:
    """Read a number of bytes, with ``K``, ``M`` or ``G`` for 1024 and its powers.

    >>> byte_count("2G"), byte_count("1.5m"), byte_count("4096")
    (2147483648, 1572864, 4096)
    """
    match = _BYTES.fullmatch(value.strip())
    size = int(float(match[1]) * 1024 ** (" KMG".index(match[2].upper() or " "))) if match else 0
    if size <= 0:
        raise argparse.ArgumentTypeError(f"{value!r} is no size; write 800M or 2G")
    return size


def suggestion(word: str, words: Iterable[str]) -> str:
    """A question after a comma, naming the word that was probably meant; ``""`` if none is close.

    >>> suggestion("jsn", ["text", "json"])
    ', did you mean json?'
    """
    close = difflib.get_close_matches(word, list(words), n=1, cutoff=0.6)
    return f", did you mean {close[0]}?" if close else ""


def _or(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
