"""Pieces of paragraphs in Chinese and Japanese, which have neither capitals nor spaces."""

from __future__ import annotations

import re

from cleannews.read.letters import is_ended

_PARTICLE_START = re.compile(r"[はがをにのとでもやへ、。」』）・](?!んど|こで|ころ|いう|の記事|こに|って)")
_PARTICLE_ENDS = frozenset("はがをにのとでもや、，「『（＝")
_OF_START = re.compile(r"的(?![士哥确的])")
_IDEOGRAPH, _KANA = re.compile(r"[\u3400-\u9fff]"), re.compile(r"[\u3040-\u30ff]")
_CREDIT_ENDS = frozenset("摄攝图圖电電讯訊供")
"""What the credits of pictures and agencies end with, behind the full stop of a caption."""
_LEAST, _LEAST_BEFORE, _LEAST_LINE = 12, 8, 25
"""Characters of two pieces together, of the first, and of a piece that is a line of text by itself."""
_NEAR = 60
"""Characters at the end of the line before that tell whether it is Japanese."""


def hangs_by_particle(before: str, line: str) -> bool:
    """Tell by particles and commas whether a line goes on with the one before.

    A line that begins in Latin letters may be a name, of no more words than two.
    """
    if len(before) + len(line) < _LEAST or (line[:_LEAST_BEFORE].isascii() and line.count(" ") > 1):
        return False
    if before[-1] in _PARTICLE_ENDS:
        return len(before) >= _LEAST_BEFORE or len(line) >= _LEAST_LINE
    return _PARTICLE_START.match(line) is not None and (len(line) >= _LEAST_BEFORE or line[0] in "、。」』）")


def is_chinese_piece(before: str, line: str, beyond: str) -> bool:
    """Tell whether a line goes on with a Chinese paragraph that a link broke.

    Where a sentence has ended inside the line before and another begun, what follows up to the next full stop
    belongs to it: a name in a link, then the rest. Only the word for "of" opens no line of its own.
    """
    if _OF_START.match(line):
        return len(before) + len(line) >= _LEAST
    if (
        len(before) < _LEAST_LINE
        or not ("。" in before or before.count("，") > 1)
        or not _IDEOGRAPH.match(before[-1])
    ):
        return False
    if before[-1] in _CREDIT_ENDS or _KANA.search(before[-_NEAR:]):
        return False
    if is_ended(line):
        return True
    return len(line) <= _LEAST and bool(beyond) and (is_ended(beyond) or beyond[0] in "的，、。")
