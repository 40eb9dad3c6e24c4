"""An article as Markdown: YAML front matter, then the text, every character of it as it reads.

The body is CommonMark 0.31 (https://spec.commonmark.org/0.31.2/). What would be taken for markup is
escaped, so a page cannot smuggle headings, links or HTML into the result.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

FRONT_MATTER = (
    "title",
    "subtitle",
    "description",
    "authors",
    "published",
    "modified",
    "language",
    "site_name",
    "url",
    "canonical_url",
    "section",
    "tags",
    "dateline",
    "image",
    "word_count",
    "status",
    "confidence",
)
"""What the front matter says, if it is known, in this order."""

_LINE_START = re.compile(
    r"#{1,6}(?=[ \t]|$)|>|\||[-+](?=[ \t]|$)|:?-[-:|\t ]*$|=+[ \t]*$|\[(?=[^\]\n]{1,999}\]:)"
    r"|(?P<number>[0-9]{1,9})[.)](?=[ \t]|$)"
)
"""Block marks at the start of a line: headings, quotes, bullets, rules, underlines, tables, link
definitions; numbers of ordered lists are escaped at their dot (CommonMark 4 and 5)."""

_INLINE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)"  # a backslash that would escape, or break a line
    r"|[`*~]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore inside a word is no emphasis
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?[A-Za-z0-9]{1,32};)"
    r"|\](?=[(\[])"
)
"""Marks of code, emphasis, HTML, entities and links inside a line (CommonMark 6)."""

_PREFIXES = {"list_item": ("- ", "  "), "quote": ("> ", "> ")}
"""What stands before the first line of a paragraph and before the others, by its kind."""

_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What JSON writes as it is and YAML 1.2 (5.1, 5.4) does not take, or takes for a line break."""


def markdown(record: Mapping[str, Any]) -> str:
    """An article's record as Markdown with a YAML front matter.

    Args:
        record: What :meth:`Article.to_dict` gives.

    Returns:
        Text that ends in a newline: front matter, the title as ``#`` heading, then the paragraphs:
        subheadings as ``##``, list items as ``-``, quotes as ``>``, all else as plain paragraphs.
    """
    pieces = [_front_matter(record)]
    if record["title"]:
        pieces.append(_heading(record["title"], marks="#"))
    previous = ""
    for paragraph in record["paragraphs"]:
        kind: str = paragraph["kind"]
        piece = _paragraph(paragraph["text"], kind=kind)
        if kind == previous == "list_item":
            pieces[-1] += f"\n{piece}"
        else:
            pieces.append(piece)
        previous = kind
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def escape(line: str) -> str:
    r"""One line of text as Markdown that reads as this text.

    >>> escape("1. FC Köln * 2 <b> snake_case")
    '1\\. FC Köln \\* 2 \\<b> snake_case'
    """
    inline = _inline(line.strip())
    start = _LINE_START.match(inline)
    if start is None:
        return inline
    at = start.end("number") if start["number"] else 0
    return f"{inline[:at]}\\{inline[at:]}"


def _inline(line: str) -> str:
    """A line with the marks inside it escaped, for where no block can begin."""
    return _INLINE.sub(lambda match: f"\\{match.group()}", line)


def _paragraph(text: str, *, kind: str) -> str:
    if kind == "subheading":
        return _heading(text, marks="##")
    first, rest = _PREFIXES.get(kind, ("", ""))
    lines = [escape(line) for line in text.splitlines() if line.strip()]
    # A line break that survived normalisation was meant: a backslash keeps it.
    return first + f"\\\n{rest}".join(lines)


def _heading(text: str, *, marks: str) -> str:
    line = _inline(" ".join(text.split()))
    if line.endswith("#"):
        # A closing run of # is not part of a heading's text.
        line = f"{line[:-1]}\\#"
    return f"{marks} {line}"


def _front_matter(record: Mapping[str, Any]) -> str:
    known = {key: record[key] for key in FRONT_MATTER if record[key] not in (None, [], "")}
    if "image" in known:
        known["image"] = known["image"]["url"]
    lines = [f"{key}: {_yaml(value)}" for key, value in known.items()]
    return "\n".join(["---", *lines, "---"])


def _yaml(value: object) -> str:
    """A value as YAML on one line: JSON is YAML, so quoting is JSON's (YAML 1.2, 1.3)."""
    written = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", written)
