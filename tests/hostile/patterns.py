"""Every pattern that the package compiles, and texts that almost match them.

``python -m tests.hostile.patterns`` tries them all, those compiled on import and those compiled while pages
of all kinds are cleaned, prints the ones that are not linear, and last how many there are.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    _parser: Any = importlib.import_module("re._parser")
except ImportError:  # Python 3.10
    _parser = importlib.import_module("sre_parse")

PACKAGE = str(Path(__file__).parent.parent.parent / "cleannews")
PAGES = Path(__file__).parent.parent / "fixtures" / "pages"
_LATER = ("batch", "cli", "download", "__main__")
"""Rooms whose patterns see file names and headers, never pages."""

BREAK = "\x01"
"""What stands behind the near miss: no pattern wants it next."""

ANCHORED = frozenset(
    {
        "cleannews.fields.moments",
        "cleannews.label.rules.comments",
        "cleannews.read.envelope",
        "cleannews.read.markdown",
        "cleannews.read.printed",
        "cleannews.read.record",
        "cleannews.read.record_strings",
        "cleannews.read.sniff",
    }
)
"""Modules with patterns that are tried at one place of a text and not searched for."""

TAILS = frozenset({"cleannews.label.rules.repeats"})
"""Modules with patterns that see the last few characters of a text."""


class Found(NamedTuple):
    """A pattern, and the module that compiled it."""

    source: str
    flags: int
    binary: bool
    module: str

    def compiled(self) -> re.Pattern[Any]:
        """The pattern itself."""
        return re.compile(self.source.encode("latin-1") if self.binary else self.source, self.flags)


class Recorder:
    """Stands before ``re._compile`` and remembers what the package asks for."""

    def __init__(self) -> None:
        self.found: dict[Found, None] = {}
        self._compile = re._compile  # type: ignore[attr-defined]  # noqa: SLF001 - there is no public hook
        re._compile = self  # type: ignore[attr-defined]  # noqa: SLF001 - the same

    def __call__(self, pattern: Any, flags: Any) -> Any:  # noqa: ANN401 - as re has it
        """Remember a pattern and pass it on."""
        frame = sys._getframe(1)  # noqa: SLF001 - who asked
        while frame.f_back is not None and frame.f_code.co_filename == re.__file__:
            frame = frame.f_back
        if frame.f_code.co_filename.startswith(PACKAGE) and isinstance(pattern, (str, bytes)):
            source = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
            module = frame.f_globals["__name__"]
            self.found[Found(source, int(flags), isinstance(pattern, bytes), module)] = None
        return self._compile(pattern, flags)


def record() -> list[Found]:
    """Import the package's rooms for pages and clean the pages of the tests."""
    recorder = Recorder()
    import cleannews  # noqa: PLC0415 - not before the recorder

    for each in pkgutil.walk_packages([PACKAGE], "cleannews."):
        if each.name.split(".")[1] not in _LATER:
            importlib.import_module(each.name)
    for page in sorted(PAGES.glob("*/source.*")):
        cleannews.clean(page.read_bytes()).to_markdown()
    return list(recorder.found)


def near_misses(found: Found, size: int) -> Iterator[str | bytes]:
    """Texts of about ``size`` characters that match a pattern for long and then do not.

    Two for each repetition in the pattern, which is drawn out: one breaks off there, one behind what follows.
    One more in which the whole is repeated.
    """
    tree = _parser.parse(found.source, found.flags & ~re.DEBUG)
    sites = list(range(_Writer(-1, 0).count(tree)))
    for site in (*sites, -1):
        writer = _Writer(site, size)
        head, _, tail = writer.write(tree).partition(_DRAWN)
        if site < 0:
            head = (head or "x") * (size // max(len(head), 1))
        for text in (head, head + tail) if tail else (head,):
            yield (text + BREAK).encode("latin-1", "replace") if found.binary else text + BREAK


_DRAWN = "\ue000"
"""Marks where the repetition that is drawn out ends: the text breaks off there, or goes on."""


class _Writer:
    """Writes a text that a parsed pattern matches, with one of its repetitions drawn out."""

    def __init__(self, site: int, size: int) -> None:
        self._site = site
        self._size = size
        self._seen = 0

    def count(self, tree: Any) -> int:  # noqa: ANN401 - the parser's own classes
        """The number of repetitions."""
        self.write(tree)
        return self._seen

    def write(self, tree: Any) -> str:  # noqa: ANN401 - the same
        """One text that it matches, as short as can be."""
        return "".join(self._piece(str(operation), value) for operation, value in tree)

    def _piece(self, operation: str, value: Any) -> str:  # noqa: ANN401, PLR0911 - the same; one line an operation
        if operation == "LITERAL":
            return chr(value)
        if operation == "NOT_LITERAL":
            return "x" if value != ord("x") else "y"
        if operation == "ANY":
            return "x"
        if operation == "IN":
            return _member(value)
        if operation == "BRANCH":
            return self.write(value[1][0])
        if operation in ("SUBPATTERN", "ATOMIC_GROUP"):
            return self.write(value[-1] if operation == "SUBPATTERN" else value)
        if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            return self._repeated(*value)
        return ""

    def _repeated(self, least: int, most: int, inner: Any) -> str:  # noqa: ANN401 - the same
        drawn = self._seen == self._site
        self._seen += 1
        unit = self.write(inner)
        if drawn:
            return unit * max(least, self._size // max(len(unit), 1)) + _DRAWN
        return unit * max(least, min(1, most) if self._site >= 0 else least)


_CATEGORIES = {
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_SPACE": "x",
    "CATEGORY_DIGIT": "1",
    "CATEGORY_NOT_DIGIT": "x",
    "CATEGORY_WORD": "a",
    "CATEGORY_NOT_WORD": "-",
}


def _member(members: Any) -> str:  # noqa: ANN401 - the parser's own classes
    """A character of a class."""
    kinds = [(str(operation), value) for operation, value in members]
    if kinds[0][0] == "NEGATE":
        wrong = re.compile("[" + "".join(_written(kind, value) for kind, value in kinds[1:]) + "]")
        return next((each for each in "a1 -.,x\u4e00\x02" if not wrong.match(each)), "\u2603")
    kind, value = kinds[0]
    if kind == "CATEGORY":
        return _CATEGORIES.get(str(value), "a")
    return chr(value[0] if kind == "RANGE" else value)


def _written(kind: str, value: Any) -> str:  # noqa: ANN401 - the same
    """A part of a class as it is written in a pattern."""
    if kind == "CATEGORY":
        return {"SPACE": r"\s", "DIGIT": r"\d", "WORD": r"\w", "NOT_SPACE": r"\S", "NOT_DIGIT": r"\D"}.get(
            str(value).removeprefix("CATEGORY_"), r"\W"
        )
    if kind == "RANGE":
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return re.escape(chr(value))


SMALL, GROWTH = 300, 8
"""A linear pattern takes eight times as long for eight times the text, a quadratic one 64 times."""

TOO_MUCH, SHORT = 20.0, 0.004
"""From this growth on it is not linear; seconds below which times say nothing."""


def seconds(pattern: re.Pattern[Any], text: str | bytes, *, anchored: bool) -> float:
    """The time to find all matches, the best of two."""
    times: list[float] = []
    for _ in range(2):
        start = time.process_time()
        if anchored:
            pattern.match(text)
        else:
            pattern.findall(text)
        times.append(time.process_time() - start)
        if times[0] < SHORT:
            break
    return min(times)


def timed(found: Found, size: int = SMALL) -> bool:
    """Tell whether a pattern is linear on all texts that almost match it."""
    pattern, anchored = found.compiled(), found.module in ANCHORED
    short = near_misses(found, size)
    for text, longer in zip(short, near_misses(found, GROWTH * size), strict=True):
        spent = seconds(pattern, longer, anchored=anchored)
        if spent <= SHORT:
            continue
        if spent > TOO_MUCH * max(seconds(pattern, text, anchored=anchored), SHORT / TOO_MUCH):
            return False
    return True


if __name__ == "__main__":
    recorded = record()
    for one in recorded:
        if one.module not in TAILS and not timed(one):
            print(f"{one.module}: {one.source}")  # noqa: T201 - the answer to who started us
    print(len(recorded))  # noqa: T201 - the same
