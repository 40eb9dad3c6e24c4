"""A headline that stands directly above its standfirst, and one whose path stands in the line as well."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from cleannews import clean


class Story(NamedTuple):
    """An article and what stands above it."""

    menu: list[str]
    headline: str
    standfirst: str
    signed: list[str]
    body: str


FRENCH = Story(
    ["Accueil", "Actualités", "Îles"],
    "La tempête arrête le ferry des îles",
    "Les passagers attendent dans la vieille auberge derrière le quai que le vent tombe",
    ["Par Anne Martin", "3 mai 2024"],
    """La compagnie a annoncé dimanche que le vent était trop fort pour ses deux vieux navires et que le
service reprendrait dès que la tempête serait passée.

Un porte-parole a déclaré que les îles avaient des vivres pour une semaine et que l'hélicoptère des
garde-côtes transporterait les malades de l'autre côté du détroit.

Les passagers peuvent se faire rembourser au port ou en ligne, et ceux qui doivent attendre reçoivent une
chambre dans la vieille auberge derrière le quai.""",
)
RUSSIAN = Story(
    ["Главная", "Новости", "Острова"],
    "Шторм остановил паром на острова",
    "Пассажиры ждут в старой гостинице за причалом, пока ветер не утихнет",
    ["Автор: Анна Лисина", "3 мая 2024"],
    """Паромная компания сообщила в воскресенье, что ветер слишком силён для двух её старых судов и что
движение возобновится, когда шторм закончится.

Представитель сказал, что на островах есть продукты на неделю, а вертолёт береговой охраны будет
перевозить больных через пролив, пока паром не пойдёт.

Пассажиры могут вернуть деньги в порту или через интернет, а те, кому приходится ждать, получат на одну
ночь комнату в старой гостинице за причалом.""",
)
CHINESE = Story(
    ["首页", "新闻", "群岛"],
    "暴风雨使开往群岛的渡轮停航",
    "乘客在码头后面的旧客栈等候风力减弱，渡轮公司称最早下星期二恢复",
    ["记者 李明", "2024年5月3日"],
    """渡轮公司星期日表示，风力对其两艘旧船来说过于强劲，服务将在风暴结束后恢复，预计最早要到下星期二才能重新开航。

发言人说，岛上的食物足够一个星期，海岸警卫队的直升机将把病人送过海峡，直到渡轮重新开航为止。

乘客可以在港口或网上要求退款，必须等候的人可以在码头后面的旧客栈免费住一晚。""",
)


def _dump(lines: list[str], body: str, *, between: str = "\n\n") -> str:
    paragraphs = [paragraph.replace("\n", " ") for paragraph in body.split("\n\n")]
    return between.join([*lines, *paragraphs])


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("site", [[], ["Harbour Post"]])
@pytest.mark.parametrize("story", [FRENCH, RUSSIAN, CHINESE])
def test_the_headline_stands_above_its_standfirst(story: Story, site: list[str], between: str) -> None:
    top, head, below = [*site, *story.menu], story.headline, story.standfirst
    for lines in ([head, below, *story.signed], [head, below], [head, *story.signed, below]):
        assert clean(_dump([*top, *lines], story.body, between=between)).title == head


@pytest.mark.parametrize(
    "above",
    ["Grève", "Tempête sur la côte", "Les îles › Ferries et ports › Météo", "Il y a 3 heures"],
)
@pytest.mark.parametrize("far", [[], ["Les boulangers font grève contre le travail de nuit"]])
def test_a_kicker_a_path_and_a_teaser_above_the_headline_are_none(above: str, far: list[str]) -> None:
    lines = [*FRENCH.menu, *far, above, FRENCH.headline, *FRENCH.signed]
    assert clean(_dump(lines, FRENCH.body)).title == FRENCH.headline


@pytest.mark.parametrize(
    ("path", "cut"),
    [
        ("Accueil / ", True),
        ("Météo » ", True),
        ("Actualités Îles ", True),
        ("Météo : ", False),
        ("Vue ", False),
    ],
)
def test_the_path_before_a_headline_that_stands_alone_as_well_is_left_out(path: str, cut: bool) -> None:  # noqa: FBT001 - a column of the table
    line = path + FRENCH.headline
    lines = [*FRENCH.menu, line, *FRENCH.signed, FRENCH.headline]
    assert clean(_dump(lines, FRENCH.body)).title == (FRENCH.headline if cut else line)


_TOLD = "Rain stops the ferry to all of the outer islands for a week"
_LONG_BELOW = (
    "The harbour master in Lundby promises that the old ships are going to leave for the islands by Sunday"
)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        # parted by a byline, short below a headline, long below it, a copy of the headline between
        (["News", _TOLD, "By Ann Lee", "Waiting at the old inn behind the quay", "3 May 2024"], _TOLD),
        (["News", _TOLD, "Ships may wait", "Ann Lee", "3 May 2024"], _TOLD),
        (["News", _TOLD, _LONG_BELOW, "Ann Lee", "3 May 2024"], _TOLD),
        (["News", _TOLD, _TOLD, _LONG_BELOW, "Ann Lee", "3 May 2024"], _TOLD),
        # kickers and a section above the headline
        (["News", "Storm warning", _TOLD, "By Ann Lee", "3 May 2024"], _TOLD),
        (
            ["News", "Public transport", "Ferry company stops sailing", "3 May 2024"],
            "Ferry company stops sailing",
        ),
        (["News", "Sport | Rowing", _LONG_BELOW, "By Ann Lee", "3 May 2024"], _LONG_BELOW),
    ],
)
def test_a_headline_and_what_stands_below_it(lines: list[str], title: str) -> None:
    body = """The ferry company said on Sunday that rain and wind were too strong for its two old ships and
that the crossings to the outer islands would begin again as soon as the storm was over.

A spokesman said that the islands had food for a week and that the helicopter of the coast guard would
take the sick across the sound.

Passengers may ask for their money at the quay, and those who have to wait get a room in the old inn
behind it for the night."""
    assert clean(_dump(["Home", *lines], body), kind="text").title == title
