"""Words beside a date: whether it is that of publication, of a change, or of something else."""

from __future__ import annotations

import re

_UPDATED = re.compile(
    r"updat|modif|revised|edited(?!\s?by)|changed|aktualis|geändert|überarbeitet|mise? à jour|màj"
    r"|actuali[sz]a|atualiza|aggiorn"
    r"|bijgewerkt|gewijzigd|aktualiz|zaktualiz|aktualizov|upraven|обновл|измен|оновл|зменен|uppdatera|oppdatert|opdateret"
    r"|päivit|muokattu|güncel|frissít|módosít|ενημέρωση|τροποπ"
    r"|تحديث|آخر تعديل|به‌روز|بروزرسانی|ویرایش|اپ ڈیٹ|עודכן"
    r"|अपडेट|अद्यतन|संशोधित|আপডেট|হালনাগাদ|புதுப்பி|อัปเดต|อัพเดต|imesasishwa|ilisasishwa"
    r"|diperbarui|dikemas|cập nhật|更新|修正|수정"
    r"|最終|ažurirano|izmjena|atnauj|atjaun|uuend"
    r"|अद्ययावत|अद्यावधिक|सुधारित|అప్\u200c?డేట్|పునరుద్ధ|പുതുക്കിയ|അപ്ഡേറ്റ്|અપડેટ|ਅਪਡੇਟ|ਅੱਪਡੇਟ|ನವೀಕರಿ|ಅಪ್\u200c?ಡೇಟ್"
    r"|шинэчил|шинэчлэ|eguneratu|diweddarwyd|diweddariad|nuashonra|uasdát|opgedateer|bygewerk"
    r"|යාවත්කාලීන|កែប្រែ|បច្ចុប្បន្នភាព|ပြင်ဆင်",
    re.IGNORECASE,
)
"""Words for "updated" before a date."""
_FOREIGN_DATE = re.compile(
    r"©|\(c\)|copyright|all rights reserved|alle rechte|tous droits|todos los derechos"
    r"|\bjoined\b|member since|mitglied seit|dabei seit|registriert\b|registered:|inscrit le",
    re.IGNORECASE,
)
"""A copyright line; the day on which a user of a forum came."""
_DUE = re.compile(
    r"deadline|closing date|apply by|bewerbungsschluss|anmeldeschluss|einsendeschluss|anmeldefrist"
    r"|erscheinungstermin|verkaufsstart|date limite|date de sortie|fecha límite"
    r"|fecha de lanzamiento|plazo|data limite|data de lançamento|scadenza|data di uscita|uiterste datum"
    r"|verschijningsdatum|releasedatum|sista (?:ansöknings)?dag|frist:|søknadsfrist|utgivelsesdato"
    r"|termin nadsyłania|data premiery|uzávěrka|datum vydání|дедлайн|дата выхода|son başvuru|締切|発売日"
    r"|截止日期|마감일|출시일",
    re.IGNORECASE,
)
"""The last day for something, or the first of a product; "release date" stands over press releases too."""
_EITHER = re.compile(r"erscheinungsdatum|release date", re.IGNORECASE)
"""The first day of a product, or that of publication."""
_SAYS = re.compile(
    r"\s(?:says|writes|said|sagt|schreibt|meint|dice|dijo|dit|zegt|schreef|säger|sier|siger)\s?:?$"
)
"""Behind the name of a reader, before the date of a comment ("Bo Marsh says:")."""
_QUOTED = re.compile(r"\s?(?:[—–]|--?)\s?[^@]{0,80}\(@\w{1,40}\)")
"""The signature of an embedded post: "— Tolland Bakers (@tbakers) March 5, 2021"."""
_EVENT = re.compile(
    r"(?:when|date (?:and|&) time|event date|wann|termin|quand|cuándo|quando|wanneer|när|når|milloin|kiedy"
    r"|kdy|kada|когда|коли|кога|πότε|ne zaman|mikor|când|kapan|bila|متى|מתי)\s?[:：?]",
    re.IGNORECASE,
)
"""Opens the line, or is the line before, that says when something will take place."""
_PUBLISHED = re.compile(
    r"publish|posted|submitted|created|first seen|publi[ée]|veröffentlicht|erschienen|erstellt|gepostet"
    r"|gespeichert|geschrieben|publicad[oa]|publicación"
    r"|pubblicat|gepubliceerd|geplaatst|publicerad|publisert|udgivet|offentliggjort|julkaistu|opublikowan"
    r"|zveřejněn|publikován|vydáno|publikoval|objavljen|опубликован|опубліковано|публикуван|közzétéve"
    r"|megjelent|yayınlan|yayımlan|δημοσ|publicat|diterbitkan|dipublikasikan|đăng|تاريخ النشر|نشر"
    r"|انتشار|منتشر|شائع|פורסם|paskelbt|publicēt|avaldat|imechapishwa"
    r"|प्रकाशित|প্রকাশ|வெளியிட|เผยแพร่|發布|发布|公開|掲載|입력|등록"
    r"|ప్రచుర|പ്രസിദ്ധീകരി|પ્રકાશિત|ਪ੍ਰਕਾਸ਼|ಪ್ರಕಟ|нийтэл|нийтлэгд|argitarat|cyhoeddwyd|foilsithe|foilsíodh"
    r"|gepubliseer|ප්‍රකාශ|ផ្សាយ|ထုတ်ဝေ",
    re.IGNORECASE,
)
"""Words for "published" before a date."""


def tells_update(label: str) -> bool:
    """Whether the words beside a date say that it is the date of a change.

    >>> tells_update("Aktualisiert am"), tells_update("Published")
    (True, False)
    """
    return _UPDATED.search(label) is not None


def tells_publication(label: str) -> bool:
    """Whether the words beside a date say that it is that of publication.

    >>> tells_publication("Veröffentlicht am"), tells_publication("Updated")
    (True, False)
    """
    return _PUBLISHED.search(label) is not None


def tells_other(text: str, before: str) -> bool:
    """Whether a line or the one before it gives its date to a copyright, a reader, an event or a product.

    >>> tells_other("© 3 May 2024", ""), tells_other("3 May 2024", "Bo Marsh says:")
    (True, True)
    """
    if _SAYS.search(before) or _EVENT.match(before) or _EVENT.match(text):
        return True
    return bool(_FOREIGN_DATE.search(text) or _DUE.search(text) or _QUOTED.match(text))


def leaves_open(text: str) -> bool:
    """Whether the words of a line may name the first day of a product as well as that of publication.

    >>> leaves_open("Erscheinungsdatum: 14.08.2017"), leaves_open("14.08.2017")
    (True, False)
    """
    return _EITHER.search(text) is not None
