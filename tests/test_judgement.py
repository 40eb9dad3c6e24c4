"""What the whole of a page is judged by."""

from __future__ import annotations

import pytest

import cleannews
from cleannews.fields.resolve import resolve
from cleannews.judgement import BARE_CONFIDENCE
from cleannews.label.labelled import label_page
from cleannews.labels import Kind, Mode
from cleannews.page_evidence import EVIDENCE, page_evidence
from cleannews.read import read
from cleannews.read.page import Limits

STORY = (
    "The council of the island voted on Monday night to let the ferry sail after dark.",
    "Residents had argued about the noise for two years, and the vote was close.",
    "The first late crossing leaves the harbour on the first of May, the company said.",
)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_few_sentences_of_which_nothing_is_removed_are_trusted(count: int) -> None:
    article = cleannews.clean("\n\n".join(["Island council backs night ferry", *STORY[:count]]))
    assert article.text == "\n\n".join(STORY[:count])
    assert article.confidence >= BARE_CONFIDENCE


@pytest.mark.parametrize(
    "dump",
    [
        "\n\n".join(["Home", "News", *STORY[:1], "COMMENTS (12)", "Share"]),
        "Opening hours\n\nMonday 9-12\n\nTuesday 9-12\n\nWednesday closed",
        "404\n\nPage not found\n\nGo to the front page",
    ],
)
def test_other_short_dumps_are_not(dump: str) -> None:
    assert cleannews.clean(dump).confidence < BARE_CONFIDENCE


def test_a_crude_dump_that_came_out_well_is_trusted() -> None:
    title, menu = "Island council backs night ferry", "HomeNewsIslands"
    teasers = "Harbour wall to be repaired before winter\nNew chip shop divides the village"
    paragraphs = [
        f"On {day} the islands had bread and milk, said Mara Field, who runs the shop."
        for day in ("Friday", "Saturday", "Sunday")
    ]
    dump = "\n\n".join(
        [
            title,
            menu,
            title,
            STORY[0][:60] + "...",
            teasers,
            *STORY,
            *paragraphs,
            "COMMENTS",
            "WORDPRESS: 0\nDISQUS: 0",
        ]
    )
    article = cleannews.clean(dump)
    assert article.text == "\n\n".join([*STORY, *paragraphs])
    assert article.confidence > 0.8


def test_the_links_of_a_markdown_dump_say_nothing_of_its_quality() -> None:
    """No dump that was fitted on had any: their share was worth 45 standard deviations for each percent."""
    menu = "\n".join(f"  * [{name}](/{name.lower()})" for name in ("Home", "News", "Sport", "Weather"))
    story = "\n\n".join([*STORY, *(f"{text} It was said on day {n}." for n in range(5) for text in STORY)])
    plain = menu.replace("[", "").replace("](/", " ").replace(")", "")
    linked = cleannews.clean(f"{menu}\n\n# Island council backs night ferry\n\n{story}")
    bare = cleannews.clean(f"{plain}\n\n# Island council backs night ferry\n\n{story}")
    assert linked.text == bare.text
    assert abs(linked.confidence - bare.confidence) < 0.2
    assert abs(linked.article_score - bare.article_score) < 0.2


@pytest.mark.parametrize("dump", ["null", "Hello", '{"a":"b"}', "undefined", "Rain"])
def test_a_word_or_two_are_no_article(dump: str) -> None:
    article = cleannews.clean(dump)
    assert article.status in {"not_article", "empty"}
    assert article.article_score == 0.0


@pytest.mark.parametrize("dump", ["The river rose.", "水が出た。", "नदी बढ़ गई।", STORY[0]])
def test_a_sentence_may_be_one(dump: str) -> None:
    assert cleannews.clean(dump).status == "ok"


@pytest.mark.parametrize("element", ["div", "p"])
def test_a_page_of_nothing_but_paragraphs_is_an_article(element: str) -> None:
    body = "".join(f"<{element}>{text}</{element}>" for text in STORY)
    for head in ("<title>Island council backs night ferry</title>", ""):
        article = cleannews.clean(f"<html><head>{head}</head><body>{body}</body></html>")
        assert (article.status, len(article.paragraphs)) == ("ok", 3)


@pytest.mark.parametrize(
    "page", ["<p>{}</p>", "<div>{}</div>", "<h1>Island council backs night ferry</h1><p>{}</p>"]
)
def test_a_page_of_one_long_paragraph_is_an_article(page: str) -> None:
    text = " ".join(
        f"{sentence} So it stands in the minutes of day {day}." for day in range(3) for sentence in STORY
    )
    article = cleannews.clean(f"<html><body>{page.format(text)}</body></html>")
    assert (article.status, article.text) == ("ok", text)


def test_a_page_of_one_short_paragraph_is_not() -> None:
    page = f"<html><body><p>{STORY[0]} {STORY[1]}</p></body></html>"
    assert cleannews.clean(page).status == "not_article"


def test_what_an_archive_put_around_a_page_says_nothing_of_it() -> None:
    notice = "Volunteers of the harbour keep copies of the pages of all papers for who comes after them."
    body = "".join(f"<p>{text} {text.lower()}</p>" for text in STORY)
    story = f"<article><h1>Island council backs night ferry</h1>{body}</article>"
    frame = f'<div id="wm-ipp-base"><p>About this capture</p>{20 * f"<p>{notice}</p>"}<p>TIMESTAMPS</p></div>'
    seen = []
    for page in (f"<body>{story}</body>", f"<body>{frame}{story}</body>"):
        labelled = label_page(read(page, kind=Kind.HTML, limits=Limits())[0], mode=Mode.BALANCED)
        fields = resolve(labelled.page, labelled.blocks, labelled.context.headline)
        seen.append(dict(zip(EVIDENCE, page_evidence(labelled, fields), strict=True)))
    for name in ("kept_chars", "kept_share", "removed_prose"):
        assert seen[0][name] == seen[1][name]


@pytest.mark.parametrize(
    "tail",
    [
        '<p>The post <a href="/x">Island council backs night ferry</a> appeared first on Harbour Post.</p>',
        '<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Facebook</a></li></ul></div>',
    ],
)
def test_the_content_of_a_post_without_a_head_is_an_article(tail: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in STORY)
    article = cleannews.clean(f"{body}\n{tail}", kind="html")
    assert (article.status, len(article.paragraphs)) == ("ok", 3)


def test_a_listing_without_a_head_is_not() -> None:
    items = "".join(f'<li><a href="/{n}">Ferry {n} to the island returns</a></li>' for n in range(12))
    body = "".join(f"<p>{text}</p>" for text in STORY[:2])
    assert cleannews.clean(f"<ul>{items}</ul>{body}<ul>{items}</ul>", kind="html").status == "not_article"


def test_a_page_of_a_few_lines_is_not() -> None:
    body = "".join(
        f"<div>{text}</div>" for text in ("Opening hours", "Monday 9-12", "Tuesday 9-12", STORY[0])
    )
    assert cleannews.clean(f"<html><body>{body}</body></html>").status == "not_article"


JAPANESE = (
    "七月の豪雨で流失した山谷駅の木製ベンチが、河口の町で漁師の網にかかり、三カ月ぶりに駅へ戻った。",
    "見つけた漁師は「最初は流木だと思ったが、裏返すと駅の名前が彫ってあった」と話す。",
    "ベンチは地元の中学生が卒業記念に作ったもので、背もたれには三十二人の名前が刻まれている。",
)
THAI = (
    "เมื่อเช้าวันจันทร์ ชาวบ้านตำบลหนองบัวกว่าหนึ่งร้อยคนนำรถไถและจอบออกมาช่วยกันซ่อมเขื่อนดินที่พังมาหลายปี",
    "ค่าใช้จ่ายทั้งหมดมาจากการทอดผ้าป่าและเงินบริจาคของลูกหลานที่ทำงานในเมือง โดยใช้เวลาทำงานเพียงสี่วัน",
    "ด้านนายอำเภอระบุว่าจะส่งวิศวกรเข้าตรวจสอบความแข็งแรงของเขื่อนภายในสัปดาห์นี้ และจะเสนอของบประมาณเพิ่มเติม",
)


@pytest.mark.parametrize(
    ("title", "menu", "story"),
    [
        ("豪雨で流された駅のベンチ、百キロ下流の漁師が届ける", ("トップ", "社会"), JAPANESE),
        ("ชาวบ้านรวมตัวซ่อมเขื่อนดินเองหลังรองบประมาณสามปี", ("หน้าแรก", "การเมือง"), THAI),
    ],
    ids=["ja", "th"],
)
def test_a_short_page_in_a_script_without_spaces_is_an_article(
    title: str, menu: tuple[str, ...], story: tuple[str, ...]
) -> None:
    links = "".join(f"<a href=/{place}>{text}</a>" for place, text in enumerate(menu))
    body = "".join(f"<p>{text}</p>" for text in story)
    article = cleannews.clean(
        f"<title>{title}</title><nav>{links}</nav><h1>{title}</h1>{body}<footer>©</footer>"
    )
    assert article.text == "\n\n".join(story)
    assert article.status == "ok"


def test_a_list_of_headlines_in_japanese_is_none() -> None:
    links = "".join(f"<li><a href=/{n}>駅のベンチ、漁師が{n}年ぶりに届ける</a></li>" for n in range(20))
    assert cleannews.clean(f"<title>社会</title><h1>社会</h1><ul>{links}</ul>").status != "ok"


@pytest.mark.parametrize(("times", "status"), [(12, "ok"), (2, "partial")])
def test_words_without_spaces_count_where_an_article_is_not_free(times: int, status: str) -> None:
    """Twelve times three paragraphs are more than a stub, two times are one."""
    body = "".join(f"<p>第{n}回。{text}</p>" for n in range(times) for text in JAPANESE)
    node = '{"@type":"NewsArticle","headline":"駅のベンチ","isAccessibleForFree":false}'
    page = f'<script type="application/ld+json">{node}</script><h1>駅のベンチ</h1>{body}'
    assert cleannews.clean(page).status == status
