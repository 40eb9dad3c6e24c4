"""What the records can be written as."""

from __future__ import annotations

from importlib.util import find_spec
from typing import NamedTuple

from cleannews.batch.report import ARTICLES_NAME
from cleannews.errors import FolderError

JSONL = "jsonl"


class Form(NamedTuple):
    """A form of the records."""

    name: str
    """Of its file or folder."""
    package: str = ""
    """What is needed to write it."""


FORMS = {
    JSONL: Form(ARTICLES_NAME),
    "jsonl.gz": Form(f"{ARTICLES_NAME}.gz"),
    "jsonl.zst": Form(f"{ARTICLES_NAME}.zst", "zstandard"),
    "parquet": Form("articles.parquet", "pyarrow"),
    "csv": Form("articles.csv"),
    "txt": Form("txt"),
    "md": Form("md"),
    "json": Form("json"),
    "report": Form("report.html"),
}
"""By the name that options call them by."""

PACKED = ("jsonl.gz", "jsonl.zst")
TREES = ("txt", "md", "json")
"""A folder with a file for every article."""


def check_packages(wanted: tuple[str, ...]) -> None:
    """Refuse a form that cannot be written here, before anything is done.

    Raises:
        FolderError: A package is missing.
    """
    for form in (FORMS[name] for name in wanted):
        if form.package and not _is_there(form.package):
            raise FolderError(f"{form.name} needs the package {form.package}: pip install {form.package}")


def _is_there(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ValueError:  # it was made unavailable on purpose
        return False
