"""The sites of a folder: which page is of which, and what each site's pages taught.

Tables of the ledger, and one file for every template under ``sites``. The first pass fills them in the order
of the inputs, so that they say the same however many workers there are.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, Protocol

from cleannews.batch.output import write_whole
from cleannews.batch.records import Identity
from cleannews.label.site.template import SAMPLE, SiteTemplate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Iterator
    from pathlib import Path

    from cleannews.batch.sketching import Sketched

TEMPLATES_NAME = "sites"

SHARED_MARKS = 6
"""Marks of 64 that a page must have in common with a page of a site to be of it. Among 145 pages of 57 sites
in three layouts pages of one site shared 7 to 23 in the median, by layout, and one in ten at most 6; pages
of different sites shared at most 5, but for newspapers of one house with the same menus (up to 14)."""

_MARKED_PAGES = 8
"""Pages of a site whose marks lead to it."""

_AT_ONCE = 1000
"""Sites looked at together."""

_TEMPLATE_NAME = re.compile(r"[0-9a-f]{16}\.json(?:\.tmp)?")

_TABLES = ("site_meta", "pages", "sites", "samples", "site_marks")


class Place(NamedTuple):
    """The site of a page."""

    name: str | None
    """How the site was found and what it is called (``host:news.example``); ``None`` if it is not known."""
    template: str
    """Id of its template; empty if it has none."""

    def told(self) -> str:
        """The same in one string, for the ledger."""
        return f"{self.name or ''} {self.template}".strip()


NOWHERE = Place(None, "")


class Plan(Protocol):
    """Knows which page is of which site."""

    def place(self, identity: Identity) -> Place:
        """Return the site of a page."""


class NoPlan:
    """Stands for the sites where nothing is learned."""

    def place(self, identity: Identity) -> Place:
        """No page has a site."""
        del identity
        return NOWHERE


class Sites:
    """The tables of the ledger that tell of sites, and the files of their templates.

    Args:
        connection: The ledger's; no transaction may be open when something is learned.
        folder: The output folder.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._templates = folder / TEMPLATES_NAME
        self._connection = connection
        self._run = connection.execute

    def begin(self, listing: str) -> Identity | bool | None:
        """Open a transaction on the way through a listing.

        Args:
            listing: Digest of the inputs and of the options of learning.

        Returns:
            True if that listing was learned from whole, else the last page of it that was, or ``None``.
        """
        self._run("BEGIN IMMEDIATE")
        if self._fact("learned") == listing and self._has_templates():
            self._run("COMMIT")
            return True
        if self._fact("listing") != listing or self._fact("learned") is not None:
            for table in _TABLES:
                self._run(f"DELETE FROM {table}")  # noqa: S608 - names from the line above
        self._note("listing", listing)
        row = self._run("SELECT path, line FROM pages ORDER BY path DESC, line DESC LIMIT 1").fetchone()
        return None if row is None else Identity(row[0], row[1] or None)

    def _has_templates(self) -> bool:
        """Tell whether the files are still there."""
        found = self._run("SELECT template FROM sites WHERE template != ''").fetchall()
        return all((self._templates / f"{name}.json").is_file() for (name,) in found)

    def _fact(self, name: str) -> str | None:
        row = self._run("SELECT value FROM site_meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def _note(self, name: str, value: str) -> None:
        self._run("INSERT OR REPLACE INTO site_meta VALUES (?, ?)", (name, value))

    def commit(self) -> None:
        """Make durable what was taken so far."""
        self._run("COMMIT")
        self._run("BEGIN IMMEDIATE")

    def take(self, identity: Identity, page: Sketched | None) -> None:
        """Note a page; ``None`` for one that could not be sketched. One only glanced at is wanted."""
        site = None if page is None else self._site(page)
        key, wanted = (None, False) if page is None else (page.key, not page.data)
        row = (identity.path, identity.line or 0, site, key, wanted)
        self._run("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?)", row)
        if page is None or site is None or not page.data:
            return
        self._run("UPDATE sites SET pages = pages + 1 WHERE site = ?", (site,))
        self._run("INSERT OR IGNORE INTO samples VALUES (?, ?, ?)", (site, page.key, page.data))
        query = "SELECT key FROM samples WHERE site = ? ORDER BY key LIMIT -1 OFFSET ?"
        for (key,) in self._run(query, (site, SAMPLE)).fetchall():
            self._run("DELETE FROM samples WHERE site = ? AND key = ?", (site, key))

    def choose(self, *, least: int) -> None:
        """Decide, once all pages are noted, which of those that were glanced at are to be sketched.

        Args:
            least: Articles that a site must have: pages of a smaller one teach nothing. Of a site with more
                pages than a template keeps only those are wanted that it will keep.
        """
        if self._fact("chosen") is not None:
            return
        query = "SELECT DISTINCT key FROM pages WHERE site = ? ORDER BY key LIMIT ?"
        for site in self._named_sites():
            keys = [key for (key,) in self._run(query, (site, SAMPLE)).fetchall()]
            last = keys[-1] if len(keys) >= least else ""
            self._run("UPDATE pages SET wanted = FALSE WHERE site = ? AND key > ?", (site, last))
        self._note("chosen", "yes")

    def _named_sites(self) -> Iterator[int]:
        """Yield the sites that pages name, some at a time: there may be as many as pages."""
        last = 0
        while True:
            query = "SELECT site FROM sites WHERE site > ? AND name IS NOT NULL ORDER BY site LIMIT ?"
            found = [site for (site,) in self._run(query, (last, _AT_ONCE)).fetchall()]
            yield from found
            if len(found) < _AT_ONCE:
                return
            last = found[-1]

    def wanted(self, identity: Identity) -> str | None:
        """Return the site of a page that is to be sketched; ``None`` for others."""
        query = "SELECT name FROM pages JOIN sites USING (site) WHERE path = ? AND line = ? AND wanted"
        row = self._run(query, (identity.path, identity.line or 0)).fetchone()
        return str(row[0]) if row else None

    def count_wanted(self) -> int:
        """Return how many pages are to be sketched."""
        return int(self._run("SELECT count(*) FROM pages WHERE wanted").fetchone()[0])

    def _site(self, page: Sketched) -> int | None:
        """Return the number of a page's site, a new one if need be."""
        if page.group is not None:
            self._run("INSERT OR IGNORE INTO sites VALUES (NULL, ?, 0, '')", (page.group,))
            return int(self._run("SELECT site FROM sites WHERE name = ?", (page.group,)).fetchone()[0])
        if not page.marks:
            return None
        found: Counter[int] = Counter()
        for mark in page.marks:
            found.update(site for (site,) in self._run("SELECT site FROM site_marks WHERE mark = ?", (mark,)))
        site, shared = min(found.items(), key=lambda item: (-item[1], item[0]), default=(0, 0))
        if shared < SHARED_MARKS:
            site = int(self._run("INSERT INTO sites VALUES (NULL, NULL, 0, '')").lastrowid or 0)
        if self._run("SELECT pages FROM sites WHERE site = ?", (site,)).fetchone()[0] < _MARKED_PAGES:
            rows = ((mark, site) for mark in page.marks)
            self._connection.executemany("INSERT OR IGNORE INTO site_marks VALUES (?, ?)", rows)
        return site

    def finish(self, listing: str, *, least: int) -> None:
        """Make the templates of the sites that have enough pages, and drop what only learning needs.

        Args:
            listing: Digest of the inputs and options that were learned from.
            least: Articles that a site must have.
        """
        query = "SELECT site, name FROM sites WHERE pages >= ? ORDER BY site"
        for site, name in self._run(query, (least,)).fetchall():
            entries = self._run("SELECT key, data FROM samples WHERE site = ? ORDER BY key", (site,))
            template = SiteTemplate(tuple(entries.fetchall()))
            if len(template.counts.articles) < least:
                continue
            self._templates.mkdir(exist_ok=True)
            write_whole(self._templates / f"{template.id}.json", [template.to_json().encode()])
            told = name or f"shared:{template.id}"
            self._run("UPDATE sites SET name = ?, template = ? WHERE site = ?", (told, template.id, site))
        for table in ("samples", "site_marks"):
            self._run(f"DELETE FROM {table}")  # noqa: S608 - names from the line above
        self._note("learned", listing)
        self._run("COMMIT")

    def place(self, identity: Identity) -> Place:
        """Return the site of a page."""
        query = "SELECT name, template FROM pages JOIN sites USING (site) WHERE path = ? AND line = ?"
        row = self._run(query, (identity.path, identity.line or 0)).fetchone()
        return Place(*row) if row else NOWHERE

    def tidy(self) -> None:
        """Remove the templates of earlier listings, which no record names any more."""
        found = self._run("SELECT template FROM sites WHERE template != ''").fetchall()
        remove_templates(self._templates, but={name for (name,) in found})

    def count_pages(self) -> int:
        """Return how many pages were taken so far."""
        return int(self._run("SELECT count(*) FROM pages").fetchone()[0])


def remove_templates(folder: Path, *, but: Container[str] = ()) -> None:
    """Remove templates, and drafts that a killed run left.

    Args:
        folder: The folder of templates; it goes when it is empty.
        but: Ids of those that stay.
    """
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if _TEMPLATE_NAME.fullmatch(path.name) and (path.suffix == ".tmp" or path.stem not in but):
            path.unlink(missing_ok=True)
    if not any(folder.iterdir()):
        folder.rmdir()
