"""Names in Chinese, Japanese and Korean bylines, where a word for reporter or author stands beside them."""

from __future__ import annotations

import re

from cleannews.fields.bylines import words

SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Kana, ideographs and Hangul (Unicode 15 blocks)."""
_MAX_CHARS = 20

_LED = re.compile(
    r"(?:記者|记者|作者|撰文|執筆|执笔|特派員|特派员|編譯|编译|通訊員|通讯员"
    r"|(?<![\u3400-\u9fff\uac00-\ud7a3])[文글]|[文글](?=\s?[:：/／|＝=]))\s?[:：/／|＝=]?\s?"
    r"([\u3400-\u9fff·]{2,4}|[\u3040-\u30ff\u3400-\u9fff]{2,4}\s[\u3040-\u30ff\u3400-\u9fff]{1,4})"
    r"(?=[\s／/|、，,）)】\]；;]|$|报道|報導|報道)"
)
_SPACED = re.compile(
    r"(?:記者|執筆|特派員|文)\s?[:：/／|＝=]?\s?"
    r"([\u3005\u3040-\u30ff\u3400-\u9fff]{1,2}\s(?!報[导導道])[\u3005\u3040-\u30ff\u3400-\u9fff]{1,3})"
    r"(?=\s?[）)】\]／/、]|\s?$)"
)
"""A Japanese name with a space between family and given name, before a bracket or at the end."""
_SIGNED = re.compile(
    r"(?:^|[\s【（(\[／/|、])([\u3040-\u30ff\u3400-\u9fff]{1,4}[\s　]?[\u3040-\u30ff\u3400-\u9fff]{1,4})"
    r"\s?(?:記者|记者)(?=$|[\s】）)\]／/|、])"
)
_HANGUL = re.compile(
    r"(?:^|[\s\[(=·/|])(?<!사진=)(?<!사진= )(?<!사진 = )(?<!그래픽=)"
    r"([\uac00-\ud7a3]{2,4})\s?(?:기자|특파원|논설위원|선임기자|전문기자|인턴기자)(?![\uac00-\ud7a3])"
)


def east_asian_names(text: str) -> list[str]:
    """The names that a byline marks as those of reporters or authors, else the agency it names.

    >>> east_asian_names("【記者王大明／台北報導】"), east_asian_names("홍길동 기자")
    (['王大明'], ['홍길동'])
    """
    agencies = words().agencies
    parts = re.split(r"[\s（）()【】／/|、，,]+", text.casefold())
    return reporters(text) or [agencies[part] for part in parts if part in agencies]


def reporters(text: str) -> list[str]:
    """The names beside a word for reporter or author.

    >>> reporters("記者 山田太郎"), reporters("山田太郎")
    (['山田太郎'], [])
    """
    if not SIGNS.search(text):
        return []
    spaced = [match[1] for match in _SPACED.finditer(text) if match[1].split()[-1] not in words().places]
    found = spaced or [match[1] for match in _LED.finditer(text)]
    found += [match[1].replace("\u3000", " ") for match in _SIGNED.finditer(text)]
    return found + [match[1] for match in _HANGUL.finditer(text)]


def declared_names(text: str) -> list[str]:
    """The names in an author declaration: parted by commas and signs, not by spaces."""
    pieces = re.split(r"\s?[,，、;；/／|]\s?", text)
    nobody = words().nobody
    return [piece for piece in pieces if 1 < len(piece) <= _MAX_CHARS and piece.casefold() not in nobody]
