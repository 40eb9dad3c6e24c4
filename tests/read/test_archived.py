"""Addresses that web archives rewrote."""

from __future__ import annotations

import pytest

from cleannews.read.archived import original_address

PAGE = "https://www.herald.example/news/rain?page=2"


@pytest.mark.parametrize(
    "before",
    [
        "https://web.archive.org/web/20190304101500/",
        "http://web.archive.org/web/20190304101500im_/",
        "//web.archive.org/web/20190304101500/",
        "/web/20190304101500/",
        "https://wayback.archive-it.example/4821/20190304101500/",
        "https://archive.example/2019.03.04-101500/",
    ],
)
def test_what_an_archive_put_before_an_address_is_cut_off(before: str) -> None:
    assert original_address(before + PAGE) == PAGE


@pytest.mark.parametrize(
    "address",
    [
        PAGE,
        "",
        "https://herald.example/news/20190304101500/rain",
        "https://herald.example/share/https://other.example/a",
        "https://herald.example/2019/03/04/https://other.example/a",
        "https://web.archive.org/web/20190304101500*/",
        "https://herald.example/login?next=/web/20190304101500/https://other.example/",
    ],
)
def test_other_addresses_stay(address: str) -> None:
    assert original_address(address) == address
