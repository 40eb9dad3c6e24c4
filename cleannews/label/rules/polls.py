"""Polls that a site sets between paragraphs: "Poll: Should the ferry sail at night? Vote here"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from cleannews.label.parted import UNSPACED
from cleannews.label.rules.appeals import QUOTES, bare, question_in
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.stored import read_stored
from cleannews.labels import Kind, Label

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
        found = _poll(text.casefold()) or ("answers to choose from" if _is_asked(scene, index) else "")
        if found:
            yield _POLL.at(index, found)
        elif text.rstrip().endswith(_ASKS[:3]):
            yield from _tallied(scene, index)
    for index in filter(scene.reach().__contains__, scene.numbered):
        yield from _counted(scene, index)


def _tallied(scene: Scene, index: int) -> Iterator[Verdict]:
    """Name a question, the answers below it that each tell their votes, and the word for a poll above it."""
    below = range(index + 1, min(index + 1 + _MOST_ANSWERS, len(scene.texts)))
    answers = list(takewhile(lambda at: _tally(scene.measures.keys[at]), below))
    if len(answers) < _LEAST_ANSWERS:
        return
    heads, _ = _stored()
    above = index - 1 if index and bare(scene.measures.keys[index - 1]) in heads else index
    for at in range(above, answers[-1] + 1):
        yield _POLL.at(at, "answers with their votes")


def _tally(key: str) -> bool:
    """Tell whether a line ends in a number of votes.

    >>> _tally("38% relieved (612 votes)"), _tally("62% of the 612 voters")
    (True, False)
    """
    found = _TALLY.search(key)
    return found is not None and found["votes"] in _words("counts")


_TALLY = re.compile(r"(?<!\d)\d[\d.,'’\u00a0]{0,9} ?(?P<votes>[^\W\d]{2,20})\)?$")
_LEAST_ANSWERS = 2


def _counted(scene: Scene, index: int) -> Iterator[Verdict]:
    """Name a line of nothing but how many voted, the question closely above it and the answers between."""
    told = _votes(scene.measures.keys[index])
    if not told:
        return
    above = range(index - 1, max(index - 1 - _MOST_ANSWERS, scene.start), -1)
    asked = next((at for at in above if scene.texts[at].rstrip().endswith(_ASKS[:3])), None)
    if asked is None:
        return
    if index - asked <= _FEW_BLOCKS or not any(map(scene.prose.__contains__, range(asked, index))):
        for at in range(asked, index + 1):
            yield _POLL.at(at, told)


def _votes(key: str) -> str:
    """The word for votes of a line of nothing but their number, which stands before or behind it.

    >>> _votes("8,412 votes"), _votes("total votes: 1 206"), _votes("total goals: 12")
    ('votes', 'total votes', '')
    """
    count, total = _COUNT.fullmatch(key), _TOTAL.fullmatch(key)
    if count is not None and count["votes"].strip() in _words("counts"):
        return count["votes"].strip()
    return total["votes"] if total is not None and total["votes"] in _words("totals") else ""


_TOTAL = re.compile(r"(?P<votes>[^\W\d][^\d:：]{1,30}?)\s?[:：]\s?\(?\d[\d.,'\u00a0 ]{0,9}\)?")
_COUNT = re.compile(r"(?:[^\W\d]{3,14}\s?)?\(?\d[\d.,'’\u00a0 ]{0,9}(?P<votes> ?[^\W\d][^\d]{0,20}?)\)?\W?")
"""A number of votes, perhaps behind a button: "8,412 votes", "Abstimmen8'412 Abstimmungen"."""


def _is_asked(scene: Scene, index: int) -> bool:
    """Tell whether a question stands in an element with its answers, buttons or boxes to tick (HTML)."""
    text, containers = scene.texts[index].rstrip(), scene.context.page.containers
    if scene.context.page.kind is not Kind.HTML or not text.endswith(_ASKS[:3]):
        return False
    around = [*containers.around(scene.segments[index].container)]
    if any(containers.tags[place] in _CONTROLS for place in around[:_LEVELS]):
        return False
    for place in around[:_LEVELS]:
        below = scene.inside(place, index, _MOST_ANSWERS + 1)
        if below and containers.tags[place] not in _TOO_LARGE:
            controls = len(below) > 1 and any(_is_control(scene, at) for at in below)
            chosen = controls or containers.tags[place] == "form"
            return chosen and len(below) <= _MOST_ANSWERS and all(_may_answer(scene, at) for at in below)
    return False


def _may_answer(scene: Scene, index: int) -> bool:
    """Tell whether a block may be an answer or a button: below questions of readers stands another one."""
    return scene.measures.words[index] <= _ANSWER_WORDS and not scene.texts[index].endswith(_ASKS[:3])


def _is_control(scene: Scene, index: int) -> bool:
    containers = scene.context.page.containers
    around = islice(containers.around(scene.segments[index].container), 2)
    return any(containers.tags[place] in _CONTROLS for place in around)


_CONTROLS = frozenset({"button", "label"})
_TOO_LARGE = frozenset({"article", "body", "main"})
_LEVELS = 3
"""Elements around a question, of which the first that holds more is the poll's."""
_FEW_BLOCKS = 3
"""Blocks from a question to the number of votes between which all answers may stand in one."""
_MOST_ANSWERS, _ANSWER_WORDS = 10, 8


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


@lru_cache(maxsize=2)
def _words(use: str) -> frozenset[str]:
    """Load words for votes (``"counts"``), or for all of them (``"totals"``)."""
    languages = read_stored("polls")["languages"].values()
    return frozenset(chain.from_iterable(each.get(use, ()) for each in languages))


POLLS = Rule("polls", find_polls, (_POLL,))
