"""Lines closely below the headline that begin with a given name, or stand below a word for "by" alone."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from cleannews.fields.author_marks import is_furniture
from cleannews.fields.backed_names import is_person_written_about, names_before_date
from cleannews.fields.bylines import openers, words
from cleannews.fields.named import Authors, apart_from_site, without_site
from cleannews.fields.people import read_byline
from cleannews.label.given_names import AND, is_given_name, opens_name
from cleannews.label.headline_furniture import is_masthead
from cleannews.label.measures import fold
from cleannews.label.rules.lone_names import persons_in
from cleannews.label.rules.signed_ends import NAME_BELOW_TEXT
from cleannews.label.uncased_names import is_uncased, is_uncased_name
from cleannews.labels import Label
from cleannews.read.elements import SUBHEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.article import Block
    from cleannews.fields.evidence import Evidence

_REACH = 6
"""Blocks behind the headline among which the line stands; .9 of them are authors there, .5 further below."""
_ABOVE = 2
"""Blocks above the first paragraph among which it stands too."""
_WORD = re.compile(r"[^\W\d_]+")
_PARTED = re.compile(rf"\s?[,،;|/•·]\s{{0,3}}|\s[–—-]\s|\s{AND}\s")
_JOINER = re.compile(rf"{AND}|[,|•·]")
_NAME_CHARS = range(4, 91)
_UNCASED_CHARS = range(3, 91)
"""Of Chinese and Korean names too; two ideographs are a word as often where no date tells a byline."""
_NAME_WORDS = range(2, 5)
_OPENER_CHARS, _CHARS = 24, 40
_HEADS = frozenset((Label.BODY, Label.SUBHEADING, Label.LIST_ITEM))
_NOT_AUTHORS = frozenset(
    (
        *(Label.BODY, Label.STANDFIRST, Label.COMMENTS, Label.TITLE, Label.ECHO, Label.LEGAL),
        *(Label.NAVIGATION, Label.CAPTION),
    )
)


def given_name_lines(evidence: Evidence) -> Iterator[Authors]:
    """Names alone in a line, where the first begins with a given name or the line above says "by".

    No line of a menu, none with a person whom the article is about, none below a word for another part in it
    ("Edited by"). Lines that follow each other make one list. Of 240 such lists that the development corpora
    have where nothing else names an author, nine in ten are right.
    """
    run: dict[str, int] = {}
    last = -1
    for block in evidence.near:
        if run and block.index == last + 1 and _JOINER.fullmatch(block.text):
            last += 1
            continue
        names = _names(evidence, block) if _may_name(evidence, block) else ()
        if run and (not names or block.index > last + 1):
            break
        run.update(dict.fromkeys(names, block.index))
        last = block.index
    if run and not _heads_parts(evidence):
        yield Authors(tuple(run), f"line:block {min(run.values())}")


def signed_ends(evidence: Evidence) -> Iterator[Authors]:
    """The names that stand alone below the last paragraph, where nothing above the text names an author."""
    language = evidence.locale.language
    for block in evidence.labelled(Label.BYLINE):
        if block.reason == NAME_BELOW_TEXT:
            names = without_site(evidence, names_before_date(block.text, language))
            if not any(is_person_written_about(evidence, name) for name in names):
                yield Authors(names, f"line:block {block.index}")


def bracketed_ends(evidence: Evidence) -> Iterator[Authors]:
    """The reporter whom Japanese papers name in brackets at the end: 【大庭 健吾】, （南支局・林さくら）.

    A space between the names or an office before them tells it from notes such as （敬称略）.
    """
    paragraphs = evidence.paragraphs()
    last = paragraphs[-1].index if paragraphs else -1
    behind = evidence.blocks[last + 1 : last + 1 + _BEHIND] if last >= 0 else ()
    ends = [block.text[-_CHARS:] for block in paragraphs[-1:]]
    for text in (*ends, " ".join(block.text for block in behind)):
        found = _BRACKETED.search(text)
        if found:
            yield Authors((" ".join((found[1] or found[2]).split()),), f"line:block {last}")
            return


_BEHIND = 4
"""Blocks behind the last paragraph; the brackets may have been cut at the space."""
_FAMILY, _GIVEN = r"[\u3005\u3400-\u9fff]{1,3}", r"[\u3005\u3040-\u309f\u3400-\u9fff]{1,4}"
_OFFICE = r"[\u3005\u30a0-\u30ff\u3400-\u9fff]{1,10}(?:[支総本]局|部|通信員|記者)"
_BRACKETED = re.compile(
    rf"[【（(](?:({_FAMILY}[ \u3000]{_GIVEN})|{_OFFICE}[・／ ]({_FAMILY}[ \u3000]?{_GIVEN}))[】）)]"
)


def _heads_parts(evidence: Evidence) -> bool:
    """Whether names alone stand between paragraphs, as in a list of books or of the dead."""
    paragraphs = evidence.paragraphs()
    if not paragraphs:
        return False
    between = evidence.blocks[paragraphs[0].index + 1 : paragraphs[-1].index]
    short = (block for block in between if block.label in _HEADS and len(block.text) <= _CHARS)
    return any(persons_in(block.text, language=evidence.locale.language) for block in short)


def _may_name(evidence: Evidence, block: Block) -> bool:
    """Whether length, label and place of a line allow that it names the authors."""
    index = block.index
    fits = len(block.text) in (_NAME_CHARS if block.text.isascii() else _UNCASED_CHARS)
    if not fits or block.label in _NOT_AUTHORS or is_furniture(evidence, block):
        return False
    if evidence.page.segments[index].tag in SUBHEADINGS:
        return False
    if fold(_above(evidence, index)).endswith(words().other_parts):
        return False
    below = any(0 < index - place <= _REACH for place in evidence.places)
    return below or _is_above_text(evidence, index)


def _names(evidence: Evidence, block: Block) -> tuple[str, ...]:
    """The names of a line; none if no name is given or led, or one is that of a person written about."""
    led = _is_opener(evidence, _above(evidence, block.index))
    language = evidence.locale.language
    uncased = not block.text.isascii() and is_uncased(block.text)
    if not led and not uncased and not any(map(is_given_name, _WORD.findall(block.text))):
        return ()
    line = apart_from_site(evidence, evidence.without_dates(block.text))
    names = without_site(evidence, names_before_date(line, language))
    if not led:
        given = partial(is_uncased_name, language=language) if uncased else _is_given
        names = tuple(filter(given, names)) if names and given(names[0]) else ()
        pieces = (piece for piece in _PARTED.split(line) if given(piece))
        names = names or tuple(piece for piece in pieces if read_byline(piece, language=language))
    papers = any(is_masthead(name, fold(name)) for name in names)
    return () if papers or any(is_person_written_about(evidence, name) for name in names) else names


def _above(evidence: Evidence, index: int) -> str:
    return evidence.blocks[index - 1].text if index else ""


def _is_above_text(evidence: Evidence, index: int) -> bool:
    """Whether a line stands closely above the first paragraph, below captions and buttons."""
    first = min((block.index for block in evidence.paragraphs()), default=-1)
    return min(evidence.places) < index and 0 < first - index <= _ABOVE


def _is_given(name: str) -> bool:
    found = name.split()
    return len(found) in _NAME_WORDS and opens_name(found)


def _is_opener(evidence: Evidence, text: str) -> bool:
    """Whether a line is a word for "by" and nothing else."""
    opened = openers(evidence.locale.language).begin(f"{text} Ann") if len(text) <= _OPENER_CHARS else None
    return opened is not None and opened.end() == len(text) + 1
