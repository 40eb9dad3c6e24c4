"""From bytes to text: which encoding a page is in, and why it was taken."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from cleannews.read.charsets import DETECTABLE, codec_of, name_of
from cleannews.read.latin import LATIN, best_latin, holds_signs_alone, latin_scores
from cleannews.read.page import Decoded
from cleannews.read.tag_spans import without_comments, without_tags

_BOMS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins like it
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)

_HEAD = 65_536
"""Bytes in which a declaration is looked for. Browsers stop at 1024; pages put scripts and comments first."""

_SAMPLE = 32_768
"""Bytes of text without markup that detection sees."""

_BEFORE_FIRST = 1000
"""Bytes before the first one from 0x80 on that belong to its line, more or less."""

_STRAYS = re.compile("[\udc80-\udcff]+")
_NOT_ASCII = re.compile("[^\x00-\x7f\udc80-\udcff]")
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER = re.compile(rb"[A-Za-z\x80-\xff]")

_PAIRS = re.compile("\udced[\udca0-\udcaf][\udc80-\udcbf]\udced[\udcb0-\udcbf][\udc80-\udcbf]")
"""CESU-8: halves of pairs, each encoded for itself. They speak for UTF-8, not against it."""

_FIRST_LEAD = "\udcc2"
"""The first byte that can begin a character of several bytes, as ``surrogateescape`` writes it."""

_WESTERN_SHARE = 0.4
"""Share of bytes from 0x80 on among letters above which a page is not in a Western encoding: French and Czech
have 5 to 15 %, Cyrillic, Greek, Arabic and East Asian pages more than 60 %."""

_CLEAR_LEAD = 0.5
"""By so much another Latin encoding must fit better than windows-1252 to win against the page's own word."""

_JAMO = re.compile("[\u3130-\u318f]")
_JAMO_SHARE = 0.05
"""Single Korean letters: EUC-JP kana read as EUC-KR."""

_MAC_YA, _WINDOWS_YA = b"\xdf", b"\xff"
"""Mac and Windows Cyrillic differ in one small letter, ``я``; where it tells nothing it is Windows."""

_NUL_SHARE = 0.02
_NUL_ON_ONE_SIDE = 0.95
_STRAY_NULS = 0.4
"""Share of NULs from which they cannot be strays: a text in Latin letters has half of them in UTF-16."""
_NOT_UTF8_SHARE = 0.15
"""Share of bytes that are not UTF-8 up to which NULs are strays: Western pages have 5 to 15 % from 0x80 on.
UTF-16 in other scripts has more, or control characters (0x04 before each Cyrillic letter)."""
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_FEW_NULS = 3
"""NULs up to which detection takes a text for one; binaries have more at their beginning."""


def decode(data: bytes | str, *, header_charset: str | None = None) -> Decoded:
    r"""Decode a dump.

    The order is byte order mark, strict UTF-8, declaration (header, then page), detection: what is valid
    UTF-8 is UTF-8 (RFC 3629, 1: a chance hit is unlikely), while declarations are often wrong. Stray
    windows-1252 bytes in a UTF-8 page are mended one by one; the page stays UTF-8.

    Args:
        data: The dump as it came. Decoded text is only freed of a byte order mark and of lone surrogates.
        header_charset: The encoding that an HTTP header declared.

    Returns:
        The text, its encoding by its WHATWG-like name, where that was known from, and what was mended.

    Raises:
        TypeError: ``data`` is neither bytes nor text.

    >>> decode(b"caf\xe9").text, decode("café".encode()).encoding_source
    ('café', 'utf8')
    """
    if isinstance(data, str):
        return _text(data, header_charset)
    if not isinstance(data, bytes):
        raise TypeError(f"data is {type(data).__name__}; give bytes or str")
    data = _unpadded(data)
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], codec, "bom")
    wide = _wide_codec(data)
    if wide:
        return _decoded(data, wide, "detected")
    if b"\x1b" in data and (
        b"\x1b$B" in data or b"\x1b$@" in data
    ):  # ISO-2022-JP is ASCII to the eye of UTF-8
        return _decoded(data, "iso2022_jp", "detected")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "utf8")
    except UnicodeDecodeError:
        return _decode_other(data, header_charset)


def _unpadded(data: bytes) -> bytes:
    """Take off the NULs that fill a file up to the size of a block, by fours, if text stands before them."""
    if not data.endswith(_PADDING):
        return data
    used = len(data.rstrip(b"\x00"))
    text = data[: used + (len(data) - used) % len(_PADDING)]
    if text.startswith(tuple(mark for mark, _ in _BOMS)):
        return text
    try:
        return text if text.rstrip(b"\x00").decode("utf-8") and b"\x00" not in text[:used] else data
    except UnicodeDecodeError:
        return data


_PADDING = b"\x00" * 4


def _text(text: str, header_charset: str | None) -> Decoded:
    text = text.removeprefix("\ufeff")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        pass
    else:
        return Decoded(text, None, "text")
    try:  # bytes that were read with errors="surrogateescape": they are still there
        return decode(text.encode("utf-8", "surrogateescape"), header_charset=header_charset)
    except UnicodeEncodeError:  # halves of pairs, escaped one by one somewhere, find each other again
        mended = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return Decoded(mended, None, "text", ("lone_surrogates",))


def _decode_other(data: bytes, header_charset: str | None) -> Decoded:
    """Decode what is not strictly UTF-8."""
    mended = _mended_utf8(data)
    if mended:
        return mended
    for source, codec in (("header", codec_of(header_charset)), ("declared", _declared(data))):
        if codec and codec != "utf-8" and _fits(data, codec):
            return _decoded(data, codec, source)
    codec = _detected(data)
    return _decoded(data, codec, "detected") if codec else _decoded(data, "cp1252", "fallback")


def _decoded(data: bytes, codec: str, source: str) -> Decoded:
    name = name_of(codec)
    if codec == "utf-8":
        text = data.decode("utf-8", "surrogateescape")
        fixed, strays = _STRAYS.subn(_stray, text)
        return Decoded(fixed, name, source, ("cp1252_runs",) if strays else ())
    try:
        return Decoded(data.decode(codec), name, source)
    except UnicodeDecodeError:
        if codec == "cp1252":  # five bytes are no characters there; browsers read them as controls
            return Decoded(_controls(data.decode("cp1252", "surrogateescape")), name, source)
        return Decoded(data.decode(codec, "replace"), name, source, ("undecodable_bytes",))


def _controls(text: str) -> str:
    return _STRAYS.sub(lambda found: "".join(chr(ord(each) - 0xDC00) for each in found[0]), text)


def _mended_utf8(data: bytes) -> Decoded | None:
    """Read UTF-8 in which some bytes are not; ``None`` if most are not."""
    text = data.decode("utf-8", "surrogateescape")
    strays = sum(len(found) for found in _STRAYS.findall(_PAIRS.sub("\ufffd", text)))
    if 2 * len(_NOT_ASCII.findall(text)) < strays:
        return None
    tail = _STRAYS.search(text, len(text) - 3)
    repairs = ["cp1252_runs"]
    if tail and tail.end() == len(text) and tail[0][0] >= _FIRST_LEAD:
        text = text[: tail.start()] + "\ufffd"
        repairs = ["truncated_character", *repairs[: strays > len(tail[0])]]
    return Decoded(_STRAYS.sub(_stray, text), "utf-8", "utf8", tuple(repairs))


def _stray(found: re.Match[str]) -> str:
    """Read a run of bytes that is not UTF-8, escaped by ``surrogateescape``."""
    raw = bytes(ord(each) - 0xDC00 for each in found[0])
    if len(raw) > 1 and raw[0] >= 0xE0:  # noqa: PLR2004 - lead byte of three or more
        try:  # CESU-8: the halves of a pair, each encoded for itself
            return (
                raw.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass").decode("utf-16-le")
            )
        except UnicodeError:
            if raw[1] < 0xC0:  # noqa: PLR2004 - a lead byte and a following byte: a character that was cut
                return "\ufffd"
    return _controls(raw.decode("cp1252", "surrogateescape"))


def _wide_codec(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark: NULs, all on one side of the ASCII characters."""
    head = data[:4096]
    nuls = head.count(0)
    if nuls < max(1, len(head) * _NUL_SHARE) or _are_strays(head, nuls):
        return None
    if len(head) % 4 == 0 and nuls > 0.7 * len(head):
        return "utf-32-le" if head[:1] != b"\x00" else "utf-32-be"
    odd = head[1::2].count(0)
    for count, codec in ((odd, "utf-16-le"), (nuls - odd, "utf-16-be")):
        if count >= _NUL_ON_ONE_SIDE * nuls and _is_text(head[: len(head) & ~1], codec):
            return codec
    return None


def _are_strays(head: bytes, nuls: int) -> bool:
    r"""Tell NULs that got into a text of bytes; pairs of its letters would be Chinese characters in UTF-16.

    >>> _are_strays(b"The ferry\x00 waited", 1), _are_strays("Мост".encode("utf-16-le") + b"\n\x00", 1)
    (True, False)
    """
    if nuls >= _STRAY_NULS * len(head) or _CONTROL.search(head):
        return False
    kept = len(head.decode("utf-8", "ignore").encode())
    return len(head) - kept <= _NOT_UTF8_SHARE * len(head)


def _is_text(head: bytes, codec: str) -> bool:
    text = head.decode(codec, "replace")
    return sum(map(str.isprintable, text)) + sum(map(str.isspace, text)) > 0.95 * len(text)


def _declared(data: bytes) -> str | None:
    """What the page itself declares; comments do not count, but may stand before it."""
    from bs4.dammit import EncodingDetector  # noqa: PLC0415 - bs4 is loaded for pages that are not UTF-8 only

    head = without_comments(data[:_HEAD])
    return codec_of(EncodingDetector.find_declared_encoding(head, is_html=True, search_entire_document=True))


def _fits(data: bytes, codec: str) -> bool:
    """Tell whether a page can be in the encoding that it declares."""
    if codec == "cp1252":  # the label of those who never thought of one
        sample = _high_lines(data)
        scores = latin_scores(sample)
        high = len(_HIGH.findall(sample))
        western = high <= _WESTERN_SHARE * len(_LETTER.findall(sample)) or high < 20  # noqa: PLR2004 - too few to tell
        return western and max(scores.values()) - scores["cp1252"] < _CLEAR_LEAD
    sample = _telling(data)[: 8 * _SAMPLE]
    wrong = sample.decode(codec, "replace").count("\ufffd")
    return wrong <= 1 + len(_HIGH.findall(sample)) // 100


def _high_lines(data: bytes) -> bytes:
    """Lines of text with bytes from 0x80 on: they tell, markup and plain ASCII do not."""
    text = without_tags(_telling(data)[: 16 * _SAMPLE])
    return b"\n".join(line.strip() for line in text.splitlines() if _HIGH.search(line))[:_SAMPLE]


def _telling(data: bytes) -> bytes:
    """The bytes from shortly before the first one from 0x80 on: a long head of plain ASCII tells nothing."""
    first = _HIGH.search(data)
    return data[max(0, first.start() - _BEFORE_FIRST) :] if first else data


def _detected(data: bytes) -> str | None:
    """What the bytes look like; ``None`` for what looks like nothing."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - loaded for pages that declare nothing only

    head = data[:1024]
    binary = head.count(0) > (0 if _CONTROL.search(head) else _FEW_NULS)
    sample = b"" if binary else _high_lines(data)
    signs = holds_signs_alone(sample)
    found = from_bytes(sample, cp_isolation=list(DETECTABLE), preemptive_behaviour=False) if sample else None
    best = found.best() if found else None
    if best is None:
        return "cp1252" if sample and signs else None
    if best.encoding in LATIN or signs:
        return best_latin(sample)
    if best.encoding == "mac_cyrillic" and sample.count(_MAC_YA) <= sample.count(_WINDOWS_YA):
        return "cp1251"
    if best.encoding == "cp949" and len(_JAMO.findall(str(best))) > _JAMO_SHARE * len(sample):
        return "euc_jp"
    return best.encoding
