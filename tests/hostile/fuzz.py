"""Coverage-guided fuzzing with Atheris: ``python -m tests.hostile.fuzz [FOLDER] [-max_total_time=900 ...]``.

The first byte of an input chooses how the rest is given to ``clean()``: as bytes or as text, and as which
kind. FOLDER keeps inputs that reach new code; the seeds lie beside this file. Options with a dash are those
of libFuzzer. What breaks a promise stops the run and is written to ``crash-*``: it becomes a row of
``tests/hostile/finds``.
"""

from __future__ import annotations

import sys
import warnings
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleannews.pipeline import KindWord

try:
    atheris: Any = import_module("atheris")
except ImportError:  # the tests import what is below without it
    atheris = None

FINDS = Path(__file__).with_name("finds")
"""Inputs that once broke a promise; they are also what fuzzing begins with."""

WORDS = Path(__file__).with_name("words.dict")
"""Words of HTML, JSON-LD and dumps, for libFuzzer to put together."""

PAGES = Path(__file__).parent.parent / "fixtures" / "pages"
"""Whole pages and dumps: fuzzing also begins with them."""

LARGEST = 16_384
"""Bytes of an input: enough for every page of the tests to be a seed, little enough to be fast."""

KINDS: tuple[KindWord, ...] = ("auto", "html", "text")


def dump_of(data: bytes) -> tuple[bytes | str, KindWord]:
    r"""Read a fuzzed input as a dump and the kind to read it as.

    >>> dump_of(b"\x01caf\xc3\xa9")
    ('café', 'auto')
    """
    choice, rest = (data[0], data[1:]) if data else (0, b"")
    dump = rest.decode("utf-8", "surrogatepass" if choice & 8 else "replace") if choice & 1 else rest
    return dump, KINDS[(choice >> 1) % 3]


def one_input(data: bytes) -> None:
    """Clean one fuzzed input and hold the article to its promises."""
    # imported when first needed: what is imported before is not instrumented
    from cleannews.errors import CleanNewsError  # noqa: PLC0415 - see above
    from cleannews.pipeline import clean  # noqa: PLC0415 - see above
    from tests.hostile.oracle import hold  # noqa: PLC0415 - see above

    try:
        dump, kind = dump_of(data)
    except UnicodeDecodeError:
        return
    try:
        article = clean(dump, kind=kind, url="http://news.example/2031/05/04/a-story")
    except CleanNewsError:
        return
    hold(article, dump)


def plant(folder: Path) -> None:
    """Put the pages of the tests into a corpus, each as bytes and as text."""
    for page in sorted(PAGES.glob("*/source.*")):
        data = page.read_bytes()
        if len(data) < LARGEST:
            for choice in (0, 1):
                (folder / f"{page.parent.name}-{choice}").write_bytes(bytes((choice,)) + data)


def main(arguments: list[str]) -> None:
    """Fuzz until a promise breaks or libFuzzer is told to stop."""
    if atheris is None:
        sys.exit("atheris is missing: pip install atheris (Linux and macOS)")
    warnings.simplefilter("error")
    with atheris.instrument_imports(include=["cleannews"]):
        one_input(b"\x01Rain\n\nIt rained all day.\n")
        one_input(b"\x00<html><p>It rained all day.</p></html>")
    folders = [each for each in arguments if not each.startswith("-")] or [".fuzz"]
    for folder in folders:
        Path(folder).mkdir(exist_ok=True)
    plant(Path(folders[0]))
    options = [each for each in arguments if each.startswith("-")]
    command = [sys.argv[0], *folders, str(FINDS), f"-dict={WORDS}", "-timeout=10", f"-max_len={LARGEST}"]
    atheris.Setup([*command, "-len_control=0", *options], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
