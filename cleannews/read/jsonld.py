"""JSON-LD of a page: parsed once, broken scripts mended, the article's own node picked out."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from cleannews.read.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cleannews.read.page import Hints

Node = dict[str, Any]
"""One JSON-LD object."""

_MAX_CHARS = 2_000_000
"""Longer scripts are not read: the longest JSON-LD in the development corpora has 0.3 million characters."""

_MAX_NODES = 2_000
"""Objects looked at on one page; listings carry some hundreds."""

_MAX_DEPTH = 5
"""Lists and objects around a text; real pages have three. Deeper ones would exhaust the stack."""

_ARTICLE_RANKS = {
    **dict.fromkeys(
        (
            "newsarticle",
            "reportagenewsarticle",
            "analysisnewsarticle",
            "opinionnewsarticle",
            "backgroundnewsarticle",
            "reviewnewsarticle",
            "askpublicnewsarticle",
            "satiricalarticle",
        ),
        0,
    ),
    **dict.fromkeys(("article", "blogposting", "liveblogposting", "report", "advertisercontentarticle"), 1),
    **dict.fromkeys(("techarticle", "scholarlyarticle", "socialmediaposting", "discussionforumposting"), 2),
    **dict.fromkeys(("recipe", "review", "claimreview", "criticreview", "howto", "podcastepisode"), 3),
    **dict.fromkeys(("videoobject", "audioobject", "creativework"), 4),
}
"""schema.org types that describe what the page is about, the most newsworthy first."""

_MEDIA_RANK = 4
"""From here on a node describes the page only if the head repeats its name: most are clips in an article."""

_PAGE_TYPES = frozenset({"webpage", "itempage", "collectionpage", "medicalwebpage"})
_INSIDE = (
    "@graph",
    "mainEntity",
    "mainEntityOfPage",
    "itemListElement",
    "item",
    "author",
    "publisher",
    "hasPart",
)
_MOST_VALUES = 20
"""Authors of one article that are read: a list of all who write for the paper tells nothing."""
_WORD = re.compile(r"\w+")


class LinkedData(NamedTuple):
    """The JSON-LD of a page."""

    article: Node | None = None
    """The node that describes the page's article; ``None`` if no node does."""
    page: Node | None = None
    """The ``WebPage`` node."""
    nodes: tuple[Node, ...] = ()
    """All nodes, in the order of the page, those in ``@graph`` and lists included."""
    broken: int = 0
    """Scripts that no mending made readable."""


def read_jsonld(hints: Hints) -> LinkedData:
    """Read the JSON-LD of a page.

    Args:
        hints: The scripts, and the titles by which the page's own article is told from teasers.

    Returns:
        All nodes, the article's and the page's own among them.
    """
    if not hints.jsonld:
        return LinkedData()
    nodes: list[Node] = []
    broken = 0
    for script in hints.jsonld:
        value = parse_jsonld(script)
        broken += value is None
        nodes.extend(_nodes(value, _MAX_NODES - len(nodes)))
    resolved = [node for node in nodes if len(node) > 1]
    article = _main_article(resolved, titles=_titles(hints))
    page = next((node for node in resolved if types_of(node) & _PAGE_TYPES), None)
    return LinkedData(article, page, tuple(resolved), broken)


def types_of(node: Node) -> frozenset[str]:
    """The schema.org types of a node in lower case, without their address.

    >>> sorted(types_of({"@type": ["https://schema.org/NewsArticle", "Article"]}))
    ['article', 'newsarticle']
    """
    value = node.get("@type")
    words = value if isinstance(value, list) else (value,)
    return frozenset(
        word.rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for word in words if isinstance(word, str)
    )


def text_of(value: object) -> str | None:
    """The text of a JSON-LD value: a string, the first of a list, or an object's name.

    Entities are resolved twice, because content systems escape what is escaped already.

    >>> text_of([{"@value": "Q&amp;amp;A"}])
    'Q&A'
    """
    return _text_of(value, _MAX_DEPTH)


def _text_of(value: object, depth: int) -> str | None:
    if isinstance(value, str):
        return normalise(html.unescape(html.unescape(value)) if "&" in value else value) or None
    if depth and isinstance(value, (list, dict)):
        inner = value[:20] if isinstance(value, list) else (value.get("name"), value.get("@value"))
        return next((text for text in (_text_of(each, depth - 1) for each in inner) if text), None)
    return None


def refer(value: object, nodes: Iterable[Node]) -> object:
    """Follow a bare ``{"@id": ...}`` reference to the node that it names."""
    if isinstance(value, dict) and set(value) <= {"@id", "@type"} and isinstance(value.get("@id"), str):
        return next((node for node in nodes if node.get("@id") == value["@id"]), value)
    return value


def referred(value: object, nodes: Iterable[Node]) -> list[object]:
    """The values of a member, one or a list of them, with references followed; of a long list the first.

    >>> referred({"@id": "#a"}, [{"@id": "#a", "name": "Ann Lee"}]), referred(None, [])
    ([{'@id': '#a', 'name': 'Ann Lee'}], [None])
    """
    values = value if isinstance(value, list) else [value]
    return [refer(one, nodes) for one in values[:_MOST_VALUES]]


def parse_jsonld(script: str) -> object:
    r"""Parse one script; mend what content systems get wrong.

    Mended are HTML comment and CDATA wrappers, raw line breaks and tabs in strings, escapes that JSON does
    not know, trailing commas, a semicolon at the end, several values in a row, and an end that was cut off.

    Returns:
        The value, a list if there are several; ``None`` if nothing can be read.

    >>> parse_jsonld('<!-- {"headline": "Rain, \n again",} -->')
    {'headline': 'Rain, \n again'}
    """
    if not script or len(script) > _MAX_CHARS:
        return None
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return _mend(script)


_WRAPPERS = re.compile(
    r"<!--|-->|/\*\s*<!\[CDATA\[\s*\*/|/\*\s*\]\]>\s*\*/|//\s*<!\[CDATA\[|//\s*\]\]>|<!\[CDATA\[|\]\]>"
)
_ESCAPE = re.compile(r'(\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})|\\')
"""A good escape, or a backslash that begins none."""
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_DOUBLED_COMMA = re.compile(r",\s{0,200},")
_EMPTY_VALUE = re.compile(r'(":\s{0,200})(?=[,}])')


def _mend(script: str) -> object:
    text = _WRAPPERS.sub(" ", script).strip().strip(";").strip("\ufeff \n\t")
    if "&quot;" in text and text.count('"') < text.count("&quot;"):
        text = html.unescape(text)
    values = _values(text)
    if values is None:
        text = _ESCAPE.sub(lambda found: found[1] or r"\\", text)
        text = _DOUBLED_COMMA.sub(",", text)
        text = _EMPTY_VALUE.sub(r"\1null", text)
        text = _TRAILING_COMMA.sub("", text)
        values = _values(text)
    if values is None:
        values = _values(_closed(text))
    if values is None:
        loose = _loose_members(text)
        return loose or None
    return values[0] if len(values) == 1 else values


def _values(text: str) -> list[object] | None:
    """All JSON values in a row; ``None`` if the first one cannot be read."""
    decoder = json.JSONDecoder(strict=False)
    values: list[object] = []
    place = 0
    while place < len(text):
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            break
        values.append(value)
        while place < len(text) and text[place] in " \t\r\n,;":
            place += 1
    return values or None


def _closed(text: str) -> str:
    """Close what a cut-off script left open: the string, then every brace and bracket."""
    stack: list[str] = []
    in_string = escaped = False
    for character in text:
        if in_string:
            in_string = escaped or character != '"'
            escaped = character == "\\" and not escaped
        elif character == '"':
            in_string = True
        elif character in "{[":
            stack.append("}" if character == "{" else "]")
        elif character in "}]" and stack:
            stack.pop()
    if not in_string:
        text = text.rstrip().rstrip(",:")
    return text + ('"' if in_string else "") + "".join(reversed(stack))


_MEMBER = re.compile(
    r'"(@type|headline|datePublished|dateModified|articleSection)"\s{0,20}:\s{0,20}"((?:[^"\\\n]|\\.){1,400})"'
)
_AUTHOR = re.compile(
    r'"author"\s{0,20}:\s{0,20}[\[{\s]{0,40}(?:"@type"\s{0,20}:\s{0,20}"\w{1,30}"\s{0,20},\s{0,20})?"name"\s{0,20}:\s{0,20}"([^"\\\n]{1,200})"'
)


def _loose_members(text: str) -> Node:
    """The members that matter, read one by one from a script that is no JSON: the first of each counts."""
    node: Node = {}
    for name, value in _MEMBER.findall(text):
        node.setdefault(name, value.replace('\\"', '"').replace("\\/", "/"))
    author = _AUTHOR.search(text)
    if author:
        node["author"] = {"name": author[1]}
    return node if "headline" in node or "datePublished" in node else {}


def _nodes(value: object, room: int) -> Iterator[Node]:
    """All objects of a value that may describe a page, outer before inner, at most ``room``."""
    stack = [value]
    while stack and room > 0:
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(reversed(item[:_MAX_NODES]))
        elif isinstance(item, dict):
            room -= 1
            yield item
            stack.extend(item[key] for key in reversed(_INSIDE) if isinstance(item.get(key), (dict, list)))


def _titles(hints: Hints) -> tuple[frozenset[str], ...]:
    """The words of the titles that the head of the page bears."""
    texts = [meta.content for meta in hints.metas if meta.name in {"og:title", "twitter:title"}]
    return tuple(_words(text) for text in (*texts, hints.title or ""))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(html.unescape(text).casefold()))


def _main_article(nodes: list[Node], *, titles: tuple[frozenset[str], ...]) -> Node | None:
    """The article node of the page: one whose headline the head repeats, then the one of the best type."""
    best: tuple[tuple[int, int], Node] | None = None
    for node in nodes:
        rank = min((_ARTICLE_RANKS[word] for word in types_of(node) if word in _ARTICLE_RANKS), default=None)
        if rank is None and "headline" in node and "datePublished" in node:
            rank = 3
        if rank is None:
            continue
        words = _words(text_of(node.get("headline")) or text_of(node.get("name")) or "")
        shown = any(words and 2 * len(words & title) >= len(words) for title in titles)
        if rank >= _MEDIA_RANK and not shown:
            continue
        key = (0 if shown else 1 if words else 2, rank)
        if best is None or key < best[0]:
            best = (key, node)
    return best[1] if best else None
