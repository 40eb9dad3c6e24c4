"""What a page shares with others and keeps: its standfirst, its date and its byline."""

from __future__ import annotations

import pytest

from cleannews import Label, clean, learn_site
from tests.label.site.newsroom import HARBOUR, story

STANDFIRSTS = (
    "A storm tore two boats from their moorings, and their owners want to know who is going to pay for it.",
    "The last ferry of the season left without its captain, who had overslept after his daughter's wedding.",
    "Growers in the upper valley picked their first apples in July, which their parents never saw happen.",
    "The council wants to sell the customs house, and nobody can say to whom it belongs in the first place.",
    "Pupils of the island school will learn to sail again, and the teacher has already bought a whistle.",
)
BOX = "Sign up here for our letter from the harbour and never miss a tide, a story or a good bargain again."
DAYS = ("March 4, 2024 at 10:15", "March 5, 2024 at 8:30", "April 1, 2024 at 19:45", "May 2, 2024 at 6:05")


def front_page(number: int, *, teased: int = 5) -> str:
    """A page under a list of the day's stories, its own among them, with a box below every headline."""
    headlines = [story(40 + other)[0] for other in range(5)]
    menu = [line for other in range(teased) for line in (headlines[other], STANDFIRSTS[other])]
    _, paragraphs = story(40 + number)
    top = [f"{headlines[number]} | The Harbour Post", *HARBOUR.menu, *menu, *HARBOUR.menu[:2]]
    return "\n\n".join([*top, headlines[number], STANDFIRSTS[number], BOX, *paragraphs, *HARBOUR.footer])


def as_html(text: str) -> str:
    """The same in elements."""
    title, *rest = text.split("\n\n")
    body = "".join(f"<p>{line}</p>" for line in rest)
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


FRONT_PAGES = [front_page(number) for number in range(5)]


@pytest.mark.parametrize(
    "pages",
    [FRONT_PAGES, [as_html(page) for page in FRONT_PAGES], [" ".join(page.split()) for page in FRONT_PAGES]],
    ids=["blocks", "html", "one_line"],
)
def test_a_standfirst_that_other_pages_tease_stays(pages: list[str]) -> None:
    template = learn_site(pages)
    for number, page in enumerate(pages):
        alone, article = clean(page), clean(page, site=template)
        assert article.template_id
        assert STANDFIRSTS[number] in article.text or STANDFIRSTS[number] not in alone.text


def test_the_standfirsts_of_other_pages_and_a_box_below_every_headline_go() -> None:
    template = learn_site(FRONT_PAGES)
    for number, page in enumerate(FRONT_PAGES):
        article = clean(page, site=template)
        assert BOX not in article.text
        assert not [line for at, line in enumerate(STANDFIRSTS) if at != number and line in article.text]
        assert article.text.count(STANDFIRSTS[number]) == 1


def dated(number: int, *, place: int = 6) -> str:
    """A page with its date, in block ``place``, and a list of dated teasers that is the same on all pages."""
    headline, paragraphs = story(60 + number)
    blocks = [*HARBOUR.menu, headline, *paragraphs, *HARBOUR.footer]
    blocks.insert(place, DAYS[number])
    teasers = [line for other in range(3) for line in (story(90 + other)[0], "February 3, 2024")]
    return "\n\n".join([*blocks, "Latest news", *teasers])


@pytest.mark.parametrize("place", [5, 6, 14], ids=["above headline", "below headline", "below text"])
def test_the_date_of_a_page_is_a_dateline_though_it_is_the_same_with_its_numbers_masked(place: int) -> None:
    pages = [dated(number, place=place) for number in range(4)]
    template = learn_site(pages)
    for number, page in enumerate(pages):
        alone, article = clean(page), clean(page, site=template)
        date = next(block for block in article.blocks if block.text == DAYS[number])
        reason = {5: "date_behind_crumbs", 6: "date_below_headline"}.get(place, "date_line")
        assert (date.label, date.reason) == (Label.DATELINE, reason)
        assert DAYS[number] not in article.text
        assert article.published == alone.published
        assert (article.published is None) == (place > 6)


def test_the_dates_of_teasers_that_all_pages_carry_are_the_sites() -> None:
    pages = [dated(number) for number in range(4)]
    article = clean(pages[0], site=learn_site(pages))
    labels = [block.label for block in article.blocks if block.text == "February 3, 2024"]
    assert labels == [Label.TEMPLATE] * 3


def signed(number: int, *, name: str) -> str:
    """A page whose author has written all the others too."""
    headline, paragraphs = story(60 + number)
    byline = f"By {name}"
    return "\n\n".join([*HARBOUR.menu, headline, byline, *paragraphs, *HARBOUR.footer])


def test_an_author_who_writes_every_page_keeps_the_byline() -> None:
    pages = [signed(number, name="Ada Lindqvist") for number in range(4)]
    template = learn_site(pages)
    for page in pages:
        article = clean(page, site=template)
        byline = next(block for block in article.blocks if block.text == "By Ada Lindqvist")
        assert byline.label is Label.BYLINE
        assert article.authors == clean(page).authors == ("Ada Lindqvist",)
