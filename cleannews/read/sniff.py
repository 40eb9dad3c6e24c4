"""Tell HTML from flattened text, and both from what is no text."""

from __future__ import annotations

import re

from cleannews.labels import Kind, WarningId
from cleannews.read.kept_tags import is_mixed
from cleannews.read.several import holds_rows

_HEAD = 65_536
"""Characters looked at."""

_MAGIC = re.compile(
    r"%PDF-|\u2030PNG|GIF8[79]a|ÿØÿ|PK\x03\x04|\x1f[\u2039\x8b]|BZh[1-9]1AY&SY|7z¼¯|\(µ/ý|\x7fELF|ÐÏ\x11à"
    r"|RIFF.{0,3}[\x00-\x08\x0e-\x1f](?:WAVE|WEBP|AVI )|ID3[\x02-\x04]\x00|OggS\x00"
    r"|wOF[F2](?:\x00\x01\x00\x00|OTTO|true)",
    re.DOTALL,
)
"""How binaries begin, read as windows-1252: PDF, images, archives, sound, programs, fonts. Where that is
letters, the whole signature counts: "RIFF 2024" and "ID3 tags" open a text. Behind RIFF stands a size, of
whose four bytes the last is small."""

_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_BROKEN_SHARE = 0.05
"""Share of control and replacement characters above which it is no text."""

_FEW = 3
"""So many of them say nothing in a short input."""

_RUN = re.compile("\ufffd{4,}")
"""Bars that a program could not write, such as those that hold the place of a picture. Binaries decoded
as UTF-8 seldom have four of them in a row, and control characters between."""

_PAGE = re.compile(
    r"(?:<(?:!--|\?xml)[^>]{0,5000}>\s{0,1000}){0,20}"
    r"<(?:!doctype\s|html[\s>]|head[\s>]|body[\s>]|meta\s|title>|rss[\s>]|feed[\s>])",
    re.IGNORECASE,
)
_JSON = re.compile(r"\s{0,100}[\[{]\s{0,100}[\"{\[]")
_FIRST = re.compile(
    r"\s{0,1000}<([a-zA-Z][a-zA-Z0-9-]{0,30})(?:\s[^<>]{0,5000})?/?>(?=\S|\s{0,100}<|\s{0,100}\n)"
)
_BLOCK = re.compile(
    r"<(/?)(?:p|div|br|hr|li|ul|ol|td|tr|table|h[1-6]|article|section|main|header|footer|nav|blockquote|figure)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(?!br\b|/p>)[a-zA-Z/!]", re.IGNORECASE)
"""Any tag but those that stand for line ends in a text."""
_ROOT = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_END = re.compile(r"</[a-zA-Z]")
_MIN_TAGS = 4
_CHARS_PER_TAG = 400
"""Markup has a block tag every 30 to 200 characters; a text that mentions tags, one in some thousand."""


_FORMAT_HEAD = 5_000
"""Characters in which a feed or an e-mail says what it is."""
_FEED = re.compile(
    r"\s{0,1000}(?:<\?xml[^>]{0,500}\?>\s{0,1000})?(?:<!--[^>]{0,1000}-->\s{0,100})?"
    r"<(?:rss|rdf:RDF|feed)[\s>]"
)
_MAIL = re.compile(r"\s{0,100}[A-Z][A-Za-z-]{1,40}: ")
_MAIL_FIELD = re.compile(
    r"^(?:From|Subject|To|Date|Received|Return-Path|Message-ID|MIME-Version|Content-Type"
    r"|Content-Transfer-Encoding|Delivered-To|Reply-To): ",
    re.MULTILINE | re.IGNORECASE,
)
_MAIL_FIELDS = 4
"""So many fields no article has above its text."""
_LONGEST_PLACE = 500
"""Characters of a path or an address that somebody gives by mistake."""

_ADDRESS = re.compile(r"(?:(?:https?|ftp|file)://[^\s<>]|www\.[^\s<>])[^\s<>]{1,500}", re.IGNORECASE)
_SUFFIX = r"\.(?:x?html?|php|txt|text|md|json|jsonl|ndjson|warc|wet|parquet|csv|pdf)(?:\.(?:gz|zst))?"
_PATH = re.compile(
    rf"[^\s<>]{{0,500}}[^\s<>.]{_SUFFIX}"
    rf"|(?:~/|\.\.?/|[A-Za-z]:[\\/]|/[^\s<>/]{{1,100}}/)[^\s<>]{{1,500}}"
    rf"|(?:(?:~|\.\.?)?/|[A-Za-z]:[\\/])[^\s<>][^\n\r\t<>]{{0,500}}{_SUFFIX}",
    re.IGNORECASE,
)
"""Any path with the suffix of a dump, of what holds dumps, or of what is taken for one; any that begins at a
root or a folder."""


def sniff(text: str) -> Kind | None:
    """Tell what a decoded input is.

    Args:
        text: The decoded input.

    Returns:
        HTML, whole pages and fragments; text, also such that mentions tags; ``None`` for what is no text.

    >>> sniff("<div><p>Rain.</p></div>"), sniff("Use the <p> tag."), sniff("%PDF-1.7 ...")
    (<Kind.HTML: 'html'>, <Kind.TEXT: 'text'>, None)
    """
    if _PAGE.match(text, _first_tag(text)):
        return Kind.HTML
    head = text[:_HEAD].lstrip()
    if _MAGIC.match(text) or _MAGIC.match(head) or _is_broken(head):
        return None
    return Kind.HTML if _is_markup(head) and not is_mixed(head) else Kind.TEXT


def named_place(text: str) -> WarningId | None:
    """Tell the name of a page from a page: a path or an address and nothing else was meant to be read.

    It is content all the same, for a string is never taken for a name. A path is told by its suffix or by
    how it begins; one with spaces by both, for sentences have them too.

    >>> named_place("dumps/page.html"), named_place("See page.html")
    (<WarningId.LOOKS_LIKE_A_PATH: 'looks_like_a_path'>, None)
    """
    if len(text) > _LONGEST_PLACE:
        return None
    name = text.strip()
    if _ADDRESS.fullmatch(name):
        return WarningId.LOOKS_LIKE_AN_ADDRESS
    return WarningId.LOOKS_LIKE_A_PATH if _PATH.fullmatch(name) else None


def other_format(text: str) -> WarningId | None:
    """Tell a feed, an e-mail and several records from a page; all are read as they stand all the same.

    >>> other_format("<?xml version='1.0'?><rss version='2.0'><channel>")
    <WarningId.LOOKS_LIKE_A_FEED: 'looks_like_a_feed'>
    """
    head = text[:_FORMAT_HEAD]
    if _FEED.match(head):
        return WarningId.LOOKS_LIKE_A_FEED
    if holds_rows(text):
        return WarningId.LOOKS_LIKE_ROWS
    if _MAIL.match(head) is None:
        return None
    header = head.replace("\r", "").partition("\n\n")[0]
    return WarningId.LOOKS_LIKE_A_MAIL if len(_MAIL_FIELD.findall(header)) >= _MAIL_FIELDS else None


def _is_broken(head: str) -> bool:
    r"""Tell what is no text by its control and replacement characters; a run of the latter counts once.

    >>> _is_broken("Rain fell. " + 20 * "\ufffd" + " More is to come."), _is_broken(9 * "\ufffd")
    (False, True)
    """
    broken = _count_broken(head)
    if broken <= max(_FEW, _BROKEN_SHARE * len(head)):
        return False
    runs = _RUN.sub("\ufffd", head)
    return 2 * len(runs) < len(head) or _count_broken(runs) > max(_FEW, _BROKEN_SHARE * len(runs))


def _count_broken(head: str) -> int:
    r"""Count control and replacement characters.

    >>> _count_broken("a\x00b\n\ufffd")
    2
    """
    raw = head.encode("utf-8", "surrogatepass")  # bytes are counted ten times as fast
    return len(raw) - len(raw.translate(None, _CONTROLS)) + head.count("\ufffd")


def _first_tag(text: str) -> int:
    """Where a text begins to tell what it is: behind comments, if a tag follows them, and white space."""
    place = len(text) - len(text.lstrip()) if text[:1].isspace() else 0
    while text.startswith("<!--", place):
        end = text.find("-->", place)
        following = text.find("<", end)
        if end < 0 or following < 0 or text[end + 3 : following].strip():
            break
        place = following
    return place


def _is_markup(head: str) -> bool:
    if "<" not in head or _JSON.match(head) or _TAG.search(head) is None:
        return False
    tags = _BLOCK.findall(head)
    if _FIRST.match(head) and (_END.search(head) or tags):
        return True
    if len(tags) < _MIN_TAGS and not _ROOT.search(head):
        return False
    dense = len(head) < _CHARS_PER_TAG * len(tags)
    return dense and (_END.search(head) is not None or head.lower().count("<br") >= _MIN_TAGS)
