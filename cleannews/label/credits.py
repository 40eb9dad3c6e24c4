"""Credits at the end of a caption without a colon: ``Fot. Jan Lis``, ``사진=김하나 기자``."""

from __future__ import annotations

import re

PICTURE_WORDS = (
    "photos?|photographs?|photography|pictures?|images?|fotos?|fot|fotó|fotografía|fotografie|zdj|zdjęcie|nuotr|kuvat?"
    "|bild|bilder|bilde|beeld|mynd|pilt|snímek|snímka|slika|fotoğraf|ảnh|picha|φωτ|φωτο|φωτό|φωτογραφία|фото|снимка"
    "|צילום|تصوير|عکس|فوٹو|फोटो|ছবি|படம்|사진|写真"
)
"""What newspapers call a picture in the languages of the phrase lists."""

_SIGNED = re.compile(
    rf"[.!?…।。؟”»\"')\]|/–—(\[-] ?(?:{PICTURE_WORDS})(?P<sign>\.? |\.? ?[:=/–—-] ?)"
    r"(?P<by>(?:by|von|di|de|par|av|af|door|na|ya|courtesy of) )?"
    r"(?P<name>[^\W\d_][^.!?\d]{0,48}(?:\. ?[^.!?\d]{1,24}){0,2})[)\]]?$"
)
"""Behind the end of a sentence, a dash or a bracket the word for a picture, and a name."""

_KOREAN = re.compile(
    r"(?:^|[\s.\[(/])사진 ?(?:제공|출처)? ?[=:／] ?[^\s=:]{2,12}(?: [^\s=:]{2,12})?[)\]]?$"
    r"|[.)\]] ?/ ?[^\s/]{2,5} ?(?:선임|전문|객원)?기자$|[.)\]] ?[\[(/]?[^\s.]{2,12} ?자료 ?사진[)\]]?$"
)
"""``사진=...``; behind a slash a reporter; whose picture of the archive it is."""
_CHINESE = re.compile(
    r"[\s。！？」』.（(【／/＝=、][^\s。（(【／/＝=、]{2,14}[ /／]?(?:攝影|摄影|撮影|攝|摄|翻攝)[)）】」]?"
    r"(?: [\d年月日./-]{4,12})?$"
    r"|[（(【／/＝=][^\s。（(【／/＝=]{2,16}(?:提供|供圖|供图)[)）】」]?$"
)
"""A name and the word for "took it"; that for "handed in", in which titles end too,
only in brackets or behind a slash."""

_ARCHIVE = re.compile(
    r"[\s.][(\[](?:أرشيف|أرشيفية|ارشيف|آرشیو|ארכיון|архив|архів|archiv|archive|archives|archivo|archivio|arquivo|arhiva|arşiv"
    r"|file|file photo|supplied|handout)[)\]]$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[.!?»”] [^\W\d_a-zß-öø-ÿ]{2,15}(?: [^\W\d_a-zß-öø-ÿ]{2,15}){1,3}$")
"""Behind a sentence a name in capitals, as Spanish papers set it."""

_JAPANESE = re.compile(r"[^\s＝]{4}＝[^\s＝。、】」]{1,16}$")
"""Behind the sign by which Japanese captions add place, day and agency: ``会見する知事＝ＡＰ``."""

_TAIL = 72
_LAST = frozenset("影摄攝供圖图)）】」")
_NAME_WORDS = 7


def has_credit(text: str) -> bool:
    """Tell whether a caption ends in a credit.

    Args:
        text: A block that does not end like a sentence.

    >>> has_credit("The quay at night. Photo Owen Pascoe"), has_credit("A wedding. Photo album included")
    (True, False)
    """
    tail = text[-_TAIL:]
    if _ends_in_eastern_credit(tail):
        return True
    if tail[-1] in ")]" and _ARCHIVE.search(tail):
        return True
    if tail[-1].isupper() and _is_in_capitals(tail):
        return True
    found, name = _signed(tail)
    return found is not None and _is_signed(found, name)


def _ends_in_eastern_credit(tail: str) -> bool:
    """Tell whether a text ends as Chinese, Korean and Japanese captions do."""
    if (tail[-1] in _LAST or "攝 " in tail or "摄 " in tail) and _CHINESE.search(tail):
        return True
    if ("사진" in tail or tail.endswith("기자")) and _KOREAN.search(tail):
        return True
    return "＝" in tail and _JAPANESE.search(tail) is not None


def has_ended_credit(text: str) -> bool:
    """Tell whether a caption ends in a credit and a full stop: the word for a picture is said of a name.

    >>> has_ended_credit("The quay at noon. Photo: Owen Pascoe."), has_ended_credit("Say it. Photo Owen.")
    (True, False)
    """
    tail = text[-_TAIL:-1]
    found, _ = _signed(tail) if text[-1] == "." else (None, "")
    return found is not None and (found["sign"].strip(". ") != "" or found["by"] is not None)


def _signed(tail: str) -> tuple[re.Match[str] | None, str]:
    """Find the word for a picture at the end of a text and the name behind it.

    Sign for sign, for a capital İ is two small signs and would shift the name.
    """
    found = _SIGNED.search("".join([small if len(small := sign.lower()) == 1 else sign for sign in tail]))
    name = tail[found.start("name") : found.end("name")] if found else ""
    fits = not name[:1].islower() and len(name.split()) <= _NAME_WORDS
    return (found if fits else None), name


def _is_in_capitals(tail: str) -> bool:
    """Tell whether a name in capitals stands behind a sentence, whose own words are not all in capitals."""
    found = _CAPITALS.search(tail)
    return found is not None and found[0].isupper() and not tail[: found.start()].isupper()


def _is_signed(found: re.Match[str], name: str) -> bool:
    """Tell whether the word for a picture is said of a name: by a sign or a word, or else by a capital."""
    return found["sign"].strip() != "" or found["by"] is not None or name[:1].isupper()
