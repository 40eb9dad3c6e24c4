"""Where the article of an input is written if each has a file of its own: no two inputs share a place."""

from __future__ import annotations

import hashlib
import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleannews.batch.records import Identity

_LONGEST_NAME = 255
"""Bytes of a file name that all common file systems take."""

_KEPT = 160
"""Bytes kept of a name that is too long."""

_MARKED = re.compile(rb"~[0-9a-f]{32}(?:\.[a-z]{2,4})?$")
"""How names end that stand for another; a name of the input folder that looks so is replaced as well."""


def place_of(identity: Identity, suffix: str) -> str:
    """Return the path of an input's own file, relative to the folder of all.

    It is the input's path with the suffix added, so ``a.html`` and ``a.txt`` differ; a part of a file has its
    number as name, in a folder named like the file. Names that a file system would refuse, or that could
    meet another, are cut and marked with a digest: they are too long, lead upwards, or are folders that
    look like a file that is written.

    Args:
        identity: Of the input.
        suffix: What the file holds, such as ``.md``.

    >>> from cleannews.batch.records import Identity
    >>> place_of(Identity(b"05/a.html"), ".md"), place_of(Identity(b"a.jsonl.gz", 3), ".txt")
    ('05/a.html.md', 'a.jsonl.gz/3.txt')
    """
    *folders, name = identity.path.split(b"/")
    if identity.line is not None:
        folders, name = [*folders, name], b"%d" % identity.line
    ending = suffix.encode()
    parts = [_marked(folder) if _is_odd(folder, ending) else folder for folder in folders]
    parts.append((_marked(name) if _is_odd(name, b"", len(ending)) else name) + ending)
    return os.fsdecode(b"/".join(parts))


def other_place(place: str) -> str:
    """Return another path for a file whose own is taken, by a file system that does not tell names apart."""
    path = os.fsencode(place)
    folder, slash, name = path.rpartition(b"/")
    stem, dot, ending = name.rpartition(b".")
    return os.fsdecode(folder + slash + _marked(stem, of=path) + dot + ending)


def _is_odd(name: bytes, ending: bytes, more: int = 0) -> bool:
    """Tell whether a name cannot stand as it is."""
    return (
        name in (b"", b".", b"..")
        or len(name) + more > _LONGEST_NAME
        or _MARKED.search(name) is not None
        or (ending != b"" and name.lower().endswith(ending))
    )


def _marked(name: bytes, *, of: bytes | None = None) -> bytes:
    digest = hashlib.sha256(name if of is None else of).hexdigest()[:32]
    kept = name[:_KEPT].decode("utf-8", "ignore").encode() if len(name) > _KEPT else name.strip(b".")
    return kept + b"~" + digest.encode()
