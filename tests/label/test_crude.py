"""Crude dumps: what no rule names between headline and counters is the text's."""

from __future__ import annotations

import pytest

import cleannews
from cleannews.labels import Label

TITLE = "Ferry to the islands stops for a week"
LEAD = (
    "The ferry company said on Sunday that the wind was too strong for its two older ships, and that the "
    "service would stop for a week"
)
PARAGRAPHS = tuple(
    f"On {day} the islands had bread and milk for three days more, said Mara Field, who runs the shop at the "
    f"old quay and had counted everything in it twice since the last ship came."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)
TEASERS = ("Council puts off its vote on the bridge", "Keeper of the light wins a medal")
COUNTERS = "COMMENTS\n\nWORDPRESS: 0\nDISQUS: 0"


def _dump(*blocks: str) -> str:
    return "\n\n".join((TITLE, "HomeNewsIslands", TITLE, *blocks)) + "\n"


def _texts(dump: str) -> list[str]:
    return [paragraph.text for paragraph in cleannews.clean(dump).paragraphs]


@pytest.mark.parametrize("dots", ["", "..", "...", "…", " […]"])
def test_a_lead_without_a_full_stop_is_text_if_an_excerpt_was_cut_from_it(dots: str) -> None:
    excerpt = LEAD[:96].rsplit(" ", 1)[0] + dots
    dump = _dump(excerpt, "\n".join(TEASERS), LEAD, *PARAGRAPHS, COUNTERS)
    assert _texts(dump) == [LEAD, *PARAGRAPHS]


@pytest.mark.parametrize("teasers", [(), TEASERS[:1], TEASERS])
@pytest.mark.parametrize("end", [(), (COUNTERS,)])
def test_an_excerpt_that_is_the_whole_lead_is_said_once(
    teasers: tuple[str, ...], end: tuple[str, ...]
) -> None:
    lead = "The ferry stops for a week, the company said on Sunday, since the wind is too strong."
    assert _texts(_dump(lead, *teasers, lead, *PARAGRAPHS, *end)) == [lead, *PARAGRAPHS]


def test_a_refrain_inside_the_text_stays() -> None:
    refrain = "And the ferry, it will not sail today, it will not sail, sang the children at the quay."
    texts = _texts(_dump(PARAGRAPHS[0], refrain, *PARAGRAPHS[1:3], refrain, PARAGRAPHS[3]))
    assert refrain in texts


def test_readers_who_say_who_they_are_stand_below_the_text() -> None:
    said = ("Dave M: Great idea. When will they sail?", "Jill: They already have, Dave. Ask at the quay.")
    dump = _dump(LEAD[:60] + "...", *TEASERS, f"{LEAD}.", *PARAGRAPHS[:2], "COMMENTS (2)", *said, "DISQUS: 2")
    article = cleannews.clean(dump)
    assert [text for text in said if text in article.text] == []


def test_an_interview_below_a_heading_with_a_number_stays() -> None:
    asked = ("Field: We have bread for three days.", "Post: And milk for the children of the islands?")
    article = cleannews.clean(_dump(*PARAGRAPHS, "Two questions (2)", *asked, PARAGRAPHS[0]))
    assert [text for text in asked if text not in article.text] == []


def test_a_short_last_paragraph_above_the_counters_is_text() -> None:
    last = "A ticket costs 3.40 crowns."
    assert _texts(_dump(*PARAGRAPHS, last, COUNTERS))[-1] == last


@pytest.mark.parametrize("counters", [COUNTERS, "COMMENTS / WORDPRESS: 0 / DISQUS: 0"])
def test_teasers_above_the_counters_are_none_of_it(counters: str) -> None:
    asking = "Who pays for the new quay, and when will it be open?"
    article = cleannews.clean(_dump(*PARAGRAPHS, "\n".join((*TEASERS, asking)), counters))
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)
    assert [link.text for link in article.related] == [*TEASERS, asking]
    assert article.comment_counts == {"wordpress": 0, "disqus": 0}


def test_a_subheading_between_paragraphs_is_text() -> None:
    article = cleannews.clean(_dump(*PARAGRAPHS[:2], "Bread and milk", *PARAGRAPHS[2:], COUNTERS))
    labels = {block.text: block.label for block in article.blocks}
    assert labels["Bread and milk"].in_text


def test_what_a_rule_names_stays_removed() -> None:
    notice = "Subscribe to our newsletter and never miss a story from the islands."
    article = cleannews.clean(_dump(*PARAGRAPHS, notice, COUNTERS))
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)
    assert next(block.label for block in article.blocks if block.text == notice) is Label.NEWSLETTER


def test_a_whole_page_is_no_crude_dump() -> None:
    menu = [f"Department {number}" for number in range(40)]
    article = cleannews.clean(_dump(*menu, *PARAGRAPHS, "A ticket costs 3.40 crowns.", *menu))
    assert all(block.reason != "crude_dump" for block in article.blocks)


@pytest.mark.parametrize(
    ("counters", "counts"),
    [
        ("COMMENTS / WORDPRESS: 1,204 / DISQUS: 0", {"wordpress": 1204, "disqus": 0}),
        ("COMMENTSWORDPRESS: 0DISQUS: 3", {"wordpress": 0, "disqus": 3}),
        ("التعليقات / ووردبريس: 0 / فيسبوك: 2", {"wordpress": 0, "facebook": 2}),
        ("КОММЕНТАРИИ / ВОРДПРЕСС: 1 / ФЕЙСБУК: 0", {"wordpress": 1, "facebook": 0}),
        ("COMMENTS\nWORDPRESS:\n0\nDISQUS:\n7", {"wordpress": 0, "disqus": 7}),
        ("COMMENTS\nWORDPRESS (0)\nDISQUS (2)", {"wordpress": 0, "disqus": 2}),
        ("Facebook: 3 / Twitter: 5", {}),
    ],
)
def test_counters_are_read_in_any_form(counters: str, counts: dict[str, int]) -> None:
    assert cleannews.clean(_dump(*PARAGRAPHS, counters)).comment_counts == counts


def test_counters_are_cut_off_the_end_of_one_line() -> None:
    dump = " ".join((TITLE, TITLE, *PARAGRAPHS, *PARAGRAPHS, "COMMENTS WORDPRESS: 0 DISQUS: 12"))
    article = cleannews.clean(dump)
    assert article.comment_counts == {"wordpress": 0, "disqus": 12}
    assert "DISQUS" not in article.text


def test_a_question_may_be_a_subheading_and_a_last_sentence_short() -> None:
    blocks = (*PARAGRAPHS, "Who runs the ferry?", "A cousin of the mayor.", COUNTERS)
    assert _texts(_dump(*blocks)) == [*PARAGRAPHS, *blocks[-3:-1]]


def test_a_long_headline_that_asks_is_no_prose() -> None:
    title = "Office for the Old Harbour: what is it, what does it do, and who pays for it?"
    excerpt = LEAD[:96].rsplit(" ", 1)[0]
    dump = "\n\n".join((title, "HomeNewsIslands", title, excerpt, TEASERS[0], f"{LEAD}.", *PARAGRAPHS))
    article = cleannews.clean(dump)
    assert [paragraph.text for paragraph in article.paragraphs] == [f"{LEAD}.", *PARAGRAPHS]
    assert [link.text for link in article.related] == [TEASERS[0]]


_SHORT_LEAD = (
    "Oldport.",
    "The ferry stays in harbour for a week.",
    "Both of its ships are too old for the wind.",
)


@pytest.mark.parametrize("cut", ["Both of its", "Both of its…", "Both of its ships are [...]", ""])
@pytest.mark.parametrize("counters", ["", "COMMENTS WORDPRESS: 0 DISQUS: 0"])
def test_an_excerpt_of_several_sentences_is_found_on_one_line(cut: str, counters: str) -> None:
    excerpt = (*_SHORT_LEAD[:2], cut)
    parts = (TITLE, "HomeNewsIslands", TITLE, *excerpt, *TEASERS, *_SHORT_LEAD, *PARAGRAPHS, counters)
    article = cleannews.clean(" ".join(filter(None, parts)))
    assert article.text.replace("\n", " ") == " ".join((*_SHORT_LEAD, *PARAGRAPHS))
    labels = {block.text: block.label for block in article.blocks if block.text in " ".join(TEASERS)}
    assert set(labels.values()) == {Label.RELATED}


def test_short_sentences_inside_of_the_text_on_one_line_are_kept() -> None:
    text = (*_SHORT_LEAD, *PARAGRAPHS[:2], "I mean!", "(NEOS).", "At last!", *PARAGRAPHS[2:])
    article = cleannews.clean(" ".join((TITLE, "HomeNewsIslands", TITLE, *_SHORT_LEAD[:2], "Both…", *text)))
    assert article.text.replace("\n", " ") == " ".join(text)


def test_a_standfirst_that_a_whole_page_takes_up_is_no_excerpt() -> None:
    menu = " ".join(f"Department {number}." for number in range(20))
    parts = (TITLE, menu, TITLE, *_SHORT_LEAD, "By Mara Field", *PARAGRAPHS, *_SHORT_LEAD, *PARAGRAPHS, menu)
    article = cleannews.clean(" ".join(parts))
    assert all(paragraph in article.text.replace("\n", " ") for paragraph in PARAGRAPHS)


RUN = (
    "THE island council plans an ice plant for the fishers of the old quay, its keeper said on Saturday.",
    "“We buy ice by the kilo from the mainland, and half is water when the boat is in,” said Mara Field.",
    "A third of the catch is spoiled before it reaches the town, which the council calls a shame.",
    "Work on the plant may begin in the third quarter if the members vote for it this month.",
)


@pytest.mark.parametrize("dots", ["", "...", " […]"])
@pytest.mark.parametrize("teasers", ["", "\n".join(TEASERS)])
def test_an_excerpt_takes_up_several_paragraphs(dots: str, teasers: str) -> None:
    excerpt = " ".join(RUN)[:252] + dots
    article = cleannews.clean(_dump(excerpt, *filter(None, [teasers]), *RUN, COUNTERS))
    assert [paragraph.text for paragraph in article.paragraphs] == list(RUN)
    assert [block.text for block in article.blocks if block.label is Label.EXCERPT] == [excerpt]


def test_a_summary_that_only_begins_like_the_text_is_no_excerpt() -> None:
    summary = f"{RUN[0]} Fishers of three villages had asked for it since the old one burned down in spring."
    assert _texts(_dump(summary, *RUN, COUNTERS))[0] == summary


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("“We are poor as well,” the group said in a letter signed by 38 vendors. (JMR)", True),
        ("Keeper of the light wins a medal (video)", False),
    ],
)
def test_what_a_desk_has_signed_above_the_counters_is_text(last: str, *, kept: bool) -> None:
    texts = _texts(_dump(*RUN, last, TEASERS[0], COUNTERS))
    assert texts == [*RUN, *([last] if kept else [])]


@pytest.mark.parametrize("path", ["HomeLocal News", "HomeNews", "StartseiteLokales"])
def test_a_path_of_two_crumbs_stands_between_the_titles(path: str) -> None:
    article = cleannews.clean("\n\n".join((TITLE, path, TITLE, *PARAGRAPHS, COUNTERS)))
    assert len(article.breadcrumbs) == 2


def test_a_name_with_a_capital_inside_is_no_path_elsewhere() -> None:
    article = cleannews.clean("\n\n".join((TITLE, "McDonald HarbourPress", *PARAGRAPHS)))
    assert article.breadcrumbs == ()


@pytest.mark.parametrize("byline", ["By Ilaria Field 5 December 2021", "Staff reporter", ""])
def test_on_one_line_an_excerpt_stands_behind_a_byline(byline: str) -> None:
    story = " ".join(PARAGRAPHS)
    head = " ".join(filter(None, (TITLE, "HomeNewsIslands", TITLE, byline)))
    article = cleannews.clean(f"{head} {story[:110]} {story} COMMENTS FACEBOOK: 12 WORDPRESS: 0 DISQUS: 0")
    assert " ".join(_words(article.text)) == " ".join(_words(story))


def test_on_one_line_headlines_between_text_and_counters_are_of_others() -> None:
    story = " ".join(PARAGRAPHS)
    head = f"{TITLE} HomeNewsIslands {TITLE} {story[:120]}... {story}"
    for heading in ("COMMENTS", "MGA KOMENTO"):
        article = cleannews.clean(f"{head} {' '.join(TEASERS)} {heading} FACEBOOK: 3 WORDPRESS: 0")
        assert " ".join(_words(article.text)) == " ".join(_words(story))


def _words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("button", ["Read more", "Les mer", " Weiterlesen →"])
def test_an_excerpt_may_end_in_a_button(button: str) -> None:
    excerpt = " ".join(RUN)[:220].rsplit(" ", 1)[0] + " " + button
    assert _texts(_dump(excerpt, TEASERS[0], *RUN, COUNTERS)) == list(RUN)


def test_a_summary_that_ends_otherwise_is_no_excerpt() -> None:
    summary = f"{RUN[0][:60]} beyond the church, where nobody lives."
    assert _texts(_dump(summary, *RUN, COUNTERS))[0] == summary


@pytest.mark.parametrize("counters", ["COMMENTSWORDPRESS: 0DISQUS: 2", "WORDPRESS: 0 DISQUS: 2"])
def test_counters_that_ran_into_a_headline_are_read(counters: str) -> None:
    dump = "".join((TITLE, "HomeNewsIslands", TITLE, *PARAGRAPHS, TEASERS[0], counters))
    assert cleannews.clean(dump).comment_counts == {"wordpress": 0, "disqus": 2}


MENU = "HomeNewsIslandsTownSportCultureOpinion Home › News › Islands"
SENTENCES = (
    "Bread and milk will last for three days more.",
    "Mara Field, who runs the shop at the old quay, had counted all of it since the last ship came.",
    "Children were told to stay at home until the wind has dropped.",
)


def test_on_one_line_an_excerpt_stands_before_the_second_title() -> None:
    lead = f"{LEAD}."
    parts = (MENU, TITLE, "3 May 2024, 10:27 Share on Facebook Tweet", f"{lead[:102]}…", TITLE, "By Ann Lee")
    article = cleannews.clean(
        " ".join((*parts, lead, *SENTENCES, "COMMENTS WORDPRESS: 0 DISQUS: 0 About us"))
    )
    assert (article.title, article.breadcrumbs) == (TITLE, ("Home", "News", "Islands"))
    assert article.text == " ".join((lead, *SENTENCES))
    assert article.comment_counts == {"wordpress": 0, "disqus": 0}


def test_a_standfirst_behind_the_second_title_is_text() -> None:
    lead, standfirst = (
        f"{LEAD}.",
        "Two ships lie at the quay of Ulmen and nobody knows when the third one will come.",
    )
    head = (
        f"HomeNewsIslandsTown\nHome › News › Islands{TITLE}Published 3 May 2024Ann LeeShare on FacebookTweet"
    )
    article = cleannews.clean("\n".join((head, f"{lead[:102]}…", TITLE, standfirst, lead, *PARAGRAPHS)))
    assert [paragraph.text for paragraph in article.paragraphs] == [standfirst, lead, *PARAGRAPHS]


def test_a_menu_that_stands_twice_is_no_excerpt() -> None:
    menu = (
        "Events Announce an Event Economy Abroad Sport Football Tennis Culture Theatre Cinema Contact Imprint"
    )
    dump = f"{TITLE} - Island Post {menu} Search {menu} {TITLE} By Ann Lee {LEAD}. {' '.join(SENTENCES)}"
    article = cleannews.clean(dump)
    assert all(block.reason not in {"excerpt", "crude_dump"} for block in article.blocks)
    assert "Imprint" not in article.text
