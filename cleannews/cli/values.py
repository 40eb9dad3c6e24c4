"""Values of arguments: words of a list with a suggestion for others, numbers above 0."""

from __future__ import annotations

import argparse
import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def one_of(words: Sequence[str]) -> Callable[[str], str]:
    """A type of argument: one of these words, with a suggestion for others."""

    def read(value: str) -> str:
        if value in words:
            return value
        raise argparse.ArgumentTypeError(
            f"{value!r} is not known{suggestion(value, words)}, use {_or(words)}"
        )

    return read


def positive(kind: type[int | float]) -> Callable[[str], float]:
    """A type of argument: a number above 0."""

    def read(value: str) -> float:
        try:
            number = kind(value)
        except ValueError:
            number = 0
        if not 0 < number < float("inf"):
            raise argparse.ArgumentTypeError(f"{value!r} is no number above 0")
        return number

    return read


def suggestion(word: str, words: Iterable[str]) -> str:
    """A question after a comma, naming the word that was probably meant; ``""`` if none is close.

    >>> suggestion("jsn", ["text", "json"])
    ', did you mean json?'
    """
    close = difflib.get_close_matches(word, list(words), n=1, cutoff=0.6)
    return f", did you mean {close[0]}?" if close else ""


def _or(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
