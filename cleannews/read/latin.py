"""Tell the Latin single-byte encodings apart: which one makes letters of news languages out of the bytes."""

from __future__ import annotations

from collections import Counter

_SIGNS = "“”‘’„‚…–—«»€§°©®·\u00a0"

_LETTERS = {
    # French, German, Spanish, Portuguese, Italian, Dutch, Nordic; eth and thorn are Turkish bytes more often
    "cp1252": "àâäáãåæçèéêëìíîïñòóôöõøœùúûüßÿ¿¡ºª£",
    # Turkish
    "cp1254": "çğıöşüâîûİ",
    # Polish, Czech, Slovak, Hungarian, Romanian, Croatian, Slovene
    "cp1250": "ąćęłńóśźżáčďéěíňřšťúůýžľĺôäőűöüăâîşţđëç",
    "iso8859_2": "ąćęłńóśźżáčďéěíňřšťúůýžľĺôäőűöüăâîşţđëç",
    # Lithuanian, Latvian, Estonian
    "cp1257": "āčēģīķļņšūžąęėįųõäöü",
}
"""Codec -> non-ASCII letters of the alphabets it was made for; the first wins a tie."""

_TYPICAL = {codec: frozenset(letters + letters.upper() + _SIGNS) for codec, letters in _LETTERS.items()}

LATIN = frozenset(
    {*_LETTERS, "cp1258", "mac_roman", "iso8859_4", "iso8859_13", "iso8859_15", "iso8859_16", "cp850"}
)
"""Codecs between which byte statistics alone decide badly."""


def latin_scores(sample: bytes) -> dict[str, float]:
    """Score the Latin encodings of a sample.

    Args:
        sample: Bytes of text; ASCII does not count.

    Returns:
        Codec -> share of the non-ASCII bytes that it reads as letters or signs of its languages, less the
        share that it does not; -1 to 1. In order of preference at a tie.

    >>> scores = latin_scores("Święta były ciężkie".encode("cp1250"))
    >>> scores["cp1250"] > scores["cp1252"]
    True
    """
    counts = Counter(byte for byte in sample if byte >= 0x80)  # noqa: PLR2004 - ASCII ends there
    total = sum(counts.values()) or 1
    return {
        codec: sum(
            count if bytes((byte,)).decode(codec, "replace") in typical else -count
            for byte, count in counts.items()
        )
        / total
        for codec, typical in _TYPICAL.items()
    }


def best_latin(sample: bytes) -> str:
    """The Latin encoding that fits best."""
    scores = latin_scores(sample)
    return max(scores, key=lambda codec: scores[codec])
