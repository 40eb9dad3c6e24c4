"""``cleannews diff``: what changed between two output folders, worst first."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from cleannews.batch.database import is_unfinished
from cleannews.batch.difference import difference
from cleannews.batch.ledger import LEDGER_NAME
from cleannews.cli.channels import emit, json_text, say
from cleannews.cli.explaining import PIPE_WIDTH, palette
from cleannews.explain import LEAST_TEXT, shorten

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from cleannews.batch.difference import Change, Difference
    from cleannews.explain import Palette

_INDENT = " " * 10


def run(options: argparse.Namespace) -> int:
    """Compare the folders and show what changed; 1 if something did, as ``diff`` has it."""
    for folder in (options.first, options.second):
        if is_unfinished(folder / LEDGER_NAME):
            say(f"{folder}: the run is not finished; what it has not done yet counts as not there")
    found = difference(options.first, options.second, most=options.limit)
    if options.json:
        emit(json_text(found.to_dict()))
    else:
        width = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
        emit("".join(f"{line}\n" for line in _lines(found, width, palette(options.color))))
    return 1 if found.changed else 0


def _lines(found: Difference, width: int, colours: Palette) -> Iterator[str]:
    yield f"{found.same + found.changed:,} inputs: {found.same:,} the same, {found.changed:,} changed"
    if found.outcomes:
        yield f"outcomes  {_counts(found.outcomes)}"
    if found.texts:
        yield f"texts     {found.texts:,}"
    if found.fields:
        yield f"fields    {_counts(found.fields)}"
    for change in found.worst:
        yield ""
        yield from _change(change, max(LEAST_TEXT, width - len(_INDENT) - 2), colours)
    if len(found.worst) < found.changed:
        yield ""
        yield f"and {found.changed - len(found.worst):,} that weigh less; --limit shows more"


def _change(change: Change, width: int, colours: Palette) -> Iterator[str]:
    name = change.path if change.line is None else f"{change.path}#{change.line}"
    yield f"{change.weight:<8.2f}  {shorten(name, width)}{_remarks(change)}"
    if change.before != change.after:
        yield from _pair("", change.before or "not there", change.after or "not there", width, colours)
    if change.lost_text is not None:
        yield f"{_INDENT}{colours.removed}- {shorten(change.lost_text, width)}{colours.end}"
    if change.gained_text is not None:
        yield f"{_INDENT}{colours.kept}+ {shorten(change.gained_text, width)}{colours.end}"
    for field, before, after in change.fields:
        yield from _pair(f"{field}: ", _told(before), _told(after), width, colours)


def _remarks(change: Change) -> str:
    told = [f"-{change.lost:.0%} of the words"] if change.lost else []
    told += [f"+{change.gained:.0%}"] if change.gained else []
    told += ["another input"] if change.other_input else []
    return f"  ({', '.join(told)})" if told else ""


def _pair(name: str, before: str, after: str, width: int, colours: Palette) -> Iterator[str]:
    yield f"{_INDENT}{colours.removed}- {shorten(name + before, width)}{colours.end}"
    yield f"{_INDENT}{colours.kept}+ {shorten(name + after, width)}{colours.end}"


def _told(value: Any) -> str:  # noqa: ANN401 - a JSON value
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _counts(counts: Mapping[str, int]) -> str:
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count:,} {name}" for name, count in order)
