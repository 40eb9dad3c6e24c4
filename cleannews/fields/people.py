"""Names out of bylines and author declarations.

A wrong author is worse than none: what is not clearly a name, an agency or (where a page declares it) an
organisation or user name gives nothing.
"""

from __future__ import annotations

import html
import re

from cleannews.fields.byline_text import (
    BRACKETS,
    MAX_CHARS,
    names_part,
    tidy,
    unglued,
    without_day,
    without_paper,
)
from cleannews.fields.bylines import openers, words
from cleannews.fields.names import (
    MAX_NAME_CHARS,
    MAX_NAME_WORDS,
    has_capitals,
    is_addition,
    is_collective,
    is_name,
    is_role,
    once,
    unique,
    without_employer,
    without_role,
)
from cleannews.fields.signs import SIGNS
from cleannews.label.given_names import is_given_name
from cleannews.label.lexicon import load_lexicon
from cleannews.label.uncased_names import is_uncased_name
from cleannews.read.letters import COLONS

_EDGES = " .,:–—-|\"'()[]"
_FOREIGN_BY = re.compile(r"^(?:von|di|da|av|af|par|por|door)\s(?=[^\W\d_a-zß-ÿ][\w.'’-]{0,30}\s[^\W\d_])")
"""A small word for "by" of another language than the page's, before two words: no given name."""
_DASHES = re.compile(r"\s[-–—]\s")
_TOWN = re.compile(r"[^,;/|&+]{2,40}, ?[A-Z]{2}")
"""A town and the two letters of its state, as in Brazil and the United States."""
_LISTS = re.compile(r"[,;/|&+]")
"""Signs between the names of a list."""
_ASKED = re.compile(r"^Mit .{3,60} sprach(?:en)? (.{3,80})$")
"""Who asked stands behind who answered: "Mit Ann Lee sprach Bo Ek"."""
_PHOTOGRAPHER = re.compile(
    r"(?:,|;|/|&|\b(?:and|und|et|y|e|i|og|och|en|ja|a))\s[^,;/&()]{3,60}"
    r"\((?:photos?|photography|pictures|fotos?|fotografi[aeí]?a?|bild(?:er)?|kuvat?|zdjęcia|imagens|immagini)\)"
)
"""One more name with what it gave in brackets, behind the writer's: "Rui Sá (texto) e Ana Reis (foto)"."""
_FROM = re.compile(r"(?:de|desde|em|en|da|do|aus|from|à|iz|z|ze)\s[^\W\d_a-zß-öø-ÿ]")
"""A piece that says where somebody wrote from."""
_BEHIND_NAME = re.compile(
    r"\s(?:in|[Ff]or|from|aus|für|special to|reporting|reports|berichtet|à|desde|para|per|at|bei|the)"
    r"\s.{0,200}$"
)
_SIGNED = re.compile(
    r"((?:[^\s|,;:•·@/()]{1,30}\s){0,3}?[^\s|,;:•·@/()]{1,40})"
    r"(?=$|\s?[|,;•·@/(—–-]|\s(?:am|on|in|at|um|under|le|el|il|den|em|op|på|w|v|в)(?:\s|$))"
)
"""A name of one to four words up to what ends it in a byline."""
_MAX_TEAM_WORDS = 4
_CAPITALS = re.compile(r"\S+|(?:[^\W_a-zß-ÿ]\S*\s?)+")
"""One word, or several that all begin with a capital or a digit."""
_MAIL_NAME = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,128}\s?\(([^()]{2,60})\)")


def read_byline(text: str, *, language: str | None = None) -> tuple[str, ...]:
    """The names in a byline that readers see.

    A line that does not open with a word for "by" must hold nothing but names, roles, places, dates.

    Args:
        text: The line.
        language: ISO 639-1 code of the page; ``None`` if not known.

    Returns:
        Names in order, each once; ``()`` if the line is not clearly a byline.

    >>> read_byline("By Ann Lee and Bo Ek, Senior Reporters | Updated 3 May 2024")
    ('Ann Lee', 'Bo Ek')
    >>> read_byline("Von Jana Wolf, Zürich", language="de"), read_byline("Follow us")
    (('Jana Wolf',), ())
    """
    text = unglued(tidy(text))
    if SIGNS.search(text):
        from cleannews.fields.east_asian import east_asian_names  # noqa: PLC0415 - see fields.signs

        return unique(east_asian_names(text, language=language))
    rules = openers(language)
    start = rules.begin(text) or rules.inside.search(text)
    rest = text[start.end() :] if start else _FOREIGN_BY.sub("", text, count=1)
    again = rules.begin(rest) if start else None
    if again and again[0].rstrip().endswith(COLONS):
        rest = rest[again.end() :]  # "von Autor: Ann Lee"
    rest = _PHOTOGRAPHER.sub("", _ASKED.sub(r"\1", rest))
    found: list[str] = []
    for piece in rules.joiners.split(without_paper(_without_place(names_part(without_day(rest))))):
        if found and _FROM.match(piece.strip()):
            continue
        known, name = _team(piece) if start else (False, None)
        if name is None:
            known, name = _person(piece, led=start is not None and (not found or _opens_with_given(piece)))
        if name:
            found.append(name)
        elif not known and (start is None or not found):
            return ()
        elif start is None and not found and is_role(piece):
            return ()  # behind a job stands an employer: "Founder, Zenith Digital"
    if start is None and not all(has_capitals(name) or is_uncased_name(name) for name in found):
        return ()
    return unique(found or (_bracketed_agency(rest) if start else ()))


def read_signature(text: str, *, language: str | None = None) -> tuple[str, ...]:
    """The name behind a word for "by", in a line that is known to be a byline.

    Here one word, a user name and a team count as well, up to a sign or a small word behind them.

    >>> read_signature("Posted by marlowe99 on |  in News"), read_signature("By The Quay Team")
    (('marlowe99',), ('The Quay Team',))
    >>> read_signature("by staff"), read_signature("Posted under Ferries")
    ((), ())
    """
    rules = openers(language)
    text = unglued(tidy(text))
    start = rules.begin(text) or rules.anywhere.search(text)
    match = _SIGNED.match(text[start.end() :]) if start else None
    name = _declared(match[1]) if match else None
    if name is None or rules.begin(f"{name} ") or name.casefold() in load_lexicon().words["date"]:
        return ()
    if _COUNT.match(name):
        return ()
    return (name,) if is_collective(name) or _CAPITALS.fullmatch(name) else ()


_COUNT = re.compile(r"\d{1,6}\s")
"""A number and what it counts: "2 comments"."""


def read_author(text: str, *, language: str | None = None) -> tuple[str, ...]:
    """The names in an author declaration (JSON-LD, ``<meta name="author">``).

    Here single words, user names and organisations count: the page says that they are authors.

    >>> read_author("by Ann Lee, Political Editor"), read_author("admin"), read_author("Ann Lee; Bo Ek")
    (('Ann Lee',), (), ('Ann Lee', 'Bo Ek'))
    >>> read_author("https://example.com/people/ann"), read_author("AFP")
    ((), ('AFP',))
    """
    text = html.unescape(text)[:MAX_CHARS]
    mail = _MAIL_NAME.search(text)
    text = tidy(mail[1] if mail else text)
    if not text or text.casefold() in words().nobody:
        return ()
    rules = openers(language)
    start = rules.begin(text)
    if start and text[start.end() :].strip():
        text = text[start.end() :]
    if SIGNS.search(text):
        from cleannews.fields.east_asian import declared_names, east_asian_names  # noqa: PLC0415 - as above

        return unique(east_asian_names(text, language=language) or declared_names(text))
    declared = [name for name in map(_declared, rules.joiners.split(text)) if name]
    return unique([*declared[:1], *(name for name in declared[1:] if not is_addition(name))])


def _without_place(text: str) -> str:
    """Cut what stands behind the only dash of a byline of one name: the paper, or where it was written.

    >>> _without_place("Rini Astuti - Kabar Hulu"), _without_place("Ann Lee - Bo Ek - Mia Wolf")
    ('Rini Astuti', 'Ann Lee - Bo Ek - Mia Wolf')
    >>> _without_place("Rui Sá — Guarará do Sul, SC")
    'Rui Sá'
    """
    name, *others = _DASHES.split(text)
    if others and _TOWN.fullmatch(others[-1]):
        return text[: text.rindex(others[-1])].rstrip(" -–—")
    alone = len(others) == 1 and not _LISTS.search(text)
    return name if alone and all(_person(piece)[1] for piece in (name, *others)) else text


def _team(piece: str) -> tuple[bool, str | None]:
    """Judge a piece as :func:`_person` does, for a group that signs as such: "The Quay Team".

    A line without a word for "by" names none.
    """
    piece = piece.strip(" .:-–—|\"'")
    fits = 1 < len(piece.split()) <= _MAX_TEAM_WORDS and not piece[:1].islower()
    team = fits and is_collective(piece) and piece.casefold() not in words().nobody
    return (True, piece) if team else (False, None)


def _person(piece: str, *, led: bool = False) -> tuple[bool, str | None]:
    """Judge one piece of a visible byline: (is it anything known?, the name if it is one).

    Args:
        piece: The piece.
        led: It stands behind a word for "by", or behind a name that does and begins with a given name.
    """
    piece = piece.strip(" .:-–—|\"'")
    folded = piece.casefold()
    lists = words()
    if folded in lists.agencies:
        return True, lists.agencies[folded]
    if not piece or folded in lists.nobody or folded in lists.places:
        return True, None
    piece = _BEHIND_NAME.sub("", piece)
    tokens = piece.split()
    holds_role = is_role(piece)
    if holds_role:
        tokens = without_role(tokens)
    if not tokens or (tokens[0][0].islower() and not piece.startswith(tokens[0])):
        return True, None  # a job alone, or one at something: "Editor of the Gazette"
    tokens = without_employer(once(tokens))
    return (True, " ".join(tokens)) if is_name(tokens, led=led) else (holds_role, None)


def _opens_with_given(piece: str) -> bool:
    """Whether the first of several words is a given name: "George Best", not "Best Picks"."""
    return is_given_name(piece.strip().partition(" ")[0])


def _bracketed_agency(text: str) -> list[str]:
    """The agency in "(dpa)", where a byline names nobody else."""
    lists = words()
    inside = (part.casefold().strip() for match in BRACKETS.findall(text) for part in match)
    return [lists.agencies[name] for name in inside if name in lists.agencies]


def _declared(piece: str) -> str | None:
    """One declared author: a name, a user name, an organisation; not a role, an address or nobody."""
    piece = " ".join(BRACKETS.sub(" ", piece).split()).strip(_EDGES)
    folded = piece.casefold()
    lists = words()
    if folded in lists.agencies:
        return lists.agencies[folded]
    if folded in lists.nobody or not 0 < len(piece) <= MAX_NAME_CHARS or not any(map(str.isalpha, piece)):
        return None
    tokens = piece.split()
    if len(tokens) > MAX_NAME_WORDS:
        return None
    if is_collective(piece):
        return piece
    if {tokens[0].casefold().strip("."), tokens[-1].casefold().strip(".")} & lists.roles:
        tokens = without_role(tokens)
        return " ".join(tokens) if tokens and is_name(tokens) else None
    return piece
