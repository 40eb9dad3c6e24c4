"""The articles as files of their own, in a folder that is there whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING, Any

from cleannews import formats, markup
from cleannews.batch.output import sync_folder
from cleannews.batch.place import other_place, place_of
from cleannews.batch.records import DONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from cleannews.batch.records import Identity

_WRITTEN_AS: dict[str, Callable[[dict[str, Any]], str]] = {
    "txt": formats.text,
    "md": markup.markdown,
    "json": lambda record: json.dumps(record, ensure_ascii=False, indent=2) + "\n",
}


def write_tree(folder: Path, form: str, records: Iterable[tuple[Identity, bytes]]) -> None:
    """Write a file for every article; under the folder's name there is either the old or the whole new one.

    Args:
        folder: Where they go, each under its input's path.
        form: ``txt``, ``md`` or ``json``, which is also their suffix.
        records: The records, failures included, which get no file.
    """
    draft, old = folder.with_name(f"{folder.name}.tmp"), folder.with_name(f"{folder.name}.old")
    for leftover in (draft, old):
        remove_tree(leftover)
    draft.mkdir()
    try:
        _fill(draft, form, records)
    except BaseException:
        remove_tree(draft)
        raise
    if folder.exists():
        folder.replace(old)
    draft.replace(folder)
    sync_folder(folder.parent)
    remove_tree(old)


def remove_tree(folder: Path) -> None:
    """Remove a folder that this module wrote, if it is there."""
    if folder.is_dir():
        shutil.rmtree(folder)


def tree_state(folder: Path) -> str:
    """Tell how many files a folder holds, and their size: what was lost or cut shows in it."""
    files = size = 0
    pending = [os.fspath(folder)]
    while pending:
        with os.scandir(pending.pop()) as found:
            for item in found:
                if item.is_dir(follow_symlinks=False):
                    pending.append(item.path)
                else:
                    files, size = files + 1, size + item.stat(follow_symlinks=False).st_size
    return f"{files} files, {size} bytes"


def _fill(folder: Path, form: str, records: Iterable[tuple[Identity, bytes]]) -> None:
    write = _WRITTEN_AS[form]
    made = {folder}
    for identity, line in records:
        record = json.loads(line)
        if record["outcome"] != DONE:
            continue
        place = place_of(identity, f".{form}")
        path = folder / place
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made = {path.parent}
        data = write(record).encode("utf-8", "replace")
        try:
            _write_new(path, data)
        except FileExistsError:  # a file system that takes A and a for the same
            _write_new(folder / other_place(place), data)
    if hasattr(os, "sync"):
        os.sync()


def _write_new(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        if not hasattr(os, "sync"):
            file.flush()
            os.fsync(file.fileno())
