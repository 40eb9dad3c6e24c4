"""Islands: lines between paragraphs that are given back, and lines behind the last one that are not."""

from __future__ import annotations

import pytest

from cleannews.label.context import Verdict, examine
from cleannews.label.islands import loose_ends, without_islands
from cleannews.labels import Kind, Label
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS

STORY = [
    f"The council met for the {number}th time on Monday night and spoke about the ferry for two hours."
    for number in range(4, 8)
]


def _loose(lines: list[str], kind: Kind = Kind.TEXT) -> list[str]:
    source = "\n\n".join(lines) if kind is Kind.TEXT else "".join(f"<p>{line}</p>" for line in lines)
    page, _ = read(source, kind=kind, limits=DEFAULT_LIMITS)
    kept = [Verdict(index, Label.BODY, "article_text", 0.9) for index in range(len(page.segments))]
    return sorted(page.segments[index].text for index in loose_ends(examine(page), kept))


@pytest.mark.parametrize("tail", [["Harbour Post"], ["Weather station", "Tide table"]])
def test_names_and_buttons_behind_the_last_paragraph_go(tail: list[str]) -> None:
    assert _loose([*STORY, *tail]) == sorted(tail)


@pytest.mark.parametrize(
    "tail",
    [
        ["It rained."],
        ["Tolland 3", "Carrow 1"],
        ["Mara Field of Northport"],
        ["Oars", "Ropes", "Lamps", "Nets"],
    ],
    ids=["a sentence", "results", "more words", "a longer row"],
)
def test_other_ends_stay(tail: list[str]) -> None:
    assert _loose([*STORY, *tail]) == []


def test_pages_of_html_tell_it_otherwise() -> None:
    assert _loose([*STORY, "Harbour Post"], Kind.HTML) == []


def test_a_dump_of_few_lines_keeps_them() -> None:
    assert _loose([*STORY[:2], "Harbour Post"]) == []


def _given_back(
    line: str, score: float, reason: str, *, kind: Kind = Kind.TEXT, below: str = STORY[2]
) -> bool:
    lines = [*STORY[:2], line, below, *STORY[3:]]
    source = "\n\n".join(lines) if kind is Kind.TEXT else "".join(f"<p>{line}</p>" for line in lines)
    page, _ = read(source, kind=kind, limits=DEFAULT_LIMITS)
    label = Label.RELATED if reason == "headline_outside" else Label.OTHER
    settled = [Verdict(index, Label.BODY, "article_text", 0.9) for index in range(len(page.segments))]
    settled[2] = Verdict(2, label, reason, round(1.0 - score, 4))
    found = without_islands(examine(page), settled, 0.8)[2]
    return (found.label, found.reason) == (Label.SUBHEADING, "between_kept")


@pytest.mark.parametrize(
    ("line", "score", "reason"),
    [
        ("What they want", 0.7, "not_article_text"),
        ("Onde entregar o óleo", 0.66, "not_article_text"),
        ("Schulen sagen Unterricht ab", 0.34, "headline_outside"),
    ],
)
def test_a_line_between_paragraphs_that_the_score_missed_is_a_subheading(
    line: str, score: float, reason: str
) -> None:
    assert _given_back(line, score, reason)


@pytest.mark.parametrize(
    ("line", "score", "reason", "below"),
    [
        ("Article content", 0.05, "not_article_text", STORY[2]),
        ("Follow I follow", 0.4, "not_article_text", STORY[2]),
        ("Ferry company orders two new ships", 0.2, "headline_outside", STORY[2]),
        ("Related stories", 0.7, "related_phrase", STORY[2]),
        ("Tide table", 0.7, "not_article_text", "Harbour Post"),
        (" ".join(["ferry"] * 13), 0.7, "not_article_text", STORY[2]),
    ],
)
def test_other_lines_between_paragraphs_stay_removed(
    line: str, score: float, reason: str, below: str
) -> None:
    assert not _given_back(line, score, reason, below=below)


def test_in_html_elements_tell_of_subheadings() -> None:
    assert not _given_back("What they want", 0.7, "not_article_text", kind=Kind.HTML)


def _heading_given_back(line: str, reason: str = "not_article_text") -> bool:
    source = "".join(f"<p>{text}</p>" for text in STORY[:2]) + line + f"<p>{STORY[2]}</p>"
    page, _ = read(source, kind=Kind.HTML, limits=DEFAULT_LIMITS)
    settled = [Verdict(index, Label.BODY, "article_text", 0.9) for index in range(len(page.segments))]
    settled[2] = Verdict(2, Label.OTHER, reason, 0.95)
    found = without_islands(examine(page), settled, 0.5)[2]
    return (found.label, found.reason) == (Label.SUBHEADING, "between_kept")


@pytest.mark.parametrize("line", ["<h2>ที่ยังไม่ลงตัว</h2>", "<h3>निष्कर्ष</h3>", "<h2>何が変わるのか</h2>"])
def test_a_heading_between_paragraphs_comes_back_in_scripts_without_capitals(line: str) -> None:
    assert _heading_given_back(line)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("<h2>What changes</h2>", "not_article_text"),
        ("<h2><a href=/a>ที่ยังไม่ลงตัว</a></h2>", "not_article_text"),
        ("<p>ที่ยังไม่ลงตัว</p>", "not_article_text"),
        ("<h2>関連記事</h2>", "related_phrase"),
    ],
)
def test_other_headings_stay_removed(line: str, reason: str) -> None:
    assert not _heading_given_back(line, reason)


FADED = "A paper goes round in the town hall that would move the whole market to the"


@pytest.mark.parametrize(
    ("line", "below", "expected"),
    [
        (FADED, "paywall_line", True),
        ("Read all about it here", "paywall_line", False),
        (FADED, "article_text", False),
    ],
)
def test_what_breaks_off_above_the_offer_comes_back(line: str, below: str, *, expected: bool) -> None:
    source = "".join(f"<p>{text}</p>" for text in (*STORY[:2], line, "Subscribe to continue reading"))
    page, _ = read(source, kind=Kind.HTML, limits=DEFAULT_LIMITS)
    settled = [Verdict(index, Label.BODY, "article_text", 0.9) for index in range(2)]
    settled += [Verdict(2, Label.OTHER, "not_article_text", 0.6), Verdict(3, Label.NEWSLETTER, below, 0.99)]
    found = without_islands(examine(page), settled, 0.5)[2]
    assert ((found.label, found.reason) == (Label.BODY, "beside_kept")) is expected
