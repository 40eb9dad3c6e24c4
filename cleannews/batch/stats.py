"""What an output folder holds, in numbers."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from cleannews.article import FrozenMap
from cleannews.batch.database import is_unfinished
from cleannews.batch.ledger import LEDGER_NAME
from cleannews.batch.reading import read_records
from cleannews.batch.records import DONE, DROPPED, FAILED
from cleannews.batch.report import LOW_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FIELDS = (
    "title",
    "authors",
    "published",
    "modified",
    "description",
    "subtitle",
    "section",
    "breadcrumbs",
    "language",
    "site_name",
    "canonical_url",
    "dateline",
    "tags",
    "image",
    "images",
    "related",
    "comment_counts",
)
"""Fields of which it is told how many articles have them."""

_SHARES = (0.05, 0.5, 0.95)
_MOST_SITES = 100_000
"""Names of sites that are told apart; a folder of more is counted under the first of them."""


@dataclass(frozen=True, slots=True)
class FolderStats:
    """Counts over the records of an output folder; each mapping has the most frequent first.

    Args:
        inputs: Records.
        done: Articles.
        failed: Inputs without one.
        dropped: Copies that were dropped.
        failures: Failed inputs by reason.
        statuses: Articles by status.
        copies: Articles that are marked as copies of an earlier one.
        low_confidence: Articles with a confidence below 0.5.
        words: Words of all articles.
        words_each: Words of an article: 5 % have no more than the first number, half, 95 %.
        confidence: The same for the confidence.
        kinds: Articles by what they were read as.
        languages: Articles by language; ``unknown`` too.
        sites: Articles by the host of their address, else the name of the site.
        fields: Articles that have a value, by field.
        warnings: Articles by warning.
        finished: Whether the run has done all of its inputs; others are not counted yet.
    """

    inputs: int
    done: int
    failed: int
    dropped: int
    failures: Mapping[str, int]
    statuses: Mapping[str, int]
    copies: int
    low_confidence: int
    words: int
    words_each: tuple[int, ...]
    confidence: tuple[float, ...]
    kinds: Mapping[str, int]
    languages: Mapping[str, int]
    sites: Mapping[str, int]
    fields: Mapping[str, int]
    warnings: Mapping[str, int]
    finished: bool

    def to_dict(self) -> dict[str, Any]:
        """Return the numbers as plain JSON values."""
        values = asdict(self)
        return {name: dict(v) if isinstance(v, FrozenMap) else v for name, v in values.items()}


def folder_stats(folder: Path) -> FolderStats:
    """Count what the records of an output folder say.

    Args:
        folder: The output folder of a run.

    Raises:
        FolderError: It holds no records, or a damaged one.
    """
    tally = Tally()
    for _, record in read_records(folder):
        tally.add(record)
    return replace(tally.stats(), finished=not is_unfinished(folder / LEDGER_NAME))


class Tally:
    """The counts while they grow; of each article two numbers are kept, and nothing else."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {name: Counter() for name in _COUNTED}
        self.outcomes: Counter[str] = Counter()
        self.words = array("q")
        self.confidence = array("d")
        self.copies = 0

    def add(self, record: dict[str, Any]) -> None:
        """Count a record."""
        self.outcomes[record["outcome"]] += 1
        if record["outcome"] == FAILED:
            self.counts["failures"][record["reason"]] += 1
        if record["outcome"] != DONE:
            return
        self.words.append(record.get("word_count") or 0)
        self.confidence.append(record["confidence"])
        self.copies += record.get("duplicate_of") is not None
        self.counts["statuses"][record["status"]] += 1
        self.counts["kinds"][record["kind"]] += 1
        self.counts["languages"][record.get("language") or "unknown"] += 1
        self.counts["fields"].update(name for name in FIELDS if record.get(name))
        self.counts["warnings"].update(record.get("warnings") or ())
        sites, site = self.counts["sites"], _site(record)
        if site in sites or len(sites) < _MOST_SITES:
            sites[site] += 1

    def stats(self) -> FolderStats:
        """Return the counts."""
        return FolderStats(
            inputs=self.outcomes.total(),
            done=self.outcomes[DONE],
            failed=self.outcomes[FAILED],
            dropped=self.outcomes[DROPPED],
            copies=self.copies,
            low_confidence=sum(value < LOW_CONFIDENCE for value in self.confidence),
            words=sum(self.words),
            words_each=tuple(map(int, _quantiles(self.words))),
            confidence=tuple(round(value, 3) for value in _quantiles(self.confidence)),
            finished=True,
            **{name: FrozenMap(_by_count(count)) for name, count in self.counts.items()},
        )


_COUNTED = ("failures", "statuses", "kinds", "languages", "sites", "fields", "warnings")


def _by_count(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _quantiles(values: Iterable[float]) -> list[float]:
    order = sorted(values)
    return [order[min(int(share * len(order)), len(order) - 1)] for share in _SHARES] if order else []


def _site(record: dict[str, Any]) -> str:
    address = record.get("canonical_url") or record.get("url") or ""
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    return (host or record.get("site_name") or "unknown").removeprefix("www.")
