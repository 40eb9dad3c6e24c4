"""Blocks that say what was said: cut-off excerpts of the lead, paragraphs shown twice, lines that double."""

from __future__ import annotations

import re
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING

from cleannews.label.cut_lead import FEW_BLOCKS
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import CUT_MARKS, PROSE_WORDS
from cleannews.labels import Kind, Label
from cleannews.read.elements import SUBHEADINGS
from cleannews.read.letters import FIRST_CJK
from cleannews.read.page import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_EXCERPT = Reason("excerpt", Label.EXCERPT, 0.997)
"""Set, not measured (.977): whatever is lost with it stands in the longer block."""
_SENTENCE = Reason("excerpt_sentence", Label.EXCERPT, 0.875)
_DUPLICATE = Reason("duplicate", Label.EXCERPT, 0.877)
_MENU_TWICE = Reason("menu_twice", Label.NAVIGATION, 0.996)
_MENU_LINES, _MENU_WORDS = 2, 6
"""Lines on each side that must be the same, and their words at most."""
_MENUS = 2
"""Copies: one menu for wide screens and one for small ones. What stands three times may be goods of a list:
of 39 such blocks on WCXB the three of that kind are in the gold."""
_MENU_BLOCKS = 20
"""Blocks from one copy to the next at least: closer ones are a list of goods."""
_TWICE = Reason("said_twice", Label.RELATED, 0.996)
"""All of 146 such blocks of WCXB, fundus and their dumps with lines were outside the gold."""

_HIDDEN = Reason("hidden_copy", Label.EXCERPT, 0.997)
"""Set, as that of an excerpt: what is lost with it is shown elsewhere."""
_COPY_WORDS = 4

_CUT_OFF = Reason("cut_off", Label.EXCERPT, 0.996)
"""Set, not measured: of eight such blocks in dumps of the development corpora none was in the gold."""

_DOTS = re.compile(r"\s*(?:\[(?:\.{2,3}|…)\]|\((?:\.{2,3}|…)\)|\.{2,4}|…)\s*$")
_PREFIX_CHARS = 24
"""Blocks are bucketed by their first characters: enough to keep buckets small."""
_PREFIX_CJK, _LEAST_CJK = 10, 14
"""The same, and characters of the shortest excerpt, in Han and kana, each of which says more."""
_LEAST_WORDS = 8
_LEAST_CHARS = 40
"""A shorter beginning in common may be chance ("The minister said on Monday")."""


def find_excerpts(scene: Scene) -> Iterator[Verdict]:
    """Name blocks that are the beginning of a later block, cut off at a word, with or without dots."""
    if scene.context.opening is not None:
        excerpt, lead = scene.context.opening
        for index in excerpt:
            yield _EXCERPT.at(index, f"beginning of the text from block {lead[0]} on")
    keys, words = scene.measures.keys, scene.measures.words
    chars = scene.measures.chars
    headline, crude = scene.context.headline.block, scene.crude
    latest: dict[str, list[int]] = {}
    for index in range(len(keys) - 1, -1, -1):
        key = keys[index]
        if len(key) < _PREFIX_CJK:
            continue
        prefix, least = (_PREFIX_CJK, _LEAST_CJK) if key[0] >= FIRST_CJK else (_PREFIX_CHARS, _LEAST_CHARS)
        if len(key) < prefix:
            continue
        bucket = latest.setdefault(key[:prefix], [])
        if bucket and index != headline and (words[index] >= _LEAST_WORDS or chars[index] >= least):
            whole = _longer(scene, index, bucket) if _may_be_cut(scene, index) else None
            if whole is not None and not scene.is_lead(index):
                reason = _EXCERPT if crude else _reason(scene, index)
                yield reason.at(index, f"beginning of block {whole}")
        if len(bucket) < _BUCKET:
            bucket.append(index)
        bare = _behind_dateline(key)
        others = latest.setdefault(bare[:prefix], []) if len(bare) >= least else bucket
        if others is not bucket and len(others) < _BUCKET:
            others.append(index)


def _behind_dateline(key: str) -> str:
    """What stands behind the place that a text opens with; empty if no dash parts it from the text.

    >>> _behind_dateline("xalapa, ver.- the market is open again"), _behind_dateline("the market")
    ('the market is open again', '')
    """
    head = key[:_DATELINE_CHARS]
    if "- " not in head and "–" not in head and "—" not in head:
        return ""  # nearly all blocks
    found = _DATELINE.match(key)
    return key[found.end() :] if found else ""


_DATELINE_CHARS = 62
_DATELINE = re.compile(r".{2,60}?(?:\.-|[.)]?\s[–—-]|—)\s?(?=\w)")


def _reason(scene: Scene, index: int) -> Reason:
    """A text that breaks off was cut; a whole sentence may be a standfirst that the article takes up.

    Not where a dump of few blocks shows its headline again straight above it, as crude scrapers write.
    """
    cut = _has_dots(scene, index) or not scene.measures.ended[index]
    crude = index - 1 in scene.context.headline.echoes and len(scene.texts) <= FEW_BLOCKS
    return _EXCERPT if cut or (crude and scene.context.page.kind is Kind.TEXT) else _SENTENCE


def _may_be_cut(scene: Scene, index: int) -> bool:
    """Tell an excerpt from a heading or an item that the text below it takes up: by dots, or by its place."""
    outside = index <= scene.start or index > scene.end
    return _has_dots(scene, index) or (outside and scene.segments[index].tag not in _NO_EXCERPT)


def _has_dots(scene: Scene, index: int) -> bool:
    return _DOTS.search(scene.segments[index].text[-_DOTS_CHARS:]) is not None


_DOTS_CHARS = 8
_NO_EXCERPT = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "td", "th"})
_BUCKET = 8
"""Blocks remembered for one beginning: a page of a hundred thousand like lines must stay linear."""


def _longer(scene: Scene, index: int, candidates: Iterable[int]) -> int | None:
    """Return the first candidate that begins with a block's text and goes on; it may be cut inside a word."""
    keys = scene.measures.keys
    start = keys[index]
    for candidate in candidates:
        for whole in (keys[candidate], _behind_dateline(keys[candidate])):
            if whole.startswith(start) and whole[len(start) : len(start) + 2].strip():
                return candidate
    return None


def find_cut_offs(scene: Scene) -> Iterator[Verdict]:
    """Name what breaks off between headline and text of a crude dump: a description was cut, not the lead."""
    if not scene.prose or not scene.crude:
        return
    for index in range(scene.context.headline.block + 1, scene.start):
        if scene.measures.words[index] >= _LEAST_WORDS and scene.texts[index].endswith(CUT_MARKS):
            yield _CUT_OFF.at(index, "breaks off between headline and text")


def find_duplicates(scene: Scene) -> Iterator[Verdict]:
    """Name paragraphs that stand twice, save the copy that stands among the most prose."""
    keys, words, ended = scene.measures.keys, scene.measures.words, scene.measures.ended
    places: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        if words[index] >= PROSE_WORDS and ended[index] and scene.segments[index].tag not in _NO_EXCERPT:
            places.setdefault(key, []).append(index)
    shown = scene.context.headline
    for copies in places.values():
        if len(copies) < 2 or shown.block in copies:  # noqa: PLR2004 - twice is twice
            continue
        if _in_menus(scene, copies):
            for index in copies:
                yield _MENU_TWICE.at(index, f"in a menu that stands {_MENUS} times")
            continue
        best = max(copies, key=lambda index: (scene.is_lead(index), _prose_around(scene, index), -index))
        for index in copies:
            if index != best:
                low, high = sorted((index, best))
                if _is_whole_lead(scene, low, high):
                    yield _EXCERPT.at(low, f"same words as block {high}")
                else:
                    yield _DUPLICATE.at(index, f"same words as block {best}")


def _is_whole_lead(scene: Scene, low: int, high: int) -> bool:
    """Tell whether a dump says a paragraph again before anything else: the excerpt is the whole lead."""
    if scene.context.page.kind is Kind.HTML:
        return False
    between = range(low + 1, high)
    words, ended = scene.measures.words, scene.measures.ended
    return len(between) <= _BETWEEN and not any(
        words[place] >= PROSE_WORDS and ended[place] for place in between
    )


_BETWEEN = 16
"""Teasers, byline, date and buttons between an excerpt and the text."""


def _in_menus(scene: Scene, copies: Sequence[int]) -> bool:
    """Tell whether the same short lines stand around all copies: a menu with a text of its own, shown twice.

    An article that is shown twice has its headline or another paragraph there.
    """
    keys, words = scene.measures.keys, scene.measures.words
    if len(copies) != _MENUS or len(scene.prose) <= 2 * _MENUS:
        return False
    first, second = copies
    if first < _MENU_LINES or second + _MENU_LINES >= len(keys) or second - first < _MENU_BLOCKS:
        return False
    steps = [step for step in range(-_MENU_LINES, _MENU_LINES + 1) if step]
    title = {scene.context.headline.block, *scene.context.headline.echoes}
    return all(
        0 < words[first + step] <= _MENU_WORDS
        and first + step not in title
        and keys[second + step] == keys[first + step]
        for step in steps
    )


def find_hidden_copies(scene: Scene) -> Iterator[Verdict]:
    """Name headings that nobody sees and that say what a shown block says (HTML): texts for those who share.

    Paragraphs are none: of a text that opens at a click the hidden copy is the better one.
    """
    hidden, keys, tags = scene.measures.columns.hidden, scene.measures.keys, scene.measures.columns.tag
    places = [index for index in compress(range(len(keys)), hidden) if tags[index] in SUBHEADINGS]
    if places:
        shown = set(compress(keys, map(not_, hidden)))
        for index in places:
            if keys[index] in shown and scene.measures.words[index] >= _COPY_WORDS:
                yield _HIDDEN.at(index, "a copy of a block that is shown")


def _prose_around(scene: Scene, index: int) -> int:
    """How many of the four nearest blocks read like prose; two are enough.

    The first paragraph has them on one side alone, a copy of it among excerpts of other articles on both.
    """
    words, ended = scene.measures.words, scene.measures.ended
    near = (*range(max(index - 2, 0), index), *range(index + 1, min(index + 3, len(words))))
    found = sum(1 for place in near if words[place] >= PROSE_WORDS and ended[place])
    return min(found, _ENOUGH)


_ENOUGH = 2


def find_doubled(scene: Scene) -> Iterator[Verdict]:
    """Name blocks that say the same twice: a teaser's headline behind the text of its picture."""
    if scene.context.page.layout in RUNNING:
        return
    found = []
    for index, words in enumerate(scene.measures.words):
        if words >= _TWICE_WORDS:
            text = scene.segments[index].text
            half = (len(text) + 1) // 2
            if text[:_GLANCE] == text[half : half + _GLANCE] and _is_double(text):
                found.append(index)
    teasers = [index for index in found if _teases(scene, index)]
    # beside teasers that say their headlines twice, a question said twice is one as well
    for index in found if len(teasers) >= _TEASERS else teasers:
        yield _TWICE.at(index, "the same words twice")


_GLANCE = 4
_TEASERS = 2
_TWICE_WORDS = 6
"""Three words said twice; fewer may be a heading that sings."""


def _teases(scene: Scene, index: int) -> bool:
    """Tell whether a block may be a teaser: sentences said twice are a refrain, unless they are a link."""
    measures = scene.measures
    short = measures.chars[index] <= _REFRAIN_CHARS
    return not (measures.ended[index] and short) or (measures.link_share[index] or 0.0) > _MOSTLY_LINK


_MOSTLY_LINK = 0.5
_REFRAIN_CHARS = 5_000
"""What says the same at greater length is filling, not text."""


def _is_double(text: str) -> bool:
    """Tell whether a text is twice the same, with or without a space between.

    >>> _is_double("Ferry returns. Ferry returns."), _is_double("Ferry returns ferry")
    (True, False)
    """
    half = (len(text) + 1) // 2
    return text[: len(text) - half] == text[half:] and (len(text) == 2 * half or text[half - 1] == " ")


EXCERPTS = Rule("excerpts", find_excerpts, (_EXCERPT, _SENTENCE))
CUT_OFFS = Rule("cut_offs", find_cut_offs, (_CUT_OFF,))
DUPLICATES = Rule("duplicates", find_duplicates, (_DUPLICATE, _MENU_TWICE))
HIDDEN_COPIES = Rule("hidden_copies", find_hidden_copies, (_HIDDEN,))
DOUBLED = Rule("doubled", find_doubled, (_TWICE,))
