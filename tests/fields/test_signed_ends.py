"""A name in a line of its own beside the date, below the headline or below the text; captions name nobody."""

from __future__ import annotations

import pytest

from cleannews import clean
from cleannews.labels import Label
from tests.fields.story import BODY, HEADLINE

NAMES = [
    ("ar", "سلمى القصبجي"),
    ("he", "נועם ורדימון"),
    ("fa", "نسترن کوهپایه"),
    ("hi", "राकेश कुमार चतुर्वेदी"),
    ("bn", "তানভীর মজুমদার"),
    ("ta", "எஸ். கார்த்திகேயன்"),
    ("th", "กนกวรรณ ศรีทองดี"),
    ("ko", "남궁서윤"),
    ("zh", "欧阳晓琳"),
    ("ka", "თინათინ კაპანაძე"),
    ("am", "ታደሰ ገብረማርያም"),
]
OTHERS = [
    ("ar", "أخبار الميناء"),
    ("ar", "رويترز"),
    ("he", "חדשות הנמל"),
    ("fa", "گروه اقتصادی"),
    ("hi", "खेल डेस्क"),
    ("bn", "নিজস্ব প্রতিবেদক"),
    ("ta", "சிறப்பு செய்தியாளர்"),
    ("th", "ทีมข่าว ภูมิภาค"),
    ("ko", "온라인뉴스팀"),
    ("zh", "国际新闻"),
    ("zh", "新华社"),
    ("ka", "ახალი ამბები"),
    ("am", "አዲስ አበባ"),
]
LATIN = ["Martha Quist", "Marta Ribera", "Szabó Réka", "Nguyễn Thu Hà", "Елена Воронцова"]


def _page(*, top: str = "", end: str = "", language: str = "en") -> bytes:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    article = f"<article><h1>{HEADLINE}</h1>{top}{text}{end}</article>"
    return f'<html lang="{language}"><body>{article}</body></html>'.encode()


@pytest.mark.parametrize(("language", "name"), NAMES)
def test_a_known_name_of_a_script_without_capitals_is_the_author(language: str, name: str) -> None:
    date = "<div>20.10.2025</div>"
    for top in (f"<div>{name}</div>{date}", f"{date}<div>{name}</div>", f"<div>{name}</div>"):
        assert clean(_page(top=top, language=language)).authors == (name,)
    article = clean(_page(end=f'<p style="text-align:right"><strong>{name}</strong></p>', language=language))
    assert article.authors == (name,)
    assert name not in article.text


@pytest.mark.parametrize(("language", "line"), OTHERS)
def test_places_departments_and_agencies_are_none(language: str, line: str) -> None:
    date = "<div>20.10.2025</div>"
    for top in (f"<div>{line}</div>{date}", f"{date}<div>{line}</div>", f"<div>{line}</div>"):
        assert clean(_page(top=top, language=language)).authors == ()
    assert clean(_page(end=f"<p>{line}</p>", language=language)).authors == ()


@pytest.mark.parametrize("name", LATIN)
def test_a_name_below_the_text_signs_it(name: str) -> None:
    article = clean(_page(end=f'<p style="text-align:right"><strong>{name}</strong></p>'))
    assert article.authors == (name,)
    assert name not in article.text


def test_a_byline_goes_before_the_name_below_the_text() -> None:
    end = "<p>Clara Rohde</p>"
    assert clean(_page(top="<p>By Martha Quist</p>", end=end)).authors == ("Martha Quist",)


@pytest.mark.parametrize("line", ["Virginia Beach", "Grace Cathedral", "Hải Phòng", "Harbour Desk", "Martha"])
def test_other_lines_below_the_text_sign_nothing(line: str) -> None:
    assert clean(_page(end=f"<p>{line}</p>")).authors == ()


def test_captions_name_no_author() -> None:
    date = "<p>2025-10-20 10:26</p>"
    caption = '<p class="f_center"><img src="1.jpg"><br>资料图。新华社记者 赵明 摄</p>'
    article = clean(_page(top=date + caption, language="zh"))
    assert [block.label for block in article.blocks if "赵明" in block.text] == [Label.CAPTION]
    assert article.authors == ()
