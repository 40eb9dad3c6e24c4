"""Blocks named by what they say: whole lines, openers and sentences of the lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_LINE = {
    label: Reason(f"{label.value}_phrase", label, confidence)
    for label, confidence in {
        Label.NAVIGATION: 0.99,
        Label.SHARE: 0.99,
        Label.NEWSLETTER: 0.99,
        Label.COMMENTS: 0.99,
        Label.RELATED: 0.99,
        Label.LEGAL: 0.99,
        Label.ADVERT: 0.99,
        Label.CONSENT: 0.99,
        Label.MEDIA_CONTROL: 0.99,
        Label.TAGS: 0.99,
        Label.AUTHOR_BIO: 0.99,
        Label.CAPTION: 0.99,
        Label.BYLINE: 0.99,
        Label.DATELINE: 0.99,
    }.items()
}
"""The whole line is a phrase."""

_OPENER = {
    label: Reason(f"{label.value}_opener", label, confidence)
    for label, confidence in {
        Label.SHARE: 0.95,
        Label.NEWSLETTER: 0.95,
        Label.COMMENTS: 0.95,
        Label.RELATED: 0.95,
        Label.LEGAL: 0.95,
        Label.ADVERT: 0.95,
        Label.CONSENT: 0.95,
        Label.MEDIA_CONTROL: 0.95,
        Label.TAGS: 0.95,
        Label.AUTHOR_BIO: 0.95,
        Label.CAPTION: 0.95,
        Label.DATELINE: 0.95,
    }.items()
}
"""The line begins with a phrase."""

_SENTENCE = {
    label: Reason(f"{label.value}_sentence", label, confidence)
    for label, confidence in {
        Label.NEWSLETTER: 0.95,
        Label.COMMENTS: 0.95,
        Label.LEGAL: 0.95,
        Label.ADVERT: 0.95,
        Label.CONSENT: 0.95,
        Label.MEDIA_CONTROL: 0.95,
        Label.AUTHOR_BIO: 0.95,
    }.items()
}
"""A short block holds an unmistakable sentence."""

_OPENER_WORDS = 45
"""Longer blocks are paragraphs, whatever they begin with."""


def find_phrases(scene: Scene) -> Iterator[Verdict]:
    """Name the blocks that the lexicon knows, the surest way first."""
    headline = scene.context.headline.block
    for index, (key, label) in enumerate(zip(scene.measures.keys, scene.lines, strict=True)):
        if index == headline:
            continue
        if label is not None:
            yield _LINE[label].at(index, key)
        elif scene.measures.words[index] > 1:
            yield from _inside(scene, index, key)


def _inside(scene: Scene, index: int, key: str) -> Iterator[Verdict]:
    if scene.measures.words[index] <= _OPENER_WORDS:
        opener = scene.lexicon.find_opener(key)
        if opener is not None:
            yield _OPENER[opener.label].at(index, opener.text)
            return
    sentence = scene.lexicon.find_sentence(key)
    if sentence is not None:
        yield _SENTENCE[sentence.label].at(index, sentence.text)


PHRASES = Rule(find_phrases, (*_LINE.values(), *_OPENER.values(), *_SENTENCE.values()))
