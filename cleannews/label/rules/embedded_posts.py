"""What the code of an embedded post leaves where its script did not run."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from cleannews.label.parted import UNSPACED
from cleannews.label.rules.appeals import QUOTES, bare
from cleannews.label.rules.reason import Reason, Rule
from cleannews.label.stored import read_stored
from cleannews.labels import Kind, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_POST = Reason("embedded_post", Label.MEDIA_CONTROL, 0.995)

_SIGNED = re.compile(r"\(@[\w.]{2,40}\)")
"""The user's name as Instagram and X write it behind the name."""
_DASHED = re.compile(r"[—–-]{1,2}\s?[^()]{2,60}\(@[\w.]{2,40}\)(?:\s[^.!?]{0,30}\b\d{4})?")
"""A name behind a dash, and a day: who wrote the post above."""
_ADDRESS = re.compile(
    r"(?:https?://)?(?:pic\.twitter\.com|pic\.x\.com|t\.co|(?:www\.)?instagram\.com/(?:p|reel)"
    r"|(?:www\.)?(?:twitter|x)\.com/\w{1,40}/status|(?:www\.)?tiktok\.com/@[\w.]{1,40}/video)/\S{1,100}"
)
_SIGNS = ("(@", "twitter.com/", "x.com/", "t.co/", "instagram.com/", "tiktok.com/")
"""One of them is in each of these."""
_WORDS = range(1, 19)
_CALL_WORDS, _CALL_CHARS = range(1, 10), 60
_LEAD = 2
"""First words of a call among which the post stands if the word for seeing is neither first nor last."""


class _Words(NamedTuple):
    posts: frozenset[str]
    views: frozenset[str]
    shares: frozenset[str]


def find_embedded_posts(scene: Scene) -> Iterator[Verdict]:
    """Name the line that shows a post elsewhere, the one that says who shared or wrote it, and its address.

    In HTML also its text, in the element of its code: of 58 on the pages of the corpora none is in the gold.
    So is what stands in a quotation above such a name and day.

    "View this post on Instagram", "A post shared by Harbour Post (@harbourpost)", "— Harbour Post
    (@harbourpost) May 3, 2024", "pic.twitter.com/a1b2". Words for the post and for seeing or sharing it are
    of one language; nothing that ends like a sentence.
    """
    networks, words = _stored()
    needles = (*networks, *_SIGNS)
    yield from _inside_code(scene)
    for index in scene.reach():
        key, text = scene.measures.keys[index], scene.texts[index]
        if scene.measures.words[index] not in _WORDS or text[:1] in QUOTES:
            continue
        if not any(map(key.__contains__, needles)):
            continue
        if (
            _ADDRESS.fullmatch(text)
            or _DASHED.fullmatch(text)
            or (
                not scene.measures.ended[index]
                and (_is_shared(key, text, words) or _is_call(key, networks, words))
            )
        ):
            yield _POST.at(index, "of an embedded post")
            if _DASHED.fullmatch(text) and scene.context.page.kind is Kind.HTML:
                for above in _quoted_with(scene, index):
                    yield _POST.at(above, "above the name of who wrote it")


def _quoted_with(scene: Scene, index: int) -> Iterator[int]:
    """The blocks directly above one in the ``<blockquote>`` in which it stands, whatever its class."""
    containers, places = scene.context.page.containers, scene.measures.columns.container
    quote = next((at for at in containers.around(places[index]) if containers.tags[at] == "blockquote"), -1)
    for above in range(index - 1, -1, -1) if quote >= 0 else ():
        if quote not in containers.around(places[above]):
            return
        yield above


def _inside_code(scene: Scene) -> Iterator[Verdict]:
    """Name what stands in the element that the code of a post is made of, told by its class (HTML)."""
    containers, names = scene.context.page.containers, _class_names()
    if scene.context.page.kind is not Kind.HTML or not _CODE_TAGS.intersection(containers.tags):
        return
    told = [
        tag in _OWN_TAGS or (tag == "blockquote" and not names.isdisjoint(own.split()))
        for tag, own in zip(containers.tags, containers.names, strict=True)
    ]
    if any(told):
        inside = containers.inside(told)
        for index in compress(
            range(len(scene.texts)), map(inside.__getitem__, scene.measures.columns.container)
        ):
            yield _POST.at(index, "in the code of an embedded post")


_OWN_TAGS = frozenset({"amp-twitter", "amp-instagram", "amp-facebook", "amp-tiktok"})
_CODE_TAGS = _OWN_TAGS | {"blockquote"}


def _is_shared(key: str, text: str, words: Sequence[_Words]) -> bool:
    """Whether a line says who shared a post: with the user's name, at its end if nothing says "shared"."""
    signed = _SIGNED.search(text) if "(@" in text else None
    if signed is None:
        return False
    first = key.split(" ", 1)[0]
    last = signed.end() == len(text)
    return any(
        (last and first in each.posts) or (_holds(key, each.posts) and _holds(key, each.shares))
        for each in words
    )


def _is_call(key: str, networks: Sequence[str], words: Sequence[_Words]) -> bool:
    """Whether a short line names a network, a post and seeing it, one of these at its beginning or end."""
    parts = list(map(bare, key.split()))
    if len(key) > _CALL_CHARS or len(parts) not in _CALL_WORDS:
        return False
    if UNSPACED.search(key):
        return any(map(key.__contains__, networks)) and any(
            _holds(key, each.posts) and _holds(key, each.views) for each in words
        )
    if not any(part.startswith(network) for part in parts for network in networks):
        return False
    return any(
        _holds(key, each.posts)
        and _holds(key, each.views)
        and (not each.views.isdisjoint((parts[0], parts[-1])) or not each.posts.isdisjoint(parts[:_LEAD]))
        for each in words
    )


def _holds(key: str, words: frozenset[str]) -> bool:
    if UNSPACED.search(key):
        return any(word in key for word in words)
    return not words.isdisjoint(map(bare, key.split()))


@lru_cache(maxsize=1)
def _stored() -> tuple[Sequence[str], Sequence[_Words]]:
    stored = read_stored("embedded_posts")
    languages: Mapping[str, Mapping[str, Sequence[str]]] = stored["languages"]
    words = [
        _Words(*(frozenset(each[use]) for use in ("posts", "views", "shares"))) for each in languages.values()
    ]
    return stored["networks"], words


@lru_cache(maxsize=1)
def _class_names() -> frozenset[str]:
    return frozenset(read_stored("embedded_posts")["classes"])


EMBEDDED_POSTS = Rule("embedded_posts", find_embedded_posts, (_POST,))
