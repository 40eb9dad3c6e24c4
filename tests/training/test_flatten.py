from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from training.corpus import load_cases
from training.flatten import Style, draw_style, flatten, main

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = Style("\n", "", " ", False, "", "plain", "{text}", "", 0, 0, False, frozenset())  # noqa: FBT003
PAGE = """<title>Rain | Valley Post</title><body><nav><a href="/">Home</a><a href="/n">News</a></nav>
<script>var x = 1;</script><h2>Rain in the valley</h2>
<p>The river <b>rose</b> by<br>two &lt; three metres.</p>
<ul><li>First <a href="/a">item</a></li><li>Second</li></ul>
<img alt="A bridge" src="b.png"> tail"""


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            PLAIN,
            "HomeNews\nRain in the valley\nThe river rose by two < three metres.\nFirst item\nSecond\ntail\n",
        ),
        (replace(PLAIN, between="", dropped=frozenset({"nav", "ul"})), None),
        (replace(PLAIN, title=True, dropped=frozenset({"nav"})), "Rain | Valley Post\nRain in the valley\n"),
        (replace(PLAIN, heading="marks", bullet="- "), "## Rain in the valley\n"),
        (replace(PLAIN, heading="underline"), "Rain in the valley\n==================\n"),
        (replace(PLAIN, heading="capitals"), "RAIN IN THE VALLEY\n"),
        (replace(PLAIN, link="[{text}]({href})"), "[Home](/)[News](/n)\n"),
        (replace(PLAIN, link="[{number}]{text}"), "[1]Home[2]News\n"),
        (replace(PLAIN, image="![{alt}]({src})"), "![A bridge](b.png) tail\n"),
        (replace(PLAIN, inside=" "), "The river rose by two < three metres.\n"),
        (replace(PLAIN, inside="\n"), "The river \nrose\n by\ntwo < three metres."),
        (replace(PLAIN, code=True), "var x = 1;"),
        (replace(PLAIN, escaped=True), "two &lt; three metres."),
        (replace(PLAIN, indent=4), "    Second\n"),
    ],
)
def test_a_page_is_written_in_its_style(style: Style, expected: str | None) -> None:
    text = flatten(PAGE, style)
    assert expected is None or expected in text


def test_no_style_loses_or_doubles_a_word() -> None:
    for seed in range(300):
        style = replace(draw_style(Random(seed)), dropped=frozenset())  # noqa: S311 - no secret
        text = flatten(PAGE, style).casefold()
        for word in ("rose", "metres", "second", "item"):
            assert text.count(word) == 1, (word, style)
        assert ("var x" in text) == style.code


def test_wrapped_lines_keep_to_their_width() -> None:
    page = f"<p>{'word ' * 200}</p>"
    lines = flatten(page, replace(PLAIN, width=60)).splitlines()
    assert max(map(len, lines)) <= 60
    assert len(lines) > 10


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<p></p>",
        "plain text",
        "<!-- only a comment -->",
        "<?xml version='1.0' encoding='utf-8'?><p>a</p>",
        "<div>" * 300 + "deep",
    ],
)
def test_odd_pages_are_flattened_too(page: str) -> None:
    for seed in range(20):
        assert isinstance(flatten(page, draw_style(Random(seed))), str)  # noqa: S311 - no secret


def test_the_command_writes_corpora_that_training_reads(tmp_path: Path) -> None:
    source = tmp_path / "valley"
    source.mkdir()
    (source / "a.html").write_text(PAGE, encoding="utf-8")
    records = [
        {
            "id": "a",
            "html": "a.html",
            "gold": ["The river rose."],
            "type": "article",
            "domain": "valley.example",
        },
        {"id": "b", "html": "a.html", "gold": ["x"], "type": "listing", "domain": "valley.example"},
    ]
    (source / "cases.jsonl").write_text(
        "".join(json.dumps(record) + "\n" for record in records), encoding="utf-8"
    )
    assert main([str(source), "--out", str(tmp_path / "out"), "--copies", "2"]) == 0
    first, second = (load_cases(tmp_path / "out" / f"valley.style{number}") for number in range(2))
    assert [case.id for case in first] == [case.id for case in second] == ["a"]
    assert first[0].kind == "text"
    assert first[0].fold == second[0].fold
    assert first[0].read() != second[0].read()
