"""Readers' comments: counters, headings and what stands under them."""

from __future__ import annotations

import re
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING

from cleannews.label.lexicon import load_lexicon
from cleannews.label.rules.counters import counters_of, named_count, plain_count
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from cleannews.label.context import Context, Verdict
    from cleannews.label.rules.scene import Scene

_COMMENTS = Label.COMMENTS
"""Bound once: looking a member up costs five times what comparing it does."""
_COUNTER = Reason("comment_counter", Label.COMMENTS, 0.997)
"""Set, not measured: the development corpora hold no such counters."""
_SECTION = Reason("comment_section", Label.COMMENTS, 0.971)
_SIGNED = Reason("signed_comment", Label.COMMENTS, 0.996)
"""Set: the development corpora hold no such dump."""

_COUNT_THEN_WORD = re.compile(r"\(?(?P<count>\d{1,9}) ?\)? ?(?P<word>[^\d():：（）]{1,30})")
_WORD_THEN_COUNT = re.compile(
    r"(?P<word>[^\d():：（）]{1,29}[^\d\s():：（）]) ?[:：]? ?[(（]?(?P<count>\d{1,9}) ?[件개条條]?[)）]?"
)
"""Words of two parts (``bình luận``), and letters with vowel signs, which are no letters by themselves."""

_NEAR = 3
"""Lines between a heading and its counters at most."""


def find_counters(scene: Scene) -> Iterator[Verdict]:
    """Name ``NAME: number`` lines under a comments heading or under another counter."""
    for index in scene.counters:
        yield _COUNTER.at(index, "counters of comment systems")
    for index in scene.numbered:
        if scene.lines[index] is None and plain_count(scene.texts[index]) is not None:
            yield _COUNTER.at(index, "a number of comments")
    if _COMMENTS not in scene.lines:
        return
    near = -_NEAR - 1
    for index, label in enumerate(scene.lines):
        if label is _COMMENTS:
            near = index
            if index > scene.end and "".join(scene.texts[index + 1 : index + 2]).isdecimal():
                yield _COUNTER.at(index + 1, f"number under block {index}")
        elif index - near <= _NEAR and scene.measures.words[index] <= _NEAR:
            found = named_count(scene.texts[index])
            if found:
                yield _COUNTER.at(index, f"counter under block {near}")
                near = index


def find_sections(scene: Scene) -> Iterator[Verdict]:
    """Name what follows a comments heading behind the article, up to another kind of furniture."""
    heading = scene.comments
    below = enumerate(scene.lines[heading + 1 :], start=heading + 1)
    inside = takewhile(lambda block: block[1] not in _ENDS_SECTION, below)
    section = [index for index, label in inside if label is None]
    reason = _SIGNED if _are_signed(scene, heading, section) else _SECTION
    for index in section:
        yield reason.at(index, f"under block {heading}")


def _are_signed(scene: Scene, heading: int, section: Sequence[int]) -> bool:
    """Tell whether a heading with a number stands above blocks that begin with who says them.

    ``Dave M: ...``, ``J. Caramelo (Lausana) - 10-05-2008 21:14 ...``.
    """
    if not section or not any(map(str.isdigit, scene.texts[heading])):
        return False
    return all(_SPEAKER.match(text) or _DATED.match(text) for text in map(scene.texts.__getitem__, section))


_SPEAKER = re.compile(r"[^\W\d_][\w.'’-]{0,23}(?: [\w.'’-]{1,24}){0,2} ?[:：] ?\S")
"""Up to three words, a colon, and what is said."""
_DATED = re.compile(
    r"[^\W\d_][\w.'’ ()-]{1,40}[,|·–—-]? ?"
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d),? ?\d{1,2}[:.h]\d\d\b"
)
"""A name, a place in brackets, a day and a time."""


_ENDS_SECTION = frozenset(
    {Label.RELATED, Label.NAVIGATION, Label.LEGAL, Label.NEWSLETTER, Label.ADVERT, Label.TAGS}
)


def comment_counts(context: Context, verdicts: Sequence[Verdict]) -> dict[str, int]:
    """Read the comment counters of a page.

    Args:
        context: The page under labelling.
        verdicts: Settled verdicts, of which those labelled comments are read.

    Returns:
        Number of comments by counter: the lower-case name of the comment system, or ``comments`` where the
        counter names none; the first counter of a name counts.
    """
    words = load_lexicon().words["comment"]
    counts: dict[str, int] = {}
    texts = [context.page.segments[verdict.index].text for verdict in verdicts if verdict.label is _COMMENTS]
    for text, behind in pairwise((*texts, "")):
        told = f"{text} {behind}" if behind.isdecimal() else text
        hosted = counters_of(told)
        if hosted:
            for name, count in hosted.counts.items():
                counts.setdefault(name, count)
            continue
        plain = _COUNT_THEN_WORD.fullmatch(told) or _WORD_THEN_COUNT.fullmatch(told)
        if plain and plain["word"].casefold() in words:
            counts.setdefault("comments", int(plain["count"]))
        elif (number := plain_count(told)) is not None:
            counts.setdefault("comments", number)
        elif named := named_count(text):
            counts.setdefault(named["name"].casefold(), int(named["count"]))
        elif (number := _opening_count(text)) is not None:
            counts.setdefault("comments", number)
    for name, number in islice(_beside_other_things(context, verdicts, words), 1):
        counts.setdefault(name, number)
    return counts


def _opening_count(text: str) -> int | None:
    """Read a count in brackets at the beginning of a line that says more: "Comments (12) Closed".

    >>> _opening_count("Comments (12) Closed"), _opening_count("Comments closed")
    (12, None)
    """
    bracket = text.find(")")
    return plain_count(text[: bracket + 1]) if 0 < bracket < _OPENING_CHARS else None


def _beside_other_things(
    context: Context, verdicts: Sequence[Verdict], words: Container[str]
) -> Iterator[tuple[str, int]]:
    """Yield counts that stand above the text: in the byline, beside the day, behind a share button."""
    for verdict in takewhile(lambda verdict: verdict.label is not Label.BODY, verdicts):
        text = context.page.segments[verdict.index].text
        if len(text) <= _BESIDE.get(verdict.label, 0):
            numbers = (found for found in _NUMBER.finditer(text) if _counts(found, words))
            yield from (("comments", int(found[0])) for found in numbers)


def _counts(found: re.Match[str], words: Container[str]) -> bool:
    """Tell whether a word for comments stands directly before a number, or a space and one behind it."""
    text = found.string
    before = text[: found.start()].rstrip(" :：(（")
    behind = _WORD_BEHIND.match(text, found.end())
    last = _LAST_WORD.search(before, max(0, len(before) - _WORD_CHARS))
    told = (last and last[0], behind and behind["word"])
    return any(word is not None and word.casefold() in words for word in told)


_OPENING_CHARS = 40
_BESIDE = {Label.BYLINE: 160, Label.DATELINE: 160, Label.SHARE: 60, Label.OTHER: 40}
"""Characters of blocks above the text that may hold a count."""
_NUMBER = re.compile(r"(?<![\d.:/-])\d{1,6}(?![\d.:/-])")
_WORD_BEHIND = re.compile(r"\s(?P<word>[^\W\d_]{3,20})(?!\w|\s?[:：(（])")
_LAST_WORD, _WORD_CHARS = re.compile(r"[^\W\d_]{3,20}$"), 20


COMMENTS = (
    Rule("counters", find_counters, (_COUNTER,)),
    Rule("sections", find_sections, (_SECTION, _SIGNED)),
)
