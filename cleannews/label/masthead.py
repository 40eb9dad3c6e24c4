"""The site's own name: what it is called, and the cut that takes it off a title."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cleannews.label.measures import fold
from cleannews.label.stored import read_stored
from cleannews.read.archived import original_address
from cleannews.read.jsonld import text_of, types_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from cleannews.read.jsonld import LinkedData
    from cleannews.read.page import Hints

SITE_METAS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "cre")
"""Metas that name the site, the most trusted first."""
_HANDLE_METAS = frozenset({"twitter:site"})
_OWNER_TYPES = frozenset({"website", "newsmediaorganization", "organization"})

SEPARATOR = re.compile(
    r"(?<!\s)\s+(?:[-–—|·•»«›‹:/~⋅]|::|\|\||--|>)\s+|(?<!\s)\s*[|｜│┃]\s*|(?<=\w)(?:_|--|——|－)(?=\w)|(?<=[！？。」』”）…!?])_(?=\w)|(?<=\S):\s+"
    r"|(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])-(?=[\u3400-\u9fff])"
)
"""Between a headline and a site's or section's name in ``<title>``. That one stands there proves nothing:
headlines hold dashes and colons too."""

_SIGNS = frozenset("-–—|·•»«›‹:/~⋅>｜│┃_－")
"""Each separator holds one of them."""
_ENDS = frozenset("?!.…\"'”’»“«)")
"""Marks that a title may end in; folding takes them off."""
_MAX_SEPARATORS = 8
_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d")
"""A day in numbers: between signs it is no part of a headline."""
_SQUEEZE = re.compile(r"[\W_]+")
_MIN_HOST = 4
"""Shorter host labels (``t``, ``bbc``) count as a name only where they match whole."""
_MAX_EXTRA = 8
"""Letters that a longer form of a name may add: "online", "deutsch", "com"."""
_MAX_NAME = 40
"""Letters of a site's name; some systems put the headline into ``og:site_name``."""
_COMMON_LABELS = frozenset(
    ("www", "com", "co", "org", "net", "gov", "edu", "ac", "news", "blog", "m", "amp", "de", "fr", "uk")
)
"""Host labels that name no site."""


def squeeze(text: str) -> str:
    """The letters and digits of a text alone, case-folded.

    >>> squeeze("The Daily-Herald!")
    'thedailyherald'
    """
    bare = "".join(text.casefold().split())  # spaces are most of what goes
    return bare if bare.isalnum() else _SQUEEZE.sub("", bare)


def separators(title: str) -> Iterator[re.Match[str]]:
    """Find the separators of a title in order; most titles hold no sign of any, which is cheaper to tell.

    >>> [match[0] for match in separators("Rain - a history | The Herald")]
    [' - ', ' | ']
    """
    return iter(()) if _SIGNS.isdisjoint(title) else SEPARATOR.finditer(title)


def parts_behind(longer: str, title: str) -> bool:
    """Tell whether a title has a separator behind it in a longer line, whatever mark it ends in.

    Args:
        longer: A folded line.
        title: The beginning of it, folded, so without the mark that it ends in.

    >>> parts_behind("who won? | the herald", "who won"), parts_behind("who won the cup", "who won")
    (True, False)
    """
    border = len(title)
    while longer[border : border + 1] in _ENDS:
        border += 1
    return SEPARATOR.match(longer, border) is not None


def first_separators(title: str) -> Iterator[re.Match[str]]:
    """Find the first separators of a title: one of nothing else is looked at so far and no further."""
    return islice(separators(title), _MAX_SEPARATORS)


def site_names(hints: Hints, linked: LinkedData) -> frozenset[str]:
    """All names the page gives its site, squeezed: declared names, the publisher and the host."""
    return _squeezed(_names(hints, linked))


def address_names(url: str | None) -> frozenset[str]:
    """The names that the address gives a page's site, squeezed; none where it is not known.

    >>> sorted(address_names("https://www.daily-herald.example/a"))
    ['dailyherald', 'dailyheraldexample']
    """
    return _squeezed(_host_names(url)) if url else frozenset()


def _squeezed(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in map(squeeze, names) if 0 < len(name) <= _MAX_NAME)


def _names(hints: Hints, linked: LinkedData) -> Iterator[str]:
    for meta in hints.metas:
        if meta.name in SITE_METAS:
            yield meta.content
        elif meta.name in _HANDLE_METAS:
            yield meta.content.lstrip("@ ")
    for address in dict.fromkeys(own_addresses(hints)):
        yield from _host_names(address)
    if linked.article:
        yield text_of(linked.article.get("publisher")) or ""
    for node in linked.nodes:
        if types_of(node) & _OWNER_TYPES:
            yield text_of(node.get("name")) or ""
            yield text_of(node.get("alternateName")) or ""


def own_addresses(hints: Hints) -> Iterator[str]:
    """The page's own address as far as it declares it."""
    yield from hints.canonicals()
    yield from (meta.content for meta in hints.metas if meta.name == "og:url")


def _host_names(address: str) -> Iterator[str]:
    """``www.daily-herald.co.example`` gives ``daily-herald`` and the host itself."""
    try:
        host = urlsplit(original_address(address)).hostname or ""
    except ValueError:
        return
    labels = [label for label in host.split(".") if label not in _COMMON_LABELS]
    if labels:
        yield host.removeprefix("www.")
        yield from (label for label in labels[:-1] or labels)


@lru_cache(maxsize=1)
def masthead_words() -> frozenset[str]:
    """The words that names of newspapers are made of: ``post``, ``diario``.

    >>> {"post", "diario"} <= masthead_words(), "harbour" in masthead_words()
    (True, False)
    """
    return frozenset(word for words in read_stored("mastheads")["words"].values() for word in words)


def is_paper(name: str, names: Collection[str]) -> bool:
    """Tell whether a name is the site's less the word for a newspaper: "El Faro" of "Diario El Faro".

    >>> is_paper("El Faro", {"diarioelfaro"}), is_paper("Ann Lee", {"annleesblog"})
    (True, False)
    """
    bare = squeeze(name)
    whole = (one for one in names if bare and one.endswith(bare))
    return any(one.removesuffix(bare) in masthead_words() for one in whole)


def is_site_name(part: str, names: Collection[str]) -> bool:
    """Tell whether a part of a title is the site's name.

    >>> is_site_name("The Daily Herald", {"dailyherald"}), is_site_name("Daily bread", {"dailyherald"})
    (True, False)
    """
    bare = squeeze(part)
    if not bare or bare in names or bare.removeprefix("the") in names or f"the{bare}" in names:
        return True
    return any(_is_longer(bare, name) or _is_longer(name, bare) for name in names)


def _is_longer(long: str, short: str) -> bool:
    """Whether a name is another one with a domain ending or a word such as "Online" behind it."""
    return len(short) >= _MIN_HOST and len(long) - len(short) <= _MAX_EXTRA and long.startswith(short)


def cut_site_name(title: str, *, names: Collection[str], others: Collection[str] = ()) -> str:
    """Cut the site's name off a title, only where there is evidence that it is one.

    Args:
        title: As a page's head gives it.
        names: Squeezed names of the site.
        others: Squeezed titles that other sources give: what one of them lacks is no part of the headline.

    Returns:
        The headline, without a day in numbers that stands apart; the title itself if nothing proves a part
        of it to be foreign.

    >>> cut_site_name("Rain - a history | The Herald", names={"herald"})
    'Rain - a history'
    >>> cut_site_name("Rain - a history", names=(), others={"rain"})
    'Rain'
    """
    borders = [match.span() for match in separators(title)]
    if not borders:
        return title
    for start, end in reversed(borders):
        for stem in (title[:start], title[end:]):
            if squeeze(stem) in others:
                return stem.strip()
    left, right = 0, len(title)
    while borders and is_site_name(title[borders[-1][1] : right], names):
        right = borders.pop()[0]
    while borders and is_site_name(title[left : borders[0][0]], names):
        left = borders.pop(0)[1]
    if borders and _DATE.fullmatch(title[left : borders[0][0]].strip()):
        left = borders.pop(0)[1]
    if borders and _DATE.fullmatch(title[borders[-1][1] : right].strip()):
        right = borders.pop()[0]
    stem = title[left:right].strip()
    return stem if fold(stem) else title
