"""The headline of a text dump: every line is weighed by place, shape and repetition."""

from __future__ import annotations

import math
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.headline_candidate import Candidate
from cleannews.label.headline_dates import is_signed
from cleannews.label.headline_furniture import is_furniture, is_masthead
from cleannews.label.headline_lines import (
    MAX_WORDS,
    MIN_WORDS,
    MOST_READ,
    WEIGHTS,
    glance,
    is_prose,
    names_feeds,
    opens_title,
    read,
    survey,
    weigh,
)
from cleannews.label.headline_rival import above_standfirst, without_path
from cleannews.label.headline_run import repeated_head
from cleannews.label.headline_wrap import unwrapped, usual_width
from cleannews.label.masthead import SEPARATOR, squeeze
from cleannews.label.signature import ends_signed
from cleannews.read.blocks import is_rule
from cleannews.read.menu_words import MENU_WORDS

if TYPE_CHECKING:
    from cleannews.label.headline_lines import Dump
    from cleannews.label.headline_run import Run
    from cleannews.label.measures import Measures
    from cleannews.read.page import Page


class Found(NamedTuple):
    """A title, the evidence for it, and the block that shows it."""

    text: str
    source: str
    block: int
    pieces: tuple[int, ...] = ()
    """Blocks that show parts of it."""


_TITLE_LINES = 3
"""Lines at the top of a dump that may be the page's ``<title>``."""
_TINY = 8
"""In a dump of so few blocks the first line is the headline if it is no sentence: no menu comes before."""
_PERIODS = (".", "。", "।", "۔", "։", "።")
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
_LONG_WORD = 18
"""Characters of a line without spaces that is no single word."""
_ROUNDING = 1e-5
_KICKER_REACH = 2
"""Lines before the headline in which its kicker stands."""
_LOOSE = " :|"
"""Signs that stood between a kicker and the headline."""
_MAX_LIKENESS, _MIN_THEME = 0.6, 0.5
"""Shares of words: from the first on a heading is a form of the ``<title>``; the second the text takes up."""
_MIN_VARIED, _MIN_TITLE_WORDS = 0.8, 4
_MAX_SUFFIX_CHARS, _MAX_SUFFIX_WORDS = 40, 5


def dump_title(page: Page, measures: Measures) -> Found | None:
    """Find the headline of a dump: the line with the greatest weight, the first one among equals.

    Returns:
        The title, or ``None`` for a dump that has no line of a headline's shape.
    """
    dump = surveyed(page, measures)
    lines = candidates(dump)
    best = _chosen(dump, lines) if lines else None
    run = repeated_head(page, dump.prose.theme)
    if run is not None:
        return _repeated(dump, run, other=best.block if best else -1)
    if best is None:
        return None
    if len(page.segments) <= _TINY:
        sentence = best.text.endswith(_PERIODS) or ends_signed(best.text)
        if sentence and _all_sentences(page, measures):
            return None
        if _opens_tiny(measures, lines[0], best):
            return Found(lines[0].text, "first_line", 0)
    if _goes_astray(dump, lines[0], best):
        return Found(_without_suffix(lines[0].text), "first_line", lines[0].block)
    return Found(_whole(dump, best), _source(best), best.block, tuple(range(best.block + 1, best.stop)))


def _all_sentences(page: Page, measures: Measures) -> bool:
    """Whether all blocks end like sentences; the last may bear an agency's mark behind its full stop."""
    return all(measures.ended[:-1]) and (measures.ended[-1] or ends_signed(page.segments[-1].text))


def _opens_tiny(measures: Measures, first: Candidate, best: Candidate) -> bool:
    """Whether a dump of a few blocks opens with its headline: no sentence, and no menu comes behind it."""
    if first.block != 0 or measures.ended[0] or best.text in first.text:
        return False
    if best.block == 1 and is_masthead(first.text, measures.keys[0]):
        return False
    return 1 not in measures.words[1 : best.block]


def _repeated(dump: Dump, run: Run, *, other: int) -> Found:
    """The headline of a dump on one line; its block is the first of the last copy above the first paragraph.

    Where every copy stands inside of a longer block, the heaviest line tells where the article begins.
    """
    pieces = tuple(chain.from_iterable(run.copies))
    first = dump.prose.following[0]
    above = [copy[0] for copy in run.copies if copy[0] < first]
    return Found(run.text, "repeated_line", above[-1] if above else pieces[0] if pieces else other, pieces)


def _whole(dump: Dump, best: Candidate) -> str:
    """The headline with its kicker, where the ``<title>`` line says that both are one; without a loose sign.

    That is: the ``<title>`` line begins with the best line and the one before or behind it. If it is the best
    line itself, the site's name is cut off it.
    """
    segments, first = dump.page.segments, dump.title.block
    if best.block == first:
        return _without_suffix(best.text)
    text = best.text.lstrip(_LOOSE) or best.text
    around = range(max(first + 1, best.block - _KICKER_REACH), best.block + 2)
    for index in around if first >= 0 else ():
        if index != best.block and index < len(segments):
            pair = (segments[index].text, text) if index < best.block else (text, segments[index].text)
            bare, behind = squeeze("".join(pair)), segments[best.block + 1 : best.block + 2]
            whole = _opening(segments[first].text, bare)
            if whole:  # the headline itself may be broken into two lines
                rest = squeeze(behind[0].text) if behind and index < best.block else ""
                return (_opening(segments[first].text, bare + rest) if rest else "") or whole
    return text


def _opening(title: str, bare: str) -> str:
    """The beginning of a title that holds the letters of two lines, if a word ends there; else nothing."""
    if len(bare) > len(title) or not squeeze(title).startswith(bare):
        return ""
    end, seen = 0, 0
    while seen < len(bare) and end < len(title):
        seen += len(squeeze(title[end]))
        end += 1
    return "" if title[end : end + 1].isalnum() else title[:end]


def _goes_astray(dump: Dump, first: Candidate, best: Candidate) -> bool:
    """Whether the heaviest line is one of the text's own headings, and the first line the page's ``<title>``.

    That is: prose stands before the heaviest line, it is little like the first one, and the text takes up the
    words of the first one, which says nothing twice. On the development corpora the first line, its suffix
    cut, was right in 23 of such cases and the heaviest in 4.
    """
    told = dict(zip(WEIGHTS, best.features, strict=True))
    if not first.block == dump.title.block < best.block or told["prose_first"] or told["of_title_line"]:
        return False
    words = _without_suffix(first.text).casefold().split()
    fits = len(set(words)) >= _MIN_VARIED * len(words) and len(words) >= _MIN_TITLE_WORDS
    if told["like_title_line"] > _MAX_LIKENESS or not fits or first.text.startswith("#"):
        return False
    top = dict(zip(WEIGHTS, (*first.features, *read(dump, first.block, first.text)), strict=True))
    return not top["full_stop"] and top["theme"] >= _MIN_THEME


def _is_repeated(words: list[str]) -> bool:
    """Whether words say the same again and again, as pictures' texts that ran into each other do."""
    return len(words) >= _MIN_TITLE_WORDS and 2 * len(set(words)) <= len(words)


def _without_suffix(title: str) -> str:
    """A ``<title>`` line without the short name behind its last sign; what a colon parts belongs together."""
    borders = [match for match in SEPARATOR.finditer(title) if ":" not in match[0]]
    if not borders:
        return title
    stem, rest = title[: borders[-1].start()].strip(), title[borders[-1].end() :]
    short = len(rest) <= _MAX_SUFFIX_CHARS and len(rest.split()) <= _MAX_SUFFIX_WORDS
    return stem if short and len(stem.split()) > MIN_WORDS else title


def surveyed(page: Page, measures: Measures) -> Dump:
    """Survey a dump; of its first lines, the first one of two words or more may be the page's ``<title>``.

    A paragraph may not: it stands there if the headline is a single word. Nor may furniture, or the paper's
    name above another line.
    """
    first = next((i for i, words in enumerate(measures.words[:_TITLE_LINES]) if words >= MIN_WORDS), -1)
    if first >= 0 and not _may_be_title(page, measures, first):
        first = -1
    return survey(page, measures, title_line=first)


def _may_be_title(page: Page, measures: Measures, index: int) -> bool:
    text, key, words = page.segments[index].text, measures.keys[index], measures.words
    if index == 0 and names_feeds(page):
        return False
    if is_prose(words[index], ended=measures.ended[index]) or is_furniture(text, key):
        return False
    below = words[index + 1 : index + 2]
    return not below or below[0] < MIN_WORDS or not is_masthead(text, key)


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
    return lines


def _heaviest(dump: Dump, lines: list[Candidate]) -> Candidate:
    """The line with the greatest weight; those too light for it at a glance are not read."""
    glances = sorted(((weigh(line.features), line) for line in lines), key=itemgetter(0), reverse=True)
    best, most = lines[0], -math.inf
    for weight, line in glances:
        if weight + MOST_READ < most - _ROUNDING:
            break
        whole = line._replace(features=(*line.features, *read(dump, line.block, line.text)))
        weighed = weigh(whole.features)
        if weighed > most or (weighed == most and line.block < best.block):
            best, most = whole, weighed
    return best


def _chosen(dump: Dump, lines: list[Candidate]) -> Candidate:
    """The heaviest line, or the one above it of which it is the standfirst, or a copy without its path."""
    best = _heaviest(dump, lines)
    bare = without_path(dump, lines, best)
    return bare if bare is not best else above_standfirst(dump, lines, best)


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
    if is_rule(key):
        return False
    return not is_signed(segment.text, key) and not is_furniture(segment.text, key)


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
    sentence = dump.measures.words[index] > _SENTENCE and segment.text.endswith(_PERIODS)
    return size <= _TINY and (sentence or 0 < index == size - 1)


def _text_behind(dump: Dump, index: int) -> int:
    """The block behind a line with which the text begins, near by, a short paragraph included; else -1."""
    words, ended = dump.measures.words, dump.measures.ended
    near = range(index + 1, min(index + 1 + _ALONE_REACH, len(words)))
    return next((at for at in near if ended[at] and words[at] >= _SENTENCE), -1)


def _is_unspaced(key: str, words: int) -> bool:
    """Whether the words of a line are that long that they are none: its script writes no spaces."""
    return len(key) >= _LONG_WORD * words and not key.isascii()


def _source(line: Candidate) -> str:
    """The evidence that names a title best."""
    told = dict(zip(WEIGHTS, line.features, strict=True))
    if told["of_title_line"] or (told["title_line"] and told["seen_later"]):
        return "repeated_line"
    if told["title_line"]:
        return "first_line"
    return "heading_mark" if told["heading"] else "shape"
