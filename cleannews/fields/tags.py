"""Keywords of the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.lexicon import load_lexicon
from cleannews.label.measures import fold_line
from cleannews.label.rules.linked_tags import LINKED_TAG
from cleannews.labels import Label
from cleannews.read.jsonld import text_of
from cleannews.read.letters import CJK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cleannews.article import Block
    from cleannews.fields.evidence import Evidence

_TAG_METAS = ("article:tag", "parsely-tags", "sailthru.tags", "news_keywords", "og:article:tag", "video:tag")
_KEYWORDS = "keywords"
"""What is written for search engines, on many sites the same on every page."""
_SPLIT = re.compile(rf"(?<!\s)\s*[,;|，、；،؛]\s*|(?<=[{CJK}])\s+(?=[{CJK}])")
_MAX_TAGS, _MAX_CHARS = 50, 60
_HEADING = re.compile(
    r"^(?:tags?|topics?|themen|schlagwörter|schlagworte|mots[- ]clés|etiquetas|temas"
    r"|argomenti|tagi|tematy|etichete|теги|метки|trefwoorden|キーワード|(?:文章)?关键[词字]"
    r"|標籤|标签|태그|كلمات مفتاحية)"
    r"\s?[:：]\s?",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"#(?=\w)")


class Tags(NamedTuple):
    """The tags and the source that gave them."""

    tags: tuple[str, ...]
    origin: str


def resolve_tags(evidence: Evidence) -> Tags | None:
    """The first source that has tags: JSON-LD ``keywords``, metas, links to tags, other blocks."""
    for texts, origin in _sources(evidence):
        tags = split_tags(texts)
        if tags:
            return Tags(tags, origin)
    return None


def _sources(evidence: Evidence) -> Iterator[tuple[list[str], str]]:
    article = evidence.linked.article
    if article:
        value = article.get("keywords")
        values = value if isinstance(value, list) else [value]
        yield [text for text in map(text_of, values[:_MAX_TAGS]) if text], "jsonld"
    for name in _TAG_METAS:
        yield list(evidence.metas.get(name, ())), name
    keywords = list(evidence.metas.get(_KEYWORDS, ()))
    about = _are_of_article(evidence, keywords)
    if about:
        yield keywords, _KEYWORDS
    blocks = evidence.labelled(Label.TAGS)
    linked = [block for block in blocks if block.reason == LINKED_TAG]
    if linked:
        yield [block.text for block in linked], f"tags:block {linked[0].index}"
    if blocks:
        yield list(filter(None, map(_without_heading, blocks))), f"tags:block {blocks[0].index}"
    if not about:
        yield keywords, _KEYWORDS


def _are_of_article(evidence: Evidence, keywords: list[str]) -> bool:
    """Tell whether half of the keywords stand in title or text."""
    tags = split_tags(keywords)
    text = " ".join(block.text for block in evidence.blocks if block.label.in_text) if tags else ""
    told = f"{evidence.headline.text or ''} {text}".casefold()
    return 2 * sum(tag.casefold() in told for tag in tags) >= len(tags)


_HEADINGS = frozenset({"tags_phrase", "tags_word"})
"""Reasons of blocks that are a heading and nothing else."""
_COLON = re.compile("[:：]")


def _without_heading(block: Block) -> str:
    """The tags of a block: what stands behind its "Tags:", nothing of a heading that stands alone."""
    if block.reason in _HEADINGS or _is_heading(block.text):
        return ""
    if block.reason == "tags_opener":
        colon = _COLON.search(block.text, 0, _MAX_CHARS)
        return block.text[colon.end() if colon else len(block.evidence) :]
    if block.reason == "tag_line" and not block.text.startswith("#"):
        return block.text.partition(":" if ":" in block.text else " ")[2]
    return block.text


def _is_heading(text: str) -> bool:
    """Tell whether a line is a word for tags and nothing else.

    >>> _is_heading("Mots-clés"), _is_heading("Tags:"), _is_heading("Rain")
    (True, True, False)
    """
    bare = fold_line(text).rstrip(" :：")
    return _HEADING.fullmatch(f"{bare}:") is not None or load_lexicon().lines.get(bare) is Label.TAGS


def split_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Split lists of tags; each tag once, headings and signs cut.

    >>> split_tags(["Tags: rain, river", "#Rain", "bridge", "###"])
    ('rain', 'river', 'bridge')
    """
    tags: dict[str, str] = {}
    for text in texts:
        plain = _HEADING.sub("", text)
        pieces = (
            _SIGNED.split(plain) if len(_SIGNED.findall(plain)) > 1 else _SPLIT.split(_SIGNED.sub("", plain))
        )
        for piece in pieces:
            tag = piece.strip(" .,:•·")
            named = any(map(str.isalnum, tag)) and not tag.startswith(("http:", "https:"))
            if named and len(tag) <= _MAX_CHARS:
                tags.setdefault(tag.casefold(), tag)
            if len(tags) == _MAX_TAGS:
                return tuple(tags.values())
    return tuple(tags.values())
