"""Build the pages and dumps under ``tests/fixtures/pages`` out of the stories: ``python -m quality.make``.

The flatteners need ``pip install -e '.[fixtures]'`` and the programs lynx and w3m. Pages written by hand
(``special-*``) stay as they are. What is built is committed: the tests read files and build nothing.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quality.crude_plan import CRUDE_PLAN
from quality.dumps import crude_dump
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
