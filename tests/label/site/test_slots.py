"""What stands where other pages have no text, and where they have most of theirs."""

from __future__ import annotations

import numpy as np
import pytest

from cleannews import Label, clean, learn_site
from cleannews.explain import explanation
from cleannews.label.site.slots import Places, places_of
from cleannews.label.site.weigh import weigh_places
from cleannews.label.site.witness import compare
from cleannews.pipeline import digest_of
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS
from tests.label.site.newsroom import HARBOUR, VALLEY, story
from tests.label.site.test_own import STANDFIRSTS

TAIL = "More about the harbour"
BOX = (
    "Support our newsroom today",
    "Readers keep this newspaper alive, and a subscription costs less than a loaf of bread a week.",
    "Subscribe now for one crown",
    "Already a member? Sign in here",
)


def with_tail(number: int) -> str:
    """A long story, and behind the same lines as on all pages a sentence about another one."""
    headline, paragraphs = story(700 + number, paragraphs=12)
    return "\n\n".join([*HARBOUR.menu, headline, *paragraphs, TAIL, "Photos", "Letters", STANDFIRSTS[number]])


TAILED = [with_tail(number) for number in range(5)]


def test_a_sentence_where_other_pages_have_no_text_goes_and_the_reason_says_why() -> None:
    template = learn_site(TAILED)
    for number, page in enumerate(TAILED):
        assert STANDFIRSTS[number] in clean(page).text
        article = clean(page, site=template)
        block = next(block for block in article.blocks if block.text == STANDFIRSTS[number])
        assert (block.label, block.reason) == (Label.TEMPLATE, "template_slot")
        assert block.evidence == "4 of 4 other pages have next to no text here"
        assert any(block.evidence in line for line in explanation(article))
        assert all(paragraph in article.text for paragraph in story(700 + number, paragraphs=12)[1])


@pytest.mark.parametrize("place", [1, 3, -1], ids=["early", "middle", "late"])
def test_a_box_inside_the_text_divides_it_and_costs_nothing(place: int) -> None:
    """Two paragraphs or the last one alone may stand beyond a box on every page."""
    pages, bodies = [], []
    for number in range(8):
        headline, body = story(800 + number, paragraphs=4 + 3 * (number % 3))
        bodies.append(body)
        blocks = [*HARBOUR.menu, headline, *body[:place], *BOX, *body[place:], *HARBOUR.footer]
        pages.append("\n\n".join(blocks))
    template = learn_site(pages)
    for page, body in zip(pages, bodies, strict=True):
        alone, article = clean(page), clean(page, site=template)
        assert BOX[1] not in article.text
        assert sum(paragraph in alone.text for paragraph in body) >= len(body) - 1
        assert all(paragraph in article.text for paragraph in body if paragraph in alone.text)


def test_a_long_story_goes_on_behind_what_ends_the_short_ones() -> None:
    """The box comes after three paragraphs: the end of short stories, the middle of a long one."""
    pages, bodies = [], []
    for number in range(7):
        headline, body = story(900 + number, paragraphs=14 if number == 0 else 3)
        bodies.append(body)
        blocks = [*HARBOUR.menu, headline, *body[:3], *BOX, *body[3:], HARBOUR.notice, *HARBOUR.footer]
        pages.append("\n\n".join(blocks))
    article = clean(pages[0], site=learn_site(pages))
    assert article.template_id
    assert all(paragraph in article.text for paragraph in bodies[0])


def test_nothing_is_said_of_a_lead_above_a_box() -> None:
    """On every page one paragraph of fourteen stands above the box: little of the text, and its beginning."""
    pages = []
    for number in range(5):
        headline, body = story(1_100 + number, paragraphs=14)
        pages.append("\n\n".join([*HARBOUR.menu, headline, body[0], *BOX, *body[1:], *HARBOUR.footer]))
    template = learn_site(pages)
    page, _ = read(pages[0], kind=None, limits=DEFAULT_LIMITS)
    _, sketch, evidence = compare(page, template, digest_of(pages[0]))
    places = places_of(sketch, evidence, template.slots)
    lead = len(HARBOUR.menu) + 1
    assert page.segments[lead].text == story(1_100, paragraphs=14)[1][0]
    assert (places.pages[lead], places.pages[lead + len(BOX) + 1]) == (0, 4)


def test_slots_of_one_other_page_say_nothing() -> None:
    page = with_tail(1)
    article = clean(page, site=learn_site([with_tail(0), page]))
    assert "template_slot" not in {block.reason for block in article.blocks}


def test_slots_of_another_site_say_nothing() -> None:
    template = learn_site([VALLEY.text(number) for number in range(5)])
    assert clean(TAILED[0], site=template).text == clean(TAILED[0]).text


def test_pages_without_lines_have_no_slots() -> None:
    template = learn_site(["", "one", "two words", b"\x00"])
    assert not template.slots.behind.lines.any()
    assert clean("one", site=template).text == clean("one").text


@pytest.mark.parametrize(
    ("share", "pages", "score", "weighed"),
    [
        (0.05, 2, 0.9, 0.9),
        (0.05, 2, 0.8, 0.3512),
        (0.05, 4, 0.9, 0.1415),
        (0.05, 40, 0.9, 0.1415),
        (0.05, 4, 0.999, 0.999),
        (0.05, 0, 0.9, 0.9),
        (0.15, 4, 0.9, 0.9),
        (0.6, 4, 0.3, 0.5381),
        (0.6, 0, 0.3, 0.3),
    ],
)
def test_slots_move_scores_by_what_other_pages_have_there(
    share: float, pages: int, score: float, weighed: float
) -> None:
    """A paragraph that would be likely text all the same stays; where nothing is known nothing changes."""
    places = Places(np.array([share]), np.array([pages]))
    assert weigh_places((score,), places) == (weighed,)
