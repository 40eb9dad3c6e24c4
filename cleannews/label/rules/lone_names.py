"""Names on lines of their own beside the date of an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.departments import is_department
from cleannews.label.given_names import AND, called_by, opens_name, pronouns
from cleannews.label.lexicon import load_lexicon
from cleannews.label.rules.bylines import names_in, names_only
from cleannews.label.rules.date_lines import LETTERS, is_date_alone
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.uncased_names import is_uncased, is_uncased_name
from cleannews.labels import Label
from cleannews.read.elements import SUBHEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

NAME_BESIDE_DATE = "name_beside_date"
"""Reason of such names."""

_LONE = Reason(NAME_BESIDE_DATE, Label.BYLINE, 0.995)
"""Set; .93 was measured (110 of 118); the others are bylines and sections that the gold counts as text."""

_GIVEN_NAME = Reason("name_below_headline", Label.BYLINE, 0.99)
_BELOW = 3
"""Blocks behind the headline among which a name stands alone."""
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_TOLD = 12
"""Paragraphs in which a family name is looked up."""
_REACH = 6
"""Blocks behind the headline among which a name stands beside its date."""
_NAMES = range(2, 5)
"""Words of a name; one word is a place or a section more often."""
_CHARS, _LIST_CHARS = 40, 80
_PARTED = re.compile(rf"\s?[|/•·,;&]\s?|\s{AND}\s")
_BOTH = re.compile(rf"[^|/•·,;&]{{1,40}}\s{AND}\s[^|/•·,;&]{{1,40}}")
_UNCASED_PARTED = re.compile(r"[|/•·,;&،、，]")
_GIVEN = range(2, 4)
"""Words of a name before its job."""
_PLACE_WORDS = 5
_IDEOGRAPHS = re.compile(r"[\u3005\u3400-\u9fff][\u3005\u3040-\u309f\u3400-\u9fff]{2,5}")
_NO_GIVEN = frozenset(
    "県市区町村署部社党会院局課庁省館校駅湾線戦輪球場店察学聞督手員者道府都湖寺城所軍隊事業版面欄集"
)
"""Ends of places, bodies and jobs that begin like family names ("山口県")."""
_FAMILY_SIGNS, _GIVEN_SIGNS, _NAME_PARTS = range(2, 4), range(1, 4), 2
"""Signs of the two parts of a Japanese name."""
_PROSE = 2
"""Blocks of prose from which the text has begun: the first may be a standfirst."""


def find_lone_names(scene: Scene) -> Iterator[Verdict]:
    """Name short lines of capitalised words, or of any in scripts without capitals, directly beside the date.

    Between the headline and the second paragraph, and where nothing like the date stands within the text.
    A job may follow a name, and a line that says where the report is from may stand in the date's place. Not
    headings, items and cells, which head the parts of a text, and no line that holds a digit.
    """
    first = scene.context.headline.block + 1
    stop = min(scene.prose[min(_PROSE, len(scene.prose)) - 1], first + _REACH) if scene.prose else 0
    if not first:
        return
    for index in range(first, stop):
        beside = [at for at in (index - 1, index + 1) if first <= at < stop]
        if _may_name(scene, index) and any(
            is_date_alone(scene, at) or _is_placed(scene, at) for at in beside
        ):
            yield _LONE.at(index, "a name beside the date, between headline and text")


def _is_placed(scene: Scene, index: int) -> bool:
    """Tell whether a short line says where the report above it is from: "Reporting from Lundby"."""
    text, opener = scene.texts[index], scene.measures.keys[index].split()[:2]
    short = scene.measures.words[index] <= _PLACE_WORDS and not scene.measures.ended[index]
    return short and " ".join(opener) in scene.lexicon.words["placed"] and names_only(text.split(" ", 2)[-1])


def _may_name(scene: Scene, index: int) -> bool:
    text, key = scene.texts[index], scene.measures.keys[index]
    if len(text) > _CHARS or scene.lines[index] is not None or scene.measures.ended[index]:
        return False
    if scene.segments[index].tag in SUBHEADINGS or any(map(str.isdigit, text)) or is_department(key):
        return False
    if "、" in text or "，" in text:
        return False
    if is_uncased(text):
        few = len(LETTERS.findall(text)) in _NAMES and text[-1] not in ":："
        return few or is_family_named(text) or is_uncased_name(text, language=scene.context.language)
    return (names_only(text) or _bears_job(scene, text)) and len(names_in(text)) in _NAMES


def _bears_job(scene: Scene, text: str) -> bool:
    """Tell whether a job follows two or three capitalised words: "Ann Lee Senior arts writer"."""
    words = text.replace(",", " ").split()
    roles, offices = scene.lexicon.words["role"], scene.lexicon.words["profession"]
    job = next((at for at, word in enumerate(words) if word.casefold() in roles), 0)
    return (
        job in _GIVEN and words[-1].casefold() in offices and all(word[0].isupper() for word in words[:job])
    )


def is_family_named(text: str) -> bool:
    """Tell whether a line is a Japanese name: ideographs that begin with a frequent family name.

    >>> is_family_named("佐藤美咲"), is_family_named("佐藤 美咲"), is_family_named("国際経済")
    (True, True, False)
    >>> is_family_named("山口県")
    False
    """
    name = "".join(text.split())
    if not _IDEOGRAPHS.fullmatch(name) or name[-1] in _NO_GIVEN or len(text.split()) > _NAME_PARTS:
        return False
    families = load_lexicon().words["family"]
    return any(name[:size] in families for size in _FAMILY_SIGNS if len(name) - size in _GIVEN_SIGNS)


def find_given_names(scene: Scene) -> Iterator[Verdict]:
    """Name lines directly below the headline that hold a given name and the rest of a name, and nothing else.

    Above the first paragraph, and not the person whom it is about. Not where names alone head paragraphs
    further below, as in lists of books or of the dead, where a line says "by", or "she" begins the text.
    """
    first = scene.context.headline.block + 1
    stop = min(scene.prose[0] if scene.prose else 0, first + _BELOW) if first else 0
    found = [index for index in range(first, stop) if _is_given(scene, index)]
    if found and not _heads_parts(scene) and not _is_signed(scene, first):
        for index in found:
            yield _GIVEN_NAME.at(index, "a name below the headline")


def _is_given(scene: Scene, index: int) -> bool:
    """Tell whether each part of a line that holds a name begins with a given name, and there is one.

    Below a word for "by" alone any name will do.
    """
    text, segment = scene.texts[index], scene.segments[index]
    if len(text) > _LIST_CHARS or scene.lines[index] is not None or scene.measures.ended[index]:
        return False
    strong = 0 < segment.strong_chars >= len(text.replace(" ", ""))
    if strong or segment.tag in SUBHEADINGS or segment.tag == "figcaption":
        return False
    led = scene.measures.keys[index - 1].rstrip(":") in scene.lexicon.words["byline"]
    names = persons_in(text, led=led, language=scene.context.language)
    return bool(names) and not any(is_told_of(scene, name) for name in names)


def persons_in(
    text: str, *, led: bool = False, dated: bool = False, language: str | None = None
) -> list[list[str]]:
    """The words of each name of a line that holds nothing but names; nothing for any other line.

    Args:
        text: The line.
        led: A word for "by" stands above it: any name will do, else those that begin with a given name.
        dated: Words of dates may be parts of names: "Marta Ribera", "Nguyễn Thu Hà".
        language: Of the page, which tells Chinese names from Japanese ones.

    >>> persons_in("Lindiwe Mabaso and Clara van der Aue"), persons_in("Harbour Desk")
    ([['lindiwe', 'mabaso'], ['clara', 'aue']], [])
    >>> persons_in("ليلى الحداد، أحمد سالم"), persons_in("أخبار الرياضة")
    ([['ليلى', 'الحداد'], ['أحمد', 'سالم']], [])
    """
    if not text.isascii() and is_uncased(text):
        pieces = [piece.strip() for piece in _UNCASED_PARTED.split(text)]
        named = all(is_uncased_name(piece, language=language) for piece in pieces)
        return [piece.split() for piece in pieces] if named else []
    if not names_only(text):
        return []
    names = list(filter(None, map(_dated_words if dated else names_in, _PARTED.split(text))))
    whole = names and text.casefold().startswith(names[0][0])
    told = [led or opens_name(name) for name in names]
    known = any(told) if _BOTH.fullmatch(text) else all(told)  # "and" stands between persons
    return names if whole and known and all(len(name) in _NAMES for name in names) else []


def _dated_words(part: str) -> list[str]:
    """The words of a name, a word of dates too where nothing but it and capitals make the name.

    >>> _dated_words("Marta Ribera"), _dated_words("Nguyễn Thu Hà"), _dated_words("Martha Quist Thursday")
    (['marta', 'ribera'], ['nguyễn', 'thu', 'hà'], ['martha', 'quist'])
    """
    found, words = names_in(part), part.split()
    if len(found) == len(words) or len(words) not in _NAMES or not all(word[0].isupper() for word in words):
        return found
    folded = [word.casefold() for word in words]
    dated = len(found) == len(words) - 1 and load_lexicon().words["date"].issuperset({*folded} - {*found})
    whole = dated and folded[-1] == found[-1] and opens_name(folded)
    return folded if whole else found


def _heads_parts(scene: Scene) -> bool:
    """Tell whether names alone stand between paragraphs: the first one heads a part as they do."""
    if not scene.prose:
        return False
    between = range(scene.prose[0] + 1, scene.prose[-1])
    texts, ended, language = scene.texts, scene.measures.ended, scene.context.language
    short = (texts[at] for at in between if len(texts[at]) <= _CHARS and not ended[at])
    return any(persons_in(text, language=language) for text in short)


def _is_signed(scene: Scene, first: int) -> bool:
    """Tell whether a line at the head opens with a word for "by" and a name, or the text with "she"."""
    openers = scene.lexicon.words["byline"]
    lines = range(first, min(first + _REACH, len(scene.texts)))
    if any(scene.firsts[at] in openers and len(names_in(scene.texts[at])) > 1 for at in lines):
        return True
    return scene.texts[scene.prose[0]].split(None, 1)[0].casefold() in pronouns()


def is_told_of(scene: Scene, name: Sequence[str]) -> bool:
    """Tell whether the headline or several of the first paragraphs speak of somebody by family name.

    In scripts without capitals whatever letters stand beside it: words take their prefixes and ends there.
    """
    uncased = not name[-1].isascii() and is_uncased(name[-1])
    family = name[-1] if uncased else called_by(name)
    texts = (scene.texts[at] for at in scene.prose[:_TOLD])
    title = scene.context.headline.text or ""
    if uncased or " " in family:
        return family in title.casefold() or sum(family in text.casefold() for text in texts) >= _PROSE
    told = sum(family in _WORD.findall(text.casefold()) for text in texts)
    return told >= _PROSE or family in _WORD.findall(title.casefold())


LONE_NAMES = Rule("lone_names", find_lone_names, (_LONE,))
GIVEN_NAMES = Rule("given_names", find_given_names, (_GIVEN_NAME,))
