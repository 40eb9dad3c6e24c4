"""Lines at the top of a dump that are no headline: paths, menus, days, credits, mastheads, known phrases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.label.comment_heads import counts_comments_on
from cleannews.label.departments import is_department
from cleannews.label.headline_dates import named_months, without_stamp
from cleannews.label.lexicon import load_lexicon, mask_digits
from cleannews.label.masthead import masthead_words
from cleannews.label.menu_lines import is_menu_line
from cleannews.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGN = re.compile("[>›»/|·•]")
_SIGNS = re.compile(rf" ?{_SIGN.pattern} ?")
_MENU_WORDS = 3
"""Words of an entry of a path or menu."""
_PATH, _LONGEST_STEP = 2, 20
_STEP = re.compile(r"\S [>›] \S")
"""Entries of the shortest path, and the characters of one: no headline of the corpora is made so."""
_LONGEST = 80
"""Characters of a line of furniture."""
_DAY_WORDS = 3
"""Words beside a day: the paper's name, the day of the week."""
_CREDIT = re.compile(
    r"(?:foto|photo|photograph|picture|image|bild|quelle|fotograf|fotografía|imagen|immagine|imagem|zdjęcie|фото|kuva"
    r"|fotó|foto's|fotoğraf|写真|사진|صورة|תמונה)\s?[:：©/]\s?\S",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:您的|您)?(?:现在|当前|目前)?的?位置\s?[:：]|(?:文章|信息|新闻|稿件)?(?:来源|稿源|作者|责任编辑|编辑|原标题|浏览次数|发布时间)\s?[:：]"
    r"|本文原标题|출처\s?[:：]|글\s?[:：]|撮影[:：]|文[:：]"
)
"""Words for place, source, author, editor, former title and readers before a colon, as Chinese, Korean and
Japanese pages have them between menu and text."""
_RIGHTS = ("©", "c) ", "copyright ")
_RESERVED = "all rights reserved"
"""How notices of rights begin, folded, and what they hold."""
_SIGNED_STARTS, _ENDS = frozenset("←‹>›»«[(（"), frozenset("→")
"""Signs that lead to another page or part notes from the text."""
_BRACKETS = {"[": "]", "(": ")", "（": "）"}
_ENUMERATED = 3
"""Commas of a line of topics behind a phrase and a colon."""
_SIGNED = re.compile(
    r"(?<!\w)(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f)(?:\s[A-ZÀ-ÞŁŚŠŽČ][\w.'’-]{0,30}){1,4}$"
)
_MASTHEAD_WORDS = 4
_BUTTONS = frozenset("×✕✖☰▼▾▸►🔍")
"""Signs on buttons that open and close menus: no headline ends in one."""
_COMMAS, _SALUTATION_WORDS = frozenset(",،、，"), 6
"""What no headline ends in, and salutations do ("Dear Sir,"); longer lines may go on in the next one."""


def is_furniture(text: str, key: str) -> bool:
    """Tell whether a line of a dump can be no headline by what it says.

    Args:
        text: The line.
        key: The line, folded.

    >>> is_furniture("Home > Business > Labour", "home > business > labour")
    True
    >>> is_furniture("Harbour > town: why it pays", "harbour > town: why it pays")
    False
    """
    if _opens_note(key) or (any(map(str.isdigit, key)) and (_opens_stamp(key) or _is_ticker(key))):
        return True
    if text.startswith("/ ") and text[2].isupper() and key.count(" ") <= _STEP_WORDS:  # the step of a path
        return True
    if len(key) > _LONGEST:
        return is_menu_line(text)
    return (
        (text[-1:] in _COMMAS and key.count(" ") < _SALUTATION_WORDS)
        or text[-1:] in _BUTTONS
        or _is_trail(key)
        or _opens_menu(key)
        or _ROLES.search(key) is not None
        or load_lexicon().find_line(key) is not None
        or is_department(key)
        or _are_phrases(key)
        or is_menu_line(text)
        or _CREDIT.match(text) is not None
        or _is_day(text, key)
        or (text[:1] in _SIGNED_STARTS and (_turns_pages(text) or _is_bracketed(text)))
        or text[-1:] in _ENDS
        or _RESERVED in key
        or key.startswith(_RIGHTS)
        or "[ ]" in text
        or "( )" in text
        or (not key.isascii() and _LABELLED.match(key) is not None)
        or (":" in key and _is_list_of_topics(key))
        or counts_comments_on(text, key)
    )


def is_masthead(text: str, key: str) -> bool:
    """Tell whether a line is made like a newspaper's name: a few words with capitals, ``Post`` among them.

    >>> is_masthead("The Harbour Post", "the harbour post"), is_masthead("Times change", "times change")
    (True, False)
    """
    words = key.split()
    if not 1 < len(words) <= _MASTHEAD_WORDS or masthead_words().isdisjoint(words):
        return False
    return all(word[:1].isupper() or len(word) <= _MENU_WORDS for word in text.split())


_STEP_WORDS = 3


def _opens_note(key: str) -> bool:
    """Tell whether a line opens like an invitation or a notice: "Sign up to our Daily Digest newsletter".

    None of the 2,020 titles of the development corpora does.

    >>> _opens_note("sign up to our daily digest newsletter"), _opens_note("sign of the times")
    (True, False)
    >>> _opens_note("newsletter: how the harbour sells its mail")
    False
    """
    opener = load_lexicon().find_opener(key)
    if opener is None:
        return False
    if opener.text[-1] == ":":
        return opener.label in _WRITERS and not opener.text.isascii()
    return opener.label in _NOTES and " " in opener.text


_WRITERS = frozenset({Label.AUTHOR_BIO, Label.BYLINE})
"""Labels of lines that name who wrote ("نویسنده: ..."): of 2,371 titles none begins so. Where capitals tell a
name, :func:`~cleannews.label.headline_dates.is_signed` judges them."""
_NOTES = frozenset(
    {Label.ADVERT, Label.CONSENT, Label.LEGAL, Label.MEDIA_CONTROL, Label.NEWSLETTER, Label.SHARE}
)


def _opens_stamp(key: str) -> bool:
    """Tell whether a line opens with what stands before a day or a time: "Reading time: 3 min".

    >>> _opens_stamp("час читання: 3 хв"), _opens_stamp("3 ferries sail again")
    (True, False)
    """
    lexicon = load_lexicon()
    opener = lexicon.find_opener(key)
    if opener is not None and opener.label is Label.DATELINE:
        return True
    clock = _CLOCK.match(key)
    return clock is not None and clock["word"] in lexicon.words["date"]


_CLOCK = re.compile(r"(?P<word>[^\W\d_]{3,20}):? \d{1,2}[:.h]\d\d\b")


def _is_ticker(key: str) -> bool:
    """Tell whether a third of a line's words are rates, prices or degrees: the stocks, the weather.

    None of the 2,114 titles of the development corpora is made so.

    >>> _is_ticker("dax 18.042,11 +0,31% gold 2.641,30"), _is_ticker("today: 28º / 19º reservoir at 12%")
    (True, True)
    >>> _is_ticker("dax gains 0.3% to 18,042.11 points on thursday")
    False
    """
    rates = len(_RATE.findall(key))
    return rates >= _LEAST_RATES and 3 * rates >= len(key.split())


_RATE = re.compile(r"(?<![\w.,])[+-]?\d+(?:[.,]\d+)+%?(?!\w)|(?<!\w)[+-]?\d+ ?[%º°]")
_LEAST_RATES = 3


def _opens_menu(key: str) -> bool:
    """Tell whether a line opens with a word of navigation and goes on with departments.

    >>> _opens_menu("meny nyheter sport familj logga in"), _opens_menu("menu of the day is back")
    (True, False)
    """
    first, *others = key.split() or [""]
    if load_lexicon().lines.get(first) is not Label.NAVIGATION:
        return False
    return sum(map(is_department, others[: _MENU_WORDS + 1])) > 1


_ROLES = re.compile(
    r"\((?:text|texto|texte|testo|tekst)\).{1,80}\((?:photo|foto|fotos|photos|fotografia|fotografía|bild)"
)
"""Who wrote and who took the pictures, as papers name both in one line."""


def _are_phrases(key: str) -> bool:
    """Tell whether phrases and nothing else make a line: "Email Reddit Pinterest", "Subscribe Sign in".

    >>> _are_phrases("email reddit pinterest"), _are_phrases("share of the market")
    (True, False)
    """
    return len(load_lexicon().find_run(mask_digits(key).split())) > 1


def _is_trail(key: str) -> bool:
    """Whether a line is a path or a menu: it begins at the front page, or several entries are departments."""
    if _SIGN.search(key):
        parts = [part for part in _SIGNS.split(key) if part]
    else:
        parts = key.split(" - ") if " - " in key else [key]
    if len(parts) == 1:
        words = key.split()
        return (len(words) > _MENU_WORDS and all(map(_is_entry, words))) or _are_buttons(words)
    if len(parts) > 1 and all(map(load_lexicon().lines.__contains__, parts)):
        return True
    if not parts or any(len(part.split()) > _MENU_WORDS for part in parts):
        return False
    if len(parts) == _PATH and _STEP.search(key) and max(map(len, parts)) <= _LONGEST_STEP:
        return True
    return _is_home(parts[0]) or (len(parts) > _MENU_WORDS - 1 and sum(map(_is_entry, parts)) > 1)


def _are_buttons(words: Sequence[str]) -> bool:
    """Whether a line is two or three words that are lines of furniture each, or one word again."""
    if not 1 < len(words) <= _MENU_WORDS:
        return False
    return len(set(words)) == 1 or all(map(load_lexicon().lines.__contains__, words))


def _is_home(key: str) -> bool:
    return key in load_lexicon().words["home"]


def _is_entry(key: str) -> bool:
    return _is_home(key) or is_department(key)


def _is_day(text: str, key: str) -> bool:
    """Whether a line is a day with a few words, a label before it, or names behind it and a word for "by"."""
    rest = without_stamp(key)
    if rest == key or not load_lexicon().words["month"].issuperset(named_months(key)):
        return False
    signed = _SIGNED.search(text)
    if signed:
        rest = without_stamp(text[: signed.start()].casefold())
    return (
        rest.rstrip().endswith(":") or len([word for word in rest.split() if word[0].isalpha()]) <= _DAY_WORDS
    )


def _turns_pages(text: str) -> bool:
    """Whether a line begins with an arrow, or is a path that begins with its sign.

    >>> _turns_pages("← Previous Next →"), _turns_pages("« We stay », says the keeper")
    (True, False)
    """
    first = text[0]
    if first in ">›»" and text.count(first) > 1:
        return True
    return len(text) > 1 and (first in "←‹" or (first == "«" and "»" not in text))


def _is_bracketed(text: str) -> bool:
    """Whether a line stands in brackets from end to end: the text of a picture, a note on the text."""
    closes = _BRACKETS.get(text[0])
    return closes is not None and text.find(closes) == len(text) - 1


def _is_list_of_topics(key: str) -> bool:
    """Whether a phrase of furniture and a colon stand before things set apart by commas."""
    label, _, rest = key.partition(":")
    if rest.count(",") < _ENUMERATED:
        return False
    opener = load_lexicon().find_opener(key)
    return load_lexicon().find_line(label) is not None or (opener is not None and opener.label is Label.TAGS)
