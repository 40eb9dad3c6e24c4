"""The headline of a text dump: every line is weighed by place, shape and repetition."""

from __future__ import annotations

import math
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.headline_candidate import PERIODS, TINY, candidates
from cleannews.label.headline_furniture import is_furniture, is_masthead
from cleannews.label.headline_lines import read
from cleannews.label.headline_rival import (
    above_standfirst,
    below_masthead,
    below_path,
    is_below_masthead,
    without_path,
)
from cleannews.label.headline_run import repeated_head
from cleannews.label.headline_survey import MAX_WORDS, surveyed
from cleannews.label.headline_twice import repeated_apart, repeated_line
from cleannews.label.headline_weights import MOST_READ, by_name, weigh
from cleannews.label.headline_wording import whole_title, without_department, without_menu, without_suffix
from cleannews.label.masthead import SEPARATOR
from cleannews.label.measures import fold
from cleannews.label.menu_lines import is_menu_line
from cleannews.label.signature import ends_signed
from cleannews.read.front_matter import FRONT
from cleannews.read.page import Join, Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.label.headline_candidate import Candidate
    from cleannews.label.headline_run import Run
    from cleannews.label.headline_survey import Dump
    from cleannews.label.measures import Measures
    from cleannews.read.page import Page


class Found(NamedTuple):
    """A title, the evidence for it, and the block that shows it."""

    text: str
    source: str
    block: int
    pieces: tuple[int, ...] = ()
    """Blocks that show parts of it."""


_ROUNDING = 1e-5
_NAME_SIGNS = frozenset("-–—|·•｜")
_MIN_STEM, _MOST_SUFFIX, _STEM_REACH = 16, 44, 20
"""Characters of a headline that is known by standing again, of the site's name behind it, and blocks behind
it among which it does."""

_MAX_LIKENESS, _MIN_THEME = 0.6, 0.5
"""Shares of words: from the first on a heading is a form of the ``<title>``; the second the text takes up."""
_MIN_VARIED, _MIN_TITLE_WORDS = 0.8, 4
_OPENING_WORDS, _MOSTLY = 12, 0.8
"""Words of a sentence that no headline is; the share of sentences in what is text."""
_LEAST_WORDS = 2
"""Words of a headline that is the first line; a single one is a section's name."""
_LONG_WORDS = 30
"""Words of a block that is a paragraph although it does not end like a sentence."""
_CALLS = frozenset("?!？！")
"""Signs in which headlines may end."""


def dump_title(page: Page, measures: Measures) -> Found | None:
    """Find the headline of a dump: the line with the greatest weight, the first one among equals.

    Returns:
        The title, or ``None`` for a dump that has no line of a headline's shape.
    """
    dump = surveyed(page, measures)
    lines = candidates(dump)
    best = _chosen(dump, lines) if lines else None
    repeated = _repeated(dump, other=best.block if best else -1)
    if repeated is not None:
        return repeated
    if best is None or _opens_with_text(page, measures, best.block):
        return None
    sentence = best.text.endswith(PERIODS) or ends_signed(best.text)
    if len(page.segments) <= TINY and sentence and _all_sentences(page, measures):
        return None
    found = _above_text(dump, lines[0], best) or Found(
        whole_title(dump, best), _source(best), best.block, tuple(range(best.block + 1, best.stop))
    )
    text = without_department(without_menu(found.text), page.source)
    return _without_site(dump, found._replace(text=text))


def _without_site(dump: Dump, found: Found) -> Found:
    """The headline without what stands behind its last sign, where another line near by is the rest of it."""
    borders = [border for border in SEPARATOR.finditer(found.text) if border[0].strip() in _NAME_SIGNS]
    stem = found.text[: borders[-1].start()] if borders else ""
    name = found.text[len(stem) :]
    if len(stem) < _MIN_STEM or len(name) > _MOST_SUFFIX or not any(map(str.isalpha, name)):
        return found
    near = dump.measures.keys[: found.block + _STEM_REACH]
    key = fold(stem)
    return Found(stem, "repeated_line", near.index(key)) if key in near else found


def _above_text(dump: Dump, first: Candidate, best: Candidate) -> Found | None:
    """The first line, where it goes before the heaviest one."""
    page = dump.page
    if _is_above_date(dump, first, best) or is_below_masthead(dump, first, best):
        return None
    if len(page.segments) <= TINY and _opens_tiny(page, dump.measures, first, best):
        return Found(first.text, "first_line", 0)
    if first.block == 0 and _stands_on_text(dump, best):
        return Found(without_suffix(page.segments[0].text), "first_line", 0)
    if _goes_astray(dump, first, best):
        return Found(without_suffix(first.text), "first_line", first.block)
    return None


def _is_above_date(dump: Dump, first: Candidate, best: Candidate) -> bool:
    """Whether the heaviest line stands above the date, and the first line is a short one that weighs less.

    It is the site's name, a section or a number then: "Document 14 of 62".
    """
    told = by_name(best.features)
    short = dump.measures.words[first.block] <= _NAME_WORDS
    return bool(told["dated_soon"]) and short and weigh(best.features) - weigh(first.features) > _LIGHTER


_NAME_WORDS, _LIGHTER = 4, 1.0
"""Words of such a line, and by how much less it weighs; of 512 articles alone, which have no date below their
headline, one lost its title by it."""


def _opens_with_text(page: Page, measures: Measures, block: int) -> bool:
    """Whether a dump is an article without its headline: text stands above the heaviest line from the top on.

    Of 7,500 dumps of the development corpora two open so; a wrong line was their title before. Of their
    articles alone, without a title, 91 % were given a subheading or a sentence for one, now 37 %.
    """
    begin = int(page.segments[0].tag == FRONT)
    above = range(begin, max(block, begin + 1))
    text = [index for index in above if measures.ended[index] or _is_cut(page, measures, index)]
    if begin not in text or measures.words[begin] < _OPENING_WORDS:
        return False
    return page.segments[begin].text[-1] not in _CALLS and _fill(measures, text, above)


def _fill(measures: Measures, text: Sequence[int], span: range) -> bool:
    """Whether some blocks hold most of the words of a stretch."""
    words = measures.words
    return sum([words[index] for index in text]) >= _MOSTLY * sum(words[span.start : span.stop])


def _is_cut(page: Page, measures: Measures, index: int) -> bool:
    """Whether a long block goes on in the next one: two words that ran together do not part a paragraph."""
    goes_on = any(one.join is Join.GLUED for one in page.segments[index + 1 : index + 2])
    lined = page.layout not in (Layout.GLUED, Layout.ONE_LINE)
    return goes_on and lined and measures.words[index] >= _LONG_WORDS


def _all_sentences(page: Page, measures: Measures) -> bool:
    """Whether all blocks end like sentences; the last may bear an agency's mark behind its full stop."""
    return all(measures.ended[:-1]) and (measures.ended[-1] or ends_signed(page.segments[-1].text))


def _opens_tiny(page: Page, measures: Measures, first: Candidate, best: Candidate) -> bool:
    """Whether a dump of a few blocks opens with its headline: no sentence, and no menu comes behind it."""
    if first.block != 0 or measures.ended[0] or best.text in first.text:
        return False
    if best.block == 1 and is_masthead(first.text, measures.keys[0]):
        return False
    between = page.segments[1 : best.block]
    return 1 not in measures.words[1 : best.block] and not any(is_menu_line(line.text) for line in between)


def _repeated(dump: Dump, *, other: int) -> Found | None:
    """The headline of a dump that begins with it and shows it again."""
    run = repeated_head(dump.page, dump.prose.theme)
    if run is not None:
        return _on_one_line(dump, run, other=other)
    line = repeated_line(dump)
    if line < 0:
        line = repeated_apart(dump)
    return Found(dump.page.segments[line].text, "repeated_line", line) if line >= 0 else None


def _on_one_line(dump: Dump, run: Run, *, other: int) -> Found:
    """The headline of a dump on one line; its block is the first of the last copy above the first paragraph.

    Where every copy stands inside of a longer block, the heaviest line tells where the article begins.
    """
    pieces = tuple(chain.from_iterable(run.copies))
    first = dump.prose.following[0]
    above = [copy[0] for copy in run.copies if copy[0] < first]
    return Found(run.text, "repeated_line", above[-1] if above else pieces[0] if pieces else other, pieces)


def _stands_on_text(dump: Dump, best: Candidate) -> bool:
    """Whether a dump is an article below its headline, and the heaviest line one of its text.

    That is: the first line is no sentence and no furniture, hardly anything but sentences stands between it
    and the heaviest line, and no byline or date below that; or it is the next line, a standfirst above a
    paragraph.
    """
    page, measures = dump.page, dump.measures
    if not best.block or measures.ended[0] or not _LEAST_WORDS <= measures.words[0] <= MAX_WORDS:
        return False
    if page.segments[0].text[0] == "[" or is_furniture(page.segments[0].text, measures.keys[0]):
        return False
    if best.block == 1:
        follows = measures.ended[2:3] == (True,) and measures.words[2] >= _OPENING_WORDS
        return follows and not is_masthead(page.segments[0].text, measures.keys[0])
    opens = measures.ended[1] and measures.words[1] >= _OPENING_WORDS
    above = range(1, best.block)
    return (
        opens
        and not any(dump.dated[best.stop : best.stop + 1])
        and _fill(measures, [index for index in above if measures.ended[index]], above)
    )


def _goes_astray(dump: Dump, first: Candidate, best: Candidate) -> bool:
    """Whether the heaviest line is one of the text's own headings, and the first line the page's ``<title>``.

    That is: prose stands before the heaviest line, it is little like the first one, and the text takes up the
    words of the first one, which says nothing twice. On the development corpora the first line, its suffix
    cut, was right in 23 of such cases and the heaviest in 4.
    """
    told = by_name(best.features)
    if not first.block == dump.title.block < best.block or told["prose_first"] or told["of_title_line"]:
        return False
    words = without_suffix(first.text).casefold().split()
    fits = len(set(words)) >= _MIN_VARIED * len(words) and len(words) >= _MIN_TITLE_WORDS
    if told["like_title_line"] > _MAX_LIKENESS or not fits or first.text.startswith("#"):
        return False
    top = by_name((*first.features, *read(dump, first.block, first.text)))
    return not top["full_stop"] and top["theme"] >= _MIN_THEME


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
    best = below_masthead(dump, lines, below_path(dump, lines, _heaviest(dump, lines)))
    bare = without_path(dump, lines, best)
    return bare if bare is not best else above_standfirst(dump, lines, best)


def _source(line: Candidate) -> str:
    """The evidence that names a title best."""
    told = by_name(line.features)
    if told["of_title_line"] or (told["title_line"] and told["seen_later"]):
        return "repeated_line"
    if told["title_line"]:
        return "first_line"
    return "heading_mark" if told["heading"] else "shape"
