"""Keywords of dumps: under headings of topics, and behind them in one line."""

from __future__ import annotations

import pytest

from cleannews import clean

BODY = """\
Night ferry for the islands
The council of Lundby voted on Monday to pay for two late crossings a day; the first ship is to leave in May.
The islands have waited for the ferry since the old ship was sold, and many had given up hope for its return.
A ticket is going to cost four crowns, half of what the night taxi takes for the way across the bridge.
""".splitlines()


@pytest.mark.parametrize(
    "lines",
    [
        ["Related topics", "Storm", "Harbour"],
        ["Meer over dit onderwerp", "Storm", "Harbour"],
        ["Ämnen i artikeln", "Storm", "Harbour"],
        ["More on:", "Storm", "Harbour"],
        ["In this article:", "Storm", "Harbour"],
        ["See more on: Storm, Harbour"],
        ["Keywords: Storm; Harbour"],
        ["Tagged Storm, Harbour"],
    ],
)
def test_short_lines_under_a_heading_of_topics_are_tags(lines: list[str]) -> None:
    assert clean("\n".join([*BODY, *lines])).tags == ("Storm", "Harbour")


@pytest.mark.parametrize(
    "lines",
    [
        ["Related topics", "Ferry returns after the storm", "Harbour fair put off until summer"],
        ["More on:", "Storm", "Harbour", "Ferry returns after the storm of Monday"],
        ["More on: Ferry returns after the storm"],
    ],
)
def test_headlines_under_such_a_heading_are_no_tags(lines: list[str]) -> None:
    assert clean("\n".join([*BODY, *lines])).tags == ()


def page(head: str, below: str) -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY[1:])
    return f"<html><head>{head}</head><body><h1>{BODY[0]}</h1>{paragraphs}{below}</body></html>"


LINKED = '<div>Topics: <a href="/tag/storm">Storm</a> <a href="/tag/sea-wind">Sea wind</a></div>'


@pytest.mark.parametrize(
    ("head", "tags"),
    [
        ("", ("Storm", "Sea wind")),
        ("<meta name=keywords content='news, weather, jobs'>", ("Storm", "Sea wind")),
        ("<meta name=keywords content='ferry, islands, fares'>", ("ferry", "islands", "fares")),
        ("<meta property=article:tag content=Ships>", ("Ships",)),
    ],
    ids=["links", "words of the site", "words of the article", "declared"],
)
def test_links_to_tags_go_before_keywords_that_are_the_same_on_all_pages(
    head: str, tags: tuple[str, ...]
) -> None:
    assert clean(page(head, LINKED)).tags == tags


def test_keywords_of_the_site_are_better_than_none() -> None:
    assert clean(page("<meta name=keywords content='news, weather'>", "")).tags == ("news", "weather")


def test_chinese_keywords_may_be_parted_by_spaces() -> None:
    head = "<meta name=keywords content='深空探测 探月工程 航天技术'>"
    assert clean(page(head, "")).tags == ("深空探测", "探月工程", "航天技术")


def test_sentences_with_links_to_tags_are_whole() -> None:
    links = '<a href="/tag/ferry">ferry</a> and the <a href="/tag/quay">quay</a>'
    below = f"<p>The {links} are old, said the keeper.</p>"
    assert clean(page("", below)).text.endswith("The ferry and the quay are old, said the keeper.")
