"""Polls that a site sets between paragraphs: "Poll: Should the ferry sail at night? Vote here"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from cleannews.label.parted import UNSPACED
from cleannews.label.rules.appeals import QUOTES, bare, question_in
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.stored import read_stored
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_POLL = Reason("poll", Label.COMMENTS, 0.995)
_CHARS = range(6, 201)
_REST_CHARS, _REST_SIGNS, _MORE_WORDS = 60, 14, 2
"""Characters of what follows the question, in scripts without spaces too; words behind a call."""
_ASKS = ("?", "？", "؟", ";")
_HEAD = re.compile(r"[\[【(]?([^:：|\]】)?？؟]{2,30}?)\s?[|\]】)]")
"""What stands before the question, up to a bar or in brackets; a colon stands in headings of texts too."""


def find_polls(scene: Scene) -> Iterator[Verdict]:
    """Name a question that a call to vote follows, and one behind a word for a poll and a bar."""
    for index in scene.reach():
        text = scene.texts[index]
        if len(text) not in _CHARS or text[0] in QUOTES:
            continue
        found = _poll(text.casefold())
        if found:
            yield _POLL.at(index, found)


def _poll(line: str) -> str:
    """What tells a line for a poll; nothing if nothing does.

    >>> _poll("should the ferry sail at night? vote here!"), _poll("poll | should the ferry sail?")
    ('vote', 'poll')
    >>> _poll("should the ferry sail at night? vote is set for tuesday."), _poll("poll: who is ahead?")
    ('', '')
    """
    heads, calls = _stored()
    question = question_in(line)
    rest = line[question.end() :].strip() if question else ""
    if rest and len(rest) <= _REST_CHARS:
        found = next((call for call in calls if _calls(rest, call)), "")
        if found:
            return found
    head = _HEAD.match(line) if line.endswith(_ASKS) else None
    return head[1] if head and bare(head[1]) in heads else ""


def _calls(rest: str, call: str) -> bool:
    """Whether what follows a question is a call, and a word or two behind it: "Vote here!"."""
    if UNSPACED.search(call):
        return len(rest) <= _REST_SIGNS and (rest.startswith(call) or rest.rstrip(" !！。▶>").endswith(call))
    if not rest.startswith(call) or rest[len(call) : len(call) + 1].isalnum():
        return False
    behind = rest[len(call) :].split()
    return len(behind) <= _MORE_WORDS and not (behind and rest.endswith((".", "…")))


@lru_cache(maxsize=1)
def _stored() -> tuple[frozenset[str], tuple[str, ...]]:
    """Load what stands before questions, and the calls."""
    languages = list(read_stored("polls")["languages"].values())
    calls = tuple(dict.fromkeys(chain.from_iterable(each["calls"] for each in languages)))
    return frozenset(chain.from_iterable(each["heads"] for each in languages)), calls


POLLS = Rule("polls", find_polls, (_POLL,))
