"""Hostile encodings: wrong labels, none, mixed bytes, cut characters."""

from __future__ import annotations

import codecs

from tests.hostile.case import BODY, CHINESE, CZECH, FIRST, RUSSIAN, Case, dump, page, paragraphs

KOREAN = (
    "항구를 가로지르는 여객선이 월요일에 첫 승객을 태웠다. 돈이 없어 옛 노선이 문을 닫은 지 십일 년 만이다.",
    "해가 뜨기 전부터 이백 명가량이 부두에 줄을 섰고, 몇 사람은 어린 시절에 뱃삯으로 내던 놋쇠 표를 들고 있었다.",
    "시의회는 쓰지 않는 창고를 팔아 배값을 냈고, 은퇴한 도선사 모임이 처음 세 여름 동안 품삯 없이 배를 몬다.",
)

JAPANESE = (
    "港を渡る連絡船が月曜日に最初の乗客を運んだ。資金不足で古い航路が閉じられてから十一年が過ぎていた。",
    "夜明け前から約二百人が岸壁に並び、子どものころに渡し賃として使った真鍮の札を持つ人もいた。",
    "市議会は使われていない倉庫を売って船の費用を払い、引退した水先人の会が三度の夏を無給で運航する。",
)


def coded(
    codec: str,
    body: tuple[str, ...] = BODY,
    *,
    label: str | None = None,
    mark: bytes = b"",
    text: bool = False,
) -> bytes:
    """A page in an encoding and with a label that may be another one's."""
    head = f"<meta charset={label}>" if label else ""
    source = dump(body) if text else page(paragraphs(body), head=head)
    return mark + source.encode(codec, "replace")


def case(name: str, body: tuple[str, ...], codec: str, label: str | None = None, mark: bytes = b"") -> Case:
    """A page that is whole and can be read."""
    return Case(f"encoding_{name}", lambda _n: coded(codec, body, label=label, mark=mark), body[0])


def plain(name: str, body: tuple[str, ...], codec: str, mark: bytes = b"") -> Case:
    """The same as a dump."""
    return Case(f"encoding_dump_{name}", lambda _n: coded(codec, body, mark=mark, text=True), body[0])


LABELS = (
    case("utf8_bare", CZECH, "utf-8"),
    case("utf8_labelled_latin1", CZECH, "utf-8", "iso-8859-1"),
    case("utf8_labelled_cyrillic", RUSSIAN, "utf-8", "windows-1251"),
    case("utf8_labelled_utf16", RUSSIAN, "utf-8", "utf-16"),
    case("utf8_labelled_utf7", CZECH, "utf-8", "utf-7"),
    case("utf8_labelled_nonsense", CZECH, "utf-8", "x-nonsense"),
    case("utf8_label_empty", CZECH, "utf-8", '""'),
    Case("encoding_utf8_label_quote_unclosed", lambda _n: coded("utf-8", CZECH, label="'utf-8")),
    case("utf8_mark", CZECH, "utf-8", mark=codecs.BOM_UTF8),
    case("utf8_two_marks", CZECH, "utf-8", mark=codecs.BOM_UTF8 * 2),
    case("utf8_mark_label_koi8", CZECH, "utf-8", "koi8-r", codecs.BOM_UTF8),
    case("utf16_le_mark", RUSSIAN, "utf-16-le", mark=codecs.BOM_UTF16_LE),
    case("utf16_be_mark", RUSSIAN, "utf-16-be", mark=codecs.BOM_UTF16_BE),
    case("utf16_le_bare", BODY, "utf-16-le"),
    case("utf16_be_bare", BODY, "utf-16-be"),
    case("utf16_le_bare_russian", RUSSIAN, "utf-16-le"),
    case("utf16_le_bare_labelled_utf8", BODY, "utf-16-le", "utf-8"),
    case("utf32_le_mark", RUSSIAN, "utf-32-le", mark=codecs.BOM_UTF32_LE),
    case("utf32_be_mark", RUSSIAN, "utf-32-be", mark=codecs.BOM_UTF32_BE),
    case("utf32_le_bare", BODY, "utf-32-le"),
    case("cp1250_labelled", CZECH, "cp1250", "windows-1250"),
    case("cp1250_bare", CZECH, "cp1250"),
    case("cp1250_labelled_utf8", CZECH, "cp1250", "utf-8"),
    case("iso8859_2_labelled", CZECH, "iso8859_2", "iso-8859-2"),
    case("iso8859_2_bare", tuple(each.translate(str.maketrans("„“", '""')) for each in CZECH), "iso8859_2"),
    case("cp1251_labelled", RUSSIAN, "cp1251", "windows-1251"),
    case("cp1251_bare", RUSSIAN, "cp1251"),
    case("cp1251_labelled_latin1", RUSSIAN, "cp1251", "iso-8859-1"),
    case("cp1251_labelled_utf8", RUSSIAN, "cp1251", "utf-8"),
    case("koi8_r_labelled", RUSSIAN, "koi8_r", "koi8-r"),
    case("koi8_r_bare", RUSSIAN, "koi8_r"),
    case("gb18030_labelled_gb2312", CHINESE, "gb18030", "gb2312"),
    case("gb18030_bare", CHINESE, "gb18030"),
    case("gb18030_labelled_latin1", CHINESE, "gb18030", "iso-8859-1"),
    case(
        "big5_labelled",
        tuple(each.encode("big5", "ignore").decode("big5") for each in CHINESE),
        "big5",
        "big5",
    ),
    case("euc_kr_labelled", KOREAN, "cp949", "euc-kr"),
    case("euc_kr_bare", KOREAN, "cp949"),
    case("shift_jis_labelled", JAPANESE, "cp932", "shift_jis"),
    case("shift_jis_bare", JAPANESE, "cp932"),
    case("euc_jp_labelled", JAPANESE, "euc_jp", "euc-jp"),
    case("iso2022_jp_bare", JAPANESE, "iso2022_jp"),
    case("cp1252_labelled_latin1", BODY, "cp1252", "iso-8859-1"),
    case("cp1252_bare", BODY, "cp1252"),
    case("cp1252_labelled_ascii", BODY, "cp1252", "us-ascii"),
    case("cp1252_labelled_utf8", BODY, "cp1252", "utf-8"),
    plain("utf16_le", RUSSIAN, "utf-16-le"),
    plain("utf16_le_mark", BODY, "utf-16-le", codecs.BOM_UTF16_LE),
    plain("cp1251", RUSSIAN, "cp1251"),
    plain("cp1250", CZECH, "cp1250"),
    plain("gb18030", CHINESE, "gb18030"),
    plain("shift_jis", JAPANESE, "cp932"),
    plain("cp1252", BODY, "cp1252"),
)

MIXED = (
    Case(
        "mixed_cp1252_in_utf8",
        lambda n: page(after="<p>©</p>").encode().replace("©".encode(), b"\xa9"),
        FIRST,
    ),
    Case(
        "mixed_many_runs",
        lambda n: coded("utf-8", CZECH) + b"<p>caf\xe9 \x93so\x94</p>" * min(n // 22, 60),
        CZECH[0],
    ),
    Case(
        "mixed_footer_in_latin1", lambda n: coded("utf-8", RUSSIAN) + "© Größe".encode("cp1252"), RUSSIAN[0]
    ),
    Case("mixed_cesu8", lambda n: coded("utf-8", CZECH) + b"\xed\xa0\xbd\xed\xb8\x80" * (n // 6), CZECH[0]),
    Case("mixed_overlong", lambda n: coded("utf-8", CZECH) + b"\xc0\xbcscript\xc0\xbe", CZECH[0]),
    Case("mixed_continuation_bytes", lambda n: coded("utf-8", RUSSIAN) + b"\x80" * min(n, 500), RUSSIAN[0]),
    Case("mixed_ff_bytes", lambda n: coded("utf-8", RUSSIAN) + b"\xff" * min(n, 500), RUSSIAN[0]),
    Case("cut_inside_a_character", lambda n: coded("utf-8", RUSSIAN, text=True)[:-1], RUSSIAN[0]),
    Case("cut_inside_three_bytes", lambda n: (dump(CHINESE) + "。").encode()[:-1], CHINESE[0]),
    Case(
        "cut_utf16_odd_byte", lambda n: coded("utf-16-le", RUSSIAN, mark=codecs.BOM_UTF16_LE)[:-1], RUSSIAN[0]
    ),
    Case("cut_gb18030", lambda n: coded("gb18030", CHINESE, label="gbk") + b"\x81", CHINESE[0]),
    Case(
        "late_label",
        lambda n: page(
            paragraphs(RUSSIAN),
            head="<script>" + "x=1;" * (min(n, 50_000) // 4) + "</script><meta charset=windows-1251>",
        ).encode("cp1251"),
        RUSSIAN[0],
    ),
    Case(
        "label_in_comment",
        lambda n: page(
            paragraphs(RUSSIAN), head="<!-- <meta charset=koi8-r> --><meta charset=windows-1251>"
        ).encode("cp1251"),
        RUSSIAN[0],
    ),
    Case(
        "label_twice",
        lambda n: page(paragraphs(RUSSIAN), head="<meta charset=windows-1251><meta charset=utf-8>").encode(
            "cp1251"
        ),
        RUSSIAN[0],
    ),
    Case(
        "label_in_xml_declaration",
        lambda n: b'<?xml version="1.0" encoding="windows-1251"?>' + coded("cp1251", RUSSIAN),
        RUSSIAN[0],
    ),
    Case(
        "label_in_http_equiv",
        lambda n: page(
            paragraphs(RUSSIAN),
            head="<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        ).encode("cp1251"),
        RUSSIAN[0],
    ),
    Case(
        "labels_many",
        lambda n: page(paragraphs(RUSSIAN), head="<meta charset=utf-8>" * (n // 20)).encode("cp1251"),
        RUSSIAN[0],
    ),
    Case(
        "label_very_long",
        lambda n: page(paragraphs(CZECH), head=f"<meta charset={'x' * n}>").encode(),
        CZECH[0],
    ),
    Case(
        "utf7_script",
        lambda n: page(
            before="+ADw-script+AD4-alert(1)+ADw-/script+AD4-", head="<meta charset=utf-7>"
        ).encode(),
        FIRST,
    ),
    Case("escapes_of_iso2022", lambda n: page(before="\x1b(B" * 20).encode(), FIRST),
    Case("escapes_of_iso2022_kr", lambda n: page(before="\x1b$)C\x0e\x0f").encode(), FIRST),
    Case("mojibake_stays", lambda n: page(before="<p>" + "cafÃ© " * (n // 6) + "</p>").encode(), FIRST),
    Case("high_bytes_only", lambda n: bytes(range(128, 256)) * (n // 128)),
    Case("random_bytes", lambda n: bytes((i * i * 7 + i // 3) % 256 for i in range(n))),
    Case(
        "nul_every_second_byte_of_ascii",
        lambda n: b"\x00".join(bytes((b,)) for b in dump().encode("ascii", "replace")),
        None,
    ),
    Case("utf16_marks_in_the_middle", lambda n: dump().encode("utf-8") + b"\xff\xfe" * 10, FIRST),
)

CASES = (*LABELS, *MIXED)
