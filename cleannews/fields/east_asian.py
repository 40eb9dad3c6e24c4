"""Names in Chinese, Japanese and Korean bylines, where a word for reporter or author stands beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.fields.bylines import words
from cleannews.label.rules.lone_names import is_family_named
from cleannews.label.uncased_names import is_uncased_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_CHARS = 20

_NAME = (
    r"(?:[\u3400-\u9fff]{3}(?=[\u3400-\u9fff]{2,3}報導)|[\u3400-\u9fff]{2}(?=[\u3400-\u9fff]{2}報導)"
    r"|[\u3400-\u9fff·]{2,4})"
)
"""In Taiwan the name may run on into the place that its bearer was at: "記者王大明台北報導"."""
_BEHIND_NAME = r"(?=[\s／/|、，,）)】\]；;]|$|报道|報導|報道|[\u3400-\u9fff]{2,3}報導)"
_LED = re.compile(
    r"(?:記者|记者|实习生|實習生|作者|撰文|執筆|执笔|特派員|特派员|編譯|编译|通訊員|通讯员"
    r"|(?<![\u3400-\u9fff\uac00-\ud7a3])[文글](?=\s)|(?<=[（(【\[])[文글]|[文글](?=\s?[:：/／|＝=]))"
    r"\s?[:：/／|＝=]?\s?"
    rf"({_NAME}|[\u3040-\u30ff\u3400-\u9fff]{{2,4}}\s[\u3040-\u30ff\u3400-\u9fff]{{1,4}}){_BEHIND_NAME}"
)
_FURTHER = re.compile(rf"[\s、，,]({_NAME}){_BEHIND_NAME}")
"""One more name of a list."""
_NO_NAME = re.compile(
    r".{0,2}(?:报道|報導|報道|摄影?|攝影?|编辑|編輯|校对|责编|通[讯訊][员員]|記者|记者|综合|綜合|整合|整理|实习生?|實習生?|供图|文图)$"
)
"""What stands behind a name in a byline and is none."""
_JAPANESE = re.compile(r"[\u3005\u3400-\u9fff]{1,3}\s[\u3005\u3040-\u309f\u3400-\u9fff]{1,3}")
"""A Japanese name as a whole line."""
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
_REPORTER = 2
"""Signs of the word for reporter behind a name."""
_HANGUL = re.compile(
    r"(?:^|[\s\[(=·/|])(?<!사진=)(?<!사진= )(?<!사진 = )(?<!그래픽=)"
    r"([\uac00-\ud7a3]{2,4})\s?(?:기자|특파원|논설위원|선임기자|전문기자|인턴기자)(?![\uac00-\ud7a3])"
)
_HANGUL_PAIR = re.compile(
    r"(?:^|[\s\[(=])((?:[\uac00-\ud7a3]{3}\s?[·ㆍ,/]\s?){1,4})(?=[\uac00-\ud7a3]{2,4}\s?(?:기자|특파원|인턴기자))"
)
"""Names of three syllables before the last one of a list: "이서준·박지우 기자"."""
_REPORTS = ("报道", "報導", "報道")
_PICTURED = frozenset("攝摄")
"""Behind the name of who took a picture."""
_HANGUL_JOB = re.compile(
    r"^([\uac00-\ud7a3]{2,4})(?:\s[\uac00-\ud7a3]{1,8}){0,3}?\s?"
    r"(?:칼럼니스트|논설위원|논설실장|특파원|기자|평론가|연구위원|연구원|교수|작가|변호사|시인|소설가|대표|편집장|위원)$"
)
"""A declared name and the job behind it."""


_OUTLET = r"[\u3400-\u9fff]{1,8}(?:报|報|网|網|社|新闻|新聞|电视台|電視台|周刊|週刊|杂志|雜誌|客户端)"
_BESIDE_OUTLET = re.compile(
    rf"(?P<name>[\u3400-\u9fff]{{2,3}})\s?[/／|｜]\s?{_OUTLET}|{_OUTLET}\s?[/／|｜]\s?(?P<last>[\u3400-\u9fff]{{2,3}})"
)
"""A whole line of a name and the paper it writes for."""


def east_asian_names(text: str, *, language: str | None = None) -> list[str]:
    """The names that a byline marks as those of reporters or authors, else the agency it names.

    Of a line without such a mark the name that it is, by its family name and given name.

    Args:
        text: The line.
        language: ISO 639-1 code of the page; ``None`` if not known.

    >>> east_asian_names("【記者王大明／台北報導】"), east_asian_names("홍길동 기자")
    (['王大明'], ['홍길동'])
    >>> east_asian_names("記者王大明苗栗報導")
    ['王大明']
    >>> east_asian_names("王大明/青岛晚报")
    ['王大明']
    """
    beside = _BESIDE_OUTLET.fullmatch(text)
    if beside:
        return [beside["name"] or beside["last"]]
    agencies = words().agencies
    parts = re.split(r"[\s（）()【】／/|、，,]+", text.casefold())
    found = reporters(text) or [agencies[part] for part in parts if part in agencies]
    parted = language == "ja" and _JAPANESE.fullmatch(text) is not None
    if found or not (parted or is_family_named(text) or is_uncased_name(text, language=language)):
        return found
    return [" ".join(text.split())]


def reporters(text: str) -> list[str]:
    """The names beside a word for reporter or author.

    >>> reporters("記者 山田太郎"), reporters("山田太郎")
    (['山田太郎'], [])
    """
    spaced = [match[1] for match in _SPACED.finditer(text) if match[1].split()[-1] not in words().places]
    led = [] if spaced else list(_LED.finditer(text))
    found = spaced + [name for match in led for name in _listed(text, match)]
    starts = {match.start() for match in led}
    for match in _SIGNED.finditer(text):
        if match.end() - _REPORTER not in starts:  # else the paper: "半月谈记者 王大明"
            found.append(match[1].replace("\u3000", " "))
    return list(filter(_may_be_name, found)) + list(_hangul(text))


def _hangul(text: str) -> Iterator[str]:
    """The Korean names before a word for reporter, those of a list before the last one of it."""
    pair = _HANGUL_PAIR.search(text)
    yield from re.findall(r"[\uac00-\ud7a3]{3}", pair[1]) if pair else ()
    for match in _HANGUL.finditer(text):
        yield match[1]


def _listed(text: str, match: re.Match[str]) -> list[str]:
    """The name behind a word for reporter, and those that follow it: "记者 王大明 李小红 北京报道"."""
    names = [match[1]]
    further = _FURTHER.match(text, match.end())
    while further and not _NO_NAME.fullmatch(further[1]) and further[1] not in words().places:
        names.append(further[1])
        further = _FURTHER.match(text, further.end())
    return names


def _may_be_name(word: str) -> bool:
    """Whether a word beside one for reporter may be a name.

    >>> list(map(_may_be_name, ["王大明", "表示", "网络整理", "新华社", "王大明攝"]))
    [True, False, False, False, False]
    """
    lists = words()
    known = word in lists.nobody or word.casefold() in lists.agencies
    reports = word.endswith(_REPORTS) or word.startswith(lists.reporting)
    return not known and not reports and word[-1] not in _PICTURED


def declared_names(text: str) -> list[str]:
    """The names in an author declaration: parted by commas and signs, not by spaces; Korean jobs are cut off.

    >>> declared_names("홍길동 나무 칼럼니스트, 王大明")
    ['홍길동', '王大明']
    """
    pieces = [_HANGUL_JOB.sub(r"\1", piece) for piece in re.split(r"\s?[,，、;；/／|]\s?", text)]
    nobody = words().nobody
    return [piece for piece in pieces if 1 < len(piece) <= _MAX_CHARS and piece.casefold() not in nobody]
