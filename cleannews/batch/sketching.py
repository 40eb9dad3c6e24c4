"""What a worker makes of a page in the first pass: the site that it says it is of, and its sketch.

A page whose head tells its site is not read until that site is known to have pages enough, and is one of the
sample that the template keeps.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from cleannews.batch.messages import Answer
from cleannews.batch.records import failure_answer
from cleannews.batch.worker import Cleaner
from cleannews.label.masthead import own_addresses
from cleannews.label.site.marks import marks_of
from cleannews.label.site.packed import pack
from cleannews.label.site.sketch import KEY_SIZE, sketch_page
from cleannews.labels import Kind, Status
from cleannews.pipeline import content_of, digest_of
from cleannews.read import read
from cleannews.read.archived import original_address
from cleannews.read.glance import glance
from cleannews.read.page import Hints

if TYPE_CHECKING:
    from cleannews.batch.dump import Dump
    from cleannews.batch.messages import Task
    from cleannews.batch.records import Identity

SKETCHED = "sketched"
"""The outcome of a page in the first pass."""


class Sketched(NamedTuple):
    """What the first pass knows of a page; of one that was only glanced at no marks and no sketch."""

    key: str
    group: str | None
    """The site by address, name, folder or field; ``None`` if the page does not tell."""
    marks: tuple[int, ...]
    data: bytes
    """The packed sketch; empty if there is none yet."""

    def to_bytes(self) -> bytes:
        """Write it: a line of JSON, then the sketch."""
        return json.dumps([self.key, self.group, self.marks]).encode() + b"\n" + self.data

    @classmethod
    def of(cls, record: bytes) -> Sketched:
        """Read what :meth:`to_bytes` wrote."""
        head, _, data = record.partition(b"\n")
        key, group, marks = json.loads(head)
        return cls(key, group, tuple(marks), data)


class Sketcher(Cleaner):
    """Sketches tasks instead of cleaning them."""

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        self.site_by: str = settings["site_by"]

    def make(self, identity: Identity, task: Task, dump: Dump, sha256: str) -> Answer:
        """Tell the site of one page, or sketch it: if no site is told, or it was asked for with its site."""
        kind = None if self.options["kind"] == "auto" else Kind(self.options["kind"])
        content, address, charset = content_of(dump.content, self.limits)
        key = (sha256 if task.line is None else digest_of(content))[:KEY_SIZE]
        address = dump.url or address
        group = task.site or self._declared(task, dump, address)
        if group is None:
            group = site_of(address, glance(content, kind=kind, header_charset=charset))
        if group is not None and task.site is None:
            return Answer(SKETCHED, "", Sketched(key, group, (), b"").to_bytes())
        page, _ = read(content, kind=kind, limits=self.limits, header_charset=charset)
        if not page.segments:
            return failure_answer(identity, Status.EMPTY, "it holds no text")
        sketch = sketch_page(page.segments, key=key)
        group = group or site_of(address, page.hints)
        marks = () if group else marks_of(sketch)
        return Answer(SKETCHED, "", Sketched(key, group, marks, pack(sketch)).to_bytes())

    def _declared(self, task: Task, dump: Dump, address: str | None) -> str | None:
        """The site that a page is of whatever it says itself."""
        if self.site_by == "folder":
            return f"folder:{task.path.rpartition('/')[0]}"
        name = self.site_by.removeprefix("field:")
        told = _told(task, dump, name) if name != self.site_by else None
        return told or site_of(address, Hints())


def site_of(address: str | None, hints: Hints) -> str | None:
    """Tell the site of a page: by its address, the one it declares, or the name it gives the site.

    >>> from cleannews.read.page import Hints
    >>> site_of("https://www.harrowcourier.example/news/rain", Hints())
    'host:harrowcourier.example'
    """
    for candidate in (address, *own_addresses(hints)):
        host = _host(candidate or "")
        if host:
            return f"host:{host}"
    names = (" ".join(meta.content.split()) for meta in hints.metas if meta.name == "og:site_name")
    name = next(filter(None, names), None)
    return f"name:{name.casefold()[:_LONGEST_NAME]}" if name else None


_LONGEST_NAME = 100


def _host(address: str) -> str:
    try:
        host = urlsplit(original_address(address)).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""


def _told(task: Task, dump: Dump, name: str) -> str | None:
    """The value of a field of a line of JSON, or of a column."""
    try:
        value = dump.hints[name] if name in dump.hints else json.loads(task.data)[name]
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None
    return f"field:{value}"[:_LONGEST_NAME] if isinstance(value, (str, int)) else None
