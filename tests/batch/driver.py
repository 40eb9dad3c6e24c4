"""A program that cleans a folder, for tests that end it: ``python -m tests.batch.driver IN OUT OPTIONS``.

Exit codes are those of the command line: 0, 1 some failed, 2 could not run, 130 interrupted.
"""

from __future__ import annotations

import json
import sys
from typing import NoReturn

from cleannews.batch import Interrupted, clean_folder
from cleannews.errors import FolderError


def main() -> NoReturn:
    """Clean, and tell by the exit code how it went."""
    source, target, options = sys.argv[1:]
    try:
        report = clean_folder(source, target, **json.loads(options))
    except Interrupted as stop:
        sys.stderr.write(stop.message)
        sys.exit(130)
    except FolderError as error:
        sys.stderr.write(error.message)
        sys.exit(2)
    sys.stderr.write(report.summary())
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
