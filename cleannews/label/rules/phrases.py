"""Blocks named by what they say: whole lines, runs of phrases and sentences of the lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.lexicon import SENTENCE_WORDS, load_lexicon, mask_digits
from cleannews.label.measures import fold
from cleannews.label.rules.certain import CERTAIN
from cleannews.label.rules.openers import OPENERS
from cleannews.label.rules.reason import Rule, reasons
from cleannews.label.rules.scene import CASE_BORDER, is_bordered
from cleannews.labels import Label
from cleannews.read.elements import CELLS
from cleannews.read.letters import DOUBLE_QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_LINE = reasons(
    "phrase",
    {
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
    },
)
"""The whole line is a phrase."""

_WORD = reasons("word", {label: min(reason.confidence, 0.95) for label, reason in _LINE.items()})
"""The whole line is one word, ends like an answer or a question, or is a phrase of less weight, and it stands
inside the article: it may be a heading or an answer there."""
_STOPS = frozenset(".?!。？！؟।")
"""What buttons seldom end in."""
_QUESTIONS = frozenset("?？؟")
_STATEMENT_WORDS = 4
"""Of 724 lines chosen to be hit, and put between two paragraphs, none was lost for these two bounds."""

SENTENCE = reasons(
    "sentence",
    {
        Label.NEWSLETTER: 0.99,
        Label.COMMENTS: 0.99,
        Label.LEGAL: 0.989,
        Label.ADVERT: 0.98,
        Label.CONSENT: 0.99,
        Label.MEDIA_CONTROL: 0.875,
        Label.AUTHOR_BIO: 0.968,
    },
)
"""A short block holds an unmistakable sentence. At most .99: an article may quote it."""

_RUN = reasons(
    "phrases",
    {
        Label.NAVIGATION: 0.993,
        Label.SHARE: 0.997,
        Label.NEWSLETTER: 0.99,
        Label.COMMENTS: 0.99,
        Label.RELATED: 0.975,
        Label.LEGAL: 0.99,
        Label.ADVERT: 0.98,
        Label.CONSENT: 0.98,
        Label.MEDIA_CONTROL: 0.98,
    },
)
"""The line is made of several phrases."""

_RUN_WORDS = 24
_INSIDE_WORDS = 45
"""Inside the article longer blocks are its paragraphs and are not searched, which halves the work."""


def find_lines(scene: Scene) -> Iterator[Verdict]:
    """Name the blocks whose whole line the lexicon knows."""
    headline, keys = scene.context.headline.block, scene.measures.keys
    for index, label in enumerate(scene.lines):
        if label is not None and index != headline:
            inside = scene.start < index < scene.end
            yield (_WORD if inside and _may_be_text(scene, index) else _LINE)[label].at(index, keys[index])


def _may_be_text(scene: Scene, index: int) -> bool:
    """Tell whether an article may have a known line as a heading, an answer or an item."""
    key = scene.measures.keys[index]
    if _is_cell(scene, index):
        return True
    if key in scene.lexicon.words["certain"]:
        return False
    told = scene.measures.words[index] == 1 or _ends_like_speech(scene, index)
    return told or mask_digits(key) in scene.lexicon.beside


def _is_cell(scene: Scene, index: int) -> bool:
    """Tell whether a block is a cell beside others in a table of the article, and leads nowhere.

    Of 37 such cells that a phrase named on the development corpora 36 are in the gold: "TikTok", "Service".
    """
    if scene.segments[index].tag not in CELLS or (scene.measures.link_share[index] or 0) >= _LINKED:
        return False
    parents, places = scene.context.page.containers.parents, scene.measures.columns.container
    row = parents[places[index]]
    beside = (at for at in (index - 1, index + 1) if scene.start < at < scene.end)
    return scene.start < index < scene.end and any(parents[places[at]] == row for at in beside)


_LINKED = 0.3
"""Share of links from which a cell is a button."""


def _ends_like_speech(scene: Scene, index: int) -> bool:
    """Tell whether a known line ends like a question or an answer ("I agree."), neither advert nor longer."""
    stop, words = scene.texts[index][-1], scene.measures.words[index]
    if scene.lines[index] is Label.ADVERT or (words >= _STATEMENT_WORDS and stop not in _QUESTIONS):
        return False
    return stop in _STOPS


def find_phrase_runs(scene: Scene) -> Iterator[Verdict]:
    """Name lines that are made of phrases, such as "Share on Facebook Copy link Print", glued or spaced."""
    starts, lines = scene.lexicon.words["line_start"], scene.lines
    for index, (first, words) in enumerate(zip(scene.firsts, scene.measures.words, strict=True)):
        if 1 < words <= _RUN_WORDS and first in starts and lines[index] is None and _may_be_run(scene, index):
            label = _run_label(scene, index)
            if label in _RUN and not _is_cell(scene, index):
                yield _RUN[label].at(index, "phrases only")


def _may_be_run(scene: Scene, index: int) -> bool:
    """Tell whether a line's first word or two are a phrase or begin one."""
    lexicon, measures = scene.lexicon, scene.measures
    if measures.ended[index]:
        return False
    if scene.firsts[index] in lexicon.lines:
        return True
    return " ".join(measures.keys[index].split(" ", 2)[:2]) in lexicon.words["line_pair"]


def _first_label(words: Sequence[str]) -> Label | None:
    """The label of the first of the phrases that make a line; ``None`` if something else stands in it."""
    return next(iter(load_lexicon().find_run(words)), None)


def _run_label(scene: Scene, index: int) -> Label | None:
    """Label a line that is made of phrases, as it stands or cut where words ran together."""
    words = mask_digits(scene.measures.keys[index]).split()
    label = _first_label(words)
    if label is None:
        named = [word for word in words if any(map(str.isalnum, word))]  # without dots and counts between
        label = _first_label(named) if 1 < len(named) < len(words) else None
    if label is None and is_bordered(scene.texts[index]):
        parted = fold(CASE_BORDER.sub(" ", scene.texts[index]))
        label = _first_label(mask_digits(parted).split())
    return label


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
                certain = found.text in scene.lexicon.certain and (
                    _is_at_edge(scene, index) or _is_call(scene, index, found.label)
                )
                yield (CERTAIN if certain else SENTENCE)[found.label].at(index, found.text)


def _is_call(scene: Scene, index: int, label: Label) -> bool:
    """Tell whether a short block between paragraphs offers readers a newsletter, and quotes nobody.

    Of 84,639 paragraphs of the gold none holds one of the 44 phrases that speak of the reader's mailbox.
    """
    short = scene.measures.words[index] <= _CALL_WORDS
    return label is Label.NEWSLETTER and short and DOUBLE_QUOTES.isdisjoint(scene.texts[index])


_CALL_WORDS = 30


def _is_at_edge(scene: Scene, index: int) -> bool:
    """Tell whether a block stands above the text, or at most one paragraph follows it directly."""
    return index <= scene.start or not {index + 1, index + 2} <= set(scene.prose)


PHRASES = (
    Rule("lines", find_lines, (*_LINE.values(), *_WORD.values())),
    OPENERS,
    Rule("phrase_runs", find_phrase_runs, tuple(_RUN.values())),
    Rule("sentences", find_sentences, tuple(SENTENCE.values())),
)
