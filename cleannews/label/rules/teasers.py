"""Teasers: headlines of other articles, before, inside and behind this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.rules.date_lines import is_date_line
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import PROSE_WORDS, runs
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_BEFORE = Reason("teasers_before", Label.RELATED, 0.943)
_BESIDE = Reason("teasers_by_excerpt", Label.RELATED, 0.996)
"""Set, not measured: too rare on the development corpora."""
_BEHIND = Reason("teasers_behind", Label.RELATED, 0.922)
_SECTION = Reason("related_section", Label.RELATED, 0.988)
_ANNOUNCED = Reason("related_announced", Label.RELATED, 0.996)
"""Set: none of 14 such lines in five layouts of the development corpora is in the gold."""
_LINK = Reason("link_paragraph", Label.RELATED, 0.873)
_CAPITALS = Reason("capital_teaser", Label.RELATED, 0.996)
"""Set: on the development corpora there is one such line, outside the gold; headings and items are none."""
_CAPITAL_WORDS = range(5, 22)

_TEASER_WORDS = range(4, 22)
"""Headlines of news have 4 to 21 words."""

_LINKED = 0.9
_SECTION_LINES = 30
"""Lines that are taken under one heading such as "Most read"."""


def _is_teaser(scene: Scene, index: int) -> bool:
    """Tell whether a block reads like a headline; on HTML pages it has to be a link."""
    measures = scene.measures
    links = measures.link_share[index]
    return (
        measures.words[index] in _TEASER_WORDS
        and not measures.ended[index]
        and measures.stops[index] <= 1
        and scene.lines[index] is None
        and (links is None or links >= _LINKED)
    )


def find_teasers_before(scene: Scene) -> Iterator[Verdict]:
    """Name two or more headline-like lines in a row between the headline and the prose."""
    headline = scene.context.headline
    if headline.block < 0 or not scene.prose:
        return
    begin = headline.block + 1
    echoes = frozenset(headline.echoes)
    members = [
        index not in echoes
        and _is_teaser(scene, index)
        and _stands_alone(scene, index)
        and not _repeats_lead(scene, index)
        for index in range(begin, scene.start)
    ]
    for run in runs(members, least=1):
        first = begin + run.start
        beside = _repeats_lead(scene, first - 1)
        if beside or len(run) > 1:
            for index in range(first, first + len(run)):
                evidence = f"one of {len(run)} headlines in a row before the article"
                yield (_BESIDE if beside else _BEFORE).at(index, evidence)


def _repeats_lead(scene: Scene, index: int) -> bool:
    """Tell whether a block is the beginning of the first paragraph: teasers come in such company."""
    key = scene.measures.keys[index]
    lead = scene.measures.keys[scene.start]
    return len(key) >= _EXCERPT_CHARS and index < scene.start and lead.startswith(key)


_EXCERPT_CHARS = 40


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
    begin = scene.end + 1
    members = [_is_teaser(scene, index) for index in range(begin, len(scene.lines))]
    for run in runs(members, least=2):
        for index in run:
            yield _BEHIND.at(begin + index, f"one of {len(run)} headlines in a row behind the article")


def find_related_sections(scene: Scene) -> Iterator[Verdict]:
    """Name headline-like lines under a heading such as "Most read"."""
    count = len(scene.lines)
    for heading in scene.places(Label.RELATED):
        for index in range(heading + 1, min(heading + 1 + _SECTION_LINES, count)):
            if scene.lines[index] is not None or not _belongs(scene, index):
                break
            announced = index == heading + 1 and _announces(scene, heading)
            yield (_ANNOUNCED if announced else _SECTION).at(index, f"under block {heading}")


def _announces(scene: Scene, heading: int) -> bool:
    """Tell whether a heading inside the prose of a dump ends in a colon: "Read also:"."""
    text = scene.context.page.kind is Kind.TEXT and not scene.outside(heading)
    return text and scene.texts[heading].endswith((":", "："))


def _belongs(scene: Scene, index: int) -> bool:
    measures = scene.measures
    if scene.outside(index):
        return measures.words[index] < 2 * PROSE_WORDS
    links = measures.link_share[index]
    return (
        not measures.ended[index]
        and measures.words[index] in _TEASER_WORDS
        and (links >= _LINKED if links is not None else True)
    )


def find_link_paragraphs(scene: Scene) -> Iterator[Verdict]:
    """Name paragraphs inside an article's prose that are one link and no sentence (HTML)."""
    if scene.context.page.kind is not Kind.HTML:
        return
    for index in range(scene.start, scene.end):
        if _is_teaser(scene, index) and scene.segments[index].tag in ("p", "div", "a", "strong"):
            capitals = _is_in_capitals(scene, index)
            yield (_CAPITALS if capitals else _LINK).at(index, "a link that is no sentence")


def _is_in_capitals(scene: Scene, index: int) -> bool:
    """Tell whether a paragraph of the text's is a headline in capitals, as some papers set their teasers."""
    text = scene.segments[index].tag == "p" and scene.measures.words[index] in _CAPITAL_WORDS
    return text and scene.texts[index].isupper()


TEASERS = (
    Rule("teasers_before", find_teasers_before, (_BEFORE, _BESIDE)),
    Rule("teasers_behind", find_teasers_behind, (_BEHIND,)),
    Rule("related_sections", find_related_sections, (_SECTION, _ANNOUNCED)),
    Rule("link_paragraphs", find_link_paragraphs, (_LINK, _CAPITALS)),
)
