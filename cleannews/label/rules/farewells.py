"""Lines at the end of an article that ask its readers for a comment, a gift, a hint or a visit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from cleannews.label.parted import UNSPACED, Entry, holds_parts, parted
from cleannews.label.rules.appeals import CLAUSE, QUOTES, AppealWords, appeal_words, bare, question_in
from cleannews.label.rules.closings import MAIL_ADDRESS
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.stored import read_stored
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_FAREWELL = Reason("farewell", Label.NEWSLETTER, 0.996)
"""Set: of 23 such lines on the pages of fundus and fundus-evaluation, and 58 of three kinds of dumps, none
is in the gold; of some 90 on the companies' pages of WCXB two. Of the 1,556 paragraphs of the gold of the two
that are as short none would be one at the end."""
_COMMENT = Reason("comment_request", Label.COMMENTS, 0.996)
"""Such a line that asks for a comment."""
_COPYRIGHT = Reason("copyright_line", Label.LEGAL, 0.996)
"""Set: one on all pages of WCXB is in the gold."""

_LAST = 3
"""Paragraphs at the end among which such lines stand."""
_WORDS = range(2, 31)
_CHARS = 200

_OWNER = re.compile(r"(?:copyright )?(?:©|\(c\)) ?[^.!?]{0,60}(?:19|20)\d\d", re.IGNORECASE)
_HOLDER = re.compile(r"(?:©|\(c\)) ?[^\W\d][^.!?]{1,60}\. \S")
"""A holder, and a sentence on what may be done with the text; a credit of a picture is the name alone."""
_US = ("nos", "ci", "celo", "-nous", "-ne", "نا")
"""End verbs of Romance languages and of Arabic that say "us"."""


def find_farewells(scene: Scene) -> Iterator[Verdict]:
    """Name the short last paragraphs that ask for something, and whose copyright the text is.

    A verb at a clause's beginning or end, what is asked for, and a word for the site or a question before it:
    all in words of one language. Or parts of such lines as they stand in a list.
    """
    for index in _ends(scene):
        text = scene.texts[index]
        if scene.measures.words[index] not in _WORDS or len(text) > _CHARS or text[0] in QUOTES:
            continue
        if _OWNER.match(text) or _HOLDER.match(text):
            yield _COPYRIGHT.at(index, "whose copyright it is")
        else:
            found = _phrase(scene.measures.keys[index]) or _asked_for(text) or _written_to(text)
            if found:
                asks = any(word in scene.measures.keys[index] for word in _comment_words())
                yield (_COMMENT if asks else _FAREWELL).at(index, found)


def _ends(scene: Scene) -> Sequence[int]:
    """The last paragraphs of the text that are short, and the blocks behind it: interviewers ask too."""
    if scene.end < 0:
        return ()
    last = [index for index in scene.prose if index <= scene.end][-_LAST:]
    words = scene.measures.words
    within = list(takewhile(lambda index: words[index] in _WORDS, reversed(last)))
    return [index for index in (*reversed(within), *scene.behind()) if index != scene.context.headline.block]


def _written_to(text: str) -> str:
    """What asks readers to write, in any language: a question, and behind it an address.

    >>> _written_to("Spotted a mistake? Let us know at desk@post.example."), _written_to("Who? Ann.")
    ('an address behind a question', '')
    """
    return "an address behind a question" if "@" in text and _TO_DESK.search(text) else ""


_TO_DESK = re.compile(r"[?？؟][^?？؟@]{0,60}?\S{1,60}@\S{1,60}\.\w{2,12}[.)]?$")


def _phrase(key: str) -> str:
    """The listed phrase that a line holds, its parts in order; nothing if it holds none."""
    by_word, unspaced = _phrases()
    words = map(bare, key.split())
    listed = [entry for word in words if word in by_word for entry in by_word[word]]
    entries = listed if key.isascii() else (*listed, *unspaced)
    return next((phrase for phrase, parts in entries if holds_parts(key, parts)), "")


def _asked_for(text: str) -> str:
    """What a line asks its readers for; nothing if it asks for nothing."""
    line = text.casefold()
    address = MAIL_ADDRESS.search(line) if "@" in line else None
    question = question_in(line)
    if question and address and address.end() >= len(line.rstrip(".")):
        return address[0]
    plain = MAIL_ADDRESS.sub(" ", line) if address else line
    clauses = [clause.split() for clause in CLAUSE.split(plain) if clause.strip()]
    begins, ends = _verbs()
    found = [(clause[0], language) for clause in clauses for language in begins.get(clause[0], ())]
    found += [(clause[-1], language) for clause in clauses for language in ends.get(clause[-1], ())]
    words = [bare(word) for clause in clauses for word in clause] if found else []
    for verb, language in found:
        if question or verb.endswith(_US) or not language.ours.isdisjoint(words):
            thing = language.find_object(words) or ("an address" if address else "")
            if thing:
                return thing
    return ""


_Verbs = Mapping[str, Sequence[AppealWords]]


@lru_cache(maxsize=1)
def _verbs() -> tuple[_Verbs, _Verbs]:
    """Load verbs that begin a clause and that end one, with the languages whose they are.

    Those of invitations to channels, the words for these and for the site are among them.
    """
    stored, invitations = read_stored("farewells")["languages"], read_stored("invitations")
    begins: defaultdict[str, list[AppealWords]] = defaultdict(list)
    ends: defaultdict[str, list[AppealWords]] = defaultdict(list)
    for name, lists in stored.items():
        others = invitations["languages"].get(name, {})
        objects = (*lists.get("objects", ()), *others.get("channels", ()), *invitations["networks"])
        words = appeal_words(others.get("ours", ()), objects)
        for verb in {*lists.get("verbs", ()), *others.get("begins", ())}:
            begins[verb].append(words)
        for verb in {*lists.get("ends", ()), *others.get("ends", ())}:
            ends[verb].append(words)
    return dict(begins), dict(ends)


@lru_cache(maxsize=1)
def _comment_words() -> tuple[str, ...]:
    """Load how words for comments begin."""
    return tuple(read_stored("farewells")["comments"])


@lru_cache(maxsize=1)
def _phrases() -> tuple[Mapping[str, list[Entry]], list[Entry]]:
    """Load the phrases: by their first word, and those of scripts without spaces."""
    spaced: defaultdict[str, list[Entry]] = defaultdict(list)
    unspaced: list[Entry] = []
    for lists in read_stored("farewells")["languages"].values():
        for phrase in lists.get("phrases", ()):
            if UNSPACED.search(phrase):
                unspaced.append(parted(phrase))
            else:
                spaced[bare(phrase.split(" ", 1)[0])].append(parted(phrase))
    return dict(spaced), unspaced


FAREWELLS = Rule("farewells", find_farewells, (_FAREWELL, _COMMENT, _COPYRIGHT))
