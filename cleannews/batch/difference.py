"""What changed between two output folders: of two versions, options, or days."""

from __future__ import annotations

import heapq
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from cleannews.batch.names import spell
from cleannews.batch.reading import read_records
from cleannews.batch.records import DONE
from cleannews.batch.sketch import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cleannews.batch.records import Identity

    Found = tuple[Identity, dict[str, Any]]

FIELDS = {
    "title": 0.3,
    "published": 0.2,
    "authors": 0.2,
    "language": 0.1,
    "status": 0.1,
    "section": 0.05,
    "modified": 0.05,
    "subtitle": 0.05,
    "description": 0.05,
    "site_name": 0.05,
    "canonical_url": 0.05,
    "dateline": 0.05,
    "breadcrumbs": 0.05,
    "tags": 0.05,
    "image": 0.05,
    "images": 0.02,
    "related": 0.02,
    "comment_counts": 0.02,
    "is_free": 0.02,
}
"""The fields that are compared, and how much a change of each weighs beside a share of the words: an order
for readers, in which nothing is measured."""

_NO_LONGER_DONE = 3.0
_GONE = 2.5
_ANOTHER_REASON = 0.02
_NOW_DONE = 0.01
_GAIN = 0.5
"""What words that came weigh beside words that went: the gain may be the text that was missing before."""


class Change(NamedTuple):
    """What changed for one input."""

    weight: float
    """Higher is worse."""
    path: str
    line: int | None
    before: str | None
    """Outcome and reason in the first folder; ``None`` if it is not there."""
    after: str | None
    """The same in the second."""
    lost: float = 0.0
    """Share of the words of the first text that are not in the second."""
    gained: float = 0.0
    """Share of the words of the second text that are not in the first."""
    lost_text: str | None = None
    """The longest paragraph that is no longer there."""
    gained_text: str | None = None
    """The longest that is new."""
    fields: tuple[tuple[str, Any, Any], ...] = ()
    """Name, first and second value of each field that changed."""
    other_input: bool = False
    """Whether the input itself is another."""


@dataclass(slots=True)
class Difference:
    """What changed between two folders.

    Args:
        same: Inputs with the same record, as far as it is compared.
        changed: Inputs with another.
        outcomes: Inputs that changed their outcome, by what it was and is.
        texts: Articles with another text.
        fields: Articles with another value, by field.
        worst: The changes that weigh most, the worst first.
    """

    same: int = 0
    changed: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    texts: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    worst: list[Change] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {
            "same": self.same,
            "changed": self.changed,
            "outcomes": dict(self.outcomes.most_common()),
            "texts": self.texts,
            "fields": dict(self.fields.most_common()),
            "worst": [_plain(change) for change in self.worst],
        }


def difference(first: Path, second: Path, *, most: int) -> Difference:
    """Compare the records of two output folders, input by input.

    Both are read once, side by side; no more than ``most`` changes are held.

    Args:
        first: The folder before.
        second: The folder after.
        most: How many changes to give.

    Raises:
        FolderError: One of them holds no records, or a damaged one.
    """
    result = Difference()
    result.worst = heapq.nlargest(most, _changes(first, second, result), key=lambda change: change.weight)
    return result


def _changes(first: Path, second: Path, result: Difference) -> Iterator[Change]:
    for before, after in _side_by_side(read_records(first), read_records(second)):
        change = _compare(before, after)
        if change is None:
            result.same += 1
            continue
        result.changed += 1
        if change.before != change.after:
            result.outcomes[f"{change.before or 'not there'} -> {change.after or 'not there'}"] += 1
        result.texts += bool(change.lost or change.gained)
        result.fields.update(name for name, _, _ in change.fields)
        yield change


def _side_by_side(
    first: Iterator[Found], second: Iterator[Found]
) -> Iterator[tuple[Found | None, Found | None]]:
    """Yield the records of both in pairs; ``None`` where one has none of that input. Both are sorted."""
    before, after = next(first, None), next(second, None)
    while before or after:
        if after is None or (before is not None and _key(before) < _key(after)):
            yield before, None
            before = next(first, None)
        elif before is None or _key(after) < _key(before):
            yield None, after
            after = next(second, None)
        else:
            yield before, after
            before, after = next(first, None), next(second, None)


def _key(found: Found) -> tuple[bytes, int]:
    return found[0].path, found[0].line or 0


def _compare(before: Found | None, after: Found | None) -> Change | None:
    """Compare the records of one input; ``None`` if nothing that counts has changed."""
    if before is None:
        return _on_one_side(after, _NOW_DONE, is_before=False)
    if after is None:
        return _on_one_side(before, _GONE, is_before=True)
    (identity, one), (_, other) = before, after
    change = Change(0.0, spell(identity.path), identity.line, _outcome(one), _outcome(other))
    if one["outcome"] == other["outcome"] == DONE:
        return _compare_articles(change, one, other)
    if change.before == change.after:
        return None
    if one["outcome"] == DONE:
        return change._replace(weight=_NO_LONGER_DONE)
    return change._replace(weight=_NOW_DONE if other["outcome"] == DONE else _ANOTHER_REASON)


def _on_one_side(found: Found | None, weight: float, *, is_before: bool) -> Change | None:
    if found is None:
        return None
    identity, record = found
    told = _outcome(record)
    before, after = (told, None) if is_before else (None, told)
    return Change(weight, spell(identity.path), identity.line, before, after)


def _compare_articles(change: Change, one: dict[str, Any], other: dict[str, Any]) -> Change | None:
    pairs = ((name, one.get(name), other.get(name)) for name in FIELDS)  # an older version has fewer
    fields = tuple(pair for pair in pairs if pair[1] != pair[2])
    lost, gained = _shares(one["text"], other["text"])
    if one["text"] == other["text"] and not fields:
        return None
    return change._replace(
        weight=round(lost + _GAIN * gained + sum(FIELDS[name] for name, _, _ in fields), 4),
        lost=round(lost, 4),
        gained=round(gained, 4),
        lost_text=_longest_new(other["text"], one["text"]),
        gained_text=_longest_new(one["text"], other["text"]),
        fields=fields,
        other_input=one["input_sha256"] != other["input_sha256"],
    )


def _shares(one: str, other: str) -> tuple[float, float]:
    """Return which share of the words of each text the other has not."""
    if one == other:
        return 0.0, 0.0
    before, after = Counter(tokens(one)), Counter(tokens(other))
    lost, gained = (before - after).total(), (after - before).total()
    return lost / max(before.total(), 1), gained / max(after.total(), 1)


def _longest_new(one: str, other: str) -> str | None:
    """Return the longest paragraph of the second text that the first has not."""
    old = set(one.split("\n\n"))
    return max((part for part in other.split("\n\n") if part and part not in old), key=len, default=None)


def _outcome(record: dict[str, Any]) -> str:
    """Return outcome and reason; an article's status is one of the fields."""
    reason = record.get("reason")
    return f"{record['outcome']} ({reason})" if reason else str(record["outcome"])


def _plain(change: Change) -> dict[str, Any]:
    fields = {name: {"before": before, "after": after} for name, before, after in change.fields}
    return change._asdict() | {"fields": fields}
