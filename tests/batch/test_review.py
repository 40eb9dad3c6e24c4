"""The report of a run for people: what it shows, in which order, and that nothing in it is obeyed."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cleannews import clean
from cleannews.batch import clean_folder
from cleannews.batch.review import MOST_ARTICLES, MOST_FAILURES, review_of
from cleannews.batch.review_page import review_page

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGE = "Rain on Sunday\n\nIt rained all day in the valley, and the river rose by two metres.\n\nCOMMENTS (12)"
EVIL = "</summary><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\x07&"


def done(path: str, confidence: float, *, blocks: bool = False, **fields: Any) -> bytes:  # noqa: ANN401 - of any type
    record = {"path": path, "outcome": "done"} | clean(PAGE).to_dict(blocks=blocks)
    record |= {"confidence": confidence, "duplicate_of": None, "similarity": None} | fields
    return json.dumps(record).encode() + b"\n"


def failed(path: str, reason: str) -> bytes:
    record = {"path": path, "outcome": "failed", "reason": reason, "message": f"it is {reason}"}
    return json.dumps(record).encode() + b"\n"


def page_of(lines: Iterable[bytes]) -> str:
    return b"".join(review_page(lines, root=Path("in"), folder=Path("out"))).decode()


class Reader(HTMLParser):
    """Collects tags and links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str | None] = []
        self.handlers: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take one."""
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def test_the_least_sure_come_first_and_equals_in_input_order() -> None:
    lines = [done("a", 0.9), done("b", 0.2), done("c", 0.2), failed("d", "crash"), done("e", 0.0)]
    assert [record["path"] for record in review_of(lines).articles] == ["e", "b", "c", "a"]


def test_of_many_articles_the_least_sure_are_shown_and_of_many_failures_the_first() -> None:
    count = MOST_ARTICLES + 50
    lines = [done(f"{n:03}", 1 - n / count) for n in range(count)]
    lines += [failed(f"f{n:03}", "timeout") for n in range(MOST_FAILURES + 7)] + [failed("z", "crash")]
    review = review_of(lines)
    assert [record["path"] for record in review.articles][:2] == [f"{count - 1}", f"{count - 2}"]
    assert len(review.articles) == MOST_ARTICLES
    assert sum(review.bins) == count
    assert list(review.failures) == ["timeout", "crash"]
    page = page_of(lines)
    assert "and 7 more, see failures.jsonl" in page
    assert f"The {MOST_ARTICLES} articles, the least sure first" in page


def test_nothing_from_pages_and_names_is_obeyed() -> None:
    fields: dict[str, Any] = {"title": EVIL, "authors": [EVIL], "section": EVIL, "warnings": [EVIL]}
    fields |= {"url": "javascript:alert(1)", "canonical_url": None, "site_name": EVIL, "language": EVIL}
    paragraph: dict[str, Any] = {"kind": "body", "text": EVIL, "blocks": [], "start": None, "end": None}
    lines = [
        done(f"{EVIL}.html", 0.1, paragraphs=[paragraph], **fields),
        done("javascript:alert(1)", 0.2, url='https://news.example/"onclick="x'),
        failed("\\xff\\x5c<b>.html", EVIL),
    ]
    page = page_of(lines)
    read = Reader(page)
    assert not read.tags & {"script", "img"}
    assert not read.handlers
    assert "\u202e" not in page
    assert "\x07" not in page
    assert "default-src 'none'" in page
    targets = [target or "" for target in read.links]
    assert all(target.startswith(("../in/", "https://news.example/")) for target in targets)
    assert "../in/javascript%3Aalert%281%29" in targets
    assert "../in/%FF%5C%3Cb%3E.html" in targets


def test_blocks_show_what_was_removed_and_why() -> None:
    page = page_of([done("a.txt", 0.4, blocks=True)])
    assert re.search(r'class="part gone"><small>removed as comments, [\d.]+: \w+', page)
    assert "kept as title" in page
    assert "--blocks" not in page
    assert "--blocks" in page_of([done("a.txt", 0.4)])


@pytest.mark.parametrize("lines", [[], [failed("a", "crash")], [done("a", 0.7)]])
def test_a_page_of_little_is_whole(lines: list[bytes]) -> None:
    page = page_of(lines)
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</body></html>\n")
    assert f"What came of {len(lines)} inputs" in page


def test_a_run_leaves_it_on_request_and_the_same_bytes_again(tmp_path: Path) -> None:
    source, first, second = tmp_path / "in", tmp_path / "out", tmp_path / "again"
    source.mkdir()
    for number in range(3):
        (source / f"{number}.txt").write_text(PAGE.replace("Sunday", f"day {number}"))
    options: dict[str, Any] = {"workers": 1, "cleaner": "tests.batch.cleaners:plain"}
    clean_folder(source, first, **options)
    assert not (first / "report.html").exists()
    report = clean_folder(source, first, formats=("report",), **options)
    assert report.resumed == 3
    assert report.outputs == (first / "report.html",)
    clean_folder(source, second, formats=("report",), **options)
    assert (first / "report.html").read_bytes() == (second / "report.html").read_bytes()
    assert '<a href="../in/0.txt">' in (first / "report.html").read_text()
