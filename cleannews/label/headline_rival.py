"""Two lines that both read like the headline: the one above is it, the one below its standfirst."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.departments import is_front_page
from cleannews.label.headline_dates import is_signed
from cleannews.label.headline_furniture import is_masthead
from cleannews.label.headline_lines import opens_title, read
from cleannews.label.headline_weights import MOST_READ, WEIGHTS, by_name, weigh
from cleannews.label.masthead import squeeze
from cleannews.label.measures import fold
from cleannews.read.letters import CRUMB_ARROWS
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleannews.label.headline_candidate import Candidate
    from cleannews.label.headline_survey import Dump

_RIVAL_WORDS, _SHORT_RIVAL, _LONG = 5, 4, 12
"""Words of a headline above a standfirst; shorter lines are kickers and sections as often. The second where
the line below has more than the third."""
_TOP = 3
"""Lines at the top of a dump that may be the site's name and its menu above a short headline."""
_EQUAL, _NEAR, _FAR = 0.5, 1.5, 2.25
"""By how much the line below may be heavier: the second where it has more words, as standfirsts have, or a
byline parts the two; the third where it is long, or so short that the line above is no kicker of it.

On the dumps of the development corpora in seven layouts the line above was the headline on 48 of such dumps
and the one below on 6; with thresholds chosen without the site's fold 46 and 8. Beyond them the line below
is the headline ten times as often. The third and the byline, chosen on the same dumps, turned the title right
on 11 of four pages and wrong on none.
"""
_BELOW_PATH, _TRAIL_WORDS, _STEP_CHARS = 3.0, 14, 30
"""By how much the heaviest line may be heavier than the one below a path, and words and characters of such a
path and of a step."""
_UNSPACED_WORD = 5
"""Characters of a headline for each of its words, spaces between them or not."""
_REACH = 3
"""Lines around the heaviest one among which it stands again without its path."""
_PATH_WORDS = 4
"""Words of a path without signs; a headline that was broken into lines begins with more."""
_MIN_CHARS = 16
"""Letters and digits of a headline that is known by what it ends with."""
_PATH_SIGN = re.compile(r"\s[›»>＞≫]\s")
_ARROW = re.compile(rf"\s?[{CRUMB_ARROWS}/]\s?")
_PATH_END = re.compile(r"[/»›>|＞≫]\s*$")


def above_standfirst(dump: Dump, lines: Sequence[Candidate], best: Candidate) -> Candidate:
    """Find the headline directly above a line that weighs little more: that one is the standfirst.

    It is so as well, whatever the two weigh, where the ``<title>`` line begins with the line above and its
    kicker.

    Args:
        dump: The surveyed dump.
        lines: Its lines that may be the headline, in order.
        best: The heaviest of them.

    Returns:
        The line above, or the heaviest one.
    """
    rival = next((line for line in reversed(lines) if line.stop <= best.block), None)
    if rival is None or rival.block == dump.title.block or dump.page.layout is Layout.ONE_LINE:
        return best
    most, opened = weigh(best.features) - _counted(best), opens_title(dump, rival.block, rival.text)
    twins = [line for line in lines if line.text == rival.text and line.block <= rival.block]
    twin = max(twins, key=lambda line: weigh(line.features))
    if not opened and weigh(twin.features) + MOST_READ < most - _FAR:
        return best
    if not _may_be_above(dump, rival, best, kicker=opened):
        return best
    whole = twin._replace(features=(*twin.features, *read(dump, twin.block, twin.text)))
    return whole if opened or most - weigh(whole.features) < _lead(dump, rival, best) else best


def _counted(line: Candidate) -> float:
    """Weight of the number of comments below a line, which tells as much of the headline above it."""
    return by_name(line.features)["commented"] * WEIGHTS["commented"]


def _lead(dump: Dump, rival: Candidate, best: Candidate) -> float:
    """By how much a line may be heavier than the headline above it."""
    words = dump.measures.words  # of the first line; texts in Chinese and Japanese have no spaces
    above, below = (max(words[line.block], len(line.text.split())) for line in (rival, best))
    if above >= _RIVAL_WORDS and (below > _LONG or (below <= _SHORT_RIVAL and rival.block >= _TOP)):
        return _FAR
    parted = any(dump.measures.keys[rival.stop : best.block])
    return _NEAR if parted or below > above else _EQUAL


def _may_be_above(dump: Dump, rival: Candidate, best: Candidate, *, kicker: bool) -> bool:
    """Whether a line is long enough for a headline with its kicker, stands directly above and is no name."""
    words, above = dump.measures.words, rival.block - 1
    fewest = _SHORT_RIVAL if words[best.block] > _LONG else _RIVAL_WORDS
    if words[rival.block] + kicker * words[above] < fewest or _PATH_SIGN.search(rival.text):
        return False
    if above >= 0 and words[above] == 1 and dump.dated[above]:
        return False  # a word for "by" on its own line
    if not _may_part(dump, [index for index in range(rival.stop, best.block) if dump.measures.keys[index]]):
        return False
    return squeeze(best.text) not in squeeze(rival.text)


def _may_part(dump: Dump, between: Sequence[int]) -> bool:
    """Whether nothing but a byline and its date part a headline from its standfirst."""
    signed = [is_signed(dump.page.segments[index].text, dump.measures.keys[index]) for index in between]
    return not between or (any(signed) and all(dump.dated[index] for index in between))


def below_path(dump: Dump, lines: Sequence[Candidate], best: Candidate) -> Candidate:
    """Find the line directly below a path of sections: mostly it is the headline.

    Args:
        dump: The surveyed dump.
        lines: Its lines that may be the headline, in order.
        best: The heaviest of them.

    Returns:
        That line if it weighs little less, or the heaviest one.
    """
    below = [line for line in lines if line is not best and _stands_below_path(dump, line)]
    whole = [line._replace(features=(*line.features, *read(dump, line.block, line.text))) for line in below]
    line = max(whole, key=lambda line: weigh(line.features), default=best)
    if line is best or best.block in range(line.block, line.stop):
        return best
    return line if weigh(best.features) - weigh(line.features) < _BELOW_PATH else best


def _stands_below_path(dump: Dump, line: Candidate) -> bool:
    """Tell whether a line is longer than the last step of a path above it, which may be wrapped."""
    words = max(dump.measures.words[line.block], len(line.text) // _UNSPACED_WORD)
    return line.block > 0 and words >= _RIVAL_WORDS and _is_trail(dump, line.block - 1)


def _is_trail(dump: Dump, index: int) -> bool:
    """Tell whether a block is a path of sections: the front page's name and short steps behind signs."""
    if dump.measures.words[index] > _TRAIL_WORDS:
        return False
    crumbs = [crumb for crumb in _ARROW.split(dump.page.segments[index].text) if crumb]
    return (
        len(crumbs) > 1
        and is_front_page(fold(crumbs[0]))
        and all(len(each) <= _STEP_CHARS for each in crumbs)
    )


def below_masthead(dump: Dump, lines: Sequence[Candidate], best: Candidate) -> Candidate:
    """Find the line above byline or date where the heaviest line is the paper's name at the top."""
    line = next((line for line in lines if is_below_masthead(dump, best, line)), None)
    if line is None:
        return best
    return line._replace(features=(*line.features, *read(dump, line.block, line.text)))


def is_below_masthead(dump: Dump, top: Candidate, line: Candidate) -> bool:
    """Whether a line stands above byline or date, and the line at the top is the paper's name.

    The name is known, or has two words with capitals, three before a bar; the line below it has words in
    small letters. Nothing but short lines, a menu, may stand between the two. No title of eleven sets
    of dumps of the development corpora changed by it.
    """
    if top.block or line.block < top.stop or dump.measures.words[line.block] < _SHORT_RIVAL - 1:
        return False
    told, words = any(dump.dated[line.stop : line.stop + 1]), line.text.split()
    menu = all(count < _SHORT_RIVAL for count in dump.measures.words[top.stop : line.block])
    name, *slogan = _BAR.split(top.text, 1)
    most = _NAME_WORDS + len(slogan)
    short = len(name.split()) <= most and all(word[0].isupper() for word in name.split())
    small = any(word[0].islower() for word in words)
    return told and menu and small and (short or is_masthead(name, fold(name)))


_BAR = re.compile(r"\s[|–—-]\s")
_NAME_WORDS = 2


def without_path(dump: Dump, lines: Sequence[Candidate], best: Candidate) -> Candidate:
    """Find the line near by that the heaviest line is, but for the path of sections before it.

    "Home / Rain stops the ferry", "Weather Islands Rain stops the ferry" beside "Rain stops the ferry". What
    stands before must end in a sign of paths or consist of lines of the dump: a kicker may be a part.
    """
    near = range(best.block - _REACH, best.stop + _REACH)
    room = range(_MIN_CHARS, len(best.text))
    around = [line for line in lines if line.block in near and len(line.text) in room]
    bare = squeeze(best.text) if around else ""
    for line in around:
        key = squeeze(line.text)
        ends = _MIN_CHARS <= len(key) < len(bare) and bare.endswith(key)
        if ends and not best.block <= line.block < best.stop and _is_path(dump, best.text[: -len(line.text)]):
            return line._replace(features=(*line.features, *read(dump, line.block, line.text)))
    return best


def _is_path(dump: Dump, path: str) -> bool:
    """Whether a few words end in a sign of paths, or are lines of the dump."""
    if _PATH_END.search(path):
        return True
    words = fold(path).split()
    if not 0 < len(words) <= _PATH_WORDS or not all(map(str.isalpha, words)):
        return False
    return " ".join(words) in dump.first or all(word in dump.first for word in words)
