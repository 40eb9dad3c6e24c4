"""The note on the author at the end, known by the name that stands over the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.label.given_names import is_given_name
from cleannews.label.masthead import squeeze
from cleannews.label.measures import fold
from cleannews.label.rules.declared_authors import declared_names
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_NOTE = Reason("author_note", Label.AUTHOR_BIO, 0.996)

_LAST = 3
"""Blocks of prose at the end among which the note stands."""
_NOTE_WORDS = range(4, 131)
_REACH = range(-2, 8)
"""Blocks around the headline among which the name stands."""
_BELOW = 4
"""Blocks below the headline among which it does even behind the first sentence, which is the standfirst."""
_LINE_WORDS = range(2, 13)
"""Words of a byline with its date."""
_FEW_WORDS = 3
"""Words of a name without anything else."""
_NAME_CHARS = 120
"""Characters among which a name stands at the beginning of a note."""
_ARTICLE = 3
"""Letters of an article before the name: "Die", "Η", "Si"."""
_GONE_ON = 3
"""Paragraphs of a note behind the first."""
_EDGES = ".,:;|·()-–—*"


def find_author_notes(scene: Scene) -> Iterator[Verdict]:
    """Name what begins with the author's name behind the article or in its second half.

    The two words that it begins with, or those behind an article, stand in a short line beside the headline
    or are a declared author's, and are no part of the headline: nobody reports of himself by name.
    """
    if scene.context.headline.block < 0 or scene.end < 0:
        return
    inside = [index for index in scene.prose if index > scene.start]
    last = (index for index in inside[-_LAST:] if index >= scene.end - 1)
    half = inside[len(inside) // 2] if inside else scene.end
    before = (index for index in range(half, scene.end) if _opens_with_given_name(scene, index))
    places = sorted({*before, *last, *scene.behind()})
    measures = scene.measures
    found = [index for index in places if measures.ended[index] and measures.words[index] in _NOTE_WORDS]
    pairs = [(index, pair) for index in found for pair in _pairs(scene.texts[index])]
    named = _lines(scene) if pairs else ()
    signed = _signed(scene, named)
    late = scene.end - 1
    for index, pair in pairs if named else ():
        name = fold(pair)
        lines = named if index >= late else signed
        if any(f" {name} " in line for line in lines) and not _is_told_of(scene, index, name):
            yield _NOTE.at(index, "begins with the author's name")
            if index >= late:
                yield from _gone_on(scene, index, name)


def _gone_on(scene: Scene, note: int, name: str) -> Iterator[Verdict]:
    """Name the paragraphs that go on with a note, each with a part of the name in it."""
    parts, measures = set(name.split()), scene.measures
    for index in range(note + 1, min(note + 1 + _GONE_ON, len(measures.keys))):
        if not measures.ended[index] or parts.isdisjoint(measures.keys[index].replace(",", " ").split()):
            return
        yield _NOTE.at(index, f"goes on with block {note}")


def _signed(scene: Scene, lines: Sequence[str]) -> tuple[str, ...]:
    """The lines that say "by" and the declared names, not captions and what else stands at the head."""
    if not lines:
        return ()
    openers = scene.lexicon.words["byline"]
    declared = declared_names(scene.context.headline, scene.context.page.hints)
    bare = {line: line.strip() for line in lines}
    return tuple(line for line, key in bare.items() if key.partition(" ")[0] in openers or key in declared)


def _opens_with_given_name(scene: Scene, index: int) -> bool:
    """Tell whether a note may stand above the last paragraphs, which may be rules of the comments."""
    return is_given_name(scene.texts[index].partition(" ")[0])


def _pairs(text: str) -> Iterator[str]:
    """Yield the first two words, and those behind an article, where they may be a name."""
    words = [word.strip(_EDGES) for word in text[:_NAME_CHARS].split()[:3]]
    for pair in (words[:2], words[1:] if len(words[0]) <= _ARTICLE else ()):
        if _is_name(pair):
            yield " ".join(pair)


def _is_name(pair: Sequence[str]) -> bool:
    """Tell whether two words are capitalised, or of a script without capitals, and no abbreviations."""
    return len(pair) > 1 and all(word[1:] and not word[0].islower() and word[0].isalpha() for word in pair)


def _is_told_of(scene: Scene, note: int, name: str) -> bool:
    """Tell whether the site or another paragraph bears the name: the article is about who bears it."""
    if any(site.startswith(squeeze(name)) for site in scene.context.headline.names):
        return True
    measures = scene.measures
    told = [
        at for at in range(scene.start, note) if measures.ended[at] or measures.words[at] not in _LINE_WORDS
    ]
    return any(name in measures.keys[at] for at in told)


def _lines(scene: Scene) -> tuple[str, ...]:
    """The lines that may name the author, if the headline does not."""
    headline, keys, words = scene.context.headline, scene.measures.keys, scene.measures.words
    title = f" {fold(headline.text or '')} "
    first = max(headline.block + _REACH.start, 0)
    stop = min(headline.block + _REACH.stop, max(scene.start, headline.block + _BELOW), len(keys))
    lines = [
        keys[index]
        for index in range(first, stop)
        if index != headline.block
        and words[index] in _LINE_WORDS
        and not scene.measures.ended[index]
        and _may_name(scene, index)
    ]
    lines += declared_names(headline, scene.context.page.hints)
    bare = (" ".join(word.strip(_EDGES) for word in line.split()) for line in lines)
    return tuple(f" {line} " for line in bare if f" {line} " not in title)


def _may_name(scene: Scene, index: int) -> bool:
    """Tell whether a line of a dump opens like a byline, is a name's few words, or holds a date.

    Captions and excerpts stand there too, and elements tell them from names in HTML alone.
    """
    if scene.context.page.kind is Kind.HTML or scene.measures.words[index] <= _FEW_WORDS:
        return True
    return scene.firsts[index] in scene.lexicon.words["byline"] or index in scene.numbered


AUTHOR_NOTES = Rule("author_notes", find_author_notes, (_NOTE,))
