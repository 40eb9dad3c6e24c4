"""The city line of wire copy: "BERLIN (dpa) -" at the head of the first paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.fields.evidence import Candidate
from cleannews.label.lexicon import load_lexicon
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.fields.evidence import Evidence

_MAX_CHARS = 90
_PLACE = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[ .'’/-]{1,2}[^\W\d_]+){0,4}"
_CAPITALS = r"[^\W\d_a-zß-öø-ÿа-яёіїєα-ω]{2,90}(?:[ .'’/-]{1,2}[^\W\d_a-zß-öø-ÿа-яёіїєα-ω]{2,90}){0,4}"
_WORD = r"[^\W\d_]{2,12}"
_YEAR = r"(?:,?\s(?:de\s|del\s)?(?:19|20)\d\d)?"
_DAY = (
    rf"(?:,\s?{_WORD}\.?(?:\s{_WORD}\.?)?(?:,?\s\d{{1,2}}\.?|\s\d{{1,2}}\s{_WORD})?{_YEAR}"
    rf"|,\s?\d{{1,2}}\.?\s(?:de\s)?{_WORD}\.?{_YEAR})?"
)
_WHOLE_DAY = (
    rf",\s(?:{_WORD}\.?\s\d{{1,2}},?|\d{{1,2}}\.?\s(?:de\s)?{_WORD}\.?)\s(?:de\s|del\s)?(?:19|20)\d\d"
)
_DASH = r"\s?(?:--|[-–—―:])\s"
_AGENCY = rf"{_PLACE}{_DAY}\s?(?:\([^()]{{2,30}}\)|/[A-Z][\w .-]{{1,20}}/)(?:{_DASH}|\s?[-–—―.]\s?|\s)"
_LOUD = rf"{_CAPITALS}(?:,\s{_PLACE})?{_DAY}\s?(?:--|[-–—―])\s"
_SLASH = rf"{_PLACE},?\s?/[A-ZÀ-ÞА-Я][\w .-]{{1,20}}/\s?[-–—]?"
_SPELLED = (
    r"[^\W\d_a-zß-öø-ÿа-яё][^\W\d_]{1,30}(?:[ '’-](?:(?:am|an|der|de|la|del|di|do|upon)[ -]){0,2}"
    rf"[^\W\d_a-zß-öø-ÿа-яё][^\W\d_]{{1,30}}){{0,3}}{_WHOLE_DAY}\s?(?:--|[-–—―])\s"
)
"""A place in small letters, which only the whole day behind it tells: "Tolland, 4. Mai 2026 - "."""
_LINE = re.compile(rf"(?:{_AGENCY}|{_LOUD}|{_SLASH}|{_SPELLED})")
_DAY_CHARS = 5
"""Letters of a word of dates that ends no place's name ("On Monday, 4 May 2026 - "); shorter ones do."""
_SIGNS = "(/-–—―"
"""Each city line holds one of them."""


def find_dateline(text: str) -> str | None:
    """The city line at the head of a paragraph, without its dash.

    Taken are a place with an agency in brackets, and a place in capitals before a dash.

    >>> find_dateline("BERLIN (dpa) - The river rose."), find_dateline("MINSK, March 1 — The river rose.")
    ('BERLIN (dpa)', 'MINSK, March 1')
    >>> find_dateline("Berlin (a city) is wet."), find_dateline("Rain - the river rose.")
    (None, None)
    """
    head = text[:_MAX_CHARS]
    match = _LINE.match(head) if any(sign in head for sign in _SIGNS) else None
    if match is None:
        return None
    line = match[0].strip(" -–—―:.")
    if _is_no_place(line):
        return None
    brackets = re.search(r"\(([^()]*)\)", line)
    if brackets and not _is_agency(brackets[1], text[match.end() - 2 : match.end()]):
        return None
    return line


def _is_no_place(line: str) -> bool:
    """Tell whether what stands before the dash or the day is a kind of text, an address or a date."""
    from cleannews.fields.bylines import words  # noqa: PLC0415 - the lists are loaded when a dateline asks for them

    place = line.partition(",")[0].casefold()
    last = place.rpartition(" ")[2]
    return place in words().no_places or (len(last) >= _DAY_CHARS and last in load_lexicon().words["date"])


def _is_agency(name: str, border: str) -> bool:
    """An agency's name in brackets: known, in capitals, or before a dash."""
    from cleannews.fields.bylines import words  # noqa: PLC0415 - the lists are loaded when a dateline asks for them

    parts = re.split(r"[/,]\s?", name)
    return any(part.casefold() in words().agencies for part in parts) or (
        name.isupper() and any(dash in border for dash in "-–—―")
    )


def resolve_dateline(evidence: Evidence) -> Candidate | None:
    """The city line: declared in JSON-LD, a block of its own, or the head of the first paragraphs."""
    article = evidence.linked.article
    declared = article.get("dateline") if article else None
    if isinstance(declared, str) and 0 < len(declared.strip()) <= _MAX_CHARS:
        return Candidate(declared.strip(), "jsonld")
    for index, text in _heads(evidence):
        line = find_dateline(text)
        if line:
            return Candidate(line, f"block {index}")
    return None


def _heads(evidence: Evidence) -> Iterator[tuple[int, str]]:
    for block in evidence.labelled(Label.DATELINE):
        yield block.index, f"{block.text} - " if len(block.text) < _MAX_CHARS else block.text
    for label in (Label.STANDFIRST, Label.BODY):
        for place, block in enumerate(evidence.labelled(label)):
            if place == 2:  # noqa: PLR2004 - behind the second paragraph no city line stands
                break
            yield block.index, block.text
