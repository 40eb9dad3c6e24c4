"""Captions and picture credits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.credits import has_credit, has_ended_credit
from cleannews.label.rules.date_lines import is_date_line
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.rules.scene import is_whole
from cleannews.label.signature import ends_signed
from cleannews.labels import Label
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_CREDIT = Reason("agency_credit", Label.CAPTION, 0.988)

_PHOTOGRAPHER = Reason("photo_credit", Label.CAPTION, 0.996)
"""Set; .949 was measured, but what was wrong are captions that a part of the gold counts as text."""

_MARK = Reason("copyright_credit", Label.CAPTION, 0.996)
"""Measured (.995): of 387 such blocks in HTML and five layouts of the corpora two are in the gold."""
_MARKED = re.compile(r"(?<=\S{3}[\s.,:;!?)\"”»“’])\s?(?:©|\(c\))\s?(?!\d{4})[^.!?©\d]{2,50}$", re.IGNORECASE)
_MARKED_CHARS = 90

_SOURCED = Reason("source_credit", Label.CAPTION, 0.99)
"""Set: none of the 18 such blocks of the corpora and two of their layouts is in the gold; they are few."""
_SOURCES = re.compile(
    r"""(?:
      [.!?]["”»’]?\s\((?:[^\W\d_a-z][\w'’.-]*\s){1,3}[^\W\d_a-z][\w'’.-]+/[^\W\d_a-z][^()/]{1,40}\)
    | (?<=[^./]{3})/\s?Copyright\s\d{4}\s[^/]{2,30}\.\sAll\srights\sreserved\.?
    )$""",
    re.VERBOSE,
)
"""``(Mara Field/Press)`` behind a sentence, ``Mara Field/Copyright 2026 The Press. All rights reserved.``"""
_SOURCE_CHARS = 120

_NAME_WORDS = 6
_LEAST_CAPTION = 8
"""Characters that stand before a credit at least; bare credits are openers."""

_CREDIT_WORDS = 60
_CAPTION_WORDS = 45
_SIGNED_WORDS = range(5, _CAPTION_WORDS + 1)
"""Words of a caption whose credit has no colon: fewer are items of menus."""
_TAIL_CHARS = 48
_SENTENCE_WORDS = 8
"""Words of a sentence that an agency signs, and of the paragraph before it."""
_LAST_PART = re.compile(
    r"(?:[/|©(\[–—-]\s?(?:[^/|©()\[\]–—]{2,30}\svia\s)?|\svia\s)(?P<name>[^/|©()\[\]–—]{2,30})[)\]]?\s*$"
)
_BRACKETED_WORDS = 5
"""Words of a caption whose agency stands alone in brackets: "Berlin (dpa)" is a dateline."""
_BARE = re.compile(r"[.!?…][\"”’»)]{0,2}\s(?P<name>[^\W\d_a-zß-öø-ÿ][^.!?/|©()]{1,24})$")
"""Behind a sentence nothing but the agency: "... the pier in Northport. AP"."""
_FRONTED = re.compile(
    r"[.!?…][\"”’»)]{0,2}\s?(?P<name>[A-ZČ]{2,8})"
    r"(?:/ ?[^\W\d_][^/.!?\d]{0,30}(?:\. ?[^/.!?\d]{1,30}){0,2}){1,3}$"
)
"""Behind a sentence the agency, a slash and who took the picture: "EFE/ J.J. Pérez"."""
_FRONTED_CHARS = 96


def find_credits(scene: Scene) -> Iterator[Verdict]:
    """Name blocks that end in an agency's name behind a slash, a dash, a bracket or a copyright mark."""
    agencies = scene.lexicon.words["agency"]
    last_words = scene.lexicon.words["agency_last"]
    measures = scene.measures
    for index, last in enumerate([key[key.rfind(" ") + 1 :].lstrip("([") for key in measures.keys]):
        if last not in last_words and ("/" not in last or last.rpartition("/")[2] not in last_words):
            continue
        if scene.lines[index] is not None or measures.words[index] > _CREDIT_WORDS or measures.ended[index]:
            continue
        name = _agency_at_end(scene, index)
        if name.casefold() in agencies and not _ends_text(scene, index):
            yield _CREDIT.at(index, f"credit of {name}")
    for index in [index for index, text in enumerate(scene.texts) if "/" in text]:
        found = _FRONTED.search(scene.texts[index][-_FRONTED_CHARS:])
        if found and found["name"].casefold() in agencies and measures.words[index] <= _CREDIT_WORDS:
            yield _CREDIT.at(index, f"credit of {found['name']}")


def _agency_at_end(scene: Scene, index: int) -> str:
    """What may be an agency's name at the end of a block; nothing where it signs what was written."""
    text = scene.texts[index]
    found = _LAST_PART.search(text[-_TAIL_CHARS:])
    if found is None:
        bare = _BARE.search(text[-_TAIL_CHARS:]) if index < scene.end else None
        return bare["name"].strip() if bare else ""
    alone = found[0].lstrip().startswith(("(", "[")) and text[-1] in ")]"
    if alone and (scene.measures.words[index] < _BRACKETED_WORDS or ends_signed(text)):
        return found["name"].strip() if "/" in found["name"] else ""
    return found["name"].strip()


def _ends_text(scene: Scene, index: int) -> bool:
    """Tell whether a block is the article's last paragraph, signed by an agency.

    A caption stands in its element, above the text, between paragraphs, or names a photographer.
    """
    before, behind, measures = index - 1, index + 1, scene.measures
    if index <= scene.start or scene.segments[index].tag == "figcaption":
        return False
    if measures.words[index] <= _SENTENCE_WORDS or not _is_paragraph(scene, before):
        return False
    last = behind == len(measures.keys) or not _is_paragraph(scene, behind)
    return last and ends_signed(scene.texts[index])


def _is_paragraph(scene: Scene, index: int) -> bool:
    return scene.measures.ended[index] and scene.measures.words[index] >= _SENTENCE_WORDS


def find_photographers(scene: Scene) -> Iterator[Verdict]:
    """Name captions that end in a credit such as ``Photo: Mara Field``."""
    if scene.context.page.layout is Layout.ONE_LINE:
        return
    measures = scene.measures
    for index, key in [(index, key) for index, key in enumerate(measures.keys) if ":" in key or "：" in key]:
        colon = key.rfind(":") if ":" in key else key.rfind("：")
        if colon < 1 or colon < len(key) - _TAIL_CHARS or measures.ended[index]:
            continue
        opener = key[:colon].rstrip()
        word = opener[opener.rfind(" ") + 1 :].lstrip("(（[【")
        if not is_whole(scene, index):
            continue
        if word not in scene.lexicon.words["credit"] or len(opener) < len(word) + _LEAST_CAPTION:
            continue
        if _is_dated_byline(scene, opener, word) or _opens_byline(scene, index):
            continue
        if measures.words[index] <= _CAPTION_WORDS and _is_name(scene, index):
            yield _PHOTOGRAPHER.at(index, f"ends in a credit behind {word!r}")


def _is_dated_byline(scene: Scene, opener: str, word: str) -> bool:
    """Tell whether nothing but a date stands before a word that opens bylines as well: "3.5.2024 Autor: "."""
    words = scene.lexicon.words
    return word in words["byline"] and is_date_line(opener.removesuffix(word), words["date"])


def _opens_byline(scene: Scene, index: int) -> bool:
    """Tell whether a line names who wrote, before a sign, and behind it who took the pictures."""
    text = scene.texts[index]
    opener, _, names = _PARTS.split(text, maxsplit=1)[0].partition(" ")
    told = opener.rstrip(":").casefold() in scene.lexicon.words["byline"]
    return told and names.count(" ") in _BETWEEN_NAMES and all(name[0].isupper() for name in names.split())


_BETWEEN_NAMES = range(1, _NAME_WORDS)
"""Spaces in a name of two words or more."""
_PARTS = re.compile(r"\s[|·•/–—-]\s|,\s|(?<=\w)\. (?=\w)")


def find_signed_captions(scene: Scene) -> Iterator[Verdict]:
    """Name captions that end in a credit without a colon, such as ``Fot. Jan Lis``."""
    if scene.context.page.layout is Layout.ONE_LINE:
        return
    words, ended = scene.measures.words, scene.measures.ended
    for index in [index for index, count in enumerate(words) if count in _SIGNED_WORDS]:
        told = has_ended_credit if ended[index] else has_credit
        if told(scene.texts[index]) and is_whole(scene, index) and not _opens_byline(scene, index):
            yield _PHOTOGRAPHER.at(index, "ends in a credit")


def find_marked_captions(scene: Scene) -> Iterator[Verdict]:
    """Name captions that end in a copyright mark and a name: ``The ferry in port © Mara Field``."""
    places = [index for index, key in enumerate(scene.measures.keys) if "©" in key or "(c)" in key]
    for index, credit in _endings(scene, places, _MARKED, _MARKED_CHARS):
        yield _MARK.at(index, f"ends in {credit.strip()!r}")


def find_sourced_captions(scene: Scene) -> Iterator[Verdict]:
    """Name captions whose sentence is followed by who took the picture and for whom, a slash between them."""
    places = [index for index, text in enumerate(scene.texts) if "/" in text]
    for index, credit in _endings(scene, places, _SOURCES, _SOURCE_CHARS):
        yield _SOURCED.at(index, f"ends in {credit.lstrip('.!?/').strip()!r}")


def _endings(
    scene: Scene, places: Iterable[int], credit: re.Pattern[str], chars: int
) -> Iterator[tuple[int, str]]:
    """Yield the short blocks among some that end in a credit, and that; of a dump on one line none."""
    if scene.context.page.layout is Layout.ONE_LINE:
        return
    for index in places:
        found = credit.search(scene.texts[index][-chars:])
        if found and scene.measures.words[index] <= _CREDIT_WORDS and is_whole(scene, index):
            yield index, found[0]


def _is_name(scene: Scene, index: int) -> bool:
    """Tell whether a short name and no number stands behind the last colon."""
    text = scene.texts[index]
    name = text[max(text.rfind(":"), text.rfind("：")) + 1 :].strip()
    return (
        0 < len(name.split()) <= _NAME_WORDS
        and (not name[0].islower() or name in scene.lexicon.words["agency"])
        and not any(character.isdigit() or character in "$€£" for character in name)
    )


CAPTIONS = (
    Rule("credits", find_credits, (_CREDIT,)),
    Rule("photographers", find_photographers, (_PHOTOGRAPHER,)),
    Rule("signed_captions", find_signed_captions, (_PHOTOGRAPHER,)),
    Rule("marked_captions", find_marked_captions, (_MARK,)),
    Rule("sourced_captions", find_sourced_captions, (_SOURCED,)),
)
