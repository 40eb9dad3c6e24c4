"""Invitations that name a network, or the site itself, wherever in the line they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from cleannews.label.masthead import squeeze
from cleannews.label.measures import fold
from cleannews.label.rules.appeals import CLAUSE, QUOTES, appeal_words, bare
from cleannews.label.stored import read_stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cleannews.label.rules.appeals import AppealWords
    from cleannews.label.rules.scene import Scene

_WORDS = range(4, 46)
_NAME_CHARS = 5
"""Letters that a site's name must have to be looked for inside a line."""
_NEAR = 3
"""Words between "our", the network and "channel" at most."""
_SIGNS = re.compile(r"^[^\w\"'“”„«»‘’「『]+")
"""Pictures and arrows before a line."""


def channel_of(scene: Scene, index: int) -> tuple[str, bool]:
    """Tell which channel of the site a line invites to, and whether that is beyond doubt; else nothing.

    "Our WhatsApp channel", in any clause; or a clause that begins or ends with a verb of invitations, and
    in the line a network and a word for the site. The site's own name and a channel that is no network are
    in doubt: "Subscribe to the Harbour Post Podcast!" companies write in their articles.
    """
    text = scene.texts[index]
    if scene.measures.words[index] not in _WORDS or text[0] in QUOTES:
        return "", False
    key = scene.measures.keys[index]
    network = _networks().search(key)
    own = _is_own(scene, key)
    if network is None and not own:
        return "", False
    words = list(map(bare, key.split()))
    for language in _asking(text):
        ours = own or not language.ours.isdisjoint(words)
        thing = language.find_object(words) or (network[0] if network else "")
        if ours and thing:
            return thing, network is not None
    return (_ours(words, scene.context.language) if network else ""), True


def _is_own(scene: Scene, key: str) -> bool:
    """Tell whether a line has the site's name, whose last letters another case may change."""
    names = [name for name in scene.context.headline.names if len(name) >= _NAME_CHARS]
    line = squeeze(key) if names else ""
    return any(name[: max(_NAME_CHARS, 3 * len(name) // 4)] in line for name in names)


def _asking(text: str) -> Iterator[AppealWords]:
    """Yield the languages in whose words a clause invites; a capital begins one where no point stands."""
    line = fold(_SIGNS.sub("", text))
    clauses = [clause.split() for clause in CLAUSE.split(line) if clause.strip()]
    capitals = [fold(word) for word in text.split()[1:] if word[0].isupper()]
    begins, ends = invites("begins"), invites("ends")
    for word in (*(clause[0] for clause in clauses), *capitals):
        yield from begins.get(bare(word), ())
    for clause in clauses:
        yield from ends.get(bare(clause[-1]), ())


def _ours(words: Sequence[str], language: str | None) -> str:
    """The network in "our WhatsApp channel", in the words of the page's language."""
    told = _languages().get(language or "")
    if told is None:
        return ""
    places = [place for place, word in enumerate(words) if _networks().search(word)]
    ours = [place for place, word in enumerate(words) if word in told.ours]
    channels = [
        place
        for place, word in enumerate(words)
        if told.find_object([word]) and (place not in places or "-" in word)
    ]
    for place in places:
        if _is_near(place, ours) and _is_near(place, channels):
            return words[place]
    return ""


def _is_near(place: int, others: Iterable[int]) -> bool:
    return any(abs(place - other) <= _NEAR for other in others)


@lru_cache(maxsize=1)
def _networks() -> re.Pattern[str]:
    """The pattern of names of networks, in all scripts."""
    return re.compile("|".join(map(re.escape, read_stored("invitations")["named"])))


@lru_cache(maxsize=1)
def _languages() -> Mapping[str, AppealWords]:
    """Load the words for the site and for what readers are invited to, by language."""
    stored = read_stored("invitations")
    return {
        language: appeal_words(lists["ours"], (*lists["channels"], *stored["networks"]))
        for language, lists in stored["languages"].items()
    }


@lru_cache(maxsize=2)
def invites(place: str) -> Mapping[str, Sequence[AppealWords]]:
    """Words that begin or end an invitation -> the words of the languages that have them there.

    Args:
        place: ``"begins"`` or ``"ends"``.
    """
    found: defaultdict[str, list[AppealWords]] = defaultdict(list)
    for language, lists in read_stored("invitations")["languages"].items():
        for word in lists.get(place, ()):
            found[word].append(_languages()[language])
    return dict(found)
