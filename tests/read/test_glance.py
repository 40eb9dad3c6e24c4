"""What the head tells of a page must be what the whole page tells."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from cleannews.labels import Kind
from cleannews.read import read
from cleannews.read.glance import glance
from cleannews.read.page import DEFAULT_LIMITS, Hints

PAGES = sorted((Path(__file__).parents[1] / "fixtures" / "pages").glob("*/source.html"))
LINK = '<link rel="canonical" href="https://post.example/a">'
OTHER = '<link rel="canonical" href="https://other.example/b">'


def told(hints: Hints) -> tuple[object, ...]:
    """What sites are told by."""
    names = ("og:url", "og:site_name")
    metas = [(meta.name, meta.content) for meta in hints.metas if meta.name in names]
    return [pair for pair in hints.rels if pair[0] == "canonical"], metas


def whole(page: str) -> tuple[object, ...]:
    return told(read(page, kind=Kind.HTML, limits=DEFAULT_LIMITS)[0].hints)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_a_glance_sees_what_reading_sees(path: Path) -> None:
    page = path.read_bytes().decode("utf-8", "replace")
    assert told(glance(page, kind=None)) == whole(page)


@pytest.mark.parametrize(
    "head",
    [
        LINK,
        LINK.upper(),
        LINK.replace('"', "'"),
        "<link href=https://post.example/a rel=canonical>",
        LINK.replace(">", "\n/>"),
        LINK + OTHER,
        f"<!-- {OTHER} -->{LINK}",
        f"<script>document.write('{OTHER}')</script>{LINK}",
        f"<SCRIPT>'{OTHER}'</SCRIPT>{LINK}",
        f"<style>/* {OTHER} */</style>{LINK}",
        f"<title>{OTHER}</title>{LINK}",
        f"<noscript>{OTHER}</noscript>{LINK}",
        f"<template>{OTHER}</template>{LINK}",
        '<meta property="og:url" content="https://post.example/a">',
        '<meta property="og:site_name" content="Post &amp; Mail > Home">' + LINK,
        '<meta name="description" content="2 > 1 <link>">' + LINK,
        '<meta property="og:site_name" content="Почта">',
        '<meta content="The Post" name="og:site_name">',
        '<metal rel="x"><linked>' + LINK,
        "<meta charset=utf-8>",
        "",
    ],
)
def test_what_says_nothing_is_passed_over(head: str) -> None:
    page = f"<!doctype html><html><head>{head}</head><body><p>Rain fell.</p></body></html>"
    assert told(glance(page, kind=None)) == whole(page)


def test_a_page_without_a_body_is_looked_through() -> None:
    assert told(glance(f"<!doctype html><title>Rain</title>{LINK}<p>Rain fell.", kind=None))[0]


@pytest.mark.parametrize(
    "page",
    [
        f"<body><p>Rain fell.</p>{LINK}",
        f"<head><!--{OTHER}{LINK}</head><body><p>Rain fell.",
        f"<head><script>'{OTHER}'{LINK}</head><body><p>Rain fell.",
    ],
)
def test_what_takes_more_than_a_glance_is_left_to_reading(page: str) -> None:
    assert told(glance(f"<!doctype html>{page}", kind=None)) == ([], [])


@pytest.mark.parametrize("data", ["", "Rain fell.", f"Rain fell.\n\n{LINK}", b"\x89PNG\r\n\x1a\n\0\0"])
def test_what_is_no_page_says_nothing(data: str | bytes) -> None:
    assert glance(data, kind=None) == Hints()


def test_the_header_is_heard() -> None:
    page = f'<!doctype html><head><meta property="og:site_name" content="Почта">{LINK}</head><body>'
    hints = glance(page.encode("koi8-r"), kind=None, header_charset="koi8-r")
    assert [meta.content for meta in hints.metas] == ["Почта"]


@pytest.mark.parametrize(
    "part",
    ["<meta a", '<meta a="', "<link a='b' ", "<!--", "<script>", "<script></scrip", "<meta>", "<", LINK],
)
def test_a_glance_is_linear(part: str) -> None:
    times = []
    for count in (20_000, 80_000):
        page = "<!doctype html>" + part * count
        started = time.process_time()
        glance(page, kind=None)
        times.append(time.process_time() - started)
    assert times[1] < 8 * times[0] + 0.2
