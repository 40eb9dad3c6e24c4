"""``cleannews stats``: what an output folder holds, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.batch.stats import folder_stats
from cleannews.cli.channels import emit, json_text
from cleannews.explain import shorten

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from cleannews.batch.stats import FolderStats

_MOST = 10
"""Names of a list that are shown; ``--json`` has all of them."""

_NAME_WIDTH = 60
_HEAD = 12


def run(options: argparse.Namespace) -> int:
    """Count what the records say, and show it."""
    stats = folder_stats(options.folder)
    if options.json:
        emit(json_text(stats.to_dict()))
    else:
        emit("".join(f"{line}\n" for line in _lines(stats)))
    return 0


def _lines(stats: FolderStats) -> Iterator[str]:
    if not stats.finished:
        yield f"{'unfinished':<{_HEAD}}the same batch command goes on with what is left"
    yield f"{'inputs':<{_HEAD}}{stats.inputs:,}"
    yield f"{'done':<{_HEAD}}{stats.done:,}{_in_brackets(stats.statuses)}"
    yield f"{'failed':<{_HEAD}}{stats.failed:,}{_in_brackets(stats.failures)}"
    if stats.dropped or stats.copies:
        told = f"{stats.dropped:,} dropped" if stats.dropped else f"{stats.copies:,} marked"
        yield f"{'copies':<{_HEAD}}{told}"
    if not stats.done:
        return
    yield f"{'words':<{_HEAD}}{stats.words:,}; {_spread(stats.words_each)} an article"
    yield f"{'confidence':<{_HEAD}}{_spread(stats.confidence)}; {stats.low_confidence:,} below 0.5"
    for name, counts in (("kinds", stats.kinds), ("languages", stats.languages)):
        yield f"{name:<{_HEAD}}{_in_brackets(counts)[2:-1]}"
    for name, counts in (("fields", stats.fields), ("sites", stats.sites), ("warnings", stats.warnings)):
        yield from _table(name, counts, stats.done)


def _spread(values: tuple[float, ...]) -> str:
    """Tell what 5 %, half and 95 % of the articles have at most."""
    return " / ".join(f"{value:,}" for value in values) + " (5 % / half / 95 %)"


def _in_brackets(counts: Mapping[str, int]) -> str:
    told = [f"{count:,} {name}" for name, count in list(counts.items())[:_MOST]]
    more = len(counts) - len(told)
    return f" ({', '.join([*told, *([f'{more:,} more'] if more else [])])})" if told else ""


def _table(name: str, counts: Mapping[str, int], whole: int) -> Iterator[str]:
    """Yield the most frequent names, one a line, with their share of the articles."""
    if not counts:
        return
    yield ""
    yield name
    most = len(counts) if name == "fields" else _MOST
    for each, count in list(counts.items())[:most]:
        yield f"  {count:>9,} {count / whole:>6.1%}  {shorten(each, _NAME_WIDTH)}"
    if len(counts) > most:
        yield f"  {'':>9} {'':>6}  and {len(counts) - most:,} more"
