"""The lines of a dump that may be its headline."""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.credits import has_credit
from cleannews.label.departments import is_front_page
from cleannews.label.headline_apart import set_apart
from cleannews.label.headline_dates import is_signed
from cleannews.label.headline_furniture import is_furniture
from cleannews.label.headline_lines import glance, opens_title
from cleannews.label.headline_survey import MAX_WORDS, MIN_WORDS, names_feeds
from cleannews.label.headline_wrap import unwrapped, usual_width
from cleannews.label.measures import fold_line
from cleannews.label.parted import UNSPACED
from cleannews.read.blocks import is_rule
from cleannews.read.letters import FIRST_CJK
from cleannews.read.menu_words import MENU_WORDS
from cleannews.read.page import RUNNING

if TYPE_CHECKING:
    from cleannews.label.headline_survey import Dump


TINY = 8
"""In a dump of so few blocks the first line is the headline if it is no sentence: no menu comes before."""
PERIODS = (".", "。", "।", "۔", "։", "።")
"""What no headline ends in: a tiny dump of nothing but such sentences has none."""
_SENTENCE = 12
"""Words from which a line that ends in a full stop is a sentence of the text."""
_MAX_LINES = 160
"""Lines that are weighed: the last ones within reach, and the last ones before the first paragraph. Where
paragraphs are few and far between, the headline stands far above most of them."""
_SHORT_WORDS, _SHORT_REACH = 3, 10
"""A line of so few words is looked at only so near to a paragraph."""
_ENTRY_WORDS = 4
"""Words of the last entry of a list; with more it may be the headline at the end of its path."""
_ALONE_REACH = 4
"""Blocks below a headline of one word within which the text begins."""
_REPEATED_WORDS = 4
"""Words from which a line may be one that says the same again and again."""
_TOLD_WORDS = 18
"""A line of two sentences and more words is a notice: of 8,056 on development dumps two were headlines."""
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}\. [^\W\d_]")
_LONG_WORD = 18
"""Characters of a line without spaces that is no single word."""


_SENTENCE_WORDS, _LONG_CHARS = 6, 80
"""Words of a sentence, and characters of a block without a full stop, that may be of the text."""
_MENU_WORDS = 4
"""Words of a menu on one line, and of the headline below it."""
_MAIL = re.compile(r"\w@\w[\w-]*\.\w")
"""The address of who wrote it."""
_DOTS = ("…", "...")
_EXCERPT_CHARS, _EXCERPT_CJK = 24, 10
"""Last characters of a cut-off line that a longer block below has too."""
_EXCERPT_TAIL = 24
"""Characters behind its dots: "Read more", or less."""


class Candidate(NamedTuple):
    """A line (or wrapped lines) that may be the headline."""

    text: str
    block: int
    features: tuple[float, ...]
    """In the order of :data:`~cleannews.label.headline_weights.WEIGHTS`, as far as they are known."""
    stop: int
    """Index behind its last block."""


def candidates(dump: Dump) -> list[Candidate]:
    """All lines that may be the headline, with what a glance tells of them."""
    if not dump.page.segments:
        return []
    first = min(dump.prose.following[0], dump.reach)
    wanted = {max(dump.title.block, 0)}
    for end in (first, dump.reach):
        wanted.update(range(max(0, end - _MAX_LINES), end))
    lines, width = [], usual_width(dump.page)
    for index in sorted(wanted):
        if dump.measures.words[index] <= MAX_WORDS and _may_be(dump, index):
            text, stop = unwrapped(dump.page, index, width)
            lines.append(Candidate(text, index, glance(dump, index, text, stop), stop))
    apart = set_apart(dump.measures, range(dump.reach))
    kept = [line for line in lines if line.block not in apart] if apart else lines
    end = _text_end(dump)
    above = [line for line in kept if line.block < end]
    return above or kept or lines


def _text_end(dump: Dump) -> int:
    """The last block that may be of a text, behind two sentences or more; else the number of blocks.

    Of a text of short paragraphs what stands below it weighs as much as what stands above.
    """
    words, ended, chars = dump.measures.words, dump.measures.ended, dump.measures.chars
    sentences = [place for place in compress(range(len(words)), ended) if words[place] >= _SENTENCE_WORDS]
    if len(sentences) < 2 or dump.page.layout in RUNNING:  # noqa: PLR2004 - one may be a notice
        return len(words)
    long = range(len(words) - 1, sentences[-1], -1)
    return next((place for place in long if chars[place] >= _LONG_CHARS), sentences[-1])


def _may_be(dump: Dump, index: int) -> bool:
    """Whether a line is weighed at all.

    Short ones far above the text belong to menus, as do their words; bylines and paragraphs are no headlines.
    """
    words, segment, key = dump.measures.words[index], dump.page.segments[index], dump.measures.keys[index]
    if (words < MIN_WORDS and not _stands_alone(dump, index)) or (index == 0 and names_feeds(dump.page)):
        return False
    if not _is_near(dump, index) or index == dump.prose.following[index] or _ends_tiny(dump, index):
        return False
    if segment.hidden or segment.text in MENU_WORDS or _is_repeated(key.split()) or _is_entry(dump, index):
        return False
    if is_rule(key) or (words > _TOLD_WORDS and _TWO_SENTENCES.search(segment.text) is not None):
        return False
    if (
        has_credit(segment.text)
        or _MAIL.search(segment.text)
        or _is_glued(segment.text)
        or _is_excerpt(dump, index)
        or (index == 0 and _opens_menu(dump))
    ):
        return False
    return not is_signed(segment.text, key) and not is_furniture(segment.text, key)


def _opens_menu(dump: Dump) -> bool:
    """Whether the first line is a menu of names of its own: the front page's, then words in capitals.

    It stands once, and the line below reads like a headline: no sentence, with words in small letters.
    """
    words, keys, texts = dump.measures.words, dump.measures.keys, dump.page.segments
    if len(keys) < 2 or words[0] < _MENU_WORDS or dump.measures.ended[0]:  # noqa: PLR2004 - a line below
        return False
    names, below = texts[0].text.split(), texts[1].text.split()
    if not is_front_page(fold_line(names[0])) or not all(
        name.isalpha() and name[0].isupper() for name in names
    ):
        return False
    small = any(word[0].islower() for word in below)
    return small and words[1] >= _MENU_WORDS and not dump.measures.ended[1] and dump.last[keys[0]] == 0


def _is_excerpt(dump: Dump, index: int) -> bool:
    """Whether a line is cut off, and what stands before its dots goes on in a longer block below."""
    text = dump.page.segments[index].text
    dots = max(text.rfind(mark) for mark in _DOTS)
    if dots < 0 or len(text) - dots > _EXCERPT_TAIL:
        return False
    said = fold_line(text[:dots].rstrip(" [(…."))
    size = _EXCERPT_CJK if said[-1:] >= FIRST_CJK else _EXCERPT_CHARS
    if len(said) < size:
        return False
    end, key = said[-size:], dump.measures.keys[index]
    longer = (below for below in dump.measures.keys[index + 1 :] if len(below) > len(said))
    return any(end in below and key not in below for below in longer)


def _is_repeated(words: list[str]) -> bool:
    """Whether words say the same again and again, as pictures' texts that ran into each other do."""
    return len(words) >= _REPEATED_WORDS and 2 * len(set(words)) <= len(words)


def _is_entry(dump: Dump, index: int) -> bool:
    """Whether a line is an entry of a menu or a table of contents: it stands between others of a list.

    The last of a path may be the headline if it is long. On the development corpora the heaviest line was
    such an entry on seven dumps, each time wrongly.
    """
    segments, behind = dump.page.segments, index + 1
    if segments[index].tag != "li" or not index or segments[index - 1].tag != "li":
        return False
    inside = behind < len(segments) and segments[behind].tag == "li"
    return inside or dump.measures.words[index] <= _ENTRY_WORDS


def _is_near(dump: Dump, index: int) -> bool:
    """Whether a line is long, or near enough to the text, or told to be a title."""
    words, segment = dump.measures.words[index], dump.page.segments[index]
    far = dump.prose.following[index] - index > _SHORT_REACH
    if words > _SHORT_WORDS or not far or index == dump.title.block or segment.tag == "h1":
        return True
    return opens_title(dump, index, segment.text) or _is_unspaced(dump.measures.keys[index], words)


def _stands_alone(dump: Dump, index: int) -> bool:
    """Whether a line of one word may be the headline.

    It is long, or only byline and date part it from the text: it opens the dump then, or stands on the
    byline. Thai, Lao, Khmer and Burmese write no spaces between words.
    """
    keys, behind = dump.measures.keys, index + 1
    if _is_unspaced(keys[index], 1):
        return True
    if behind == len(keys) or not (dump.dated[behind] or dump.measures.ended[behind]):
        return False  # nearly all: entries of menus
    follows = _text_behind(dump, index)
    if follows < 0 or not all(dump.dated[behind:follows]) or not keys[index].rstrip("!?").isalpha():
        return False
    return not index or is_signed(dump.page.segments[behind].text, keys[behind])


def _ends_tiny(dump: Dump, index: int) -> bool:
    """Whether a line of a dump of a few blocks is its last one, or a sentence of its text."""
    size, segment = len(dump.page.segments), dump.page.segments[index]
    sentence = dump.measures.words[index] > _SENTENCE and segment.text.endswith(PERIODS)
    return size <= TINY and (sentence or 0 < index == size - 1)


def _text_behind(dump: Dump, index: int) -> int:
    """The block behind a line with which the text begins, near by, a short paragraph included; else -1."""
    words, ended = dump.measures.words, dump.measures.ended
    near = range(index + 1, min(index + 1 + _ALONE_REACH, len(words)))
    return next((at for at in near if ended[at] and words[at] >= _SENTENCE), -1)


def _is_unspaced(key: str, words: int) -> bool:
    """Whether the words of a line are that long that they are none: its script writes no spaces."""
    return len(key) >= _LONG_WORD * words and not key.isascii()


def _is_glued(text: str) -> bool:
    """Whether a line holds a word so long that entries of a menu ran into each other in it.

    >>> _is_glued("ראשיחדשותכלכלהספורטתרבותדעותאוכלרכבהתחברות"), _is_glued("Donaudampfschifffahrtskapitän")
    (True, False)
    >>> _is_glued("เรือข้ามฟากหยุดเดินหนึ่งสัปดาห์เพราะลมแรงมาก"), _is_glued("storm-closes-the-old-harbour")
    (False, False)
    """
    long = [word for word in text.split() if len(word) >= _GLUED_CHARS]
    return any(_LETTERS.fullmatch(word) and not UNSPACED.search(word) for word in long)


_LETTERS = re.compile(r"[^\W\d_]+")
_GLUED_CHARS = 30
"""The longest word of the titles of the development corpora has 25 letters."""
