"""Teasers: headlines of other articles, before, inside and behind this one."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from cleannews.label.cut_lead import cut_lead
from cleannews.label.rules.date_lines import holds_whole_date, is_date_line
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import CUT_MARKS, PROSE_WORDS, runs
from cleannews.labels import Kind, Label
from cleannews.read.letters import COLONS
from cleannews.read.page import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.cut_lead import LeadRun
    from cleannews.label.rules.scene import Scene

_BEFORE = Reason("teasers_before", Label.RELATED, 0.943)
_BESIDE = Reason("teasers_by_excerpt", Label.RELATED, 0.996)
"""Set, not measured: too rare on the development corpora."""
_BEHIND = Reason("teasers_behind", Label.RELATED, 0.922)
ABOVE_COUNTERS = "teasers_above_counters"
"""Reason of teasers that stand between the text and the counters."""

_ABOVE_COUNTERS = Reason(ABOVE_COUNTERS, Label.RELATED, 0.996)
"""Set, not measured: the development corpora hold no such counters."""
_LAST = Reason("teasers_at_end", Label.RELATED, 0.996)
"""Set: crude dumps of the corpora's articles with such lines below the text, 76 to 79 of 100 exact by it."""
_MOST_LINES = 60
"""Lines of a crude dump: those of whole pages end in footers."""
_LINK = Reason("link_paragraph", Label.RELATED, 0.873)
_CAPITALS = Reason("capital_teaser", Label.RELATED, 0.996)
"""Set: on the development corpora there is one such line, outside the gold; headings and items are none."""
_CAPITAL_WORDS = range(5, 22)
_ARROW = Reason("arrow_teaser", Label.RELATED, 0.996)
"""Set: few such lines stand on the development corpora, none of them in the gold."""
_ARROWS = ("→", "➡", "➜", "➔", "►", "▶", "▸", "⇒", "»", "›", ">")

TEASER_WORDS = range(4, 22)
"""Headlines of news have 4 to 21 words."""

_TWO_SENTENCES = 16
"""Words from which two sentences are no headline."""

LINKED = 0.9

_SIGNED = re.compile(r"[.!?…][\"'”’»]?\s?\([^()]{2,20}\)$")
"""The end of an article that its desk or agency has signed: "38 vendors. (JMR)"."""


def is_teaser(scene: Scene, index: int) -> bool:
    """Tell whether a block reads like a headline; on HTML pages it has to be a link.

    Two sentences of a dump that are longer than headlines are an article's last paragraph.
    """
    measures = scene.measures
    links = measures.link_share[index]
    return (
        measures.words[index] in TEASER_WORDS
        and not measures.ended[index]
        and not _SIGNED.search(scene.texts[index])
        and measures.stops[index] <= (measures.words[index] < _TWO_SENTENCES or links is not None)
        and scene.lines[index] is None
        and (links is None or links >= LINKED)
    )


def find_teasers_before(scene: Scene) -> Iterator[Verdict]:
    """Name headline-like lines between the headline and the prose: two in a row, or one beside an excerpt."""
    headline = scene.context.headline
    if headline.block < 0 or not scene.prose:
        return
    if scene.context.opening is not None:
        yield from _between(scene, scene.context.opening)
        return
    begin = headline.block + 1
    crude = scene.crude
    excerpt, lead = cut_lead(scene.measures.keys, begin, scene.start + crude)
    stop = lead if lead > scene.start else _prose_start(scene) if crude else scene.start
    sure = range(begin, stop) if crude else range(excerpt + 1, max(lead, 0))
    cut = crude or (excerpt >= 0 and _is_cut(scene, excerpt))
    passed = {*headline.echoes, excerpt, lead}
    members = [
        index not in passed
        and (is_teaser(scene, index) or (index in sure and _may_tease(scene, index)))
        and _stands_alone(scene, index)
        for index in range(begin, stop)
    ]
    for found in runs(members, least=1):
        for run in _lists(scene, range(begin + found.start, begin + found.stop), lead):
            beside = 0 <= excerpt < run.start and (run.start - 1 == excerpt or (cut and run.stop <= lead))
            if beside or len(run) > 1:
                evidence = f"one of {len(run)} headlines in a row before the article"
                reason = _BESIDE if beside or run.start in sure else _BEFORE
                for index in run:
                    yield reason.at(index, evidence)


def _between(scene: Scene, opening: LeadRun) -> Iterator[Verdict]:
    """Name what stands between an excerpt and the lead; behind another copy of the title, the text begins."""
    excerpt, lead = opening
    copies = scene.context.headline.echoes
    stop = next((copy for copy in copies if excerpt.stop <= copy < lead.start), lead.start)
    for index in range(excerpt.stop, stop):
        if not _is_of_article(scene, index, stop):
            yield _BESIDE.at(index, "between an excerpt and the text it was cut from")


def _is_of_article(scene: Scene, index: int, stop: int) -> bool:
    """Tell whether a block above the text is a byline, a date, a credit, or a name above a date."""
    if not _stands_alone(scene, index) or holds_whole_date(scene, index):
        return True
    below = index + 1
    return scene.measures.words[index] <= _NAME_WORDS and below < stop and holds_whole_date(scene, below)


_NAME_WORDS = 4


def _prose_start(scene: Scene) -> int:
    """Where the prose of a crude dump begins: teasers that ask read like it, some stand below a summary."""
    start = scene.start
    while start < scene.end and scene.measures.ended[start] and _may_tease(scene, start):
        start += 1
    below = start + 1
    while below < scene.end and _may_tease(scene, below):
        below += 1
    return below if below - start > _LEAST_LIST else start


_LEAST_LIST = 3
"""Lines in a row, like headlines, that stand below a paragraph: two may be a subheading and a question."""


def _is_cut(scene: Scene, index: int) -> bool:
    """Tell whether a text breaks off inside a sentence."""
    return not scene.measures.ended[index] or scene.texts[index].endswith(CUT_MARKS)


def _lists(scene: Scene, run: range, lead: int) -> list[range]:
    """Part lines of a dump that stand close from those that blank lines set apart, if both are there.

    Where all stand alike, the text may begin with the question that ends them, unless its lead is known.
    """
    gaps = scene.measures.columns.gap[run.start + 1 : run.stop]
    if scene.context.page.kind is Kind.HTML:
        return [run]
    if 0 in gaps and any(gaps):
        borders = [run.start, *(index for index, gap in enumerate(gaps, run.start + 1) if gap), run.stop]
        return [range(low, high) for low, high in pairwise(borders)]
    stop = run.stop
    if stop != lead and gaps and gaps[-1] >= scene.measures.columns.gap[min(stop, len(scene.lines) - 1)]:
        while stop > run.start and scene.measures.ended[stop - 1]:
            stop -= 1
    return [range(run.start, stop)] if stop > run.start else []


def _may_tease(scene: Scene, index: int) -> bool:
    """Tell whether a line may be a headline where teasers stand: a long one, or one that asks or calls."""
    measures = scene.measures
    if measures.words[index] not in _LONG_TEASER_WORDS or scene.lines[index] is not None:
        return False
    if _SIGNED.search(scene.texts[index]):
        return False
    asks = scene.texts[index].rstrip(QUOTES)[-1:] in ASKING
    return not measures.ended[index] or (asks and measures.stops[index] <= _MOST_STOPS)


_LONG_TEASER_WORDS = range(3, 31)
_MOST_STOPS = 2
QUOTES = "\"'”’»“«"
ASKING = frozenset("?!？！؟")


def _stands_alone(scene: Scene, index: int) -> bool:
    """Tell whether a line is no byline, date, credit or other known opener."""
    key = scene.measures.keys[index]
    return (
        key.split(" ", 1)[0].rstrip(":") not in scene.lexicon.words["byline"]
        and not is_date_line(key, scene.lexicon.words["date"])
        and scene.lexicon.find_opener(key) is None
    )


def find_teasers_behind(scene: Scene) -> Iterator[Verdict]:
    """Name two or more headline-like lines in a row behind the prose."""
    if not scene.prose:
        return
    above = _below_text(scene)
    reason, place = (
        (_LAST, "at the end") if scene.scraped < 0 else (_ABOVE_COUNTERS, "above the comment counters")
    )
    row = f"one of {len(above)} headlines in a row" if len(above) > 1 else "a headline behind a full stop"
    for index in above:
        yield reason.at(index, f"{row} {place}")
    begin = scene.end + 1
    members = [index not in above and is_teaser(scene, index) for index in range(begin, len(scene.lines))]
    for run in runs(members, least=2):
        reason = _LAST if begin + run.stop == len(scene.lines) and _is_twice_headed(scene) else _BEHIND
        for index in takewhile(lambda index: not _announces(scene, begin + index), run):
            yield reason.at(begin + index, f"one of {len(run)} headlines in a row behind the article")


def _announces(scene: Scene, index: int) -> bool:
    """Tell whether a line of a dump ends in a colon and is no heading of teasers: a list begins below."""
    return (
        scene.context.page.kind is Kind.TEXT
        and scene.texts[index].endswith(COLONS)
        and scene.measures.words[index] >= _ANNOUNCING_WORDS
        and _stands_alone(scene, index)
    )


_ANNOUNCING_WORDS = 3


def _is_twice_headed(scene: Scene) -> bool:
    """Tell whether a dump shows its headline twice and has not much else: teasers end it, no footer does."""
    few = len(scene.lines) <= _MOST_LINES and scene.context.page.layout not in RUNNING
    return few and scene.context.page.kind is Kind.TEXT and bool(scene.context.headline.echoes)


def _below_text(scene: Scene) -> range:
    """The headline-like lines that a crude dump has between its text and its counters, or its end."""
    stop = scene.scraped
    if stop < 0:
        stop = len(scene.lines) if _is_twice_headed(scene) else 0
    first = stop
    gaps = scene.measures.columns.gap
    while first - 1 > scene.start and _may_tease(scene, first - 1) and _stands_alone(scene, first - 1):
        first -= 1
        if first + 1 < stop and gaps[first] > gaps[first + 1]:  # lines of a list stand closer than paragraphs
            break
    else:
        while first < stop and scene.measures.ended[first]:  # the text may end in a question
            first += 1
    return range(first, stop if stop - first > 1 or _is_lone_teaser(scene, first, stop) else first)


def _is_lone_teaser(scene: Scene, index: int, stop: int) -> bool:
    """Tell whether one headline stands between the last sentence of a crude dump's text and the counters.

    On the development corpora one of 153 articles of news ends in such a line that is no list's.
    """
    measures = scene.measures
    if stop - index != 1 or not scene.context.headline.echoes or not is_teaser(scene, index):
        return False
    text = scene.texts[index].lstrip(QUOTES)
    return (
        measures.words[index] >= _LONE_WORDS
        and not text[:1].islower()
        and measures.ended[index - 1]
        and measures.words[index - 1] >= PROSE_WORDS
        and (scene.scraped >= 0 or scene.context.page.layout not in RUNNING)
        and _stands_alone(scene, index)
    )


_LONE_WORDS = 5


def find_link_paragraphs(scene: Scene) -> Iterator[Verdict]:
    """Name paragraphs inside an article's prose that are one link and no sentence (HTML)."""
    if scene.context.page.kind is not Kind.HTML:
        return
    for index in range(scene.start, scene.end):
        if is_teaser(scene, index) and scene.segments[index].tag in ("p", "div", "a", "strong"):
            if scene.texts[index].startswith(_ARROWS):
                yield _ARROW.at(index, "an arrow before a link")
                continue
            capitals = _is_in_capitals(scene, index)
            yield (_CAPITALS if capitals else _LINK).at(index, "a link that is no sentence")


def _is_in_capitals(scene: Scene, index: int) -> bool:
    """Tell whether a paragraph of the text's is a headline in capitals, as some papers set their teasers."""
    text = scene.segments[index].tag == "p" and scene.measures.words[index] in _CAPITAL_WORDS
    return text and scene.texts[index].isupper()


TEASERS = (
    Rule("teasers_before", find_teasers_before, (_BEFORE, _BESIDE)),
    Rule("teasers_behind", find_teasers_behind, (_BEHIND, _ABOVE_COUNTERS, _LAST)),
    Rule("link_paragraphs", find_link_paragraphs, (_LINK, _CAPITALS, _ARROW)),
)
