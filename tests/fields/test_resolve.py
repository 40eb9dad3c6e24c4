"""Fields of whole pages: which source wins, and what it is called."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from cleannews.article import Block, Image
from cleannews.fields import Fields, resolve
from cleannews.label.headline import Headline
from cleannews.label.masthead import site_names
from cleannews.labels import Kind, Label
from cleannews.read.containers import NO_CONTAINERS, Containers
from cleannews.read.jsonld import read_jsonld
from cleannews.read.page import (
    Hints,
    Join,
    Mark,
    Meta,
    Page,
    Picture,
    Segment,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = "Rain stops the ferry"
URL = "https://www.herald.example/news/island/rain-stops-the-ferry.html"
_ONE = Containers((-1,), ("body",), ("",), ("/html/body",))
Rows = list[tuple[Label, str]]


def _segment(text: str, container: int) -> Segment:
    return Segment(
        text,
        raw=text,
        start=None,
        end=None,
        tag="p",
        container=container,
        link_chars=None,
        strong_chars=0,
        href=None,
        hidden=False,
        gap=1,
        indent=0,
        join=Join.NONE,
        names="",
    )


def _resolve(
    rows: Rows,
    *,
    hints: Hints | None = None,
    url: str | None = None,
    kind: Kind = Kind.HTML,
    language: str = "en",
    segments: tuple[Segment, ...] = (),
    reasons: Mapping[int, str] = MappingProxyType({}),
) -> Fields:
    hints = hints or Hints()
    own = 0 if kind is Kind.HTML else -1
    segments = segments or tuple(_segment(text, own) for _, text in rows)
    page = Page(kind, "", segments, _ONE if kind is Kind.HTML else NO_CONTAINERS, hints)
    blocks = tuple(
        Block(index, text, text, label, reasons.get(index, ""), "", 1.0, None, None, None)
        for index, (label, text) in enumerate(rows)
    )
    titles = [index for index, (label, _) in enumerate(rows) if label is Label.TITLE]
    echoes = tuple(index for index, (label, _) in enumerate(rows) if label is Label.ECHO)
    linked = read_jsonld(hints)
    block = titles[0] if titles else -1
    headline = Headline(TITLE, "h1", block, echoes, linked, site_names(hints, linked))
    return resolve(page, blocks, headline, url=url, language=language)


def _linked(**members: object) -> Hints:
    return Hints(jsonld=(json.dumps({"@type": "NewsArticle", "headline": TITLE, **members}),))


def _metas(*pairs: tuple[str, str], pictures: tuple[Picture, ...] = ()) -> Hints:
    return Hints(metas=tuple(Meta(name, content) for name, content in pairs), pictures=pictures)


PAGE: Rows = [
    (Label.NAVIGATION, "Home"),
    (Label.TITLE, TITLE),
    (Label.BYLINE, "By Ann Lee"),
    (Label.DATELINE, "3 May 2024"),
    (Label.BODY, "The ferry company said on Sunday that the wind was too strong."),
]


def test_an_empty_page_has_no_fields() -> None:
    found = _resolve([])
    assert (found.authors, found.published, found.section, found.images, found.warnings) == (
        (),
        None,
        None,
        (),
        (),
    )
    assert found.sources == {"title": "h1"}


def test_the_visible_byline_and_date_are_read() -> None:
    found = _resolve(PAGE)
    assert (found.authors, found.published) == (("Ann Lee",), date(2024, 5, 3))
    assert found.sources["authors"] == "byline:block 2"
    assert found.sources["published"] == "dateline:block 3"


def test_json_ld_goes_before_metas_and_the_page() -> None:
    hints = _linked(
        author=[{"@type": "Person", "name": "Bo Marsh"}], datePublished="2024-05-02T10:30:00+02:00"
    )
    found = _resolve(PAGE, hints=hints)
    assert found.authors == ("Bo Marsh",)
    assert found.published == datetime(2024, 5, 2, 10, 30, tzinfo=timezone(timedelta(hours=2)))
    assert (found.sources["authors"], found.sources["published"]) == ("jsonld", "jsonld")


@pytest.mark.parametrize(
    "author",
    [
        "Bo Marsh",
        {"name": "Bo Marsh"},
        [{"@type": "Person", "name": "Bo Marsh"}],
        {"@type": "Person", "name": ["Bo Marsh"]},
        [{"name": "By Bo Marsh"}],
    ],
)
def test_json_ld_authors_in_every_shape(author: object) -> None:
    assert _resolve([], hints=_linked(author=author)).authors == ("Bo Marsh",)


def test_a_referenced_author_is_looked_up() -> None:
    graph = [
        {"@type": "Person", "@id": "#bo", "name": "Bo Marsh"},
        {"@type": "NewsArticle", "headline": TITLE, "author": {"@id": "#bo"}},
    ]
    assert _resolve([], hints=Hints(jsonld=(json.dumps({"@graph": graph}),))).authors == ("Bo Marsh",)


def test_a_referenced_image_is_looked_up_and_a_bare_reference_is_no_address() -> None:
    image = {"@type": "ImageObject", "@id": "https://e.example/a#primary", "url": "https://e.example/a.jpg"}
    article = {"@type": "NewsArticle", "headline": TITLE, "image": {"@id": "https://e.example/a#primary"}}
    found = _resolve([], hints=Hints(jsonld=(json.dumps({"@graph": [article, image]}),)))
    assert found.images == (Image("https://e.example/a.jpg"),)
    assert _resolve([], hints=Hints(jsonld=(json.dumps(article),))).images == ()


def test_a_person_on_the_page_goes_before_a_declared_organisation() -> None:
    hints = _linked(author={"@type": "Organization", "name": "Herald Media"})
    assert _resolve(PAGE, hints=hints).authors == ("Ann Lee",)
    assert _resolve([], hints=hints).authors == ("Herald Media",)


def test_a_user_name_gives_way_to_the_byline() -> None:
    assert _resolve(PAGE, hints=_metas(("author", "alee"))).authors == ("Ann Lee",)


def test_the_site_is_no_author_beside_a_person() -> None:
    hints = _metas(("og:site_name", "Herald"), ("author", "Herald"))
    assert _resolve(PAGE, hints=hints).authors == ("Ann Lee",)


def _marked(rows: Rows, index: int, names: str) -> Fields:
    """Resolve rows of which one bears class names."""
    segments = tuple(_segment(text, 0) for _, text in rows)
    segments = tuple(
        segment._replace(names=names) if place == index else segment for place, segment in enumerate(segments)
    )
    return _resolve(rows, segments=segments)


@pytest.mark.parametrize(
    ("line", "names", "authors"),
    [
        ("marlowe99", "author url", ()),
        ("Edith", "author vcard", ("Edith",)),
        ("The Quay Team", "byline", ("The Quay Team",)),
        ("The Quay Team", "menu", ()),
        ("Share", "author-tools", ()),
        ("Meet the Team", "author-box", ()),
        ("by edith on 3 May 2024", "author vcard published", ("edith",)),
        ("by edith on the quay", "text", ()),
        ("By Quay Desk", "byline", ("Quay Desk",)),
        ("By Staff", "byline", ()),
        ("Ann Lee, 3 May 2024, 12:01 3 min read Comments4", "author-name", ("Ann Lee",)),
        ("Published 3 May 2024 by Ann Lee", "meta", ("Ann Lee",)),
        ("3 May 2024, photo by Ann Lee", "meta", ()),
        ("By Ann Lee | 3 May 2024 | Ships and Harbour Repair", "meta", ("Ann Lee",)),
        ("נועה ברקאי", "post-author-name", ("נועה ברקאי",)),
        ("2024-03-05 07:45 נועה ברקאי", "author vcard", ("נועה ברקאי",)),
        ("ليلى المنصوري", "byline", ("ليلى المنصوري",)),
        ("三浦早苗", "author", ("三浦早苗",)),
        ("김서연", "writer", ("김서연",)),
        ("נועה ברקאי", "post-title", ("נועה ברקאי",)),
        ("חדשות ברקאי", "post-title", ()),
        ("כל הכתבות של נועה ברקאי ושל אחרים", "author", ()),
        ("הרשמה לניוזלטר", "author-newsletter", ()),
        ("記者", "author", ()),
        ("12 / 3", "author", ()),
        ("作者：", "author", ()),
    ],
)
def test_what_classes_and_dates_say_of_a_line(line: str, names: str, authors: tuple[str, ...]) -> None:
    rows: Rows = [(Label.TITLE, TITLE), (Label.OTHER, line), *[(Label.BODY, "It rained.")] * 3]
    assert _marked(rows, 1, names).authors == authors


def test_a_line_whose_words_stand_in_the_title_is_a_topic() -> None:
    rows: Rows = [(Label.TITLE, TITLE), (Label.OTHER, "Ferry Repair"), (Label.DATELINE, "3 May 2024")]
    assert _resolve(rows).authors == ()


@pytest.mark.parametrize(
    ("declared", "line", "authors"),
    [
        ("Ann", "Eine Kolumne von Ann Lee", ("Ann Lee",)),
        ("Ann Lee", "Von Dr. Ann Lee und Bo Marsh", ("Dr. Ann Lee", "Bo Marsh")),
        ("Ann Lee", "Von Bo Marsh", ("Ann Lee",)),
        ("Ann", "Von Bo Marsh", ("Ann",)),
    ],
)
def test_a_visible_byline_completes_a_declaration(declared: str, line: str, authors: tuple[str, ...]) -> None:
    rows: Rows = [(Label.TITLE, TITLE), (Label.BYLINE, line)]
    hints = _linked(author={"@type": "Person", "name": declared})
    assert _resolve(rows, hints=hints, language="de").authors == authors


@pytest.mark.parametrize("line", ["By Ann Lee Published 3 May 2024", "By Ann Lee Friday, 3 May 2024"])
def test_a_byline_that_says_what_is_declared_changes_nothing(line: str) -> None:
    rows: Rows = [(Label.TITLE, TITLE), (Label.BYLINE, line), (Label.BODY, "It rained.")]
    assert _resolve(rows, hints=_metas(("author", "Ann Lee"))).authors == ("Ann Lee",)


def test_the_author_meta_gives_way_to_a_byline_of_other_people_and_json_ld_does_not() -> None:
    assert _resolve(PAGE, hints=_metas(("author", "Cy Dunn"))).authors == ("Ann Lee",)
    assert _resolve(PAGE, hints=_linked(author="Cy Dunn")).authors == ("Cy Dunn",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Erstellt von Fabian am 6. Mai 2014", ("Fabian",)),
        ("Geschrieben von Cooper am 25.08.2015 22:30", ("Cooper",)),
        ("Erstellt von Fabian", ("Cy Dunn",)),  # no date: a name of one word may be anything
        ("Seit dem 6. Mai 2014 fährt Fabian", ("Cy Dunn",)),
        ("Erstellt von Redaktion am 6. Mai 2014", ("Cy Dunn",)),
    ],
)
@pytest.mark.parametrize("titled", [True, False])
def test_the_author_meta_gives_way_to_a_dated_line_that_says_by(
    line: str, authors: tuple[str, ...], *, titled: bool
) -> None:
    rows: Rows = [(Label.OTHER, line), (Label.BODY, "Die Fähre war laut.")]
    rows = [(Label.TITLE, TITLE), *rows] if titled else rows
    assert _resolve(rows, hints=_metas(("author", "Cy Dunn")), language="de").authors == authors


@pytest.mark.parametrize(
    ("mark", "body", "authors"),
    [
        (True, "It rained.", ("Ann Lee", "Bo Marsh")),
        (False, "It rained.", ("Cy Dunn",)),  # the byline is no link to an author
        (True, "Cy Dunn wrote this in the rain.", ("Cy Dunn",)),  # the declared one is shown
    ],
)
def test_json_ld_whom_the_page_does_not_show_gives_way_to_linked_names(
    body: str, authors: tuple[str, ...], *, mark: bool
) -> None:
    marks = (Mark("rel-author", "/author/ann-lee", "Ann Lee", 1),) if mark else ()
    rows: Rows = [(Label.TITLE, TITLE), (Label.BYLINE, "By Ann Lee, Bo Marsh"), (Label.BODY, body)]
    hints = Hints(jsonld=_linked(author={"@type": "Person", "name": "Cy Dunn"}).jsonld, marks=marks)
    assert _resolve(rows, hints=hints).authors == authors


@pytest.mark.parametrize("name", ["Quay Trust e.V.", "Harbour Media GmbH", "Ferry Lines Ltd."])
def test_a_company_that_declares_itself_gives_way_to_a_person(name: str) -> None:
    rows: Rows = [*FAR, (Label.OTHER, "Autorin: Ann Lee, Projektleiterin der HSS am Hafen")]
    assert _resolve(rows, hints=_metas(("author", name)), language="de").authors == ("Ann Lee",)
    assert len(_resolve(FAR, hints=_metas(("author", name))).authors) == 1
    for person in ("Ann Limited", "Bo Gmbhardt"):
        assert _resolve(rows, hints=_metas(("author", person)), language="de").authors == (person,)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Auteur: Anna Kubik", ("Anna Kubik",)),
        ("Authors: Ann Lee and Bo Marsh", ("Ann Lee", "Bo Marsh")),
        ("Author: marlowe99 am 29.12.2010, 13:36 Uhr", ("marlowe99",)),
        ("erstellt von Dominique — veröffentlicht 28.01.2022 06:00", ("Dominique",)),
        ("Author: marlowe99", ()),  # one word without a date
        ("Authors: rights and duties", ()),
        ("erstellt von admin — veröffentlicht 28.01.2022 06:00", ()),
        ("Auteurs de la région", ()),
    ],
)
def test_a_signature_far_below_the_headline(line: str, authors: tuple[str, ...]) -> None:
    assert _resolve([*FAR, (Label.OTHER, line)], language="de").authors == authors


def test_marked_names_complete_a_declaration_but_addresses_do_not() -> None:
    marks = (Mark("rel-author", "/a/bo-marsh", "Bo Marsh", 1), Mark("rel-author", "/a/ann-lee", "Ann Lee", 1))
    rows: Rows = [(Label.TITLE, TITLE), (Label.OTHER, "Bo Marsh Ann Lee")]
    declared = _linked(author="Bo Marsh").jsonld
    assert _resolve(rows, hints=Hints(jsonld=declared, marks=marks)).authors == ("Bo Marsh", "Ann Lee")
    marks = (Mark("rel-author", "/a/bo-marsh", "bo-marsh", 1), Mark("rel-author", "/member/x", "", 1))
    assert _resolve(rows, hints=Hints(jsonld=declared, marks=marks)).authors == ("Bo Marsh",)


def test_the_site_s_name_is_cut_off_a_person_s() -> None:
    rows: Rows = [(Label.TITLE, TITLE), (Label.BYLINE, "By Ann Lee Quay Herald")]
    assert _resolve(rows, hints=_metas(("og:site_name", "Quay Herald"))).authors == ("Ann Lee",)


def test_a_byline_far_from_the_headline_belongs_to_another_article() -> None:
    rows = [
        *PAGE[:2],
        *[(Label.BODY, "It rained.")] * 30,
        (Label.BYLINE, "By Bo Marsh"),
        (Label.BYLINE, "By Cy Dunn"),
    ]
    assert _resolve(rows).authors == ()


def test_a_person_whom_the_article_is_about_is_not_its_author() -> None:
    body = (Label.BODY, "Minister Bo Marsh said so.")
    assert (
        _resolve(
            [(Label.TITLE, TITLE), (Label.OTHER, "Bo Marsh"), (Label.DATELINE, "3 May 2024"), body, body]
        ).authors
        == ()
    )


def test_in_a_dump_the_byline_beside_a_later_copy_of_the_headline_counts() -> None:
    rows: Rows = [(Label.TITLE, TITLE), *[(Label.NAVIGATION, "Menu")] * 40, (Label.ECHO, TITLE), *PAGE[2:]]
    found = _resolve(rows, kind=Kind.TEXT)
    assert (found.authors, found.published) == (("Ann Lee",), date(2024, 5, 3))


@pytest.mark.parametrize(
    "meta",
    ["article:published_time", "parsely-pub-date", "dc.date.issued", "citation_date", "pubdate", "date"],
)
def test_metas_tell_the_date(meta: str) -> None:
    found = _resolve([], hints=_metas((meta, "2024-05-02T10:30:00Z")))
    assert found.published == datetime(2024, 5, 2, 10, 30, tzinfo=timezone.utc)
    assert found.sources["published"] == meta


def test_a_day_is_made_precise_by_a_source_that_agrees() -> None:
    hints = Hints(
        jsonld=_linked(datePublished="2024-05-02").jsonld,
        metas=(Meta("article:published_time", "2024-05-02T10:30:00Z"),),
    )
    assert _resolve([], hints=hints).published == datetime(2024, 5, 2, 10, 30, tzinfo=timezone.utc)


def test_sources_that_disagree_are_reported() -> None:
    hints = Hints(
        jsonld=_linked(datePublished="2024-05-02").jsonld,
        metas=(Meta("article:published_time", "2020-01-01T10:30:00Z"),),
    )
    found = _resolve([], hints=hints)
    assert found.published == date(2024, 5, 2)
    assert found.warnings == ("published_sources_disagree",)


def test_a_time_without_zone_is_reported() -> None:
    found = _resolve([], hints=_linked(datePublished="2024-05-02T10:30:00"))
    assert (found.published, found.warnings) == (date(2024, 5, 2), ("published_time_without_zone",))


@pytest.mark.parametrize("kind", list(Kind))
def test_an_update_never_stands_in_for_a_publication_that_nothing_tells(kind: Kind) -> None:
    rows = [(Label.TITLE, TITLE), (Label.DATELINE, "Updated 4 May 2024")]
    found = _resolve(rows, kind=kind)
    assert (found.published, found.modified, found.warnings) == (None, date(2024, 5, 4), ())


@pytest.mark.parametrize("kind", list(Kind))
def test_the_short_line_before_a_date_may_say_that_it_is_that_of_an_update(kind: Kind) -> None:
    rows = [(Label.TITLE, TITLE), (Label.OTHER, "Last updated:"), (Label.DATELINE, "4 May 2024")]
    found = _resolve(rows, kind=kind)
    assert (found.published, found.modified) == (None, date(2024, 5, 4))
    rows[1] = (Label.OTHER, "The island's updated timetable hangs on the quay")
    assert _resolve(rows, kind=kind).published == date(2024, 5, 4)
    rows[1:] = [(Label.OTHER, "Published"), (Label.DATELINE, "4 May 2024 Updated 6 May 2024")]
    assert _resolve(rows, kind=kind).published == date(2024, 5, 4)


@pytest.mark.parametrize(
    "hints",
    [
        Hints(metas=(Meta("article:modified_time", "2024-05-04T10:00:00Z"),)),
        Hints(
            jsonld=(json.dumps({"@type": "NewsArticle", "headline": TITLE, "dateModified": "2024-05-04"}),)
        ),
    ],
)
def test_an_update_that_nobody_is_shown_is_no_publication(hints: Hints) -> None:
    found = _resolve([(Label.TITLE, TITLE), (Label.BODY, "It rained.")], hints=hints)
    assert (found.published, found.warnings) == (None, ())
    assert found.modified is not None


def test_a_publication_goes_before_an_update() -> None:
    rows = [(Label.TITLE, TITLE), (Label.DATELINE, "Published 3 May 2024, updated 6 May 2024")]
    found = _resolve(rows)
    assert (found.published, found.modified, found.warnings) == (date(2024, 5, 3), date(2024, 5, 6), ())


def test_a_declaration_later_than_the_last_change_was_stamped_anew() -> None:
    stamped = Meta("published-time", "2026-03-09T08:45:32Z")
    hints = Hints(metas=(stamped, Meta("published-date", "2021-02-16"), Meta("modified-date", "2024-07-30")))
    assert _resolve([], hints=hints).published == date(2021, 2, 16)
    alone = Hints(metas=(stamped, Meta("modified-date", "2024-07-30")))
    assert _resolve([], hints=alone).published == datetime(2026, 3, 9, 8, 45, 32, tzinfo=timezone.utc)


def test_date_marks_among_teasers_are_those_of_teasers() -> None:
    rows = [(Label.TITLE, TITLE), *BODY * 60]
    far = tuple(Mark("datepublished", f"2026-03-{day}", "", 30 + day) for day in (10, 12))
    assert _resolve(rows, hints=Hints(marks=far)).published is None
    near = Mark("datepublished", "2025-03-27", "27 March", 2)
    assert _resolve(rows, hints=Hints(marks=(*far, near))).published == date(2025, 3, 27)
    assert _resolve(rows, hints=Hints(marks=far[:1])).published == date(2026, 3, 10)


@pytest.mark.parametrize(
    "row",
    [
        (Label.BODY, "It rained on 3 May 2024."),
        (Label.LEGAL, "© 3 May 2024"),
        (Label.COMMENTS, "3 May 2024"),
        (Label.OTHER, "© 2024 Herald, 3 May 2024"),
        (Label.OTHER, "Registriert: 3. Mai 2024, 05:56"),
        (Label.OTHER, "Joined: 3 May 2024"),
        (Label.OTHER, "On 3 May 2024 the council of the island had voted against the new ship."),
    ],
)
def test_dates_of_other_things_are_no_publication(row: tuple[Label, str]) -> None:
    assert _resolve([(Label.TITLE, TITLE), row]).published is None


def test_dates_of_teasers_are_no_publication() -> None:
    teasers: Rows = [
        (Label.RELATED, "3 May 2024"),
        (Label.DATELINE, "4 May 2024"),
        (Label.DATELINE, "5 May 2024"),
    ]
    assert _resolve([(Label.TITLE, TITLE), *[(Label.BODY, "It rained.")] * 30, *teasers]).published is None


def test_the_only_date_line_of_a_page_is_its_date() -> None:
    rows = [(Label.TITLE, TITLE), *[(Label.BODY, "It rained.")] * 30, (Label.DATELINE, "4 May 2024")]
    assert _resolve(rows).published == date(2024, 5, 4)


def test_a_bare_date_close_to_the_headline_counts_under_a_wrong_label() -> None:
    assert _resolve([(Label.TITLE, TITLE), (Label.RELATED, "3 May 2024, 10:30")]).published == date(
        2024, 5, 3
    )


def test_the_address_tells_the_day_last() -> None:
    found = _resolve([], url="https://herald.example/2024/05/03/rain")
    assert (found.published, found.sources["published"]) == (date(2024, 5, 3), "url")
    assert _resolve([], url="https://herald.example/2024/99/03/rain").published is None


BODY: Rows = [(Label.BODY, "It rained.")]
FAR: Rows = [(Label.TITLE, TITLE), *BODY * 30]


def test_a_time_element_near_the_headline_tells_the_date() -> None:
    marks = (Mark("time", "2024-05-03T08:00:00Z", "3 May", 2), Mark("time", "2020-01-01", "old", 40))
    found = _resolve([(Label.TITLE, TITLE), *BODY * 60], hints=Hints(marks=marks))
    assert (found.published, found.sources["published"]) == (
        datetime(2024, 5, 3, 8, tzinfo=timezone.utc),
        "time",
    )


def test_a_time_element_behind_the_headline_goes_before_a_nearer_one_above_it() -> None:
    marks = (Mark("time", "2025-12-17", "17 Dec", 1), Mark("time", "2017-03-01", "1 Mar", 4))
    found = _resolve([*BODY * 2, (Label.TITLE, TITLE), *BODY * 4], hints=Hints(marks=marks))
    assert found.published == date(2017, 3, 1)


def test_a_time_element_that_says_updated_is_no_publication() -> None:
    marks = (Mark("time", "2026-03-11", "Updated March 11, 2026", 1),)
    assert _resolve([(Label.TITLE, TITLE), *BODY], hints=Hints(marks=marks)).published is None


def test_a_time_element_tells_which_number_of_its_line_is_the_month() -> None:
    marks = (Mark("time", "2023-10-12T19:38:01Z", "12/10/2023", 1),)
    rows = [(Label.TITLE, TITLE), (Label.DATELINE, "3 October 2023"), *BODY]
    assert _resolve(rows, hints=Hints(marks=marks)).published == date(2023, 10, 3)
    rows[1] = (Label.DATELINE, "2023/12/10")
    found = _resolve(rows, hints=Hints(marks=marks))
    assert found.published == datetime(2023, 10, 12, 19, 38, 1, tzinfo=timezone.utc)
    assert found.sources["published"] == "dateline:block 1"


@pytest.mark.parametrize(
    "line",
    [
        "— Lundby Bakers (@lundbybakers) March 5, 2021",
        "– Ann (@ann_lee) March 5, 2021",
        "When: 12 June 2026, 19:00",
        "Wann: 12. Juni 2026, 19 Uhr",
        "Quand : 12 juin 2026",
        "Date and time: 12 June 2026",
        "12 June 2026 – 3 July 2026",
    ],
)
@pytest.mark.parametrize("label", [Label.DATELINE, Label.OTHER, Label.BODY])
def test_the_day_of_a_post_or_an_event_is_no_publication(label: Label, line: str) -> None:
    assert _resolve([(Label.TITLE, TITLE), (label, line), *BODY]).published is None
    assert _resolve([(Label.TITLE, TITLE), *BODY, (label, line)], kind=Kind.TEXT).published is None


def test_the_day_of_an_event_below_its_word_is_no_publication() -> None:
    rows = [(Label.TITLE, TITLE), (Label.OTHER, "When:"), (Label.DATELINE, "12 June 2026"), *BODY]
    assert _resolve(rows).published is None


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee (@ann_lee) March 5, 2021",
        "— March 5, 2021",
        "Ann Lee – March 5, 2021",
        "Whenby, March 5, 2021",
        "Date: March 5, 2021",
        "March 5, 2021 – updated on March 6, 2021",
    ],
)
def test_lines_like_those_of_posts_and_events_are_date_lines(line: str) -> None:
    assert _resolve([(Label.TITLE, TITLE), (Label.DATELINE, line), *BODY]).published == date(2021, 3, 5)


def test_what_is_shown_before_it_was_declared_published_is_older_than_the_declaration() -> None:
    hints = _linked(datePublished="2025-06-24T08:00:00Z")
    rows = [(Label.TITLE, TITLE), (Label.DATELINE, "25 August 2024")]
    found = _resolve(rows, hints=hints)
    assert (found.published, found.sources["published"]) == (date(2024, 8, 25), "dateline:block 1")
    assert found.warnings == ("published_sources_disagree",)


@pytest.mark.parametrize(
    ("label", "line"),
    [
        (Label.DATELINE, "25 August 2025"),  # later: it was changed
        (Label.DATELINE, "Updated 25 August 2024"),
        (Label.RELATED, "25 August 2024"),
        (Label.DATELINE, "2025-07-01"),  # the declared day with day and month in the wrong places
    ],
)
def test_other_visible_dates_do_not_overrule_a_declaration(label: Label, line: str) -> None:
    rows = [(Label.TITLE, TITLE), (label, line)]
    assert _resolve(rows, hints=_linked(datePublished="2025-01-07")).published == date(2025, 1, 7)


def test_a_visible_date_overrules_with_a_second_declaration_on_its_side() -> None:
    hints = Hints(
        jsonld=_linked(datePublished="2021-12-06").jsonld,
        metas=(Meta("article:published_time", "2022-12-15T09:13:00Z"),),
    )
    rows = [(Label.TITLE, TITLE), (Label.DATELINE, "15 December 2022")]
    assert _resolve(rows, hints=hints).published == datetime(2022, 12, 15, 9, 13, tzinfo=timezone.utc)


def test_a_first_declaration_that_a_second_one_repeats_is_not_overruled_by_a_later_date() -> None:
    metas = tuple(
        Meta("article:published_time", day) for day in ("2017-04-12T18:33:59Z", "2017-04-12", "2020-02-19")
    )
    rows = [(Label.TITLE, TITLE), (Label.DATELINE, "19 February 2020")]
    found = _resolve(rows, hints=Hints(metas=metas))
    assert found.published == datetime(2017, 4, 12, 18, 33, 59, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("row", "published"),
    [
        ((Label.NEWSLETTER, "2 November 2022"), date(2022, 11, 2)),
        ((Label.OTHER, "| 2 November 2022 |"), date(2025, 6, 12)),  # something stands beside it
        ((Label.RELATED, "2 November 2022"), date(2025, 6, 12)),
    ],
)
def test_a_bare_date_directly_below_the_headline_is_the_article_s(
    row: tuple[Label, str], published: date
) -> None:
    found = _resolve([(Label.TITLE, TITLE), row], hints=_linked(datePublished="2025-06-12"))
    assert found.published == published


@pytest.mark.parametrize(
    ("line", "modified", "published"),
    [
        ("Published 13 August 2025", "2025-11-29T12:28:31Z", date(2025, 8, 13)),
        ("13 August 2025", "2025-11-29T12:28:31Z", date(2025, 11, 29)),  # nothing says what it is
        ("Published 13 August 2025", "2025-12-01T08:00:00Z", date(2025, 11, 29)),  # the head knows both
        ("Published 13 August 2026", "2025-11-29T12:28:31Z", date(2025, 11, 29)),  # later
    ],
)
def test_a_line_that_says_published_overrules_a_head_that_knows_the_last_change_only(
    line: str, modified: str, published: date
) -> None:
    hints = _linked(datePublished="2025-11-29T12:28:31Z", dateModified=modified)
    found = _resolve([*FAR, (Label.DATELINE, line)], hints=hints).published
    assert isinstance(found, date)
    assert (found.year, found.month, found.day) == (published.year, published.month, published.day)


def test_a_meta_that_does_not_say_which_date_it_means_gives_way_to_the_date_line() -> None:
    hints = _metas(("date", "2020-02-12"))
    assert _resolve([(Label.TITLE, TITLE), (Label.DATELINE, "5 Feb 2020")], hints=hints).published == date(
        2020, 2, 5
    )
    assert _resolve([(Label.TITLE, TITLE)], hints=hints).published == date(2020, 2, 12)


@pytest.mark.parametrize("name", ["w-published-date", "published", "x:publicationdate", "release-date"])
def test_a_meta_whose_name_says_published_counts_whatever_stands_before(name: str) -> None:
    assert _resolve([], hints=_metas((name, "2024-05-02"))).published == date(2024, 5, 2)


@pytest.mark.parametrize(
    "name", ["last-published", "expiration-date", "event:date-of-birth", "template-time"]
)
def test_metas_of_other_dates_are_left_alone(name: str) -> None:
    assert _resolve([], hints=_metas((name, "2024-05-02"))).published is None


@pytest.mark.parametrize(
    "lines",
    [
        [(Label.OTHER, "Saved by ann, published 3 May 2024 - 18:55")],
        [(Label.OTHER, "Veröffentlicht"), (Label.OTHER, "03.05.2024")],
        [(Label.RELATED, "Last change 9 June 2024 - Published on 3 May 2024")],
        [(Label.OTHER, "Rain wurde am 3. Mai 2024 um 10:30 Uhr veröffentlicht")],
    ],
)
def test_a_line_anywhere_that_says_published_tells_the_date(lines: Rows) -> None:
    hints = Hints(language="de")
    assert _resolve([*FAR, *lines], hints=hints, language="de").published == date(2024, 5, 3)


@pytest.mark.parametrize(
    "lines",
    [
        [(Label.OTHER, "3 May 2024 was a wet day")],
        [(Label.OTHER, "Published 3 May 2024"), (Label.OTHER, "Published 9 May 2024")],
        [(Label.COMMENTS, "Posted on 3 May 2024")],
        [(Label.BODY, "The report was published on 3 May 2024.")],
        [(Label.OTHER, "Published works of the coast [seen 3 May 2024]")],
    ],
)
def test_other_lines_with_dates_far_from_the_headline_tell_nothing(lines: Rows) -> None:
    assert _resolve([*FAR, *lines]).published is None


def test_a_line_that_says_published_goes_before_those_of_teasers() -> None:
    own, teaser = (Label.OTHER, "Published 3 May 2024"), (Label.RELATED, "Published 9 May 2024")
    assert _resolve([*FAR, own, teaser]).published == date(2024, 5, 3)
    assert _resolve([*FAR, teaser]).published == date(2024, 5, 9)


def test_a_signed_date_in_a_row_of_teasers_is_theirs() -> None:
    rows = [
        (Label.TITLE, TITLE),
        *[(Label.RELATED, "Pier closed")] * 8,
        (Label.RELATED, "3 May 2024 By Bo Marsh"),
    ]
    assert _resolve(rows).published is None


@pytest.mark.parametrize("sign", [". ", " – ", ": ", " | "])
def test_a_day_that_opens_the_text_and_stands_apart_is_its_date(sign: str) -> None:
    opening = f"31 October 2023{sign}The ferries of the sound are louder than the wind."
    assert _resolve([(Label.TITLE, TITLE), (Label.BODY, opening)]).published == date(2023, 10, 31)


@pytest.mark.parametrize(
    "opening",
    [
        "31 October 2023 was the day on which the ferries stopped.",
        "On 31 October 2023. That was when the ferries stopped.",
        "31 October 2023, a Tuesday, was quiet.",
        "The ferries stopped. 31 October 2023. A quiet day.",
    ],
)
def test_a_day_in_the_text_s_first_sentence_is_prose(opening: str) -> None:
    assert _resolve([(Label.TITLE, TITLE), (Label.BODY, opening)]).published is None


def test_a_line_anywhere_that_opens_like_a_byline_tells_the_date() -> None:
    far: Rows = [(Label.TITLE, TITLE), *BODY * 40]
    signed = (Label.OTHER, "Author: Bo Marsh, 3 May 2024, 13:36")
    assert _resolve([*far, signed]).published == date(2024, 5, 3)
    other = (Label.OTHER, "By Ann Lee, 5 May 2024")
    assert _resolve([*far, signed, other]).published is None
    assert _resolve([*far, (Label.OTHER, "The quay on 3 May 2024")]).published is None


def test_a_line_close_to_the_headline_that_says_published_tells_the_date_whatever_its_label() -> None:
    line = "Essay - Published: 2024.05.03 | boats | engines | programming of pumps |"
    assert _resolve([(Label.TITLE, TITLE), (Label.BODY, line)]).published == date(2024, 5, 3)
    told = "The harbour's old book was published on 3 May 2024 and has sold out since."
    assert _resolve([(Label.TITLE, TITLE), (Label.BODY, told)]).published is None


def test_the_date_line_behind_the_lead_counts_though_teasers_have_dates_too() -> None:
    body = (Label.BODY, "The ferry company said on Sunday that the wind was too strong.")
    head: Rows = [(Label.TITLE, TITLE), *[(Label.RELATED, "Pier closed")] * 24, body]
    rows = [*head, (Label.DATELINE, "3 May 2024"), body, body, (Label.DATELINE, "1 April 2024")]
    assert _resolve(rows).published == date(2024, 5, 3)


def test_a_date_of_its_own_in_the_title_is_the_last_resort() -> None:
    assert _resolve(FAR, hints=Hints(title=f"{TITLE} | News | 28.04.2024")).published == date(2024, 4, 28)
    assert _resolve(FAR, hints=Hints(title="28.04.2024 - Rain | News")).published == date(2024, 4, 28)
    assert _resolve(FAR, hints=Hints(title="What we know since 28.04.2024 | News")).published is None


def test_in_a_dump_the_title_line_may_hold_a_date_of_its_own() -> None:
    lines = (
        f"{TITLE} – Quay Log – 28.04.2024",
        f"{TITLE}, as seen on 28.04.2024",
        "Pier closed – 28.04.2024",
    )
    for line, published in zip(lines, (date(2024, 4, 28), None, None), strict=True):
        rows = [(Label.RELATED, line), *[(Label.NAVIGATION, "Menu")] * 20, *FAR]
        assert _resolve(rows, kind=Kind.TEXT, language="de").published == published


@pytest.mark.parametrize("before", ["Bo Marsh says", "Bo Marsh schreibt:", "marsh99 dijo:"])
def test_the_date_below_a_reader_s_name_is_that_of_a_comment(before: str) -> None:
    rows = [(Label.TITLE, TITLE), (Label.OTHER, before), (Label.DATELINE, "3 May 2024 at 10:54 am"), *BODY]
    assert _resolve(rows, kind=Kind.TEXT).published is None
    rows[1] = (Label.OTHER, "What the harbour office says of the new ferry:")
    assert _resolve(rows, kind=Kind.TEXT).published == date(2024, 5, 3)


def test_in_a_dump_the_copy_of_the_headline_above_the_text_goes_before_those_in_lists_below() -> None:
    own: Rows = [(Label.TITLE, TITLE), (Label.DATELINE, "4 January 2026"), *BODY * 30]
    rows = [*own, (Label.ECHO, TITLE), (Label.DATELINE, "12 March 2026")]
    assert _resolve(rows, kind=Kind.TEXT).published == date(2026, 1, 4)


def test_a_line_that_says_published_goes_before_a_bare_one() -> None:
    rows = [
        (Label.TITLE, TITLE),
        (Label.DATELINE, "16 December 2025"),
        (Label.OTHER, "Published on 2025-12-19"),
    ]
    assert _resolve(rows).published == date(2025, 12, 19)
    rows[2] = (Label.RELATED, "Published on 2025-12-19")
    assert _resolve(rows).published == date(2025, 12, 16)


def test_without_a_headline_the_lines_before_the_text_tell_the_date() -> None:
    rows = [*[(Label.NAVIGATION, "Menu")] * 30, (Label.OTHER, "3 May 2024 | Press"), *BODY]
    assert _resolve(rows).published == date(2024, 5, 3)


def test_breadcrumbs_from_a_glued_run_tell_the_section() -> None:
    rows = [(Label.BREADCRUMB, "Home"), (Label.BREADCRUMB, "News"), (Label.BREADCRUMB, "Politics"), *PAGE[1:]]
    found = _resolve(rows)
    assert (found.breadcrumbs, found.section) == (("Home", "News", "Politics"), "Politics")


def test_breadcrumbs_from_json_ld_are_in_order_without_the_title() -> None:
    items = [
        {"@type": "ListItem", "position": 3, "name": TITLE},
        {"@type": "ListItem", "position": 2, "item": {"name": "Island"}},
        {"@type": "ListItem", "position": 1, "name": "Home"},
    ]
    hints = Hints(jsonld=(json.dumps({"@type": "BreadcrumbList", "itemListElement": items}),))
    found = _resolve([], hints=hints)
    assert (found.breadcrumbs, found.section) == (("Home", "Island"), "Island")


@pytest.mark.parametrize(
    ("hints", "url", "section"),
    [
        (_linked(articleSection="Sport"), URL, "Sport"),
        (_linked(articleSection=["Sport", "Ski"]), URL, "Sport"),
        (_metas(("article:section", "Culture")), URL, "Culture"),
        (_linked(articleSection="news/local-news"), URL, "Local news"),
        (_linked(articleSection="News / Local"), URL, "News / Local"),
        (Hints(), URL, None),
        (Hints(), "https://herald.example/pages/x/rain-stops.html", None),
        (Hints(), "https://herald.example/rain-stops-the-ferry", None),
        (Hints(), "https://herald.example/2024/05/03/x.html", None),
        (Hints(), "https://web.archive.org/web/20190304101500/https://herald.example/sport/x.html", "sport"),
        (Hints(), "http://[broken", None),
    ],
)
def test_section(hints: Hints, url: str, section: str | None) -> None:
    assert _resolve([], hints=hints, url=url).section == section


@pytest.mark.parametrize(
    ("declared", "locale", "day"),
    [
        ("en-US", "", date(2024, 5, 3)),
        ("en_US.UTF-8", "", date(2024, 5, 3)),
        ("en-Latn-US", "", date(2024, 5, 3)),
        ("en-Latn-us-posix", "", date(2024, 5, 3)),
        ("en-Latn", "en_US", date(2024, 5, 3)),
        ("en-001", "en_US", date(2024, 5, 3)),
        ("en-GB", "en_US", date(2024, 3, 5)),
        ("en-Latn-GB", "", date(2024, 3, 5)),
        ("en-GB-oxendict", "", date(2024, 3, 5)),
        ("en-Usage", "", None),
        ("en-Phnx", "", None),
        ("en-x-us", "", None),
        ("en", "", None),
    ],
)
def test_the_region_is_a_part_of_two_letters_behind_the_language(
    declared: str, locale: str, day: date | None
) -> None:
    hints = Hints(language=declared, metas=(Meta("og:locale", locale),))
    found = _resolve([(Label.TITLE, TITLE), (Label.DATELINE, "05/03/2024"), *PAGE[4:]], hints=hints)
    assert found.published == day


_RUN: Rows = [(Label.OTHER, "Harbour Herald"), (Label.OTHER, "Sport"), (Label.NAVIGATION, "Imprint")]


@pytest.mark.parametrize(("above", "section"), [([], None), ([(Label.TITLE, TITLE)], "Sport")])
def test_a_kicker_needs_a_headline_below_it(above: Rows, section: str | None) -> None:
    rows: Rows = [*_RUN[:2], *above, *PAGE[4:], *_RUN[2:]]
    assert _resolve(rows, kind=Kind.TEXT).section == section
    late: Rows = [*above, *PAGE[4:], *_RUN]
    assert _resolve(late, kind=Kind.TEXT).section is None


def test_a_step_of_the_address_that_the_page_shows_is_the_section_as_spelled_there() -> None:
    rows = [(Label.NAVIGATION, "News"), (Label.NAVIGATION, "› Island"), (Label.NAVIGATION, "Culture")]
    assert _resolve(rows, url=URL).section == "Island"


@pytest.mark.parametrize(
    ("hints", "tags"),
    [
        (_linked(keywords=["rain", "ferry"]), ("rain", "ferry")),
        (_linked(keywords="rain, ferry, Rain"), ("rain", "ferry")),
        (_metas(("article:tag", "rain"), ("article:tag", "ferry")), ("rain", "ferry")),
        (_metas(("news_keywords", "rain;ferry")), ("rain", "ferry")),
        (_metas(("keywords", "")), ()),
    ],
)
def test_tags(hints: Hints, tags: tuple[str, ...]) -> None:
    assert _resolve([], hints=hints).tags == tags


@pytest.mark.parametrize(
    ("rels", "metas", "expected"),
    [
        ((("canonical", "/a.html"),), (), "https://www.herald.example/a.html"),
        ((("canonical", "https://herald.example/"),), (Meta("og:url", URL),), URL),
        ((("canonical", "javascript:void(0)"),), (), None),
        ((("canonical", f"https://web.archive.org/web/20190304101500/{URL}"),), (), URL),
        ((("canonical", f"/wayback/20190304101500/{URL}"),), (), URL),
        (
            (("canonical", "https://herald.example/20190304101500/a"),),
            (),
            "https://herald.example/20190304101500/a",
        ),
        (
            (("canonical", "/share/2019/https://b.example/"),),
            (),
            "https://www.herald.example/share/2019/https://b.example/",
        ),
        ((), (), None),
    ],
)
def test_canonical(rels: tuple[tuple[str, str], ...], metas: tuple[Meta, ...], expected: str | None) -> None:
    assert _resolve([], hints=Hints(rels=rels, metas=metas), url=URL).canonical_url == expected


@pytest.mark.parametrize(
    ("hints", "name"),
    [
        (_metas(("og:site_name", "The Herald")), "The Herald"),
        (_linked(publisher={"@type": "Organization", "name": "The Herald"}), "The Herald"),
        (Hints(title=f"{TITLE} | The Herald"), "The Herald"),
        (_metas(("og:site_name", TITLE)), None),
        (Hints(title=TITLE), None),
    ],
)
def test_site_name(hints: Hints, name: str | None) -> None:
    assert _resolve([], hints=hints).site_name == name


def test_the_site_of_a_dump_stands_behind_its_title_line() -> None:
    rows = [(Label.ECHO, f"{TITLE} - Lundby Herald"), (Label.TITLE, TITLE)]
    assert _resolve(rows, kind=Kind.TEXT).site_name == "Lundby Herald"


@pytest.mark.parametrize(
    ("value", "free"),
    [(True, True), (False, False), ("True", True), ("False", False), ("maybe", None), (None, None)],
)
def test_access_by_json_ld(value: object, free: object) -> None:
    assert _resolve([], hints=_linked(isAccessibleForFree=value)).is_free is free


@pytest.mark.parametrize(
    ("tier", "free"), [("free", True), ("locked", False), ("metered", False), ("x", None)]
)
def test_access_by_tier(tier: str, free: object) -> None:
    assert _resolve([], hints=_metas(("article:content_tier", tier))).is_free is free


@pytest.mark.parametrize(
    ("paragraph", "line"),
    [
        ("BERLIN (dpa) - The river rose.", "BERLIN (dpa)"),
        ("Berlin (dpa) – The river rose.", "Berlin (dpa)"),
        ("MINSK, March 1 — The river rose.", "MINSK, March 1"),
        ("LUNDBY, Feb. 3 (Reuters) - The river rose.", "LUNDBY, Feb. 3 (Reuters)"),
        ("NEW YORK — The river rose.", "NEW YORK"),
        ("МОСКВА (ТАСС) — Река поднялась.", "МОСКВА (ТАСС)"),
        ("Berlin (a city) is wet.", None),
        ("Rain - the river rose.", None),
        ("The river rose - and fell.", None),
        ("It rained.", None),
        ("A - B", None),
        ("HALLGATE, 4 May 2026 - The river rose.", "HALLGATE, 4 May 2026"),
        ("LUNDBY, March 5, 2026 /PRNewswire/ -- The river rose.", "LUNDBY, March 5, 2026 /PRNewswire/"),
        ("LUNDBY, 4 de mayo de 2026 (EFE).- The river rose.", "LUNDBY, 4 de mayo de 2026 (EFE)"),
        ("Lundby, 4. Mai 2026 – The river rose.", "Lundby, 4. Mai 2026"),
        ("Neustadt am Lund, May 4, 2026 — The river rose.", "Neustadt am Lund, May 4, 2026"),
        ("On Monday, 4 May 2026 – the day it rained.", None),
        ("Updated, 4 May 2026 – the river rose.", None),
        ("The river rose, 4 May 2026 – and fell.", None),
        ("Lundby, 4 ships – and rain.", None),
        ("SIR – Your report of the river is wrong.", None),
        ("FAQ – What to do when it rains.", None),
        ("UPDATE - The river rose.", None),
        ("EXKLUSIV – Der Fluss stieg.", None),
    ],
)
def test_dateline(paragraph: str, line: str | None) -> None:
    assert _resolve([(Label.BODY, paragraph)]).dateline == line


def test_description_and_subtitle() -> None:
    rows = [(Label.TITLE, TITLE), (Label.STANDFIRST, "No ships for a week.")]
    hints = _metas(("og:description", TITLE), ("description", "The ferry &amp; the wind"))
    found = _resolve(rows, hints=hints)
    assert (found.description, found.subtitle) == ("The ferry & the wind", "No ships for a week.")
    assert found.sources["subtitle"] == "standfirst:block 1"


def test_the_declared_picture_takes_the_caption_of_the_same_file() -> None:
    rows = [(Label.TITLE, TITLE), (Label.CAPTION, "The harbour on Sunday. Photo: Bo Marsh"), *PAGE[4:]]
    hints = _metas(("og:image", "/big/ferry.jpg?w=1200"), pictures=(Picture("/small/ferry.jpg", 1),))
    found = _resolve(rows, hints=hints, url=URL)
    wanted = Image("https://www.herald.example/big/ferry.jpg?w=1200", "The harbour on Sunday.", "Bo Marsh")
    assert (found.image, found.images) == (wanted, (wanted,))


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("/a/ferry.jpg", "/a/ferry.jpg"),
        (" ../ferry.jpg ", "../ferry.jpg"),
        ("//static.example/ferry.jpg", "//static.example/ferry.jpg"),
        ("https://static.example/ferry.jpg", "https://static.example/ferry.jpg"),
    ],
)
def test_an_image_of_a_page_without_an_address_stays_as_written(written: str, url: str) -> None:
    hints = Hints(pictures=(Picture(written, 1),))
    rows: Rows = [(Label.TITLE, TITLE), (Label.CAPTION, "The ferry at noon. Photo: Ann Lee")]
    assert _resolve(rows, hints=hints).images == (Image(url, "The ferry at noon.", "Ann Lee"),)


@pytest.mark.parametrize(
    "written", ["data:image/gif;base64,R0lGOD", "javascript:show(1)", "about:blank", " "]
)
def test_what_is_no_address_of_an_image_is_none_without_an_address_either(written: str) -> None:
    hints = Hints(pictures=(Picture(written, 1),))
    rows: Rows = [(Label.TITLE, TITLE), (Label.CAPTION, "The ferry at noon. Photo: Ann Lee")]
    assert _resolve(rows, hints=hints).images == ()


@pytest.mark.parametrize(
    ("heading", "reason", "tags"),
    [
        ("Tags", "tags_phrase", ("rain", "ferry")),
        ("キーワード", "tags_word", ("rain", "ferry")),
        ("Etiquetas: noise", "tags_opener", ("noise", "rain", "ferry")),
        ("وسوم: بحر، ريح", "tags_opener", ("بحر", "ريح", "rain", "ferry")),
        ("Noise", "tag_run", ("Noise", "rain", "ferry")),
    ],
)
def test_the_heading_of_tags_is_no_tag(heading: str, reason: str, tags: tuple[str, ...]) -> None:
    rows: Rows = [(Label.TITLE, TITLE), (Label.TAGS, heading), (Label.TAGS, "rain"), (Label.TAGS, "ferry")]
    assert _resolve(rows, reasons={1: reason}).tags == tags


@pytest.mark.parametrize(
    "hints",
    [
        Hints(rels=(("canonical", URL),)),
        Hints(metas=(Meta("og:url", URL),)),
        Hints(jsonld=(json.dumps({"@type": "NewsArticle", "headline": TITLE, "url": URL}),)),
    ],
)
def test_an_image_hangs_on_the_address_that_the_page_declares(hints: Hints) -> None:
    hints = replace(hints, pictures=(Picture("ferry.jpg", 1),))
    rows: Rows = [(Label.TITLE, TITLE), (Label.CAPTION, "The ferry at noon.")]
    assert [image.url for image in _resolve(rows, hints=hints).images] == [
        "https://www.herald.example/news/island/ferry.jpg"
    ]


def test_relative_addresses_hang_on_the_base() -> None:
    hints = Hints(metas=(Meta("og:image", "ferry.jpg"),), base="https://static.example/a/")
    assert _resolve([], hints=hints, url=URL).images == (Image("https://static.example/a/ferry.jpg"),)


def test_every_field_that_is_known_has_a_source() -> None:
    hints = Hints(
        jsonld=_linked(
            author="Bo Marsh", keywords="rain", articleSection="Sport", isAccessibleForFree=True
        ).jsonld,
        metas=(Meta("og:site_name", "Herald"), Meta("description", "Wet."), Meta("og:image", "/a.jpg")),
        rels=(("canonical", URL),),
    )
    found = _resolve(PAGE, hints=hints, url=URL)
    known = {name for name in found.__slots__ if getattr(found, name) not in (None, (), {})}
    assert known - {"sources", "warnings", "images", "base"} == set(found.sources)


def test_a_byline_that_names_the_declared_author_and_more_wins() -> None:
    rows = [(Label.TITLE, TITLE), (Label.BYLINE, "By Ann Lee and Bo Marsh")]
    assert _resolve(rows, hints=_metas(("author", "Ann Lee"))).authors == ("Ann Lee", "Bo Marsh")


def test_a_section_name_beside_a_date_is_no_author() -> None:
    body = (Label.BODY, "The new safety rules and other tips were sent out.")
    assert (
        _resolve(
            [(Label.TITLE, TITLE), (Label.OTHER, "Safety Tips"), (Label.DATELINE, "3 May 2024"), body]
        ).authors
        == ()
    )


def test_a_signature_below_the_text_names_the_author() -> None:
    rows = [(Label.TITLE, TITLE), *[(Label.BODY, "It rained.")] * 30, (Label.OTHER, "Written by Ann Lee")]
    assert _resolve(rows).authors == ("Ann Lee",)
    assert _resolve([*rows, (Label.OTHER, "Written by Bo Marsh")]).authors == ()
