"""All rules together: reasons are documented, verdicts are sound, work is linear."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.label.context import Context, Verdict, make_context
from cleannews.label.headline import Headline
from cleannews.label.measures import measure
from cleannews.label.rules import RULES, apply_rules, comment_counts
from cleannews.labels import Kind, Label
from cleannews.read.containers import NO_CONTAINERS, Containers
from cleannews.read.page import Hints, Join, Layout, Page, Segment

DOCUMENT = Path(__file__).parents[3] / "docs" / "labels.md"
REASONS = [reason for rule in RULES for reason in rule.reasons]
LINES = [
    "Home",
    "Search",
    "COMMENTS",
    "WORDPRESS: 0",
    "Most read",
    "By Mara Field",
    "4 March 2024",
    "Tags:",
    "Read more: Ferry returns",
    "The ferry lay on the rocks all night and the keeper of the light did not sleep at all.",
    "Ferry company orders two new ships",
    "Foto: Jan Weber/dpa",
    "#ferry #storm",
    "日本語の行です。",
    "›",
]


def _segment(text: str, join: Join = Join.NONE, container: int = -1) -> Segment:
    tag = "div" if container >= 0 else ""
    return Segment(
        text=text,
        raw=text,
        start=None,
        end=None,
        tag=tag,
        container=container,
        link_chars=None,
        strong_chars=0,
        href=None,
        hidden=False,
        gap=1,
        indent=0,
        join=join,
        names="",
    )


def _context(lines: list[str], *, headline: int = -1, echoes: tuple[int, ...] = ()) -> Context:
    segments = tuple(map(_segment, lines))
    page = Page(Kind.TEXT, "", segments, NO_CONTAINERS, Hints(), Layout.LINES)
    title = Headline(lines[headline] if headline >= 0 else None, "h1", headline, echoes)
    return make_context(page, measure(segments), title, None)


def test_every_reason_of_the_rules_is_documented_with_its_label_and_confidence() -> None:
    table = dict(
        re.findall(r"^\| `(\w+)` \| (\w+ \| [\d.]+) \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert table == {reason.id: f"{reason.label.value} | {reason.confidence:g}" for reason in REASONS}


def test_every_label_is_documented() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| (yes|no) \| (yes|no) \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE
    )
    words = {True: "yes", False: "no"}
    assert rows == [(label.value, words[label.kept], words[label.in_text]) for label in Label]


def test_a_reason_id_has_one_label() -> None:
    labels: dict[str, set[Label]] = {}
    for reason in REASONS:
        labels.setdefault(reason.id, set()).add(reason.label)
        assert re.fullmatch(r"[a-z_]+", reason.id)
        assert 0.5 < reason.confidence < 1.0
    assert all(len(found) == 1 for found in labels.values())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=60)), max_size=40),
    st.integers(-1, 39),
    st.sampled_from(list(Join)),
)
def test_verdicts_of_any_page_are_sound(lines: list[str], headline: int, join: Join) -> None:
    headline = min(headline, len(lines) - 1)
    context = _context(lines, headline=headline)
    segments = tuple(segment._replace(join=join) for segment in context.page.segments)
    page = Page(Kind.TEXT, "", segments, NO_CONTAINERS, Hints(), Layout.GLUED)
    verdicts = apply_rules(make_context(page, context.measures, context.headline, None))
    known = {(reason.id, reason.label, reason.confidence) for reason in REASONS}
    assert all(0 <= verdict.index < len(lines) for verdict in verdicts)
    assert {(verdict.reason, verdict.label, verdict.confidence) for verdict in verdicts} <= known
    assert all(verdict.label is Label.TITLE for verdict in verdicts if verdict.index == headline)


def test_an_empty_page_gets_no_verdicts() -> None:
    assert apply_rules(_context([])) == []


@pytest.mark.parametrize(
    "line",
    [
        "Ferry returns after the storm",
        "Home",
        "Most read",
        "The harbour of Northport was closed on Friday after the storm.",
        "a " * 30,
        "COMMENTS",
        "Tags:",
        "12:30",
        "›",
    ],
)
def test_a_hundred_thousand_like_lines_take_seconds_at_most(line: str) -> None:
    context = _context([line] * 30_000, headline=0)
    begin = time.process_time()
    apply_rules(context)
    assert time.process_time() - begin < 10


def test_deeply_nested_containers_are_walked_once() -> None:
    size = 20_000
    segments = tuple(_segment("Tides", container=index) for index in range(size))
    containers = Containers(tuple(range(-1, size - 1)), ("div",) * size, ("share",) * size, ("",) * size)
    page = Page(Kind.HTML, "", segments, containers, Hints())
    context = make_context(page, measure(segments), Headline(None, "", -1, ()), None)
    begin = time.process_time()
    apply_rules(context)
    assert time.process_time() - begin < 10


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        (["COMMENTS", "WORDPRESS: 0", "DISQUS: 0"], {"wordpress": 0, "disqus": 0}),
        (["12 Comments"], {"comments": 12}),
        (["COMMENTS (3)"], {"comments": 3}),
        (["Kommentare: 7"], {"comments": 7}),
        (["5 Kommentare", "Forum: 2"], {"comments": 5, "forum": 2}),
        (["Комментарии (4)"], {"comments": 4}),
        (["コメント3件"], {"comments": 3}),
        (["コメント 4"], {"comments": 4}),
        (["4件のコメント"], {"comments": 4}),
        (["댓글 8"], {"comments": 8}),
        (["3개의 댓글"], {"comments": 3}),
        (["댓글 3개"], {"comments": 3}),
        (["التعليقات (٣)"], {"comments": 3}),
        (["Bình luận (5)"], {"comments": 5}),
        (["टिप्पणियां (2)"], {"comments": 2}),
        (["ความคิดเห็น (6)"], {"comments": 6}),
        (["Komentarze (12)"], {"comments": 12}),
        (["Commentaires 3"], {"comments": 3}),
        (["Comments 3 of 5"], {}),
        (["1,204 Comments"], {"comments": 1204}),
        (["2.3k comments"], {"comments": 2300}),
        (["1.204 Kommentare"], {"comments": 1204}),
        (["View 12 comments"], {"comments": 12}),
        (["Join the conversation (14)"], {"comments": 14}),
        (["Comments", "0", "Share"], {"comments": 0}),
        (["2.3 comments"], {}),
        (["Read 12 ferries"], {}),
        (["Page 3"], {}),
        (["COMMENTS"], {}),
        (["Reply", "Be the first to comment"], {}),
        (["Jonas wrote 3 letters to the keeper"], {}),
        (["DISQUS: 4", "DISQUS: 9"], {"disqus": 4}),
    ],
)
def test_counters_are_read(lines: list[str], counts: dict[str, int]) -> None:
    context = _context(lines)
    verdicts = [Verdict(index, Label.COMMENTS, "comments_phrase", 0.99) for index in range(len(lines))]
    assert comment_counts(context, verdicts) == counts


def test_counters_of_blocks_that_are_no_comments_are_not_read() -> None:
    context = _context(["Goals: 3"])
    assert comment_counts(context, [Verdict(0, Label.BODY, "article_text", 0.9)]) == {}
