"""Blocks named by what they say: whole lines, openers and sentences of the lexicon."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from cleannews.label.lexicon import SENTENCE_WORDS, is_unspaced, mask_digits
from cleannews.label.measures import fold
from cleannews.label.rules.date_lines import names_day
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import CASE_BORDER, RUNNING, is_bordered
from cleannews.label.stored import read_stored
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.lexicon import Phrase
    from cleannews.label.rules.scene import Scene

_LINE = {
    label: Reason(f"{label.value}_phrase", label, confidence)
    for label, confidence in {
        Label.NAVIGATION: 0.998,
        Label.SHARE: 0.998,
        Label.NEWSLETTER: 0.998,
        Label.COMMENTS: 0.998,
        Label.RELATED: 0.995,
        Label.LEGAL: 0.998,
        Label.ADVERT: 0.998,
        Label.CONSENT: 0.998,
        Label.MEDIA_CONTROL: 0.998,
        Label.TAGS: 0.998,
        Label.AUTHOR_BIO: 0.998,
        Label.CAPTION: 0.998,
        Label.BYLINE: 0.998,
        Label.DATELINE: 0.996,
    }.items()
}
"""The whole line is a phrase."""

_WORD = {
    label: Reason(f"{label.value}_word", label, min(reason.confidence, 0.95))
    for label, reason in _LINE.items()
}
"""The whole line is one word, and it stands inside the article: it may be a heading there."""

_OPENER = {
    label: Reason(f"{label.value}_opener", label, confidence)
    for label, confidence in {
        Label.SHARE: 0.99,
        Label.NEWSLETTER: 0.99,
        Label.COMMENTS: 0.99,
        Label.RELATED: 0.936,
        Label.LEGAL: 0.99,
        Label.ADVERT: 0.921,
        Label.CONSENT: 0.99,
        Label.MEDIA_CONTROL: 0.98,
        Label.TAGS: 0.9,
        Label.AUTHOR_BIO: 0.99,
        Label.CAPTION: 0.974,
        Label.DATELINE: 0.954,
    }.items()
}
"""The line begins with a phrase. At most .99, whatever was measured: a sentence may begin so too."""

_SENTENCE = {
    label: Reason(f"{label.value}_sentence", label, confidence)
    for label, confidence in {
        Label.NEWSLETTER: 0.99,
        Label.COMMENTS: 0.99,
        Label.LEGAL: 0.989,
        Label.ADVERT: 0.98,
        Label.CONSENT: 0.99,
        Label.MEDIA_CONTROL: 0.875,
        Label.AUTHOR_BIO: 0.968,
    }.items()
}
"""A short block holds an unmistakable sentence. At most .99: an article may quote it."""

_CERTAIN = {
    label: Reason(f"{label.value}_notice", label, 0.996)
    for label in (
        Label.NEWSLETTER,
        Label.COMMENTS,
        Label.RELATED,
        Label.LEGAL,
        Label.CONSENT,
        Label.MEDIA_CONTROL,
        Label.AUTHOR_BIO,
    )
}
"""The block begins with or holds a phrase that no article has (``data/certain_phrases.json``). Set: too few
such blocks are kept by their score."""

_TEASER_WORDS = range(3, 22)
_OPENER_WORDS = 45
"""Longer blocks are paragraphs, whatever they begin with."""

_INLINE = Reason("inline_teaser", Label.RELATED, 0.996)
"""A line such as "Read more: Ferry returns after the storm". Never wrong on the news pages of fundus_dev and
sites_dev; a quarter of those on wcxb_dev stand in the gold, all of them on seven companies' blogs."""

_RUN = {
    label: Reason(f"{label.value}_phrases", label, confidence)
    for label, confidence in {
        Label.NAVIGATION: 0.993,
        Label.SHARE: 0.997,
        Label.NEWSLETTER: 0.99,
        Label.COMMENTS: 0.99,
        Label.RELATED: 0.975,
        Label.LEGAL: 0.99,
        Label.ADVERT: 0.98,
        Label.CONSENT: 0.98,
        Label.MEDIA_CONTROL: 0.98,
    }.items()
}
"""The line is made of several phrases."""

_RUN_WORDS = 24
_PHRASE_WORDS = 6
_INLINE_WORDS = 24
_BEFORE_HEADLINE = " :：»›>|→►▶\"'“„«"
_NOUN_SIGNS = 3
"""Signs of openers that are nouns, or nouns with a particle, in scripts without spaces."""
_VERB_WORDS = 2
"""Words of openers such as "published in"; longer ones are said of articles only."""
_TEASED_WORDS, _TEASED_STOPS = 14, 2
"""Words of a teaser that ends like a sentence, and sentences that it may be made of."""

_INSIDE_WORDS = 45
"""Inside the article longer blocks are its paragraphs and are not searched, which halves the work."""

_CREDIT_WORDS = 8
"""Where a dump has no lines, a sentence follows a credit in the same block: only short ones are taken."""


def find_lines(scene: Scene) -> Iterator[Verdict]:
    """Name the blocks whose whole line the lexicon knows."""
    headline = scene.context.headline.block
    keys, words = scene.measures.keys, scene.measures.words
    for index, label in enumerate(scene.lines):
        if label is None or index == headline:
            continue
        alone = words[index] == 1 and scene.start < index < scene.end
        yield (_WORD if alone else _LINE)[label].at(index, keys[index])


def find_openers(scene: Scene) -> Iterator[Verdict]:
    """Name the blocks that begin with a phrase of the lexicon, or with one in capitals before a headline."""
    for index in _capital_teasers(scene):
        yield _INLINE.at(index, "a heading in capitals, and a headline")
    openers, unspaced = scene.lexicon.openers, scene.lexicon.unspaced_openers
    keys, words = scene.measures.keys, scene.measures.words
    for index, first in enumerate(scene.firsts):
        if first.rstrip(",") not in openers and (first.isascii() or keys[index][:2] not in unspaced):
            continue
        if 1 < words[index] <= _OPENER_WORDS and scene.lines[index] is None:
            found = scene.lexicon.find_opener(keys[index])
            if found is not None and _opens(scene, index, found):
                yield _opener_reason(scene, index, found).at(index, found.text)


def _capital_teasers(scene: Scene) -> Iterator[int]:
    """Yield the lines that hold a heading in capitals and a headline: "RELATED STORY Seals return"."""
    starts = scene.lexicon.words["line_start"]
    for index, first in enumerate(scene.firsts):
        if first in starts and scene.lines[index] is None and scene.texts[index][: len(first)].isupper():
            words = scene.texts[index].split()
            head = " ".join(takewhile(str.isupper, words))
            behind = len(words) - len(head.split())
            known = behind in _TEASER_WORDS and _is_heading(scene, head)
            if known and words[-behind][:1].isupper() and not scene.measures.ended[index]:
                yield index


def _is_heading(scene: Scene, head: str) -> bool:
    """Tell whether words in capitals are an opener of teasers that a colon would end: not "THE LATEST"."""
    found = scene.lexicon.find_opener(f"{fold(head)}:") if " " in head and head[-1].isalpha() else None
    return found is not None and found.label is Label.RELATED and found.text == f"{fold(head)}:"


def _opener_reason(scene: Scene, index: int, found: Phrase) -> Reason:
    if found.text in _certain() and scene.texts[index][0] not in _QUOTES:
        return _CERTAIN[found.label]
    return _INLINE if _is_inline_teaser(scene, index, found) else _OPENER[found.label]


@lru_cache(maxsize=1)
def _certain() -> frozenset[str]:
    """Load the phrases that no article has."""
    return frozenset(chain.from_iterable(read_stored("certain_phrases")["languages"].values()))


_QUOTES = frozenset('"“„«‘「『')


def _is_inflected(scene: Scene, key: str, found: Phrase) -> bool:
    """Tell whether the first word of a sentence only looks like an opener.

    In scripts without spaces a noun that stands on without a border is the subject ("写真は", "作者是"); what
    was published in a year without a day is a book.
    """
    if found.label is Label.DATELINE:
        short = ":" not in found.text and len(found.text.split()) <= _VERB_WORDS
        return short and not names_day(key, scene.lexicon.words["month"])
    noun = not found.text.isascii() and len(found.text) <= _NOUN_SIGNS and is_unspaced(found.text)
    return noun and key[len(found.text) : len(found.text) + 1].isalnum()


def _opens(scene: Scene, index: int, found: Phrase) -> bool:
    """Tell whether a block that begins with a phrase is of its label as a whole."""
    label = found.label
    if index == scene.context.headline.block:
        return False
    key = scene.measures.keys[index]
    if label is Label.DATELINE and not any(map(str.isdigit, key)):
        return False
    if scene.measures.ended[index] and _is_inflected(scene, key, found):
        return False
    running = scene.context.page.layout in RUNNING
    return not (running and label in _SHORT_IN_RUNNING and scene.measures.words[index] > _CREDIT_WORDS)


def _is_inline_teaser(scene: Scene, index: int, opener: Phrase) -> bool:
    """Tell whether a headline, or two short sentences, and nothing else follows "Read more:"."""
    measures = scene.measures
    if opener.label is not Label.RELATED or not opener.text.endswith(":"):
        return False
    if measures.ended[index] or measures.stops[index] > 1:
        words = measures.words[index] - len(opener.text.split())
        told = " " in opener.text or scene.texts[index][: len(opener.text) - 1].isupper()
        headline = scene.texts[index][len(opener.text) :].lstrip(_BEFORE_HEADLINE)
        told = told and not headline[:1].islower()
        return told and words <= _TEASED_WORDS and measures.stops[index] <= _TEASED_STOPS
    return measures.words[index] <= _INLINE_WORDS


def find_phrase_runs(scene: Scene) -> Iterator[Verdict]:
    """Name lines that are made of phrases, such as "Share on Facebook Copy link Print", glued or spaced."""
    starts, lines = scene.lexicon.words["line_start"], scene.lines
    for index, (first, words) in enumerate(zip(scene.firsts, scene.measures.words, strict=True)):
        if 1 < words <= _RUN_WORDS and first in starts and lines[index] is None and _may_be_run(scene, index):
            label = _run_label(scene, index)
            if label in _RUN:
                yield _RUN[label].at(index, "phrases only")


def _may_be_run(scene: Scene, index: int) -> bool:
    """Tell whether a line's first word or two are a phrase or begin one."""
    lexicon, measures = scene.lexicon, scene.measures
    if measures.ended[index]:
        return False
    if scene.firsts[index] in lexicon.lines:
        return True
    return " ".join(measures.keys[index].split(" ", 2)[:2]) in lexicon.words["line_pair"]


def _run_label(scene: Scene, index: int) -> Label | None:
    """Label a line that is made of phrases, as it stands or cut where words ran together."""
    label = _first_label(scene, mask_digits(scene.measures.keys[index]).split())
    if label is None and is_bordered(scene.texts[index]):
        parted = fold(CASE_BORDER.sub(" ", scene.texts[index]))
        label = _first_label(scene, mask_digits(parted).split())
    return label


def _first_label(scene: Scene, words: list[str]) -> Label | None:
    """Take phrases from the front, the longest first; return the label of the first if nothing is left."""
    lines, starts = scene.lexicon.lines, scene.lexicon.words["line_start"]
    label, begin = None, 0
    while begin < len(words) and words[begin] in starts:
        for stop in range(min(begin + _PHRASE_WORDS, len(words)), begin, -1):
            found = lines.get(" ".join(words[begin:stop]))
            if found is not None:
                label, begin = label or found, stop
                break
        else:
            return None
    return label if begin == len(words) else None


_SHORT_IN_RUNNING = frozenset({Label.CAPTION, Label.RELATED})


def find_sentences(scene: Scene) -> Iterator[Verdict]:
    """Name the short blocks that hold an unmistakable sentence."""
    headline, start, end = scene.context.headline.block, scene.start, scene.end
    least, most = SENTENCE_WORDS.start, SENTENCE_WORDS.stop
    telling, spaced = scene.lexicon.sentences.keys(), scene.measures.spaced
    for index, (key, words) in enumerate(zip(scene.measures.keys, scene.measures.words, strict=True)):
        if least <= words < (_INSIDE_WORDS if start < index < end else most) and index != headline:
            if (spaced or key.isascii()) and telling.isdisjoint(key.split()):
                continue  # most blocks, and told without a call
            found = scene.lexicon.find_sentence(key)
            if found is not None:
                certain = found.text in _certain() and _is_at_edge(scene, index)
                yield (_CERTAIN if certain else _SENTENCE)[found.label].at(index, found.text)


def _is_at_edge(scene: Scene, index: int) -> bool:
    """Tell whether a block stands above the text, or at most one paragraph follows it directly."""
    return index <= scene.start or not {index + 1, index + 2} <= set(scene.prose)


PHRASES = (
    Rule("lines", find_lines, (*_LINE.values(), *_WORD.values())),
    Rule("openers", find_openers, (*_OPENER.values(), _INLINE, *_CERTAIN.values())),
    Rule("phrase_runs", find_phrase_runs, tuple(_RUN.values())),
    Rule("sentences", find_sentences, tuple(_SENTENCE.values())),
)
