"""Breadcrumbs: the path from the front page to the article, on one line, in lines, or glued."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.departments import is_department, is_front_page, makes_menu, side_by_side
from cleannews.label.masthead import squeeze
from cleannews.label.measures import fold
from cleannews.label.rules.date_lines import holds_whole_date, is_date_line
from cleannews.label.rules.front_menus import MENU, is_front_menu
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import CASE_BORDER, CUT_MARKS, is_bordered
from cleannews.labels import Kind, Label
from cleannews.read.letters import CRUMB_ARROWS
from cleannews.read.page import Join

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_TRAIL = Reason("breadcrumb_trail", Label.BREADCRUMB, 0.998)
_ARROWS = Reason("breadcrumb_arrows", Label.BREADCRUMB, 0.98)
_TITLED = Reason("breadcrumb_titled", Label.BREADCRUMB, 0.998)
"""Set above what an echo of the headline has: the line is one, and its crumbs are asked for."""
_GLUED = Reason("breadcrumb_glued", Label.BREADCRUMB, 0.998)
_LINES = Reason("breadcrumb_lines", Label.BREADCRUMB, 0.998)
_DATE = Reason("date_behind_crumbs", Label.DATELINE, 0.995)
"""Set to what a date below the headline has: beside a path in lines it would pass for an entry of a menu."""

_SEPARATOR = re.compile(rf"[{CRUMB_ARROWS}|/•·∙｜／]+")
_ARROW = re.compile(f"[{CRUMB_ARROWS}]")
_CLOSE_SET = re.compile(r"[•·∙]|\S/\S")
_MOST_CRUMBS = 6
"""Longer runs are menus; the deepest trails seen on the development corpora have six crumbs."""
_TRAIL_CHARS = 250
_TITLED_CRUMBS = 3
"""Crumbs of a path that ends in the headline; of two the first may be the kicker of a ``<title>``, if no
arrow tells."""
_CRUMB_WORDS = 6

_DEPARTMENTS_TOO = frozenset(
    {Label.MEDIA_CONTROL, Label.COMMENTS, Label.NEWSLETTER, Label.TAGS, Label.BYLINE}
)
"""What "Video", "Comment", "Newsletters", "Topics" and "Interview" are on lines of their own."""


def find_trails(scene: Scene) -> Iterator[Verdict]:
    """Name lines such as ``Home › News › Politics``, and menus on one line, before the article's prose."""
    home = scene.lexicon.words["home"]
    for index in range(min(scene.start, len(scene.segments))):
        text = scene.texts[index]
        if len(text) > _TRAIL_CHARS or index == scene.context.headline.block or not _is_parted(text):
            continue
        crumbs = [crumb.strip() for crumb in _SEPARATOR.split(text) if crumb.strip()]
        if not 1 < len(crumbs) <= _MOST_CRUMBS + 1 or len(crumbs[0].split()) > _CRUMB_WORDS:
            continue
        arrows = len(_ARROW.findall(text))
        if _ends_in_title(scene, crumbs, arrows):
            yield _TITLED.at(index, f"{len(crumbs) - 1} crumbs before the headline")
            continue
        if not arrows and _is_menu(crumbs, text):
            yield MENU.at(index, f"{len(crumbs)} departments on one line")
        elif crumbs[0].casefold() in home:
            yield _TRAIL.at(index, f"{len(crumbs)} crumbs from {crumbs[0]}")
        elif len(crumbs) > 2 and arrows >= len(crumbs) - 1:  # noqa: PLR2004 - three make a path
            yield _ARROWS.at(index, f"{len(crumbs)} crumbs between arrows")


def _ends_in_title(scene: Scene, crumbs: list[str], arrows: int) -> bool:
    """Tell whether crumbs from the front page or a department on lead to the headline, which is the last.

    "You are here:" may stand before the first, and the last one may be cut off.
    """
    title, last = squeeze(scene.context.headline.text or ""), squeeze(crumbs[-1])
    if last != title and not (crumbs[-1].endswith(CUT_MARKS) and last and title.startswith(last)):
        return False
    first = fold(crumbs[0].replace("：", ":").rpartition(":")[2])
    if is_front_page(first):
        return arrows > 0 or len(crumbs) >= _TITLED_CRUMBS
    return len(crumbs) >= _TITLED_CRUMBS and is_department(first)


def _is_menu(entries: list[str], text: str) -> bool:
    """Tell whether entries of one line are those of a menu.

    Between dots and tight slashes nothing but departments and the news make one ("Home/News/Sport"); between
    bars and slashes with spaces that is a path as often.
    """
    keys = [fold(entry) for entry in entries]
    return side_by_side(keys) or (_CLOSE_SET.search(text) is not None and makes_menu(keys))


def _is_parted(text: str) -> bool:
    """Tell whether a text holds a separator; of those, ASCII has three."""
    if text.startswith("<"):  # "<Facebook> <Twitter>"
        return False
    if text.isascii():
        return ">" in text or "|" in text or "/" in text
    return _SEPARATOR.search(text) is not None


def find_glued_crumbs(scene: Scene) -> Iterator[Verdict]:
    """Name glued runs such as ``HomeNewsPolitics``: short, from the front page on, before the prose."""
    home = scene.lexicon.words["home"]
    for run in scene.glued:
        if run.start >= scene.start or len(run) > _MOST_CRUMBS:
            continue
        key = scene.measures.keys[run.start]
        begins = key in home or (is_department(key) and _is_between_headlines(scene, run))
        if not begins or not all(_is_crumb(scene, index) for index in run):
            continue
        if not is_front_menu(scene, run):
            for index in run:
                yield _GLUED.at(index, f"glued run of {len(run)} crumbs")
    if scene.context.page.kind is Kind.HTML:
        return
    for index, count in enumerate(scene.measures.words[: scene.start]):
        if count != 1 or not is_bordered(scene.texts[index]):
            continue
        words = CASE_BORDER.split(scene.texts[index])
        begins = words[0].casefold() in home or (
            all(is_department(fold(word)) for word in words)
            and _is_between_headlines(scene, range(index, index + 1))
        )
        if begins and len(words) <= _MOST_CRUMBS and not _is_menu(words, scene.texts[index]):
            yield _GLUED.at(index, f"{len(words)} crumbs in one word")


def _is_crumb(scene: Scene, index: int) -> bool:
    """Tell whether a block may be a crumb: an item, or a glued word that departments too are called by."""
    if scene.items[index]:
        return scene.firsts[index] not in scene.lexicon.words["byline"]
    glued = scene.segments[index].join is Join.GLUED and scene.measures.words[index] == 1
    return glued and scene.lines[index] in _DEPARTMENTS_TOO


def _is_between_headlines(scene: Scene, run: range) -> bool:
    """Tell whether blocks stand alone between headline and echo: there a path need not begin at home."""
    headline = scene.context.headline
    return run.start - 1 == headline.block and run.stop in headline.echoes


def find_crumb_lines(scene: Scene) -> Iterator[Verdict]:
    """Name lines from ``Home`` on directly above or below the headline: a path, or the main menu."""
    headline = scene.context.headline.block
    if headline < 0:
        return
    home, keys = scene.lexicon.words["home"], scene.measures.keys
    echoes = frozenset(scene.context.headline.echoes)  # a storm of copies is looked up one by one
    signed = _signed_above(scene, home)
    run = signed or _beside_headline(scene, home, echoes) or _above_copy(scene, home, echoes)
    if 1 < sum(map(bool, keys[run.start : run.stop])) <= _MOST_CRUMBS:
        reason = MENU if is_front_menu(scene, run) and not signed else _LINES
        for index in run:
            yield reason.at(index, f"{len(run)} lines beside the headline")
        for index in range(run.stop, headline if reason is _LINES else 0):
            if holds_whole_date(scene, index):
                yield _DATE.at(index, "date and time only, between path and headline")


def _signed_above(scene: Scene, home: Collection[str]) -> range:
    """The crumbs above the headline that signs part: ``Home`` ``>`` ``News``, or ``Home»`` ``News``.

    They end where no sign follows; a kicker and a few fields may stand between them and the headline.
    """
    headline, keys = scene.context.headline.block, scene.measures.keys
    near = range(headline - 1, max(headline - 2 * _MOST_CRUMBS - _FIELDS, -1), -1)
    begin = next((index for index in near if keys[index] in home and _is_signed(scene, index)), -1)
    if begin < 0:
        return range(0)
    last = begin
    while _is_signed(scene, last):
        step = last + 1 if keys[last + 1] else last + 2
        if step >= headline or not keys[step] or not _is_crumb(scene, step):
            break
        last = step
    between = headline - last - 1
    return range(begin, last + 1) if last > begin and between <= _FIELDS else range(0)


_FIELDS = 6
"""Blocks between a path and the headline: a kicker, a number, the day."""


def _is_signed(scene: Scene, index: int) -> bool:
    """Tell whether a sign of paths ends a line, or is the next one."""
    signs = scene.texts[index][-1:], "".join(scene.texts[index + 1 : index + 2])
    return any(_SIGN_ALONE.fullmatch(sign) for sign in signs)


_SIGN_ALONE = re.compile(rf"[{CRUMB_ARROWS}/]{{1,2}}")


def _beside_headline(scene: Scene, home: Collection[str], echoes: Collection[int]) -> range:
    """The crumbs directly above the headline, or below it and its copies."""
    headline, keys = scene.context.headline.block, scene.measures.keys
    above = next((i for i in _upward(headline, keys) if keys[i] in home), None)
    if above is not None:
        run = range(above, _crumbs_end(scene, above, headline, echoes))
        stamped = all(_is_stamp(scene, index) for index in range(run.stop, headline))
        return run if stamped or run.stop in echoes else range(0)
    below = headline + 1
    while below in echoes:
        below += 1
    if below < len(keys) and keys[below] in home:
        return range(below, _crumbs_end(scene, below, scene.start, echoes))
    return range(0)


def _above_copy(scene: Scene, home: Collection[str], echoes: Collection[int]) -> range:
    """The crumbs directly above a copy of the headline that stands before the text, below a menu."""
    headline, keys = scene.context.headline.block, scene.measures.keys
    for copy in scene.context.headline.echoes[:_COPIES]:
        if headline < copy <= scene.start:
            above = next((i for i in _upward(copy, keys) if i > headline and keys[i] in home), None)
            if above is None:
                continue
            run = range(above, _crumbs_end(scene, above, copy, echoes))
            if all(_is_stamp(scene, index) for index in range(run.stop, copy)):
                return run
    return range(0)


_COPIES = 4


def _upward(headline: int, keys: tuple[str, ...]) -> Iterator[int]:
    """The blocks above the headline that may be crumbs: lone separators do not count."""
    crumbs = 0
    for index in range(headline - 1, max(headline - 2 * _MOST_CRUMBS, -1), -1):
        crumbs += bool(keys[index])
        if crumbs > _MOST_CRUMBS:
            return
        yield index


def _crumbs_end(scene: Scene, begin: int, limit: int, echoes: Collection[int]) -> int:
    """Where the crumbs end: at the limit, at an echo of the headline, at what is no crumb."""
    keys = scene.measures.keys
    stop = begin
    while stop < min(begin + 2 * _MOST_CRUMBS, limit, len(keys)) and stop not in echoes:
        if keys[stop] and (not _is_crumb(scene, stop) or _is_stamp(scene, stop)):
            break
        stop += 1
    return stop


def _is_stamp(scene: Scene, index: int) -> bool:
    """Tell whether a line is a day, a time or a number: such stand between path and headline."""
    key = scene.measures.keys[index]
    return not key or (is_date_line(key, scene.lexicon.words["date"]) and _YEAR.fullmatch(key) is None)


_YEAR = re.compile(r"(?:19|20)\d\d")
"""An archive's crumb as often as a stamp."""


BREADCRUMBS = (
    Rule("trails", find_trails, (_TRAIL, _ARROWS, _TITLED, MENU)),
    Rule("glued_crumbs", find_glued_crumbs, (_GLUED,)),
    Rule("crumb_lines", find_crumb_lines, (_LINES, MENU, _DATE)),
)
