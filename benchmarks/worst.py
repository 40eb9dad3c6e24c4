"""The documents that cleannews did worst on, each with a page that shows what became of its blocks."""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from typing import TYPE_CHECKING

import cleannews
from cleannews.labels import Kind
from quality.score import tokens

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.report import Comparison
    from training.corpus import Case

COUNT = 15
"""Documents listed."""

SHOWN = 60
"""Words listed that are missing, and that are too many."""

STYLE = """<style>
body { font: 14px/1.4 system-ui, sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em }
table { border-collapse: collapse } td, th { border: 1px solid #ccc; padding: .2em .5em; vertical-align: top;
text-align: left } .kept { background: #e3f4e8 } .removed { color: #666 } .raw { overflow-wrap: anywhere }
</style>"""


def worst_cases(compared: Comparison) -> list[tuple[float, Case]]:
    """Return word F1 and case of the documents that cleannews did worst on, the worst first."""
    ours = compared.row("cleannews")
    if ours is None:
        return []
    pairs = zip(ours.accuracy.each, compared.cases, strict=True)
    return sorted(pairs, key=lambda pair: (pair[0], pair[1].id))[:COUNT]


def write_worst(compared: Comparison, out: Path) -> str:
    """Write a page for each of the worst documents.

    Args:
        compared: The corpus with its rows.
        out: Folder of the report; the pages go below it.

    Returns:
        Markdown that lists them with links.
    """
    worst = worst_cases(compared)
    if not worst:
        return ""
    folder = out / "worst" / _file_name(compared.corpus)
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        "### Worst documents of cleannews",
        "",
        "What became of their blocks, with the shipped weights:",
        "",
    ]
    for f1, case in worst:
        path = folder / f"{_file_name(case.id)}.html"
        path.write_text(explained(case), encoding="utf-8")
        lines.append(f"- {f1:.3f} [{case.id}]({path.relative_to(out).as_posix()})")
    return "\n".join([*lines, ""])


def _file_name(name: str) -> str:
    return re.sub(r"[^\w.-]+", "_", name)[:100]


def explained(case: Case) -> str:
    """Return an HTML page with every block of a case, kept or removed, and why."""
    article = cleannews.clean(case.read(), kind=Kind(case.kind))
    wanted, found = (Counter(tokens(text)) for text in ("\n".join(case.gold), article.text))
    rows = "\n".join(
        f'<tr class="{"kept" if block.kept else "removed"}"><td>{block.index}</td><td>{block.label}</td>'
        f"<td>{block.confidence:.2f}</td><td>{escape(block.reason)}</td>"
        f'<td class="raw">{escape(block.text)}<br><i>{escape(block.evidence)}</i></td></tr>'
        for block in article.blocks
    )
    gold = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in case.gold)
    return (
        f'<!DOCTYPE html>\n<meta charset="utf-8"><title>{escape(case.id)}</title>{STYLE}\n'
        f"<h1>{escape(case.id)}</h1>\n"
        f"<p>{article.status}, confidence {article.confidence:.2f}, {case.kind}.</p>\n"
        f"<p><b>Wanted and missing:</b> {_words(wanted - found)}</p>\n"
        f"<p><b>Too much:</b> {_words(found - wanted)}</p>\n"
        f"<table><tr><th></th><th>label</th><th>sure</th><th>reason</th><th>text</th></tr>\n{rows}\n</table>\n"
        f"<h2>Wanted</h2>\n{gold}\n"
    )


def _words(words: Counter[str]) -> str:
    listed = [f"{escape(word)} {count}" for word, count in words.most_common(SHOWN)]
    more = len(words) - len(listed)
    return ", ".join(listed) + (f" and {more} more" if more > 0 else "") or "nothing"
