"""Blocks named by how they begin: openers of the lexicon, and headings in capitals before a headline."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from cleannews.label.lexicon import is_unspaced
from cleannews.label.measures import fold
from cleannews.label.rules.certain import CERTAIN
from cleannews.label.rules.date_lines import names_day
from cleannews.label.rules.reason import Reason, Rule, reasons
from cleannews.labels import Kind, Label
from cleannews.read.letters import QUESTION_MARKS
from cleannews.read.page import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.lexicon import Phrase
    from cleannews.label.rules.scene import Scene

OPENER = reasons(
    "opener",
    {
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
    },
)
"""The line begins with a phrase. At most .99, whatever was measured: a sentence may begin so too."""

_TEASER_WORDS = range(3, 22)
_OPENER_WORDS = 45
"""Longer blocks are paragraphs, whatever they begin with."""

_INLINE = Reason("inline_teaser", Label.RELATED, 0.996)
"""A line such as "Read more: Ferry returns after the storm". Never wrong on the news pages of fundus_dev and
sites_dev; a quarter of those on wcxb_dev stand in the gold, all of them on seven companies' blogs."""
_INLINE_WORDS = 24
_BEFORE_HEADLINE = " :：»›>|→►▶\"'“„«"
_NOUN_SIGNS = 3
"""Signs of openers that are nouns, or nouns with a particle, in scripts without spaces."""
_VERB_WORDS = 2
"""Words of openers such as "published in"; longer ones are said of articles only."""
_TEASED_WORDS, _TEASED_STOPS = 14, 2
"""Words of a teaser that ends like a sentence, and sentences that it may be made of."""
_SHORT_IN_RUNNING = frozenset({Label.CAPTION, Label.RELATED})
_CREDIT_WORDS = 8
"""Where a dump has no lines, a sentence follows a credit in the same block: only short ones are taken, and
teasers behind which no sentence ends."""
_QUOTES = frozenset('"“„«‘「『')


def find_openers(scene: Scene) -> Iterator[Verdict]:
    """Name the blocks that begin with a phrase of the lexicon, or with one in capitals before a headline."""
    for index in _capital_teasers(scene):
        yield _INLINE.at(index, "a heading in capitals, and a headline")
    for index in _linked_teasers(scene):
        yield _INLINE.at(index, "a heading, and a headline that is a link")
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
    capital = [index for index, text in enumerate(scene.texts) if text[:2].isupper()]
    for index, first in [(index, scene.firsts[index]) for index in capital]:
        if first in starts and scene.lines[index] is None and scene.texts[index][: len(first)].isupper():
            words = _parted(scene.texts[index].split())
            head = " ".join(takewhile(str.isupper, words))
            behind = len(words) - len(head.split())
            known = behind in _TEASER_WORDS and _is_heading(scene, head)
            if known and words[-behind][:1].isupper() and not scene.measures.ended[index]:
                yield index


def _linked_teasers(scene: Scene) -> Iterator[int]:
    """Yield the lines that hold a heading and a headline that is a link: "You may also like Seals return"."""
    if scene.context.page.kind is not Kind.HTML:
        return
    starts, words = scene.lexicon.words["line_start"], scene.measures.words
    linked = [index for index, share in enumerate(scene.measures.link_share) if (share or 0.0) >= _LINKED]
    for index in linked:
        if scene.firsts[index] in starts and scene.lines[index] is None and words[index] in _LINKED_WORDS:
            key = scene.measures.keys[index].split(" ", _HEADING_WORDS)
            heads = (" ".join(key[:size]) for size in range(min(_HEADING_WORDS, words[index] - 3), 1, -1))
            head = next((head for head in heads if scene.lexicon.lines.get(head) is Label.RELATED), "")
            rest = scene.texts[index][len(head) :].lstrip()
            if head and not rest[:1].islower() and rest[:1].isalnum():
                yield index


_LINKED, _LINKED_WORDS, _HEADING_WORDS = 0.5, range(5, 30), 6
"""Share of links and words of such a line, and words of its heading."""


def _parted(words: list[str]) -> list[str]:
    """Part the word in which a headline ran into capitals: "READ", "ALSOFerry", "sails".

    >>> _parted(["READ", "ALSOFerry", "sails"]), _parted(["RELATED", "McDonald", "sings"])
    (['READ', 'ALSO', 'Ferry', 'sails'], ['RELATED', 'McDonald', 'sings'])
    """
    place = next((place for place, word in enumerate(words) if not word.isupper()), len(words))
    word = words[place] if place < len(words) else ""
    border = next((at for at, sign in enumerate(word) if sign.islower()), 0) - 1
    if border < _CAPITALS or not word[:border].isupper():
        return words
    return [*words[:place], word[:border], word[border:], *words[place + 1 :]]


_CAPITALS = 3
"""Letters in capitals before a capital that begins another word."""


def _is_heading(scene: Scene, head: str) -> bool:
    """Tell whether words in capitals are an opener of teasers that a colon would end: not "THE LATEST"."""
    found = scene.lexicon.find_opener(f"{fold(head)}:") if " " in head and head[-1].isalpha() else None
    return found is not None and found.label is Label.RELATED and found.text == f"{fold(head)}:"


def _opener_reason(scene: Scene, index: int, found: Phrase) -> Reason:
    if found.text in scene.lexicon.certain and scene.texts[index][0] not in _QUOTES:
        return CERTAIN[found.label]
    return _INLINE if _is_inline_teaser(scene, index, found) else OPENER[found.label]


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
    if label is Label.AUTHOR_BIO and scene.texts[index].endswith(QUESTION_MARKS):
        return False  # a reporter asks, in an interview: "Reporter: When will it run?"
    short = scene.measures.words[index] <= _CREDIT_WORDS
    if short or label not in _SHORT_IN_RUNNING or scene.context.page.layout not in RUNNING:
        return True
    stated = scene.measures.ended[index] and not scene.texts[index].endswith(("?", "!"))
    return label is Label.RELATED and not stated


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


OPENERS = Rule("openers", find_openers, (*OPENER.values(), _INLINE, *CERTAIN.values()))
