"""What all commands have in common: how they answer a mistake, how they read, how they are carried out."""

from __future__ import annotations

import argparse
import importlib
import sys
from typing import TYPE_CHECKING, NoReturn

from cleannews.cli.channels import say
from cleannews.cli.values import byte_count, one_of, positive
from cleannews.labels import Kind, Mode
from cleannews.read.page import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable

COLOURS = ("auto", "always", "never")
KINDS = ("auto", *(str(word) for word in Kind))
MODES = tuple(str(word) for word in Mode)


class Parser(argparse.ArgumentParser):
    """A parser that answers a mistake with one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is, and leave with 2."""
        say(f"{message}; see {self.prog} --help")
        sys.exit(2)


def add_blocks(verb: Parser, when: str) -> None:
    """Add the option for the audit trail."""
    verb.add_argument(
        "--blocks", action="store_true", help=f"{when}add every block with its label and reason"
    )


def add_color(verb: Parser) -> None:
    """Add when to use colour."""
    verb.add_argument(
        "--color",
        type=one_of(COLOURS),
        default="auto",
        metavar="WHEN",
        help="auto (default: on a terminal), always or never",
    )


def add_mode(verb: Parser) -> None:
    """Add which error to avoid."""
    verb.add_argument(
        "--mode",
        type=one_of(MODES),
        default="balanced",
        metavar="MODE",
        help="precision (less junk), balanced (default) or recall (less loss)",
    )


def add_reading(verb: Parser) -> None:
    """Add what every command takes that reads pages."""
    verb.add_argument(
        "--kind",
        type=one_of(KINDS),
        default="auto",
        metavar="KIND",
        help="html, text or auto (default: found out from the content)",
    )
    verb.add_argument(
        "--max-bytes",
        type=byte_count,
        default=DEFAULT_LIMITS.input_bytes,
        metavar="SIZE",
        help=f"refuse larger inputs, in bytes or as 500K, 20M, 1G (default {DEFAULT_LIMITS.input_bytes})",
    )
    for name in ("elements", "blocks", "characters"):
        limit = getattr(DEFAULT_LIMITS, name)
        verb.add_argument(
            f"--max-{name}",
            type=positive(int),
            default=limit,
            metavar="N",
            help=f"of a larger input clean the first N {name} (default {limit})",
        )


def carry_out(module: str, options: argparse.Namespace) -> int:
    """Carry a command out; its module is imported now, so that help and mistakes are fast."""
    run: Callable[[argparse.Namespace], int] = importlib.import_module(f"cleannews.cli.{module}").run
    return run(options)
