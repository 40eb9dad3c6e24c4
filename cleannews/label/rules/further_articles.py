"""Another article below this one, as pages that scroll without end load them."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from cleannews.label.rules.date_lines import holds_whole_date, is_date_line
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
    """Name all blocks of an ``<article>`` with an ``h1`` of its own, beside that of the headline (HTML).

    Or with an ``h2`` at its top and a day below it, if classes tell that both articles are made alike.
    """
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
    tops += _alike(scene, articles, own)
    without = {*scene.context.page.containers.around(own), -1}
    found: dict[int, list[int]] = {articles[places[index]]: [] for index in tops}
    for index in behind:
        article = articles[places[index]]
        if article in found and article not in without:
            found[article].append(index)
    return found


def _alike(scene: Scene, articles: Sequence[int], own: int) -> Iterator[int]:
    """Yield the ``h2`` at the top of dated articles that bear a class of the own one and follow on it."""
    containers, places = scene.context.page.containers, scene.measures.columns.container
    names = frozenset(containers.names[own].split())
    first: dict[int, int] = {}
    for index, place in enumerate(places):
        first.setdefault(articles[place], index)
    for article, index in first.items():
        beside = article > own and containers.parents[article] == containers.parents[own]
        if not beside or scene.segments[index].tag != "h2":
            continue
        head = (at for at in scene.numbered if index < at <= index + _HEAD)
        dated = any(articles[places[at]] == article and holds_whole_date(scene, at) for at in head)
        if dated and not names.isdisjoint(containers.names[article].split()):
            yield index


_HEAD = 5
"""Blocks below the heading of such an article in which its day stands."""
_CLOCK = re.compile(r"(?<![\d.:])[012]?\d[:.h][0-5]\d(?![\d.:])")
_ENDS = frozenset({Label.SHARE, Label.TAGS, Label.COMMENTS})
"""What stands below an article. Words for more stand within articles as well."""
_ABOVE, _BELOW = 24, 12
"""Blocks above a line of day and time in which the end of the article before stands, and blocks below it in
which paragraphs do."""
_STANDFIRST = 2
"""Prose between the end of an article and the line of day and time of the next: its standfirst."""
_LEAST_TEXT = 3
"""Paragraphs below a line of day and time; fewer are a teaser's."""
_MOST_DATED = 8
"""Lines of day and time; on a page with more of them they are those of a ticker, or of comments."""


def find_dated_articles(scene: Scene) -> Iterator[Verdict]:
    """Name all blocks from where another article begins that is dated as this one is.

    Share links, tags or comments end this article; below them a line of day and time stands as above its own
    text, with paragraphs behind. Nothing behind it is of this article.
    """
    if scene.context.headline.block < 0:
        return
    dated = [index for index in scene.numbered if _is_dated(scene, index)]
    if not 1 < len(dated) <= _MOST_DATED or not _is_own(scene, dated[0]):
        return
    first = next(chain.from_iterable(_beginning(scene, dated[0], at) for at in dated[1:]), len(scene.texts))
    for index in range(first, len(scene.texts)):
        yield _FURTHER.at(index, f"an article of its own from block {first} on")


def _is_dated(scene: Scene, index: int) -> bool:
    """Tell whether a line behind the headline holds a day with its year, the time, and no more."""
    key = scene.measures.keys[index]
    return (
        index > scene.context.headline.block
        and holds_whole_date(scene, index)
        and _CLOCK.search(key) is not None
        and is_date_line(key, scene.lexicon.words["date"])
    )


def _is_own(scene: Scene, index: int) -> bool:
    """Tell whether a line stands above the text, with a standfirst and a caption between at most."""
    return all(index < paragraph for paragraph in scene.prose[_STANDFIRST:])


def _beginning(scene: Scene, own: int, dated: int) -> Iterator[int]:
    """Yield where the article of a line of day and time begins, if the text above it ends closely before."""
    ends = [index for index in range(max(own, dated - _ABOVE), dated) if scene.lines[index] in _ENDS]
    if ends:
        above = [index for index in scene.prose if own < index < ends[-1]]
        standfirst = [index for index in scene.prose if ends[-1] < index < dated]
        below = [index for index in scene.prose if dated < index <= dated + _BELOW]
        if min(len(above), len(below)) >= _LEAST_TEXT and len(standfirst) <= _STANDFIRST:
            yield ends[-1] + 1


FURTHER_ARTICLES = (
    Rule("further_articles", find_further_articles, (_FURTHER,)),
    Rule("dated_articles", find_dated_articles, (_FURTHER,)),
)
