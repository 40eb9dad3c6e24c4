"""How the shipped weights are fitted: recipe and feature dropout by kind of page."""

from __future__ import annotations

from typing import Any

from cleannews.label.features.matrix import FEATURES
from cleannews.labels import Kind
from training.fit import Recipe

_BLANKED = {
    Kind.HTML: (
        ("near_", "far_"),
        ("in_jsonld", "jsonld_"),
        ("stopword",),
        ("rule_", "seen_"),
        ("headline", "after_headline", "element_h1", "h1_seen"),
        ("in_description",),
        ("same_",),
    ),
    Kind.TEXT: (
        ("stopword",),
        ("rule_", "seen_"),
        ("headline", "after_headline"),
        ("layout_",),
        ("gap", "indent"),
        ("link_",),
    ),
}
"""Columns, by the beginning of their names, that are blanked together on some pages: pages whose classes were
stripped, without JSON-LD, in a language without stop words, without known phrases, without a headline."""

_SETTINGS: dict[Kind, dict[str, Any]] = {
    Kind.HTML: {"epochs": 6, "dropout": 0.2, "news": 2},
    Kind.TEXT: {"epochs": 3, "dropout": 0.25, "news": 4},
}
"""Chosen on one held-out fold of all corpora; an HTML epoch sees every page as it is and in two
disguises, a text epoch once in each layout."""


def recipe(kind: Kind, *, seed: int = 1) -> Recipe:
    """Return the recipe of a kind of page."""
    names = FEATURES[kind]
    groups = tuple(
        tuple(place for place, name in enumerate(names) if name.startswith(prefixes))
        for prefixes in _BLANKED[kind]
    )
    return Recipe(seed=seed, groups=groups, **_SETTINGS[kind])
