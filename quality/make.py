"""Build the pages and dumps under ``tests/fixtures/pages`` out of the stories: ``python -m quality.make``.

The flatteners need ``pip install -e '.[fixtures]'`` and the programs lynx and w3m. Pages written by hand
(``special-*``) stay as they are. What is built is committed: the tests read files and build nothing.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quality.dumps import Shape, crude_dump
from quality.flatten import FLATTENERS
from quality.sites import blog, broadsheet
from quality.sites_odd import amp, broken, fragment, gazette, soup
from quality.story import load, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from quality.story import Story

PAGES = Path(__file__).parent.parent / "tests" / "fixtures" / "pages"

SITES: dict[str, Callable[[Story], str]] = {
    "broadsheet": broadsheet,
    "blog": blog,
    "soup": soup,
    "gazette": gazette,
    "amp": amp,
    "broken": broken,
    "fragment": fragment,
}
NOTES = {
    "broadsheet": "A big news site: menus, consent, share bar, figure, teasers, newsletter, footer.",
    "blog": "A weblog: entry, tags, next post, comments, sidebar of widgets.",
    "soup": "A framework's page: nested div elements whose class names mean nothing.",
    "gazette": "An old XHTML page: layout tables, paragraphs divided by two line breaks, no metadata.",
    "amp": "An accelerated mobile page.",
    "broken": "Markup that no validator would pass.",
    "fragment": "A piece of HTML without html, head or body.",
}
WITH_SECTION = frozenset({"broadsheet", "soup", "amp"})
"""Sites that state the section in their metadata."""

HTML_PLAN = {
    "broadsheet": """
        en-observatory de-bruecke fr-librairie es-embalse pl-tramwaj ja-sento ar-maktaba el-nisi uk-bdzholy
        en-opinion hr-trajekt
    """,
    "blog": "en-orchard de-backstube it-funivia cs-hodiny id-pasar",
    "soup": "en-ferry pt-farol sv-tag zh-chaguan hi-pustak tr-pazar",
    "gazette": "nl-sluis fi-kirjasto da-molle",
    "amp": "no-fyr ko-deungdae ro-harta",
    "broken": "hu-kemence en-opinion",
    "fragment": "fr-librairie en-ferry",
}
CHARSETS = {"ru-teatr": "windows-1251", "ja-sento": "shift_jis", "ro-harta": "iso-8859-2"}
"""Gazettes in the encodings of their time."""

TEXT_PLAN = {
    "gettext": """
        broadsheet:en-ferry blog:de-backstube soup:fr-librairie broadsheet:ru-teatr amp:sv-tag
        soup:ms-feri
    """,
    "lines": "broadsheet:es-embalse blog:en-orchard soup:pl-tramwaj broadsheet:ko-deungdae amp:pt-farol",
    "inner": "broadsheet:it-funivia blog:cs-hodiny soup:en-observatory broadsheet:zh-chaguan amp:tr-pazar",
    "inscriptis": """
        broadsheet:nl-sluis blog:en-ferry soup:de-bruecke broadsheet:hi-pustak amp:uk-bdzholy
        broadsheet:lt-keltas
    """,
    "html2text": "broadsheet:da-molle blog:id-pasar soup:en-orchard broadsheet:el-nisi amp:fr-librairie",
    "htmltext": "broadsheet:no-fyr blog:en-observatory soup:ru-teatr broadsheet:ja-sento amp:es-embalse",
    "lynx": """
        broadsheet:fi-kirjasto blog:it-funivia soup:en-ferry broadsheet:hu-kemence amp:de-backstube
        blog:hr-trajekt
    """,
    "w3m": "broadsheet:ro-harta blog:en-orchard soup:sv-tag broadsheet:ar-maktaba gazette:de-bruecke",
    "oneline": "broadsheet:en-opinion blog:de-bruecke soup:pt-farol broadsheet:pl-tramwaj amp:en-observatory",
}

CRUDE_PLAN: dict[str, tuple[str, Shape]] = {
    "crude-plain": (
        "en-ferry",
        Shape(
            "HomeNewsPolitics",
            ("Home", "News", "Politics"),
            excerpt=140,
            teasers=(
                "Lighthouse keeper retires after forty winters on the rock",
                "Fishing fleet gets new ice plant in time for herring season",
                "Harbour dues to rise by four per cent in July",
            ),
        ),
    ),
    "crude-dots": (
        "en-orchard",
        Shape(
            "Home / Environment",
            ("Home", "Environment"),
            cut="letter",
            dots="...",
            teasers=("The hedge that three parishes could not agree on",),
        ),
    ),
    "crude-seven-teasers": (
        "en-observatory",
        Shape(
            "HomeWorldUS & CanadaScience",
            ("Home", "World", "US & Canada", "Science"),
            teasers=(
                "Storm leaves 8,000 homes without power along the coast",
                "Teachers’ union accepts pay offer after overnight talks",
                "The quiet town that became a chess capital",
                "Mayor of Alder Creek resigns over parking tickets",
                "What we know about the new ferry timetable",
                "Harvest festival moves to the old airfield this year",
                "Five books for a rainy weekend",
            ),
        ),
    ),
    "crude-no-excerpt": ("en-opinion", Shape("HomeOpinion", ("Home", "Opinion"), excerpt=0)),
    "crude-windows": (
        "en-observatory",
        Shape(
            "Home > Science",
            ("Home", "Science"),
            dots=" […]",
            newline="\r\n",
            teasers=(
                "Storm leaves 8,000 homes without power along the coast",
                "The quiet town that became a chess capital",
            ),
            footer=("COMMENTS",),
            counts=(),
        ),
    ),
    "crude-german": (
        "de-bruecke",
        Shape(
            "StartseiteLokalesStadtrat",
            ("Startseite", "Lokales", "Stadtrat"),
            cut="letter",
            dots=" …",
            teasers=(
                "Freibad öffnet trotz Personalmangel schon im Mai",
                "Landgericht verhandelt erneut über das Hochregallager",
                "Wo die Störche dieses Jahr brüten",
            ),
            footer=("KOMMENTARE", "WORDPRESS: 2\nDISQUS: 14"),
            counts=(("wordpress", 2), ("disqus", 14)),
        ),
    ),
    "crude-french": (
        "fr-librairie",
        Shape(
            "AccueilCultureLivres",
            ("Accueil", "Culture", "Livres"),
            dots="…",
            teasers=(
                "Le cinéma de la Presqu’île sauvé par une souscription",
                "Un violon retrouvé au fond d’un grenier de Morlaix",
            ),
            footer=("COMMENTAIRES", "WORDPRESS: 0"),
            counts=(("wordpress", 0),),
        ),
    ),
    "crude-spanish": (
        "es-embalse",
        Shape(
            "PortadaEspaña",
            ("Portada", "España"),
            excerpt=200,
            teasers=(
                "El precio del aceite encadena su quinta subida mensual",
                "Detenido en Jaén el falsificador de las monedas de plomo",
                "Así será el nuevo horario de los trenes de cercanías",
            ),
            footer=("COMENTARIOS", "WORDPRESS: 0\nDISQUS: 3\nFACEBOOK: 21"),
            counts=(("wordpress", 0), ("disqus", 3), ("facebook", 21)),
        ),
    ),
    "crude-teasers-last": (
        "nl-sluis",
        Shape(
            "HomeRegioOosterdiep",
            ("Home", "Regio", "Oosterdiep"),
            teasers=(
                "Gemeente wil maximaal twintig kilometer per uur op de dijk",
                "Bakker Jongsma stopt ermee na honderd jaar",
                "Zwanenpaar houdt wegwerkzaamheden op",
            ),
            teasers_last="Lees ook",
        ),
    ),
    "crude-no-footer": (
        "pl-tramwaj",
        Shape(
            "Strona głównaMiasto",
            ("Strona główna", "Miasto"),
            teasers=(
                "Nowy most otwarty dwa miesiące przed terminem",
                "Ile zarabia ratownik na miejskiej pływalni",
            ),
            footer=(),
            counts=(),
        ),
    ),
    "crude-russian": (
        "ru-teatr",
        Shape(
            "ГлавнаяНовостиКультура",
            ("Главная", "Новости", "Культура"),
            excerpt=110,
            dots="...",
            teasers=(
                "Ледокол «Северянка» отправился в последний рейс",
                "Учёные посчитали снегирей в городских парках",
                "На вокзале снова заработали механические часы",
            ),
            footer=("КОММЕНТАРИИ", "WORDPRESS: 0\nDISQUS: 5"),
            counts=(("wordpress", 0), ("disqus", 5)),
        ),
    ),
    "crude-japanese": (
        "ja-sento",
        Shape(
            "ホーム > 社会 > 地域",
            ("ホーム", "社会", "地域"),
            excerpt=60,
            dots="…",
            teasers=(
                "駅前の時計台、四十年ぶりに修復へ",
                "冬の味覚、カキの水揚げ始まる",
                "小学生が考えた給食が人気に",
            ),
            footer=("コメント", "DISQUS: 0"),
            counts=(("disqus", 0),),
        ),
    ),
    "crude-arabic": (
        "ar-maktaba",
        Shape(
            "الرئيسية » ثقافة",
            ("الرئيسية", "ثقافة"),
            excerpt=90,
            teasers=(
                "افتتاح سوق جديد للمزارعين شرق المدينة",
                "أمطار غزيرة تعيد الحياة إلى الوادي",
            ),
            footer=("التعليقات", "WORDPRESS: 0\nDISQUS: 0"),
        ),
    ),
    "crude-ukrainian": (
        "uk-bdzholy",
        Shape(
            "ГоловнаНовиниНаука",
            ("Головна", "Новини", "Наука"),
            excerpt=100,
            dots="…",
            teasers=("У школі відкрили музей старих підручників",),
        ),
    ),
}


class Fixture(NamedTuple):
    """One page or dump, and what is to come of it."""

    name: str
    source: bytes
    suffix: str
    expected: dict[str, Any]
    note: str


def expected_of(story: Story, site: str, layout: str) -> dict[str, Any]:
    """State what cleaning must find; a field that the page does not show is left out."""
    w = words_of(story.language)
    bare = site in {"gazette", "broken", "fragment"}
    expected: dict[str, Any] = {
        "set": layout,
        "language": story.language,
        "status": "ok",
        "title": story.title,
        "authors": list(story.authors),
        "published": story.published[:10],
        "paragraphs": [*filter(None, [story.standfirst]), *story.body],
        "removed": {
            "related": [story.related[0]]
            if site == "fragment"
            else ([] if site == "gazette" else list(story.related)),
            "share": [] if bare else w["share"][:2],
        },
    }
    if site == "broadsheet":
        expected["removed"] |= {
            "newsletter": w["newsletter"][:2],
            "consent": w["cookies"][:1],
            "comments": w["comments"][1:2],
            "author_bio": [story.bio],
        }
    if layout == "html" and site in WITH_SECTION:
        expected["section"] = story.section
    if layout == "html" and site == "broadsheet":
        expected["breadcrumbs"] = [w["home"], story.section]
    return expected


def html_fixtures() -> list[Fixture]:
    """Build the HTML pages."""
    made = []
    for site, slugs in HTML_PLAN.items():
        for slug in slugs.split():
            story = load(slug)
            name = f"{site}-{slug}"
            made.append(
                Fixture(
                    name, SITES[site](story).encode(), "html", expected_of(story, site, "html"), NOTES[site]
                )
            )
    for slug, charset in CHARSETS.items():
        story = load(slug)
        page = partial(gazette, charset=charset)(story).encode(charset, "xmlcharrefreplace")
        note = f"{NOTES['gazette']} Encoded in {charset}, declared in the head."
        made.append(Fixture(f"gazette-{slug}", page, "html", expected_of(story, "gazette", "html"), note))
    return made


def text_fixtures() -> list[Fixture]:
    """Build the flattened pages."""
    made = []
    for layout, pairs in TEXT_PLAN.items():
        for pair in pairs.split():
            site, slug = pair.split(":")
            story = load(slug)
            dump = FLATTENERS[layout](SITES[site](story))
            note = f"{NOTES[site]} Flattened: {layout}."
            made.append(
                Fixture(
                    f"{layout}-{site}-{slug}", dump.encode(), "txt", expected_of(story, site, layout), note
                )
            )
    return made


def crude_fixtures() -> list[Fixture]:
    """Build the crude dumps."""
    made = []
    for name, (slug, shape) in CRUDE_PLAN.items():
        story = load(slug)
        expected = {
            "set": "crude",
            "language": story.language,
            "status": "ok",
            "title": story.title,
            "paragraphs": list(story.body),
            "section": shape.crumbs[-1],
            "breadcrumbs": list(shape.crumbs),
            "related": list(shape.teasers),
            "comment_counts": dict(shape.counts),
            "removed": {"related": list(shape.teasers), "comments": shape.footer[0:1]},
        }
        dump = crude_dump(story, shape).encode()
        made.append(
            Fixture(
                name, dump, "txt", expected, "Headline twice, menu line, excerpt, teasers, body, counters."
            )
        )
    return made


def write(fixture: Fixture) -> None:
    """Write one fixture's folder."""
    folder = PAGES / fixture.name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"source.{fixture.suffix}").write_bytes(fixture.source)
    expected = json.dumps(fixture.expected, ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(f"{expected}\n", encoding="utf-8")
    (folder / "note.md").write_text(f"{fixture.note}\n", encoding="utf-8")


if __name__ == "__main__":
    for each in (*html_fixtures(), *text_fixtures(), *crude_fixtures()):
        write(each)
