"""The mark of an agency or a writer behind the last sentence of an article: "(jm/AFP)"."""

from __future__ import annotations

import re

from cleannews.label.lexicon import load_lexicon
from cleannews.label.measures import ends_sentence

_TAIL_CHARS = 48
_MARK = re.compile(
    r"(?:\s?[(\[](?P<inside>[^()\[\]|©]{2,40})[)\]]|\s?(?:[–—/]|--?)\s?(?P<behind>[^()\[\]|©–—]{2,30}))\.?$"
)
"""What stands behind the last sentence: "(jm/AFP)", " – AFP", "/dpa"."""
_FULL_WIDTH = re.compile(r"（(?P<inside>[^（）|©]{2,40})）$")
_PICTURE_WORDS = ("摄", "攝", "图", "圖", "供", "影", "画像", "写真")
"""In brackets of full width behind a caption: who took the picture or handed it in."""
_INITIALS = re.compile(r"[^\W\d_A-ZÀ-ÞА-Я]{2,4}")
"""Of who wrote for the agency; a photographer has a name."""


def ends_signed(text: str) -> bool:
    """Tell whether a whole sentence is followed by the mark of an agency or a writer, not a photographer.

    >>> ends_signed("The vote is on Friday. (jm/AFP)"), ends_signed("The vote. – Reuters")
    (True, True)
    >>> ends_signed("The vote is on Friday. (ode)"), ends_signed("The vote is on Friday (ode)")
    (True, False)
    >>> ends_signed("The quay at noon. (Mara Field/AFP)"), ends_signed("The quay © AFP")
    (False, False)
    >>> ends_signed("周五投票。（记者 陈港）"), ends_signed("周五的投票。（陈港摄）")
    (True, False)
    """
    tail = text[-_TAIL_CHARS:]
    if tail.endswith("）"):
        return _is_signed_full_width(tail)
    found = _MARK.search(tail)
    if found is None or not ends_sentence(tail[: found.start()]):
        return False
    agencies = load_lexicon().words["agency"]
    parts = [part.strip() for part in re.split(r"[/,]", found["inside"] or found["behind"])]
    others = [part for part in parts if part.casefold() not in agencies]
    named = len(others) < len(parts) or found["inside"] is not None
    return named and all(map(_INITIALS.fullmatch, others))


def _is_signed_full_width(tail: str) -> bool:
    """Tell the same of brackets of full width, in which Chinese and Japanese papers name the writer."""
    found = _FULL_WIDTH.search(tail)
    if found is None or not ends_sentence(tail[: found.start()]):
        return False
    return not ends_sentence(found["inside"]) and not any(word in found["inside"] for word in _PICTURE_WORDS)
