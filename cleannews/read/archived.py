"""Addresses as web archives rewrite them, and what the page itself said."""

from __future__ import annotations

import re

_COPY = re.compile(
    r"(?:(?:https?:)?//[^\s/?#]{1,253})?/(?:[\w.-]{1,40}/){0,3}"
    r"(?:\d{14}|\d{4}\.\d\d\.\d\d-\d{6})(?:[a-z]{2}_)?/(?=https?://[^\s/?#])"
)
"""What a copy's address has before the page's: the archive, its collection, the moment of the capture to the
second and how the copy is shown (``im_``: as a picture). So write the Wayback Machine, Archive-It, archives
of several countries that run the same software, and with dots archive.today."""


def original_address(address: str) -> str:
    """Return the address that a page had before an archive kept it; any other as it is.

    >>> original_address("https://web.archive.org/web/20190304101500/https://herald.example/rain")
    'https://herald.example/rain'
    >>> original_address("https://herald.example/20190304101500/rain")
    'https://herald.example/20190304101500/rain'
    """
    copy = _COPY.match(address.strip())
    return address.strip()[copy.end() :] if copy else address
