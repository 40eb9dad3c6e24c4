"""The name of a site in a heading that leads home, as blogs set it above every article."""

from __future__ import annotations

import pytest

import cleannews

TITLES = ("The Valley Diary: Night ferry returns", "Night ferry returns - The Valley Diary")
STORY = "The council voted on Monday to let the ferry sail after dark, by nine votes to four."


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("home", ["/", "https://valley.example/", "https://valley.example", "index.html"])
@pytest.mark.parametrize("tag", ["h3", "div"])
def test_it_is_no_headline(title: str, home: str, tag: str) -> None:
    article = cleannews.clean(
        f"<title>{title}</title><h1 class=title><a href='{home}'>The Valley Diary</a></h1>"
        f"<div><{tag} class=post-title>Night ferry returns</{tag}><div><p>{STORY}</p></div></div>"
    )
    assert (article.title, article.text) == ("Night ferry returns", STORY)


@pytest.mark.parametrize("href", ["/2024/night-ferry", "#top", "?p=7", "https://valley.example/night"])
def test_a_heading_that_leads_elsewhere_may_be_one(href: str) -> None:
    page = f"<title>{TITLES[1]}</title><h1><a href='{href}'>Night ferry returns</a></h1><p>{STORY}</p>"
    assert cleannews.clean(page).title == "Night ferry returns"


def test_a_headline_that_leads_home_and_is_all_that_is_declared_stays() -> None:
    page = f"<title>Night ferry returns</title><h1><a href='/'>Night ferry returns</a></h1><p>{STORY}</p>"
    assert cleannews.clean(page).title == "Night ferry returns"
