"""All that the fields are resolved from, gathered once per page."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.dates import Locale, find_shown, holds_day, without
from cleannews.fields.neighbours import headline_places, near_headline
from cleannews.label.masthead import address_names
from cleannews.labels import Label
from cleannews.read.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cleannews.article import Block
    from cleannews.fields.dates import Moment
    from cleannews.label.headline import Headline
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
    by_label: Mapping[Label, Sequence[Block]]
    """The blocks that hold text, by label, in order."""
    names: frozenset[str]
    """All names that the page gives its site, squeezed."""
    places: tuple[int, ...]
    """Blocks that show the headline, the one where the article begins first; ``(-1,)`` if none does."""
    near: tuple[Block, ...]
    """Visible short blocks around the headline."""
    _found: dict[str, tuple[Moment, ...]] = field(default_factory=dict)
    """Dates found so far, by line: several fields ask for those of the same lines."""

    @property
    def linked(self) -> LinkedData:
        """The page's JSON-LD."""
        return self.headline.linked

    def meta(self, *names: str) -> Iterator[Candidate]:
        """What the named metas say, in the order of the names; empty ones are left out."""
        for name in names:
            for content in self.metas.get(name, ()):
                yield Candidate(content, name)

    def labelled(self, label: Label) -> Sequence[Block]:
        """The blocks that bear a label, in order."""
        return self.by_label.get(label, ())

    def dates(self, line: str) -> tuple[Moment, ...]:
        """The dates in a line that readers see."""
        if line not in self._found:
            self._found[line] = find_shown(line, self.locale)
        return self._found[line]

    def is_dated(self, line: str) -> bool:
        """Whether a line holds a date, be it one that cannot be read."""
        return bool(self.dates(line)) or holds_day(line)

    def paragraphs(self) -> list[Block]:
        """The standfirst and the paragraphs of the text, in order."""
        return [*self.labelled(Label.STANDFIRST), *self.labelled(Label.BODY)]

    def without_dates(self, line: str) -> str:
        """The line with a bar in the place of each date."""
        return without(line, self.dates(line))


def gather(
    page: Page, blocks: Sequence[Block], headline: Headline, *, url: str | None, language: str | None
) -> Evidence:
    """Gather the evidence of a page."""
    metas: dict[str, list[str]] = {}
    for name, content in page.hints.metas:
        text = normalise(html.unescape(content) if "&" in content else content)
        if text:
            metas.setdefault(name, []).append(text)
    frozen = {name: tuple(contents) for name, contents in metas.items()}
    by_label: dict[Label, list[Block]] = {}
    for block in blocks:
        if block.text:
            by_label.setdefault(block.label, []).append(block)
    body = [by_label[label][0].index for label in (Label.STANDFIRST, Label.BODY) if label in by_label]
    first = min(body, default=-1)
    places = headline_places(page, headline, body=first)
    return Evidence(
        page,
        blocks,
        headline,
        url,
        Locale(language, _region(page, frozen)),
        frozen,
        by_label,
        headline.names | address_names(url),
        places,
        tuple(near_headline(page, blocks, headline, places, body=first)),
    )


def _region(page: Page, metas: Mapping[str, tuple[str, ...]]) -> str | None:
    """The region of ``<html lang="en-GB">`` or ``og:locale``; a script may stand before it ("zh-Hans-CN")."""
    for value in (page.hints.language or "", *metas.get("og:locale", ())):
        for part in _PARTS.split(value)[1:]:
            if len(part) == 1:  # what follows is of private use, or of an extension (RFC 5646)
                break
            if len(part) == 2 and part.isalpha():  # noqa: PLR2004 - ISO 3166 codes have two letters
                return part.upper()
    return None


_PARTS = re.compile(r"[-_.@]")
"""What parts a language tag, and the locale of a system ("en_US.UTF-8")."""
