"""The lines of a page that say who wrote the article: those that open with a word for "by"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.fields.author_marks import is_marked
from cleannews.fields.backed_names import backed_names, before_date, names_before_date
from cleannews.fields.bylines import openers
from cleannews.fields.named import Authors, without_site
from cleannews.fields.neighbours import is_near
from cleannews.fields.people import read_author, read_byline, read_signature
from cleannews.fields.signs import names_reporter
from cleannews.label.credits import PICTURE_WORDS
from cleannews.label.departments import is_department
from cleannews.label.given_names import opens_name
from cleannews.label.measures import fold
from cleannews.label.rules.byline_lists import listed_author
from cleannews.label.rules.meta_lines import AMONG_FIELDS, DAY_AMONG_FIELDS, signed_part, unknown_parts
from cleannews.labels import Label
from cleannews.read.page import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.article import Block
    from cleannews.fields.evidence import Evidence

_CLOSE = 4
"""Blocks behind the headline within which a name beside a date is the author's."""
_SIGNATURE_CHARS = 160
_SIGNATURE = re.compile(
    r"(?:(?:this|the) (?:post|article|story|piece) was )?(?:originally )?"
    r"(?:written|posted|reported|words|text|story) by\s"
    r"|(?:geschrieben|verfasst) von\s|escrito por\s|(?:écrit|rédigé) par\s|scritto da\s|geschreven door\s"
    r"|(?:erstellt|eingestellt|gepostet) von\s"
    r"|skr[ie]ve[nt] a[vf]\s|publicado por\s|posted by:?\s|authors?:\s|auteure?s?\s?:\s"
    r"|autor(?:a|e|in|en|es|i|ka)?:\s|автор:\s",
    re.IGNORECASE,
)
_SIGNATURE_LETTERS = frozenset("towprsgveéaаTOWPRSGVEÉAА")
"""What those lines begin with."""
_TEXT = frozenset((Label.BODY, Label.STANDFIRST))
_OTHERS = frozenset((Label.COMMENTS, Label.CAPTION))
"""What names others than the authors: readers, photographers."""
_PHOTO = 20
"""Characters before a word for "by" in which one for "photo" stands."""
_PICTURED = re.compile(
    r"photo|foto|bild|pictur|imag|illustrat|gra[fp]|video|фото|写真|\bedit(?:ed|ing|ado)\s?$", re.IGNORECASE
)
"""Words of who took the pictures, and of who edited the text."""
_SENTENCE_WORDS = 14
"""Words of a line with a full stop that is a sentence of the text; bylines are shorter, or tell a day."""


def bylines(evidence: Evidence) -> Iterator[Authors]:
    """Blocks labelled as byline: those near the headline, a far one only if it is the only one."""
    blocks = evidence.labelled(Label.BYLINE)
    around = {block.index for block in evidence.near}
    near = [block for block in blocks if block.index in around or is_near(block.index, evidence.places)]
    found = [(_led_names(evidence, block), block) for block in near or blocks[: len(blocks) == 1]]
    for block in near:
        listed = listed_author(block.text) if block.reason == "byline_list" else ""
        if listed:
            names = read_author(listed, language=evidence.locale.language)
            yield Authors(names, f"byline:block {block.index}")
        if block.reason == AMONG_FIELDS:
            names = read_byline(signed_part(block.raw), language=evidence.locale.language)
            yield Authors(names, f"byline:block {block.index}")
    for led, block in sorted(found, key=lambda one: not one[0]):  # a word for "by" says more than a place
        names = led or backed_names(evidence, block)
        if led:
            names = tuple(dict.fromkeys((*led, *_next_names(found, block))))
        yield Authors(names, f"byline:block {block.index}")
        yield Authors(_signature(evidence, block), f"byline:block {block.index}", persons=False)


def names_among_fields(evidence: Evidence) -> Iterator[Authors]:
    """Names beside the day in a line of fields that has no word for "by"."""
    for block in evidence.near:
        if block.reason == DAY_AMONG_FIELDS:
            parts = [part.split() for part in unknown_parts(block.raw)]
            named = [" ".join(words) for words in parts if len(words) in _NAME_WORDS and opens_name(words)]
            names = [name for part in named for name in read_author(part, language=evidence.locale.language)]
            yield Authors(without_site(evidence, names), f"byline:block {block.index}")


_NAME_WORDS = range(2, 5)


def _next_names(found: Sequence[tuple[tuple[str, ...], Block]], block: Block) -> Iterator[str]:
    """The names in the lines below that open with the same word: each author has one, his office below it."""
    opener, last = block.text.split()[0].casefold(), block.index
    for led, below in found:
        close = last < below.index <= last + _NEXT
        if close and led and below.text.split()[0].casefold() == opener:
            yield from led
            last = below.index


_NEXT = 2
"""Blocks from one author's line to the next one's."""


def led_lines(evidence: Evidence) -> Iterator[Authors]:
    """Lines near the headline that open with a word for "by"."""
    rules = openers(evidence.locale.language)
    for block in evidence.near:
        text = block.text
        if text.isascii() and ":" not in text and not rules.leads(text):
            continue  # most lines: no word for "by" at all
        if block.label in _OTHERS:
            continue
        yield Authors(_led_names(evidence, block), f"line:block {block.index}")
        yield Authors(_signature(evidence, block), f"line:block {block.index}", persons=False)


def _led_names(evidence: Evidence, block: Block) -> tuple[str, ...]:
    """The names behind a word for "by", up to the date behind them."""
    language = evidence.locale.language
    rules = openers(language)
    line = _WITHOUT.sub("", evidence.without_dates(block.text))
    if _is_told(block.text) and not evidence.dates(block.text):
        return ()
    if rules.begin(line) is None and not names_reporter(line):
        inside = rules.anywhere.search(line) if _is_dated(evidence, block) else None
        if inside is None or block.label in _TEXT:
            return ()
        if _PICTURED.search(line, max(0, inside.start() - _PHOTO), inside.start()):
            return ()
        names = names_before_date(f"By {line[inside.end() :]}", language)
        return without_site(evidence, [name for name in names if not any(map(str.isdigit, name))])
    return without_site(evidence, names_before_date(_WITHOUT.sub("", before_date(evidence, block)), language))


def _is_dated(evidence: Evidence, block: Block) -> bool:
    """Tell whether a line holds a date, or is a piece of one that the next piece goes on with: the date."""
    if evidence.dates(block.text):
        return True
    below = evidence.blocks[block.index + 1 : block.index + 2]
    return evidence.page.layout is Layout.ONE_LINE and any(one.label is Label.DATELINE for one in below)


_WITHOUT = re.compile(
    rf"\s?[|·•/–—,;.-]\s(?:{PICTURE_WORDS})\b.{{0,200}}$|(?<!\w)[*_]{{1,2}}(?=\w)|(?<=\w)[*_]{{1,2}}(?!\w)",
    re.IGNORECASE,
)
"""Who took the pictures, behind a sign, and marks that make a name bold."""


def _is_told(text: str) -> bool:
    """Whether a line is a sentence that opens like a byline: "Author Ann Lee, from Lundby, said that ..."."""
    return text.endswith(".") and len(text.split()) >= _SENTENCE_WORDS


def _signature(evidence: Evidence, block: Block) -> tuple[str, ...]:
    """One word, a user name or a team behind a word for "by".

    Only where the line's label, class, link or date says that it is a byline, and behind the headline.
    """
    if block.index <= min(evidence.places) and evidence.headline.block >= 0:
        return ()
    language = evidence.locale.language
    line = evidence.without_dates(block.text)
    dated = bool(evidence.dates(block.text))
    if openers(language).begin(line) is None:
        told = dated and block.label not in _TEXT and is_marked(evidence, block.index)
    else:
        told = dated or block.label is Label.BYLINE or is_marked(evidence, block.index)
    names = read_signature(line, language=language) if told else ()
    return tuple(name for name in names if not is_department(fold(name)))


def is_signed_close(evidence: Evidence, shown: Authors) -> bool:
    """Whether names come from a dated line closely behind the headline that opens with a word for "by".

    On a page whose headline is not shown: closely before the text.
    """
    block = evidence.blocks[shown.block] if shown.block >= 0 else None
    reach = range(1, _CLOSE + 1) if evidence.headline.block >= 0 else range(-_CLOSE, 0)
    if block is None or not any(block.index - place in reach for place in evidence.places):
        return False
    opened = openers(evidence.locale.language).begin(block.text)
    return opened is not None and bool(evidence.dates(block.text))


def is_shown(evidence: Evidence, name: str) -> bool:
    """Whether readers see a name anywhere on the page."""
    family = name.rpartition(" ")[2].casefold()
    return any(family in block.text.casefold() for block in evidence.blocks)


def signatures(evidence: Evidence) -> Iterator[Authors]:
    """A line anywhere that says "written by", if all such lines name the same people."""
    found: dict[tuple[str, ...], int] = {}
    for block in evidence.blocks:
        text = block.text
        match = _SIGNATURE.match(text) if text[:1] in _SIGNATURE_LETTERS else None
        if match and block.label not in _OTHERS and len(text) <= _SIGNATURE_CHARS:
            line = f"By {evidence.without_dates(text)[match.end() :]}"
            names = names_before_date(line, "en")
            if not names and evidence.dates(text):
                names = read_signature(line, language="en")
            if names:
                found.setdefault(names, block.index)
    if len(found) == 1:
        names, index = found.popitem()
        yield Authors(names, f"line:block {index}")
