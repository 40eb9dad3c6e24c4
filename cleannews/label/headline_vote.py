"""The headline of an HTML page: a vote between what is shown and what the head declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.headline_declared import (
    MAX_CHARS,
    Voted,
    declared_titles,
    names_at_home,
    tokens,
    without_site,
)
from cleannews.label.headline_kicker import MIN_STEM, beside_site_heading, title_parts, without_kicker
from cleannews.label.headline_lesser import (
    LESSER_HEADINGS,
    begun,
    ends_title,
    in_article,
    lesser_headings,
)
from cleannews.label.headline_unnamed import leading_heading, name_in_title, unnamed_title
from cleannews.label.masthead import SEPARATOR, is_site_name, squeeze
from cleannews.label.measures import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.read.jsonld import LinkedData
    from cleannews.read.page import Page

_MAX_SHOWN = 12
"""``h1`` blocks looked at: pages that mark every teaser as one have many."""
_MIN_SUPPORT = 0.5
"""Share of a shown heading's words that a declared title must hold."""

_MAX_BEHIND = 80
"""Characters that a byline run into the headline's block may have."""

_SUBHEADED = 20
"""Blocks below an ``h1`` in which headings divide its article."""
_NAMING = frozenset({"jsonld", "og:title"})
"""What is trusted to name a headline that a lesser heading shows below an ``h1`` with another one."""
_CLOSE = 3
"""Blocks below an ``h1`` among which such a heading stands; a kicker may come before it."""
_MAX_BETWEEN = 8
"""Words of a kicker; longer blocks belong to the text."""


def vote_title(page: Page, linked: LinkedData, names: frozenset[str]) -> Voted | None:
    """Choose the headline of an HTML page.

    A heading that readers see wins if a declared title supports it (shares half of its words); else a lesser
    heading that shows a declared title word for word, else the only ``h1``. Last, the declared titles decide,
    JSON-LD before ``og:title`` before ``<title>``, site names cut off.

    Where the sources of a page name different headlines, the one that its readers see is taken. On the 1,335
    pages of the three development corpora every rule that lets another one win gains on one corpus what
    it loses on the next.

    Args:
        page: The page.
        linked: Its JSON-LD.
        names: Squeezed names of its site.

    Returns:
        Title and source; ``None`` if the page has neither a heading nor a title.
    """
    declared = declared_titles(page, linked)
    names |= name_in_title(page, declared) | names_at_home(page, declared)
    cut = without_site(declared, names)
    shown = [voted for voted in _shown(page) if not is_site_name(voted.text, names)]
    shown = [voted for voted in shown if not ends_title(page, voted, declared)]
    supported = _best_shown(shown, [*declared, *cut])
    if supported is not None:
        visible = _headed_below(page, supported, cut)
        if visible is not None:
            return visible
        beside = list(beside_site_heading(supported, declared, cut))
        below = _in_heading(page, beside, behind=supported.segment) if beside else None
        return below or without_kicker(supported, declared, cut)
    lone = shown[0] if shown and _is_lone(page, shown) else None
    if lone and len(tokens(lone.text)) <= MIN_STEM and not _opens(lone, cut):
        lone = None
    headed = _headed(page, cut, lone=lone)
    if headed or lone:
        return headed or lone
    if cut:
        return (None if shown else _written_out(page, cut)) or cut[0]
    return shown[0] if shown else leading_heading(page) or unnamed_title(page, names)


def _is_lone(page: Page, shown: list[Voted]) -> bool:
    """Whether one text is the only one that ``h1`` show, or the others stand behind its paragraphs.

    Pages that scroll without end load the next articles below this one.
    """
    others = [voted.segment for voted in shown if squeeze(voted.text) != squeeze(shown[0].text)]
    if not others:
        return True
    between = page.segments[shown[0].segment + 1 : others[0]]
    return sum(len(one.text) >= _PARAGRAPH and not one.hidden for one in between) >= _PARAGRAPHS


_PARAGRAPH, _PARAGRAPHS = 120, 3
"""Characters of a paragraph, and paragraphs of an article that another one follows."""


def _opens(heading: Voted, cut: list[Voted]) -> bool:
    """Whether a heading is what stands before the first sign in a declared title, a colon aside."""
    for voted in cut:
        border = SEPARATOR.search(voted.text)
        if border and ":" not in border[0] and squeeze(voted.text[: border.start()]) == squeeze(heading.text):
            return True
    return False


def _headed(page: Page, cut: list[Voted], *, lone: Voted | None) -> Voted | None:
    """A declared title, or the longest part of one, that a lesser heading shows word for word.

    On a page whose ``h1`` no title supports (it names the site, a column, a box). What stands closely below
    the only ``h1`` is a subheading of the article, whatever the head says.
    """
    below = range(lone.segment, lone.segment + _SUBHEADED) if lone else range(0)
    if lone and not in_article(page, lone.segment):
        below = range(lone.segment, next((at for at in below if in_article(page, at)), below.stop))
    headings = lesser_headings(page, without=below)
    found: Voted | None = None
    for voted in cut if headings else ():
        for part in (*title_parts(voted.text), *begun(page, headings, voted.text)):
            index = headings.get(squeeze(part), -1)
            if index >= 0 and len(tokens(part)) >= MIN_STEM and len(part) > len(found.text if found else ""):
                found = Voted(part, voted.source, index)
    return found


def _in_heading(page: Page, titles: list[Voted], *, behind: int) -> Voted | None:
    """The first of the titles that a lesser heading behind a segment shows; kickers stand before it."""
    headings = lesser_headings(page, without=range(behind))
    found = (voted._replace(segment=headings.get(squeeze(voted.text), -1)) for voted in titles)
    return next((voted for voted in found if voted.segment >= 0), None)


def _headed_below(page: Page, shown: Voted, cut: list[Voted]) -> Voted | None:
    """What a lesser heading closely below the ``h1`` shows, if it is another headline that is declared.

    Some sites end the breadcrumbs in an ``h1`` made for search engines ("Ferries: how the strike goes on");
    the headline over the article is the ``h2`` below, perhaps behind a kicker. The head names it.
    """
    bare, first = squeeze(shown.text), shown.segment + 1
    named = [voted for voted in cut if voted.source in _NAMING and len(tokens(voted.text)) >= MIN_STEM]
    for index, segment in enumerate(page.segments[first : first + _CLOSE], first) if named else ():
        if len(tokens(segment.text)) > _MAX_BETWEEN and segment.tag not in LESSER_HEADINGS:
            break
        if segment.tag in LESSER_HEADINGS and not segment.hidden:
            heading = squeeze(segment.text)
            for voted in named:
                title = squeeze(voted.text)
                if heading.endswith(title) and title not in bare and bare not in heading:
                    return voted._replace(segment=index)
    return None


def _written_out(page: Page, cut: list[Voted]) -> Voted | None:
    """The part of a declared title with which a short block begins, on a page that marks no heading.

    The longest part counts: a whole title goes before its beginning.
    """
    parts: dict[str, Voted] = {}
    for voted in cut:
        for part in title_parts(voted.text):
            parts.setdefault(squeeze(part), Voted(part, voted.source))
    starts = [
        (squeeze(segment.text), len(segment.text), index)
        for index, segment in enumerate(page.segments)
        if len(segment.text) <= MAX_CHARS and not segment.hidden
    ]
    for bare in sorted(parts, key=lambda bare: (-len(bare), bare)):
        room = len(parts[bare].text) + _MAX_BEHIND
        for start, length, index in starts:
            if length <= room and start.startswith(bare):
                return parts[bare]._replace(segment=index)
    return None


def _shown(page: Page) -> Iterator[Voted]:
    """The visible headings in order."""
    found = 0
    for index, segment in enumerate(page.segments):
        if segment.tag == "h1" and not segment.hidden and 0 < len(segment.text) <= MAX_CHARS:
            yield Voted(segment.text.lstrip(" :|–-"), "h1", index)
            found += 1
            if found == _MAX_SHOWN:
                return


def _best_shown(shown: list[Voted], declared: list[Voted]) -> Voted | None:
    """The heading that the declared titles support best; the first one among equals."""
    best: tuple[float, Voted] | None = None
    references = [tokens(voted.text) for voted in declared]
    for heading in shown:
        words = tokens(heading.text)
        if not words:
            continue
        support = max((_support(words, reference) for reference in references), default=0.0)
        if support >= _MIN_SUPPORT and (best is None or support > best[0]):
            best = (support, heading)
    return best[1] if best else None


def _support(words: frozenset[str], reference: frozenset[str]) -> float:
    """Share of the words that both have, of the heading's and of the title's (harmonic mean).

    A heading of several words that stands in the title as a whole is supported as well.
    """
    whole = 0.6 if words <= reference and len(words) >= MIN_STEM else 0.0
    return max(whole, likeness(words, reference))
