"""Clean a text column of a data set as it streams by, one JSON object a line, from stdin to stdout.

``python examples/clean_jsonl.py text < pages.jsonl > articles.jsonl``
"""

from __future__ import annotations

import json
import sys

import cleannews


def main(column: str) -> None:
    """Replace the column by the article's text and add title and status."""
    for line in sys.stdin:
        record = json.loads(line)
        article = cleannews.clean(record[column])
        record |= {column: article.text, "title": article.title, "status": str(article.status)}
        print(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 - the script and a column
        sys.exit("usage: python examples/clean_jsonl.py COLUMN <dumps.jsonl")
    main(sys.argv[1])
