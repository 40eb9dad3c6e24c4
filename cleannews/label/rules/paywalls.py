"""The line at which a paywalled page ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.paywalls import may_hold_phrases, paywall_phrase
from cleannews.label.rules.boxes import opened_box
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

PAYWALL = Reason("paywall_line", Label.NEWSLETTER, 0.999)

_OFFER = Reason("paywall_offer", Label.NEWSLETTER, 0.996)
_MOST_BLOCKS, _MOST_CHARS = 10, 900
"""Blocks and characters of an offer; a larger element is a part of the page."""

_WORDS = range(2, 31)
_NEXT = 5
"""Blocks behind the line that are looked at: inside an article two of them are paragraphs."""

_PARAGRAPHS = 2
_PARAGRAPH_WORDS = 25
"""What an offer is made of is shorter."""


def find_paywalls(scene: Scene) -> Iterator[Verdict]:
    """Name the lines that say that the text goes on for who pays; none that an article goes on behind.

    What stands behind one in a small element that it opens is the offer (HTML).
    """
    measures = scene.measures
    short = [index for index, words in enumerate(measures.words) if words in _WORDS]
    keys = [measures.keys[index] for index in short]
    for place in may_hold_phrases(keys, spaced=measures.spaced):
        phrase = paywall_phrase(keys[place])
        if phrase and not _goes_on(scene, short[place]):
            yield PAYWALL.at(short[place], phrase)
            if scene.context.page.kind is Kind.HTML:
                for index in opened_box(scene, short[place], blocks=_MOST_BLOCKS, chars=_MOST_CHARS):
                    yield _OFFER.at(index, f"in the box below {phrase!r}")


def _goes_on(scene: Scene, index: int) -> bool:
    behind = range(index + 1, min(index + 1 + _NEXT, len(scene.texts)))
    measures = scene.measures
    long = [place for place in behind if measures.words[place] >= _PARAGRAPH_WORDS and measures.ended[place]]
    return len(long) >= _PARAGRAPHS


PAYWALLS = Rule("paywalls", find_paywalls, (PAYWALL, _OFFER))
