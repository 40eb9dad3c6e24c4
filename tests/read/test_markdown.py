from __future__ import annotations

import pytest

from cleannews.read.markdown import mark_of, reduce, without_bars
from cleannews.read.page import DEFAULT_LIMITS, Layout, Segment
from cleannews.read.text import read_text

_DUMP = """# Ferry sinks

  * [Home](/)
  * [News](/news "News")
    * [Harbour](/news/harbour)

The ferry [Anna sank](https://example.com/a-very-long-address-that-is-broken-at-a-
hyphen.html) on **Monday** , said the _harbour_ master of the
old town, where long-
term repairs had been put off.

By Ann Lee\x20\x20
12 March

> It was old and it was very slow,
> she said.

[

### Another ferry

](/news/another)

| Goals | 3 |
---|---
"""


def segments_of(source: str) -> tuple[Segment, ...]:
    page = read_text(source, DEFAULT_LIMITS)
    assert page.layout is Layout.MARKDOWN
    return page.segments


def test_blocks_of_a_markdown_dump() -> None:
    found = [(segment.tag, segment.text) for segment in segments_of(_DUMP) if segment.text]
    assert found == [
        ("h1", "Ferry sinks"),
        ("li", "Home"),
        ("li", "News"),
        ("li", "Harbour"),
        (
            "",
            (
                "The ferry Anna sank on Monday , said the harbour master of the old town, "
                "where long-term repairs had been put off."
            ),
        ),
        ("", "By Ann Lee"),
        ("", "12 March"),
        ("blockquote", "It was old and it was very slow, she said."),
        ("h3", "Another ferry"),
        ("", "Goals 3"),
    ]


def test_links_tell_their_characters_and_targets() -> None:
    by_text = {segment.text[:9]: segment for segment in segments_of(_DUMP)}
    assert (by_text["Home"].link_chars, by_text["Home"].href) == (4, "/")
    assert by_text["The ferry"].link_chars == len("Annasank")
    assert by_text["The ferry"].strong_chars == len("Monday")
    assert by_text["12 March"].link_chars == 0


def test_a_link_around_a_teaser_reaches_all_its_blocks() -> None:
    teaser = next(segment for segment in segments_of(_DUMP) if segment.text == "Another ferry")
    assert (teaser.link_chars, teaser.href) == (len("Anotherferry"), "/news/another")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the [river](/r) rose", "the river rose"),
        ("the [river][1] rose", "the river rose"),
        ("![a boat](/b.png) The boat", "  The boat"),
        ("[1]: http://example.com/a", ""),
        ("see <https://example.com/>", "see https://example.com/"),
        ("**bold** _and_ *light*", "bold and light"),
        ("1\\. A \\[note\\]", "1. A [note]"),
        ("snake_case_name stays", "snake_case_name stays"),
        ("[sic] stays, 2 * 3 * 4 too", "[sic] stays, 2 * 3 * 4 too"),
        ("a [link](/x_(y)) with brackets", "a link with brackets"),
    ],
)
def test_reduce(text: str, expected: str) -> None:
    assert reduce(text).text == expected


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("# A", "h1"),
        ("###### A", "h6"),
        ("#hashtag", ""),
        ("* A", "li"),
        ("12. A", "li"),
        ("12.5 per cent", ""),
        ("12. März 2026", ""),
        ("12. 3. 2026, 10:00", ""),
        ("12. march of the bakers 2026", "li"),
        ("1. Mercury 2026 model", "li"),
        ("45. März 2026", "li"),
        ("> A", "blockquote"),
        ("* * *", "hr"),
        ("| a |", "table"),
        ("-5 degrees", ""),
        ("**Bold** start", ""),
    ],
)
def test_marks(text: str, tag: str) -> None:
    assert mark_of(text).tag == tag


def test_bars_go() -> None:
    assert without_bars("| a | b |") == "a b"


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        (
            "# [How the island council came to sell its last\nferry](https://news.example/how-the-island-council-\ncame-to-sell)",
            "How the island council came to sell its last ferry",
        ),
        (
            '## [Ferry sinks ](https://news.example/ferry-\nsinks/ "Go to: Ferry\nsinks")',
            "Ferry sinks",
        ),
        ("# Ferry sinks", "Ferry sinks"),
        ("# [Ferry sinks](/a) and [rises](/b)", "Ferry sinks and rises"),
        ("# Ferry sinks (again)", "Ferry sinks (again)"),
    ],
)
def test_a_heading_goes_on_where_its_link_does(heading: str, text: str) -> None:
    found = segments_of(
        f"[Home](/)\n\n[News](/news)\n\n{heading}\nThe harbour master of the old town said so.\n"
    )
    assert [(segment.tag[:1], segment.text) for segment in found[2:]] == [
        ("h", text),
        ("", "The harbour master of the old town said so."),
    ]


UNDERLINED = """\
* [Home](/)
* [News](/news)

Night ferry
===========

The council [voted](/vote) on it.

What comes next, in a heading
that goes over two lines
-----------------------------

The ferry sails in May.

---

### Most read

* [Rain](/rain)
"""


def test_underlined_headings_are_headings_beside_others() -> None:
    page = read_text(UNDERLINED, DEFAULT_LIMITS)
    found = [(segment.tag, segment.text) for segment in page.segments]
    assert found[2:] == [
        ("h1", "Night ferry"),
        ("", "The council voted on it."),
        ("h2", "What comes next, in a heading that goes over two lines"),
        ("", "The ferry sails in May."),
        ("", ""),
        ("h3", "Most read"),
        ("li", "Rain"),
    ]
    assert [segment.raw for segment in page.segments if segment.tag in {"h1", "h2"}] == [
        "Night ferry\n===========",
        "What comes next, in a heading\nthat goes over two lines\n-----------------------------",
    ]


@pytest.mark.parametrize("below", ["--", "-- -", "a---", "=-=-=", "\n---"])
def test_other_lines_make_no_heading(below: str) -> None:
    page = read_text(f"# Rain\n\n## More\n\nIt rained\n{below}\n\n### Most read\n", DEFAULT_LIMITS)
    assert "h2" not in [segment.tag for segment in page.segments if "It rained" in segment.text]
