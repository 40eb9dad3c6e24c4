"""Character references left in a dump are read; what only looks like one is not."""

from __future__ import annotations

import pytest

from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.text import read_text
from tests.read.test_text import assert_covers


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("What&#x27;s next for the harbour?", "What's next for the harbour?"),
        ("The council said &quot;never&quot;.", 'The council said "never".'),
        ("The council said &amp;quot;never&amp;quot;.", 'The council said "never".'),
        ("Espa&ntilde;a y Portugal", "España y Portugal"),
        ("Fish &amp; chips", "Fish & chips"),
        ("Fish &amp;amp; chips", "Fish & chips"),
        ("five&nbsp;boats", "five boats"),
        ("five&#160;boats", "five boats"),
        ("&#8220;Never&#8221;, she said", "“Never”, she said"),
        ("&ldquo;Never&rdquo;, she said", "“Never”, she said"),
        ("1990&#150;1995", "1990–1995"),
        ("a&shy;b", "ab"),
        ("&#26085;&#26412;の港", "日本の港"),
        ("&#128674; Ferries", "🚢 Ferries"),
    ],
)
def test_references_are_read(raw: str, text: str) -> None:
    page = read_text(raw, DEFAULT_LIMITS)
    assert_covers(page)
    assert [segment.text for segment in page.segments] == [text]
    assert page.segments[0].raw == raw


@pytest.mark.parametrize(
    "text",
    [
        "Shares of AT&T; they rose",
        "R&D and Q&A; both are short",
        "https://example.com/?a=1&copy=2&reg=3",
        "Johnson&Johnson; the maker",
        "Write `&amp;` for an ampersand.",
        "Write “&nbsp;” where no break is wanted.",
        "Marks &Spencer; others",
        "&#99999999; is too large",
        "&;",
        "&#;",
        "&#x;",
        "&#xD800;",
    ],
)
def test_what_is_no_reference_is_left_alone(text: str) -> None:
    page = read_text(text, DEFAULT_LIMITS)
    assert_covers(page)
    assert " ".join(segment.text for segment in page.segments) == text


@pytest.mark.parametrize("blank", ["&nbsp;", "&nbsp;&nbsp;", "&#160; &#160;", "&#8203;", "&shy;"])
def test_a_line_of_nothing_but_blank_references_says_nothing(blank: str) -> None:
    page = read_text(f"Rain on Sunday\n\n{blank}\n\nIt rained all day.", DEFAULT_LIMITS)
    assert_covers(page)
    assert [segment.text for segment in page.segments if segment.text] == [
        "Rain on Sunday",
        "It rained all day.",
    ]


def test_a_quotation_in_references_ends_its_sentence() -> None:
    dump = " ".join(["The boats stayed in the harbour. &quot;We wait.&quot; Then the wind fell."] * 12)
    page, plain = (read_text(text, DEFAULT_LIMITS) for text in (dump, dump.replace("&quot;", '"')))
    assert_covers(page)
    assert [segment.text for segment in page.segments] == [segment.text for segment in plain.segments]


def test_references_in_markdown_are_read() -> None:
    dump = "# What&#x27;s on\n\n* [Fish &amp; chips](/a)\n* [Boats](/b)\n\n&nbsp;\n\n## More &raquo;\n\nText."
    page = read_text(dump, DEFAULT_LIMITS)
    assert_covers(page)
    assert [segment.text for segment in page.segments][:3] == ["What's on", "Fish & chips", "Boats"]
