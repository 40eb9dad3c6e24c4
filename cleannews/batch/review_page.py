"""A run as one HTML file that needs nothing else: no script, no style sheet, no picture, no network.

Everything that comes from pages or file names is escaped, and what the file could load is forbidden by its
own policy. It tells no times, so that the same records give the same bytes.
"""

from __future__ import annotations

import os
import re
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from cleannews.batch.names import unspell
from cleannews.batch.report import LOW_CONFIDENCE
from cleannews.batch.review import BINS, MOST_ARTICLES, MOST_FAILURES, review_of
from cleannews.labels import Label, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from cleannews.batch.review import Review

_MOST_PARTS = 400
"""Blocks or paragraphs shown of one article."""

_MOST_CHARS = 600
"""Characters shown of one block or paragraph."""

_MOST_NAMES = 12
"""Languages, sites, warnings shown."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What HTML does not allow, and what turns the text around it."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --kept: #2a9d5c; --gone: #c2543f;
  --doubt: #c78a1b }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin: 0 0 1rem } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem }
ul.tiles { display: flex; flex-wrap: wrap; gap: .6rem; list-style: none; padding: 0; margin: 0 }
.tiles li { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .9rem; min-width: 6rem }
.tiles b { display: block; font-size: 1.5rem; line-height: 1.3 }
table { border-collapse: collapse; width: 100% }
td, th { border-bottom: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top }
th { font-weight: 600 } td.number { text-align: right; font-variant-numeric: tabular-nums; width: 3rem }
td.name { width: 50%; overflow-wrap: break-word } td.bar { width: 35% }
td.bar span { display: block; height: .8rem; margin-top: .35rem; border-radius: .2rem;
  background: #4a7fd4 }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 0 2rem }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .4rem 0; padding: .4rem .8rem }
summary { cursor: pointer; overflow-wrap: anywhere } summary small, .note { opacity: .75 }
.sure { display: inline-block; min-width: 2.6rem; font-variant-numeric: tabular-nums; font-weight: 600 }
.doubt { color: var(--doubt) } .path { overflow-wrap: anywhere; font-size: .85rem; opacity: .75 }
.part { border-left: .25rem solid var(--kept); padding: .1rem .7rem; margin: .3rem 0; overflow-wrap: anywhere;
  white-space: pre-line } .part.gone { border-color: var(--gone); background: var(--soft) }
.part small { display: block; opacity: .75; white-space: normal } .part.gone p { text-decoration: line-through
  1px #8888 } .part p { margin: 0 }
"""


def review_page(lines: Iterable[bytes], *, root: Path, folder: Path) -> Iterator[bytes]:
    """Write the page.

    Args:
        lines: The records.
        root: The folder that their paths are relative to.
        folder: The output folder, which the page will stand in.

    Yields:
        The page in pieces, UTF-8.
    """
    review = review_of(lines)
    base = _relative(root, folder)
    for piece in _pieces(review, base):
        yield piece.encode("utf-8", "replace") + b"\n"


def _pieces(review: Review, base: str) -> Iterator[str]:
    yield (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">'
        f"<title>cleannews: {review.stats.inputs:,} inputs</title><style>{_STYLE}</style></head><body>"
    )
    yield f"<h1>What came of {review.stats.inputs:,} inputs</h1>"
    yield from _tiles(review)
    yield from _counts(review)
    yield from _failures(review, base)
    yield from _articles(review, base)
    yield "</body></html>"


def _tiles(review: Review) -> Iterator[str]:
    stats = review.stats
    tiles = {
        "articles": stats.done,
        "failed": stats.failed,
        f"below {LOW_CONFIDENCE} confidence": stats.low_confidence,
        "copies": stats.copies,
        "dropped copies": stats.dropped,
        "words": stats.words,
    }
    yield '<ul class="tiles">'
    for name, count in tiles.items():
        if count or name in ("articles", "failed"):
            yield f"<li><b>{count:,}</b>{name}</li>"
    yield "</ul>"


def _counts(review: Review) -> Iterator[str]:
    stats = review.stats
    bins = {f"{place / BINS:.1f} to {(place + 1) / BINS:.1f}": n for place, n in enumerate(review.bins)}
    yield '<div class="columns">'
    yield from _table("Confidence", bins if stats.done else {})
    yield from _table("Status", stats.statuses)
    yield from _table("Languages", stats.languages)
    yield from _table("Sites", stats.sites)
    yield from _table("Fields that have a value", stats.fields, most=len(stats.fields))
    yield from _table("Warnings", stats.warnings)
    yield "</div>"


def _table(title: str, counts: Mapping[str, int], *, most: int = _MOST_NAMES) -> Iterator[str]:
    if not counts:
        return
    largest = max(counts.values()) or 1
    yield f"<section><h2>{title}</h2><table>"
    for name, count in islice(counts.items(), most):
        yield (
            f'<tr><td class="name" dir="auto">{_shown(name, 80)}</td><td class="number">{count:,}</td>'
            f'<td class="bar"><span style="width:{100 * count / largest:.1f}%"></span></td></tr>'
        )
    yield "</table>"
    if len(counts) > most:
        yield f'<p class="note">and {len(counts) - most:,} more</p>'
    yield "</section>"


def _failures(review: Review, base: str) -> Iterator[str]:
    if not review.failures:
        return
    yield "<h2>Failed inputs</h2>"
    for reason, records in review.failures.items():
        count = review.stats.failures[reason]
        yield f"<details open><summary><b>{_shown(reason, 80)}</b> {count:,}</summary><table>"
        for record in records:
            yield (
                f'<tr><td class="path">{_source(record, base)}</td>'
                f"<td>{_shown(record['message'], _MOST_CHARS)}</td></tr>"
            )
        yield "</table>"
        if count > MOST_FAILURES:
            yield f'<p class="note">and {count - MOST_FAILURES:,} more, see failures.jsonl</p>'
        yield "</details>"


def _articles(review: Review, base: str) -> Iterator[str]:
    if not review.articles:
        return
    whole = review.stats.done <= MOST_ARTICLES
    yield f"<h2>{'Articles' if whole else f'The {MOST_ARTICLES} articles'}, the least sure first</h2>"
    if "blocks" not in review.articles[0]:
        yield (
            '<p class="note">These records hold what was kept. What was removed, and why, is shown here after'
            " a run with <code>--blocks</code>, and for one file by <code>cleannews explain FILE</code>.</p>"
        )
    for record in review.articles:
        yield from _article(record, base)


def _article(record: dict[str, Any], base: str) -> Iterator[str]:
    doubt = " doubt" if record["confidence"] < LOW_CONFIDENCE else ""
    status = "" if record["status"] == Status.OK else f" <b>{_shown(record['status'], 80)}</b>"
    yield (
        f'<details><summary><span class="sure{doubt}">{record["confidence"]:.2f}</span> '
        f"<bdi>{_shown(record['title'] or '(no title)', 200)}</bdi>{status} "
        f"<small>{record['word_count']:,} words</small></summary>"
    )
    yield f'<p class="path">{_source(record, base)}</p>'
    told = {"authors": "; ".join(record["authors"]), "published": record["published"]}
    told |= {"section": record["section"], "copy of": record.get("duplicate_of")}
    told |= {"warnings": "; ".join(record["warnings"])}
    facts = [f"{name}: <bdi>{_shown(str(value), 300)}</bdi>" for name, value in told.items() if value]
    if facts:
        yield f'<p class="note">{" · ".join(facts)}</p>'
    yield from _blocks(record["blocks"]) if "blocks" in record else _paragraphs(record["paragraphs"])
    yield "</details>"


def _blocks(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks[:_MOST_PARTS]:
        kept = Label(block["label"]).kept
        why = f"{'kept' if kept else 'removed'} as {block['label']}, {block['confidence']:.2f}: "
        why += block["reason"] + (f" ({block['evidence']})" if block["evidence"] else "")
        yield _part(block["text"], _shown(why, 300), gone=" gone" * (not kept))
    yield _rest(len(blocks), "blocks")


def _paragraphs(paragraphs: list[dict[str, Any]]) -> Iterator[str]:
    for paragraph in paragraphs[:_MOST_PARTS]:
        yield _part(paragraph["text"], "" if paragraph["kind"] == Label.BODY else paragraph["kind"], gone="")
    yield _rest(len(paragraphs), "paragraphs")


def _part(text: str, why: str, *, gone: str) -> str:
    told = f"<small>{why}</small>" if why else ""
    return f'<div class="part{gone}">{told}<p dir="auto">{_shown(text, _MOST_CHARS)}</p></div>'


def _rest(count: int, what: str) -> str:
    return f'<p class="note">and {count - _MOST_PARTS:,} {what} more</p>' if count > _MOST_PARTS else ""


def _shown(text: str, most: int) -> str:
    cut = text if len(text) <= most else f"{text[:most]}…"
    return escape(_CONTROL.sub("\ufffd", cut))


def _source(record: dict[str, Any], base: str) -> str:
    """Name an input, with links to its file and to the page's address."""
    name = record["path"] + (f", line {record['line']}" if record.get("line") else "")
    target = quote(os.path.join(os.fsencode(base), unspell(record["path"])))  # noqa: PTH118 - may not be UTF-8
    told = f'<a href="{escape(target)}"><bdi>{_shown(name, 500)}</bdi></a>'
    address = record.get("url") or record.get("canonical_url") or ""
    if address.startswith(("http://", "https://")):
        told += f' · <a href="{escape(_CONTROL.sub("", address))}">{_shown(address, 120)}</a>'
    return told


def _relative(root: Path, folder: Path) -> str:
    """The way from one folder to another; the whole path where there is none (another drive)."""
    try:
        return os.path.relpath(root.resolve(), folder.resolve())
    except ValueError:
        return os.fspath(root.resolve())
