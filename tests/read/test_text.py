"""Spans of text dumps: every character that is not white space is in exactly one block."""

from __future__ import annotations

import gc
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.read.page import DEFAULT_LIMITS, Join, Limits, Page
from cleannews.read.text import read_text

_CRUMBS = st.sampled_from(
    [
        "Home",
        "HomeNewsPolitics",
        "The river rose by two metres.",
        "in the",
        "“Quote.”Next",
        "* item",
        "[link](/a/b-",
        "](/c)",
        '[text](http://example.com/x_(y) "t")',
        "(BUTTON) Share (BUTTON) Mail",
        "## Heading",
        "=====",
        "govern-",
        "ment",
        "雨が降った。風も",
        "5. November",
        "| a | b |",
        "[1]One",
        "> quoted",
        "\u200b",
        "\ufeff",
        "\x00",
        "\x85",
        "\ud800",
        "©",
        "12:30",
        "ABOUT THE AUTHOR",
        ". ",
        "*",
        "**",
        "&nbsp;",
        "&amp;quot;",
        "What&#x27;s",
        "&#10;",
        "window.dataLayer=window.dataLayer||[];dataLayer.push({'a':1});",
        '{"@type":"NewsArticle","name":"a b c","url":"https:\\/\\/example.com"}',
        ".wp-a{margin:0 auto;color:#333!important}",
        "{",
        "});",
        "[",
        "_",
    ]
)
_GAPS = st.sampled_from(
    [" ", "", "\n", "\n\n", "\r\n", "\t", "\u00a0", "   ", "\n    ", "\x0c", "\u2028", "\n" * 4]
)
_DUMPS = st.lists(st.tuples(_CRUMBS, _GAPS), max_size=60).map(
    lambda pairs: "".join(crumb + gap for crumb, gap in pairs)
)


def assert_covers(page: Page) -> None:
    source, place = page.source, 0
    for segment in page.segments:
        assert segment.start is not None
        assert segment.end is not None
        assert place <= segment.start < segment.end <= len(source)
        assert not source[place : segment.start].strip(), "only white space lies between two blocks"
        assert segment.raw == source[segment.start : segment.end]
        place = segment.end
    assert not source[place:].strip()


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_spans_cover_any_text(source: str) -> None:
    assert_covers(read_text(source, DEFAULT_LIMITS))


@given(_DUMPS)
@settings(max_examples=300, deadline=None)
def test_spans_cover_what_looks_like_a_dump(source: str) -> None:
    assert_covers(read_text(source, DEFAULT_LIMITS))


@given(_DUMPS)
@settings(max_examples=60, deadline=None)
def test_spans_cover_a_dump_on_one_long_line(source: str) -> None:
    assert_covers(read_text(" ".join(source.split()) + " word" * 500, DEFAULT_LIMITS))


@given(_DUMPS, st.integers(1, 5))
@settings(max_examples=60, deadline=None)
def test_spans_cover_the_input_when_blocks_are_limited(source: str, blocks: int) -> None:
    page = read_text(source, Limits(blocks=blocks))
    assert_covers(page)
    assert len(page.segments) <= blocks + 1


_SEED_SHAPED = """Ferry company meets island council

HomeNewsHarbour

Ferry company meets island council

The ferry company met with the island council – an old opponent of its plans – on Friday, in a talk that

Storm closes the northern harbour
Council buys two new buses
Bridge plan goes back to the start

The ferry company met with the island council – an old opponent of its plans – on Friday, in a talk
that no one had expected.

COMMENTS

WORDPRESS: 0
DISQUS: 0"""


def test_a_glued_breadcrumb_teasers_and_counters_are_blocks_of_their_own() -> None:
    page = read_text(_SEED_SHAPED.replace("talk\nthat", "talk that"), DEFAULT_LIMITS)
    texts = [segment.text for segment in page.segments]
    assert texts[1:4] == ["Home", "News", "Harbour"]
    assert texts[6:9] == [
        "Storm closes the northern harbour",
        "Council buys two new buses",
        "Bridge plan goes back to the start",
    ]
    assert texts[9].endswith("no one had expected.")
    assert texts[10:] == ["COMMENTS", "WORDPRESS: 0", "DISQUS: 0"]
    assert [segment.join for segment in page.segments[1:4]] == [Join.NONE, Join.GLUED, Join.GLUED]


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "aB",
        "HomeNews",
        "\n",
        "Word\n",
        "and\n",
        "[",
        "[a ",
        "](/x ",
        "[a](http://b/c) ",
        '"',
        '."A',
        "ab.Cd",
        "**a ",
        "_a ",
        "(BUTTON) ",
        "____ ",
        "a|",
        "雨が降った。",
        "govern-\nment of the people and of\n",
        "Ferry sinks in the harbour ",
        "by A",
        "- ",
        "12 The ",
        "Ann Lee ",
        "NATO • the The. ",
        "The river of\nrose in\n",
        "   * [1]Home\n",
        "\u200b",
        "\u0301\u0323",
        "é\u0315\u0300\u05ae ",
        "1: a b c\n",
        "> a b c\n",
        "'a', ",
        "'a' ",
        '"a b c",\n',
        '"a b c\n',
        "['",
        "<br>",
        "a b c</p>\n",
        "a \\\n",
        "a =\n",
        "=C3=\n",
        "Ã©",
        "â€™a ",
        "\\xc3\\xa9",
        "a — B ",
    ],
)
def test_reading_is_linear_in_the_input(unit: str) -> None:
    small, large = unit * (25_000 // len(unit)), unit * (100_000 // len(unit))
    assert _seconds(large) < 12 * max(_seconds(small), 0.02), (
        "four times the input takes about four times as long"
    )


def _seconds(source: str) -> float:
    """Time reading, without what the collector would take for all that other tests have left."""
    gc.collect()
    gc.freeze()
    begin = time.process_time()
    assert_covers(read_text(source, DEFAULT_LIMITS))
    end = time.process_time()
    gc.unfreeze()
    return end - begin


@pytest.mark.parametrize("count", ["[+2417 chars]", "[2417 chars]"])
@pytest.mark.parametrize("before", ["… ", "...", " "])
def test_what_says_how_much_was_left_out_is_a_block_of_its_own(count: str, before: str) -> None:
    head = "The river rose by two metres in the night.\r\nNobody was hurt, and nobody had" + before.rstrip()
    page = read_text(f"{head} {count}", DEFAULT_LIMITS)
    assert_covers(page)
    assert page.segments[-1].text == count
    assert page.segments[-2].text.endswith(f"nobody had{before.rstrip()}")


@pytest.mark.parametrize(
    "dump",
    [
        "[+2417 chars]",
        "A message may have [280 chars] and no more.",
        "Of the [old chars]",
        "[+24 chars] left",
    ],
)
def test_what_only_looks_like_a_count_is_not_cut_off(dump: str) -> None:
    assert [segment.text for segment in read_text(dump, DEFAULT_LIMITS).segments] == [dump]


_WRAPPED = """The ferry company said on Sunday that rain and wind were too strong for its two
old ships and that the crossings to the outer islands would begin again.

A spokesman said that the islands had food for a week and that the helicopter of
the coast guard would take the sick across the sound until then."""


@pytest.mark.parametrize("rule", ["━" * 80, "─" * 80, "_" * 72, "-" * 72, "* * *", "=" * 60, "═" * 78])
def test_a_line_drawn_across_a_wrapped_dump_is_a_block_of_its_own(rule: str) -> None:
    begun = "Passengers may ask for their money at the quay, and those who have to wait get a"
    lines = f"{begun}\nroom in the inn behind it for the night.\n{rule}\nSecondary links"
    page = read_text(f"{_WRAPPED}\n\n{lines}\n\n{_WRAPPED}", DEFAULT_LIMITS)
    texts = [segment.text for segment in page.segments]
    assert f"{begun} room in the inn behind it for the night." in texts
    assert "Secondary links" in texts


@pytest.mark.parametrize(
    "line", ["– and so on", "... and so on", "*not* at all", "(all of them)", "»No«, he said."]
)
def test_a_line_that_begins_with_a_sign_goes_on_in_a_wrapped_dump(line: str) -> None:
    begun = "Passengers may ask for their money at the quay, and those who have to wait get a"
    texts = [
        segment.text
        for segment in read_text(f"{_WRAPPED}\n\n{begun}\n{line}\n\n{_WRAPPED}", DEFAULT_LIMITS).segments
    ]
    assert f"{begun} {line}" in texts


def test_a_sentence_with_a_glued_name_is_no_menu() -> None:
    line = "BLITAR, KabarLerengKelud - Sebanyak 163 kepala keluarga di desa ini bisa menyeberangi sungai."
    dump = f"Jembatan gantung dibangun\n\n{line}\n\nSetiap hari mereka harus berjalan jauh ke desa lain."
    assert line in [segment.text for segment in read_text(dump, DEFAULT_LIMITS).segments]
