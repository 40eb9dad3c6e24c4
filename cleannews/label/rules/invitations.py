"""Lines that invite readers to follow, hear, load or support the site itself, in their own words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cleannews.label.rules.appeals import CLAUSE, QUOTES, bare, question_in
from cleannews.label.rules.channels import channel_of, invites
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.stored import read_stored
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Verdict
    from cleannews.label.rules.appeals import AppealWords
    from cleannews.label.rules.scene import Scene

_INVITATION = Reason("invitation", Label.NEWSLETTER, 0.996)
"""Set; on the pages of the four development corpora 117 lines are such, and none is in the gold. Of 14 that
invite behind a question one is."""

OWN_CHANNEL = Reason("own_channel", Label.NEWSLETTER, 0.9)
"""The site's own name and a channel of it. Of eight such lines of the development corpora one is in the gold:
the score decides, and the place, as at an edge of the text they go."""

_ASKING = range(5, 26)
"""Words of one that follows a question."""
_FOLLOWED, _JOINERS, _JOINER_CHARS = range(2, 9), 1, 4
"""Words before the first network ("Follow the Herald on"), and the small word between the networks."""
_WORDS = range(3, 26)
"""Words of an invitation; paragraphs are longer, and shorter lines are phrases of the lexicon."""


def find_invitations(scene: Scene) -> Iterator[Verdict]:
    """Name lines that begin or end with an invitation and speak of the site and of a channel of it.

    All three in words of one language: a manual says "Download the app", and not "our app". Whose networks a
    line names that says "follow" and ends in them, does not matter. Where a line names a network, or the site
    itself, the invitation may stand at any clause.
    """
    spoken = set(_following(scene))
    for index in sorted(spoken):
        yield _INVITATION.at(index, "follow, and nothing but names of networks at the end")
    begins, ends = invites("begins"), invites("ends")
    keys, words = scene.measures.keys, scene.measures.words
    places = [index for index, first in enumerate(scene.firsts) if first in begins]
    # the languages that end with the verb have other letters than ASCII in nearly every line
    others = [index for index, key in enumerate(keys) if not key.isascii()]
    places += [index for index in others if words[index] in _WORDS and keys[index].rpartition(" ")[2] in ends]
    places += [index for index, key in enumerate(keys) if words[index] in _ASKING and question_in(key)]
    for index in dict.fromkeys(places):
        if index not in spoken and words[index] in _WORDS and scene.texts[index][:1] not in QUOTES:
            found = (*begins.get(scene.firsts[index], ()), *ends.get(keys[index].rpartition(" ")[2], ()))
            channel = _channel(keys[index].split(), found) or _after_question(keys[index])
            if channel:
                spoken.add(index)
                yield _INVITATION.at(index, channel)
    for index in [index for index in scene.reach() if index not in spoken]:
        channel, certain = channel_of(scene, index)
        if channel:
            yield (_INVITATION if certain else OWN_CHANNEL).at(index, channel)


def _after_question(key: str) -> str:
    """The channel that a line invites to behind a question: "Want more? Sign up for the newsletter"."""
    question = question_in(key)
    if question is None:
        return ""
    begins, ends = invites("begins"), invites("ends")
    words = [bare(word) for word in key.split()]
    for clause in filter(None, map(str.split, CLAUSE.split(key[question.end() :]))):
        for language in (*begins.get(clause[0], ()), *ends.get(clause[-1], ())):
            channel = language.find_object(words)
            if channel:
                return channel
    return ""


def _following(scene: Scene) -> Iterator[int]:
    """Yield the lines that say "follow NAME on" and end in names of networks."""
    follows, networks = _followed()
    for index in [index for index, first in enumerate(scene.firsts) if first in follows]:
        words = list(map(bare, scene.measures.keys[index].split()))
        if len(words) in _WORDS and scene.texts[index][:1] not in QUOTES and words[-1] in networks:
            first = next(at for at, word in enumerate(words) if word in networks)
            between = [word for word in words[first:] if word not in networks]
            if first in _FOLLOWED and len(between) <= _JOINERS and len("".join(between)) <= _JOINER_CHARS:
                yield index


@lru_cache(maxsize=1)
def _followed() -> tuple[frozenset[str], frozenset[str]]:
    """Load words for "follow", and names of networks as they end a line."""
    stored = read_stored("invitations")
    return frozenset(stored["follows"]), frozenset(stored["followed_on"])


def _channel(words: Sequence[str], languages: Sequence[AppealWords]) -> str:
    """The word for a channel of the site, of the first language that has one; nothing if none has."""
    plain = list(map(bare, words))
    told = (language for language in languages if not language.ours.isdisjoint(plain))
    return next(filter(None, (language.find_object(plain) for language in told)), "")


INVITATIONS = Rule("invitations", find_invitations, (_INVITATION, OWN_CHANNEL))
