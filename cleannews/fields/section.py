"""Where on the site the article stands: breadcrumbs and section."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from cleannews.label.departments import is_department, is_front_page, menu_names, path_of, services
from cleannews.label.masthead import squeeze
from cleannews.label.measures import fold
from cleannews.label.rules.front_menus import MENU
from cleannews.label.rules.linked_trails import LINKED
from cleannews.label.rules.marked_trails import MARKED
from cleannews.label.rules.meta_lines import FIELD_REASONS
from cleannews.labels import Label
from cleannews.read.archived import original_address
from cleannews.read.jsonld import text_of, types_of
from cleannews.read.letters import LOWER, UPPER
from cleannews.read.word_lists import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cleannews.article import Block
    from cleannews.fields.evidence import Evidence
    from cleannews.read.jsonld import Node

_SECTION_METAS = (
    "article:section",
    "parsely-section",
    "sailthru.section",
    "cxenseparse:section",
    "og:article:section",
    "articlesection",
    "dc.subject.section",
    "section",
)
_SPLIT = re.compile(r"(?<!\s)\s*(?:[>›»→▸▶/|＞≫｜／]|::|\s[-–—]\s)\s*")
_GLUE = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}])")
_MAX_LINE = 1_000
_MAX_CRUMBS = 10
_MAX_CRUMB_CHARS = 60
"""A longer crumb is the headline or a teaser."""
_ITSELF = "breadcrumb"
"""What screen readers are told that the path is."""
_LONG_CRUMB = 20
"""Letters of a crumb with which no title begins by chance."""
_URL_WORD = re.compile(r"[^\W\d_]+(?:[-_][^\W\d_]+){0,2}")


class Trail(NamedTuple):
    """Breadcrumbs and section with their sources."""

    breadcrumbs: tuple[str, ...]
    breadcrumbs_origin: str
    section: str | None
    section_origin: str


@lru_cache(maxsize=3)
def _words(place: str) -> frozenset[str]:
    """Load the words that name no section.

    Args:
        place: Where they stand: ``addresses`` as a step of an address, ``openers`` before the first crumb
            ("You are here:"), ``crumbs`` as the last one (``正文``).
    """
    stored = json.loads((files("cleannews.fields") / "data" / "sections.json").read_bytes())
    return frozenset(stored[place])


@lru_cache(maxsize=1)
def _you_are_here() -> re.Pattern[str]:
    """What may stand before a path, at the beginning of its line."""
    return re.compile(rf"^\W{{0,3}}(?:{any_of(_words('openers'))})\s?[:：]?\s?", re.IGNORECASE)


def resolve_trail(evidence: Evidence) -> Trail:
    """Resolve breadcrumbs and section.

    Breadcrumbs come from a JSON-LD ``BreadcrumbList``, else from the blocks labelled so; the section from
    JSON-LD, metas, the last crumb that is neither home nor the title, else the address.
    """
    crumbs, origin = _breadcrumbs(evidence)
    section, section_origin = _section(evidence, crumbs, origin)
    return Trail(crumbs, origin, section, section_origin)


def _breadcrumbs(evidence: Evidence) -> tuple[tuple[str, ...], str]:
    for node in evidence.linked.nodes:
        if "breadcrumblist" in types_of(node):
            crumbs = clean_crumbs(_listed(node), title=evidence.headline.text)
            if crumbs:
                return crumbs, "jsonld"
    found = evidence.labelled(Label.BREADCRUMB)
    blocks = [block for block in found if block.reason in (LINKED, MARKED)] or found
    if blocks:
        texts = [block.text for block in blocks if block.index - blocks[0].index < 2 * _MAX_CRUMBS]
        firsts = [_parts(text[:_MAX_LINE])[:1] for text in texts]
        begin = max((place for place, first in enumerate(firsts) if any(map(_is_home, first))), default=0)
        for first in dict.fromkeys((begin, 0)):  # a menu before the path may have been taken for one
            crumbs = clean_crumbs(texts[first:], title=evidence.headline.text)
            if crumbs:
                return crumbs, f"breadcrumb:block {blocks[first].index}"
    return (), ""


def _listed(node: Node) -> list[str]:
    """The names of a ``BreadcrumbList`` in the order of their positions."""
    items = node.get("itemListElement")
    items = [item for item in (items if isinstance(items, list) else [items]) if isinstance(item, dict)]
    items.sort(key=lambda item: _position(item.get("position")))
    names = [text_of(item.get("name")) or text_of(item.get("item")) for item in items[:_MAX_CRUMBS]]
    return [name for name in names if name and not name.startswith(("http://", "https://"))]


def _position(value: object) -> int:
    return int(value) if isinstance(value, (int, float, str)) and str(value).isdigit() else 0


def clean_crumbs(texts: Iterable[str], *, title: str | None) -> tuple[str, ...]:
    """Split lines into crumbs; drop signs, the title, repetitions and what is too long for a crumb.

    >>> clean_crumbs(["Home > News", "Politics", "Rain closes a bridge"], title="Rain closes a bridge")
    ('Home', 'News', 'Politics')
    """
    crumbs: list[str] = []
    bare_title = squeeze(title or "")
    for text in texts:
        for part in _parts(_you_are_here().sub("", text[:_MAX_LINE])):
            crumb = part.strip(" \u00a0.:•·")
            bare = squeeze(crumb)
            if (
                not bare
                or len(crumb) > _MAX_CRUMB_CHARS
                or bare == bare_title
                or _ITSELF in bare
                or (crumbs and crumbs[-1] == crumb)
            ):
                continue
            if _is_cut(part, bare) and bare_title.startswith(bare[:-3] if len(bare) > _LONG_CRUMB else bare):
                continue
            crumbs.append(crumb)
    told = len(crumbs) > 1 and not crumbs[-1].isascii()  # "Articles" may be a section
    article = told and fold(crumbs[-1]) in _words("crumbs")
    return tuple((crumbs[:-1] if article or _ends_in_kicker(crumbs) else crumbs)[:_MAX_CRUMBS])


def _ends_in_kicker(crumbs: Sequence[str]) -> bool:
    """Tell whether the last crumb is the headline's kicker: it alone is in capitals, and no short name.

    >>> _ends_in_kicker(["Home", "Services", "WATER CRISIS"]), _ends_in_kicker(["Home", "Sport", "NBA"])
    (True, False)
    """
    *others, last = crumbs or [""]
    shout = last.isupper() and len(last) >= _KICKER_CHARS
    return shout and len(others) > 1 and not any(crumb.isupper() for crumb in others)


_KICKER_CHARS = 6


def _is_cut(part: str, bare: str) -> bool:
    """Tell whether a crumb may be a title that was cut off: it is long, or dots say so."""
    return len(bare) > _LONG_CRUMB or part.rstrip().endswith(("…", "..."))


def _parts(text: str) -> list[str]:
    """The crumbs of one line; one from the front page's name on, or glued of departments, is taken apart.

    >>> _parts("HomeNewsTheatre"), _parts("NewsPolitics"), _parts("YouTube"), _parts("Home News Film")
    (['Home', 'News', 'Theatre'], ['News', 'Politics'], ['YouTube'], ['Home', 'News', 'Film'])
    """
    parts = _SPLIT.split(text)
    glued = _GLUE.split(text) if len(parts) == 1 else parts
    if len(glued) > len(parts) and (_is_home(glued[0]) or all(is_department(fold(word)) for word in glued)):
        return glued
    return (path_of(text) if len(parts) == 1 else []) or parts


def _section(evidence: Evidence, crumbs: Sequence[str], origin: str) -> tuple[str | None, str]:
    article = evidence.linked.article
    declared = text_of(article.get("articleSection")) if article else None
    if declared:
        return _last_step(_first_listed(declared)), "jsonld"
    for candidate in evidence.meta(*_SECTION_METAS):
        if len(candidate.text) <= _MAX_CRUMB_CHARS and not candidate.text.isdigit():
            return candidate.text, candidate.origin
    for crumb in reversed(crumbs):
        if not _is_home(crumb) and fold(crumb) not in _words("crumbs"):
            return crumb, origin
    return _from_kicker(evidence) or _from_address(evidence)


def _from_kicker(evidence: Evidence) -> tuple[str, str] | None:
    """The department's name alone above the headline, or first among the fields beside it.

    An entry of a menu has others beside it. Where no block shows the headline, nothing stands above it.
    """
    for place in evidence.places:
        if place < 0:
            continue
        if place and _is_kicker(evidence.blocks[:place]):
            return _first_part(evidence.blocks[place - 1].text), f"kicker:block {place - 1}"
        around = evidence.blocks[max(0, place - 2) : place + _FIELDS]
        for block in around:
            first = block.text.split(" / ", 1)[0].split(" | ", 1)[0]
            if block.reason in FIELD_REASONS and is_department(fold(first)):
                return first, f"kicker:block {block.index}"
    return None


def _is_kicker(above: Sequence[Block]) -> bool:
    """Tell whether the last of the blocks above the headline is a department, and no entry of a menu.

    A menu has other departments, or phrases such as "Video" and "Sign in" between its departments. What
    stands in menus beside departments ("Regions") counts as one where nothing of a menu stands above it.
    """
    *others, last = above
    key = fold(_first_part(last.text))
    told = is_department(key)
    other = key in menu_names() and key not in services() and not last.reason.endswith("_phrase")
    if not (told or other) or last.reason == MENU.id:
        return False
    near = [block for block in others[-_ENTRIES:] if not block.reason.endswith("_phrase")]
    return not near or not (is_department if told else menu_names().__contains__)(fold(near[-1].text))


def _first_part(text: str) -> str:
    """The first of the parts of a kicker.

    >>> _first_part("Weather | Storms"), _first_part("POLITICS >")
    ('Weather', 'POLITICS')
    """
    return _PARTS.split(text, maxsplit=1)[0].strip(" >»›|/:")


_PARTS = re.compile(r"\s[|/·•]\s")


_ENTRIES = 3
"""Blocks above a kicker that are looked at; beyond, a menu may well stand by itself."""
_FIELDS = 4
"""Blocks behind the headline among which such a line stands."""


def _is_home(crumb: str) -> bool:
    """Tell whether a crumb is the front page; as a first crumb, ``Top`` is."""
    folded = fold(crumb)
    return folded == "top" or is_front_page(folded)


def _first_listed(declared: str) -> str:
    """The first of several sections in one string."""
    return (
        declared
        if len(declared) <= _MAX_CRUMB_CHARS
        else declared.split(",", maxsplit=1)[0][:_MAX_CRUMB_CHARS].strip()
    )


def _last_step(declared: str) -> str:
    """The last step of a section that is declared as a part of an address.

    >>> _last_step("news/local-news"), _last_step("News / Local"), _last_step("Politics")
    ('Local news', 'News / Local', 'Politics')
    """
    if _STEPS.fullmatch(declared) is None:
        return declared
    last = declared.strip("/").rpartition("/")[2].replace("-", " ").replace("_", " ")
    return last[:1].upper() + last[1:]


_STEPS = re.compile(r"/?[a-z0-9_-]{1,40}(?:/[a-z0-9_-]{1,40}){1,5}/?")


def _from_address(evidence: Evidence) -> tuple[str | None, str]:
    """The first word of the path that is a department or an entry of the page, if more of the path follows.

    As the page spells it. Of 120 first words on WCXB the others are mostly "pages", "en-us", "blogs".
    """
    try:
        path = urlsplit(original_address(evidence.url or "")).path
    except ValueError:
        return None, ""
    parts = [unquote(part) for part in path.split("/") if part]
    for part in parts[:-1]:
        if _URL_WORD.fullmatch(part) and part.lower() not in _words("addresses") and len(part) <= 30:  # noqa: PLR2004 - a slug
            name = part.replace("-", " ").replace("_", " ")
            shown = _shown(evidence, name)
            if shown or is_department(fold(name)):
                return shown or name, "url"
    return None, ""


def _shown(evidence: Evidence, name: str) -> str | None:
    """The first short block that says what a step of an address does, as it spells it."""
    bare, reach = squeeze(name), 2 * len(name) + len(_SIGNS)
    short = (block.text for block in evidence.blocks if len(block.text) <= reach)
    return next((text.strip(_SIGNS) for text in short if squeeze(text) == bare), None)


_SIGNS = " ›>»|/:•·"
"""Signs around an entry."""
