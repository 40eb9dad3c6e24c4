"""What a folder run can be told."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from types import NoneType
from typing import Any

from cleannews.batch.forms import FORMS, JSONL
from cleannews.batch.inputs import Fields
from cleannews.labels import Kind, Mode
from cleannews.read.page import DEFAULT_LIMITS, Limits

TEXT_FIELDS = ("html", "text", "content", "raw_html", "body")
"""Fields of a JSON line that may hold the dump, in the order they are looked for."""

GIBIBYTE = 1 << 30

LEAST_MEMORY = 128 << 20
"""Bytes under which a limit makes no sense: a worker holds 57 MB with its first page and 70 MB after a
hundred news pages, and one that holds more than half of the limit is replaced after every page."""

CLEANER = "cleannews.pipeline:clean"

_TYPES: dict[str, tuple[str, tuple[type, ...]]] = {
    "workers": ("a whole number", (int, NoneType)),
    "blocks": ("True or False", (bool,)),
    "timeout": ("a number of seconds", (int, float)),
    "memory_limit": ("a whole number of bytes", (int,)),
    "resume": ("True or False", (bool,)),
    "retry_failed": ("True or False", (bool,)),
    "limits": ("cleannews.Limits(...)", (Limits,)),
    "url_field": ("a name", (str,)),
    "id_field": ("a name", (str,)),
    "cleaner": ("the name of a function as 'module:function'", (str,)),
    "site_by": ("'auto', 'folder' or 'field:NAME'", (str,)),
    "inputs_per_worker": ("a whole number", (int,)),
    "commit_seconds": ("a number of seconds", (int, float)),
}
"""What to give for an option, and its types. The others are words of a list, which are checked as such."""

_RESULT_FIELDS = (
    "mode",
    "kind",
    "blocks",
    "copies",
    "limits",
    "cleaner",
    "text_fields",
    "url_field",
    "id_field",
    "learn",
    "site_by",
)


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """Settings of a folder run, checked when they are made.

    Args:
        workers: Worker processes; ``None`` takes one for each core this process may use.
        mode: ``precision``, ``balanced`` or ``recall``, as in :func:`cleannews.clean`.
        kind: ``auto``, ``html`` or ``text``, as in :func:`cleannews.clean`.
        blocks: Add the audit trail (every block, its label and reason) to the records.
        copies: What happens to an article that an earlier input has too, word for word or nearly: ``mark``
            tells of which one it is a copy; ``drop`` leaves of it no more than that.
        formats: What the records are written as: ``jsonl``, ``jsonl.gz``, ``jsonl.zst``, ``parquet``,
            ``csv``, or ``txt``, ``md``, ``json`` for a file per article. May change from run to run.
        timeout: Seconds one input may take before its worker is killed and it counts as failed.
        memory_limit: Bytes of memory one worker may hold before it is killed and its input counts as failed.
        resume: Go on from what the output folder holds. ``False`` starts over: the old records are deleted.
        retry_failed: When going on, clean the inputs again that failed before.
        limits: How much of one input is worked on.
        text_fields: Fields of a JSON line or columns of a table that may hold the dump; the first one there
            is counts.
        url_field: Field that holds its address.
        id_field: Field that holds what its owner calls it; the record repeats it as ``id``.
        cleaner: What cleans, as ``module:function``, with the signature of :func:`cleannews.clean`.
        learn: Whether the pages of a site teach what is its furniture, in a first pass over all inputs:
            ``auto`` where a site shows four articles or more, ``always`` from two on, ``never``. With
            another ``cleaner``, ``auto`` does not.
        site_by: What tells the site of a page: ``auto`` (the host of its address, of its canonical link or
            ``og:url``, else ``og:site_name``, else what pages share), ``folder`` (the folder it is in), or
            ``field:NAME`` (a field of its JSON line).
        inputs_per_worker: A worker is replaced by a fresh one after so many inputs, which bounds its memory.
        commit_seconds: Records are made durable at least this often; a stop loses no more work than that.

    Raises:
        ValueError: A value is out of range.
        TypeError: A value is of another type; ``formats`` or ``text_fields`` is one word instead of a tuple,
            or has no order.
    """

    workers: int | None = None
    mode: str = "balanced"
    kind: str = "auto"
    blocks: bool = False
    copies: str = "mark"
    formats: tuple[str, ...] = (JSONL,)
    timeout: float = 60.0
    memory_limit: int = GIBIBYTE
    resume: bool = True
    retry_failed: bool = False
    limits: Limits = DEFAULT_LIMITS
    text_fields: tuple[str, ...] = TEXT_FIELDS
    url_field: str = "url"
    id_field: str = "id"
    cleaner: str = CLEANER
    learn: str = "auto"
    site_by: str = "auto"
    inputs_per_worker: int = 5000
    commit_seconds: float = 1.0

    def __post_init__(self) -> None:
        for name, (wanted, types) in _TYPES.items():
            value = getattr(self, name)
            if not isinstance(value, types):
                raise TypeError(f"{name} is {type(value).__name__}; give {wanted}")
        for name in ("formats", "text_fields"):
            object.__setattr__(self, name, _words(name, getattr(self, name)))  # a list may change later
        _check_word("mode", self.mode, tuple(str(word) for word in Mode))
        _check_word("kind", self.kind, ("auto", *(str(word) for word in Kind)))
        _check_word("copies", self.copies, ("mark", "drop"))
        _check_word("learn", self.learn, ("auto", "always", "never"))
        if not self.site_by.startswith("field:") or self.site_by == "field:":
            _check_word("site_by", self.site_by, ("auto", "folder", "field:NAME"))
        for form in self.formats:
            _check_word("formats", form, tuple(FORMS))
        self._check_ranges()

    def _check_ranges(self) -> None:
        for name in ("workers", "timeout", "memory_limit", "inputs_per_worker"):
            value = getattr(self, name)
            if value is not None and not value > 0:
                raise ValueError(f"{name}={value!r} is not above 0")
        if not self.commit_seconds >= 0:
            raise ValueError(f"commit_seconds={self.commit_seconds!r} is below 0")
        if self.memory_limit < LEAST_MEMORY:
            raise ValueError(
                f"memory_limit={self.memory_limit!r} is less than a worker needs; give {LEAST_MEMORY} or more"
            )
        if ":" not in self.cleaner:
            raise ValueError(f"cleaner={self.cleaner!r} is not of the form 'module:function'")

    def fields(self) -> Fields:
        """Return under which names a line or row holds what."""
        kind, _, site = self.site_by.partition(":")
        return Fields(self.text_fields, self.url_field, self.id_field, site if kind == "field" else "")

    def learns(self) -> bool:
        """Tell whether there is a first pass."""
        return self.learn == "always" or (self.learn == "auto" and self.cleaner == CLEANER)

    def slots(self) -> int:
        """Return how many worker processes to run."""
        return self.workers or available_cores()

    def result_settings(self) -> dict[str, Any]:
        """Return the settings that change what a record says, as plain values."""
        values = asdict(self)
        return json.loads(json.dumps({name: values[name] for name in _RESULT_FIELDS}))  # type: ignore[no-any-return]  # a dict went in


def available_cores() -> int:
    """Return the number of cores this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _check_word(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise ValueError(f"{name}={value!r} is not known; use one of {', '.join(map(repr, allowed))}")


def _words(name: str, value: object) -> tuple[str, ...]:
    """Return words in their order; what has none, or gives them only once, is refused."""
    if isinstance(value, str):
        raise TypeError(f"{name}={value!r} is no tuple; write {name}=({value!r},)")
    if not isinstance(value, Sequence) or not all(isinstance(word, str) for word in value):
        raise TypeError(f"{name} is {type(value).__name__}; give a tuple of words")
    return tuple(value)
