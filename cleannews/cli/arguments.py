"""What can be said on the command line, and one clear line for what cannot."""

from __future__ import annotations

import argparse
import importlib
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from cleannews import __version__
from cleannews.cli.channels import say
from cleannews.cli.manual import BATCH_EXAMPLES, CLEAN_EXAMPLES, DESCRIPTION, EXAMPLES, EXPLAIN_EXAMPLES
from cleannews.cli.values import one_of, positive, suggestion
from cleannews.labels import Kind, Mode
from cleannews.read.page import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Verbs = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - argparse has no public name for it

KINDS = ("auto", *(str(word) for word in Kind))
MODES = tuple(str(word) for word in Mode)
FORMATS = ("text", "md", "json")
COLOURS = ("auto", "always", "never")
ADDRESSES = ("public", "any")


class Parser(argparse.ArgumentParser):
    """A parser that answers a mistake with one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is, and leave with 2."""
        say(f"{message}; see {self.prog} --help")
        sys.exit(2)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; ``cleannews FILE`` is ``cleannews clean FILE``.

    Returns:
        The options; ``run`` is the function that carries the command out.

    Raises:
        SystemExit: Help or version was asked for (0), or there is a mistake (2).
    """
    parser, verbs = build()
    if not argv:
        parser.print_help(sys.stderr)
        sys.exit(2)
    given = list(argv)
    if given[0] not in (*verbs, "-h", "--help", "--version"):
        _check_verb(parser, given, verbs)
        given.insert(0, "clean")
    options, rest = parser.parse_known_args(given)
    if rest:
        verb = verbs[given[0]]
        verb.error(_unknown(rest[0], verb))
    return options


def build() -> tuple[Parser, dict[str, Parser]]:
    """The parser, and those of its commands by name."""
    parser = Parser(
        prog="cleannews",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"cleannews {__version__}")
    verbs = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    _add_clean(verbs)
    _add_batch(verbs)
    _add_explain(verbs)
    return parser, dict(verbs.choices)


def _add_clean(verbs: Verbs) -> None:
    verb = _verb(verbs, "clean", "clean one page: its text, Markdown or every field as JSON", CLEAN_EXAMPLES)
    _add_source(verb)
    _add_blocks(verb, "with json: ")
    verb.add_argument(
        "-f",
        "--format",
        type=one_of(FORMATS),
        default="text",
        metavar="FORMAT",
        help="text (default), md or json",
    )
    verb.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write to a file, whole or not at all"
    )
    verb.set_defaults(run=partial(_run, "cleaning"))


def _add_batch(verbs: Verbs) -> None:
    verb = _verb(
        verbs, "batch", "clean a folder of pages into one record each, in worker processes", BATCH_EXAMPLES
    )
    verb.add_argument("source", type=Path, metavar="IN", help="a folder of dumps, or one file")
    verb.add_argument(
        "target", type=Path, metavar="OUT", help="the output folder: new, empty or of an earlier run"
    )
    _add_reading(verb)
    _add_blocks(verb, "")
    verb.add_argument(
        "-j", "--workers", type=positive(int), metavar="N", help="processes (default: one a core)"
    )
    verb.add_argument(
        "--timeout",
        type=positive(float),
        default=60.0,
        metavar="SECONDS",
        help="for one input, then it counts as failed (default 60)",
    )
    verb.add_argument(
        "--no-resume", action="store_true", help="start over: drop the records of an earlier run"
    )
    verb.add_argument("--retry-failed", action="store_true", help="clean again what failed in an earlier run")
    verb.add_argument("-q", "--quiet", action="store_true", help="no progress and no summary")
    verb.set_defaults(run=partial(_run, "batching"))


def _add_explain(verbs: Verbs) -> None:
    verb = _verb(verbs, "explain", "show every block of a page, kept or removed, and why", EXPLAIN_EXAMPLES)
    _add_source(verb)
    verb.add_argument("--json", action="store_true", help="the same for programs, texts in full")
    verb.add_argument(
        "--color",
        type=one_of(COLOURS),
        default="auto",
        metavar="WHEN",
        help="auto (default: on a terminal), always or never",
    )
    verb.set_defaults(run=partial(_run, "explaining"))


def _verb(verbs: Verbs, name: str, what: str, examples: str) -> Parser:
    return verbs.add_parser(
        name,
        help=what,
        description=f"{what[0].upper()}{what[1:]}.",
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _add_source(verb: Parser) -> None:
    verb.add_argument(
        "source", metavar="FILE|-|URL", help="an HTML or text file, - for standard input, or a URL"
    )
    _add_reading(verb)
    verb.add_argument("--url", metavar="URL", help="where the page came from: resolves its links")
    verb.add_argument(
        "--timeout",
        type=positive(float),
        default=30.0,
        metavar="SECONDS",
        help="for a download, everything together (default 30)",
    )
    verb.add_argument(
        "--addresses",
        type=one_of(ADDRESSES),
        default="public",
        metavar="WHICH",
        help="for a download: public (default) hosts only, or any, private networks too",
    )


def _add_blocks(verb: Parser, when: str) -> None:
    verb.add_argument(
        "--blocks", action="store_true", help=f"{when}add every block with its label and reason"
    )


def _add_reading(verb: Parser) -> None:
    """Add what every command takes that cleans."""
    verb.add_argument(
        "--mode",
        type=one_of(MODES),
        default="balanced",
        metavar="MODE",
        help="precision (less junk), balanced (default) or recall (less loss)",
    )
    verb.add_argument(
        "--kind",
        type=one_of(KINDS),
        default="auto",
        metavar="KIND",
        help="html, text or auto (default: found out from the content)",
    )
    verb.add_argument(
        "--max-bytes",
        type=positive(int),
        default=DEFAULT_LIMITS.input_bytes,
        metavar="N",
        help=f"refuse larger inputs (default {DEFAULT_LIMITS.input_bytes})",
    )


def _run(module: str, options: argparse.Namespace) -> int:
    """Carry a command out; its module is imported now, so that help and mistakes are fast."""
    run: Callable[[argparse.Namespace], int] = importlib.import_module(f"cleannews.cli.{module}").run
    return run(options)


def _check_verb(parser: Parser, given: Sequence[str], verbs: Iterable[str]) -> None:
    """A first word that is neither command nor file was meant for one of them."""
    first = given[0]
    meant = suggestion(first, verbs)
    if meant and not Path(first).exists():
        parser.error(f"{first!r} is neither a command nor a file{meant}")


def _unknown(argument: str, verb: Parser) -> str:
    if not argument.startswith("-"):
        return f"{argument!r} is one argument too many"
    name = argument.partition("=")[0]
    names = [option for action in verb._actions for option in action.option_strings]  # noqa: SLF001 - no other way
    return f"there is no option {name}{suggestion(name, names)}"
