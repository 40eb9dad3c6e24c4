"""Count what was removed over a folder of dumps, by label and reason.

``python examples/keep_a_log.py FOLDER``. A reason that fires far more often than it used to is the first
sign that a site has changed.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import cleannews

if len(sys.argv) != 2:  # noqa: PLR2004 - the script and a folder
    sys.exit("usage: python examples/keep_a_log.py FOLDER")
paths = sorted(path for path in Path(sys.argv[1]).rglob("*") if path.is_file())
removed: Counter[tuple[str, str]] = Counter()
for article in cleannews.clean_many(paths):
    removed.update((str(block.label), block.reason) for block in article.removed)

for (label, reason), count in removed.most_common():
    print(f"{count:5}  {label:14} {reason}")
