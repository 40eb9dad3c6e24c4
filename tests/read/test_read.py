from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.labels import Kind
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<p>Rain fell.</p>", Kind.HTML),
        ("<p>Rain fell.</p>", Kind.HTML),
        (b"Rain fell.\n\nAgain.", Kind.TEXT),
        ("", Kind.TEXT),
        (b"", Kind.TEXT),
    ],
)
def test_the_kind_is_found_out(data: bytes | str, kind: Kind) -> None:
    page, decoded = read(data, kind=None, limits=DEFAULT_LIMITS)
    assert page.kind is kind
    assert page.is_text
    assert page.source == decoded.text


def test_the_kind_can_be_said() -> None:
    assert read("Rain <b>fell</b>", kind=Kind.HTML, limits=DEFAULT_LIMITS)[0].segments[0].text == "Rain fell"
    assert read("<p>Rain</p>", kind=Kind.TEXT, limits=DEFAULT_LIMITS)[0].segments[0].raw == "<p>Rain</p>"


def test_the_header_is_heard() -> None:
    data = "Мост откроют на следующей неделе, сообщил совет.".encode("koi8-r")
    page, decoded = read(data, kind=None, limits=DEFAULT_LIMITS, header_charset="KOI8-R")
    assert page.source == "Мост откроют на следующей неделе, сообщил совет."
    assert decoded.encoding_source == "header"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"PK\x03\x04\x14\x00\x06\x00", b"\x00" * 90]
)
def test_a_binary_has_no_blocks_and_is_no_text(data: bytes) -> None:
    page, _ = read(data, kind=None, limits=DEFAULT_LIMITS)
    assert not page.is_text
    assert page.segments == ()


@settings(deadline=None)  # the first page of unknown encoding loads the detector
@given(st.binary(max_size=200) | st.text(max_size=200))
def test_whatever_comes_is_read(data: bytes | str) -> None:
    page, decoded = read(data, kind=None, limits=DEFAULT_LIMITS)
    assert page.source == decoded.text


@pytest.mark.parametrize("sign", ["é", "語", "😀"])
@pytest.mark.parametrize(
    "head",
    [
        "<html><meta charset='iso-8859-1'>",  # the page says what it is not
        "<?xml version='1.0' encoding='utf-16'?><html>",
        "<html><!-- an end is missing <p>",
        f"<html>{'<b><div>' * 300}",
    ],
)
def test_a_page_in_utf8_has_the_blocks_of_its_text(head: str, sign: str) -> None:
    rows = (f"<p class='c{sign}'>{sign * size} <a href='/{sign}'>b</a></p>" for size in range(300, 3000, 97))
    page = f"{head}<body><h1>a{sign}</h1>{''.join(rows)}</body></html>"
    assert (
        read(page.encode(), kind=None, limits=DEFAULT_LIMITS)[0]
        == (read(page, kind=None, limits=DEFAULT_LIMITS)[0])
    )


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "cp1252", "utf-8-sig", "gb18030"])
def test_the_encoding_of_a_page_does_not_change_its_blocks(codec: str) -> None:
    body = "<body><h1>Über</h1><p>„Schön“ – sagt er.</p><p>À bientôt</p></body>"
    page = "<html><head><meta charset='{}'></head>" + body
    wanted, _ = read(page.format("utf-8"), kind=None, limits=DEFAULT_LIMITS)
    found, _ = read(page.format(codec).encode(codec), kind=None, limits=DEFAULT_LIMITS)
    assert [each.text for each in found.segments] == [each.text for each in wanted.segments]
    assert len(found.segments) == 3
