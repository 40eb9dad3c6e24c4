"""Paragraphs that inline elements broke into pieces, one text node a line, are put together again."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cleannews.read.letters import CJK, CLOSING, LOWER, OPENING, STOPS, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterable

_TIGHT = frozenset(".,;:!?)]}%…’”»。、，：；！？）」』》〉】〕］・،؛؟।")
"""A line that starts with one of these goes on with the one before, without a space."""

_OPENERS = frozenset(OPENING + '"')
_GOES_ON = re.compile(rf"[\"“„«(\[–—-]{{0,2}}\s?[{LOWER}]|[.,;:!?)\]}}»”’…%、，。」』）؛،]|['’]s\b|\([^()]{{1,40}}\)\s[{LOWER}]")
_LOWER_START = re.compile(rf"[\"“„«(\[‘'–—-]{{0,2}}\s?[{LOWER}]")
_QUOTE_AND_ON = re.compile(rf"[\"”»“'’](?:[.,;:!?)]|\s[–—-]?\s?[{LOWER}])")
_PARTICLE_START = re.compile(r"[はがをにのとでもやへ、。」』）・](?!んど|こで|ころ|いう|の記事|こに|って)")
_PARTICLE_ENDS = frozenset("はがをにのとでもや、，「『（＝")
_CJK_END = re.compile(rf"[{CJK}、。，」』）]")
_CJK_START = re.compile(rf"[{CJK}「『（、。，]")
_DROP_CAP = re.compile(rf"[\"“„«‘']?[{UPPER}]$")
_LONE_LETTERS = "AIOÀÉУВКСОЯИА"
"""Capitals that are words by themselves in the languages of Europe."""

_BYLINE = re.compile(
    r"(?:by|von|vom|de|par|por|di|da|av|af|door|od|przez|text|fra|from|via|in|on|at|vor|hace|há|il y a|fa|and|und|et|y|e)"
    rf"\s(?:[{UPPER}\d]\S{{0,30}}\s?){{1,5}}$"
)
"""``by Ann Lee``, ``vor 3 Stunden``: a line of its own although it starts with a small letter."""

_INNER_STOP = re.compile(rf"[{LOWER}\d)][.!?…][”\"»“’)]{{0,2}}\s{{1,3}}[^{LOWER}\s]")
_MIN_PROSE_WORDS = 5
_MIN_PROSE = 25
_LONGEST_HEADLINE = 120
_MIN_CJK, _MIN_CJK_BEFORE, _MIN_CJK_LINE = 16, 8, 25
_LONGEST_SMALL_WORD = 4
LEADING_WORDS = frozenset(
    """a an the of and or to in at by with from for its his her their our your this these those every some such than
    der die das den dem des einer eines einem einen von vom zum zur im ins beim und oder sowie dieser dieses diesem
    diesen seiner seinem seinen ihrer ihrem ihren bei für über unter durch gegen ohne zwischen deren dessen rund etwa
    le la les un une des du de et ou à au aux en dans sur par pour avec son sa ses leur leurs cette ces selon chez
    el los las del al y o con por para su sus una unos unas este esta estos estas según entre hacia
    il lo gli i di da della dello dei degli delle dal dalla nel nella nei sul sulla con per e ed o un uno questa questo
    os as da do das dos em no na nos nas pelo pela e ou com por para um uma seu sua seus suas
    het een van en of met voor door bij naar tot uit deze dit zijn haar hun
    en ett och eller av med för till från som att på vid mellan enligt sin sitt sina
    et og eller av af med for til fra som at på ved mellem mellom ifølge sin sitt sine
    i a oraz lub w we z ze na do od dla przez przy po pod nad między jego jej ich który która które
    v ve s se na do od pro při po pod nad mezi jeho její jejich který která které že
    и в во на с со по к ко от до для при под над между его её их который которая которые что
    та й у із зі від до для про який яка які що
    ve ile için bir bu şu her""".split()
)
"""Articles, prepositions, conjunctions: a line that ends with one goes on. Words that can end a German sentence
(``an``, ``auf``, ``ein``, ``mit``) are left out. From general knowledge of the languages."""

_FIRST_CJK = "\u2e80"
_FREQUENT = 4
_DOZEN, _MOST_COMMON = 12, 60
_LONGEST_PIECE = 60
_HYPHENS = "-–—"


class Joiner:
    """Judges which lines of one dump are pieces of one paragraph.

    Args:
        texts: The lines of the dump, from which the small words of its language are learned; read once, when
            the first doubt asks for them.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts
        self._small: frozenset[str] | None = None

    def hangs(self, before: str, line: str, beyond: str) -> bool:
        """Tell whether a line goes on with the paragraph before it.

        Args:
            before: The line before, or the end of the paragraph joined so far.
            line: The line.
            beyond: The line after it, ``""`` if there is none.

        >>> Joiner(()).hangs("This means some of the harbour's", "running costs", "are paid by the fishermen.")
        True
        >>> Joiner(()).hangs("The ferry sank.", "Read more", "Weather")
        False
        """
        first, last = line[0], before[-1]
        if first.isalnum() and last.isalnum() and first < _FIRST_CJK and last < _FIRST_CJK:  # the usual case
            return self._mid_sentence(before, line, beyond)
        if is_ended(before):
            return first in ",;" or (first in ")]}" and len(line) > 1)
        if first in _TIGHT or _QUOTE_AND_ON.match(line):
            return not is_mark(line)
        if last in _OPENERS and _is_open(before):
            return len(line) > _MIN_PROSE or len(before) > 1
        if first in _HYPHENS and line[1:2].isalpha():
            return last.isalpha()
        if is_mark(before) or is_mark(line):
            return False
        if _CJK_END.match(last) or _CJK_START.match(line):
            return _hangs_without_case(before, line)
        return self._mid_sentence(before, line, beyond)

    def _mid_sentence(self, before: str, line: str, beyond: str) -> bool:
        if len(before) <= 2 and _DROP_CAP.match(before):  # noqa: PLR2004 - a quotation mark and a letter
            return len(line) > _MIN_PROSE and (line[0].islower() or before[-1] in _LONE_LETTERS)
        if len(before) < 2 or (len(line) <= 2 and _DROP_CAP.match(line)):  # noqa: PLR2004 - one letter; the same
            return False
        prose = is_prose(before)
        if _LOWER_START.match(line):
            return not _BYLINE.match(line) and (prose or is_prose(line) or _is_begun(before, beyond))
        if not prose:
            return self._ends_in_small_word(before) and (is_prose(line) or _goes_on(line, beyond))
        if before[-1] in ",–—" or before.endswith(" -") or self._ends_in_small_word(before):
            return True
        return (len(before) > _LONGEST_HEADLINE or _INNER_STOP.search(before) is not None) and _goes_on(line, beyond)

    def _ends_in_small_word(self, text: str) -> bool:
        """Tell whether the last word is one that something must follow: short, and frequent in this dump."""
        last = text.rsplit(None, 1)[-1]
        if last in LEADING_WORDS:
            return last != text
        if len(last) > _LONGEST_SMALL_WORD or not last.islower() or not last.isalpha() or last == text:
            return False
        if self._small is None:
            self._small = _small_words(self._texts)
        return last in self._small


def _small_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the most frequent short words of a dump that never stand before a full stop or a comma in it.

    The first dozen are articles, prepositions and conjunctions in every language of the corpora; from the
    twentieth on come adverbs and verbs, which a headline may end with.
    """
    longest = _LONGEST_SMALL_WORD + 1
    counts = Counter([word for word in " ".join(texts).split() if len(word) <= longest])
    small = [
        word
        for word, count in counts.most_common(_MOST_COMMON)
        if count >= _FREQUENT and word.isalpha() and word.islower() and len(word) <= _LONGEST_SMALL_WORD
    ]
    return frozenset(word for word in small[:_DOZEN] if not counts[f"{word}."] and not counts[f"{word},"])


def _is_begun(before: str, beyond: str) -> bool:
    """Tell whether a sentence has begun: a capital first, a small word last, and more to come in small letters."""
    words = before.split()
    return len(words) > 1 and before[0].isupper() and words[-1][0].islower() and bool(_GOES_ON.match(beyond))


def _goes_on(line: str, beyond: str) -> bool:
    """Tell whether a line that starts with a capital is a piece of the sentence around it."""
    return (
        bool(beyond)
        and len(line) <= _LONGEST_PIECE
        and not is_ended(line)
        and not is_mark(beyond)
        and _GOES_ON.match(beyond) is not None
        and not _BYLINE.match(beyond)
    )


def _hangs_without_case(before: str, line: str) -> bool:
    """The same for Chinese and Japanese, which have no capitals: particles and commas tell."""
    if len(before) + len(line) < _MIN_CJK:
        return False
    if before[-1] in _PARTICLE_ENDS:
        return len(before) >= _MIN_CJK_BEFORE or len(line) >= _MIN_CJK_LINE
    return _PARTICLE_START.match(line) is not None and (len(line) >= _MIN_CJK_BEFORE or line[0] in "、。」』）")


def is_ended(text: str) -> bool:
    """Tell whether a text ends like a sentence, closing quotes and brackets allowed."""
    if text[-1:].isalnum():
        return False
    bare = text.rstrip(CLOSING + " \u00a0")
    return bool(bare) and bare[-1] in STOPS


def is_prose(text: str) -> bool:
    """Tell whether a piece has enough words in small letters to be part of a sentence."""
    if len(text) < _MIN_PROSE // 2:
        return False
    words = text.split()
    if len(words) < _MIN_PROSE_WORDS:
        return False
    return sum([word[0].islower() for word in words]) * 2 >= len(words)


def is_mark(text: str) -> bool:
    """Tell whether a line is a bullet, a separator or an arrow rather than the end of a sentence."""
    return len(text) <= 2 and not text[0].isalnum() and not text[-1].isalnum() and text not in _SENTENCE_ENDS  # noqa: PLR2004


_SENTENCE_ENDS = frozenset(". , ) ” » 。 、 ! ? ; : ). ), ”. ”, .” ,” \". \", .\" ]. ］ 」 」。 ） … ' ’ \"".split())


def _is_open(text: str) -> bool:
    """Tell whether the quotation or bracket at the end of a text is an opening one."""
    return text[-1] in "([{„‚「『（《〈【" or len(text) == 1 or text[-2].isspace()


def seam(before: str, line: str) -> str:
    """Return what belongs between two pieces of a paragraph: a space or nothing.

    >>> seam("the river", "rose"), seam("rose", "."), seam("l’", "eau"), seam("水", "面")
    (' ', '', '', '')
    """
    last, first = before[-1], line[0]
    if last.isalnum() and first.isalnum():
        tight = (_CJK_END.match(before[-1]) and _CJK_START.match(line)) or (_DROP_CAP.match(before) and first.islower())
        return "" if tight else " "
    if first in _TIGHT or _QUOTE_AND_ON.match(line) or (last in _OPENERS and _is_open(before)):
        return ""
    if last in "’'" and before[-2:-1].isalpha():
        return ""
    if first in "'’-" and line[1:2].isalpha():
        return ""
    if last in "-/" and before[-2:-1].isalpha() and first.isalpha():
        return ""
    if _CJK_END.match(before[-1]) and _CJK_START.match(line):
        return ""
    if '"' in (last, first):
        return "" if before.count('"') % 2 else " "
    return " "
