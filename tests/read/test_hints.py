from __future__ import annotations

import pytest

from cleannews.read.hints import best_source
from cleannews.read.html import read_html
from cleannews.read.page import DEFAULT_LIMITS, Hints, Mark, Meta, Picture


def hints_of(source: str) -> Hints:
    return read_html(source, DEFAULT_LIMITS).hints


def test_the_head_is_read() -> None:
    hints = hints_of(
        "<html lang=de-AT><head><title> Rain\n again </title><base href=/x/>"
        "<meta property=og:title content=Rain><meta name=Author content='Ada Quill'><meta charset=utf-8>"
        "<meta http-equiv=Content-Language content=de><link rel=Canonical href=/rain>"
        "<script type='application/ld+json'>{\"a\": 1}</script><script>x</script></head><body><p>x"
    )
    assert hints.title == "Rain again"
    assert hints.language == "de-AT"
    assert hints.base == "/x/"
    assert hints.metas == (
        Meta("og:title", "Rain"),
        Meta("author", "Ada Quill"),
        Meta("charset", "utf-8"),
        Meta("content-language", "de"),
    )
    assert hints.rels == (("canonical", "/rain"),)
    assert hints.jsonld == ('{"a": 1}',)


def test_hints_are_read_wherever_they_stand() -> None:
    hints = hints_of(
        "<p>x<meta itemprop=datePublished content=2031-05-04><script type=application/LD+JSON>1</script>"
    )
    assert hints.metas == (Meta("datepublished", "2031-05-04"),)
    assert hints.jsonld == ("1",)


def test_a_meta_that_says_value_for_content_is_read_and_one_that_says_neither_is_not() -> None:
    assert hints_of("<meta name=author value='Ada Quill'><p>x").metas == (Meta("author", "Ada Quill"),)
    assert hints_of("<meta name=author content=Ada value=Bo><p>x").metas == (Meta("author", "Ada"),)
    assert hints_of("<meta name=author><p>x").metas == ()
    assert hints_of("<p>x<meta itemprop=datePublished value=2031>").metas == (Meta("datepublished", "2031"),)


def test_a_title_in_an_icon_is_not_the_title_of_the_page() -> None:
    assert hints_of("<svg><title>Menu</title></svg><p>x").title is None
    assert hints_of("<title>Rain</title><svg><title>Menu</title></svg><title>Other</title>").title == "Rain"


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        (
            "<p>a<p>By <time datetime=2031-05-04>4 May</time><p>b",
            [Mark("time", "2031-05-04", "4 May", 1)],
        ),
        ("<time>4 May</time>", [Mark("time", "4 May", "4 May", 0)]),
        (
            "<div itemprop='author creator'><p>Ada</p><p>Quill</p></div>",
            [Mark("author", "Ada Quill", "Ada Quill", 0), Mark("creator", "Ada Quill", "Ada Quill", 0)],
        ),
        (
            "<abbr itemprop=datePublished title=2031-05-04T10:52Z>10:52</abbr>",
            [Mark("datepublished", "2031-05-04T10:52Z", "10:52", 0)],
        ),
        ("<div itemprop=articleBody><p itemprop=name>Rain</p></div>", []),
        ("<span property=schema:headline>Rain</span>", [Mark("headline", "Rain", "Rain", 0)]),
        ("<a rel='nofollow author' href=/ada>Ada Quill</a>", [Mark("rel-author", "/ada", "Ada Quill", 0)]),
        ("<p>x</p><span itemprop=dateModified content=2031></span>", [Mark("datemodified", "2031", "", -1)]),
        ("<a rel=nofollow href=x>y</a><p style=color:red>z", []),
    ],
)
def test_marks_in_the_body_say_where_they_stand(source: str, marks: list[Mark]) -> None:
    assert list(hints_of(source).marks) == marks


def test_pictures_say_which_block_follows() -> None:
    hints = hints_of("<p>a</p><figure><img src=b.jpg><figcaption>c</figcaption></figure><img src=d>")
    assert hints.pictures == (
        Picture("b.jpg", 1, container=3),
        Picture("d", -1, container=1),
    )
    assert hints_of("<p>text <img src=a> more<p>b").pictures == (Picture("a", 1, container=2),)


@pytest.mark.parametrize(
    ("source", "broken"),
    [
        ("<p><img src=a><br>text", True),
        ("<p><img src=a> <em><br></em>text", True),
        ("<p><img src=a>text<br>more", False),
        ("<p><img src=a></p><br>text", False),
        ("<p>text<br><img src=a>more", False),
    ],
)
def test_pictures_say_whether_a_line_break_follows(source: str, *, broken: bool) -> None:
    assert [picture.broken for picture in hints_of(source).pictures] == [broken]


@pytest.mark.parametrize(
    ("attributes", "url"),
    [
        ({"src": "a.jpg"}, "a.jpg"),
        ({"src": "blank.gif", "data-src": "a.jpg"}, "a.jpg"),
        ({"src": "data:image/gif;base64,R0"}, None),
        ({"src": "data:image/gif;base64,R0", "data-original": " a.jpg "}, "a.jpg"),
        ({"srcset": "a.jpg, b.jpg 2x", "src": "a.jpg"}, "b.jpg"),
        ({"srcset": "a.jpg 320w,b.jpg 1280w , c.jpg 640w"}, "b.jpg"),
        (
            {"srcset": "https://example.com/w_1,h_2/a.jpg 320w, https://example.com/w_3,h_4/b.jpg 640w"},
            "https://example.com/w_3,h_4/b.jpg",
        ),
        ({"srcset": " , "}, None),
        ({}, None),
    ],
)
def test_the_best_source_of_an_image(attributes: dict[str, str], url: str | None) -> None:
    assert best_source(attributes) == url
