"""Cleaning with a template: what it takes, what it must not touch, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews import Label, SiteTemplate, clean, clean_many, extract, learn_site
from cleannews.explain import explanation
from cleannews.label.context import Verdict
from cleannews.label.site.weigh import takes_most
from cleannews.labels import Mode
from tests.label.site.newsroom import DISCLAIMER, HARBOUR, SITES, VALLEY, story

if TYPE_CHECKING:
    from cleannews import Article
    from tests.label.site.newsroom import Site

TEXTS = [HARBOUR.text(number) for number in range(6)]
PAGES = [HARBOUR.html(number) for number in range(6)]
LINES = [HARBOUR.one_line(number) for number in range(6)]
TEMPLATE = learn_site(TEXTS)


def lost(site: Site, number: int, article: Article) -> list[str]:
    """The words of the story that are not in the article, by sentence."""
    return [
        sentence
        for paragraph in site.body(number)
        for sentence in paragraph.split(". ")
        if sentence.rstrip(".") not in article.text
    ]


def test_a_template_that_had_no_say_is_not_named() -> None:
    dump = "Two late crossings\n\nThe council voted on Monday to pay for two late crossings a day."
    assert clean(dump, site=TEMPLATE) == clean(dump)
    assert clean(TEXTS[0], site=TEMPLATE).template_id == TEMPLATE.id


@pytest.mark.parametrize("dumps", [TEXTS, PAGES, LINES], ids=["blocks", "html", "one_line"])
def test_what_all_pages_show_is_taken_and_the_story_stays(dumps: list[str]) -> None:
    template = learn_site(dumps)
    for number, dump in enumerate(dumps):
        article = clean(dump, site=template)
        assert "printed in the customs house" not in article.text
        assert "loaf of bread" not in article.text
        assert not lost(HARBOUR, number, article)
        assert article.template_id == template.id


def test_a_page_that_was_not_learned_from_profits_too() -> None:
    article = clean(HARBOUR.text(77), site=TEMPLATE)
    assert "printed in the customs house" not in article.text
    assert not lost(HARBOUR, 77, article)


def test_the_reason_says_on_how_many_pages() -> None:
    article = clean(TEXTS[0], site=TEMPLATE)
    notice = next(block for block in article.blocks if block.text == HARBOUR.notice)
    assert (notice.label, notice.reason, notice.evidence) == (Label.TEMPLATE, "template", "on 6 of 6 pages")
    stranger = clean(HARBOUR.text(77), site=TEMPLATE)
    assert "on 6 of 6 pages" in {block.evidence for block in stranger.blocks if block.text == HARBOUR.notice}
    assert any("on 6 of 6 pages" in line for line in explanation(article))


def test_numbers_and_dates_do_not_hide_what_is_the_same() -> None:
    pages = [
        f"{page}\n\nRead this letter by {number * 37} others of {number + 2} towns"
        for number, page in enumerate(TEXTS)
    ]
    article = clean(pages[3], site=learn_site(pages))
    assert (article.blocks[-1].label, article.blocks[-1].evidence) == (Label.TEMPLATE, "on 6 of 6 pages")


def test_without_a_template_nothing_changes() -> None:
    article = clean(TEXTS[0])
    assert article.template_id is None
    assert Label.TEMPLATE not in {block.label for block in article.blocks}


def test_two_pages_teach_without_loss() -> None:
    template = learn_site(TEXTS[:2])
    for number in range(2):
        article = clean(TEXTS[number], site=template)
        assert doubt(article, HARBOUR.notice) > 5 * doubt(clean(TEXTS[number]), HARBOUR.notice)
        assert not lost(HARBOUR, number, article)


def doubt(article: Article, text: str) -> float:
    """How unsure we are that a block is part of the text; two pages alone seldom settle a sentence."""
    block = next(block for block in article.blocks if block.text == text)
    return 1.0 - block.confidence if block.kept else block.confidence


@pytest.mark.parametrize("dumps", [TEXTS, PAGES, LINES], ids=["blocks", "html", "one_line"])
def test_one_page_under_two_names_teaches_nothing(dumps: list[str]) -> None:
    template = learn_site([dumps[0], dumps[0] + "\n"])
    assert template.pages == 2
    article = clean(dumps[0], site=template)
    assert (article.text, article.template_id) == (clean(dumps[0]).text, None)


def numbered(page: int) -> str:
    """One article again and again, with other numbers: a table of results, a stock report."""
    rise = f"The index of the valley bank closed at {page * 37 % 900} points, {page % 7} more than on Monday."
    rest = [
        f"Shares in the mill rose by {page % 13} percent to {page * 11 % 400} crowns before the bell.",
        f"Traders counted {page * 91 % 5000} deals in the {page % 12} hours that the exchange was open.",
        f"The ferry company lost {page % 9} percent, the brewery {page % 5} percent and the bakery none.",
        f"Analysts expect {page * 7 % 800} points by the end of week {page % 52} if the weather holds.",
    ]
    return "\n\n".join(["Front page", "Markets today", f"Closing report {page}", rise, *rest])


def test_forty_pages_of_one_article_with_other_numbers_teach_nothing() -> None:
    pages = [numbered(page) for page in range(40)]
    template = learn_site(pages)
    assert len(template.counts.articles) == 1
    for page in pages:
        assert clean(page, site=template).text == clean(page).text


def test_a_template_of_another_site_takes_nothing() -> None:
    for number in range(3):
        dump = VALLEY.text(number)
        assert clean(dump, site=TEMPLATE).text == clean(dump).text


def test_a_folder_of_many_sites_costs_no_body_text() -> None:
    """Learned as if it were one site, which it is not."""
    mixed = learn_site([site.text(number) for site in SITES for number in range(4)])
    for site in SITES:
        for number in range(4):
            article = clean(site.text(number), site=mixed)
            assert not lost(site, number, article)


def test_the_title_is_never_taken() -> None:
    """A column bears the same headline every week."""
    pages = ["\n\n".join(["Notes from the valley", *HARBOUR.body(n), HARBOUR.notice]) for n in range(5)]
    template = learn_site(pages)
    for page in pages:
        article = clean(page, site=template)
        assert article.title == "Notes from the valley"
        assert next(block for block in article.blocks if block.text == article.title).label is Label.TITLE


def test_never_most_of_a_page() -> None:
    """A page that quotes what all others show keeps its own text."""
    shared = HARBOUR.body(500)
    pages = [
        "\n\n".join([f"Report {n}", *HARBOUR.body(n), *HARBOUR.body(n + 50), *shared]) for n in range(16)
    ]
    quoting = "\n\n".join(["What we print every day", *shared])
    article = clean(quoting, site=learn_site(pages))
    assert article.text == clean(quoting).text


def test_a_template_that_would_take_more_than_half_of_the_words_is_not_used() -> None:
    kept = [Verdict(at, Label.BODY, "article_text", 0.9) for at in range(4)]
    taken = [one._replace(label=Label.TEMPLATE) if at else one for at, one in enumerate(kept)]
    assert takes_most(kept, taken, [10, 10, 10, 10])
    assert not takes_most(kept, taken, [90, 10, 10, 10])


def test_a_sentence_two_stories_share_stays() -> None:
    """A quotation in two stories out of six is no furniture."""
    quote = "We never meant to close the winter road, and whoever says so was not in the room that night."
    pages = []
    for number in range(6):
        headline, *rest = HARBOUR.text(number).split("\n\n")
        place = len(rest) // 2 + 2
        shared = [quote] if number < 2 else []
        pages.append("\n\n".join([headline, *rest[:place], *shared, *rest[place:]]))
    template = learn_site(pages)
    assert quote in clean(pages[0], site=template).text


@pytest.mark.parametrize("mode", Mode)
def test_every_mode_takes_a_template(mode: Mode) -> None:
    article = clean(TEXTS[0], site=TEMPLATE, mode=mode)
    assert not lost(HARBOUR, 0, article)


def test_the_other_functions_take_a_template() -> None:
    wanted = clean(TEXTS[0], site=TEMPLATE).text
    assert extract(TEXTS[0], site=TEMPLATE) == wanted
    assert [article.text for article in clean_many(TEXTS[:1], site=TEMPLATE)] == [wanted]


def test_what_is_no_template_is_refused() -> None:
    with pytest.raises(TypeError, match="site is str"):
        clean(TEXTS[0], site="harbour.json")  # type: ignore[arg-type] # the point of the test


def test_a_template_that_learned_from_html_serves_dumps() -> None:
    article = clean(HARBOUR.text(9), site=learn_site(PAGES))
    assert "printed in the customs house" not in article.text
    assert not lost(HARBOUR, 9, article)


def test_pages_without_anything_are_no_error() -> None:
    template = learn_site(["", " \n", b"\x89PNG\r\n\x1a\n\x00\x00", "one", "two"])
    for page in ("", "one", "one two three four five", b"\x00\x01"):
        clean(page, site=template)
    assert clean(TEXTS[0], site=SiteTemplate()).text == clean(TEXTS[0]).text


SHARED = learn_site([*LINES, *TEXTS])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*TEXTS[0].split("\n\n"), *TEXTS[1].split(" "), "\n", "|", "ß", "İ"]), max_size=60
    ),
    st.sampled_from([" ", "", "\n", " \n\n "]),
)
def test_kept_and_removed_are_the_input_after_cuts(pieces: list[str], joint: str) -> None:
    source = joint.join(pieces)
    article = clean(source, kind="text", site=SHARED)
    end = 0
    for block in article.blocks:
        assert block.start is not None
        assert block.end is not None
        assert block.raw == source[block.start : block.end]
        assert not source[end : block.start].strip()
        end = block.end
    assert not source[end:].strip()


def test_cutting_and_labelling_are_the_same_every_time() -> None:
    assert clean(LINES[0], site=SHARED) == clean(LINES[0], site=SiteTemplate.from_json(SHARED.to_json()))


def test_a_repeated_sentence_of_the_body_is_told_from_furniture() -> None:
    """A disclaimer is the site's however much it reads like prose."""
    pages = [f"{HARBOUR.text(n)}\n\n{DISCLAIMER}" for n in range(6)]
    article = clean(pages[0], site=learn_site(pages))
    assert DISCLAIMER not in article.text


def test_set_phrases_that_some_of_many_pages_share_cut_nothing() -> None:
    """Of forty stories three close a paragraph with the same words, as any two of forty do."""
    phrase = "according to people who know the plans but may not speak about them."
    pages = []
    for number in range(40):
        headline, paragraphs = story(2_000 + number, paragraphs=4)
        paragraphs[1] = paragraphs[1][:-1] + (f", {phrase}" if number < 3 else ".")
        pages.append("\n\n".join([*HARBOUR.menu, headline, *paragraphs, HARBOUR.notice]))
    template = learn_site(pages)
    for page in pages[:3]:
        article = clean(page, site=template)
        assert [block.text for block in article.blocks if block.text.endswith(phrase)] == [
            line for line in page.split("\n\n") if line.endswith(phrase)
        ]
        assert phrase in article.text


def test_a_short_sentence_that_one_of_many_pages_shows_too_stays() -> None:
    answer = "She did not want to say more about it."
    pages = []
    for number in range(20):
        headline, paragraphs = story(3_000 + number, paragraphs=5)
        said = [answer] if number < 2 else []
        pages.append("\n\n".join([*HARBOUR.menu, headline, *paragraphs[:2], *said, *paragraphs[2:]]))
    template = learn_site(pages)
    for page in pages[:2]:
        assert answer in clean(page, site=template).text


def test_a_dump_on_one_line_is_cut_at_phrases_with_a_template_as_without() -> None:
    text = " ".join(
        f"The keeper of the {name} light said that the ferry would wait for the tide until the evening."
        for name in ("old", "new", "far", "near")
    )
    above, below = "Northport Mail Home News Sport", "Leave a comment Ferry company orders ships"
    dump = f"{above} Ferry waits for the tide {text} {below} Sign up for our newsletter Weather stays dry"
    template = learn_site(
        [
            "Storm closes harbour\n\nThe harbour was closed.",
            "Apples are early\n\nGrowers picked apples in July.",
        ]
    )
    alone = [block.text for block in clean(dump).blocks]
    assert "Leave a comment" in alone
    assert [block.text for block in clean(dump, site=template).blocks] == alone
