"""One hostile input, and the intact article that many of them hold."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = "@FILE@"
"""Stands for the path of a file that nothing may read."""

HOST = "@HOST@"
"""Stands for the address of a server that nothing may ask."""

TITLE = "Harbour ferry returns after eleven years of silence on the quay"

BODY = (
    "The ferry across the harbour carried its first passengers on Monday, eleven years after the old line had been closed for want of money.",
    "About two hundred people queued on the quay before sunrise, some of them with the brass tokens that had paid for a crossing in their childhood.",
    "The council paid for the boat by selling a disused warehouse, and a club of retired pilots will run it for the first three summers without wages.",
    "“Nobody believed that it would float again,” said Marta Lindqvist, who repaired the engine in her own workshop and steered the first trip herself.",
    "A single ticket costs two coins, bicycles travel free of charge, and the last boat leaves at nine in the evening from the eastern pier.",
    "If enough people use it, a second boat could follow in spring and connect the island with the railway station on the far shore.",
)
FIRST = BODY[0]

CZECH = (
    "Převozní loď přes přístav vezla v pondělí první cestující, jedenáct let poté, co byla linka kvůli nedostatku peněz zrušena.",
    "Na nábřeží čekalo před východem slunce asi dvě stě lidí, někteří s mosaznými žetony, jimiž se za jejich dětství platilo.",
    "Město zaplatilo loď z prodeje nevyužitého skladu a spolek vysloužilých lodivodů ji bude tři léta řídit bez nároku na mzdu.",
    "„Nikdo nevěřil, že ještě vypluje,“ řekla Marta Říhová, která motor opravila ve vlastní dílně a první plavbu sama kormidlovala.",
)

RUSSIAN = (
    "Паром через гавань перевёз в понедельник первых пассажиров, одиннадцать лет спустя после закрытия старой линии из-за нехватки денег.",
    "До восхода солнца на набережной стояло около двухсот человек, у некоторых были медные жетоны, которыми платили в их детстве.",
    "Совет заплатил за судно, продав заброшенный склад, а клуб отставных лоцманов будет три лета водить его без жалованья.",
    "Одиночный билет стоит две монеты, велосипеды едут бесплатно, последний рейс уходит в девять вечера от восточного причала.",
)

CHINESE = (
    "横跨港口的渡轮于星期一运送了首批乘客，距离旧航线因缺乏资金而关闭已有十一年。",
    "日出之前，大约两百人在码头上排队等候，其中一些人带着童年时用来支付船费的铜币。",
    "市议会出售了一座废弃的仓库来支付这艘船的费用，一个退休引航员俱乐部将在最初三个夏天无偿驾驶它。",
    "单程船票只需两枚硬币，自行车免费搭乘，最后一班船于晚上九点从东面的码头出发。",
)

MENU = ("Home", "News", "Politics", "Sport", "Culture", "Weather", "Contact", "Subscribe")
TEASERS = (
    "Bakers mend the oven of the old mill",
    "Snow closes the pass for the third day",
    "Library opens its cellar to readers at night",
    "Choir looks for voices that can hold a low note",
)


class Case(NamedTuple):
    """One hostile input."""

    name: str
    build: Callable[[int], bytes | str]
    """Makes it; the argument says about how many characters what is hostile about it shall have."""
    first: str | None = None
    """The first sentence of an intact article in it, which has to be in the text; ``None`` where there is none."""


def paragraphs(body: tuple[str, ...] = BODY) -> str:
    """The article's paragraphs as HTML."""
    return "\n".join(f"<p>{escape(each, quote=False)}</p>" for each in body)


def page(
    body: str | None = None,
    *,
    head: str = "",
    before: str = "",
    after: str = "",
    root: str = '<html lang="en">',
    title: str = TITLE,
) -> str:
    """A news page with menu, article and footer.

    Args:
        body: The article's content.
        head: Added to the head.
        before: Stands between menu and article.
        after: Stands between article and footer.
        root: The root's start tag.
        title: The page's title and headline.
    """
    menu = "".join(f'<li><a href="/{each.lower()}">{each}</a></li>' for each in MENU)
    teasers = "".join(f'<li><a href="/{n}.html">{each}</a></li>' for n, each in enumerate(TEASERS))
    return (
        f"<!DOCTYPE html>\n{root}\n<head><title>{title} | Quay News</title>\n{head}</head>\n<body>\n"
        f"<nav><ul>{menu}</ul></nav>\n{before}\n<article><h1>{title}</h1>\n"
        f"{paragraphs() if body is None else body}\n</article>\n{after}\n"
        f"<aside><h3>Read also</h3><ul>{teasers}</ul></aside>\n"
        "<footer><p>© 2031 Quay News. All rights reserved.</p></footer>\n</body>\n</html>\n"
    )


def dump(body: tuple[str, ...] = BODY, *, gap: str = "\n\n", before: str = "", after: str = "") -> str:
    """The same article as a flattened dump."""
    return gap.join(
        [*MENU, before or "News", TITLE, *body, after or "Read also", *TEASERS, "© 2031 Quay News"]
    )


def html(name: str, build: Callable[[int], bytes | str], *, lost: bool = False) -> Case:
    """A case with the English article in it, unless ``lost`` says that it is not whole."""
    return Case(name, build, None if lost else FIRST)
