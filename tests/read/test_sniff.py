from __future__ import annotations

import pytest

from cleannews.labels import Kind, WarningId
from cleannews.read.sniff import named_place, other_format, sniff

PARAGRAPH = "The council met on Monday and voted for the bridge, which had been closed for two years. "


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><title>Rain</title>",
        "  \n<!doctype html>",
        "<html><body>Rain</body></html>",
        "<HTML LANG=en>",
        '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">',
        "<!-- saved by a tool -->\n<!-- again --><html>",
        "<!-- <div>of old</div> a > b -->\n<!doctype html><p>Rain",
        "<!--[if IE 8]><html class='old'><![endif]--><!--[if gt IE 8]><!--><html><!--<![endif]-->",
        "<!--" + " " * 70_000 + "-->\n<!doctype html><p>Rain",
        " " * 70_000 + "<!doctype html><p>Rain",
        "<body><p>Rain",
        '<head><meta charset="utf-8">',
        '<meta charset="utf-8"><p>Rain',
        "<div><p>Rain.</p></div>",
        "<p>Rain fell.</p>",
        "<p>Rain fell.\n<p>It fell again.",
        '<article class="story"><h1>Rain</h1></article>',
        '<div class="story">\n  <h1>Rain</h1>\n</div>',
        "<my-app><p>Rain</p></my-app>",
        '<span class="lead">Rain</span>',
        "Rain <b>fell</b>.<br>It fell again.<br>And again.<br>The end.<br>",
        "Rain fell.</p><p>It fell again.</p><p>And again.</p><p>The end.</p>",
        "<rss version='2.0'><channel><title>Rain</title></channel></rss>",
        "server said:\n<html>\n<body>\n<div><p>Rain fell.</p></div>",
    ],
)
def test_markup_is_html(text: str) -> None:
    assert sniff(text) is Kind.HTML


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "Rain on Sunday\n\nIt rained all day.",
        "Use the <p> tag for paragraphs.",
        "<p> is the tag for paragraphs, and <br> breaks a line.",
        "<!-- a note --> Use the <p> tag for paragraphs.",
        "<!-- a note -->\n<3 is a heart",
        "<!-- a note that nothing ends <html>",
        "<3 is a heart",
        "<jane@example.org> wrote on Monday",
        "a < b and b > c",
        PARAGRAPH * 30 + "They said <b>no</b> and <i>yes</i>.",
        PARAGRAPH * 30 + "A <div> holds a <p>, a <ul> holds <li>.",
        "# Rain\n\n"
        + PARAGRAPH * 8
        + "\n\n![the bridge](b.jpg)<br>\n\n* one\n* two<sup>2</sup>\n\n"
        + PARAGRAPH * 8,
        '{"html": "<p>Rain</p><p>again</p><p>and</p><p>again</p>"}',
        '[{"body": "<div><p>Rain</p></div>"}]',
        "   [1] Home\n   [2] News\n\nRain\n\n" + PARAGRAPH,
        "&lt;p&gt;Rain&lt;/p&gt;",
        "Rain fell.<br>It fell again.<br>And again.<br>The end.<br>",
        "Rain fell.<BR />\nIt fell again.<BR />\nAnd again.<BR />\nThe end.",
        "Rain fell.</p>\nIt fell again.</p>\nAnd again.</p>\nThe end.</p>",
        "Прем'єр заявив\n\n«Так»",
        "\x1b[1mbold\x1b[0m text of a terminal " + PARAGRAPH,
        "a form\x0cfeed between two pages " + PARAGRAPH,
    ],
)
def test_text_is_text_even_where_it_mentions_tags(text: str) -> None:
    assert sniff(text) is Kind.TEXT


@pytest.mark.parametrize(
    "text",
    [
        "%PDF-1.7\n1 0 obj",
        "\u2030PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "GIF89a\x01\x00",
        "GIF87a\x01\x00",
        "RIFF$\x01\x00\x00WAVEfmt ",
        "RIFFA B\x01WEBPVP8L and no other sign that is none of a text",
        "RIFFÿ\n\x00\x00AVI LIST",
        "ID3\x03\x00\x00\x00\x00\x0f",
        "ID3\x04\x00 and the name of a song",
        "BZh91AY&SYÜ",
        "OggS\x00\x02",
        "wOF2\x00\x01\x00\x00",
        "PK\x03\x04\x14\x00",
        "\x1f\u2039\x08\x00",
        "ÿØÿà\x00\x10JFIF",
        "\x00\x01\x02\x03" * 50,
        "\ufffd\ufffdabc\ufffd\ufffd" * 20,
    ],
)
def test_binaries_are_neither(text: str) -> None:
    assert sniff(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "PK won the cup. " + PARAGRAPH,
        "ID cards for all",
        "One \ufffd in a long text " + PARAGRAPH,
        "RIFF 2024: festival opens with a film of the harbour",
        "RIFF WAVE of films in Lundby",
        "RIFF in WAVE form",
        "RIFF\nWAVE upon wave of films in Lundby",
        "ID3 tags explained: how players know what they play",
        "GIF89 is older than the web",
        "GIF8 and GIF9, two bus lines",
        "BZh, the paper of Lundby, is sold",
        "OggS and wOFF are how two kinds of files begin",
    ],
)
def test_text_that_begins_almost_like_a_binary_is_text(text: str) -> None:
    assert sniff(text) is Kind.TEXT


@pytest.mark.parametrize(
    "text",
    [
        "page.html",
        "Page.HTM",
        " page.html\n",
        "dumps/2024/story.txt",
        "dumps\\2024\\story.txt",
        "crawl.warc.gz",
        "photo.pdf",
        "/dumps/page",
        "./page",
        "../dumps/page",
        "~/dumps/page",
        "C:\\dumps\\page",
        "/home/me/My Pages/rain in May.html",
        "C:/My Pages/rain.txt",
        "新闻/雨.html",
    ],
)
def test_a_path_is_told(text: str) -> None:
    assert named_place(text) is WarningId.LOOKS_LIKE_A_PATH


@pytest.mark.parametrize(
    "text",
    [
        "https://news.example/2024/rain",
        "HTTP://NEWS.EXAMPLE",
        "https://news.example/rain.html",
        "www.news.example/rain\n",
        "file:///tmp/page.html",
        "ftp://news.example/rain.txt",
    ],
)
def test_an_address_is_told(text: str) -> None:
    assert named_place(text) is WarningId.LOOKS_LIKE_AN_ADDRESS


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "/",
        ".",
        "Rain",
        "Rain.",
        "N/A",
        "and/or",
        "/s",
        "12/05/2024",
        "HomeNewsPolitics",
        "COMMENTS:0",
        "https://",
        "https:// is how an address begins",
        "https://news.example/rain was down on Sunday.",
        "Read more at https://news.example/rain",
        "See index.html",
        "Rain fell. See page.html",
        "/r/news says that it rained. All day.",
        "page.html\nother.html",
        "www.news.example is down",
        "www.",
        "<p>page.html",
        "news.example",
        "Rain...html",
        f"{'a/' * 400}page.html",
        "大雨.",
    ],
)
def test_what_is_no_name_alone_is_content(text: str) -> None:
    assert named_place(text) is None


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ('<?xml version="1.0"?>\n<rss version="2.0"><channel>', WarningId.LOOKS_LIKE_A_FEED),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', WarningId.LOOKS_LIKE_A_FEED),
        (
            "From: a@b.example\nTo: c@d.example\nSubject: Rain\nDate: Thu, 5 Mar 2026\n\nIt rained.",
            "looks_like_a_mail",
        ),
        (
            "Return-Path: <a@b.example>\r\nReceived: x\r\nFrom: a\r\nMIME-Version: 1.0\r\n\r\nHi",
            "looks_like_a_mail",
        ),
        (
            '[{"title": "Rain", "text": "It rained."},\n {"title": "Sun", "text": "It did not."}]',
            "looks_like_rows",
        ),
        ('{"id": 1, "text": "It rained."}\n{"id": 2, "text": "It did not."}\n', "looks_like_rows"),
        ("id,title,published,text\n1,Rain,2024-05-03,It rained.\n", "looks_like_rows"),
        ('"title";"url";"content"\n"Rain";"https://a.example";"It rained."', "looks_like_rows"),
        ('{"title": "Rain", "text": "It rained.", "tags": ["rain"]}', None),
        ('[{"title": "Rain", "text": "It rained."}]', None),
        ("Rain, sun, wind\nThe title, author and date of the letter were wrong, the council wrote.", None),
        ("Title, author, date and text of the letter were wrong.", None),
        ("<html><head><title>rss</title>", None),
        ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", None),
        ("Subject: how the council writes letters\n\nThe council wrote.", None),
        ("From: the harbour\n\nTo: the town\n\nDate: never\n\nSubject: rain", None),
        ("", None),
    ],
)
def test_feeds_and_mails_are_told(text: str, warning: str | None) -> None:
    assert other_format(text) == warning


def test_a_bar_of_replacement_characters_is_no_binary() -> None:
    bar = 60 * "\ufffd"
    assert sniff(f"Rain fell on the town all night, said the mayor. {bar} The river rose.\n" * 3) is Kind.TEXT
    assert sniff(400 * "\ufffd" + "Rain fell on the town.") is None
    assert sniff(60 * "a\ufffd\ufffdb\x01" + bar) is None
