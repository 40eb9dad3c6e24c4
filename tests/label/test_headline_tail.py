"""Lines of a dump that end in its headline, and what else stands around it."""

from __future__ import annotations

import pytest

from cleannews import clean
from cleannews.label.headline_tail import tails, told

_BODY = """The council of Lundby voted on Monday to pay for two late crossings a day, and the first ship is to
leave the quay in the middle of May, a spokesman said after the vote.

The islands have waited for the ferry since the old one was sold five years ago, and many of those who live
there had given up hope that it would come back.

A ticket is going to cost four crowns, half of what the night taxi takes for the way across the bridge, and
the opposition fears that the ship will sail empty for most of the winter."""
_TITLE = "Late crossings to the outer islands"


def _title(*lines: str, below: str = "") -> str | None:
    return clean(
        "\n\n".join([*lines, _BODY.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n\n"), below])
    ).title


@pytest.mark.parametrize(
    ("other", "path", "held", "copied", "commented"),
    [
        ("home / tips / rain stops the ferry", True, True, False, False),
        ("home › rain stops the ferry", True, True, False, False),
        ("islands rain stops the ferry", False, True, False, False),
        ("rain stops the ferry", False, False, True, False),
        ("4 thoughts on “rain stops the ferry", False, True, False, True),
        ("12 kommentarer till rain stops the ferry", False, True, False, True),
        ("18:31 rain stops the ferry", False, True, False, False),
        ("18h31 rain stops the ferry", False, True, False, False),
        ("3. rain stops the ferry", False, True, False, False),
        ("rain stops the ferry again", False, False, False, False),
        ("home / tips / rain", False, False, False, False),
        ("", False, False, False, False),
    ],
)
def test_what_another_line_tells(other: str, path: bool, held: bool, copied: bool, commented: bool) -> None:  # noqa: FBT001 - columns of the table
    lines = [other, "rain stops the ferry", "by ann lee"]
    assert told(lines, tails(lines, 3), lines[1], range(1, 2)) == (path, held, copied, commented)


def test_far_lines_and_signs_alone_tell_nothing() -> None:
    lines = ["home / rain stops the ferry", *["menu"] * 9, "rain stops the ferry", ""]
    assert not any(told(lines, tails(lines, 12), lines[10], range(10, 11)))
    assert not any(told(lines, tails(lines, 12), "", range(11, 12)))


@pytest.mark.parametrize(
    ("home", "section"),
    [
        ("Home", "Tips"),
        ("Startseite", "Reise"),
        ("Accueil", "Voyages"),
        ("Inicio", "Viajes"),
        ("Strona główna", "Podróże"),
    ],
)
def test_the_line_that_ends_the_path_goes_before_a_heading_of_the_text(home: str, section: str) -> None:
    heading = "What the council has decided about the ferry"
    assert _title("Menu", f"{home} / {section} / {_TITLE}", _TITLE, heading) == _TITLE
    assert _title("Menu", f"{home} / {section}", "Ferry", heading) == heading


@pytest.mark.parametrize(
    "counted",
    ["4 thoughts on “{}”", "29 Antworten zu {}", "3 réflexions sur « {} »", "2 comentarios en “{}”"],
)
def test_the_heading_of_the_comments_names_the_headline(counted: str) -> None:
    claim = "News and views of the ferry company on the islands"
    assert _title(claim, "Home", "About", "Ferry again", below=counted.format("Ferry again")) == "Ferry again"
    assert _title(claim, "Home", "About", "Ferry again", below=counted.format("Old ships")) == claim


def test_a_line_below_the_date_is_no_standfirst_of_a_headline_above_it() -> None:
    standfirst = "Two ships a day are going to leave from the middle of May"
    assert _title("Home", "News", _TITLE, "3 May 2024", standfirst) == _TITLE
    assert _title("Home", "News", "3 May 2024", _TITLE, standfirst) == _TITLE


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Ferry town", ": Late crossings to the islands"], "Ferry town: Late crossings to the islands"),
        (["Fährstadt", ": Späte Fahrten zu den Inseln"], "Fährstadt: Späte Fahrten zu den Inseln"),
        (["3 May 2024", ": Late crossings to the islands"], "Late crossings to the islands"),
        (["Home >", ": Late crossings to the islands"], "Late crossings to the islands"),
    ],
)
def test_a_colon_that_opens_the_headline_stood_behind_its_kicker(lines: list[str], title: str) -> None:
    assert _title("Menu", *lines, "By Ann Lee") == title


def test_entries_of_a_menu_in_chinese_are_no_headline_and_a_headline_with_spaces_is() -> None:
    body = (
        "市议会星期一投票决定每天增加两班夜间渡轮，首班船将于五月中旬从码头出发，发言人在表决后表示，票价为夜间出租车的一半。"
        * 2
    )
    menu = "全国新闻 环球财经 海外视野 人民图片 研究院 慕课"
    assert (
        clean(f"首页\n\n{menu}\n\n市议会批准离岛夜间渡轮\n\n2024年5月3日\n\n{body}\n\n{body}").title
        == "市议会批准离岛夜间渡轮"
    )
    title = "渡轮夜航获批 市议会宣布新航线"
    assert clean(f"首页\n\n{title}\n\n2024年5月3日\n\n{body}\n\n{body}").title == title


@pytest.mark.parametrize("dash", ["- ", "– "])
def test_a_quotation_behind_a_dash_is_a_headline_and_a_notice_is_none(dash: str) -> None:
    notice = (
        "Lundby Post is a part of the Harbour Group. The Harbour Group is responsible for your data on these "
        "pages and for all the ships of its own"
    )
    assert _title("Home", notice, f"{dash}The fear of the storm is growing", "3 May 2024") != notice


_CRUMBS = ("Startseite", "Politik", "Ausland")


@pytest.mark.parametrize(
    ("crumb", "kicker", "heading"),
    [
        (
            "Anna Steinberger: Neues Amt in Lundby – wie geht es weiter?",
            "Stadtrat",
            "Steinberger im Amt: Nur ein erster Schritt",
        ),
        (
            "Rat zeigt nach Streit um Hafen neues Foto der Fähre",
            "Nach erneutem Streit um den Hafen",
            "Rat zeigt schon wieder Foto der Fähre",
        ),
        (
            "Ana Fernández: nuevo cargo en el puerto de Lundby",
            "Puerto",
            "Fernández llega al puerto con un plan",
        ),
        ("Новый пост Андреева: что будет с паромом", "Порт", "Андреева ждут на островах уже в мае"),
    ],
)
def test_the_headline_below_the_last_crumb_and_a_kicker(crumb: str, kicker: str, heading: str) -> None:
    assert _title(*_CRUMBS, crumb, kicker, heading, "Von Anna Lee", "3. Mai 2024") == heading


@pytest.mark.parametrize(
    ("crumb", "kicker", "heading"),
    [
        (
            "Anna Steinberger: Neues Amt in Lundby – wie geht es weiter?",
            "Lesen Sie auch",
            "Bäcker streiken gegen Nachtarbeit im Norden",
        ),
        (
            "Rat zeigt nach Streit um Hafen neues Foto der Fähre",
            "Nach erneutem Streit um den Hafen",
            "Bäcker streiken gegen die Arbeit bei Nacht",
        ),
        ("Ana Fernández: nuevo cargo en el puerto de Lundby", "Lea también", "Los panaderos van a la huelga"),
    ],
)
def test_another_headline_below_the_last_crumb_is_not_taken(crumb: str, kicker: str, heading: str) -> None:
    assert _title(*_CRUMBS, crumb, kicker, heading, "Von Anna Lee", "3. Mai 2024") != heading
