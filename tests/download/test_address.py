from __future__ import annotations

import pytest

from cleannews.download.address import check, is_public, redact
from cleannews.errors import FetchError


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",  # noqa: S104 - an address to refuse
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "192.88.99.1",
        "fec0::1",
        "feff::1",
        "3fff::1",
        "64:ff9b:1::7f00:1",
        "2001:0:7f00:1::1",
        "::7f00:1",
    ],
)
def test_addresses_of_private_and_special_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "93.184.215.14",
        "172.15.0.1",
        "100.128.0.1",
        "2606:4700::1111",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "192.88.98.1",
        "2001:4860:4860::8888",
        "3ffe:ffff::1",
    ],
)
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://news.example",
        "https://news.example:8443/a?b=c#d",
        "http://zeitung.example/straße",
        "http://[2606:4700::1]/",
    ],
)
def test_web_addresses_pass(url: str) -> None:
    check(url)


@pytest.mark.parametrize(
    "url",
    ["HTTPX://a.example", "//a.example", "http:a.example", "http://a.example\x00", "http://@a.example/"],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError):
        check(url)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://joe:se@cret@news.example/a", "https://news.example/a"),
        ("http://joe@[::1/a", "[::1/a"),
        ("http://news.example/a\nb", "http://news.example/a?b"),
        ("http://news.example/a@b", "http://news.example/a@b"),
    ],
)
def test_messages_show_no_user_name_and_no_line_breaks(url: str, shown: str) -> None:
    assert redact(url) == shown


def test_long_addresses_are_cut_in_messages() -> None:
    assert len(redact("http://news.example/" + "a" * 9_000)) == 200
