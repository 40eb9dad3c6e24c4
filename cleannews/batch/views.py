"""Other forms of the records: made of ``articles.jsonl`` when a run is complete, whole or not at all.

The ledger notes which of them are true. A run that changes a record takes them away first, so none ever
stands beside records that it does not show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.batch.forms import FORMS, JSONL, PACKED, TREES
from cleannews.batch.output import draft_of, write_whole
from cleannews.batch.packed import gzipped, unpacked_pieces, zstandarded
from cleannews.batch.report import ARTICLES_NAME
from cleannews.batch.review_page import review_page
from cleannews.batch.tables import csv_lines, write_parquet
from cleannews.batch.tree import remove_tree, tree_state, write_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cleannews.batch.ledger import Ledger
    from cleannews.batch.records import Identity

    Records = Callable[[], Iterator[tuple[Identity, bytes]]]

_MADE = tuple(form for form in FORMS if form != JSONL)
"""The forms that are made of the records."""


class Views:
    """The forms of the records in one output folder.

    Args:
        folder: The output folder.
        root: The folder that the paths of inputs are relative to.
        ledger: Notes which forms are true.
        wanted: The forms that this run is to leave.
    """

    def __init__(self, folder: Path, root: Path, ledger: Ledger, wanted: tuple[str, ...]) -> None:
        self._folder = folder
        self._root = root
        self._ledger = ledger
        self._wanted = wanted

    def restore(self) -> None:
        """Unpack ``articles.jsonl`` if an earlier run left it packed."""
        articles = self._folder / ARTICLES_NAME
        if articles.exists():
            return
        for form in PACKED:
            if self._is_true(form):
                write_whole(articles, unpacked_pieces(self.path(form)))
                return

    def distrust(self) -> None:
        """Note that no form is true any more; inside a transaction of the ledger."""
        for form in _MADE:
            self._ledger.note(_fact(form), "")

    def clear(self) -> None:
        """Remove what is not true, and drafts that a killed run left."""
        for form in _MADE:
            path = self.path(form)
            for leftover in (path.with_name(f"{path.name}.tmp"), path.with_name(f"{path.name}.old")):
                _remove(leftover)
            if not self._is_true(form):
                _remove(path)

    def write(self, records: Records, tell: Callable[[str], None], *, blocks: bool) -> None:
        """Write the forms that are wanted and not there yet.

        Args:
            records: Gives identity and line of every record, in order.
            tell: Is told of each before it is written.
            blocks: Whether the records have the audit trail.
        """
        for form in self._wanted:
            if form != JSONL and not self._is_true(form):
                tell(f"writing {FORMS[form].name}")
                self._write(form, records, blocks=blocks)
                with self._ledger.transaction():
                    self._ledger.note(_fact(form), self._state(form))

    def pack(self) -> None:
        """Remove ``articles.jsonl`` if it is wanted in packed form only."""
        packed = any(form in PACKED and self._is_true(form) for form in self._wanted)
        if packed and JSONL not in self._wanted:
            (self._folder / ARTICLES_NAME).unlink(missing_ok=True)

    def path(self, form: str) -> Path:
        """Return the file or folder of a form."""
        return self._folder / FORMS[form].name

    def _write(self, form: str, records: Records, *, blocks: bool) -> None:
        path = self.path(form)
        lines = (line for _, line in records())
        if form in TREES:
            write_tree(path, form, records())
        elif form == "parquet":
            with draft_of(path) as stream:
                write_parquet(lines, stream, blocks=blocks)
        elif form == "report":
            write_whole(path, review_page(lines, root=self._root, folder=self._folder))
        else:
            write_whole(path, _LINES[form](lines))

    def _is_true(self, form: str) -> bool:
        noted = self._ledger.fact(_fact(form))
        return bool(noted) and noted == self._state(form)

    def _state(self, form: str) -> str:
        """Tell in what state a form is on the disk: its size, or that of its files."""
        path = self.path(form)
        if path.is_dir():
            return tree_state(path)
        return str(path.stat().st_size) if path.exists() else "missing"


_LINES = {"jsonl.gz": gzipped, "jsonl.zst": zstandarded, "csv": csv_lines}


def _fact(form: str) -> str:
    return f"written:{form}"


def _remove(path: Path) -> None:
    if path.is_dir():
        remove_tree(path)
    else:
        path.unlink(missing_ok=True)
