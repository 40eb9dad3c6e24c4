"""Lists of the article, whose items read like a menu's."""

from __future__ import annotations

import pytest

import cleannews

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
