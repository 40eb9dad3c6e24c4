"""Names out of bylines and author declarations.

A wrong author is worse than none: what is not clearly a name, an agency or (where a page declares it) an
organisation or user name gives nothing.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from cleannews.fields.bylines import openers, words
from cleannews.fields.months import month_number

if TYPE_CHECKING:
    from collections.abc import Iterable

_MAX_CHARS = 300
"""A byline is shorter."""
_MAX_NAME_CHARS, _MAX_NAME_WORDS = 60, 6
_FEWEST_WORDS = 2
"""In a visible byline a single word is a place or a section more often than a name."""

_PARTICLES = frozenset(
    (
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "la",
        "le",
        "van",
        "von",
        "vom",
    )
) | frozenset(
    (
        "zu",
        "zum",
        "zur",
        "af",
        "av",
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "ben",
        "ter",
        "ten",
        "te",
        "y",
        "e",
        "i",
    )
)
"""Small words inside names (Unicode has no class for them); lower case only."""

_NOT_IN_NAMES = frozenset(
    (
        "the",
        "a",
        "an",
        "how",
        "why",
        "what",
        "when",
        "where",
        "this",
        "that",
        "your",
        "our",
        "you",
        "we",
        "more",
        "all",
        "is",
    )
) | frozenset(
    (
        "are",
        "was",
        "and",
        "or",
        "to",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "of",
        "not",
        "new",
        "news",
        "said",
    )
)
"""Words that no person bears: with one of them a phrase is a headline or a sentence."""

_TITLES = frozenset(
    ("dr", "prof", "mr", "mrs", "ms", "sir", "dame", "lord", "lady", "herr", "frau", "m", "mme", "md")
)
"""Do not count as one of the words that a name needs."""
_DROPPED = re.compile(
    r"https?://\S{1,300}|www\.\S{1,200}|\[email[^\]]{0,20}\]|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|[\u200b\u200e\u200f\ufeff]"
)
_HANDLE = re.compile(r"(?:(?<=\s)|^)[@#][\w.]{1,40}")
_BRACKETS = re.compile(r"\(([^()]{0,80})\)|\[([^\[\]]{0,80})\]|（([^（）]{0,80})）")
_DIGIT = re.compile(r"\d")
_GLUED_BY = re.compile(r"^(By|Von|Par|Por)(?=[A-ZÀ-Þ][a-zß-ÿ])")
_GLUE = re.compile(r"(?<=[a-zß-ÿ])[A-ZÀ-Þ][a-zß-ÿ]{2,14}")
_BEHIND_NAME = re.compile(
    r"\s(?:in|for|from|aus|für|special to|reporting|reports|berichtet|à|desde|para|per|at|bei|the)\s.{0,200}$"
)
_CREDENTIAL = re.compile(r"(?:[A-Z][a-z]?\.?){1,6}|Ph\.?\s?D\.?|[A-Z]{2,6}(?:-[A-Z]{1,4})?")
_COLLECTIVES = frozenset(
    ("team", "desk", "newsroom", "bureau", "editors", "redaktion", "rédaction", "redacción", "redazione")
)
"""Last words of a collective that signs as such: "Gear Team"."""
_MAIL_NAME = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,128}\s?\(([^()]{2,60})\)")
_WRITTEN_BY = re.compile(r"\s+(?:\||–|—|-|•)\s+")

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HAN_LED = re.compile(
    r"(?:記者|记者|作者|撰文|執筆|执笔|特派員|特派员|編譯|编译|通訊員|通讯员|文|글)\s?[:：/／|＝=]?\s?"
    r"([\u3400-\u9fff·]{2,4}|[\u3040-\u30ff\u3400-\u9fff]{2,4}\s[\u3040-\u30ff\u3400-\u9fff]{1,4})"
    r"(?=[\s／/|、，,）)】\]；;]|$|报道|報導|報道)"
)
_HAN_SIGNED = re.compile(
    r"(?:^|[\s【（(\[／/|、])([\u3040-\u30ff\u3400-\u9fff]{1,4}[\s　]?[\u3040-\u30ff\u3400-\u9fff]{1,4})"
    r"\s?(?:記者|记者)(?=$|[\s】）)\]／/|、])"
)
_HANGUL_SIGNED = re.compile(
    r"(?:^|[\s\[(=·/|])([\uac00-\ud7a3]{2,4})\s?(?:기자|특파원|논설위원|선임기자|전문기자|인턴기자)(?![\uac00-\ud7a3])"
)


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
    text = _unglued(_tidy(text))
    if _CJK.search(text):
        return _unique(_east_asian(text))
    rules = openers(language)
    led = rules.start.match(text)
    inner = None if led else rules.inside.search(text)
    start = led or inner
    rest = text[start.end() :] if start else text
    pieces = [piece for piece in rules.joiners.split(_head(rest)) if piece.strip(" .:-–—|")]
    found: list[str] = []
    for piece in pieces:
        known, name = _person(piece)
        if name:
            found.append(name)
        elif not known and (not start or not found):
            return ()
    if not found and start is None:
        return ()
    return _unique(found or _bracketed_agency(rest))


def read_author(text: str, *, language: str | None = None) -> tuple[str, ...]:
    """The names in an author declaration (JSON-LD, ``<meta name="author">``).

    Here single words, user names and organisations count: the page says that they are authors.

    >>> read_author("by Ann Lee, Political Editor"), read_author("admin"), read_author("Ann Lee; Bo Ek")
    (('Ann Lee',), (), ('Ann Lee', 'Bo Ek'))
    >>> read_author("https://example.com/people/ann"), read_author("AFP")
    ((), ('AFP',))
    """
    text = html.unescape(text)[:_MAX_CHARS]
    mail = _MAIL_NAME.search(text)
    text = _tidy(mail[1] if mail else text)
    if not text or text.casefold() in words().nobody:
        return ()
    rules = openers(language)
    start = rules.start.match(text)
    if start and text[start.end() :].strip():
        text = text[start.end() :]
    if _CJK.search(text):
        return _unique(
            _east_asian(text)
            or [piece for piece in re.split(r"\s?[,，、;；/／|]\s?", text) if _is_cjk_name(piece)]
        )
    pieces = [piece.strip(" .,:–—-|") for piece in rules.joiners.split(text)]
    declared = [name for name in map(_declared, pieces) if name]
    if len(declared) > 1:
        declared = [declared[0], *(name for name in declared[1:] if not _is_addition(name))]
    return _unique(declared)


def _tidy(text: str) -> str:
    text = _DROPPED.sub(" ", text[:_MAX_CHARS].replace("\u00a0", " "))
    return " ".join(_HANDLE.sub(" ", text).split()).strip(" |•·,;")


def _head(text: str) -> str:
    """What stands before the date, the brackets and the words that end a byline."""
    text = _BRACKETS.sub(" | ", text)
    end = words().ends.search(text)
    if end:
        text = text[: end.start()]
    digit = _DIGIT.search(text)
    if digit:
        text = text[: digit.start()].rstrip(" .")
        last = text.rpartition(" ")[2]
        text = text.removesuffix(last) if month_number(last) else text
    return text.strip(" |•·,;:–—-")


def _unglued(text: str) -> str:
    """Take apart what lost its space: "ByAnn Lee", "Ann LeeFounder", "Ann LeeMarch 3"."""
    roles = words().roles

    def part(match: re.Match[str]) -> str:
        word = match[0].casefold()
        return f" | {match[0]}" if word in roles or month_number(word) else match[0]

    return _GLUE.sub(part, _GLUED_BY.sub(r"\1 ", text))


def _person(piece: str) -> tuple[bool, str | None]:
    """Judge one piece of a visible byline: (is it anything known?, the name if it is one)."""
    piece = piece.strip(" .:-–—|\"'")
    folded = piece.casefold()
    lists = words()
    if folded in lists.agencies:
        return True, lists.agencies[folded]
    if folded in lists.nobody or folded in lists.places:
        return True, None
    piece = _BEHIND_NAME.sub("", piece)
    tokens = _without_role(piece.split())
    if not tokens:
        return True, None
    name = " ".join(tokens)
    return (True, name) if _is_name(tokens) else (_is_role(piece), None)


def _without_role(tokens: list[str]) -> list[str]:
    """Cut the job title before or behind a name; a title alone gives nothing."""
    lists = words()
    folded = [token.casefold().strip(".,") for token in tokens]
    if not any(word in lists.roles for word in folded):
        return tokens
    titles = [word in lists.roles or word in lists.modifiers for word in folded]
    first = 0
    while first < len(tokens) and titles[first]:
        first += 1
    last = first
    while last < len(tokens) and not titles[last]:
        last += 1
    return tokens[first:last]


def _is_role(piece: str) -> bool:
    lists = words()
    return any(word.strip(".,") in lists.roles for word in piece.casefold().split())


def _is_name(tokens: list[str]) -> bool:
    """Whether words read like a person's name: capitals, particles, initials; no headline words."""
    if not _FEWEST_WORDS <= len(tokens) <= _MAX_NAME_WORDS or sum(map(len, tokens)) > _MAX_NAME_CHARS:
        return False
    if (
        tokens[0] in _PARTICLES
        and not tokens[0][0].isupper()
        and tokens[0] not in {"de", "van", "von", "al", "el"}
    ):
        return False
    return all(_is_name_word(token) for token in tokens) and tokens[-1] not in _PARTICLES


def _is_name_word(token: str) -> bool:
    if token in _PARTICLES:
        return True
    bare = token.strip(".'’`´-‘")
    if not bare or bare.casefold() in _NOT_IN_NAMES:
        return False
    if not all(c.isalpha() or c in ".'’`´-‐‘ʼ" or (not c.isalnum() and ord(c) > 0x300) for c in bare):  # noqa: PLR2004 - combining marks
        return False
    head = (
        bare.removeprefix("d’").removeprefix("d'").removeprefix("al-").removeprefix("el-").removeprefix("ʿ")
    )
    return not head[:1].islower()


def _bracketed_agency(text: str) -> list[str]:
    """The agency in "(dpa)", where a byline names nobody else."""
    lists = words()
    inside = (part.casefold().strip() for match in _BRACKETS.findall(text) for part in match)
    return [lists.agencies[name] for name in inside if name in lists.agencies]


def _declared(piece: str) -> str | None:
    """One declared author: a name, a user name, an organisation; not a role, an address or nobody."""
    piece = _BRACKETS.sub("", piece).strip(" .,:–—-|\"'()[]")
    folded = piece.casefold()
    lists = words()
    if folded in lists.agencies:
        return lists.agencies[folded]
    if folded in lists.nobody or not 0 < len(piece) <= _MAX_NAME_CHARS or not any(map(str.isalpha, piece)):
        return None
    tokens = piece.split()
    if len(tokens) > _MAX_NAME_WORDS:
        return None
    if folded.split()[-1].strip(".") in _COLLECTIVES:
        return piece
    if tokens[-1].casefold().strip(".") in lists.roles or tokens[0].casefold() in lists.roles:
        tokens = _without_role(tokens)
        return " ".join(tokens) if _is_name(tokens) else None
    return piece


def _is_addition(piece: str) -> bool:
    """Whether a piece behind the first name is a credential, a place or a job, not one more author."""
    return (
        (_CREDENTIAL.fullmatch(piece) is not None and piece.casefold() not in words().agencies)
        or piece.casefold() in words().places
        or (_is_role(piece) and piece.rpartition(" ")[2].casefold() not in _COLLECTIVES)
        or any(word in _NOT_IN_NAMES and word not in {"the", "and", "to"} for word in piece.split())
    )


def _east_asian(text: str) -> list[str]:
    """Names that stand with the word for reporter or author, in Chinese, Japanese and Korean."""
    found = [match[1] for match in _HAN_LED.finditer(text)]
    found += [match[1].replace("\u3000", " ") for match in _HAN_SIGNED.finditer(text)]
    found += [match[1] for match in _HANGUL_SIGNED.finditer(text)]
    agencies = words().agencies
    if not found:
        found = [
            agencies[part]
            for part in re.split(r"[\s（）()【】／/|、，,]+", text.casefold())
            if part in agencies
        ]
    return found


def _is_cjk_name(piece: str) -> bool:
    return 1 < len(piece) <= 20 and piece.casefold() not in words().nobody  # noqa: PLR2004 - one sign is no name


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, however it is written."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(" ".join(name.casefold().split()), name)
    return tuple(seen.values())
