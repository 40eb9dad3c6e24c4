"""What elements of a page mark as its author: by class, by link, by ``rel`` or ``itemprop``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.fields.bylines import words
from cleannews.fields.named import Authors
from cleannews.fields.names import is_collective, is_role
from cleannews.fields.people import read_author, read_byline
from cleannews.label.lexicon import load_lexicon
from cleannews.label.measures import fold
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.article import Block
    from cleannews.fields.evidence import Evidence

_AUTHOR_CLASS = re.compile(
    r"author|byline|writer|contributor|autor|auteur|redakteur|journalist|verfasser|penulis|firma\b|signature"
)
_NAME_CLASS = re.compile(r"(?:author|byline|writer|auteur|autor)[\w-]{0,12}[_-]name\b")
"""Class of an element that holds nothing but the author's name."""
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|autor(?:es|en|i|y)?|auteurs?|people|persons?|profiles?|profil|contributors?|journalists?|by|staff|team|users?"
    r"|redaktion|redaktor|writers?|reporters?|columnists?|firmas?|u|author-?\w{0,20})/|/@",
    re.IGNORECASE,
)
_MAX_MARKED = 4
"""More different names marked as author stand in a list of other articles."""
_NOT_WORDS = frozenset(
    (
        *(Label.BODY, Label.STANDFIRST, Label.COMMENTS, Label.TITLE, Label.ECHO, Label.LEGAL),
        Label.CAPTION,
    )
)
_FURNITURE = frozenset((Label.SHARE, Label.NEWSLETTER, Label.ADVERT, Label.CONSENT, Label.MEDIA_CONTROL))
_MAY_NAME = frozenset((Label.BYLINE, Label.DATELINE, Label.CAPTION))
"""Known phrases of these are agencies as well."""
BYLINE_CLASSES = frozenset(("byline", "author", "by-line", "article-author", "article-byline"))
"""Whole class of an element that holds the author, whatever else stands around it or in the text."""
_USER_NAME = re.compile(r"[^\W\d_]{3,30}")
_MAX_WORD_CHARS = 40
_NAME_WORDS = 4
_SIGNS = frozenset(':：|/／,،、()（）[]【】<>«»"“”?!؟。।۔…#@&+=')
"""No name of a person has one."""


def marked_words(evidence: Evidence) -> Iterator[Authors]:
    """What its own class marks as the author near the headline: a first name, a user name, a team.

    In scripts without capitals any name: there only a word for "by", or a class, tells it from other words.
    """
    for block in evidence.near:
        word = evidence.without_dates(block.text).strip(" |,·-–")
        names = evidence.page.segments[block.index].names
        if block.label in _NOT_WORDS or is_furniture(evidence, block) or len(word) > _MAX_WORD_CHARS:
            continue
        if _is_uncased_name(word) and is_marked(evidence, block.index):
            yield Authors(read_author(word), f"line:block {block.index}")
            continue
        lone = _USER_NAME.fullmatch(word) and not is_role(word) and words().find_end(word) is None
        own = _AUTHOR_CLASS.search(names) or _NAME_CLASS.search(classes(evidence, block.index)[1])
        if (lone and own) or (_is_team(word) and is_marked(evidence, block.index)):
            yield Authors(read_author(word), f"line:block {block.index}", persons=False)


def is_furniture(evidence: Evidence, block: Block) -> bool:
    """Whether a line is a button, a box or a known phrase of a page: "Text Size", "Social Sharing"."""
    if classes(evidence, block.index)[1] in BYLINE_CLASSES:
        return False
    phrase = block.label not in _MAY_NAME and block.reason.endswith(("_phrase", "_phrases"))
    return phrase or block.label in _FURNITURE


def _is_uncased_name(phrase: str) -> bool:
    """Whether a phrase of a script without capitals may be a name: a few words, and no known line or job.

    >>> _is_uncased_name("أحمد سالم"), _is_uncased_name("Ann Lee"), _is_uncased_name("記者")
    (True, False, False)
    """
    if not phrase or phrase.lower() != phrase.upper() or len(phrase.split()) > _NAME_WORDS:
        return False
    letters = sum(map(str.isalpha, phrase))
    signs = sum(sign in _SIGNS or sign.isdecimal() for sign in phrase)
    if letters <= 1 or signs or is_role(phrase) or any(map(phrase.__contains__, words().buttons)):
        return False
    return fold(phrase) not in load_lexicon().lines


def _one_word(text: str) -> tuple[str, ...]:
    """A user name in a marked element: a page that marks it as the author means it."""
    return read_author(text) if 0 < len(text.split()) <= 2 and len(text) <= 40 else ()  # noqa: PLR2004 - user names


def _is_team(phrase: str) -> bool:
    return " " in phrase and is_collective(phrase) and not any(word[0].islower() for word in phrase.split())


def marks(evidence: Evidence) -> Iterator[Authors]:
    """Marked names close to the headline: further off they belong to teasers and comments."""
    place = evidence.headline.block
    for kind in ("rel-author", "author"):
        marks = [
            mark
            for mark in evidence.page.hints.marks
            if mark.name == kind
            and (place < 0 or place - 3 <= mark.segment <= place + 16)
            and not _is_caption(evidence, mark.segment)
        ]
        names: dict[str, str] = {}
        for mark in marks:
            text = mark.text or ("" if "/" in mark.value else mark.value)
            for name in read_byline(text, language=evidence.locale.language) or _one_word(text):
                names.setdefault(name.casefold(), name)
        if 0 < len(names) <= _MAX_MARKED:
            yield Authors(tuple(names.values()), kind)


def _is_caption(evidence: Evidence, index: int) -> bool:
    """Whether a mark stands in a picture's caption, which names the photographer."""
    return 0 <= index < len(evidence.blocks) and evidence.blocks[index].label is Label.CAPTION


def is_linked(evidence: Evidence, shown: Authors) -> bool:
    """Whether the line that names the authors links one of them as such (``rel=author``)."""
    return any(
        mark.name == "rel-author" and mark.segment == shown.block for mark in evidence.page.hints.marks
    )


def is_marked(evidence: Evidence, index: int) -> bool:
    """Whether the line's own class or link is one for authors."""
    return links_author(evidence, index) or _is_marked_name(evidence, index)


def links_author(evidence: Evidence, index: int) -> bool:
    """Whether the line's own link leads to an address for authors."""
    href = evidence.page.segments[index].href
    return bool(href and _AUTHOR_PATH.search(href[:300]))


def _is_marked_name(evidence: Evidence, index: int) -> bool:
    """Whether the line's own class is one for authors."""
    return any(_AUTHOR_CLASS.search(names[:300]) for names in classes(evidence, index))


def classes(evidence: Evidence, index: int) -> tuple[str, str]:
    """The class names of a line and of what holds it."""
    segment, containers = evidence.page.segments[index], evidence.page.containers
    return segment.names, containers.names[segment.container] if segment.container >= 0 else ""
