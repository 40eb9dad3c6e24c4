"""The records of an output folder, read back one at a time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cleannews.article import REQUIRED
from cleannews.batch.content import open_content
from cleannews.batch.forms import FORMS, JSONL, PACKED
from cleannews.batch.ledger import LEDGER_NAME
from cleannews.batch.names import unspell
from cleannews.batch.reasons import Unusable
from cleannews.batch.records import DONE, DROPPED, FAILED, Identity
from cleannews.errors import FolderError
from cleannews.paths import absence, is_file, is_there

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def records_file(folder: Path) -> Path:
    """Return the file with the records of an output folder, packed or not.

    Raises:
        FolderError: There is none.
    """
    for form in (JSONL, *PACKED):
        path = folder / FORMS[form].name
        if is_there(path):
            return path
    if is_file(folder):
        raise FolderError(
            f"{folder} is a file; give the folder it is in: {folder.parent}", subject=str(folder)
        )
    what = f"holds no {FORMS[JSONL].name}" if is_there(folder) else absence(folder)
    raise FolderError(f"{folder} {what}; give the OUT folder of a run", subject=str(folder))


def read_records(folder: Path) -> Iterator[tuple[Identity, dict[str, Any]]]:
    """Yield every record of an output folder with its identity, in the order of the file.

    Raises:
        FolderError: There are none, or a line of them is damaged.
    """
    path = records_file(folder)
    number = 0
    try:
        with open_content(path) as (stream, _):
            for line in stream:
                number += 1
                record = _checked(json.loads(line))
                yield Identity(unspell(record["path"]), record.get("line")), record
    except Unusable as finding:
        raise FolderError(f"{path}: {finding.message}", subject=str(path)) from finding
    except (ValueError, TypeError, KeyError) as error:
        known = is_there(folder / LEDGER_NAME)
        advice = "the same batch command mends it" if known else "give the OUT folder of a run"
        raise FolderError(f"{path}, line {number}: this is no record; {advice}", subject=str(path)) from error


def _checked(record: Any) -> dict[str, Any]:  # noqa: ANN401 - a JSON value
    """Return a record that has what all versions wrote.

    Raises:
        ValueError: It is none.
    """
    outcome = record["outcome"]
    names = {DONE: REQUIRED, FAILED: ("reason", "message"), DROPPED: ("reason",)}[outcome]
    texts = (record["path"], record["text"] if outcome == DONE else record["reason"])
    if any(name not in record for name in names) or not all(isinstance(text, str) for text in texts):
        raise ValueError("a record lacks what it should have")
    return record  # type: ignore[no-any-return]  # it has the keys of one
