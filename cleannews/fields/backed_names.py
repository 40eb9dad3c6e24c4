"""Lines that hold nothing but names, and what says that these are the authors'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleannews.fields.author_marks import BYLINE_CLASSES, classes, is_furniture, is_marked, links_author
from cleannews.fields.named import Authors, apart_from_site, without_site
from cleannews.fields.names import is_role, is_weekday
from cleannews.fields.people import read_byline
from cleannews.label.headline_furniture import is_masthead
from cleannews.label.measures import fold
from cleannews.label.rules.lone_names import NAME_BESIDE_DATE
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.article import Block
    from cleannews.fields.evidence import Evidence

_CLOSE = 4
"""Blocks behind the headline within which a name beside a date is the author's."""
_DATE_CHARS, _LEAD_CHARS = 80, 30
_MENUS = frozenset((Label.NAVIGATION, Label.BREADCRUMB, Label.TAGS))
_NOT_AUTHORS = frozenset(
    (
        *(Label.BODY, Label.STANDFIRST, Label.RELATED, Label.COMMENTS, Label.TITLE, Label.ECHO, Label.LEGAL),
        Label.CAPTION,
    )
)
_TEXT_BLOCKS = 80
"""Paragraphs in which a name is looked up."""
_MENTIONS = 2
"""Paragraphs that name a person whom the article is about; an author is named in none, or in one note."""
_NAME_CHARS = (4, 90)
_MIN_FAMILY = 3
"""Letters of a family name that is looked up in the text."""
_MAX_GAP = 2
"""Blocks from one name of a list of authors to the next: a picture's text or a sign stands between."""
_NAME_PART_CHARS = 4
"""Letters of a word of a name that is looked up in the title; shorter ones are initials and particles."""


def name_lines(evidence: Evidence) -> Iterator[Authors]:
    """Lines near the headline that hold nothing but names, where something says that these are the authors'.

    That is: a class or an address for authors, or a date line beside it and the name again behind the text.
    Lines that follow each other closely make one list.
    """
    run: list[tuple[int, tuple[str, ...]]] = []
    for block in evidence.near:
        if block.label in _NOT_AUTHORS or is_furniture(evidence, block):
            continue
        if not _NAME_CHARS[0] <= len(block.text) <= _NAME_CHARS[1]:
            continue
        names = backed_names(evidence, block)
        if not names:
            continue
        if run and not _are_listed(evidence, run[-1][0], block.index):
            yield _joined(run)
            run = []
        run.append((block.index, names))
    if run:
        yield _joined(run)


def _are_listed(evidence: Evidence, first: int, second: int) -> bool:
    """Whether two lines of names are entries of one list: the same classes, and close to each other."""
    if not 0 < second - first <= _MAX_GAP:
        return False
    return classes(evidence, first) == classes(evidence, second) and is_marked(evidence, second)


def _joined(run: Sequence[tuple[int, tuple[str, ...]]]) -> Authors:
    names = dict.fromkeys(name for _, found in run for name in found)
    return Authors(tuple(names), f"line:block {run[0][0]}")


def backed_names(evidence: Evidence, block: Block) -> tuple[str, ...]:
    """The names of a line, if anything but its capitals says that they are the author's."""
    if not _may_be_backed(evidence, block.index):
        return ()
    language = evidence.locale.language
    line = apart_from_site(evidence, evidence.without_dates(block.text))
    names = names_before_date(line, language)
    if names and _ends_in_weekday(evidence, block, names[0]):
        return ()
    if not names and evidence.dates(block.text) and is_marked(evidence, block.index):
        names = read_byline(before_date(evidence, block), language=language)
    names = without_site(evidence, names)
    return names if names and _is_backed(evidence, block.index, names[0]) else ()


def before_date(evidence: Evidence, block: Block) -> str:
    """A line up to the date behind its names: tags and sections follow there."""
    dates = evidence.dates(block.text)
    head = block.text[: dates[0].start] if dates else ""
    return head if head.strip(" |") else evidence.without_dates(block.text)


def names_before_date(line: str, language: str | None) -> tuple[str, ...]:
    """The names in a line up to its date; the day of the week before it is none, if a name is left without.

    "By Ann Lee Friday, 3 May", but "Von Gustav Freitag".
    """
    names = read_byline(line, language=language)
    head = line.partition(" | ")[0].rstrip(" ,")
    last = head.rpartition(" ")[2]
    if is_weekday(last) and (names or last.islower()):
        return read_byline(head.removesuffix(last), language=language) or names
    return names


def _ends_in_weekday(evidence: Evidence, block: Block, name: str) -> bool:
    """Whether a name is a word and the day of the week of the date behind it: "Lundby Thursday, May 30"."""
    last = name.rpartition(" ")[2]
    dates = evidence.dates(block.text) if is_weekday(last) else ()
    return bool(dates) and block.text[: dates[0].start].rstrip(" ,").endswith(name)


def _may_be_backed(evidence: Evidence, index: int) -> bool:
    """Whether anything may speak for names in a line: asked before they are read, which costs far more."""
    text = evidence.blocks[index].text
    lone = evidence.blocks[index].reason == NAME_BESIDE_DATE
    told = lone or is_marked(evidence, index) or evidence.is_dated(text) or is_role(text)
    return bool(told) or _is_dated_beside(evidence, index)


def _is_dated_beside(evidence: Evidence, index: int) -> bool:
    """Whether one of the two lines before or behind a line is short and holds a date."""
    beside = (*evidence.blocks[max(0, index - 2) : index], *evidence.blocks[index + 1 : index + 3])
    return any(evidence.is_dated(block.text) for block in beside if len(block.text) <= _DATE_CHARS)


def is_person_written_about(evidence: Evidence, name: str) -> bool:
    """Whether a name belongs to the article or to a menu: in its title, its paragraphs or a menu above it."""
    if _is_titled(evidence, name) or _is_phrase(evidence, name) or _is_subject(evidence, name):
        return True
    first = min(evidence.places)
    return any(name in block.text for block in evidence.blocks[: max(0, first)] if block.label in _MENUS)


def _is_backed(evidence: Evidence, index: int, name: str) -> bool:
    """Whether anything but its capitals says that a line is the author's name."""
    if _is_titled(evidence, name) or _is_phrase(evidence, name) or is_masthead(name, fold(name)):
        return False
    if links_author(evidence, index) or classes(evidence, index)[1] in BYLINE_CLASSES:
        return True
    if _is_subject(evidence, name):
        return False
    return is_marked(evidence, index) or _is_signed(evidence, index, name)


def _is_phrase(evidence: Evidence, name: str) -> bool:
    """Whether all words of a line stand in the text in small letters: a heading or a section, not a name."""
    words = {word.casefold().strip(".") for word in name.split()}
    text = " ".join(block.text for block in evidence.paragraphs()[:_TEXT_BLOCKS])
    return all(_holds_word(text, word) for word in words)


def _holds_word(text: str, word: str) -> bool:
    """Whether a word stands in a text by itself; compiling a pattern for each would cost more than all else.

    >>> _holds_word("the rains", "rain"), _holds_word("rains and rain.", "rain")
    (False, True)
    """
    place = text.find(word)
    while place >= 0:
        beside = (text[place - 1 : place], text[place + len(word) : place + len(word) + 1])
        if not any(sign.isalnum() or sign == "_" for sign in beside):
            return True
        place = text.find(word, place + 1)
    return False


def _is_titled(evidence: Evidence, name: str) -> bool:
    """Whether a word of the name stands in the title: a person written about, or a topic."""
    title = (evidence.headline.text or "").casefold()
    return any(len(word) >= _NAME_PART_CHARS and word.casefold() in title for word in name.split())


def _is_subject(evidence: Evidence, name: str) -> bool:
    """Whether the article is about the person: several paragraphs bear the family name."""
    family = name.rpartition(" ")[2].strip(".")
    paragraphs = evidence.paragraphs()[:_TEXT_BLOCKS]
    wanted = family if len(family) >= _MIN_FAMILY else name
    return sum(wanted in block.text for block in paragraphs) >= _MENTIONS


def _is_signed(evidence: Evidence, index: int, name: str) -> bool:
    """Whether a date or a job stands in the line or beside it, and the name is in no menu before it.

    Where the date stands beside the line, the line must follow the headline closely or the name come again.
    """
    blocks = evidence.blocks
    if any(name in block.text for block in blocks[:index] if block.label in _MENUS):
        return False
    text = blocks[index].text
    if evidence.is_dated(text) or (is_role(text) and index > min(evidence.places)):
        return True
    if blocks[index].reason != NAME_BESIDE_DATE and not _is_dated_beside(evidence, index):
        return False
    if blocks[index].label is Label.BYLINE or any(0 < index - place <= _CLOSE for place in evidence.places):
        return True
    folded = name.casefold()
    return any(folded in block.text[: len(name) + _LEAD_CHARS].casefold() for block in blocks[index + 4 :])
