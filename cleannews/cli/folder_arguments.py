"""What can be said to the commands that work on folders."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cleannews.batch.forms import FORMS
from cleannews.batch.options import GIBIBYTE, LEAST_MEMORY
from cleannews.cli.parser import add_blocks, add_color, add_mode, add_reading, carry_out
from cleannews.cli.values import each_of, memory, one_of, positive, site_by

if TYPE_CHECKING:
    from cleannews.cli.parser import Parser

COPIES = ("mark", "drop")


def add_batch(verb: Parser) -> None:
    """Add the arguments of ``cleannews batch``."""
    verb.add_argument(
        "sources",
        nargs="+",
        metavar="IN",
        help="a folder of dumps, files, patterns in quotes, or - for a list of paths on standard input",
    )
    verb.add_argument(
        "target", type=Path, metavar="OUT", help="the output folder: new, empty or of an earlier run"
    )
    add_mode(verb)
    add_reading(verb)
    _add_fields(verb)
    _add_records(verb)
    _add_sites(verb)
    _add_work(verb)
    verb.set_defaults(run=partial(carry_out, "batching"))


def add_stats(verb: Parser) -> None:
    """Add the arguments of ``cleannews stats``."""
    verb.add_argument("folder", type=Path, metavar="OUT", help="the output folder of a run")
    verb.add_argument("--json", action="store_true", help="the same for programs, lists in full")
    verb.set_defaults(run=partial(carry_out, "counting"))


def add_diff(verb: Parser) -> None:
    """Add the arguments of ``cleannews diff``."""
    verb.add_argument("first", type=Path, metavar="OUT_A", help="the output folder of the run before")
    verb.add_argument("second", type=Path, metavar="OUT_B", help="that of the run after")
    verb.add_argument(
        "-n",
        "--limit",
        type=positive(int),
        default=20,
        metavar="N",
        help="changes to show, the worst first (default 20)",
    )
    verb.add_argument("--json", action="store_true", help="the same for programs, texts in full")
    add_color(verb)
    verb.set_defaults(run=partial(carry_out, "comparing"))


def _add_fields(verb: Parser) -> None:
    """Add where a line of JSON or a row of a table has what."""
    verb.add_argument(
        "--text-field",
        action="append",
        metavar="NAME",
        help="of JSON lines and tables: holds the dump (repeat for several; the first one there counts; "
        "default html, text, content, raw_html, body)",
    )
    verb.add_argument("--url-field", default="url", metavar="NAME", help="its address (default url)")
    verb.add_argument(
        "--id-field",
        default="id",
        metavar="NAME",
        help="your name for it, repeated in the record (default id)",
    )


def _add_records(verb: Parser) -> None:
    """Add what the records hold."""
    verb.add_argument(
        "-f",
        "--format",
        type=each_of(tuple(FORMS), "-f"),
        action="append",
        metavar="FORMAT",
        help="jsonl (default), jsonl.gz, jsonl.zst, parquet, csv; txt, md, json: a file per article; "
        "report: report.html, to look at (repeat for several)",
    )
    add_blocks(verb, "")
    verb.add_argument(
        "--copies",
        type=one_of(COPIES),
        default="mark",
        metavar="WHAT",
        help="of an article that an earlier input has too: mark (default), or drop all but where it is",
    )


def _add_sites(verb: Parser) -> None:
    """Add whether and how sites are learned from."""
    learn = verb.add_mutually_exclusive_group()
    learn.add_argument(
        "--learn-site",
        dest="learn",
        action="store_const",
        const="always",
        default="auto",
        help="learn from the pages of every site what they share, from two articles on (default: from four)",
    )
    learn.add_argument(
        "--no-learn-site",
        dest="learn",
        action="store_const",
        const="never",
        help="clean each page by itself",
    )
    verb.add_argument(
        "--site-by",
        type=site_by,
        default="auto",
        metavar="WHAT",
        help="what tells the site of a page: auto (default: its address, the one or the name it declares, "
        "else what pages share), folder, or field:NAME of a line or table",
    )


def _add_work(verb: Parser) -> None:
    """Add how the work is done."""
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
        "--memory-limit",
        type=memory(LEAST_MEMORY),
        default=GIBIBYTE,
        metavar="SIZE",
        help="for one worker, as 800M or 2G; an input that takes more counts as failed (default 1G)",
    )
    verb.add_argument(
        "--no-resume", action="store_true", help="start over: drop the records of an earlier run"
    )
    verb.add_argument("--retry-failed", action="store_true", help="clean again what failed in an earlier run")
    verb.add_argument("-q", "--quiet", action="store_true", help="no progress and no summary")
