from __future__ import annotations

import codecs
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleannews.read.charsets import DETECTABLE, codec_of, name_of
from cleannews.read.decode import decode

TEXTS = {
    "fr": "Le conseil a voté des mesures à l’été ; « très bien », a déclaré l’élève de Pâques, ça va de soi.",
    "de": "Die Brücke über den Fluß bleibt für Fußgänger geschlossen, „völlig unnötig“, sagen die Anwohner.",
    "pl": "Rada zapowiedziała, że przyjmie nową uchwałę. Święta były ciężkie, łódź zatonęła na jeziorze.",
    "cs": "Rada oznámila, že příští týden otevře most. Žluťoučký kůň pěl ďábelské ódy v dešti.",
    "sk": "Rada oznámila, že budúci týždeň otvorí most. Šťastní ľudia čakali pri kaplnke, vŕba stála v hmle.",
    "hr": "Vijeće je objavilo da će sljedeći tjedan otvoriti most. Građani čekaju žičaru i šetnju uz đačku.",
    "ro": "Consiliul a anunţat că podul va fi deschis săptămâna viitoare, iar vântul şi ploaia vor înceta.",
    "es": "El concejo anunció que abrirá el puente mañana; ¿quién pagará la reparación?, preguntó un señor.",
    "pt": "A câmara anunciou que a ponte abrirá amanhã; as estações não serão fechadas, disse a avó à irmã.",
    "it": "Il consiglio aprirà il ponte lunedì; c’è più d’una città che però non pagherà, né potrà farlo.",
    "sv": "Rådet öppnar bron på måndag; båtarna får gå över fjärden så länge älven är öppen för trafik.",
    "da": "Rådet åbner broen på mandag; færgen sejler over fjorden, så længe åen er fri for is og høj sø.",
    "is": "Ráðið opnar brúna á mánudag; ferjan siglir á meðan vötnin eru ófær og þökin blaut eftir rigningu.",
    "hu": "A tanács közölte, hogy jövő héten megnyitják a hidat, az időjárás őszi, esős és hűvös lesz.",
    "tr": "Meclis yeni önlemleri açıkladı. İşçiler güneşli bir gün için şükretti, çağrı yaptı, köprü açıldı.",
    "ru": "Совет объявил о новых мерах поддержки малых хозяйств в долине, мост откроют на следующей неделе.",
    "el": "Το συμβούλιο ανακοίνωσε νέα μέτρα στήριξης για τις επιχειρήσεις και τα νοικοκυριά της κοιλάδας.",
    "he": "המועצה הודיעה היום על צעדים חדשים לתמיכה בעסקים קטנים בעמק, והגשר ייפתח בשבוע הבא.",
    "ar": "أعلن المجلس اليوم عن إجراءات جديدة لدعم الشركات الصغيرة في الوادي، وسيفتح الجسر الأسبوع المقبل.",
    "th": "สภาประกาศมาตรการใหม่เพื่อสนับสนุนธุรกิจขนาดเล็กในหุบเขา สะพานจะเปิดในสัปดาห์หน้า",
    "zh": "市议会今天宣布了支持小企业的新措施，河上的桥将于下周重新开放，居民对此表示欢迎。",
    "tw": "市議會今天宣布了支持小企業的新措施，河上的橋將於下週重新開放，居民對此表示歡迎。",
    "ja": "市議会は本日、小さな会社を支える新しい対策を発表した。川の橋は来週また開通する予定である。",
    "ko": "시의회는 오늘 작은 회사를 돕는 새로운 대책을 발표했다. 강 위의 다리는 다음 주에 다시 열린다.",
}

PAGE = "<html><head>{head}</head><body><p>{text}</p></body></html>"


class Row(NamedTuple):
    """A page of one language in one encoding, and what it says of itself."""

    language: str
    codec: str
    label: str | None
    found: str
    source: str
    header: str | None = None


ROWS = (
    Row("fr", "utf-8", None, "utf-8", "utf8"),
    Row("ru", "utf-8", "windows-1251", "utf-8", "utf8"),
    Row("fr", "cp1252", "iso-8859-1", "windows-1252", "declared"),
    Row("fr", "cp1252", "ISO-8859-1", "windows-1252", "declared"),
    Row("fr", "cp1252", "us-ascii", "windows-1252", "declared"),
    Row("fr", "cp1252", None, "windows-1252", "header", "iso-8859-1"),
    Row("fr", "cp1252", None, "windows-1252", "detected"),
    *(
        Row(each, "cp1252", None, "windows-1252", "detected")
        for each in ("de", "es", "pt", "it", "sv", "da", "is")
    ),
    Row("fr", "cp1252", "utf-8", "windows-1252", "detected"),
    Row("de", "mac_roman", "macintosh", "macintosh", "declared"),
    Row("pl", "cp1250", "windows-1250", "windows-1250", "declared"),
    Row("pl", "cp1250", None, "windows-1250", "detected"),
    Row("pl", "cp1250", "iso-8859-1", "windows-1250", "detected"),
    Row("pl", "iso8859_2", "iso-8859-2", "iso-8859-2", "declared"),
    Row("pl", "iso8859_2", None, "iso-8859-2", "detected"),
    Row("cs", "iso8859_2", "latin2", "iso-8859-2", "declared"),
    Row("cs", "iso8859_2", None, "iso-8859-2", "detected"),
    Row("sk", "iso8859_2", None, "iso-8859-2", "detected"),
    Row("hr", "iso8859_2", None, "iso-8859-2", "detected"),
    Row("cs", "cp1250", None, "windows-1250", "detected"),
    Row("sk", "cp1250", None, "windows-1250", "detected"),
    Row("hr", "cp1250", None, "windows-1250", "detected"),
    Row("ro", "cp1250", None, "windows-1250", "detected"),
    Row("hu", "cp1250", None, "windows-1250", "detected"),
    Row("hu", "cp1250", "windows-1250", "windows-1250", "declared"),
    Row("tr", "cp1254", "iso-8859-9", "windows-1254", "declared"),
    Row("tr", "cp1254", None, "windows-1254", "detected"),
    Row("ru", "cp1251", "windows-1251", "windows-1251", "declared"),
    Row("ru", "cp1251", None, "windows-1251", "detected"),
    Row("ru", "cp1251", "utf-8", "windows-1251", "detected"),
    Row("ru", "cp1251", "iso-8859-1", "windows-1251", "detected"),
    Row("ru", "koi8_r", "koi8-r", "koi8-r", "declared"),
    Row("ru", "koi8_r", None, "koi8-r", "detected"),
    Row("ru", "cp866", None, "ibm866", "detected"),
    Row("ru", "iso8859_5", None, "iso-8859-5", "detected"),
    Row("el", "cp1253", "windows-1253", "windows-1253", "declared"),
    Row("el", "cp1253", None, "windows-1253", "detected"),
    Row("he", "cp1255", "windows-1255", "windows-1255", "declared"),
    Row("ar", "cp1256", "windows-1256", "windows-1256", "declared"),
    Row("ar", "cp1256", None, "windows-1256", "detected"),
    Row("th", "cp874", "tis-620", "windows-874", "declared"),
    Row("zh", "gb18030", "gb2312", "gb18030", "declared"),
    Row("zh", "gb18030", "gbk", "gb18030", "declared"),
    Row("zh", "gb18030", None, "gb18030", "detected"),
    Row("zh", "gb18030", "iso-8859-1", "gb18030", "detected"),
    Row("tw", "big5", "big5", "big5", "declared"),
    Row("ja", "cp932", "shift_jis", "shift_jis", "declared"),
    Row("ja", "cp932", None, "shift_jis", "detected"),
    Row("ja", "euc_jp", "euc-jp", "euc-jp", "declared"),
    Row("ja", "euc_jp", None, "euc-jp", "detected"),
    Row("ja", "iso2022_jp", "iso-2022-jp", "iso-2022-jp", "detected"),
    Row("ko", "cp949", "euc-kr", "euc-kr", "declared"),
    Row("ko", "cp949", "ks_c_5601-1987", "euc-kr", "declared"),
    Row("ko", "cp949", None, "euc-kr", "detected"),
    Row("ru", "utf-16-le", None, "utf-16-le", "detected"),
    Row("ru", "utf-16-be", None, "utf-16-be", "detected"),
    Row("fr", "utf-16-le", "utf-8", "utf-16-le", "detected"),
    Row("zh", "utf-16-le", None, "utf-16-le", "detected"),
    Row("fr", "utf-32-le", None, "utf-32-le", "detected"),
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.language}-{row.codec}-{row.label}-{row.header}")
def test_a_page_is_decoded_whatever_it_says_of_itself(row: Row) -> None:
    head = f"<meta charset={row.label}>" if row.label else ""
    page = PAGE.format(head=head, text=TEXTS[row.language])
    decoded = decode(page.encode(row.codec), header_charset=row.header)
    assert decoded.text == page
    assert (decoded.encoding, decoded.encoding_source) == (row.found, row.source)


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_wins_and_goes(mark: bytes, codec: str) -> None:
    page = PAGE.format(head="<meta charset=windows-1251>", text=TEXTS["cs"])
    decoded = decode(mark + page.encode(codec), header_charset="koi8-r")
    assert (decoded.text, decoded.encoding, decoded.encoding_source) == (page, codec, "bom")


@pytest.mark.parametrize(
    "head",
    [
        "<!-- " + "x" * 5_000 + " --><meta charset=windows-1251>",
        "<script>" + "var a = 1;" * 3_000 + "</script><meta charset='windows-1251'>",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        "<!-- <meta charset=koi8-r> --><meta charset=windows-1251>",
        "<META CHARSET=Windows-1251 />",
    ],
)
def test_a_declaration_is_found_late_and_outside_comments(head: str) -> None:
    page = PAGE.format(head=head, text=TEXTS["ru"])
    decoded = decode(page.encode("cp1251"))
    assert decoded.text == page
    assert decoded.encoding_source == "declared"


@pytest.mark.parametrize(
    ("data", "text", "repairs"),
    [
        ("naïve — ".encode() * 9 + b"\x93so\x94 caf\xe9 x", "naïve — " * 9 + "“so” café x", ("cp1252_runs",)),
        ("Príliš žluťoučký".encode() + b" \x96 x", "Príliš žluťoučký – x", ("cp1252_runs",)),
        ("Zelený čaj…".encode()[:-1], "Zelený čaj\ufffd", ("truncated_character",)),
        ("東京で雨".encode()[:-2], "東京で\ufffd", ("truncated_character",)),
        (
            "cut — in".encode().replace(b"\x94 in", b" in") + "é — ž".encode(),
            "cut \ufffd iné — ž",
            ("cp1252_runs",),
        ),
        ("žluťoučký ".encode() + b"\xed\xa0\xbd\xed\xb8\x80 ok", "žluťoučký 😀 ok", ("cp1252_runs",)),
        ("čaj ".encode() + b"\x81", "čaj \x81", ("cp1252_runs",)),
    ],
)
def test_what_is_broken_in_utf8_is_mended_where_it_is(
    data: bytes, text: str, repairs: tuple[str, ...]
) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.repairs) == (text, "utf-8", repairs)


@pytest.mark.parametrize(
    "label", ["utf-7", "hz-gb-2312", "iso-2022-cn", "rot13", "unicode_escape", "nonsense", "\x00", ""]
)
def test_labels_that_could_hide_markup_are_refused(label: str) -> None:
    assert codec_of(label) is None
    assert decode(b"+ADw-script+AD4- caf\xe9", header_charset=label).text == "+ADw-script+AD4- café"


@pytest.mark.parametrize("codec", DETECTABLE)
def test_the_name_of_an_encoding_is_one_of_its_labels(codec: str) -> None:
    assert codecs.lookup(codec)
    assert codec_of(name_of(codec)) == codec


@pytest.mark.parametrize(
    ("text", "expected", "repairs"),
    [
        ("plain\r\n text\u00a0", "plain\r\n text\u00a0", ()),
        ("\ufeffmark", "mark", ()),
        ("in\ufeffside", "in\ufeffside", ()),
        ("nul\x00 stays", "nul\x00 stays", ()),
        ("lone \ud800 half", "lone \ufffd half", ("lone_surrogates",)),
        ("two \ud83d\ude00 halves", "two 😀 halves", ("lone_surrogates",)),
        ("e\u0301 is not composed", "e\u0301 is not composed", ()),
    ],
)
def test_text_is_left_as_it_came(text: str, expected: str, repairs: tuple[str, ...]) -> None:
    decoded = decode(text)
    assert (decoded.text, decoded.encoding, decoded.encoding_source) == (expected, None, "text")
    assert decoded.repairs == repairs


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"\xff", b"\xfe\xff\xd8", b"\x89PNG\r\n\x1a\n\x00\x00", b"\xc3"]
)
def test_any_bytes_make_some_text(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@settings(deadline=None)  # the first page of unknown encoding loads the detector
@given(st.binary(max_size=80), st.sampled_from([None, "utf-8", "gbk", "x", "iso-8859-1"]))
def test_bytes_never_raise_and_give_valid_unicode(data: bytes, charset: str | None) -> None:
    decode(data, header_charset=charset).text.encode("utf-8")


@given(st.text(max_size=80))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    data = text.encode()
    if not {"\x00", "\x1b", "\ufeff"} & set(text):
        assert decode(data).text == text


def test_a_long_head_of_ascii_does_not_hide_what_the_text_tells() -> None:
    text = "Совет острова в понедельник вечером разрешил ночной паром после долгого спора. " * 4
    head = "<meta charset=utf-8>" * 40_000
    found = decode(f"{head}<p>{text}</p>".encode("cp1251"))
    assert found.encoding == "windows-1251"
    assert text in found.text
    declared = decode(
        f"<meta charset=ascii>{'x' * 600_000}\n<p>{text}</p>".encode("cp1251"), header_charset="big5"
    )
    assert declared.encoding == "windows-1251"


SIGNS = (
    "The council approved a £45m plan. “It’s a great day,” said the chairman – who paid £3m himself.",
    "A room costs £2.40 (Señor Ruiz) and £90 in June.",
    "The yen rose to ¥240, give or take ±2 per cent.",
    "Add 2¼ cups of flour and ¾ of a pint; the tank holds 3 m³ and the field 5 km², with 2 µg of iron.",
)
"""Bytes that are letters in the encodings of central Europe."""


@pytest.mark.parametrize("text", SIGNS)
@pytest.mark.parametrize("head", ["", "<meta charset=iso-8859-1>", "<meta charset=windows-1252>"])
def test_signs_beside_numbers_speak_for_no_other_encoding(text: str, head: str) -> None:
    found = decode(f"{head}<p>{text}".encode("cp1252"))
    assert (found.encoding, found.text) == ("windows-1252", f"{head}<p>{text}")


def test_a_capital_beside_a_number_is_told_by_the_other_letters() -> None:
    text = "W Łodzi był wczoraj pożar. Łukasz Nowak stracił 50 zł i zegarek."
    assert decode(text.encode("cp1250")).text == text


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("padding", [4, 512, 4092])
def test_nuls_that_fill_a_file_up_are_no_text(codec: str, padding: int) -> None:
    text = "The ferry stays at its pier until Sunday.\n" * 3
    assert decode(text.encode(codec) + b"\x00" * padding).text == text


@pytest.mark.parametrize(
    "data", [b"\x00" * 64, b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, b"a\x00b" + b"\x00" * 64]
)
def test_nuls_behind_what_is_no_text_stay(data: bytes) -> None:
    assert decode(data).text.endswith("\x00\x00")


def test_nuls_inside_of_a_text_stay() -> None:
    assert decode(b"one\x00\x00\x00\x00two").text == "one\x00\x00\x00\x00two"


@pytest.mark.parametrize(
    ("text", "codec", "found"),
    [
        ("id,text\n1,The ferry\x00 waited\n", "utf-8", "utf-8"),
        ("id,text\n1,The ferry \x00waited\n", "utf-8", "utf-8"),
        ("\x00Rain", "utf-8", "utf-8"),
        ("Rain\x00", "utf-8", "utf-8"),
        ("one\x00two\x00six\x00ten\x00", "utf-8", "utf-8"),
        ("one\x00two\x00six\x00ten\x00\n" * 300, "utf-8", "utf-8"),
        ("id;text\n1;Мост\x00 откроют\n", "utf-8", "utf-8"),
        ("橋は来週\x00開通", "utf-8", "utf-8"),
        ("Le conseil a vot\xe9\x00 hier soir", "cp1252", "windows-1252"),
        (f"{TEXTS['ru']}\x00", "cp1251", "windows-1251"),
        (f"{TEXTS['pl']}\x00", "cp1250", "windows-1250"),
    ],
)
def test_a_nul_or_a_few_in_a_text_are_no_utf_16(text: str, codec: str, found: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, found)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "id,text\n1,The ferry waited\n",
        "Rain",
        "“Rain” – and snow",
        "Ferry: “We’ll wait”\nand\x00 so they did",
        "Мост откроют\n",
        "Η γέφυρα ανοίγει\n",
        "पुल अगले सप्ताह खुलेगा\n",
        "市议会宣布了新措施\n河上的桥将于下周放行",
        "橋は来週、また開通する予定である。\n",
        *(f"{TEXTS[language]}\n" for language in ("pl", "tr", "ru", "el", "he", "ar")),
    ],
)
def test_utf_16_without_a_mark_is_found_also_where_it_is_short(codec: str, text: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, codec)
