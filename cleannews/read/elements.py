"""What the names and attributes of HTML elements mean to reading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

INLINE = 0
"""Part of the block around it: ``span``, ``em``. Every name without a hyphen that is not in :data:`ROLES`."""
BLOCK = 1
"""Breaks the text before and after it."""
LIST = 2
"""A block that sets in what is in it. The last of the blocks: roles up to here, but the first, are blocks."""
LINK = 3
STRONG = 4
BREAK = 5
"""``br``: one is a line break, two are a block break."""
IMAGE = 6
SKIP = 7
"""Its text is neither shown nor text of the page: script, style, svg, noscript, title."""
META = 8
"""Hints without text."""
UNSHOWN = 9
"""A block whose text stands in for something that browsers show instead."""
BUTTON = 10
"""A block, but inside a paragraph a part of the sentence."""
TIME = 11
"""Inline, and a mark even without attributes."""
CUSTOM = 12
"""An element of the page's own, by the hyphen in its name (HTML 4.13.3): a block where one may begin. Style
sheets say what it is; where text waits before it, and inside paragraphs, it is a word of the sentence."""

_BLOCKS = """
    html body address article aside blockquote caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav
    noframes ol optgroup option p plaintext pre search section select summary table tbody td textarea tfoot th
    thead tr ul xmp
"""
"""HTML 15.3: what the suggested style sheet displays as blocks, list items and parts of tables; and the
form fields that hold text of their own."""

ROLES: dict[str, int] = {
    **dict.fromkeys(_BLOCKS.split(), BLOCK),
    **dict.fromkeys(("ul", "ol", "menu", "dir", "dl"), LIST),
    "a": LINK,
    "b": STRONG,
    "strong": STRONG,
    "br": BREAK,
    "img": IMAGE,
    "amp-img": IMAGE,
    **dict.fromkeys(("script", "style", "svg", "noscript", "template", "title"), SKIP),
    **dict.fromkeys(("meta", "link", "base"), META),
    **dict.fromkeys(("iframe", "video", "audio", "canvas", "object", "noembed"), UNSHOWN),
    "button": BUTTON,
    "time": TIME,
    **dict.fromkeys(
        ("span", "em", "i", "u", "font", "small", "sup", "sub", "picture", "source", "label"), INLINE
    ),
    **dict.fromkeys(("path", "input", "cite", "abbr", "mark"), INLINE),
}
"""What is not listed is looked at by name: common inline elements are listed, because that costs a call."""

_HOLDERS = "html body center div td article section main header aside footer form nav figure span"
HOLDERS = frozenset(_HOLDERS.split())
"""Elements that hold blocks: in headings and items, what is inline by its name is part of a sentence."""

OPAQUE = frozenset({"textarea", "xmp", "iframe", "noembed"})
"""Elements whose content the parser takes as bare text, and whose text is text of the page."""

_VOID = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(_VOID.split())
"""Elements without content or end tag (HTML 13.1.2)."""

CELLS = frozenset({"td", "th"})
ARTICLE = frozenset({"article", "main"})
"""Elements that hold what a page is about."""

SUBHEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
HEADINGS = SUBHEADINGS | {"h1"}
PREFORMATTED = frozenset({"pre", "textarea", "plaintext", "listing", "xmp"})

_AFTER_SVG = "body blockquote center div dl dt dd h1 h2 h3 h4 h5 h6 li main nav ol p pre section table ul"
LEAVES_SVG = frozenset(_AFTER_SVG.split())
"""Start tags that end a forgotten ``</svg>`` (HTML 13.2.6.5, and ``main``, ``section`` besides)."""

_UNSHOWN_STYLE = re.compile(r"(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)")
_BLOCK_STYLE = re.compile(r"(?:^|[;\s])display\s{0,9}:\s{0,9}block(?![\w-])")
_INITIAL_STYLE = re.compile(
    r"font-size\s{0,9}:\s{0,9}(?:[2-9](?:\.\d{1,4})?r?em|[3-9]\d(?:\.\d{1,4})?px|[1-9]\d\dpx|[2-9]\d\d(?:\.\d{1,4})?%)"
)
"""Letters twice as large as those around them and more: with a float, the initial of a paragraph."""


def is_set_as_block(attrib: Mapping[str, str]) -> bool:
    """Tell whether an element is made a block by its own attributes.

    >>> is_set_as_block({"style": "color:red; display:block"})
    True
    >>> is_set_as_block({"style": "display: inline-block"})
    False
    """
    style = attrib.get("style", "").lower()
    if "block" not in style or _BLOCK_STYLE.search(style) is None:
        return False
    return "float" not in style or _INITIAL_STYLE.search(style) is None


def is_unshown(tag: str, attrib: Mapping[str, str]) -> bool:
    """Tell whether an element is kept from the reader by its own attributes.

    ``aria-hidden`` does not count: sites set it on visible copies of what is read aloud elsewhere. The root
    and the body count as shown: where they are hidden, a script shows them once it has run. Classes for
    screen readers do not count either: in the development corpora their spans stand outside the article but
    for six, of which three are part of its text; the names of the block tell of them.

    >>> is_unshown("div", {"style": "color:red; display: none"}), is_unshown("div", {"aria-hidden": "true"})
    (True, False)
    """
    if tag in ("html", "body"):
        return False
    if "hidden" in attrib:
        return True
    style = attrib.get("style", "").lower()
    return ("none" in style or "hidden" in style) and _UNSHOWN_STYLE.search(style) is not None
