"""Tags that a converter kept in its Markdown are cut out; those that a writer shows stay."""

from __future__ import annotations

import pytest

from cleannews import clean
from cleannews.labels import Kind
from cleannews.read.kept_tags import is_mixed, without_tags
from cleannews.read.page import DEFAULT_LIMITS
from cleannews.read.sniff import sniff
from cleannews.read.text import read_text
from tests.read.test_text import assert_covers

STORY = (
    "The harbour council paid for the ferry by selling a disused warehouse on the quay, it said on Friday."
)
PAGE = f"""<div class="top">

<div id="menu">

-   <a href="/" class="nav"
    title="Front page">Home</a>
-   <span
    id="item-2">[News](/news)</span>
-   <a href="/sport" class="nav"><img src="/s.png" alt="" /></a>

<!-- -->

-   [Politics](/politics)

</div>

</div>

<div class="article" data-state="{{&quot;open&quot;: true}}">

# Council sells *warehouse* for the ferry

<div class="meta">

By <a href="/ann-lee" rel="author"><span
itemprop="name">Ann Lee</span></a>

</div>

<figure>
<img src="data:image/png;base64,{"iVBORw0KGgo" * 400}" width="9" />
</figure>

{STORY}

The keeper said the tag `</div>` was all that the old page had left.

</div>
"""


def test_a_page_is_read_as_markdown_without_tags() -> None:
    assert sniff(PAGE) is Kind.TEXT
    page = read_text(PAGE, DEFAULT_LIMITS)
    assert_covers(page)
    texts = [segment.text for segment in page.segments if segment.text]
    assert texts == [
        "Home",
        "News",
        "Politics",
        "Council sells warehouse for the ferry",
        "By Ann Lee",
        STORY,
        "The keeper said the tag </div> was all that the old page had left.",
    ]
    linked = {segment.text for segment in page.segments if segment.link_chars}
    assert linked == {"Home", "News", "Politics", "By Ann Lee"}


def test_its_article_is_found() -> None:
    article = clean(
        PAGE.replace(STORY, "\n\n".join([STORY] + [f"{STORY[:-1]} {n} times." for n in range(4)]))
    )
    assert article.title == "Council sells warehouse for the ferry"
    assert article.authors == ("Ann Lee",)
    assert article.text.count("disused warehouse") == 5
    assert article.language == "en"


@pytest.mark.parametrize(
    "source",
    [
        "\n\n".join(["# Rain"] + ["<div>"] * 6 + ["It rained."] + ["</div>"] * 6),
        "\n\n".join(["<section>"] * 8 + ["-   [Home](/)", "It rained."] + ["</section>"] * 8),
        "\n\n".join(['<div\nclass="a b">'] * 6 + ["## Rain", "It rained."] + ["</div>"] * 6),
        "\r\n\r\n".join(["# Rain"] + ["<div>"] * 6 + ["It rained."] + ["</div>"] * 6),
    ],
)
def test_mixed_texts_are_told(source: str) -> None:
    assert is_mixed(source)
    assert sniff(source) is Kind.TEXT


@pytest.mark.parametrize(
    "source",
    [
        "<div class='a'>" * 8 + "<p>It rained.</p>" + "</div>" * 8,
        "\n".join(["<div>"] * 8 + ["<p>It rained. [1](#n)</p>"] + ["</div>"] * 8),
        "\n\n".join(["<div>"] * 8 + ["<p>It rained.</p>", "<p>It snowed.</p>"] * 12 + ["</div>"] * 8),
        "\n\n".join(["<ul>", *["<li>It rained.</li>"] * 9, "</ul>", "<div>", "[a](/b)", "</div>"]),
        "<!doctype html>\n" + "<div>\n\n[Home](/)\n\n</div>\n\n" * 8,
    ],
)
def test_pages_in_html_stay_html(source: str) -> None:
    assert sniff(source) is Kind.HTML


@pytest.mark.parametrize(
    "source",
    [
        "# Tags\n\nA `<div>` needs a `</div>`, [it is said](https://news.example/).\n\n" * 9,
        "# Tags\n\nWrite <div> and </div> around it, and <b>bold</b> words.\n\n" * 9,
        '# Tags\n\n<div align="center">\n\n[Home](/) [News](/n) [Sport](/s)\n\n</div>\n\nIt rained.\n',
        "It rained.\n\nThe ferry stayed in the harbour.\n",
    ],
)
def test_texts_that_show_tags_are_left_alone(source: str) -> None:
    assert without_tags(source) is None


def test_code_and_escaped_tags_stay() -> None:
    shown = "```\n<div>\n</div>\n```\n\nWrite `</p>` or \\<b\\>.\n"
    source = "\n\n".join(["# Tags", *["<div>"] * 6, shown, *["</div>"] * 6])
    found = without_tags(source)
    assert found is not None
    assert found.text.split("# Tags")[1].strip() == shown.strip()
