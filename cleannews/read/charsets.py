"""Names of encodings: what a declared label means in practice."""

from __future__ import annotations

_LABELS = {
    "utf-8": """utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8-sig
        utf-16 utf-16le utf-16be utf16 unicode ucs-2 iso-10646-ucs-2 csunicode utf-32""",
    "cp1252": """windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 latin1 latin-1 l1 ascii us-ascii
        cp819 ibm819 iso-ir-100 csisolatin1 ansi_x3.4-1968 iso-8859-1:1987 iso8859 ansi western
        x-user-defined""",
    "cp1250": "windows-1250 cp1250 x-cp1250",
    "cp1251": "windows-1251 cp1251 x-cp1251 win-1251 win1251",
    "cp1253": "windows-1253 cp1253 x-cp1253",
    "cp1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 latin5 l5 csisolatin5 iso-ir-148",
    "cp1255": "windows-1255 cp1255 x-cp1255",
    "cp1256": "windows-1256 cp1256 x-cp1256",
    "cp1257": "windows-1257 cp1257 x-cp1257",
    "cp1258": "windows-1258 cp1258 x-cp1258",
    "cp874": "windows-874 cp874 dos-874 iso-8859-11 iso8859-11 tis-620 tis620",
    "cp866": "ibm866 cp866 866 csibm866",
    "iso8859_2": "iso-8859-2 iso8859-2 iso88592 latin2 l2 csisolatin2 iso-ir-101",
    "iso8859_3": "iso-8859-3 iso8859-3 latin3 l3",
    "iso8859_4": "iso-8859-4 iso8859-4 latin4 l4",
    "iso8859_5": "iso-8859-5 iso8859-5 iso88595 cyrillic csisolatincyrillic iso-ir-144",
    "iso8859_6": """iso-8859-6 iso8859-6 iso-8859-6-e iso-8859-6-i arabic asmo-708 ecma-114
        csisolatinarabic""",
    "iso8859_7": """iso-8859-7 iso8859-7 iso88597 greek greek8 elot_928 ecma-118 sun_eu_greek
        csisolatingreek""",
    "iso8859_8": """iso-8859-8 iso8859-8 iso88598 iso-8859-8-i iso-8859-8-e hebrew visual logical
        csisolatinhebrew""",
    "iso8859_10": "iso-8859-10 iso8859-10 latin6 l6",
    "iso8859_13": "iso-8859-13 iso8859-13",
    "iso8859_14": "iso-8859-14 iso8859-14",
    "iso8859_15": "iso-8859-15 iso8859-15 iso885915 latin9 latin-9 l9 csisolatin9",
    "iso8859_16": "iso-8859-16 iso8859-16",
    "koi8_r": "koi8-r koi8 koi koi8r cskoi8r",
    "koi8_u": "koi8-u koi8-ru",
    "mac_roman": "macintosh mac macroman x-mac-roman csmacintosh",
    "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian mac-cyrillic",
    "gb18030": """gb18030 gbk gb2312 gb_2312-80 gb_2312 x-gbk cp936 windows-936 chinese csgb2312 euc-cn
        iso-ir-58""",
    "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5 csbig5 cp950",
    "euc_jp": "euc-jp x-euc-jp eucjp cseucpkdfmtjapanese",
    "iso2022_jp": "iso-2022-jp iso2022-jp csiso2022jp jis",
    "cp932": "shift_jis sjis x-sjis ms_kanji ms932 windows-31j cp932 csshiftjis",
    "cp949": """euc-kr euckr cseuckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 cp949
        uhc iso-ir-149""",
}
"""Python codec -> labels, its own name first (WHATWG Encoding Standard, 4.2, and a few that servers send).

A page that was read as far as a label of UTF-16 is not UTF-16, but UTF-8 (WHATWG HTML, 13.2.3.2). UTF-7, HZ
and the ISO 2022 encodings of Chinese and Korean are left out: they can hide markup in ASCII, and browsers do
not read them.
"""

_CODECS = {label.replace("_", "-"): codec for codec, labels in _LABELS.items() for label in labels.split()}

_NOT_DETECTED = {"utf-8", "iso2022_jp", "iso8859_3", "iso8859_10", "iso8859_14"}
DETECTABLE = tuple(codec for codec in _LABELS if codec not in _NOT_DETECTED)
"""What detection chooses from: encodings that news were or are published in."""


def codec_of(label: str | None) -> str | None:
    """The Python codec that reads what is labelled so.

    Args:
        label: As declared in a header or in the page.

    Returns:
        A codec; ``None`` for unknown or refused labels.

    >>> codec_of("ISO-8859-1"), codec_of("gb2312"), codec_of("utf-7")
    ('cp1252', 'gb18030', None)
    """
    if not label:
        return None
    return _CODECS.get(label.strip(" \t\r\n'\";,").lower().replace("_", "-"))


def name_of(codec: str) -> str:
    """The name of a codec's encoding in the WHATWG Encoding Standard, in lower case.

    >>> name_of("cp1252"), name_of("utf-16-le")
    ('windows-1252', 'utf-16-le')
    """
    return _LABELS[codec].split()[0] if codec in _LABELS else codec
