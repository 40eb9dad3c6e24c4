"""Cleaning a folder of dumps: every input gets exactly one record, whatever happens on the way."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleannews.batch.cleaner import check_cleaner
from cleannews.batch.forms import check_packages
from cleannews.batch.inputs import is_address
from cleannews.batch.interrupt import stop_on_signals
from cleannews.batch.ledger import LEDGER_NAME
from cleannews.batch.lock import LOCK_NAME, locked
from cleannews.batch.options import CLEANER, BatchOptions
from cleannews.batch.progress import progress_of
from cleannews.batch.report import ARTICLES_NAME, FAILURES_NAME
from cleannews.batch.run import Run
from cleannews.batch.sources import sources_of
from cleannews.errors import FolderError
from cleannews.paths import is_folder, is_there, real

if TYPE_CHECKING:
    from cleannews.batch.report import BatchReport
    from cleannews.batch.sources import Source, Sources

_OWN_NAMES = (LOCK_NAME, LEDGER_NAME, f"{LEDGER_NAME}-journal")
"""What a run that was killed while it began may have left: a folder with no more than that is still new."""


def clean_folder(
    src: Source,
    dst: str | os.PathLike[str],
    *,
    progress: str = "off",
    **options: Any,  # noqa: ANN401 - BatchOptions knows their types
) -> BatchReport:
    """Clean every dump of a folder, in worker processes, into one record each.

    Inputs are the files named ``.html .htm .xhtml .mhtml .mht .txt .text .md``, and those that hold many
    dumps: ``.jsonl .ndjson`` (one a line), ``.warc .wet`` (web archives), ``.csv .tsv`` (one a row),
    ``.parquet`` (the same; with pyarrow). All but the last also as ``.gz`` or ``.zst`` (with zstandard).

    The output folder gets ``articles.jsonl``: one record per input, sorted by the bytes of the relative path,
    failures included; ``failures.jsonl``: those alone; ``ledger.sqlite``: what is known of each input;
    ``sites``: the templates of the sites that the folder holds enough pages of.

    After any stop (a signal, a full disk, a power cut) the same call goes on where it was, and ends with the
    bytes of an undisturbed run. On a finished folder it does only what has changed since.

    Args:
        src: The input folder; one input file; a pattern such as ``dumps/**/*.html``; or a list of such, or
            anything else that gives them one by one.
        dst: The output folder: new, empty, or of an earlier run.
        progress: What to show on standard error: ``off``, ``lines``, ``bar``, or ``auto``.
        **options: The fields of :class:`~cleannews.batch.options.BatchOptions`: ``workers``, ``mode``,
            ``kind``, ``blocks``, ``copies``, ``formats``, ``timeout``, ``memory_limit``, ``resume``,
            ``retry_failed``, ``limits``, ``text_fields``, ``url_field``, ``id_field``, ``learn``,
            ``site_by``, ``cleaner``, ``inputs_per_worker``, ``commit_seconds``.

    Returns:
        How many inputs were done, failed and why.

    Raises:
        FolderError: A folder cannot be used, another run is at work in it, it was made with other options,
            or the disk is full. What was finished is kept.
        Interrupted: A signal asked to stop (a ``KeyboardInterrupt``). What was finished is kept.
        TypeError: An option is not known, or something is of another type.
        ValueError: An option is out of range, or there is no such ``cleaner``.
    """
    settings = _options(options)
    shown = progress_of(progress)
    check_packages(settings.formats)
    if settings.cleaner != CLEANER:  # our own need not be loaded in this process
        check_cleaner(settings.cleaner)
    sources, target = sources_of(src), _target(dst)
    try:
        _check_target(target, sources)
    except OSError as error:
        raise _unusable(target, error) from error
    _make(target)
    try:
        with (
            locked(target),
            stop_on_signals() as stop,
            closing(Run(sources, target, settings, stop)) as run,
        ):
            return run.go(shown)
    except (OSError, sqlite3.Error) as error:
        raise FolderError(
            f"the run in {target} cannot go on: {_told(error)}; what was finished is kept, and once this is "
            "mended the same command continues",
            subject=str(target),
        ) from error


def _target(dst: str | os.PathLike[str]) -> Path:
    if not isinstance(dst, (str, os.PathLike)):
        raise TypeError(f"dst is {type(dst).__name__}; give the path of a folder")
    name = os.fspath(dst)
    if not name or "\0" in name:
        raise FolderError(f"dst={name!r} is no path; give that of a folder", subject=name)
    if is_address(name):
        raise FolderError(f"{name} is a web address; give the path of an output folder", subject=name)
    return Path(name)


def _make(target: Path) -> None:
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable(target, error) from error


def _unusable(target: Path, error: OSError) -> FolderError:
    return FolderError(
        f"{target} cannot be made: {_told(error)}; give another output folder", subject=str(target)
    )


def _told(error: OSError | sqlite3.Error) -> str:
    """Say what the system said, without its number."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    return error.strerror.lower() + (f" ({error.filename})" if error.filename else "")


def _options(given: dict[str, Any]) -> BatchOptions:
    known = [option.name for option in fields(BatchOptions)]
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(known)}"
            raise TypeError(f"clean_folder() has no option {name!r}{hint}")
    return BatchOptions(**given)


def _check_target(target: Path, sources: Sources) -> None:
    """Refuse what cannot go well, before anything is written."""
    if is_there(target) and not is_folder(target):
        raise FolderError(f"{target} is a file; give a folder to write to", subject=str(target))
    if sources.given == ("",) and real(target) == real(sources.root):
        raise FolderError(f"{target} is the input folder itself; give another one", subject=str(target))
    for name in (LEDGER_NAME, ARTICLES_NAME, FAILURES_NAME):
        if is_folder(target / name):
            raise FolderError(
                f"{target / name} is a folder; remove it or give another output folder", subject=str(target)
            )
    if not is_there(target) or is_there(target / LEDGER_NAME):
        return
    foreign = next((item.name for item in target.iterdir() if item.name not in _OWN_NAMES), None)
    if foreign is not None:
        raise FolderError(
            f"{target} holds other files ({foreign!r}); give a new or empty folder, or an earlier run's",
            subject=str(target),
        )
