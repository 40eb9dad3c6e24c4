"""Pictures of the article, with caption and credit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleannews.article import Image
from cleannews.fields.same_pictures import picture_key
from cleannews.fields.urls import whole_or_written
from cleannews.labels import Label
from cleannews.read.jsonld import refer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cleannews.article import Block
    from cleannews.fields.evidence import Evidence

_MAX_IMAGES = 30
_IMAGE_METAS = (
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "twitter:image",
    "twitter:image:src",
    "parsely-image-url",
    "sailthru.image.full",
)
_REACH = 3
"""Blocks between a picture and its caption: a button and a credit may stand there."""
_CREDIT = re.compile(
    r"(?:\(|\[|\||/|–|-|—|\.|^|\s)\s?(?:(?:foto|photo|photos|image|images|picture|bild|bilder|credit|courtesy|photograph|fotografía|imagen|fotografie"
    r"|фото|illustration|grafik|quelle|source|crédit|crédits|写真|攝影|摄影|사진)"
    r"(?:\s(?:by|von|de|di|par|av|af|courtesy of|credit))?\s?[:：/|]|©|\(c\)\s)"
    r"\s?([^()\[\]\n]{2,120}?)\s?[\])]?$",
    re.IGNORECASE,
)
_LONG = r"(?i:getty images|reuters|ap photo|imago|shutterstock|istock|picture alliance)"
_SHORT = r"(?:EPA-EFE|AFP|afp|DPA|dpa|EPA|epa|EFE|ANSA|AP|ap)"
"""Names of agencies that are words, or the names of others, where they are written otherwise or amid a
sentence: "the church of St. Efe", "officials of the EPA"."""
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ][^\s()\[\]/|.,]{0,24}|[A-Z]\.|de|del|la|van|von|der|den|di|da|dos|al|el|bin)"
_NAME = rf"{_WORD}(?:\s{_WORD}){{0,3}}\s?"
_BEHIND = r"(?:/[^()\[\]\n]{2,40})?"
_AGENCY_TAIL = re.compile(
    rf"(?:(?:\s?[(\[/|]\s?|\s[–—-]\s)((?:{_NAME}[/|,]\s?)?(?:{_LONG}|(?i:{_SHORT})){_BEHIND})"
    rf"|(?<=[.!?…\"”»)])\s((?:{_NAME}[/|,]\s?)?(?:{_LONG}|{_SHORT}){_BEHIND})"
    rf"|\s({_NAME}/\s?(?:{_LONG}|{_SHORT}){_BEHIND}|{_LONG}{_BEHIND}))[\])]?$"
)
"""An agency at the end of a caption, with the name of who took the picture: behind a sign, behind a sentence,
or, if the agency's name is a long one or a name and a slash stand before it, behind any word."""


def split_credit(caption: str) -> tuple[str | None, str | None]:
    """Cut the credit off a caption.

    >>> split_credit("The bridge on Sunday. Photo: Ann Lee/Example")
    ('The bridge on Sunday.', 'Ann Lee/Example')
    >>> split_credit("The bridge on Sunday")
    ('The bridge on Sunday', None)
    """
    text = caption[:2000].strip()
    for pattern in (_CREDIT, _AGENCY_TAIL):
        match = pattern.search(text[-160:])
        if match:
            start = max(0, len(text) - 160) + match.start()
            rest = text[: start + (1 if text[start : start + 1] == "." else 0)].strip(" |–—-/([")
            return rest or None, next(filter(None, match.groups())).strip(" .")
    return text or None, None


def resolve_images(evidence: Evidence, *, base: str | None) -> tuple[tuple[Image, ...], str]:
    """The pictures, the main one first, and where the main one came from.

    Declared pictures (``og:image``, JSON-LD) come first, then those of the body that have a caption. A
    declared picture takes the caption of the body's picture of the same file.
    """
    shown = list(_captioned(evidence, base=base))
    captions = {picture_key(image.url): image for image in shown}
    found: dict[str, Image] = {}
    first = ""
    for url, origin in _declared(evidence):
        whole = whole_or_written(url, base=base)
        if whole and picture_key(whole) not in found:
            first = first or origin
            found[picture_key(whole)] = _with_caption(whole, captions.get(picture_key(whole)))
    if found and shown:
        main = next(iter(found))
        if found[main].caption is None and len(found) == 1:
            found[main] = _with_caption(found[main].url, _leading(evidence, shown))
    for image in shown:
        first = first or "caption"
        found.setdefault(picture_key(image.url), image)
    return tuple(list(found.values())[:_MAX_IMAGES]), first


def _declared(evidence: Evidence) -> Iterator[tuple[str, str]]:
    for candidate in evidence.meta(*_IMAGE_METAS):
        yield candidate.text, candidate.origin
        break
    article = evidence.linked.article
    value = article.get("image") if article else None
    values = value if isinstance(value, list) else [value]
    for reference in values[:_MAX_IMAGES]:
        item = refer(reference, evidence.linked.nodes)
        url = item.get("url") or item.get("contentUrl") if isinstance(item, dict) else item
        if isinstance(url, str):
            yield url, "jsonld"
            return


def _captioned(evidence: Evidence, *, base: str | None) -> Iterator[Image]:
    """Pictures of the body behind which a caption stands."""
    captions: Sequence[Block] = evidence.labelled(Label.CAPTION)
    pictures = sorted((picture.segment, place) for place, picture in enumerate(evidence.page.hints.pictures))
    last = -1
    for block in captions:
        while last + 1 < len(pictures) and pictures[last + 1][0] <= block.index:
            last += 1
        if last < 0 or block.index - pictures[last][0] > _REACH:
            continue
        url = whole_or_written(evidence.page.hints.pictures[pictures[last][1]].url, base=base)
        if url:
            caption, credit = split_credit(block.text)
            yield Image(url, caption, credit)


def _leading(evidence: Evidence, shown: Sequence[Image]) -> Image | None:
    """The captioned picture at the head of the article: it is the declared one in another size."""
    caption = next(iter(evidence.labelled(Label.CAPTION)), None)
    body = next(iter(evidence.paragraphs()), None)
    if caption is None or body is None or caption.index > body.index + 1:
        return None
    return shown[0]


def _with_caption(url: str, shown: Image | None) -> Image:
    return Image(url, shown.caption, shown.credit) if shown else Image(url)
