"""Lists of the article, whose items read like a menu's."""

from __future__ import annotations

import pytest

import cleannews
from cleannews.label.decide import decide
from cleannews.label.labelled import label_page
from cleannews.labels import Kind, Mode
from cleannews.read import read
from cleannews.read.page import DEFAULT_LIMITS

STORY = (
    "The council of the island voted on Monday night to let the ferry sail after dark.",
    "Residents had argued about the noise for two years, and the vote was close.",
)
ITEMS = ("Tolland 3, Carrow 1", "Aldwick 0, Skarv 0", "Renn 2, Brenac 4")


def _page(items: str, heading: str = "<h2>Results</h2>") -> str:
    return f"<h1>Night ferry</h1><p>{STORY[0]}</p>{heading}<ul>{items}</ul><p>{STORY[1]}</p>"


@pytest.mark.parametrize("heading", ["<h2>Results</h2>", ""])
def test_a_list_between_paragraphs_is_kept_whole(heading: str) -> None:
    article = cleannews.clean(_page("".join(f"<li>{item}</li>" for item in ITEMS), heading))
    assert [item for item in ITEMS if item not in article.text] == []


def test_a_list_in_markdown_is_kept_whole() -> None:
    items = "\n".join(f"* {item}" for item in ITEMS)
    article = cleannews.clean(
        f"# Night ferry\n\n{STORY[0]}\n\n## Results\n\n{items}\n\n{STORY[1]}\n\n{STORY[0]}"
    )
    assert [item for item in ITEMS if item not in article.text] == []


@pytest.mark.parametrize("items", [("Facebook", "WhatsApp", "Instagram"), ("by post", "by mail")])
def test_words_of_share_bars_behind_a_colon_are_items(items: tuple[str, ...]) -> None:
    announced = "<p>In the county these are used the most, the office said:</p>"
    article = cleannews.clean(_page("".join(f"<li>{item}</li>" for item in items), announced))
    assert [item for item in items if item not in article.text] == []


def test_links_behind_a_colon_are_a_share_bar() -> None:
    links = "".join(f'<li><a href="/{item}">{item}</a></li>' for item in ("Facebook", "WhatsApp", "X"))
    assert "WhatsApp" not in cleannews.clean(_page(links, "<p>Share this story with others:</p>")).text


def test_a_list_of_links_is_not() -> None:
    article = cleannews.clean(_page("".join(f'<li><a href="/{item}">{item}</a></li>' for item in ITEMS)))
    assert [item for item in ITEMS if item in article.text] == []


def test_a_list_that_phrases_name_is_not() -> None:
    article = cleannews.clean(_page("<li>Share on Facebook</li><li>Copy link</li><li>Print</li>"))
    assert "Copy link" not in article.text


def test_a_list_below_the_article_is_not() -> None:
    items = "".join(f"<li>{item}</li>" for item in ("Harbour Post", "Weather station", "Tide table"))
    article = cleannews.clean(f"<h1>Night ferry</h1><p>{STORY[0]}</p><p>{STORY[1]}</p><ul>{items}</ul>")
    assert "Tide table" not in article.text


@pytest.mark.parametrize(
    "tail",
    [
        "<h2>Who voted for it</h2><ul><li>Harbour Post</li><li>Ann Lee</li><li>Bo Marsh</li></ul>",
        "<ol><li>Brannigan +0:04</li><li>Linde +0:19</li><li>Marsh +0:21</li></ol>",
    ],
)
def test_a_list_under_a_heading_or_of_results_ends_the_article(tail: str) -> None:
    article = cleannews.clean(f"<h1>Night ferry</h1><p>{STORY[0]}</p><p>{STORY[1]}</p>{tail}")
    assert "Marsh" in article.text


SENTENCES = ("It carries six people.", "It costs one pound.", "Dogs cross free.")


@pytest.mark.parametrize(
    "tail", ["", "\n\nShare\n\nTweet", "\n\n***\n\n**Read next:** [The last toll road](/toll)"]
)
def test_a_list_of_sentences_at_the_end_is_kept_whole(tail: str) -> None:
    items = "\n".join(f"- {item}" for item in SENTENCES)
    article = cleannews.clean(f"# Rope ferry gets a second life\n\n{STORY[0]}\n\n{STORY[1]}\n\n{items}{tail}")
    assert [item for item in SENTENCES if item not in article.text] == []


@pytest.mark.parametrize(
    "items",
    [
        ("It carries six people.", "[It costs one pound.](/pound)", "[Dogs cross free.](/dogs)"),
        ("Sign up for our newsletter.", "Follow us on Facebook.", "Contact the editor."),
        ("Harbour Post", "Weather station", "Tide table"),
    ],
    ids=["links", "phrases", "no sentences"],
)
def test_another_list_at_the_end_is_not(items: tuple[str, ...]) -> None:
    listed = "\n".join(f"- {item}" for item in items)
    article = cleannews.clean(f"# Rope ferry gets a second life\n\n{STORY[0]}\n\n{STORY[1]}\n\n{listed}")
    assert items[2].strip("[") not in article.text


POINTS = (
    "Nine members voted in favour of two late crossings",
    "A trial carried 64 passengers a night on average",
    "The first late boat sails on 2 April",
)


def _led_in(items: tuple[str, ...], above: str = "<div>Key points</div>") -> cleannews.Article:
    listed = "".join(f"<li>{item}</li>" for item in items)
    story = "".join(f"<p>{text}</p>" for text in (*STORY, *STORY[:1]))
    return cleannews.clean(f"<h1>Night ferry</h1><div>By Ann Lee</div>{above}<ul>{listed}</ul>{story}")


@pytest.mark.parametrize(
    "points", [POINTS, ("Воденицата отново мели брашно", "Колелото е от дъб", "Отворена е всяка неделя")]
)
def test_the_points_above_the_first_paragraph_are_kept(points: tuple[str, ...]) -> None:
    text = _led_in(points).text
    assert [point for point in points if point not in text] == []


@pytest.mark.parametrize(
    "items",
    [
        ("Ann Lee", "Bob Reit", "Cora Field"),
        tuple(f'<a href="/{place}">{point}</a>' for place, point in enumerate(POINTS)),
        ("Share on Facebook now", "Copy link", "Print this page out"),
        (POINTS[0],),
    ],
    ids=["names", "links", "buttons", "one item"],
)
def test_other_lists_above_the_first_paragraph_are_not(items: tuple[str, ...]) -> None:
    assert "listed" not in {block.reason for block in _led_in(items, "").blocks}


def _items_kept(
    items: tuple[str, ...], scores: tuple[float, ...], below: str, *, above: str = "<h3>In short</h3>"
) -> list[str]:
    """Settle a page whose scores for the items of a list are given; return those that are kept."""
    listed = "".join(f"<li>{item}</li>" for item in items)
    source = f"<h1>Night ferry</h1><p>{STORY[0]}</p>{above}<ul>{listed}</ul>{below}"
    labelled = label_page(read(source, kind=Kind.HTML, limits=DEFAULT_LIMITS)[0], mode=Mode.BALANCED)
    given = dict(zip(items, scores, strict=True)) | {INTRODUCTION: 0.3}
    texts = labelled.context.measures.columns.text
    told = [given.get(text, score) for text, score in zip(texts, labelled.scores, strict=True)]
    settled = decide(labelled.context, (), told, mode=Mode.BALANCED)
    return [
        text for text, verdict in zip(texts, settled, strict=True) if text in given and verdict.label.in_text
    ]


IN_SHORT = ("Ferry sails at night", "Ramp rebuilt in May", "Two crossings more a day", "Noise is measured")
BELOW = "".join(f"<p>{text}</p>" for text in STORY)


def test_a_list_of_which_half_is_kept_is_kept_whole() -> None:
    assert _items_kept(IN_SHORT, (0.9, 0.02, 0.9, 0.02), BELOW) == list(IN_SHORT)


def test_a_list_of_which_less_is_kept_is_not() -> None:
    assert _items_kept(IN_SHORT, (0.9, 0.02, 0.02, 0.02), BELOW) == [IN_SHORT[0]]


def test_a_list_below_a_kept_heading_of_which_nothing_is_kept_is_the_article_s() -> None:
    assert _items_kept(IN_SHORT, (0.01, 0.02, 0.01, 0.2), BELOW) == list(IN_SHORT)
    assert _items_kept(IN_SHORT, (0.01, 0.02, 0.01, 0.2), BELOW, above="") == []
    assert _items_kept(IN_SHORT[:1], (0.01,), BELOW) == []


def test_a_list_of_two_is_not() -> None:
    assert _items_kept(IN_SHORT[:2], (0.9, 0.02), BELOW) == [IN_SHORT[0]]


def test_a_list_below_which_no_text_stands_is_not() -> None:
    assert _items_kept(IN_SHORT, (0.9, 0.02, 0.9, 0.02), "<p>Ann Lee</p>")[-1] != IN_SHORT[-1]


INTRODUCTION = "Always on board are these:"


@pytest.mark.parametrize(
    ("above", "below", "kept"),
    [
        (f"<p>{INTRODUCTION}</p>", BELOW, [INTRODUCTION, *IN_SHORT]),
        (f"<p>{INTRODUCTION}</p><div>Advertisement</div>", BELOW, []),
        (f"<p>{INTRODUCTION}</p>", "<p>Ann Lee</p>", []),
        (f"<div><p>{INTRODUCTION}</p></div>", BELOW, []),
        ("<p>Always on board</p>", BELOW, []),
    ],
    ids=["amid paragraphs", "a box between", "nothing below", "in an element of its own", "no colon"],
)
def test_a_missed_line_with_a_colon_brings_its_list_back(above: str, below: str, kept: list[str]) -> None:
    assert _items_kept(IN_SHORT, (0.02,) * 4, below, above=above) == kept


LINES = ("Nine trees must be felled", "31 trees need pruning", "170 trees are in good health")
NEWS = tuple(
    f"On {day} the islands had bread and milk for three days more, said Mara Field, who runs the shop at the "
    "old quay and had counted everything in it twice."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)


@pytest.mark.parametrize("mark", ["", "- ", "• "])
@pytest.mark.parametrize("last", ["It ends in spring.", NEWS[3]])
def test_lines_below_a_colon_and_above_a_sentence_are_a_list(mark: str, last: str) -> None:
    items = "\n".join(mark + line for line in LINES)
    dump = "\n\n".join(
        ("Lindens to be felled on the quay", *NEWS[:3], "The council made a list:", items, last)
    )
    text = cleannews.clean(dump).text
    assert [line for line in LINES if line not in text] == []


def test_headlines_below_a_heading_of_teasers_are_no_list() -> None:
    dump = "\n\n".join(
        ("Lindens to be felled on the quay", *NEWS, "Read also:", "\n".join(LINES), "About us")
    )
    text = cleannews.clean(dump).text
    assert [line for line in LINES if line in text] == []
