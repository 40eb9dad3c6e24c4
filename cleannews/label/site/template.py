"""The template of a site: sketches of a sample of its pages, by which what they share is known."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleannews.label.site.counts import Counts, count
from cleannews.label.site.packed import pack, unpack
from cleannews.label.site.sketch import KEY_SIZE, RUN, sketch_page
from cleannews.label.site.slots import Slots, slots_of
from cleannews.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleannews.label.site.sketch import PageSketch
    from cleannews.read.page import Page

FORMAT = f"cleannews-site-2-{RUN}"
"""Version of the file's layout and of the fingerprints in it."""

SAMPLE = 100
"""Pages that a template keeps. A share of the site's pages is then known with a standard error of at most
5 points (half of 1 / sqrt(100)), and the template of a million pages is as small as that of a hundred."""

_KEY_RANGE = float(16**KEY_SIZE)


@dataclass(frozen=True)
class SiteTemplate:
    """What the pages of a site share, as learned by :func:`cleannews.learn_site`.

    It holds no text, only 32-bit fingerprints of at most 100 pages: those with the smallest digests, which is
    a random sample that does not depend on the order in which pages come (bottom-k sampling; Cohen and Kaplan
    2007). A page that comes twice counts once.

    Args:
        entries: For each page of the sample its key and its packed sketch, in the order of the keys.
    """

    entries: tuple[tuple[str, bytes], ...] = ()

    def __repr__(self) -> str:
        """Short: fingerprints tell people nothing."""
        return f"SiteTemplate(id={self.id!r}, pages={self.pages})"

    @cached_property
    def id(self) -> str:
        """Sixteen hexadecimal digits that tell this template from any other; :attr:`Article.template_id`."""
        digest = hashlib.sha256(FORMAT.encode())
        for key, data in self.entries:
            digest.update(key.encode() + len(data).to_bytes(8, "big") + data)
        return digest.hexdigest()[:16]

    @property
    def pages(self) -> int:
        """How many pages it was learned from; an estimate beyond 100, with a standard error of 10 %."""
        if len(self.entries) < SAMPLE:
            return len(self.entries)
        return round((SAMPLE - 1) * (_KEY_RANGE / (int(self.entries[-1][0], 16) + 1)))

    @cached_property
    def counts(self) -> Counts:
        """On how many of the sampled pages each fingerprint stands."""
        return count(self._sketches())

    @cached_property
    def slots(self) -> Slots:
        """What stands between the lines that the sampled pages share."""
        return slots_of(self._sketches(), self.counts)

    def _sketches(self) -> list[PageSketch]:
        return [unpack(key, data) for key, data in self.entries]

    def merge(self, *others: SiteTemplate) -> SiteTemplate:
        """Return the template of all pages together; neither order nor grouping of merges matters.

        Raises:
            TypeError: One of the others is no template.

        >>> one = SiteTemplate((("00ff00ff00ff00ff", b""),))
        >>> one.merge(one) == one
        True
        """
        pages = dict(self.entries)
        for other in others:
            if not isinstance(other, SiteTemplate):
                raise TypeError(f"merge() takes templates, and was given {type(other).__name__}")
            pages.update(other.entries)
        return SiteTemplate(tuple(sorted(pages.items())[:SAMPLE]))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write it to a file, whole or not at all: JSON, the same bytes for the same pages.

        Raises:
            OSError: It cannot be written; an older file is as it was.
        """
        try:
            write_whole(path, self.to_json().encode())
        except OSError as error:
            raise _told(
                error, path, "the template cannot be written", "give a file in a folder that is there"
            ) from error

    def to_json(self) -> str:
        """The template as one line of JSON and a line end."""
        pages = [[key, base64.b64encode(data).decode()] for key, data in self.entries]
        return json.dumps({"format": FORMAT, "id": self.id, "pages": pages}) + "\n"

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> SiteTemplate:
        """Read what :meth:`save` wrote; nothing in the file is executed.

        Raises:
            OSError: It cannot be read.
            ValueError: It is no template, is damaged or of another version.
        """
        try:
            text = Path(path).read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            made = "make one with learn_site() or: cleannews learn"
            raise _told(error, path, "the template cannot be read", made) from error
        try:
            return cls.from_json(text)
        except ValueError as error:
            raise ValueError(f"{os.fspath(path)}: {error}") from error

    @classmethod
    def from_json(cls, text: str) -> SiteTemplate:
        """Read what :meth:`to_json` gave.

        Raises:
            ValueError: It is no template, is damaged or of another version.
        """
        try:
            stored: dict[str, Any] = json.loads(text)
            version = stored["format"]
        except (ValueError, TypeError, KeyError, RecursionError):
            raise ValueError(
                "this is no site template; make one with learn_site() or: cleannews learn"
            ) from None
        if version != FORMAT:
            raise ValueError(f"this template has format {version}, this cleannews reads {FORMAT}; learn anew")
        try:
            template = cls(_entries(stored["pages"]))
            _ = template.counts
        except (ValueError, TypeError, KeyError, binascii.Error) as error:
            raise ValueError(f"this site template is damaged: {error}") from error
        if template.id != stored.get("id"):
            raise ValueError("this site template is damaged: its pages are not those it was saved with")
        return template

    def __reduce__(self) -> tuple[type[SiteTemplate], tuple[tuple[tuple[str, bytes], ...]]]:
        return SiteTemplate, (self.entries,)


def _told(error: OSError, path: str | os.PathLike[str], what: str, advice: str) -> OSError:
    """The same error of the system, of the same class and number, that says what to do."""
    reason = (error.strerror or str(error)).lower()
    return OSError(error.errno, f"{what}, {reason}; {advice}", os.fspath(path))


def _entries(stored: Iterable[tuple[object, str]]) -> tuple[tuple[str, bytes], ...]:
    """Read the pages of a stored template; what is in each is not looked at.

    Raises:
        ValueError: They are no sample in its order, or no Base64.
        TypeError: They are no pairs of text.
    """
    entries = tuple((str(key), base64.b64decode(data, validate=True)) for key, data in stored)
    keys = [key for key, _ in entries]
    if keys != sorted(set(keys)) or len(keys) > SAMPLE:
        raise ValueError(f"its pages are no sample: {SAMPLE} at most, in the order of their keys, each once")
    return entries


def template_of(pages: Iterable[tuple[Page, str]]) -> SiteTemplate:
    """Learn a template, holding one page and the sample at a time.

    Args:
        pages: Pages as read, and the digest of each one's input.
    """
    sample: dict[str, bytes] = {}
    for page, digest in pages:
        key = digest[:KEY_SIZE]
        if key in sample or (len(sample) >= SAMPLE and key > max(sample)):
            continue
        sample[key] = pack(sketch_page(page.segments, key=key))
        if len(sample) > SAMPLE:
            del sample[max(sample)]
    return SiteTemplate(tuple(sorted(sample.items())))
