"""Tell the Latin single-byte encodings apart: which one makes letters of news languages out of the bytes."""

from __future__ import annotations

import re
from collections import Counter

_NEUTRAL = re.compile(
    rb"(?<![A-Za-z\x80-\xff])[\xa2\xa3\xa5\xb1-\xb3\xb5\xb9\xbc-\xbe\xd7](?![A-Za-z\x80-\xff])"
    rb"|(?<=\d)[\xbc-\xbe](?=[a-z])"
    rb"|(?<![A-Za-z\x80-\xff])(?:[ckdm]?m|x)[\xb2\xb3](?![A-Za-z\x80-\xff])"
    rb"|\xb5(?=[glmsFAV](?![A-Za-z\x80-\xff]))"
)
"""Signs of windows-1252 that stand by a number or alone, ``£45m``, ``2½``, ``km²``, ``µg``: letters of other
encodings stand in words. They decide nothing, and where nothing else does windows-1252 is taken."""

_SIGNS = "“”‘’„‚…–—«»€§°©®·\u00a0"

_WESTERN = (
    "àâæçèéêëîïôœùûüÿäöß",  # French, German, Dutch
    "áéíñóúüç¿¡ºª",  # Spanish
    "àáâãçéêíóôõúüºª",  # Portuguese
    "àçèéìíïîòóùúüºª",  # Italian, Catalan
    "åäöæøéü",  # Danish, Finnish, Norwegian, Swedish
    "áéíóúýæöðþ",  # Icelandic, Irish
)
_CENTRAL = (
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîşţ",  # Romanian
    "čćđšž",  # Croatian, Slovene
    "äöüßëç",  # German, Albanian
)
"""Alphabets apart and not in one: š and ž of ISO 8859-2 are letters of other alphabets in windows-1250, the
Hungarian ő and ű of windows-1250 letters of two others in windows-1252."""

_ALPHABETS = {
    "cp1252": _WESTERN,
    # Turkish
    "cp1254": ("çğıöşüâîûİ",),
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    # Lithuanian, Latvian, Estonian
    "cp1257": ("āčēģīķļņšūžąęėįųõäöü",),
}
"""Codec -> non-ASCII letters of the alphabets it was made for; the first wins a tie."""

_TYPICAL = {
    codec: tuple(frozenset(letters + letters.upper() + _SIGNS) for letters in alphabets)
    for codec, alphabets in _ALPHABETS.items()
}

LATIN = frozenset(
    {*_ALPHABETS, "cp1258", "mac_roman", "iso8859_4", "iso8859_13", "iso8859_15", "iso8859_16", "cp850"}
)
"""Codecs between which byte statistics alone decide badly."""


def latin_scores(sample: bytes) -> dict[str, float]:
    """Score the Latin encodings of a sample.

    Args:
        sample: Bytes of text; ASCII does not count.

    Returns:
        Codec -> share of the non-ASCII bytes that it reads as letters or signs of one of its alphabets, less
        the share that it does not; -1 to 1, 0 if there are none that count. In order of preference at a tie.

    >>> scores = latin_scores("Święta były ciężkie".encode("cp1250"))
    >>> scores["cp1250"] > scores["cp1252"]
    True
    >>> latin_scores("the club paid £45m".encode("cp1252"))["cp1250"]
    0.0
    """
    counts = Counter(byte for byte in _NEUTRAL.sub(b"", sample) if byte >= 0x80)  # noqa: PLR2004 - ASCII ends there
    return {
        codec: max(_fit(counts, codec, letters) for letters in alphabets)
        for codec, alphabets in _TYPICAL.items()
    }


def holds_signs_alone(sample: bytes) -> bool:
    """Tell whether all that is not ASCII in a sample are signs beside numbers.

    >>> holds_signs_alone("the yen rose to ¥240".encode("cp1252")), holds_signs_alone("café".encode("cp1252"))
    (True, False)
    """
    return _NEUTRAL.sub(b"", sample).isascii()


def _fit(counts: Counter[int], codec: str, letters: frozenset[str]) -> float:
    """How well one alphabet of an encoding fits, -1 to 1."""
    read = {byte: bytes((byte,)).decode(codec, "replace") for byte in counts}
    fitting = sum(count for byte, count in counts.items() if read[byte] in letters)
    total = sum(counts.values())
    return (2 * fitting - total) / max(total, 1)


def best_latin(sample: bytes) -> str:
    """The Latin encoding that fits best."""
    scores = latin_scores(sample)
    return max(scores, key=lambda codec: scores[codec])
