"""The ledger's SQLite file: opened, checked that it is ours, changed in transactions."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from cleannews.errors import FolderError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_APPLICATION_ID = 0x636C6E77
"""``clnw``, in the file's header."""

_SCHEMA_VERSION = 5

_CACHE_KIBIBYTES = 512
"""What SQLite may keep in memory: rows are added at the end and read in order, so more would not help."""

_RECORD = """
    path BLOB NOT NULL, line INTEGER NOT NULL, size INTEGER, modified INTEGER, changed INTEGER, sha256 TEXT,
    outcome TEXT NOT NULL, reason TEXT NOT NULL, confidence REAL, fingerprint TEXT, sketch TEXT,
    is_copy INTEGER, seconds REAL, detail TEXT, made_for TEXT,
    length INTEGER NOT NULL, crc INTEGER NOT NULL, finish INTEGER NOT NULL"""

_SCHEMA = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID",
    """CREATE TABLE inputs (
        path BLOB PRIMARY KEY, size INTEGER, modified INTEGER, changed INTEGER, problem TEXT
    ) WITHOUT ROWID""",
    f"CREATE TABLE records (place INTEGER PRIMARY KEY, {_RECORD})",
    "CREATE INDEX failed ON records (place) WHERE outcome = 'failed'",
    "CREATE INDEX texts ON records (fingerprint) WHERE outcome = 'done'",
    "CREATE TABLE marks (mark INTEGER, place INTEGER, PRIMARY KEY (mark, place)) WITHOUT ROWID",
    """CREATE TABLE containers (
        path BLOB PRIMARY KEY, size INTEGER, modified INTEGER, changed INTEGER
    ) WITHOUT ROWID""",
    "CREATE TABLE site_meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID",
    """CREATE TABLE pages (
        path BLOB, line INTEGER, site INTEGER, key TEXT, wanted INTEGER, PRIMARY KEY (path, line)
    ) WITHOUT ROWID""",
    "CREATE INDEX page_keys ON pages (site, key)",
    "CREATE TABLE sites (site INTEGER PRIMARY KEY, name TEXT UNIQUE, pages INTEGER, template TEXT)",
    "CREATE TABLE samples (site INTEGER, key TEXT, data BLOB, PRIMARY KEY (site, key)) WITHOUT ROWID",
    "CREATE TABLE site_marks (mark INTEGER, site INTEGER, PRIMARY KEY (mark, site)) WITHOUT ROWID",
    f"CREATE TABLE salvage (place INTEGER, {_RECORD}, PRIMARY KEY (path, line)) WITHOUT ROWID",
)


RUNNING = "running"
"""Noted in ``meta`` while inputs are left to do."""


def is_unfinished(path: Path) -> bool:
    """Tell whether a run that keeps its ledger in a file has not come to its end, or is under way.

    A folder without a ledger, as copies are, is taken for finished.
    """
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=1.0)
        with closing(connection):
            found = connection.execute("SELECT value FROM meta WHERE name = ?", (RUNNING,)).fetchone()
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    except sqlite3.DatabaseError:
        return False
    return found is not None and bool(found[0])


def open_database(path: Path) -> sqlite3.Connection:
    """Open the ledger's file, and set it up if it is new.

    Raises:
        FolderError: It is no ledger of ours.
    """
    connection = sqlite3.connect(path, isolation_level=None, timeout=10.0)
    try:
        _set_up(connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise FolderError(
            f"{path} cannot be used: {error}; give another output folder", subject=str(path)
        ) from error
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside happens, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not tables:
        with transaction(connection):
            connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")
            for statement in _SCHEMA:
                connection.execute(statement)
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if (owner, version) != (_APPLICATION_ID, _SCHEMA_VERSION):
        raise sqlite3.DatabaseError("it was written by another program or version")
