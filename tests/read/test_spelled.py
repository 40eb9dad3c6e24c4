"""Addresses and attributes that converters write behind words are cut out; what somebody wrote stays."""

from __future__ import annotations

import pytest

from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.spelled import without_attributes
from cleannews.read.text import read_text
from tests.read.test_text import assert_covers

SENTENCE = "The harbour{} council paid for the ferry by selling a disused warehouse on the quay."


def dump_of(menu: str, mark: str) -> str:
    """A dump whose every link has its address behind it."""
    names = ("Home", "News", "Sport", "Culture", "Weather", "Travel")
    return "\n\n".join([*(menu.format(name, name.lower()) for name in names), SENTENCE.format(mark)])


@pytest.mark.parametrize(
    ("menu", "mark"),
    [
        ("{} [https://news.example/{}]", " [https://news.example/harbour?a=1&b=2#c]"),
        ("{} <https://news.example/{}>", " <https://news.example/harbour>"),
        ("{}<https://news.example/{}>", "<https://news.example/harbour>"),
        ("{} (https://news.example/{})", " (https://news.example/harbour)"),
        ("{} ( https://news.example/{} )", " ( https://news.example/harbour )"),
        ("{} [/{}]", " [/harbour]"),
        ("{} [/{}]", " [/]"),
        ("{} [/{}]", " [javascript:void(0)]"),
        ("{} [/{}]", " [tel:+3531234567]"),
        ("{}\n[https://news.example/{}]", "\n[https://news.example/harbour]"),
        ("{} [https://news.example/{}]", " [mailto:desk@news.example]"),
        ("{} &lt;https://news.example/{}&gt;", " &lt;https://news.example/harbour&gt;"),
    ],
)
def test_addresses_behind_words_are_cut_out(menu: str, mark: str) -> None:
    page = read_text(dump_of(menu, mark), DEFAULT_LIMITS)
    assert_covers(page)
    texts = [segment.text for segment in page.segments]
    assert texts[:6] == ["Home", "News", "Sport", "Culture", "Weather", "Travel"]
    assert " ".join(texts[6:]).replace("\n", " ") == SENTENCE.format("")


def test_attributes_of_pandoc_are_cut_out() -> None:
    items = "\n".join(f'-   [Part {n}](/{n}){{.nav-link\ntarget="_blank"}}' for n in range(6))
    share = (
        "[Mail]{.share\n"
        + "\n".join(f'param-{n}="The ferry is late, says the council"' for n in range(20))
        + "}"
    )
    story = f"# The ferry {{#top .headline}}\n\n{share}\n\nThe [harbour]{{.place}} council paid."
    dump = f"::: {{#main .content}}\n{items}\n:::\n\n{story}"
    page = read_text(dump, DEFAULT_LIMITS)
    assert_covers(page)
    texts = [segment.text for segment in page.segments]
    assert "Part 3" in texts
    assert texts[-2] == "Mail"
    assert "The ferry" in texts
    assert texts[-1] == "The harbour council paid."
    assert not any(":::" in text for text in texts)


WRAPPED = """\
 * Home [https://news.example/]
 * The council and its decisions of this year
   [https://news.example/council/decisions/2024/all-of-them-in-one-long-list]
 * Sport [/sport]

The council of the island [/island] voted on Monday night to let
the ferry sail after dark, in spite of the noise
[https://news.example/noise/what-the-residents-said-about-it-in-two-years-of-talks]
that the residents [/residents] had feared for years.

The vote [/vote] was close, and the mayor [/mayor] asked for calm
in the harbour.
"""

JOINED = (
    "The council of the island voted on Monday night to let the ferry sail after dark, in spite of the noise "
    "that the residents had feared for years."
)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_lines_that_were_full_with_their_addresses_are_joined(ends: str) -> None:
    page = read_text(WRAPPED.replace("\n", ends), DEFAULT_LIMITS)
    assert_covers(page)
    assert [segment.text for segment in page.segments] == [
        "Home",
        "The council and its decisions of this year",
        "Sport",
        JOINED,
        "The vote was close, and the mayor asked for calm in the harbour.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The report [https://news.example/report] was read aloud.",
        "Links: [https://a.example/] [https://b.example/] [https://c.example/] and no more of them.",
        "They wrote <b>yes</b> and <b>no</b> and <i>so</i> and <i>on</i> and <p>out</p> and <p>in</p> there.",
        "[b]one[/b] and [b]two[/b] and [b]three[/b] and [b]four[/b] and [b]five[/b] and [b]six[/b] there.",
        "It rained [sic] and [1] then [2] and [3] and [4] and [5] and [6] and stopped.",
        "The set {a} and {b} and f(x){.y} and {c} and {d} and {e} and {f} stay as they are.",
        "See https://a.example/ and https://b.example/ and https://c.example/ and others there.",
        "p{.a} p{.b} p{.c} p{.d} p{.e} p{.f} p{.g} are rules of a style sheet.",
    ],
)
def test_what_somebody_wrote_stays(text: str) -> None:
    page = read_text(text, DEFAULT_LIMITS)
    assert_covers(page)
    assert " ".join(segment.text for segment in page.segments) == text


def test_links_of_markdown_are_left_to_markdown() -> None:
    dump = "# Rain\n\n" + "\n".join(f"* [https://a.example/{n}](https://a.example/{n})" for n in range(9))
    page = read_text(dump, DEFAULT_LIMITS)
    assert_covers(page)
    assert page.segments[1].text == "https://a.example/0"
    assert page.segments[1].href == "https://a.example/0"


def test_fences_and_attributes_of_any_content_are_cut_out() -> None:
    state = '{\\"x\\": 5, \\"text\\": \\"Rain [1] (more)\\"}'
    menu = "\n".join(
        f'-   ::: nav-item\n    [Part {n}](/{n}){{on-click="go({n})" state="{state}"}}\n    :::'
        for n in range(4)
    )
    dump = f"""::: {{#page .wide state="{state}"}}
{menu}

[Storm]{{.kicker}}

> ::: quote-text
> "We stay on the quay."
> :::

# The ferry is late {{#the-ferry-is-late .headline}}

::: meta
By [Ann Lee]{{itemprop="name"}}
:::

{SENTENCE.format("")}
:::
"""
    page = read_text(dump, DEFAULT_LIMITS)
    assert_covers(page)
    texts = [segment.text for segment in page.segments if segment.text]
    assert texts == [
        *(f"Part {n}" for n in range(4)),
        "Storm",
        '"We stay on the quay."',
        "The ferry is late",
        "By Ann Lee",
        SENTENCE.format(""),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "Use f(x) {.x} and [a]{.b}: so it is written.\n\nIt rained.",
        ":::tip\nTake a coat.\n:::\n\nIt rained.",
        "The set {a, b} has two members, {#1, #2} has two as well; [it]{is} so.\n" * 5,
        'They said ": ::" and went {home="here"} with "[it]" for years.\n' * 9,
    ],
)
def test_braces_that_somebody_wrote_stay(source: str) -> None:
    assert without_attributes(source) is None
