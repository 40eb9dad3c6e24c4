"""Runs of links: menus, crumbs and tag lists that stand in one block element."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Link = tuple[int, int, str | None]
    """A link of a run of texts: its first text, the one behind its last, and its target."""


class Entry(NamedTuple):
    """One link of a menu."""

    raw: str
    """The link and the punctuation around it."""
    shown: str
    """The link alone."""
    href: str | None


def is_menu(texts: Sequence[str], links: Sequence[Link]) -> bool:
    """Tell whether nothing but punctuation stands between and around links.

    >>> is_menu(["Home", " | ", "News"], [(0, 1, "/"), (2, 3, "/news")])
    True
    """
    place = 0
    for low, high, _ in links:
        if any(map(_has_word, texts[place:low])):
            return False
        place = high
    return not any(map(_has_word, texts[place:]))


def entries(texts: Sequence[str], links: Sequence[Link]) -> Iterator[Entry]:
    """Cut a menu into its links.

    Args:
        texts: The text nodes of the run.
        links: In order.

    Yields:
        One entry a link, blank ones too; their ``raw`` makes up the run.
    """
    bounds = [0, *(low for low, _, _ in links[1:]), len(texts)]
    for (first, last, href), low, high in zip(links, bounds, bounds[1:], strict=False):
        yield Entry("".join(texts[low:high]), "".join(texts[first:last]), href)


def is_listed(names: str, texts: Sequence[str], links: Sequence[Link]) -> bool:
    """Tell whether links make a list by the name of their element, whatever words stand around them.

    So do crumbs before the headline and tags behind "Tags:". Of sentences with links more stands outside.
    Links that all lead to tags are a list too, with a word or two before them.

    >>> is_listed("entry-crumbs", ["Home", " ", "News", " Ferry sails"], [(0, 1, "/"), (2, 3, "/news")])
    True
    >>> is_listed("", ["Topics: ", "Sea", " ", "Wind"], [(1, 2, "/tag/sea"), (3, 4, "/tag/wind")])
    True
    """
    if _LISTED.search(names) is None and not _are_tags(texts, links):
        return False
    return all(len("".join(texts[low:high]).split()) <= _MOST_WORDS for low, high, _ in links)


def leads_to_tag(href: str | None) -> bool:
    """Tell whether an address is that of a tag or topic, by a part of its path.

    >>> leads_to_tag("/tag/sea"), leads_to_tag("https://a.example/themen/meer/"), leads_to_tag("/sport/tag")
    (True, True, False)
    """
    return href is not None and _TAG_PATH.search(href[:_MOST_CHARS]) is not None


_TAG_PATH = re.compile(
    r"/(?:tags?|topics?|hashtags?|keywords?|themen?|thema|themes?|theme|temas?|tema|etiquetas?|etiquettes?|etiket"
    r"|etiketler|aihe|aiheet|avainsanat?|emneord|nyckelord|stikord|mots?-cles?|sujets?|schlagwort|schlagworte"
    r"|stichwort|argomenti|tagi|stitky|stitek|cimkek?|trefwoord|trefwoorden|onderwerp|onderwerpen)/[^/?#\s]",
    re.IGNORECASE,
)
_MOST_CHARS = 300


def _are_tags(texts: Sequence[str], links: Sequence[Link]) -> bool:
    """Tell whether two links or more all lead to tags, with next to no word outside of them."""
    if len(links) < 2 or not all(leads_to_tag(href) for _, _, href in links):  # noqa: PLR2004 - a list
        return False
    linked = {place for low, high, _ in links for place in range(low, high)}
    outside = (text for place, text in enumerate(texts) if place not in linked and _has_word(text))
    return sum(len(text.split()) for text in outside) <= _LABEL


_LABEL = 3
"""Words of what stands before tags: "Filed under:"."""
_LISTED = re.compile(r"(?<![a-z])(?:(?:bread)?crumbs?|tags?|taglist)(?![a-z])")
_MOST_WORDS = 5
"""Words of a tag or a crumb; teasers have more."""


def parted(texts: Sequence[str], links: Sequence[Link]) -> Iterator[Entry]:
    """Cut a run into its links and what stands between them.

    Args:
        texts: The text nodes of the run.
        links: In order.

    Yields:
        One entry a link, and one a text with words around them; their ``raw`` makes up the run.

    >>> [entry.shown for entry in parted(["Tags: ", "sea", ", ", "wind", "."], [(1, 2, "/s"), (3, 4, "/w")])]
    ['Tags: ', 'sea', 'wind']
    """
    pieces: list[Entry] = []
    place = 0
    for low, high, href in (*links, (len(texts), len(texts), None)):
        between = texts[place:low]
        if any(map(_has_word, between)):
            pieces.append(Entry("".join(between), "".join(between), None))
        elif between and pieces:
            pieces[-1] = pieces[-1]._replace(raw=pieces[-1].raw + "".join(between))
        elif between:
            pieces.append(Entry("".join(between), "", None))
        if low < high:
            shown = "".join(texts[low:high])
            before = pieces.pop().raw if pieces and not pieces[-1].shown else ""
            pieces.append(Entry(before + shown, shown, href))
        place = high
    yield from pieces


def count_chars(texts: Sequence[str]) -> int:
    """Count the characters that are not white space.

    >>> count_chars(["a b", " c"])
    3
    """
    return len("".join("".join(texts).split()))


def _has_word(text: str) -> bool:
    return not text.isspace() and any(map(str.isalnum, text))
