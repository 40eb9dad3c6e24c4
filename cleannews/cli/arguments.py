"""What can be said on the command line, and one clear line for what cannot."""

from __future__ import annotations

import argparse
import re
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cleannews import __version__
from cleannews.cli.folder_arguments import add_batch, add_diff, add_stats
from cleannews.cli.manual import (
    BATCH_EXAMPLES,
    CLEAN_EXAMPLES,
    DESCRIPTION,
    DIFF_EXAMPLES,
    EXAMPLES,
    EXPLAIN_EXAMPLES,
    LEARN_EXAMPLES,
    STATS_EXAMPLES,
)
from cleannews.cli.parser import Parser, add_blocks, add_color, add_mode, add_reading, carry_out
from cleannews.cli.values import file_or_output, one_of, positive, suggestion
from cleannews.paths import is_there

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    Verbs = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - argparse has no public name for it

FORMATS = ("text", "md", "json")
_OWN_OPTIONS = ("-h", "--help", "--version")
"""Options of the program itself."""

_OPTION = re.compile(r"-[^\d]")
"""How an option begins; a dash alone is standard input, one before a digit a number."""

_ELSEWHERE = {
    "version": "--version",
    "-V": "--version",
    "-v": "--version",
    "help": "--help",
    "-?": "--help",
    **dict.fromkeys(("fetch", "download", "extract"), "clean"),
    "compare": "diff",
}
"""What other programs call options of the program, and commands."""

_OPTIONS_ELSEWHERE = {
    "--json": "-f json",
    **dict.fromkeys(("--md", "--markdown"), "-f md"),
    **dict.fromkeys(("-f", "--format", "--blocks"), "--json"),
    **dict.fromkeys(("--jobs", "--threads", "--processes"), "--workers"),
    **dict.fromkeys(("--force", "--overwrite"), "--no-resume"),
    "--template": "--site",
}
"""What other programs, or other commands of this one, call options of commands."""

ADDRESSES = ("public", "any")


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
    if "" in given:
        parser.error("an argument is empty: is a variable of the shell not set?")
    if given[0] not in (*verbs, *_OWN_OPTIONS):
        _check_verb(parser, given, verbs)
        _check_options(parser, given, (*_OWN_OPTIONS, *_names(verbs["clean"])))
        given.insert(0, "clean")
    elif given[0] in verbs:
        _check_options(verbs[given[0]], given, _names(verbs[given[0]]))
    options, rest = parser.parse_known_args(given)
    if rest:
        verbs[given[0]].error(f"{rest[0]!r} is one argument too many{_MANY.get(given[0], '')}")
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
    _add_learn(verbs)
    add_batch(_verb(verbs, "batch", "clean a folder of pages into one record each", BATCH_EXAMPLES))
    _add_explain(verbs)
    add_stats(_verb(verbs, "stats", "what the output folder of a run holds, in numbers", STATS_EXAMPLES))
    add_diff(_verb(verbs, "diff", "what changed between two output folders, worst first", DIFF_EXAMPLES))
    return parser, dict(verbs.choices)


def _add_clean(verbs: Verbs) -> None:
    verb = _verb(verbs, "clean", "clean one page: its text, Markdown or every field as JSON", CLEAN_EXAMPLES)
    _add_source(verb)
    add_blocks(verb, "with json: ")
    verb.add_argument(
        "-f",
        "--format",
        type=one_of(FORMATS),
        default="text",
        metavar="FORMAT",
        help="text (default), md or json",
    )
    verb.add_argument(
        "-o",
        "--output",
        type=file_or_output,
        metavar="FILE",
        help="write to a file, whole or not at all; - is standard output",
    )
    verb.set_defaults(run=partial(carry_out, "cleaning"))


def _add_learn(verbs: Verbs) -> None:
    verb = _verb(verbs, "learn", "learn from pages of one site what they share", LEARN_EXAMPLES)
    verb.add_argument(
        "sources", nargs="+", metavar="IN", help="files, folders or patterns: two pages of one site or more"
    )
    verb.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="where to write the template"
    )
    add_reading(verb)
    verb.set_defaults(run=partial(carry_out, "learning"))


def _add_explain(verbs: Verbs) -> None:
    verb = _verb(verbs, "explain", "show every block of a page, kept or removed, and why", EXPLAIN_EXAMPLES)
    _add_source(verb)
    verb.add_argument("--json", action="store_true", help="the same for programs, texts in full")
    add_color(verb)
    verb.set_defaults(run=partial(carry_out, "explaining"))


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
    add_mode(verb)
    add_reading(verb)
    verb.add_argument(
        "--site", type=Path, metavar="FILE", help="template of its site, made by: cleannews learn"
    )
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


def _check_verb(parser: Parser, given: Sequence[str], verbs: Collection[str]) -> None:
    """A first word that is neither command nor file was meant for one of them."""
    first = given[0]
    meant = _did_you_mean(first, verbs)
    if meant and not first.startswith("-") and not is_there(first):
        parser.error(f"{first!r} is neither a command nor a file{meant}")


def _check_options(verb: Parser, given: Sequence[str], names: Sequence[str]) -> None:
    """Tell a wrong option before anything else that is wrong: a missing argument may be its fault."""
    for argument in given[: given.index("--")] if "--" in given else given:
        if _OPTION.match(argument) and not argument.startswith("--") and argument[:2] in names:
            continue  # -j4
        name = argument.partition("=")[0]
        if _OPTION.match(argument) and name not in names:
            meant = _did_you_mean(name, names) or (_output(verb) if name in ("-o", "--output") else "")
            verb.error(f"there is no option {name}{meant}")


_MANY = dict.fromkeys(("clean", "explain"), "; cleannews batch cleans many files: cleannews batch IN ... OUT")
"""What is to be said of the commands that take one page."""


def _output(verb: Parser) -> str:
    """Say where the output of a command without the option goes."""
    if verb.prog.endswith(" batch"):
        return "; the output folder stands last: cleannews batch IN OUT"
    return f"; it writes to standard output, which goes into a file with: {verb.prog} ... > FILE"


def _names(verb: Parser) -> list[str]:
    return [option for action in verb._actions for option in action.option_strings]  # noqa: SLF001 - no other way


def _did_you_mean(word: str, words: Collection[str]) -> str:
    option = _OPTIONS_ELSEWHERE.get(word, "")
    elsewhere = option if option.partition(" ")[0] in words else _ELSEWHERE.get(word)
    return f", did you mean {elsewhere}?" if elsewhere else suggestion(word, words)
