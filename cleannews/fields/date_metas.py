"""Which ``<meta>`` tell a date, and which date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PUBLISHED, MODIFIED, VAGUE = "published", "modified", "vague"
"""What a meta's name says of its date; ``VAGUE``: it does not say."""

_PUBLISHED_NAMES = (
    "articlepublishedtime",
    "ogarticlepublishedtime",
    "articlepublished",
    "parselypubdate",
    "sailthrudate",
    "cxenseparserecspublishtime",
    "btpubdate",
    "pubdate",
    "publishdate",
    "publicationdate",
    "dateissued",
    "dcdateissued",
    "dctermsissued",
    "dctermscreated",
    "dcdatecreated",
    "citationpublicationdate",
    "citationonlinedate",
    "citationdate",
    "articledateoriginal",
    "datepublished",
    "originalpublicationdate",
    "ogpubdate",
    "ogpublishedtime",
    "rnewsdatepublished",
    "vrpublishedtime",
    "crepublishdate",
)
"""Names in their letters, in order of precision on the development corpora."""
_MODIFIED_NAMES = (
    "articlemodifiedtime",
    "ogarticlemodifiedtime",
    "ogupdatedtime",
    "ogmodifiedtime",
    "articlemodified",
    "datemodified",
    "dctermsmodified",
    "dcdatemodified",
    "lastmodified",
    "lastmod",
    "revised",
    "updated",
    "utime",
    "cxenseparserecsupdatetime",
    "modifieddate",
    "modifiedtime",
    "dateupdated",
    "updateddate",
    "updatedtime",
    "lastupdated",
)
_VAGUE_NAMES = ("date", "dcdate", "dctermsdate", "created", "createdate", "datecreated")
"""Content systems put the day of the last change there as often as that of publication."""

_KINDS = {
    **dict.fromkeys(_PUBLISHED_NAMES, PUBLISHED),
    **dict.fromkeys(_MODIFIED_NAMES, MODIFIED),
    **dict.fromkeys(_VAGUE_NAMES, VAGUE),
}
_RANKS = {name: rank for rank, name in enumerate(_KINDS)}
_NO_LETTER = re.compile(r"[^a-z]+")
_ASKED = re.compile(r"dat|time|publi|created|revised|lastmod")
"""What every name that is known here holds: most metas fall out by it."""
_SAYS_PUBLISHED = re.compile(r"(?<!last)(?:publish(?:ed|ing)?|publication|release)(?:date|time|on|at)?$")
"""How names end that no list holds: ``w-published-date``. ``last_published`` tells of a change."""
_MAX_NAME = 60


def dated_metas(metas: Mapping[str, tuple[str, ...]]) -> Mapping[str, list[tuple[str, str]]]:
    """Sort the metas that tell a date by what their names say.

    Args:
        metas: Contents by lower-case name.

    Returns:
        ``PUBLISHED``, ``MODIFIED`` or ``VAGUE`` -> names and contents, the most trusted first.

    >>> dated_metas({"article:published_time": ("2024-05-02",), "X-Published-Date".lower(): ("2024-05-01",)})
    {'published': [('article:published_time', '2024-05-02'), ('x-published-date', '2024-05-01')]}
    """
    found: list[tuple[int, str, str, str]] = []
    for name, contents in metas.items():
        if len(name) > _MAX_NAME or _ASKED.search(name) is None:
            continue
        bare = _NO_LETTER.sub("", name)
        kind = _KINDS.get(bare) or (PUBLISHED if _SAYS_PUBLISHED.search(bare) else None)
        if kind:
            found += [(_RANKS.get(bare, len(_RANKS)), kind, name, content) for content in contents]
    found.sort(key=lambda entry: entry[0])
    sorted_: dict[str, list[tuple[str, str]]] = {}
    for _, kind, name, content in found:
        sorted_.setdefault(kind, []).append((name, content))
    return sorted_
