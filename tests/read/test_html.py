from __future__ import annotations

import gc
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.read.html import read_html
from cleannews.read.page import DEFAULT_LIMITS, Limits, Page, Segment
from cleannews.read.prescan import cut_attributes


def page_of(source: str) -> Page:
    return read_html(source, DEFAULT_LIMITS)


def texts(source: str) -> list[str]:
    return [segment.text for segment in page_of(source).segments]


def shown(source: str) -> list[str]:
    return [segment.text for segment in page_of(source).segments if not segment.hidden]


def letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        (" \n ", []),
        ("bare text", ["bare text"]),
        ("<p>one<p>two", ["one", "two"]),
        ("<p>one <b>bold</b> and <i>more</i>.</p>", ["one bold and more."]),
        ("<div>one<p>two</p>three</div>", ["one", "two", "three"]),
        (
            "<div><span>one</span> <em>two</em><p>three</p><a href=x>four</a></div>",
            ["one two", "three", "four"],
        ),
        ("<p>one<br>two</p>", ["one two"]),
        ("<p>one<br><br>two<br /> <br/>three</p>", ["one", "two", "three"]),
        ("<p>one<br>two<br>three", ["one two three"]),
        ("<p>one<br clear=all>two<BR CLEAR=left>three", ["one", "two", "three"]),
        ("<p>one<br clear=none>two<br clear>three", ["one two three"]),
        ("<a href=x><div><h3>one</h3><p>two</p></div></a><a href=y>three</a>", ["one", "two", "three"]),
        ("<span>one<div>two</div>three</span>four", ["one", "two", "threefour"]),
        ("<p><a href=x><p>one<div>two</div></a> three", ["one", "two", "three"]),
        ("<table><tr><th>one<td>two<tr><td><p>three</p><p>four</p></table>", ["one", "two", "three", "four"]),
        ("<table><p>one<tr><td>two</table>three", ["one", "two", "three"]),
        ("<dl><dt>one<dd>two<dd>three</dl>", ["one", "two", "three"]),
        ("<ul><li>one<ul><li>two</ul>three</ul>", ["one", "two", "three"]),
        ("<pre>one\ntwo\n\n  three\n</pre>", ["one two", "three"]),
        # elements of the page's own: blocks where nothing waits before them
        ("<div><p-text>One.</p-text><p-text>Two.</p-text></div>", ["One.", "Two."]),
        ("<x-app><x-lead>one</x-lead> <x-by><span>two</span> three</x-by></x-app>", ["one", "two three"]),
        ("<p>one <x-word>two</x-word> three</p>", ["one two three"]),
        ("<p><x-word>one</x-word> two</p>", ["one two"]),
        ("<div>one <x-word>two</x-word> three</div>", ["one two three"]),
        ("<h1><x-word>one</x-word> two</h1><li><x-word>three</x-word> four", ["one two", "three four"]),
        ("<div><a href=y><x-word>one</x-word> two</a></div>", ["one two"]),
        # spans that a style makes blocks
        (
            "<div><span style='display:block'>One.</span><span style='display: block'>Two.</span></div>",
            ["One.", "Two."],
        ),
        ("<p>one<span style='color:red;display:block'>two</span>three</p>", ["one", "two", "three"]),
        (
            "<p><span style='display:block;float:left;font-size:60px'>T</span>he rain came.</p>",
            ["The rain came."],
        ),
        ("<p><span style='float:left;display:block;font-size:3.5em'>4.</span>Rain.</p>", ["4.Rain."]),
        ("<p>one<span style='display:block;float:left;font-size:11px'>two</span></p>", ["one", "two"]),
        ("<p>one<span style='display:block;float:right;width:200px'>two</span></p>", ["one", "two"]),
        ("<p>one<span style='display:block;font-size:60px'>two</span></p>", ["one", "two"]),
        ("<div>one <span style='display:inline-block'>two</span> three</div>", ["one two three"]),
        ("<h1><span style='display:block'>one</span> <span>two</span></h1>", ["one two"]),
        ("<div><a href=x><span style='display:block'>one</span> two</a></div>", ["one two"]),
        ("<div><span style='display:flex'>one</span> two</div>", ["one two"]),
        ("<select><option>one<option>two</select>", ["one", "two"]),
        (
            "<textarea>one &lt;b&gt;</textarea><button>two</button><label>three</label>",
            ["one <b>", "two", "three"],
        ),
        ("<p>one <button>two</button> three</p>", ["one two three"]),
        ("<figure><img src=x><figcaption>one</figcaption></figure>", ["one"]),
        ("<custom-card><p>one</p>two</custom-card>", ["one", "two"]),
        ("<p>one<custom-mark>two</custom-mark></p>", ["onetwo"]),
        ("<h1>one<small> two</small></h1>", ["one two"]),
        ("<math><mi>x</mi><mo>=</mo><mn>1</mn></math>", ["x=1"]),
    ],
)
def test_text_falls_into_blocks(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<html lang=en /><body><p>one", ["one"]),
        ("<body><p>one</body><body class=x><p>two</body></html>three", ["one", "two", "three"]),
        ("<head><title>t</title><p>one</head><body>two", ["one", "two"]),
        ("<frameset><frame src=x><noframes>one<p>two</noframes></frameset>", ["one", "two"]),
        ('<?xml version="1.0" encoding="iso-8859-1"?><html xmlns="x"><body><p>é</p></body></html>', ["é"]),
        ("<!DOCTYPE html [<!ENTITY a 'b'>]><html><body><p>one</p></body></html>", ["one"]),
        ("<meta charset=iso-8859-2><p>žluť 東京 😀</p>", ["žluť 東京 😀"]),
        (
            "<p>a&#1;b&#0;c&#x80;d&#xD800;e&#99999999;f&bogus;g&amp;h&nbsp;i",
            ["ab\ufffdc€d\ufffde\ufffdf&bogus;g&h i"],
        ),
        ("<p>a\x00b\x01c</p>", ["a\ufffdbc"]),
        ("<p>1 < 2 && 3 > 2 <3</p>", ["1 < 2 && 3 > 2 <3"]),
        ("<p>one<!-- <p>no</p> -->two", ["onetwo"]),
        ("<p>one<!--><p>two<!--->three", ["one", "twothree"]),
        ("<p>one<!-- no ><p>two", ["one", "two"]),
        ("<script>no<p>one</p>", ["one"]),
        ("<script src=x><div>one</div>", ["one"]),
        ("<title>no<p>one", ["one"]),
        ("<textarea>one<p>two", ["one", "two"]),
        ("<noscript><p>one", ["one"]),
        ("<svg><title>no</title><text>no</text><p>one</p><div>two</div>", ["one", "two"]),
        ("<svg><title>no</title><text>no</text></svg>one", ["one"]),
        ("<p>one</p><noscript><p>no</p></noscript><template><p>no</p></template>", ["one"]),
        ("<div><template shadowrootmode=open><p>one</p></template></div>", ["one"]),
        ("<p>one<style>p{}</style>two<script>no</script></p>", ["onetwo"]),
        ("<div>" * 300 + "one" + "</div>" * 300 + "<p>two", ["one", "two"]),
        ("<div><span>" * 5_000 + "one" + "</div>" * 5_000 + "<p>two", ["one", "two"]),
        ("<b><div></b>" * 400 + "one", ["one"]),
        ('<div title="<!--">' + "<i><div></i>" * 12_000 + "one" + "</b>" * 500 + "<p>two", ["one", "two"]),
        ("<p>&#8203;</p><p>one</p><p>&#8203;&shy;</p>", ["one"]),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_odd_pages_keep_their_text(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_zero_width_characters_stay_in_the_input_but_make_no_block() -> None:
    segments = page_of("<p>&#8203;</p><p>one</p><p>\u00ad</p>").segments
    assert [segment.raw for segment in segments] == ["\u200bone\u00ad"]
    assert [segment.raw for segment in page_of("<p>\u200b</p>").segments] == ["\u200b"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>one <span hidden>no</span>two", ["one two"]),
        ("<p>one <span style='display: none'>no <b>no</b></span>two", ["one two"]),
        ("<div style='color:red;display:none'><p>no</p>no</div>one", ["one"]),
        ("<div hidden>no<div>no</div></div><p>one", ["one"]),
        ("<p>one <span hidden>no<p>no</p>no</span> two", ["one", "two"]),
        ("<h1>one <a style=visibility:hidden href=x>no</a></h1>", ["one"]),
        ("<video><p>no</p></video><iframe><p>no</p></iframe><canvas>no</canvas>one", ["one"]),
        ("<p aria-hidden=true>one</p>", ["one"]),
        ("<body style='visibility:hidden'><p>one</p>", ["one"]),
        ("<p style='overflow:hidden'>one</p><p style='list-style:none'>two", ["one", "two"]),
    ],
)
def test_what_no_reader_sees_is_a_hidden_block(source: str, expected: list[str]) -> None:
    assert shown(source) == expected
    assert letters("".join(each.raw for each in page_of(source).segments))["n"] >= source.count(">no")


def test_links_bold_text_and_classes_are_measured() -> None:
    source = (
        "<div class='Story Lead' id=Main role=main><p class=x>See <a class='Ext Link' href=/a>the map</a> and"
        " <strong>the <em>plan</em></strong></p></div>"
    )
    page = page_of(source)
    (segment,) = page.segments
    assert (segment.tag, segment.link_chars, segment.strong_chars, segment.href) == ("p", 6, 7, "/a")
    assert segment.names == "ext link"
    containers = page.containers
    assert containers.paths[segment.container] == "/html/body/div/p"
    assert containers.names[containers.parents[segment.container]] == "story lead main main"
    assert containers.tags == ("html", "body", "div", "p")


@pytest.mark.parametrize(
    ("attributes", "names"),
    [
        ('aria-label="Breadcrumb"', "breadcrumb"),
        ('class="path" aria-label="You are here: breadcrumbs"', "path breadcrumb"),
        ('aria-label="Main menu"', ""),
        ('class="nav" aria-label="Sections"', "nav"),
    ],
)
def test_a_path_that_says_so_to_screen_readers_has_the_name_of_one(attributes: str, names: str) -> None:
    page = read_html(f"<html><body><nav {attributes}><a>Home</a></nav></body></html>", DEFAULT_LIMITS)
    assert page.containers.names[page.segments[0].container] == names


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<nav><a href=1>One</a><a href=2>Two</a> | <a href=3>Three</a></nav>", ["One", "Two", "Three"]),
        ("<p>» <a href=1>One</a> / <a href=2>Two</a>", ["One", "Two"]),
        ("<li><a href=1>One</a> <a href=2><b>Two</b></a></li>", ["One", "Two"]),
    ],
)
def test_runs_of_links_become_one_block_a_link(source: str, expected: list[str]) -> None:
    segments = page_of(source).segments
    assert [segment.text for segment in segments] == expected
    assert [segment.href for segment in segments] == [str(place) for place in range(1, len(expected) + 1)]


@pytest.mark.parametrize(
    "source",
    [
        "<p><a href=1>One</a> and <a href=2>two</a></p>",
        "<p>See <a href=1>one</a>, <a href=2>two</a>.</p>",
        "<h2><a href=1>One:</a> <a href=2>two</a></h2>",
        "<li><a href=1>One</a></li>",
    ],
)
def test_sentences_with_links_stay_whole(source: str) -> None:
    assert len(texts(source)) == 1


def test_lists_indent_and_counted_paths() -> None:
    page = page_of("<ul><li>one</li><li>two<ol><li>three</ol></ul><p>four")
    assert [segment.indent for segment in page.segments] == [1, 1, 2, 0]
    paths = [page.containers.paths[segment.container] for segment in page.segments]
    assert paths == ["/html/body/ul/li", "/html/body/ul/li[2]", "/html/body/ul/li[2]/ol/li", "/html/body/p"]


def test_containers_are_a_tree_with_one_root() -> None:
    containers = page_of("<html /><body><p>one</body></html><div><p>two</div>").containers
    assert containers.parents[0] == -1
    assert all(0 <= parent < place for place, parent in enumerate(containers.parents[1:], 1))
    assert (
        len(set(containers.paths)) == len(containers.paths) == len(containers.tags) == len(containers.names)
    )


def test_beyond_the_limits_the_head_is_read_and_it_says_so() -> None:
    page = read_html("<p>one<p>two<p>three", Limits(blocks=2))
    assert [segment.text for segment in page.segments] == ["one", "two"]
    assert page.truncated
    assert page.warnings == ("blocks_over_limit",)
    page = read_html("<p>one<p>two<p>three", Limits(elements=2))
    assert [segment.text for segment in page.segments] == ["one", "two"]
    assert page.warnings == ("elements_over_limit",)
    page = read_html("<p>one<p>two<p>three", Limits(characters=5))
    assert [segment.text for segment in page.segments] == ["one", "two"]
    assert page.warnings == ("characters_over_limit",)
    assert not page_of("<p>one<p>two").truncated
    assert not read_html("<p>one<p>two<p class=long>", Limits(characters=6)).truncated


LEFT_OUT = ("script", "style", "svg", "noscript", "template", "title")
KEPT = (
    *("div", "p", "span", "a", "b", "i", "ul", "li", "table", "tr", "td", "h1", "pre", "button", "x-y"),
    *("section", "em", "label", "form", "font", "article", "figure", "strong", "center", "option", "video"),
)
ATTRIBUTES = (
    "",
    " class='a b'",
    " hidden",
    " style='display:none'",
    " href=x",
    " itemprop=author",
    " a='<b>'",
)

words = st.sampled_from(
    ["wort ", "é", "東京", " ", "\n", "&amp;", "x < y", "\u200b", "&nbsp;", "<br>", "<!-- c -->", "😀"]
)


start_tags = st.builds("<{}{}>".format, st.sampled_from(KEPT), st.sampled_from(ATTRIBUTES))
end_tags = st.builds("</{}>".format, st.sampled_from(KEPT))
skipped = st.builds("<{0}>{1}</{0}>".format, st.sampled_from(LEFT_OUT), st.sampled_from(["Q", "QQ", ""]))
fragments = st.lists(words | start_tags | end_tags | skipped, max_size=40).map("".join)


def written(fragment: str) -> Counter[str]:
    """The characters of a fragment that are text, by its own rules: no parser is asked."""
    found: Counter[str] = Counter()
    rest = (
        fragment.replace("a='<b>'", "").replace("<!-- c -->", "").replace("&amp;", "&").replace("&nbsp;", " ")
    )
    rest = rest.replace("x < y", "x \x02 y").replace("Q", "")
    depth = 0
    for character in rest:
        depth += (character == "<") - (character == ">")
        if not depth and character not in "<>" and not character.isspace():
            found[character.replace("\x02", "<")] += 1
    return found


@settings(deadline=None)
@given(fragments)
def test_no_character_of_the_text_is_lost_or_doubled(fragment: str) -> None:
    page = page_of(fragment)
    assert letters("".join(segment.raw for segment in page.segments)) == written(fragment)
    assert all(segment.text == " ".join(segment.text.split()) for segment in page.segments)
    assert all(0 <= segment.container < len(page.containers.tags) for segment in page.segments)


@settings(deadline=None)
@given(st.text(st.sampled_from("<>/!-[]&;#x \n\"'=abpdiv\x00\x01é\u200b"), max_size=120))
def test_any_text_is_read_and_read_alike_again(source: str) -> None:
    page = page_of(source)
    assert page == page_of(source)
    for segment in page.segments:
        segment.text.encode("utf-8")


@pytest.mark.parametrize(
    "unit",
    [
        "<p>word",
        "<div>",
        "<p>a<br><br>",
        "<a href=x>b</a>",
        "<b><div></b>",
        "<i>x</i></b>",
        "word ",
        "<",
        "&amp;",
        "<!--",
        "<script>",
        "<title>",
        "<svg>",
        "<p hidden>x<span hidden>y",
        "<p itemprop=x>y",
        "<img src=a srcset='b 1x, c 2x'>",
        "x <img src=a>",
        " <img>",
        "\u200b<p>",
        "</p>",
    ],
)
def test_time_grows_with_size_and_no_faster(unit: str) -> None:
    """Eight times the input may take sixteen times as long; a quadratic pass would take 64 times."""

    def seconds(count: int) -> float:
        source = unit * count + "</i>" * (count // 4)
        start = time.process_time()
        page_of(source)
        return time.process_time() - start

    small = max(min(seconds(3_000) for _ in range(2)), 0.004)
    assert min(seconds(24_000) for _ in range(4)) < 16 * small + 0.05


def test_very_many_attributes_on_one_tag_are_linear() -> None:
    source = "<p " + " ".join(f"a{place}=1" for place in range(100_000)) + ">one"
    start = time.process_time()
    assert texts(source) == ["one"]
    assert time.process_time() - start < 3


@pytest.mark.parametrize("form", ["a{}=1", "a{}='x y'", 'a{}="x y"'])
def test_a_giant_tag_keeps_its_first_attributes_and_its_text(form: str) -> None:
    source = f"<p id=one {' '.join(form.format(place) for place in range(30_000))} class=two>one<p>two"
    page = read_html(source, DEFAULT_LIMITS)
    assert [segment.text for segment in page.segments] == ["one", "two"]
    assert "one" in page.containers.names


@pytest.mark.parametrize(
    "inside",
    [
        "<p title='" + "x=1 " * 30_000 + "'>one",
        "<p>" + "1 < 2 and x=3 " * 8_000,
        "<p>" + "x=3 " * 30_000,
        '<script type="application/ld+json">{"a":"x<b ' + "it rained " * 8_000 + '"}</script>',
    ],
    ids=["value", "less than", "text", "linked data"],
)
def test_what_is_no_giant_tag_is_left_alone(inside: str) -> None:
    assert cut_attributes(f"<div>{inside}</div>") == f"<div>{inside}</div>"


def test_a_text_over_ten_megabytes_is_kept() -> None:
    page = read_html("<p>" + "x" * 11_000_000 + "<p>one", Limits(characters=12_000_000))
    assert [len(segment.text) for segment in page.segments] == [11_000_000, 3]


def test_a_page_that_is_let_go_holds_no_memory_until_the_garbage_collector_comes() -> None:
    """The parser and its target refer to each other, so what they hold outlives the page."""

    def held() -> int:
        return sum(type(each) is Segment for each in gc.get_objects())

    gc.collect()
    gc.disable()
    try:
        before = held()
        page_of("<p>Rain</p>" * 50)
        page_of("<div>" * 400 + "Rain")
        assert held() == before
    finally:
        gc.enable()


def test_the_name_of_a_custom_element_is_one_of_its_names() -> None:
    source = "<post-comments class='List'><p>one</p></post-comments><p><x-word>two</x-word></p>"
    page = read_html(source, DEFAULT_LIMITS)
    assert "post-comments list" in page.containers.names
    assert not any("x-word" in names for names in page.containers.names)
