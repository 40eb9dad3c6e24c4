"""Lines that are nothing but the name of an author whom the page declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.measures import fold
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Label
from cleannews.read.jsonld import referred, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.headline import Headline
    from cleannews.label.rules.scene import Scene
    from cleannews.read.page import Hints

_NAMED = Reason("declared_author", Label.BYLINE, 0.995)
"""Set; .977 was measured (168 of 172), but the rest are bylines that the gold counts as text."""

_REACH = range(-3, 15)
"""Places around the headline where bylines stand, with pictures and buttons between."""
_NAME_WORDS = range(2, 6)
"""A first name alone is a word of the text as well; more than five words are several names."""
_SIGNED_WORDS = 8
"""Words of a line that signs an entry: a name, and where its writer is."""
_METAS = frozenset({"author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author"})


def find_declared_authors(scene: Scene) -> Iterator[Verdict]:
    """Name lines near the headline that equal a declared author.

    Elsewhere it stands over the note about the author, or in a list; .98 of them are not in the gold. Where
    it stands on two lines or more, with a place perhaps, it signs the entries of a live report.
    """
    headline = scene.context.headline
    names = declared_names(headline, scene.context.page.hints)
    if not names or headline.block < 0:
        return
    first = max(headline.block + _REACH.start, 0)
    for index, key in enumerate(scene.measures.keys[first : headline.block + _REACH.stop], first):
        if key in names and index != headline.block:
            yield _NAMED.at(index, "an author whom the page declares")
    below = range(headline.block + _REACH.stop, len(scene.texts))
    signed = [index for index in below if _is_signature(scene, index, names)]
    for index in signed if len(signed) > 1 else ():
        yield _NAMED.at(index, f"one of {len(signed)} lines with authors whom the page declares")


def _is_signature(scene: Scene, index: int, names: frozenset[str]) -> bool:
    """Tell whether a line is a name, or a name, a comma and a few words: "Ann Lee, in Lundby"."""
    key = scene.measures.keys[index]
    named = key in names or key.partition(",")[0] in names
    return named and scene.measures.words[index] <= _SIGNED_WORDS and not scene.measures.ended[index]


def declared_names(headline: Headline, hints: Hints) -> frozenset[str]:
    """Collect the names of authors in JSON-LD and metas, folded, without addresses and names of one word.

    Args:
        headline: Holds the page's JSON-LD.
        hints: Hold its metas.
    """
    names = [meta.content for meta in hints.metas if meta.name in _METAS]
    article, nodes = headline.linked.article, headline.linked.nodes
    names += filter(None, map(text_of, referred(article.get("author") if article else None, nodes)))
    folded = [fold(name) for name in names if "/" not in name]
    return frozenset(name for name in folded if len(name.split()) in _NAME_WORDS)


DECLARED_AUTHORS = Rule("declared_authors", find_declared_authors, (_NAMED,))
