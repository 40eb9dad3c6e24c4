"""The name of the site goes off a title; what belongs to the headline stays."""

from __future__ import annotations

import pytest

from cleannews.label.headline_wording import without_suffix


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Rain stops the ferry - Harbour Post", "Rain stops the ferry"),
        ("Rain stops the ferry - Sport - Harbour Post", "Rain stops the ferry"),
        ("Regen stoppt die Fähre - Wirtschaft - Hafenbote", "Regen stoppt die Fähre"),
        ("Fähre - Regen stoppt die Überfahrt - Hafenbote", "Fähre - Regen stoppt die Überfahrt"),
        ("渡轮公司与居民会面，讨论维修费用_潮报新闻_潮报", "渡轮公司与居民会面，讨论维修费用"),
        ("渡轮公司 与居民会面，讨论费用_潮报", "渡轮公司 与居民会面，讨论费用"),
        ("Rain stops the ferry", "Rain stops the ferry"),
        ("Rain - the ferry stops", "Rain - the ferry stops"),
        ("渡轮_潮报", "渡轮_潮报"),
        (
            "渡轮公司与居民会面_讨论码头维修费用究竟由谁承担",
            "渡轮公司与居民会面_讨论码头维修费用究竟由谁承担",
        ),
    ],
)
def test_without_suffix(title: str, expected: str) -> None:
    assert without_suffix(title) == expected
