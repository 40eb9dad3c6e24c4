"""The main menu of a page, which like its breadcrumbs begins at the front page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cleannews.label.departments import fills_menu, side_by_side
from cleannews.label.masthead import own_addresses
from cleannews.label.rules.reason import Reason
from cleannews.labels import Label
from cleannews.read.elements import ARTICLE
from cleannews.read.letters import CRUMB_ARROWS

if TYPE_CHECKING:
    from cleannews.label.rules.scene import Scene

_ARROWS = frozenset(f"{CRUMB_ARROWS}／/")
"""Signs between crumbs; between the entries of a menu stand bars and dots."""

_ENTRIES = 3
"""A menu of the front page and one department is rarer than a path of the two: only elements tell it."""

MENU = Reason("front_menu", Label.NAVIGATION, 0.998)
"""Set to what ``breadcrumb_lines`` has: either way the line is none of the article's."""

_MENU_TAGS = frozenset({"nav", "menu", "header"})
_MENU_WORDS = frozenset({"menu", "mainmenu", "nav", "navbar", "navigation", "topnav", "mainnav"})
_PATH_WORDS = ("crumb", "ariane", "migas", "briciole")
"""What names of path elements hold: crumbs, in English and in other languages."""
_PATH_TAG = "ol"
"""A path is an ordered list (WAI-ARIA practices, "Breadcrumb"), a menu is not."""


def is_front_menu(scene: Scene, run: range) -> bool:
    """Tell the main menu from the path to the article.

    Departments stand side by side in a menu (``Home, Sport, Culture``), and on HTML pages elements tell.
    Arrows between entries, and links each of which goes on where the one before ends, are a path's.

    Args:
        scene: The page.
        run: Blocks in a row, the first of which is the front page.
    """
    entries = [index for index in run if scene.measures.keys[index]]
    if _has_arrows(scene, run) or _descends(scene, entries):
        return False
    told = _told_by_elements(scene, entries[0])
    if len(entries) < _ENTRIES:
        return told is True and not _leads_here(scene, entries[-1])
    if told is not None:
        return told
    keys = [scene.measures.keys[index] for index in entries]
    return side_by_side(keys) or fills_menu(keys)


def _has_arrows(scene: Scene, run: range) -> bool:
    """Tell whether an arrow stands between entries; on HTML pages it is part of one, or of none."""
    return any(not _ARROWS.isdisjoint(scene.segments[index].raw) for index in run)


def _descends(scene: Scene, entries: list[int]) -> bool:
    """Tell whether a link behind the front page's leads to a place below the one before."""
    targets = [(scene.segments[index].href or "").rstrip("/") for index in entries[1:]]
    return any(above and below.startswith(f"{above}/") for above, below in pairwise(targets))


def _leads_here(scene: Scene, index: int) -> bool:
    """Tell whether a link leads to a place above the page, by the address that the page declares."""
    target = _path(scene.segments[index].href or "")
    hints = scene.context.page.hints
    return bool(target) and any(_path(address).startswith(f"{target}/") for address in own_addresses(hints))


def _path(address: str) -> str:
    """The path of an address without its last slash; nothing for one that cannot be read."""
    try:
        return urlsplit(address).path.rstrip("/")
    except ValueError:
        return ""


def _told_by_elements(scene: Scene, index: int) -> bool | None:
    """Tell whether the elements around a block are a menu's or a path's; ``None`` if they do not say."""
    containers = scene.context.page.containers
    tags, names = containers.tags, containers.names
    found = None
    for place in containers.around(scene.segments[index].container):
        if tags[place] in ARTICLE:  # what stands around an article says nothing of what stands in it
            return found
        if tags[place] == _PATH_TAG or any(word in names[place] for word in _PATH_WORDS):
            return False
        words = names[place].replace("-", " ").replace("_", " ").split()
        if tags[place] in _MENU_TAGS or not _MENU_WORDS.isdisjoint(words):
            found = True
    return found
