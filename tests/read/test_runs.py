from __future__ import annotations

from cleannews.read.echoes import echo_borders
from cleannews.read.page import DEFAULT_LIMITS, Join, Layout
from cleannews.read.text import read_text

_BODY = (
    "The ferry Anna sank in the harbour on Monday. It was on the way to the island, the harbour master said. "
    "No one was hurt, but the crew of the ferry had to swim. The owner of the ferry, Dr. Lee of the "
    "U.S. Shipping Board, said it was the first accident in 5.5 years. "
)
_MENU = "Skip to content Home News Sport Business Innovation Culture Travel Earth Video Live Audio Weather "
_TITLE = "Anna: What sank the old ferry and what comes next? "
_DUMP = f"{_TITLE}{_MENU}{_TITLE}Getty Images {_BODY * 8}ABOUT THE AUTHOR Ann Lee More on this story"


def test_one_line_is_cut_into_menu_title_and_sentences() -> None:
    page = read_text(_DUMP, DEFAULT_LIMITS)
    texts = [segment.text for segment in page.segments]
    assert page.layout is Layout.ONE_LINE
    assert texts[0] == _TITLE.strip()
    assert texts.count(_TITLE.strip()) == 2
    assert "Skip to content" in texts
    assert any(text.startswith("Home News Sport") and text.endswith("Weather") for text in texts)
    assert "Getty Images" in texts
    assert "The ferry Anna sank in the harbour on Monday." in texts
    assert "No one was hurt, but the crew of the ferry had to swim." in texts
    assert any(text.startswith("ABOUT THE AUTHOR") for text in texts)
    joins = {segment.text: segment.join for segment in page.segments}
    assert joins["No one was hurt, but the crew of the ferry had to swim."] is Join.SENTENCE


def test_abbreviations_and_decimals_do_not_cut() -> None:
    texts = [segment.text for segment in read_text(_DUMP, DEFAULT_LIMITS).segments]
    assert any(
        "Dr. Lee of the U.S. Shipping Board, said it was the first accident in 5.5 years." in text
        for text in texts
    )


def test_scripts_without_spaces_are_cut_at_full_stops_and_at_spaces() -> None:
    body = "港の船が沈んだ。けが人はいなかったと市は発表した。"
    page = read_text(f"ホーム ニュース 天気 {body * 120}", DEFAULT_LIMITS)
    texts = [segment.text for segment in page.segments]
    assert texts[:4] == ["ホーム", "ニュース", "天気", "港の船が沈んだ。"]


def test_a_capitalised_small_word_starts_a_sentence() -> None:
    source = f"{_BODY * 10}Harbour gate stays shut The owner of the ferry said it was in the harbour. {_BODY}"
    texts = [segment.text for segment in read_text(source, DEFAULT_LIMITS).segments]
    assert "Harbour gate stays shut" in texts
    assert "The owner of the ferry said it was in the harbour." in texts


def test_title_echo_is_cut_to_the_word() -> None:
    dump = "Ferry sinks in the harbour - The Example Home News Ferry sinks in the harbour By Ann Lee"
    assert {dump[place:][:5] for place in echo_borders(dump, 0, len(dump))} == {"- The", "Ferry", "By An"}
    assert echo_borders("Short", 0, 5) == set()


def test_words_of_the_title_inside_a_sentence_are_no_echo() -> None:
    dump = (
        "Keeper of the light: the day the ferry sank in the old harbour - The Mail News "
        "Keeper of the light: the day the ferry sank in the old harbour By Ann Lee The "
        "Keeper of the light said so. He is the Keeper of the light today. Tags Keeper of the light"
    )
    borders = [dump[:place][-5:] for place in sorted(echo_borders(dump, 0, len(dump)))]
    assert borders == ["bour ", "News ", "bour ", "Tags "]


def test_a_copy_of_the_lead_ends_where_the_lead_goes_on() -> None:
    title, lead = (
        "Ferry sinks in the harbour",
        "The owner said on Sunday that nobody was hurt when the ship went down",
    )
    dump = f"{title} HomeNews {title} {lead}... Keeper wins a medal {lead} in the night."
    borders = {dump[place:][:9] for place in echo_borders(dump, 0, len(dump))}
    assert {"Keeper wi", "The owner"} <= borders
    apart = f"{title} HomeNews {title} {lead[:30]}... Keeper wins a medal {lead[:30]} in the night."
    assert "Keeper wi" not in {apart[place:][:9] for place in echo_borders(apart, 0, len(apart))}


def test_a_short_title_in_han_or_kana_is_cut_between_white_space() -> None:
    dump = "风暴关闭港口 - 北方日报 首页 风暴关闭港口 2024-03-12 北港周五因风暴关闭。"
    assert {dump[place:][:3] for place in echo_borders(dump, 0, len(dump))} == {"- 北", "风暴关", "202"}
    inside = "风暴关闭港口 北港。他说风暴关闭港口，两艘渡轮停航。"
    assert echo_borders(inside, 0, len(inside)) == set()
    korean = "북한이탈주민 지원 센터가 문을 열었다. 센터는 북한이탈주민 가족을 돕는다."
    assert echo_borders(korean, 0, len(korean)) == set()


def test_a_small_word_begins_what_stands_behind_a_menu() -> None:
    menu = "Home News Sport Business Innovation Culture Travel Earth "
    texts = [
        s.text
        for s in read_text(f"{menu}In Ulmen the ferry sank on Monday. {_BODY * 8}", DEFAULT_LIMITS).segments
    ]
    assert "In Ulmen the ferry sank on Monday." in texts


def test_a_picture_s_credit_in_brackets_ends_a_piece() -> None:
    bodies = {
        "The quay on Sunday (photo Ann Lee) OSTERMILL.": "OSTERMILL.",
        "A csiszolt pad a Petőfi téren (Fotó: Balogh Réka) Tegnap még csak egy csavar volt.": "Tegnap még",
        "Le quai dimanche (Crédit : Ann Lee) Personne ne dormait.": "Personne ne",
    }
    for caption, begin in bodies.items():
        texts = [s.text for s in read_text(f"{_MENU}{caption} {_BODY * 8}", DEFAULT_LIMITS).segments]
        assert any(text.startswith(begin) for text in texts), caption
    prose = f"{_MENU}{_BODY}The picture (taken at noon) Ann Lee sold for a song. {_BODY * 8}"
    texts = [segment.text for segment in read_text(prose, DEFAULT_LIMITS).segments]
    assert "The picture (taken at noon) Ann Lee sold for a song." in texts
