"""All that the fields are resolved from, gathered once per page."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.dates import Locale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cleannews.article import Block
    from cleannews.label.headline import Headline
    from cleannews.labels import Label
    from cleannews.read.jsonld import LinkedData
    from cleannews.read.page import Page


class Candidate(NamedTuple):
    """A value as a page gives it, and where it stood."""

    text: str
    origin: str
    """Such as ``jsonld``, ``og:title``, ``byline:block 7``."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One page with everything that speaks for its fields."""

    page: Page
    blocks: Sequence[Block]
    headline: Headline
    url: str | None
    locale: Locale
    metas: Mapping[str, tuple[str, ...]]
    """Contents of ``<meta>`` by lower-case name, entities resolved, in order."""

    @property
    def linked(self) -> LinkedData:
        """The page's JSON-LD."""
        return self.headline.linked

    def meta(self, *names: str) -> Iterator[Candidate]:
        """What the named metas say, in the order of the names; empty ones are left out."""
        for name in names:
            for content in self.metas.get(name, ()):
                yield Candidate(content, name)

    def labelled(self, label: Label) -> Iterator[Block]:
        """The blocks that bear a label, in order."""
        return (block for block in self.blocks if block.label is label and block.text)


def gather(
    page: Page, blocks: Sequence[Block], headline: Headline, *, url: str | None, language: str | None
) -> Evidence:
    """Gather the evidence of a page."""
    metas: dict[str, list[str]] = {}
    for name, content in page.hints.metas:
        text = " ".join((html.unescape(content) if "&" in content else content).split())
        if text:
            metas.setdefault(name, []).append(text)
    frozen = {name: tuple(contents) for name, contents in metas.items()}
    return Evidence(page, blocks, headline, url, Locale(language, _region(page, frozen)), frozen)


def _region(page: Page, metas: Mapping[str, tuple[str, ...]]) -> str | None:
    """The region of ``<html lang="en-GB">`` or ``og:locale``."""
    for value in (page.hints.language or "", *metas.get("og:locale", ())):
        region = value.replace("_", "-").partition("-")[2][:2]
        if len(region) == 2 and region.isalpha():  # noqa: PLR2004 - ISO 3166 codes have two letters
            return region.upper()
    return None
