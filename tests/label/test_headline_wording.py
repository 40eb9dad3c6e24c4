"""The name of the site goes off a title; what belongs to the headline stays."""

from __future__ import annotations

import pytest

from cleannews.label.headline_wording import without_department, without_suffix


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


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Sport Northport lose the cup on penalties", "Northport lose the cup on penalties"),
        ("Home Council votes to keep the night ferry", "Council votes to keep the night ferry"),
        ("News Politics Ferry law: cabinet on track for May", "Ferry law: cabinet on track for May"),
        ("Ausland Lundbys Werft stoppt ein rostiges Schiff", "Lundbys Werft stoppt ein rostiges Schiff"),
        ("News | Politics Ann Lee: why the ferry has to sail", "Ann Lee: why the ferry has to sail"),
    ],
)
def test_a_department_that_ran_on_into_a_headline_is_left_out(title: str, expected: str) -> None:
    assert without_department(title, title) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Sport makes the harbour children happy again",
        "Business Brief: the ferry and what it costs",
        "Local Man Arrested in Harbour Fire",
        "Sports Hall Opens Its Doors at the Harbour",
        "Stadt Lundby plant neue Brücke über den Hafen",
        "SPORT Northport lose the cup on penalties",
        "Politics, Northport and what both of them cost",
        "Sport Northport lose cup",
        "– Sport Northport lose the cup on penalties",
        "Sport – Northport lose the cup on penalties",
        "Sport : Northport perd la coupe aux tirs au but",
        "Sport",
    ],
)
def test_other_headlines_keep_their_first_word(title: str) -> None:
    assert without_department(title, title) == title


def test_a_term_that_the_text_takes_up_stays_whole() -> None:
    title = "Culture Minister wants the old ferry back"
    assert without_department(title, f"{title} A boat. The culture minister said so.") == title
