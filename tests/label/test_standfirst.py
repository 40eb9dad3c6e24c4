"""The standfirst: what the first kept block below the headline is, and what it is not."""

from __future__ import annotations

import pytest

import cleannews
from cleannews import Label
from cleannews.label.decide import decide
from cleannews.label.labelled import label_page
from cleannews.label.measures import fold
from cleannews.label.standfirst import name_word
from cleannews.labels import Kind, Mode
from cleannews.read import read
from cleannews.read.page import Limits

HEADLINE = "Night ferry returns to the island"
LEAD = "Two late crossings a day are to bring workers home from May, the council has decided."
STORY = (
    "The council of Carrow voted on Monday night to let the ferry sail after dark, by nine votes to four.",
    "Residents had argued about the noise for two years, and the vote was close until the last one spoke.",
    "The first boat leaves the quay at half past ten on the second of May, if the new ramp is ready.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in STORY)


def _page(middle: str, *, head: str = "", body: str = PARAGRAPHS) -> str:
    return (
        f"<html><head><title>{HEADLINE}</title>{head}</head><body><article><h1>{HEADLINE}</h1>{middle}"
        f"<div class=main-col>{body}</div></article></body></html>"
    )


BYLINE = '<div class="byline">By Mara Field</div>'
DATE = "<p>4 March 2024</p>"
DESCRIBED = f'<meta name="description" content="{LEAD}">'

FOUND = {
    "class of its own": _page(f'<p class="article-subtitle">{LEAD}</p>'),
    "class of a compound word": _page(f'<div class="contentHeaderDek-x1">{LEAD}</div>'),
    "class of what is around it": _page(f'<div class="lead"><p>{LEAD}</p></div>'),
    "id": _page(f'<p id="standfirst">{LEAD}</p>'),
    "class, below the byline": _page(f'{BYLINE}{DATE}<p class="chapo">{LEAD}</p>'),
    "heading above the byline": _page(f"<h2>{LEAD}</h2>{BYLINE}"),
    "paragraph of another kind above the byline": _page(f'<p class="t1">{LEAD}</p>{BYLINE}'),
    "above the date": _page(f'<div class="t1">{LEAD}</div>{DATE}'),
    "the description": _page(f'<div class="t1"><p class="x">{LEAD}</p></div>', head=DESCRIBED),
    "dump, above the byline": "\n\n".join((HEADLINE, LEAD, "By Mara Field", *STORY)),
    "dump, above byline and date": "\n\n".join((HEADLINE, LEAD, "By Mara Field", "4 March 2024", *STORY)),
}


@pytest.mark.parametrize("name", FOUND)
def test_a_standfirst_is_named_and_stays_in_the_text(name: str) -> None:
    article = cleannews.clean(FOUND[name])
    assert [block.text for block in article.blocks if block.label is Label.STANDFIRST] == [LEAD]
    assert article.subtitle == LEAD
    assert article.sources["subtitle"].startswith("standfirst:block ")
    assert article.paragraphs[0].kind is Label.STANDFIRST
    assert article.text == "\n\n".join((LEAD, *STORY))


NONE = {
    "first paragraph": _page(""),
    "first paragraph of a class like the others": _page(
        "", body="".join(f'<p class="lead-paragraph text">{text}</p>' for text in STORY)
    ),
    "a description that is the first paragraph": _page(
        "", head=f'<meta name="description" content="{STORY[0]}">'
    ),
    "byline and date above all of the text": _page(f"{BYLINE}{DATE}"),
    "a class around the whole article": f'<div class="excerpt">{_page("")}</div>',
    "a heading whose id is made of its words": _page(
        "", body=f'<h2 id="introduction">Introduction</h2>{PARAGRAPHS}'
    ),
    "the only paragraph": _page(f'<p class="lead">{LEAD}</p>', body=""),
    "text above a date within the text": _page("", body=f"<p>{STORY[0]}</p>{DATE}<p>{STORY[1]}</p>"),
    "dump without byline": "\n\n".join((HEADLINE, LEAD, *STORY)),
    "dump, byline above the text": "\n\n".join((HEADLINE, "By Mara Field", *STORY)),
    "dump, byline at the end": "\n\n".join((HEADLINE, *STORY, "By Mara Field")),
    "dump, author behind a word for it": "\n\n".join(
        (HEADLINE, "كتب: مراد الزغواني – عين الصفا", "9 March 2025", *STORY)
    ),
    "dump on one line": " ".join((HEADLINE, LEAD, "By Mara Field", *STORY)),
}


@pytest.mark.parametrize("name", NONE)
def test_other_text_is_none(name: str) -> None:
    article = cleannews.clean(NONE[name])
    assert [block.text for block in article.blocks if block.label is Label.STANDFIRST] == []
    assert article.subtitle is None


def test_a_summary_and_a_deck_are_both() -> None:
    deck = "The first boat sails on the second of May"
    article = cleannews.clean(_page(f'<div class="summary">{LEAD}</div><h2 class="deck">{deck}</h2>{BYLINE}'))
    assert [paragraph.kind for paragraph in article.paragraphs[:3]] == ["standfirst", "standfirst", "body"]
    assert article.subtitle == LEAD


def test_explains_what_tells_it() -> None:
    blocks = cleannews.clean(FOUND["class of its own"]).blocks
    found = next(block for block in blocks if block.label is Label.STANDFIRST)
    assert (found.reason, found.evidence) == ("standfirst_class", "class 'subtitle'")
    blocks = cleannews.clean(FOUND["dump, above the byline"]).blocks
    found = next(block for block in blocks if block.label is Label.STANDFIRST)
    assert (found.reason, found.evidence) == ("standfirst_place", "stands alone above the byline")


@pytest.mark.parametrize(
    "names",
    [
        "c-article__standfirst",
        "post-excerpt",
        "teaser-text",
        "sub-title",
        "article__lead",
        "sottotitolo",
        "lid",
    ],
)
def test_classes_that_mean_a_standfirst(names: str) -> None:
    assert name_word(names)


@pytest.mark.parametrize(
    "names",
    [
        "",
        "article-body",
        "image-description",
        "speakable-summary",
        "solid",
        "author__intro",
        "thread",
        "product",
    ],
)
def test_classes_that_do_not(names: str) -> None:
    assert name_word(names) is None


SHARE = '<ul class="tools"><li><a href="#a">Print</a></li><li><a href="#b">Mail</a></li></ul>'


def _missed(page: str, *, lead: float) -> str | None:
    """Settle a page whose score for the summary is given; return the reason of its block."""
    labelled = label_page(read(page, kind=Kind.HTML, limits=Limits())[0], mode=Mode.BALANCED)
    context, keys = labelled.context, labelled.context.measures.keys
    place = keys.index(fold(LEAD))
    scores = [lead if index == place else score for index, score in enumerate(labelled.scores)]
    settled = decide(context, (), scores, mode=Mode.BALANCED)[place]
    return settled.reason if settled.label is Label.STANDFIRST else None


MIDDLE = f'<div class="x"><p>{LEAD}</p></div>{SHARE}'


def test_the_description_that_the_score_missed_is_given_back() -> None:
    assert _missed(_page(MIDDLE, head=DESCRIBED), lead=0.3) == "standfirst_described"
    cut = f'<meta property="og:description" content="{LEAD[:-1]} on a Monday.">'
    assert _missed(_page(MIDDLE, head=cut), lead=0.3) == "standfirst_described"
    assert _missed(_page(f"<p>{LEAD}</p>{9 * SHARE}", head=DESCRIBED), lead=0.3) == "standfirst_described"


@pytest.mark.parametrize(
    ("page", "lead"),
    [
        (_page(MIDDLE), 0.3),
        (_page(MIDDLE, head=DESCRIBED), 0.1),
        (_page(f"{MIDDLE}<aside>{LEAD}</aside>", head=DESCRIBED), 0.3),
        (_page(f'<div style="display:none">{LEAD}</div>', head=DESCRIBED), 0.3),
        (_page(f"{3 * SHARE}<p>{LEAD}</p>{9 * SHARE}", head=DESCRIBED), 0.3),
        (_page("", head=DESCRIBED, body=f"{PARAGRAPHS}<p>{LEAD}</p>"), 0.3),
    ],
    ids=["not described", "far below", "stands twice", "hidden", "far above the text", "behind the text"],
)
def test_no_other_block_is_given_back_as_a_standfirst(page: str, lead: float) -> None:
    assert _missed(page, lead=lead) is None
