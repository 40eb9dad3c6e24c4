"""Which addresses are of the same picture: copies in several sizes are one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIZE = (
    r"(?:x?(?:small|large)|[sml]|xx?l|medium|mobile|desktop|tablet|big|full|max|mini|wide|square|landscape|portrait"
    r"|thumb(?:nail)?s?|preview|teaser|orig(?:inal)?|master|default|retina|cropped|resized|scaled"
    r"|\d{2,4}(?:x\d{0,4}|px?|w|h)|[wh]_?\d{2,4}|\d{1,2}x\d{1,2})"
)
_SIZES = re.compile(
    rf"{_SIZE}(?:[-_.,]{_SIZE}){{0,3}}|\d{{1,5}}x\d{{1,5}}:\d{{1,5}}x\d{{1,5}}|[\w-]{{27}}=|filters:.{{1,200}}|smart|fit-in"
)
"""A step of an address, or the name of a file, that tells nothing but a size, or how it was cut to one (the
last five: Thumbor)."""
_PLAIN = re.compile(
    rf"(?:{_SIZE}|imagen?|img|bild|foto|photo|pic(?:ture)?|media|file|main|hero|header|cover|lead|index|get|view"
    r"|show|download)(?:[-_.]?\d{1,2})?|\d{1,4}|"
)
"""Names that files of many pictures bear. Of 168 pictures that pages of the development corpora give by two
addresses or more, 151 have a name of their own; the paths to 65 differ in more than a size."""
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|svg|heic|tiff?|bmp)$")
_PROGRAM = re.compile(r"\.(?:php|aspx?|ashx|jspx?|cgi|axd)$")
_SIZE_FIELDS = re.compile(
    r"w|h|(?:max|im)?width|(?:max)?height|size|sz|resize|fit|(?:pre)?crop|rect|scale|overlay|enable|smart|mode|dpr"
    r"|q|quality|compression|f|fm|fl|format|auto|strip|ssl|im|impolicy|tr|s|sig|auth|token|itok|v|ver|t|ts",
    re.IGNORECASE,
)
"""Fields of a query that tell a size, a format, a version or the signature of the server."""
_FIELD = re.compile(r"[=-]")
"""What ends the name of a field, or its first word ("overlay-align")."""


def picture_key(url: str) -> str:
    """What the addresses of one picture have in common, whatever its size.

    That is the name of its file, of a program's address the one that its query holds. If files of many
    pictures are called so, it is path and query, sizes left out.

    >>> picture_key("/a/1200x800/Ferry.jpg?w=600"), picture_key("/_next/image?url=%2Fa%2Fferry.jpg&w=640")
    ('ferry.jpg', 'ferry.jpg')
    >>> picture_key("/1/large.jpg"), picture_key("/1/800x600.jpg"), picture_key("/img.php?id=1&w=600")
    ('1', '1', 'img.php?id=1')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    *steps, name = parts.path.lower().strip("/").split("/")
    fields = sorted(parts.query.split("&"))
    fields = [field for field in fields if not _SIZE_FIELDS.fullmatch(_FIELD.split(field)[0])]
    file = name if _PICTURE.search(name) else _asked_for(fields) or name
    stem = _PICTURE.sub("", file)
    if not _PLAIN.fullmatch(stem) and not _PROGRAM.search(file):
        return file
    path = [step for step in (*steps, _PICTURE.sub("", name)) if not _SIZES.fullmatch(step)]
    return "/".join(path) + "".join(f"?{field}" for field in fields if field) or url


def _asked_for(fields: Sequence[str]) -> str:
    """The file whose address a field of a query holds."""
    for field in fields:
        name = unquote(field.partition("=")[2]).partition("?")[0].rpartition("/")[2].lower()
        if _PICTURE.search(name):
            return name
    return ""
