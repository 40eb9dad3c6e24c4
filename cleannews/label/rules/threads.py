"""Readers' comments that a heading counts and that are signed one by one: a thread."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from itertools import compress, pairwise
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.comment_heads import counted_comments, single_begins
from cleannews.label.headline_dates import without_stamp
from cleannews.label.lexicon import load_lexicon
from cleannews.label.parted import UNSPACED
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.stored import read_stored
from cleannews.labels import Label
from cleannews.read.letters import COLONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_COMMENTS = Label.COMMENTS
"""Bound once: looking a member up costs five times what comparing it does."""
_THREAD = Reason("comment_thread", Label.COMMENTS, 0.997)

_SIGNATURE_WORDS, _NAME_WORDS = 16, 6
"""Words of the line that tells who wrote a comment and when, and of the name in it."""
_NEAR, _FAR = 12, 40
"""Blocks between a heading and the first signature (a comment may stand before its own), and behind the last
one; and between two signatures of a thread."""
_UNHEADED, _VARIED = 3, 0.75
"""Signatures with a verb that tell a thread without a heading, and the share of them that differ."""
_BESIDE = "().,:#@[]|•·–-"
_DAY = re.compile(
    r"(?:19|20)\d\d(?!\d)|\d[./-]\s?\d{1,2}[./-]\s?\d\d|\d(?:st|nd|rd|th),? at \d"
    r"|\d[./-]\s?\d{1,2}[./-]?,?\s\d{1,2}:\d\d"
    r"|(?<!\w)(?:ago|hace|il y a|fa|há|temu)(?!\w)|(?<!\w)(?:vor|för|for) (?:\d|ein|en\b|ett?\b|wenigen)"
)
"""A whole day, or a lapse of time: a time of day alone stands before the entries of live reports, too."""
_TIME = re.compile(r"\d{1,2}\s?[:.h]\s?\d\d(?!\d)|\d\s?[ap]\.?m\b|\d\s?時\d|\d\s?시 ?\d")
_NAME = re.compile(r"[^\W\d_]")


class _Words(NamedTuple):
    """What signatures of comments are made of."""

    says: tuple[str, ...]
    posted: tuple[str, ...]
    beside: frozenset[str]
    """Words that stand beside a name and a day."""


def find_threads(scene: Scene) -> Iterator[Verdict]:
    """Name readers' comments from their heading to the end of the thread.

    A heading is a comments phrase or counts comments ("59 Comments on “Rain”"); comments are signed by lines
    of a name and a day ("Ann 3 May 2024 at 17:12"), or a name and a verb ("Ann says:"). Two signatures below
    a heading tell a thread, three with a verb even without one.
    """
    if not scene.prose:
        return
    signed = _signatures(scene)
    if not signed:
        return
    begin, own = _thread(scene, _headings(scene), signed)
    if not own:
        return
    behind = range(own[-1] + 1, min(own[-1] + 1 + _NEAR, len(scene.texts)))
    stop = next((index for index in behind if scene.lines[index] in _ENDS), behind.stop)
    evidence = f"{len(own)} signed comments from block {begin} on"
    for index in range(begin, stop):
        if scene.lines[index] is None:
            yield _THREAD.at(index, evidence)


_ENDS = frozenset(
    {Label.RELATED, Label.NAVIGATION, Label.LEGAL, Label.NEWSLETTER, Label.ADVERT, Label.TAGS, Label.CONSENT}
)


def _headings(scene: Scene) -> dict[int, int]:
    """Find the headings behind the first paragraph, and how many signatures each of them needs."""
    found: dict[int, int] = {}
    singles = compress(range(len(scene.texts)), map(single_begins().__contains__, scene.firsts))
    for index in (*scene.numbered, *singles):
        if index > scene.start:
            count = counted_comments(
                scene.texts[index], scene.measures.keys[index], scene.measures.words[index]
            )
            if count or _counts_behind(scene, index):
                found[index] = count or _SEVERAL
    for index in scene.places(_COMMENTS):
        if index > scene.start:
            found.setdefault(index, _UNHEADED)
    return found


def _counts_behind(scene: Scene, index: int) -> bool:
    """Tell whether a number stands behind a phrase that heads comments: "Diskuse k článku (4)"."""
    stem = _NUMBER_BEHIND.sub("", scene.measures.keys[index])
    return scene.lexicon.lines.get(stem) is _COMMENTS


_NUMBER_BEHIND = re.compile(r"\s?[(\[:]?\s?\d{1,6}[)\]]?$")
_SEVERAL = 2
"""Signatures that a heading with a number needs."""


def _signatures(scene: Scene) -> dict[int, bool]:
    """Find the lines that sign a comment, and whether each does so by a verb, or by name, day and time."""
    words, counts, keys = _words(), scene.measures.words, scene.measures.keys
    found: dict[int, bool] = {}
    for index in scene.numbered:
        if index > scene.start and counts[index] <= _SIGNATURE_WORDS:
            sure = _signs(keys[index], words)
            if sure is not None:
                found[index] = sure
    for index, text in enumerate(scene.texts):
        if text[-1:] in COLONS and index > scene.start and keys[index].endswith(words.says):
            if _names(keys[index], words):
                found[index] = True
            else:
                found.pop(index, None)
    return found


def _names(key: str, words: _Words) -> bool:
    """Tell whether a name stands before the verb that a line ends in, or nothing: on the line above, then."""
    verb = max((verb for verb in words.says if key.endswith(verb)), key=len)
    before = key[: -len(verb)]
    if not before:
        return True
    spaced = UNSPACED.search(verb) is not None or before.endswith(" ")
    return spaced and len(before.split()) <= _NAME_WORDS


def _signs(key: str, words: _Words) -> bool | None:
    """Tell whether a line is a day and at most a name: surely, with name and time; ``None`` if it is not."""
    if _DAY.search(key) is None or key.partition(" ")[0][-1:] == ":":
        return None
    rest, dates = without_stamp(key), load_lexicon().words["date"]
    bare = (one.strip(_BESIDE) for one in rest.split() if _NAME.search(one))
    names = [one for one in bare if one not in words.beside]
    if not names:
        return False if rest != key else None
    named = not dates.issuperset(names)  # "Published on 1 November at 9:30" names nobody
    told = named and _TIME.search(key) is not None and not key[0].isdigit()
    return True if told and len(names) <= _NAME_WORDS else None


def _thread(scene: Scene, headings: dict[int, int], signed: dict[int, bool]) -> tuple[int, list[int]]:
    """Find where the thread begins and the lines that sign its comments; none if there is none."""
    places = sorted(signed)
    for heading in sorted(headings):
        own = _run(places[bisect_left(places, heading + 1) :])
        if own and own[0] - heading <= _NEAR and _suffice(scene, own, signed, headings[heading]):
            return heading, own
    begin = _unheaded(scene, [place for place in places if signed[place]])
    return (begin, _run(places[bisect_left(places, begin) :])) if begin >= 0 else (-1, [])


def _unheaded(scene: Scene, sure: Sequence[int]) -> int:
    """Find where a thread without a heading begins: many speak, and hardly anyone twice.

    Lines that do not speak count if they open with words for that, or the others' ("Soumis par Ann, le ...").
    """
    keys, posted = scene.measures.keys, _words().posted
    opened = Counter(_opening(keys[place]) for place in sure)
    spoken = _run(
        [
            place
            for place in sure
            if scene.texts[place][-1:] in COLONS
            or keys[place].startswith(posted)
            or opened[_opening(keys[place])] >= _UNHEADED
        ]
    )
    names = {keys[place] for place in spoken}
    told = len(names) >= max(_UNHEADED, _VARIED * len(spoken)) and _parted(scene, spoken)
    return spoken[0] if told else -1


def _opening(key: str) -> str:
    """The first two words of a line."""
    return " ".join(key.split(" ", 2)[:2])


def _run(places: Sequence[int]) -> list[int]:
    """Keep the first of some places, up to one that is far from the next."""
    far = next((at for at, (a, b) in enumerate(pairwise(places), 1) if b - a > _FAR), len(places))
    return list(places[:far])


def _suffice(scene: Scene, own: Sequence[int], signed: dict[int, bool], needed: int) -> bool:
    """Tell whether the lines below a heading sign comments: enough of them, with text between."""
    sure = sum(signed[place] for place in own)
    return (len(own) >= needed or sure > 1) and _parted(scene, own)


def _parted(scene: Scene, places: Sequence[int]) -> bool:
    """Tell whether sentences stand behind half of the lines that sign comments; behind teasers' days none do.

    Of lines below each other, a name and a day, the last one counts.
    """
    ended = scene.measures.ended
    lasts = [place for place, after in zip(places, (*places[1:], -1), strict=True) if after != place + 1]
    stops = (*lasts[1:], len(ended))
    told = [any(ended[place + 1 : stop]) for place, stop in zip(lasts, stops, strict=True)]
    return 2 * sum(told) >= len(told)


@lru_cache(maxsize=1)
def _words() -> _Words:
    stored = read_stored("comment_threads")
    return _Words(
        tuple(stored["says"]),
        tuple(stored["posted"]),
        frozenset(stored["beside"]),
    )


THREADS = Rule("threads", find_threads, (_THREAD,))
