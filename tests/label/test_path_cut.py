"""Paths from the front page behind a menu that ran on into them."""

from __future__ import annotations

import pytest

import cleannews
from cleannews.label.path_cut import cut_at_path
from cleannews.labels import Kind
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS

BODY = (
    "The islands have had bread and milk for three days, said Mara Field, who runs the shop at the "
    "old quay. Nobody "
    "had expected the storm to last for a week. Two boats lie in the harbour with broken masts, and "
    "the company does "
    "not want to send a third one before the wind has dropped. Children were told to stay at home "
    "until Thursday."
)


def _pieces(dump: str) -> list[str]:
    page, _ = read(dump, kind=Kind.TEXT, limits=DEFAULT_LIMITS)
    return [segment.text for segment in cut_at_path(page).segments]


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("Culture Opinion Subscribe Home › Town › Harbour", "Home › Town › Harbour"),
        ("Kultura Opinie Strona główna > Wiadomości > Powiat", "Strona główna > Wiadomości > Powiat"),
        ("Спорт Рекламодателям Главная → Новости → Общество", "Главная → Новости → Общество"),
        ("ثقافة آراء فيديو الرئيسية > أخبار > بيئة", "الرئيسية > أخبار > بيئة"),
    ],
)  # fmt: skip
def test_a_path_behind_a_menu_is_a_block_of_its_own(line: str, path: str) -> None:
    assert path in _pieces(f"{line}\n\nFerry to the islands stops for a week\n\n{BODY}")


@pytest.mark.parametrize(
    "line",
    [
        "Home › Town › Harbour",
        "They went home > and nobody saw them again",
        "Nobody is at home",
        "Council / Home Office row over the ferry",
        "Culture Opinion Subscribe",
    ],
)
def test_other_lines_stay_whole(line: str) -> None:
    assert line in _pieces(f"{line}\n\nFerry to the islands stops for a week\n\n{BODY}")


def test_html_is_given_back_as_it_is() -> None:
    page, _ = read(f"<p>Opinion Home &gt; Town</p><p>{BODY}</p>", kind=Kind.HTML, limits=DEFAULT_LIMITS)
    assert cut_at_path(page) is page


def test_the_path_of_a_dump_on_one_line() -> None:
    dump = (
        "Home News Sport Culture Opinion Subscribe Home › Town › Harbour Ferry to the islands stops "
        "for a week Share "
        f"Ferry to the islands stops for a week By Mara Lund 3 May 2024 {BODY}"
    )
    article = cleannews.clean(dump)
    assert article.breadcrumbs == ("Home", "Town", "Harbour")
    assert article.title == "Ferry to the islands stops for a week"
    assert article.text.startswith("The islands have had bread and milk")


@pytest.mark.parametrize(
    ("menu", "path", "step", "title"),
    [
        ("News Sport Culture", "Home / News", "/ Society", "Ferry to the islands stops for a week"),
        ("News Harbour Hills", "Home / News", "/ Harbour", "Ferry to the islands stops for a week"),
        ("Новости Афиша Погода", "Главная / Новости", "/ Общество", "Паром на острова не ходит неделю"),
    ],
)
def test_a_headline_comes_off_the_last_step_of_a_path(menu: str, path: str, step: str, title: str) -> None:
    pieces = _pieces(f"{menu} Weather Contact {path} {step} {title} 17 May 2021, 11:26 {BODY} {BODY} {BODY}")
    assert step in pieces
    assert title in pieces


@pytest.mark.parametrize("path", ["Home / News / Harbour Cup starts", "Home / News / Society columns stop"])
def test_a_step_that_nothing_tells_stays_with_what_follows(path: str) -> None:
    pieces = _pieces(f"Weather Contact {path} 17 May 2021, 11:26 {BODY} {BODY} {BODY}")
    assert any(piece.endswith(path.rpartition("/ ")[2]) for piece in pieces)


def test_a_menu_before_the_path_is_none_of_it() -> None:
    title = "صيادو المرسى القديم يعودون إلى الشباك القطنية بعد حظر البلاستيك"
    body = (
        "لم يمسك الحاج عبد الرزاق إبرة الشباك منذ أربعين عامًا، لكنه جلس على رصيف المرسى صباح الخميس. "
        "وكانت الوزارة قد منعت الشباك البلاستيكية بعد تقرير عن قاع الخليج. ويقول الصيادون إن الثمن تضاعف. "
    )
    menu = "الرئيسيةأخبار محليةاقتصادرياضةثقافة وفنبيئةآراءفيديو الرئيسية > أخبار > بيئة"
    article = cleannews.clean(f"{menu} {title} {title} | أخبار الساحل كتبت: سلمى بن يوسف {body * 3}")
    assert article.breadcrumbs == ("الرئيسية", "أخبار", "بيئة")
    assert article.title == title
