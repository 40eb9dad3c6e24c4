"""Runs of links: menus, crumbs and tag lists that stand in one block element."""

from __future__ import annotations

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


def count_chars(texts: Sequence[str]) -> int:
    """Count the characters that are not white space.

    >>> count_chars(["a b", " c"])
    3
    """
    return len("".join("".join(texts).split()))


def _has_word(text: str) -> bool:
    return not text.isspace() and any(map(str.isalnum, text))
