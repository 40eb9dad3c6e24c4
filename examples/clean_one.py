"""Clean one dump and show the article, what was removed, and why: ``python examples/clean_one.py FILE``."""

from __future__ import annotations

import sys
from pathlib import Path

import cleannews

if len(sys.argv) != 2:  # noqa: PLR2004 - the script and a page
    sys.exit("usage: python examples/clean_one.py PAGE")
article = cleannews.clean(Path(sys.argv[1]))

print(article.title)
print(", ".join(article.authors) or "no author named", "|", article.published or "no date stated")
print(" > ".join(article.breadcrumbs))
print()
print(article.text)
print()
for block in article.removed:
    print(f"removed  {block.label:14} {block.reason:24} {block.text[:60]}")
