"""Clean a text column of a data set as it streams by, one JSON object a line, from stdin to stdout.

``python examples/clean_jsonl.py text < pages.jsonl > articles.jsonl``

A line that is no object with a text in that column is told on standard error and left out; the exit code is
then 1. Where every line must come out, with a reason if it failed, clean the file with ``cleannews batch``.
"""

from __future__ import annotations

import json
import sys

import cleannews


def main(column: str) -> int:
    """Replace the column by the article's text and add title and status; return the exit code."""
    skipped = 0
    for number, line in enumerate(sys.stdin.buffer, 1):
        try:
            record = json.loads(line)
            article = cleannews.clean(record[column])
        except (ValueError, TypeError, KeyError, RecursionError, cleannews.CleanNewsError) as error:
            skipped += 1
            print(f"line {number}: {type(error).__name__}: {error}", file=sys.stderr)
            continue
        record |= {column: article.text, "title": article.title, "status": str(article.status)}
        print(json.dumps(record))
    return 1 if skipped else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 - the script and a column
        sys.exit("usage: python examples/clean_jsonl.py COLUMN <dumps.jsonl")
    sys.exit(main(sys.argv[1]))
