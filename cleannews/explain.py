"""Why each block of a page was kept or removed, for people and for programs.

Pure functions over an article; the command line decides on width and colour.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from cleannews.labels import Label, WarningId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cleannews.article import Article, Block


@dataclass(frozen=True, slots=True)
class Palette:
    """What is written before a kept, a removed and a side remark, and after each."""

    kept: str = ""
    removed: str = ""
    remark: str = ""
    end: str = ""


PLAIN = Palette()
"""No colour: files, pipes, terminals that ask for none."""

ANSI = Palette(kept="\x1b[32m", removed="\x1b[31m", remark="\x1b[2m", end="\x1b[0m")
"""Green, red and dim (ECMA-48, 8.3.117): the colours of a diff. The marks + and - say the same without."""

LABEL_WIDTH = max(len(label.value) for label in Label)
REASON_WIDTH = 26
"""Columns for reason ids at most; a longer one pushes its text to the right."""

LEAST_TEXT = 20
"""Columns a text gets at least, however narrow the terminal is."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+")
"""White space and what would move the cursor, colour the terminal or turn the line around."""


_WARNINGS = {str(warning): warning.told for warning in WarningId}


def explanation(article: Article, *, width: int = 100, palette: Palette = PLAIN) -> Iterator[str]:
    """Each block on a line: index, ``+`` kept or ``-`` removed, label, confidence, reason, text.

    What the reason rests on follows on a line of its own where there is something to say.

    Args:
        article: What :func:`cleannews.clean` gave.
        width: Columns to stay within; texts are cut to fit.
        palette: Colours.

    Yields:
        Lines without line break; the last ones sum up.
    """
    columns = _columns(article)
    for block in article.blocks:
        yield _line(block, columns=columns, width=width, palette=palette)
        if block.evidence:
            remark = shorten(block.evidence, max(LEAST_TEXT, width - columns.head))
            yield f"{' ' * columns.head}{palette.remark}{remark}{palette.end}"
    if article.blocks:
        yield ""
    yield from _summary(article)


def explanation_record(article: Article) -> dict[str, Any]:
    """The same as plain JSON values: a head that sums up, and every block in full."""
    record = article.to_dict(blocks=True)
    head = {
        key: record[key] for key in ("title", "status", "confidence", "article_score", "kind", "warnings")
    }
    return {
        "schema_version": record["schema_version"],
        **head,
        "kept": _counts(block for block in article.blocks if block.kept),
        "removed": _counts(article.removed),
        "blocks": record["blocks"],
    }


def shorten(text: str, width: int) -> str:
    """A text on one line of at most ``width`` columns, without anything a terminal would obey.

    >>> shorten("The river rose by two metres", 16)
    'The river rose …'
    >>> shorten("東京で雨が降った", 8)
    '東京で…'
    """
    # No character is wider than two columns or narrower than none: the first pass keeps long texts cheap.
    line = _CONTROL.sub(" ", text[: 8 * width + 200]).strip()
    columns = 0
    cut = 0
    for place, character in enumerate(line):
        columns += columns_of(character)
        if columns <= width - 1:
            cut = place + 1
        if columns > width:
            return f"{line[:cut]}…"
    return line


def columns_of(character: str) -> int:
    """Columns of a terminal that a character takes: 2 for wide ones (UAX #11), 0 for marks on others.

    >>> [columns_of(character) for character in ("a", "語", "\u0301")]
    [1, 2, 0]
    """
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


class _Columns(NamedTuple):
    """How wide the columns of one page are."""

    digits: int
    reason: int

    @property
    def head(self) -> int:
        """Columns before the confidence: index, mark, label and what separates them."""
        return self.digits + 3 + LABEL_WIDTH + 1


def _columns(article: Article) -> _Columns:
    reasons = [len(block.reason) for block in article.blocks]
    return _Columns(max(3, len(str(len(reasons)))), min(REASON_WIDTH, max(reasons, default=0)))


def _line(block: Block, *, columns: _Columns, width: int, palette: Palette) -> str:
    mark, colour = ("+", palette.kept) if block.kept else ("-", palette.removed)
    head = f"{block.index:>{columns.digits}} {colour}{mark} {block.label.value:<{LABEL_WIDTH}}{palette.end}"
    why = f"{block.confidence:4.2f} {block.reason:<{columns.reason}}"
    text = shorten(block.text, max(LEAST_TEXT, width - columns.head - len(why) - 1))
    if not block.kept:
        text = f"{palette.remark}{text}{palette.end}"
    return f"{head} {why} {text}".rstrip()


def _summary(article: Article) -> Iterator[str]:
    kept = [block for block in article.blocks if block.kept]
    yield f"kept {len(kept)} of {len(article.blocks)} blocks: {_listed(kept)}"
    yield f"removed {len(article.removed)}: {_listed(article.removed)}"
    yield (
        f"status {article.status}, confidence {article.confidence:.2f}, "
        f"article score {article.article_score:.2f}, read as {article.kind}, {article.word_count} words"
    )
    for warning in article.warnings:
        yield f"warning: {shorten(_in_words(warning), 200)}"


def _in_words(warning: str) -> str:
    return f"{warning}: {_WARNINGS[warning]}" if warning in _WARNINGS else warning


def _counts(blocks: Iterable[Block]) -> dict[str, int]:
    counts = Counter(block.label.value for block in blocks)
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))


def _listed(blocks: Iterable[Block]) -> str:
    return ", ".join(f"{label} {count}" for label, count in _counts(blocks).items()) or "none"
