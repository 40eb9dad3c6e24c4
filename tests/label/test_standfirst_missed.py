"""The standfirst without a full stop, or in what the page calls a teaser."""

from __future__ import annotations

import pytest

import cleannews
from cleannews import Label

STORY = {
    "en": (
        "Night ferry returns to the island",
        "Two late crossings a day are to bring workers home from May",
        "By Mara Field",
        "4 March 2024",
        "The council of Carrow voted on Monday to let the ferry sail after dark, by nine votes to four.",
        "Residents had argued about the noise for two years, and the vote was close until the end.",
    ),
    "fr": (
        "Le loup revient dans la vallée",
        "Vingt-cinq ans après les premières attaques, la cohabitation reste fragile",
        "Par Élodie Marchand",
        "4 mars 2024",
        "Les éleveurs de la vallée ont perdu trente brebis depuis l’automne, selon la préfecture.",
        "Une réunion doit avoir lieu lundi à la mairie, où bergers et chasseurs veulent parler des chiens.",
    ),
    "ko": (
        "섬마을 야간 여객선 다시 다닌다",
        "내달부터 하루 두 차례 늦은 배가 일터와 섬을 잇는다",
        "한지우 기자",
        "2024년 3월 4일",
        "섬마을 의회는 월요일 밤 여객선이 해가 진 뒤에도 다닐 수 있도록 하는 안을 통과시켰다.",
        "주민들은 소음 문제를 두고 두 해 동안 다투어 왔고, 끝까지 결과를 알 수 없었다고 한다.",
    ),
}


def _page(lang: str, above: str, below: str = "") -> str:
    title, lead, author, day, *text = STORY[lang]
    middle = above.format(lead)
    behind = below.format(lead)
    return (
        f"<html lang={lang}><head><title>{title}</title></head><body><article><h1>{title}</h1>{middle}"
        f"<p class=author>{author}</p><p class=date>{day}</p>{behind}"
        f"<div class=text>{''.join(f'<p>{each}</p>' for each in text)}</div></article></body></html>"
    )


@pytest.mark.parametrize("lang", STORY)
@pytest.mark.parametrize(
    ("above", "reason"),
    [
        ('<p class="lead">{}</p>', "standfirst_class"),
        ('<div class="Article_dek__91kd">{}</div>', "standfirst_class"),
        ('<h2 class="subtitle">{}</h2>', "standfirst_class"),
        ('<div class="teaser-text" itemprop="description"><p>{}.</p></div>', "standfirst_class"),
        ('<div class="teaser">{}</div>', "standfirst_class"),
        ("<h2>{}</h2>", "standfirst_place"),
        ("<p>{}</p>", "standfirst_place"),
        ("<div>{}</div>", "standfirst_place"),
    ],
)
def test_it_is_found_between_headline_and_byline(lang: str, above: str, reason: str) -> None:
    article = cleannews.clean(_page(lang, above))
    lead = next(block for block in article.blocks if block.text.startswith(STORY[lang][1]))
    assert (lead.label, lead.reason) == (Label.STANDFIRST, reason)
    assert article.text.split("\n\n")[1:] == list(STORY[lang][4:])


@pytest.mark.parametrize("lang", STORY)
def test_it_is_found_below_the_byline_by_its_class(lang: str) -> None:
    article = cleannews.clean(_page(lang, "", '<p class="chapo">{}</p>'))
    assert article.subtitle == STORY[lang][1]


@pytest.mark.parametrize(
    "above",
    [
        '<div class="teaser"><h3><a href=/b>Bridge closes</a></h3><p>{}</p></div>',
        '<div class="teaser"><p>{}</p><a href=/b>Bridge closes for a week</a></div>',
        '<p><a href="/b">{}</a></p>',
        "<figure><img src=a.jpg><p>{}</p></figure>",
        "<aside><p>{}</p></aside>",
        "<ul><li>{}</li></ul>",
        "<p>({})</p>",
        "<p>Mara Field, Bo Ray, Cy Dow, Ann Lee, Tom Ash</p>",
        "<p>Posted in Local | Updated on 5 March 2024</p>",
        '<form class="lead"><p>{}</p></form>',
        "<p>Ferry news</p>",
    ],
)
def test_other_lines_are_none(above: str) -> None:
    article = cleannews.clean(_page("en", above))
    assert article.subtitle is None
    assert article.text.split("\n\n")[-2:] == list(STORY["en"][4:])


def test_without_a_byline_or_date_a_line_stays_what_the_score_says() -> None:
    title, lead, _, _, *text = STORY["en"]
    page = f"<h1>{title}</h1><p>{lead}</p>{''.join(f'<p>{each}</p>' for each in text)}"
    assert cleannews.clean(page).subtitle is None


MENU = "Home\nNews\nSport\nWeather\nCulture\nTravel\nPodcasts\nLetters\nJobs"


def _dump(lang: str, *between: str) -> str:
    title, lead, author, day, *text = STORY[lang]
    return "\n\n".join((f"{title} - The Carrow Mail", MENU, title, lead, *between, author, day, *text))


@pytest.mark.parametrize("lang", STORY)
def test_in_a_dump_it_stands_between_headline_and_byline(lang: str) -> None:
    article = cleannews.clean(_dump(lang))
    assert article.subtitle == STORY[lang][1]
    assert article.text.startswith(STORY[lang][1])


def test_teasers_of_a_crude_dump_are_none() -> None:
    title, lead, author, day, *text = STORY["en"]
    dump = "\n\n".join((title, "HomeNewsIslands", title, lead, "Keeper wins a medal", author, day, *text))
    assert lead not in cleannews.clean(dump).text


@pytest.mark.parametrize(
    "line", ["Carrow Town Hall", "Photo: Mara Field", "By Whova | Apr 21, 2025", "(The ferry in May)"]
)
def test_other_lines_of_a_dump_are_none(line: str) -> None:
    title, _, author, day, *text = STORY["en"]
    dump = "\n\n".join((f"{title} - The Carrow Mail", MENU, title, line, author, day, *text))
    assert cleannews.clean(dump).text == "\n\n".join(text)


def test_a_share_bar_of_many_links_between_the_standfirst_and_the_text_does_not_matter() -> None:
    bar = "".join(f"<li><a href=/s{n}>{word}</a></li>" for n, word in enumerate(_SHARES))
    article = cleannews.clean(_page("en", '<div class="subhead">{}</div>', f"<ul class=share>{bar}</ul>"))
    block = next(block for block in article.blocks if block.text == STORY["en"][1])
    assert (block.label, block.reason) == (Label.STANDFIRST, "standfirst_class")


_SHARES = (
    "Facebook",
    "Twitter",
    "WhatsApp",
    "SMS",
    "Email",
    "Print",
    "Copy link",
    "Save",
    "Reddit",
    "Telegram",
)
