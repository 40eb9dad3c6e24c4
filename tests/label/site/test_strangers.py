"""Passages that a few pages of a site share: appeals go, what stories have in common stays."""

from __future__ import annotations

import pytest

from cleannews import clean, learn_site
from tests.label.site.newsroom import story

LEADS = (
    "The ferry waited for the tide until evening came, and nobody on the pier was surprised.",
    "The harbour was closed on Friday after a storm tore two boats from their moorings.",
    "Growers in the valley picked the first apples in July, which their parents never saw.",
    "Divers found the moorings that the storm took from the harbour, and two sunken boats beside them.",
    "The bakery leaves Quay Street after ninety years, because its oven is wider than the new door.",
)

APPEAL = (
    "The Courier belongs to nobody but its members, and advertising pays less of our newsroom every winter. "
    "Whoever finds independent journalism useful can become a supporter from three pounds a month."
)
PLEDGE = (
    "The Courier works to a published code of practice. When we make a mistake we say so, promptly and in "
    "the same place, and our reporters do not accept gifts from the people they write about."
)


def page(number: int, passage: str) -> str:
    """A page of the site, its passage between paragraphs of its own."""
    title, paragraphs = story(number, paragraphs=3)
    text = (LEADS[number], paragraphs[0], *([passage] if passage else []), *paragraphs[1:])
    return "\n\n".join((title, "By Ann Lee", "3 May 2024", *text))


def cleaned(passage: str, on: tuple[int, ...]) -> tuple[str, str]:
    """The text of the first page that holds a passage, by itself and with its site's template."""
    pages = [page(number, passage if number in on else "") for number in range(len(LEADS))]
    template = learn_site(pages)
    return clean(pages[on[0]]).text, clean(pages[on[0]], site=template).text


@pytest.mark.parametrize("passage", [APPEAL, PLEDGE], ids=["appeal", "pledge"])
def test_an_appeal_that_two_pages_of_five_show_goes(passage: str) -> None:
    alone, together = cleaned(passage, (1, 3))
    assert passage in alone
    assert passage not in together
    assert together == alone.replace(f"{passage}\n\n", "")


@pytest.mark.parametrize(
    "passage",
    [
        pytest.param("The police did not answer our questions before this paper was printed.", id="short"),
        pytest.param(
            "The harbour was built in 1961, after the winter storm that tore the moorings from the old quay, "
            "and since that Friday its boats have supplied two thirds of the valley.",
            id="of the subject",
        ),
        pytest.param(
            "“We can repair a carriageway or we can replace a reservoir, and everyone upstream knows which "
            "invoice this council would rather deliver to its residents,” Margaret Quill told reporters.",
            id="quoted",
        ),
    ],
)
def test_what_stories_have_in_common_stays(passage: str) -> None:
    alone, together = cleaned(passage, (1, 3))
    assert passage in alone
    assert together == alone


def test_two_pages_beside_this_one_are_too_few() -> None:
    pages = [page(number, APPEAL if number in {0, 1} else "") for number in range(3)]
    assert APPEAL in clean(pages[0], site=learn_site(pages)).text


def test_the_evidence_says_on_how_many_pages() -> None:
    pages = [page(number, APPEAL if number in {1, 3} else "") for number in range(len(LEADS))]
    (found,) = (block for block in clean(pages[1], site=learn_site(pages)).removed if block.text == APPEAL)
    assert (found.reason, found.evidence) == ("template", "on 2 of 5 pages")
