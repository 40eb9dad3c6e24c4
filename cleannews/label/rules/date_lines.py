"""Lines that hold nothing but a date or a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.lexicon import load_lexicon
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label
from cleannews.read.elements import SUBHEADINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_DATE = Reason("date_line", Label.DATELINE, 0.962)
_DATE_BELOW = Reason("date_below_headline", Label.DATELINE, 0.995)
"""Set; .97 was measured (322 of 331), but the rest are days of publication that the gold counts as text."""

_DATE_WORDS = 14
_BYLINE_WORDS = 20
"""Words of a line of names, the date, the time of the last change and the number of comments."""
_LAPSE_WORDS = 9
"""Words of a line of a name and how long ago it was."""
_DATE_REACH = 8
"""Blocks behind the headline in which its date stands, with picture and byline before it."""
_PART_TAGS = SUBHEADINGS | {"li", "dt", "dd", "td", "th"}
"""Elements of headings, lists and tables."""
WITH_YEAR = re.compile(
    r"(?<!\d)(?:19|20|25)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d\d(?!\d)"
    r"|(?<!\d)(?:[٢۲२২][٠۰०০]|[١۱१১][٩۹९৯]|۱[۳۴])\d\d(?!\d)"
)
"""A year, those of Thailand (25..) and Iran (13.., 14..) too, in all digits of news."""
LETTERS = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u093a-\u094d\u09bc-\u09cd\u0e31-\u0e4e])+")
"""Letters with the accents that folding set apart (Greek ΐ), and with the vowel signs of Devanagari, Bengali
and Thai, which are no letters by themselves."""
_SPAN = re.compile(
    r"(?:19|20)\d\d\.?\s?(?:[–—-]|(?:to|until|bis|au|al|do|по|до)\s)\s?"
    r"((?:[^\W\d_]{1,12}\.?,?\s|\d{1,2}[./]|\d{1,2}(?:st|nd|rd|th)?,?\s){1,3})(?:19|20)\d\d"
)
_HALF_DAY = re.compile(r"\b([ap])\.\s?m\b")
_SMALL_WORD = 3
"""Letters of a word between the numbers of a date that is no month: "de", "th"."""
_YEAR_DIGITS = 4
_GLUED_LETTERS = 4
"""Letters of two words that ran together, each: "updatedmay" has fewer, and so have words that hold two."""
_NUMBER = re.compile(r"\d")
_NUMBERS = re.compile(r"\d+")


def is_date_line(key: str, date_words: frozenset[str]) -> bool:
    """Tell whether a line holds nothing but a date, a time, or how long reading takes.

    >>> is_date_line("march 4, 2024 at 10:15 am", frozenset({"march", "at", "am"}))
    True
    >>> is_date_line("march 4 was a cold day", frozenset({"march", "at", "am"}))
    False
    >>> is_date_line("publishedmarch 4", frozenset({"published", "march"}))
    True
    """
    if not _NUMBER.search(key):
        return False
    words = LETTERS.findall(_HALF_DAY.sub(r"\1m", key))
    if len(words) > _DATE_WORDS:
        return False
    others = [word for word in words if word not in date_words]
    return not others or (len(others) == 1 and _are_glued(others[0], date_words))


def _are_glued(word: str, date_words: frozenset[str]) -> bool:
    """Tell whether two words of dates ran together, as elements set apart by style do: "publishedmonday"."""
    parts = range(_GLUED_LETTERS, len(word) - _GLUED_LETTERS + 1)
    return any(word[:place] in date_words and word[place:] in date_words for place in parts)


def _before_digit(word: str) -> str:
    """What stands before the first digit of a word, for words that ran into a day: "published06.01.2026"."""
    digit = _NUMBER.search(word)
    return word[: digit.start()] if digit else ""


def is_span(text: str) -> bool:
    """Tell whether a text names a first and a last day, such as those of an exhibition.

    >>> is_span("5 March 2026 – 6 June 2026"), is_span("March 5, 2026 – Updated March 6, 2026")
    (True, False)
    """
    match = _SPAN.search(text)
    months = load_lexicon().words["month"] if match else ()
    words = LETTERS.findall(match[1].casefold()) if match else []
    return match is not None and all(len(word) <= _SMALL_WORD or word in months for word in words)


def find_date_lines(scene: Scene) -> Iterator[Verdict]:
    """Name lines that hold nothing but a date or a time."""
    date_words = scene.lexicon.words["date"]
    for index in scene.numbered:
        first = scene.firsts[index].rstrip(".,")
        opens = first in date_words or first[:1].isdigit() or _are_glued(first, date_words)
        if (
            (opens or _before_digit(first) in date_words)
            and _is_unknown(scene, index)
            and _is_date(scene, index)
        ):
            yield _DATE.at(index, "date and time only")


def _is_unknown(scene: Scene, index: int) -> bool:
    """Tell whether a line has few words and is no known phrase."""
    return scene.lines[index] is None and scene.measures.words[index] <= _BYLINE_WORDS


def _is_date(scene: Scene, index: int) -> bool:
    key, words = scene.measures.keys[index], scene.lexicon.words
    return (
        is_date_line(key, words["date"])
        and (names_day(key, words["month"]) or _tells_lapse(key, words["lapse"]))
        and _is_bare(scene.segments[index].text)
    )


def _tells_lapse(key: str, lapses: frozenset[str]) -> bool:
    """Tell "3 hours ago" and "vor 3 Stunden" from how long something takes."""
    return not lapses.isdisjoint(LETTERS.findall(key))


def find_dates_below(scene: Scene) -> Iterator[Verdict]:
    """Name date lines between headline and text, up to the second paragraph: the first may be a standfirst.

    Days that head the parts of a chronology stand there too, as headings or with their like in the text.
    """
    for index in below_headline(scene, is_date_alone):
        yield _DATE_BELOW.at(index, "date and time only, between headline and text")
    for index in below_headline(scene, _is_sourced):
        yield _DATE_BELOW.at(index, "a date and where the text is from, between headline and text")
    above = scene.context.headline.block - 1
    if above in scene.numbered and is_beside(scene, above) and is_date_alone(scene, above):
        yield _DATE_BELOW.at(above, "date and time only, the line above the headline")


_SOURCED = re.compile(
    r"(?:来源|來源|字号|字號|字体|字體|浏览|瀏覽|阅读|閱讀|点击|點擊|编辑|編輯|作者) ?[:：]|[【\[(（]大"
)
"""What Chinese sites write beside the day: where the text is from, sizes of letters, a counter."""
_SOURCED_WORDS = 24


def _is_sourced(scene: Scene, index: int) -> bool:
    """Tell whether a line holds a whole date, and a source or a counter of a Chinese site behind a colon."""
    key, text = scene.measures.keys[index], scene.texts[index]
    return (
        not key.isascii()
        and scene.measures.words[index] <= _SOURCED_WORDS
        and not scene.measures.ended[index]
        and _SOURCED.search(text) is not None
        and WITH_YEAR.search(key) is not None
        and _DAY.search(key) is not None
    )


def is_beside(scene: Scene, index: int) -> bool:
    """Tell whether a block stands in the very element of the headline, parted by line breaks (HTML)."""
    here, headline = scene.segments[index], scene.segments[scene.context.headline.block]
    html = scene.context.page.kind is Kind.HTML
    return html and here.container == headline.container and here.tag == headline.tag


def below_headline(scene: Scene, is_line: Callable[[Scene, int], bool]) -> Iterator[int]:
    """Yield the lines of a kind that stand between headline and text and have none of it within the text.

    Args:
        scene: The page.
        is_line: Tells whether a short block with a digit is a line of the kind.
    """
    first = scene.context.headline.block + 1
    if not first:
        return
    stop = min(_next_prose(scene), first + _DATE_REACH)
    suspects = [index for index in scene.numbered if first <= index <= scene.end]
    above = [index for index in suspects if index < stop and is_line(scene, index)]
    if not above:
        return  # on most pages, and the whole text need not be looked at
    inside = {scene.segments[index].tag for index in suspects if index > stop and is_line(scene, index)}
    for index in above:
        tag = scene.segments[index].tag
        if tag not in inside and (tag not in _PART_TAGS or is_beside(scene, index)):
            yield index


def _next_prose(scene: Scene) -> int:
    """The second block of prose; where there is but one, that."""
    return scene.prose[min(1, len(scene.prose) - 1)] if scene.prose else 0


def is_date_alone(scene: Scene, index: int) -> bool:
    """Tell whether a short line of no known phrase holds a day, a time or a lapse of time, and no more.

    A month and its year are none: an old article's text may begin so.
    """
    key = scene.measures.keys[index]
    numbers = _NUMBERS.findall(key)
    month = len(numbers) == 1 and len(numbers[0]) == _YEAR_DIGITS
    return not month and _is_unknown(scene, index) and not is_span(key) and _is_date(scene, index)


def holds_lapse(scene: Scene, index: int) -> bool:
    """Tell whether a short line of no known phrase says how long ago something was, and stands for itself."""
    return (
        _is_unknown(scene, index)
        and scene.measures.words[index] <= _LAPSE_WORDS
        and _tells_lapse(scene.measures.keys[index], scene.lexicon.words["lapse"])
        and _is_bare(scene.segments[index].text)
    )


def holds_whole_date(scene: Scene, index: int) -> bool:
    """Tell whether a short line of no known phrase holds a day with its year, and stands for itself."""
    key = scene.measures.keys[index]
    return (
        _is_unknown(scene, index)
        and WITH_YEAR.search(key) is not None
        and len(_NUMBERS.findall(key)) > 1
        and not is_span(key)
        and names_day(key, scene.lexicon.words["month"])
        and _is_bare(scene.segments[index].text)
    )


_DAY = re.compile(
    r"(?<!\d)\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{4}|\d{2})(?!\d)|(?<!\d)\d{4}[./-] ?\d{1,2}[./-] ?\d{1,2}(?!\d)"
    r"|(?<![\d:])[012]?\d:[0-5]\d(?![\d:])|\d{1,2} ?[月월]"
)


def names_day(key: str, months: frozenset[str]) -> bool:
    """Tell a date or a time of day from prices, ratings, ranges and counts."""
    return not months.isdisjoint(LETTERS.findall(key)) or bool(_DAY.search(key))


def _is_bare(text: str) -> bool:
    """Tell a date that stands for itself from one that opens a list, and from sums."""
    return text[-1] not in ":：" and not any(character in text for character in "$€£¥%?!")


DATE_LINES = (
    Rule("date_lines", find_date_lines, (_DATE,)),
    Rule("dates_below", find_dates_below, (_DATE_BELOW,)),
)
