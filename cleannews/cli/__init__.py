"""The command line: ``cleannews clean``, ``batch``, ``learn``, ``explain``, ``stats``, ``diff``.

Data goes to standard output, messages to standard error, one line each. Exit codes: 0 all is well,
1 some input failed, 2 wrong usage or nothing could be done, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cleannews.cli.channels import COULD_NOT_RUN, finish, say
from cleannews.errors import CleanNewsError

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: The arguments behind the program's name; those of the process if not given.

    Returns:
        The exit code.
    """
    try:
        # Loading the modules takes a quarter of a second: an interrupt then ends like any other.
        from cleannews.cli.arguments import parse  # noqa: PLC0415 - see above

        options = parse(sys.argv[1:] if argv is None else argv)
        code: int = options.run(options)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt as stop:
        say(getattr(stop, "message", "interrupted"))
        code = INTERRUPTED
    except CleanNewsError as error:
        say(error.message)
        code = COULD_NOT_RUN
    except BrokenPipeError:
        # Whoever reads our output has seen enough: that is no failure.
        code = 0
    except FileNotFoundError:
        if _stands_somewhere():
            raise
        say("the working folder is no longer there; change to another one")
        code = COULD_NOT_RUN
    return finish(code)


def _stands_somewhere() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 - it is asked whether it can be told
    except OSError:
        return False
    return True
