"""Tags of the page that a converter kept in its Markdown: what Markdown has no sign for.

Pandoc does so for GitHub: ``<div class="menu">`` stands alone on a line, ``<span id="a">`` within one, and a
link that bears a class is ``<a href="/" class="x">Home</a>``. Links become links of Markdown, everything else
is cut out. Code that an article shows stands between backticks and is left alone, and so are escaped tags.
"""

from __future__ import annotations

import re

from cleannews.read.markdown_signs import is_markdown
from cleannews.read.rewriting import Change, Unescaped, rewritten

_BLOCKS = (
    "address|article|aside|blockquote|body|br|button|caption|center|col|colgroup|dd|details|dialog|div|dl|dt"
    "|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|iframe|legend|li|main|nav|ol|optgroup"
    "|option|p|section|select|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul"
)
_INLINE = (
    "abbr|acronym|audio|b|big|cite|del|dfn|em|embed|font|i|img|input|ins|kbd|label|mark|meta|object|param"
    "|picture|q|s|small|source|span|strike|strong|sub|sup|svg|time|track|u|video|wbr"
)
_ATTRIBUTES = r"(?:\s[^<>]{0,3000})?/?"
_FOUND = re.compile(
    r"(?P<code>```(?:[^`]|`(?!``)){0,20000}```|`[^`\n]{1,400}`)"
    rf"|(?<!\\)(?:(?P<opens><a{_ATTRIBUTES}>)|(?P<closes></a\s?>)"
    rf"|(?P<block></?(?:{_BLOCKS}){_ATTRIBUTES}>)|(?P<inline></?(?:{_INLINE}){_ATTRIBUTES}>|<!--[^>]{{0,300}}-->))",
    re.IGNORECASE,
)
_READ = {"opens": "[", "closes": "](#)", "block": "\n", "inline": ""}
"""What is read for a tag; a link without an address is one all the same."""
_PARTS = "div|section|figure|article|header|footer|nav|main|table|t[drh]|tbody|colgroup"
_ALONE = re.compile(
    rf"^[ \t]{{0,40}}</?(?:{_PARTS}){_ATTRIBUTES}>",
    re.MULTILINE,
)
_PARTED = re.compile(rf"{_ALONE.pattern}[ \t]{{0,10}}\r?\n[ \t]{{0,10}}\r?$", re.MULTILINE)
"""The same with a blank line below, as Markdown needs it."""
_LEAST, _MOSTLY = 6, 0.7
"""Lines that begin with a tag, from which on they are no part of what was written; share of them that is
parted from the next line in a page that has few links and headings of Markdown. Of pandoc's pages more than
nine in ten are."""
_OWN = re.compile(r"<(?:p|li|ul|h[1-6])[\s>]", re.IGNORECASE)
"""Elements that Markdown has signs for: no converter keeps many."""


def is_mixed(source: str) -> bool:
    r"""Tell whether a text is Markdown in which a converter kept tags of the page.

    >>> page = "# Rain\n\n" + "<div>\n\n[Home](/)\n\n</div>\n\n" * 4
    >>> is_mixed(page), is_mixed("<div><p>Rain</p></div>" * 4)
    (True, False)
    """
    if "<" not in source or source.count("</") < _LEAST // 2:
        return False
    alone = len(_ALONE.findall(source))
    if alone < max(_LEAST, len(_OWN.findall(source))):
        return False
    return is_markdown(source) or len(_PARTED.findall(source)) >= max(_LEAST, _MOSTLY * alone)


def without_tags(source: str) -> Unescaped | None:
    r"""Cut the tags out of such a text; ``None`` for any other.

    >>> found = without_tags("\n\n".join(["<div>"] * 6 + ["<a href='/' class='x'>Home</a>"] + ["</div>"] * 6))
    >>> found.text.strip() if found else None
    '[Home](#)'
    """
    if not is_mixed(source):
        return None
    kinds = ((found, found.lastgroup or "") for found in _FOUND.finditer(source))
    return rewritten(source, [Change(*found.span(), _READ[kind]) for found, kind in kinds if kind in _READ])
