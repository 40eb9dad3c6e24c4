"""Another article below this one, as pages that scroll without end load them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_FURTHER = Reason("further_article", Label.RELATED, 0.996)
"""Set: of 62 such blocks of the development corpora one is in the gold, which two articles share."""
_LEAST = 2
"""Paragraphs of an article; teasers have one."""


def find_further_articles(scene: Scene) -> Iterator[Verdict]:
    """Name all blocks of an ``<article>`` with an ``h1`` of its own, beside that of the headline (HTML)."""
    headline, containers = scene.context.headline.block, scene.context.page.containers
    if scene.context.page.kind is not Kind.HTML or headline < 0 or containers.tags.count("article") < _LEAST:
        return
    articles = containers.nearest("article")
    places = scene.measures.columns.container
    own = articles[places[headline]]
    if own < 0:
        return
    headed = {
        articles[places[index]]
        for index in range(headline + 1, len(places))
        if scene.segments[index].tag == "h1" and index not in scene.context.headline.echoes
    }
    inside: dict[int, list[int]] = {
        article: [] for article in headed.difference(containers.around(own), {-1})
    }
    for index in range(headline + 1, len(places)):
        if articles[places[index]] in inside:
            inside[articles[places[index]]].append(index)
    prose = set(scene.prose)
    for article, found in inside.items():
        if len(prose.intersection(found)) >= _LEAST and own not in containers.around(article):
            for index in found:
                yield _FURTHER.at(index, f"an article of its own from block {found[0]} on")


FURTHER_ARTICLES = Rule("further_articles", find_further_articles, (_FURTHER,))
