"""``python -m cleannews``: the command line."""

from __future__ import annotations

import sys

from cleannews.cli import main

if __name__ == "__main__":
    sys.exit(main())
