"""Cases of a corpus folder: pages with gold text, and the folds they are split into."""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from cleannews.read.decode import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
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


class Derived(NamedTuple):
    """What is made of an article page."""

    content: bytes
    gold: Sequence[str] | None = None
    """The paragraphs that it holds, where they are not those of the page."""


def derive_corpus(
    source: Path,
    out: Path,
    make: Callable[[dict[str, Any], str], Derived | None],
    *,
    suffix: str,
    step: int = 1,
) -> int:
    """Write a corpus of what is made of the article pages of another.

    Args:
        source: Folder with ``cases.jsonl``.
        out: Folder to write.
        make: Takes the line of a page and the decoded page, returns what to write; ``None`` leaves it out.
        suffix: How the names of the files end; ``.txt`` for dumps.
        step: Take every ``step``-th article.

    Returns:
        How many pages were written.
    """
    (out / "pages").mkdir(parents=True, exist_ok=True)
    records = [one for one in load_records(source) if one.get("type", "article") == "article"][::step]
    kind, count = "text" if suffix == ".txt" else "html", 0
    with (out / "cases.jsonl").open("w", encoding="utf-8") as lines:
        for record in records:
            name = f"pages/{hashlib.sha256(record['id'].encode()).hexdigest()[:16]}{suffix}"
            made = make(record, decode(case_of(source, record).read()).text)
            if made is not None:
                (out / name).write_bytes(made.content)
                gold = record.get("gold") if made.gold is None else made.gold
                line = {**record, "html": name, "kind": kind, "gold": gold}
                lines.write(json.dumps(line, ensure_ascii=False) + "\n")
                count += 1
    return count


def write_copies(
    corpora: Sequence[Path], out: Path, copies: int, *, name: str, write: Callable[..., int]
) -> None:
    """Write copies of corpora, and say on standard error how many cases each of them holds.

    Args:
        corpora: The folders that they are made of.
        out: Where the new folders go.
        copies: How many of each.
        name: What they are called behind the name of the corpus, before the number of the copy.
        write: A ``write_corpus``: takes corpus, folder and ``number``, returns how many cases it wrote.
    """
    for corpus in corpora:
        for number in range(copies):
            folder = out / f"{corpus.name}.{name}{number}"
            sys.stderr.write(f"{folder}: {write(corpus, folder, number=number)} cases\n")


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
