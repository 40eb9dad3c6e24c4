"""Headings below the first level that show the headline."""

from __future__ import annotations

import pytest

from cleannews import clean

HEADLINE = "New night ferry leaves in May"
BODY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The council of Lundby voted on Monday to pay for two late crossings a day from May on.",
        "The islands have waited for the ferry since the old ship was sold, and many had given up all hope.",
        "A ticket is going to cost four crowns, half of what the night taxi takes over the bridge.",
    )
)


def _title(body: str, *, title: str = f"{HEADLINE} | Ferries | Ann Lee", head: str = "") -> str | None:
    page = f'<html lang="en"><head><title>{title}</title>{head}</head><body>{body}</body></html>'
    return clean(page).title


def test_a_heading_of_the_article_goes_before_an_h1_outside_that_no_title_knows() -> None:
    header = "<header><h1>Hi, I am Ann, welcome to my pages.</h1></header>"
    assert _title(f"{header}<main><article><h2>{HEADLINE}</h2>{BODY}</article></main>") == HEADLINE


@pytest.mark.parametrize(
    ("header", "heading"),
    [
        ("<h1>Ships go again when the ice is gone</h1>", f"<h2>{HEADLINE}</h2>"),
        ("<header></header>", f"<h1>Ships go again when the ice is gone</h1><h2>{HEADLINE}</h2>"),
    ],
)
def test_the_only_h1_stays_where_nothing_tells_that_it_stands_outside(header: str, heading: str) -> None:
    inner = "main" if "h1" in heading else "div"
    assert _title(f"{header}<{inner}>{heading}{BODY}</{inner}>") == "Ships go again when the ice is gone"


def test_a_day_before_a_marked_heading_is_no_part_of_the_title() -> None:
    head = f'<meta property="og:title" content="{HEADLINE}">'
    body = f'<h1>At last...</h1><h2 itemprop="headline"><span>Jun 17</span> {HEADLINE}</h2>{BODY}'
    assert _title(body, title="Ann's pages", head=head) == HEADLINE
