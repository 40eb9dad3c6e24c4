"""Paragraphs that inline elements broke into pieces, one text node a line, are put together again."""

from __future__ import annotations

import re

from cleannews.read.letters import CJK, CLOSING, LOWER, OPENING, STOPS, UPPER

_TIGHT = frozenset(".,;:!?)]}%…’”»。、，：；！？）」』》〉】〕］・،؛؟।")
"""A line that starts with one of these goes on with the one before, without a space."""

_OPENERS = frozenset(OPENING)
_SEPARATORS = re.compile(r"[^\w\s]{1,3}$")
_GOES_ON = re.compile(rf"[{LOWER}(\[–—-]|[.,;:!?)\]}}»”’…%、，。」』）؛،](?:\s|$|[^.])|['’]s\b|[\"“]?[,.](?:\s|$)")
_LOWER_START = re.compile(rf"[\"“„«(\[‘'–—-]{{0,2}}\s?[{LOWER}]")
_PARTICLE_START = re.compile(r"[はがをにのとでもやへ、。」』）・](?!んど|こで|ころ|いう|の記事|こに|って)")
_PARTICLE_END = re.compile(r"[はがをにのとでもや、，「『（＝]$")
_CJK_END = re.compile(rf"[{CJK}、。，」』）]$")
_CJK_START = re.compile(rf"[{CJK}「『（、。，]")
_DROP_CAP = re.compile(rf"[\"“„«‘']?[{UPPER}]$")
_WORD = re.compile(rf"[^\W\d_]+")
_BYLINE = re.compile(
    r"(?:by|von|vom|de|par|por|di|da|av|af|door|od|przez|text|fra|from|via|in|on|at|vor|hace|há|il y a|fa|and|und|et|y|e)\s"
    rf"(?:[{UPPER}\d]\S{{0,30}}\s?){{1,5}}$"
)
_MIN_PROSE_WORDS = 5
_MIN_PROSE = 25


def hangs(before: str, line: str, beyond: str) -> bool:
    """Tell whether a line goes on with the paragraph before it.

    Args:
        before: The line before, or the paragraph joined so far.
        line: The line.
        beyond: The line after it, ``""`` if there is none.

    >>> hangs("This means some of the harbour's", "running costs", "are paid by the fishermen.")
    True
    >>> hangs("The ferry sank.", "Read more", "Weather")
    False
    """
    if not before or not line:
        return False
    if is_ended(before):
        return line[0] in _TIGHT and not _is_mark(line) and line[0] not in CLOSING and _closes(line)
    if line[0] in _TIGHT and not _is_mark(line):
        return True
    if before[-1] in _OPENERS and _is_open(before):
        return True
    return _mid_sentence(before, line, beyond)


def _closes(line: str) -> bool:
    return line[0] in ",;" or (line[0] in ")]}" and len(line) > 1)


def _mid_sentence(before: str, line: str, beyond: str) -> bool:
    if _is_mark(before) or _is_mark(line):
        return False
    if _DROP_CAP.match(before):
        return len(line) > _MIN_PROSE and line[0].islower()
    if _CJK_END.search(before) or _CJK_START.match(line):
        return _hangs_without_case(before, line, beyond)
    prose = is_prose(before)
    if _LOWER_START.match(line):
        return (prose or is_prose(line)) and not _BYLINE.match(line)
    if before[-1] in ",–—" or before.endswith(" -"):
        return prose
    return prose and is_prose_line(before) and goes_on(line, beyond)


def goes_on(line: str, beyond: str) -> bool:
    """Tell whether a line that starts with a capital is a piece of the sentence around it."""
    return (
        not is_ended(line)
        and bool(beyond)
        and not _is_mark(beyond)
        and bool(_GOES_ON.match(beyond))
        and not _BYLINE.match(beyond)
        and len(line) < 120
        and (beyond[0] in _TIGHT or is_prose(beyond))
    )


def _hangs_without_case(before: str, line: str, beyond: str) -> bool:
    """The same for Chinese and Japanese, which have no capitals: particles and commas tell."""
    if len(before) + len(line) < 16:
        return False
    if _PARTICLE_END.search(before):
        return len(before) >= 8 or len(line) >= 25
    if _PARTICLE_START.match(line):
        return len(line) >= 8 or line[0] in "、。」』）"
    return False


def is_ended(text: str) -> bool:
    """Tell whether a text ends like a sentence, closing quotes and brackets allowed."""
    bare = text.rstrip(CLOSING + " \u00a0")
    return bool(bare) and bare[-1] in STOPS


def is_prose(text: str) -> bool:
    """Tell whether a piece has enough words in small letters to be part of a sentence."""
    words = text.split()
    if len(words) < _MIN_PROSE_WORDS:
        return False
    small = sum(word[0].islower() for word in words)
    return small * 2 >= len(words)


def is_prose_line(text: str) -> bool:
    """Tell whether a piece is long enough to be running text rather than a headline."""
    return len(text) >= 2 * _MIN_PROSE


def _is_mark(text: str) -> bool:
    return len(text) <= 2 and text not in {".", ",", ")", "”", "»", "。", "、", "!", "?", ";", ").", "),", "”.", "\".", ".”"} and not text[0].isalnum()


def _is_open(text: str) -> bool:
    """Tell whether the quotation or bracket at the end of a text is an opening one."""
    last = text[-1]
    return last in "([{«„‚「『（《〈【" or len(text) == 1 or text[-2].isspace()


def seam(before: str, line: str) -> str:
    """Return what belongs between two pieces of a paragraph: a space or nothing.

    >>> seam("the river", "rose"), seam("rose", "."), seam("l’", "eau"), seam("水", "面")
    (' ', '', '', '')
    """
    if line[0] in _TIGHT or (before[-1] in _OPENERS and _is_open(before)):
        return ""
    if before[-1] in "’'" and before[-2:-1].isalpha():
        return ""
    if line[0] in "'’" and line[1:2].isalpha():
        return ""
    if _CJK_END.search(before) and _CJK_START.match(line):
        return ""
    if line[0] == "-" and line[1:2].isalpha():
        return ""
    if before[-1] in "-/" and before[-2:-1].isalpha() and line[0].isalpha():
        return ""
    if line[0] == '"' or before[-1] == '"':
        return "" if _straight_quote_is_tight(before, line) else " "
    return "" if _DROP_CAP.match(before) and line[0].islower() else " "


def _straight_quote_is_tight(before: str, line: str) -> bool:
    inside = before.count('"') % 2 == 1
    return inside if line[0] == '"' or before[-1] == '"' else False
