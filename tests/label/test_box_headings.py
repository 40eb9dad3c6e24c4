"""Subheadings of dumps that stand below a box, or bear a mark."""

from __future__ import annotations

import pytest

from cleannews.label.box_headings import headings_apart_from_boxes, headings_below_boxes, marked_headings
from cleannews.label.context import Verdict, make_context, make_verdict
from cleannews.label.headline import Headline
from cleannews.label.measures import measure
from cleannews.label.naming import BY_SHAPE
from cleannews.labels import Kind, Label
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS

PARAGRAPH = "On {} the islands had bread and milk for three days more, said Mara Field, who runs the shop."
FIRST, SECOND, THIRD = (PARAGRAPH.format(day) for day in ("Monday", "Tuesday", "Wednesday"))
KEPT, SHAPE = (Label.BODY, "article_text", 0.9), (Label.OTHER, "not_article_text", 0.7)
ADVERT = (Label.ADVERT, "advert_phrase", 0.99)
TEASER = (Label.RELATED, "related_section", 0.9)

Said = tuple[str, tuple[Label, str, float]]


def _found(*blocks: Said, finder: object = headings_below_boxes) -> list[str]:
    texts = [text for text, _ in blocks]
    page, _ = read("\n\n".join(texts), kind=Kind.TEXT, limits=DEFAULT_LIMITS)
    assert len(page.segments) == len(texts)
    context = make_context(page, measure(page.segments), Headline(None, "", -1, ()), "en")
    settled: list[Verdict] = [
        make_verdict((index, label, reason, confidence, ""))
        for index, (_, (label, reason, confidence)) in enumerate(blocks)
    ]
    assert callable(finder)
    return [page.segments[index].text for index in finder(context, settled, BY_SHAPE)]


def test_a_line_between_an_advertisement_and_a_paragraph_is_a_subheading() -> None:
    assert _found(
        (FIRST, KEPT), ("Advertisement", ADVERT), ("Where to get water", SHAPE), (SECOND, KEPT)
    ) == ["Where to get water"]


@pytest.mark.parametrize("end", [SECOND, f"{SECOND[:-1]}:"])
def test_the_paragraph_may_announce_a_list(end: str) -> None:
    assert _found((FIRST, KEPT), ("Advertisement", ADVERT), ("Where to get water", SHAPE), (end, KEPT))


@pytest.mark.parametrize(
    "blocks",
    [
        [(FIRST, KEPT), ("Read on", SHAPE), ("Where to get water", SHAPE), (SECOND, KEPT)],
        [("Advertisement", ADVERT), ("Where to get water", SHAPE), (SECOND, KEPT), (THIRD, KEPT)],
        [(FIRST, KEPT), ("Advertisement", ADVERT), ("Where to get water", SHAPE), ("Short line", KEPT)],
        [(FIRST, KEPT), ("Advertisement", ADVERT), ("Water is sold at the old quay.", SHAPE), (SECOND, KEPT)],
        [
            (FIRST, KEPT),
            ("Advertisement", ADVERT),
            ("Buy water", (Label.OTHER, "not_article_text", 0.95)),
            (SECOND, KEPT),
        ],
    ],
    ids=["an unknown box", "no text above", "no paragraph below", "a sentence", "hardly a chance"],
)
def test_other_lines_are_none(blocks: list[Said]) -> None:
    assert _found(*blocks) == []


@pytest.mark.parametrize("mark", ["◆ {}", "■ {}", "*{}*"])
def test_a_mark_that_several_bear_tells_subheadings(mark: str) -> None:
    one, two = mark.format("Where to get water"), mark.format("Who pays for it")
    found = _found(
        (FIRST, KEPT), (one, TEASER), (SECOND, KEPT), (two, SHAPE), (THIRD, KEPT), finder=marked_headings
    )
    assert [text.strip("◆■* ") for text in found] == ["Where to get water", "Who pays for it"]


def test_a_mark_that_one_bears_tells_nothing() -> None:
    assert (
        _found((FIRST, KEPT), ("◆ Where to get water", SHAPE), (SECOND, KEPT), finder=marked_headings) == []
    )


def test_marks_above_the_text_tell_nothing() -> None:
    blocks = [("*Ann Lee*", SHAPE), (FIRST, KEPT), ("*Where to get water*", SHAPE), (SECOND, KEPT)]
    assert _found(*blocks, finder=marked_headings) == []


IN_BOX = ("Read also", (Label.RELATED, "related_phrase", 0.99))


def _last_of_box(*teasers: str, heading: str, glue: str = "\n") -> list[str]:
    texts = [FIRST, SECOND, glue.join((IN_BOX[0], *teasers)), heading, THIRD]
    page, _ = read("\n\n".join(texts), kind=Kind.TEXT, limits=DEFAULT_LIMITS)
    context = make_context(page, measure(page.segments), Headline(None, "", -1, ()), "en")
    said = {FIRST: KEPT, SECOND: KEPT, THIRD: KEPT, IN_BOX[0]: IN_BOX[1]}
    settled = [
        make_verdict((index, *said.get(segment.text, TEASER), ""))
        for index, segment in enumerate(page.segments)
    ]
    return [page.segments[index].text for index in headings_apart_from_boxes(context, settled, BY_SHAPE)]


TEASERS = ("Bridge opens in May", "Keeper wins a medal")
LONG = (
    "Islanders appeal for helicopter cover during the storms",
    "Minister says that no pier will be built this year",
)


@pytest.mark.parametrize(
    ("teasers", "heading", "glue"),
    [
        (TEASERS, "Help is on its way", "\n"),
        (TEASERS[:1], "Help is on its way", "\n"),
        (TEASERS, "HELP IS ON ITS WAY", "\n\n"),
        (tuple(f"    {teaser}" for teaser in TEASERS), "Help is on its way", "\n\n"),
        (LONG, "How the dispute began", "\n\n"),
    ],
)
def test_the_last_line_of_a_box_is_a_subheading_if_the_layout_sets_it_apart(
    teasers: tuple[str, ...], heading: str, glue: str
) -> None:
    assert _last_of_box(*teasers, heading=heading, glue=glue) == [heading]


@pytest.mark.parametrize(
    ("teasers", "heading", "glue"),
    [
        (TEASERS, "Help is on its way", "\n\n"),
        (tuple(map(str.upper, TEASERS)), "HELP IS ON ITS WAY", "\n\n"),
        (TEASERS, "Help is on its way.", "\n"),
        ((), "Help is on its way", "\n"),
        (LONG, "Nikita Mazurov van der Aue", "\n\n"),
        (LONG, "Minister rules out any new pier", "\n\n"),
    ],
)
def test_the_last_line_of_a_box_that_looks_like_the_others_is_a_teaser(
    teasers: tuple[str, ...], heading: str, glue: str
) -> None:
    assert _last_of_box(*teasers, heading=heading, glue=glue) == []
