"""The pieces of a dump that may hold program text, and how much each looks like it."""

from __future__ import annotations

import re
from typing import NamedTuple

_DOUBLE = r"\"[^\"\\\n]{0,20000}(?:\\.[^\"\\\n]{0,20000}){0,20000}\""
_SINGLE = r"'[^'\\\n]{0,2000}(?:\\.[^'\\\n]{0,2000}){0,2000}'"
_UNSPACED = "\u0e00-\u0e7f\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
"""Scripts without spaces: Thai, Chinese, Japanese."""

_IN = rf"[^\s{{}};\"{_UNSPACED}]"
_PIECE = re.compile(
    # a comment, a declaration
    r"/\*[^*]{0,2000}\*/|(?<![^\s])//(?!\S{1,80}\.)[^\n]{0,400}|(?:var|let|const)\s[\w$]{1,60}\s?="
    r"|(?<![^\s{;])-{0,2}[a-z][a-z-]{1,40}:\s?[^;{}\n:]{1,200};"
    # a member of a JSON object; a string behind an operator and before another
    rf"|\"[\w@$.:/ -]{{1,80}}\"\s{{0,2}}:(?:\s?{_DOUBLE})?,?"
    rf"|(?:(?<=[\[,:(=+])|(?<=[:=(,+\[] ))(?:{_DOUBLE}|{_SINGLE})(?=\s?[\],;)}}:+])"
    # a line end, a quotation mark, a run of a script without spaces
    rf"|\n|\"|[{_UNSPACED}]{{1,400}}"
    # an address, a word to which a script is glued
    rf"|{_IN}{{0,200}}?(?:https?:|(?<=\()/)/[^\s\"'<>{{}}]{{1,2000}}"
    rf"|{_IN}{{1,400}}(?=\{{[\"}}])|{_IN}{{1,400}}?(?=(?:document|window|self|googletag|jQuery)[.(])"
    rf"|{_IN}{{0,400}}\)(?=[A-ZÀ-Þ][a-zß-ÿ])"
    # any other, cut behind braces and semicolons, where a word may be glued to a script
    rf"|{_IN}{{0,400}}[{{}};][{{}};)\],(]{{0,200}}|{_IN}{{1,400}}"
)

_STATEMENT = re.compile(
    r"/\*|[(!]{0,2}(?:window|document|googletag|dataLayer|adsbygoogle|jQuery|gtag|fbq)\b[.(\[= ]?"
    r"|(?:var|let|const)\s|-{0,2}[a-z][a-z-]{1,40}:\s?[^;]{1,200};$|'[\w$.-]{1,60}'\s?:$|\\\""
)
_STRING = re.compile(r"//|'[^\n]{0,9000}'$")
_SIGNS = re.compile(
    r"[{}()\[\]=;<>$\\_#@|&*]|[^\W\d_]\.[a-z_$]|[\w)]:[\w(#'-]|\d(?:px|r?em|vh|vw|ms|%)(?=\W|$)"
)
"""What stands inside the words of programs and seldom inside those of a text: brackets, operators, ``a.b``,
``color:red``, ``10px``."""

_ENTITY = re.compile(r"&(?:#\w{2,7}|\w{2,8});")
_ADDRESS = re.compile(r"[([<]{0,3}(?:https?:|www\.|//|mailto:|/\w)|.{0,200}(?:\]\(|://)")
_SELECTOR = re.compile(r"[.@]-?[a-zA-Z][\w-]*[^.\w]|--\w")
_EDGES = "([\"'«„“”‘’»…—–-.,:!?)]"
_KEYWORDS = frozenset(
    """
    = == === != !== => || && += -= /* */ <!-- --> <= >=
    var const let null undefined typeof !important important
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
_ENGLISH_KEYWORDS = frozenset(
    ("function", "return", "if", "else", "this", "new", "true", "false", "for", "while")
)
"""Words of programs that are words of English too: they tell nothing."""

_WORD, _SIGN, _MOST = -1.0, 1.0, 6.0
_MEMBER, _KEYWORD, _IN_STRING, _FIELD, _LONE_SIGN = 3.0, 1.0, 0.5, -0.3, -0.5
"""Scores, set by hand: a word of text is the unit, a sign of a program outweighs it."""

CHANGE, _CHANGE_AT_SIGN, _CHANGE_AT_LINE_END = 5.0, 2.5, 1.5
"""What a change between text and program costs in words: inside a line, between signs that end or begin a
program, and at a line end. Read from dumps of 62 pages of fundus_dev with their scripts, by eye."""

_CLOSERS = frozenset("};)/>")
_OPENS = re.compile(
    r"\{|[(!;$]{0,3}(?:function|window|document|var|let|const|googletag|jQuery)\b|\$\(|[.@#][\w-]{1,60}\{|/\*|<!--"
)
_CHARS_PER_WORD = 2
_KEY = 90
"""Characters of the longest key of a JSON object, its marks included."""


class Piece(NamedTuple):
    """A piece of a dump."""

    start: int
    end: int
    score: float
    """Above 0 it looks like program, below like text; a word of text is -1."""
    change: float
    """What it costs that text or program begins here."""


def pieces_of(source: str) -> list[Piece]:
    """Cut a dump into pieces and score each.

    >>> [piece[1:] for piece in pieces_of("It rained. a.b(c[0]);")]
    [(2, -1.0, 5.0), (10, -1.0, 5.0), (21, 6.0, 5.0)]
    """
    known: dict[str, float] = {}
    pieces: list[Piece] = []
    last = " "
    for found in _PIECE.finditer(source):
        text = found[0]
        score = known.get(text)
        if score is None:
            score = known[text] = _score(text)
        change = CHANGE
        if text == "\n":
            change = _CHANGE_AT_LINE_END
        elif last in _CLOSERS or _OPENS.match(text):
            change = _CHANGE_AT_SIGN
        pieces.append(Piece(found.start(), found.end(), score, change))
        last = text[-1]
    return pieces


def _score(piece: str) -> float:
    if _STATEMENT.match(piece):
        return max(_MEMBER, min(_MOST, _SIGN * len(_SIGNS.findall(piece))))
    if piece[0] == '"' != piece:
        return _MEMBER if '":' in piece[:_KEY] or piece[-1] == ":" else _IN_STRING
    if _STRING.match(piece):
        return _IN_STRING
    if "&" in piece:
        piece = _ENTITY.sub("", piece)
    core = piece.strip(_EDGES)
    if core in _KEYWORDS:
        return _KEYWORD
    if not core or core in _ENGLISH_KEYWORDS or _ADDRESS.match(piece):
        return 0.0
    signs = len(_SIGNS.findall(core))
    return _by_signs(piece, core, signs) if signs or _SELECTOR.match(piece) else _by_letters(core)


def _by_signs(piece: str, core: str, signs: int) -> float:
    """Score a piece with signs of a program inside; one sign in a word (``R&D``, ``#rain``) says little."""
    if core[-1] == ";" and core[:-1].isalpha():
        return _FIELD
    letters = "".join(filter(str.isalnum, core))
    if signs == 1 and len(core) == len(letters) + 1 and core[-1] not in "{}" and "." not in core:
        return _LONE_SIGN
    closed = piece[-1] in "{}" or piece.endswith((");", "),"))
    return min(_MOST, (signs + closed + (_SELECTOR.match(piece) is not None)) * _SIGN)


def _by_letters(core: str) -> float:
    """Score a word; one of a script without spaces counts as the words that it holds."""
    if core.isascii():
        return _WORD if any(map(str.isalpha, core)) else 0.0
    letters = sum(map(str.isalpha, core))
    return min(_WORD, -letters / _CHARS_PER_WORD) if letters else 0.0
