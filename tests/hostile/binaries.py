"""What is no page: binary formats, other text formats, next to nothing."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import zipfile
import zlib

from tests.hostile.case import Case, dump, page


def packed() -> bytes:
    """An archive as office programs write it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), "<w:document/>" * 100)
    return stream.getvalue()


FORMATS = (
    ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nstream\n\x00\x9c\xff\nendstream\n"),
    ("png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))),
    ("jpeg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256))),
    ("gif", b"GIF89a\x01\x00\x01\x00\x80\x00\x00" + bytes(range(256))),
    ("webp", b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(range(256))),
    ("gzip", gzip.compress(page().encode(), mtime=0)),
    ("deflate", zlib.compress(page().encode())),
    ("bzip2", bz2.compress(page().encode())),
    ("zip", packed()),
    ("ole", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
    ("elf", b"\x7fELF\x02\x01\x01" + bytes(200)),
    ("mp3", b"ID3\x03\x00\x00\x00\x00\x00\x00" + bytes(range(256))),
    ("woff2", b"wOF2\x00\x01\x00\x00" + bytes(range(256))),
    ("sqlite", b"SQLite format 3\x00" + bytes(200)),
    ("tar", b"page.html".ljust(257, b"\x00") + b"ustar\x0000" + bytes(300)),
    ("zstd", b"\x28\xb5\x2f\xfd" + bytes(range(256))),
)


def repeated(name: str, data: bytes) -> Case:
    """A file of a binary format, made longer."""
    return Case(f"binary_{name}", lambda n: data * max(1, n // (10 * len(data))))


def one_byte(byte: int) -> Case:
    """An input of one byte."""
    return Case(f"one_byte_{byte:02x}", lambda n: bytes((byte,)))


CASES = (
    *(repeated(name, data) for name, data in FORMATS),
    Case("binary_in_page", lambda n: page(before="<pre>").encode() + bytes(range(256)) * (n // 256)),
    Case("binary_before_page", lambda n: bytes(range(256)) * 4 + page().encode()),
    Case("pdf_in_comment", lambda n: b"<!-- %PDF-1.7 -->" + page().encode(), None),
    Case("zeros", lambda n: b"\x00" * n),
    Case("ones", lambda n: b"\xff" * n),
    Case("empty_bytes", lambda n: b""),
    Case("empty_text", lambda n: ""),
    Case("one_letter", lambda n: "x"),
    Case("one_tag", lambda n: "<"),
    Case("one_ampersand", lambda n: "&"),
    Case("one_surrogate", lambda n: "\ud800"),
    Case("one_nul", lambda n: "\x00"),
    Case("one_mark", lambda n: "\ufeff"),
    *(one_byte(byte) for byte in (0, 10, 32, 60, 128, 254, 255)),
    Case("half_a_mark", lambda n: b"\xef\xbb"),
    Case("marks_only", lambda n: b"\xff\xfe\x00\x00"),
    Case("white_space", lambda n: " \t\r\n\f\x0b\u00a0\u3000\u200b"),
    Case("json_document", lambda n: json.dumps({"html": page(), "list": list(range(n // 6))})),
    Case("json_deep", lambda n: "[" * n),
    Case("javascript", lambda n: "function f(a) { return a < 1 && '<p>' + a; }\n" * (n // 45)),
    Case("style_sheet", lambda n: "p > a:hover { color: red; }\n" * (n // 28)),
    Case("csv", lambda n: "a;b;c\n1;2;3\n" * (n // 12)),
    Case("rtf", lambda n: "{\\rtf1\\ansi " + "\\par x " * (n // 7) + "}"),
    Case(
        "xml_feed",
        lambda n: (
            '<?xml version="1.0"?><rss><channel>'
            + "<item><title>x</title></item>" * (n // 30)
            + "</channel></rss>"
        ),
    ),
    Case(
        "svg_document",
        lambda n: (
            '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">'
            + "<path d='M0 0'/>" * (n // 16)
            + "</svg>"
        ),
    ),
    Case("mail", lambda n: "From: a@b.example\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n" + page()),
    Case("mhtml", lambda n: "MIME-Version: 1.0\r\n\r\n" + page().replace("=", "=3D")),
    Case("base64", lambda n: "QUJD" * (n // 4)),
    Case("log", lambda n: "2031-05-04 10:00:00 INFO x\n" * (n // 27)),
    Case("http_response", lambda n: "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page()),
    Case("python_source", lambda n: dump().replace("\n\n", "\n    def x():\n\n")),
)
