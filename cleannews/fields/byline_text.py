"""The text of a byline: tidied, taken apart where it lost spaces, and cut down to what names people."""

from __future__ import annotations

import re

from cleannews.fields.bylines import words
from cleannews.fields.months import month_number
from cleannews.fields.names import is_day, is_weekday
from cleannews.label.given_names import is_given_name
from cleannews.label.masthead import masthead_words

MAX_CHARS = 300
"""A byline is shorter."""

_DROPPED = re.compile(
    r"<(?:[\w.+-]{1,64}@[\w.-]{1,128})?\s?>|https?://\S{1,300}|www\.\S{1,200}|\[email[^\]]{0,20}\]|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
    r"|[\u200b\u200e\u200f\ufeff]"
)
"""Addresses, protected addresses, the brackets that one left, and invisible signs."""
_DROPPED_SIGNS = ("@", "http", "www.", "[email", "<")
"""One of them is in every address: most lines hold none, and the pattern is slow to find that out."""
_PICTURE = r"\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
_PICTURES = re.compile(rf"^[{_PICTURE}][{_PICTURE}\s]{{0,7}}")
"""Before a byline: a man, a pen."""
_HANDLE = re.compile(r"(?:(?<=\s)|^)[@#][\w.]{1,40}")
BRACKETS = re.compile(r"\(([^()]{0,80})\)|\[([^\[\]]{0,80})\]|（([^（）]{0,80})）")
_DIGIT = re.compile(r"\d")
_BEFORE_DAY = re.compile(r"((?:[^\s|\d]{1,30}\s){1,4}[^\s|\d]{1,30})\s([^\W\d_]{2,5})[.,]?\s?(?=[|\d])")
_BEFORE_DATE = re.compile(r"\s(?:le|el|il|am|on|den|em|op|dnia|of|at|the|às|à|um|kl|о|в|o)$")
_GLUED_BY = re.compile(r"((?:Written |Posted )?[Bb]y|Von|Par|Por)(?=[A-ZÀ-Þ](?:[a-zß-ÿ]|\.))")
_GLUE = re.compile(r"[A-ZÀ-Þ](?<=[a-zß-ÿ].)[a-zß-ÿ]{2,14}")
"""A capital that follows a small letter; it comes first, so that the search skips to it."""


def tidy(text: str) -> str:
    """The text without addresses, handles and pictures, white space folded."""
    text = text[:MAX_CHARS].replace("\u00a0", " ")
    if not text.isascii() or any(map(text.__contains__, _DROPPED_SIGNS)):
        text = _DROPPED.sub(" ", text)
    if "@" in text or "#" in text:
        text = _HANDLE.sub(" ", text)
    if not text.isascii():
        text = _PICTURES.sub("", text)
    return " ".join(text.split()).strip(" |•·,;\\")


def unglued(text: str) -> str:
    """Take apart what lost its space: "ByAnn Lee", "Ann LeeFounder", "Ann LeeMarch 3"."""
    lists = words()

    def part(match: re.Match[str]) -> str:
        word = match[0].casefold()
        foreign = word in lists.roles or month_number(word) or lists.ends.fullmatch(word) or is_day(word)
        return f" | {match[0]}" if foreign or _begins_name(text, match.start()) else match[0]

    by = _GLUED_BY.match(text)
    return _GLUE.sub(part, f"{by[1]} {text[by.end() :]}" if by else text)


def _begins_name(text: str, place: int) -> bool:
    """Tell whether a second name ran into the first: "Lotte VerschaerenBram Ek", not "Ann McDonald"."""
    before, behind = text[:place].split(), text[place:].split()
    several = len(before) > 1 and len(behind) > 1 and behind[1][:1].isupper()
    return several and len(before[-1]) >= _LONG_PART and is_given_name(behind[0])


_LONG_PART = 3
"""Letters of a family name; of what stands before a capital inside of one, "Mc" or "De", there are fewer."""


def names_part(text: str) -> str:
    """What stands before the date, the brackets and the words that end a byline."""
    text = BRACKETS.sub(" | ", text)
    end = words().find_end(text)
    if end:
        text = text[: end.start()]
    digit = _DIGIT.search(text)
    if digit:
        text = text[: digit.start()].rstrip(" .")
        last = text.rpartition(" ")[2]
        text = _BEFORE_DATE.sub("", text.removesuffix(last).rstrip() if month_number(last) else text)
        day = text.rstrip(" ,").rpartition(" ")
        if is_weekday(day[2]) and " " in day[0].strip():
            text = day[0]
    return text.strip(" |•·,;:–—-")


def without_day(text: str) -> str:
    """Cut the short form of a weekday behind two words or more, where a date stood behind it.

    >>> without_day("Nadia Rahman Mon | Sport"), without_day("Kim Sun | Sport"), without_day("Ann Lee Sun")
    ('Nadia Rahman | Sport', 'Kim Sun | Sport', 'Ann Lee Sun')
    """
    found = _BEFORE_DAY.match(text)
    return f"{found[1]} {text[found.end() :]}" if found and is_day(found[2]) else text


def without_paper(text: str) -> str:
    """Cut what stands behind the name and a bar from the paper's name on.

    >>> without_paper("Ann Lee | Brin Echo"), without_paper("Ann Lee | Bo Ek")
    ('Ann Lee', 'Ann Lee | Bo Ek')
    """
    parts = [part.strip() for part in text.split("|")]
    papers = masthead_words()
    paper = next(
        (at for at, part in enumerate(parts) if at and not papers.isdisjoint(part.casefold().split())), 0
    )
    return " | ".join(parts[:paper]) if paper else text
