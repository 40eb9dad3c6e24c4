"""Counters of comment systems that a scraper wrote on one line: ``COMMENTS / WORDPRESS: 0 / DISQUS: 0``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.lexicon import load_lexicon
from cleannews.label.measures import fold
from cleannews.labels import Label
from cleannews.read.small_words import ANY_COMMENT_HOST, COMMENT_HOST_SPELLINGS, COMMENT_HOSTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_CHARS = 200
"""A longer line is no line of counters."""

_COUNT = r"(?P<count>\d{1,3}(?:[.,'\u2019 ]\d{3}){1,2}(?!\d)|\d{1,9})"

_PLAIN = re.compile(
    rf"(?:(?P<verb>[^\W\d_]{{2,12}}) )?\(?{_COUNT}(?:[.,](?P<part>\d))? ?(?P<many>[kK]\b)? ?\)? ?"
    r"(?P<word>[^\d():：（）]{1,30})"
    rf"|(?P<heading>[^\d():：（）]{{1,30}}?) ?[(（\[]?{_COUNT.replace('count', 'last')}"
    r"(?:[.,](?P<tenth>\d))? ?(?P<thousands>[kK])? ?[)）\]]?"
)
"""A number before or behind words: "1,204 Comments", "View 12 comments", "Join the conversation (14)"."""
_THOUSAND = 1_000
_LINE_CHARS = 60

_NAMED_COUNT = re.compile(r"(?P<name>[^\W\d][^:：\d]{0,24}?) ?[:：] ?\(?(?P<count>\d{1,9})\)?")

_NETWORKS = frozenset({"facebook", "twitter", "google+", "vkontakte", "vk"})
"""Comment systems that shares are counted of, too: alone they tell nothing."""


class Counters(NamedTuple):
    """What a line of counters says."""

    counts: dict[str, int]
    """Number of comments by the lower-case name of the comment system."""
    heading: str
    """The rest of the line, folded: ``comments``, or nothing."""

    @property
    def several(self) -> bool:
        """Whether there is more than one counter, or a heading."""
        return bool(self.heading) or len(self.counts) > 1


def counters_of(text: str) -> Counters | None:
    """Read a line that is nothing but counters of comment systems, and a heading before them.

    Args:
        text: A line, white space folded.

    Returns:
        The counters; ``None`` for any other line.

    >>> counters_of("COMMENTS / WORDPRESS: 1,204 / DISQUS: 0")
    Counters(counts={'wordpress': 1204, 'disqus': 0}, heading='comments')
    >>> counters_of("KOMMENTARER: 2 FACEBOOK: 148").counts
    {'comments': 2, 'facebook': 148}
    >>> counters_of("Facebook: 3 / Twitter: 5"), counters_of("Disqus: 3 of us use it")
    (None, None)
    """
    if len(text) > _MOST_CHARS or not any(map(str.isdigit, text)):
        return None
    found = list(_pattern().finditer(text))
    counts: dict[str, int] = {}
    for each in found:
        digits = "".join(filter(str.isdigit, each["count"]))
        host = each["host"].casefold()
        counts.setdefault(COMMENT_HOST_SPELLINGS.get(host, host), int(digits))
    heading = fold("".join(_between(text, found)))
    if not counts or (heading and load_lexicon().find_line(heading) is not Label.COMMENTS):
        return None
    own = named_count(heading)
    if own:  # the site's own comments, in the heading before the counters of others
        counts = {"comments": int(own["count"]), **counts}
    return Counters(counts, heading) if heading or not counts.keys() <= _NETWORKS else None


def plain_count(text: str) -> int | None:
    """Read a line that says how many comments there are, in its own words.

    Args:
        text: A line, white space folded.

    Returns:
        The number; ``None`` for any other line.

    >>> plain_count("1,204 Comments"), plain_count("2.3k comments"), plain_count("Join the conversation (14)")
    (1204, 2300, 14)
    >>> plain_count("12 goals"), plain_count("Comments of 2024")
    (None, None)
    """
    match = _PLAIN.fullmatch(text) if len(text) <= _LINE_CHARS else None
    if match is None or not _counts_comments(match):
        return None
    digits = "".join(filter(str.isdigit, match["count"] or match["last"]))
    if match["many"] or match["thousands"]:
        return int(digits) * _THOUSAND + int(match["part"] or match["tenth"] or 0) * _THOUSAND // 10
    return None if match["part"] or match["tenth"] else int(digits)


def _counts_comments(match: re.Match[str]) -> bool:
    """Tell whether the words beside a number are those of comments."""
    lexicon = load_lexicon()
    if match["heading"]:
        return lexicon.find_line(fold(match["heading"])) is Label.COMMENTS
    if match["word"].casefold() not in lexicon.words["comment"]:
        return False
    verb = (match["verb"] or "").casefold()
    return not verb or lexicon.find_line(f"{verb} # {match['word'].casefold()}") is Label.COMMENTS


def named_count(text: str) -> re.Match[str] | None:
    """Match a counter of anything, such as ``Forum: 2``; most lines lack the colon that is looked for first.

    >>> named_count("Forum: 2")["count"], named_count("Forum")
    ('2', None)
    """
    return _NAMED_COUNT.fullmatch(text) if ":" in text or "：" in text else None


def lines_of_counters(texts: Sequence[str], keys: Sequence[str], numbered: Sequence[int]) -> tuple[int, ...]:
    """Find the lines that are counters of comment systems; few pages name any, told of all at once.

    Args:
        texts: Of all blocks.
        keys: The same, folded.
        numbered: The blocks that hold a digit.
    """
    numbers = "\n".join([keys[index] for index in numbered])
    if not any(host in numbers for host in COMMENT_HOSTS):
        return ()
    return tuple([index for index in numbered if counters_of(texts[index])])


def counters_start(texts: Sequence[str], headings: Sequence[int], counters: Sequence[int]) -> int:
    """Find where a scraper's counters begin, the heading above them included.

    Args:
        texts: Of all blocks.
        headings: Blocks that are headings of comments, or counters of a known system.
        counters: What :func:`lines_of_counters` found.

    Returns:
        The first of the blocks; -1 if there are none.
    """
    for index in headings:
        if sum(named_count(text) is not None for text in texts[index : index + _NEAR]) > 1:
            return index
    found = ((index, counters_of(texts[index])) for index in counters)
    start = next((index for index, each in found if each and each.several), -1)
    return start - 1 if start - 1 in headings else start


_NEAR = 3
"""Lines of a heading and its first counters."""


def _between(text: str, found: list[re.Match[str]]) -> Iterator[str]:
    """Yield what stands before, between and behind matches."""
    end = 0
    for each in found:
        yield text[end : each.start()]
        end = each.end()
    yield text[end:]


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """A comment system and its count; in glued dumps the heading or another count stands close before it."""
    return re.compile(
        rf"(?P<host>{ANY_COMMENT_HOST})\s?(?:[:：]\s?[(（]?|[(（]|[-–—]\s)\s?{_COUNT}\s?[)）]?", re.IGNORECASE
    )
