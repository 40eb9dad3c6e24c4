"""Single line breaks part the blocks of pages without paragraphs, and no poem, address or wrapped text."""

from __future__ import annotations

import time

import pytest

from cleannews import clean
from cleannews.read.html import read_html
from cleannews.read.page import DEFAULT_LIMITS

FIRST = "The council of Tarn Holm voted on Monday night to let the ferry run two late crossings a day."
SECOND = "Until now the last boat has left the harbour at ten past six, which is earlier than in 1974."
TITLE = "Island council backs night ferry after two years"
POEM = "The apple fell, the autumn turned,<br>the lanterns in the orchard burned,<br>and nobody went home."
CHINESE = "周六清晨五点半，临江茶馆的木门被缓缓推开，门外已经排起了二十多人的队伍，第一壶茶免费送给了老茶客。"


def _texts(body: str, title: str = TITLE) -> list[str]:
    page = read_html(f"<title>{title} - Harbour Post</title><body>{body}", DEFAULT_LIMITS)
    return [segment.text for segment in page.segments]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<td>{FIRST}<br>{SECOND}", [FIRST, SECOND]),
        (f"<div>{FIRST}<br>\n{SECOND}</div>", [FIRST, SECOND]),
        (f"<div>{CHINESE}<br>　　{CHINESE}</div>", [CHINESE, CHINESE]),
        (f"<div>{FIRST}<br>“No,” she said.<br>{SECOND}</div>", [FIRST, "“No,” she said.", SECOND]),
        (
            f"<td><font>3 May 2024</font><br><font><b>{TITLE}</b></font><br><i>By Ann Lee</i><br><br>{FIRST}",
            ["3 May 2024", TITLE, "By Ann Lee", FIRST],
        ),
        (f"<td>3 May 2024<br>{TITLE.upper()}<br>By Ann Lee", ["3 May 2024", TITLE.upper(), "By Ann Lee"]),
        (f"<td>{TITLE}<br>{FIRST}", [TITLE, FIRST]),
        (
            "<td>\n<font><b>Farol volta a acender</b></font><br>\n03/08/2024, autor: Ana Vaz, porto<br><br>x",
            ["Farol volta a acender", "03/08/2024, autor: Ana Vaz, porto", "x"],
        ),
        (
            "<td>03/08/2024<br><b>Farol volta a acender</b><br>Ana Vaz<br><br>x",
            ["03/08/2024", "Farol volta a acender", "Ana Vaz", "x"],
        ),
        (f"<div><b>What was decided</b><br>{FIRST}</div>", ["What was decided", FIRST]),
        (f"<div><a href=/a>{FIRST}</a><br>{SECOND}</div>", [FIRST, SECOND]),
    ],
)
def test_lines_that_are_blocks_are_parted(body: str, expected: list[str]) -> None:
    assert _texts(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{FIRST}<br>{SECOND}</p>",
        f"<p>{FIRST}<br>{SECOND}<br>By Ann Lee</p>",
        f"<p>{FIRST[:-1]}<br>{SECOND}<br>{FIRST}</p>",
        f"<li>{FIRST}<br>{SECOND}</li>",
        f"<blockquote>{FIRST}<br>{SECOND}</blockquote>",
        f"<div>{POEM}</div>",
        f"<td>{POEM}",
        "<div>Orchard Trust<br>12 Mill Lane<br>Harrow<br>Open daily from 9 a.m.</div>",
        "<div><b>Orchard Trust</b><br>12 Mill Lane<br>Harrow</div>",
        "<div><b>Orchard Trust of Harrow</b><br>12/4 Mill Lane 1134<br>Harrow</div>",
        "<div>Orchard Trust of Harrow<br>03/08/2024<br>Mill Lane</div>",
        f"<div>Weather<br>{FIRST}</div>",
        f"<div>{FIRST[:-14]}<br>{FIRST[-14:]} {SECOND[:70]}<br>{SECOND[70:]}</div>",
        f"<div><a href=/a>{FIRST}<br>{SECOND}</a></div>",
        f"<h2>{TITLE}<br>By Ann Lee</h2>",
        "<div>Night ferry<br>By Ann Lee</div>",
    ],
)
def test_lines_of_one_block_stay_together(body: str) -> None:
    assert len(_texts(body)) == 1


@pytest.mark.parametrize("text", [FIRST, CHINESE])
def test_an_article_in_one_paragraph_is_parted(text: str) -> None:
    assert _texts(f"<p>{text}<br>{text}<br>\n<b>{text}</b></p>") == [text] * 3


def test_a_poem_among_paragraphs_stays_whole() -> None:
    poem = POEM.replace("<br>", " ")
    assert _texts(f"<div>{FIRST}<br>{SECOND}<br>{POEM}<br>{FIRST}</div>") == [FIRST, SECOND, poem, FIRST]


def test_what_is_parted_is_still_all_of_the_input() -> None:
    body = f"<td> 3 May <br> <b>{TITLE}</b><br><a href=/a>{FIRST[:3]}</a>{FIRST[3:]}<br>{SECOND}"
    page = read_html(f"<title>{TITLE}</title>{body}", DEFAULT_LIMITS)
    shown = f"3 May {TITLE} {FIRST} {SECOND}"
    assert "".join("".join(each.raw for each in page.segments).split()) == shown.replace(" ", "")
    assert [segment.strong_chars > 0 for segment in page.segments] == [False, True, False, False]
    assert [segment.link_chars for segment in page.segments] == [0, 0, 3, 0]


def test_a_page_of_tables_and_line_breaks_has_all_its_fields() -> None:
    body = "<br>".join((FIRST, SECOND, FIRST.replace("council", "board"), SECOND.replace("boat", "train")))
    page = (
        f"<title>{TITLE}</title><table><tr><td><a href=/>Home</a><br><a href=/n>News</a><td>"
        f"<font>12 March 2024</font><br><b>{TITLE}</b><br><i>By Edith Marlowe</i><br>{body}</table>"
    )
    article = clean(page)
    assert (article.title, article.authors, str(article.published)) == (
        TITLE,
        ("Edith Marlowe",),
        "2024-03-12",
    )
    assert [paragraph.text for paragraph in article.paragraphs] == body.split("<br>")


def test_time_is_linear_in_lines_and_links() -> None:
    def seconds(count: int) -> float:
        body = f"<div>{f'<a href=/a>{FIRST}</a> <b>{SECOND}</b><br>' * count}</div>"
        started = time.process_time()
        read_html(body, DEFAULT_LIMITS)
        return time.process_time() - started

    assert seconds(4_000) < 12 * max(seconds(1_000), 0.01)


def test_links_on_lines_of_their_own_are_blocks() -> None:
    links = (
        "<a href=/1>Ferry company orders two new ships</a><br><a href=/2>Keeper of the light wins a medal</a>"
    )
    assert len(_texts(f"<td><b>Most read</b><br>{links}</td>")) == 3
    assert len(_texts(f"<div>Most read<br>{links}</div>")) == 3


@pytest.mark.parametrize(
    "body",
    [
        "<div>Ann Lee<br>Mill Lane 12<br><a href=/m>Map</a></div>",
        "<div>The apple fell,<br>the <a href=/1>autumn</a> turned,<br>and <a href=/2>nobody</a> came.</div>",
        "<p>Ann Lee<br><a href=/1>Harbour Post</a><br><a href=/2>Northport</a></p>",
    ],
)
def test_few_links_among_lines_part_nothing(body: str) -> None:
    assert len(_texts(body)) == 1
