"""What stands behind the last paragraph: the footer of a feed, the writer's address, who made the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.measures import count_words, fold
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_FEED = Reason("feed_footer", Label.ECHO, 0.996)
"""Set: two pages of the development corpora have one, and one of them has it in the gold."""

_MAIL = Reason("mail_line", Label.AUTHOR_BIO, 0.996)
"""Set: of 275 lines of an address and three words at most nine are in the gold, nearly all of them inside
lists, forms and code, of which this rule says nothing."""

_DESK = Reason("desk_line", Label.BYLINE, 0.996)
"""Set: no page of the development corpora is Chinese. On 72 Chinese pages it names ten lines, all of them of
reporters, editors and proofreaders."""

_HEADLINE_WORDS = 4
"""A shorter headline may stand in any sentence; there the words tell too."""
_FRAME_WORDS = range(2, 16)
"""Words around the headline: "The post ... appeared first on The Harbour Post."."""
_FOOTER_WORDS = 40
_LINKED = 0.3
"""Share of links in such a footer (HTML): the headline and the site are."""
_LAST = 3
"""Blocks at the end of a page among which the footer of a feed stands."""

MAIL_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_MAIL_CHARS = 120
_BESIDE = 3
"""Words beside the address: a name, "reporter", "mail"."""


_NAME = r"(?:[\u4e00-\u9fff·]{2,5}|[A-Z][a-z]{1,15}(?: [A-Z][a-z]{1,15})?)"
_NAMES = rf"{_NAME}(?:[ 、,，&]{_NAME}){{0,5}}"
_REPORTER = r"[\u4e00-\u9fff]{0,8}(?:记者|記者|实习生|實習生|通讯员|通訊員)"
_EDITOR = r"(?:责任|責任|值班|新媒体)?(?:编辑|編輯)|责编|責編|校对|校對"
_WORK = r"(?:采写|採訪|撰文|审核|審核|监制|監製|统筹|統籌|编译|編譯|文)"
_SIGN = r" ?[:：|｜丨/／] ?"
_DESK_LINE = re.compile(
    rf"(?:(?:{_REPORTER}|{_EDITOR})(?:{_SIGN}| )|{_WORK}{_SIGN}(?:{_REPORTER} )?){_NAMES}"
    rf"(?:[ 、,，;；]{{1,2}}[\u4e00-\u9fff]{{2,6}}(?:{_SIGN}| )?{_NAME}){{0,5}}"
)
"""Offices of a Chinese desk and the names behind them, and no more: ``编辑 林小港 校对 王文``."""
_DESK_CHARS = 60


def find_feed_footers(scene: Scene) -> Iterator[Verdict]:
    """Name the last sentence of a page, or of its text, if it holds the whole headline and little else.

    Feeds of WordPress end so, in any language: "The post Rain on Sunday appeared first on Harbour Post."
    Where a page goes on behind the text, the words tell too; where links stand among them, they tell alone,
    on a page that shows no headline as on one that shows it in other words.
    """
    headline = scene.context.headline
    title = fold(headline.text or "")
    short = count_words(title) < _HEADLINE_WORDS
    count = len(scene.texts)
    first, last = headline.block + 2, range(count - _LAST, count)
    text_end = (*range(scene.end - _LAST + 1, scene.end + 1), *scene.behind())
    yield from _told_by_words(scene, max(first, 1))
    for index in [index for index in {*text_end, *last} if first <= index < count]:
        key = scene.measures.keys[index]
        told = (index in last and not short) or (title in key and _feed_words(scene, key))
        begin = key.find(title, 1) if title and told else -1
        if begin > 0 and count_words(f"{key[:begin]} {key[begin + len(title) :]}") in _FRAME_WORDS:
            yield _FEED.at(index, "holds the whole headline, at the end of the text")


def _told_by_words(scene: Scene, first: int) -> Iterator[Verdict]:
    words, links = scene.measures.words, scene.measures.link_share
    for index in range(first, len(words)):
        if words[index] <= _FOOTER_WORDS and _LINKED <= (links[index] or 0.0) < 1.0:
            found = _feed_words(scene, scene.measures.keys[index])
            if found:
                yield _FEED.at(index, found)


def _feed_words(scene: Scene, key: str) -> str:
    """The words of such a sentence that a line holds; nothing if it holds none."""
    return next((text for text in scene.lexicon.words["feed"] if text in key), "")


def find_mail_lines(scene: Scene) -> Iterator[Verdict]:
    """Name lines behind the prose that are an address of mail, and at most a name beside it."""
    if scene.end < 0:
        return
    for index in range(scene.end + 1, len(scene.texts)):
        text = scene.texts[index]
        if "@" in text and _is_mail(text) and not scene.measures.ended[index]:
            yield _MAIL.at(index, "an address and no sentence")


def _is_mail(text: str) -> bool:
    found = MAIL_ADDRESS.search(text[:_MAIL_CHARS])
    return (
        found is not None
        and len(text) <= _MAIL_CHARS
        and len(f"{text[: found.start()]} {text[found.end() :]}".split()) <= _BESIDE
    )


def find_desk_lines(scene: Scene) -> Iterator[Verdict]:
    """Name lines of a Chinese page that hold nothing but offices of the desk and names."""
    if scene.measures.spaced:
        return
    for index in range(scene.context.headline.block + 1, len(scene.texts)):
        text = scene.texts[index].strip(_BRACKETS)
        if len(text) <= _DESK_CHARS and not text.isascii() and _DESK_LINE.fullmatch(text):
            yield _DESK.at(index, "offices of the desk and names")


_BRACKETS = "()（）[]【】 "

CLOSINGS = (
    Rule("feed_footers", find_feed_footers, (_FEED,)),
    Rule("mail_lines", find_mail_lines, (_MAIL,)),
    Rule("desk_lines", find_desk_lines, (_DESK,)),
)
