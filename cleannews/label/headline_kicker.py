"""What a heading holds beside the headline: a kicker, a standfirst, or nothing but the name of a blog."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.headline_declared import Voted, tokens
from cleannews.label.masthead import first_separators, separators, squeeze
from cleannews.label.measures import is_spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRUSTED = frozenset({"jsonld", "og:title", "itemprop:headline", "title"})
_AGREEING = frozenset({"og:title", "twitter:title", "title"})
"""What must take the side of JSON-LD where it differs from the heading alone."""
MIN_STEM = 3
"""Words that make a headline recognisable; fewer may be a section's name."""
_MIN_TAIL_CHARS = 20
"""A declared title of so many characters that ends a longer heading is the heading without its kicker."""
_MIN_KICKER = 4
"""Letters and digits of a kicker; fewer are an article. Half as many in Chinese, Japanese and Korean."""
_BADGES = frozenset("+★☆✪●■►▶🔒🔓")
"""Signs before a heading that say that it is for subscribers, or a film."""
_WORD_BEHIND = re.compile(r"\s{0,8}\W?([^\W_])")


def without_kicker(shown: Voted, declared: list[Voted], cut: list[Voted]) -> Voted:
    """What the head calls the headline, if the heading differs by words before or behind it only.

    Measured on the three development corpora: a heading with a kicker run into it ("Skiing Lift closed") is
    not the gold title in 16 of 22 cases; a JSON-LD headline longer than the heading that another source
    repeats is in 5 of 6, one shorter by the heading's end in 2 of 2.

    Args:
        shown: The heading that readers see.
        declared: What the head calls the page.
        cut: The same without the site's name.
    """
    bare = squeeze(shown.text)
    swapped = _swapped(shown, cut)
    if swapped:
        return swapped
    for voted in (*cut, *declared):
        if squeeze(voted.text) == bare and voted.source != "itemprop:headline":  # that is the heading's own
            return _parted(shown, voted)
    for voted in cut:
        if _goes_before(shown, voted, cut):
            return voted._replace(segment=shown.segment)
    return _tail(shown, cut) or _named_behind(shown, declared, cut) or shown


def _named_behind(shown: Voted, declared: list[Voted], cut: list[Voted]) -> Voted | None:
    """The declared title behind which a heading holds what another one ends with: the name of the site."""
    bare = squeeze(shown.text)
    for voted in cut:
        begin = squeeze(voted.text)
        behind = bare.removeprefix(begin) if begin and _may_end(voted.text) else bare
        if len(behind) < _MIN_KICKER or behind == bare:
            continue
        for other in declared:
            ends = (other.text[match.end() :] for match in first_separators(other.text))
            if any(squeeze(end) == behind for end in ends):
                return voted._replace(segment=shown.segment)
    return None


def _goes_before(shown: Voted, voted: Voted, cut: list[Voted]) -> bool:
    """Whether a declared title is the headline rather than the heading, from which it differs at one end."""
    bare, other = squeeze(shown.text), squeeze(voted.text)
    if voted.source == "jsonld" and (other.startswith(bare) or other.endswith(bare)):
        return _is_agreed(other, cut)
    if voted.source == "jsonld" and bare.startswith(other) and _is_agreed(other, cut):
        return _ends_line(shown.text, voted.text)
    return voted.source in _TRUSTED and _is_kicker(bare.removesuffix(other), bare) and _may_end(voted.text)


def _is_agreed(bare: str, cut: list[Voted]) -> bool:
    return any(squeeze(voted.text) == bare for voted in cut if voted.source in _AGREEING)


def _ends_line(heading: str, title: str) -> bool:
    """Whether a heading goes on behind a title as a new line does: no sign, a capital or another script."""
    behind = _WORD_BEHIND.match(heading, len(title))
    sign = heading[len(title) : behind.start(1)] if behind else "-"
    return behind is not None and not sign.strip() and behind[1] == behind[1].upper()


def _is_kicker(lead: str, heading: str) -> bool:
    """Whether what stands before a title in a heading is a word or more, not an article or a number."""
    least = _MIN_KICKER if is_spaced(lead) else _MIN_KICKER // 2
    return lead != heading and len(lead) >= least and not lead.isdigit()


def _parted(shown: Voted, declared: Voted) -> Voted:
    """The declared form of a heading in which a kicker lost its space or sign: "Island newsFerry stops".

    Or before which a badge stands: "+ Ferry stops".
    """
    glued = len(tokens(declared.text)) > len(tokens(shown.text))
    signs = len(list(separators(declared.text))) > len(list(separators(shown.text)))
    badged = shown.text[:1] in _BADGES and declared.text[:1] not in _BADGES
    return declared._replace(segment=shown.segment) if glued or signs or badged else shown


def _swapped(shown: Voted, cut: list[Voted]) -> Voted | None:
    """The part that a declared title puts first and the heading last: the other one is its kicker.

    "Night ferries Council says yes" beside "Council says yes - Night ferries".
    """
    bare = squeeze(shown.text)
    for voted in cut:
        for match in first_separators(voted.text):
            title = voted.text[: match.start()]
            if squeeze(voted.text[match.end() :] + title) == bare and len(tokens(title)) >= MIN_STEM:
                return Voted(title.strip(), voted.source, shown.segment)
    return None


def _tail(shown: Voted, cut: list[Voted]) -> Voted | None:
    """The first part of a declared title with which a heading ends: before it stands a date or a kicker."""
    bare = squeeze(shown.text)
    for voted in cut:
        for part in title_parts(voted.text):
            if (
                voted.text.startswith(part)
                and _is_kicker(bare.removesuffix(squeeze(part)), bare)
                and len(tokens(part)) > MIN_STEM
            ):
                return Voted(part, voted.source, shown.segment)
    return None


def title_parts(title: str) -> Iterator[str]:
    """A title and what is left of it if a part is cut, but not the part before a colon."""
    yield title
    for match in first_separators(title):
        behind = title[match.end() :].strip()
        before = "" if ":" in match[0] else title[: match.start()].strip()
        yield from (part for part in (before, behind) if len(tokens(part)) >= MIN_STEM)


def _may_end(title: str) -> bool:
    """Whether a title is long enough to be a headline rather than the last words of one."""
    return len(tokens(title)) >= MIN_STEM or len(title) >= _MIN_TAIL_CHARS


def beside_site_heading(shown: Voted, declared: list[Voted], cut: list[Voted]) -> Iterator[Voted]:
    """What may be the headline, if the ``h1`` names the blog or column: a lesser heading must show it.

    That is what stands before the ``h1`` in a declared title that ends in it, and what stands behind it in
    one that begins with it, if another source names that alone.

    Args:
        shown: The ``h1``.
        declared: What the head calls the page.
        cut: The same without the site's name.
    """
    bare = squeeze(shown.text)
    longer = [voted for voted in (*cut, *declared) if len(voted.text) > len(shown.text)]
    alone = {squeeze(voted.text) for voted in cut} if longer else set()
    for voted in longer:
        for match in first_separators(voted.text):
            before, behind = voted.text[: match.start()].strip(), voted.text[match.end() :].strip()
            if squeeze(behind) == bare:
                yield Voted(before, voted.source)
            elif squeeze(behind) in alone and squeeze(before) == bare:
                yield Voted(behind, voted.source)
