"""Signs by which a dump is known to be Markdown."""

from __future__ import annotations

import re

_SAMPLE = 200_000
"""Characters looked at: the head of a dump tells as much as all of it."""

_MARKDOWN = re.compile(r"\]\(<?(?:https?:|/|#|\.|\?|mailto:|tel:|javascript:|[^\s()]{1,200}[./])")
_REFERENCE = re.compile(r"\]\[[\w.-]{0,30}\]")
_DEFINITION = re.compile(r"^ {0,8}\[[\w.-]{1,30}\]: {1,3}\S", re.MULTILINE)
_MARKDOWN_HEADING = re.compile(r"(?:\A|\n)#{1,6} \S")
_SUBHEADED = re.compile(r"(?:\A|\n)[ \t]{0,80}\r?\n#{2,6} {1,3}\S[^\n]{0,300}\n[ \t]{0,80}\r?\n")
"""A heading of a lower level between blank lines: nothing but Markdown has two signs or more before it."""
_TITLED = re.compile(r"# {1,3}\S[^\n]{0,300}\n")
_BLANK = re.compile(r"[ \t]{0,80}\r?\n")
_SIGN = re.compile(r"\n(?:#{2,6} \S|[*+-] {1,3}\S|> ?\S|\d{1,3}\. {1,3}\S)|\*\*[^\s*][^*\n]{0,300}\*\*")
"""Behind the heading that a dump begins with: a blank line; a second heading, an item, a quotation, bold
letters anywhere."""

_MIN_MARKDOWN = 3


def is_markdown(source: str) -> bool:
    r"""Tell whether a dump carries markdown's link or heading marks.

    >>> is_markdown("# Rain\n\n* [Home](/)\n* [News](/news)\n\n## More\n"), is_markdown("f(x)[1](2)")
    (True, False)
    >>> is_markdown("It rained.\n\n## What comes next\n\nMore rain.\n"), is_markdown("Rain ## ## rain")
    (True, False)
    """
    head = source[:_SAMPLE]
    if "# " in head and (_is_titled(head) or ("## " in head and _SUBHEADED.search(head))):
        return True
    links = len(_MARKDOWN.findall(head)) if "](" in head else 0
    if "][" in head and "]: " in source and _DEFINITION.search(source):
        links += len(_REFERENCE.findall(head))
    marked = "# " in head and (head[0] == "#" or "\n#" in head)
    headings = len(_MARKDOWN_HEADING.findall(head)) if marked else 0
    return (
        links >= _MIN_MARKDOWN
        or headings >= _MIN_MARKDOWN
        or (headings > 0 and links + headings >= _MIN_MARKDOWN)
    )


def _is_titled(head: str) -> bool:
    """Tell whether a dump begins with a heading of the first level, and a blank line or a mark follows."""
    title = _TITLED.match(head, len(head) - len(head.lstrip()))
    if title is None:
        return False
    return (_BLANK.match(head, title.end()) or _SIGN.search(head, title.end() - 1)) is not None
