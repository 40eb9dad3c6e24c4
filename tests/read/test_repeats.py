from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.read.lines import lines_of
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.repeats import glued_repeats, repeats_of
from cleannews.read.text import read_text

TITLE = "Ferry waits for the tide until evening"
LEAD = (
    "The last ferry of the day lay at the quay of Ostermill until nine on Sunday evening, because the river "
    "was lower than anybody at the harbour office could remember."
)
CUT = LEAD[:70]
BODY = f"{LEAD} Forty people slept in the waiting room. Nobody complained, the harbour master said."


def beginnings(source: str) -> list[str]:
    return [source[place:].split(maxsplit=1)[0] for place in sorted(repeats_of(source).borders)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            f"Home News Town {TITLE} {TITLE} By Ann Lee 3 May 2024 {BODY}",
            ["Ferry", "Ferry", "By"],
            id="a title twice, straight after each other",
        ),
        pytest.param(
            f"Home › Town {TITLE} Share Tweet {TITLE} By Ann Lee {BODY}",
            ["Ferry", "Share", "Ferry", "By"],
            id="a title twice, buttons between",
        ),
        pytest.param(
            f"HomeNewsTown{TITLE}{TITLE} - Quay Mail3 May 2024Ann Lee{BODY}",
            [f"{TITLE}{TITLE}".split(maxsplit=1)[0], "Ferry", "-"],
            id="glued",
        ),
        pytest.param(
            f"Home News Share {CUT}… {TITLE} By Ann Lee {BODY}",
            ["The", "Ferry", "The"],
            id="an excerpt cut amid a word, and the lead",
        ),
        pytest.param(
            f"Home News Share {LEAD[:71]}{TITLE} By Ann Lee {BODY}",
            [],
            id="an excerpt without dots, too short to be told from a sentence",
        ),
        pytest.param(
            f"Home News Share {LEAD[:129]}{TITLE} By Ann Lee {BODY}",
            ["The", "Ferry", "The"],
            id="an excerpt without dots that ran into the title",
        ),
        pytest.param(
            "الرئيسية أخبار بيئة صيادو المرسى القديم يعودون إلى الشباك صيادو المرسى القديم يعودون "
            "إلى الشباك | الساحل",
            ["صيادو", "صيادو", "|"],
            id="Arabic",
        ),
        pytest.param(
            "ホーム > 地域 渡し船は夜まで動かず三日|港町新報 渡し船は夜まで動かず三日 2024年5月3日",
            ["渡し船は夜まで動かず三日|港町新報", "|港町新報", "渡し船は夜まで動かず三日", "2024年5月3日"],
            id="Japanese",
        ),
    ],
)  # fmt: skip
def test_what_stands_twice_is_found(source: str, expected: list[str]) -> None:
    assert beginnings(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            "The Ostermill Harbour Preservation Society said so. Later the Ostermill Harbour "
            "Preservation Society "
            "took it back.",
            id="a name inside of sentences",
        ),
        pytest.param(
            "He said: “We dug in three places and found water in all of them”, and again “We dug in "
            "three places "
            "and found water in all of them”, as if nobody had heard.",
            id="a quotation inside of sentences",
        ),
        pytest.param(
            "Office for River Budgets: what it is and what it does. The Office for River Budgets "
            "(ORB) watches.",
            id="a name before a colon and a bracket",
        ),
        pytest.param(
            "Aaron Lee, Who Had Grown Tired of the River, said: Lee Had Grown Tired of the River, he wrote.",
            id="the rest of a sentence",
        ),
        pytest.param(
            "سجّل أكثر من سبعين طفلاً أسماءهم في الأسبوع الأول من العام. وقال المدير إن أكثر من سبعين طفلاً "
            "أسماءهم في الأسبوع الأول من العام معروفة.",
            id="Arabic sentences",
        ),
        pytest.param(
            "港町クレジットサービスは三日、社長の辞任を発表した。港町クレジットサービスの株価は下がった。",
            id="a company's name in Japanese",
        ),
        pytest.param(
            "The islands had the bread of Monday. Later the islands had nothing. The islands sent a "
            "letter to the "
            "Board. The islands sent a letter to the Council. Charging time: 5 hours (with the small "
            "charger) Range: 12 km Charging time: 5 hours (with the "
            "small charger) Range: 14 km",
            id="what leads on to something else",
        ),
        pytest.param("", id="nothing"),
        pytest.param("Ferry", id="a word"),
    ],
)  # fmt: skip
def test_sentences_that_share_words_stay_whole(source: str) -> None:
    assert beginnings(source) == []


def test_a_dump_on_one_line_comes_apart_where_its_title_stands_again() -> None:
    dump = f"Home Opinion Contact Home › Town {TITLE} Share Tweet {TITLE} By Ann Lee 3 May 2024 {BODY}"
    texts = [segment.text for segment in read_text(dump, DEFAULT_LIMITS).segments]
    assert texts.count(TITLE) == 2


def test_lines_that_ran_together_come_apart() -> None:
    dump = f"HomeNewsTown{TITLE}{TITLE} - Quay Mail3 May 2024Share{LEAD[:120]}...\n{BODY}\n{BODY[::-1]}"
    lines = lines_of(dump)
    assert [dump[place:][:5] for place in glued_repeats(dump, lines)] == ["Ferry", "Ferry", "- Qua", "The l"]


def test_a_line_that_says_once_more_what_stood_above_is_prose() -> None:
    dump = f"{LEAD}\n\n{TITLE} {LEAD}\n\nNobody slept."
    assert glued_repeats(dump, lines_of(dump)) == []


@given(st.text("ab A.…\n", max_size=300))
@settings(max_examples=200, deadline=None)
def test_places_lie_inside_and_on_no_space(source: str) -> None:
    repeats = repeats_of(source)
    assert all(0 < place < len(source) and not source[place].isspace() for place in repeats.borders)
    assert all(0 <= low < high <= len(source) for low, high in repeats.spans)


def test_time_is_bounded_by_the_head() -> None:
    begin = time.process_time()
    for source in ("ab " * 400_000, "a" * 1_000_000, f"{TITLE} " * 30_000):
        repeats_of(source)
    assert time.process_time() - begin < 1
