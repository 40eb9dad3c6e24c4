"""The headline: which text is the title, where it stands, what echoes it."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleannews.label.headline import Headline, find_headline
from cleannews.label.headline_candidate import candidates
from cleannews.label.headline_dump import dump_title
from cleannews.label.headline_lines import read
from cleannews.label.headline_rival import above_standfirst
from cleannews.label.headline_survey import surveyed
from cleannews.label.headline_weights import GLANCED, READ, weigh
from cleannews.label.masthead import cut_site_name, is_site_name
from cleannews.label.measures import measure
from cleannews.labels import Kind
from cleannews.read.containers import NO_CONTAINERS, Containers
from cleannews.read.page import (
    Hints,
    Join,
    Layout,
    Meta,
    Page,
    Segment,
)

_ROWS = Path(__file__).parents[1] / "fixtures" / "rows" / "titles.jsonl"
ROWS = [json.loads(line) for line in _ROWS.read_text(encoding="utf-8").splitlines()]
_ONE = Containers((-1,), ("body",), ("",), ("/html/body",))


def _segment(text: str, tag: str = "", *, hidden: bool = False) -> Segment:
    return Segment(text, text, None, None, tag, 0 if tag else -1, None, 0, None, hidden, 1, 0, Join.NONE, "")


def _html(segments: list[Segment], hints: Hints) -> Page:
    return Page(Kind.HTML, "", tuple(segments), _ONE, hints)


def _dump(lines: list[str]) -> Page:
    segments = tuple(_segment(line) for line in lines)
    return Page(Kind.TEXT, "\n\n".join(lines), segments, NO_CONTAINERS, Hints(), Layout.BLOCKS)


def _head(page: Page) -> Headline:
    return find_headline(page, measure(page.segments))


def _hints(row: dict[str, Any]) -> Hints:
    metas = [Meta("og:title", row["og"])] if "og" in row else []
    metas += [Meta("og:site_name", row["site"])] if "site" in row else []
    scripts: tuple[str, ...] = ()
    if "jsonld" in row:
        scripts = (json.dumps({"@type": "NewsArticle", "headline": row["jsonld"]}),)
    rels = (("canonical", row["canonical"]),) if "canonical" in row else ()
    return Hints(jsonld=scripts, metas=tuple(metas), rels=rels, title=row.get("title"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']}-{row['lang']}")
def test_title(row: dict[str, Any]) -> None:
    if row["kind"] == "text":
        page = _dump(row["lines"])
    else:
        shown = row.get("headings") or [("h1", text) for text in row["h1"]]
        page = _html([*(_segment(text, tag) for tag, text in shown), _segment("Body.", "p")], _hints(row))
    assert _head(page).text == row["expect"], row["note"]


def test_rows_are_enough_and_some_give_nothing() -> None:
    assert len(ROWS) >= 150
    assert sum(row["expect"] is None for row in ROWS) >= 5


def test_the_h1_is_the_block_and_an_earlier_crumb_an_echo() -> None:
    title = "Ferry service to the islands stops"
    page = _html(
        [
            _segment(title, "li"),
            _segment(title, "h1"),
            _segment("Text.", "p"),
            _segment(f"{title} | Herald", "p"),
        ],
        Hints(title=title),
    )
    found = _head(page)
    assert (found.block, found.echoes) == (1, (0, 3))


def test_a_title_line_with_a_suffix_is_an_echo_of_the_headline_below() -> None:
    title = "Ferry service to the islands stops"
    body = (
        "The ferry company said on Sunday that the wind was too strong for its two older ships, and that the "
        "service would start again when the storm is over."
    )
    found = _head(_dump([f"{title} - Lundby Herald", "Home", title, body]))
    assert (found.text, found.block, found.echoes) == (title, 2, (0,))


_PROSE = (
    "The five quiet ferries of the western sound were tested on a windy day, and the best of them were the "
    "ships whose engines nobody heard from the quay."
)
_HEADING = "Engine noise: a word on method"
_DEEP = [_PROSE, *["Shop"] * 6, _HEADING, "By Ann Lee, 3 May 2024", *[_PROSE] * 3]


def _marked_deep(first: str) -> Page:
    """A dump whose only heading mark stands deep in the text."""
    page = _dump([first, *_DEEP])
    marked = [
        segment._replace(tag="h1") if segment.text == _HEADING else segment for segment in page.segments
    ]
    return replace(page, segments=tuple(marked))


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Best Quiet Ferries of the Western Sound | Quay Log", "Best Quiet Ferries of the Western Sound"),
        ("Best Quiet Ferries of the Western Sound", "Best Quiet Ferries of the Western Sound"),
    ],
)
def test_the_title_line_goes_before_a_heading_deep_in_the_text(first: str, title: str) -> None:
    found = _head(_marked_deep(first))
    assert (found.text, found.block) == (title, 0)


@pytest.mark.parametrize(
    "first", ["Quay Log Quay Log Quay Log", "Feeds of all coasts worldwide", "#Best Quiet Ferries"]
)
def test_other_first_lines_are_no_title(first: str) -> None:
    assert _head(_marked_deep(first)).text == _HEADING


def test_a_headline_far_above_most_paragraphs_is_found() -> None:
    title = "What the quiet ferries of the western sound cost"
    menu, notes = ["Shop", "About us"] * 10, ["Engine notes of the quay"] * 400
    page = _dump(["Skip to content", *menu, title, "By Ann Lee, 3 May 2024", _PROSE, *notes, *[_PROSE] * 2])
    assert (_head(page).text, _head(page).block) == (title, 21)


@pytest.mark.parametrize("mark", ["", " (AFP)", " (jm/AFP)", " – AFP", " /dpa"])
def test_a_few_paragraphs_have_no_headline_though_an_agency_signs_the_last(mark: str) -> None:
    assert _head(_dump([_PROSE, f"{_PROSE}{mark}"])).text is None


@pytest.mark.parametrize("heading", ["What the harbour costs", "Will the keeper stay?"])
def test_a_dump_that_opens_with_its_text_has_no_title_though_it_has_subheadings(heading: str) -> None:
    text = [_PROSE, _PROSE.replace("five", "six"), heading, *[_PROSE.replace("five", "ten")] * 9]
    assert _head(_dump(text)).text is None
    assert _head(_dump(["Quiet ferries win the test", *text])).text == "Quiet ferries win the test"


@pytest.mark.parametrize("line", ["Dear Sir,", "Szanowna Redakcjo,", "Sehr geehrte Redaktion,"])
def test_a_salutation_is_no_headline(line: str) -> None:
    assert _head(_dump([line, *[_PROSE] * 4])).text is None


@pytest.mark.parametrize(
    "line",
    [
        "3 Responses to “{}”",
        "One thought on “{}”",
        "3 Gedanken zu „{}“",
        "3 comentarios en «{}»",
        "2 yorum “{}”",
    ],
)
def test_what_counts_comments_is_no_headline(line: str) -> None:
    title = "Quiet ferries win the test"
    page = _dump([title, *[_PROSE] * 3, line.format(title), "Janet says:", "Wonderful news!", "Reply"])
    assert _head(page).text == title


def test_a_headline_may_count_what_it_likes() -> None:
    title = "3 answers to the question “Why ferries?”"
    assert _head(_dump(["3 thoughts on quiet ferries", *[_PROSE] * 4])).text == "3 thoughts on quiet ferries"
    assert _head(_html([_segment(title, "h1"), _segment(_PROSE, "p")], Hints())).text == title


def test_the_first_line_is_the_headline_of_an_article_without_anything_around_it() -> None:
    title, standfirst = (
        "Quiet ferries win",
        "Passengers of the western sound slept through the whole of the test",
    )
    assert _head(_dump([title, standfirst, *[_PROSE] * 9])).text == title
    assert _head(_dump([title, *[_PROSE] * 3, "What it costs the islands", *[_PROSE] * 9])).text == title


@pytest.mark.parametrize("tag", ["h2", "h3"])
def test_a_lesser_heading_that_a_page_opens_with_is_its_headline(tag: str) -> None:
    page = _html([_segment("Quiet ferries win the test", tag), _segment(_PROSE, "p")], Hints())
    assert (_head(page).text, _head(page).source, _head(page).block) == ("Quiet ferries win the test", tag, 0)


def test_a_lesser_heading_below_the_text_is_not() -> None:
    page = _html(
        [_segment(_PROSE, "p"), _segment("What it costs the islands", "h2"), _segment(_PROSE, "p")], Hints()
    )
    assert _head(page).text is None


def test_a_notice_above_the_menu_does_not_hide_the_headline() -> None:
    title = "Quiet ferries of the western sound win the test"
    notice = "We and our partners store what you read here, so that we know which of our pages you like."
    page = _dump([notice, "Shop", "About us", "Our ships", "Timetable of all lines", title, *[_PROSE] * 9])
    assert _head(page).text == title


def test_a_headline_above_signed_paragraphs_is_found() -> None:
    title = "Rain stops the ferry to the islands"
    assert _head(_dump([title, _PROSE, f"{_PROSE} (AFP)"])).text == title


TITLE = "Ferry service to the islands stops"
TEXT = "The ferry to the islands stops in May because the company has sold its last ship."
MENU = [f"Section {count}" for count in range(12)]


def test_in_a_dump_the_first_of_two_copies_close_to_each_other_is_the_block() -> None:
    found = _head(_dump([TITLE, "HomeNews", TITLE, f"{TITLE[:28]}...", TEXT]))
    assert (found.block, found.echoes) == (0, (2, 3))


def test_below_a_menu_the_last_copy_above_the_text_is_the_block() -> None:
    found = _head(_dump([TITLE, *MENU, TITLE, TEXT, TEXT, TITLE]))
    assert (found.block, found.echoes) == (13, (0, 16))


def test_hidden_headings_are_not_shown() -> None:
    page = _html(
        [_segment("Menu for this page", "h1", hidden=True), _segment("Rain stops the ferry", "h1")], Hints()
    )
    assert _head(page).block == 1


def test_a_heading_that_differs_from_the_declared_title_still_has_its_block() -> None:
    page = _html(
        [_segment("News", "p"), _segment("Skiing The old lift stays closed", "h1")],
        Hints(metas=(Meta("og:title", "The old lift stays closed"),)),
    )
    found = _head(page)
    assert (found.text, found.source, found.block) == ("The old lift stays closed", "og:title", 1)


def test_the_heading_over_the_article_is_the_block_not_a_teaser_or_the_last_crumb() -> None:
    title = "No ship until Monday: the islands wait"
    page = _html(
        [
            _segment(title, "li"),
            _segment("Ferry strike: how it goes on", "h1"),
            _segment("Harbour", "div"),
            _segment(title, "h2"),
            _segment("Text.", "p"),
        ],
        Hints(metas=(Meta("og:title", title),), title="Ferry strike: how it goes on"),
    )
    found = _head(page)
    assert (found.text, found.block, found.echoes) == (title, 3, (0,))


@pytest.mark.parametrize(
    ("declared", "block", "title"),
    [
        (
            "The Herald: Rain stops the ferry",
            "Rain stops the ferry By Ann Lee, 3 May 2024",
            "Rain stops the ferry",
        ),
        ("Rain stops the ferry | Island News", "Rain stops the ferry", "Rain stops the ferry"),
        ("Rain stops the ferry - again", "Rain stops the ferry – again", "Rain stops the ferry - again"),
        ("Rain stops ferry: what now", "Rain stops ferry", "Rain stops ferry: what now"),
        ("Rain stops the ferry | Island News", "It rained.", "Rain stops the ferry | Island News"),
    ],
)
def test_without_a_heading_the_page_shows_which_part_is_the_title(
    declared: str, block: str, title: str
) -> None:
    page = _html([_segment("Menu", "li"), _segment(block, "p")], Hints(title=declared))
    assert _head(page).text == title


def test_a_title_of_nothing_but_separators_takes_linear_time() -> None:
    page = _html([_segment("Menu", "li")] * 2_000, Hints(title="a | " * 50_000))
    assert _head(page).text is not None


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("The Daily Herald", {"dailyherald"}),
        ("Herald Online", {"herald"}),
        ("herald.example", {"heraldexample"}),
    ],
)
def test_site_names_are_known_in_their_usual_forms(part: str, names: set[str]) -> None:
    assert is_site_name(part, names)


@pytest.mark.parametrize("part", ["Heraldry for beginners in the valley", "Rain", "A daily walk"])
def test_other_words_are_no_site_names(part: str) -> None:
    assert not is_site_name(part, {"dailyherald", "herald"})


def test_nothing_is_cut_without_evidence() -> None:
    assert cut_site_name("Rain - a history", names={"herald"}) == "Rain - a history"


def test_a_title_that_is_nothing_but_the_site_name_stays() -> None:
    assert cut_site_name("The Herald", names={"herald"}) == "The Herald"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=25))
def test_any_dump_gives_a_headline_that_points_into_it(lines: list[str]) -> None:
    page = _dump([" ".join(line.split()) for line in lines])
    found = _head(page)
    places = {found.block, *found.echoes} - {-1}
    assert places <= set(range(len(lines)))
    assert found.block not in found.echoes
    assert (found.text is None) == (found.source == "")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=8), st.text(max_size=80), st.text(max_size=80))
def test_any_page_gives_a_headline_that_points_into_it(texts: list[str], og: str, title: str) -> None:
    page = _html([_segment(text, "h1") for text in texts], Hints(metas=(Meta("og:title", og),), title=title))
    assert _head(page).block < len(texts)


def test_a_hundred_thousand_lines_take_linear_time() -> None:
    rng = random.Random(5)  # noqa: S311 - test data
    lines = [
        " ".join(rng.choices(["rain", "ferry", "bridge", "2024", "-", "|"], k=6)) for _ in range(100_000)
    ]
    assert _head(_dump(lines)).block >= 0


def test_every_weight_has_a_feature() -> None:
    page = _dump(["Ferry service stops", "Rain."])
    dump = surveyed(page, measure(page.segments))
    lines = candidates(dump)
    assert lines
    assert all(len(line.features) == len(GLANCED) for line in lines)
    assert all(len(read(dump, line.block, line.text)) == len(READ) for line in lines)


@example(texts=["11111111111111 1.", "11111111111111 1|", ""])
@example(texts=["1"] * 7 + ["1 1 1 2 ©", ""])  # the line above the heaviest is its headline
@given(st.lists(st.text("ab12 .:©|-\n", max_size=40), min_size=1, max_size=30))
def test_the_heaviest_of_all_lines_is_found_although_few_are_read(texts: list[str]) -> None:
    page = _dump([" ".join(text.split()) or "Rain on the river" for text in texts])
    dump = surveyed(page, measure(page.segments))
    lines = candidates(dump)
    whole = [line._replace(features=(*line.features, *read(dump, line.block, line.text))) for line in lines]
    most = max((weigh(line.features) for line in whole), default=0.0)
    heaviest = [line for line in whole if weigh(line.features) == most]
    found = dump_title(page, measure(page.segments))
    if found and found.source != "first_line":
        above = {above_standfirst(dump, lines, line).block for line in heaviest}
        heads = [line.text for line in heaviest]
        again = found.source == "repeated_line" and any(head.startswith(found.text) for head in heads)
        assert again or found.block in above.union(line.block for line in heaviest)


@pytest.mark.parametrize(
    ("line", "echoed"),
    [
        ("Bakers strike over night shifts by: Jo Marchetti From: Post March 13, 2015 9:00PM", True),
        ("Bakers strike over night shifts 13.03.2015", True),
        ("Bakers strike over night shifts by Jo Marchetti, 5 May 2024", True),
        ("Bakers strike over night shifts and owners give in", False),
        ("Bakers strike over night shifts in Tolland, the third week without bread", False),
        ("Bakers strike by: Jo Marchetti", False),
    ],
)
def test_a_byline_that_ran_into_a_copy_of_the_headline(line: str, echoed: bool) -> None:  # noqa: FBT001
    title = "Bakers strike over night shifts"
    found = _head(_dump([title, "Home", line, _PROSE, _PROSE]))
    assert ({found.block, *found.echoes} == {0, 2}) is echoed
