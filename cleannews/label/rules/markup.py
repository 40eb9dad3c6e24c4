"""What the elements of an HTML page say of their contents."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cleannews.label.class_states import without_states
from cleannews.label.rules.reason import Reason, Rule
from cleannews.labels import Kind, Label
from cleannews.read.elements import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleannews.label.context import Verdict
    from cleannews.label.rules.scene import Scene

_HIDDEN = Reason("hidden", Label.OTHER, 0.967)
_NAV = Reason("nav_element", Label.NAVIGATION, 0.998)
_FOOTER = Reason("footer_element", Label.LEGAL, 0.998)
_CONTROL = Reason("form_control", Label.OTHER, 0.99)
_ASIDE = Reason("aside_element", Label.RELATED, 0.99)
_FIGCAPTION = Reason("figcaption", Label.CAPTION, 0.947)
_TIME = Reason("time_element", Label.DATELINE, 0.99)

_BY_TAG = {
    "nav": _NAV,
    "menu": _NAV,
    "footer": _FOOTER,
    "aside": _ASIDE,
    "button": _CONTROL,
    "select": _CONTROL,
    "option": _CONTROL,
    "textarea": _CONTROL,
    "input": _CONTROL,
    "label": _CONTROL,
    "legend": _CONTROL,
    "figcaption": _FIGCAPTION,
    "time": _TIME,
}
"""Elements that speak for all they hold."""

_CRUMBS = (
    "breadcrumb breadcrumbs crumbs breadcrump migas migajas ariane filariane rootline briciole "
    "kruimelpad brodsmula broedkrumme okruszki drobecky"
)
_RELATED = (
    "related recommended recommendations recirc mostread popular trending outbrain taboola teaser "
    "teasers mostviewed relacionada relacionadas relacionado relacionados correlati correlate "
    "gerelateerd souvisejici powiazane meistgelesen"
)
_COMMENTS = (
    "comments comment disqus commentlist respond discussion comentarios comentario commentaires "
    "commentaire kommentare kommentarer kommentarfelt kommentarfalt kommentit reacties commenti "
    "komentarze komentare komentari yorumlar diskuze hozzaszolasok"
)
_ADVERTS = (
    "advert advertisement advertising ad ads promo sponsored sponsor adslot publi publicidad "
    "publicidade publicite pubblicita werbung anzeige anzeigen reklama reklam reklame annons "
    "annonser annonse advertentie mainos hirdetes"
)
_TAGS = (
    "tags tag taglist keywords etiquetas etiquettes motscles schlagworte schlagwoerter stichworte "
    "avainsanat emneord nyckelord stitky"
)
"""In English, which most pages name their elements in, and as pages of other languages do."""

_CAPTIONS = (
    "caption captions captiontext imagecaption imgcaption imgdesc photocaption wpcaption cutline bildlegende "
    "bildtext bildunterschrift bildunterzeile bildzeile billedtekst bildetekst didascalia fotobijschrift "
    "fotoonderschrift kuvateksti legende leyenda piefoto"
)
"""Of 1,441 blocks so called on fundus, sites_dev and WCXB 62 are in the gold, all on pages of WCXB."""

_WORDS = {
    word: Reason(f"class_{label.value}", label, confidence)
    for label, confidence, words in (
        (Label.BREADCRUMB, 0.984, _CRUMBS),
        (
            Label.SHARE,
            0.95,
            "share sharing social socials sharedaddy addtoany addthis sharebar sharer socialshare",
        ),
        (Label.RELATED, 0.989, _RELATED),
        (Label.NEWSLETTER, 0.99, "newsletter newsletters subscribe signup mailchimp optin regwall upsell"),
        (Label.COMMENTS, 0.99, _COMMENTS),
        (Label.CONSENT, 0.99, "cookie cookies consent gdpr onetrust cookiebot"),
        (Label.ADVERT, 0.99, _ADVERTS),
        (Label.TAGS, 0.988, _TAGS),
        (Label.AUTHOR_BIO, 0.974, "authorbio bio"),
        (Label.NAVIGATION, 0.99, "menu navbar navigation pagination toc"),
        (Label.LEGAL, 0.99, "copyright disclaimer"),
        (Label.CAPTION, 0.997, _CAPTIONS),
    )
    for word in words.split()
}
"""Words of classes and ids that tell what an element holds; evidence only, so at most .99. Confidences are of
the English words."""

_MOST_SHARE = 0.3
"""A container with more of the page's text than this is no furniture, whatever its class says."""


def find_by_markup(scene: Scene) -> Iterator[Verdict]:
    """Name blocks by the nearest element or class around them that tells what it holds."""
    if scene.context.page.kind is not Kind.HTML:
        return
    reasons = _container_reasons(scene)
    headline = scene.context.headline.block
    columns = scene.measures.columns
    for index, (hidden, container) in enumerate(zip(columns.hidden, columns.container, strict=True)):
        if index == headline:
            continue
        if hidden:
            yield _HIDDEN.at(index)
        reason = reasons[container]
        if reason is not None:
            yield reason.at(index)


def _container_reasons(scene: Scene) -> list[Reason | None]:
    """For each container the reason of the nearest element around it that has one; an article begins anew."""
    parents, tags, names, _ = scene.context.page.containers
    large = _large(scene)
    reasons: list[Reason | None] = []
    by_names = {each: _named(each) for each in set(names)}  # most stand on many elements
    told = zip(parents, tags, map(_BY_TAG.get, tags), map(by_names.get, names), strict=True)
    for index, (parent, tag, by_tag, by_name) in enumerate(told):
        own = by_tag or by_name
        if own is None or index in large:
            # an article inside a navigation or footer speaks for itself
            own = None if parent < 0 or tag in ARTICLE else reasons[parent]
        reasons.append(own)
    return reasons


@lru_cache(maxsize=16384)
def _named(names: str) -> Reason | None:
    """The reason of the first telling word among classes and ids; a pure function, the cache is bounded."""
    words = without_states(names).replace("img_desc", "imgdesc").replace("-", " ").replace("_", " ").split()
    if _WORDS.keys().isdisjoint(words):
        return None
    return next(_WORDS[word] for word in words if word in _WORDS)


def _large(scene: Scene) -> frozenset[int]:
    """Find the containers that hold a large share of the page's prose."""
    parents = scene.context.page.containers.parents
    held = [0] * len(parents)
    for index in scene.prose:
        held[scene.segments[index].container] += scene.measures.chars[index]
    least = _MOST_SHARE * sum(held)
    for child in range(len(held) - 1, 0, -1):
        if held[child]:
            held[parents[child]] += held[child]
    return frozenset([index for index, chars in enumerate(held) if chars > least])


MARKUP = Rule("by_markup", find_by_markup, (_HIDDEN, *_BY_TAG.values(), *_WORDS.values()))
