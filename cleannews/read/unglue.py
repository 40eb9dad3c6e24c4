"""Where text nodes ran into each other without white space: ``HomeNewsPolitics``, ``Tor.Nach``, ``2025Von``."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.letters import LOWER, UPPER
from cleannews.read.page import Join
from cleannews.read.rejoin import LEADING_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

_CANDIDATE = re.compile(
    rf"[{UPPER}„“«‚»\"–—-](?:(?<=[{LOWER}\d)\].!?…»”’\"%“][{UPPER}])|(?<=[.!?…][»”’\"“][„“«‚])"
    rf"|(?<=[{LOWER}][.!?…][„“«»\"])(?=[{UPPER}])|(?<=[{LOWER}][.!?…][–—-])(?=\s?[{UPPER}]))"
)
"""A capital straight after a small letter, a digit, a closing mark or a full stop; or an opening quotation mark or
a dash straight after a full stop. The rare class comes first, so that the search skips from one to the next."""

_ACRONYM = re.compile(rf"(?<=[{UPPER}]{{2}})(?=[{UPPER}][{LOWER}]{{2}})")
"""``BBCThe``: an acronym before a capitalised word. Only looked for where a dump is known to be glued."""

_FIGURE = re.compile(
    rf"(?:(?<=[{LOWER}{UPPER}]{{3}})|(?<=[{LOWER}{UPPER}\d)][.!?])|(?<=[.!?][\"”»“]))"
    rf"(?=\d{{1,2}}(?:[./]\s?\d{{1,2}}[./]|[.:]\d\d\s|\s?[Mm]in\b|\.?\s[{LOWER}{UPPER}]{{3,12}}\s))"
)
"""``Kommentar12.03.2024``, ``read5 min``: a date, a time or a duration straight after a word."""

_BEFORE = re.compile(rf"[{UPPER}]*[{LOWER}]+$|[{UPPER}]+$")
_AFTER = re.compile(rf"[{UPPER}]+(?![{LOWER}])|[{UPPER}][{LOWER}]*")
_ADDRESS = re.compile(r"[@/\\_=]|www\.|https?:")
_DOMAIN_END = frozenset("Com Net Org Js Tv Uk Eu".split())
_LAST_WORD = re.compile(r"[^\W\d_]+$")

BRANDS = frozenset(
    """YouTube WhatsApp LinkedIn TikTok PayPal GitHub GitLab OpenAI ChatGPT BioNTech DeepMind DeepSeek JavaScript
    TypeScript PlayStation MasterCard FedEx AstraZeneca SpaceX StarLink WordPress SoundCloud BuzzFeed HuffPost
    AliExpress AirPods AirTag AirBnB BlackBerry BlackRock CloudFlare CrowdStrike DreamWorks DuckDuckGo EasyJet
    FaceTime FinTech FireFox GeForce HarperCollins HiFi IndyCar InStyle JetBlue LaTeX LiveScience MacBook MasterChef
    MediaTek MeToo MotoGP MySpace MySQL NetEase NetZero NextGen NordStream OnePlus OneDrive OnlyFans OpenStreetMap
    OxyContin PhD PowerPoint PricewaterhouseCoopers ProPublica ProSieben QuickTime RedBull RollsRoyce SalesForce
    SamSung SharePoint ShareThis SkyNews SnapChat StackOverflow StarCraft SuperBowl TechCrunch TeamViewer TikToker
    TikTokers TripAdvisor TruthSocial TwitterX UniCredit UnionPay VfB VfL WeChat WeWork WikiLeaks WordPad YouGov
    YouTuber YouTubers YouPorn ZDFheute PodCast PostNL PostNord ProRail QAnon RyanAir SchengenVisa SportBild
    StepStone TvN TuS WikiTravel XPeng WeTransfer WebMD CureVac HelloFresh KaDeWe LibreOffice MeinVZ NaturaVision
    BaFin BaFög GroKo KiKa RegTech AfD KfW MdB MdL BdV GdP StGB BGBl SoFi DeFi NaNo GoPro GoFundMe GoDaddy DoorDash
    InDesign IntelliJ BelTA PadOS PhoneOS OpenSource ClickHouse CoinBase CoinDesk MicroStrategy NeuraLink NewsGuard
    AppleTV GoogleTV FireTV SmartTV AndroidTV FreeBSD RuPaul JoJo LeMonde LeBron ScotRail EuroMillions EuroLeague
    EuroNews EuroStat EuroStar FanDuel DraftKings HomePod HomeKit CarPlay BritBox""".split()
)
"""Names with a capital inside that news writes often; the list is ours, from general knowledge."""

_PREFIXES = frozenset("Mc Mac De Di Du Da Del La Le Lo Les Van Von Fitz Saint San Des El Al Ben Bin Mec Mag Pre Ver Ex".split())
"""Beginnings of names that go on with a capital: ``McKinsey``, ``DeSantis``, ``LaGuardia``."""

_CHUNK = 24
"""Characters looked at on either side of a border: longer than any brand."""

_PREFIXED = re.compile(rf".?[^\w](?=(?!i[PMO]|e[BM])([{LOWER}]{{1,2}}[{UPPER}][{LOWER}]{{2}}))", re.DOTALL)
_MIN_PREFIXED = 5
"""So many different words with a capital behind one or two small letters: a language that puts prefixes before
names (isiZulu ``eThekwini``, Irish ``bhFuil``), where a capital inside a word tells nothing."""

_NAME_REPEATS = 3
"""A glued menu stands on a page twice (wide and narrow screens); what is glued more often is written so."""

_IDENTIFIERS = frozenset("._/#@$:&=(")

_QUOTATION = 600
"""Characters that a quotation is followed back for."""


class Border(NamedTuple):
    """A place where the input is cut although there is no white space."""

    place: int
    join: Join
    certain: bool
    """Certain in any dump; the others only in one that is known to be glued."""


def borders_of(source: str) -> list[Border]:
    """Find where text nodes ran into each other, in input order.

    >>> source = "The end.New start of iPhone sales by McKinsey vonSüdtirol"
    >>> [source[border.place :][:3] for border in borders_of(source)]
    ['New', 'Süd']
    """
    places = [candidate.start() for candidate in _CANDIDATE.finditer(source)]
    found = _without_names(source, [border for place in places if (border := _judge(source, place))])
    if len(places) >= _MIN_PREFIXED and _puts_prefixes_before_names(source, places):
        found = [border for border in found if not source[border.place - 1].islower()]
    return found


def _without_names(source: str, borders: Sequence[Border]) -> list[Border]:
    """Take back certainty where the same two words are glued again and again: a name of something, not an accident."""
    pairs = Counter(source[max(0, border.place - 3) : border.place + 4] for border in borders if source[border.place - 1].islower())
    return [
        border._replace(join=Join.GLUED, certain=False)
        if pairs[source[max(0, border.place - 3) : border.place + 4]] >= _NAME_REPEATS
        else border
        for border in borders
    ]


def _puts_prefixes_before_names(source: str, places: Sequence[int]) -> bool:
    words = (_PREFIXED.match(source, max(0, place - 3)) for place in places if source[place - 1].islower())
    return len({word.group(1) for word in words if word}) >= _MIN_PREFIXED


def settled(source: str, borders: Sequence[Border]) -> list[Border]:
    """Make borders between letters block borders where the word behind is an ordinary one of the dump.

    ``ExtremistenBei``: a word that the dump also writes small starts a sentence. The rest stay glued: crumbs, or
    a name with a capital inside.
    """
    words = {word for word in source.split() if word.islower()}
    return [
        border._replace(join=Join.NONE) if border.join is Join.GLUED and _word_at(source, border.place) in words else border
        for border in borders
    ]


def _word_at(source: str, place: int) -> str:
    found = _AFTER.match(source, place, place + _CHUNK)
    return found.group().lower() if found else ""


def figure_borders(source: str) -> list[Border]:
    """Find acronyms, dates and times glued to a word; only to be used where the dump is known to be glued."""
    acronyms = [place for place in (found.start() for found in _ACRONYM.finditer(source)) if not _is_brand(source, place)]
    figures = [found.start() for found in _FIGURE.finditer(source)]
    borders = {place: Border(place, Join.GLUED, certain=False) for place in acronyms}
    borders.update((place, Border(place, Join.NONE, certain=False)) for place in figures)
    return [borders[place] for place in sorted(borders)]


def _judge(source: str, place: int) -> Border | None:
    before = source[place - 1]
    if before.islower():
        return _between_letters(source, place)
    if before.isdigit():
        return _after_digit(source, place)
    if before in ".!?…":
        return _after_stop(source, place, place - 1)
    if before in "»”’\"“":
        return _after_quote(source, place)
    if before in ")]":
        return _after_bracket(source, place)
    return None


def _between_letters(source: str, place: int) -> Border | None:
    if _is_brand(source, place):
        return None
    left = _BEFORE.search(source, max(0, place - _CHUNK), place)
    right = _AFTER.match(source, place, place + _CHUNK)
    if not left or not right:
        return None
    left_text, right_text = left.group(), right.group()
    if len(left_text) < 3 or len(right_text) < 2:  # noqa: PLR2004 - "kWh", "GmbH", "eBay": too short to be words
        lone = len(right_text) == 1 and source[place + 1 : place + 2] == " " and right_text in "AIOÀÉYEИВКСОУЯ"
        if len(left_text) < 3 or not lone:  # noqa: PLR2004 - the same
            return None
    begin, end = left.start(), right.end()
    whole = begin == 0 or not (source[begin - 1].isalnum() or source[begin - 1] in _IDENTIFIERS)
    named = source[end : end + 1].isalnum() or source[end : end + 1] in {"_", "("}  # getElementById, addText(
    small = whole and left_text[0].islower() and not named
    if right_text.lower() in LEADING_WORDS:
        return Border(place, Join.NONE, certain=small or len(left_text) > 3)  # noqa: PLR2004 - a word, no prefix of a name
    certain = small and right_text[1:2].islower() and len(right_text) > 3  # noqa: PLR2004 - whole words
    return Border(place, Join.NONE if certain else Join.GLUED, certain)


def _is_brand(source: str, place: int) -> bool:
    left = _BEFORE.search(source, max(0, place - _CHUNK), place)
    right = _AFTER.match(source, place, place + _CHUNK)
    if not left or not right:
        return False
    begin = left.start()
    if left.group() in _PREFIXES and (begin == 0 or not source[begin - 1].isalpha()):
        return True
    if left.group() + right.group() in BRANDS:
        return True
    word = source[max(0, place - _CHUNK) : place + _CHUNK]
    return any(brand in word for brand in _long_brands(left.group(), right.group()))


def _long_brands(left: str, right: str) -> tuple[str, ...]:
    """Brands of three parts that hold this border."""
    return tuple(brand for brand in _LONG_BRANDS if left + right in brand)


_LONG_BRANDS = tuple(brand for brand in BRANDS if len(re.findall(rf"[{UPPER}][{LOWER}]+", brand)) > 2)  # noqa: PLR2004 - three parts or more


def _after_digit(source: str, place: int) -> Border | None:
    right = _AFTER.match(source, place, place + _CHUNK)
    if not right or len(right.group()) < 3 or not right.group()[1:].islower():  # noqa: PLR2004 - "4K", "5G", "3D"
        return None
    return Border(place, Join.NONE, certain=False)


def _after_stop(source: str, place: int, stop: int) -> Border | None:
    """Judge ``word.Word``: a paragraph's end and the next one's start, unless it is an address or initials."""
    words = source[max(0, stop - _CHUNK) : stop].rsplit(None, 1)[-1:]
    if not words:
        return None
    left = words[0]
    after = source[place : place + _CHUNK].split(None, 1)[:1]
    right = after[0] if after else ""
    if source[place] in "“\"»" and _closes(source, place):
        return None
    if source[stop] != ".":
        return Border(place, Join.NONE, certain=len(left) > 1)
    if _ADDRESS.search(left) or _ADDRESS.search(right) or right.rstrip(".,;:)") in _DOMAIN_END:
        return None
    tail = left[-1:]
    if tail.isdigit():
        return Border(place, Join.NONE, certain=False)
    if not tail.isalpha():
        return Border(place, Join.NONE, certain=True) if tail in ")]%»”’\"“…" else None
    word = _LAST_WORD.search(left)
    size = len(word.group()) if word else 0
    if "." in left[:-size] or size < 2 or (size == 2 and not left[-2:].isupper()):  # noqa: PLR2004 - "U.S", "z.B", "St", "Dr"
        return None
    return Border(place, Join.NONE, certain=size > 2)  # noqa: PLR2004 - "US.Der" is likelier a border than a name


def _after_quote(source: str, place: int) -> Border | None:
    """Judge a quotation mark before a capital: closing one paragraph, or opening a quotation."""
    if place < 2 or source[place - 2].isspace() or source[place - 2] in "([{-–—/=:":  # noqa: PLR2004 - quote and the character before
        return None
    if not _closes(source, place - 1):
        return None
    if source[place - 2] in ".!?…":
        return Border(place, Join.NONE, certain=True)
    if source[place - 2].isalnum() and source[place - 1] != "’":  # an elision: "l’Europe"
        return Border(place, Join.GLUED, certain=False)
    return None


def _closes(source: str, place: int) -> bool:
    """Tell whether the quotation mark at a place closes a quotation: the mark before it opened one."""
    mark = source[place]
    since = max(0, place - _QUOTATION)
    if mark == "“":
        return source.rfind("„", since, place) > source.rfind("“", since, place)
    if mark == '"':
        opened = source.rfind('"', since, place)
        return opened == 0 or (opened > 0 and not source[opened - 1].isalnum() and source[opened - 1] not in ".!?,…")
    return mark in "”»’"


def _after_bracket(source: str, place: int) -> Border | None:
    right = _AFTER.match(source, place, place + _CHUNK)
    if not right or source[place - 1] == "]":
        return None
    if len(right.group()) < 2 and source[place + 1 : place + 2] != " ":  # noqa: PLR2004 - a chemical formula, a citation
        return None
    return Border(place, Join.NONE, certain=False)
