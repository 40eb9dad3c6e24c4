"""Thai is written without spaces between words and without full stops."""

from __future__ import annotations

import pytest

import cleannews

TITLE = "ชาวบ้านปลูกป่าชายเลนกันน้ำเซาะฝั่ง"
STORY = (
    (
        "ชาวบ้านบ้านท่าเรือร่วมกันปลูกป่าชายเลนกว่าสองพันต้น เพื่อป้องกันน้ำทะเลกัดเซาะชายฝั่งที่รุนแรงขึ้นทุกปี "
        "หลังจากพายุเมื่อปีที่แล้วพัดถนนเลียบชายหาดขาดไปหลายช่วง"
    ),
    "ผู้ใหญ่บ้านกล่าวว่า บ้านสิบหลังต้องย้ายออกไปแล้ว และคาดว่าต้นไม้จะโตพอที่จะกันคลื่นได้ในห้าปี",
    "นักเรียนจากโรงเรียนใกล้เคียงมาช่วยกันขนต้นกล้าลงเรือตั้งแต่เช้า และจะกลับมานับต้นที่รอดอีกครั้งหลังฤดูมรสุม",
)


@pytest.mark.parametrize("menu", ["", "หน้าแรก\nข่าว\nกีฬา\n\n", "หน้าแรก\n\nข่าว\n\nการเมือง\n\nกีฬา\n\nบันเทิง\n\n"])
@pytest.mark.parametrize("byline", ["", "โดย สมชาย ใจดี\n15 มกราคม 2569\n\n"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_dump_in_thai_is_an_article(menu: str, byline: str, between: str) -> None:
    article = cleannews.clean(f"{menu}{TITLE}\n\n{byline}{between.join(STORY)}\n")
    assert (article.status, article.title) == ("ok", TITLE)
    assert [str(paragraph) for paragraph in article.text.split("\n\n")] == list(STORY)


def test_a_page_in_thai_keeps_its_text() -> None:
    body = "".join(f"<p>{text}</p>" for text in STORY)
    article = cleannews.clean(f"<title>{TITLE}</title><h1>{TITLE}</h1>{body}")
    assert article.text.split("\n\n") == list(STORY)


@pytest.mark.parametrize("end", ["ตั้งแต่ปี 2564", "สูงขึ้น 12.5%", "เวลา 08:30", "(ปี 2567)"])
def test_a_paragraph_in_thai_may_end_in_a_number(end: str) -> None:
    paragraph = f"{STORY[1]} {end}"
    article = cleannews.clean("\n\n".join([TITLE, paragraph, *STORY]))
    assert article.text.split("\n\n") == [paragraph, *STORY]


@pytest.mark.parametrize("line", ["ราคาทอง 42,500", "ข่าว 2567", "อ่านต่อ 12"])
def test_a_short_line_in_thai_that_ends_in_a_number_is_no_paragraph(line: str) -> None:
    assert line not in cleannews.clean("\n\n".join([TITLE, *STORY, line, "หน้าแรก", "กีฬา"])).text


def test_a_menu_in_thai_is_none_of_it() -> None:
    lines = ["ข่าวล่าสุดวันนี้", "การเมือง", "เศรษฐกิจ", "บันเทิงและไลฟ์สไตล์"]
    article = cleannews.clean("\n".join([*lines, TITLE, "", *STORY]))
    assert not any(line in article.text for line in lines)
