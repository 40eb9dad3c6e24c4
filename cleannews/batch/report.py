"""What a folder run came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleannews.article import FrozenMap

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LOW_CONFIDENCE = 0.5
"""Below it an article is more likely than not to differ from what a person would take for it."""


@dataclass(frozen=True, slots=True)
class BatchReport:
    """The outcome of a folder run: every input is done, failed, or dropped as a copy.

    Args:
        folder: The output folder.
        done: Inputs with an article.
        failed: Inputs without one.
        dropped: Inputs whose article an earlier one has too, if copies are not wanted.
        failures: How many failed for which reason.
        statuses: How many articles have which status.
        skipped: How many files of the folder are no inputs, by why: ``suffix``, ``pattern``, ``link``,
            ``output``.
        resumed: Inputs, among all these, that an earlier run had finished and that were not worked on again.
        gone: Records of an earlier run that were dropped, because their inputs are no longer there.
        copies: Articles with the same or nearly the same text as an earlier one; see ``duplicate_of``.
        low_confidence: Articles with a confidence below 0.5.
        seconds: How long this run took.
        outputs: The files or folders with the articles, in the order they were asked for.
    """

    folder: Path
    done: int
    failed: int
    dropped: int = 0
    failures: Mapping[str, int] = FrozenMap()
    statuses: Mapping[str, int] = FrozenMap()
    skipped: Mapping[str, int] = FrozenMap()
    resumed: int = 0
    gone: int = 0
    copies: int = 0
    low_confidence: int = 0
    seconds: float = 0.0
    outputs: tuple[Path, ...] = ()

    @property
    def total(self) -> int:
        """Inputs, each with exactly one record."""
        return self.done + self.failed + self.dropped

    @property
    def pages_per_second(self) -> float:
        """Inputs that this run worked on, by the second."""
        return (self.total - self.resumed) / self.seconds if self.seconds else 0.0

    @property
    def articles_path(self) -> Path:
        """The file with one record per input; not there if it was wanted packed only."""
        return self.folder / ARTICLES_NAME

    @property
    def failures_path(self) -> Path:
        """The file with the records of those that failed."""
        return self.folder / FAILURES_NAME

    def summary(self) -> str:
        """The report for people, in a few lines."""
        failed = f"{self.failed:,}{_details(self.failures)}"
        lines = [
            f"{_counted(self.total, 'input')} in {self.seconds:.1f} s{_rate(self.pages_per_second)}",
            f"  done    {self.done:,}{_details(self.statuses, hide='ok')}",
            f"  failed  {failed}{f': see {self.failures_path}' if self.failed else ''}",
        ]
        if self.skipped:
            told = {_SKIPPED.get(why, why): count for why, count in self.skipped.items()}
            lines.append(f"  skipped {sum(told.values()):,}{_details(told)}: they are no dumps")
        if self.resumed:
            lines.append(f"  resumed {self.resumed:,}: finished by an earlier run")
        if self.gone:
            lines.append(f"  gone    {self.gone:,}: records of inputs that are no longer there were dropped")
        if self.dropped:
            lines.append(f"  dropped {self.dropped:,}: copies of earlier inputs, see duplicate_of")
        elif self.copies:
            lines.append(f"  copies  {self.copies:,}: the text of an earlier input, see duplicate_of")
        if self.low_confidence:
            articles = _counted(self.low_confidence, "article")
            lines.append(f"  check   {articles} of low confidence (below {LOW_CONFIDENCE})")
        if not self.total:
            lines.append(f"  nothing to clean: {self._nothing}")
        lines += [f"  records {path}" for path in self.outputs or (self.articles_path,)]
        return "\n".join(lines)

    @property
    def _nothing(self) -> str:
        """What to do about a run without inputs."""
        if self.skipped.get("output"):
            return (
                "but for the output of a run there is no dump in it; give the folder with the dumps, or, to "
                "clean what a run wrote, the file articles.jsonl itself"
            )
        return (
            "inputs are files named .html, .txt, .jsonl, .warc and so on, and tables (.csv, .tsv) if they "
            "are named themselves; a pattern such as 'dumps/**/*' takes files of any name"
        )


ARTICLES_NAME = "articles.jsonl"
FAILURES_NAME = "failures.jsonl"


_SKIPPED = {
    "suffix": "by their suffix",
    "pattern": "outside the pattern",
    "link": "links to other inputs",
    "output": "output of a run",
}
"""What reasons for passing something over are called in the summary."""

_FEW = 9.95
"""A rate that is written with a decimal."""


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _rate(pages: float) -> str:
    """Write how fast a run was; nothing of one that had nothing to do."""
    return f" ({pages:,.{pages < _FEW:d}f} pages/s)" if pages else ""


def _details(counts: Mapping[str, int], *, hide: str = "") -> str:
    """Write counts in brackets, the largest first."""
    order = sorted(counts, key=lambda name: (-counts[name], name))
    told = ", ".join(f"{counts[name]:,} {name}" for name in order if name != hide)
    return f" ({told})" if told else ""
