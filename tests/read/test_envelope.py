"""A page is taken out of what it was put into; what only looks like an envelope is left alone."""

from __future__ import annotations

import base64
import quopri

import pytest

import cleannews
from cleannews.labels import Kind
from cleannews.read.envelope import opened

STORY = (
    "The council of the island voted on Monday night to let the ferry sail after dark.",
    "Residents had argued about the “noise” for two years, and the vote was close.",
    "The first late crossing leaves the harbour on the first of May, the company said.",
)
PAGE = (
    "<!DOCTYPE html><html><head><title>Night ferry | Harbour Post</title></head><body><nav>Home</nav>"
    "<h1>Night ferry</h1>" + "".join(f"<p>{text}</p>" for text in STORY) + "</body></html>"
)


def saved(page: bytes, coding: str, charset: str) -> bytes:
    """A file as a browser saves it, the page between its pictures."""
    head = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://post.example/a\r\n"
        "Subject: Night ferry\r\nDate: Wed, 1 May 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n\r\n'
    )
    part = (
        f"------x\r\nContent-Type: text/html{charset}\r\nContent-Transfer-Encoding: {coding}\r\n"
        "Content-Location: https://post.example/a\r\n\r\n"
    )
    picture = (
        "\r\n------x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    )
    return head.encode() + part.encode() + page + picture.encode() + b"------x--\r\n"


@pytest.mark.parametrize(
    "dump",
    [
        saved(quopri.encodestring(PAGE.encode()), "quoted-printable", ""),
        saved(base64.encodebytes(PAGE.encode()), "base64", '; charset="utf-8"'),
        saved(base64.encodebytes(PAGE.encode("cp1252")), "base64", "; charset=windows-1252"),
        saved(PAGE.encode("cp1252"), "8bit", "; charset=windows-1252"),
        saved(quopri.encodestring(PAGE.encode()), "quoted-printable", "").decode(),
    ],
)
def test_a_saved_page_is_read(dump: bytes | str) -> None:
    article = cleannews.clean(dump)
    assert (article.kind, article.title) == (Kind.HTML, "Night ferry")
    assert article.text == "\n\n".join(STORY)
    assert article.canonical_url == "https://post.example/a"
    assert article.warnings == ()


def test_an_escaped_page_is_read() -> None:
    dump = PAGE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    article = cleannews.clean(dump)
    assert (article.kind, article.title) == (Kind.HTML, "Night ferry")
    assert article.text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "dump",
    [
        "&lt;b&gt; is how a page asks for bold letters.",
        "&lt;html&gt; is the root; <b>bold</b> is an element.",
        "Content-Type: multipart/related is what the mail says.",
        "Subject: Rain\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n\r\nIt rained.\r\n--x--",
        "Subject: Rain\n\nContent-Type: multipart/related\n",
        '{"text": "It rained."}',
        "",
    ],
)
def test_what_is_no_envelope_is_left_alone(dump: str) -> None:
    assert opened(dump, dump) is None
    assert cleannews.clean(dump).kind is Kind.TEXT


def test_who_says_that_it_is_text_is_believed() -> None:
    assert cleannews.clean(saved(PAGE.encode(), "8bit", ""), kind="text").kind is Kind.TEXT


@pytest.mark.parametrize(
    "dump",
    [
        "From: a\nContent-Type: multipart/related; boundary=b0\n\n"
        + "".join(f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(1200))
        + PAGE,
        "From: a\nContent-Type: multipart/related; boundary=b0\n\n--b0\nContent-Type: text/html; a="
        + ";" * 200_000
        + f"\n\n{PAGE}",
    ],
)
def test_what_no_browser_saved_is_left_alone(dump: str) -> None:
    assert opened(dump, dump) is None


def test_a_page_in_a_record_keeps_its_encoding() -> None:
    article = cleannews.clean(f'{{"html": "<p>Caf\xe9 {STORY[0]}</p>"}}'.encode("cp1252"))
    assert article.encoding == "windows-1252"
    assert article.text.startswith("Café")
