"""What is measured once per block and used by rules, scorers and features alike."""

from __future__ import annotations

import re
from itertools import compress, repeat
from operator import add, sub
from typing import TYPE_CHECKING, NamedTuple

from cleannews.read.letters import SOUTHEAST_ASIAN, STOP_SIGNS
from cleannews.read.page import columns_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from cleannews.read.page import Columns, Segment

_EDGES = (
    " \t\n\r\u00a0\u200b\ufeff.,:;!?¡¿…·•|/\\>»›<«‹→←↑↓▶►▸▼▲*+-–—_=~#\"'“”‘’„‚()[]{}"
    "。、，：；！？「」『』（）【】〈〉《》"
    "➡⬅⬇⬆↗↘⤵➤➜➔☞☛★☆✓✔✅✉✍⚡⚠⭐❗❓❤☎♥♦●○■□◆◇\ufe0f\u200d"
    "👉👈👇👆👍🙏💬💡💥💰📌📍📎📝📞📢📣📧📨📩📬📰📱📲📷📸📹📺🎥🎧🎙🎤🎬🎁🎟🔊🔎🔍🔔🔗🔥🔴🔵🗞🗳🛒🚨🤖📊📖📚📅🕒⏱⏰▪▫◾🔸🔹🔻🔺"
)
"""Stripped from both ends of a folded key: punctuation, quotes, arrows, bullets and the pictures that stand
before calls, of any script."""

_CLOSERS = "\"'”’»›«‹“‘)]}」』）】》 \u00a0"
"""May stand between the last full stop and the end of a block."""

_CLOSING = frozenset(_CLOSERS)
_BEHIND = _CLOSING | frozenset("0123456789")
_MARKED = re.compile(
    r"[^\W\d_][”\"’)»]{0,2}(?:\.[”\"’)»]{0,2}[1-9]"
    r"|[.!?…][”\"’)»]{0,2}\s?(?:\[\d{1,3}\]|\([^\W\d_A-ZÀ-Þ]{2,5}(?:[/,] ?[^\W\d_]{2,5}){0,3}\)))$"
)
"""Behind the end of a sentence the number of a footnote, or the initials of who wrote it."""
_MARK_CHARS = 32

_DOTTED = "i\u0307"
"""What Unicode folds the capital İ of Turkish and Azerbaijani to: their small i has its dot without it."""

_UNSPACED_STOPS = frozenset("。！？")
_INNER_STOPS = (". ", "? ", "! ", "… ", "؟ ", "۔ ", "। ", "። ", "។ ", "။ ", *sorted(_UNSPACED_STOPS))
"""Sentence ends inside a text: with a space after them, or without in scripts that write none."""

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_CHARS_PER_CJK_WORD = 2
"""Mean length of a Chinese or Japanese word in characters, rounded (as word segmenters give it)."""

_UNSPACED = re.compile(f"[{SOUTHEAST_ASIAN}]")
_CHARS_PER_UNSPACED_WORD = 5
"""The same for Thai, Lao, Burmese and Khmer, vowel signs included."""
_NO_WORDS = re.compile(f"{_CJK.pattern}|{_UNSPACED.pattern}")
_UNSTOPPED = re.compile(r"[\u0e00-\u0eff](?:[\s\d.,:/%-]{0,16}[\d%])?[\"'”’)\]]*$")
"""Thai and Lao write no full stop; a paragraph may end in a year or another number."""
_PARAGRAPH = 80
"""Characters from which a line that ends in one of them is a paragraph; most headlines are shorter."""


class Measures(NamedTuple):
    """Parallel columns, one entry per segment, and what holds for all segments."""

    columns: Columns
    """The fields of the segments themselves."""
    keys: tuple[str, ...]
    """The text case-folded, white space folded, punctuation at both ends gone: what phrases match."""
    chars: tuple[int, ...]
    """Non-space characters."""
    words: tuple[int, ...]
    """Words; in Chinese, Japanese and Korean two characters count as one, in Thai and its like five."""
    stops: tuple[int, ...]
    """Sentence ends inside, the last included."""
    ended: tuple[bool, ...]
    """Ends like a sentence: a full stop of its script, closing quotes and brackets after it allowed; in Thai
    and Lao, which write none, a paragraph does."""
    link_share: tuple[float | None, ...]
    """Share of the non-space characters inside links; ``None`` where the layout does not tell."""
    spaced: bool
    """As :func:`is_spaced` tells of all texts."""


def fold(text: str) -> str:
    """Fold a line to the form in which phrases and echoes are compared.

    >>> fold("» Read more: ")
    'read more'
    """
    return fold_line(" ".join(text.split()))


def fold_line(text: str) -> str:
    """Fold a normalised line, whose white space is single spaces.

    >>> fold_line("İLGİLİ HABERLER"), fold_line("Lire l’article")
    ('ilgili haberler', "lire l'article")
    """
    folded = text.casefold().strip(_EDGES)
    if _CURLY in folded:
        folded = folded.replace(_CURLY, "'")
    return folded.replace(_DOTTED, "i") if _DOTTED in folded else folded


_CURLY = "’"
"""The apostrophe that typographers set; phrases are written with the one of typewriters."""


def likeness(words: AbstractSet[str], others: AbstractSet[str]) -> float:
    """Share of words that two texts have in common (Dice 1945); 0 for two without any.

    >>> likeness({"rain", "stops", "play"}, {"rain"}), likeness(set(), set())
    (0.5, 0.0)
    """
    return 2 * len(words & others) / max(1, len(words) + len(others))


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends like a sentence; the number of a footnote or initials may stand behind it.

    >>> ends_sentence("“No way,” he said.”"), ends_sentence("»Nein.«"), ends_sentence("Read more")
    (True, True, False)
    >>> ends_sentence("He went.1"), ends_sentence("He went.[2]"), ends_sentence("It rose. (jm/dpa)")
    (True, True, True)
    >>> ends_sentence("It rose by 2.5"), ends_sentence("Version 3.[2]"), ends_sentence("The quay (dpa)")
    (False, False, False)
    """
    last = text[-1:]
    if last not in _CLOSING:
        return last in STOP_SIGNS or (last.isdigit() and _is_marked(text))
    bare = text.rstrip(_CLOSERS)
    return bare[-1:] in STOP_SIGNS or (last in ")]" and _is_marked(text))


def _is_marked(text: str) -> bool:
    return _MARKED.search(text[-_MARK_CHARS:]) is not None


def _ended(texts: Sequence[str]) -> list[bool]:
    """Tell for each text whether it ends like a sentence; few end in a sign that has to be looked behind."""
    lasts = [text[-1:] for text in texts]
    ended = list(map(STOP_SIGNS.__contains__, lasts))
    for index in compress(range(len(texts)), map(_BEHIND.__contains__, lasts)):
        ended[index] = ends_sentence(texts[index])
    return ended


def _is_unstopped(text: str) -> bool:
    return len(text) >= _PARAGRAPH and _UNSTOPPED.search(text) is not None


def is_spaced(text: str) -> bool:
    """Tell whether no sign of Chinese, Japanese, Korean or of Thai and its like stands in a text.

    >>> is_spaced("Île-de-France"), is_spaced("東京 Tokyo")
    (True, False)
    """
    return _NO_WORDS.search(text) is None


def count_words(text: str) -> int:
    """Count words; Chinese, Japanese and Korean by two characters a word, Thai and its like by five.

    >>> count_words("three plain words"), count_words("東京都知事選"), count_words("ชาวบ้านปลูกป่าชายเลน")
    (3, 3, 4)
    """
    return weigh_words(text, len(text.split()))


def weigh_words(text: str, parts: int) -> int:
    """Count the words of a text of which white space makes so many parts."""
    if text.isascii() or is_spaced(text):
        return parts
    unspaced = len(_UNSPACED.findall(text))
    if unspaced > _CHARS_PER_UNSPACED_WORD * parts:
        return unspaced // _CHARS_PER_UNSPACED_WORD
    cjk = len(_CJK.findall(text))
    return max(1, parts // 4 + (cjk + 1) // _CHARS_PER_CJK_WORD) if cjk > parts else parts


def count_stops(text: str) -> int:
    """Count sentence ends inside a normalised text and at its end.

    >>> count_stops("It rained. Then it stopped."), count_stops("雨が降った。やんだ。")
    (2, 2)
    """
    return _inner_stops([text], text)[0] + ends_sentence(text)


def _inner_stops(texts: Sequence[str], page: str) -> list[int]:
    """Count the sentence ends before the last character of each text; most pages use few of the signs."""
    counts = [0] * len(texts)
    for stop in _INNER_STOPS:
        if stop[0] in page:  # one character is looked up ten times as fast as two
            counts = list(map(add, counts, map(str.count, texts, repeat(stop))))
            if stop in _UNSPACED_STOPS:
                counts = list(map(sub, counts, map(str.endswith, texts, repeat(stop))))
    return counts


def _is_odd(page: str) -> bool:
    """Tell whether folding is more than a change of case."""
    return _CURLY in page or "İ" in page


def measure(segments: Sequence[Segment]) -> Measures:
    """Measure all segments of a page once.

    Args:
        segments: Blocks as read; their texts are normalised, so white space is single spaces.

    Returns:
        Columns of the same length as ``segments``.
    """
    columns = columns_of(segments)
    texts = columns.text
    spaces = list(map(str.count, texts, repeat(" ")))
    chars = list(map(sub, map(len, texts), spaces))
    links = [
        None if linked is None else 0.0 if not linked or not size else min(1.0, linked / size)
        for linked, size in zip(columns.link_chars, chars, strict=True)
    ]
    page = "\n".join(texts)
    ended = _ended(texts)
    spaced = is_spaced(page)
    if not spaced and _UNSPACED.search(page):
        ended = [end or _is_unstopped(text) for end, text in zip(ended, texts, strict=True)]
    return Measures(
        columns,
        tuple(map(fold_line, texts) if _is_odd(page) else [text.casefold().strip(_EDGES) for text in texts]),
        tuple(chars),
        tuple(map(add, spaces, map(bool, texts)) if spaced else map(count_words, texts)),
        tuple(map(add, _inner_stops(texts, page), ended)),
        tuple(ended),
        tuple(links),
        spaced,
    )
