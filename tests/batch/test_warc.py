from __future__ import annotations

import gzip
import io
import sys
import tracemalloc
import zlib
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from cleannews.batch.reasons import Reason, Unusable
from cleannews.batch.response import page_of
from cleannews.batch.warc import pages
from cleannews.download.fetched import Fetched

if TYPE_CHECKING:
    from pathlib import Path

    from tests.batch.shapes import Fill, Records, Run

LIMIT = 100_000
PAGE = b"<html><p>Rain on Sunday</p></html>"


def record(kind: str, block: bytes, media_type: str = "", url: str = "https://news.example/a") -> bytes:
    """Write one record of an archive."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    head += f"Content-Type: {media_type}\r\n" if media_type else ""
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def response(body: bytes, headers: str = "Content-Type: text/html\r\n", status: str = "200 OK") -> bytes:
    block = f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + body
    return record("response", block, "application/http; msgtype=response")


def content(data: bytes) -> bytes:
    found = page_of(data, limit=LIMIT).content
    return found.body if isinstance(found, Fetched) else found


def test_successful_responses_stored_files_and_texts_are_pages() -> None:
    archive = b"".join(
        [
            record("warcinfo", b"software: x\r\n", "application/warc-fields"),
            record("request", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
            response(PAGE),
            response(PAGE, status="404 Not Found"),
            response(b"", "Location: /b\r\n", status="301 Moved"),
            response(b"\x89PNG", "Content-Type: image/png\r\n"),
            response(PAGE, ""),
            record("resource", PAGE, "text/html"),
            record("conversion", b"Rain on Sunday", "text/plain"),
            record("revisit", b"", "application/http; msgtype=response"),
            record("response", b"203.0.113.1", "text/dns"),
        ]
    )
    assert [number for number, _ in pages(io.BytesIO(archive), limit=LIMIT)] == [3, 7, 8, 9]


def test_lines_may_end_without_carriage_returns() -> None:
    archive = response(PAGE).replace(b"\r\n\r\n", b"\n\n").replace(b"\r\n", b"\n")
    length = archive.index(b"HTTP/")
    body = archive[length:].rstrip(b"\n")
    head = archive[:length].replace(
        archive[archive.index(b"Length:") : length], b"Length: %d\n\n" % len(body)
    )
    ((number, data),) = pages(io.BytesIO(head + body + b"\n\n"), limit=LIMIT)
    assert number == 1
    assert data is not None
    assert content(data) == PAGE


def test_a_page_over_the_limit_is_told_and_not_held() -> None:
    archive = response(b"x" * 300_000) + response(PAGE)
    (first, (number, second)) = pages(io.BytesIO(archive), limit=1000)
    assert first == (1, None)
    assert number == 2
    assert second is not None


@pytest.mark.parametrize(
    "damage",
    [
        b"nonsense\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: 5",
        b"WARC/1.0\r\nContent-Length: 50\r\n\r\nshort",
        b"WARC/1.0\r\n" + b"X: y\r\n" * 20_000,
    ],
)
def test_what_stands_before_the_damage_is_given(damage: bytes) -> None:
    found = pages(io.BytesIO(response(PAGE) + damage), limit=LIMIT)
    assert next(found)[0] == 1
    with pytest.raises(Unusable) as finding:
        list(found)
    assert finding.value.reason is Reason.BAD_ARCHIVE


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE, ""),
        (
            b"5\r\n<html\r\n1d;x=y\r\n><p>Rain on Sunday</p></html>\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n",
        ),
        (PAGE, "Transfer-Encoding: chunked\r\n"),
        (gzip.compress(PAGE), "Content-Encoding: gzip\r\n"),
        (zlib.compress(PAGE), "Content-Encoding: deflate\r\n"),
        (PAGE, "Content-Encoding: gzip\r\n"),
        (PAGE, "Content-Encoding: x-unknown\r\n"),
    ],
)
def test_codings_are_undone_where_there_are_any(body: bytes, headers: str) -> None:
    assert content(response(body, f"Content-Type: text/html\r\n{headers}")[:-4]) == PAGE


@pytest.mark.parametrize(("package", "coding"), [("brotli", "br"), ("zstandard", "zstd")])
def test_codings_of_other_packages_are_undone_if_they_are_there(package: str, coding: str) -> None:
    codec = pytest.importorskip(package)
    body = codec.compress(PAGE * 50)
    headers = f"Content-Encoding: {coding}\r\n"
    assert content(response(body, headers)[:-4]) == PAGE * 50
    assert content(response(PAGE, headers)[:-4]) == PAGE


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_bombs_are_too_large(coding: str) -> None:
    codec = gzip if coding == "gzip" else pytest.importorskip({"br": "brotli", "zstd": "zstandard"}[coding])
    bomb = response(codec.compress(bytes(30_000_000)), f"Content-Encoding: {coding}\r\n")[:-4]
    with pytest.raises(Unusable) as finding:
        page_of(bomb, limit=LIMIT)
    assert finding.value.reason is Reason.TOO_LARGE


def test_of_a_bomb_little_more_comes_out_than_the_limit() -> None:
    """1024 packed bytes of Brotli may be gigabytes."""
    brotli = pytest.importorskip("brotli")
    bomb = response(brotli.compress(bytes(100_000_000), quality=5), "Content-Encoding: br\r\n")[:-4]
    tracemalloc.start()
    try:
        with pytest.raises(Unusable) as finding:
            page_of(bomb, limit=LIMIT)
        assert tracemalloc.get_traced_memory()[1] < 10 * LIMIT
    finally:
        tracemalloc.stop()
    assert finding.value.reason is Reason.TOO_LARGE


def test_a_large_page_in_brotli_comes_out_whole() -> None:
    brotli = pytest.importorskip("brotli")
    page = b"".join(b"<p>It rained on day %d.</p>" % day for day in range(40_000))
    packed = response(brotli.compress(page), "Content-Type: text/html\r\nContent-Encoding: br\r\n")[:-4]
    found = page_of(packed, limit=len(page)).content
    assert found == page
    with pytest.raises(Unusable):
        page_of(packed, limit=len(page) - 1)


def test_a_package_for_brotli_that_cannot_be_held_back_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    old = SimpleNamespace(Decompressor=SimpleNamespace, error=ValueError)
    monkeypatch.setitem(sys.modules, "brotli", old)
    with pytest.raises(Unusable, match=r"pip install 'brotli>=1\.2'") as finding:
        page_of(response(PAGE, "Content-Encoding: br\r\n"), limit=LIMIT)
    assert finding.value.reason is Reason.NEEDS_EXTRA


def test_address_name_and_charset_come_with_the_page() -> None:
    found = page_of(response(PAGE, 'Content-Type: text/html; charset="koi8-r"\r\n'), limit=LIMIT)
    assert (found.url, found.id) == ("https://news.example/a", "urn:uuid:1")
    assert isinstance(found.content, Fetched)
    assert found.content.charset == "koi8-r"
    assert page_of(response(PAGE), limit=LIMIT).content == PAGE + b"\r\n\r\n"


def test_an_archive_is_a_file_of_many_inputs(fill: Fill, run: Run, records: Records) -> None:
    archive = b"".join(gzip.compress(response(f"Page {number}".encode())) for number in range(3))
    fill(
        {
            "a.warc.gz": archive,
            "b.warc.wet": record("conversion", b"Rain", "text/plain", "https://w.example/"),
        }
    )
    report = run()
    assert [(r["path"], r["line"], r["id"], r["text"], r["url"]) for r in records()] == [
        *(("a.warc.gz", n + 1, "urn:uuid:1", f"Page {n}", "https://news.example/a") for n in range(3)),
        ("b.warc.wet", 1, "urn:uuid:1", "Rain", "https://w.example/"),
    ]
    assert run().resumed == report.total == 4


@pytest.mark.parametrize("cut", [20, 150, 380])
def test_a_cut_off_archive_goes_on_where_it_stopped(fill: Fill, run: Run, target: Path, cut: int) -> None:
    archive = response(b"Page 1") + response(b"Page 2")
    fill({"a.warc": archive[:cut], "b.txt": "after"})
    report = run()
    assert report.failures == {"bad_archive": 1}
    before = (target / "articles.jsonl").read_bytes()
    assert run().resumed == report.total
    assert (target / "articles.jsonl").read_bytes() == before
