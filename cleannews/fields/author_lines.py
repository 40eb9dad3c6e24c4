"""The lines of a page that say who wrote the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.fields.bylines import openers, words
from cleannews.fields.east_asian import reporters
from cleannews.fields.names import is_collective, is_role
from cleannews.fields.neighbours import is_near
from cleannews.fields.people import read_author, read_byline, read_signature
from cleannews.label.lexicon import load_lexicon
from cleannews.label.masthead import squeeze
from cleannews.label.measures import fold
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.article import Block
    from cleannews.fields.evidence import Evidence

_AUTHOR_CLASS = re.compile(
    r"author|byline|writer|contributor|autor|auteur|redakteur|journalist|verfasser|penulis"
)
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|autor(?:es|en|i|y)?|auteurs?|people|persons?|profiles?|profil|contributors?|journalists?|by|staff|team|users?"
    r"|redaktion|redaktor|writers?|reporters?|columnists?|firmas?|u|author-?\w{0,20})/|/@",
    re.IGNORECASE,
)
_CLOSE = 4
"""Blocks behind the headline within which a name beside a date is the author's."""
_DATE_CHARS, _LEAD_CHARS = 80, 30
_SIGNATURE_CHARS = 160
_SIGNATURE = re.compile(
    r"(?:(?:this|the) (?:post|article|story|piece) was )?(?:originally )?"
    r"(?:written|posted|reported|words|text|story) by\s"
    r"|(?:geschrieben|verfasst) von\s|escrito por\s|(?:écrit|rédigé) par\s|scritto da\s|geschreven door\s"
    r"|(?:erstellt|eingestellt|gepostet) von\s"
    r"|skrive[nt] a[vf]\s|publicado por\s|posted by:?\s|authors?:\s|auteure?s?\s?:\s"
    r"|autor(?:a|e|in|en|es|i|ka)?:\s|автор:\s",
    re.IGNORECASE,
)
_SIGNATURE_LETTERS = frozenset("towprsgveéaаTOWPRSGVEÉAА")
"""What those lines begin with."""
_MENUS = frozenset((Label.NAVIGATION, Label.BREADCRUMB, Label.TAGS))
_TEXT = frozenset((Label.BODY, Label.STANDFIRST))
_NOT_AUTHORS = frozenset(
    (Label.BODY, Label.STANDFIRST, Label.RELATED, Label.COMMENTS, Label.TITLE, Label.ECHO, Label.LEGAL)
)
_TEXT_BLOCKS = 80
"""Paragraphs in which a name is looked up."""
_MENTIONS = 2
"""Paragraphs that name a person whom the article is about; an author is named in none, or in one note."""
_MAX_MARKED = 4
"""More different names marked as author stand in a list of other articles."""
_NAME_CHARS = (4, 90)
_NOT_WORDS = frozenset((Label.BODY, Label.STANDFIRST, Label.COMMENTS, Label.TITLE, Label.ECHO, Label.LEGAL))
_USER_NAME = re.compile(r"[^\W\d_]{3,30}")
_MAX_WORD_CHARS = 40
_NAME_WORDS = 4
_SIGNS = frozenset(':：|/／,،、()（）[]【】<>«»"“”?!؟。।۔…#@&+=')
"""No name of a person has one."""
_PHOTO = 20
"""Characters before a word for "by" in which one for "photo" stands."""
_PICTURED = re.compile(r"photo|foto|bild|pictur|imag|illustrat|gra[fp]|video|фото|写真", re.IGNORECASE)
_MIN_FAMILY = 3
"""Letters of a family name that is looked up in the text."""
_MAX_GAP = 2
"""Blocks from one name of a list of authors to the next: a picture's text or a sign stands between."""
_SENTENCE_WORDS = 14
"""Words of a line with a full stop that is a sentence of the text; bylines are shorter, or tell a day."""
_WEEKDAY_CHARS = 4
"""Letters of a day of the week; shorter forms are family names as well."""
_NAME_PART_CHARS = 4
"""Letters of a word of a name that is looked up in the title; shorter ones are initials and particles."""


class Authors(NamedTuple):
    """The authors and the source that named them."""

    names: tuple[str, ...]
    origin: str
    persons: bool = True
    """The source does not say that they are organisations."""

    @property
    def block(self) -> int:
        """The block that names them; -1 for a declaration."""
        number = self.origin.partition(":block ")[2]
        return int(number) if number else -1


def bylines(evidence: Evidence) -> Iterator[Authors]:
    """Blocks labelled as byline: those near the headline, a far one only if it is the only one."""
    blocks = evidence.labelled(Label.BYLINE)
    near = [block for block in blocks if is_near(block.index, evidence.places)]
    for block in near or blocks[: len(blocks) == 1]:
        names = _led_names(evidence, block) or _backed_names(evidence, block)
        yield Authors(names, f"byline:block {block.index}")
        yield Authors(_signature(evidence, block), f"byline:block {block.index}", persons=False)


def led_lines(evidence: Evidence) -> Iterator[Authors]:
    """Lines near the headline that open with a word for "by"."""
    rules = openers(evidence.locale.language)
    for block in evidence.near:
        text = block.text
        if text.isascii() and ":" not in text and not rules.leads(text):
            continue  # most lines: no word for "by" at all
        yield Authors(_led_names(evidence, block), f"line:block {block.index}")
        yield Authors(_signature(evidence, block), f"line:block {block.index}", persons=False)


def _led_names(evidence: Evidence, block: Block) -> tuple[str, ...]:
    """The names behind a word for "by", up to the date behind them."""
    language = evidence.locale.language
    rules = openers(language)
    line = evidence.without_dates(block.text)
    if _is_told(block.text) and not evidence.dates(block.text):
        return ()
    if rules.begin(line) is None and not reporters(line):
        inside = rules.anywhere.search(line) if evidence.dates(block.text) else None
        if inside is None or block.label in _TEXT:
            return ()
        if _PICTURED.search(line, max(0, inside.start() - _PHOTO), inside.start()):
            return ()
        return _without_site(evidence, _names_before_date(f"By {line[inside.end() :]}", language))
    return _without_site(evidence, _names_before_date(_before_date(evidence, block), language))


def _is_told(text: str) -> bool:
    """Whether a line is a sentence that opens like a byline: "Author Ann Lee, from Lundby, said that ..."."""
    return text.endswith(".") and len(text.split()) >= _SENTENCE_WORDS


def _names_before_date(line: str, language: str | None) -> tuple[str, ...]:
    """The names in a line up to its date; the day of the week before it is none, if a name is left without.

    "By Ann Lee Friday, 3 May", but "Von Gustav Freitag".
    """
    names = read_byline(line, language=language)
    head = line.partition(" | ")[0].rstrip(" ,")
    last = head.rpartition(" ")[2]
    lexicon = load_lexicon().words
    if names and last.casefold() in lexicon["date"] - lexicon["month"] and len(last) >= _WEEKDAY_CHARS:
        return read_byline(head.removesuffix(last), language=language) or names
    return names


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
        told = dated and block.label not in _TEXT and _is_marked(evidence, block.index)
    else:
        told = dated or block.label is Label.BYLINE or _is_marked(evidence, block.index)
    return read_signature(line, language=language) if told else ()


def _before_date(evidence: Evidence, block: Block) -> str:
    """A line up to the date behind its names: tags and sections follow there."""
    dates = evidence.dates(block.text)
    head = block.text[: dates[0].start] if dates else ""
    return head if head.strip(" |") else evidence.without_dates(block.text)


def _without_site(evidence: Evidence, names: Sequence[str]) -> tuple[str, ...]:
    """Cut the site's name off a person's: "Ann Lee Daily Herald"."""
    found = []
    for name in names:
        words = name.split()
        cuts = range(2, len(words))
        cut = next((at for at in cuts if squeeze(" ".join(words[at:])) in evidence.names), len(words))
        found.append(" ".join(words[:cut]))
    return tuple(found)


def name_lines(evidence: Evidence) -> Iterator[Authors]:
    """Lines near the headline that hold nothing but names, where something says that these are the authors'.

    That is: a class or an address for authors, or a date line beside it and the name again behind the text.
    Lines that follow each other closely make one list.
    """
    run: list[tuple[int, tuple[str, ...]]] = []
    for block in evidence.near:
        if block.label in _NOT_AUTHORS or not _NAME_CHARS[0] <= len(block.text) <= _NAME_CHARS[1]:
            continue
        names = _backed_names(evidence, block)
        if not names:
            continue
        if run and not _are_listed(evidence, run[-1][0], block.index):
            yield _joined(run)
            run = []
        run.append((block.index, names))
    if run:
        yield _joined(run)


def _are_listed(evidence: Evidence, first: int, second: int) -> bool:
    """Whether two lines of names are entries of one list: the same classes, and close to each other."""
    if not 0 < second - first <= _MAX_GAP:
        return False
    return _classes(evidence, first) == _classes(evidence, second) and _is_marked(evidence, second)


def _classes(evidence: Evidence, index: int) -> tuple[str, str]:
    """The class names of a line and of what holds it."""
    segment, containers = evidence.page.segments[index], evidence.page.containers
    return segment.names, containers.names[segment.container] if segment.container >= 0 else ""


def _joined(run: Sequence[tuple[int, tuple[str, ...]]]) -> Authors:
    names = dict.fromkeys(name for _, found in run for name in found)
    return Authors(tuple(names), f"line:block {run[0][0]}")


def _backed_names(evidence: Evidence, block: Block) -> tuple[str, ...]:
    language = evidence.locale.language
    names = read_byline(evidence.without_dates(block.text), language=language)
    if not names and evidence.dates(block.text) and _is_marked(evidence, block.index):
        names = read_byline(_before_date(evidence, block), language=language)
    names = _without_site(evidence, names)
    return names if names and _is_backed(evidence, block.index, names[0]) else ()


def marked_words(evidence: Evidence) -> Iterator[Authors]:
    """What its own class marks as the author near the headline: a first name, a user name, a team.

    In scripts without capitals any name: there only a word for "by", or a class, tells it from other words.
    """
    for block in evidence.near:
        word = evidence.without_dates(block.text).strip(" |,·-–")
        names = evidence.page.segments[block.index].names
        if block.label in _NOT_WORDS or len(word) > _MAX_WORD_CHARS:
            continue
        if _is_uncased_name(word) and _is_marked(evidence, block.index):
            yield Authors(read_author(word), f"line:block {block.index}")
            continue
        lone = _USER_NAME.fullmatch(word) and not is_role(word) and words().find_end(word) is None
        if (lone and _AUTHOR_CLASS.search(names)) or (_is_team(word) and _is_marked(evidence, block.index)):
            yield Authors(read_author(word), f"line:block {block.index}", persons=False)


def _is_uncased_name(phrase: str) -> bool:
    """Whether a phrase of a script without capitals may be a name: a few words, and no known line or job.

    >>> _is_uncased_name("أحمد سالم"), _is_uncased_name("Ann Lee"), _is_uncased_name("記者")
    (True, False, False)
    """
    if not phrase or phrase.lower() != phrase.upper() or len(phrase.split()) > _NAME_WORDS:
        return False
    letters = sum(map(str.isalpha, phrase))
    signs = sum(sign in _SIGNS or sign.isdecimal() for sign in phrase)
    return letters > 1 and not signs and not is_role(phrase) and fold(phrase) not in load_lexicon().lines


def _one_word(text: str) -> tuple[str, ...]:
    """A user name in a marked element: a page that marks it as the author means it."""
    return read_author(text) if 0 < len(text.split()) <= 2 and len(text) <= 40 else ()  # noqa: PLR2004 - user names


def _is_team(phrase: str) -> bool:
    return " " in phrase and is_collective(phrase) and not any(word[0].islower() for word in phrase.split())


def marks(evidence: Evidence) -> Iterator[Authors]:
    """Marked names close to the headline: further off they belong to teasers and comments."""
    place = evidence.headline.block
    for kind in ("rel-author", "author"):
        marks = [
            mark
            for mark in evidence.page.hints.marks
            if mark.name == kind and (place < 0 or place - 3 <= mark.segment <= place + 16)
        ]
        names: dict[str, str] = {}
        for mark in marks:
            text = mark.text or ("" if "/" in mark.value else mark.value)
            for name in read_byline(text, language=evidence.locale.language) or _one_word(text):
                names.setdefault(name.casefold(), name)
        if 0 < len(names) <= _MAX_MARKED:
            yield Authors(tuple(names.values()), kind)


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


def is_linked(evidence: Evidence, shown: Authors) -> bool:
    """Whether the line that names the authors links one of them as such (``rel=author``)."""
    return any(
        mark.name == "rel-author" and mark.segment == shown.block for mark in evidence.page.hints.marks
    )


def is_shown(evidence: Evidence, name: str) -> bool:
    """Whether readers see a name anywhere on the page."""
    family = name.rpartition(" ")[2].casefold()
    return any(family in block.text.casefold() for block in evidence.blocks)


def _is_backed(evidence: Evidence, index: int, name: str) -> bool:
    """Whether anything but its capitals says that a line is the author's name."""
    if _is_titled(evidence, name) or _is_phrase(evidence, name):
        return False
    href = evidence.page.segments[index].href
    if href and _AUTHOR_PATH.search(href[:300]):
        return True
    if _is_subject(evidence, name):
        return False
    return _is_marked(evidence, index) or _is_signed(evidence, index, name)


def _is_phrase(evidence: Evidence, name: str) -> bool:
    """Whether all words of a line stand in the text in small letters: a heading or a section, not a name."""
    words = {word.casefold().strip(".") for word in name.split()}
    text = " ".join(block.text for block in evidence.paragraphs()[:_TEXT_BLOCKS])
    return all(_holds_word(text, word) for word in words)


def _holds_word(text: str, word: str) -> bool:
    """Whether a word stands in a text by itself; compiling a pattern for each would cost more than all else.

    >>> _holds_word("the rains", "rain"), _holds_word("rains and rain.", "rain")
    (False, True)
    """
    place = text.find(word)
    while place >= 0:
        beside = (text[place - 1 : place], text[place + len(word) : place + len(word) + 1])
        if not any(sign.isalnum() or sign == "_" for sign in beside):
            return True
        place = text.find(word, place + 1)
    return False


def _is_titled(evidence: Evidence, name: str) -> bool:
    """Whether a word of the name stands in the title: a person written about, or a topic."""
    title = (evidence.headline.text or "").casefold()
    return any(len(word) >= _NAME_PART_CHARS and word.casefold() in title for word in name.split())


def _is_subject(evidence: Evidence, name: str) -> bool:
    """Whether the article is about the person: several paragraphs bear the family name."""
    family = name.rpartition(" ")[2].strip(".")
    paragraphs = evidence.paragraphs()[:_TEXT_BLOCKS]
    wanted = family if len(family) >= _MIN_FAMILY else name
    return sum(wanted in block.text for block in paragraphs) >= _MENTIONS


def _is_marked(evidence: Evidence, index: int) -> bool:
    """Whether the line's own class or link is one for authors."""
    segment = evidence.page.segments[index]
    if segment.href and _AUTHOR_PATH.search(segment.href[:300]):
        return True
    return _is_marked_name(evidence, index)


def _is_marked_name(evidence: Evidence, index: int) -> bool:
    """Whether the line's own class is one for authors."""
    return any(_AUTHOR_CLASS.search(names[:300]) for names in _classes(evidence, index))


def _is_signed(evidence: Evidence, index: int, name: str) -> bool:
    """Whether a date or a job stands in the line or beside it, and the name is in no menu before it.

    Where the date stands beside the line, the line must follow the headline closely or the name come again.
    """
    blocks = evidence.blocks
    if any(name in block.text for block in blocks[:index] if block.label in _MENUS):
        return False
    text = blocks[index].text
    if evidence.dates(text) or (is_role(text) and index > min(evidence.places)):
        return True
    beside = (*blocks[max(0, index - 2) : index], *blocks[index + 1 : index + 3])
    if not any(evidence.dates(block.text) for block in beside if len(block.text) <= _DATE_CHARS):
        return False
    if any(0 < index - place <= _CLOSE for place in evidence.places):
        return True
    folded = name.casefold()
    return any(folded in block.text[: len(name) + _LEAD_CHARS].casefold() for block in blocks[index + 4 :])


def signatures(evidence: Evidence) -> Iterator[Authors]:
    """A line anywhere that says "written by", if all such lines name the same people."""
    found: dict[tuple[str, ...], int] = {}
    for block in evidence.blocks:
        text = block.text
        match = _SIGNATURE.match(text) if text[:1] in _SIGNATURE_LETTERS else None
        if match and block.label is not Label.COMMENTS and len(text) <= _SIGNATURE_CHARS:
            line = f"By {evidence.without_dates(text)[match.end() :]}"
            names = read_byline(line, language="en")
            if not names and evidence.dates(text):
                names = read_signature(line, language="en")
            if names:
                found.setdefault(names, block.index)
    if len(found) == 1:
        names, index = found.popitem()
        yield Authors(names, f"line:block {index}")
