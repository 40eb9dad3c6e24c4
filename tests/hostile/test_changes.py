"""Changes of a page that mean nothing to a reader mean nothing to the result."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import cleannews
from tests.hostile.case import BODY, CHINESE, CZECH, RUSSIAN, dump, page, paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = (
    '<meta property="og:title" content="Harbour ferry returns after eleven years of silence on the quay">'
    '<meta name="author" content="Eva Holm">'
    '<meta property="article:published_time" content="2031-05-04T10:00:00+02:00">'
)
BYLINE = '<p class="byline">By Eva Holm</p>\n'
PAGE = page(BYLINE + paragraphs(), head=HEAD)
TAG = re.compile(r"</?[a-z][a-z0-9]*")
ATTRIBUTES = re.compile(r"(<[a-z][a-z0-9]*) ")

Known = tuple[object, ...]


def known(data: bytes | str) -> Known:
    """What is read from a page: what no such change may touch."""
    article = cleannews.clean(data)
    return (
        article.title,
        article.text,
        article.authors,
        article.published,
        [paragraph.kind for paragraph in article.paragraphs],
        str(article.status),
    )


def commented(source: str) -> str:
    """Comments between elements."""
    return source.replace("</p>\n", "</p>\n<!-- x > y --><!-- <p>no</p> -->\n").replace("<h1>", "<!----><h1>")


def encoded(codec: str, label: str) -> Callable[[str], bytes]:
    """The page in another encoding, with its label."""
    return lambda source: source.replace("<head>", f"<head><meta charset={label}>").encode(codec)


CHANGES: dict[str, Callable[[str], str | bytes]] = {
    "bytes": lambda source: source.encode(),
    "minified": lambda source: re.sub(r">\s+<", "><", source),
    "pretty": lambda source: re.sub(r"(</?(?:p|h1|div|ul|li|article|nav|body|head|footer)\b)", r"\n\t  \1", source),
    "blank_lines": lambda source: source.replace("\n", "\n\n\n\n"),
    "dos_lines": lambda source: source.replace("\n", "\r\n"),
    "mac_lines": lambda source: source.replace("\n", "\r"),
    "upper_case": lambda source: TAG.sub(lambda tag: tag[0].upper(), source),
    "comments": commented,
    "attributes": lambda source: ATTRIBUTES.sub(r'\1 data-x="1" ', source),
    "white_space_in_tags": lambda source: ATTRIBUTES.sub(r"\1 \n\t ", source),
    "white_space_in_text": lambda source: source.replace(" the ", " \n\t the  "),
    "utf16": lambda source: b"\xff\xfe" + source.encode("utf-16-le"),
    "utf16_bare": lambda source: source.encode("utf-16-be"),
    "utf32": lambda source: b"\xff\xfe\x00\x00" + source.encode("utf-32-le"),
    "cp1252": encoded("cp1252", "windows-1252"),
    "gb18030": encoded("gb18030", "gb18030"),
    "byte_order_mark": lambda source: b"\xef\xbb\xbf" + source.encode(),
    "entities": lambda source: source.encode("ascii", "xmlcharrefreplace"),
    "no_doctype": lambda source: source.replace("<!DOCTYPE html>\n", ""),
    "no_end_tags": lambda source: source.replace("</p>", "").replace("</li>", ""),
    "divs_around": lambda source: source.replace("<body>", "<body>" + "<div>" * 300).replace(
        "</body>", "</div>" * 300 + "</body>"
    ),
    "scripts": lambda source: source.replace("<p>", "<script>var x = '<p>no</p>';</script><p>"),
    "footer_of_a_megabyte": lambda source: source.replace(
        "</footer>", "<p>All rights reserved and nothing said.</p>" * 24_000 + "</footer>"
    ),
    "cut_behind_the_article": lambda source: source[: source.index("</article>") + 10],
}  # fmt: skip


@pytest.fixture(scope="module")
def expected() -> Known:
    return known(PAGE)


def test_the_page_is_read_as_it_should_be(expected: Known) -> None:
    title, text, authors, published, kinds, status = expected
    assert title == "Harbour ferry returns after eleven years of silence on the quay"
    assert text == "\n\n".join(BODY)
    assert (authors, str(published), status) == (("Eva Holm",), "2031-05-04 10:00:00+02:00", "ok")
    assert isinstance(kinds, list)
    assert len(kinds) == len(BODY)


@pytest.mark.parametrize("name", CHANGES)
def test_the_result_is_the_same(name: str, expected: Known) -> None:
    changed = CHANGES[name](PAGE)
    assert changed != PAGE
    assert known(changed) == expected


@pytest.mark.parametrize("body", [CZECH, RUSSIAN, CHINESE], ids=["czech", "russian", "chinese"])
@pytest.mark.parametrize("name", ["minified", "upper_case", "utf16", "gb18030", "entities"])
def test_the_result_is_the_same_in_other_languages(name: str, body: tuple[str, ...]) -> None:
    source = page(paragraphs(body), head=HEAD, title=body[-1][:60])
    assert known(CHANGES[name](source)) == known(source)
    assert body[0] in cleannews.extract(source)


@pytest.mark.parametrize(
    "change",
    [
        lambda source: source.encode(),
        lambda source: source.encode("utf-16"),
        lambda source: source.replace("\n", "\r\n"),
        lambda source: source.replace("\n", "\r"),
        lambda source: source.replace("\n\n", "\n\n\n\n"),
        lambda source: source.replace("\n\n", " \n\t\n"),
        lambda source: source + "\n" * 50_000,
        lambda source: "\ufeff" + source,
    ],
    ids=["bytes", "utf16", "dos", "mac", "blank_lines", "white_space", "long_end", "mark"],
)
def test_the_result_of_a_dump_is_the_same(change: Callable[[str], str | bytes]) -> None:
    assert known(change(dump())) == known(dump())
