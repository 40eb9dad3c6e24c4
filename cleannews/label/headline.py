"""The page's headline: which text is the title, and in which block it stands.

Labelling needs it first: the title's block, its echoes and the place where the article begins hang on it.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.headline_crumb import below_crumb
from cleannews.label.headline_dates import is_dated
from cleannews.label.headline_declared import Voted
from cleannews.label.headline_lesser import LESSER_HEADINGS
from cleannews.label.headline_vote import vote_title
from cleannews.label.headline_wording import without_decoration
from cleannews.label.masthead import SEPARATOR, parts_behind, site_names, squeeze
from cleannews.label.measures import fold
from cleannews.labels import Kind
from cleannews.read.jsonld import LinkedData, read_jsonld

if TYPE_CHECKING:
    from cleannews.label.headline_dump import Found
    from cleannews.label.measures import Measures
    from cleannews.read.page import Page

_MAX_SUFFIX = 60
"""Characters behind a title that may be a site's or section's name; longer ones are a sentence."""
_MAX_BYLINE = 80
"""Characters behind a title that may be a byline and a date."""
_QUOTES = 4
"""Signs by which two copies of a title may differ: quotes, dashes, full stops."""
_PROSE_WORDS = 12
"""Words of a sentence that is text."""
_ABOVE = 0.1
"""Share of the prose that may stand above the headline: notices, the text of menus."""
_CLOSE = 10
"""Blocks between two copies in a head that shows the title twice: path, byline and date."""
_COMMON_WORDS = 2
"""Words that a line and the declared title must share at least to be the same in other words."""
_MIN_CUT = 24
"""Characters that a cut-off title ("Council votes to clo...") must show to count as an echo."""


class Headline(NamedTuple):
    """The resolved title and where it stands."""

    text: str | None
    """The title, ``None`` if none was found."""
    source: str
    """Where it came from: ``h1 jsonld og:title title repeated_line first_line ...``; ``""`` if none."""
    block: int
    """Index of the first block that shows it; -1 if no block does."""
    echoes: tuple[int, ...]
    """Later (or earlier) blocks that show it again, with or without the site's name."""
    linked: LinkedData = LinkedData()
    """The page's JSON-LD, read here once; the fields are resolved from it later."""
    names: frozenset[str] = frozenset()
    """All names that the page gives its site, squeezed, gathered here once too."""


def find_headline(page: Page, measures: Measures) -> Headline:
    """Find the headline of a page.

    HTML: a vote between the ``h1`` blocks, JSON-LD, ``og:title``, ``twitter:title`` and ``<title>``.
    Dumps: the title in the front matter, the repeated line, the ``<title>`` line without its suffix, a
    heading mark, the line before byline and date.

    Args:
        page: The page as read.
        measures: Its columns.

    Returns:
        The title with its source, its block and the blocks that echo it.
    """
    linked = read_jsonld(page.hints)
    names = site_names(page.hints, linked)
    if page.kind is Kind.TEXT:
        return _dump_headline(page, measures, names)._replace(names=names)
    voted = vote_title(page, linked, names)
    if voted is None:
        return Headline(None, "", -1, (), linked, names)
    block, echoes = _places(page, measures, voted.text, likely=voted.segment)
    return Headline(voted.text, voted.source, block, echoes, linked, names)


def declared_title(page: Page) -> str | None:
    """The title that a dump declares, without the site's name; ``None`` for HTML: all pages have one."""
    if page.kind is Kind.HTML or not page.hints.title:
        return None
    declared = _declared(page, site_names(page.hints, read_jsonld(page.hints)))
    return declared.text if declared else None


def _declared(page: Page, names: frozenset[str]) -> Voted | None:
    """The title in a dump's front matter, weighed as a page's ``<title>`` is."""
    declared = page.hints.title
    if not declared:
        return None
    voted = vote_title(page, LinkedData(), names)
    if voted is None:
        return Voted(declared, "front_matter")
    return voted if voted.text != declared else voted._replace(source="front_matter")


def _dump_headline(page: Page, measures: Measures, names: frozenset[str]) -> Headline:
    """Find the headline of a dump."""
    declared = _declared(page, names)
    if declared:
        block, echoes = _places(page, measures, declared.text, likely=declared.segment)
        if block < 0:
            block, echoes = _shown_otherwise(page, measures, declared.text)
        return Headline(declared.text, declared.source, block, echoes)
    found = _dump_title(page, measures)
    if found is None:
        return Headline(None, "", -1, ())
    found = found._replace(text=without_decoration(found.text))
    block, echoes = _places(page, measures, found.text, likely=found.block)
    below = below_crumb(page, measures, found.text, sorted({block, *echoes} - {-1}))
    if below >= 0:
        text = page.segments[below].text
        block, echoes = _places(page, measures, text, likely=below)
        return Headline(text, "shape", block, echoes)
    pieces = {index for index in found.pieces if index != block}
    return Headline(found.text, found.source, block, tuple(sorted(pieces.union(echoes))))


def _dump_title(page: Page, measures: Measures) -> Found | None:
    from cleannews.label.headline_dump import dump_title  # noqa: PLC0415 - a fourth of all patterns, for dumps

    return dump_title(page, measures)


def _shown_otherwise(page: Page, measures: Measures, title: str) -> tuple[int, tuple[int, ...]]:
    """Where a dump shows a declared title in other words, as many pages do: the line that looks like one.

    It must have half of its words, or of the title's, in common with it.
    """
    found = _dump_title(page, measures)
    words = {*fold(title).split()}
    shown = {*fold(found.text).split()} if found else set()
    if found is None or 2 * len(words & shown) < max(2 * _COMMON_WORDS, min(len(words), len(shown))):
        return -1, ()
    block, echoes = _places(page, measures, found.text, likely=found.block)
    return block, tuple(sorted({*found.pieces, *echoes} - {block}))


def _places(page: Page, measures: Measures, title: str, *, likely: int) -> tuple[int, tuple[int, ...]]:
    """The block that shows the title, and the others.

    In HTML an ``h1`` goes before an earlier copy (the last crumb of a breadcrumb); in a dump, which may begin
    with the page's ``<title>``, the last copy above the text counts.
    """
    key, bare = fold(title), squeeze(title)
    head, tail = key[:_MIN_CUT], key[-_MIN_CUT:]
    whole: list[int] = []
    near: list[int] = []
    least, most = len(key) - _QUOTES, len(key) + _QUOTES
    shortest = min(least, _MIN_CUT)
    for index, other in [(index, key) for index, key in enumerate(measures.keys) if len(key) >= shortest]:
        if other == key or (least <= len(other) <= most and squeeze(other) == bare):
            whole.append(index)
        elif (other.startswith(head) or other.endswith(tail)) and (
            _echoes(page.segments[index].text, other, key)
            or (page.kind is Kind.TEXT and _is_signed_echo(other, key))
        ):
            near.append(index)
    whole, near = [[index for index in found if not page.segments[index].hidden] for found in (whole, near)]
    if page.kind is Kind.HTML:
        headings = [index for index in (*whole, *near) if page.segments[index].tag == "h1"]
        chosen = likely >= 0 and page.segments[likely].tag in LESSER_HEADINGS
        block = headings[0] if headings else likely if chosen or not whole else whole[0]
    else:
        block = _lowest_above_text(measures, whole) if whole else likely
    return block, tuple(sorted(index for index in (*whole, *near) if index != block))


def _lowest_above_text(measures: Measures, copies: list[int]) -> int:
    """The last copy of a dump's title that stands above its text, of copies close to each other the first."""
    prose = [
        count if ended and count >= _PROSE_WORDS else 0
        for count, ended in zip(measures.words, measures.ended, strict=True)
    ]
    before = list(accumulate(prose, initial=0))
    above = [copy for copy in copies if before[copy] <= _ABOVE * before[-1]] or copies[:1]
    place = len(above) - 1
    while place and above[place] - above[place - 1] <= _CLOSE:
        place -= 1
    return above[place]


def _is_signed_echo(key: str, title: str) -> bool:
    """Whether a line of a dump is the title and the byline or the date that ran into it.

    >>> _is_signed_echo("rain stops the old ferry by: ann lee may 3, 2024 9:00pm", "rain stops the old ferry")
    True
    """
    rest = key[len(title) :]
    long = len(title) >= _MIN_CUT and len(rest) <= _MAX_BYLINE
    return long and rest[:1] == " " and key.startswith(title) and is_dated(rest.strip())


def _echoes(text: str, key: str, title: str) -> bool:
    """Whether a line is the title with a name behind or before it, or its cut-off beginning."""
    if len(key) > len(title) + _MAX_SUFFIX:
        return False
    if key.startswith(title):
        return parts_behind(key, title)
    if key.endswith(title):
        border = SEPARATOR.search(key, max(0, len(key) - len(title) - 3))
        return border is not None and border.end() == len(key) - len(title)
    cut = text.rstrip().endswith(("…", "..."))
    return cut and len(key) >= _MIN_CUT and title.startswith(key)
