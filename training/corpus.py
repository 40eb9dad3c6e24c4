"""Cases of a corpus folder: pages with gold text, and the folds they are split into."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """One page with its gold text.

    Args:
        corpus: Name of the folder it came from.
        id: Its id there.
        path: The dump, gzip-compressed if it ends in ``.gz``.
        kind: ``html`` or ``text``.
        gold: The article's paragraphs.
        type: What the page is: ``article``, ``listing``, ``product`` ...
        domain: Registrable domain, the key of the folds.
        language: As the corpus names it, or ``None``.
    """

    corpus: str
    id: str
    path: Path
    kind: str
    gold: tuple[str, ...]
    type: str
    domain: str
    language: str | None

    @property
    def fold(self) -> int:
        """The fold of its domain, the same in every corpus and every run."""
        return int(hashlib.sha256(self.domain.encode()).hexdigest(), 16) % FOLDS

    def read(self) -> bytes:
        """Return the dump's bytes."""
        raw = self.path.read_bytes()
        return gzip.decompress(raw) if self.path.suffix == ".gz" else raw


def load_cases(folder: Path, *, types: frozenset[str] = frozenset({"article"})) -> list[Case]:
    """Read the cases of a corpus folder that have gold text.

    Args:
        folder: Holds ``cases.jsonl``, one case a line, and the pages beside it.
        types: Which page types to take.
    """
    cases = [case_of(folder, record) for record in load_records(folder)]
    return [case for case in cases if case.gold and case.type in types]


def load_records(folder: Path) -> list[dict[str, Any]]:
    """Read the lines of a corpus folder as they are, those without gold included."""
    with (folder / "cases.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def case_of(folder: Path, record: dict[str, Any]) -> Case:
    """Return the case that a line of a corpus folder describes."""
    return Case(
        folder.name,
        record["id"],
        folder / record["html"],
        record.get("kind", "html"),
        tuple(paragraph for paragraph in record.get("gold") or () if paragraph),
        record.get("type", "article"),
        record.get("domain") or record.get("site") or record["id"],
        record.get("language"),
    )
