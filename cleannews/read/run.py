"""A run of text between two block borders that holds links or unshown text: which blocks it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.elements import HEADINGS
from cleannews.read.normal import normalise
from cleannews.read.page import Join, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Link = tuple[int, int, str | None]
    """A link of the run: its texts from the first up to the second number, and its target."""


class Place(NamedTuple):
    """Where a run stands, and what is said of the whole of it."""

    tag: str
    container: int
    indent: int
    hidden: bool
    names: str
    bold_chars: int = 0


def blocks_of(texts: Sequence[str], links: Sequence[Link], place: Place) -> Iterator[Segment]:
    """Make blocks of a run with links.

    A run of nothing but links (a menu, crumbs, tags) becomes one block a link.

    Args:
        texts: The text nodes of the run.
        links: At least one link, in order.
        place: Where it stands.

    Yields:
        Blocks in input order, with empty ``text`` where nothing visible is in them.
    """
    if len(links) > 1 and place.tag not in HEADINGS and _is_menu(texts, links):
        yield from _one_a_link(texts, links, place)
    else:
        link_chars = sum([count_chars(texts[low:high]) for low, high, _ in links])
        yield block("".join(texts), place, link_chars=link_chars, href=links[0][2])


def block(raw: str, place: Place, *, link_chars: int = 0, href: str | None = None) -> Segment:
    """Make one block."""
    tag, container, indent, hidden, names, bold_chars = place
    text = normalise(raw)
    return Segment(
        text,
        raw,
        None,
        None,
        tag,
        container,
        link_chars,
        bold_chars,
        href,
        hidden,
        0,
        indent,
        Join.NONE,
        names,
    )


def count_chars(texts: Sequence[str]) -> int:
    """Count the characters that are not white space.

    >>> count_chars(["a b", " c"])
    3
    """
    return sum(map(len, "".join(texts).split()))


def _is_menu(texts: Sequence[str], links: Sequence[Link]) -> bool:
    """Tell whether nothing but punctuation stands between the links."""
    place = 0
    for low, high, _ in links:
        if any(map(_has_word, texts[place:low])):
            return False
        place = high
    return not any(map(_has_word, texts[place:]))


def _one_a_link(texts: Sequence[str], links: Sequence[Link], place: Place) -> Iterator[Segment]:
    """One block a link; the punctuation behind it is in ``raw`` alone."""
    bounds = [0, *(low for low, _, _ in links[1:]), len(texts)]
    for (first, last, href), low, high in zip(links, bounds, bounds[1:], strict=False):
        raw = "".join(texts[low:high])
        if raw and not raw.isspace():
            shown = texts[first:last]
            segment = block("".join(shown), place, link_chars=count_chars(shown), href=href)
            yield segment._replace(raw=raw)


def _has_word(text: str) -> bool:
    return not text.isspace() and any(map(str.isalnum, text))
