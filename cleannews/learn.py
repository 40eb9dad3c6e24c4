"""Learning from the pages of a site what they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from cleannews.label.site.template import SiteTemplate, template_of
from cleannews.labels import WarningId
from cleannews.pipeline import check_types, content_of, digest_of, kind_of
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.labels import Kind
    from cleannews.pipeline import Dump, KindWord
    from cleannews.read.page import Page

LEAST_PAGES = 2
"""Pages without which nothing can be shared."""


def learn_site(
    pages: Iterable[Dump], *, kind: KindWord = "auto", limits: Limits = DEFAULT_LIMITS
) -> SiteTemplate:
    r"""Learn from pages of one site what they share: menus, notices, teasers, in HTML or flattened text.

    Pages that repeat one article, under another name or with other numbers, count as one page of it. Two
    pages teach something; with five, most of what a site repeats is known. What holds no text, an image or an
    empty page, teaches nothing and does not count, nor does the name of a file as a string.

    Args:
        pages: Two or more dumps, each as :func:`cleannews.clean` takes it. They may come from a generator:
            one is held at a time.
        kind: ``"html"``, ``"text"`` or ``"auto"``, for all of them.
        limits: How much of each is worked on.

    Returns:
        The template, for ``clean(page, site=template)``.

    Raises:
        TypeError: A page is of another type than ``clean`` takes.
        ValueError: There are fewer than two different pages with text, or ``kind`` is not known.
        TooLarge: A page holds more than ``limits.input_bytes``.
        ReadError: A ``Path`` could not be read.

    >>> footer = "Sign up for our newsletter and never miss a story from the valley."
    >>> storm = f"Rain on Sunday\n\nIt rained all day in the valley, and the river rose.\n\n{footer}"
    >>> ferry = f"Ferry is late\n\nThe ferry waited for the tide until the evening came.\n\n{footer}"
    >>> learn_site([storm, ferry]).pages
    2
    """
    if isinstance(pages, (str, bytes, bytearray, memoryview)):
        raise TypeError("pages is one page; give two or more in a list")
    if isinstance(pages, Mapping) or not isinstance(pages, Iterable):
        raise TypeError(f"pages is {type(pages).__name__}; give two pages or more in a list")
    wanted = kind_of(kind)
    check_types(None, limits)
    return template_of_many(read_page(data, wanted, limits) for data in pages)


def read_page(data: Dump, kind: Kind | None, limits: Limits) -> tuple[Page, str]:
    """Read one page to learn from; returns it and the digest of its content."""
    content, _, charset = content_of(data, limits)
    page, _ = read(content, kind=kind, limits=limits, header_charset=charset)
    return page, digest_of(content)


def template_of_many(pages: Iterable[tuple[Page, str]]) -> SiteTemplate:
    """Learn from pages as read; those without text do not count.

    Raises:
        ValueError: There are fewer than two others, the same page given again not counted.
    """
    return template_of(_enough(pages))


def _enough(pages: Iterable[tuple[Page, str]]) -> Iterator[tuple[Page, str]]:
    digests: set[str] = set()  # no more than are needed: there may be millions
    count = paths = 0
    for page, digest in pages:
        if WarningId.LOOKS_LIKE_A_PATH in page.warnings:
            paths += 1
        elif page.segments:
            count += 1
            if len(digests) < LEAST_PAGES:
                digests.add(digest)
            yield page, digest
    if len(digests) < LEAST_PAGES:
        told = "; the same page was given again, which counts once" if count > len(digests) else ""
        told += f"; {paths} are the name of a file as a string: give pathlib.Path" if paths else ""
        raise ValueError(
            f"a site is learned from {LEAST_PAGES} pages or more that hold text, not {len(digests)}{told}"
        )
