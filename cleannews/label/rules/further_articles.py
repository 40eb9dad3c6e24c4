"""Another article below this one, as pages that scroll without end load them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    articles, places = containers.nearest("article"), scene.measures.columns.container
    own, prose = articles[places[headline]], set(scene.prose)
    if own < 0:
        return
    for article, found in _headed(scene, articles, own).items():
        if len(prose.intersection(found)) >= _LEAST and own not in containers.around(article):
            for index in found:
                yield _FURTHER.at(index, f"an article of its own from block {found[0]} on")


def _headed(scene: Scene, articles: Sequence[int], own: int) -> dict[int, list[int]]:
    """Collect the blocks behind the headline of the articles with an ``h1`` that do not hold the own."""
    headline, places = scene.context.headline, scene.measures.columns.container
    behind = range(headline.block + 1, len(places))
    echoes = frozenset(headline.echoes)
    tops = [index for index in behind if scene.segments[index].tag == "h1" and index not in echoes]
    without = {*scene.context.page.containers.around(own), -1}
    found: dict[int, list[int]] = {articles[places[index]]: [] for index in tops}
    for index in behind:
        article = articles[places[index]]
        if article in found and article not in without:
            found[article].append(index)
    return found


FURTHER_ARTICLES = Rule("further_articles", find_further_articles, (_FURTHER,))
