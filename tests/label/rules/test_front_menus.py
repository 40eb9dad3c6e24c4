"""The front page and one department in a menu's elements: the page's own address tells a path."""

from __future__ import annotations

import pytest

from cleannews import clean

BODY = """\
The council of Lundby voted on Monday to pay for two late crossings a day; the first ship is to leave in May.
The islands have waited for the ferry since the old ship was sold, and many had given up hope for its return.
A ticket is going to cost four crowns, half of what the night taxi takes for the way across the bridge.
""".splitlines()


@pytest.mark.parametrize(
    ("address", "breadcrumbs"),
    [
        ("https://post.example/world/ferry.html", ("Home", "World")),
        ("https://post.example/island/ferry.html", ()),
        ("https://post.example/worldwide.html", ()),
        ("https://[broken", ()),
    ],
)
def test_two_links_in_nav(address: str, breadcrumbs: tuple[str, ...]) -> None:
    page = (
        f'<html lang="en"><head><link rel="canonical" href="{address}"></head><body><nav><a href="/">Home</a>'
        '<a href="/world/">World</a></nav><h1>Council backs the night ferry to the islands</h1>'
        + "".join(f"<p>{line}</p>" for line in BODY)
        + "</body></html>"
    )
    assert clean(page).breadcrumbs == breadcrumbs
