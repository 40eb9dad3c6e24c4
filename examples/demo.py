"""Clean a folder of dumps and show what came of each: ``python examples/demo.py examples/dumps out``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import cleannews

WIDTH = 44


def fit(text: str) -> str:
    """Cut a text to the width of its column."""
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"


def row(record: dict[str, Any]) -> str:
    """Return one line about one record."""
    path = fit(record["path"])
    if record["outcome"] == "failed":
        return f"{path:{WIDTH}}  failed       {record['reason']}: {record['message']}"
    removed = sum(not block["kept"] for block in record["blocks"])
    title = fit(record["title"] or "(no title)")
    return (
        f"{path:{WIDTH}}  {record['status']:11}  {record['word_count']:5} words  {removed:3} removed  {title}"
    )


def main(source: Path, target: Path) -> int:
    """Clean the folder, print the summary, say where to look."""
    report = cleannews.clean_folder(
        source, target, blocks=True, formats=("jsonl", "report"), resume=False, progress="auto"
    )
    records = [
        json.loads(line) for line in (target / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    print("\n".join(map(row, records)))
    print(f"\n{report.done} cleaned, {report.failed} failed, in {report.seconds:.1f} s\n")
    print("Where to look:")
    print(f"  {target / 'report.html'}   all of it as one page for a browser, every block with its reason")
    print(f"  {target / 'articles.jsonl'}   one JSON record per input, in the order of the paths")
    print(f"  {target / 'failures.jsonl'}   the failed ones alone, with reasons")
    dump = next(source.rglob("*.txt"))
    command = Path(sys.executable).with_name("cleannews")
    shown = command.relative_to(Path.cwd()) if command.is_relative_to(Path.cwd()) else command
    print(f"  {shown} explain {dump}   every block of one dump: kept or removed, and why")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
