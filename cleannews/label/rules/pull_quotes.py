"""Pull quotes: a sentence of the article set apart in large letters, which its paragraph says as well."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from cleannews.label.measures import fold_line
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import PROSE_WORDS
from cleannews.labels import Kind, Label
from cleannews.read.elements import SUBHEADINGS
from cleannews.read.letters import DOUBLE_QUOTES
from cleannews.read.page import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene
    from cleannews.read.containers import Containers

_PULL = Reason("pull_quote", Label.EXCERPT, 0.997)
"""Set, as that of an excerpt: what is lost with it stands in its paragraph. Of the eleven such blocks that
were kept on the pages of fundus_dev and wcxb_dev, cross-validated, the gold holds one."""

_SET_APART = frozenset({"blockquote", "aside", "figure", "q"})
_ALONE = "div"
"""May be a paragraph itself, so it has to be a whole sentence."""
_WORDS, _ALONE_WORDS, _LINE_WORDS = range(5, 61), range(8, 61), range(12, 61)
"""The last of a line of a dump: of eight pages of fundus_dev and wcxb_dev that have such a line in three
layouts, the gold has the sentence once on seven."""
_QUOTED_WORDS = range(6, 61)
"""The same of a line between quotation marks, which nobody says twice."""
_MORE = 30
"""Characters that the paragraph of a dump has more: what is nearly all of it is a copy."""
_REACH = 12
"""Blocks on either side among which its paragraph stands; all such blocks seen stand within ten."""
_LONG_WORDS, _LONG_REACH = 12, 40
"""Of so many words and more nobody says the same twice: the paragraph may stand farther off."""


def find_pull_quotes(scene: Scene) -> Iterator[Verdict]:
    """Name quotations, boxes and, in dumps, lines whose words are a part of a paragraph nearby."""
    if scene.context.page.layout in RUNNING:
        return
    keys, words, tags = scene.measures.keys, scene.measures.words, scene.measures.columns.tag
    dump = scene.context.page.kind is Kind.TEXT
    containers = scene.context.page.containers
    some = dump or not _SET_APART.isdisjoint(containers.tags) or _holds_called(containers)
    for index in range(max(scene.context.headline.block, scene.start) + 1, scene.end + 1):
        if not (some or tags[index] == _ALONE):
            continue  # most blocks of most pages
        if scene.is_lead(index):
            continue  # the excerpt says what it says
        if words[index] in _WORDS and _is_set_apart(scene, index):
            key = _quoted(scene.texts[index]) or keys[index]
            reach = _LONG_REACH if words[index] >= _LONG_WORDS else _REACH
            near = range(max(index - reach, 0), min(index + reach + 1, len(keys)))
            if "\n".join(keys[near.start : near.stop]).count(key) > 1:
                whole = next(
                    (place for place in near if place != index and _says_more(scene, place, key)), -1
                )
                if whole >= 0:
                    yield _PULL.at(index, f"a sentence of block {whole}")


def _quoted(text: str) -> str:
    """What is quoted, folded, of a quotation behind which stands who said it; nothing of other texts.

    >>> _quoted("“We have no bread and no milk”Mara Field, shopkeeper")
    'we have no bread and no milk'
    >>> _quoted("“We have bread”, she said")
    ''
    """
    found = _SAID_BY.fullmatch(text)
    return fold_line(found["said"]) if found else ""


_SAID_BY = re.compile(r"[“„«»\"”]\s?(?P<said>[^“„«»\"”]{20,400})\s?[”“»«\"]\s?[—–-]?\s?[^“„«»\"”.!?]{3,60}")
"""A quotation from the first character on, and a name."""


def _is_set_apart(scene: Scene, index: int) -> bool:
    """Tell whether a block stands in a quotation or a box, or is a sentence in an element of no meaning."""
    tag, measures = scene.measures.columns.tag[index], scene.measures
    if scene.context.page.kind is Kind.TEXT:
        text = scene.texts[index]
        if _quoted(text):
            return measures.words[index] in _QUOTED_WORDS
        told = _QUOTED_WORDS if _is_quotation(text) else _LINE_WORDS
        return measures.words[index] in told and measures.ended[index]  # without a full stop, a subheading
    if _is_called_quote(scene, index):
        return True
    if tag == _ALONE:
        below = measures.columns.tag[index - 1] in SUBHEADINGS  # a heading has a text of its own below it
        return measures.words[index] in _ALONE_WORDS and measures.ended[index] and not below
    if tag != "p":
        return tag in _SET_APART
    parents, tags, *_ = scene.context.page.containers
    return tags[parents[measures.columns.container[index]]] in _SET_APART


def _is_quotation(text: str) -> bool:
    """Tell whether a line is one quotation from end to end.

    >>> _is_quotation("”We have bread.”"), _is_quotation("“We have bread,” she said. “And milk.”")
    (True, False)
    """
    quoted = text[:1] in DOUBLE_QUOTES and text[-1:] in DOUBLE_QUOTES
    return quoted and DOUBLE_QUOTES.isdisjoint(text[1:-1])


def _is_called_quote(scene: Scene, index: int) -> bool:
    """Tell whether the class or the element around a block says that it is a quotation."""
    containers = scene.context.page.containers
    around = islice(containers.around(scene.measures.columns.container[index]), 2)
    told = [f"{containers.tags[place]} {containers.names[place]}" for place in around]
    return any(word in each for each in told for word in _CALLED)


def _holds_called(containers: Containers) -> bool:
    told = " ".join({*containers.names, *containers.tags})
    return any(word in told for word in _CALLED)


_CALLED = ("quote", "citat", "zitat", "cytat", "frase")
"""Parts of class names: blockquote, pull-quote, citation-vedette, zitat."""


def _says_more(scene: Scene, place: int, key: str) -> bool:
    """Tell whether a block is a paragraph of running text that holds a key and more."""
    measures = scene.measures
    return (
        measures.ended[place]
        and measures.words[place] >= PROSE_WORDS
        and len(key) + (_MORE if scene.context.page.kind is Kind.TEXT else 1) <= len(measures.keys[place])
        and measures.columns.tag[place] not in _SET_APART
        and key in measures.keys[place]
    )


PULL_QUOTES = Rule("pull_quotes", find_pull_quotes, (_PULL,))
